"""Attribution without a verb: según Ruiz, de acuerdo con la empresa, according to officials."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.annotate.quotes.asides import around_within
from briefing.annotate.quotes.cues import Cue
from briefing.annotate.quotes.lexicon import Lexicon
from briefing.annotate.quotes.limits import Content
from briefing.annotate.quotes.subjects import name_words
from briefing.annotate.quotes.tree import Tree, is_punct, span_between, subtree
from briefing.model import Span

LONGEST_NAME = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """The phrase `first:last + 1`, the words of the source, and what is attributed to it."""

    first: int
    last: int
    source: tuple[int, ...]
    content: Content


def attributions(tree: Tree, cues: Sequence[Cue], contents: Sequence[Content], lexicon: Lexicon) -> Iterator[Attribution]:
    """The attributing phrases of a sentence.  `contents` are what its cues introduce: a phrase inside one stays inside."""
    verbs = {cue.start for cue in cues}
    contents = list(contents)
    place = 0
    while place < len(tree.tokens):
        last = _phrase_at(tree, place, lexicon)
        if last is None:
            place += 1
            continue
        source = _source(tree, place, last)
        agreeing = place > 0 and lexicon.has("agreeing", tree.tokens[place - 1].lemma)  # "estuvo de acuerdo con"
        named = source and not agreeing and not any(lexicon.has("not_sources", tree.lower(word)) for word in source)
        if named and last + 1 not in verbs:
            content = around_within(tree, place, _phrase_stop(tree, source, lexicon), contents, "attribution")
            if content is not None:
                yield Attribution(first=place, last=last, source=source, content=content)
                contents.append(content)
        place = last + 1


def _phrase_stop(tree: Tree, source: tuple[int, ...], lexicon: Lexicon) -> int:
    """Behind the source and a relative clause on it: "según Mori, que asistió al acto, …"."""
    last = source[-1]
    if tree.lower(last + 1) != "," or not lexicon.has("relatives", tree.lower(last + 2)):
        return last + 1
    clauses = [child for word in source for child in tree.of(word, "acl:relcl", "acl") if child > last]
    return max(subtree(tree, clauses[0])) + 1 if clauses else last + 1


def _phrase_at(tree: Tree, place: int, lexicon: Lexicon) -> int | None:
    """The last word of the longest attributing phrase that begins at a word."""
    for phrase in lexicon.attributions:
        if all(tree.lower(place + step) == word for step, word in enumerate(phrase)):
            return place + len(phrase) - 1
    return None


def _source(tree: Tree, first: int, last: int) -> tuple[int, ...]:
    """The noun phrase behind the words of attribution; without it ("según sea") nothing is attributed."""
    head = tree.tokens[first].head
    while first <= head <= last:
        head = tree.tokens[head].head
    if head > last and tree.tokens[head].upos in {"NOUN", "PROPN", "PRON"} and head <= last + LONGEST_NAME:
        words = tuple(word for word in name_words(tree, head, first) if word > last)
        return words if words and words[0] == last + 1 else _surface(tree, last + 1)
    return _surface(tree, last + 1)


def _surface(tree: Tree, start: int) -> tuple[int, ...]:
    """The words up to the next punctuation or verb."""
    stop = start
    if start + 2 < len(tree.tokens) and tree.lower(start + 1) == "." and tree.tokens[start + 2].upos == "PROPN":  # "Mr. Howard"
        stop = start + 2
    while (
        stop < len(tree.tokens)
        and stop < start + LONGEST_NAME
        and not is_punct(tree, stop)
        and tree.tokens[stop].upos not in {"VERB", "AUX"}
    ):
        stop += 1
    named = any(tree.tokens[word].upos in {"NOUN", "PROPN", "PRON"} for word in range(start, stop))
    return tuple(range(start, stop)) if named else ()


def cited(tree: Tree, anchor: int, lexicon: Lexicon) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Sources behind a source, outer and inner: "funcionarios citados por el diario", "the paper, citing officials".

    `anchor` is the verb of saying or the noun of the source that the citing word hangs on.
    """
    outer: list[Span] = []
    inner: list[Span] = []
    for child in tree.of(anchor, "acl", "acl:relcl", "advcl", "amod", "parataxis"):
        if not lexicon.has("citing", tree.tokens[child].lemma) or tree.level[child] != tree.level[anchor]:
            continue
        passive = tree.tokens[child].feat("VerbForm") == "Part" and not tree.of(child, "obj")
        agents = tree.of(child, "obl:agent", "obl") if passive else []
        for noun in (agents or tree.of(child, "obj"))[:1]:
            words = name_words(tree, noun, child)
            (outer if agents else inner).extend([span_between(tree, words[0], words[-1] + 1)] if words else [])
    return tuple(outer), tuple(inner)

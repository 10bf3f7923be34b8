"""Where what is said begins and ends in its sentence.

The beginning is read from the surface (that, que, a colon, an opening mark), which parsers get right less often than the
newspapers; the end from the tree: up to the first word that belongs to the attribution's sentence again.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.annotate.quotes.cues import Cue
from briefing.annotate.quotes.lexicon import Lexicon
from briefing.annotate.quotes.tree import Tree, ancestors, is_finite, is_punct, subtree

REACH = 30
"""Words between a cue and the complementizer, colon or comma of what it introduces."""
BREAKS = frozenset({";", "."})
MARKS = frozenset("\"“”„«»‹›‘’'")


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Tokens `start:stop` of what is said; `interrupted` where the attribution stands inside them."""

    start: int
    stop: int
    rule: str
    interrupted: bool = False


def past_adjuncts(tree: Tree, stop: int, high: int) -> int:
    """To the comma that ends a parenthesis."""
    for place in range(stop, min(high, stop + REACH)):
        if tree.lower(place) in {",", ";", ".", ":", "—", "–"} or tree.level[place] != tree.level[stop - 1]:
            return place
    return high


def clause_start(tree: Tree, before: int) -> int:
    """Where what stands before a word begins: the sentence, or behind the last semicolon."""
    for place in range(before - 1, -1, -1):
        if tree.lower(place) == ";" and tree.level[place] == -1:
            return place + 1
    return 0


def sentence_stop(tree: Tree, after: int) -> int:
    """Where what follows a word ends: before the sentence's closing punctuation, or the next semicolon."""
    level = tree.level[after - 1]
    for place in range(after, len(tree.tokens)):
        if tree.lower(place) == ";" and tree.level[place] == level:
            return place
        if level >= 0 and tree.level[place] == -1:
            return place
    stop = len(tree.tokens)
    while (
        stop > after
        and is_punct(tree, stop - 1)
        and tree.level[stop - 1] == level
        and tree.lower(stop - 1) not in {")", "?", "!"}
    ):
        stop -= 1
    return stop


def behind(cue: Cue, lexicon: Lexicon, start: int, rule: str) -> Content | None:
    """From `start` to the last word that belongs to what is said."""
    tree = cue.tree
    high = sentence_stop(tree, start) if start < len(tree.tokens) else start
    high = _clause_stop(cue, start, high, lexicon)
    while (
        start < high and tree.level[start] == cue.level and (is_punct(tree, start) or _is_complementizer(tree, start, lexicon))
    ):
        start += 1
    if start >= high:
        return None
    if rule == "quotation":
        high = next((n for n in range(start, high) if _is_of_the_cue(cue, start, n)), high)
    if (end := _quotation_end(tree, start, high, cue)) is not None:
        return Content(start=start, stop=end, rule=rule)
    return Content(start=start, stop=_leaving(cue, start, high, lexicon), rule=rule)


def _is_of_the_cue(cue: Cue, start: int, place: int) -> bool:
    """`llamó “terca” | a la ministra y defendió la obra`: behind the marks what the verb has beside them."""
    tree = cue.tree
    if tree.level[place] not in {cue.level, -1} or is_punct(tree, place):
        return False
    top = place
    while tree.tokens[top].head > place:
        top = tree.tokens[top].head
    return tree.tokens[top].head < start


def _is_complementizer(tree: Tree, place: int, lexicon: Lexicon) -> bool:
    return is_mark(tree, place) and lexicon.has("complementizers", tree.lower(place))


def is_mark(tree: Tree, word: int) -> bool:
    return tree.tokens[word].deprel == "mark"


def _clause_stop(cue: Cue, start: int, high: int, lexicon: Lexicon) -> int:
    """A cue in a relative clause introduces nothing behind that clause: "el club, que dice tener apoyo, pedirá …"."""
    tree = cue.tree
    relative = [child for child in tree.of(cue.index, "nsubj") if lexicon.has("relatives", tree.lower(child))]
    if not relative or tree.tokens[cue.index].deprel != "acl:relcl":
        return high
    last = max(subtree(tree, cue.index)) + 1
    return min(high, last) if last > start else high


def _quotation_end(tree: Tree, start: int, high: int, cue: Cue) -> int | None:
    """Where a quotation that begins at `start` ends, if a comma or nothing follows it: “…”, and then the writer goes on."""
    if tree.level[start] in {cue.level, -1}:
        return None
    stop = start
    while stop < high and (tree.level[stop] != cue.level or is_punct(tree, stop)) and tree.lower(stop) not in {";"}:
        if tree.level[stop] == cue.level and tree.lower(stop) in {",", ")", "("}:
            return stop
        stop += 1
    return stop if stop >= high else None


def _leaving(cue: Cue, start: int, high: int, lexicon: Lexicon) -> int:
    """The first word behind `start` that is no longer said: "said X and released Y", "suggests X, but it is unclear …".

    A clause that "but" joins without a second "that" may be the speaker's or the writer's; it is left out.
    """
    tree = cue.tree
    above = {cue.index, *ancestors(tree, cue.index)}
    for place in range(start + 1, high):
        token = tree.tokens[place]
        if tree.level[place] != cue.level:
            continue
        if (
            lexicon.has("adversatives", tree.lower(place))
            and tree.lower(place - 1) == ","
            and not _says_on(tree, place, lexicon)
        ):
            return max(start + 1, place - 1)
        saying = (
            token.deprel == "conj"
            and "any" in lexicon.frames.get(lexicon.lemma(token), ())
            and tree.tokens[place - 1].upos == "CCONJ"
        )
        joins = (saying or (token.deprel in {"conj", "parataxis"} and token.head in above)) and is_finite(tree, place)
        complete = any(is_finite(tree, word) for word in range(start, place))
        if joins and complete and not any(lexicon.has("complementizers", tree.lower(mark)) for mark in tree.of(place, "mark")):
            return max(start + 1, _conjunction_before(tree, place, start))
    return high


def _says_on(tree: Tree, place: int, lexicon: Lexicon) -> bool:
    """A second "que" or "that" goes on with what is said: "dijo que X, pero que Y"."""
    return any(lexicon.has("complementizers", tree.lower(word)) for word in (place + 1, place + 2))


def _conjunction_before(tree: Tree, place: int, start: int) -> int:
    """The conjunction and comma before a joined clause."""
    first = min(word for word in subtree(tree, place) if word > start)
    while first - 1 > start and (is_punct(tree, first - 1) or tree.tokens[first - 1].upos in {"CCONJ", "SCONJ"}):
        first -= 1
    return first

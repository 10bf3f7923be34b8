"""Attribution in a parenthesis: "como dijo Ruiz", "as Ruiz said", "según el diario", "according to officials".

It attributes what stands around it: the rest of the sentence, or of the reported clause that it stands in.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.annotate.quotes.cues import Cue
from briefing.annotate.quotes.lexicon import Lexicon
from briefing.annotate.quotes.limits import BREAKS, Content, clause_start, past_adjuncts, sentence_stop
from briefing.annotate.quotes.tree import Tree, is_finite, is_punct


def is_as_clause(cue: Cue, lexicon: Lexicon) -> bool:
    """como dijo Ruiz, as Ruiz said, según informó Ruiz; not "como propuso Ruiz": what he proposed, and others refuse."""
    if not cue.tensed or "any" not in cue.frames or lexicon.has("proposing", lexicon.lemma(cue.tree.tokens[cue.index])):
        return False
    before = cue.start - 1
    apart = any(is_punct(cue.tree, place) for place in range(cue.start, cue.first))  # "Ruiz, como otros, dijo"
    return before >= 0 and not apart and lexicon.has("as_words", cue.tree.lower(before)) and cue.tree.level[before] == cue.level


def as_clause(cue: Cue, contents: Sequence[Content], lexicon: Lexicon) -> Content | None:
    """What "como dijo Ruiz" attributes: everything else in the sentence, or in the reported clause that it stands in."""
    start = cue.start - 1
    sourced = lexicon.has("attribution_with_verb", cue.tree.lower(start))
    while start > 0 and lexicon.has("intensifiers", cue.tree.lower(start - 1)):  # "tal y como dijo", "just as she said"
        start -= 1
    return around_within(cue.tree, start, cue.stop, contents, "as_clause", sourced=sourced)


def around_within(
    tree: Tree, start: int, stop: int, contents: Sequence[Content], rule: str, *, sourced: bool = True
) -> Content | None:
    """What stands around a parenthesis, inside the narrowest of the contents that hold it.

    One that names a source is about the whole at the end of the sentence: in "A said that B, according to C" C reports
    what A said, while in "A said that B, as C had foreseen" A speaks of C.
    """
    inside = [content for content in contents if content.start <= start < content.stop]
    if not inside or (sourced and closes_sentence(tree, start, stop)):
        return around(tree, start, stop, rule)
    outer = min(inside, key=lambda content: content.stop - content.start)
    return around(tree, start, stop, rule, outer.start, outer.stop)


def closes_sentence(tree: Tree, start: int, stop: int) -> bool:
    """A parenthesis behind a comma with which the sentence ends."""
    return start > 0 and tree.lower(start - 1) == "," and stop >= sentence_stop(tree, stop)


def without_tail(content: Content, tails: Sequence[int]) -> Content:
    """What is said, without an attribution of the whole sentence that the parser has drawn into it ("…, dijo el portavoz")."""
    inside = [tail for tail in tails if content.start < tail < content.stop]
    if not inside or content.interrupted:
        return content
    return replace(content, stop=min(inside))


def around(tree: Tree, start: int, stop: int, rule: str, low: int = 0, high: int | None = None) -> Content | None:
    """The sentence, or `low:high` of it, without a parenthesis `start:stop`, which stands first, in the middle or last."""
    level = tree.level[start]
    low = max(low, clause_start(tree, start))
    high = sentence_stop(tree, stop) if high is None else high
    rest = past_adjuncts(tree, stop, high)
    before = [word for word in range(low, start) if not is_punct(tree, word)]
    after = [word for word in range(rest, high) if not is_punct(tree, word)]
    if not before:
        return Content(start=after[0], stop=high, rule=rule) if after else None
    if not after or tree.lower(rest - 1) in BREAKS:
        return Content(start=before[0], stop=before[-1] + 1, rule=rule)
    if (
        not any(is_finite(tree, word) for word in before)
        and level == tree.level[before[0]]
        and _is_opening(tree, before, after)
    ):
        return Content(start=after[0], stop=high, rule=rule)
    return Content(start=before[0], stop=high, rule=rule, interrupted=True)


def _is_opening(tree: Tree, before: list[int], after: list[int]) -> bool:
    """Words before the parenthesis that only connect: "Sin embargo, según Ruiz, …" belong to what is said all the same."""
    return all(tree.tokens[word].upos in {"CCONJ", "SCONJ"} for word in before)

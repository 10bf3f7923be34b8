"""Long sentences made shorter, only where a whole clause can go without changing what the rest says.

A trailing relative clause, gerund clause or coordinated clause may go where the tree shows its whole extent, a comma sets it
off, and nothing in it limits, attributes or denies what stays (`condition_marks`), nor names what the item is about.
"""

from __future__ import annotations

import re

from briefing.model import Fact, Item, Meeting, Position, Span
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of
from briefing.realize.rungs.passages import Passage, of_its_words

WORTH_CUTTING = 40
"""Words.  Shorter sentences are left whole."""
LONGEST = 75
"""Words.  A longer sentence is no line of a memo: its item goes down the ladder."""
SHORTEST = 12
_CLAUSES = ("acl", "advcl", "conj")
SUREST = 0.3
"""The least confidence of the arc of the clause that goes: to which noun it belongs is of no matter here."""


def shorten(passage: Passage, item: Item, edition: Edition) -> Passage:
    """The passage without its last clause, and the one before that, while it is long and that is safe."""
    while _length(passage) > WORTH_CUTTING:
        cut = next((start for start in _boundaries(passage) if _is_safe(passage, start, item)), None)
        if cut is None:
            break
        words = passage.source[: cut - passage.offset]
        passage = passage.ending_at(passage.offset + len(words.rstrip(" ,;\n\t")))
    return passage


def is_too_long(passage: Passage) -> bool:
    return _length(passage) > LONGEST


def _length(passage: Passage) -> int:
    return passage.length


@of_its_words
def _boundaries(passage: Passage) -> tuple[int, ...]:
    """Where a clause begins that runs to the end, behind a comma: the longest rest first."""
    tokens, quoted = passage.tokens, passage.quoted
    starts = []
    relations = passage.tree.relations
    for index in (i for i in passage.kept if relations[i] in _CLAUSES):
        if tokens[index].head < 0 or tokens[index].confidence < SUREST or not _is_cuttable(passage, index):
            continue
        if any(span.contains(tokens[index].span) for span in quoted):
            continue
        subtree = [tokens[i] for i in passage.tree.subtree(index) if tokens[i].upos != "PUNCT"]
        start, stop = min(t.span.start for t in subtree), max(t.span.stop for t in subtree)
        before = passage.source[: start - passage.offset].rstrip()
        if before.endswith(",") and re.fullmatch(
            r"[\s.”\"»]*", passage.source[stop - passage.offset : passage.span.stop - passage.offset]
        ):
            starts.append(start)
    return tuple(sorted(set(starts), reverse=True))


def _is_cuttable(passage: Passage, index: int) -> bool:
    token, relation = passage.tokens[index], passage.tree.relations[index]
    if relation == "acl":
        return token.deprel == "acl:relcl" or token.feat("VerbForm") == "Fin"
    if relation == "advcl":
        return token.feat("VerbForm") == "Ger"
    if relation != "conj" or token.upos != "VERB" or token.feat("VerbForm") != "Fin":
        return False
    return any(passage.tokens[child].deprel.startswith("nsubj") for child in passage.tree.children.get(index, ()))


def _is_safe(passage: Passage, start: int, item: Item) -> bool:
    kept = Span(passage.span.start, start)
    words = passage.source[start - passage.offset : passage.span.stop - passage.offset]
    if len(passage.source[kept.start - passage.offset : start - passage.offset].split()) < SHORTEST:
        return False
    marks = grammar_of(passage.language).condition_marks
    if {word.casefold() for word in re.findall(r"[\w']+", words)} & set(marks) or re.search('[“”«»"]', words):
        return False
    return keeps_subject_matter(passage, start, item)


def keeps_subject_matter(passage: Passage, start: int, item: Item) -> bool:
    """Whether what goes, from a place on, names nothing of what the item is about that the rest does not."""
    kept, gone = Span(passage.span.start, start), Span(start, passage.span.stop)
    return not (_subject_matter(passage, item, gone) - _subject_matter(passage, item, kept))


def _subject_matter(passage: Passage, item: Item, span: Span) -> set[str]:
    """What the item is about, as far as a span names it: concepts, figures."""
    wanted = {*item.concepts, *(item.issue if isinstance(item, Position) else ())}
    found = {m.concept for m in passage.concepts if m.concept in wanted and span.contains(m.span)}
    if isinstance(item, Fact) and item.quantities:
        values = {amount.value for amount in item.quantities}
        found |= {str(q.value) for q in passage.quantities if q.value in values and span.contains(q.span)}
    if isinstance(item, Meeting):
        found |= {d.value or "" for d in passage.dates if d.value == item.date and span.contains(d.span)}
    return found

"""The sentence that a meeting's row shows: the ladder of rows.

A row of fields alone (`Meeting | Lima | Chile and Peru`) sends its reader to the article for what it is about, who announces
it and how sure it is.  So it shows an article's sentence: in the language of that sentence cleaned, or as it stands; in another
the sentence made of its fields, where those have all that the article's sentence gives, else the sentence told or quoted.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Collection, Iterator
from functools import cache

from briefing.model import Evidence, Item, Language, Meeting, Rung
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.rows.cells import days_of, empty_cells, gives, points
from briefing.realize.rungs.frames import frame, told
from briefing.realize.rungs.gates import is_of_the_plan
from briefing.realize.rungs.native import CLAUSE_STEPS, STEPS, Attempt, finish, native_sentence, run_steps
from briefing.realize.rungs.originals import verbatim
from briefing.realize.rungs.passages import Passage, find_passages
from briefing.realize.rungs.steps import nouns_left, refuse_dangling_definites, refuse_pointing_nouns, refuse_set_apart

CLEAN = 2
"""Points of a sentence that may be printed without marks: so much less may it tell than one that may not."""
TOLD_BY_HEADING = frozenset({refuse_set_apart, refuse_dangling_definites, refuse_pointing_nouns})
"""Gates that ask which meeting `the meeting` is."""
Attempts = tuple[tuple[Rung, Callable[[Item, Edition, Collection[str]], Attempt]], ...]


def native_row(item: Item, edition: Edition, taken: Collection[str]) -> Attempt:
    """The cleaned sentence, where no other of its language fills many more cells."""
    rated = _rated(item, edition, taken)
    closed = tuple(dict.fromkeys(rule for _, attempt in rated if not attempt.text for rule in attempt.rules))
    best = max(rated, key=lambda row: (row[0], bool(row[1].text), -len(row[1].text or "")), default=None)
    if best is None:
        return Attempt(None, ("no_sentence_in_this_language",))
    return best[1] if best[1].text else Attempt(None, closed)


def counted_off(passage: Passage, item: Item, edition: Edition) -> Attempt | None:
    """`La segunda es una reunión en Lima, prevista para mayo` -> `Una reunión en Lima, …`: a heading stands before it."""
    opener = _counting(passage.language).match(passage.words)
    if opener is None:
        return None
    rest = passage.starting_at(passage.span.start + opener.end())
    result, rules = run_steps(rest, item, edition, CLAUSE_STEPS)
    if result is None:
        return None
    return Attempt(finish(result, edition, rules), ("counted_off", *rules), passage.evidence)


def known_by_heading(passage: Passage, item: Item, edition: Edition) -> Attempt | None:
    """`El encuentro, celebrado el lunes, duró …`: which one, the row's heading and its other cells say."""
    opener = _naming_it(passage.language).match(passage.words)
    stop = passage.span.start + opener.end() if opener else 0
    if opener is None or any(passage.tokens[noun.index].span.stop > stop for noun in nouns_left(passage, edition)):
        return None
    result, rules = run_steps(passage, item, edition, tuple(step for step in STEPS if step not in TOLD_BY_HEADING))
    return Attempt(finish(result, edition, rules), ("known_by_heading", *rules), passage.evidence) if result else None


@cache
def _naming_it(language: Language) -> re.Pattern[str]:
    grammar = grammar_of(language)
    return re.compile(rf"{one_of(grammar.definite_articles)}\s+{one_of(grammar.meeting_nouns)}\b", re.IGNORECASE)


@cache
def _counting(language: Language) -> re.Pattern[str]:
    return re.compile(rf"{one_of(grammar_of(language).counting_off)}\s+", re.IGNORECASE)


def own_words(item: Item, edition: Edition, taken: Collection[str]) -> Attempt:
    """The sentence of the edition's language that fills most cells, as it stands."""
    assert isinstance(item, Meeting)
    passages = list(_of_the_row(item, edition))
    if not passages:
        return Attempt(None, ("no_sentence_in_this_language",))
    best = max(passages, key=lambda passage: points(passage, item))
    return verbatim(dataclasses.replace(item, evidence=(best.evidence,)), edition)


def filled_fields(item: Item, edition: Edition, taken: Collection[str]) -> Attempt:
    """The sentence made of the row's fields, unless an article's gives what a cell lacks; then that one told."""
    assert isinstance(item, Meeting)
    item = of_its_day(item, edition)
    made = frame(item, edition)
    if made.text is None or made.evidence is not None or not _gives_more(item, edition):
        return made
    anew = told(item, edition)
    return anew if anew.text else Attempt(None, ("a_cell_lacks_what_the_sentence_gives", *anew.rules))


def original(item: Item, edition: Edition, taken: Collection[str]) -> Attempt:
    """The foreign sentence that fills most cells, as it stands."""
    assert isinstance(item, Meeting)
    best = max(of_its_day(item, edition).evidence, key=lambda piece: points(edition.passages.of(piece), item))
    return verbatim(dataclasses.replace(item, evidence=(best,)), edition)


ROW_RUNGS: Attempts = (
    ("native", native_row),
    ("verbatim", own_words),
    ("frame", filled_fields),
    ("verbatim", original),
)


def _rated(item: Item, edition: Edition, taken: Collection[str]) -> list[tuple[int, Attempt]]:
    """Each sentence of the edition's language with its points, as a line of its own."""
    assert isinstance(item, Meeting)
    found: list[tuple[int, Attempt]] = []
    for passage in _of_the_row(item, edition):
        own = _resting_on(item, (passage.evidence,))
        attempt = counted_off(passage, own, edition) or native_sentence(own, edition, taken)
        attempt = attempt if attempt.text else known_by_heading(passage, own, edition) or attempt
        found.append((points(passage, item) + (CLEAN if attempt.text else 0), attempt))
    return found


def of_its_day(item: Meeting, edition: Edition) -> Meeting:
    """The row on its own sentence and those that give no other day; of what was held without those that only announce it.

    `They will meet again on May 19` has its people from `met her colleague on March 11`, which tells of another meeting.  Of a
    day over which the sources differ, `the one met on March 3 and the others on March 4` is no sentence to show.
    """
    kept = [one for n, one in enumerate(item.evidence) if _may_be_of(item, days_of(edition.passages.of(one)), first=n == 0)]
    kept = [one for one in kept if not is_of_the_plan(item, one, edition)]
    return _resting_on(item, tuple(kept) or item.evidence[:1])


def _may_be_of(item: Meeting, days: Collection[str], *, first: bool) -> bool:
    if item.conflicts and len(days) > 1:
        return False
    return first or not days or not item.date or item.date in days


def _of_the_row(item: Meeting, edition: Edition) -> Iterator[Passage]:
    """The sentences of its language by which the row's meeting is known: the first, and those of an article with its day.

    `we talk almost every week`, of an interview that gives no day, is put to a call of Monday, and tells nothing of that one.
    """
    item = of_its_day(item, edition)
    pieces = (edition.passages.of(piece) for piece in item.evidence)
    dated = {passage.evidence.article for passage in pieces if item.date in days_of(passage)}
    for passage in find_passages(item, edition.passages, edition.language):
        if not item.date or passage.evidence == item.evidence[0] or passage.evidence.article in dated:
            yield passage


def _resting_on(item: Meeting, evidence: tuple[Evidence, ...]) -> Meeting:
    return item if evidence == item.evidence else dataclasses.replace(item, evidence=evidence)


def _gives_more(meeting: Meeting, edition: Edition) -> bool:
    """Whether an article's sentence has what a cell of the row lacks."""
    passages = [edition.passages.of(piece) for piece in meeting.evidence]
    return any(gives(passage, cell, meeting) for cell in empty_cells(meeting) for passage in passages)

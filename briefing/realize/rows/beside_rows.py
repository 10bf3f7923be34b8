"""What stands beside the sentence of a meeting's row and fills a cell that the row leaves empty, or takes it back.

`The joint commission meets on May 20 in Arica. Deputy Minister Soto will head the delegation.`: who comes stands in the next
sentence.  `Peru has not confirmed the date.`: a row that says `announced` says too much without it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from functools import cache

from briefing.model import Evidence, Item, Language, Meeting, Sentence
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.notes.interviews import is_asked
from briefing.realize.notes.naming import names_a_pair
from briefing.realize.notes.qualifying import main_subject, sentence_behind
from briefing.realize.notes.resting import goes_on_by_a_pronoun
from briefing.realize.rows.cells import FINE, Cell, empty_cells, gives, people_in
from briefing.realize.rungs.openings import is_not_prose
from briefing.realize.rungs.originals import sentence_before
from briefing.realize.rungs.passages import Passage

LONGEST = 45
"""Words of a sentence that is quoted for a cell: a longer one tells more than that."""
THINGS = frozenset({"obj", "nsubj", "nsubj:pass", "nmod"})
"""Places of a noun that a sentence is about."""
BEHIND = 2
"""Sentences behind in which a doubt or a new day is looked for."""


def shown_piece(item: Item, edition: Edition) -> Evidence:
    """The piece that the line retells; of a line made of fields the one that its note shows."""
    told = item.told_from.get(edition.language)
    own = (piece for piece in item.evidence if piece.language == edition.language)
    return item.evidence[told] if told is not None else next(own, item.evidence[0])


def doubts_behind(passage: Passage, meeting: Meeting) -> Iterator[Sentence]:
    """`Niger has not confirmed the visit.`, `It may be put off if the strike goes on.`: right behind what announces it."""
    if meeting.status == "held":
        return
    at: Passage | None = passage
    for _ in range(BEHIND):
        at = sentence_behind(at) if at is not None else None
        if at is None or is_not_prose(at):
            return
        if at.sentence is not None and any(sign(at, meeting) for sign in DOUBTS) and not _is_of_another(at, meeting):
            yield at.sentence
            return


def agreed_behind(passage: Passage, meeting: Meeting) -> Iterator[Sentence]:
    """`Soto and Ruiz spoke by phone. They agreed that …`: what came of a meeting whose sentence tells no thing."""
    behind = sentence_behind(passage) if meeting.status == "held" and not (meeting.agenda or _tells_a_thing(passage)) else None
    if behind is None or behind.sentence is None or not _may_stand(behind) or _is_of_another(behind, meeting):
        return
    if names_a_pair(behind) or _are_they(behind):
        yield behind.sentence


def _tells_a_thing(passage: Passage) -> bool:
    """`… and asked that the tax be lifted`, but `spoke by phone for half an hour`."""
    grammar, lemmas = grammar_of(passage.language), passage.tree.lemmas
    known = grammar.known_nouns | grammar.meeting_nouns | grammar.meeting_links
    nouns = (
        i for i in passage.kept if passage.tokens[i].upos == "NOUN" and i not in passage.named and i not in passage.of_days
    )
    things = (i for i in nouns if lemmas[i] not in known and not passage.mention_at.get(i))
    return any(passage.tree.relations[i] in THINGS for i in things)


def _are_they(passage: Passage) -> bool:
    """`They agreed that …`."""
    index = main_subject(passage)
    token = passage.tokens[index] if index is not None else None
    return token is not None and token.upos == "PRON" and token.feat("Number") == "Plur" and not passage.is_quoted(token.span)


def filling(passage: Passage, meeting: Meeting, introduced: Collection[str]) -> Iterator[Sentence]:
    """The sentence behind or before that has what an empty cell of the row wants, and its own sentence has not."""
    wanted = _wanted(passage, meeting)
    for other in _neighbours(passage):
        filled = _filled(passage, other, wanted, meeting, introduced)
        if filled and other.sentence is not None:
            yield other.sentence
            wanted -= filled


def _filled(
    passage: Passage, other: Passage, wanted: Collection[Cell], meeting: Meeting, introduced: Collection[str]
) -> set[Cell]:
    """The cells that a sentence beside another fills; who comes stands behind, what is before names whom it is about."""
    behind = other.span.start >= passage.span.start
    if other is not passage and _tells_of_another(other, meeting):
        return set()
    return {cell for cell in wanted if (behind or cell != "people") and _fills(other, cell, meeting, introduced)}


def filled_elsewhere(meeting: Meeting, edition: Edition, introduced: Collection[str]) -> Iterator[Evidence]:
    """What other articles that tell of the meeting have for a cell that is empty all the same."""
    passage = edition.passages.of(shown_piece(meeting, edition))
    wanted = _wanted(passage, meeting)
    for other in _neighbours(passage):
        wanted -= _filled(passage, other, wanted, meeting, introduced)
    for other in (edition.passages.of(piece) for piece in meeting.further):
        wanted -= {cell for cell in wanted if _fills(other, cell, meeting, introduced)}
    others = [edition.passages.of(piece) for piece in meeting.evidence if piece.article != passage.evidence.article]
    for own, other in ((one, near) for one in others for near in (one, *_neighbours(one))):
        filled = _filled(own, other, wanted, meeting, introduced) if _may_stand(other) else set()
        if filled:
            yield other.evidence
            wanted -= filled


def told_against(meeting: Meeting, edition: Edition) -> Iterator[Evidence]:
    """`who had apologised` | `but said that they only spoke of gas`: what another article sets against the row's sentence.

    Of what was held, where one of the two limits what it tells (`but`), so that each edition has both.
    """
    shown = edition.passages.of(shown_piece(meeting, edition))
    others = (edition.passages.of(one) for one in meeting.evidence if one.article != shown.evidence.article)
    for other in others if meeting.status == "held" else ():
        if _may_stand(other) and any(map(_sets_against, (shown, other))):
            yield other.evidence
            return


def _sets_against(passage: Passage) -> bool:
    """`… but said the call had been limited to the gas contract`."""
    return not grammar_of(passage.language).adversative.isdisjoint(re.findall(r"\w+", passage.unquoted_words.casefold()))


def _wanted(passage: Passage, meeting: Meeting) -> set[Cell]:
    return {cell for cell in empty_cells(meeting) if not gives(passage, cell, meeting)}


def _neighbours(passage: Passage) -> Iterator[Passage]:
    """The sentence behind, which goes on about it, then the one before."""
    beside = (sentence_behind(passage), sentence_before(passage))
    return (one for one in beside if one is not None and _may_stand(one))


def _fills(passage: Passage, cell: Cell, meeting: Meeting, introduced: Collection[str]) -> bool:
    """Only where the sentence goes on about the meeting (`will attend`, `the delegation`, `there`): any other has its own."""
    own = cell != "people" or _names_a_side(passage, meeting, introduced)
    return own and _speaks_of_a_meeting(passage) and gives(passage, cell, meeting)


def _speaks_of_a_meeting(passage: Passage) -> bool:
    grammar = grammar_of(passage.language)
    return bool(passage.places_of(grammar.meeting_nouns | grammar.meeting_links))


def _may_stand(passage: Passage) -> bool:
    return not is_not_prose(passage) and not is_asked(passage) and passage.length <= LONGEST


def _names_a_side(passage: Passage, meeting: Meeting, introduced: Collection[str]) -> bool:
    """Somebody of a country that takes part; where the row has nobody, somebody by the whole name or with an office."""
    people = list(people_in(passage))
    if meeting.participants or meeting.people:
        return any(person.country in meeting.participants for person in people)
    whole = (form for person in people for form in (*person.name.values(), *person.forms) if " " in form)
    return any(whole) or any({*person.name.values(), *person.forms} & {*introduced} for person in people)


def _tells_new_day(passage: Passage, meeting: Meeting) -> bool:
    """Of what is put off: for when."""
    if _is_told_as_done(passage) and main_subject(passage) is not None:
        return False  # `The two extended their pact until 2029.`, but `was set for May 5`
    later = (date.value for date in passage.dates if date.value)
    return meeting.status == "postponed" and any(meeting.date and day > meeting.date for day in later)


def _is_of_another(passage: Passage, meeting: Meeting) -> bool:
    """With a day of its own, which is not that for which this one is put off."""
    days = {date.value for date in passage.dates if date.value} - {meeting.date}
    return any(len(day) == FINE for day in days) and meeting.status != "postponed"


def _tells_of_another(passage: Passage, meeting: Meeting) -> bool:
    """`The minister was then received by the president.`, `He leaves for Rome on Friday.`: behind a meeting that is yet to be,
    what was done, and whatever has a day of its own, is another.
    """
    days = {date.value for date in passage.dates if date.value and len(date.value) == FINE}
    own = bool(days) and meeting.date not in days and not goes_on_by_a_pronoun(passage)  # `He said the talks of May 3 …`
    return own or (meeting.status in {"upcoming", "postponed", "cancelled"} and _is_told_as_done(passage))


def _is_told_as_done(passage: Passage) -> bool:
    """By its main verb, or the small verb beside it; `was to attend`, `said she would attend` are still to come."""
    root = passage.root
    verbs = [root, *passage.tree.children.get(root, ())] if root is not None else []
    tokens = [passage.tokens[i] for i in verbs]
    planned = any(t.deprel in {"xcomp", "ccomp"} for t in tokens)
    finite = (t for t in tokens if t.upos in {"VERB", "AUX"} and t.feat("VerbForm") == "Fin")
    return not planned and any(t.feat("Tense") == "Past" for t in finite)


def _takes_back(passage: Passage, meeting: Meeting) -> bool:
    return _doubting(passage.language).search(passage.unquoted_words) is not None


def _depends(passage: Passage, meeting: Meeting) -> bool:
    """`The visit will take place if the permit is withdrawn.`"""
    return _speaks_of_a_meeting(passage) and _conditional(passage.language).search(passage.unquoted_words) is not None


DOUBTS = (_takes_back, _depends, _tells_new_day)
"""What a sentence behind may say of the meeting, that the row must not leave out."""


@cache
def _doubting(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(grammar_of(language).doubting)}", re.IGNORECASE)


@cache
def _conditional(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(grammar_of(language).conditions)}\b", re.IGNORECASE)


__all__ = ["agreed_behind", "doubts_behind", "filled_elsewhere", "filling", "shown_piece", "told_against"]

"""Which other articles tell of the meeting of a row, in whatever words: the row counts them.

Consolidation joins what is told in full.  `the visit of Ruiz, set for December 15`, told in the midst of other things, is no
second telling of `Soto will receive Ruiz in Arica on December 15`, but its article does tell of that meeting.  What is asked
for is positive: the row's own day with both sides or the place, or both people by name where no day is given.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from briefing.consolidate.accounts.scenes import MEETING, is_one_place
from briefing.consolidate.accounts.told_deeds import is_denied
from briefing.consolidate.conflicts.tellings import heads_of
from briefing.consolidate.elsewhere import CALL, is_of_a_meeting
from briefing.consolidate.people import fold
from briefing.consolidate.saying import around, called, days_in, meant
from briefing.consolidate.sentences import bodies, quote
from briefing.consolidate.told_clauses import at
from briefing.consolidate.values.borne import classes_of
from briefing.consolidate.week import SentenceKey, Week, in_order
from briefing.knowledge import load_language
from briefing.model import Date, Event, Meeting

OPEN_WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
"""A weekday of no known week (TIMEX3)."""
FINE = len("2026-05-04")
TALKS = "talks"
"""What two do who `spoke`: by telephone or not."""


@dataclasses.dataclass(frozen=True, slots=True)
class Index:
    """The week's sentences in their order, and which of them give a day, call somebody by a word or have a word as a name."""

    sentences: tuple[SentenceKey, ...]
    by_day: Mapping[str, tuple[int, ...]]
    by_name: Mapping[str, tuple[int, ...]]
    by_capital: Mapping[str, tuple[int, ...]]

    def near(self, meeting: Meeting) -> list[SentenceKey]:
        """Those that may tell of a meeting: they give its day or weekday, its town, or the first of its people."""
        words = fold(meeting.people[0]).split() if meeting.people else []
        found = {at for day in (meeting.date or "", weekday_of(meeting)) for at in self.by_day.get(day, ())}
        found |= {at for word in words for at in self.by_name.get(word, ())}
        found |= {at for word in town_words(meeting) for at in self.by_capital.get(word, ())}
        return [self.sentences[at] for at in sorted(found)]


def index_of(week: Week) -> Index:
    sentences = tuple(key for key, _ in bodies(week))
    by_day = looked_up(sentences, lambda key: {*days_told(week, key), *weekdays_told(week, key)})
    by_capital = looked_up(sentences, partial(capitals_in, week))
    return Index(sentences, by_day, looked_up(sentences, partial(called, week)), by_capital)


def looked_up(keys: Sequence[SentenceKey], of: Callable[[SentenceKey], Collection[str]]) -> Mapping[str, tuple[int, ...]]:
    """The places in a list by what each has."""
    found: dict[str, list[int]] = {}
    for number, key in enumerate(keys):
        for word in of(key):
            found.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


def with_witnesses(week: Week, meetings: Sequence[Meeting]) -> tuple[Meeting, ...]:
    """The meetings, each with a sentence of every other article that tells of it."""
    index = index_of(week)
    return tuple(_with_its_own(week, meeting, meetings, index) for meeting in meetings)


def _with_its_own(week: Week, meeting: Meeting, meetings: Sequence[Meeting], index: Index) -> Meeting:
    taken = {piece.article for piece in meeting.evidence}
    keys = list(witnesses(week, meeting, meetings, index.near(meeting), taken))
    pieces = [quote(week.docs[name].article, week.docs[name].sentences[number].span) for name, number in keys]
    return dataclasses.replace(meeting, evidence=(*meeting.evidence, *in_order(week, pieces))) if pieces else meeting


def witnesses(
    week: Week, meeting: Meeting, rows: Sequence[Meeting], near: Sequence[SentenceKey], taken: Collection[str]
) -> Iterator[SentenceKey]:
    """The first sentence of each article, but those `taken`, that tells of the meeting; `rows` are all that have one."""
    found = set(taken)
    for key in near:
        if key[0] not in found and is_witness(week, key, meeting, rows):
            found.add(key[0])
            yield key


def is_witness(week: Week, key: SentenceKey, meeting: Meeting, rows: Sequence[Meeting]) -> bool:
    """Whether a sentence tells of this meeting and of no other that has a row."""
    if not speaks_of_one(week, key, meeting) or tells_of_others(week, key, meeting):
        return False
    alike = [row for row in rows if row.id != meeting.id and is_call(row) == is_call(meeting)]
    days = days_told(week, key)
    if is_placed_elsewhere(week, key, meeting):
        return False
    if len(meeting.date or "") == FINE and meeting.date in days:
        of_the_day = [row for row in alike if row.date == meeting.date]
        place = has_place(week, key, meeting)
        sides = has_sides(week, key, meeting) or has_somebody(week, key, meeting)
        return (place and sides) or ((place or sides) and not of_the_day)
    if is_told_without_its_day(week, key, meeting, alike):
        return True
    once = not any({*row.participants} == {*meeting.participants} for row in alike)
    explicit = any(date.value for date in days_in(*at(week, key)))
    return not explicit and once and has_everybody(week, key, meeting)


def is_told_without_its_day(week: Week, key: SentenceKey, meeting: Meeting, alike: Sequence[Meeting]) -> bool:
    """`the teams will meet in Arica as planned`, `la reunión del jueves`: its sides, and its own town or weekday."""
    if len(meeting.date or "") != FINE or any(len(day.value or "") == FINE for day in dates_of(week, key)):
        return False
    weekdays = weekdays_told(week, key)
    if weekdays and weekday_of(meeting) not in weekdays:
        return False
    placed = has_place(week, key, meeting) and not any(has_place(week, key, row) for row in alike)
    of_day = bool(weekdays) and not any(weekday_of(row) in weekdays for row in alike)
    return (placed or of_day) and (has_sides(week, key, meeting) or has_somebody(week, key, meeting))


def dates_of(week: Week, key: SentenceKey) -> list[Date]:
    doc, sentence = at(week, key)
    return [day for day in doc.dates if day.type in {"DATE", "TIME"} and sentence.span.contains(day.span)]


def weekdays_told(week: Week, key: SentenceKey) -> set[str]:
    """The weekdays of which the article does not tell the week."""
    found = (OPEN_WEEKDAY.match(day.timex) for day in dates_of(week, key) if not day.value)
    return {match[0] for match in found if match}


def weekday_of(meeting: Meeting) -> str:
    day = meeting.date or ""
    return f"XXXX-WXX-{date.fromisoformat(day).isoweekday()}" if len(day) == FINE else ""


def town_words(meeting: Meeting) -> list[str]:
    return [fold(word) for word in (meeting.place or "").replace(",", " ").split() if word[:1].isupper()]


def capitals_in(week: Week, key: SentenceKey) -> set[str]:
    return {fold(token.form) for token in at(week, key)[1].tokens if token.form[:1].isupper()}


def speaks_of_one(week: Week, key: SentenceKey, meeting: Meeting) -> bool:
    """Whether its words tell of a call, where that is one, or else of another meeting, and do not deny it."""
    if is_told_as_one(week, key, meeting):
        return True
    doc, sentence = at(week, key)
    nouns = [token for token in sentence.tokens if MEETING in classes_of(doc.article.language, token)]
    at_one = any(token.upos == "NOUN" and token.deprel.startswith("obl") for token in nouns)
    # `said that at Thursday's meeting she got no refusal`: what is denied is not that they met
    denied = not at_one and any(is_denied(doc, sentence, head) for head in heads_of(doc, sentence))
    together = has_place(week, key, meeting) and is_of_a_meeting(week, key, meeting)  # `on the 21st we will see it in Arica`
    return not is_call(meeting) and not denied and (bool(nouns) or together)


def is_told_as_one(week: Week, key: SentenceKey, meeting: Meeting) -> bool:
    """Whether extraction has read a meeting in it that stands as this one does."""
    told = (one for one in week.by_sentence.get(key, ()) if isinstance(one, Event) and one.meeting)
    alike = (one for one in told if one.meeting == TALKS or (one.meeting == CALL) == is_call(meeting))
    return any((one.status or "held") == meeting.status for one in alike)


def tells_of_others(week: Week, key: SentenceKey, meeting: Meeting) -> bool:
    """Whether it names people, and none of those of the row; or tells of a call beside a row that is none."""
    doc, sentence = at(week, key)
    told = [one for one in week.by_sentence.get(key, ()) if isinstance(one, Event) and one.meeting not in {None, TALKS}]
    if told and all((one.meeting == CALL) != is_call(meeting) for one in told):
        return True
    named = (doc.actors[m.actor] for m in doc.mentions if sentence.span.contains(m.span) and m.actor in doc.actors)
    people = {word for one in named if one.kind == "person" for form in one.forms for word in fold(form).split()}
    own = {word for name in meeting.people for word in fold(name).split()}
    return bool(people and own and not people & own)


def days_told(week: Week, key: SentenceKey) -> set[str]:
    """The days of a sentence, also as extraction has found them."""
    said = {date.value for date in days_in(*at(week, key)) if date.value}
    return said | {claim.date for claim in week.by_sentence.get(key, ()) if claim.date}


def has_place(week: Week, key: SentenceKey, meeting: Meeting) -> bool:
    """Its town, also as another language spells it."""
    place, names = town_words(meeting), capitals_in(week, key)
    return bool(place) and all(any(is_one_place(word, name) for name in names) for word in place)


def is_placed_elsewhere(week: Week, key: SentenceKey, meeting: Meeting) -> bool:
    """`on October 25 in Ibb`, `en Ibb el 25 de octubre`, of a row that has another town: its day, and not its place."""
    doc, sentence = at(week, key)
    placing = load_language("compare", "words")["placing"][doc.article.language]
    days = [date.span for date in days_in(doc, sentence) if date.value == meeting.date]
    tokens = sentence.tokens
    for index in range(1, len(tokens)):
        if tokens[index - 1].form.lower() not in placing or not tokens[index].form[:1].isupper():
            continue
        end = next((i for i in range(index, len(tokens)) if not tokens[i].form[:1].isupper()), len(tokens))
        behind = any(day.stop <= tokens[index - 1].span.start <= day.stop + 1 for day in days)
        before = any(0 <= day.start - tokens[end - 1].span.stop <= len(" on the ") for day in days)
        if (behind or before) and not any(day.overlaps(tokens[index].span) for day in days):
            return bool(meeting.place) and not has_place(week, key, meeting)
    return False


def has_sides(week: Week, key: SentenceKey, meeting: Meeting) -> bool:
    """Both sides, by whatever they are called in the sentence or beside it."""
    near = around(week, key)
    sides = {code for code in meeting.participants if "+" not in code}
    read = {code for one in week.by_sentence.get(key, ()) if isinstance(one, Event) and one.meeting for code in one.actors}
    said = frozenset().union(*(called(week, one) for one in near)) | meant(week, near, sides) | read
    return len(sides) >= 2 and sides <= said


def has_somebody(week: Week, key: SentenceKey, meeting: Meeting) -> bool:
    """One of its people by name: on one day nobody but those of another row meets twice."""
    said = called(week, key)
    return any({fold(word) for word in name.split()[-1:]} & said for name in meeting.people)


def has_everybody(week: Week, key: SentenceKey, meeting: Meeting) -> bool:
    """Both people by name, in the sentence itself."""
    said = called(week, key)
    return len(meeting.people) >= 2 and all({fold(word) for word in name.split()} & said for name in meeting.people)


def is_call(meeting: Meeting) -> bool:
    return meeting.kind == CALL

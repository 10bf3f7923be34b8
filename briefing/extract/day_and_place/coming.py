"""The day of a meeting and the tense of what tells of it: which date cannot be its day, and which day is meant by a guess.

A day to come, beside a verb that tells of what was, belongs to something else in the sentence; a day guessed to lie behind
the article, beside `will`, is the same day of the week or year to come.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import re

from briefing.edtf import bounds, is_day
from briefing.extract.claims import dates_in, owner
from briefing.extract.day_and_place.dated_headings import heading_above
from briefing.extract.meetings.carriers import verb_group
from briefing.extract.reading import Reading
from briefing.extract.sentence.moods import is_future
from briefing.extract.sentence.trees import Tree, ancestors, finite_of, is_passive, is_relation, is_verbal
from briefing.model import Date

GUESSED = frozenset({"nearest", "verb"})
"""How a date was found whose week or year the words do not give."""
INFERRED = "inferred"
MONTH = re.compile(r"\d{4}-\d\d")
EITHER = re.compile(r"\[(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)\]")
YEAR = re.compile(r"\d{4}")
WEEKDAY = re.compile(r"XXXX-WXX-(\d)")
LONGEST_AHEAD = 300
"""Days ahead beyond which `on November 4` would be told with its year."""
PAST = frozenset({"Past", "Imp"})


def is_of_another_tense(reading: Reading, number: int, date: Date, head: int, host: int) -> bool:
    """`said after the meeting that prices would be set by June 30`: another verb's day, ahead of what was or behind a plan."""
    tree = reading.trees[number]
    own = owner(reading, number, date)
    if own < 0 or own in {head, *verb_group(tree, host)} or not is_timed(tree, own):
        return False
    nouns = nouns_above(tree, own)
    finite = finite_of(tree, own).feat("VerbForm") == "Fin"
    set_for = is_planned(reading, tree, own) and not any(is_relation(tree.tokens[c], "xcomp") for c in tree.children[own])
    told_of = nouns[:1] if finite and not set_for else nouns  # `the Union, which will …`; `a visit to Riga, which was set for`
    if is_relation(tree.tokens[own], "acl", "amod") and head in told_of:
        return False  # `the talks set for Wednesday`
    if is_had_as_planned(reading, tree, own) and head in nouns_above(tree, tree.tokens[own].head):
        return False
    if tree.tokens[own].head == host and not is_relation(tree.tokens[own], "ccomp") and is_planned(reading, tree, own):
        return False  # `la cita quedó fijada para el miércoles`
    ahead = days_ahead(reading, date.value)
    to_come = is_future(reading, tree, host)
    told = finite_of(tree, host).feat("Tense") in PAST and is_verbal(tree.tokens[host]) and not to_come
    behind = finite_of(tree, own).feat("Tense") in PAST and not is_future(reading, tree, own)
    return ahead is not None and ((told and ahead > 0) or (to_come and behind and ahead < 0))


def is_had_as_planned(reading: Reading, tree: Tree, index: int) -> bool:
    """`la reunión que la ministra tenía programada para el 24`: said of the noun, and a parser hangs it below `tenía`."""
    token = tree.tokens[index]
    if token.head < 0 or not is_relation(token, "obj", "xcomp", "amod", "obl") or not is_planned(reading, tree, index):
        return False
    above = tree.tokens[token.head]
    return is_relation(above, "acl") and above.lemma.lower() in reading.words.holding


def nouns_above(tree: Tree, index: int) -> list[int]:
    """What a participle may be said of: `la visita de la ministra a Lima, prevista para …`, whichever noun it is given to."""
    found: list[int] = []
    for above in ancestors(tree, index):
        found.append(above)
        if not is_relation(tree.tokens[above], "nmod", "conj", "flat", "appos", "compound"):
            break
    return found


def is_planned(reading: Reading, tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return bool({token.lemma.lower(), token.form.lower()} & reading.words.scheduling)


def is_timed(tree: Tree, index: int) -> bool:
    """A verb, or a participle that is an adjective by its tag (`prevista para junio`)."""
    return is_verbal(tree.tokens[index]) or tree.tokens[index].feat("VerbForm") == "Part"


def days_ahead(reading: Reading, value: str | None) -> int | None:
    """How far a date's first day lies after the article's; negative behind it."""
    published = reading.doc.article.published
    today, first = bounds(published)[1] if published else None, bounds(value)[0] if value else None
    return (first - today).days if today and first else None


def names_a_day_ahead(reading: Reading, tree: Tree) -> bool:
    return any((days_ahead(reading, date.value) or 0) > 0 for date in days_told(reading, tree))


def days_told(reading: Reading, tree: Tree) -> tuple[Date, ...]:
    """Those of the sentence, else the day under which an agenda has it."""
    above = heading_above(reading, reading.number_of(tree))
    return dates_in(reading, tree.sentence.span) or ((above,) if above else ())


def day_to_come(reading: Reading, date: Date | None) -> Date | None:
    """Of what is told as to come: `will receive him on Monday` is the Monday after the article, `on June 4` the next one."""
    if date is not None and (either := weekday_of_two(date)):
        return on_day(date, either[1]) if is_one_behind(reading, either) else date
    if date is not None and date.basis in GUESSED and MONTH.fullmatch(date.value or ""):
        return month_to_come(reading, date)
    if date is None or not is_day(date.value):
        return date
    if date.basis not in GUESSED and not is_day_of_oldest(reading, date):
        return date
    ahead, words = days_ahead(reading, date.value), date.span.of(reading.text)
    if ahead is None or ahead >= 0 or YEAR.search(words):
        return date
    named = any(character.isdigit() for character in words)
    day = dt.date.fromisoformat(date.value)
    moved = next_year(day) if named else day + dt.timedelta(7)
    later = days_ahead(reading, moved.isoformat()) if moved else None
    if moved is None or later is None or not 0 <= later <= LONGEST_AHEAD:
        return date
    return on_day(date, moved.isoformat())


def is_day_of_oldest(reading: Reading, date: Date) -> bool:
    """`On Wednesday she will be heard`, in an article of that Wednesday or a day behind it: more likely the next one."""
    words, published = date.span.of(reading.text), reading.doc.article.published
    first, last = bounds(published) if published else (None, None)
    several = first is not None and last is not None and first < last
    bare = date.basis == INFERRED and not any(character.isdigit() for character in words)
    return several and bare and first is not None and (date.value or "") <= first.isoformat()


def month_to_come(reading: Reading, date: Date) -> Date:
    """`agreed to meet in April`, in an article of May: the next April."""
    published, value = reading.doc.article.published, date.value or ""
    today, last = bounds(published)[0] if published else None, bounds(value)[1]
    if not today or not last or last >= today or YEAR.search(date.span.of(reading.text)):
        return date
    year, month = int(value[:4]), value[4:]
    later = next(f"{number}{month}" for number in (year + 1, year + 2) if (bounds(f"{number}{month}")[1] or last) >= today)
    return dataclasses.replace(date, timex=later, value=later, earliest=None, latest=None, interval=None, basis="verb")


def weekday_of_two(date: Date) -> tuple[str, str] | None:
    """The two days that a weekday may be whose clause does not tell whether it is over."""
    two = EITHER.fullmatch(date.value or "") if date.timex.startswith("XXXX-WXX") else None
    return (two[1], two[2]) if two else None


def is_one_behind(reading: Reading, days: tuple[str, str]) -> bool:
    """Not the two that `next Thursday` may be, said on a Wednesday."""
    return not (days_ahead(reading, days[0]) or 0) > 0


def on_day(date: Date, day: str) -> Date:
    return dataclasses.replace(date, timex=day, value=day, earliest=day, latest=day, interval=None, basis="verb")


def day_by_tense(reading: Reading, number: int, date: Date | None, verb: int) -> Date | None:
    """Of a guessed day of the week the one that the verb's tense means; no other day to come is that of what was done.

    `El miércoles se reunió` is the Wednesday before, `viaja el miércoles` the one after.
    """
    tree = reading.trees[number]
    if date is not None and (either := weekday_of_two(date)):
        past = is_told_in_past(tree, verb) and not is_passive(tree, verb) and not is_planned(reading, tree, verb)
        if is_told_in_present(tree, verb):
            return day_to_come(reading, date)
        return on_day(date, either[0]) if past and is_one_behind(reading, either) else date
    guessed = date is not None and date.basis in GUESSED and not any(c.isdigit() for c in date.span.of(reading.text))
    if guessed and is_told_in_present(tree, verb):
        return day_to_come(reading, date)
    ahead = days_ahead(reading, date.value) if date is not None else None
    told = is_told_in_past(tree, verb) and not is_passive(tree, verb) and not is_planned(reading, tree, verb)
    if date is None or date.value is None or not told or ahead is None or ahead <= 0:
        return date
    if not guessed or not is_day(date.value):
        return None
    return on_day(date, (dt.date.fromisoformat(date.value) - dt.timedelta(7)).isoformat())


def is_told_in_present(tree: Tree, verb: int) -> bool:
    """`viaja el lunes`, `el lunes me reúno`, `meets Petit on Monday`: with a day of the week, of what is to come."""
    token = tree.tokens[verb]
    present = token.feat("Tense") == "Pres" and token.feat("VerbForm") == "Fin" and token.feat("Person") in {"1", "3"}
    return present and token.upos == "VERB"


def weekday_in_present(reading: Reading, tree: Tree, verb: int) -> Date | None:
    """The day of `who meets Petit on Monday`, where nobody knows on which day of several the article was published."""
    if not is_told_in_present(tree, verb):
        return None
    unknown = (d for d in reading.doc.dates if d.value is None and WEEKDAY.fullmatch(d.timex))
    mine = (d for d in unknown if tree.sentence.span.contains(d.span))
    return next((d for d in mine if owner(reading, reading.number_of(tree), d) == verb), None)


def weekday_behind(reading: Reading, date: Date) -> Date | None:
    """That day of the week behind all days on which the article may have been published, where it is behind each the next."""
    number, published = WEEKDAY.fullmatch(date.timex), reading.doc.article.published
    ends = bounds(published) if published else (None, None)
    if number is None or ends[0] is None or ends[1] is None:
        return None
    days = {day + dt.timedelta((int(number[1]) - day.isoweekday() - 1) % 7 + 1) for day in (ends[0], ends[1])}
    return on_day(date, next(iter(days)).isoformat()) if len(days) == 1 else None


def is_told_in_past(tree: Tree, verb: int) -> bool:
    """`spoke`, `had spoken`, `se reunió`."""
    token, finite = tree.tokens[verb], finite_of(tree, verb)
    return finite.feat("Tense") == "Past" and token.feat("VerbForm") in {"Fin", "Part"} and is_verbal(token)


def next_year(day: dt.date) -> dt.date | None:
    """The same day a year later; February 29 has none."""
    return None if (day.month, day.day) == (2, 29) else day.replace(year=day.year + 1)

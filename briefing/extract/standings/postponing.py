"""A meeting put off to a day: `was postponed from the 9th to the 16th`, `la reunión, prevista para el 4, se pospuso al 18`.

The old day is when it was planned for; on the new one it is to be held.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import itertools
import re
from collections.abc import Iterator

from briefing.edtf import bounds, is_day
from briefing.extract.claims import dates_in, is_saying, owner
from briefing.extract.day_and_place.town_names import is_name, whole_name
from briefing.extract.day_and_place.when import When, is_dashed
from briefing.extract.reading import Reading
from briefing.extract.sentence.moods import is_negated
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, is_passive, is_relation, is_verbal
from briefing.model import Date, Event
from briefing.model.marks import PUT_OFF_TO

SINGLE = re.compile(r"\d{4}-\d\d(?:-\d\d)?")
"""A day or a month."""
LENGTH = re.compile(r"P(\d+)([DW])")
"""How much later, in whole days or weeks."""
DAYS_OF = {"D": 1, "W": 7}


def with_new_day(reading: Reading, tree: Tree, event: Event) -> Iterator[Event]:
    """The postponed meeting with its old day, and the same to come on the new one where the words give it."""
    old, new = days_of(reading, tree)
    if is_paused_until(reading, tree, event):
        yield dataclasses.replace(event, meeting="deadline", status="upcoming", agenda=(), concepts=())
        return
    if event.status in {"postponed", "cancelled"} and is_told_on(reading, tree, event.date):
        event = dataclasses.replace(event, date=old[0] if old else None, date_basis=old[1].basis if old else None)
    if event.status != "postponed" or new is None:
        yield event
        return
    before = {"date": old[0], "date_basis": old[1].basis} if old else {"date": None, "date_basis": None}
    yield dataclasses.replace(event, **before)
    day = after_news(reading, new[0])
    if day is None:
        return
    rules = tuple(rule if not rule.startswith("status:") else "status:upcoming" for rule in event.rules)
    planned = old[0] if old and is_day(old[0]) else None
    yield dataclasses.replace(
        at_new_place(reading, tree, event),
        date=day,
        date_basis=new[1].basis,
        status="upcoming",
        rules=(*rules, PUT_OFF_TO),
        moved_from=planned,
    )


def is_paused_until(reading: Reading, tree: Tree, event: Event) -> bool:
    """`agreed to suspend the talks until May 4`: the day on which the pause ends, and for which no talks were planned."""
    if event.status != "cancelled" or not event.date:  # `put off until May 4` is to be held then
        return False
    own = [d for d in dates_in(reading, tree.sentence.span) if d.value == event.date]
    ahead = after_news(reading, event.date) is not None
    return ahead and bool(own) and all(is_led_by(reading, tree, d, reading.words.until_cases) for d in own)


def day_after_change(reading: Reading, tree: Tree, chosen: When | None) -> When | None:
    """Which day holds in a sentence that tells of a change: the only one that is no day of the old plan, else none."""
    dates = [date for date in dates_in(reading, tree.sentence.span) if not is_when_told(reading, tree, date)]
    ahead = [date for date in dates if not is_of_old_plan(reading, tree, date)]
    moved = [date for date in ahead if is_led_by(reading, tree, date, reading.words.put_off_cases)]
    days = {date.value: date for date in moved or ahead}
    if len(days) != 1:
        return chosen if not dates else None
    value, date = next(iter(days.items()))
    return (date.interval or value or "", date.basis)


def is_of_old_plan(reading: Reading, tree: Tree, date: Date) -> bool:
    """`planned for March 9`, `que debía celebrarse el 9`: below a word of planning that is a part of the meeting's noun."""
    index = next((i for i, token in enumerate(tree.tokens) if date.span.contains(token.span)), None)
    return index is not None and (is_in_old_plan(reading, tree, index) or is_in_the_subject(reading, tree, date, index))


def is_in_the_subject(reading: Reading, tree: Tree, date: Date, index: int) -> bool:
    """`The visit by Ruiz to Tacna on Monday was called off`: between the meeting's noun and the passive told of it; not
    `The ministry on Monday called off the visit`, nor `The visit was on Monday called off`."""
    words = reading.words.named_as_meeting | reading.words.named_as_visit
    for verb in (v for v, token in enumerate(tree.tokens) if is_verbal(token) and v > index and is_passive(tree, v)):
        nouns = [c for c in children(tree, verb, "nsubj", "nsubj:pass") if tree.tokens[c].lemma.lower() in words]
        first = min((*children(tree, verb, "aux", "aux:pass"), verb))
        if (
            nouns
            and nouns[0] < index
            and tree.tokens[first - 1].span.stop <= date.span.stop
            and is_calling_off(reading, tree, verb)
        ):
            return True
    return False


def is_in_old_plan(reading: Reading, tree: Tree, index: int) -> bool:
    planned = reading.words.planning | reading.words.scheduling
    for above in ancestors(tree, index):
        token = tree.tokens[above]
        if is_relation(token, "acl", "amod") or (is_relation(token, "appos") and is_verbal(token)):
            below = (above, *children(tree, above, "aux", "cop", "xcomp", "mark", "obj"))
            words = {w for i in below for w in (tree.tokens[i].lemma.lower(), tree.tokens[i].form.lower())}
            return bool(words & planned) or was_to_be(reading, tree, above) or is_second_relative(reading, tree, above)
        if is_planned_and_put_off(reading, tree, above):
            return True
    return False


def was_to_be(reading: Reading, tree: Tree, verb: int) -> bool:
    """`which was to be held in Tacna on May 4`: the past of `be to`; not `is to be held`, which still holds."""
    helpers = [tree.tokens[c] for c in children(tree, verb, "aux", "cop")]
    past = any(t.lemma.lower() in reading.words.be_to and t.feat("Tense") == "Past" for t in helpers)
    return past and any(tree.tokens[c].form.lower() in reading.words.infinitive_marks for c in children(tree, verb, "mark"))


def is_second_relative(reading: Reading, tree: Tree, verb: int) -> bool:
    """`which was due to take place on May 4`, of which a tree makes two relatives of one noun."""
    beside = [tree.tokens[c] for c in children(tree, tree.tokens[verb].head, "acl") if c < verb]
    return any(token.form.lower() in reading.words.scheduling and token.upos == "ADJ" for token in beside)


def at_new_place(reading: Reading, tree: Tree, event: Event) -> Event:
    """`The round, planned for May 4 in Tacna, was moved to May 9`: where it is then nobody says, but for `in Arica`."""
    if event.place is None:
        return dataclasses.replace(event, place=place_behind(reading, tree, -1))
    if is_same_venue(reading, tree):
        return event
    start = tree.sentence.span.start + tree.sentence.span.of(reading.text).find(event.place)
    index = next((i for i, token in enumerate(tree.tokens) if token.span.start == start), None)
    if index is None or not is_in_old_plan(reading, tree, index):
        return event
    return dataclasses.replace(event, place=place_behind(reading, tree, index))


def is_same_venue(reading: Reading, tree: Tree) -> bool:
    """`in the same city`, `en la misma sede`."""
    pairs = itertools.pairwise(token.lemma.lower() for token in tree.tokens)
    return any(one in reading.words.selfsame and two in reading.words.venues for one, two in pairs)


def place_behind(reading: Reading, tree: Tree, old: int) -> str | None:
    """The one name behind a word of place that stands behind the old plan and is no part of it."""
    named = [i for i in range(old + 1, len(tree.tokens)) if is_name(reading, tree, i)]
    placed = [i for i in named if case_of(tree, i) in reading.words.place_cases and not is_in_old_plan(reading, tree, i)]
    placed = [i for i in placed if not is_relation(tree.tokens[i], "flat") and is_of_new_day(reading, tree, i)]
    whole = whole_name(reading, tree, placed) if len(placed) == 1 else None
    return whole.of(reading.text) if whole else None


def is_of_new_day(reading: Reading, tree: Tree, index: int) -> bool:
    """Hung on the verb that moves it, or on the day that it is moved to."""
    above = tree.tokens[index].head
    if above < 0:
        return False
    dated = any(date.value and date.span.contains(tree.tokens[above].span) for date in reading.doc.dates)
    numbered = tree.tokens[above].upos == "NUM"  # `al 26 en Tacna`
    return dated or numbered or is_one_of(tree, above, reading.words.postponing | reading.words.moving)


def is_planned_and_put_off(reading: Reading, tree: Tree, verb: int) -> bool:
    """`had been planned for May 9 but was put back`, `estaba prevista para el 9, pero se aplazó`, `tenía previsto viajar el 9,
    pero canceló el viaje`."""
    below = (verb, *children(tree, verb, "aux", "obj", "iobj", "xcomp"))  # `debía celebrarse en abril, pero se aplazó`
    carried = [tree.tokens[i] for i in below]
    planned = {w for t in carried for w in (t.lemma.lower(), t.form.lower())} & (
        reading.words.planning | reading.words.scheduling
    )
    further = [c for c in children(tree, verb, "conj", "parataxis") if is_verbal(tree.tokens[c])]
    words = reading.words.postponing | reading.words.moving
    off = [c for c in further if is_one_of(tree, c, words)]
    off += [c for c in further if is_one_of(tree, c, reading.words.cancelling) and not children(tree, c, "nsubj", "nsubj:pass")]
    return (bool(planned) or was_to_be(reading, tree, verb)) and bool(off)  # not `…; the works have been cancelled`


def is_one_of(tree: Tree, verb: int, words: frozenset[str]) -> bool:
    """A verb alone or with its particle."""
    pairs = {f"{tree.tokens[verb].lemma} {tree.tokens[c].form}".lower() for c in tree.children[verb]}
    return bool({tree.tokens[verb].lemma.lower(), tree.tokens[verb].form.lower(), *pairs} & words)


def is_told_on(reading: Reading, tree: Tree, value: str | None) -> bool:
    """Whether a day is the one on which it was put off or called off, and never that of the meeting."""
    found = [date for date in dates_in(reading, tree.sentence.span) if date.value == value]
    return bool(found) and all(is_when_told(reading, tree, date) for date in found)


def is_when_told(reading: Reading, tree: Tree, date: Date) -> bool:
    """The article's own day; or an earlier one that belongs to the verb, or to one that decides on it.

    `cancelled the trip on Tuesday night`, `agreed in March to postpone the visit`.
    """
    index = next((i for i, token in enumerate(tree.tokens) if date.span.contains(token.span)), None)
    verb = next((i for i in ancestors(tree, index) if is_verbal(tree.tokens[i])), None) if index is not None else None
    if verb is not None and is_negated(reading, tree, verb):  # `did not travel on Thursday, as had been planned`
        return False
    if is_of_old_plan(reading, tree, date):  # `the talks set for Friday are off`, told on that Friday
        return False
    if is_day_of_news(reading, date):
        return True
    published = reading.doc.article.published
    today, last = bounds(published)[1] if published else None, bounds(date.value)[1] if date.value else None
    if index is None or not (today and last and last <= today):
        return False
    if verb is None or is_planned_for(reading, tree, index, verb):
        return False
    return any(is_calling_off(reading, tree, v) for v in (verb, *children(tree, verb, "xcomp", "ccomp", "advcl")))


def is_calling_off(reading: Reading, tree: Tree, verb: int) -> bool:
    """`cancelled`, `put off`; the particle may be taken for a preposition of what follows (`called off a round`)."""
    beside = {*tree.children[verb], *range(verb + 1, min(verb + 2, len(tree.tokens)))}
    parts = [f"{tree.tokens[verb].lemma} {tree.tokens[c].form}".lower() for c in sorted(beside)]
    return bool({tree.tokens[verb].lemma.lower(), *parts} & (reading.words.postponing | reading.words.cancelling))


def after_news(reading: Reading, value: str) -> str | None:
    """The new day: `se reprogramó para junio` is no June before the article, which the verb's past tense would choose."""
    published = reading.doc.article.published
    first = bounds(published)[0] if published else None
    for day in (value, f"{int(value[:4]) + 1}{value[4:]}" if SINGLE.fullmatch(value) else value):
        last = bounds(day)[1]
        if not (last and first and last < first):
            return day
    return None


def days_of(reading: Reading, tree: Tree) -> tuple[tuple[str, Date] | None, tuple[str, Date] | None]:
    """The day that a meeting was planned for, and the one that it is put off to."""
    old: tuple[str, Date] | None = None
    new: tuple[str, Date] | None = None
    for date in dates_in(reading, tree.sentence.span):
        index = next((i for i, token in enumerate(tree.tokens) if date.span.contains(token.span)), None)
        verb = verb_of_change(reading, tree, index) if index is not None else None
        put_off = (
            verb is not None and is_postponing(reading, tree, verb) and not is_planned_for(reading, tree, index or 0, verb)
        )
        ends = (date.interval or "").split("/")
        if put_off and len(ends) == 2 and all(ends) and is_from_one_to_other(reading, tree, date, verb or 0):
            old, new = (ends[0], date), (ends[1], date)
        elif put_off and is_led_by(reading, tree, date, reading.words.put_off_cases):
            new = new if new and is_end_of(new[0], date) else (all_days(tree, date), date)
        elif new and is_next_day(reading, new, date):
            new = (f"{new[0]}/{date.value}", new[1])
        elif old is None and not is_when_told(reading, tree, date) and not is_of_saying(reading, tree, date):
            old = (date.interval or date.value or "", date)
    return old, new or later_by(reading, tree, old)


def verb_of_change(reading: Reading, tree: Tree, index: int) -> int | None:
    """The verb above, or the participle by which it says what has become of it: `queda aplazada al 26`."""
    return next((i for i in ancestors(tree, index) if is_verbal(tree.tokens[i]) or is_put_off(reading, tree, i)), None)


def is_put_off(reading: Reading, tree: Tree, index: int) -> bool:
    """`queda aplazada`: beside a verb that only links it to its subject."""
    linked = is_relation(tree.tokens[index], "obj", "xcomp", "root") and not is_verbal(tree.tokens[index])
    return linked and tree.tokens[index].upos == "ADJ" and is_postponing(reading, tree, index)


def all_days(tree: Tree, date: Date) -> str:
    """`deferred to 4th-6th May`: each of them."""
    return date.interval if date.interval and is_dashed(tree, date) else date.value or ""


def is_of_saying(reading: Reading, tree: Tree, date: Date) -> bool:
    """`has been put off, the minister told reporters on Wednesday`: when it was told."""
    verb = owner(reading, reading.number_of(tree), date)
    return verb >= 0 and is_saying(reading, tree, verb) and not is_of_old_plan(reading, tree, date)


def is_next_day(reading: Reading, new: tuple[str, Date], date: Date) -> bool:
    """`to June 10 and 11`, `al 10 y 11 de junio`: the day behind, joined by a word."""
    between = reading.text[new[1].span.stop : date.span.start].split()
    one, two = new[0], date.value or ""
    if len(between) != 1 or not between[0].isalpha() or not is_day(one) or not is_day(two):
        return False
    return (dt.date.fromisoformat(two) - dt.date.fromisoformat(one)).days == 1


def is_end_of(stretch: str, date: Date) -> bool:
    return "/" in stretch and stretch == date.interval


def later_by(reading: Reading, tree: Tree, old: tuple[str, Date] | None) -> tuple[str, Date] | None:
    """`due on May 4, has been put back a week`, `se aplazó dos días`: the new day by how much later it is."""
    if old is None or not is_day(old[0]):
        return None
    spans = [d for d in reading.doc.dates if d.type == "DURATION" and tree.sentence.span.contains(d.span)]
    told = [days for d in spans if (days := LENGTH.fullmatch(d.timex)) and is_put_back_by(reading, tree, d)]
    if len(told) != 1:
        return None
    number = int(told[0][1]) * DAYS_OF[told[0][2]]
    later = (dt.date.fromisoformat(old[0]) + dt.timedelta(number)).isoformat()
    return later, dataclasses.replace(old[1], basis="inferred")


def is_put_back_by(reading: Reading, tree: Tree, duration: Date) -> bool:
    """Beside the verb that puts it off, and nothing with it that makes it vague: not `at least a week`, `a week after`."""
    inside = [i for i, token in enumerate(tree.tokens) if duration.span.contains(token.span)]
    head = next((i for i in inside if tree.tokens[i].head not in inside), -1)
    if head < 0 or not is_relation(tree.tokens[head], "obl", "obj", "advmod") or tree.tokens[head].head < 0:
        return False
    beside = [c for c in tree.children[head] if not is_relation(tree.tokens[c], "det", "nummod", "case", "punct")]
    by = case_of(tree, head) in {"", *reading.words.put_back_by}
    behind = {token.form.lower() for token in tree.tokens[inside[-1] : inside[-1] + 2]}
    counted = behind & (reading.words.counted_before | reading.words.after_marks | reading.words.counted_after)
    return not beside and not counted and by and is_postponing(reading, tree, tree.tokens[head].head)


def is_from_one_to_other(reading: Reading, tree: Tree, date: Date, verb: int) -> bool:
    """`pospuso la reunión del 12 al 19 de marzo`; `its March 18-19 visit` is of two days."""
    inside = [i for i, token in enumerate(tree.tokens) if date.span.contains(token.span)]
    before = next((token for token in reversed(tree.tokens[: inside[0]]) if token.upos != "DET"), None) if inside else None
    return before is not None and before.upos == "ADP" and not is_dashed(tree, date) and inside[0] > verb


def is_postponing(reading: Reading, tree: Tree, verb: int) -> bool:
    return is_one_of(tree, verb, reading.words.postponing)


def is_planned_for(reading: Reading, tree: Tree, index: int, verb: int) -> bool:
    """`aplazó la visita, prevista para el lunes`: the old day, though no verb stands between."""
    between = [tree.tokens[i] for i in ancestors(tree, index)]
    between = between[: between.index(tree.tokens[verb])]
    return any({t.lemma.lower(), t.form.lower()} & (reading.words.planning | reading.words.scheduling) for t in between)


def is_led_by(reading: Reading, tree: Tree, date: Date, words: frozenset[str]) -> bool:
    inside = [i for i, token in enumerate(tree.tokens) if date.span.contains(token.span)]
    before = tree.tokens[inside[0] - 1].form.lower() if inside and inside[0] else ""
    cases = {case_of(tree, i) for i in inside}
    return bool({before, *cases, *(c.split()[0] for c in cases if c)} & words)


def is_day_of_news(reading: Reading, date: Date) -> bool:
    """`aplazó este miércoles la visita`, `said on Thursday that …`: when it was put off, or told."""
    return bool(date.value) and date.value == reading.doc.article.published

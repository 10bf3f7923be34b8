"""The week and what comes after it, as one row of dates: which key facts, which meetings."""

from __future__ import annotations

from collections.abc import Sequence

from briefing import edtf
from briefing.model import Fact, Language, Meeting
from briefing.model.letters import capital
from briefing.render.desk import Desk, Fields
from briefing.render.sections.items import topic_of
from briefing.render.sections.meetings import is_called_off, meeting_label, own_status, rival_statuses
from briefing.render.sections.short import short_line
from briefing.render.words import Words

MOST = 7
MOST_SIDES = 2
LONGEST_NAME = 6
"""Words of a name that fit into a column."""
MOST_PEOPLE = 3
MOST_WORDS = 12
YEAR = 4
"""Characters of a bare year, which is no day of the week."""
OWN_RUNGS = frozenset({"native", "frame", "edited", "translated"})


def timeline_fields(facts: Sequence[Fact], meetings: Sequence[Meeting], desk: Desk) -> list[Fields]:
    """At most seven dates in their order, each with `date`, `what` (a list) and `ahead` (still to come).

    Facts of before the window, meetings that are off and events that no word names are left out.  Where there are more
    dates than places, those to come go first, then the latest.
    """
    meetings = [meeting for meeting in meetings if not is_called_off(meeting, desk) and meeting.kind != "event"]
    dated = [fact for fact in facts if fact.date and len(fact.date) > YEAR and set(fact.date_elsewhere) < set(fact.text)]
    inside = [fact for fact in dated if edtf.intersects(fact.date or "", desk.brief.window) and fact in desk.facts]
    dates = {date for item in (*inside, *meetings) if (date := desk.date_of(item)) and len(date) > YEAR}
    dates = {date for date in dates if not edtf.is_open_ended(date)}
    ordered = sorted(dates, key=_first_day)
    ahead = [date for date in ordered if edtf.compare(date, desk.brief.as_of) > 0][:MOST]
    past = [date for date in ordered if edtf.compare(date, desk.brief.as_of) <= 0]
    columns = {date: _column(date, inside, meetings, desk, ahead=date in ahead) for date in ordered}
    past = [date for date in past if columns[date]["what"]]
    kept = past[len(past) - min(MOST - len(ahead), len(past)) :] + ahead
    return [columns[date] for date in kept]


def _column(date: str, facts: Sequence[Fact], meetings: Sequence[Meeting], desk: Desk, *, ahead: bool) -> Fields:
    # of what was planned for a day gone by, and of which nobody tells, the week has nothing to show
    dated = [meeting for meeting in meetings if desk.date_of(meeting) == date and (ahead or meeting.status != "unconfirmed")]
    what, told = [], set()
    for meeting in dated:
        places = {(piece.article, piece.start) for piece in meeting.evidence}
        # A fact that tells of a meeting of the day is that meeting: it is named once.
        same = [
            number
            for number, fact in enumerate(desk.facts, 1)
            if fact in facts and desk.date_of(fact) == date and fact.evidence[0].at in places
        ]
        told |= {*same}
        what.append(_meeting(meeting, same[:1], desk, ahead=ahead))
    for number, fact in enumerate(desk.facts, 1):
        if fact in facts and desk.date_of(fact) == date and number not in told:
            what += [line] if (line := _fact(fact, number, desk)) else []
    return {
        "date": capital(desk.words.date(date, year=desk.brief.as_of[:4])),
        "what": [capital(line) for line in dict.fromkeys(what)],
        "line": capital("; ".join(dict.fromkeys(what))),
        "ahead": ahead,
    }


def _number(number: int, desk: Desk) -> str:
    return desk.words.pgettext("in a cell", "fact %(number)s", number=desk.words.number(number))


def _fact(fact: Fact, number: int, desk: Desk) -> str:
    """`Chile recalled its ambassador (fact 3)`; a long or foreign line as `Boric: customs tariffs (fact 3)`.

    Nothing, in every edition, where one would have but a name left: that does not say what happened.
    """
    words = desk.words
    shown = _number(number, desk)
    topic = topic_of(fact, desk)
    short = {language: _short(fact, language) for language in fact.text}
    if not topic and not (short and all(short.values())):
        return ""
    if line := short.get(words.language):
        return f"{desk.naming.apply(line)} ({shown})"
    named = desk.naming.first_named(words.text(fact.text))
    who = desk.naming.short(named) if named else words.list([words.government_head(code) for code in fact.actors[:MOST_SIDES]])
    return words.punctuate(f"{who}: {topic} ({shown})") if who else f"{capital(topic)} ({shown})"


def _short(fact: Fact, language: Language) -> str:
    own = fact.basis.get(language) in OWN_RUNGS
    return short_line(fact.text[language], language, most=MOST_WORDS, whole=MOST_WORDS) if own else ""


def _meeting(meeting: Meeting, facts: Sequence[int], desk: Desk, *, ahead: bool) -> str:
    """`Boric–Quispe call`, `Talks (postponed)`; the meeting of a body; the place where the reader may have to go there."""
    words = desk.words
    kind, body = meeting_label(meeting, words), _body(meeting, words)
    name = _of_body(kind, body, words) if body else _between(meeting, kind, desk)
    place = (words.label(meeting.place) or meeting.place) if ahead and meeting.place else ""
    status = "" if meeting.status in ("held", "upcoming") or rival_statuses(meeting, desk) else own_status(meeting, words)
    notes = [note for note in (status, place, *desk.differences(meeting), *(_number(n, desk) for n in facts)) if note]
    return f"{name} ({'; '.join(notes)})" if notes else name


def _body(meeting: Meeting, words: Words) -> str:
    """The body that meets, where nobody is named: also of a row that shows a sentence in place of its fields."""
    subject, name = words.text(meeting.subject), words.text(meeting.name)
    if subject[:1].isupper():
        return subject
    if name[:1].isupper() and not meeting.people and len(name.split()) <= LONGEST_NAME:
        return name
    named = any(one[:1].isupper() for one in meeting.subject.values()) and not meeting.people
    return next((label for label in map(words.label, meeting.concepts) if named and label[:1].isupper()), "")


def _of_body(kind: str, body: str, words: Words) -> str:
    """`Border Committee meeting`; a body whose name says what it holds alone: `Lima Summit`."""
    stated = kind.casefold() in body.casefold()
    return body if stated else capital(words.pgettext("a meeting of a body", "%(kind)s: %(body)s", kind=kind, body=body))


def _between(meeting: Meeting, kind: str, desk: Desk) -> str:
    """The two sides before or behind the word, as the language has it; the one person of whom it is told, likewise; else the
    word alone."""
    words = desk.words
    countries = {person.name: person.country for person in desk.brief.people}
    people = sorted(meeting.people, key=lambda name: countries.get(name) != words.home)
    codes = sorted(meeting.participants, key=lambda code: code != words.home)
    countries_of = (words.government_before_noun(code) for code in codes)
    crowd = len(people) > MOST_PEOPLE and len(codes) == MOST_SIDES  # those who came along stand in the row
    sides = [desk.naming.short(name) for name in people] if len(people) > 1 and not crowd else list(countries_of)
    if len(people) == 1 and len(codes) < MOST_SIDES and meeting.kind != "deadline":
        return words.pgettext(
            "one person and what they hold", "%(person)s %(kind)s", person=desk.naming.short(people[0]), kind=kind
        )
    if not MOST_SIDES <= len(sides) <= MOST_PEOPLE:
        return kind
    return words.pgettext("two sides and what they hold", "%(sides)s %(kind)s", sides="–".join(sides), kind=kind)


def _first_day(date: str) -> tuple[str, str]:
    first, last = edtf.bounds(date)
    return str(first or ""), str(last or "9999")

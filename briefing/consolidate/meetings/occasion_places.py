"""Whether the places that two tellings of a meeting name may be one: a house in a town, a capital in its country."""

from __future__ import annotations

from briefing.consolidate.dating import days
from briefing.consolidate.meetings.overtaken import person_keys
from briefing.consolidate.people import fold
from briefing.consolidate.week import Week
from briefing.knowledge import load_language
from briefing.model import Event


def other_place(week: Week, left: Event, right: Event) -> bool:
    """Both say where, and the names have no word in common; names that only one language spells so are not compared."""
    if not left.place or not right.place or words(left.place) & words(right.place):
        return False
    if is_at_a_house(week, left, right) or is_in_country(week, left, right) or is_in_country(week, right, left):
        return False
    if capital_words(week, left) & words(right.place):
        return False  # `Viena`, `Vienna`
    languages = {week.docs[event.evidence.article].article.language for event in (left, right)}
    if len(languages) == 1 or all(is_known_place(week, event) for event in (left, right)):
        return True
    # `visitará Karonga el lunes`, `will travel to Lilongwe on August 27`: on one day alone one town may have two such names
    return left.date != right.date and fold(left.place)[:1] != fold(right.place)[:1]


def is_at_a_house(week: Week, left: Event, right: Event) -> bool:
    """`en el Palacio de López` and `en Asunción`: of the same people on the same day, one names the house, one the town."""
    if not left.date or left.date != right.date or days(left.date) > 0:
        return False
    ours, theirs = person_keys(week, left), person_keys(week, right)
    alike = bool(ours & theirs) and ours & theirs in (ours, theirs)
    return alike and names_house(left) != names_house(right)


def is_in_country(week: Week, wide: Event, narrow: Event) -> bool:
    """`a visit to Bangladesh`, `viajará a Daca`: its capital; on the same days of the same traveller any town of it."""
    code = country_at(week, wide)
    if code is None or country_at(week, narrow) is not None:
        return False
    if capital_words(week, narrow):
        return words(narrow.place or "") in [words(name) for name in week.knowledge.actors[code].capital.values()]
    return bool(wide.date) and wide.date == narrow.date and bool(person_keys(week, wide) & person_keys(week, narrow))


def country_at(week: Week, event: Event) -> str | None:
    """The country that an event's place is, by any of its names."""
    place = words(event.place or "")
    named = ((code, entry.names.values()) for code, entry in week.knowledge.actors.items() if entry.kind == "country")
    return next((c for c, rows in named if place and any(place == words(n) for row in rows for n in row)), None)


def names_house(event: Event) -> bool:
    """`Palacio de López`, `Carondelet Palace`."""
    return bool(words(event.place or "") & frozenset(load_language("compare", "words")["houses"]))


def capital_words(week: Week, event: Event) -> frozenset[str]:
    """The words of a capital, in every language, where an event's place is one."""
    mine = words(event.place or "")
    capitals = (entry.capital.values() for entry in week.knowledge.actors.values())
    return next(
        (frozenset(w for n in names for w in words(n)) for names in capitals if any(mine == words(n) for n in names)),
        mine - mine,
    )


def is_known_place(week: Week, event: Event) -> bool:
    """Whether the knowledge has the place, so that two of its names can be told apart."""
    doc = week.docs[event.evidence.article]
    span = doc.sentences[event.sentence].span
    return any(span.contains(m.span) and m.span.of(doc.article.text) == event.place for m in doc.mentions)


def other_name(week: Week, left: Event, right: Event) -> bool:
    """Not `Viena`, `Vienna`: the names of one capital."""
    return not capital_words(week, left) & words(right.place or "")


def same_place(left: Event, right: Event) -> bool:
    return bool(words(left.place or "") & words(right.place or ""))


def words(place: str) -> frozenset[str]:
    return frozenset(word for word in fold(place).replace(",", " ").replace(".", "").split() if len(word) > 2)

"""The meetings that one plural noun counts up, each with sides and a day of its own: `two contacts: one on the 12th …`."""

from __future__ import annotations

from itertools import pairwise

from briefing.extract.attending.sides import without_governments_of_people
from briefing.extract.claims import claim_fields, dates_in
from briefing.extract.reading import Reading, codes_of, is_person, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.model import Event, Span


def enumerated_meetings(reading: Reading, clause: Clause) -> tuple[Event, ...]:
    """`dos contactos previos: uno sostenido entre ambos el 12 de enero, y otro realizado el día 13, entre A y B`.

    Each part, from one enumerating pronoun to the next, with a date of its own is a meeting of the noun's kind.
    """
    tree = reading.trees[clause.sentence]
    if clause.form.kind != "noun" or tree.tokens[clause.head].feat("Number") != "Plur":
        return ()
    starts = [
        token.span.start
        for token in tree.tokens[clause.head + 1 :]
        if token.form.lower() in reading.words.enumerators and token.upos in {"PRON", "ADJ", "NUM", "DET"}
    ]
    parts = [Span(start, stop) for start, stop in pairwise([*starts, tree.sentence.span.stop])]
    found = [part_meeting(reading, clause, part) for part in parts]
    return tuple(event for event in found if event is not None) if len(parts) > 1 else ()


def part_meeting(reading: Reading, clause: Clause, part: Span) -> Event | None:
    dates = dates_in(reading, part)
    sides = part_sides(reading, clause, part)
    if not dates or len(sides) < 2:
        return None
    fields = claim_fields(reading, clause, ("enumerated_meeting", f"act:{clause.act.id}"))
    fields |= {"date": dates[0].value, "date_basis": dates[0].basis}
    people = tuple(actor for actor in sides if reading.doc.actors[actor].kind == "person")
    governments = tuple(dict.fromkeys(code for actor in sides for code in codes_of(reading, actor)))
    return Event(**fields, certainty="reported", actors=governments, people=people, meeting=clause.act.meeting)


def part_sides(reading: Reading, clause: Clause, part: Span) -> tuple[str, ...]:
    """Those whom a part names; `ambos` are the two people named before in the sentence."""
    named = [m.actor for m in mentions_in(reading, part) if not m.place]
    tree = reading.trees[clause.sentence]
    words = {t.form.lower() for t in tree.tokens if part.contains(t.span)}
    if words & reading.words.both:
        before = Span(tree.sentence.span.start, part.start)
        people = [m.actor for m in mentions_in(reading, before) if is_person(reading, m.actor)]
        named = list(dict.fromkeys(people))[-2:]
    return without_governments_of_people(reading, [a for a in dict.fromkeys(named) if a in reading.doc.actors])

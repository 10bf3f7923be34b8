"""Calls, meetings, visits, summits, hearings: who with whom, when, where, and whether held or still to come.

A meeting is named by a verb or noun of the acts of kind `meeting`.  It needs two sides, or a date and one side, or
to be scheduled: a plural without a date (`los próximos encuentros exigirán …`) is talk about meetings, not a meeting.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.extract.attribution import attribution_chain, certainty_of, is_content_of, printed_chain
from briefing.extract.claims import claim_fields, date_near
from briefing.extract.clauses import Clause
from briefing.extract.reading import Reading, codes_of, mentions_in
from briefing.extract.trees import Tree, ancestors, case_of, children, conjuncts, is_relation, is_verbal, span_of
from briefing.model import Date, Event, MeetingStatus, Span

UNASSERTED = frozenset({"wish", "modal"})


def extract_meetings(reading: Reading, clauses: Sequence[Clause]) -> Iterator[Event]:
    """The meetings that one sentence tells of, one for each noun or verb that names one."""
    by_head = {clause.head: clause for clause in clauses}
    for clause in clauses:
        if clause.act.kind != "meeting" or clause.act.meeting is None or clause.hypothetical:
            continue
        if clause.negated or is_content_of(reading.trees[clause.sentence], clause, by_head, UNASSERTED):
            continue
        yield from meeting_of(reading, clause, by_head)


def meeting_of(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> Iterator[Event]:
    tree = reading.trees[clause.sentence]
    host = host_verb(tree, clause.head)
    status = status_of(reading, tree, clause, host)
    date = date_near(reading, clause.sentence, clause.head) or date_of_host(reading, clause, host)
    sides = sides_of(reading, tree, clause, host)
    people = tuple(actor for actor in sides if reading.doc.actors[actor].kind == "person")
    governments = tuple(dict.fromkeys(code for actor in sides for code in codes_of(reading, actor)))
    if not is_definite(tree, clause, date, status, sides):
        return
    chain = attribution_chain(reading, clause, by_head)
    fields = claim_fields(reading, clause, ("meeting", f"act:{clause.act.id}", f"status:{status or 'open'}"))
    fields |= {"date": date.value if date else None, "date_basis": date.basis if date else None}
    yield Event(
        **fields,
        attribution=printed_chain(reading, chain),
        certainty=certainty_of(clause, chain),
        actors=governments,
        people=people,
        place=place_of(reading, span_of(tree, host)) or place_of(reading, tree.sentence.span),
        meeting=clause.act.meeting,
        status=status,
    )


def host_verb(tree: Tree, head: int) -> int:
    """The verb that a meeting noun depends on (`mantuvo una llamada`, `se convocará una reunión`), else the noun itself."""
    if is_verbal(tree.tokens[head]):
        return head
    for index in ancestors(tree, head):
        if is_verbal(tree.tokens[index]):
            return index
    return head


def date_of_host(reading: Reading, clause: Clause, host: int) -> Date | None:
    return date_near(reading, clause.sentence, host)


def is_definite(tree: Tree, clause: Clause, date: Date | None, status: MeetingStatus | None, sides: tuple[str, ...]) -> bool:
    plural = tree.tokens[clause.head].feat("Number") == "Plur" and clause.form.kind == "noun"
    if plural and date is None:
        return False
    return len(sides) >= 2 or (date is not None and bool(sides)) or (date is not None and status == "upcoming")


# ------------------------------------------------------------------ the sides


def sides_of(reading: Reading, tree: Tree, clause: Clause, host: int) -> tuple[str, ...]:
    """The actors that meet: the subject, those named with `con`, `entre`, `de`; else everyone in the noun's phrase."""
    found: list[str] = list(clause.subject.actors) if clause.subject else []
    found += clause.addressees
    for index in dict.fromkeys((clause.head, host)):
        found += partners(reading, tree, index)
    if len(set(found)) < 2:
        found += [m.actor for m in mentions_in(reading, span_of(tree, clause.head)) if not m.place]
    known = [actor for actor in dict.fromkeys(found) if actor in reading.doc.actors]
    return without_governments_of_people(reading, known)


def partners(reading: Reading, tree: Tree, index: int) -> list[str]:
    wanted = reading.words.with_cases | reading.words.between_cases | reading.words.of_cases
    found: list[str] = []
    for child in children(tree, index, "obl", "nmod", "iobj", "nsubj", "acl"):
        if is_relation(tree.tokens[child], "acl"):
            found += [m.actor for m in mentions_in(reading, span_of(tree, child)) if not m.place]
        elif is_relation(tree.tokens[child], "nsubj", "iobj") or case_of(tree, child) in wanted:
            spans = [phrase_with_name(tree, i) for i in conjuncts(tree, child)]
            found += [m.actor for span in spans for m in mentions_in(reading, span)[:1] if not m.place]
    return found


def phrase_with_name(tree: Tree, index: int) -> Span:
    """A noun with its apposition (`el canciller peruano, Juan Quispe`), without those coordinated with it."""
    return span_of(tree, index, ("conj", "cc", "acl", "case"))


def without_governments_of_people(reading: Reading, actors: Sequence[str]) -> tuple[str, ...]:
    """`Sheinbaum` and `México` are one side: a country whose person is there adds nothing."""
    people = {reading.doc.actors[a].country for a in actors if reading.doc.actors[a].kind == "person"}
    return tuple(a for a in actors if reading.doc.actors[a].kind == "person" or reading.doc.actors[a].country not in people)


# ------------------------------------------------------------------ where, and whether


def place_of(reading: Reading, span: Span) -> str | None:
    """The first name in a span that only says where, as the article has it."""
    places = [m for m in mentions_in(reading, span) if m.place]
    return places[0].span.of(reading.text) if places else None


def status_of(reading: Reading, tree: Tree, clause: Clause, host: int) -> MeetingStatus | None:
    """By the words around it: called off, put off, scheduled; None leaves it to the date."""
    lemmas = {tree.tokens[i].lemma.lower() for i in {clause.head, host, *children(tree, clause.head, "acl", "amod")}}
    if lemmas & reading.words.cancelling:
        return "cancelled"
    if lemmas & reading.words.postponing:
        return "postponed"
    if lemmas & reading.words.scheduling or clause.future or is_to_come(tree, host):
        return "upcoming"
    return None


def is_to_come(tree: Tree, host: int) -> bool:
    """`se reunirá`, `will be held`: by the tense of the verb that carries it."""
    helpers = [tree.tokens[i] for i in children(tree, host, "aux")] + [tree.tokens[host]]
    return any(token.feat("Tense") == "Fut" for token in helpers)

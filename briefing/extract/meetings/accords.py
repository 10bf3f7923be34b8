"""Meetings that an agreement tells of: who agreed or signed something at a place, on a day, met there.

`Las ministras de Chile y Perú acordaron ayer en Tacna …`, `Norway and Latvia signed the treaty in Riga on Monday`, `The
treaty was signed in Riga by Ana Ruiz and Per Lund`.  The place must be the verb's own: what is agreed upon has places too
(`agreed to open an office in Oslo`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.edtf import is_day
from briefing.extract.attending.company import nations_of_staff
from briefing.extract.attending.sides import partners
from briefing.extract.claims import date_near, dates_in, owner
from briefing.extract.day_and_place.coming import days_ahead
from briefing.extract.meetings.bodies_meet import SESSION
from briefing.extract.meetings.contacts import partner_of
from briefing.extract.meetings.implied import is_place, is_signing
from briefing.extract.meetings.signings import is_signed_text, is_signing_it, signers_behind, who_signed
from briefing.extract.reading import Reading, codes_of, codes_of_all, is_of_a_date, is_official_person, mentions_in
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import has_modal, is_conditional, is_future, is_hypothetical, is_negated
from briefing.extract.sentence.named_subjects import Subject
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import (
    Tree,
    case_of,
    children,
    finite_of,
    is_passive,
    is_relation,
    is_verbal,
    span_of,
    subtree,
)
from briefing.knowledge.entries import ActForm
from briefing.model import Date

A_YEAR = re.compile(r"\d{4}")


def accords_reached(reading: Reading, number: int) -> Iterator[Clause]:
    """One for each verb of agreeing or signing that two sides did at a place, on a day gone by."""
    yield from texts_signed_by(reading, number)
    tree, act = reading.trees[number], reading.knowledge.acts.get(SESSION)
    for index, token in enumerate(tree.tokens):
        signing = is_signing(reading, tree, index) or is_signing_it(reading, tree, index)
        if act is None or not (signing or is_agreeing(reading, tree, index)):
            continue
        if own_place(reading, tree, index) is None and not (signing and is_signed_by_two(reading, tree, index)):
            continue
        signed = who_signed(reading, tree, index) if signing else None
        subject = signed or who_agreed(reading, tree, index)
        told = signed is not None or (was_done(reading, tree, index) and is_of_two(reading, tree, index, subject))
        if told and is_on_a_day(reading, number, index, open_day=signing):
            form = ActForm(lemma=token.lemma)
            beside = partner_of(reading, tree, index) if signing else None
            others = (beside,) if beside and subject and beside not in subject.actors else ()
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=subject, addressees=others)


def is_signed_by_two(reading: Reading, tree: Tree, index: int) -> bool:
    """`Trade Ministers Ana Ruiz and Per Lund signed the pact`: by two officials of two countries, who met wherever it was.

    Only where the sentence itself tells it; `the pact that Ruiz and Lund signed` may be of any year.
    """
    subject = find_subject(reading, tree, index)
    people = subject.actors if subject else ()
    at_it = children(tree, index, "obl")  # `signed it at a ceremony in Riga`
    told = (token.lemma.lower() for i, token in enumerate(tree.tokens) if i not in at_it)
    if any(lemma in reading.words.named_as_meeting for lemma in told):
        return False  # `signed the pact, ending two days of talks`: those talks are the row
    official = len(people) == 2 and all(is_official_person(reading, person) for person in people)
    return official and len(codes_of_all(reading, people)) == 2 and not is_relation(tree.tokens[index], "acl", "advcl")


def texts_signed_by(reading: Reading, number: int) -> Iterator[Clause]:
    """`under a pact signed in Riga on Tuesday by Ana Ruiz and Per Lund`: a participle, with who, where and on which day."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(SESSION)
    for index, token in enumerate(tree.tokens):
        signed = signers_behind(reading, tree, index) if is_signed_text(reading, tree, index) else None
        placed = signed is not None and any(is_placed_at(reading, tree, i) for i in subtree(tree, index, ("acl",)))
        if act is None or signed is None or not placed or not is_on_a_day(reading, number, index, open_day=False):
            continue
        yield Clause(sentence=number, head=index, trigger=index, act=act, form=ActForm(lemma=token.lemma), subject=signed)


def is_placed_at(reading: Reading, tree: Tree, index: int) -> bool:
    return case_of(tree, index) in reading.words.place_cases and is_place(reading, tree, index)


def is_on_a_day(reading: Reading, number: int, index: int, *, open_day: bool) -> bool:
    """On a day gone by; `open_day`: a signature whose sentence names no day at all has that of the lead, or none."""
    day = date_near(reading, number, index)
    if day is None:
        tree = reading.trees[number]
        return open_day and not dates_in(reading, tree.sentence.span) and not any(A_YEAR.fullmatch(t.form) for t in tree.tokens)
    return is_gone_by(reading, number, day, index)


def who_agreed(reading: Reading, tree: Tree, index: int) -> Subject | None:
    """The subject, or the two whose names stand in the phrase of several: `acordaron sus ministros, Ana Ruiz y Per Lund`."""
    found = find_subject(reading, tree, index)
    if found is not None:
        return found
    nouns = [c for c in children(tree, index, "nsubj") if is_several(reading, tree, c)]
    named = [m.actor for c in nouns for m in mentions_in(reading, span_of(tree, c, ("acl", "advcl")))]
    people = tuple(dict.fromkeys(a for a in named if a in reading.doc.actors and reading.doc.actors[a].kind == "person"))
    return Subject(actors=people, how="explicit") if len(people) == 2 else None


def is_several(reading: Reading, tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    return token.feat("Number") == "Plur" and token.lemma.lower() in reading.words.officials


def is_agreeing(reading: Reading, tree: Tree, index: int) -> bool:
    """A verb by which several agree: `acordaron`, `agreed`, `pactaron`; not who accepts or supports what another wants."""
    match = match_act(reading, tree, index) if is_verbal(tree.tokens[index]) else None
    return match is not None and match[0].id in AGREEING and match[1].kind == "verb"


AGREEING = frozenset({"agree", "reach_agreement", "agree_to_meet"})


def was_done(reading: Reading, tree: Tree, index: int) -> bool:
    """Told in the active past as what was: no plan, no doubt, no `had agreed`."""
    finite = finite_of(tree, index)
    perfect = finite is not tree.tokens[index]
    past = (finite.feat("Tense") == "Past" and not perfect) or (perfect and finite.feat("Tense") == "Pres")
    doubts = (is_negated, is_conditional, is_future, is_hypothetical, has_modal)
    return past and not is_passive(tree, index) and not any(doubt(reading, tree, index) for doubt in doubts)


def own_place(reading: Reading, tree: Tree, index: int) -> int | None:
    """A place on the verb itself: before what is agreed, or behind its bare noun (`signed the treaty in Lima on Monday`)."""
    things = [c for c in children(tree, index, "obj", "xcomp", "ccomp", "advcl", "csubj") if c > index]
    # `signed it with her counterpart, Ana Ruiz, in Riga`, of which a parser makes the counterpart's town
    met = [
        c for i in (index, *things) for c in children(tree, i, "obl", "nmod") if case_of(tree, c) in reading.words.with_cases
    ]
    placed = [c for i in (index, *things, *met) for c in children(tree, i, "obl", "nmod")]
    placed = [c for c in placed if case_of(tree, c) in reading.words.place_cases and is_place(reading, tree, c)]
    return next((c for c in sorted(placed) if all(is_before_what_it_says(reading, tree, t, c) for t in things)), None)


def is_before_what_it_says(reading: Reading, tree: Tree, thing: int, place: int) -> bool:
    """The place stands before the thing, or behind a noun with but a day between that a preposition governs, or whom with."""
    if place < min([thing, *children(tree, thing, "mark", "case", "det", "amod", "compound")]):
        return True
    between = [i for i in range(thing + 1, place) if tree.tokens[i].upos in {"ADP", "SCONJ", "VERB"}]
    own = {*children(tree, place, "case")}
    timed = {i for d in dates_in(reading, tree.sentence.span) for i in between if d.span.contains(tree.tokens[i].span)}
    timed |= {i for i in between if tree.tokens[i].form.lower() in reading.words.with_cases}  # `signed it with Lund in Riga`
    timed |= {c for i in range(thing + 1, place) if is_of_a_date(reading, tree, i) for c in children(tree, i, "case")}
    return tree.tokens[thing].upos == "NOUN" and not {*between} - own - timed


def is_of_two(reading: Reading, tree: Tree, index: int, subject: Subject | None) -> bool:
    """Two people, or people or bodies of two governments: by the subject, or with whom it was signed."""
    beside = partner_of(reading, tree, index)  # `signed the text with Lund`, whom a parser hangs on the text
    actors = {*(subject.actors if subject else ()), *partners(reading, tree, index), *((beside,) if beside else ())}
    countries = {code for actor in actors for code in codes_of(reading, actor)}
    people = {a for a in actors if a in reading.doc.actors and reading.doc.actors[a].kind == "person"}
    if len(nations_of_staff(reading, tree, index)) == 2:
        return True
    return subject is not None and (len(countries) >= 2 or len(people) >= 2)


def is_gone_by(reading: Reading, number: int, day: Date, index: int) -> bool:
    """A full day of the verb's own, not after the article's."""
    ahead = days_ahead(reading, day.value)
    return is_day(day.value) and ahead is not None and ahead <= 0 and owner(reading, number, day) == index


__all__ = ["accords_reached"]

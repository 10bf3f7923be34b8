"""Meetings that no word of meeting names: a body's name stands for its session, a stay abroad for a visit."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.claims import date_near, dates_in
from briefing.extract.day_and_place.coming import days_ahead, days_told, names_a_day_ahead
from briefing.extract.day_and_place.dated_headings import heading_above
from briefing.extract.day_and_place.town_names import is_name
from briefing.extract.meetings.bodies_meet import (
    SESSION,
    assembled_ahead,
    convened_ahead,
    held_ahead,
    planned_bodies,
    sessions_of_bodies,
)
from briefing.extract.meetings.opened_together import openings_ahead
from briefing.extract.meetings.signings import is_signing_it
from briefing.extract.reading import Reading, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated, is_reported_future
from briefing.extract.sentence.named_subjects import Subject
from briefing.extract.sentence.subjects import explicit_subject, find_subject
from briefing.extract.sentence.trees import (
    Tree,
    case_of,
    children,
    conjuncts,
    finite_of,
    is_passive,
    is_relation,
    is_verbal,
    span_of,
    subtree,
)
from briefing.extract.standings.postponing import is_led_by
from briefing.knowledge.entries import ActForm
from briefing.model.known_rows import VISIT

ROUND = "negotiate"
"""The acts of what is told so."""


def implied_clauses(reading: Reading, number: int) -> Iterator[Clause]:
    yield from planned_bodies(reading, number)
    yield from stays_ahead(reading, number)
    yield from arrivals_ahead(reading, number)
    yield from rounds_ahead(reading, number)
    yield from signings_ahead(reading, number)
    yield from openings_ahead(reading, number)
    yield from gatherings_ahead(reading, number)
    yield from convened_ahead(reading, number)
    yield from assembled_ahead(reading, number)
    yield from sessions_of_bodies(reading, number)
    yield from held_ahead(reading, number)


def stays_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`A delegation of Chile will be in Lima from April 27`, `estará en Lima el 6 de agosto`: to come, and dated."""
    tree = reading.trees[number]
    act = reading.knowledge.acts.get(VISIT)
    dates = dates_in(reading, tree.sentence.span)
    if act is None or not any((days_ahead(reading, date.value) or 0) > 0 for date in dates):
        return
    for index in range(len(tree.tokens)):
        where = place_stayed_at(reading, tree, index)
        if where is None or not is_future(reading, tree, index) or is_negated(reading, tree, index):
            continue
        subject = find_subject(reading, tree, index)
        if subject is not None and all(reading.doc.actors[a].kind in {"person", "office", "group"} for a in subject.actors):
            form = ActForm(lemma=tree.tokens[index].lemma)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=subject, future=True)


def place_stayed_at(reading: Reading, tree: Tree, index: int) -> int | None:
    """The place of `be`, where the place itself is the predicate, or of `estar`."""
    copula = any(tree.tokens[c].lemma.lower() in reading.words.staying for c in children(tree, index, "cop"))
    verb = tree.tokens[index].lemma.lower() in reading.words.staying and not is_relation(tree.tokens[index], "cop", "aux")
    found = [index] if copula else [*children(tree, index, "obl")] if verb else []
    placed = (i for i in found if case_of(tree, i) in reading.words.place_cases)
    return next((i for i in placed if any(m.place for m in mentions_in(reading, span_of(tree, i)))), None)


# ------------------------------------------------------------------ who comes somewhere


def arrivals_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`is due in Quito on Saturday`, `llegará a Quito el 28`, `is expected in Quito`: a person or a delegation, and dated."""
    tree = reading.trees[number]
    act = reading.knowledge.acts.get(VISIT)
    for index, token in enumerate(tree.tokens):
        if act is None or not arrives(reading, tree, index) or is_negated(reading, tree, index):
            continue
        subject, day = who_comes(reading, tree, index), date_near(reading, number, index, anywhere=True)
        if subject is None or day is None or (days_ahead(reading, day.value) or 0) <= 0 or is_conditional(reading, tree, index):
            continue
        posted = any(is_new_envoy(reading, tree, c) for c in children(tree, index, "nsubj"))
        if not posted and all(reading.doc.actors[a].kind in {"person", "office", "group"} for a in subject.actors):
            form = ActForm(lemma=token.lemma)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=subject, future=True)


def is_new_envoy(reading: Reading, tree: Tree, index: int) -> bool:
    """`La nueva embajadora llega a Oslo el domingo`: to her post, and on no visit."""
    printed = reading.knowledge.roles["ambassador"].label[reading.doc.article.language].values()
    new = {tree.tokens[c].lemma.lower() for c in children(tree, index, "amod")} & reading.words.newly
    return bool(new) and tree.tokens[index].form.lower() in printed


def who_comes(reading: Reading, tree: Tree, index: int) -> Subject | None:
    """The subject, that of a passive too: `she is expected in Quito`."""
    patients = children(tree, index, "nsubj:pass")
    return explicit_subject(reading, tree, index, patients[0]) if patients else find_subject(reading, tree, index)


def arrives(reading: Reading, tree: Tree, index: int) -> bool:
    """By a phrase on the place, by a verb in the future or the present, or by one of expecting in the passive."""
    token, lemma = tree.tokens[index], tree.tokens[index].lemma.lower()
    if case_of(tree, index) in reading.words.arrival_cases:
        return is_place(reading, tree, index)
    if lemma in reading.words.awaiting:
        places = (c for c in placed_at(reading, tree, index, reading.words.place_cases) if is_place(reading, tree, c))
        place, others = next(places, -1), children(tree, index, "xcomp", "ccomp", "obj")
        told = is_passive(tree, index) or (token.upos == "ADJ" and not is_relation(token, "acl"))  # `is due in Oslo`
        return told and place >= 0 and all(c > place for c in others)  # `is expected in Oslo to sign`
    now = finite_of(tree, index).feat("Tense") == "Pres"
    if lemma not in reading.words.arriving or not is_verbal(token) or not (now or is_future(reading, tree, index)):
        return False
    cases = reading.words.place_cases | reading.words.towards
    return any(is_place(reading, tree, c) for c in placed_at(reading, tree, index, cases))


def placed_at(reading: Reading, tree: Tree, index: int, cases: frozenset[str]) -> list[int]:
    return [c for c in children(tree, index, "obl", "nmod") if case_of(tree, c) in cases]


def is_place(reading: Reading, tree: Tree, index: int) -> bool:
    """A country or capital, or a town by its name; `the Chilean capital`."""
    capital = tree.tokens[index].lemma.lower() in reading.words.capital_nouns and bool(
        children(tree, index, "amod", "compound")
    )
    here = any(m.place for m in mentions_in(reading, span_of(tree, index, ("nsubj", "nmod", "obl"))))
    return here or capital or is_name(reading, tree, index)


# ------------------------------------------------------------------ a meeting that goes on


def rounds_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`a second round is set for May 22`, `La segunda tendrá lugar en Quito el 3`: of those who met, and dated ahead."""
    tree = reading.trees[number]
    act, meet = reading.knowledge.acts.get(ROUND), reading.knowledge.acts.get(SESSION)
    if act is None or meet is None or not names_a_day_ahead(reading, tree):
        return
    for index, token in enumerate(tree.tokens):
        owned = [c for c in children(tree, index, "nmod", "compound") if tree.tokens[c].upos != "PRON"]  # not `its third round`
        bare = token.lemma.lower() in reading.words.rounds and not owned
        appointed = is_next_appointment(reading, tree, index)
        told = meet if appointed else act
        further = ((bare or appointed) and is_further(reading, tree, index)) or is_elliptic(reading, tree, index)
        if further or is_round_of_a_body(reading, tree, index):
            yield Clause(
                sentence=number, head=index, trigger=index, act=told, form=ActForm(kind="noun", lemma=token.lemma), subject=None
            )


def is_round_of_a_body(reading: Reading, tree: Tree, index: int) -> bool:
    """`are to hold the 9th round of their Consultation Mechanism`: what both hold, of a body of theirs."""
    token = tree.tokens[index]
    held = is_relation(token, "obj") and token.lemma.lower() in reading.words.rounds
    bodies = [c for c in children(tree, index, "nmod") if tree.tokens[c].lemma.lower() in reading.words.meeting_bodies]
    return held and any(
        tree.tokens[d].feat("Poss") == "Yes" for c in bodies for d in children(tree, c, "det", "nmod", "nmod:poss")
    )


def is_next_appointment(reading: Reading, tree: Tree, index: int) -> bool:
    """`La próxima cita quedó fijada para el 2 de junio`: set for a day; not `la próxima cita electoral`, `con las urnas`."""
    token, words = tree.tokens[index], reading.words
    parts = {tree.tokens[c].lemma.lower() for c in children(tree, index, "amod", "nmod", "compound", "acl")}
    if token.lemma.lower() not in words.appointments or parts - words.further or not is_relation(token, "nsubj"):
        return False
    verb = [token.head, *children(tree, token.head, "obj", "xcomp", "amod")]
    forms = {form for i in verb for form in (tree.tokens[i].lemma.lower(), tree.tokens[i].form.lower())}
    return bool(forms & words.scheduling) and not is_negated(reading, tree, token.head)


def is_further(reading: Reading, tree: Tree, index: int) -> bool:
    """`the second round`, `otra ronda`, `the next session`: one of a series, and not its first."""
    beside = children(tree, index, "amod", "det", "nummod")
    return bool({tree.tokens[c].lemma.lower() for c in beside} & reading.words.further)


def is_elliptic(reading: Reading, tree: Tree, index: int) -> bool:
    """`La segunda tendrá lugar en Quito`: the ordinal alone, the subject of a verb that only says when and where."""
    token = tree.tokens[index]
    if token.lemma.lower() not in reading.words.further or not is_relation(token, "nsubj") or children(tree, index, "nmod"):
        return False
    above = tree.tokens[token.head]
    return above.lemma.lower() in reading.words.happening | reading.words.scheduling and not is_negated(
        reading, tree, token.head
    )


# ------------------------------------------------------------------ what many are called to


def gatherings_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`A donors' conference will be held in Oslo on May 8`: that it is to be, and when; no `press conference`."""
    tree = reading.trees[number]
    act = reading.knowledge.acts.get(SESSION)
    if act is None or not names_a_day_ahead(reading, tree):
        return
    for index, token in enumerate(tree.tokens):
        if token.lemma.lower() not in reading.words.gatherings or not is_to_be_held(reading, tree, index):
            continue
        beside = {
            tree.tokens[i].lemma.lower() for c in children(tree, index, "compound", "nmod", "amod") for i in subtree(tree, c)
        }
        if not beside & reading.words.press:
            form = ActForm(kind="noun", lemma=token.lemma)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=None, future=True)


def is_to_be_held(reading: Reading, tree: Tree, index: int) -> bool:
    """The subject of a verb that only says when and where, in the future or as what has been arranged."""
    above = tree.tokens[index].head
    if above < 0 or not is_relation(tree.tokens[index], "nsubj") or is_conditional(reading, tree, above):
        return False
    lemma = tree.tokens[above].lemma.lower()
    told = (lemma in reading.words.happening and is_future(reading, tree, above)) or lemma in reading.words.scheduling
    return is_verbal(tree.tokens[above]) and told and not is_negated(reading, tree, above)


# ------------------------------------------------------------------ what will be signed


def signings_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`The protocol will be signed in Quito on May 3`, `La firma está prevista para el 3`: a meeting of who signs."""
    tree = reading.trees[number]
    act = reading.knowledge.acts.get(SESSION)
    if act is None or not days_told(reading, tree):
        return
    dates = [d for d in days_told(reading, tree) if not is_led_by(reading, tree, d, reading.words.counted_before)]
    to_come = any((days_ahead(reading, d.value) or 0) > 0 for d in dates)  # `will be signed before May 3` is no day
    for index, token in enumerate(tree.tokens):
        signing = is_signing(reading, tree, index) or is_signing_it(reading, tree, index)
        if not signing or is_negated(reading, tree, index):
            continue
        noun, reported = token.upos == "NOUN", is_reported_future(reading, tree, index)
        if is_conditional(reading, tree, index) and not reported:
            continue
        ahead = noun or reported or is_future(reading, tree, index) or is_to_be(reading, tree, index)
        ahead = ahead or is_entry_of_agenda(reading, tree, index)
        subject = None if noun or is_passive(tree, index) else find_subject(reading, tree, index)
        if to_come and ahead:
            form = ActForm(kind="noun" if noun else "verb", lemma=token.lemma)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=subject, future=not noun)


def is_signing(reading: Reading, tree: Tree, index: int) -> bool:
    """A word for signing, and a word for what governments sign: no law, no contract but with an official or at a place."""
    token = tree.tokens[index]
    if token.lemma.lower() not in reading.words.signing or not (token.upos == "NOUN" or is_verbal(token)):
        return False
    signed = [i for c in children(tree, index, "obj", "nsubj:pass", "nmod", "nsubj") for i in conjuncts(tree, c)]
    with_whom = [c for c in children(tree, index, "obl", "nmod") if case_of(tree, c) in reading.words.with_cases]
    official = any(tree.tokens[c].lemma.lower() in reading.words.officials for c in with_whom)
    placed = any(
        case_of(tree, c) in reading.words.place_cases and is_name(reading, tree, c) for c in children(tree, index, "obl")
    )
    known = reading.words.agreements | (reading.words.contracts if official or placed else frozenset())
    return any(tree.tokens[i].lemma.lower() in known for i in signed)


def is_entry_of_agenda(reading: Reading, tree: Tree, index: int) -> bool:
    """`Viernes 22. Ruiz y Lund firman el convenio`: in the present, below a day and with none of its own."""
    now = finite_of(tree, index).feat("Tense") == "Pres" and tree.tokens[index].head < 0
    under = heading_above(reading, reading.number_of(tree)) is not None
    return now and under and not dates_in(reading, tree.sentence.span)


def is_to_be(reading: Reading, tree: Tree, index: int) -> bool:
    """`is to be signed`, `are due to sign`: by the words beside it."""
    beside = [tree.tokens[c].form.lower() for c in children(tree, index, "aux", "mark", "cop")]
    above = tree.tokens[index].head
    due = above >= 0 and tree.tokens[above].form.lower() in reading.words.scheduling
    return bool({*beside} & reading.words.infinitive_marks and (due or {*beside} & reading.words.present_be))

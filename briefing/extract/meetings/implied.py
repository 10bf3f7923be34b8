"""Meetings that no word of meeting names: a body's name stands for its session, a stay abroad for a visit."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.claims import date_near, dates_in
from briefing.extract.day_and_place.coming import days_ahead, days_told, names_a_day_ahead
from briefing.extract.day_and_place.town_names import is_name
from briefing.extract.meetings.carriers import is_be_to
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
from briefing.extract.standings.bodies_off import is_planned_and_off
from briefing.extract.standings.postponing import is_led_by
from briefing.knowledge.entries import ActForm
from briefing.model.known_rows import VISIT

SESSION = "meet"
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


def is_body(reading: Reading, tree: Tree, index: int) -> bool:
    """`the Joint Commission`, `un grupo de trabajo conjunto`: by its name, or as one of several governments."""
    token = tree.tokens[index]
    joint = {tree.tokens[i].lemma.lower() for i in subtree(tree, index, ("acl", "advcl"))} & reading.words.joint
    return token.lemma.lower() in reading.words.meeting_bodies and (token.form[0].isupper() or bool(joint))


def is_body_named_before(reading: Reading, tree: Tree, index: int) -> bool:
    """`la mesa`, behind `la Mesa del Agua`: a body by the article's own short word for it."""
    token = tree.tokens[index]
    definite = any(tree.tokens[c].feat("Definite") == "Def" for c in children(tree, index, "det"))
    if not definite or token.lemma.lower() not in reading.words.meeting_bodies:
        return False
    before = (other for earlier in reading.trees[: reading.number_of(tree)] for other in earlier.tokens)
    return any(t.lemma.lower() == token.lemma.lower() and t.form[:1].isupper() and t.upos == "PROPN" for t in before)


def planned_bodies(reading: Reading, number: int) -> Iterator[Clause]:
    """`La comisión mixta, prevista para el viernes, ha sido suspendida`: the body's name stands for its meeting."""
    tree = reading.trees[number]
    act = reading.knowledge.acts.get(SESSION)
    planned = reading.words.planning | reading.words.scheduling
    for index, token in enumerate(tree.tokens):
        if act is None or token.upos not in {"NOUN", "PROPN"} or not is_body(reading, tree, index):
            continue
        clauses = children(tree, index, "acl", "amod")
        said = [
            c
            for c in clauses
            if ({tree.tokens[c].form.lower(), tree.tokens[c].lemma.lower()} & planned or is_be_to(reading, tree, c))
            and not is_told_of_its_people(reading, tree, c)
        ]
        said += [c for c in clauses if is_planned_and_off(reading, tree, index, c)]
        if any(dates_in(reading, span_of(tree, c)) for c in said):
            form = ActForm(kind="noun", lemma=token.lemma)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=None)


def is_told_of_its_people(reading: Reading, tree: Tree, verb: int) -> bool:
    """`the Council, whose secretary general is expected in Riga on Monday`: he, and no session of it."""
    subjects = [tree.tokens[c].form.lower() for c in children(tree, verb, "nsubj")]
    return bool(subjects) and not {*subjects} & reading.words.relatives


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
    act = reading.knowledge.acts.get(ROUND)
    if act is None or not names_a_day_ahead(reading, tree):
        return
    for index, token in enumerate(tree.tokens):
        owned = [c for c in children(tree, index, "nmod", "compound") if tree.tokens[c].upos != "PRON"]  # not `its third round`
        bare = token.lemma.lower() in reading.words.rounds and not owned
        further = (bare and is_further(reading, tree, index)) or is_elliptic(reading, tree, index)
        if further or is_round_of_a_body(reading, tree, index):
            yield Clause(
                sentence=number, head=index, trigger=index, act=act, form=ActForm(kind="noun", lemma=token.lemma), subject=None
            )


def is_round_of_a_body(reading: Reading, tree: Tree, index: int) -> bool:
    """`are to hold the 9th round of their Consultation Mechanism`: what both hold, of a body of theirs."""
    token = tree.tokens[index]
    held = is_relation(token, "obj") and token.lemma.lower() in reading.words.rounds
    bodies = [c for c in children(tree, index, "nmod") if tree.tokens[c].lemma.lower() in reading.words.meeting_bodies]
    return held and any(
        tree.tokens[d].feat("Poss") == "Yes" for c in bodies for d in children(tree, c, "det", "nmod", "nmod:poss")
    )


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


def convened_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`Chile and Peru will convene the commission on May 8`, `convocó a la comisión para el 8`: a body, and when."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(SESSION)
    if act is None or not names_a_day_ahead(reading, tree):
        return
    for index, token in enumerate(tree.tokens):
        ahead = is_future(reading, tree, index) or is_called_for_a_day(reading, number, index)
        if (
            token.lemma.lower() not in reading.words.convening
            or not ahead
            or is_negated(reading, tree, index)
            or is_conditional(reading, tree, index)
        ):
            continue
        called = [c for c in children(tree, index, "obj", "obl") if names_body(reading, tree, c)]
        if called:
            form = ActForm(lemma=token.lemma)
            subject = find_subject(reading, tree, index)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=subject, future=True)


def assembled_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`una mesa técnica que sesionará el 8 de mayo`: a body of officials, and when; a chamber sits for itself."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(SESSION)
    if act is None or not names_a_day_ahead(reading, tree):
        return
    for index, token in enumerate(tree.tokens):
        if token.lemma.lower() not in reading.words.assembling or not is_future(reading, tree, index):
            continue
        relative = is_relation(token, "acl") and token.head >= 0
        bodies = [token.head] if relative else [*children(tree, index, "nsubj")]
        named = {tree.tokens[i].lemma.lower() for i in bodies} & reading.words.meeting_bodies
        if named - reading.words.chambers and not is_negated(reading, tree, index):
            form = ActForm(lemma=token.lemma)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=None, future=True)


def sessions_of_bodies(reading: Reading, number: int) -> Iterator[Clause]:
    """`The 12th session of the joint committee is scheduled for May 8`, `la sesión de la comisión mixta se celebró el 8`."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(SESSION)
    if act is None or not days_told(reading, tree):
        return
    for index, token in enumerate(tree.tokens):
        parts = children(tree, index, "nmod")
        bodies = [c for c in parts if is_body(reading, tree, c) or is_body_named_before(reading, tree, c)]
        if token.lemma.lower() not in reading.words.sessions or not bodies:
            continue
        if is_session_told(reading, tree, index) or is_line_of_agenda(reading, tree, index):
            form = ActForm(kind="noun", lemma=token.lemma)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=None)


def is_session_told(reading: Reading, tree: Tree, index: int) -> bool:
    """By a verb of which it is the subject, or by one of convening or leading: `will convene a session of its committee`."""
    words, token = reading.words, tree.tokens[index]
    bare = is_relation(token, "obl") and not case_of(tree, index)
    above = token.head if bare or is_relation(token, "nsubj", "obj") else -1
    if above < 0 or is_negated(reading, tree, above) or is_conditional(reading, tree, above):
        return False
    ahead = is_future(reading, tree, above) and names_a_day_ahead(reading, tree)
    led = words.convening | words.attending | words.hosting if ahead else frozenset[str]()
    changed = words.cancelling | words.postponing  # `quedó suspendida`, of which a parser makes an object
    verb = [above, *children(tree, above, "obj", "xcomp")]
    if any({tree.tokens[i].lemma.lower(), tree.tokens[i].form.lower()} & changed for i in verb):
        return True
    told = led if is_relation(token, "obj") else words.happening | words.scheduling | words.holding
    return bool({tree.tokens[above].lemma.lower(), tree.tokens[above].form.lower()} & told)


def is_line_of_agenda(reading: Reading, tree: Tree, index: int) -> bool:
    """`Monday 16: Session of the Joint Committee, in Arica`: a line without a verb, and a day to come."""
    verbless = not any(t.upos in {"VERB", "AUX"} for t in tree.tokens)
    return verbless and is_relation(tree.tokens[index], "root", "appos", "parataxis") and names_a_day_ahead(reading, tree)


def is_called_for_a_day(reading: Reading, number: int, index: int) -> bool:
    """`convocó para el domingo`, `convened the council for May 8`: then, and for a day still to come."""
    tree, day = reading.trees[number], date_near(reading, number, index, anywhere=True)
    led = day is not None and is_led_by(reading, tree, day, reading.words.put_off_cases)
    return led and day is not None and (days_ahead(reading, day.value) or 0) > 0


def names_body(reading: Reading, tree: Tree, index: int) -> bool:
    """`the commission`, by any word of its name; not `Alto Consejo de Seguridad`, of which another body's name is a part."""
    name = (index, *children(tree, index, "flat", "compound"))
    starts = {m.span.start for m in mentions_in(reading, span_of(tree, index, ("acl", "appos"))) if not m.place}
    first = [tree.tokens[i - 1] for i, token in enumerate(tree.tokens) if i and token.span.start in starts]
    part = any(token.upos in {"PROPN", "ADJ"} and token.form[:1].isupper() for token in first)
    return not part and any(tree.tokens[i].lemma.lower() in reading.words.meeting_bodies for i in name)


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


def is_to_be(reading: Reading, tree: Tree, index: int) -> bool:
    """`is to be signed`, `are due to sign`: by the words beside it."""
    beside = [tree.tokens[c].form.lower() for c in children(tree, index, "aux", "mark", "cop")]
    above = tree.tokens[index].head
    due = above >= 0 and tree.tokens[above].form.lower() in reading.words.scheduling
    return bool({*beside} & reading.words.infinitive_marks and (due or {*beside} & reading.words.present_be))

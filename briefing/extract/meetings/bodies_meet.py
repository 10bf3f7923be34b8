"""A body's name stands for its meeting: `The joint committee will meet`, `convened the commission for May 8`."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.extract.claims import date_near, dates_in
from briefing.extract.day_and_place.coming import days_ahead, days_told, names_a_day_ahead
from briefing.extract.meetings.carriers import is_be_to
from briefing.extract.reading import Reading, mentions_in
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import (
    Tree,
    case_of,
    children,
    is_relation,
    span_of,
    subtree,
)
from briefing.extract.standings.bodies_off import is_planned_and_off
from briefing.extract.standings.not_held import comes_about
from briefing.extract.standings.postponing import is_led_by
from briefing.knowledge.entries import ActForm

SESSION = "meet"


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


def held_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`The joint commission will take place in Tacna on May 8`, `el Gabinete Binacional tendrá lugar el 8`: it, and when."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(SESSION)
    if act is None or not names_a_day_ahead(reading, tree):
        return
    for index, token in enumerate(tree.tokens):
        above = token.head if is_relation(token, "nsubj") else held_in_relative(reading, tree, index)
        if above < 0 or not is_body_by_name(reading, tree, index):
            continue
        doubted = is_negated(reading, tree, above) or is_conditional(reading, tree, above)
        if comes_about(reading, tree, above) and is_future(reading, tree, above) and not doubted:
            form = ActForm(kind="noun", lemma=token.lemma)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=None, future=True)


def held_in_relative(reading: Reading, tree: Tree, index: int) -> int:
    """`la sexta Comisión Mixta con el Perú, que tendrá lugar en La Paz el 9`: the verb of which `que` is the subject, or -1."""
    clauses = (c for c in children(tree, index, "acl") if children(tree, c, "nsubj"))
    relatives = reading.words.relatives
    told = (c for c in clauses if all(tree.tokens[s].form.lower() in relatives for s in children(tree, c, "nsubj")))
    return next(told, -1)


def is_body_by_name(reading: Reading, tree: Tree, index: int) -> bool:
    """By its head, or by a capital word of a name that a number opens: `el X Gabinete Binacional`."""
    named = [tree.tokens[c] for c in children(tree, index, "flat")]
    numbered = any(t.form[:1].isupper() and t.lemma.lower() in reading.words.meeting_bodies for t in named)
    return is_body(reading, tree, index) or numbered


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
    planned = is_future(reading, tree, above) or is_agreed_ahead(reading, tree, above)
    ahead = planned and names_a_day_ahead(reading, tree)
    led = words.convening | words.attending | words.hosting if ahead else frozenset[str]()
    changed = words.cancelling | words.postponing  # `quedó suspendida`, of which a parser makes an object
    verb = [above, *children(tree, above, "obj", "xcomp")]
    if any({tree.tokens[i].lemma.lower(), tree.tokens[i].form.lower()} & changed for i in verb):
        return True
    told = led if is_relation(token, "obj") else words.happening | words.scheduling | words.holding
    return bool({tree.tokens[above].lemma.lower(), tree.tokens[above].form.lower()} & told)


def is_agreed_ahead(reading: Reading, tree: Tree, verb: int) -> bool:
    """`The ministers agreed to convene the third session of the commission in June`: they have, and not `would agree to`."""
    above = tree.tokens[verb].head
    match = match_act(reading, tree, above) if above >= 0 and is_relation(tree.tokens[verb], "xcomp", "ccomp") else None
    agreed = match is not None and match[0].stance == "agrees" and not is_future(reading, tree, above)
    return agreed and not is_negated(reading, tree, above) and not is_conditional(reading, tree, above)


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

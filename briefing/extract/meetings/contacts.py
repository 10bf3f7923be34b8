"""Meetings and calls told by what one official does with another: raises a matter with him, sees him, is called by him.

`will raise the matter with the Peruvian minister in Quito on May 3`, `is due to see Petit on Monday`, `Petit me llamó ayer`.
Each needs a day of its own: without one the words tell of what was said, and not of when somebody met.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from briefing.extract.attending.asked_about import official_asked_about, official_told_of, question_before, who_answers
from briefing.extract.claims import date_near
from briefing.extract.coding import countries_in
from briefing.extract.day_and_place.coming import days_ahead
from briefing.extract.day_and_place.town_names import is_name
from briefing.extract.meetings.awaited import is_dated_ahead
from briefing.extract.meetings.carriers import is_be_to
from briefing.extract.meetings.invitations import inviting_verb
from briefing.extract.reading import Reading, is_official_person, mentions_in, quote_at, speaker_of
from briefing.extract.sentence.clauses import Clause, main_subject
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated, is_reported_future
from briefing.extract.sentence.named_subjects import Subject
from briefing.extract.sentence.subjects import explicit_subject, find_subject
from briefing.extract.sentence.trees import (
    Tree,
    case_of,
    children,
    finite_of,
    is_passive,
    is_relation,
    is_verbal,
    root_of,
    span_of,
    subtree,
)
from briefing.knowledge.entries import Act, ActForm
from briefing.model.known_rows import COUNTERPART, VISIT
from briefing.model.meeting_kinds import MEETINGS_OF_TWO

TALKS = "hold_talks"
CALL = "phone"
RECEPTION = "receive"
MEETING = "meet"
"""The acts of what is told so."""
TOLD = ("nsubj", "acl", "advcl", "ccomp", "xcomp", "conj", "parataxis")
"""What is said by phone, and who says it."""


def contacts(reading: Reading, number: int) -> Iterator[Clause]:
    yield from raised_with(reading, number)
    yield from raised_by_phone(reading, number)
    yield from called_by(reading, number)
    yield from teams_ahead(reading, number)
    yield from received_by(reading, number)
    yield from was_received(reading, number)
    yield from called_on(reading, number)
    yield from visited_by(reading, number)
    yield from invited_ahead(reading, number)
    yield from awaited_there(reading, number)
    yield from answered_with_a_day(reading, number)


def raised_with(reading: Reading, number: int) -> Iterator[Clause]:
    """`will discuss the ban with the Chilean minister on May 3`: what two will talk of, and when."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(TALKS)
    for index, token in enumerate(tree.tokens):
        if act is None or token.lemma.lower() not in reading.words.discussing | reading.words.raising:
            continue
        partner = partner_of(reading, tree, index)
        if partner is not None and is_arranged(reading, tree, index) and is_dated_ahead(reading, number, index):
            form = ActForm(lemma=token.lemma)
            doer = find_subject(reading, tree, index)
            yield Clause(
                sentence=number, head=index, trigger=index, act=act, form=form, subject=doer, addressees=(partner,), future=True
            )


def raised_by_phone(reading: Reading, number: int) -> Iterator[Clause]:
    """`said he had raised the matter with the Chilean minister by phone on Monday`, `told her counterpart by phone`: they spoke
    then."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(CALL)
    for index, token in enumerate(tree.tokens):
        if act is None or not is_verbal(token) or token.lemma.lower() in reading.words.calling:
            continue
        raised = token.lemma.lower() in reading.words.discussing | reading.words.raising
        partner = partner_of(reading, tree, index) if raised else partner_told(reading, tree, index)
        phoned = by_phone(reading, tree, subtree(tree, index, () if raised else TOLD))
        day = date_near(reading, number, index, anywhere=True)
        denied = is_negated(reading, tree, index) or is_conditional(reading, tree, index) or is_future(reading, tree, index)
        if phoned and partner is not None and day is not None and not denied and (days_ahead(reading, day.value) or 0) <= 0:
            yield contact_with(partner, find_subject(reading, tree, index), act, (number, index), token.lemma)


def by_phone(reading: Reading, tree: Tree, parts: Iterable[int]) -> bool:
    return any(tree.tokens[i].lemma.lower() in reading.words.by_phone for i in parts)


def partner_told(reading: Reading, tree: Tree, verb: int) -> str | None:
    """The official to whom something was said: `told his counterpart`, `le comunicó a la ministra Soto`."""
    told = [c for c in children(tree, verb, "obj", "iobj", "obl") if case_of(tree, c) in {"", *reading.words.towards}]
    # `held a telephone conversation with the President`: a thing, and whom it was with stands below it
    here = [
        m
        for c in told
        for m in mentions_in(reading, span_of(tree, c, ("acl", "advcl")))
        if m.span.contains(tree.tokens[c].span)
    ]
    return only_official(reading, [mention.actor for mention in here if not mention.place])


def contact_with(partner: str, doer: Subject | None, act: Act, place: tuple[int, int], lemma: str) -> Clause:
    """The clause of a contact that no verb of meeting tells, by its sentence and head."""
    number, head = place
    form = ActForm(lemma=lemma)
    return Clause(
        sentence=number, head=head, trigger=head, act=act, form=form, subject=doer, addressees=(partner,), future=False
    )


def partner_of(reading: Reading, tree: Tree, verb: int) -> str | None:
    """The official with whom it is raised, whether a tree hangs him on the verb or on its object."""
    below = [c for i in (verb, *children(tree, verb, "obj")) for c in children(tree, i, "obl", "nmod")]
    met = [c for c in below if case_of(tree, c) in reading.words.with_cases]
    named = [m.actor for c in met for m in mentions_in(reading, span_of(tree, c, ("acl", "advcl")))[:1] if not m.place]
    return only_official(reading, named)


def only_official(reading: Reading, named: Sequence[str]) -> str | None:
    actors = ((a, reading.doc.actors.get(a)) for a in named)
    held = ((a, actor) for a, actor in actors if actor is not None and actor.kind in {"person", "office"})
    known = [a for a, actor in held if actor.official or (actor.role == COUNTERPART and actor.country)]
    return known[0] if len(known) == 1 else None


def is_arranged(reading: Reading, tree: Tree, verb: int) -> bool:
    """`will`, `said she would`, `is to`: neither denied nor supposed."""
    ahead = is_future(reading, tree, verb) or is_reported_future(reading, tree, verb) or is_be_to(reading, tree, verb)
    supposed = is_conditional(reading, tree, verb) and not is_reported_future(reading, tree, verb)
    return ahead and is_verbal(tree.tokens[verb]) and not supposed and not is_negated(reading, tree, verb)


def called_by(reading: Reading, number: int) -> Iterator[Clause]:
    """`La ministra Mora me llamó ayer`, `Petit called me on Monday`, said by somebody who is known."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(CALL)
    for index, token in enumerate(tree.tokens):
        if act is None or token.lemma.lower() not in reading.words.calling or not is_verbal(token):
            continue
        speaker, doer = who_is_called(reading, tree, index), find_subject(reading, tree, index)
        if doer is None or doer.how == "speaker":  # who says `me llamó` is not who called
            doer = who_was_asked_about(reading, number, index)
        others = children(tree, index, "xcomp", "ccomp") or names_a_thing(tree, index)
        if speaker is None or doer is None or others or date_near(reading, number, index) is None:
            continue
        if not is_negated(reading, tree, index) and not is_conditional(reading, tree, index):
            yield contact_with(speaker, doer, act, (number, index), token.lemma)


def who_is_called(reading: Reading, tree: Tree, verb: int) -> str | None:
    """Who says `me`: the person of the turn or the quotation."""
    pronouns = children(tree, verb, "obj", "iobj", "expl")
    if not any(tree.tokens[c].form.lower() in reading.words.first_person for c in pronouns):
        return None
    span = tree.tokens[verb].span
    said = quote_at(reading, span) or reading.turn_at(span)
    speaker = speaker_of(reading, said) if said else None
    return speaker if speaker and reading.doc.actors[speaker].kind == "person" else None


def who_was_asked_about(reading: Reading, number: int, verb: int) -> Subject | None:
    """`¿Ha hablado con el ministro Petit?  —Me llamó ayer`: a third person whom only the question names."""
    finite = finite_of(reading.trees[number], verb)
    elided = (
        finite.feat("Person") == "3" and finite.feat("Number") == "Sing" and not children(reading.trees[number], verb, "nsubj")
    )
    person = official_asked_about(reading, number) if elided else None
    return Subject(actors=(person,), how="inherited") if person else None


def answered_with_a_day(reading: Reading, number: int) -> Iterator[Clause]:
    """`¿Se verá con el ministro Petit?  —Sí, el 3 de mayo, en Lomé`: the verb and the other stand in the question."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(MEETING)
    speaker, asked = who_answers(reading, number), question_before(reading, number)
    root = root_of(tree)
    if act is None or speaker is None or asked is None or any(t.upos in {"VERB", "AUX"} for t in tree.tokens):
        return
    other = official_told_of(reading, number)
    denied = any(t.lemma.lower() in reading.words.negators for t in tree.tokens)
    if other and not denied and asks_whether_they_meet(reading, asked) and is_dated_ahead(reading, number, root):
        form, doer = ActForm(lemma=act.id), Subject(actors=(speaker.id,), how="speaker")
        yield Clause(
            sentence=number, head=root, trigger=root, act=act, form=form, subject=doer, addressees=(other,), future=True
        )


def asks_whether_they_meet(reading: Reading, asked: int) -> bool:
    """The question's main verb is one of meeting, ahead, and nothing else is asked: `when`, `where`, or whether."""
    tree = reading.trees[asked]
    root = root_of(tree)
    known = {act.meeting for act, _ in reading.acts.get(tree.tokens[root].lemma.lower(), ())}
    return bool(known & MEETINGS_OF_TWO) and is_future(reading, tree, root)


def names_a_thing(tree: Tree, verb: int) -> bool:
    """`me llamó la atención`, `called me a liar`."""
    return any(is_relation(tree.tokens[c], "obj") and tree.tokens[c].upos == "NOUN" for c in tree.children[verb])


def teams_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`A Chilean team is due in Lima on May 4`, `una misión chilena llegará el lunes a Lima`: whose, where and when."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(VISIT)
    for index, token in enumerate(tree.tokens):
        if act is None or token.lemma.lower() not in reading.words.arriving or not goes(reading, tree, index):
            continue
        teams = [c for c in children(tree, index, "nsubj") if is_team(reading, tree, c)]
        nations = countries_in(reading, span_of(tree, teams[0], ("acl", "appos", "advcl"))) if teams else ()
        if len(nations) == 1 and is_dated_ahead(reading, number, index):
            form, team = ActForm(lemma=token.lemma), Subject(actors=nations, how="explicit")
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=team, future=True)


def received_by(reading: Reading, number: int) -> Iterator[Clause]:
    """`El martes la recibió la ministra`, `is due to host him on May 3`: by an official, on a day; whom a pronoun names."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(RECEPTION)
    for index, token in enumerate(tree.tokens):
        if act is None or token.lemma.lower() not in reading.words.hosting_people or not is_verbal(token):
            continue
        pronouns = [c for c in children(tree, index, "obj", "iobj") if tree.tokens[c].upos == "PRON"]
        guest = any(reading.words.gender_of(tree.tokens[c].form.lower()) for c in pronouns)
        host = find_subject(reading, tree, index)
        known = host is not None and all(is_official_person(reading, actor) for actor in host.actors)
        doubted = is_negated(reading, tree, index) or is_conditional(reading, tree, index)
        if guest and known and not doubted and date_near(reading, number, index, anywhere=True):
            form = ActForm(lemma=token.lemma)
            ahead = is_future(reading, tree, index)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=host, future=ahead)


def was_received(reading: Reading, number: int) -> Iterator[Clause]:
    """`She was later received by President Petit`, `Más tarde fue recibida por …`: whom a pronoun names, by an official."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(RECEPTION)
    for index, token in enumerate(tree.tokens):
        if act is None or token.lemma.lower() not in reading.words.hosting_people or not is_passive(tree, index):
            continue
        agents = [c for c in children(tree, index, "obl") if tree.tokens[c].deprel == "obl:agent"]
        named = [m.actor for c in agents for m in mentions_in(reading, span_of(tree, c, ("acl", "conj"))) if not m.place]
        guest, host = guest_received(reading, tree, index), only_official(reading, [*dict.fromkeys(named)])
        doubted = is_negated(reading, tree, index) or is_conditional(reading, tree, index) or is_future(reading, tree, index)
        if guest is not None and host not in {None, guest} and not doubted:
            doer = Subject(actors=(host or "",), how="explicit")
            yield contact_with(guest, doer, act, (number, index), token.lemma)


def guest_received(reading: Reading, tree: Tree, verb: int) -> str | None:
    """Whom a pronoun means, or who has just been told to have done something, where no subject is named."""
    subjects = children(tree, verb, "nsubj:pass", "nsubj")
    pronouns = [c for c in subjects if reading.words.gender_of(tree.tokens[c].form.lower())]
    if len(pronouns) < len(subjects):
        return None
    known = explicit_subject(reading, tree, verb, pronouns[0]) if pronouns else None
    if known is not None:
        return known.actors[0] if len(known.actors) == 1 else None
    if not pronouns and somebody_behind(reading, tree, verb):
        return None
    marks = {"Masc": "m", "Fem": "f"}
    by_form = reading.words.gender_of(tree.tokens[pronouns[0]].form.lower()) if pronouns else None
    return doer_just_before(reading, tree, by_form or marks.get(tree.tokens[verb].feat("Gender") or ""))


def somebody_behind(reading: Reading, tree: Tree, verb: int) -> bool:
    """`Luego fue recibida por el presidente, Per Lund, la misión chilena`: a subject behind, however parsed."""
    hosts = [m.span.stop for m in mentions_in(reading, tree.sentence.span) if m.span.start > tree.tokens[verb].span.start]
    behind = [t for t in tree.tokens if hosts and t.span.start >= hosts[0] and t.upos != "PUNCT"]
    return not hosts or (bool(behind) and behind[0].upos not in {"ADP", "ADV", "PRON", "CCONJ", "SCONJ"})


def doer_just_before(reading: Reading, tree: Tree, gender: str | None) -> str | None:
    """`Soto met Vice President Mora on Monday. He was later received by …`: the one official who is the subject there."""
    number, sentences = reading.number_of(tree), reading.doc.sentences
    if number < 1 or sentences[number - 1].paragraph != sentences[number].paragraph or reading.is_scrambled:
        return None
    subject = main_subject(reading, number - 1)
    one = subject.actors[0] if subject is not None and len(subject.actors) == 1 else None
    if one is None or subject is None or subject.how != "explicit" or not is_official_person(reading, one):
        return None
    return one if reading.doc.actors[one].gender in {gender, None} else None


def called_on(reading: Reading, number: int) -> Iterator[Clause]:
    """`Ruiz also called on President Petit`: paid him a visit; not `called on the president to stop`, nor `for a truce`."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(MEETING)
    for index, token in enumerate(tree.tokens):
        if act is None or token.lemma.lower() not in reading.words.calling or not is_verbal(token):
            continue
        visited = [
            c
            for c in children(tree, index, "obl", "obj")
            if f"{token.lemma} {case_of(tree, c)}".lower() in reading.words.calling_on
        ]
        doer = find_subject(reading, tree, index)
        met = [m.actor for c in visited for m in mentions_in(reading, span_of(tree, c, ("acl", "advcl"))) if not m.place]
        host = only_official(reading, [*dict.fromkeys(met)])
        doubted = is_negated(reading, tree, index) or is_conditional(reading, tree, index) or is_future(reading, tree, index)
        known = doer is not None and len(doer.actors) == 1 and is_official_person(reading, doer.actors[0])
        done = finite_of(tree, index).feat("Tense") == "Past"  # `is expected to call on` is a hope
        if host is not None and known and done and not doubted and not asks_for_something(reading, tree, index):
            yield contact_with(host, doer, act, (number, index), token.lemma)


def says_that_they_met(reading: Reading, clause: Clause) -> bool:
    """`called on President Petit`, `la recibió la ministra`: no plan, and by words that say so; not `raised it with him`."""
    tree = reading.trees[clause.sentence]
    met = clause.act.id == RECEPTION or tree.tokens[clause.head].lemma.lower() in reading.words.calling
    return clause.form.kind == "verb" and bool(clause.addressees) and not clause.future and clause.act.id != CALL and met


def asks_for_something(reading: Reading, tree: Tree, verb: int) -> bool:
    """`called on him to resign`, `for a truce`, `that he resign`."""
    below = [tree.tokens[i] for i in subtree(tree, verb) if i > verb]
    wanted = any(t.feat("VerbForm") == "Inf" or is_relation(t, "ccomp", "xcomp") for t in below)
    return wanted or any(case_of(tree, c) in reading.words.purpose_cases for c in subtree(tree, verb) if c > verb)


def visited_by(reading: Reading, number: int) -> Iterator[Clause]:
    """`recibió el lunes la visita de una delegación encabezada por Petit`: who received, and who came to him."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(RECEPTION)
    for index, token in enumerate(tree.tokens):
        if act is None or token.lemma.lower() not in reading.words.hosting_people or not is_verbal(token):
            continue
        visits = [c for c in children(tree, index, "obj") if tree.tokens[c].lemma.lower() in reading.words.named_as_visit]
        host, guest = find_subject(reading, tree, index), guest_of(reading, tree, visits[0]) if visits else None
        known = host is not None and all(is_official_person(reading, actor) for actor in host.actors)
        doubted = is_negated(reading, tree, index) or is_conditional(reading, tree, index)
        if known and guest is not None and not doubted and date_near(reading, number, index, anywhere=True):
            yield contact_with(guest, host, act, (number, index), token.lemma)


def guest_of(reading: Reading, tree: Tree, visit: int) -> str | None:
    """The first official whom the visit's own phrase names, else the team that came."""
    own = [c for c in children(tree, visit, "nmod") if case_of(tree, c) in reading.words.of_cases]
    named = [m.actor for c in own for m in mentions_in(reading, span_of(tree, c, ("advcl",))) if not m.place]
    people = [actor for actor in named if is_official_person(reading, actor)]
    return next(iter((*people, *named)), None)


def awaited_there(reading: Reading, number: int) -> Iterator[Clause]:
    """`acudirá el 3 de mayo a Salto, donde le espera la ministra`: who goes there, and who is there to receive him."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(RECEPTION)
    for index, token in enumerate(tree.tokens):
        there = any(tree.tokens[c].form.lower() in reading.words.wheres for c in children(tree, index, "advmod", "obl", "mark"))
        town = tree.tokens[token.head]
        if act is None or not there or not is_relation(token, "acl") or town.head < 0 or not is_verbal(tree.tokens[town.head]):
            continue
        waits = token.lemma.lower() in reading.words.awaiting | reading.words.hosting_people
        pronoun = any(tree.tokens[c].upos == "PRON" for c in children(tree, index, "obj", "iobj"))
        host, guest = find_subject(reading, tree, index), find_subject(reading, tree, town.head)
        known = [one for one in (host, guest) if one and len(one.actors) == 1 and is_official_person(reading, one.actors[0])]
        doubted = any(doubt(reading, tree, i) for i in (index, town.head) for doubt in (is_negated, is_conditional))
        if waits and pronoun and len(known) == 2 and not doubted and is_dated_ahead(reading, number, town.head):
            yield contact_with(known[1].actors[0], known[0], act, (number, index), token.lemma)


def invited_ahead(reading: Reading, number: int) -> Iterator[Clause]:
    """`has invited her to Lima on May 3`: where to, and for when; whether she goes nobody says."""
    tree, act = reading.trees[number], reading.knowledge.acts.get(VISIT)
    for index, token in enumerate(tree.tokens):
        if act is None or inviting_verb(reading, tree, index) != index:
            continue
        to = [c for c in children(tree, index, "obl") if case_of(tree, c) in reading.words.towards]
        placed = [c for c in to if any(m.place for m in mentions_in(reading, span_of(tree, c))) or is_name(reading, tree, c)]
        occasion = any(tree.tokens[c].upos == "NOUN" and not placed for c in to)
        if placed and not occasion and is_dated_ahead(reading, number, index):
            form, host = ActForm(lemma=token.lemma), find_subject(reading, tree, index)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=host, future=False)


def goes(reading: Reading, tree: Tree, verb: int) -> bool:
    """`will arrive`, `is due to arrive`: arranged, and not denied."""
    due = {tree.tokens[c].form.lower() for c in children(tree, verb, "mark", "aux", "cop")} & reading.words.scheduling
    denied = is_negated(reading, tree, verb) or is_conditional(reading, tree, verb)
    return (is_future(reading, tree, verb) or bool(due)) and not denied


def is_team(reading: Reading, tree: Tree, index: int) -> bool:
    """`mission`, `equipo`, `inspectores`: sent by a government, and without a name."""
    return tree.tokens[index].lemma.lower() in reading.words.staff | reading.words.missions

"""What the sentences behind a meeting tell of it: where it will be, who else will be there, what it is about.

`La reunión se celebrará en Lima`, `Minister Ruiz will attend the meeting`, `They discussed visas`.  A sentence tells on only
where it means the meeting by a definite noun of its kind, or its people by `they` right behind it, where no other meeting of
the kind stands near, and where it gives no other day.  In doubt a meeting stays as its own sentence has it.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from briefing.edtf import intersects, is_open_ended
from briefing.extract.attending.all_attend import all_who_attend, who_comes_along, who_is_in_it
from briefing.extract.attending.company import host_verb
from briefing.extract.attending.counterpart_behind import counterpart_named
from briefing.extract.attending.sides_led import who_leads_the_sides
from briefing.extract.attending.signatories import who_signed
from briefing.extract.claims import dates_in, evidence_of
from briefing.extract.day_and_place.days_there import with_days_there
from briefing.extract.day_and_place.town_names import is_name, whole_name
from briefing.extract.day_and_place.where import where_of
from briefing.extract.meetings.again import is_one_the_reader_knows, means_those_before
from briefing.extract.meetings.agenda import agenda_of, dealt_with, discussed, matter_span, phrase
from briefing.extract.meetings.implied import is_further
from briefing.extract.reading import Reading, codes_of, is_person, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated
from briefing.extract.sentence.trees import Tree, case_of, children, finite_of, is_relation, is_verbal, span_of, subtree
from briefing.knowledge.entries import ActForm
from briefing.model import Claim, Event, Evidence, MeetingKind
from briefing.model.marks import SIDES_OFFICES, SIDES_STAFF

REACH = 2
"""Sentences behind a meeting in which more is told of it."""


class Told(NamedTuple):
    """What one sentence adds."""

    place: str | None = None
    people: tuple[str, ...] = ()
    agenda: tuple[Evidence, ...] = ()


def with_what_follows(reading: Reading, sentences: Sequence[Sequence[Clause]], claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims, each meeting with what the sentences behind it add; never in a scrambled article."""
    if reading.is_scrambled:
        return tuple(claims)
    told = list(claims)
    for place, claim in enumerate(told):
        if isinstance(claim, Event) and claim.meeting:
            told_again(reading, sentences, told, place)
    return tuple(
        completed(reading, sentences, claim, told) if isinstance(claim, Event) and claim.meeting else claim for claim in told
    )


def told_again(reading: Reading, sentences: Sequence[Sequence[Clause]], told: list[Claim], place: int) -> None:
    """`Ruiz and Lund will attend the meeting`, which is the one told before: both have its day and people."""
    event = told[place]
    assert isinstance(event, Event)
    for later in range(place + 1, len(told)):
        claim = told[later]
        if not isinstance(claim, Event) or not claim.meeting or claim.sentence == event.sentence:
            continue
        if claim.sentence > event.sentence + REACH or not is_meant_again(reading, sentences, event, claim):
            return
        people = tuple(dict.fromkeys((*event.people, *claim.people)))
        actors = tuple(dict.fromkeys((*event.actors, *claim.actors)))
        kept = (
            rule for rule in claim.rules if rule != SIDES_OFFICES or not people
        )  # whoever `both countries` sent is named before
        rules = (*kept, "meeting:told_again")
        told[later] = dataclasses.replace(
            claim,
            date=event.date,
            date_basis=event.date_basis,
            place=claim.place or event.place,
            people=people,
            actors=actors,
            rules=rules,
        )
        told[place] = event = dataclasses.replace(event, people=people, actors=actors)


def is_meant_again(reading: Reading, sentences: Sequence[Sequence[Clause]], event: Event, claim: Event) -> bool:
    """Whether a sentence's only meeting is `the meeting`, without a day of its own, of a kind with the one before."""
    open_day = claim.date is None or is_open_ended(claim.date)
    tree, nouns = reading.trees[claim.sentence], nouns_for(reading, event.meeting)
    heads = [c for c in sentences[claim.sentence] if c.form.kind == "noun" and c.act.meeting]
    meant = len(heads) == 1 and is_the_meeting(tree, heads[0], nouns) and is_one_the_reader_knows(reading, tree, heads[0])
    further = meant and is_further(reading, tree, heads[0].head)
    alike = claim.status == event.status and not {*named_as(event.meeting)}.isdisjoint(named_as(claim.meeting))
    return open_day and meant and not further and alike and claim.place in {None, event.place}


def completed(reading: Reading, sentences: Sequence[Sequence[Clause]], event: Event, claims: Sequence[Claim]) -> Event:
    event = with_days_there(reading, event)
    for number in range(event.sentence + 1, min(event.sentence + REACH + 1, len(reading.trees))):
        if not reading.is_body(number) or is_of_another_day(reading, event, number):
            break
        if has_rival(event, number, claims):
            alone = number == event.sentence + 1 and not has_rival_here(event, claims)  # behind it, whatever was told before it
            return (
                joined(reading, event, Told(people=who_leads(reading, reading.trees[number], event)), number)
                if alone
                else event
            )
        told = told_of(reading, sentences, event, number)
        event = joined(reading, event, told, number)
    return event


def joined(reading: Reading, event: Event, told: Told, number: int) -> Event:
    place = told.place if event.place is None else None
    people = tuple(name for name in told.people if name not in event.people)
    if place or people:
        further = (*event.further, evidence_of(reading, reading.trees[number].sentence.span))
        rules = (*event.rules, *(("place:behind",) if place else ()), *(("people:behind",) if people else ()))
        rules = tuple(rule for rule in rules if not people or rule != SIDES_STAFF)  # now somebody is named
        event = dataclasses.replace(
            event, place=event.place or place, people=(*event.people, *people), further=further, rules=rules
        )
    return dataclasses.replace(event, agenda=event.agenda or told.agenda)


def is_of_another_day(reading: Reading, event: Event, number: int) -> bool:
    days = dates_in(reading, reading.trees[number].sentence.span)
    return any(not event.date or not intersects(event.date, day.value or "") for day in days)


def has_rival(event: Event, number: int, claims: Sequence[Claim]) -> bool:
    """Whether another meeting stands near, of another day or of others: then `the meeting` may be that one."""
    near = [c for c in claims if isinstance(c, Event) and c.meeting and number - REACH <= c.sentence <= number]
    return any(is_other(event, other) for other in near if other is not event)


def has_rival_here(event: Event, claims: Sequence[Claim]) -> bool:
    """Whether its own sentence, or the one behind, tells of another meeting."""
    near = [c for c in claims if isinstance(c, Event) and c.meeting and 0 <= c.sentence - event.sentence <= 1]
    return any(is_other(event, other) for other in near if other is not event)


def is_other(event: Event, other: Event) -> bool:
    """Of a kind that the same noun may mean, and not clearly the same: another day, or nobody in common."""
    if {*named_as(event.meeting)}.isdisjoint(named_as(other.meeting)):
        return False
    if event.evidence == other.evidence and "postponed" in {event.status, other.status} and {*event.people} == {*other.people}:
        return False  # `has been moved from the 9th to the 16th`: one, on its old day and its new one
    if event.date and other.date and event.date != other.date:
        return True
    mine, others = {*event.people, *event.actors}, {*other.people, *other.actors}
    same_day = bool(event.date) and event.date == other.date
    return not (mine & others) if mine and others else not same_day


def named_as(kind: MeetingKind | None) -> Sequence[str]:
    """The lists of nouns by which a meeting of a kind is meant."""
    return {
        "call": ("call",),
        "visit": ("visit",),
        "talks": ("meeting", "call"),
        "deadline": (),
        "session": (),
        "vote": (),
        "ruling": (),
    }.get(kind or "", ("meeting",))


def nouns_for(reading: Reading, kind: MeetingKind | None) -> frozenset[str]:
    lists: Mapping[str, frozenset[str]] = {
        "call": reading.words.named_as_call,
        "visit": reading.words.named_as_visit,
        "meeting": reading.words.named_as_meeting,
    }
    return frozenset(word for name in named_as(kind) for word in lists[name])


# ------------------------------------------------------------------ what one sentence tells


def told_of(reading: Reading, sentences: Sequence[Sequence[Clause]], event: Event, number: int) -> Told:
    tree, nouns = reading.trees[number], nouns_for(reading, event.meeting)
    told = (*sentences[number], *unnamed_meetings(reading, number, nouns, sentences[number]))
    heads = [c for c in told if is_the_meeting(tree, c, nouns) and is_one_the_reader_knows(reading, tree, c)]
    for clause in heads:
        host = host_verb(reading, tree, clause.head)
        over = event.status is None and is_future(reading, tree, host)  # `prepared the summit. The meeting will take up visas`
        if is_negated(reading, tree, host) or is_conditional(reading, tree, host) or over:
            return Told()
        hosts = (host, *children(tree, clause.head, "acl"))  # `The meeting, to be held in Lima, …`
        where = next((found for verb in hosts if (found := where_of(reading, tree, clause, verb))), None)
        agenda = agenda_of(reading, tree, clause.head, host) or first_matter(
            reading, tree, what_is_aimed_at(reading, tree, nouns)
        )
        there = who_attends(reading, tree, host) or who_chairs(reading, tree, event)
        return Told(where.words if where else None, there, agenda)
    if team := who_is_in_it(reading, tree, event):
        return Told(people=team)
    if signed := who_signed(reading, tree, event) or counterpart_named(reading, tree, event):
        return Told(people=signed)
    if number != event.sentence + 1:
        return Told()
    if venue := venue_of(reading, tree):
        return Told(venue)
    if leaders := who_leads(reading, tree, event) or who_comes_along(reading, tree, event):
        return Told(people=leaders)
    rules = (
        what_those_discuss(reading, tree, event),
        what_it_deals_with(reading, tree, event),
        what_is_aimed_at(reading, tree, nouns),
    )
    return Told(agenda=first_matter(reading, tree, [words for rule in rules for words in rule]))


def unnamed_meetings(reading: Reading, number: int, nouns: frozenset[str], told: Sequence[Clause]) -> Iterator[Clause]:
    """`The ceremony will take place in Lima`: the subject of a verb that says when and where, by a noun that names no act."""
    tree, act = reading.trees[number], reading.knowledge.acts["meet"]
    known = {clause.head for clause in told}
    for index, token in enumerate(tree.tokens):
        above = tree.tokens[token.head].lemma.lower() if token.head >= 0 and is_relation(token, "nsubj") else ""
        if index not in known and token.lemma.lower() in nouns and above in reading.words.happening:
            form = ActForm(kind="noun", lemma=token.lemma)
            yield Clause(sentence=number, head=index, trigger=index, act=act, form=form, subject=None)


def venue_of(reading: Reading, tree: Tree) -> str | None:
    """`The venue, Gulu, remains the same`, `La sede será Tacna`: the town that stands beside the word, or is what it is."""
    for index, token in enumerate(tree.tokens):
        if token.lemma.lower() not in reading.words.venues or not is_relation(token, "nsubj") or children(tree, index, "nmod"):
            continue
        copular = [token.head] if children(tree, token.head, "cop") else []
        named = [c for c in (*children(tree, index, "appos"), *copular) if is_place(reading, tree, c)]
        whole = whole_name(reading, tree, named[:1])
        if whole is not None:
            return whole.of(reading.text)
    return None


def is_place(reading: Reading, tree: Tree, index: int) -> bool:
    return is_name(reading, tree, index) or any(m.place for m in mentions_in(reading, tree.tokens[index].span))


def is_the_meeting(tree: Tree, clause: Clause, nouns: frozenset[str]) -> bool:
    """`the meeting`, without sides of its own."""
    token = tree.tokens[clause.head]
    own = any(tree.tokens[c].upos in {"PROPN", "NOUN"} for c in children(tree, clause.head, "nmod", "compound", "nmod:poss"))
    return clause.form.kind == "noun" and token.lemma.lower() in nouns and not own


def who_attends(reading: Reading, tree: Tree, host: int) -> tuple[str, ...]:
    """`A esa reunión asistirán los ministros Ruiz y Lund`, `Lund will chair the meeting`."""
    if tree.tokens[host].lemma.lower() not in reading.words.attending:
        return ()
    if everybody := all_who_attend(reading, tree, host):
        return everybody
    subjects = [i for c in children(tree, host, "nsubj") for i in (c, *children(tree, c, "conj", "appos"))]
    found = (m.actor for i in subjects for m in mentions_in(reading, span_of(tree, i, ("acl", "conj"))))
    return tuple(dict.fromkeys(a for a in found if a in reading.doc.actors and reading.doc.actors[a].kind == "person"))


def who_leads(reading: Reading, tree: Tree, event: Event) -> tuple[str, ...]:
    """`Lund will lead the Norwegian delegation`, `Ruiz representará a Chile`: right behind, and at nothing else."""
    found: list[int] = []
    for index, token in enumerate(tree.tokens):
        if not leads(reading, tree, index, event):
            continue
        sent = children(tree, index, "obj", "obl:arg")
        sent = sent if any(is_sent(reading, tree, c, event) or is_it(reading, tree, c) for c in sent) else ()
        apart = [c for c in children(tree, index, "obl") if c not in sent]
        if sent and not apart and is_verbal(token) and not children(tree, index, "nsubj:pass"):
            found += children(tree, index, "nsubj")
    led = tuple(m.actor for i in found for m in mentions_in(reading, span_of(tree, i, ("acl", "conj"))))
    known = (a for a in (*led, *who_chairs(reading, tree, event)) if is_person(reading, a))
    return tuple(dict.fromkeys((*known, *who_leads_the_sides(reading, tree, event))))


def is_it(reading: Reading, tree: Tree, index: int) -> bool:
    """`Lo encabezarán la viceministra Ruiz y el embajador Lund`: the meeting or the body just told of, by a pronoun."""
    token = tree.tokens[index]
    return token.form.lower() in reading.words.it_as_object and token.feat("Number") != "Plur"


def leads(reading: Reading, tree: Tree, index: int, event: Event) -> bool:
    """A verb of heading or attending, in the positive and as far along as the meeting."""
    known = tree.tokens[index].lemma.lower() in reading.words.attending | reading.words.chairing
    told = known and not is_negated(reading, tree, index) and not is_conditional(reading, tree, index)
    return told and is_future(reading, tree, index) == (event.status == "upcoming")


def who_chairs(reading: Reading, tree: Tree, event: Event) -> tuple[str, ...]:
    """`It was co-chaired by Ruiz and Lund`, `La delegación estuvo encabezada por Ruiz y la misión fue presidida por Lund`."""
    found: list[str] = []
    for index in range(len(tree.tokens)):
        subjects: Sequence[int] = children(tree, index, "nsubj:pass", "nsubj")
        by = any(
            tree.tokens[c].form.lower() in reading.words.agent_cases
            for i in subtree(tree, index)
            for c in children(tree, i, "case")
        )
        passive = bool(children(tree, index, "nsubj:pass")) or tree.tokens[index].upos == "ADJ"
        participle = tree.tokens[index].upos == "ADJ" or tree.tokens[index].feat("VerbForm") == "Part"
        if is_relation(tree.tokens[index], "acl", "amod") and participle and not subjects:
            passive, subjects = True, [tree.tokens[index].head]  # `En el encuentro, liderado por Ruiz y Lund, …`
        if by and passive and leads(reading, tree, index, event) and is_headed(reading, tree, subjects, event):
            below = [i for i in subtree(tree, index, ("nsubj", "advcl", "acl")) if i > index]
            last = next((i for i in below if is_verbal(tree.tokens[i]) or tree.tokens[i].upos == "AUX"), len(tree.tokens))
            spans = [tree.tokens[i].span for i in below if i < last]
            named = mentions_in(reading, tree.sentence.span)
            found += [m.actor for m in named if any(m.span.contains(span) for span in spans)]
    return tuple(dict.fromkeys(a for a in found if is_person(reading, a)))


def is_headed(reading: Reading, tree: Tree, subjects: Sequence[int], event: Event) -> bool:
    """The meeting itself by `it` or its noun, a team, or one of the two countries' sides."""
    words = reading.words
    nouns = nouns_for(reading, event.meeting) | words.meeting_bodies | words.team_sides
    return any(
        tree.tokens[c].form.lower() in words.it_pronouns
        or tree.tokens[c].lemma.lower() in nouns
        or is_sent(reading, tree, c, event)
        for c in subjects
    )


def is_sent(reading: Reading, tree: Tree, index: int, event: Event) -> bool:
    """A delegation, or the country itself that is one of the two, or may be."""
    words, token = reading.words, tree.tokens[index]
    codes = {code for m in mentions_in(reading, token.span) for code in codes_of(reading, m.actor)}
    country = bool(codes) and (codes <= {*event.actors} or not event.actors)
    return country or token.lemma.lower() in words.missions | words.staff


def first_matter(reading: Reading, tree: Tree, phrases: Iterable[Sequence[int]]) -> tuple[Evidence, ...]:
    spans = (matter_span(reading, tree, words) for words in phrases)
    return next(((evidence_of(reading, span),) for span in spans if span is not None), ())


def what_those_discuss(reading: Reading, tree: Tree, event: Event) -> Iterator[Sequence[int]]:
    """`They discussed visas`, `Ambos abordarán la veda`, `Abordaron la veda`: those who have just been told to meet."""
    if len(event.people) < 2 and len(event.actors) < 2:
        return
    for index, token in enumerate(tree.tokens):
        due = due_verbs(reading, tree, index)
        ahead = is_future(reading, tree, index) or bool(due)
        if token.head >= 0 or not (is_verbal(token) or due) or ahead != (event.status == "upcoming"):
            continue
        subjects = children(tree, index, "nsubj")
        finite = finite_of(tree, index)
        elided = not subjects and finite.feat("Person") == "3" and finite.feat("Number") == "Plur"
        if elided or (subjects and all(means_those_before(reading, tree, c) for c in subjects)):
            for verb in (index, *due, *(c for c in children(tree, index, "conj") if not children(tree, c, "nsubj"))):
                yield from discussed(reading, tree, verb)


def due_verbs(reading: Reading, tree: Tree, index: int) -> Sequence[int]:
    """`They are expected to discuss fees`: the infinitive under what is planned."""
    planned = tree.tokens[index].form.lower() in reading.words.planning
    return children(tree, index, "xcomp") if planned and not is_negated(reading, tree, index) else ()


def what_it_deals_with(reading: Reading, tree: Tree, event: Event) -> Iterator[Sequence[int]]:
    """`It will focus on fees`: right behind a meeting, a verb that only meetings and texts have."""
    root = next((i for i, token in enumerate(tree.tokens) if token.head < 0), None)
    if root is None or is_future(reading, tree, root) != (event.status == "upcoming"):
        return
    subjects = children(tree, root, "nsubj")
    if subjects and all(tree.tokens[i].form.lower() in reading.words.it_pronouns for i in subjects):
        yield from dealt_with(reading, tree, root)


def what_is_aimed_at(reading: Reading, tree: Tree, nouns: frozenset[str]) -> Iterator[Sequence[int]]:
    """`El objetivo del viaje es impulsar un acuerdo`, `En la agenda figuran los visados`."""
    words = reading.words
    for index, token in enumerate(tree.tokens):
        lemma, above = token.lemma.lower(), token.head
        if above < 0 or tree.tokens[above].head >= 0:
            continue
        if lemma in words.aims and is_relation(token, "nsubj") and is_of_the_meeting(reading, tree, index, nouns):
            yield aim_of(tree, above)
        if lemma in words.agendas and is_relation(token, "obl") and case_of(tree, index) in words.place_cases:
            yield from (phrase(tree, c) for c in children(tree, above, "nsubj", "obj"))


def is_of_the_meeting(reading: Reading, tree: Tree, index: int, nouns: frozenset[str]) -> bool:
    return any(tree.tokens[c].lemma.lower() in nouns for c in children(tree, index, "nmod"))


def aim_of(tree: Tree, verb: int) -> Sequence[int]:
    """`es impulsar un acuerdo`, `is to sign a treaty`: the verb with what it governs, without its copula and subject."""
    verb = next(iter(children(tree, verb, "ccomp", "xcomp")), verb) if tree.tokens[verb].upos == "AUX" else verb
    beside = {i for c in children(tree, verb, "cop", "nsubj", "punct", "aux", "mark") for i in subtree(tree, c)}
    return [i for i in subtree(tree, verb) if i not in beside and i >= verb]


__all__ = ["with_what_follows"]

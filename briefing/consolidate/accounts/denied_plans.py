"""A meeting, call or journey to come that one article announces, and that one of those who would take part denies in another.

`Paz will hold a video call with Ruiz on March 5`, `"There is no call in my diary", Ruiz said`; `visitará Riga el 4 de mayo`,
`no tiene previsto viajar a Riga`.  Not conflicts: `will not travel`, which may be what was called off since, another day or
place, another person whom one is to see, what was denied before it was announced, and what a later article announces again.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.consolidate.accounts.differing import Difference, countries_of_place
from briefing.consolidate.accounts.scenes import MEETING, WITHIN, is_negative, phrase_of, speaker_names
from briefing.consolidate.accounts.told_deeds import is_denied
from briefing.consolidate.accounts.told_gatherings import people_in
from briefing.consolidate.meetings.overtaken import PLANNED, is_older, parties
from briefing.consolidate.people import fold
from briefing.consolidate.sentences import (
    above,
    below,
    bodies,
    claim_at,
    countries_of,
    dates_in,
    is_verb,
    key_of,
    load_words,
    says,
    sentence_before,
)
from briefing.consolidate.values.borne import classes_of
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import intersects
from briefing.knowledge import load_language
from briefing.model import Claim, Doc, Event, MeetingKind, Sentence
from briefing.model.marks import MATTER
from briefing.model.meeting_kinds import CONTACTS

PLAN_DENIED = "plan_denied"
"""The rule's name."""
TRAVEL = "deed:travel"
CALL: MeetingKind = "call"
VISIT: MeetingKind = "visit"
KINDS = CONTACTS | {CALL, VISIT}
"""Kinds of meetings of which somebody may say that none is planned."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Denial:
    """That no call, meeting or journey is planned: `people` and `countries` are those that it names, or the question before."""

    key: SentenceKey
    claim: Claim
    kind: str
    deniers: frozenset[str]
    people: frozenset[str]
    countries: frozenset[str]
    words: frozenset[str]
    days: frozenset[str]


def denied_plans(week: Week) -> Iterator[Difference]:
    """Each plan with all denials of it by one of those who would take part."""
    denials = [denial for key, sentence in bodies(week) for denial in denials_in(week, key, sentence)]
    events = [c for name in sorted(week.claims) for c in week.claims[name] if isinstance(c, Event) and c.meeting in KINDS]
    told: dict[SentenceKey, tuple[Event, list[Denial]]] = {}
    for denial in denials:
        plan = next((event for event in events if is_denied_by(week, event, denial)), None)
        if plan and not is_told_again(week, events, plan, denial):
            told.setdefault(key_of(plan), (plan, []))[1].append(denial)
    for plan, by in told.values():
        claims = list({denial.key: denial.claim for denial in by}.values())
        yield Difference(
            (), "account", {"affirmed": [plan], "denied": claims}, PLAN_DENIED, frozenset({f"{MATTER}plan_{by[0].kind}"})
        )


def is_denied_by(week: Week, event: Event, denial: Denial) -> bool:
    """Of the same kind and day, with one who would take part, and with the other side or the place."""
    if event.status not in PLANNED or event.evidence.article == denial.key[0] or is_older(week, denial.claim, event):
        return False
    if not is_of_kind(event, denial) or (denial.days and not any(intersects(event.date or "", day) for day in denial.days)):
        return False
    taking_part = surnames(week, event)
    if not taking_part & denial.deniers or denial.people - taking_part:
        return False
    placed = bool({fold(word) for word in (event.place or "").split()} & denial.words)
    if denial.kind == "travel":  # `has no plans to visit Riga`, says who is to be visited in Tbilisi
        return placed or bool(countries_of_place(week, [event]) & denial.countries)
    hosts = {*parties(week, event)} - countries_of_people(week, event, denial.deniers)
    return len(taking_part & (denial.deniers | denial.people)) > 1 or placed or bool(hosts & denial.countries)


def is_of_kind(event: Event, denial: Denial) -> bool:
    """A call denied is no visit denied; who does not travel meets nobody there."""
    if denial.kind == "call":
        return event.meeting in {CALL, "talks"}
    return event.meeting != CALL and (denial.kind != "travel" or bool(event.place))


def is_told_again(week: Week, events: list[Event], plan: Event, denial: Denial) -> bool:
    """Whether a later article than the denial announces it, or tells it as held."""
    return any(is_older(week, denial.claim, e) and surnames(week, plan) <= surnames(week, e) for e in events)


def surnames(week: Week, event: Event) -> frozenset[str]:
    known = ((week.docs[event.evidence.article].actors.get(name), name) for name in event.people)
    forms = (form for actor, name in known for form in (actor.forms if actor else (name,)))
    return frozenset(fold(form.split()[-1]) for form in forms if form.split())


def countries_of_people(week: Week, event: Event, names: frozenset[str]) -> frozenset[str]:
    """The countries of those of a meeting who are called by some surnames."""
    actors = (week.docs[event.evidence.article].actors.get(name) for name in event.people)
    own = (a for a in actors if a and a.country and names & {fold(form.split()[-1]) for form in a.forms if form.split()})
    return frozenset(actor.country for actor in own if actor.country)


# ------------------------------------------------------------------ what a sentence denies


def denials_in(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Denial]:
    doc = week.docs[key[0]]
    text, words = sentence.span.of(doc.article.text), load_words(doc.article.language)
    before = load_language("compare", "words")["days_away"]["before"][doc.article.language]
    if says(text, (*words.moved, *words.again, *before)):
        return  # `no plans for a second round`, `no plans to meet before June 15`
    for index in range(len(sentence.tokens)):
        kind = kind_of(doc, sentence, index)
        if kind and is_planned_nowhere(doc, sentence, index) and not is_with_others(doc, sentence, index):
            yield denial(week, key, sentence, index, kind)


def kind_of(doc: Doc, sentence: Sentence, index: int) -> str:
    token, language = sentence.tokens[index], doc.article.language
    rows, classes = load_language("compare", "words"), classes_of(language, token)
    if token.upos == "NOUN" and token.lemma.lower() in rows["planned_calls"][language]:
        return "call"
    if token.upos == "NOUN" and token.lemma.lower() in rows["journeys"][language]:
        return "travel"
    if token.upos in {"NOUN", "VERB"} and MEETING in classes:
        return "meet"
    return "travel" if token.upos == "VERB" and TRAVEL in classes else ""


def is_planned_nowhere(doc: Doc, sentence: Sentence, index: int) -> bool:
    """`no call in my diary`, `no plans to travel`, `no tiene prevista ninguna visita`, `denied that a meeting was planned`:
    what denies it governs it, and between the two stand only verbs of planning and of having."""
    rows, language, tokens = load_language("compare", "words"), doc.article.language, sentence.tokens
    noun = tokens[index].upos == "NOUN"
    planning = {*rows["planning"][language]}
    linking = planning | {*rows["having"][language], *rows["existing"][language]}
    over = tokens[index].head
    if noun and is_beside(sentence, index):
        return False
    if noun and is_negative(doc, sentence, index):
        return over < 0 or tokens[over].lemma.lower() in linking
    planned = any(tokens[i].lemma.lower() in planning for i in below(sentence, index))  # `no hay prevista reunión alguna`
    for step in above(sentence, index):
        lemma = tokens[step].lemma.lower()
        planned = planned or lemma in planning or any(tokens[i].lemma.lower() in planning for i in below(sentence, step))
        if lemma not in linking:
            return False
        denied = is_denied(doc, sentence, step) if is_verb(tokens[step]) else is_negative(doc, sentence, step)
        if planned and denied:
            return True
    return False


def is_beside(sentence: Sentence, index: int) -> bool:
    """`During his visit he has no plans to …`: told besides, and not what is planned or denied."""
    return sentence.tokens[index].deprel.split(":")[0] in {"obl", "advcl"}


def is_with_others(doc: Doc, sentence: Sentence, index: int) -> bool:
    """`has no plans to meet the opposition`: somebody who is neither named nor called a colleague nor of a country."""
    rows, language, tokens = load_language("compare", "words"), doc.article.language, sentence.tokens
    cases = ((i, {tokens[c].form.lower() for c in below(sentence, i, "case")}) for i in below(sentence, index, "obl", "nmod"))
    whom = [i for i, found in cases if found & {*rows["beside_whom"][language]}]
    whom += below(sentence, index, "obj") if tokens[index].upos == "VERB" and kind_of(doc, sentence, index) == "meet" else []
    known = [m.span for m in doc.mentions if doc.actors[m.actor].kind in {"person", "country"}]
    return any(
        tokens[i].lemma.lower() not in rows["counterparts"][language]
        and tokens[i].upos != "PRON"
        and not any(span.overlaps(tokens[j].span) for j in (i, *below(sentence, i)) for span in known)
        for i in whom
    )


def denial(week: Week, key: SentenceKey, sentence: Sentence, index: int, kind: str) -> Denial:
    """What it and, for `There is no such call`, the question or the sentence before names; of a journey where to."""
    doc = week.docs[key[0]]
    before = sentence_before(doc, key[1])
    near = [sentence, *([doc.sentences[before]] if before is not None else [])]
    told = phrase_of(sentence, [index], -1, (*WITHIN, "obj", "obl")) if kind == "travel" else ()
    where = [sentence.tokens[i] for i in told] or [token for one in near for token in one.tokens]
    speaking = speaker_names(doc, sentence, index) | people_in(doc, sentence, telling=True)
    named = frozenset().union(*(people_in(doc, one) | people_in(doc, one, telling=True) for one in near))
    return Denial(
        key=key,
        claim=claim_at(week, key),
        kind=kind,
        deniers=speaking or people_in(doc, sentence) or named,
        people=people_in(doc, sentence) - speaking,
        countries=countries_of(doc, [token.span for token in where]),
        words=frozenset(fold(token.form) for token in where if token.form[:1].isupper()),
        days=frozenset(d.value for d in dates_in(doc, sentence.span) if d.value and d.value != doc.article.published),
    )


__all__ = ["PLAN_DENIED", "denied_plans"]

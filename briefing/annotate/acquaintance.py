"""Persons whom several articles of the week name: the country and office that one of them gives are those of all.

`Zubiri announced …` says nothing of Spain; the article of the day before calls her the Spanish minister.  A name is filled in
only where every article that knows it knows the same country, and a surname alone only where the week knows one person by it.
Where articles disagree, a country that stands beside the name (`the Togolese minister, N. N.`) counts for more than one that an
article was only thought to mean; where none stands there, or two do, the person has none.
"""

from __future__ import annotations

import dataclasses
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from briefing.annotate.actors.bodies import known_actor
from briefing.annotate.actors.grammar import key_of
from briefing.annotate.actors.lexicon import strip_accents
from briefing.annotate.own_side import sided
from briefing.annotate.settled import agreed, words_of
from briefing.knowledge import Knowledge
from briefing.model import SCRAMBLED, Actor, Doc, Mention, Span, Token

SHORTEST_SURNAME = 4
"""Letters of a surname that may stand for its bearer where an article never introduces him."""

Known = Mapping[frozenset[str], Sequence[Actor]]
"""The persons of the week whose country an article tells, by the words of their longest name."""


def acquaint(docs: Sequence[Doc], knowledge: Knowledge) -> tuple[Doc, ...]:
    """The documents, with the country and office that another document gives to a person whom they do not introduce."""
    docs = agreed(docs, knowledge)
    known = known_persons(docs)
    surnames = bare_surnames(known)
    told = tuple(introduced(doc, known, surnames, knowledge) for doc in docs) if known else tuple(docs)
    return tuple(sided(doc, knowledge) for doc in told)


def known_persons(docs: Sequence[Doc]) -> Known:
    found: dict[frozenset[str], list[Actor]] = defaultdict(list)
    for doc in sorted(docs, key=lambda doc: doc.article.id):
        for actor in doc.actors.values():
            words = words_of(doc, actor)
            if actor.kind == "person" and actor.country and len(words) > 1:
                found[words].append(actor)
    return found


def bare_surnames(known: Known) -> Mapping[str, Actor]:
    """The surnames that an article uses alone, of those who share them with nobody of the week."""
    bearers: dict[str, set[frozenset[str]]] = defaultdict(set)
    for words in known:
        for word in words:
            bearers[word].add(words)
    alone: dict[str, Actor] = {}
    for actors in known.values():
        for form in (form for actor in actors for form in actor.forms if " " not in form and len(form) >= SHORTEST_SURNAME):
            alone[form] = actors[0]
    return {form: actor for form, actor in sorted(alone.items()) if is_one_person(bearers, form, known)}


def is_one_person(bearers: Mapping[str, set[frozenset[str]]], form: str, known: Known) -> bool:
    names = sorted(bearers.get(strip_accents(key_of(form)), set()), key=len)
    countries = {actor.country for words in names for actor in known[words]}
    return bool(names) and all(words <= names[-1] for words in names) and len(countries) == 1


def introduced(doc: Doc, known: Known, surnames: Mapping[str, Actor], knowledge: Knowledge) -> Doc:
    """One document with what the others know of its people."""
    if SCRAMBLED in doc.article.notes:
        return doc
    filled = {actor.id: told for actor in doc.actors.values() if (told := filled_in(doc, actor, known))}
    linked = (*unlinked_names(doc, known), *unlinked_surnames(doc, surnames))
    named = tuple(mention for mention, _ in linked)
    actors = {**doc.actors, **filled, **{actor.id: actor for _, actor in linked}}
    for code in sorted({actor.country for actor in actors.values() if actor.country} - actors.keys()):
        government = known_actor(code, knowledge) if code in knowledge.actors else None
        actors |= {code: government} if government else {}
    mentions = tuple(sorted((*doc.mentions, *named), key=lambda mention: mention.span))
    return dataclasses.replace(doc, actors=dict(sorted(actors.items())), mentions=mentions)


def filled_in(doc: Doc, actor: Actor, known: Known) -> Actor | None:
    """A person without a country, as the others know the one who bears all the words of the name."""
    words = words_of(doc, actor)
    named_in_full = actor.role is None and len(words) > 1 and words in known
    if actor.kind != "person" or actor.country or not (actor.official or named_in_full):
        return None
    fitting = [names for names in known if words and (words <= names or (len(words) > 1 and names <= words))]
    longest = max(fitting, key=lambda names: (len(names), sorted(names)), default=frozenset())
    bearers = [bearer for names in fitting for bearer in known[names]]
    if not bearers or not all(names <= longest for names in fitting) or len({bearer.country for bearer in bearers}) > 1:
        return None
    one = next((bearer for bearer in bearers if bearer.role), bearers[0])
    official = all(bearer.official for bearer in bearers) if actor.role is None else True
    return dataclasses.replace(
        actor, country=one.country, role=actor.role or one.role, gender=actor.gender or one.gender, official=official
    )


def unlinked_names(doc: Doc, known: Known) -> Iterator[tuple[Mention, Actor]]:
    """`I spoke to Ane Zubiri`, where the article never says who that is: the whole name of one person of the week."""
    full = {form: names for names, actors in known.items() for actor in actors for form in actor.forms if " " in form}
    own = {actor.id for actor in doc.actors.values()}
    for sentence in doc.sentences:
        for run in name_runs(sentence.tokens):
            span = Span(run[0].span.start, run[-1].span.stop)
            names = full.get(span.of(doc.article.text))
            if names is None or sentence.kind != "body" or any(mention.span.overlaps(span) for mention in doc.mentions):
                continue
            bearers = known[names]
            if len({bearer.country for bearer in bearers}) == 1 and not own & {bearer.id for bearer in bearers}:
                one = next((bearer for bearer in bearers if bearer.role), bearers[0])
                yield Mention(span=span, actor=one.id, rule="week"), one


def name_runs(tokens: Sequence[Token]) -> Iterator[tuple[Token, ...]]:
    """The longest runs of two or more proper names, one beside the other."""
    for is_name, run in groupby(tokens, key=lambda token: token.upos == "PROPN" and token.form[:1].isupper()):
        found = tuple(run)
        if is_name and len(found) > 1:
            yield found


def unlinked_surnames(doc: Doc, surnames: Mapping[str, Actor]) -> Iterator[tuple[Mention, Actor]]:
    """`Zubiri anunció …`, where the article never says who that is and nothing else claims the word."""
    taken = [mention.span for mention in doc.mentions]
    persons = {form for actor in doc.actors.values() for form in actor.forms}
    for sentence in doc.sentences:
        for place, token in enumerate(sentence.tokens):
            actor = surnames.get(token.form)
            if actor is None or token.form in persons or any(span.overlaps(token.span) for span in taken):
                continue
            beside = (*sentence.tokens[max(0, place - 1) : place], *sentence.tokens[place + 1 : place + 2])
            if sentence.kind == "body" and not any(near.upos == "PROPN" for near in beside):
                yield Mention(span=token.span, actor=actor.id, rule="week"), actor

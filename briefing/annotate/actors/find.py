"""The actors of an article and every place that names one.

Method: forms of the knowledge are matched (`lines`), put together to titles and bodies with their countries (`phrases`),
joined to capitalized names (`names`, `people`), and titles without a name are given to the one person of the article whom
they fit; where two fit, or none, they stay nobody's.  A capital or palace is its government where it acts and a place where
it only says where.  After the actor assembly of PETRARCH2 and NGEC; no country is ever assumed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from briefing.annotate.actors.lexicon import Lexicon, build_lexicon
from briefing.annotate.actors.lines import Chunk, Line, read_line
from briefing.annotate.actors.names import find_names
from briefing.annotate.actors.people import (
    Holder,
    Naming,
    find_namings,
    fits_title,
    join_namings,
    make_holder,
    role_of,
    with_countries_of_titles,
)
from briefing.annotate.actors.phrases import Phrase, find_phrases
from briefing.annotate.actors.places import is_place
from briefing.knowledge import LANGUAGES, Knowledge, labels
from briefing.model import Actor, Language, Mention, Sentence, Span

NEAR_SENTENCES = 3
"""How far back a title looks for the last person whom it fits, where the article has several."""
UNOFFICIAL_UNITS = frozenset({"legislature", "judiciary", "party", "media", "other", "regional"})


def find_actors(
    text: str,
    sentences: Sequence[Sentence],
    language: Language,
    knowledge: Knowledge,
    *,
    skip: Sequence[Span] = (),
    scrambled: bool = False,
) -> tuple[dict[str, Actor], tuple[Mention, ...]]:
    """The actors by id, and their mentions in the order of the text, none inside another."""
    lexicon = build_lexicon(knowledge, language)
    lines = [read_line(n, text, sentence, lexicon) for n, sentence in enumerate(sentences)]
    phrases = [find_phrases(line, lexicon) for line in lines]
    namings = [
        naming
        for line, titles in zip(lines, phrases, strict=True)
        for naming in find_namings(line, find_names(line, lexicon.grammar), titles, lexicon)
    ]
    groups = [(group, holder) for group in join_namings(namings, lexicon) if (holder := make_holder(group, lexicon))]
    holders = with_countries_of_titles([h for _, h in groups], [p for titles in phrases for p in titles if p.is_role], lexicon)
    people = {naming: holder for (group, _), holder in zip(groups, holders, strict=True) for naming in group}
    actors: dict[str, Actor] = {h.id: person_actor(h, language, lexicon) for h in holders}
    mentions: list[Mention] = []
    for line, titles in zip(lines, phrases, strict=True):
        found = list(line_mentions(line, titles, people, actors, mentions, lexicon, scrambled=scrambled))
        mentions += outermost(found)
    named = {mention.actor for mention in mentions}
    return {name: actors[name] for name in sorted(named)}, tuple(sorted(mentions, key=lambda m: m.span))


def line_mentions(
    line: Line,
    titles: Sequence[Phrase],
    people: Mapping[Naming, Holder],
    actors: dict[str, Actor],
    before: Sequence[Mention],
    lexicon: Lexicon,
    *,
    scrambled: bool,
) -> Iterator[Mention]:
    namings = {naming: holder for naming, holder in people.items() if naming.name.line == line.index}
    titled = {naming.phrase.first for naming in namings if naming.phrase}
    for naming, holder in namings.items():
        yield Mention(span=line.span(naming.start, naming.stop), actor=holder.id, rule="person")
    for phrase in titles:
        if phrase.is_role and phrase.first not in titled:
            yield from title_mention(line, phrase, people, actors, before, lexicon, scrambled=scrambled)
        elif not phrase.is_role:
            yield from body_mention(line, phrase, namings, actors, lexicon)
    for chunk in line.chunks:
        yield from known_mention(line, chunk, actors, before, lexicon)


def outermost(found: Sequence[Mention]) -> list[Mention]:
    """Without mentions inside or across longer ones; a place gives way to an actor of the same length."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (-len(m.span), m.place, m.span.start, m.actor)):
        if not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    return kept


# ------------------------------------------------------------------ persons and their titles


def person_actor(holder: Holder, language: Language, lexicon: Lexicon) -> Actor:
    phrase = holder.phrases[0] if holder.phrases else None
    role = role_of(phrase, lexicon) if phrase else None
    official = role is not None and role.official and not holder.former and body_is_official(phrase, lexicon)
    return Actor(
        id=holder.id,
        kind="person",
        name={language: holder.name},
        country=holder.country,
        role=role.id if role else None,
        role_words=phrase.entry.form if phrase else None,
        gender="m" if holder.gender == "m" else "f" if holder.gender == "f" else None,
        official=official or holder.in_office,
        forms=holder.forms,
    )


def body_is_official(phrase: Phrase | None, lexicon: Lexicon) -> bool:
    row = lexicon.knowledge.actors.get(phrase.body) if phrase and phrase.body else None
    return row is None or row.official


def title_mention(
    line: Line,
    phrase: Phrase,
    people: Mapping[Naming, Holder],
    actors: dict[str, Actor],
    before: Sequence[Mention],
    lexicon: Lexicon,
    *,
    scrambled: bool,
) -> Iterator[Mention]:
    """A title without a name: the one person whom it fits, the last of several nearby, else the office of its country."""
    span = line.span(phrase.first, phrase.last)
    fitting = {h.id: h for h in people.values() if fits_title(h, phrase, lexicon)}
    if phrase.definite and len(fitting) == 1:
        yield Mention(span=span, actor=next(iter(fitting)), rule="title")
    elif phrase.definite and len(fitting) > 1 and not scrambled:
        recent = [m.actor for m in before[-2 * NEAR_SENTENCES :] if m.actor in fitting]
        recent += [h.id for n, h in people.items() if n.name.line == line.index and n.stop <= phrase.first and h.id in fitting]
        if recent:
            yield Mention(span=span, actor=recent[-1], rule="title_nearest")
    elif phrase.country and not phrase.entry.plural:
        actor = office_actor(phrase, lexicon)
        actors.setdefault(actor.id, actor)
        yield Mention(span=span, actor=actor.id, rule="office")
    elif phrase.country:
        yield from official_group(line, phrase, actors, lexicon)


def office_actor(phrase: Phrase, lexicon: Lexicon) -> Actor:
    role = lexicon.knowledge.roles[phrase.entry.id]
    country = str(phrase.country)
    names = {language: role.label[language].get("m") or role.id for language in LANGUAGES}
    official = role.official and not phrase.former and not role.epithet and body_is_official(phrase, lexicon)
    return Actor(
        id=f"{country.lower()}.{role.id}",
        kind="office",
        name=names,
        country=country,
        role=role.id,
        role_words=phrase.entry.form,
        official=official,
    )


def official_group(line: Line, phrase: Phrase, actors: dict[str, Actor], lexicon: Lexicon) -> Iterator[Mention]:
    actor = office_actor(phrase, lexicon)
    actors.setdefault(actor.id, actor)
    yield Mention(span=line.span(phrase.first, phrase.last), actor=actor.id, rule="offices")


# ------------------------------------------------------------------ bodies


def body_mention(
    line: Line, phrase: Phrase, namings: Mapping[Naming, Holder], actors: dict[str, Actor], lexicon: Lexicon
) -> Iterator[Mention]:
    """`el gobierno chileno`, `funcionarios estadounidenses`, `la Administración Trump`, `el gobierno de Ana Quispe`."""
    owner = owner_of(line, phrase, namings, lexicon)
    country = phrase.country or (owner[0].country if owner else None)
    if country is None:
        return
    first = min(phrase.first, owner[1].start) if owner else phrase.first
    last = max(phrase.last, owner[1].stop) if owner else phrase.last
    actor = body_actor(phrase, country, lexicon)
    if owner and owner[0].former:
        return
    actors.setdefault(actor.id, actor)
    yield Mention(span=line.span(first, last), actor=actor.id, rule="body_of_person" if owner else "body")


def owner_of(line: Line, phrase: Phrase, namings: Mapping[Naming, Holder], lexicon: Lexicon) -> tuple[Holder, Naming] | None:
    """The person whose government it is: right behind the body, after `de` or `led by`, or before it in English."""
    grammar = lexicon.grammar
    at = phrase.last
    starts = {at, at + line.match(at, grammar.links), at + line.match(at, grammar.led_by)}
    for start in sorted(starts):
        while line.key(start) in grammar.articles:
            start += 1
        for naming, holder in namings.items():
            if naming.start == start:
                return holder, naming
    before = phrase.first - line.match_before(phrase.first, grammar.possessives)
    if grammar.country_before:
        for naming, holder in namings.items():
            if naming.stop == before:
                return holder, naming
    return None


def body_actor(phrase: Phrase, country: str, lexicon: Lexicon) -> Actor:
    knowledge = lexicon.knowledge
    name = phrase.body if phrase.body in knowledge.actors else None
    name = name or lexicon.own.get((country, phrase.entry.id)) or f"{country.lower()}.{phrase.entry.id}"
    row = knowledge.actors.get(name) or knowledge.actors[phrase.entry.id]
    government = row.kind == "government"
    return Actor(
        id=country if government and country in knowledge.actors else name,
        kind="government" if government else row.kind,
        name={language: row.names[language][0] for language in LANGUAGES},
        country=country,
        official=row.official and row.branch not in UNOFFICIAL_UNITS,
    )


# ------------------------------------------------------------------ what the knowledge names


def known_mention(
    line: Line, chunk: Chunk, actors: dict[str, Actor], before: Sequence[Mention], lexicon: Lexicon
) -> Iterator[Mention]:
    entry = chunk.entries[0]
    if entry.kind in {"country", "metonym"}:
        place = is_place(line, chunk, lexicon.grammar)
        actors.setdefault(entry.id, known_actor(entry.id, lexicon.knowledge))
        yield Mention(span=line.span(chunk.first, chunk.last), actor=entry.id, rule=entry.kind, place=place)
    elif entry.kind == "actor":
        actors.setdefault(entry.id, known_actor(entry.id, lexicon.knowledge))
        yield Mention(span=line.span(chunk.first, chunk.last), actor=entry.id, rule="institution")
    elif entry.kind == "dyad":
        pair = last_pair(line, chunk, actors, before)
        if pair:
            actor = Actor(id="+".join(pair), kind="group", name={language: "+".join(pair) for language in LANGUAGES})
            actors.setdefault(actor.id, actor)
            yield Mention(span=line.span(chunk.first, chunk.last), actor=actor.id, rule="dyad")


def known_actor(name: str, knowledge: Knowledge) -> Actor:
    row = knowledge.actors[name]
    country = row.id if row.kind == "country" else row.country
    official = row.official and row.branch not in UNOFFICIAL_UNITS
    return Actor(id=name, kind=row.kind, name=labels(knowledge, name), country=country, official=official)


def last_pair(line: Line, chunk: Chunk, actors: Mapping[str, Actor], before: Sequence[Mention]) -> tuple[str, ...]:
    """The two countries named last before `ambos gobiernos`, in the order of their codes; nothing where there are not two."""
    earlier = [m.actor for m in before]
    earlier += [other.entries[0].id for other in line.chunks if other.last <= chunk.first and other.kind == "country"]
    codes = [code for name in reversed(earlier) if (actor := actors.get(name)) and (code := actor.country)]
    pair = list(dict.fromkeys(codes))[:2]
    return tuple(sorted(pair)) if len(pair) == 2 else ()

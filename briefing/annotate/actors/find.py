"""The actors of an article and every place that names one.

Method: forms of the knowledge are matched (`lines`), put together to titles and bodies with their countries (`phrases`),
joined to capitalized names (`names`, `people`), and titles without a name are given to the one person of the article whom
they fit (`titles`); where two fit, or none, they stay nobody's.  A capital or palace is its government where it acts and a
place where it only says where (`places`).  After the actor assembly of PETRARCH2 and NGEC; no country is assumed but that of
who holds an office at home (`home`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from briefing.annotate.actors.bodies import (
    beside_demonym,
    body_actor,
    known_actor,
    led_from,
    owner_of,
    skip_articles,
    speaks,
)
from briefing.annotate.actors.groups import pair_before
from briefing.annotate.actors.heads import home_of
from briefing.annotate.actors.home import is_of_any_government
from briefing.annotate.actors.lexicon import Entry, Lexicon, build_lexicon
from briefing.annotate.actors.lines import Chunk, Line
from briefing.annotate.actors.one_person import Holder
from briefing.annotate.actors.one_speaker import labels_of_the_one
from briefing.annotate.actors.open_titles import first_lines, is_open
from briefing.annotate.actors.people import Naming
from briefing.annotate.actors.phrase import Phrase
from briefing.annotate.actors.phrases import SIDE
from briefing.annotate.actors.places import inside_name, is_place, stands_for_another
from briefing.annotate.actors.reach import is_acronym
from briefing.annotate.actors.reading import Found, Reading, read
from briefing.annotate.actors.resolved_bodies import resolve_body
from briefing.annotate.actors.titles import bind, role_of
from briefing.annotate.actors.towns import without_towns
from briefing.knowledge import LANGUAGES, Knowledge, labels
from briefing.model import Actor, Language, Mention, Sentence, Span
from briefing.model.known_rows import COUNTERPART


def find_actors(
    text: str,
    sentences: Sequence[Sentence],
    language: Language,
    knowledge: Knowledge,
    *,
    skip: Sequence[Span] = (),
    datelines: Sequence[Span] = (),
    issuer: str | None = None,
    scrambled: bool = False,
) -> tuple[dict[str, Actor], tuple[Mention, ...]]:
    """The actors by id, and their mentions in the order of the text, none inside another, none in `skip`.

    `datelines` tell where the article is written, `issuer` whose own text it is.
    """
    lexicon = build_lexicon(knowledge, language)
    body = next((sentence.span for sentence in sentences if sentence.kind == "body"), None)
    home = None if scrambled else home_of(text, datelines, body, lexicon)
    reading = read(text, sentences, lexicon, home, issuer, scrambled=scrambled)
    certain = [(line.index, m) for line in reading.lines for m in outermost(certain_mentions(line, reading))]
    found = list(certain)
    for line in reading.lines:
        found += [(line.index, m) for m in resolved_mentions(line, certain, found, reading)]
    found += [(line.index, m) for line, m in label_mentions(found, reading)]
    mentions = outermost(m for _, m in found if not any(m.span.overlaps(span) for span in skip))
    mentions = without_towns(text, sentences, mentions, reading.actors, language)
    named = {mention.actor for mention in mentions}
    return {name: reading.actors[name] for name in sorted(named)}, tuple(sorted(mentions, key=lambda m: m.span))


def outermost(found: Iterable[Mention]) -> list[Mention]:
    """Without mentions inside or across longer ones; a place gives way to an actor of the same length."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (-len(m.span), m.place, m.span.start, m.actor)):
        if not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    return kept


def label_mentions(found: Found, reading: Reading) -> Iterator[tuple[Line, Mention]]:
    """The labels of the one who speaks in a ministry's own transcript, where no label is known to be anybody's."""
    told = (reading.actors[m.actor] for _, m in found)
    known = {actor.id for actor in told if actor.kind != "person" or actor.country or actor.role}
    named = {number for number, m in found if m.actor in known}
    if reading.official is None or any(line.sentence.kind == "speaker" and line.index in named for line in reading.lines):
        return
    for line, office in labels_of_the_one(reading.lines, reading.phrases, reading.official, reading.lexicon):
        yield line, reading.mention(line, office.first, office.last, office_actor(office, reading.lexicon), "label")


# ------------------------------------------------------------------ what needs nothing else


def certain_mentions(line: Line, reading: Reading) -> Iterator[Mention]:
    """Persons by name, bodies with their country, what the knowledge names."""
    named = reading.named(line)
    for naming, holder in named.items():
        actor = person_actor(holder, reading.lexicon)
        yield reading.mention(line, naming.start, naming.stop, actor, "person")
        for title in naming.titles:
            if title.first > naming.stop or title == naming.ahead:
                yield reading.mention(line, title.first, title.last, actor, "apposition")
    titled = {title.first for naming in named for title in naming.titles}
    for title in reading.phrases[line.index]:
        if title.first not in titled and any(entry.kind != "role" for entry in title.entries):
            yield from body_mentions(line, title, named, reading)
    for chunk in line.chunks:
        if not is_in_an_office(chunk, reading.phrases[line.index]):
            yield from known_mentions(line, chunk, reading)


def is_in_an_office(chunk: Chunk, titles: Sequence[Phrase]) -> bool:
    """`the Minister of Foreign and ASEAN Affairs`: what she is for does nothing itself."""
    around = (title for title in titles if title.is_role and title.first < chunk.first and chunk.last < title.last)
    return chunk.kind == "actor" and any(title.body is None for title in around)


def person_actor(holder: Holder, lexicon: Lexicon) -> Actor:
    current = [title for title in holder.phrases if title.former == holder.former] or list(holder.phrases)
    title = next((t for t in current if (r := role_of(t, lexicon)) and not r.body), current[0] if current else None)
    role = role_of(title, lexicon) if title else None
    if role is not None and role.head_of_government and is_somebodys(holder, current):
        title = role = None
    bodiless = role is not None and role.body and title is not None and title.body is None
    official = role is not None and role.official and not holder.former and not bodiless and body_is_official(title, lexicon)
    return Actor(
        id=holder.id,
        kind="person",
        name=dict.fromkeys(LANGUAGES, holder.name),
        country=holder.country,
        role=role.id if role else None,
        role_words=title.entry.form if title else None,
        gender="m" if holder.gender == "m" else "f" if holder.gender == "f" else None,
        official=official or (holder.in_office and not holder.former),
        forms=holder.forms,
    )


def is_somebodys(holder: Holder, titles: Sequence[Phrase]) -> bool:
    """`Su presidenta, Ana Mora,` of an association: whose head she is no title says, and no country's."""
    return holder.country is None and bool(titles) and all(title.owned for title in titles)


def body_is_official(title: Phrase | None, lexicon: Lexicon) -> bool:
    """`member of the Syrian parliament`: no voice of the government."""
    rows, body = lexicon.knowledge.actors, title.body if title else None
    row = rows.get(body) or rows.get(body.partition(".")[2]) if body else None
    return row is None or speaks(row)


def body_mentions(line: Line, body: Phrase, named: Mapping[Naming, Holder], reading: Reading) -> Iterator[Mention]:
    """`el gobierno chileno`, `funcionarios estadounidenses`, `la Administración Trump`, `el gobierno de Ana Quispe`."""
    if body.entry.kind == "short":
        actor = known_or_explained(line, body.first, body.entry.id, reading)
        yield reading.mention(line, body.first, body.last, actor, "short")
        return
    owner = owner_of(line, body, list(named), reading.lexicon)
    holder = named[owner] if owner else None
    country = body.country or (holder.country if holder else None)
    if country is None or (holder and holder.former) or (body.is_role and body.definite and not body.entry.plural):
        return
    actor = body_actor(body, country, reading.lexicon)
    # `una delegación encabezada por Ana Mora`: she comes too
    several = actor.kind == "group" or any(entry.id == SIDE for entry in body.entries)
    led = several and led_from(line, body, reading.lexicon) > body.last
    first = min(body.first, owner.start) if owner and not led else body.first
    last = max(body.last, owner.stop) if owner and not led else body.last
    yield reading.mention(line, first, last, actor, "body_of_person" if owner else "body")
    for chunk in beside_demonym(line, body, reading.lexicon):
        other = body_actor(body, chunk.entries[0].id, reading.lexicon)
        yield reading.mention(line, chunk.first, chunk.last, other, "body_beside")


def known_mentions(line: Line, chunk: Chunk, reading: Reading) -> Iterator[Mention]:
    grammar, knowledge = reading.lexicon.grammar, reading.lexicon.knowledge
    entry = chunk.entries[0]
    if entry.kind in {"country", "metonym"} and not inside_name(line, chunk, grammar):
        place = is_place(line, chunk, grammar)
        yield reading.mention(line, chunk.first, chunk.last, known_actor(entry.id, knowledge), entry.kind, place=place)
    elif entry.kind == "actor" and not is_anothers(line, chunk, reading):
        last, country = with_country(line, chunk, reading.lexicon)
        row = knowledge.actors[entry.id]
        if country and row.institution and country != row.country:
            unit = Entry(kind="unit", id=row.institution, form=entry.form)
            other = body_actor(Phrase(first=chunk.first, last=last, entries=(unit,)), country, reading.lexicon)
            yield reading.mention(line, chunk.first, last, other, "body")
        else:
            actor = known_or_explained(line, chunk.first, entry.id, reading)
            yield reading.mention(line, chunk.first, last, actor, "institution")


def is_anothers(line: Line, chunk: Chunk, reading: Reading) -> bool:
    """`la Autoridad Panameña del Agua (ANA) … la ANA`: of these letters the knowledge has only another country's body.

    So they are in an article that never tells of that country: `la ANA subió la tarifa`, in a paper of elsewhere.
    """
    key, row = line.key(chunk.first), reading.lexicon.knowledge.actors[chunk.entries[0].id]
    untold = is_acronym(line, chunk.first) and row.country is not None and not is_told_of(row.country, reading)
    return stands_for_another(line, chunk) or ((untold or key in reading.anothers_letters) and key not in reading.acronyms)


def is_told_of(country: str, reading: Reading) -> bool:
    """Whether an article names a country, its people, its capital, or one of its bodies by more than letters."""
    rows = reading.lexicon.knowledge.actors
    named = ((line, chunk) for line in reading.lines for chunk in line.chunks if chunk.kind in {*LANDS, "actor"})
    whole = (chunk for line, chunk in named if chunk.kind != "actor" or not is_acronym(line, chunk.first))
    return any(country in {entry.id, rows[entry.id].country} for chunk in whole for entry in chunk.entries if entry.id in rows)


LANDS = frozenset({"country", "demonym", "metonym"})


def known_or_explained(line: Line, at: int, name: str, reading: Reading) -> Actor:
    """A row of the knowledge, unless the article says that these letters are another country's body."""
    known, body = known_actor(name, reading.lexicon.knowledge), reading.acronyms.get(line.key(at))
    if body is None or known.country in {None, body.country}:
        return known
    return body_actor(body, str(body.country), reading.lexicon)


def with_country(line: Line, chunk: Chunk, lexicon: Lexicon) -> tuple[int, str | None]:
    """`el Departamento de Estado de EEUU`, `la Secretaría de Gobernación de Honduras`: where it ends, and whose it is."""
    steps = line.key(chunk.last) in lexicon.grammar.of
    following = line.starting(skip_articles(line, chunk.last + steps, lexicon))
    if following is None or following.kind != ("country" if steps else "demonym"):
        return chunk.last, None
    country = following.entries[0].id
    row = lexicon.knowledge.actors[chunk.entries[0].id]
    return (following.last, country) if row.country and (row.country == country or row.institution) else (chunk.last, None)


# ------------------------------------------------------------------ what needs the rest of the article


def resolved_mentions(line: Line, certain: Found, found: Found, reading: Reading) -> Iterator[Mention]:
    """Titles without a name, bodies without a country, `ambos gobiernos`."""
    taken = {title.first for naming in reading.named(line) for title in naming.titles}
    here: list[Mention] = []
    for title in reading.phrases[line.index]:
        if title.first in taken or title.entry.kind == "short":
            continue
        at = line.pieces[title.first].start
        before = [(n, m) for n, m in (*found, *((line.index, m) for m in here)) if m.span.start < at]
        mention = resolve_title(line, title, before, reading) if title.is_role else None
        mention = mention or resolve_body(line, title, before, certain, reading)
        if mention:
            here.append(mention)
    yield from here
    for chunk in line.chunks:
        if chunk.kind == "dyad":
            yield from dyad_mentions(line, chunk, certain, reading)


def resolve_title(line: Line, title: Phrase, before: Found, reading: Reading) -> Mention | None:
    """The one person whom a title fits, else the office of its country."""
    lexicon = reading.lexicon
    holders = {holder.id: holder for holder in reading.people.values()}
    seen = [(n, mention.actor) for n, mention in before]
    joined = joined_names(line, title, reading)
    others = {name: holder for name, holder in holders.items() if name not in joined}
    first = first_lines(reading)
    if any(line.sentence.kind == "speaker" for line in reading.lines):  # in talk a title means who has been named
        others = {name: holder for name, holder in others.items() if first[name] <= line.index}
    alone = title.definite and not is_of_others(line, title, lexicon)
    bound = alone and not is_named_otherwise(line, title)
    person = bind(title, line.index, others, seen, first, lexicon, scrambled=reading.scrambled) if bound else None
    if person is None and bound and title.country is None and reading.own:
        # in a ministry's own text `the Minister` is its own, whomever he met
        own = {name: holder for name, holder in others.items() if holder.country == reading.own}
        person = bind(title, line.index, own, seen, first, lexicon, scrambled=reading.scrambled)
    if person and not is_open(line, title, person, before, reading):
        return reading.mention(line, title.first, title.last, person_actor(holders[person], lexicon), "title")
    if title.others:
        pair = tuple(sorted({str(title.country), *title.others}))
        return reading.mention(line, title.first, title.last, group_actor(pair, lexicon.knowledge), "offices")
    role = role_of(title, lexicon) or lexicon.knowledge.roles[title.entry.id]
    nameless = role.epithet and not role.head_of_government
    if title.country is None and title.owned and not title.specified and is_of_any_government(title, lexicon):
        title = replace(title, country=owner_before(line, title, before, reading))
    one = alone and not title.entry.plural  # `los cancilleres acordaron` are two
    if title.country is None and one and reading.own and is_of_any_government(title, lexicon):
        title = replace(title, country=reading.own)  # `The Minister regrets …`, in a ministry's own text
    nameless = nameless or title.entry.form in lexicon.grammar.colleagues  # `su colega chilena` alone: no office of hers
    if title.country is None or nameless or any(entry.kind == "unit" for entry in title.entries):
        return None
    if title.entry.id == COUNTERPART and is_no_officials(line, title, before):
        return None
    return reading.mention(line, title.first, title.last, office_actor(title, lexicon), "office")


def is_no_officials(line: Line, title: Phrase, before: Found) -> bool:
    """`La asociación de viajeros protestó, pero su homóloga chilena …`: the counterpart of who is told of as nobody known."""
    acting = [mention.span for at, mention in before if at == line.index and not mention.place]
    told = [t.span for t in line.sentence.tokens if t.deprel.startswith("nsubj") and t.upos in {"NOUN", "PROPN"}]
    told = [span for span in told if span.stop <= line.pieces[title.first].start]
    return bool(told) and not any(span.contains(subject) for span in acting for subject in told)


def owner_before(line: Line, title: Phrase, before: Found, reading: Reading) -> str | None:
    """`Chile will not sign, its foreign minister said`: the only country before it, or the one that opens the sentence."""
    here = [(m, code) for n, m in before if n == line.index and not m.place and (code := reading.actors[m.actor].country)]
    opens = [code for m, code in here if m.span.start <= line.pieces[min(1, len(line.pieces) - 1)].start]
    codes = list(dict.fromkeys(opens or (code for _, code in here)))
    return codes[0] if len(codes) == 1 else None


def is_of_others(line: Line, title: Phrase, lexicon: Lexicon) -> bool:
    """`el líder de los transportistas, Piotr Gawron`: of those whom it names, not of the article's state."""
    named = line.key(title.last) in lexicon.grammar.of and not line.capital(title.last)
    return named and title.specified and title.country is None and title.body is None


def is_named_otherwise(line: Line, title: Phrase) -> bool:
    """`La secretaria principal de Puertos, Ana Mora, dijo`: whole names beside an office of more words than are known."""
    tokens, head = line.sentence.tokens, line.token(title.first)
    beside = (i for i, t in enumerate(tokens) if t.deprel == "appos" and t.upos == "PROPN" and 0 <= t.head < i)
    return any(tokens[tokens[i].head] is head and any(t.head == i and t.deprel == "flat" for t in tokens) for i in beside)


def joined_names(line: Line, title: Phrase, reading: Reading) -> set[str]:
    """`the President and President Hollande`: who is named beside a title is another."""
    if line.key(title.last) not in reading.lexicon.grammar.joiners:
        return set()
    beside = skip_articles(line, title.last + 1, reading.lexicon)
    return {holder.id for naming, holder in reading.named(line).items() if naming.start == beside}


def office_actor(title: Phrase, lexicon: Lexicon) -> Actor:
    role = role_of(title, lexicon) or lexicon.knowledge.roles[title.entry.id]
    country = str(title.country)
    return Actor(
        id=f"{country.lower()}.{role.id}",
        kind="office",
        name={language: role.label[language].get("m") or role.id for language in LANGUAGES},
        country=country,
        role=role.id,
        role_words=title.entry.form,
        official=role.official and not title.former and body_is_official(title, lexicon),
    )


def dyad_mentions(line: Line, chunk: Chunk, certain: Found, reading: Reading) -> Iterator[Mention]:
    at = line.pieces[chunk.first].start
    acted = [(n, code, m) for n, m in certain if not m.place and (code := reading.actors[m.actor].country)]
    before = [(n, code) for n, code, m in acted if m.span.start < at]
    pair = pair_before(line.index, before, [code for _, code, _ in acted], scrambled=reading.scrambled)
    if pair and not meets_an_outsider(line, chunk, pair, certain, reading):
        yield reading.mention(line, chunk.first, chunk.last, group_actor(pair, reading.lexicon.knowledge), "dyad")


def meets_an_outsider(line: Line, chunk: Chunk, pair: Sequence[str], certain: Found, reading: Reading) -> bool:
    """`Ruiz received the head of the aviation agency, Per Lund. The two sides discussed …`: not the article's two countries."""
    if chunk.first > 1:
        return False
    just_before = {m.actor for n, m in certain if n == line.index - 1 and not m.place}
    people = [name for name in just_before if reading.actors[name].kind == "person"]
    there = {reading.actors[name].country for name in just_before}
    return len(people) > 1 and not set(pair) <= there


def group_actor(codes: Sequence[str], knowledge: Knowledge) -> Actor:
    """Several countries as one actor, `MX+US`; it has no country of its own."""
    names = [labels(knowledge, code) for code in codes]
    name = {language: " – ".join(label[language] for label in names) for language in LANGUAGES}
    return Actor(id="+".join(codes), kind="group", name=name)

"""The actors of an article and every place that names one.

Method: forms of the knowledge are matched (`lines`), put together to titles and bodies with their countries (`phrases`),
joined to capitalized names (`names`, `people`), and titles without a name are given to the one person of the article whom
they fit (`titles`); where two fit, or none, they stay nobody's.  A capital or palace is its government where it acts and a
place where it only says where (`places`).  After the actor assembly of PETRARCH2 and NGEC; no country is assumed but that of
who holds an office at home (`home`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from briefing.annotate.actors.bodies import (
    ANY_MINISTRY,
    Explicit,
    beside_demonym,
    body_actor,
    country_from_text,
    find_explicit,
    known_actor,
    owner_of,
    skip_articles,
    speaks,
    unit_of,
)
from briefing.annotate.actors.grammar import key_of, keys_of
from briefing.annotate.actors.groups import pair_before
from briefing.annotate.actors.home import countries_of, home_of, is_of_any_government, masthead_of, with_home, with_owners
from briefing.annotate.actors.lexicon import Entry, Lexicon, build_lexicon
from briefing.annotate.actors.lines import Chunk, Line, read_line
from briefing.annotate.actors.names import find_known, find_names
from briefing.annotate.actors.people import (
    Holder,
    Naming,
    find_namings,
    join_namings,
    make_holder,
    without_predecessors,
)
from briefing.annotate.actors.phrases import Phrase, find_phrases
from briefing.annotate.actors.places import inside_name, is_place, stands_for_another
from briefing.annotate.actors.titles import NEAR, bind, fits_title, role_of, with_countries_of_titles
from briefing.knowledge import LANGUAGES, Knowledge, labels
from briefing.model import Actor, Language, Mention, Sentence, Span

Found = list[tuple[int, Mention]]
"""Mentions with the index of their line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One article while its actors are put together: what was read, and the actors so far."""

    lexicon: Lexicon
    lines: Sequence[Line]
    phrases: Sequence[Sequence[Phrase]]
    people: Mapping[Naming, Holder]
    explicit: Sequence[Explicit]
    scrambled: bool
    official: Phrase | None = None
    """The ministry or presidency that issues the text."""
    home: str | None = None
    """The country in whose capital the article is written."""
    actors: dict[str, Actor] = field(default_factory=dict)

    def named(self, line: Line) -> dict[Naming, Holder]:
        return {naming: holder for naming, holder in self.people.items() if naming.name.line == line.index}

    def mention(self, line: Line, first: int, last: int, actor: Actor, rule: str, *, place: bool = False) -> Mention:
        self.actors.setdefault(actor.id, actor)
        return Mention(span=line.span(first, last), actor=actor.id, rule=rule, place=place)


def find_actors(
    text: str,
    sentences: Sequence[Sentence],
    language: Language,
    knowledge: Knowledge,
    *,
    skip: Sequence[Span] = (),
    datelines: Sequence[Span] = (),
    scrambled: bool = False,
) -> tuple[dict[str, Actor], tuple[Mention, ...]]:
    """The actors by id, and their mentions in the order of the text, none inside another, none in `skip`.

    `datelines` tell where the article is written.
    """
    lexicon = build_lexicon(knowledge, language)
    body = next((sentence.span for sentence in sentences if sentence.kind == "body"), None)
    home = None if scrambled else home_of(text, datelines, body, lexicon)
    reading = read(text, sentences, lexicon, home, scrambled=scrambled)
    certain = [(line.index, m) for line in reading.lines for m in outermost(certain_mentions(line, reading))]
    found = list(certain)
    for line in reading.lines:
        found += [(line.index, m) for m in resolved_mentions(line, certain, found, reading)]
    mentions = outermost(m for _, m in found if not any(m.span.overlaps(span) for span in skip))
    named = {mention.actor for mention in mentions}
    return {name: reading.actors[name] for name in sorted(named)}, tuple(sorted(mentions, key=lambda m: m.span))


def read(text: str, sentences: Sequence[Sentence], lexicon: Lexicon, home: str | None, *, scrambled: bool) -> Reading:
    lines = [read_line(n, text, sentence, lexicon) for n, sentence in enumerate(sentences)]
    phrases = [find_phrases(line, lexicon) for line in lines]
    official = None if scrambled else masthead_of(lines, phrases, lexicon)
    people = find_people(lines, phrases, official.country if official else home, lexicon, official=official is not None)
    explicit = [body for line, titles in zip(lines, phrases, strict=True) for body in find_explicit(line, titles, lexicon)]
    return Reading(
        lexicon=lexicon,
        lines=lines,
        phrases=phrases,
        people=people,
        explicit=explicit,
        scrambled=scrambled,
        official=official,
        home=home,
    )


def find_people(
    lines: Sequence[Line], phrases: Sequence[Sequence[Phrase]], home: str | None, lexicon: Lexicon, *, official: bool
) -> dict[Naming, Holder]:
    """Every naming with its person; headlines in title case only name people of the other lines."""
    namings: list[Naming] = []
    known = frozenset(key_of(word) for line in lines for name in find_names(line, lexicon) for word in name.words)
    for line, titles in zip(lines, phrases, strict=True):
        here = list(find_namings(line, find_names(line, lexicon, known), titles, lexicon))
        owners = {owner_of(line, title, here, lexicon) for title in titles}
        namings += [replace(naming, governs=naming in owners) for naming in here]
    groups = [(group, holder) for group in join_namings(namings, lexicon) if (holder := make_holder(group, lexicon))]
    lines_of = {holder.id: [naming.name.line for naming in group] for group, holder in groups}
    names = {(n.name.line, title.first) for n in namings for title in (n.phrase, n.aside) if title}
    roles = [(line.index, title) for line, titles in zip(lines, phrases, strict=True) for title in titles if title.is_role]
    told = next((line.index for line in lines if line.sentence.kind == "speaker"), len(lines))  # who speaks calls others so
    titled = [(n, t) for n, t in roles if n < told and (n, t.first) not in names and not before_name(lines[n], t, lexicon)]
    holders = with_countries_of_titles([holder for _, holder in groups], titled, lines_of, lexicon)
    holders = with_owners(holders, {holder.id: group for group, holder in groups}, lines, lexicon)
    holders = with_home(holders, {holder.id: group for group, holder in groups}, lines, home, lexicon, official=official)
    holders = without_predecessors(holders, lexicon)
    people = {naming: holder for (group, _), holder in zip(groups, holders, strict=True) for naming in group}
    return people | dict(in_headlines(lines, phrases, holders, lexicon))


def before_name(line: Line, title: Phrase, lexicon: Lexicon) -> bool:
    """`el ministro peruano de Pesca y Puertos, Juan Quispe`: a title of more words than are known, before its holder."""
    at = title.last
    while at < len(line.pieces) and (line.key(at) in lexicon.grammar.of | lexicon.grammar.joiners or line.capital(at)):
        at += 1
    return line.key(at) == "," and line.capital(at + 1) and line.upos(at + 1) == "PROPN" and line.starting(at + 1) is None


def in_headlines(
    lines: Sequence[Line], phrases: Sequence[Sequence[Phrase]], holders: Sequence[Holder], lexicon: Lexicon
) -> Iterator[tuple[Naming, Holder]]:
    forms = {keys_of(form): holder for holder in reversed(holders) for form in holder.forms}
    longest_first = sorted(forms, key=lambda keys: (-len(keys), keys))
    for line, titles in zip(lines, phrases, strict=True):
        if line.flat:
            for naming in find_namings(line, tuple(find_known(line, longest_first)), titles, lexicon):
                yield naming, forms[tuple(line.key(n) for n in range(naming.name.first, naming.name.last))]


def outermost(found: Iterable[Mention]) -> list[Mention]:
    """Without mentions inside or across longer ones; a place gives way to an actor of the same length."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (-len(m.span), m.place, m.span.start, m.actor)):
        if not any(mention.span.overlaps(other.span) for other in kept):
            kept.append(mention)
    return kept


# ------------------------------------------------------------------ what needs nothing else


def certain_mentions(line: Line, reading: Reading) -> Iterator[Mention]:
    """Persons by name, bodies with their country, what the knowledge names."""
    named = reading.named(line)
    for naming, holder in named.items():
        actor = person_actor(holder, reading.lexicon)
        yield reading.mention(line, naming.start, naming.stop, actor, "person")
        for title in (naming.phrase, naming.aside):
            if title and title.first > naming.stop:
                yield reading.mention(line, title.first, title.last, actor, "apposition")
    titled = {title.first for naming in named for title in (naming.phrase, naming.aside) if title}
    for title in reading.phrases[line.index]:
        if title.first not in titled and any(entry.kind != "role" for entry in title.entries):
            yield from body_mentions(line, title, named, reading)
    for chunk in line.chunks:
        yield from known_mentions(line, chunk, reading)


def person_actor(holder: Holder, lexicon: Lexicon) -> Actor:
    current = [title for title in holder.phrases if title.former == holder.former] or list(holder.phrases)
    title = next((t for t in current if (r := role_of(t, lexicon)) and not r.body), current[0] if current else None)
    role = role_of(title, lexicon) if title else None
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


def body_is_official(title: Phrase | None, lexicon: Lexicon) -> bool:
    """`member of the Syrian parliament`: no voice of the government."""
    rows, body = lexicon.knowledge.actors, title.body if title else None
    row = rows.get(body) or rows.get(body.partition(".")[2]) if body else None
    return row is None or speaks(row)


def body_mentions(line: Line, body: Phrase, named: Mapping[Naming, Holder], reading: Reading) -> Iterator[Mention]:
    """`el gobierno chileno`, `funcionarios estadounidenses`, `la Administración Trump`, `el gobierno de Ana Quispe`."""
    if body.entry.kind == "short":
        actor = known_actor(body.entry.id, reading.lexicon.knowledge)
        yield reading.mention(line, body.first, body.last, actor, "short")
        return
    owner = owner_of(line, body, list(named), reading.lexicon)
    holder = named[owner] if owner else None
    country = body.country or (holder.country if holder else None)
    if country is None or (holder and holder.former) or (body.is_role and body.definite and not body.entry.plural):
        return
    first = min(body.first, owner.start) if owner else body.first
    last = max(body.last, owner.stop) if owner else body.last
    actor = body_actor(body, country, reading.lexicon)
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
    elif entry.kind == "actor" and not stands_for_another(line, chunk):
        last, country = with_country(line, chunk, reading.lexicon)
        row = knowledge.actors[entry.id]
        if country and row.institution and country != row.country:
            unit = Entry(kind="unit", id=row.institution, form=entry.form)
            other = body_actor(Phrase(first=chunk.first, last=last, entries=(unit,)), country, reading.lexicon)
            yield reading.mention(line, chunk.first, last, other, "body")
        else:
            yield reading.mention(line, chunk.first, last, known_actor(entry.id, knowledge), "institution")


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
    taken = {title.first for naming in reading.named(line) for title in (naming.phrase, naming.aside) if title}
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
    person = bind(title, line.index, others, seen, first, lexicon, scrambled=reading.scrambled) if alone else None
    if person and not is_open(line, title, person, before, reading):
        return reading.mention(line, title.first, title.last, person_actor(holders[person], lexicon), "title")
    if title.others:
        pair = tuple(sorted({str(title.country), *title.others}))
        return reading.mention(line, title.first, title.last, group_actor(pair, lexicon), "offices")
    role = role_of(title, lexicon) or lexicon.knowledge.roles[title.entry.id]
    nameless = role.epithet and not role.head_of_government
    if title.country is None and title.owned and not title.specified and is_of_any_government(title, lexicon):
        title = replace(title, country=owner_before(line, title, before, reading))
    if title.country is None and alone and reading.official and is_of_any_government(title, lexicon):
        title = replace(title, country=reading.official.country)  # `The Minister regrets …`, in a ministry's own text
    if title.country is None or nameless or any(entry.kind == "unit" for entry in title.entries):
        return None
    return reading.mention(line, title.first, title.last, office_actor(title, lexicon), "office")


def is_open(line: Line, title: Phrase, person: str, before: Found, reading: Reading) -> bool:
    """Whether a title alone may as well be another's: its holder comes far below, or another one stands as near."""
    if title.country or line.sentence.kind != "body" or reading.scrambled:
        return False
    first = first_lines(reading)
    if first[person] > line.index + 1:
        return True
    holders = {holder.id: holder for holder in reading.people.values()}
    country = holders[person].country
    held = [h for name, h in holders.items() if first[name] < line.index and fits_title(h, title, reading.lexicon)]
    if any(country is None or other.country != country for other in held if other.id != person):
        return not is_subject_just_before(line, person, before, reading)
    near = [holders[m.actor] for at, m in before if m.actor in holders and line.index - NEAR <= at < line.index]
    role = role_of(title, reading.lexicon)
    if not near or any(holder.id == person for holder in near) or (role and role.head_of_government):
        return False
    return not near[-1].phrases and not near[-1].in_office  # somebody of no known office was named last


def is_subject_just_before(line: Line, person: str, before: Found, reading: Reading) -> bool:
    """Named in this sentence, or the subject of the one before it."""
    spans = [(at, mention.span) for at, mention in before if mention.actor == person and line.index - 1 <= at <= line.index]
    tokens = reading.lines[line.index - 1].sentence.tokens if line.index else ()
    subjects = [token.span for token in tokens if token.deprel.startswith("nsubj")]
    return any(at == line.index or any(span.contains(subject) for subject in subjects) for at, span in spans)


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


def first_lines(reading: Reading) -> dict[str, int]:
    """The line in which each person is first named."""
    found: dict[str, int] = {}
    for naming, holder in sorted(reading.people.items(), key=lambda item: item[0].name.line):
        found.setdefault(holder.id, naming.name.line)
    return found


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


def resolve_body(line: Line, body: Phrase, before: Found, certain: Found, reading: Reading) -> Mention | None:
    """`la Cancillería`, `su gobierno`, `the ministry`: whose it is by the text, or nobody's."""
    lexicon = reading.lexicon
    if not any(entry.kind == "unit" for entry in body.entries):
        return None
    if unit_of(body) == ANY_MINISTRY:
        return last_ministry(line, body, before, reading)
    country = body.country
    if country is None and not reading.scrambled:
        here = [reading.actors[m.actor].country for n, m in before if n == line.index and not m.place]
        acting = acting_countries(certain, reading)
        country = of_the_issuer(body, reading) or country_from_text(line, body, here, acting, reading.explicit, lexicon)
        country = country or at_home(line, body, reading)
    if country is None:
        return None
    return reading.mention(line, body.first, body.last, body_actor(body, country, lexicon), "body_in_context")


def acting_countries(certain: Found, reading: Reading) -> list[str]:
    """The country of each that acts in the text; none where another may go without saying."""
    if has_unplaced_minister(reading):
        return []
    acting = [m for n, m in certain if not m.place and not is_in_a_name(reading.lines[n], m)]
    return [code for mention in acting if (code := reading.actors[mention.actor].country)]


def has_unplaced_minister(reading: Reading) -> bool:
    """Whether a minister of no named country speaks: then the country at home goes without saying, and another is named."""
    titles = [naming.phrase for naming, holder in reading.people.items() if naming.phrase and holder.country is None]
    return any(is_of_any_government(title, reading.lexicon) for title in titles)


def is_in_a_name(line: Line, mention: Mention) -> bool:
    """`the Laos Transit Permit`: a thing's name, in which no country acts."""
    last = next((n for n, piece in enumerate(line.pieces) if piece.start < mention.span.stop <= piece.stop), None)
    behind = last + 1 if last is not None else len(line.pieces)
    follows = behind < len(line.pieces) and line.pieces[behind].start == mention.span.stop + 1
    return mention.rule in {"country", "demonym"} and follows and line.capital(behind)


def of_the_issuer(body: Phrase, reading: Reading) -> str | None:
    """`the Government`, `la Cancillería`, `The Royal Government` in a ministry's own text: its country's."""
    own = body.definite and not body.owned and not body.specified
    return (
        reading.official.country
        if reading.official and own and speaks(reading.lexicon.knowledge.actors[unit_of(body)])
        else None
    )


def at_home(line: Line, body: Phrase, reading: Reading) -> str | None:
    """`KAMPALA - The government has …`, under a title that begins with Uganda: its own, in the first sentence of the body."""
    first = next((other.index for other in reading.lines if other.sentence.kind == "body"), None)
    opens = line.index == first and body.definite and body.first <= 1 and not (body.owned or body.specified)
    titled = [countries_of(other, 0, len(other.pieces), reading.lexicon)[:1] for other in reading.lines[: line.index]]
    told = [codes[0] for codes in titled if codes]
    return reading.home if opens and told[:1] == [reading.home] else None


def last_ministry(line: Line, body: Phrase, before: Found, reading: Reading) -> Mention | None:
    """The only ministry named in this sentence or the two before it."""
    if reading.scrambled or not body.definite or body.country:
        return None
    rows, own = reading.lexicon.knowledge.actors, {name: unit for (_, unit), name in reading.lexicon.own.items()}
    near = [m.actor for n, m in before if line.index - n <= NEAR]
    kinds = {name: rows.get(own.get(name, name.partition(".")[2])) for name in near}
    ministries = {name for name, row in kinds.items() if row and row.generic and row.portfolio}
    if not ministries and reading.official and reading.official.country:  # `The Ministry denies …`, far below its own name
        actor = body_actor(reading.official, reading.official.country, reading.lexicon)
        return reading.mention(line, body.first, body.last, actor, "body_of_issuer")
    if len(ministries) != 1:
        return None
    return reading.mention(line, body.first, body.last, reading.actors[ministries.pop()], "body_before")


def dyad_mentions(line: Line, chunk: Chunk, certain: Found, reading: Reading) -> Iterator[Mention]:
    at = line.pieces[chunk.first].start
    acted = [(n, code, m) for n, m in certain if not m.place and (code := reading.actors[m.actor].country)]
    before = [(n, code) for n, code, m in acted if m.span.start < at]
    pair = pair_before(line.index, before, [code for _, code, _ in acted], scrambled=reading.scrambled)
    if pair:
        yield reading.mention(line, chunk.first, chunk.last, group_actor(pair, reading.lexicon), "dyad")


def group_actor(codes: Sequence[str], lexicon: Lexicon) -> Actor:
    """Several countries as one actor, `MX+US`; it has no country of its own."""
    names = [labels(lexicon.knowledge, code) for code in codes]
    name = {language: " – ".join(label[language] for label in names) for language in LANGUAGES}
    return Actor(id="+".join(codes), kind="group", name=name)

"""One title or body with all that it belongs to: how far it reaches to its right and to its left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.annotate.actors.grammar import keys_of
from briefing.annotate.actors.leftwards import LONGEST_MODIFIER, extend_left
from briefing.annotate.actors.lexicon import Entry, Lexicon, strip_accents
from briefing.annotate.actors.lines import Chunk, Line
from briefing.annotate.actors.names import OF_A_NAME, behind_field, end_of_field, leads_to_country, past_state
from briefing.annotate.actors.phrase import NATIONAL, Phrase, body_id, country_of
from briefing.model.known_rows import MINISTER, SPOKESPERSON

LONGEST_CHAIN = 7
"""Links that a phrase may have: `portavoz | de la Oficina | del Ministerio | de Salud | de Chile`."""
ACCREDITED = frozenset({"embassy", "consulate"})


def build_phrase(line: Line, chunk: Chunk, lexicon: Lexicon, before: Sequence[Phrase] = ()) -> Phrase:
    entries = tuple(entry for entry in chunk.entries if entry.kind in {"role", "unit", "short"})
    start = Phrase(first=chunk.first, last=chunk.last, entries=entries, former=chunk.former)
    if chunk.kind == "short":
        start = replace(start, body=chunk.entries[0].id, country=country_of(lexicon, chunk.entries[0].id))
    phrase = extend_left(line, extend_right(line, start, lexicon), lexicon, before)
    gender = next((entry.gender for entry in entries if entry.gender), None)
    gender = gender or lexicon.grammar.genders.get(line.key(phrase.first - 1))
    if gender == "m" and phrase.entry.plural:  # `los cancilleres Juan Quispe y Ana Mora`
        gender = None
    phrase = replace(phrase, country=phrase.country or country_with_the_office(phrase, lexicon))
    phrase = replace(phrase, specified=is_specified(line, phrase, lexicon))
    return replace(phrase, entries=by_fit(phrase.entries, phrase, lexicon), gender=gender)


def country_with_the_office(phrase: Phrase, lexicon: Lexicon) -> str | None:
    """`the Taoiseach`, `the Chief Cabinet Secretary`: only one country has the office."""
    role = lexicon.knowledge.roles.get(phrase.entry.id) if phrase.is_role and phrase.body is None else None
    return role.countries[0] if role is not None and role.tells_country else None


def is_specified(line: Line, phrase: Phrase, lexicon: Lexicon) -> bool:
    """`presidente del distrito`, `the Biden Administration`, `the party's leader`: whose it is stands there, and is unknown."""
    grammar = lexicon.grammar
    if line.key(phrase.last) in grammar.of and not line.capital(phrase.last):
        return True
    beyond = {line.key(phrase.last - 1)} - {*phrase.entry.form.casefold().split()}  # `presidente | de la ciudad, Juan Quispe`
    if phrase.is_role and not phrase.country and beyond & {*grammar.place_nouns}:
        return True
    following = line.starting(phrase.last + 1) if line.key(phrase.last) in grammar.joiners else None
    if phrase.country or phrase.body:
        return False
    if following and following.kind == "role":  # `presidente y director ejecutivo de Boeing`
        return True
    if not grammar.head_last:
        return False
    if line.match_before(phrase.first, grammar.possessives):
        return True
    before = phrase.first - 1
    if line.key(before) in lexicon.portfolios:  # `Trade Cabinet Secretary`
        return False
    if line.upos(before) == "NOUN" and not line.capital(before):  # `its commission president`, `the club's youth secretary`
        return True
    if is_acronym(line, before) and line.ending(phrase.first) is None:  # `An EEP spokesman`, whatever a parser takes it for
        return True
    return before > 0 and line.capital(before) and line.upos(before) == "PROPN" and line.key(before) not in grammar.not_names


def by_fit(entries: Sequence[Entry], phrase: Phrase, lexicon: Lexicon) -> tuple[Entry, ...]:
    """What fits the country and body comes first.

    `canciller` heads the government in Germany and the foreign ministry in Peru; the `president` of a parliament is none.
    """

    def misfit(entry: Entry) -> tuple[bool, bool, bool, bool]:
        role = lexicon.knowledge.roles.get(entry.id)
        if role is None:
            return False, False, False, True
        people = entry.plural and any(other.kind == "unit" for other in entries)
        foreign = bool(role.countries) and phrase.country not in role.countries
        elsewhere = role.head_of_government and (phrase.body is not None or (phrase.specified and phrase.country is None))
        bodiless = role.body and phrase.body is None and not phrase.specified
        return people, foreign, elsewhere or bodiless, phrase.country not in role.countries

    return tuple(sorted(entries, key=misfit))


# ------------------------------------------------------------------ to the right


def extend_right(line: Line, phrase: Phrase, lexicon: Lexicon) -> Phrase:
    for _ in range(LONGEST_CHAIN):
        longer = next((step for step in right_steps(line, phrase, lexicon) if step is not None), None)
        if longer is None:
            return phrase
        phrase = longer
    return phrase


def is_a_name(line: Line, phrase: Phrase, chunk: Chunk) -> bool:
    """`La canciller Helena Ruiz`: a word for a people with a capital that it does not have, before another name."""
    names = line.capital(chunk.first) and line.capital(chunk.last) and not line.capital(phrase.last - 1)
    return names and not any(entry.cased for entry in chunk.entries)


def right_steps(line: Line, phrase: Phrase, lexicon: Lexicon) -> Iterator[Phrase | None]:
    grammar, at = lexicon.grammar, phrase.last
    if line.key(at) in grammar.body_adjectives:
        yield replace(phrase, last=at + 1)
    held = line.match(at, grammar.behind_title) if phrase.is_role else 0
    if held:  # `el ministro peruano de Exteriores | en funciones, Juan Quispe`
        yield replace(phrase, last=at + held)
    chunk = line.starting(at)
    if chunk and chunk.kind == "demonym" and phrase.country is None and not is_a_name(line, phrase, chunk):
        yield replace(phrase, last=chunk.last, country=chunk.entries[0].id)
    if line.key(at) in {"(", ","} and is_acronym(line, at + 1) and line.key(at + 2) == ")":
        yield replace(phrase, last=at + 3)
    if chunk and chunk.kind == "actor" and not grammar.head_last and phrase.is_role and not phrase.body:
        body = chunk.entries[0].id  # `líder del partido Vox`
        yield replace(phrase, last=chunk.last, body=body, country=phrase.country or country_of(lexicon, body))
    if phrase.is_role and phrase.country and line.ending(at) and line.key(at) in grammar.link_to_country:
        yield with_portfolio(line, phrase, lexicon)
    office = all(entry.kind == "role" and entry.plural for entry in phrase.entries)
    if office and phrase.country and line.key(at) in {",", *grammar.joiners}:
        yield another_country(line, phrase, lexicon)
    if phrase.is_role and not phrase.country and line.key(at) in {",", *grammar.joiners}:
        yield over_fields(line, phrase, lexicon)
    if phrase.is_role and not phrase.country:
        yield with_last_word(line, phrase, lexicon)
    steps = line.match(at, grammar.links)
    if steps and (is_bare_minister(phrase, lexicon) or speaks_for_a_field(line, phrase, at + steps, lexicon)):
        yield over_unknown_field(line, phrase, at + steps, lexicon)
    if steps and phrase.is_role:
        yield of_a_place(line, phrase, at + steps, lexicon)
    if steps and phrase.is_role and not phrase.body:
        yield over_known_field(line, phrase, at + steps, lexicon)
    if steps:
        yield linked(line, phrase, at, steps, lexicon)
    elif not grammar.head_last and line.upos(at) == "ADJ" and not line.capital(at):
        yield past_adjective(line, replace(phrase, last=at + 1), lexicon)


def of_a_place(line: Line, phrase: Phrase, at: int, lexicon: Lexicon) -> Phrase | None:
    """`the governor | of the region, Ana Ruiz`: of a place without its name, right before the comma of the holder's."""
    at += line.key(at) in lexicon.grammar.articles
    named = line.key(at) in lexicon.grammar.place_nouns and line.key(at + 1) == "," and line.capital(at + 2)
    return replace(phrase, last=at + 1) if named else None


def with_portfolio(line: Line, phrase: Phrase, lexicon: Lexicon) -> Phrase | None:
    """`el ministro chileno | de Hacienda`: the country stands inside the title; an unknown field ends before the name."""
    node, last, entries = lexicon.trie, phrase.last, phrase.entries
    for key in keys_of(phrase.entry.form):
        node = node.get(strip_accents(key), {})
    for at in range(phrase.last, len(line.pieces)):
        node = node.get(strip_accents(line.key(at)), {})
        offices = tuple(entry for entry in node.get(None, ()) if entry.kind == "role" and not entry.plural)
        if offices:
            last, entries = at + 1, offices
        if not node:
            break
    if last > phrase.last:
        return replace(phrase, last=last, entries=entries)
    last = phrase.last + 1
    while line.capital(last) and not line.starting(last):
        last += 1
    return replace(phrase, last=last) if last > phrase.last + 1 and line.key(last) == "," and line.capital(last + 1) else None


def with_last_word(line: Line, phrase: Phrase, lexicon: Lexicon) -> Phrase | None:
    """`ministra de Relaciones Exteriores y Cooperación | Internacional | de Perú, Ana Ruiz`: nobody's name, but the field's."""
    at, links = phrase.last, {word for link in lexicon.grammar.links for word in link}
    of_a_field = line.capital(at - 1) and any(line.key(n) in links for n in range(phrase.first, at))
    if not of_a_field or not line.capital(at) or line.starting(at) or not leads_to_country(line, at + 1, lexicon):
        return None
    country = next(n for n in range(at + 1, len(line.pieces)) if line.starting(n))
    behind = line.starting(country)
    named = behind is not None and line.key(behind.last) == "," and line.capital(behind.last + 1)
    return replace(phrase, last=at + 1) if named else None


def over_fields(line: Line, phrase: Phrase, lexicon: Lexicon) -> Phrase | None:
    """`Minister for Employment, | Productivity and Workplace Relations, | Hon. Ana Ruiz`: all that one office is for.

    Behind it a comma and its holder stand, or its country: `ministro de Exteriores | y Comercio Exterior | de Togo`.
    """
    grammar, at, separator = lexicon.grammar, phrase.last, ""
    links = {word for link in grammar.links for word in link}
    if not line.capital(at - 1) or not any(line.key(n) in links for n in range(phrase.first, at)):
        return None
    while line.key(at) in {",", *grammar.joiners} and separator not in grammar.joiners and line.capital(at + 1):
        separator, end = line.key(at), past_capitals(line, at + 1, lexicon)
        if end == at + 1:
            return None
        at = end
    named = line.starting(at + 1)
    of_a_body = any(chunk.kind == "actor" and phrase.last < chunk.first < at for chunk in line.chunks)
    kinds = {"honorific", "role"} if of_a_body else {"honorific"}  # `Minister of Foreign and ASEAN Affairs, Senator Ana Ruiz`
    holder = named.kind in kinds if named else line.capital(at + 1)
    owned = leads_to_country(line, at, lexicon)
    return replace(phrase, last=at) if separator in grammar.joiners and ((line.key(at) == "," and holder) or owned) else None


def is_bare_minister(phrase: Phrase, lexicon: Lexicon) -> bool:
    """By the word for a minister itself: a `secretario de Organización` is a party's as often."""
    role = lexicon.knowledge.roles.get(phrase.entry.id)
    named = role is not None and phrase.entry.form in role.label[lexicon.grammar.language].values()
    return named and phrase.entry.id == MINISTER and not (phrase.country or phrase.body)


def speaks_for_a_field(line: Line, phrase: Phrase, at: int, lexicon: Lexicon) -> bool:
    """`el portavoz de | Exteriores, Juan Quispe`: of a ministry, by what it is for alone."""
    speaks = any(entry.id == SPOKESPERSON for entry in phrase.entries)
    return speaks and not (phrase.country or phrase.body) and line.key(at) in lexicon.portfolios


def over_known_field(line: Line, phrase: Phrase, at: int, lexicon: Lexicon) -> Phrase | None:
    """`el viceministro de | Transporte | Pablo Ruiz Soto`: right behind the field its holder, who has two names at least."""
    end = end_of_field(line, at, lexicon)
    holder = end > at and all(line.capital(n) and not line.starting(n) for n in range(end, end + OF_A_NAME))
    return replace(phrase, last=end) if holder and not leads_to_country(line, end + OF_A_NAME, lexicon) else None


def over_unknown_field(line: Line, phrase: Phrase, at: int, lexicon: Lexicon) -> Phrase | None:
    """`la ministra de | Infraestructuras, Ana Ruiz`, `the Minister of | Works and Roads, Hon. Ana Ruiz`.

    Words with capitals that are no field known, and behind a comma its holder.
    """
    end = past_capitals(line, at, lexicon)
    while end > at and line.key(end) in lexicon.grammar.joiners and line.capital(end + 1):
        end = past_capitals(line, end + 1, lexicon)
    held = behind_field(line, at, end, lexicon)
    goes_on = line.key(end) in {*lexicon.grammar.particles, *lexicon.grammar.joiners}
    if held > at and not goes_on and not (line.key(end) == "," and line.capital(end + 1)):
        return replace(phrase, last=held)
    named = line.starting(end + 1)
    # a rank that is not known is cut off: `Maj. Ana Ruiz`
    holder = named.kind in {"honorific", "role"} if named else line.capital(end + 1) and line.key(end + 2) != "."
    return replace(phrase, last=end) if end > at and line.key(end) == "," and holder else None


def past_capitals(line: Line, at: int, lexicon: Lexicon) -> int:
    """Where words with capitals end, none of which is a country, an office or an honorific.

    `Minister of Foreign and | ASEAN Affairs`: a body between two such words is what the office is for.
    """
    while line.capital(at):
        chunk = line.starting(at)
        inside = chunk is not None and chunk.kind == "actor" and lexicon.grammar.head_last and line.capital(chunk.last)
        if chunk is not None and chunk.kind in {*NATIONAL, "role", "honorific", "actor"} and not inside:
            break
        at = chunk.last if chunk is not None and inside else at + 1
    return at


def another_country(line: Line, phrase: Phrase, lexicon: Lexicon) -> Phrase | None:
    """`los cancilleres de Perú y de Chile`."""
    at = phrase.last + 1
    while line.key(at) in lexicon.grammar.of or line.key(at) in lexicon.grammar.articles:
        at += 1
    chunk = line.starting(at)
    if chunk is None or chunk.kind not in NATIONAL:
        return None
    return replace(phrase, last=chunk.last, others=(*phrase.others, chunk.entries[0].id))


def past_adjective(line: Line, phrase: Phrase, lexicon: Lexicon) -> Phrase | None:
    """`autoridades sanitarias chilenas`, `analista informático de la NSA`: an adjective before what tells the country."""
    longer = next((step for step in right_steps(line, phrase, lexicon) if step is not None), None)
    return longer if longer and (longer.country, longer.body) != (phrase.country, phrase.body) else None


LENGTH_OF_NAME = 2
"""Words of a name that is sure to be one."""


def is_acronym(line: Line, piece: int) -> bool:
    form = line.pieces[piece].form if piece < len(line.pieces) else ""
    return form.isupper() and 2 <= len(form) <= 8


def linked(line: Line, phrase: Phrase, at: int, steps: int, lexicon: Lexicon) -> Phrase | None:
    """`… de Perú`, `… del Departamento de Estado`, `of the Supreme Court`."""
    grammar = lexicon.grammar
    closely = line.key(at) in grammar.link_to_country
    if heads_state(phrase, lexicon) and not closely:
        return None
    target = past_state(line, at + steps, lexicon)
    if officer := officer_behind(line, phrase, target, lexicon):
        return replace(phrase, last=officer.last, country=officer.country)
    chunk = line.starting(target)
    if chunk is None and heads_state(phrase, lexicon) and not line.match(target, grammar.states):
        return None  # `presidenta de la Asociación de Avicultores de Chile`, `presidente de la Cámara chilena`
    if chunk is None:
        return through_words(line, phrase, target, lexicon) if phrase.country is None else past_place(line, phrase, target)
    inner = owned_body(line, chunk, lexicon)
    if inner and phrase.is_role:
        body = phrase.body or body_id(inner, lexicon) or inner.entry.id
        return replace(phrase, last=inner.last, body=body, country=phrase.country or inner.country)
    if line.match(chunk.last, grammar.possessives):  # `the chief of Israel's militia ally`
        return None
    if chunk.kind in NATIONAL:
        return to_country(line, phrase, chunk, lexicon, closely=closely)
    if chunk.kind == "actor":
        body = chunk.entries[0].id
        return replace(phrase, last=chunk.last, body=phrase.body or body, country=phrase.country or country_of(lexicon, body))
    if chunk.kind == "region":
        return replace(phrase, last=chunk.last)
    if chunk.kind in {"unit", "short"}:
        inner = build_phrase(line, chunk, lexicon)
        inner_body = phrase.body or body_id(inner, lexicon) or (inner.entry.id if phrase.is_role else None)
        return replace(phrase, last=inner.last, body=inner_body, country=phrase.country or inner.country)
    return None


def officer_behind(line: Line, phrase: Phrase, target: int, lexicon: Lexicon) -> Phrase | None:
    """`portavoz | del presidente peruano`, `a spokesman | for the Peruvian president`; not with a name behind it."""
    speaks = any(entry.id == SPOKESPERSON for entry in phrase.entries)
    if not speaks or phrase.country or phrase.body:
        return None
    land = line.starting(target)
    at = land.last if land and land.kind in NATIONAL and lexicon.grammar.country_before else target
    chunk = line.starting(at + line.match(at, lexicon.grammar.possessives))
    officer = build_phrase(line, chunk, lexicon) if chunk and chunk.kind == "role" else None
    if officer is None or officer.country is None or officer.entry.plural:
        return None
    behind = officer.last + (line.key(officer.last) == ",")
    return None if line.capital(behind) and line.upos(behind) == "PROPN" else officer


def past_place(line: Line, phrase: Phrase, target: int) -> Phrase | None:
    """`la embajadora chilena en Cochabamba, Ana Ruiz`: a town that nothing knows, between a title and its holder's name."""
    last = target
    while line.capital(last) and line.starting(last) is None:
        last += 1
    named = line.key(last) == "," and line.capital(last + 1) and line.upos(last + 1) == "PROPN"
    return replace(phrase, last=last) if phrase.is_role and last > target and named else None


def owned_body(line: Line, owner: Chunk, lexicon: Lexicon) -> Phrase | None:
    """`for Germany's Defense Ministry`, `of the U.S. State Department`: a body that begins with its country."""
    if owner.kind not in NATIONAL or not lexicon.grammar.country_before:
        return None
    for chunk in line.chunks:
        near = owner.last <= chunk.first <= owner.last + LONGEST_MODIFIER + 1
        if near and chunk.kind == "unit":
            phrase = build_phrase(line, chunk, lexicon)
            if phrase.first == owner.first:
                return phrase
        if chunk.first == owner.last and chunk.kind == "actor":
            entry = Entry(kind="short", id=chunk.entries[0].id, form=chunk.entries[0].form)
            country = country_of(lexicon, entry.id)
            return Phrase(first=owner.first, last=chunk.last, entries=(entry,), country=country)
    return None


def to_country(line: Line, phrase: Phrase, chunk: Chunk, lexicon: Lexicon, *, closely: bool) -> Phrase | None:
    """`embajador de Perú en Chile`: the first is its country, the second where it is accredited."""
    name = chunk.entries[0].id
    if closely and phrase.country is None and chunk.kind != "demonym":
        return replace(phrase, last=chunk.last, country=name)
    if closely or not phrase.is_role or phrase.posting:
        return replace(phrase, last=chunk.last) if closely and phrase.country == name else None
    role = lexicon.knowledge.roles.get(phrase.entry.id)
    accredited = role is not None and role.institution in ACCREDITED
    return replace(phrase, last=chunk.last, posting=name) if accredited else None


def through_words(line: Line, phrase: Phrase, first: int, lexicon: Lexicon) -> Phrase | None:
    """`subsecretario para Asuntos Multilaterales de la SRE`: a field of work between a title and what it belongs to."""
    last = first
    while line.capital(last) or (last > first and line.key(last) in {*lexicon.grammar.joiners, ","} and line.capital(last + 1)):
        if line.starting(last) or last - first > LONGEST_CHAIN:
            return None
        last += 1
    if last == first or not phrase.is_role:
        return None
    longer = past_adjective(line, replace(phrase, last=last), lexicon)
    name = name_behind(line, first, last) if lexicon.grammar.head_last else None
    return longer or (replace(phrase, last=name) if name else None)


def name_behind(line: Line, first: int, last: int) -> int | None:
    """`the secretary for Trade, Ana Ruiz,`: where the field of work ends and, between commas, the holder's name stands."""
    comma = next((at for at in range(last - 1, first, -1) if not line.capital(at)), None)
    closed = line.key(last) == "," and comma is not None and line.key(comma) == ","
    return comma if comma is not None and closed and last - comma == LENGTH_OF_NAME + 1 else None


def heads_state(phrase: Phrase, lexicon: Lexicon) -> bool:
    """`the President for Homeland Security` is no president."""
    role = lexicon.knowledge.roles.get(phrase.entry.id)
    return role is not None and role.head_of_government

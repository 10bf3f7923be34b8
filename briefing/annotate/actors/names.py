"""Capitalized names that may be people's: runs of proper nouns with their particles, outside what the knowledge names."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.annotate.actors.grammar import Grammar, key_of
from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Chunk, Line
from briefing.model.known_rows import MINISTER

LONGEST_NAME = 7
SHORTEST_ACRONYM = 3
LONGEST_SYLLABLE = 5
OF_A_NAME = 2
"""Words of a name behind a field."""
LONGEST_FIELD = 4
"""Words of what a ministry is for: `Agricultura y Desarrollo Rural`."""
OPENERS = frozenset({".", ":", "“", '"', "«", "¿", "¡", "—", "-", "‘", "("})
"""Marks behind which a capital tells nothing."""
FAMILY_TOO = frozenset({"country", "metonym", "demonym", "region", "role", "unit"})
"""What may also be somebody's name: `Israel Katz`, `Paulo Lima`, `Miguel Alemán`, `Tom King`, `Marina Paz`."""


@dataclass(frozen=True, slots=True)
class Name:
    """Pieces `first:last` of a line that look like somebody's name."""

    line: int
    first: int
    last: int
    words: tuple[str, ...]

    @property
    def text(self) -> str:
        return " ".join(self.words)


def find_names(line: Line, lexicon: Lexicon, known: frozenset[str] = frozenset()) -> tuple[Name, ...]:
    """The names of a line, from left to right.  `known` are words of names elsewhere, which a tagger may miss here."""
    grammar = lexicon.grammar
    taken = {n for chunk in line.chunks for n in range(chunk.first, chunk.last) if not is_first_name(line, chunk)}
    taken |= {n for n in range(len(line.pieces)) if not may_be_name(line, n, grammar, known)}
    found: list[Name] = []
    at = 0
    while at < len(line.pieces):
        last = run_from(line, at, taken, grammar)
        at = behind_topic(line, at, last, lexicon)
        if last > at and not leads_a_title(line, at, last, lexicon):
            name = Name(line.index, at, last, tuple(words_of(line, at, last)))
            body = is_body(name, grammar, known) and not is_labelled(line, name)
            if not body and key_of(name.text) not in lexicon.portfolios:
                found.append(name)
        at = max(last, at + 1)
    return tuple(found)


def behind_topic(line: Line, first: int, last: int, lexicon: Lexicon) -> int:
    """`Envoy for Climate Jane Doe`: where the name begins behind what an office is for."""
    purposes = [link for link in lexicon.grammar.links if link[0] not in lexicon.grammar.of]
    before = first - 1 if line.key(first - 1) in lexicon.grammar.articles else first
    link = next((len(p) for p in purposes if line.match_before(before, (p,))), 0)
    office = line.ending(before - link) if link else None
    while office and office.kind == "role" and first + 1 < last and line.key(first) in lexicon.topics:
        first += 1
    field = end_of_field(line, first, lexicon) if is_of_an_office(line, first, lexicon) else first
    first = field if field + OF_A_NAME <= last else first
    return max(first, behind_field(line, first, last, lexicon))


def end_of_field(line: Line, at: int, lexicon: Lexicon) -> int:
    """Behind `Comercio Exterior`, what a ministry is for; `at` itself where nothing known begins."""
    ends = range(at + LONGEST_FIELD, at, -1)
    return next((end for end in ends if " ".join(map(line.key, range(at, end))) in lexicon.portfolios), at)


def is_of_an_office(line: Line, at: int, lexicon: Lexicon) -> bool:
    """`el viceministro peruano de | Transporte Pablo Ruiz Soto`: what the office is of."""
    before = at - next((len(link) for link in lexicon.grammar.links if line.match_before(at, (link,))), 0)
    office = line.ending(before) if before < at else None
    office = line.ending(office.first) if office is not None and office.kind == "demonym" else office
    return office is not None and office.kind == "role"


def behind_field(line: Line, first: int, last: int, lexicon: Lexicon) -> int:
    """`Minister of Digital Economy Jane Doe`: behind a field that nothing knows the last two words of several."""
    link = line.match_before(first, lexicon.grammar.links)
    office = line.ending(first - link) if link and lexicon.grammar.head_last else None
    of_minister = office is not None and office.kind == "role" and any(entry.id == MINISTER for entry in office.entries)
    whole = all(line.capital(at) for at in range(first, last))
    if not (of_minister and whole and last - first > OF_A_NAME):
        return first
    return max(first, last - OF_A_NAME - (line.key(last - OF_A_NAME) in lexicon.grammar.particles))  # `Jane Al Marri`


def leads_a_title(line: Line, first: int, last: int, lexicon: Lexicon) -> bool:
    """`Presidential Advisor Jane Doe`: a word alone before a title is part of it, where titles have their head last."""
    following = line.starting(last)
    return lexicon.grammar.head_last and last == first + 1 and following is not None and following.kind == "role"


def run_from(line: Line, first: int, taken: set[int], grammar: Grammar) -> int:
    """Where the name that begins here ends; `first` itself where none does."""
    if line.flat or not begins(line, first, taken, grammar):
        return first
    last = end = first + 1 if is_part(line, first, taken, grammar) else first
    at = last if last > first else first + 1
    while at < len(line.pieces) and at - first < LONGEST_NAME:
        if (
            is_part(line, at, taken, grammar)
            or (at == end and is_surname_too(line, at))
            or is_second_half(line, first, end, at, grammar)
        ):
            at = end = at + 1
        elif joins(line, at, grammar) and at not in taken:
            at += 1
        else:
            break
    return end


def is_second_half(line: Line, first: int, end: int, at: int, grammar: Grammar) -> bool:
    """`Cho Min-ah`: a syllable in small letters behind the hyphen of a second name; `Trump-led` is none."""
    hyphened = end - first >= 2 and at == end + 1 and line.key(end) == "-" and joins(line, end, grammar)
    piece = line.pieces[at].form
    return hyphened and piece.isalpha() and len(piece) <= LONGEST_SYLLABLE and line.key(at) not in grammar.hyphen_words


def is_surname_too(line: Line, at: int) -> bool:
    """`Paulo Lima`, `Miguel Alemán`: the name of a place or people right behind a first name is a surname."""
    chunk = line.starting(at)
    if chunk is None or chunk.kind not in FAMILY_TOO or chunk.last != at + 1 or not line.capital(at):
        return False
    token = line.token(at)
    shown_by_capital = chunk.kind == "metonym" or (chunk.kind == "demonym" and not chunk.entries[0].cased)
    return shown_by_capital or (token is not None and token.deprel.startswith("flat"))


def is_first_name(line: Line, chunk: Chunk) -> bool:
    """`Israel Katz`: the tree joins the next word to it as a name."""
    first, second = line.token(chunk.first), line.token(chunk.last)
    if chunk.kind not in FAMILY_TOO or chunk.kind == "role" or first is None or second is None or line.starting(chunk.last):
        return False
    if chunk.kind == "unit" and line.key(chunk.first - 1) != ",":  # `la ministra, Marina Paz`; `la Marina Armada`
        return False
    if line.upos(chunk.first - 1) == "ADP":  # `el expresidente de Perú Mario Salas`
        return False
    joined = second.deprel.startswith("flat") and line.sentence.tokens[second.head] is first
    return joined and second.upos == "PROPN" and line.capital(chunk.last)


def begins(line: Line, at: int, taken: set[int], grammar: Grammar) -> bool:
    """A capital; of a particle only where the name follows (`De la Fuente`)."""
    if is_part(line, at, taken, grammar):
        return True
    if at in taken or not line.capital(at) or line.key(at) not in grammar.particles or line.key(at) in grammar.joiners:
        return False
    following = at + 1
    while line.key(following) in grammar.particles:
        following += 1
    return following - at <= 3 and is_part(line, following, taken, grammar)


def is_part(line: Line, at: int, taken: set[int], grammar: Grammar) -> bool:
    free = at not in taken and line.capital(at) and line.pieces[at].form[0].isalpha()
    return free and line.key(at) not in grammar.particles


def may_be_name(line: Line, at: int, grammar: Grammar, known: frozenset[str]) -> bool:
    """Whether a capital tells something here: the first word of a sentence must be known or tagged as a name."""
    key = line.key(at)
    if not line.capital(at) or key in grammar.particles or key in known:
        return True
    title = line.ending(at)
    if title and title.kind == "role" and not title.entries[0].plural and not line.flat:  # `el presidente Rolando Quesada`
        return key not in grammar.not_names
    if key in grammar.not_names or key in grammar.articles:
        return False
    if at == 0 or (line.key(at - 1) in OPENERS and not is_hyphened(line, at)):
        return line.upos(at) == "PROPN"
    return line.upos(at) in {"PROPN", "NOUN", "ADJ", "NUM", "X", ""} or is_beside_name(line, at)


def is_hyphened(line: Line, at: int) -> bool:
    """`Al-Khaja`, `Ofori-Atta`: behind a hyphen that touches both words, which opens nothing."""
    if at < 2 or line.key(at - 1) != "-" or not line.capital(at - 2):
        return False
    before, hyphen, here = line.pieces[at - 2 : at + 1]
    return before.stop == hyphen.start and hyphen.stop == here.start


def is_beside_name(line: Line, at: int) -> bool:
    """`Pham Duc Long`, `Le Minh Nguyet`: a word of the language with a capital, behind a name or before one behind a comma."""
    before = line.capital(at - 1) and line.upos(at - 1) == "PROPN" and not line.flat
    apposed = line.key(at - 1) == "," and line.capital(at + 1) and line.upos(at + 1) == "PROPN"
    return len(line.key(at)) > 1 and (before or apposed)


def joins(line: Line, at: int, grammar: Grammar) -> bool:
    """A particle inside a name, a hyphen or an apostrophe without spaces, the stop of an initial."""
    key = line.key(at)
    if key in grammar.particles and key not in grammar.joiners:
        return not line.capital(at) or len(key) <= 3
    tight = 0 < at < len(line.pieces) - 1 and line.pieces[at - 1].stop == line.pieces[at].start
    if key in {"-", "’", "'"}:
        return tight and line.pieces[at].stop == line.pieces[at + 1].start
    return key == "." and tight and len(line.pieces[at - 1].form) == 1


def words_of(line: Line, first: int, last: int) -> Iterator[str]:
    """The words of a name as written: pieces that touch are one word."""
    word = ""
    for n in range(first, last):
        piece = line.pieces[n]
        if word and line.pieces[n - 1].stop < piece.start:
            yield word
            word = ""
        word += piece.form
    if word:
        yield word


def find_known(line: Line, forms: Sequence[tuple[str, ...]]) -> Iterator[Name]:
    """Names of people known from other lines, in a headline whose capitals tell nothing."""
    taken = {n for chunk in line.chunks for n in range(chunk.first, chunk.last)}
    at = 0
    while at < len(line.pieces):
        form = next((f for f in forms if at not in taken and line.match(at, (f,))), ())
        if form:
            yield Name(line.index, at, at + len(form), tuple(words_of(line, at, at + len(form))))
        at += len(form) or 1


def is_labelled(line: Line, name: Name) -> bool:
    """`MINISTER QUISPE:`, a speaker's label in capitals: who bears the title, and no acronym."""
    title = line.ending(name.first)
    return line.sentence.kind == "speaker" and title is not None and title.kind == "role" and len(name.text) > LONGEST_SYLLABLE


def is_body(name: Name, grammar: Grammar, known: frozenset[str]) -> bool:
    """`Guardia Costera`, `Orinoco News`: by the word that heads it; acronyms are no one's name, save `MORA:` of an Ana Mora."""
    head = name.words[-1] if grammar.head_last else name.words[0]
    return (
        head.casefold() in grammar.bodies
        or (len(name.words) == 1 and name.words[0].isupper() and key_of(name.words[0]) not in known)
        or is_of_an_acronym(name, grammar)
    )


def is_of_an_acronym(name: Name, grammar: Grammar) -> bool:
    """`Directivo del INTA`: what is left of a body's name where its first word was taken for part of a title."""
    pairs = itertools.pairwise(name.words)
    return any(link in grammar.particles and word.isupper() and len(word) >= SHORTEST_ACRONYM for link, word in pairs)


def leads_to_country(line: Line, at: int, lexicon: Lexicon) -> bool:
    """`de Togo`, `of the Togolese Republic`: a link and a country behind it."""
    steps = line.match(at, lexicon.grammar.links) if line.key(at) in lexicon.grammar.link_to_country else 0
    chunk = line.starting(past_state(line, at + steps, lexicon)) if steps else None
    return chunk is not None and chunk.kind == "country"


def past_state(line: Line, at: int, lexicon: Lexicon) -> int:
    """Where a country begins behind its article and its state: `de | El Salvador`, `de | la República del Perú`."""
    while line.starting(at) is None and (line.key(at) in lexicon.grammar.articles or is_state(line, at, lexicon)):
        at += line.match(at, lexicon.grammar.states) or 1
    return at


def is_state(line: Line, at: int, lexicon: Lexicon) -> bool:
    """`República del | Perú`; not `State of Chihuahua`."""
    words = line.match(at, lexicon.grammar.states)
    behind = line.starting(at + words) if words else None
    return line.capital(at) and behind is not None and behind.kind == "country"

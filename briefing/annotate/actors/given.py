"""Titles that a sentence gives to a name: `Ana Mora es la canciller de Perú`, `Jane Poe was appointed finance minister`.

And those of more words than are known: `la ministra de Aguas Interiores y Canales, Ana Mora`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.annotate.actors.evidence import head_of
from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.names import Name
from briefing.annotate.actors.phrase import Phrase
from briefing.annotate.quotes.lexicon import load_lexicon

MINISTERS = frozenset({"minister", "deputy_minister"})
"""The rows of those who have some portfolio or other."""
UNREAL = ("Mood=Cnd", "Mood=Sub", "Mood=Imp", "Tense=Fut")
PAST = ("Tense=Past", "Tense=Imp")


def title_given(line: Line, name: Name, roles: Sequence[Phrase], lexicon: Lexicon) -> Phrase | None:
    """The title that a copula or a verb of appointing says the name has, as a former one where it only says `was`.

    Nothing that is denied, asked, or said to come.
    """
    if head_of(line, name) < 0 or any(token.form == "?" for token in line.sentence.tokens):
        return None
    for phrase in roles:
        if phrase.entry.plural:
            continue
        for place in range(phrase.first, phrase.last):
            index = line.pieces[place].token
            given = predicated(line, index, name, phrase, lexicon) if index >= 0 else None
            if given:
                return given
    return None


def title_of_more_words(line: Line, name: Name, roles: Sequence[Phrase], lexicon: Lexicon) -> Phrase | None:
    """`el ministro peruano de Obras Viales y Transporte, Juan Quispe`: a minister's, with all that the portfolio is called.

    The people may stand behind it all: `el ministro de Transporte y Obras Viales peruano, Juan Quispe`.
    """
    chunk = line.ending(name.first)
    at = chunk.first if chunk and chunk.kind == "honorific" else name.first  # `…, the Honourable Ana Mora`
    at -= 1 + (line.key(at - 1) in lexicon.grammar.articles)
    if line.key(at) != "," or len(name.words) < 2:
        return None
    for phrase in roles:
        role = lexicon.knowledge.roles[phrase.entry.id]
        linked = line.match(phrase.last, lexicon.grammar.links)  # `Togo's minister | for | regional affairs, Ana Mora`
        people = line.ending(at)
        people = people if people is not None and people.kind == "demonym" and not phrase.country else None
        between = range(phrase.last, people.first if people else at)
        # `…, Pablo Soto, y la directora de Puertos, Ana Mora`
        another = any(one.first in between and line.key(one.first - 1) in lexicon.grammar.articles for one in roles)
        portfolio = not another and all(is_of_portfolio(line, n, lexicon) for n in between[linked:])
        ministers = (role.minister or role.id in MINISTERS) and not phrase.entry.plural
        if between and portfolio and ministers and (linked or line.key(phrase.last) in lexicon.grammar.joiners):
            country = people.entries[0].id if people else phrase.country
            return replace(phrase, last=at, specified=False, country=country)
    return None


def is_of_portfolio(line: Line, at: int, lexicon: Lexicon) -> bool:
    """A capital, a noun or what joins them: `Obras Viales y Transporte`, `hydraulics, energy and mines`."""
    small = {",", *lexicon.grammar.of, *lexicon.grammar.joiners, *lexicon.grammar.articles}
    return line.capital(at) or line.key(at) in small or line.upos(at) in {"NOUN", "ADJ"}


def predicated(line: Line, index: int, name: Name, phrase: Phrase, lexicon: Lexicon) -> Phrase | None:
    tokens, subject = line.sentence.tokens, head_of(line, name)
    token, verb = tokens[index], tokens[index].head
    copula = next((n for n, t in enumerate(tokens) if t.head == index and t.deprel == "cop"), None)
    if copula is not None:
        own = any(t.head == index and t.deprel == "nsubj" and n == subject for n, t in enumerate(tokens))
        relative = token.deprel == "acl:relcl" and token.head == subject
        if not (own or relative) or not is_fact(line, index, copula, lexicon):
            return None
        return replace(phrase, former=phrase.former or any(mark in tokens[copula].feats for mark in PAST))
    appointed = token.deprel in {"xcomp", "obj"} and verb >= 0 and tokens[verb].lemma in lexicon.grammar.appointing
    passive = appointed and tokens[subject].head == verb and tokens[subject].deprel == "nsubj:pass"
    auxiliary = next((n for n, t in enumerate(tokens) if t.head == verb and t.deprel == "aux:pass"), None) if passive else None
    return phrase if auxiliary is not None and is_fact(line, verb, auxiliary, lexicon) else None


def is_fact(line: Line, head: int, finite: int, lexicon: Lexicon) -> bool:
    """Whether a predicate is said to hold: no negation, no `would be`, no conditional or future."""
    tokens, cues = line.sentence.tokens, load_lexicon(lexicon.grammar.language)
    beside = [t for n, t in enumerate(tokens) if t.head == head and n != finite]
    denied = any(cues.has("negations", t.form) or t.deprel in {"aux", "mark"} for t in beside)
    feats = tokens[finite].feats
    return not denied and "VerbForm=Fin" in feats and not any(mark in feats for mark in UNREAL)

"""Names of towns that look like something else: like a country (`Santa Lucía`), or like somebody with his rank.

`Santa Lucía` is the state where the article shows it; `en Capitán Prat`, `viajará a Don Torcuato` is nobody.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.names import Name
from briefing.annotate.actors.phrase import Phrase
from briefing.annotate.actors.places import ACTING
from briefing.knowledge import load_language
from briefing.model import Actor, Language, Mention, Sentence


def without_towns(
    text: str, sentences: Sequence[Sentence], mentions: Sequence[Mention], actors: Mapping[str, Actor], language: Language
) -> list[Mention]:
    """The mentions without those of a country by a town's name, where it neither acts nor has an office or a people."""
    words: Mapping[str, Sequence[str]] = load_language("names", language)
    towns = tuple(words["towns_like_countries"])
    by_town = [m for m in mentions if m.span.of(text).endswith(towns)]
    if not by_town:
        return list(mentions)
    shown = {_country(actors, m) for m in mentions if m not in by_town}
    shown |= {_country(actors, m) for m in by_town if _is_the_state(text, sentences, m, words["of_states"])}
    return [m for m in mentions if m not in by_town or _country(actors, m) in shown or actors[m.actor].kind == "person"]


def _country(actors: Mapping[str, Actor], mention: Mention) -> str:
    actor = actors[mention.actor]
    return actor.country or actor.id


def _is_the_state(text: str, sentences: Sequence[Sentence], mention: Mention, of_states: Sequence[str]) -> bool:
    """`el primer ministro de Santa Lucía`, `Santa Lucía firmó`; but not `la aduana de Santa Lucía`."""
    inside = mention.span.of(text).casefold()
    before = text[max(0, mention.span.start - LONGEST) : mention.span.start].casefold()
    shown = any(word in inside or before.rstrip().endswith(word) for word in of_states)
    own = [t for s in sentences if s.span.contains(mention.span) for t in s.tokens if t.span.start == mention.span.start]
    return shown or any(token.form[:1].isupper() and token.deprel in ACTING for token in own)


LONGEST = 40
"""Letters before a name in which the word of an office may stand."""


def is_town_of_rank(line: Line, name: Name, title: Phrase | None, lexicon: Lexicon) -> bool:
    """A capitalized rank without its article, behind a preposition of place, where a person's rank would need one.

    `se verán en Coronel Prat`, not `en el despacho del coronel Prat`, nor `con Coronel Prat`; a language whose ranks need no
    article (`confidence in President Mora`) says nothing by it.
    """
    first = rank_before(line, name, title)
    if lexicon.grammar.head_last or first is None or not line.capital(first):
        return False
    cases = lexicon.grammar.place_prepositions | (lexicon.grammar.towards if title else frozenset())
    return line.key(first - 1) in cases


def rank_before(line: Line, name: Name, title: Phrase | None) -> int | None:
    """Where the one word of a rank or of an honorific right before the name begins."""
    if title is not None:
        return title.first if title.last == name.first == title.first + 1 else None
    chunk = line.ending(name.first)
    return chunk.first if chunk is not None and chunk.kind == "honorific" else None

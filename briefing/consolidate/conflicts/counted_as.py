"""What a number counts, by the words that may count one thing: `crew`, `sailors`; `dollars`; `dead`."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.consolidate.conflicts.tellings import Alternatives
from briefing.consolidate.values.borne import classes_of, counted_names
from briefing.consolidate.values.counts import UNITS_IN
from briefing.consolidate.values.matters import DEAD, PEOPLE
from briefing.knowledge import load_language
from briefing.model import Language, Quantity, Sentence, Token

KILLED = "deed:kill"
THE_DEAD = frozenset({"concept:fatalities", "concept:deaths", "concept:dead", "concept:victims"})


def rows_of(language: str, *words: str) -> Alternatives:
    return frozenset().union(*(counted_names().get((language, word), frozenset()) for word in words))


def alike(language: Language, quantity: Quantity) -> Alternatives:
    """The rows of words that may count one thing; a known unit has an English name in every language."""
    unit = (quantity.unit or "").partition("/")[0].lower()
    return rows_of(language, unit) | rows_of(UNITS_IN, unit)


def belonging(language: Language, tokens: Sequence[Token], index: int, modifiers: Sequence[int]) -> Alternatives:
    """`17 crew members`, `17 miembros de la tripulación`: as many as one counts of what they belong to."""
    whole = modifiers if tokens[index].lemma.lower() in load_language("compare", "words")["members"][language] else ()
    return rows_of(language, *(tokens[i].lemma.lower() for i in whole))


def coins(language: Language, sentence: Sentence, quantity: Quantity) -> Alternatives:
    """`95 dólares`: the word itself, for `75 Belize dollars` of a country whose code is not known."""
    if quantity.kind != "currency":
        return frozenset()
    return rows_of(language, *(t.lemma.lower() for t in sentence.tokens if quantity.span.contains(t.span)))


def dead(language: Language, sentence: Sentence, unit: Alternatives, verbs: Sequence[int], index: int) -> Alternatives:
    """`killed 27 people`, `killed 27 villagers`, `27 dead`."""
    classes = {name for verb in verbs for name in classes_of(language, sentence.tokens[verb])}
    civilians = load_language("compare", "words")["civilians"][language]
    people = KILLED in classes and (bool(unit & PEOPLE) or sentence.tokens[index].lemma.lower() in civilians)
    return frozenset({DEAD}) if people or unit & THE_DEAD else frozenset()

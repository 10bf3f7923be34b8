"""Word forms in sentences of our own: plurals, agreement, articles, by the endings in the language's data."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal

from briefing.realize.grammar import Ending, Grammar

Gender = Literal["m", "f"]


def ended(word: str, endings: Sequence[Ending]) -> str:
    """The word by the first row that matches; the word itself where none does."""
    for row in endings:
        if re.search(row.find, word):
            return re.sub(row.find, row.put, word, count=1)
    return word


def plural_of(phrase: str, grammar: Grammar) -> str:
    """The plural of a noun phrase: its words up to the first preposition, or the last of them.

    >>> from briefing.realize.grammar import grammar_of
    >>> plural_of("buque de guerra", grammar_of("es")), plural_of("ataque aéreo", grammar_of("es"))
    ('buques de guerra', 'ataques aéreos')
    >>> plural_of("member of parliament", grammar_of("en")), plural_of("border crossing", grammar_of("en"))
    ('members of parliament', 'border crossings')
    """
    words = phrase.split(" ")
    stop = next((n for n, word in enumerate(words) if word in grammar.of_words), len(words))
    changed = range(stop) if grammar.plural_of == "every_word" else range(stop - 1, stop)
    return " ".join(ended(word, grammar.plural) if n in changed else word for n, word in enumerate(words))


def agreeing(adjective: str, gender: Gender, plural: bool, grammar: Grammar) -> str:
    """An adjective of one word in the gender and number of its noun; English ones never change.

    >>> from briefing.realize.grammar import grammar_of
    >>> agreeing("conjunto", "f", True, grammar_of("es")), agreeing("militar", "f", True, grammar_of("es"))
    ('conjuntas', 'militares')
    """
    if " " in adjective or not grammar.feminine:
        return adjective
    word = ended(adjective, grammar.feminine) if gender == "f" else adjective
    return ended(word, grammar.plural) if plural else word


def article(noun: str, gender: Gender, plural: bool, grammar: Grammar) -> str:
    """The definite article: `las operaciones`, `el agua`."""
    if gender == "f" and not plural and re.match(grammar.stressed_a, noun, re.IGNORECASE):
        gender = "m"
    return grammar.the[gender + ("p" if plural else "s")]

"""What every rule of the grammar of numbers reads and finds: lexemes in a language; a number with its lexemes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from briefing.annotate.quantities.lexer import Lexeme
from briefing.annotate.quantities.lexicon import Lexicon, Unit, longest

ONE = Fraction(1)
MAX_UNIT_WORDS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A number and the lexemes `start:stop` that say it.

    `scale` is its last scale word ("2.5 million"): a range shares it.  `vague` numbers ("tens of thousands") name an order
    of magnitude.  `weak` is a "one" that may be an article or a pronoun.  `linked` numbers take their noun after "of".
    """

    start: int
    stop: int
    value: Fraction
    rule: str
    scale: Fraction = ONE
    vague: bool = False
    about: bool = False
    weak: bool = False
    linked: bool = False
    written: bool = False  # in words
    ordinal: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """What every rule of the grammar needs: the lexemes, the language's words, the document's decimal mark."""

    lexemes: Sequence[Lexeme]
    lexicon: Lexicon
    decimal: str | None

    def folded(self, index: int) -> str:
        return self.lexemes[index].folded if 0 <= index < len(self.lexemes) else ""

    def is_in(self, index: int, name: str) -> bool:
        word = self.folded(index)
        return bool(word) and word in self.lexicon.words[name]

    def kind(self, index: int) -> str:
        return self.lexemes[index].kind if 0 <= index < len(self.lexemes) else "barrier"

    def unit_at(self, index: int) -> tuple[int, Unit] | None:
        """The longest unit phrase at a place: where it ends, and the unit."""
        if self.kind(index) != "word":
            return None
        keys = tuple(lexeme.key for lexeme in self.lexemes[index : index + MAX_UNIT_WORDS])
        found = longest(self.lexicon.unit_phrases, keys, 0)
        return (index + found[0], self.lexicon.units[found[1]]) if found else None

    def glued(self, index: int) -> bool:
        return 0 <= index < len(self.lexemes) and self.lexemes[index].glued

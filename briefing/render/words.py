"""The fixed words of a memo in one language: the catalog's, unless the audience has its own.

A message id is an English label or sentence, with a context where the word alone is ambiguous.  `%(name)s` stands for a value.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Mapping
from typing import Literal

from briefing.localize import Localizer
from briefing.localize.forms import NamingForms
from briefing.localize.punctuation import balanced, curl_apostrophes, repair_letters
from briefing.model import Amount, Language, Number, Text
from briefing.render.pieces import clean

_STRAIGHT_OPENING = re.compile(r'(?:(?<=[\s(\[¿¡—–-])|^)"(?=\S)')
_LEFT_OUT = re.compile(r"\((?:\.\.\.|…)\)|\[\.\.\.\]")
"""What a source itself left out of a quotation."""
_STRAIGHT_CLOSING = re.compile(r'(?<=\S)"')


COUNTRY_CODE = 2
"""Letters."""


class Words:
    """The words of one memo: the localizer's catalog, dates, numbers, lists and names, under the audience's own labels."""

    def __init__(self, localizer: Localizer, overlay: Mapping[str, str]) -> None:
        self._localizer = localizer
        self._overlay = overlay
        self._numbers: dict[Number, str] = {}
        self.language = localizer.language
        self.tag = localizer.tag

    def gettext(self, message: str, **values: object) -> str:
        return _fill(self._overlay.get(message) or self._localizer.gettext(message), values)

    def pgettext(self, context: str, message: str, **values: object) -> str:
        return _fill(self._overlay.get(message) or self._localizer.pgettext(context, message), values)

    def ngettext(self, singular: str, plural: str, number: int, **values: object) -> str:
        return _fill(self._localizer.ngettext(singular, plural, number), {"n": self.number(number)} | values)

    def npgettext(self, context: str, singular: str, plural: str, number: int, **values: object) -> str:
        return _fill(self._localizer.npgettext(context, singular, plural, number), {"n": self.number(number)} | values)

    def plural(self, singular: str, plural: str, number: int) -> str:
        """`ngettext` for templates, which fill in the number themselves."""
        return self._localizer.ngettext(singular, plural, number)

    def plural_in_context(self, context: str, singular: str, plural: str, number: int) -> str:
        return self._localizer.npgettext(context, singular, plural, number)

    def relabels(self, word: str) -> bool:
        """Whether the audience has a label of its own for a word."""
        return word in self._overlay

    def term(self, vocabulary: str, word: str) -> str:
        """A word of one of the brief's closed lists."""
        return self._overlay.get(word) or self._localizer.term(vocabulary, word)

    def date(self, edtf: str | None, *, year: str | None = None) -> str:
        return self._localizer.date(edtf, year=year) if edtf else ""

    def between(self, edtf: str | None, *, year: str | None = None) -> str:
        """A day that is known to lie between two: `between January 11 and 17, 2026`."""
        return self._localizer.between_dates(edtf, year=year) if edtf else ""

    def count(self, number: int) -> str:
        return self._localizer.count(number)

    def number(self, value: Number) -> str:
        """A number as the reader writes it; the small ones of a memo come again and again."""
        if value not in self._numbers:
            self._numbers[value] = self._localizer.number(value)
        return self._numbers[value]

    def amount(self, amount: Amount) -> str:
        return self._localizer.amount(amount)

    def lasting(self, value: Number, unit: str) -> str:
        return self._localizer.lasting(value, unit)

    def list(self, items: Iterable[str], joined: Literal["and", "or"] = "and") -> str:
        return self._localizer.list([item for item in items if item], joined)

    def text(self, text: Text) -> str:
        """The text in the memo's language, or nothing."""
        return text.get(self.language, "")

    def label(self, key: str) -> str:
        """The knowledge's word for an id; nothing where it has none, for ids are never printed."""
        return self._localizer.labels.get(key, {}).get(self.language, "")

    def labels_of(self, key: str) -> Mapping[Language, str]:
        """The knowledge's words for an id, by language."""
        return self._localizer.labels.get(key, {})

    def country_called(self, name: str) -> str:
        """The code of a country by its name in any language; nothing where the name is none's."""
        named = ((code, text) for code, text in self._localizer.labels.items() if len(code) == COUNTRY_CODE and code.isupper())
        return next((code for code, text in named if name in text.values()), "")

    def government(self, code: str) -> str:
        """A government's or organization's name.  A bare code is printed only where it is a public abbreviation (UN, OAS)."""
        name = self._localizer.country(code)
        if name != code:
            return name
        return code if code.isalpha() and code.isupper() and len(code) <= 6 else self.gettext("another government")

    def government_head(self, code: str) -> str:
        """The same alone, as a column is headed: `United States`."""
        return self._localizer.country_alone(code) or self.government(code)

    def government_before_noun(self, code: str) -> str:
        """The same before a noun: `U.S.–Mexico talks`."""
        return self._localizer.country_before_noun(code) or self.government(code)

    @property
    def home(self) -> str:
        """The country of the reader's locale; nothing where it has none."""
        return self._localizer.home

    @property
    def naming(self) -> NamingForms:
        return self._localizer.forms.naming

    def joined_up(self, words: str) -> str:
        """Words of our own joined as the language wants: `de el` -> `del`."""
        return self._localizer.normalize(words)

    def punctuate(self, sentence: str) -> str:
        return self._localizer.punctuate(sentence)

    def closed(self, words: str) -> tuple[str, str]:
        """Exact words in quotation marks at the end of a sentence, and the stop behind them."""
        bare, stop = self._localizer.closed(self._paired(words))
        return self._localizer.quote(bare), stop

    def title(self, words: str, *, follows: bool) -> tuple[str, str]:
        """A title in quotation marks and the comma to what `follows` it, which stands inside them in the United States."""
        inside = follows and self._localizer.forms.stops == "inside"
        bare = words if words.endswith(("?", "!", "…")) or not inside else f"{words},"
        return self.quoted(bare), " " if inside else ", " if follows else ""

    def language_name(self, code: Language) -> str:
        return _language_name(self.language, code)

    def quoted(self, words: str) -> str:
        """Words between the reader's quotation marks; marks inside them, straight ones too, become the inner ones."""
        return self._localizer.quote(self._paired(words))

    def _paired(self, words: str) -> str:
        """The words with curly marks, each with its partner."""
        left, right = self._localizer.forms.quotes.outer
        repaired = _LEFT_OUT.sub("[…]", repair_letters(clean(words), self._localizer.forms))
        marked = _STRAIGHT_CLOSING.sub(right, _STRAIGHT_OPENING.sub(left, repaired))
        return balanced(curl_apostrophes(marked, self._localizer.forms))


@functools.lru_cache(maxsize=256)
def _language_name(reader: Language, code: Language) -> str:
    from babel import Locale

    known = Locale.parse(reader)
    script = next((key for key, name in Locale("en").scripts.items() if name == code), "")  # `Cyrillic`: all that is known
    return str(known.languages.get(code.partition("-")[0].partition("_")[0]) or known.scripts.get(script) or code)


def _fill(message: str, values: Mapping[str, object]) -> str:
    return message % values if values else message

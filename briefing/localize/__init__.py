"""Everything that a reader's language and region decide, apart from the sentences themselves.

`Localizer("es_MX")` says dates, numbers, money and lists, translates fixed words through gettext, and sets quotation marks.
Method: Babel for names, symbols and plural rules; one data file for each locale (`knowledge/languages/localize`) for what CLDR
lacks or does badly (`y` before `i`, ranges of days, approximate dates, "1.5 millones de dólares").  Locales are given, never
read from the environment, and an unknown one is refused, never silently replaced.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, get_args

from briefing import model
from briefing.localize.catalogs import catalog_of
from briefing.localize.dates import Said, say_date
from briefing.localize.forms import LOCALES, Forms, forms_of, locale_of
from briefing.localize.numbers import MEASURES, say_lasting, say_measure, say_money, say_number, say_percent
from briefing.localize.punctuation import drop_own_year, is_abbreviated, punctuate
from briefing.model import Amount, Language, Number, Text
from briefing.model.skipping import REASONS

VOCABULARIES: Mapping[str, tuple[str, ...]] = {
    "stance": get_args(model.Stance),
    "status": get_args(model.MeetingStatus),
    "meeting": get_args(model.MeetingKind),
    "certainty": get_args(model.Certainty),
    "conflict": get_args(model.ConflictField),
    "account": get_args(model.AccountValue),
    "rung": get_args(model.Rung),
    "modifier": get_args(model.Modifier),
    "fact": get_args(model.FactKind),
    "published": get_args(model.PublishedBasis),
    "date basis": get_args(model.DateBasis),
    "skipped": tuple(REASONS.values()),
}
"""The closed lists of the brief, by the gettext context under which the catalogs translate their words."""


ENDS = (".", "!", "?", "…", "…]", ".’", "!’", "?’", ".”", "!”", "?”", ".'", "!'", "?'", '."', '!"', '?"')
"""How a sentence in quotation marks may end."""


@dataclass(frozen=True, slots=True)
class Localizer:
    """A reader's language and region: one of `LOCALES`, also as BCP 47 writes it (`es-MX`); ValueError for any other.

    `labels` are the names of actors and concepts by id, for `name` and `country`.

    >>> es = Localizer("es_MX")
    >>> es.on_date("2026-02-03/2026-02-05"), es.money(1_500_000, "USD"), es.list(["México", "Israel"], "and")
    ('del 3 al 5 de febrero de 2026', '1.5 millones de dólares', 'México e Israel')
    """

    locale: str
    labels: Mapping[str, Text] = dataclasses.field(default_factory=dict)

    def __post_init__(self) -> None:
        name = self.locale.replace("-", "_")
        if name not in LOCALES:
            raise ValueError(f"unknown locale {self.locale!r}: choose one of {', '.join(LOCALES)}")
        object.__setattr__(self, "locale", name)

    @property
    def language(self) -> Language:
        return self.locale.partition("_")[0]

    @property
    def tag(self) -> str:
        """The locale as BCP 47 writes it: `es-MX`."""
        return self.locale.replace("_", "-")

    @property
    def home(self) -> str:
        """The country of the locale; nothing where it has none."""
        return self.tag.partition("-")[2]

    @property
    def forms(self) -> Forms:
        return forms_of(self.locale)

    # -- dates

    def date(self, value: str, *, year: str | None = None, weekday: bool = False) -> str:
        """An EDTF value alone: "16 de enero de 2026".  A year that equals `year` is not said."""
        return self._said(value, year, weekday).text

    def on_date(self, value: str, *, year: str | None = None, weekday: bool = False) -> str:
        """An EDTF value as it stands in a sentence: "el 16 de enero de 2026", "in February 2026"."""
        return self._said(value, year, weekday).on

    def due_date(self, value: str, *, year: str | None = None) -> str:
        """An EDTF value behind what is planned: "para el 16 de enero de 2026", "for February 2026"."""
        return self._said(value, year, weekday=False).due

    def between_dates(self, value: str, *, year: str | None = None) -> str:
        """An EDTF interval as the bounds of one day: "between January 11 and 17, 2026"; any other value as `date` says it."""
        said = self._said(value, year, weekday=False)
        return said.between or said.text

    def _said(self, value: str, year: str | None, weekday: bool) -> Said:
        return _date_in(self.locale, value, year, weekday)

    # -- numbers

    def number(self, value: Number) -> str:
        return say_number(value, self.locale, self.forms)

    def count(self, number: int) -> str:
        """A number of things in prose: in letters below ten.

        >>> Localizer("es_MX").count(4), Localizer("en_US").count(12)
        ('cuatro', '12')
        """
        small = self.forms.small_numbers
        return small[number] if 0 <= number < len(small) else self.number(number)

    def percent(self, value: Number) -> str:
        """`value` counts hundredths: `percent(40)` is "40%"."""
        return say_percent(value, self.locale)

    def money(self, value: Number, code: str) -> str:
        return say_money(value, code, self.locale, self.forms)

    def lasting(self, value: Number, unit: str) -> str:
        """How long something is: `72 horas`."""
        return say_lasting(value, unit, self.locale)

    def amount(self, amount: Amount, unit: str | None = None) -> str:
        """A quantity of the brief with its modifier, range or change.  `unit` is what it counts, in this language."""
        said = self._quantity(amount.value, amount.unit, unit)
        if amount.high is not None:
            template = self.pgettext("quantity", "{low} to {high}")
            said = template.format(low=self.number(amount.value), high=self._quantity(amount.high, amount.unit, unit))
        elif amount.from_value is not None:
            template = self.pgettext("quantity", "from {old} to {new}")
            said = template.format(old=self.number(amount.from_value), new=said)
        return self.term("modifier", amount.modifier).format(number=said) if amount.modifier else said

    def _quantity(self, value: Number, code: str | None, unit: str | None) -> str:
        if code == "percent":
            return self.percent(value)
        if code and re.fullmatch("[A-Z]{3}", code):
            return self.money(value, code)
        if code in MEASURES and not unit:
            return say_measure(value, code, self.locale, self.forms)
        return f"{self.number(value)} {unit}" if unit else self.number(value)

    # -- words

    def list(self, items: Sequence[str], joined: Literal["and", "or"] = "and") -> str:
        """Items as one phrase, with the Oxford comma or without, `y` or `e`, `o` or `u` as the language has it."""
        if len(items) < 2:
            return "".join(items)
        patterns = locale_of(self.locale).list_patterns["or" if joined == "or" else "standard"]
        pattern = self._conjoined(str(patterns["2" if len(items) == 2 else "end"]), items[-1])
        head = items[0]
        for item in items[1:-1]:
            head = str(patterns["middle"]).format(head, item)
        return pattern.format(head, items[-1])

    def _conjoined(self, pattern: str, following: str) -> str:
        words = following.lstrip("«“‘\"'([¿¡ ")
        for conjunction, row in self.forms.conjunctions.items():
            if re.match(row.before, words):
                pattern = pattern.replace(f" {conjunction} ", f" {row.form} ")
        return pattern

    def quote(self, text: str) -> str:
        """Words between this locale's quotation marks; marks of the same kind inside them become the inner ones."""
        (left, right), (inner_left, inner_right) = self.forms.quotes.outer, self.forms.quotes.inner
        return left + text.replace(left, inner_left).replace(right, inner_right) + right

    def normalize(self, sentence: str) -> str:
        """A sentence of our own with its words joined as the language wants: `de el` -> `del`, `a hour` -> `an hour`."""
        for junction in self.forms.junctions:
            sentence = junction.changed(sentence)
        return sentence

    def punctuate(self, sentence: str) -> str:
        """A finished sentence with its apostrophes, stops and spellings as the locale has them (`punctuation`)."""
        return punctuate(sentence, self.forms)

    def without_year(self, sentence: str, year: str) -> str:
        """A finished sentence of ours whose days do not say the memo's own year."""
        return drop_own_year(sentence, year, self.forms)

    def closed(self, words: str) -> tuple[str, str]:
        """Exact words that end a sentence, and the stop that stands behind their closing mark: inside in the United States."""
        words = words.strip()
        if self.forms.stops != "outside":
            inner = re.fullmatch(r"(.*\w)([’”])[.]", words, re.DOTALL)
            words = f"{inner[1]}.{inner[2]}" if inner else words
            return (words if words.endswith(ENDS) else f"{words}."), ""
        bare = words[:-1] if words.endswith(".") and not words.endswith("...") and not is_abbreviated(words[:-1]) else words
        return bare, "" if bare.endswith(("!", "?", "…")) else "."

    def country(self, code: str) -> str:
        """A country's name: from the labels, else from CLDR, else the code itself."""
        given = self.labels.get(code, {}).get(self.language)
        return given or self.forms.countries.get(code) or str(locale_of(self.locale).territories.get(code, code))

    def country_alone(self, code: str) -> str:
        """A country's name without an article, for headings; nothing where the code is no country's."""
        return self.forms.countries.get(code) or str(locale_of(self.locale).territories.get(code, ""))

    def country_before_noun(self, code: str) -> str:
        """A country's name as it stands before a noun: `U.S.–Mexico talks`; nothing where the code is no country's."""
        return self.forms.short_countries.get(code) or self.country_alone(code)

    def name(self, id: str) -> str:
        """The label of an actor or concept.  KeyError where none was given: an id is never printed."""
        return self.labels[id][self.language]

    def term(self, vocabulary: str, word: str) -> str:
        """A word of one of the brief's closed lists: `term("stance", "rejects")`."""
        return self.pgettext(vocabulary, word)

    def gettext(self, message: str) -> str:
        return catalog_of(self.language).gettext(message)

    def pgettext(self, context: str, message: str) -> str:
        return catalog_of(self.language).pgettext(context, message)

    def ngettext(self, one: str, many: str, number: int) -> str:
        return catalog_of(self.language).ngettext(one, many, number)

    def npgettext(self, context: str, one: str, many: str, number: int) -> str:
        return catalog_of(self.language).npgettext(context, one, many, number)


@lru_cache(maxsize=1024)
def _date_in(locale: str, value: str, year: str | None, weekday: bool) -> Said:
    """A week has few days, and a brief says each of them many times."""
    own = Localizer(locale)
    return say_date(value, own.locale, own.forms, lambda items: own.list(items, "or"), year=year, weekday=weekday)


__all__ = ["LOCALES", "VOCABULARIES", "Localizer"]

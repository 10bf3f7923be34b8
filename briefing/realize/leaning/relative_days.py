"""Days that are told from where the article stands: `el lunes [12 de enero]`, `this month [January]`."""

from __future__ import annotations

import re
from datetime import date as day_of
from functools import cache

from briefing.edtf import bounds, is_day
from briefing.localize import LOCALES, Localizer
from briefing.model import Date, Item, Span
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.rungs.dated import is_of_another_week, is_on_its_side
from briefing.realize.rungs.passages import Passage

_DIGIT = re.compile(r"\d")
_DAY_MONTH_OR_YEAR = re.compile(r"\d{4}(-\d\d){0,2}")
_OWNING = re.compile(r"['’]s\b")
_NUMBER = re.compile(r"\s+(\d{1,2})(?![\w:.,]*\d|\s*%)")
"""Behind a weekday: `el martes 17`."""
SAID_OF_CALENDAR = frozenset({"deictic", "weekday", "nearest", "verb", "direction"})
"""How a date was found that its words give only from another day."""
FEASTS = frozenset({"holiday", "christmas_eve", "new_years_day", "new_years_eve", "halloween"})
"""Rules of dates whose day everybody knows: `until after Christmas`."""
SEASONS = frozenset({"21", "22", "23", "24"})
"""EDTF's seasons: a winter is of two years, and of which is not said by one."""
COUNTED = frozenset({"unit_after", "day_before", "eve"})
"""Rules of dates that count one day on or back from a day told before."""
NEAR = 250
"""Characters before it in which that day must stand: the sentence before."""


def date_relative_days(passage: Passage, item: Item, edition: Edition) -> Passage:
    """`el lunes` -> `el lunes [12 de enero]`, `this month` -> `this month [January]`: a memo is read on another day."""
    for date in passage.dates:
        said = date.span.of(passage.source) if passage.offset == 0 else ""
        relative = date.basis in SAID_OF_CALENDAR and date.value and not _DIGIT.search(said)
        relative = relative and date.rule not in FEASTS and not is_anaphoric(date, said, passage.language)
        relative = relative or is_counted_from_before(passage, date)
        if not relative or not passage.span.contains(date.span) or passage.is_quoted(date.span):
            continue
        if (
            _is_a_part_ahead(passage, date)
            or is_of_another_week(date, item)
            or (passage.doc and not is_on_its_side(passage.doc, passage.tokens, date))
        ):
            continue
        value = date.value or ""
        if _DAY_MONTH_OR_YEAR.fullmatch(value) and value[5:] not in SEASONS and not _is_month_name(said, value):
            words = edition.localizer.date(_year_alone(said, value), year=edition.year)
            passage = passage if _has_its_number(passage, date.span, value) else _with_date(passage, date.span, words)
    return passage


def _is_a_part_ahead(passage: Passage, date: Date) -> bool:
    """`pidió que no cobren la tasa el primer trimestre`: of the fee or of a year, nobody tells; of what was (`cayeron un 4 % en
    el primer semestre`) it is the year's.
    """
    value, published = date.value or "", passage.doc.article.published if passage.doc else None
    part = len(value) == len("2026-33") and value[5:] > "24"
    first, written = bounds(value)[0] if part else None, bounds(published)[1] if published else None
    return date.basis == "verb" and first is not None and written is not None and first > written


def is_counted_from_before(passage: Passage, date: Date) -> bool:
    """`Al día siguiente firmaron`, `lo había negado la víspera`: counted from a day that the sentences right before tell."""
    if date.rule not in COUNTED or passage.doc is None or passage.offset or not is_day(date.value):
        return False
    near = [d for d in passage.doc.dates if date.span.start - d.span.stop > 0 and date.span.start - d.span.start < NEAR]
    beside = any(passage.span.contains(d.span) and d.value for d in near)
    told = day_of.fromisoformat(date.value or "")
    return not beside and any((told - day_of.fromisoformat(d.value or "")).days in {-1, 1} for d in near if is_day(d.value))


def _with_date(passage: Passage, span: Span, words: str) -> Passage:
    """In brackets behind it: `Monday [March 12]`, `Monday's [March 12] closing`."""
    owning = _OWNING.match(passage.source, span.stop - passage.offset)
    stop = span.stop + (len(owning[0]) if owning else 0)
    return passage.edited(stop, stop, f" [{words}]")


def _has_its_number(passage: Passage, span: Span, value: str) -> bool:
    """`el martes 17`: the day is told."""
    number = _NUMBER.match(passage.source, span.stop - passage.offset)
    return number is not None and value[8:].lstrip("0") == number[1].lstrip("0") != ""


def _year_alone(said: str, value: str) -> str:
    """`the fourth quarter` already says which quarter, in whichever language: only its year is missing."""
    if len(value) != 7:
        return value
    names = (set(re.findall(r"[^\W\d]{4,}", Localizer(locale).date(value, year=value[:4]).casefold())) for locale in LOCALES)
    told = any(name and name <= set(re.findall(r"\w+", said.casefold())) for name in names)
    return value[:4] if told else value


def _is_month_name(said: str, value: str) -> bool:
    """`en febrero` already says its month, in whichever language."""
    names = (Localizer(locale).date(value, year=value[:4]).casefold() for locale in LOCALES)
    return len(value) == 7 and any(name in said.casefold() for name in names)


def is_anaphoric(date: Date, said: str, language: str) -> bool:
    """`al final del día`: of the day that is spoken of, not of that of writing, of which `ayer por la noche` is."""
    return not date.rule.startswith(FROM_HERE) and _anaphoric_times(language).search(said) is not None


FROM_HERE = ("deictic", "weekday")
"""Begin the rules of the annotation on what names its day by that of writing: `ayer por la noche`, `el martes por la noche`."""


@cache
def _anaphoric_times(language: str) -> re.Pattern[str]:
    """Ends of what takes its day from what was told before."""
    return re.compile(rf"(?:^|\b){one_of(grammar_of(language).anaphoric_times)}$", re.IGNORECASE)


__all__ = ["date_relative_days"]

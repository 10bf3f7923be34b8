"""EDTF values in words: "del 3 al 5 de febrero de 2026", "first quarter of 2026", "hacia enero de 2026".

Method: the value is taken apart into what EDTF's grammar distinguishes (interval, set, qualifier, division of a year, plain
date), and each kind has one pattern in the locale's file.  Babel fills in names of months and weekdays, nothing else: its own
intervals (`3–5 de feb de 2026`), short dates (`16/01/26`) and skeletons (`Mar 13, 2026` for `yMMMMd`) are not fit for prose.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta

from babel.dates import format_date, format_time

from briefing import edtf
from briefing.localize.forms import DateForm, Forms, RangeForm, locale_of

_QUALIFIED = re.compile(r"(?P<value>.*?)(?P<mark>[?~%])?", re.DOTALL)
_PLAIN = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>0\d|1[012]|XX)(?:-(?P<day>\d\d|XX)(?:T(?P<clock>[01]\d:\d\d|2[0-3]:\d\d)?(?P<rest>.*))?)?)?"
)
_DIVISION = re.compile(r"(?P<year>\d{4})-(?P<code>[234]\d)")
_DECADE = re.compile(r"(\d{3})X")
_TO_SUNDAY = timedelta(days=6)
"""From the Monday of a week."""
_KINDS = ("year", "month", "day")
# EDTF's codes for seasons of a hemisphere (25-32) name the same seasons as 21-24.
_SEASONS = {str(code): str(21 + (code - 25) % 4) for code in range(25, 33)}


@dataclass(frozen=True, slots=True)
class Said:
    """A date in words: alone (`text`), in a sentence (`on May 3`), and as what is planned is said (`due`: `for May 3`)."""

    text: str
    on: str
    due: str
    between: str = ""
    """Of an interval: that something lies in it."""


Listed = Callable[[Sequence[str]], str]
"""Joins alternatives: "16 o 23"."""


def say_date(value: str, locale: str, forms: Forms, either: Listed, *, year: str | None = None, weekday: bool = False) -> Said:
    """An EDTF value in words.  `year` is the one that need not be said; ValueError for what is no EDTF.

    A day's week day is said where `weekday` asks for it.
    """
    if not edtf.is_edtf(value):
        raise ValueError(f"{value!r} is no EDTF date")
    teller = _Teller(locale=locale, forms=forms, either=either, year=year, weekday=weekday)
    return teller.say(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Teller:
    locale: str
    forms: Forms
    either: Listed
    year: str | None
    weekday: bool

    def say(self, value: str) -> Said:
        if value[:1] in "[{":
            return self._alternatives([part.replace("..", "/") for part in value[1:-1].split(",")])
        if "/" in value:
            return self._interval(*value.split("/"))
        qualified = _QUALIFIED.fullmatch(value)
        assert qualified
        return self._qualified(qualified["value"], qualified["mark"])

    def _qualified(self, value: str, mark: str | None) -> Said:
        said, form = self._point(value)
        if mark in ("~", "%"):
            about = form.about.format(said.text)
            said = Said(text=about, on=about, due=about)
        if mark in ("?", "%"):
            said = self._doubted(said)
        return said

    def _point(self, value: str) -> tuple[Said, DateForm]:
        """A day, month, year, decade or division of a year."""
        if division := _DIVISION.fullmatch(value):
            row = self.forms.divisions[_SEASONS.get(division["code"], division["code"])]
            form = self.forms.dates[row.like]
            return _said(row.words.format(year=division["year"]), form), form
        if decade := _DECADE.fullmatch(value):
            form = self.forms.dates["decade"]
            return _said(self._format(date(int(decade[1] + "0"), 1, 1), form.pattern), form), form
        parsed = _PLAIN.fullmatch(value)
        if not parsed:  # other masked digits, `19XX`: the years that it may mean
            first, last = edtf.bounds(value)
            form = self.forms.dates["year"]
            return (self._interval(f"{first:%Y}", f"{last:%Y}") if first and last else _said(value, form)), form
        return self._calendar(parsed)

    def _calendar(self, parsed: re.Match[str]) -> tuple[Said, DateForm]:
        kind = _kind(parsed)
        form = self.forms.dates[kind]
        month, number = (int(parsed[part]) if parsed[part] not in (None, "XX") else 1 for part in ("month", "day"))
        day = date(int(parsed["year"]), month, number)
        pattern = form.short if form.short and parsed["year"] == self.year else form.pattern
        pattern = self.forms.weekday if self.weekday and kind == "day" else pattern
        said = _said(self._format(day, pattern), form)
        if not parsed["clock"] or parsed["rest"]:  # seconds and zones come from machines: nobody says them
            return said, form
        at = time.fromisoformat(parsed["clock"])
        clock = format_time(at, self.forms.clock.pattern, locale=locale_of(self.locale)).replace("\u202f", "\u00a0")
        with_clock = self.forms.clock.with_date.format
        return Said(*(with_clock(date=words, clock=clock) for words in (said.text, said.on, said.due))), form

    def _interval(self, first: str, last: str) -> Said:
        plain = [end.rstrip("?~%") for end in (first, last)]
        said = self._plain_interval(*plain)
        if plain == [first, last]:
            return said
        return self._doubted(said)

    def _plain_interval(self, first: str, last: str) -> Said:
        if first in ("", "..") or last in ("", ".."):
            return self._open(first, last)
        if first == last:
            return self._qualified(first, None)
        start, stop = _PLAIN.fullmatch(first), _PLAIN.fullmatch(last)
        if not (start and stop and _kind(start) == _kind(stop)) or start["clock"] or stop["clock"]:
            return self._mixed(first, last)
        row = self.forms.ranges[_shared(_kind(start), start, stop)]
        days = [edtf.bounds(value)[0] or date.min for value in (first, last)]
        last_pattern = row.short if row.short and stop["year"] == self.year else row.last
        ends = self._format(days[0], row.first), self._format(days[1], last_pattern)
        said = self._joined(row, *ends)
        length = days[1] - days[0] if _kind(start) == "day" else None
        if length == _TO_SUNDAY and days[0].isoweekday() == 1:
            return self._week(said)
        return dataclasses.replace(said, between=self.either(ends)) if length == timedelta(days=1) else said

    def _week(self, days: Said) -> Said:
        """Monday to Sunday: `next week` is said as one, and does not look like the days of a visit."""
        row = self.forms.divisions["week"]
        said = _said(row.words.format(days=days.text), self.forms.dates[row.like])
        return dataclasses.replace(said, between=days.between)

    def _mixed(self, first: str, last: str) -> Said:
        """Ends of different kinds: a day and a month, a quarter and a year."""
        (start, start_form), (stop, stop_form) = self._point(first), self._point(last)
        text = self.forms.mixed_range.format(
            first=start.text, last=stop.text, since=start_form.since.format(start.text), until=stop_form.until.format(stop.text)
        )
        return Said(text=text, on=text, due=text)

    def _doubted(self, said: Said) -> Said:
        return Said(*(self.forms.uncertain.format(words) for words in (said.text, said.on, said.due)))

    def _joined(self, row: RangeForm, first: str, last: str) -> Said:
        return Said(*(pattern.format(first=first, last=last) for pattern in (row.join, row.on, row.due, row.between)))

    def _open(self, first: str, last: str) -> Said:
        value, which = (last, "until") if first in ("", "..") else (first, "since")
        if value in ("", ".."):
            return Said(text="…", on="…", due="…")
        said, form = self._point(value)
        text = (form.until if which == "until" else form.since).format(said.text)
        return Said(text=text, on=text, due=text)

    def _alternatives(self, values: Sequence[str]) -> Said:
        matches = [_PLAIN.fullmatch(value) for value in values]
        days = [match for match in matches if match and match["day"] not in (None, "XX") and not match["clock"]]
        if len(days) == len(values) and len({(day["year"], day["month"]) for day in days}) == 1:
            row, dates = self.forms.ranges["day_month"], [date.fromisoformat(value) for value in values]
            return _said(self._days_of_a_month(row, dates), self.forms.dates["day"])
        said = [self.say(value) for value in values]
        return Said(*(self.either(words) for words in ([s.text for s in said], [s.on for s in said], [s.due for s in said])))

    def _days_of_a_month(self, row: RangeForm, days: Sequence[date]) -> str:
        """ "16 o 23 de enero de 2026", "January 16 or 23, 2026": what a range of days writes once, alternatives write once."""
        bare = [self._format(day, "d") for day in days]
        last = row.short if row.short and f"{days[-1]:%Y}" == self.year else row.last
        bare[0], bare[-1] = self._format(days[0], row.first), self._format(days[-1], last)
        return self.either(bare)

    def _format(self, day: date, pattern: str) -> str:
        return format_date(day, pattern, locale=locale_of(self.locale))


def _said(text: str, form: DateForm) -> Said:
    return Said(text=text, on=form.on.format(text), due=form.due.format(text))


def _kind(parsed: re.Match[str]) -> str:
    return _KINDS[sum(parsed[part] not in (None, "XX") for part in ("month", "day"))]


def _shared(kind: str, first: re.Match[str], last: re.Match[str]) -> str:
    """The row of the ranges' table: which parts both ends have in common."""
    if kind == "year" or first["year"] != last["year"]:
        return kind
    return "day_month" if kind == "day" and first["month"] == last["month"] else f"{kind}_year"

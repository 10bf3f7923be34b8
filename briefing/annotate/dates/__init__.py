"""Temporal expressions (TIMEX3) of an article, recognized and resolved to days: one engine, one data file for each language.

Method: the lexer writes the text as a string of codes, the rules of `knowledge/languages/dates/<language>.yaml` are matched
against it (the longest match wins, then the order of the file), a match becomes a `Reading` of typed fields, and a resolver
puts that on the calendar.  TimeML 1.2.1 says what is an expression and gives its value (`timex`); EDTF is what the brief
writes (`value`).

The two ends of a range ("del 3 al 5 de febrero", "between 2009 and 2011") are two dates, as TimeML has them, each whole by
itself; both carry the range as `interval`, which is what a figure's period or a meeting of several days needs.
"""

from __future__ import annotations

from briefing.annotate.dates.finder import find_dates

__all__ = ["find_dates"]

"""When an article was published, and how that is known.

Order of trust: stated (a date line), metadata, file name, dateline, "today, Friday 16 January", and last an inference.  A
date later than the brief's own is not trusted.  The inference follows what was measured on dated corpora: body text alone
does not date an article (the latest year named is the year of publication in 0 to 15 % of them), but a week's articles
belong together.  So an undated article gets the interval of the dated ones, narrowed by the latest past day that its own
text names in full; only where no article at all is dated does that day alone decide.
"""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from briefing.ingest.cues import Cues
from briefing.ingest.dates import WrittenDate, days_of, find_dates, find_full_dates, read_date
from briefing.ingest.head_days import only_such_day
from briefing.knowledge import LANGUAGES, load_language
from briefing.model import Language, PublishedBasis

Window = tuple[dt.date, dt.date]

NEWS_DAYS = 7
"""News tells of the days before it: an event of the text dates it from below if it lies at most so long before the others."""
WINDOW_DAYS = 14
"""Dated articles farther than this from the middle one are background and say nothing of the others."""
OUTLIER_DAYS = 31
"""Without a date of the brief's own, a date so much later than all others is not trusted."""
NEAR_DAYS = 9
"""A week and a weekend: so long before the brief what says its day weakly is believed."""
AHEAD_CHARS = 120
REPRINT_DAYS = 3
"""A page carries a wire's text so long after the wire's own dateline, whose "today" and "Monday" it keeps."""

_BRACKET_AT_END = re.compile(r"[(\[]([^()\[\]\n]{6,40})[)\]]\W*$")
_SENTENCE_BREAK = re.compile(r"[.!?…;]\s|\n")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A date that something about an article says, with the name of what says it."""

    date: WrittenDate | str
    basis: PublishedBasis
    where: str
    zoned: bool = False  # a time stamp of another zone may be of the next day
    other: str | None = None  # the other reading of 3/5/2026, which only what is near decides
    only_near: bool = False  # so weak a sign that only a day right before the brief is believed

    def value(self, near: dt.date | None) -> str | None:
        """EDTF; a date without a year takes the nearest year, if anything is known to be near."""
        if isinstance(self.date, str):
            return _the_near_one(self.date, self.other, near) if self.other else self.date
        value = self.date.edtf or (self.date.with_year(near) if near else None)
        return value if not self.only_near or _is_right_before(value, near) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """The result: EDTF or None, its basis, and what the reader should know about it."""

    value: str | None
    basis: PublishedBasis
    notes: tuple[str, ...] = ()


def today_in_text(text: str, cues: Cues) -> WrittenDate | None:
    """The day that the text itself calls today: "hoy, viernes 16 de enero"."""
    for match in cues.today.finditer(text):
        dates = find_dates(text[match.end() : match.end() + 60], cues)
        if dates and dates[0].span.start == 0:
            return dates[0]
    return None


def date_of_title(title: str, cues: Cues, language: Language) -> WrittenDate | None:
    """The whole day with which a title ends, in brackets; of what was said, behind a comma, too.

    `Weekly Press Briefing (May 3, 2025)`; not `Water Forum, Lima, 3 May 2025`, which may be still to come.
    """
    match = _BRACKET_AT_END.search(title) or (cues.day_at_end.search(title) if _is_of_words(title, language) else None)
    date = read_date(match[1], cues, language) if match else None
    return date if date and date.day and match and not re.search(r"\w", match[1].replace(date.span.of(match[1]), "")) else None


def _is_of_words(title: str, language: Language) -> bool:
    """`Transcript: …`, `Conferencia de prensa de …`: a title of what somebody has said."""
    said = title.casefold()
    return language in LANGUAGES and any(words in said for words in load_language("issuers", language)["spoken"])


def choose(candidates: Sequence[Candidate], as_of: str | None, near: dt.date | None, latest: str | None) -> Published:
    """The first candidate that can be trusted.  `latest`: the day after which a date is no longer believed."""
    values = [(c, value) for c in candidates if (value := c.value(near))]
    limit = as_of or latest
    trusted = [(c, value) for c, value in values if not limit or not _is_future(c, value, limit)]
    notes = tuple(
        f"future date: {c.where} says {value}, which is after {limit}; not used"
        for c, value in values
        if (c, value) not in trusted
    )
    if not trusted:
        return Published(value=None, basis="unknown", notes=notes)
    chosen, value = next((entry for entry in trusted if _is_told_before(entry, trusted[0])), trusted[0])
    finer = next(((c, v) for c, v in trusted if len(v) > len(value) and v.startswith(value)), None)
    chosen, value = finer or (chosen, value)
    clash = next((f"{c.where} says {v}" for c, v in trusted if len(v) == len(value) == 10 and _apart(v, value) > 1), None)
    if clash:
        notes += (f"date: {chosen.where} says {value}, {clash}",)
    return Published(value=value, basis=chosen.basis, notes=notes)


def _is_told_before(entry: tuple[Candidate, str], first: tuple[Candidate, str]) -> bool:
    """A dateline of a day or two before the page: "today" is the dateline's."""
    (candidate, value), (_, page) = entry, first
    whole = candidate.basis == "dateline" and len(value) == len(page) == len("2026-01-16") and value < page
    return whole and _apart(value, page) <= REPRINT_DAYS


def _the_near_one(one: str, other: str, near: dt.date | None) -> str | None:
    """Of two readings the only one that lies near the other articles."""
    close = [day for day in (one, other) if near and abs((dt.date.fromisoformat(day) - near).days) <= WINDOW_DAYS]
    return close[0] if len(close) == 1 else None


def _is_right_before(value: str | None, near: dt.date | None) -> bool:
    days = days_of([value]) if value else []
    return bool(days) and near is not None and 0 <= (near - days[0]).days <= NEAR_DAYS


def _is_future(candidate: Candidate, value: str, limit: str) -> bool:
    last = dt.date.fromisoformat(limit) + dt.timedelta(candidate.zoned)
    return value > last.isoformat()[: len(value)]


def window_of(values: Iterable[str]) -> Window | None:
    """The first and last day of the dated articles that lie around their median; of one article the week up to it."""
    days = days_of(values)
    if not days:
        return None
    middle = days[len(days) // 2]
    near = [day for day in days if abs((day - middle).days) <= WINDOW_DAYS]
    return (near[0] - dt.timedelta(NEWS_DAYS - 1), near[0]) if len(near) == 1 else (near[0], near[-1])


def latest_trusted(values: Iterable[str]) -> str | None:
    """Without a date of the brief's own: the last day before a gap that sets a date far after all others apart."""
    days = days_of(values)
    if len(days) < 3:
        return None
    later = [(after - before).days > OUTLIER_DAYS for before, after in itertools.pairwise(days)]
    return days[-2].isoformat() if later[-1] and not any(later[len(later) // 2 : -1]) else None


def infer(text: str, cues: Cues, window: Window | None, as_of: str | None) -> Published:
    """The interval in which an undated article must have been published."""
    limit = dt.date.fromisoformat(as_of) if as_of else None
    past = latest_past_day(text, cues, limit)
    if window:
        return _within(window, past, limit)
    if not past or (limit and (limit - past).days > OUTLIER_DAYS):  # `signed a memorandum on Jan 27, 2012` is history
        return Published(value=None, basis="unknown", notes=("no date: nothing says when it was published",))
    last = min(past + dt.timedelta(NEWS_DAYS), limit) if limit else past
    words = f"date inferred: the latest past day that the text names is {past}"
    return Published(value=_interval(past, last), basis="inferred", notes=(words,))


def latest_past_day(text: str, cues: Cues, limit: dt.date | None) -> dt.date | None:
    """The latest day named in full that the text does not tell as still to come."""
    days = [
        dt.date.fromisoformat(date.edtf)
        for date in find_full_dates(text, cues)
        if date.edtf and _is_day(date.edtf) and not _told_ahead(text, date.span.start, cues)
    ]
    return max((day for day in days if not limit or day <= limit), default=None)


def on_its_weekday(found: Published, weekday: int | None) -> Published:
    """An inferred interval, down to the one day in it that the head calls `Thursday`."""
    day = only_such_day(weekday, found.value) if weekday and found.value else None
    if day is None:
        return found
    return Published(value=day, basis="dateline")


def _within(window: Window, past: dt.date | None, limit: dt.date | None) -> Published:
    first, last = window
    # The week goes on to the brief's own day: an undated article may be younger than every dated one.
    last = limit if limit and last < limit <= last + dt.timedelta(NEWS_DAYS) else last
    words = f"date inferred: the dated articles are of {_interval(first, last)}"
    if past and first - dt.timedelta(NEWS_DAYS) <= past <= (limit or last + dt.timedelta(NEWS_DAYS)):
        words += f", the latest past day that the text names is {past}"
        first, last = past, max(past, last)
    if limit and limit - last <= dt.timedelta(NEWS_DAYS):  # it may be later than all that say their day
        last = max(last, limit)
    first = min(first, last - dt.timedelta(1))  # one day alone would be read as known
    return Published(value=_interval(first, last), basis="inferred", notes=(words,))


def _told_ahead(text: str, start: int, cues: Cues) -> bool:
    before = text[max(0, start - AHEAD_CHARS) : start]
    breaks = list(_SENTENCE_BREAK.finditer(before))
    return bool(cues.ahead.search(before[breaks[-1].end() :] if breaks else before))


def _interval(first: dt.date, last: dt.date) -> str:
    return first.isoformat() if first == last else f"{first}/{last}"


def _is_day(value: str) -> bool:
    try:
        dt.date.fromisoformat(value)
    except ValueError:
        return False
    return True


def _apart(one: str, other: str) -> int:
    return abs((dt.date.fromisoformat(one) - dt.date.fromisoformat(other)).days)


__all__ = [
    "Candidate",
    "Published",
    "Window",
    "choose",
    "date_of_title",
    "infer",
    "latest_trusted",
    "on_its_weekday",
    "today_in_text",
    "window_of",
]

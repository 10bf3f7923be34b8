"""The day of a line that gives none itself: that of the article which tells it, and printed as no more than that.

A week's stances change: `We will not pay twice` reads otherwise two days before an agreement than behind it.
"""

from __future__ import annotations

import functools
import re
from datetime import date, timedelta

from briefing.edtf import bounds, is_day
from briefing.knowledge import LANGUAGES
from briefing.model import BriefArticle, Item
from briefing.render.desk import Desk, told_from
from briefing.render.pieces import clean

WEEK = 7
NEAR = 3
"""Days before its article of which a line that names one needs no other."""
EITHER = 1
"""Days by which the first and last day on which an undated article may have appeared differ, to be told as its day."""


def reported_on(item: Item, text: str, desk: Desk) -> str:
    """`reported October 13`, `reported October 13 or 14`, behind a text that names neither that day nor one just before it."""
    article = article_of(item, desk)
    first, last = bounds(article.published) if article and article.published else (None, None)
    if article is None or not article.published or first is None or last is None or (last - first).days > EITHER:
        return ""
    days = [(last - timedelta(days=back)).isoformat() for back in range((last - first).days + NEAR + 1)]
    if any(names_day(text, day) for day in days):
        return ""
    date_words = desk.words.between(article.published, year=desk.brief.as_of[:4])
    told = desk.words.pgettext("a line", "reported %(date)s", date=date_words)
    guessed = article.published_basis == "inferred"
    return f"{told}, {desk.words.gettext('date inferred')}" if guessed else told


def article_of(item: Item, desk: Desk) -> BriefArticle | None:
    """The article whose words the line retells."""
    piece = told_from(item, desk) or item.evidence[0]
    return next((article for article in desk.brief.articles if article.id == piece.article), None)


def is_given(item: Item, date: str, text: str, desk: Desk) -> bool:
    """Whether a text has the item's day, in words of ours or of its own."""
    return date in text or desk.words.between(item.date) in text or any(names_day(text, day) for day in days_of(item.date))


def days_of(value: str | None) -> list[str]:
    """The day, or those of a stretch of at most a week: `are to meet on May 15` has the day of `next week`."""
    first, last = bounds(value) if value else (None, None)
    if first is None or last is None or (last - first).days >= WEEK:
        return []
    return [(first + timedelta(days)).isoformat() for days in range((last - first).days + 1)]


def is_still_to_come(item: Item, desk: Desk) -> bool:
    """Whether the day of an item lies behind that of its article: no day on which anybody said so."""
    article = article_of(item, desk)
    start, told = (
        bounds(item.date)[0] if item.date else None,
        bounds(article.published)[1] if article and article.published else None,
    )
    return bool(start and told and start > told)


def names_day(text: str, day: str) -> bool:
    """Whether words name a day, in whichever language: `13 April`, `Oct. 13`, `13 de octubre`."""
    return is_day(day) and day_pattern(day).search(clean(text)) is not None


@functools.lru_cache(maxsize=64)
def day_pattern(day: str) -> re.Pattern[str]:
    from babel.dates import get_month_names

    when = date.fromisoformat(day)
    stems = {get_month_names("wide", locale=language)[when.month][:STEM] for language in LANGUAGES}
    month, number = rf"(?:{'|'.join(sorted(stems))})\w*\.?", rf"{when.day}(?!\d)"
    return re.compile(rf"\b{number}\w*(?:\s\w{{2}})?\s{month}|\b{month}\s{number}", re.IGNORECASE)


STEM = 3
"""Letters by which the months differ."""

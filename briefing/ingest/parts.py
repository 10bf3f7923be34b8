"""The parts of a line of a head: names, a date, who wrote and who published it, set apart by signs.

`Ana Rey | Corresponsal en Quito | 03/05/2025`, `5 May 2025 — Media release, example.org`: a line is of this kind only if
every one of its parts is.
"""

from __future__ import annotations

import re

from briefing.ingest.cues import Cues, fold
from briefing.ingest.datelines import is_names
from briefing.ingest.dates import WrittenDate
from briefing.ingest.outlets import is_genre_title, is_site

MOST_WORDS = 6
"""Words of a part that is not all names."""
MOST_GENRE = 4
"""Words of a part that says what kind of text it is, with a word before it."""
_QUOTED = re.compile(r"[\"“«][^\"“”«»]{3,60}[\"”»]")
_NUMBER = re.compile(r"(?:[^\W\d_][\w.º]*:?\s+){0,2}\S*\d\S*")


def without_dates(text: str, dates: list[WrittenDate], cues: Cues) -> str:
    """A line with a sign in place of each date, and without times of day and labels."""
    for date in reversed(dates):
        text = f"{text[: date.span.start]} | {text[date.span.stop :]}"
    return cues.label_words.sub(" ", cues.clock.sub(" ", cues.beside_dates.sub(" | ", text)))


def is_head_part(part: str, cues: Cues) -> bool:
    """Whether a part of a line is such as stands beside the date of an article, and tells nothing."""
    if is_names(part, cues) or is_site(part) or is_genre_title(part, cues) or _NUMBER.fullmatch(part):
        return True
    if any(cue.kind in ("byline", "metadata") and cue.shape != "begins" and cue.regex.match(part) for cue in cues.lines):
        return True
    words = part.split()
    if _QUOTED.fullmatch(part) or (len(words) <= MOST_GENRE and is_genre_title(" ".join(words[1:]), cues)):
        return True  # `"Year of the Lakes"`, `unofficial transcript`
    return len(words) <= MOST_WORDS and any(fold(word) in cues.reporters for word in (words[0], words[-1]))


__all__ = ["is_head_part", "without_dates"]

"""What stands above a transcript or an interview: who is asked, in capitals; who takes part, one line for each."""

from __future__ import annotations

import re

from briefing.knowledge import load_language
from briefing.model import Article, Span
from briefing.model.letters import LOWER

LONGEST_SMALL = 2
"""Letters of a word that is small in any title: `a`, `of`, `y`."""
TALK = frozenset({"speaker", "question"})
_TITLED = re.compile(rf"([^\W\d][^\n:.,;?!]{{2,50}}):( [^\W\d_{LOWER}][\w.'’-]*(?: [\w.'’-]+){{1,4}})")
"""`Spokesperson: Ana Vukic`: a line of who answers, with nothing else in it."""


def talk_begins(article: Article) -> int:
    """Where the first label of a transcript or interview stands; at the text's beginning where there is none."""
    return min((mark.span.start for mark in article.marks if mark.kind in TALK), default=0)


def in_plain_case(article: Article) -> str:
    """The text, with the capitals of lines above a talk as in any sentence: `INTERVIEW WITH ANA VUKIC, MINISTER OF …`.

    Names are known by their capitals, and behind a title by a comma (`Spokesperson: Ana Vukic`); a letter stays at its place.
    """
    above = article.text[: talk_begins(article)]
    small = {*load_language("ingest", article.language)["name_particles"]}

    def plain(match: re.Match[str]) -> str:
        word = match[0].lower()
        return word if word in small or len(word) <= LONGEST_SMALL else word.capitalize()

    lines = (re.sub(r"[^\W\d_]+", plain, line) if line.isupper() else line for line in above.splitlines(keepends=True))
    read = "".join(_with_comma(line) for line in lines)
    return read + article.text[len(above) :] if len(read) == len(above) else article.text


def _with_comma(line: str) -> str:
    titled = _TITLED.fullmatch(line.rstrip())
    return line.replace(":", ",", 1) if titled else line


def lines_above(article: Article) -> list[Span]:
    """The lines above a talk that nothing marks: each names a participant, and none goes on in the next."""
    above = article.text[: talk_begins(article)]
    lines = (Span(*match.span()) for match in re.finditer(r"[^\n]*\S[^\n]*", above))
    return [line for line in lines if not any(mark.span.overlaps(line) for mark in article.marks)]

"""Lines that say who published a text: a paper with the date, an agency alone, the office at the head of an official text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.ingest.cues import Cues, fold
from briefing.ingest.datelines import is_names
from briefing.ingest.dates import find_dates
from briefing.ingest.lines import looks_like_title
from briefing.ingest.source import Line
from briefing.model.letters import LOWER, UPPER

LONGEST = 90
"""Characters of such a line."""
MOST_WORDS = 6
"""Words of an outlet's name."""
MOST_PARTS = 3
"""Parts of such a line, with the name of who wrote and the place."""
BELOW = 5
"""Lines below an office in which the title stands."""
_SIGNED = re.compile(r"[^()]{2,40}\((?P<name>[^()]{3,60})")
_EDGES = " *_|/·•–—-,.()"
_PART_EDGES = " \t*_|/·•–—-,.:;()[]"
_SIGNS = re.compile(r"[|·•–—()\[\]*/,]|\s-\s|\.(?=\s|$)")
_SITE = re.compile(r"(?:[\w-]+\.)+[a-z]{2,6}", re.IGNORECASE)
_GLUED = re.compile(rf"[^\W\d_]{{3}}[{LOWER}](?=[{UPPER}][{LOWER}])")
"""Names that a page's layout alone kept apart: `Ana ReyJorge SolGaceta`."""
_FIRM_SIGNS = re.compile(r"[|·•–—()\[\]*/]|\s-\s|\.(?=\s|$)")


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletLine:
    """The outlet that a line names, and the date that it gives, as it is written."""

    outlet: str
    date: str | None = None


def outlet_line(line: Line, cues: Cues) -> OutletLine | None:
    """`The Lake Courier, 5 October 2026`, `La Gaceta del Norte | 3 de mayo`, `Agencia Altiplano`; nothing else in the line."""
    if len(line.text) > LONGEST or is_genre(line, cues) or fold(line.text.strip(_EDGES)) in cues.agencies:
        return None
    dates = find_dates(line.text, cues)
    if len(dates) > 1:
        return None
    start, stop = (dates[0].span.start, dates[0].span.stop) if dates else (len(line.text), len(line.text))
    before, behind = line.text[:start].strip(_EDGES), cues.clock.sub(" ", line.text[stop:]).strip(_EDGES)
    signed = _SIGNED.fullmatch(before)  # `Montevideo (Agencia Charrúa), 2 feb 2026`
    before = signed["name"] if signed else before
    if bool(before) == bool(behind):
        return None
    name = _paper(before or behind, cues)
    return OutletLine(outlet=name, date=line.text[start:stop] or None) if name else None


def _paper(words: str, cues: Cues) -> str | None:
    """`Athens Maritime Daily`, or that part of `Eleni Markou — Athens Maritime Daily` where all parts are names."""
    if is_outlet(words, cues) and not _FIRM_SIGNS.search(words):
        return words
    parts = parts_of(words, commas=True)
    papers = [part for part in parts if is_outlet(part, cues)]
    named = len(parts) <= MOST_PARTS and all(is_names(part, cues) for part in parts)
    return papers[0] if named and len(papers) == 1 else None


def parts_of(text: str, *, commas: bool) -> list[str]:
    """What stands between the signs of a line.

    >>> parts_of("Ana Rey, Gaceta del Sur | Quito", commas=True)
    ['Ana Rey', 'Gaceta del Sur', 'Quito']
    """
    parts = (part.strip(_PART_EDGES) for part in (_SIGNS if commas else _FIRM_SIGNS).split(text))
    return [part for part in parts if part]


def outlet_of_parts(text: str, cues: Cues) -> str | None:
    """The one part that is a paper, a known agency or an office that issues texts; None where none is, or several are."""
    for commas in (False, True):
        found = {name for part in parts_of(text, commas=commas) if (name := _publisher(part, cues))}
        if found:
            return found.pop() if len(found) == 1 else None
    return None


def outlet_beside_dates(words: str, cues: Cues) -> str | None:
    """The same of a line with a date among its parts."""
    for date in reversed(find_dates(words, cues)):
        words = f"{words[: date.span.start]} | {words[date.span.stop :]}"
    return outlet_of_parts(cues.clock.sub(" | ", words), cues)


def _publisher(part: str, cues: Cues) -> str | None:
    if agency := cues.agencies.get(fold(part)):
        return agency
    byline = any(cue.kind == "byline" and cue.regex.match(part) for cue in cues.lines)
    if byline or cues.sections.fullmatch(part) or is_genre_title(part, cues):
        return None
    office = cues.offices.match(part) and is_names(part, cues)
    return spelled(part, cues) if office else cues.papers.get(fold(part), part) if is_outlet(part, cues) else None


def is_site(words: str) -> bool:
    """`lakenews.co.ke`.

    >>> is_site("lakenews.co.ke"), is_site("Lake News")
    (True, False)
    """
    return _SITE.fullmatch(words) is not None


def is_outlet(name: str, cues: Cues) -> bool:
    """A few capitalized words, one of them such as papers and agencies have in their names; a known paper; a site."""
    if is_site(name) or (fold(name) in cues.papers and name[:1].isupper()):
        return True
    if _GLUED.search(name):
        return False
    words = re.findall(r"[^\W\d_][\w.'’&]*", name)
    plain = [word for word in words if word.casefold() not in cues.particles]
    named = all(word[0].isupper() for word in plain) and not re.search(r"[,:;?!\"“”«»]", name)
    whole = bool(words) and words[-1].casefold() not in cues.particles  # `General News of`, before a day
    return 1 < len(words) <= MOST_WORDS and named and whole and any(fold(word) in cues.outlet_words for word in plain)


def issuer_of_title(title: str, cues: Cues) -> str | None:
    """The office that a title says a text is by: `Statement by the Ministry of Trade of Chad on the closure of the border`."""
    found = cues.issued_by.match(title)
    return spelled(found["office"], cues) if found and len(found["office"].split()) > 1 else None


def names_state(line: Line, cues: Cues) -> bool:
    """`REPUBLIC OF KENYA`: the state, above the office that signs."""
    return cues.states.match(line.text.strip(_EDGES)) is not None


def is_office(line: Line, cues: Cues) -> bool:
    """`MINISTRY OF TRADE`, `Ministerio de Relaciones Exteriores`: who issues a text, and not what it tells."""
    named = len(line.text) <= LONGEST and ": " not in line.text  # `Cancillería: dos países abrirán consulados` tells something
    return named and cues.offices.match(line.text.strip(_EDGES)) is not None and looks_like_title(line)


def spelled(name: str, cues: Cues) -> str:
    """A name in capitals as elsewhere: `MINISTRY OF TRADE` -> `Ministry of Trade`, `… DE EL CAIRO` -> `… de El Cairo`."""
    if not name.isupper() or len(name.split()) == 1 or fold(name) in cues.agencies:
        return name
    words = name.lower().split()
    small = [
        word in cues.particles and " ".join(words[max(0, at - 1) : at + 1]) not in cues.contracting
        for at, word in enumerate(words)
    ]
    written = [word if plain and at else word.capitalize() for at, (word, plain) in enumerate(zip(words, small, strict=True))]
    return " ".join(written)


def is_genre(line: Line, cues: Cues) -> bool:
    """`PRESS STATEMENT`, `Comunicado de prensa N.º 112/26`: what kind of text it is."""
    return is_genre_title(line.text, cues)


def is_genre_title(words: str, cues: Cues) -> bool:
    return cues.genre_lines.fullmatch(words.strip(_EDGES)) is not None


def headed(lines: Sequence[Line], cues: Cues) -> bool:
    """Whether below an office a title stands, or what kind of text it is, or whose briefing."""
    briefed = bool(lines) and cues.briefings.search(lines[0].text) is not None
    return briefed or title_below(lines, cues) or any(opens_with_genre(line, cues) for line in lines[:BELOW])


def opens_with_genre(line: Line, cues: Cues) -> bool:
    """`PRESS STATEMENT — Kisumu, 15 October 2026`, `Press release, 15 October 2026`."""
    return any(is_genre_title(part, cues) for commas in (False, True) for part in parts_of(line.text, commas=commas)[:1])


def title_below(lines: Sequence[Line], cues: Cues) -> bool:
    """Whether a title is the next line that is neither an office nor a genre nor a date."""
    for line in lines[:BELOW]:
        if not (is_office(line, cues) or is_genre(line, cues) or find_dates(line.text, cues)):
            return looks_like_title(line) and not opens_turn(line, cues)
    return False


def opens_turn(line: Line, cues: Cues) -> bool:
    """`Question: Will the ferry stop?` below the head of a talk: short as a title, and none."""
    return cues.questioners.match(line.text) is not None or cues.answers.match(line.text) is not None


__all__ = [
    "OutletLine",
    "headed",
    "is_genre",
    "is_genre_title",
    "is_office",
    "is_outlet",
    "is_site",
    "issuer_of_title",
    "names_state",
    "opens_turn",
    "opens_with_genre",
    "outlet_beside_dates",
    "outlet_line",
    "outlet_of_parts",
    "parts_of",
    "spelled",
    "title_below",
]

"""Whose ministry issues a text that names no country above it: `Ministry of Trade` over `Press release, Wellington, 3 March`.

At home a ministry writes its name alone.  A text is its own where its head says so twice: a line that begins with an office,
and one that calls the text a communiqué, or the capital and the day of a letter under a line that is nothing but the office's
name; the country is the one that the office's line names, else that of the capital there.  Of a transcript the line of the
office itself names it (`Ministry of Trade, Wellington`), or stands beside the capital and the day.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from briefing.annotate.actors.heads import capitals, state_names
from briefing.annotate.actors.lexicon import strip_accents
from briefing.knowledge import Knowledge, load_language
from briefing.model import Article, Language

LONGEST_HEAD = 12
"""Marked lines that may stand above the body."""
TWICE = 2
MOST_PARTS = 3
"""Parts of a line among which its kind of text stands."""
EDGES = " *#_|\t—–-·.:"
"""What a part of a line may begin or end with."""
FUNCTION_WORD = 4
"""The longest letters that a word of an office's name has in lower case: `Ministerio para los Asuntos del Mar`."""
YEAR = re.compile(r"\b[12]\d{3}\b")
PARTS = re.compile(r"\s+[—–-]\s+|\s*[|·]\s*|,\s+|\.\s+|:\s+")
"""What parts a line of a head: `Press release | Prague, 22 January 2026`."""


def letterhead_of(article: Article, body: int, knowledge: Knowledge) -> str | None:
    """The country of the office that issues a text or holds a press briefing, by what is marked above its `body`."""
    words = load_language("issuers", article.language)
    offices, genres = tuple(words["offices"]), tuple(words["mastheads"])
    head = sorted({mark.span for mark in article.marks if mark.span.stop <= body})[:LONGEST_HEAD]
    lines = [line for span in head for line in span.of(article.text).splitlines()]
    if is_transcript(article):
        lines = above_the_talk(article)
    rows = [row for line in lines if (row := tuple(parts_of(line)))]
    # `Ministère de la Mer – Ministerio del Mar de Gabón`: in the country's language and in the text's own
    houses = houses_of(knowledge, article.language)
    own = [row for row in rows if row[0].startswith(offices) or (len(row) == TWICE and row[1].startswith(offices))]
    own += [row for row in rows if row not in own and any(part in houses for part in row)]
    own += [row for row in rows if row not in own and is_briefing_of(row[0], offices, article.language)]
    seats = {strip_accents(name): code for name, code in capitals(knowledge, article.language)}
    called = any(is_called(row, genres) for row in rows)
    if is_transcript(article):  # the remarks that are its title may be a guest's
        dated = any(is_dated(other, seats) for other in rows)
        own = [row for row in own if dated or is_seated(row, seats) or is_briefed(row, article.language, knowledge)] or [
            row
            for row in rows
            if speaks_at_home(row, seats, article.language)
            or is_held_at(row, offices, seats, article.language)
            or (dated and is_regular(row, article.language))
        ]
    elif not called:
        dated = any(is_dated(row, seats) for row in rows)
        seated = [row for row in own if is_seated(row, seats)] if any(YEAR.search(row[-1]) for row in rows) else []
        own = [row for row in (own if dated else seated) if row in named_alone(article)]
    if not own:
        return None
    owners = {
        code for row in own for part in (*row[:MOST_PARTS], row[-1]) for code in states_in(part, article.language, knowledge)
    }
    found = owners or {seats[place] for row in rows for part in row if (place := strip_accents(part)) in seats}
    return next(iter(found)) if len(found) == 1 else None


def is_briefing_of(part: str, offices: Sequence[str], language: Language) -> bool:
    """`Press briefing by the Ministry of Trade`: which holds it every week, and needs no country at home."""
    briefings = tuple(load_language("ingest", language)["house_briefings"])
    held = next((part[len(genre) :] for genre in briefings if part.startswith(genre)), "")
    return any(f" {office}" in held for office in offices)


def speaks_at_home(row: Sequence[str], seats: Mapping[str, str], language: Language) -> bool:
    """`Press conference of the government spokesman, Wellington`: who speaks for a government in its capital, week by week."""
    words = load_language("ingest", language)
    briefings, offices = tuple(words["house_briefings"]), tuple(words["house_speakers"])
    held = any(part.startswith(briefings) and part.endswith(offices) for part in row)
    return held and strip_accents(row[-1]) in seats


def is_briefed(row: Sequence[str], language: Language, knowledge: Knowledge) -> bool:
    """`Government of Chad - press briefing, 3 March`: an office with its country, and the kind of talk that it holds."""
    briefings = tuple(load_language("ingest", language)["house_briefings"])
    return any(True for _ in states_in(row[0], language, knowledge)) and any(part.startswith(briefings) for part in row[1:])


def is_held_at(row: Sequence[str], offices: Sequence[str], seats: Mapping[str, str], language: Language) -> bool:
    """`Press conference - Government Palace, Tirana, 3 March`: in the house of a government, the capital behind it."""
    briefings = tuple(load_language("ingest", language)["house_briefings"])
    housed = any(part.startswith(tuple(offices)) and strip_accents(town) in seats for part, town in pairwise(row))
    return row[0] in briefings and housed


def is_regular(row: Sequence[str], language: Language) -> bool:
    """`Prime Minister's weekly press briefing`: who meets the press every week does so at home; a guest does it once."""
    words = load_language("ingest", language)
    every = re.compile(rf"\b(?:{'|'.join(words['regular_briefings'])})\b")
    return any(every.search(part) and any(genre in part for genre in words["house_briefings"]) for part in row)


def is_transcript(article: Article) -> bool:
    return any(mark.kind == "speaker" for mark in article.marks)


def above_the_talk(article: Article) -> list[str]:
    """The lines before anybody speaks."""
    talk = min(mark.span.start for mark in article.marks if mark.kind in {"speaker", "question"})
    return [line for line in article.text[:talk].splitlines() if line.strip()][:LONGEST_HEAD]


def is_seated(row: Sequence[str], seats: Mapping[str, str]) -> bool:
    """`Ministry of Trade, Wellington`: nothing but an office, the capital where it sits, and perhaps the day."""
    dated = all(any(letter.isdigit() for letter in part) for part in row[TWICE:])
    return len(row) >= TWICE and strip_accents(row[1]) in seats and dated


def named_alone(article: Article) -> list[tuple[str, ...]]:
    """The lines under the title that are a name: `Ministerio de Salud`; not `Ministerio de Salud pide calma`."""
    lines = [line for mark in article.marks if mark.kind == "heading" for line in mark.span.of(article.text).splitlines()]
    return [
        tuple(parts_of(line)) for line in lines if all(word[0].isupper() for word in line.split() if len(word) > FUNCTION_WORD)
    ]


def is_dated(row: Sequence[str], seats: Mapping[str, str]) -> bool:
    """`Lima, 7 de mayo de 2026`, and no agency."""
    return TWICE <= len(row) <= MOST_PARTS and strip_accents(row[0]) in seats and bool(YEAR.search(row[-1]))


@functools.lru_cache(maxsize=8)
def houses_of(knowledge: Knowledge, language: Language) -> frozenset[str]:
    """Every ministry that the knowledge calls by a name of its own, with its country's: `Global Affairs Canada`."""
    rows = [row for row in knowledge.actors.values() if row.kind == "institution" and row.country and row.institution]
    own = [(row, name.casefold()) for row in rows if row.branch == "executive" for name in row.names.get(language, ())]
    return frozenset(name for row, name in own if row.country in {*states_in(name, language, knowledge)})


def parts_of(line: str) -> Iterator[str]:
    return (part for part in (p.strip(EDGES).casefold() for p in PARTS.split(line)) if part)


def is_called(row: Sequence[str], genres: Sequence[str]) -> bool:
    """`Press release`, `Comunicado 14`, `Ministry of Trade: Statement on …`."""
    return any(part == genre or part.startswith(f"{genre} ") for part in row[:MOST_PARTS] for genre in genres)


def states_in(part: str, language: Language, knowledge: Knowledge) -> Iterator[str]:
    """The country that ends a part of a line: `Ministry of Trade of Togo`, `Republic of Cyprus`, `(Japan)`."""
    words = part.strip("()").replace("(", "")
    return (code for name, code in state_names(knowledge, language) if words == name or words.endswith(f" {name}"))

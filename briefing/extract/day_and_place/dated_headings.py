"""The day under which a chronology tells something: a line of a date and nothing else, above the sentence.

`October 7` / `Skopje offers to resume traffic.`: each line of such a list has the day of the heading above it.
"""

from __future__ import annotations

import re

from briefing.extract.reading import Reading
from briefing.model import Date
from briefing.model.marks import PLACE_OF_ENTRY

MOST_WORDS = 2
"""Of a town in capitals: in a longer name some words are small."""
FEWEST = 2
"""Headings of a chronology; a lone date above a text is the text's own."""


def heading_above(reading: Reading, number: int) -> Date | None:
    """The date over a sentence, where an article has several such headings; one that opens a paragraph is of that alone."""
    headings, sentences = reading.dates_alone, reading.doc.sentences
    above = [place for place in headings if place < number]
    if len(headings) < FEWEST or not above or number in headings:
        return None
    own = sentences[above[-1]].paragraph
    opens = sentences[above[-1] + 1].paragraph == own  # `Lunes 9. La ministra recibe …`
    return headings[above[-1]] if not opens or sentences[number].paragraph == own else None


def place_of_entry(reading: Reading, number: int) -> str | None:
    """The name with which an entry of an agenda begins: `Lunes 9. Arica: la ministra recibe …`."""
    start = reading.doc.sentences[number].span.start
    before = [m for m in reading.doc.article.marks if m.rule == PLACE_OF_ENTRY and m.span.stop <= start]
    if not before or reading.text[before[-1].span.stop : start].strip():
        return None
    name = re.split(r"[:(]|\.\s?[-–—]|\s[-–—]\s", before[-1].span.of(reading.text))[0].strip()
    topic = not name[:1].isalpha() or any(
        concept.span.of(reading.text).casefold() == name.casefold() for concept in reading.doc.concepts
    )
    return None if topic or is_of_a_body(reading, name) else plainly(name)


def is_of_a_body(reading: Reading, name: str) -> bool:
    """`OTAN - Reunión de ministros`: who meets, and not where."""
    rows = (row for row in reading.knowledge.actors.values() if row.kind != "country")
    return any(name in names for row in rows for names in row.names.values())


def plainly(name: str) -> str:
    """`SALTO - La ministra recibe …`: Salto, as running text writes a town of one word or two."""
    return name.title() if name.isupper() and len(name.split()) <= MOST_WORDS else name

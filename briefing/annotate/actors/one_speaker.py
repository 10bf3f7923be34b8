"""The office of the only one who speaks in a ministry's own transcript: `Press conference by the Minister`, `PER LUND:`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.annotate.actors.home import is_of_any_government
from briefing.annotate.actors.lexicon import Lexicon
from briefing.annotate.actors.lines import Line
from briefing.annotate.actors.phrase import Phrase

HEADS = frozenset({"title", "heading"})


def labels_of_the_one(
    lines: Sequence[Line], phrases: Sequence[Sequence[Phrase]], official: Phrase, lexicon: Lexicon
) -> list[tuple[Line, Phrase]]:
    """Every speaker's label with the one office that the heading calls, where all the labels are of one name.

    Of a shorter one all words stand in the longest: `PRINCE ALI BIN SAID:`, `PRINCE ALI:`.
    """
    offices = [
        title
        for line, titles in zip(lines, phrases, strict=True)
        for title in titles
        if line.sentence.kind in HEADS and title.is_role
    ]
    labels = [line for line in lines if line.sentence.kind == "speaker"]
    words = [{piece.form.casefold() for piece in line.pieces if piece.form.isalpha()} for line in labels]
    longest = max(words, key=len, default=set[str]())
    if len(longest) < LONG or len(offices) != 1 or not all(found and found <= longest for found in words):
        return []
    office = offices[0]
    own = office.country in {None, official.country} and not office.others and not office.former and not office.entry.plural
    if not own or not is_of_any_government(office, lexicon):
        return []
    held = replace(office, country=official.country)
    return [(line, replace(held, first=0, last=end_of_label(line))) for line in labels]


LONG = 2
"""Words of the longest label: a name, and no `ANSWER`."""


def end_of_label(line: Line) -> int:
    """Before the colon, and the marks around it."""
    return max((at + 1 for at, piece in enumerate(line.pieces) if piece.form.isalpha()), default=len(line.pieces))


__all__ = ["labels_of_the_one"]

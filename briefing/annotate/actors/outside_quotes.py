"""The pieces of a sentence that stand in no quotation marks."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.annotate.actors.lines import Line


def unquoted(line: Line) -> Iterator[tuple[int, int]]:
    """The runs of pieces that stand in no quotation marks; one that opens without a mark of its own goes on from before."""
    first: int | None = 0
    for at, piece in enumerate(line.pieces):
        closes = piece.form in CLOSING or (piece.form in STRAIGHT and first is None)
        if closes:
            first = at + 1
        elif (piece.form in OPENING_MARKS or piece.form in STRAIGHT) and first is not None:
            yield first, at
            first = None
    if first is not None:
        yield first, len(line.pieces)


OPENING_MARKS, CLOSING, STRAIGHT = frozenset("“«„"), frozenset("”»"), frozenset('"')
"""Quotation marks; single ones are apostrophes as often."""

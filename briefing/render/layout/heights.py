"""How high a memo will be, in points: the paragraphs and tables of the package's own templates, measured line by line.

The numbers are those of the styles in `templates/_word`: sizes, leading, space around, widths of columns.  A benchmark
compares the result with LibreOffice's pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from briefing.render.desk import Fields
from briefing.render.layout.metrics import BOLD, LINE, Run, count_lines

PAGE = 664.0  # points between the margins of a letter page
ROOM = PAGE * 0.98  # another program may break lines a little sooner
WIDTH = 492.0
CELL = 10.0  # what the margins of a cell take of its width
HEADING = 33.0
TITLE = 23.5
TABLE_HEAD = 16.5
ROW = 0.8  # the rule between two rows
ISSUES = 105.0
MEETING_COLUMNS = {True: (75.0, 327.0, 90.0), False: (70.0, 161.0, 65.0, 106.0, 90.0)}
"""Date, meeting, place; True in a memo of one page, the others have columns of participants and certainty as well."""

Words = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A style: size, leading as a multiple of the line, space before and after, width."""

    size: float
    leading: float
    around: float
    width: float = WIDTH

    def height(self, text: str, flags: str = "", *, room: float | None = None) -> float:
        """The height of a text, with flags in small print behind it."""
        runs: list[Run] = [(text, self.size), (f" {flags}" if flags else "", 8.0)]
        return self.around + count_lines(runs, room or self.width) * self.size * LINE * self.leading


MEMO_FIELD = Paragraph(10, 1.2, 0.0, WIDTH - 70)
BOTTOM_LINE = Paragraph(10, 1.15, 28.5, WIDTH - 15)
FACT = Paragraph(10, 1.1, 4.5, WIDTH - 20)
ORIGINAL = Paragraph(9, 1.03, 3.0, WIDTH - 27)  # it stands nearer to its fact than the next fact
FINE_PRINT = Paragraph(9, 1.05, 8.0)
BULLET = Paragraph(10, 1.1, 3.0, WIDTH - 31)
DISAGREEMENT = Paragraph(10, 1.1, 7.0)
VALUE = Paragraph(9.5, 1.05, 3.0, WIDTH - 31)
SOURCE = Paragraph(9, 1.05, 3.0, WIDTH - 20)
CELL_TEXT = Paragraph(9, 1.03, 4.0)
CELL_NOTE = Paragraph(8, 1.0, 2.0)
ORIGINAL_WORDS = "Palabras originales"
"""The longest of the labels before exact words."""


@dataclass(frozen=True, slots=True)
class Block:
    """What stays together on a page.  `head` is the heading of its table, which a new page repeats."""

    height: float
    keeps_next: bool = False
    head: float = 0.0


def count_pages(fields: Fields, words: Words) -> float:
    """The estimated number of pages, the last counted by how full it is."""
    return fill_pages(blocks(fields, words))


def fill_pages(blocks: Iterable[Block], room: float = ROOM) -> float:
    """How many pages of `room` points the blocks take, one below the other."""
    page, used, kept = 0, 0.0, 0.0
    for block in blocks:
        kept += block.height
        if block.keeps_next:
            continue
        if used and used + kept > room:
            page, used = page + 1, block.head
        used, kept = used + kept, 0.0
        page, used = page + int(used // room), used % room
    return page + used / room


def blocks(fields: Fields, words: Words) -> Iterator[Block]:
    """The memo from its head to its foot, in the order of the sections."""
    short = not fields["sources"]  # one page: no list of sources, each disagreement in a line, meetings without two columns
    yield Block(_head(fields, words))
    sections = {
        "timeline": [Block(_timeline(fields))] if fields["timeline"] else [],
        "facts": [Block(_fact(fact, words)) for fact in fields["facts"]],
        "quotes": [Block(BULLET.height(words(f"{one['text']} — {one['speaker']}"), one["flags"])) for one in fields["quotes"]],
        "positions": [block for table in fields["positions"] for block in _matrix(table, words)],
        "upcoming": _meetings(fields["upcoming"], words, short=short),
        "held": _meetings(fields["held"], words, short=short),
        "conflicts": [Block((_conflict_line if short else _conflict)(one, words)) for one in fields["conflicts"]],
        "sources": _source_list(fields, words),
        "left_out": _left_out(fields, short=short),
    }
    for name in dict.fromkeys([*fields["sections"], *sections]):
        inside = sections.get(name)
        if inside:
            yield Block(0.0 if short and name == "left_out" else HEADING, keeps_next=True)
            yield from inside


def _head(fields: Fields, words: Words) -> float:
    memo = fields["memo"]
    subject = MEMO_FIELD.height(f"{memo['subject']} ({memo['period']})", room=MEMO_FIELD.width / BOLD)
    lines = TITLE + 10 + subject + MEMO_FIELD.height("") * (4 if memo["cc"] else 3)
    if fields["bottom_line"]:
        lines += BOTTOM_LINE.height(words(f"Bottom line. {fields['bottom_line']}"))
    return lines + (FINE_PRINT.height(fields["compared"]) if fields["compared"] else 0.0)


def _left_out(fields: Fields, *, short: bool) -> list[Block]:
    shortened = [Block(FINE_PRINT.height(fields["shortened"]))] if fields["shortened"] else []
    files = [f"{one['file']}: {one['reason']}" for one in fields["left_out"]]
    if short:
        return shortened + ([Block(FINE_PRINT.height(f"Left out: {'; '.join(files)}"))] if files else [])
    return shortened + [Block(BULLET.height(file)) for file in files]


def _timeline(fields: Fields) -> float:
    return 18 + max(len(day["what"]) for day in fields["timeline"]) * 12.5


def _fact(fact: Fields, words: Words) -> float:
    line = FACT.height(words(f"{fact['text']}{fact['note']}"), fact["flags"])
    return line + (ORIGINAL.height(f"{ORIGINAL_WORDS}: {words(fact['original'])}") if fact["original"] else 0.0)


def _matrix(table: Fields, words: Words) -> Iterator[Block]:
    room = (WIDTH - ISSUES) / max(len(table["governments"]), 1) - CELL
    yield Block(TABLE_HEAD, keeps_next=True)
    for row in table["rows"]:
        label = CELL_TEXT.height(row["issue"], room=(ISSUES - CELL) / BOLD)
        cells = (sum(_position(position, room, words) for position in cell["positions"]) for cell in row["cells"])
        yield Block(max(label, *cells) + ROW, head=TABLE_HEAD)


def _position(position: Fields, room: float, words: Words) -> float:
    small = (f"({position['said']})" if position["said"] else "", position["doubt"], words(position["change"]))
    line = words(f"{position['stance']}: {position['text']}{position['note']}")
    notes = (position[name] for name in ("quote", "original") if position[name])
    quoted = sum(CELL_NOTE.height(f"{ORIGINAL_WORDS}: {words(note)}", room=room) for note in notes)
    return CELL_TEXT.height(line, " ".join(part for part in small if part), room=room) + quoted


def _meetings(meetings: Sequence[Fields], words: Words, *, short: bool) -> list[Block]:
    rooms = [column - CELL for column in MEETING_COLUMNS[short]]
    rows = [Block(_meeting(meeting, words, rooms) + ROW, head=TABLE_HEAD) for meeting in meetings]
    return [Block(TABLE_HEAD, keeps_next=True), *rows] if rows else []


def _meeting(meeting: Fields, words: Words, rooms: Sequence[float]) -> float:
    """A row: date, meeting, place, and where they have columns participants and certainty."""
    date, line, place, *others = rooms
    flags = "" if others else meeting["certainty"]
    told = CELL_TEXT.height(words(f"{meeting['kind']}. {meeting['text']}{meeting['note']}"), flags, room=line)
    if meeting["original"]:
        told += CELL_NOTE.height(f"{ORIGINAL_WORDS}: {words(meeting['original'])}", room=line)
    cells = [told, CELL_TEXT.height(meeting["date"], room=date / BOLD), CELL_TEXT.height(meeting["place"], room=place)]
    if others:
        cells += [CELL_TEXT.height(meeting["participants"], room=others[0])]
        cells += [sum(CELL_TEXT.height(one, room=others[1]) for one in meeting["assurances"])]
    return max(cells)


def _conflict(conflict: Fields, words: Words) -> float:
    head = DISAGREEMENT.height(words(f"{conflict['about']} ({conflict['difference']}): {conflict['text']}"))
    values = (words(f"{one['value']} — {one['said']}") for one in conflict["values"])
    return head + sum(map(VALUE.height, values))


def _conflict_line(conflict: Fields, words: Words) -> float:
    text = conflict["text"] or conflict["summary"]
    return BULLET.height(words(f"{conflict['about']} ({conflict['difference']}): {text}"))


def _source_list(fields: Fields, words: Words) -> list[Block]:
    if not fields["sources"]:
        return []
    names = ("outlet", "title", "date", "language", "remarks", "link")
    entries = (", ".join(one[name] for name in names if one[name]) for one in fields["sources"])
    overview = FINE_PRINT.height(f"{fields['sources_overview']}. {fields['coverage']}")
    return [Block(overview), *(Block(SOURCE.height(words(entry))) for entry in entries)]

"""What the lines of one memo are written with, and what they have said already."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from briefing.model import Brief, Evidence, Fact, Item, Meeting, Position
from briefing.model.marks import TOUCHES
from briefing.render import vocabulary
from briefing.render.audience import Audience
from briefing.render.naming import Naming
from briefing.render.pieces import Jump, Ledger
from briefing.render.sections.evidence import Sources, said_by
from briefing.render.sections.told import in_bottom_line, same_line
from briefing.render.words import Words

Fields = dict[str, Any]
"""What a template sees: texts, numbers, lists and further fields, nothing else."""
OMITTED = "[…]"
FULL_DAY = len("2026-05-14")
LAST = 3
"""Words by which the end of a sentence is known."""
OTHER_DAYS = "other_days"
"""Told of another day, where the sources do not differ over it: another call, another statement."""
OF_ANOTHER_MATTER = ("other_governments", "other_names", "other_place", OTHER_DAYS, "other_figures")
"""Why the count found that a sentence much like the line is not on its matter, or says `450` where the line says `600`."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Everything that the lines of one memo are written with."""

    brief: Brief
    audience: Audience
    words: Words
    sources: Sources
    ledger: Ledger
    facts: Sequence[Fact]
    """The key facts that are printed, in their order."""
    naming: Naming

    def number(self, item_id: str) -> int | None:
        """The printed number of a key fact."""
        return next((number for number, fact in enumerate(self.facts, 1) if fact.id == item_id), None)

    def same_fact(self, item: Item) -> int | None:
        """The printed number of the key fact that is the item's very line."""
        return next((number for number, fact in enumerate(self.facts, 1) if same_line(fact, item)), None)

    def standing(self, item: Item) -> tuple[Evidence, ...]:
        """The pieces that the item's line stands on in this edition."""
        return said_by(item, self.words.language)

    def beside(self, item: Item) -> tuple[Evidence, ...]:
        """The pieces on the line's matter that do not say it."""
        standing = self.standing(item)
        return tuple(piece for piece in item.evidence if piece not in standing and not _is_of_another_matter(piece, item))

    def named_beside(self, item: Item) -> tuple[Evidence, ...]:
        """The pieces whose articles the memo names for an item."""
        named = self.sources.style != "none" and (self.sources.style == "footnote" or not isinstance(item, Position))
        return item.evidence if named else self.standing(item)

    def fact_of(self, piece: Evidence) -> int | None:
        """The printed number of the key fact whose line is a sentence, as its source has it or told anew word by word."""
        language = self.words.language
        for number, fact in enumerate(self.facts, 1):
            told = told_from(fact, self)
            own = told is not None and (told.article, told.start, told.stop) == (piece.article, piece.start, piece.stop)
            if own and fact.basis.get(language) in ("native", "verbatim") and _has_its_end(fact.text.get(language, ""), piece):
                return number
        return None

    def on_the_same_matter(self, item: Item) -> str:
        """`see also article 3`: which articles tell of it and do not say the line; where lines have notes, these name them."""
        told = {piece.article for piece in self.standing(item)}
        others = [piece for piece in self.beside(item) if piece.article not in told]
        if not others or isinstance(item, Position) or self.sources.style in ("none", "footnote"):
            return ""
        return self.words.gettext("see also %(articles)s", articles=self.sources.who(others))

    def told(self, item: Item) -> tuple[str, Sequence[Evidence]]:
        """Where the memo has the item's line already, as a link or words, and what that place cites."""
        number = self.same_fact(item)
        if number:
            words = self.words.pgettext("in a cell", "fact %(number)s", number=self.words.number(number))
            return self.ledger.mark(Jump(f"fact_{number}", words)), self.standing(self.facts[number - 1])
        if "bottom_line" in self.audience.sections and in_bottom_line(item, self.brief):
            section = self.words.quoted(self.words.gettext("Bottom line"))
            cited = () if self.audience.repeats else self.standing(item)  # one whose facts come again has its sources there
            return self.words.pgettext("in a cell", "see %(section)s", section=section), cited
        return "", ()

    def date_of(self, item: Item) -> str | None:
        """Its date; where the sources differ over it all of them, as EDTF's `one of a set`: `May 14 or 15`."""
        disputed = [c for c in self.brief.conflicts if c.field == "date" and c.id in item.conflicts and not c.omit]
        days = sorted({value.value for conflict in disputed for value in conflict.values})
        one_each = item.date in days and all(len(day) == FULL_DAY and day[:1].isdigit() for day in days)
        return f"[{','.join(days)}]" if one_each and len(days) > 1 else item.date

    def differences(self, item: Item) -> list[str]:
        fields = [conflict.field for conflict in self.brief.conflicts if conflict.id in item.conflicts and not conflict.omit]
        names = vocabulary.differences(self.words)
        return list(dict.fromkeys(names[field] for field in fields))


def _has_its_end(line: str, piece: Evidence) -> bool:
    """Whether a line has a sentence to its last words: of one that is cut short the end may be what is pointed at."""
    said, printed = (" ".join(re.findall(r"\w+", words.casefold())) for words in (piece.text, line))
    return OMITTED not in line or " ".join(said.split()[-LAST:]) in printed


def told_from(item: Item, desk: Desk) -> Evidence | None:
    """The piece that the line retells: its reader must see the very words, whatever their language."""
    number = item.told_from.get(desk.words.language)
    edited = item.basis.get(desk.words.language) == "edited"
    return None if number is None or edited else item.evidence[number]


def _is_of_another_matter(piece: Evidence, item: Item) -> bool:
    """Whether the count found that a sentence like the line's speaks of others or of another place.

    Of one meeting, the articles need not name the same people.
    """
    reasons = (OTHER_DAYS,) if isinstance(item, Meeting) else OF_ANOTHER_MATTER
    return any(f"{TOUCHES}{piece.article}@{piece.start}:{reason}" in item.rules for reason in reasons)

"""Who said a position's line, when, and what speaks against it: one bracket, inside the sentence."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from briefing.render.desk import Fields
from briefing.render.pieces import Ledger
from briefing.render.sections.items import in_language
from briefing.render.words import Words


def close_brackets(
    tables: Sequence[Mapping[str, Any]], languages: Collection[str], words: Words, ledger: Ledger
) -> list[Fields]:
    """The tables of positions with one bracket behind each line."""
    ours = tuple(in_language(language, words) for language in sorted(languages))

    def row(fields: Mapping[str, Any]) -> Fields:
        cells = [
            {**cell, "positions": [in_one(position, ours, ledger) for position in cell["positions"]]}
            for cell in fields["cells"]
        ]
        return {**fields, "cells": cells}

    return [{**table, "rows": [row(fields) for fields in table["rows"]]} for table in tables]


def in_one(line: Mapping[str, Any], ours: tuple[str, ...], ledger: Ledger) -> Fields:
    """A position's line with its bracket before the stop, joined to the one that closes it where that is one of `ours`.

    `Chile rejected it (fact 4).`, `October 13` -> `Chile rejected it (fact 4; October 13).`
    """
    doubt = "" if line["quote"] or line["original"] else line["doubt"]
    tag = "; ".join(part for part in (line["said"], doubt) if part)
    bare, stop = apart_from_stop(line["text"])
    closes = bare.endswith(")")
    pointed = bool(line["where"]) and bare.endswith(f"({line['where']})")
    if not tag or (closes and not pointed and not ledger.words(bare).endswith(ours)):
        return dict(line)
    text = f"{bare.removesuffix(')')}; {tag}){stop}" if closes else f"{bare} ({tag}){stop}"
    return {**line, "text": text, "said": "", "doubt": "" if doubt else line["doubt"]}


def apart_from_stop(text: str) -> tuple[str, str]:
    """A sentence and its full stop; that of `in the U.S.` stays as well.

    >>> apart_from_stop("Chile paid."), apart_from_stop("It left the U.S."), apart_from_stop("fact 2")
    (('Chile paid', '.'), ('It left the U.S.', '.'), ('fact 2', ''))
    """
    bare = text.removesuffix(".")
    if bare == text:
        return text, ""
    return (text, ".") if "." in bare.rpartition(" ")[2] else (bare, ".")

"""The last thing that is done to a sentence of ours: apostrophes, stops beside quotation marks, the house's spelling.

`STEPS` are rules in their order.  What each language does stands in its file (`knowledge/languages/localize`): on which side
of a closing mark a stop stands, and which spellings are replaced.  Words in quotation marks keep their spelling.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from briefing.localize.forms import Forms
from briefing.model.letters import LOWER, UPPER

OPENING, CLOSING = "“‘«", "”’»"
_QUOTATION_MARKS = re.compile(f"[{OPENING}{CLOSING}]")
_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)|(?<=s)'(?=\s)|(?<=[A-Z]\.)'(?=s\b)")
_SINGLE_PAIR = re.compile(r"(?<![\w’])'(?=[\w¿¡])([^'“”]*?)(?<=[\w.,!?…])'(?!\w)")
_ABBREVIATED = re.compile(rf"(?<!\w)[{UPPER}]{{1,2}}\.\s?[{UPPER}]{{1,2}}$")
_MISREAD = re.compile("[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")
_ENDS = ".,;:!?…"


def punctuate(text: str, forms: Forms) -> str:
    """A sentence as the locale sets it."""
    for step in STEPS:
        text = step(text, forms)
    return text


def repair_letters(text: str, forms: Forms) -> str:
    """`PeÃ±a` -> `Peña`: UTF-8 that somebody read as a Western encoding."""
    return _MISREAD.sub(_reread, text)


def _reread(match: re.Match[str]) -> str:
    for encoding in ("cp1252", "latin-1"):
        try:
            return match[0].encode(encoding).decode("utf-8")
        except UnicodeError:
            continue
    return match[0]


def curl_apostrophes(text: str, forms: Forms) -> str:
    """`Peru's` -> `Peru’s`, `the miners' union` -> `the miners’ union`, `the U.S.'s` -> `the U.S.’s`."""
    return _APOSTROPHE.sub("’", text) if "'" in text else text


def curl_single_marks(text: str, forms: Forms) -> str:
    """`he said 'no' twice` -> `he said ‘no’ twice`."""
    return _SINGLE_PAIR.sub(r"‘\1’", text) if "'" in text else text


def place_stops(text: str, forms: Forms) -> str:
    """`“No,” dijo.` -> `“No”, dijo.` where stops stand outside; `“No”, she said.` -> `“No,” she said.` where inside."""
    place = {"outside": _outside, "inside": _inside}.get(forms.stops)
    if place is None:
        return text
    result = text
    for start, stop in reversed(closing_runs(text)):
        result = place(result, start, stop)
    return result


def spell_as_the_house(text: str, forms: Forms) -> str:
    """`EEUU` -> `Estados Unidos`, `US troops` -> `U.S. troops`: outside quotation marks."""

    def spelled(words: str) -> str:
        for row in forms.spellings:
            words = row.changed(words)
        return words

    return outside_quotes(text, spelled) if forms.spellings else text


def simple_past_beside_a_day(text: str, forms: Forms) -> str:
    """`según ha informado el jueves 15` -> `según informó el jueves 15`, outside quotation marks."""
    perfect = forms.dated_perfect
    if perfect is None or not perfect.pattern.search(text):
        return text

    def past(match: re.Match[str]) -> str:
        for row in perfect.preterites:
            if row.pattern.search(match["participle"]):
                return row.pattern.sub(row.many if match["auxiliary"] == perfect.many else row.one, match["participle"])
        return match[0]

    return outside_quotes(text, lambda words: perfect.pattern.sub(past, words))


def drop_own_year(text: str, year: str, forms: Forms) -> str:
    """`el 15 de enero de 2026` -> `el 15 de enero` in a memo of 2026, outside quotation marks.

    A sentence that names another year keeps both: `del 10 de diciembre de 2025 al 8 de enero` would leave a doubt.
    """
    if year not in text or re.search(rf"\b(?!{year})(?:19|20)\d\d\b", text):
        return text

    def dropped(words: str) -> str:
        for row in forms.own_year:
            words = re.sub(row.find.format(year=year), row.put, words)
        return words

    return outside_quotes(text, dropped)


STEPS: tuple[Callable[[str, Forms], str], ...] = (
    repair_letters,
    curl_apostrophes,
    curl_single_marks,
    place_stops,
    spell_as_the_house,
    simple_past_beside_a_day,
)


def balanced(text: str) -> str:
    """Quoted words with every mark in a pair: one that only opens is closed behind them, one that only closes is opened before
    them or, where nothing follows it, goes.

    >>> balanced("“No, dijo él"), balanced("No”, dijo él"), balanced("No, dijo él.”")
    ('“No, dijo él”', '“No”, dijo él', 'No, dijo él.')
    """
    for left, right in zip(OPENING, CLOSING, strict=True):
        opens, closes = (
            text.count(left),
            sum(1 for at in range(len(text)) if text[at] == right and not _is_apostrophe(text, at)),
        )
        if opens == closes + 1:
            text = f"{text[:-1]}{right}." if text.endswith(".") and not text.endswith("...") else f"{text}{right}"
        elif closes == opens + 1 and text.endswith(right):
            text = text[:-1]
        elif closes == opens + 1:
            text = left + text
    return text


def _is_apostrophe(text: str, at: int) -> bool:
    """`Peru’s`, `the miners’ union`, `the banks’ [Peru] 20 offices`: letters on both sides, or an s before and words behind."""
    before, behind = text[at - 1 : at], text[at + 1 : at + 3]
    return (
        text[at] == "’"
        and before.isalpha()
        and (behind[:1].isalpha() or (before == "s" and behind[:1] == " " and (behind[1:].isalnum() or behind[1:] == "[")))
    )


def closing_runs(text: str) -> list[tuple[int, int]]:
    """Where closing marks stand, those that stand together as one; an apostrophe closes nothing."""
    runs: list[tuple[int, int]] = []
    for start, stop in quoted_spans(text):
        if not text[start:stop].endswith(tuple(CLOSING)):
            continue
        runs = [run for run in runs if run[1] != stop - 1] + [
            next(((a, stop) for a, b in runs if b == stop - 1), (stop - 1, stop))
        ]
    return sorted(runs)


def quoted_spans(text: str) -> list[tuple[int, int]]:
    """The quotations of a text with their marks, inner ones too, in the order in which they close."""
    spans: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for mark in _QUOTATION_MARKS.finditer(text):
        letter, at = mark[0], mark.start()
        if letter in OPENING:
            opened.append((CLOSING[OPENING.index(letter)], at))
        elif letter in CLOSING and any(closer == letter for closer, _ in opened):
            if letter == "’" and text[at + 1 : at + 2].isalpha():
                continue
            while opened and opened[-1][0] != letter:
                opened.pop()
            spans.append((opened.pop()[1], at + 1))
    return spans


def outside_quotes(text: str, change: Callable[[str], str]) -> str:
    """The text with its words outside quotation marks changed, piece by piece."""
    pieces: list[str] = []
    at = 0
    for start, stop in _outermost(quoted_spans(text)):
        pieces += [change(text[at:start]), text[start:stop]]
        at = stop
    return "".join([*pieces, change(text[at:])])


def _outermost(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    ordered = sorted(spans, key=lambda span: (span[0], -span[1]))
    result: list[tuple[int, int]] = []
    for span in ordered:
        if not result or span[0] >= result[-1][1]:
            result.append(span)
    return result


def is_abbreviated(words: str) -> bool:
    """Whether words without their stop end in an abbreviation: `EE. UU`, `D.C`."""
    return _ABBREVIATED.search(words) is not None


def _outside(text: str, start: int, stop: int) -> str:
    """One run of closing marks at `start:stop`, and the stop before it."""
    before, marks, behind = text[:start], text[start:stop], text[stop:]
    if before.endswith("...") or before[-1:] not in (".", ","):
        return text
    sign, rest = before[-1], before[:-1]
    if sign == "." and is_abbreviated(rest):
        return text if behind else f"{text}."
    if behind[:1] and behind[0] in ".,;:":
        return f"{rest}{marks}{behind}"
    if re.match(rf"\s+[{LOWER}]", behind):  # `“No.” dijo` : the sentence goes on
        return f"{rest}{marks},{behind}"
    aside = re.match(r"\s\([^()]*\)", behind)
    if aside:
        tail = behind[aside.end() :]
        return f"{rest}{marks}{aside[0]}{'' if tail[:1] in tuple(_ENDS) else sign}{tail}"
    return f"{rest}{marks}{'' if behind[:1] == ')' else sign}{behind}"


def _inside(text: str, start: int, stop: int) -> str:
    before, marks, behind = text[:start], text[start:stop], text[stop:]
    if behind[:1] not in (".", ",") or behind.startswith("..."):
        return text
    if before[-1:] in tuple(_ENDS):
        return f"{before}{marks}{behind[1:]}"
    return f"{before}{behind[0]}{marks}{behind[1:]}"

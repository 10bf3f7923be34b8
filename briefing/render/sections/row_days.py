"""The day of a meeting, which its row has in a column, taken out of the sentence behind its heading."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from briefing.knowledge import load_language
from briefing.model import Language
from briefing.model.letters import capital


def without_its_day(text: str, days: Iterable[str], language: Language) -> str:
    """The sentence without the day at its head, behind a comma or behind a call; every other day stays.

    >>> without_its_day("On May 3, Ruiz rejected it in a phone call held on May 4.", ["May 3"], "en")
    'Ruiz rejected it in a phone call held on May 4.'
    >>> without_its_day("The talks, scheduled for May 3, will deal with herring.", ["May 3"], "en")
    'The talks will deal with herring.'
    """
    data = load_language("shortening", language)["row_days"]
    for day in days:
        text = _without(text, day, data)
    return text


def _without(text: str, day: str, data: Mapping[str, Sequence[str]]) -> str:
    said = _any(form.format(day) for form in data["days"])
    opening = _any(form.format(day) for form in data["leading"])
    linked = rf"{_any(data['relatives'])}\b"  # `On May 3, when …` leads to what follows
    text = re.sub(rf"^{opening}, (?!{linked})(\w)", lambda match: capital(match[1]), text)
    text = re.sub(rf", {_any(data['held'])} {said}(?=[,.]|$)(, (?={linked})|)(?:, )?", _joined, text)
    return re.sub(rf"\b({_any(data['calls'])}) {said}(?=,)", r"\1", text)


def _joined(match: re.Match[str]) -> str:
    """`The talks, held on May 3, dealt …` -> `The talks dealt …`, `…, held on May 3, which …` -> `…, which …`."""
    return match[1] or (" " if match[0].endswith(", ") else "")


def _any(words: Iterable[str]) -> str:
    return f"(?:{'|'.join(sorted(map(re.escape, words), key=lambda word: (-len(word), word)))})"

"""Names begin with a capital also where it is none of Spanish or English."""

from __future__ import annotations

import re

import pytest

from briefing.model.letters import LOWER, UPPER


@pytest.mark.parametrize("name", ["Ana", "Ñáñez", "Šefčovič", "Çelik", "Łukasz", "Ødegaard", "Đặng", "Ștefan", "Ōta", "İnce"])
def test_a_name_is_a_capital_and_small_letters(name: str) -> None:
    assert re.fullmatch(f"[{UPPER}][{LOWER}]+", name)


@pytest.mark.parametrize("word", ["ana", "ñandú", "šef", "çelik", "1st", "×", "÷", "_", "´"])
def test_no_capital(word: str) -> None:
    assert not re.match(f"[{UPPER}]", word)

"""What a row of meetings says of its day again, beside the column that has it."""

from __future__ import annotations

import pytest

from briefing.model import Language
from briefing.render.sections.row_days import without_its_day

# the language, the row's days, the sentence, as it is printed
ROWS: list[tuple[Language, list[str], str, str]] = [
    ("en", ["May 3"], "On May 3, Ruiz met Lund.", "Ruiz met Lund."),
    ("en", ["May 3, 2026", "May 3"], "On May 3, 2026, Ruiz met Lund.", "Ruiz met Lund."),
    ("en", ["May 3"], "On May 3, when the port closed, Ruiz met Lund.", "On May 3, when the port closed, Ruiz met Lund."),
    ("en", ["May 3"], "The talks, held on May 3, dealt with herring.", "The talks dealt with herring."),
    (
        "en",
        ["May 3"],
        "The talks, held on May 3 in Oslo, dealt with herring.",
        "The talks, held on May 3 in Oslo, dealt with herring.",
    ),
    ("en", ["May 3"], "Talks, set for May 3, which both want, will follow.", "Talks, which both want, will follow."),
    ("en", ["May 3"], "During a phone call on May 3, Ruiz ceded.", "During a phone call, Ruiz ceded."),
    ("en", ["May 3"], "Ruiz ceded in a phone call on May 30, he said.", "Ruiz ceded in a phone call on May 30, he said."),
    ("en", ["May 3"], "They will talk of the storm of May 3.", "They will talk of the storm of May 3."),
    ("es", ["3 de mayo"], "El 3 de mayo, Ruiz habló con Lund.", "Ruiz habló con Lund."),
    (
        "es",
        ["3 de mayo"],
        "El 3 de mayo, cuando cerró el puerto, Ruiz cedió.",
        "El 3 de mayo, cuando cerró el puerto, Ruiz cedió.",
    ),
    ("es", ["3 de mayo", "4 de mayo"], "El diálogo, ocurrido el 4 de mayo, trató del atún.", "El diálogo trató del atún."),
    (
        "es",
        ["mayo"],
        "Una reunión en Lima, prevista para mayo, en la que hablarán.",
        "Una reunión en Lima, en la que hablarán.",
    ),
    ("es", ["3 de mayo"], "En una llamada telefónica del 3 de mayo, Ruiz cedió.", "En una llamada telefónica, Ruiz cedió."),
    (
        "es",
        ["3 de mayo"],
        "La cita, prevista para el 3 de mayo en Lima, sigue.",
        "La cita, prevista para el 3 de mayo en Lima, sigue.",
    ),
    ("es", [], "El 3 de mayo, Ruiz cedió.", "El 3 de mayo, Ruiz cedió."),
]


@pytest.mark.parametrize(("language", "days", "sentence", "printed"), ROWS, ids=[row[2] for row in ROWS])
def test_the_day_of_a_row_is_told_once(language: Language, days: list[str], sentence: str, printed: str) -> None:
    assert without_its_day(sentence, days, language) == printed

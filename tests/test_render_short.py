"""A line in a few words: where it may be cut, and what must never be behind the cut."""

from __future__ import annotations

import pytest

from briefing.render.sections.short import MOST_WORDS, short_line

# text, language, expected ("" where it is not repeated), comment
CASES = [
    ("Kenya rejected the demand of Uganda.", "en", "Kenya rejected the demand of Uganda", "a short line stays"),
    (
        "Kenya's government asked the authorities in Kampala to reopen the old bridge for the many lorries of its farmers "
        "waiting at both ends.",
        "en",
        "Kenya's government asked the authorities in Kampala to reopen the old bridge …",
        "before a preposition",
    ),
    (
        "During a call held on June 3, Kenya rejected the demand of Uganda to send troops across the lake.",
        "en",
        "Kenya rejected the demand of Uganda to send troops across the lake",
        "without the circumstance at its beginning",
    ),
    (
        "El 3 de junio, Kenia rechazó la exigencia de Uganda.",
        "es",
        "El 3 de junio, Kenia rechazó la exigencia de Uganda",
        "an article may begin a name: it stays",
    ),
    (
        "Durante la llamada del 3 de junio, Kenia rechazó la exigencia de Uganda.",
        "es",
        "Kenia rechazó la exigencia de Uganda",
        "sin la circunstancia inicial",
    ),
    (
        "Durante la cita, a la que asistió Ali, Kenia rechazó la exigencia de Uganda.",
        "es",
        "Durante la cita, a la que asistió Ali, Kenia rechazó la exigencia de Uganda",
        "un relativo depende de ella",
    ),
    (
        "At the meeting, held on June 3, Kenya rejected the demand of Uganda.",
        "en",
        "At the meeting, held on June 3, Kenya rejected the demand of Uganda",
        "a participle hangs on it",
    ),
    (
        "En cuanto al peaje, Kenia entiende que su cobro toca a la comisión del lago.",
        "es",
        "En cuanto al peaje, Kenia entiende que su cobro toca a la comisión del lago",
        "de qué se habla se queda",
    ),
    (
        "In case of drought, Kenya would send water to the north of Uganda.",
        "en",
        "In case of drought, Kenya would send water to the north of Uganda",
        "a condition at the beginning stays",
    ),
    (
        "Kenya offered to send two hundred engineers to the northern provinces of Uganda in the coming weeks unless the "
        "parliament in Kampala votes against the loan that both governments signed.",
        "en",
        "",
        "a condition must not be behind the cut",
    ),
    (
        "Kenya will take part in the talks at Busia on the lake and in the ones that Uganda holds in Jinja for two days.",
        "en",
        "Kenya will take part in the talks at Busia on the lake and in the ones that Uganda holds in Jinja for two days",
        "what cannot be cut and is not long stays whole",
    ),
    (
        "The minister told reporters “Kenya will not open the bridge to lorries from the other bank in this year of drought, "
        "nor to any others”, a spokeswoman for the delegation in Busia repeated.",
        "en",
        "",
        "no quotation is cut open",
    ),
]


@pytest.mark.parametrize(("line", "language", "expected", "comment"), CASES, ids=[row[3] for row in CASES])
def test_short_line(line: str, language: str, expected: str, comment: str) -> None:
    assert short_line(line, language) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize("behind", ["if Uganda agrees", "but not this year", "according to a spokesman", "which it denies"])
def test_what_limits_a_line_is_never_cut_off(behind: str) -> None:
    line = (
        f"Kenya asked the authorities in Kampala to reopen the old bridge over the river near Busia {behind} in May and June."
    )
    assert behind.split()[0] in short_line(line, "en") or not short_line(line, "en")
    assert len(short_line("Kenya asked " + "the old town of Busia for peace " * 9, "en").split()) <= MOST_WORDS + 1

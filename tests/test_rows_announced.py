"""Ways in which a meeting is announced: rows of memos of 6 March 2026, as KIND STATUS DATE PLACE: PEOPLE, else COUNTRIES."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.model import Language, Meeting

ROWS: list[tuple[Language, str, list[str], str]] = [
    (
        "es",
        "El lunes 16, los viceministros de Chile y Noruega presidirán en Arica la IV sesión del Comité Técnico de Aguas.",
        ["meeting upcoming 2026-03-16 Arica: CL, NO"],
        "who leads the session of a body",
    ),
    (
        "es",
        "Ministros de Chile y Noruega hablaron de agua. Lunes 16: Sesión del Comité Técnico de Aguas, en Arica.",
        [],
        "the line of an agenda without its month",
    ),
    (
        "es",
        "Sesión del Comité Técnico de Aguas de Chile y Noruega, en Arica, el 16 de marzo.",
        ["meeting upcoming 2026-03-16 Arica: CL, NO"],
        "the line of an agenda",
    ),
    (
        "en",
        "The Andean Fisheries Commission will convene a special session of its Joint Committee in Arica on March 29.",
        ["meeting upcoming 2026-03-29 Arica: "],
        "a session that is convened; `its` committee is not that of the two",
    ),
    (
        "en",
        "Norway said on Monday that it would boycott a session of the Joint Fisheries Committee in Arica.",
        [],
        "a session that is only spoken of",
    ),
    (
        "en",
        "Norwegian Deputy Fisheries Minister Per Lund is expected in Arica on March 16 to sign the cod agreement.",
        ["visit upcoming 2026-03-16 Arica: Per Lund"],
        "who is expected somewhere to do something",
    ),
    (
        "en",
        "Norwegian Deputy Fisheries Minister Per Lund is expected to sign a letter to fishermen in Arica on March 16.",
        [],
        "who is expected to do something",
    ),
    (
        "en",
        "Chilean Minister Ana Ruiz and her Norwegian counterpart, Kari Dahl, agreed on Monday to open a cod registry after two "
        "hours of talks in Arica.",
        ["talks held 2026-03-02 Arica: Ana Ruiz, Kari Dahl"],
        "talks of so many hours are over when it is agreed",
    ),
    (
        "en",
        "Chilean Minister Ana Ruiz met her Norwegian counterpart, Kari Dahl, on Monday in Oslo. "
        "The pair will meet again in Arica in May.",
        ["meeting upcoming 2026-05 Arica: Ana Ruiz, Kari Dahl", "meeting held 2026-03-02 Oslo: Ana Ruiz, Kari Dahl"],
        "the pair just told of",
    ),
    (
        "en",
        "Norwegian Foreign Minister Kari Dahl paid a courtesy call on Chilean President Ana Ruiz on Monday in Arica.",
        ["meeting held 2026-03-02 Arica: Ana Ruiz, Kari Dahl"],
        "a courtesy call is no telephone call",
    ),
    (
        "es",
        "Chile cambió la cuota de bacalao. La ministra comparecerá el lunes ante la Comisión de Pesca del Senado.",
        ["hearing upcoming 2026-03-09 -: "],
        "an official without a name before a committee",
    ),
    (
        "es",
        "Chile cambió la cuota de bacalao. El armador comparecerá el lunes ante la Comisión de Pesca del Senado.",
        [],
        "no official",
    ),
    (
        "es",
        "La delegación chilena llegará el lunes a Oslo para negociar la cuota con el ministro noruego, Per Lund.",
        ["talks upcoming 2026-03-09 Oslo: Per Lund"],
        "a delegation that comes to negotiate",
    ),
    (
        "en",
        "Chilean Minister Ana Ruiz returned to Santiago on Monday after her working visit to Oslo.",
        [],
        "the day of the way back is not that of the visit",
    ),
    (
        "en",
        "Chilean Minister Ana Ruiz paid a working visit to Oslo on Monday.",
        ["visit held 2026-03-02 Oslo: Ana Ruiz"],
        "the day of the visit",
    ),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), ROWS, ids=[row[-1] for row in ROWS])
def test_rows_announced(language: Language, text: str, expected: list[str], comment: str) -> None:
    assert [cells(meeting) for meeting in brief_of([text], language=language).meetings] == expected, comment


def cells(meeting: Meeting) -> str:
    who = ", ".join(sorted(meeting.people) or sorted(meeting.participants))
    return f"{meeting.kind} {meeting.status} {meeting.date} {meeting.place or '-'}: {who}"

"""Rows of constructions that news pages use: called off in the sentence behind, held by a body, in a side phrase, signed.

KIND STATUS DATE PLACE: PEOPLE, else the countries; memos are of Friday, 6 March 2026.
"""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.model import Language, Meeting

ROWS: list[tuple[Language, list[str], list[str], str]] = [
    (
        "en",
        ["Kenyan President Ruth Wambua was to visit Tanzania on March 11. After floods, the visit has been postponed."],
        ["visit postponed 2026-03-11 Tanzania: Ruth Wambua"],
        "the plan, and behind it what became of it",
    ),
    (
        "en",
        ["Kenyan President Ruth Wambua is to visit Tanzania on March 11. The visit has not been postponed, her office said."],
        ["visit upcoming 2026-03-11 Tanzania: Ruth Wambua"],
        "a denial changes nothing",
    ),
    (
        "es",
        [
            "Perú y Chile discuten. El 24 de marzo, los operadores de ambos países debían revisar en Tacna el canal. "
            "El encuentro se canceló por las lluvias."
        ],
        ["meeting cancelled 2026-03-24 Tacna: -"],
        "a plan of the past by no word of meeting, with its one day and its place",
    ),
    (
        "es",
        ["Los operadores de Perú debían revisar el canal antes del 24 de marzo. La obra se canceló por las lluvias."],
        [],
        "no meeting is called off",
    ),
    (
        "en",
        ["Kenya wants the bridge open. The Joint Border Committee, which was to meet on March 12 in Busia, has been put off."],
        ["meeting postponed 2026-03-12 Busia: -"],
        "a body that was to meet",
    ),
    (
        "en",
        ["Kenya and Uganda blame each other. A meeting of the border commanders was held on Monday at Busia."],
        ["meeting held 2026-03-02 Busia: -"],
        "held by officials, on a day, at a place",
    ),
    (
        "en",
        ["Kenya and Uganda blame each other. A meeting of the maize growers was held on Monday at Busia."],
        [],
        "growers are no officials",
    ),
    (
        "en",
        [
            "Kenyan Foreign Minister Ruth Wambua raised the toll in a phone call with her Tanzanian counterpart, Juma Mkapa, "
            "on Monday evening."
        ],
        ["call held 2026-03-02 -: Juma Mkapa, Ruth Wambua"],
        "in a call of which a parser makes the toll's",
    ),
    (
        "en",
        ["Kenyan Foreign Minister Ruth Wambua praised on Monday the progress in the talks with Tanzania."],
        [],
        "of the talks no day is told",
    ),
    (
        "es",
        ["El presidente chileno, Luis Soto, recibirá al jefe de la Armada peruana, Juan Quispe, el 16 de marzo en Iquique."],
        ["meeting upcoming 2026-03-16 Iquique: Juan Quispe, Luis Soto"],
        "who heads a body",
    ),
    (
        "es",
        ["El presidente chileno, Luis Soto, recibirá un premio el 16 de marzo en Iquique."],
        [],
        "a prize is nobody",
    ),
    (
        "es",
        ["Chile y Perú negocian. Los presidentes de ambos países inaugurarán el puente el 20 de marzo."],
        ["meeting upcoming 2026-03-20 -: CL, PE"],
        "what two will open together",
    ),
    (
        "es",
        ["Chile y Perú negocian. La alcaldesa inaugurará el puente el 20 de marzo."],
        [],
        "one alone",
    ),
    (
        "es",
        ["La nueva embajadora de Chile, Rosa Díaz, llega a Lima el 8 de marzo."],
        [],
        "to her post, and on no visit",
    ),
    (
        "es",
        ["La ministra de Exteriores de Chile, Rosa Díaz, llega a Lima el 8 de marzo."],
        ["visit upcoming 2026-03-08 Lima: Rosa Díaz"],
        "a visit",
    ),
    (
        "es",
        ["El Gobierno de Chile convocó este lunes al encargado de negocios de Perú, Juan Quispe, para protestar por la veda."],
        ["meeting held 2026-03-02 -: Juan Quispe"],
        "whoever heads the mission",
    ),
    (
        "en",
        [
            "The talks of Kenya and Tanzania on the dam broke up on Monday.",
            "Kenyan Foreign Minister Ruth Wambua spoke by phone on Tuesday with her Tanzanian counterpart, Juma Mkapa.",
        ],
        ["call held 2026-03-03 -: Juma Mkapa, Ruth Wambua", "talks held 2026-03-02 -: KE, TZ"],
        "the day of the talks is not that of the call",
    ),
    (
        "en",
        [
            "Kenyan Foreign Minister Ruth Wambua spoke to the press. She said she had spoken by telephone with her Tanzanian "
            "colleague, Juma Mkapa, on Monday."
        ],
        ["call held 2026-03-02 -: Juma Mkapa, Ruth Wambua"],
        "by telephone is no passive",
    ),
    (
        "en",
        ["The meeting of Kenyan and Tanzanian rail officials planned for the 18th has been moved to March 20."],
        ["meeting upcoming 2026-03-20 -: KE, TZ < 2026-03-18"],
        "the old day by its number",
    ),
    (
        "en",
        ["The meeting of Kenyan and Tanzanian rail officials on the 18th wagon has been moved to March 20."],
        ["meeting upcoming 2026-03-20 -: KE, TZ"],
        "no day",
    ),
    (
        "es",
        [
            "LIMA. Perú y Chile pidieron ayuda a Bolivia. Perú compra gas de Bolivia. "
            "La comisión mixta se reunirá el 18 de marzo en Tacna. Chile y Perú la crearon; "
            "Chile y Perú la pagan."
        ],
        ["meeting upcoming 2026-03-18 Tacna: -"],
        "of no third country that stands just before",
    ),
]


def cells(row: Meeting) -> str:
    who = ", ".join(sorted(row.people) or sorted(row.participants)) or "-"
    moved = f" < {row.moved_from}" if row.moved_from else ""
    return f"{row.kind} {row.status} {row.date} {row.place or '-'}: {who}{moved}"


@pytest.mark.parametrize(("language", "texts", "rows", "comment"), ROWS, ids=[row[3] for row in ROWS])
def test_rows(language: Language, texts: list[str], rows: list[str], comment: str) -> None:
    assert sorted(cells(row) for row in brief_of(texts, language=language).meetings) == sorted(rows), comment

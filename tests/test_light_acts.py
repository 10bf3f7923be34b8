"""Everyday words that carry a stance only in company: what they say of a government, as a table, and what is no position."""

from __future__ import annotations

import pytest
from test_positions_open import told

from briefing.model import Language

TOLD: list[tuple[Language, str, set[str]]] = [
    ("en", "Kenya has no plans to close the Ethiopian border, Odhiambo said.", {"KE states"}),
    ("en", "Kenya and Ethiopia have a joint plan for droughts that was drawn up by Bekele's predecessor.", set()),
    ("es", "Ecuador no tiene intención de cerrar el puente a Colombia.", {"EC states"}),
    ("es", "Ecuador y Colombia tienen un plan conjunto para las crecidas.", set()),
    ("en", "Odhiambo's deputy has represented Ethiopia's interests in Nairobi since January.", set()),
    ("en", "Kenya seeks to build a railway to Ethiopia.", {"KE states"}),
    ("en", "Kenya sought a water agreement with Ethiopia.", {"KE proposes"}),
    ("en", "Kenya is likely to sign the Ethiopian treaty.", set()),
    ("es", "Ecuador está a punto de firmar el convenio con Colombia.", set()),
    ("en", "Asked by an Ethiopian reporter whether the dam would be full, Odhiambo replied that it would not.", set()),
    ("en", "Odhiambo asked Ethiopia whether the dam would be full.", {"KE states"}),
    ("es", "Andrade suspendió un viaje a Colombia.", set()),
    ("es", "Fuentes diplomáticas ecuatorianas señalaron a este diario que Colombia pidió levantar el embargo.", set()),
    ("es", "Ecuador responsabilizó a Colombia del derrame.", {"EC accuses"}),
    # a clause says that something is so; a thing is backed
    ("es", "El Gobierno ecuatoriano defiende que el peaje a Colombia es legal.", {"EC states"}),
    ("es", "El Gobierno ecuatoriano defiende que el peaje a Colombia se mantenga.", {"EC supports"}),
    ("es", "El Gobierno ecuatoriano defiende el peaje a Colombia.", {"EC supports"}),
    ("es", "El Gobierno ecuatoriano expresó su confianza en que el peaje no afecte a Colombia.", {"EC states"}),
    ("es", "El Gobierno ecuatoriano expresó su confianza en el peaje de Colombia.", {"EC supports"}),
    # information is requested, an explanation may be demanded
    ("es", "Ecuador ha solicitado información a Colombia sobre el peaje.", {"EC requests"}),
    ("es", "Ecuador exigió explicaciones a Colombia sobre el peaje.", {"EC demands"}),
    ("en", "Kenya asked Ethiopia for clarification on the dam.", {"KE requests"}),
    # what somebody of whom nothing is known refuses is only named
    ("es", "El ministro de Pesca, Aurelio Quintanar, rechazó las acusaciones del gobierno colombiano.", set()),
    ("es", "Andrade rechazó las acusaciones del gobierno colombiano.", {"EC rejects", "CO accuses"}),
]


@pytest.mark.parametrize(("language", "text", "expected"), TOLD, ids=[row[1] for row in TOLD])
def test_what_light_words_say_of_a_government(language: Language, text: str, expected: set[str]) -> None:
    assert {f"{statement.government} {statement.stance}" for statement in told(language, text)} == expected

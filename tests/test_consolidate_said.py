"""What a question of an interview has somebody say, and the answer denies."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.knowledge import load_knowledge
from briefing.pipeline import make_brief, read_week

ENVOY = """Envoy says that minister promised to keep him

LOME, March 4 (AP) - Togo's envoy said that Ghana's justice minister had assured him that Yaw Boakye would stay in prison.

"She guaranteed it to me," the envoy told a radio station of Lome, speaking of Akosua Darko.
"""
INTERVIEW = """# "No tengo prisa": entrevista con la ministra de Justicia de Ghana, Akosua Darko

El Correo de Lomé, 5 de marzo de 2026

**Pregunta. ¿Cuánto va a durar el proceso contra Yaw Boakye?**

**Respuesta.** No lo sé. Togo espera y Ghana también.

**P. El embajador togolés dice que usted le garantizó que Boakye seguiría en prisión.**

**R.** {answer}

**P. ¿Va a hablar con él?**

**R.** Sí, el martes.
"""


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("Eso no es cierto. No garanticé nada.", ["account"]),
        ("Así es, y lo mantengo.", []),
    ],
)
def test_an_answer_denies_what_its_question_tells(tmp_path: Path, answer: str, expected: list[str]) -> None:
    (tmp_path / "1.txt").write_text(ENVOY, "utf-8")
    (tmp_path / "2.md").write_text(INTERVIEW.format(answer=answer), "utf-8")
    reading = read_week([tmp_path], as_of="2026-03-06", window=None, today="2026-03-06")
    brief = make_brief(reading, load_knowledge())
    assert [conflict.field for conflict in brief.conflicts] == expected


VISIT = """Togo y Ghana hablaron del peaje

Lomé, 4 mar (EFE).- El ministro de Transporte de Togo, Yao Lawson, dijo que Ghana aceptó el martes un descuento del \
{share} % en el peaje de los camiones.

La ministra de Transporte de Ghana, Akosua Darko, volvió a Acra.
"""
ASKED = """# "No bajaremos el peaje": entrevista con la ministra de Transporte de Ghana, Akosua Darko

El Correo de Lomé, 5 de marzo de 2026

**Pregunta. ¿Cuándo se abre el puente?**

**Respuesta.** En mayo.

**P. Togo quiere un descuento del 20 % en el peaje de los camiones. ¿Lo aceptó usted?**

**R.** {answer}

**P. ¿Va a volver a Lomé?**

**R.** Sí, el martes.
"""


@pytest.mark.parametrize(
    ("share", "answer", "expected"),
    [
        ("20", "Nunca dije eso, y nadie me lo oyó en Lomé.", ["account"]),
        ("20", "Lo estudiamos. Es un país amigo.", []),
        ("45", "Lo acepté, y con gusto.", []),
    ],
)
def test_an_answer_denies_that_it_was_accepted(tmp_path: Path, share: str, answer: str, expected: list[str]) -> None:
    (tmp_path / "1.txt").write_text(VISIT.format(share=share), "utf-8")
    (tmp_path / "2.md").write_text(ASKED.format(answer=answer), "utf-8")
    reading = read_week([tmp_path], as_of="2026-03-06", window=None, today="2026-03-06")
    brief = make_brief(reading, load_knowledge())
    assert [conflict.field for conflict in brief.conflicts] == expected


ACCUSED = """{title}

Lomé, 4 mar (EFE).- El ministro de Transporte de Togo, Yao Lawson, dijo que {matter} seguirá este año. {accusers} acusó al \
Gobierno de Togo de {deed}. El Gobierno de Togo lo negó.
"""


def test_two_matters_that_are_denied_alike_have_ids_of_their_own(tmp_path: Path) -> None:
    one = ACCUSED.format(title="El peaje sigue", matter="el peaje", accusers="El ministro de Ghana", deed="haber mentido")
    other = ACCUSED.format(title="El puerto sigue", matter="el puerto", accusers="La ministra de Ghana", deed="gastar el oro")
    (tmp_path / "1.txt").write_text(one, "utf-8")
    (tmp_path / "2.txt").write_text(other, "utf-8")
    reading = read_week([tmp_path], as_of="2026-03-06", window=None, today="2026-03-06")
    conflicts = make_brief(reading, load_knowledge()).conflicts
    assert [conflict.field for conflict in conflicts] == ["account", "account"]
    assert len({conflict.id for conflict in conflicts}) == len(conflicts)


CALLED = """Togo minister sets a date for the bridge

LOME, March 4 (AP) - Togo's Transport Minister Rita Soglo wants the bridge closed. She said she had telephoned her Ghanaian \
counterpart, Kofi Amah, on Monday evening and told him that March 31 was a final date.
"""
CONFIRMED = """Ghana niega que haya fecha para el puente

Acra, 5 mar (EFE).- El ministro de Transporte de Ghana, Kofi Amah, quiere el puente abierto. Amah confirmó que habló el lunes \
por teléfono con la ministra de Transporte togolesa, Rita Soglo, pero aseguró que en esa llamada no se mencionó ningún plazo.
"""


def test_a_call_that_both_confirm_is_not_what_they_differ_about(tmp_path: Path) -> None:
    (tmp_path / "1.txt").write_text(CALLED, "utf-8")
    (tmp_path / "2.txt").write_text(CONFIRMED, "utf-8")
    brief = make_brief(read_week([tmp_path], as_of="2026-03-06", window=None, today="2026-03-06"), load_knowledge())
    assert [conflict.field for conflict in brief.conflicts] == ["account"]
    assert not any(fact.conflicts for fact in brief.facts)


RECEIVED = """SANTIAGO, March 3, 2026 (Reuters) - Chilean Mining Minister Luis Soto received his Peruvian colleague, Ana \
Ruiz, at the ministry in Santiago on Monday for a meeting that lasted almost three hours.
"""


@pytest.mark.parametrize(
    ("denied", "expected"),
    [
        ("que durante la reunión con Luis Soto se hablara del boxeador Ernesto Paz", []),  # they met, and did not speak of him
        ("que se reuniera con Luis Soto", ["met_or_not"]),
    ],
)
def test_what_was_not_spoken_of_during_a_meeting_denies_no_meeting(tmp_path: Path, denied: str, expected: list[str]) -> None:
    told = f"Lima, 4 mar 2026 (EFE).- La ministra peruana de Minería, Ana Ruiz, volvió a Lima. Ruiz negó {denied}.\n"
    (tmp_path / "1.txt").write_text(RECEIVED, "utf-8")
    (tmp_path / "2.txt").write_text(told, "utf-8")
    brief = make_brief(read_week([tmp_path], as_of="2026-03-06", window=None, today="2026-03-06"), load_knowledge())
    assert [conflict.rules[0] for conflict in brief.conflicts] == expected

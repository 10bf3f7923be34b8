"""Which definite noun of a sentence only its article explains: tables of the last sentence of a text."""

from __future__ import annotations

import dataclasses

import pytest
from made_weeks import last_sentence_of

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Evidence, Language
from briefing.realize.edition import make_editions
from briefing.realize.leaning.definites import introducing, pointing_nouns
from briefing.realize.leaning.describing import description, is_bare
from briefing.realize.rungs.passages import passage_of
from briefing.realize.rungs.steps import nouns_left

THINGS = [
    ("en", "Kenya shut two warehouses on Monday. Mrema said the two warehouses were clean.", "warehouses", "counted before"),
    ("en", "Kenya shut an old grain depot on Monday. Mrema said the depot was clean.", None, "`[old grain]` is put before it"),
    ("en", "Kenya bought a scanner on Monday. Mrema said the scanner was clean.", "scanner", "a scanner"),
    ("en", "Kenya bought a scanner on Monday. Mrema said the scanner it bought was clean.", None, "it bought"),
    ("en", "Kenya bought a scanner on Monday. Mrema said the scanner of the port was clean.", None, "of the port"),
    ("en", "Kenya asked for more maize. Mrema said the extra maize would come in May.", "maize", "measured before"),
    ("en", "Workers left on Monday. Mrema said the workers were tired.", None, "people, not counted"),
    ("en", "Kenya has a strong economy. Mrema said the economy grew.", None, "there is only one"),
    (
        "es",
        "Panamá ofreció una barcaza para pasajeros. Quirós agradeció la barcaza.",
        None,
        "se le pone detrás",
    ),
    ("es", "Panamá ofreció una barcaza. Quirós agradeció la barcaza.", "barcaza", "una barcaza"),
    ("es", "Panamá ofreció una barcaza para pasajeros. Quirós agradeció la barcaza panameña.", None, "panameña"),
    ("es", "Panamá ofreció varias grúas. Quirós aseguró que las dos grúas siguen en el puerto.", "grúas", "contadas"),
    ("es", "Panamá cerró el paso por las noches. Quirós criticó el cierre nocturno.", "cierre", "cuál, antes se dijo"),
    ("en", "Chile seized two vessels on Monday. The vessels will stay in port.", "vessels", "brought in before"),
    ("en", "Chile seized two vessels on Monday. The vessels of Peru will stay in port.", None, "told which"),
    ("en", "Chile seized two vessels on Monday. The captain will stay in port.", "captain", "one of many"),
    ("en", "Chile seized two vessels on Monday. The owner will stay in port.", None, "not brought in before"),
    ("en", "Chile seized two vessels on Monday. The economy grew.", None, "there is only one"),
    ("es", "Chile incautó dos barcos el lunes. Los barcos seguirán en el puerto.", "barcos", "presentados antes"),
    ("es", "Chile incautó dos barcos el lunes. Los barcos peruanos seguirán en el puerto.", None, "dice cuáles"),
    ("en", "Zambia shut a mine on Monday. Mwanza said Zambia would inspect the plant.", "plant", "one of many plants"),
    ("en", "Zambia shut a mine on Monday. Mwanza said Zambia would inspect the copper plant.", None, "told which"),
    ("en", "Zambia shut a mine on Monday. Mwanza said Zambia would inspect a plant and close the plant.", None, "told before"),
    ("es", "Bolivia protestó en Asunción. Bolivia exige que la empresa pague los daños.", "empresa", "cuál"),
    ("es", "Bolivia protestó en Asunción. Bolivia exige que la empresa Río Claro pague los daños.", None, "con nombre"),
    ("es", "Bolivia protestó en Asunción. Bolivia exige que la inflación baje.", None, "hay una sola"),
    ("es", "Bolivia protestó en Asunción. Bolivia exige que las empresas paguen impuestos.", None, "todas"),
]
SIGNS = [
    ("en", "Norway cut the quota. Iceland welcomed the decision.", "sums_up"),
    ("en", "Norway set up a fee. Iceland paid the fee.", "is_of_a_leaning_kind"),
    ("en", "Norway offered 20 million euros. Iceland wants twice that amount.", "points_with_its_article"),
    ("en", "Norway sent three vessels. The vessels will stay in port.", "is_of_a_leaning_kind"),
    ("en", "Norway sent three nurses. The nurses will stay in Oslo.", "opens_as_known"),
    ("en", "Norway sent cod. Iceland ate the extra cod.", "is_counted_or_measured"),
    ("en", "Norway bought a scanner. Iceland repaired the scanner.", "was_brought_in"),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), THINGS, ids=[row[1] for row in THINGS])
def test_which_thing(language: Language, text: str, expected: str | None, comment: str) -> None:
    found = pointing_nouns(last_sentence_of(text, language))
    assert next((one.form for one in found), None) == expected, comment


@pytest.mark.parametrize(("language", "text", "sign"), SIGNS, ids=[row[2] for row in SIGNS])
def test_by_which_sign(language: Language, text: str, sign: str) -> None:
    assert [noun.sign for noun in pointing_nouns(last_sentence_of(text, language))] == [sign]


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("Zambia will close a smelting plant.", []),
        ("Zambia will close a port.", ["plant"]),
    ],
)
def test_what_a_line_above_has_told_is_known(line: str, left: list[str]) -> None:
    passage = last_sentence_of("Zambia shut a mine on Monday. Mwanza said Zambia would inspect the plant.", "en")
    edition = make_editions(("en",), {}, load_knowledge(), "2026-03-06")["en"]
    assert [noun.form for noun in nouns_left(passage, dataclasses.replace(edition, lines=[line]))] == left


def test_a_deed_told_above_may_be_another() -> None:
    passage = last_sentence_of("Zambia shut a mine on Monday. Malawi welcomed the decision.", "en")
    edition = make_editions(("en",), {}, load_knowledge(), "2026-03-06")["en"]
    assert nouns_left(passage, dataclasses.replace(edition, lines=["Zambia took a decision on visas."]))


def test_the_sentence_that_brings_it_in() -> None:
    passage = last_sentence_of("Zambia opened a new plant. It is in Ndola. Mwanza said Zambia would sell the plant.", "en")
    found = introducing(passage)
    assert found is None or found.span.start == 0


@pytest.mark.parametrize(
    ("before", "noun", "expected"),
    [
        ("Kenya built a grain depot.", "depot", "grain"),
        ("Kenya signed a 25-year contract.", "contract", None),
        ("Kenya set a $9-a-ton levy.", "levy", None),
        ("Kenya will host the tenth seminar.", "seminar", None),
        ("Kenya called it a political decision.", "decision", None),
        ("The Tekeze dam is full, while work on the old Gash dam goes on.", "dam", None),
    ],
)
def test_what_says_more_of_a_thing(before: str, noun: str, expected: str | None) -> None:
    text = f"{before} Mrema criticized the {noun}."
    article = Article(id="a1", file="a1.txt", sha256="", text=text, language="en", published="2026-03-04")
    doc = annotate(article, load_knowledge())
    span = doc.sentences[1].span
    passage = passage_of(Evidence(article="a1", start=span.start, stop=span.stop, text=span.of(text), language="en"), doc)
    index = next(i for i, token in enumerate(passage.tokens) if token.form == noun)
    assert description(passage, index) == expected


@pytest.mark.parametrize(
    ("text", "noun", "expected"),
    [
        ("Mrema said that thefts rose by nine percent in the first five months of the year.", "year", False),
        ("Mrema said that thefts rose by nine percent at the depot.", "depot", True),
    ],
)
def test_a_time_is_no_thing_to_describe(text: str, noun: str, expected: bool) -> None:
    passage = last_sentence_of(f"Kenya will finish the depot by the end of March next year. {text}", "en")
    index = next(i for i, token in enumerate(passage.tokens) if token.form == noun)
    assert is_bare(passage, index) is expected

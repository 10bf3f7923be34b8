"""Small words that point outside what is printed, and whom a pronoun means: tables of the last sentence of a text."""

from __future__ import annotations

import pytest
from made_weeks import last_sentence_of

from briefing.knowledge import load_knowledge
from briefing.model import Language
from briefing.realize.edition import make_editions
from briefing.realize.leaning.antecedents import person_meant
from briefing.realize.leaning.pointers import loose_pointer, points_in_narration
from briefing.realize.leaning.references import name_pronouns
from briefing.realize.notes.neighbours import stand_in

LOOSE = [
    # partitives
    ("en", "Norway wants at least 30 of them built in Bergen.", "them", "of what"),
    ("en", "Both governments will ask the bank to cover 40 percent of it.", "it", "of what: a share is not of itself"),
    ("en", "Norway ordered 60 trains and wants 30 of them built in Bergen.", None, "of the trains"),
    ("en", "Iceland bought a ferry and paid half of it in May.", None, "of the ferry"),
    ("es", "Chile ofreció liberar a 12 de ellos en mayo.", "ellos", "de quiénes"),
    ("es", "Chile detuvo a 40 pescadores, 12 de ellos en mayo.", None, "de los pescadores"),
    # objects
    ("en", "Dahl said Norway was open to sharing them with Iceland.", "them", "not those who share"),
    ("en", "Dahl received the ambassador, Jon Berg, and told him that the port was closed.", None, "the ambassador"),
    ("en", "Norway seized two boats and released them in May.", None, "the boats"),
    ("en", "Norway asked Iceland to help it in May.", None, "the one that asks"),
    ("es", "Ruiz les aseguró que Perú no aceptará el trazado.", "les", "a quiénes"),
    ("es", "Ruiz les aseguró a los alcaldes que Perú no aceptará el trazado.", None, "a los alcaldes"),
    ("es", "Ruiz recibió a los alcaldes y les aseguró que Perú pagará.", None, "a los alcaldes"),
    ("es", "El ministro le garantizó que la reforma no cambia los visados.", "le", "a quién"),
    ("es", "Perú se comprometió a hacerlo en mayo.", "lo", "qué"),
    ("es", "Chile cerró el puerto y Perú lo criticó.", None, "el puerto"),
    ("es", "Lo importante es que Chile firmó.", None, "un artículo"),
    # subjects
    ("en", "“So far they have hired forty people,” said Kari Dahl of the union.", "they", "who"),
    ("en", "Norway and Iceland said they would meet in May.", None, "the two"),
    ("en", "The company said they would leave in May.", None, "a body of many"),
    ("en", "The foreign minister of Iceland said he would resign.", None, "the minister"),
    ("en", "When he arrived in Oslo, Minister Jon Berg met the press.", None, "who is named behind"),
    ("en", "It is clear that the port will close.", None, "nothing is meant"),
    ("es", "El ministro de Perú pidió calma y dijo que hablará con ella.", "ella", "una palabra sin artículo no es nadie"),
    ("es", "Perú está dispuesto a financiar el 40 % de ella.", "ella", "de qué"),
    ("es", "Perú propuso una línea y pagará el 40 % de ella.", None, "de la línea"),
    ("es", "El ministro precisó que los pagará a un precio justo.", "los", "qué"),
    # what is told as a matter
    ("es", "«Noruega ha entendido que esto no es un regalo», señaló Ruiz.", "esto", "qué"),
    ("es", "Perú cerró el puerto y eso perjudica a Chile.", None, "que cerró"),
    ("en", "Kari Dahl said Norway would do so in May.", "so", "what"),
    ("en", "Iceland closed the port in May, and Norway will do so in June.", None, "close it"),
    # possessives
    ("en", "Norway will keep its ban.", None, "its own"),
    ("en", "Minister Kari Dahl lost her seat.", None, "her own"),
]
NARRATED = [
    ("Ruiz les aseguró que Perú no aceptará el trazado.", True, "la propia oración"),
    ("«Les pedimos que los lean», señaló Ruiz.", False, "palabras suyas"),
    ("Ruiz aseguró que Perú no aceptará el trazado.", False, "nada"),
]
MEANT = [
    ("The port will close, Minister Kari Dahl told the press in Oslo. She said no.", "Kari Dahl", "who told it"),
    ("Minister Kari Dahl of Norway opened the port. She said it would close.", "Kari Dahl", "who opened it"),
    ("Minister Kari Dahl of Norway opened the port. She met fishermen. She said no.", "Kari Dahl", "through another pronoun"),
    ("Minister Kari Dahl of Norway met Minister Anna Berg of Iceland. She said no.", None, "two may be meant"),
    ("Minister Kari Dahl of Norway met Anna Lund. She said no.", None, "somebody unknown may be meant"),
    ("Mr Jon Berg of Iceland opened the port. She said no.", None, "another gender"),
    ("Norway opened the port. She said no.", None, "nobody"),
    ("Dahl opened the port of Bergen. She said no.", None, "nobody in full"),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), LOOSE, ids=[row[1] for row in LOOSE])
def test_what_points_outside_its_sentence(language: Language, text: str, expected: str | None, comment: str) -> None:
    assert loose_pointer(last_sentence_of(text, language)) == expected, comment


@pytest.mark.parametrize(("text", "expected", "comment"), NARRATED, ids=[row[0] for row in NARRATED])
def test_what_points_outside_all_speech(text: str, *, expected: bool, comment: str) -> None:
    assert points_in_narration(last_sentence_of(text, "es")) is expected, comment


@pytest.mark.parametrize(("text", "expected", "comment"), MEANT, ids=[row[0] for row in MEANT])
def test_whom_a_pronoun_means(text: str, expected: str | None, comment: str) -> None:
    passage = last_sentence_of(text, "en")
    index = next(i for i, token in enumerate(passage.tokens) if token.form == "She")
    actor = person_meant(passage, index)
    assert (actor.name["en"] if actor else None) == expected, comment


def test_a_pronoun_of_somebody_named_in_its_sentence_stays() -> None:
    passage = last_sentence_of("Minister Kari Dahl opened a port. She said she had summoned the ambassador of Iceland.", "en")
    edition = make_editions(("en",), {"a1": passage.doc} if passage.doc else {}, load_knowledge(), "2026-03-06")["en"]
    first = passage.tokens[0].span
    named = name_pronouns(passage.edited(first.start, first.stop, "[Dahl]"), stand_in(passage), edition)
    assert named is not None
    assert len(named.edits) == 2
    assert named.edits[-1].text == "she"

"""One act told in two languages is one fact; two acts of one week are two."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate
from briefing.consolidate.bridges import bridge_features, dictionary
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Brief, Language

FILLER: tuple[tuple[Language, str], ...] = (
    ("en", "Kenya inaugurated a railway between Mombasa and Nairobi on Tuesday."),
    ("en", "The Swedish parliament approved the budget of the navy."),
    ("es", "Bolivia pidió a Paraguay vacunas contra la fiebre amarilla."),
    ("es", "El ministro de Agricultura de Uruguay visitó una feria de ganado."),
    ("en", "Vietnam criticized the Philippines over a lighthouse."),
    ("es", "Ghana prohibió la pesca con luces en sus aguas."),
)


def brief_of(*texts: tuple[Language, str]) -> Brief:
    knowledge = load_knowledge()
    articles = [
        Article(
            id=f"a{n}", file=f"{n}.txt", sha256=str(n), text=text, language=language, published="2026-03-04", outlet=f"o{n}"
        )
        for n, (language, text) in enumerate([*texts, *FILLER])
    ]
    docs = [annotate(article, knowledge) for article in articles]
    claims = {doc.article.id: extract(doc, knowledge) for doc in docs}
    return consolidate(docs, claims, knowledge, as_of="2026-03-06", window="2026-03-01/2026-03-06")


def together(brief: Brief) -> bool:
    return any({"a0", "a1"} <= {e.article for e in fact.evidence} for fact in brief.facts)


ONE = [
    (
        "Norway's Foreign Minister Ingrid Dahl said that Russia must return the fishing boat seized near Svalbard.",
        "La canciller de Noruega, Ingrid Dahl, dijo que Rusia debe devolver el barco pesquero apresado cerca de Svalbard.",
        "a person, a place and a demand",
    ),
    (
        "Chile deported 240 Haitian migrants on a plane to Port-au-Prince.",
        "Chile deportó a 240 migrantes haitianos en un avión a Puerto Príncipe.",
        "a number and an act",
    ),
    (
        "Kazakh farmers blocked the road to the Chinese border in protest against the wheat tariff.",
        "Agricultores kazajos bloquearon la carretera hacia la frontera con China en protesta por el arancel al trigo.",
        "words of the dictionary alone",
    ),
]
TWO = [
    (
        "Norway's Foreign Minister Ingrid Dahl said that Russia must return the fishing boat.",
        "La canciller de Noruega, Ingrid Dahl, viajó a Copenhague para hablar de energía.",
        "one person, two acts",
    ),
    (
        "Chile deported 240 Haitian migrants on a plane to Port-au-Prince.",
        "Chile deportó a 65 migrantes venezolanos por la frontera con Perú.",
        "one act, other people and another number",
    ),
    (
        "Both governments said in a statement that the dam is safe.",
        "Ambos gobiernos confirmaron en un comunicado las dos reuniones de Accra y Lomé.",
        "a statement of both governments says little",
    ),
    (
        "Der Spiegel reported that Austria sold rifles to Sudan.",
        "Según Der Spiegel, Dinamarca investiga a un banco de Copenhague.",
        "told by one medium",
    ),
]


@pytest.mark.parametrize(("english", "spanish", "comment"), ONE, ids=[row[2] for row in ONE])
def test_one_act_in_two_languages(english: str, spanish: str, comment: str) -> None:
    assert together(brief_of(("en", english), ("es", spanish)))
    assert together(brief_of(("es", spanish), ("en", english)))


@pytest.mark.parametrize(("english", "spanish", "comment"), TWO, ids=[row[2] for row in TWO])
def test_two_acts(english: str, spanish: str, comment: str) -> None:
    assert not together(brief_of(("en", english), ("es", spanish)))


@pytest.mark.parametrize(
    ("english", "spanish", "shared"),
    [
        ("The wheat harvest fell.", "La cosecha de trigo cayó.", True),
        ("An analysis was published.", "Se publicó un análisis.", True),
        ("Tarvainen spoke.", "Habló Tarvainen.", True),
        ("The hats are blue.", "Las sillas son verdes.", False),
    ],
)
def test_bridges(english: str, spanish: str, shared: bool) -> None:
    knowledge = load_knowledge()
    sides = []
    for language, text in (("en", english), ("es", spanish)):
        doc = annotate(Article(id=language, file="f", sha256="", text=text, language=language), knowledge)
        sides.append(bridge_features(doc, doc.sentences[0], knowledge))
    assert bool(sides[0] & sides[1]) is shared


def test_no_sense_swallows_the_dictionary() -> None:
    """Words chained by their translations stay few, or everything would mean everything."""
    senses = list(dictionary().values())
    assert max(senses.count(sense) for sense in set(senses)) <= 40


JOINT = [
    (
        "es",
        "El gobierno de Chile rechazó la propuesta del gobierno de Perú de cerrar el puerto.",
        {"CL"},
        "what Peru proposed is only named",
    ),
    (
        "es",
        "El gobierno de Perú propuso a Chile cerrar el puerto. El gobierno de Chile rechazó la propuesta de Perú.",
        {"PE", "CL"},
        "each does its own",
    ),
    ("en", "Peru and Chile agreed to close the port of Arica.", {"PE", "CL"}, "a joint statement is each side's"),
]


@pytest.mark.parametrize(("language", "text", "governments", "comment"), JOINT, ids=[row[3] for row in JOINT])
def test_a_sentence_stands_in_the_column_of_who_acts(
    language: Language, text: str, governments: set[str], comment: str
) -> None:
    found = {position.government for position in brief_of((language, text)).positions if position.evidence[0].article == "a0"}
    assert found == governments

"""The sentence that a meeting's row shows, what its note adds for an empty cell, and which articles tell of the meeting."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate, corroborate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Language, Meeting
from briefing.realize import realize

KNOWLEDGE = load_knowledge()
BANDA = "Zambia's foreign minister, Joy Banda, will meet her Malawian counterpart, Tom Phiri, in Chipata on March 22"


def row_of(*texts: str, day: str = "") -> Meeting:
    """The first row of a memo of Friday, 6 March 2026; each text begins with its language, the articles are of the 4th."""
    languages: list[Language] = ["en" if text.startswith("en: ") else "es" for text in texts]
    articles = [
        Article(
            id=f"a{n}",
            file=f"{n}.txt",
            sha256="",
            text=text[len("en: ") :],
            language=language,
            published="2026-03-04",
            published_basis="stated",
        )
        for n, (text, language) in enumerate(zip(texts, languages, strict=True))
    ]
    docs = {article.id: annotate(article, KNOWLEDGE) for article in articles}
    claims = {name: extract(doc, KNOWLEDGE) for name, doc in docs.items()}
    made = consolidate(tuple(docs.values()), claims, KNOWLEDGE, as_of="2026-03-06", window="2026-03-01/2026-03-06")
    rows = corroborate(realize(made, docs, KNOWLEDGE), docs, claims, KNOWLEDGE).meetings
    return next(row for row in rows if day in (row.date or ""))


SENTENCES: list[tuple[list[str], Language, str, str, str]] = [
    (
        [f"en: {BANDA} to review the railway plan."],
        "en",
        "native",
        f"{BANDA} to review the railway plan.".replace("'", "’"),
        "the article's own sentence, though the fields would make one",
    ),
    (
        [f"en: {BANDA} to review the railway plan."],
        "es",
        "frame",
        "Joy Banda y Tom Phiri se reunirán el 22 de marzo.",
        "in the other edition the fields, where they have all",
    ),
    (
        [
            "es: Ambos gobiernos confirmaron dos citas. La segunda es una reunión ministerial en Arica entre Chile y Perú, "
            "programada para el 20 de marzo."
        ],
        "es",
        "native",
        "Una reunión ministerial en Arica entre Chile y Perú, programada para el 20 de marzo.",
        "one of several, counted off",
    ),
    (
        [
            "es: La pesca ha caído. El encuentro, celebrado el 2 de marzo en Arica entre el canciller chileno, Mario Vega, y "
            "su homóloga peruana, Elsa Rojas, se centró en la pesca."
        ],
        "es",
        "native",
        "El encuentro, celebrado el 2 de marzo en Arica entre el canciller chileno, Mario Vega, y su homóloga peruana, Elsa "
        "Rojas, se centró en la pesca.",
        "which one, the heading and the cells say",
    ),
]


@pytest.mark.parametrize(("texts", "language", "rung", "line", "comment"), SENTENCES, ids=[row[-1] for row in SENTENCES])
def test_the_sentence(texts: list[str], language: Language, rung: str, line: str, comment: str) -> None:
    row = row_of(*texts)
    assert (row.basis[language], row.text[language]) == (rung, line), comment


COMMISSION = "The two countries' border commission will meet in Chipata on March 22."
PEOPLE = "Zambia's foreign minister, Joy Banda, and Malawi's, Tom Phiri, praised the plan. Trade grew by 3%."
FIRST = PEOPLE.partition(" Trade")[0]
ADDED: list[tuple[str, list[str], str]] = [
    (
        f"{PEOPLE}\n\n{COMMISSION} Banda said she would attend in person.",
        ["Banda said she would attend in person."],
        "who comes",
    ),
    (f"{PEOPLE}\n\n{COMMISSION} Banda wants a new railway.", [], "who says something else"),
    (f"{PEOPLE}\n\n{COMMISSION} Rain fell in Lusaka all day.", [], "another place, of no meeting"),
    (f"{PEOPLE}\n\n{COMMISSION} Malawi has not confirmed the date.", ["Malawi has not confirmed the date."], "a doubt"),
    (
        f"{PEOPLE}\n\n{COMMISSION} It may be put off if the strike goes on.",
        ["It may be put off if the strike goes on."],
        "so",
    ),
    (
        f"{PEOPLE}\n\n{COMMISSION} Banda was then received by Malawi's president, Peter Moyo.",
        [],
        "what was done, behind what is to come: another",
    ),
    (f"{PEOPLE}\n\n{COMMISSION} Banda will visit Lilongwe on March 29 for talks.", [], "a visit of another day"),
    (f"{PEOPLE}\n\n{COMMISSION} The strike goes on.", [], "what tells nothing of it"),
    (
        "Hauliers rejected the extension.\n\nZambia's economy minister, Joy Banda, will meet her Malawian counterpart in "
        "Chipata on March 22.",
        [],
        "what others do, of none of the two countries",
    ),
    (f"{PEOPLE}\n\n{BANDA}. Banda spoke of tariffs.", [], "no cell is empty"),
]


@pytest.mark.parametrize(("text", "added", "comment"), ADDED, ids=[row[-1] for row in ADDED])
def test_what_the_note_adds(text: str, added: list[str], comment: str) -> None:
    row = row_of(f"en: {text}", day="03-22")
    assert [piece.text for piece in row.context.get("en", ())] == added, comment


TOLD = f"en: {BANDA}."
WITNESSES: list[tuple[str, int, str]] = [
    ("en: Zambia wants the railway. The meeting of March 22 with Malawi will decide on it.", 2, "its day and both sides"),
    ("es: Zambia quiere el tren. La reunión del 22 de marzo en Chipata decidirá.", 2, "its day and its place"),
    ("en: Zambia wants the railway. The meeting of March 25 with Malawi will decide on it.", 1, "another day"),
    ("en: Zambia wants the railway. The meeting of March 22 with Kenya will decide on it.", 1, "another side"),
    ("en: Zambia and Malawi traded 3 tons on March 22 last year.", 1, "no meeting"),
]


@pytest.mark.parametrize(("other", "count", "comment"), WITNESSES, ids=[row[-1] for row in WITNESSES])
def test_who_tells_of_it(other: str, count: int, comment: str) -> None:
    row = row_of(TOLD, other, day="03-22")
    told = {piece.article for number, piece in enumerate(row.evidence) if number not in row.beside}
    assert (row.sources, len(told)) == (count, count), comment


def test_a_sentence_of_another_day_is_not_the_rows() -> None:
    row = row_of(
        "en: Zambia's foreign minister, Joy Banda, met her Malawian counterpart in Chipata on March 3. They will meet again on "
        "March 22 in Lusaka, if the railway is not open before then.",
        day="03-22",
    )
    assert "March 22" in row.text["en"]
    assert "if the railway" in row.text["en"]
    assert "3 de marzo" not in row.text["es"]


GEORGIA = (
    "en: Foreign Minister Nino Beridze of Georgia said that she had spoken by phone on March 2 with her Armenian counterpart, "
    "Aram Petrosyan, who apologised for the shooting of two shepherds."
)
BRIDGE = "El canciller armenio, Aram Petrosyan, habló por teléfono el 2 de marzo con su homóloga de Georgia, Nino Beridze"
AGAINST = [
    (f"es: {BRIDGE}, pero dijo que solo trataron del puente.", True, "what one side sets against the other"),
    (f"es: {BRIDGE}.", False, "the same again"),
]


@pytest.mark.parametrize(("text", "quoted", "comment"), AGAINST, ids=[row[-1] for row in AGAINST])
def test_both_versions_of_what_was_held(text: str, quoted: bool, comment: str) -> None:
    row = row_of(GEORGIA, text, day="03-02")
    assert (text.removeprefix("es: ") in [piece.text for piece in row.further]) is quoted, comment

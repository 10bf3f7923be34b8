"""What a note quotes for a line that follows on from the sentence before, or whose noun another word has told."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Evidence, Fact, Language
from briefing.realize.edition import Edition, make_editions
from briefing.realize.notes.elsewhere import told_elsewhere
from briefing.realize.notes.following_on import right_before
from briefing.realize.notes.surroundings import surrounded

OPENING = {
    "en": "Malta and Tunisia have talked for a year about salt.\n\n",
    "es": "Malta y Túnez llevan un año hablando de la sal.\n\n",
}

QUOTED = [
    (
        "en",
        "Tunisia asks for 31 million euros for the salt. Malta has paid 24 million euros so far. The mayor of Gozo married.\n\n"
        "Malta’s minister, Rita Borg, said on Monday that the difference is a fine which Tunisia has never explained to Malta.",
        ["Tunisia asks for 31 million euros for the salt.", "Malta has paid 24 million euros so far."],
        "the two sums that leave a difference",
    ),
    (
        "en",
        "“Without olives there is no pact,” a grower said in Sfax. Malta’s minister, Rita Borg, did not rule out buying that "
        "fruit from Tunisia.",
        ["“Without olives there is no pact,” a grower said in Sfax."],
        "a thing that is pointed at, which another has just named",
    ),
    (
        "en",
        "“Without olives there is no pact,” a grower said in Sfax. Malta’s minister, Rita Borg, said on Monday that drought "
        "must be feared in Tunisia.",
        [],
        "no thing is pointed at",
    ),
    (
        "es",
        "El recargo de la sal subió en mayo con otro ministro de Túnez. La ministra de Malta, Rita Borg, respondió el lunes al "
        "ministro de Túnez, Amal Jlassi, quien pidió a Malta un pago.",
        [],
        "what is answered, the line tells itself",
    ),
    (
        "en",
        "Jlassi asked Malta to hand over a smuggler, Slim Ayadi. Malta’s minister, Rita Borg, said that the request was before "
        "a court in Valletta.",
        ["Jlassi asked Malta to hand over a smuggler, Slim Ayadi."],
        "what somebody called by a surname has asked",
    ),
    (
        "en",
        "A Maltese patrol stopped a trawler from Sfax with nine men on Sunday. It rained.\n\nTunisia’s minister, Amal Jlassi, "
        "said on Monday that the boat had been in Tunisian waters.",
        ["A Maltese patrol stopped a trawler from Sfax with nine men on Sunday."],
        "the boat, by another word",
    ),
    (
        "en",
        "A yacht sank off Gozo in May. A barge brought sand from Sfax in June.\n\nTunisia’s minister, Amal Jlassi, said "
        "on Monday that the patrol had stopped a trawler and that the boat was old.",
        [],
        "the line itself has told which boat",
    ),
    (
        "en",
        "The mayor of Gozo married. A coaster lost a box of tuna. A barge sank in June. A ferry was sold to Sfax.\n\nTunisia’s "
        "minister, Amal Jlassi, said on Monday that the vessel had been in Tunisian waters.",
        [],
        "of two that are no opening nobody knows which",
    ),
    (
        "en",
        "Malta’s minister, Rita Borg, wants Tunis to hand over a smuggler, Slim Ayadi. Jlassi answered that Tunisia had never "
        "received a valid request.",
        ["Malta’s minister, Rita Borg, wants Tunis to hand over a smuggler, Slim Ayadi."],
        "to what is answered",
    ),
    (
        "en",
        "Malta’s minister, Rita Borg, visited a school in Sfax. Asked about a smuggler, Jlassi answered that Tunisia had never "
        "received a valid request from Malta.",
        [],
        "the line says itself to what",
    ),
    (
        "en",
        "Borg’s colleague, Amal Jlassi, denied that Tunisia had raised the fee for salt. “We have not touched a single cent,” "
        "she said.",
        ["Borg’s colleague, Amal Jlassi, denied that Tunisia had raised the fee for salt."],
        "the words in which its speaker denies it",
    ),
    (
        "es",
        "La ministra de Malta, Rita Borg, pidió que Túnez retire el recargo del 9 % sobre la sal. Jlassi contestó que no se "
        "retirará.",
        ["La ministra de Malta, Rita Borg, pidió que Túnez retire el recargo del 9 % sobre la sal."],
        "what is not done",
    ),
    (
        "es",
        "Un buzo saludó a Borg en el muelle. La ministra de Malta, Rita Borg, dijo que no se retirarán las tropas maltesas.",
        [],
        "what is not done stands behind the verb",
    ),
    (
        "es",
        "Túnez propuso 90 visas de pesca por año. La ministra de Malta, Rita Borg, está dispuesta a conceder 60.",
        ["Túnez propuso 90 visas de pesca por año."],
        "a number without its noun",
    ),
    (
        "es",
        "Los ministros de Malta y Túnez coordinaron la vacunación contra el cólera. Malta enviará 30.000 dosis, dijo Borg.",
        ["Los ministros de Malta y Túnez coordinaron la vacunación contra el cólera."],
        "portions of something",
    ),
    (
        "es",
        "El transbordador que iba a unir Sfax con Gozo fue vendido a un astillero. Malta pidió a Túnez una nueva fecha.",
        ["El transbordador que iba a unir Sfax con Gozo fue vendido a un astillero."],
        "a noun that is always of another thing",
    ),
    (
        "en",
        "Tunisia has closed the salt market of Gafsa to Maltese buyers. Malta’s minister, Rita Borg, asked for an explanation.",
        ["Tunisia has closed the salt market of Gafsa to Maltese buyers."],
        "a noun that is always of another thing, in English",
    ),
    (
        "es",
        "Malta y Túnez firmaron un memorando de cabotaje aéreo.\n\nEl instrumento autoriza 20 frecuencias en su primera etapa.",
        ["Malta y Túnez firmaron un memorando de cabotaje aéreo."],
        "its verb is taken for an adjective",
    ),
    (
        "en",
        "Malta captured a trawler off Gozo in August.\n\nTunisia’s minister, Amal Jlassi, said on Tuesday that the seizure "
        "broke the fishing convention of 1998.",
        ["Malta captured a trawler off Gozo in August."],
        "a deed told by another verb",
    ),
    (
        "es",
        "Malta duplicó la tasa de los pesqueros.\n\nLa ministra de Túnez, Amal Jlassi, dijo que la subida de la gasolina "
        "preocupa a Sfax.",
        [],
        "a rise of which the line says of what",
    ),
]


def _line(language: Language, text: str) -> tuple[Evidence, Edition]:
    """The last sentence, behind an opening of its own."""
    whole = OPENING[language] + text
    article = Article(id="a1", file="a.txt", sha256="", text=whole, language=language, published="2026-03-04")
    doc = annotate(article, load_knowledge())
    span = doc.sentences[-1].span
    piece = Evidence(article="a1", start=span.start, stop=span.stop, text=span.of(whole), language=language)
    return piece, make_editions((language,), {"a1": doc}, load_knowledge(), "2026-03-06")[language]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), QUOTED, ids=[row[-1] for row in QUOTED])
def test_what_a_line_follows_on_from(language: Language, text: str, expected: list[str], comment: str) -> None:
    piece, edition = _line(language, text)
    line = Fact(id="f-1", kind="statement", evidence=(piece,), text={language: piece.text}, basis={language: "native"})
    assert [one.text for one in surrounded(line, edition)] == expected, comment


ELSEWHERE = [
    (
        "es",
        "Malta devolvió a Túnez un velero capturado en mayo frente a Gozo. Llevaba sal.",
        "Túnez considera que la captura se produjo en aguas propias.",
        True,
        "the deed's own word, in another form",
    ),
    (
        "es",
        "Malta devolvió a Túnez un velero capturado en mayo frente a Gozo. Llevaba sal.",
        "Un guardia capturó a un turista en Sfax. Túnez considera que la captura se produjo en aguas propias.",
        False,
        "its own article tells a deed of that word",
    ),
    (
        "es",
        "Malta y Túnez tenderán un gasoducto de 300 kilómetros desde Gozo. Durará seis años.",
        "Túnez niega que el proyecto dañe los corales.",
        True,
        "the thing with which another article opens",
    ),
    (
        "es",
        "Malta y Túnez tenderán un gasoducto de 300 kilómetros desde Gozo. Durará seis años.",
        "Túnez niega que el acuerdo dañe los corales.",
        False,
        "of accords a week has many",
    ),
    (
        "es",
        "Malta y Túnez tenderán un gasoducto de 300 kilómetros desde Gozo. Durará seis años.",
        "Libia hará un puente en Trípoli. Túnez niega que el proyecto dañe los corales.",
        False,
        "its own article has told a thing",
    ),
]


@pytest.mark.parametrize(("language", "other", "text", "quoted", "comment"), ELSEWHERE, ids=[row[-1] for row in ELSEWHERE])
def test_what_another_article_opens_with(language: Language, other: str, text: str, quoted: bool, comment: str) -> None:
    articles = [
        Article(id=name, file=f"{name}.txt", sha256="", text=words, language=language, published="2026-03-04")
        for name, words in (("a1", text), ("a2", other))
    ]
    docs = {one.id: annotate(one, load_knowledge()) for one in articles}
    span = docs["a1"].sentences[-1].span
    piece = Evidence(article="a1", start=span.start, stop=span.stop, text=span.of(text), language=language)
    edition = make_editions((language,), docs, load_knowledge(), "2026-03-06")[language]
    found = told_elsewhere(edition.passages.of(piece), piece.text, edition)
    assert (found is not None and found.article == "a2") is quoted, comment


ALONE = [
    (
        "en",
        "Borg’s colleague, Amal Jlassi, announced that the salt works would reopen. “Malta should send its engineers to Sfax,” "
        "she said.",
        "a matter of its own",
    ),
    (
        "es",
        "Los ministros de Malta y Túnez visitaron un puerto. Malta enviará 30.000 dosis de vacuna contra el cólera, dijo Borg.",
        "portions whose thing is told",
    ),
    (
        "en",
        "Divers greeted Borg on the quay. Malta’s minister, Rita Borg, asked for an explanation of the ban on salt.",
        "a noun whose matter is told behind it",
    ),
    (
        "es",
        "Un buzo saludó a Borg en el muelle. Malta pidió a Túnez una nueva fecha para la cumbre de la sal.",
        "a date whose matter is told behind it",
    ),
]


@pytest.mark.parametrize(("language", "text", "comment"), ALONE, ids=[row[-1] for row in ALONE])
def test_a_line_that_follows_on_from_nothing(language: Language, text: str, comment: str) -> None:
    piece, edition = _line(language, text)
    assert right_before(edition.passages.of(piece)) == (), comment

"""What articles assert, as tables: text, expected, comment; texts that must yield nothing count as much."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from briefing.annotate.document import annotate
from briefing.extract import extract
from briefing.extract.coding import code_events
from briefing.knowledge import load_knowledge
from briefing.model import Account, Article, Claim, Event, Statement

CASES = Path(__file__).parent / "cases"


def rows(topic: str) -> list[object]:
    found = []
    for language in ("es", "en"):
        for row in yaml.safe_load((CASES / language / f"{topic}.yaml").read_text("utf-8")):
            marks = [pytest.mark.xfail(strict=True)] if row.get("expect_fail") else []
            name = f"{language}: {row['comment']}: {row['text'][:40]}"
            found.append(pytest.param(language, row["text"], row["expect"], id=name, marks=marks))
    return found


def claims_of(language: str, text: str) -> tuple[Claim, ...]:
    knowledge = load_knowledge()
    article = Article(
        id="a1", file="t.txt", sha256="", text=text, language=language, published="2026-03-04", published_basis="stated"
    )
    return extract(annotate(article, knowledge), knowledge)


@pytest.mark.parametrize(("language", "text", "expected"), rows("statements"))
def test_statements(language: str, text: str, expected: list[str]) -> None:
    found = {f"{c.government} {c.stance}" for c in claims_of(language, text) if isinstance(c, Statement) and c.official}
    assert found == set(expected)


@pytest.mark.parametrize(("language", "text", "expected"), rows("meetings"))
def test_meetings(language: str, text: str, expected: list[str]) -> None:
    found = {
        f"{c.meeting} {','.join(sorted(c.actors))} {c.date or '-'} {c.status or '-'}"
        for c in claims_of(language, text)
        if isinstance(c, Event) and c.meeting
    }
    assert found == set(expected)


@pytest.mark.parametrize(("language", "text", "expected"), rows("deeds"))
def test_deeds(language: str, text: str, expected: list[str]) -> None:
    found = [
        f"{c.act} {'+'.join(sorted(c.actors))}{' (aside)' * ('told_aside' in c.rules)}"
        for c in claims_of(language, text)
        if isinstance(c, Event) and c.act and not c.meeting
    ]
    assert found == expected


def test_an_answer_dates_what_its_question_asks_for() -> None:
    text = "Interview with Ana Mensah, Togo's minister\n\nQ. When does the water panel meet again?\nA. On March 20, in Kara.\n"
    found = [(c.date, c.place, c.people) for c in claims_of("en", text) if isinstance(c, Event) and c.meeting]
    assert found == [("2026-03-20", "Kara", ())]


AT_NO_TIME = [
    ("es", "En ningún momento de la conversación la ministra chilena, Ana Ruiz, ofreció plazos a Perú.", False),
    ("es", "En ningún momento Chile ofreció un plazo a Perú.", False),
    ("es", "En ese momento Chile ofreció un plazo a Perú.", True),
    ("en", "At no point did Chile offer more time to Peru.", False),
]


@pytest.mark.parametrize(("language", "text", "offers"), AT_NO_TIME, ids=[row[1] for row in AT_NO_TIME])
def test_what_was_done_at_no_time(language: str, text: str, offers: bool) -> None:
    stances = {claim.stance for claim in claims_of(language, text) if isinstance(claim, Statement)}
    assert ("offers" in stances) is offers


SCENES = [
    ("es", "La ministra de Salud de Chile, Ana Ruiz, recibe a este diario en su despacho, dos días después del fallo.", 0),
    ("en", "Chile's health minister, Ana Ruiz, received this newspaper in her office on Monday.", 0),
    ("es", "La ministra de Salud de Chile, Ana Ruiz, dijo a este diario que el puerto cerrará.", 1),
    ("en", "Chile's health minister, Ana Ruiz, received the press in her office.", 1),
]


@pytest.mark.parametrize(("language", "text", "told"), SCENES, ids=[row[1] for row in SCENES])
def test_the_scene_of_an_interview_is_no_news(language: str, text: str, told: int) -> None:
    assert len(claims_of(language, text)) == told


PARTS = [
    ("en", "Chilean officials said that Peruvian advisers are at work in the port.", "report:told"),
    ("es", "El rotativo reveló que hay asesores de Chile en los puestos de mando de Perú.", "report:told"),
    ("en", "Chile opened a road to Peru.", "report:done"),
    ("en", "The ambassador of Chile was called to the ministry in Lima.", "report:done"),
    ("en", "The dispute between Chile and Peru is among the most delicate of the decade.", "report:named"),
    ("es", "El tono del mensaje contrasta con el comunicado de Chile y Perú.", "report:named"),
]


@pytest.mark.parametrize(("language", "text", "part"), PARTS)
def test_what_actors_have_to_do_with_a_report(language: str, text: str, part: str) -> None:
    reports = [c for c in claims_of(language, text) if isinstance(c, Event) and c.act is None]
    assert [part in c.rules for c in reports] == [True]


def test_second_name_under_one_title() -> None:
    text = "Presidents Ana Mora and Juan Petit are scheduled to meet in Lima on March 20."
    people = [c.people for c in claims_of("en", text) if isinstance(c, Event) and c.meeting]
    assert people == [("person:ana mora", "person:juan petit")]


@pytest.mark.parametrize(("language", "text", "expected"), rows("accounts"))
def test_accounts(language: str, text: str, expected: list[str]) -> None:
    found = dict.fromkeys(
        f"{'not ' * c.negated}{c.topic.partition(':')[2]} {'+'.join(c.actors) or '-'} by {'+'.join(c.holders) or '-'}"
        for c in claims_of(language, text)
        if isinstance(c, Account)
    )
    assert list(found) == expected


@pytest.mark.parametrize(("language", "text", "expected"), rows("claim_dates"))
def test_each_claim_has_its_own_date(language: str, text: str, expected: list[str]) -> None:
    found = dict.fromkeys(f"{c.act} {c.date or '-'}" for c in claims_of(language, text) if c.act and not isinstance(c, Account))
    assert list(found) == expected


@pytest.mark.parametrize(("language", "text", "expected"), rows("events"))
def test_coded_events(language: str, text: str, expected: list[str]) -> None:
    knowledge = load_knowledge()
    article = Article(id="a1", file="t.txt", sha256="", text=text, language=language, published="2026-03-04")
    found = code_events(annotate(article, knowledge), knowledge)
    assert [f"{e.plover} {'+'.join(e.actors)}>{'+'.join(e.recipients)}" for e in found] == expected


def test_evidence_is_the_exact_words() -> None:
    text = "El gobierno de Perú rechazó la propuesta. Chile exigió a Bolivia retirar sus tropas."
    for claim in claims_of("es", text):
        assert text[claim.evidence.start : claim.evidence.stop] == claim.evidence.text


def test_a_scrambled_article_carries_no_subject_over() -> None:
    text = "El gobierno de Perú habló ayer. Rechazó la propuesta."
    knowledge = load_knowledge()
    for notes, governments in (((), {"PE"}), (("scrambled",), set())):
        article = Article(id="a1", file="t", sha256="", text=text, language="es", published="2026-03-04", notes=notes)
        claims = extract(annotate(article, knowledge), knowledge)
        assert {c.government for c in claims if isinstance(c, Statement) and c.stance == "rejects"} == governments


def test_all_whom_a_pronoun_means_met() -> None:
    text = (
        "Peru's Transport Minister Rosa Quispe and her Chilean counterpart, Pablo Díaz, announced it at the Bolívar centre, "
        "where they met together with Chilean Interior Minister Silvia Rojas on Monday."
    )
    met = [c.people for c in claims_of("en", text) if isinstance(c, Event) and c.meeting]
    assert met == [("person:rosa quispe", "person:pablo diaz", "person:silvia rojas")]


@pytest.mark.parametrize(
    ("language", "text", "told_through"),
    [
        ("en", "Peru's Ana Soto announced the toll at a hall, where she met Chile's President Pablo Díaz on Monday.", ()),
        ("en", "Chile said the hall where its minister met Peru's President Juan Quispe on Monday was closed.", ("CL",)),
        ("es", "El portavoz de Perú dijo que Ana Soto, ministra de Chile, se reunió el lunes con Juan Quispe.", ("PE",)),
    ],
    ids=["what happened at a place is the article's own", "not in what is said", "what is said"],
)
def test_who_tells_of_a_meeting(language: str, text: str, told_through: tuple[str, ...]) -> None:
    met = [c for c in claims_of(language, text) if isinstance(c, Event) and c.meeting]
    assert [c.attribution for c in met] == [told_through]


@pytest.mark.parametrize(
    ("language", "text", "told_through"),
    [
        ("es", "Ana Quispe respondió al ministro de Chile, quien exigió la apertura de la frontera.", ()),
        ("es", "El portavoz de Perú respondió al ministro de Chile, quien exigió la apertura de la frontera.", ()),
        ("es", "El portavoz de Perú dijo que Chile exigió la apertura de la frontera.", ("PE",)),
        ("en", "Peru's spokesman told reporters in Lima that Chile demanded the opening of the border.", ("PE",)),
        ("en", "Peru's spokesman, who demanded the opening of the border, informed the lawmakers on Friday.", ()),
        ("es", "El portavoz de Perú, que exigió la apertura de la frontera, informó a los diputados el viernes.", ()),
    ],
    ids=[
        "a clause about the hearer is the article's own",
        "so is this one",
        "what is said",
        "what is said to somebody somewhere",
        "a clause about who says something is the article's own",
        "so is this one in Spanish",
    ],
)
def test_who_tells_of_a_demand(language: str, text: str, told_through: tuple[str, ...]) -> None:
    demands = [c for c in claims_of(language, text) if isinstance(c, Statement) and c.stance == "demands"]
    assert [c.attribution for c in demands] == [told_through]


@pytest.mark.parametrize(
    ("text", "stance", "quoted"),
    [
        ("“Exigimos que Chile retire sus barcos”, declaró la canciller de Perú, Ana Quispe.", "demands", True),
        (
            "“Exigimos que Chile se retire”, declaró la canciller de Perú, Ana Quispe, que rechazó el plan de Bolivia.",
            "rejects",
            False,
        ),
    ],
)
def test_a_statement_is_quoted_with_its_own_words(text: str, stance: str, quoted: bool) -> None:
    found = [c for c in claims_of("es", text) if isinstance(c, Statement) and c.stance == stance and c.government == "PE"]
    assert [bool(claim.quote) for claim in found] == [quoted]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Peru asked Bolivia to guarantee passage of 800 trucks stranded since November 26."),
        ("es", "Perú pidió a Bolivia el paso de 800 camiones varados desde el 26 de noviembre."),
        ("en", "Chile said that 14 plants of Peru should be closed by 2028."),
    ],
)
def test_a_limit_of_time_is_no_date_of_what_is_told(language: str, text: str) -> None:
    assert {claim.date for claim in claims_of(language, text)} == {None}


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("es", "¿Ganará alguien esta pelea? Lo dudo. Perú quiere retirar sus barcos de Chile.", False),
        ("en", "Will anybody win? I doubt it. Peru wants to withdraw its ships from Chile.", False),
        ("es", "La canciller lo dudó. Perú quiere retirar sus barcos de Chile.", True),
        ("es", "“¿Quién gana? Yo no”, dijo el ministro de Bolivia. Perú quiere retirar sus barcos de Chile.", True),
    ],
)
def test_an_essay_gives_only_what_it_attributes(language: str, text: str, found: bool) -> None:
    assert any(isinstance(c, Statement) and c.government == "PE" for c in claims_of(language, text)) is found


# the sentence; its language; whether anything is told in it
SILENCES = [
    ("The Ghanaian foreign ministry declined to comment on the detention of two Togolese traders.", "en", False),
    ("Ghana closed the Aflao crossing on Monday and declined to comment on the matter.", "en", True),
    ("El ministerio de Exteriores de Togo declinó hacer comentarios sobre la detención.", "es", False),
    ("El Gobierno de Ghana se negó a pronunciarse, pero pidió a Togo que abra el paso.", "es", True),
]


@pytest.mark.parametrize(("text", "language", "told"), SILENCES)
def test_who_declines_to_comment_tells_nothing(text: str, language: str, told: bool) -> None:
    assert bool(claims_of(language, text)) is told

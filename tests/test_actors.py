"""Who is named where, as tables: every mention with its actor, people with the country and role that the article gives."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.annotate.actors import find_actors
from briefing.annotate.parse import parse
from briefing.knowledge import load_knowledge
from briefing.model import Actor, Article, Mark, Mention, Sentence, Span

CASES = Path(__file__).parent / "cases"


def rows() -> list[Any]:
    found = []
    for language in ("es", "en"):
        for row in yaml.safe_load((CASES / language / "actors.yaml").read_text("utf-8")):
            marks = [pytest.mark.xfail(strict=True)] if row.get("expect_fail") else []
            found.append(pytest.param(language, row, id=f"{language}: {row['comment']}", marks=marks))
    return found


def find(text: str, language: str) -> tuple[dict[str, Actor], tuple[Mention, ...]]:
    return find_actors(text, parse(text, language), language, load_knowledge())


@pytest.mark.parametrize(("language", "row"), rows())
def test_mentions(language: str, row: dict[str, Any]) -> None:
    actors, mentions = find(row["text"], language)
    named = {m.span.of(row["text"]): m.actor + (" place" if m.place else "") for m in mentions}
    assert named == row["mentions"]
    for name, expected in row.get("people", {}).items():
        actor = actors[name]
        assert f"{actor.country} {actor.role} {'official' if actor.official else 'not'}" == expected


@pytest.mark.parametrize("language", ["es", "en"])
@given(text=st.text(max_size=200))
@settings(max_examples=40, deadline=None)
def test_any_text(language: str, text: str) -> None:
    actors, mentions = find(text, language)
    assert all(0 <= m.span.start < m.span.stop <= len(text) and m.actor in actors for m in mentions)
    assert list(mentions) == sorted(mentions, key=lambda m: m.span)
    assert not any(a.span.overlaps(b.span) for a, b in pairwise(mentions))


def test_a_scrambled_article_carries_nothing_from_one_sentence_to_the_next() -> None:
    text = "El presidente Pablo Ruiz viajó.\nEl presidente Juan Quispe se quedó.\nLlovió ayer.\nSalió el sol.\n" + (
        "El presidente Quispe habló.\nEl mandatario volverá.\n"
    )
    sentences = parse(text, "es")
    knowledge = load_knowledge()
    bound = [m.actor for m in find_actors(text, sentences, "es", knowledge)[1] if m.rule == "title"]
    assert bound == ["person:juan quispe"]
    assert [m for m in find_actors(text, sentences, "es", knowledge, scrambled=True)[1] if m.rule == "title"] == []


def test_nothing_is_named_in_skipped_text() -> None:
    text = "Chile rechazó la oferta. Perú no."
    sentences = parse(text, "es")
    mentions = find_actors(text, sentences, "es", load_knowledge(), skip=(Span(0, 5),))[1]
    assert [m.actor for m in mentions] == ["PE"]


def test_trees_that_say_nothing_still_give_names() -> None:
    """Without a parse the surface still tells bodies, titles, people with a title."""
    text = "La canciller de Perú, Ana Mora, y el gobierno chileno firmaron."
    sentence = Sentence(span=Span(0, len(text)), tokens=())
    actors, mentions = find_actors(text, (sentence,), "es", load_knowledge())
    assert [m.actor for m in mentions] == ["person:ana mora", "CL"]
    assert (actors["person:ana mora"].country, actors["person:ana mora"].gender) == ("PE", "f")


UNMARKED_ES = "La delegación peruana viajará a Chile, que ofrece diez permisos."
AT_HOME = (
    ("en", "NAIROBI, May 2 - ", "Kenya will sue, Foreign Minister Ann Ouma said.", "KE", "a minister at home"),
    ("en", "NAIROBI, May 2 - ", "Kenya will sue, spokesman Paul Ouma said.", "KE", "a spokesman at home"),
    ("en", "NAIROBI, May 2 - ", "Kenya will sue. The Harvest party said no. Its spokesman, Paul Ouma, left.", None, "whose"),
    ("en", "NAIROBI, May 2 - ", "Kenya will sue. The AU said no. Its commission president, Paul Ouma, left.", None, "a body's"),
    ("en", "NAIROBI, May 2 - ", "Kenya will sue. Kenya's dockers said no. Their spokesman, Paul Ouma, left.", None, "dockers'"),
    ("en", "NAIROBI, May 2 - ", "Kenyan dockers said no. Their spokesman, Paul Ouma, left.", None, "dockers' by a demonym"),
    ("en", "Mombasa, May 2 - ", "Kenya said no. Its spokesman, Paul Ouma, left.", "KE", "the country is all that is told of"),
    ("en", "NAIROBI, May 2 - ", "Kenya will sue, Fisheries Minister Ann Ouma said.", "KE", "a portfolio that few states have"),
    (
        "en",
        "NAIROBI, May 2 - ",
        "Kenya will sue. “Uganda wants it all,” Foreign Minister Ann Ouma said.",
        "KE",
        "what is quoted tells of another, and not who speaks",
    ),
    (
        "es",
        "Lima, 2 may 2026.- ",
        "Perú no irá. «Chile lo quiere todo», dijo el canciller Juan Quispe.",
        "PE",
        "what is quoted, in Spanish",
    ),
    ("es", "Lima, 2 may 2026.- ", "Perú no irá, dijo el canciller Juan Quispe.", "PE", "in Spanish"),
    ("en", "", "NAIROBI: Kenya will sue, Foreign Minister Ann Ouma said.", "KE", "the first words in capitals"),
    (
        "en",
        "NAIROBI, May 2 - ",
        "Uganda will sue, Foreign Minister Ann Ouma said.",
        None,
        "the article does not lead with the country at home",
    ),
    (
        "en",
        "NAIROBI, May 2 - ",
        "Kenya was late. Uganda will sue, Foreign Minister Ann Ouma said.",
        None,
        "another country acts before the name",
    ),
    ("en", "NAIROBI, May 2 - ", "Kenya will sue, Ambassador Ann Ouma said.", None, "ambassadors are abroad"),
    ("en", "NAIROBI, May 2 - ", "Kenya will sue, analyst Ann Ouma said.", None, "no office"),
    ("en", "MOMBASA, May 2 - ", "Kenya will not wait until Foreign Minister Ann Ouma sues.", None, "no capital"),
    ("en", "MOMBASA, May 2 - ", "Kenya will sue, Foreign Minister Ann Ouma said.", "KE", "who tells what Kenya will do"),
    ("en", "NAIROBI, May 2 - ", "Kenya will sue, former Foreign Minister Ann Ouma said.", None, "out of office"),
    ("en", "NAIROBI, May 2 - ", "Trade Minister Ann Ouma said that Uganda must pay.", "KE", "who speaks first in a capital"),
    ("en", "NAIROBI, May 2 - ", "Trade Minister Ann Ouma arrived in Kenya for talks.", None, "who comes there"),
    ("en", "NAIROBI, May 2 - ", "Trade Minister Ann Ouma said talks in Kenya go on.", "KE", "tells of home"),
    ("en", "NAIROBI, May 2 - ", "Kenya waits. Trade Minister Ann Ouma arrives in Nairobi on Monday.", None, "a guest to come"),
    ("en", "NAIROBI, May 2 - ", "Kenya waits. On a visit to Nairobi, Trade Minister Ann Ouma said no.", None, "on a visit"),
    ("en", "NAIROBI, May 2 - ", "Kenya waits. Trade Minister Ann Ouma will travel to Kampala.", "KE", "who goes elsewhere"),
    ("en", "NAIROBI, May 2 - ", "Kenya waits. Trade Minister Ann Ouma returned to Nairobi.", "KE", "who comes home"),
    ("es", "Lima, 2 may 2026.- ", "Perú espera. El ministro Juan Quispe llegará el lunes a Lima.", None, "quien llega"),
    ("es", "Lima, 2 may 2026.- ", "Perú espera. El ministro Juan Quispe regresó el lunes a Lima.", "PE", "quien vuelve"),
    ("en", "NAIROBI, May 2 - ", "Trade Minister Ann Ouma arrived for talks.", None, "may be a guest"),
    (
        "es",
        "Lima, 2 may 2026.- ",
        "El ministro Juan Quispe negó que el arroz boliviano entre.",
        "PE",
        "whose rice does not matter",
    ),
    ("es", "", "Chile protestó. Desde Lima, el ministro Juan Quispe defendió que la valla es legal.", "PE", "from a capital"),
    ("es", "", "Chile protestó. En Lima, el ministro Juan Quispe se reunió con su homólogo.", None, "may be the guest"),
    ("es", "", "Chile protestó. En Arica, el ministro Juan Quispe dijo que la valla es legal.", None, "no capital"),
    ("es", "", "El Gobierno de El Salvador calló. El ministro Juan Quispe rechazó la valla.", "SV", "whose government opens"),
    ("es", "", "Los gremios de El Salvador callaron. El ministro Juan Quispe rechazó la valla.", None, "no government opens"),
    ("en", "", "Laos welcomed it. “We need it all,” Foreign Minister Ann Ouma said.", "LA", "behind a quotation"),
    ("en", "NAIROBI, May 2 - ", "Kenya will sue. Trade Minister Ann Ouma called the Ugandan envoy.", "KE", "whom she calls"),
    (
        "en",
        "",
        "Talks with Kenya's trade minister. We waited. Trade Minister Ann Ouma said no.",
        "KE",
        "so called in the headline",
    ),
    ("en", "", "Laos wants it, Thai officials say. “We need it,” Minister Ann Ouma said.", None, "either may speak"),
    ("en", "", "Laos welcomed it. “No,” replied Foreign Minister Ann Ouma.", None, "who replies is of the other side"),
    ("en", "", "Kenya's Cabinet Secretary for Trade, Ann Ouma, said no.", "KE", "a field of work between title and name"),
    ("es", "", "El ministro de Defensa de Perú, general Juan Quispe, dijo que no.", "PE", "a rank before the name"),
    ("es", "", "El canciller de Perú, embajador Juan Quispe, dijo que no.", "PE", "a rank of diplomats"),
    ("en", "NAIROBI, May 2 - ", "Kenya is upset. The Minister of Trade, Ambassador Ann Ouma, said no.", "KE", "no envoy"),
    ("es", "", "El ministro Juan Quispe trasladó a Chile la preocupación de Perú.", "PE", "whose concern he conveys"),
    (
        "es",
        "",
        "El ministro Juan Quispe citó al nuncio, a quien expresó el rechazo de El Salvador.",
        "SV",
        "to whom he expressed it",
    ),
    ("es", "", "El ministro Juan Quispe trasladó a Chile la preocupación de los mineros de Perú.", None, "the miners'"),
    ("en", "", "Minister Ann Ouma conveyed to the envoy the strong protest of the Kenyan government.", "KE", "whose protest"),
    ("en", "", "Minister Ann Ouma expressed concern over the protest of Kenyan farmers.", None, "the farmers'"),
    ("en", "NAIROBI, May 2 - ", "Kenya is upset. The EU asked for calm. A spokeswoman, Ann Ouma, said no.", None, "the EU's"),
    ("en", "NAIROBI, May 2 - ", "Kenya is upset. Government spokeswoman Ann Ouma said no.", "KE", "the government's"),
    ("es", "", "El portavoz gubernamental de Perú, Juan Quispe, dijo que no.", "PE", "a spokesman of the government"),
    ("es", "Lima, 2 may 2026.- ", "Perú paga. El Gobierno chileno calló. El ministro Juan Quispe firmó.", None, "de quién"),
    ("es", "Lima, 2 may 2026.- ", "Perú paga. El Gobierno peruano calló. El ministro Juan Quispe firmó.", "PE", "en casa"),
    ("es", "", "Perú paga. El Gobierno chileno prestó un barco. El ministro Juan Quispe lo usó.", None, "sin data, de quién"),
    ("es", "", "Perú paga. El Gobierno chileno calló. «No», dijo el ministro Juan Quispe.", "CL", "habla por su gobierno"),
    (
        "es",
        "Lima, 2 may 2026.- ",
        "Perú paga. Ayer acusó a Chile. El ministro Juan Quispe firmó.",
        "PE",
        "Chile solo es acusado",
    ),
    (
        "es",
        "Lima, 2 may 2026.- ",
        "Perú paga. Negó que escribiera al canciller chileno. El ministro Juan Quispe firmó.",
        "PE",
        "su canciller",
    ),
    ("es", "Lima, 2 may 2026.- ", "Perú paga. El caso pasó a Chile. El ministro Juan Quispe firmó.", None, "allí es de Chile"),
    (
        "es",
        "Lima, 2 may 2026.- ",
        "Perú paga.\n\nHoy viajará a la capital chilena.\n\nEl ministro Juan Quispe firmó.",
        "PE",
        "adonde otro viaja, en otro párrafo",
    ),
    (
        "es",
        "Lima, 2 may 2026.- ",
        "Perú paga. Hoy viajará a la capital chilena. El ministro Juan Quispe lo espera.",
        None,
        "adonde viaja, en el mismo párrafo: quizá el anfitrión",
    ),
    ("en", "NAIROBI, May 2 - ", "Kenya was late. An EAPT spokesman, Ann Ouma, denied it.", None, "whatever EAPT is"),
    ("es", "Lima, 2 may 2026.- ", "Perú irá a Chile y se reunirá con el ministro Juan Quispe.", None, "con quien se reúne"),
    ("es", "Lima, 2 may 2026.- ", "Perú paga. Visitó al ministro de Pesca, Juan Quispe.", None, "a quien visita"),
    ("es", "Lima, 2 may 2026.- ", "Perú paga. El ministro de Pesca, Juan Quispe, acusó a Perú.", None, "a quien acusa"),
    ("es", "Lima, 2 may 2026.- ", "Perú paga. El ministro de Pesca, Juan Quispe, acusó a Chile.", "PE", "acusa al otro"),
    ("es", "", "El Gobierno chileno calló. El ministro Juan Quispe agradeció a Chile el barco.", None, "a quien agradece"),
    ("en", "NAIROBI, May 2 - ", "Kenya will pay. Officials met Trade Minister Ann Ouma.", None, "whom they met"),
    ("en", "NAIROBI, May 2 - ", "Kenya will pay. They will meet with Trade Minister Ann Ouma.", None, "with whom"),
    ("en", "NAIROBI, May 2 - ", "Kenya will pay. Trade Minister Ann Ouma thanked Kenya.", None, "whom she thanks"),
    ("en", "NAIROBI, May 2 - ", "Kenya will pay. Trade Minister Ann Ouma thanked Laos.", "KE", "she thanks another"),
    ("en", "NAIROBI, May 2 - ", "Laos has not paid, Minister Ann Ouma said. Kenya wants it back.", "KE", "she reproaches Laos"),
    ("en", "NAIROBI, May 2 - ", "Laos will not pay, Minister Ann Ouma said. Kenya wants it back.", None, "Laos's word or hers"),
    ("en", "NAIROBI, May 2 - ", "Kenya will pay. Laos lent a plane. Trade Minister Ann Ouma used it.", None, "either's"),
    (
        "en",
        "NAIROBI, May 2 - ",
        "Kenya will take Laos to the Court of Justice if it keeps a ship for 20 days, Trade Minister Ann Ouma said on Monday.",
        "KE",
        "not beside the court",
    ),
    ("en", "NAIROBI, May 2 - ", "Kenya will pay, according to Trade Minister Ann Ouma.", "KE", "who is cited"),
    ("en", "", "Laos lent a plane. Trade Minister Ann Ouma accused Laos of delays.", None, "whom she accuses"),
    ("es", "", "La ministra de Pesca, Ana Ruiz, visitó los puertos. " + UNMARKED_ES, None, "unnamed"),
    (
        "es",
        "",
        "«El pueblo chileno manda», dijo la ministra Ana Ruiz, y Chile paga. " + UNMARKED_ES,
        None,
        "nadie dice de quién es",
    ),
    ("es", "", "La ministra de Pesca, Ana Ruiz, que recibió en Lima al sector, firmó. " + UNMARKED_ES, None, "Perú's capital"),
)


SEVERAL_AT_HOME = (
    (
        "en",
        "",
        "President Ouma was to receive President Lule. Kenya's foreign minister said Uganda had asked for time. Uganda paid.",
        {"ouma": None, "lule": None},
        "two presidents by the bare title: only one is the paper's own",
    ),
    (
        "en",
        "",
        "President Ouma was to visit the port in May. Kenya's foreign minister said Uganda had asked for time. Uganda paid.",
        {"ouma": None},
        "the offices of one of the two go unnamed, and a third country's may be meant",
    ),
    (
        "es",
        "",
        "La sede de la Cancillería chilena recibió a la canciller de Perú, Ana Ruiz, quien vio a su homólogo, Juan Quispe.",
        {"ana ruiz": "PE", "juan quispe": "CL"},
        "su homólogo, y solo se habla de dos países",
    ),
    (
        "en",
        "",
        "Minister Ann Ouma met her Kenyan counterpart, General Omar Lule. Minister Per Abel came. The Kenyan minister left.",
        {"ann ouma": None, "omar lule": "KE", "per abel": None},
        "the counterpart is that country's minister, and not who came",
    ),
    (
        "en",
        "",
        "General Omar Lule spoke first. Minister Per Abel came. The Kenyan minister left.",
        {"omar lule": None, "per abel": "KE"},
        "no counterpart, and the one named last",
    ),
    (
        "en",
        "",
        "Kenya and Uganda will talk. Kenyan Foreign Minister Ann Ouma met her counterpart, Omar Lule, in Addis Ababa.",
        {"ann ouma": "KE", "omar lule": None},
        "her counterpart, in a third country's capital",
    ),
    (
        "en",
        "",
        "Kenya will talk. Foreign Minister Ann Ouma of Kenya met her counterpart, Omar Lule, in Kisumu.",
        {"ann ouma": "KE", "omar lule": None},
        "her counterpart, of a country that nothing names",
    ),
    (
        "en",
        "NAIROBI, May 2 - ",
        "Kenya is worried. In a letter to Minister Per Lule, Minister Ann Ouma asked for time.",
        {"ann ouma": "KE", "per lule": None},
        "whom a letter is to is not at home",
    ),
    (
        "en",
        "NAIROBI, May 2 - ",
        "Kenyan Foreign Minister Ann Ouma and her Ugandan counterpart agreed on it. She spoke with Foreign Minister Per Lule.",
        {"ann ouma": "KE", "per lule": None},
        "a government has one foreign minister: he is of elsewhere",
    ),
    (
        "en",
        "NAIROBI, May 2 - ",
        "Kenya and Uganda will share the port. Minister Ann Ouma spoke by telephone with Minister Per Lule.",
        {"ann ouma": "KE", "per lule": None},
        "with whom the minister at home speaks may be the other side's",
    ),
    (
        "es",
        "NAIROBI, 2 may.- ",
        "Kenia y Uganda compartirán el puerto. La ministra Ana Ouma conversará con el ministro de Obras, Juan Lule.",
        {"ana ouma": "KE", "juan lule": None},
        "con quien conversará la de casa, aunque tenga cartera",
    ),
    (
        "es",
        "NAIROBI, 2 may.- ",
        "Kenia y Uganda compartirán el puerto. La canciller Ana Ouma y el ministro Juan Lule lo firmaron.",
        {"ana ouma": "KE", "juan lule": None},
        "un ministro de nada en concreto que firma con la de casa puede ser el otro",
    ),
    (
        "es",
        "NAIROBI, 2 may.- ",
        "Kenia y Uganda compartirán el puerto. El ministro Juan Lule lo celebró el lunes.",
        {"juan lule": "KE"},
        "un ministro de nada en concreto, solo, es de casa",
    ),
    (
        "en",
        "",
        "Kenya paid Uganda. Kenya and Uganda hope that President Ann Lule travels. Chad's president has been invited too.",
        {"ann lule": None},
        "a president of a third country is another",
    ),
    (
        "en",
        "NAIROBI, May 2 - ",
        "Kenya and Uganda will share the port. Trade Minister Per Lule is expected in Nairobi on May 9.",
        {"per lule": None},
        "who is expected at home comes from elsewhere",
    ),
    (
        "en",
        "NAIROBI, May 2 - ",
        "Kenya and Uganda will share the port. Trade Minister Ann Ouma expects a ship in May.",
        {"ann ouma": "KE"},
        "who expects something is at home",
    ),
    (
        "en",
        "NAIROBI, May 2 - ",
        "Kenya and Uganda will share the port. Trade Minister Ann Ouma left at the invitation of Minister Per Lule.",
        {"ann ouma": "KE", "per lule": None},
        "at whose invitation somebody leaves is the other side's",
    ),
    (
        "en",
        "",
        "Kenyan Minister of Investment Yusuf Al Rashid met Ugandan Minister Omar Al-Lule.",
        {"yusuf al rashid": "KE", "omar al-lule": "UG"},
        "a particle in a name behind a field, a hyphen in a name",
    ),
    (
        "es",
        "",
        "Uganda cerró el puerto. La ministra de Obras, Ana Ouma, dijo que Kenia pedirá que se abra.",
        {"ana ouma": None},
        "de quien cuenta lo que hará otro país",
    ),
    (
        "en",
        "",
        "The Gambia will not pay for the dredging, Trade Minister Ann Ouma said on Monday.",
        {"ann ouma": "GM"},
        "an article before the country that opens a sentence",
    ),
    (
        "es",
        "",
        "El secretario irá con la Ministra de Transporte y Obras Viales ugandesa, Ana Lule.",
        {"ana lule": "UG"},
        "el gentilicio detrás de todo el cargo",
    ),
    (
        "en",
        "NAIROBI, May 2 - ",
        "Kenyan Foreign Minister Ann Ouma left for talks. Kenya has sent a letter to Foreign Minister Per Lule, she said.",
        {"ann ouma": "KE", "per lule": None},
        "nor another one where nothing tells whose he is",
    ),
    (
        "es",
        "NAIROBI, 2 may.- ",
        "La presidenta de Kenia, Ana Ouma, recibió al canciller ugandés, Juan Lule, con una carta del ministro Per Paz.",
        {"ana ouma": "KE", "juan lule": "UG", "per paz": None},
        "whom a guest brings a letter from is hardly of the host's",
    ),
    (
        "en",
        "",
        "Prime Minister Ann Ouma called her Ugandan colleague, Per Lule. The office of the Ugandan premier confirmed it.",
        {"ann ouma": None, "per lule": "UG"},
        "who has a colleague of a country is not its premier",
    ),
    (
        "en",
        "",
        "Kenya's minister for regional affairs, Ann Ouma, spoke. Kenya's agriculture minister, Per Koech, said nothing.",
        {"ann ouma": "KE", "per koech": "KE"},
        "a minister for something in small letters is named behind it",
    ),
)


@pytest.mark.parametrize(("language", "dateline", "text", "countries", "comment"), SEVERAL_AT_HOME)
def test_of_whose_government_each_is(
    language: str, dateline: str, text: str, countries: dict[str, str | None], comment: str
) -> None:
    assert {name.removeprefix("person:"): one.country for name, one in people_of(language, dateline, text).items()} == countries


def people_of(language: str, dateline: str, text: str) -> dict[str, Actor]:
    whole, gap = dateline + text, len(dateline)
    sentences = [
        replace(
            s,
            span=move(s.span, gap),
            tokens=tuple(replace(t, span=move(t.span, gap)) for t in s.tokens),
            paragraph=text[: s.span.start].count("\n\n"),
        )
        for s in parse(text, language)
    ]
    actors, _ = find_actors(whole, sentences, language, load_knowledge(), datelines=(Span(0, gap),) if gap else ())
    return {name: actor for name, actor in actors.items() if actor.kind == "person"}


@pytest.mark.parametrize(("language", "dateline", "text", "country", "comment"), AT_HOME)
def test_who_holds_an_office_at_home(language: str, dateline: str, text: str, country: str | None, comment: str) -> None:
    assert [one.country for one in people_of(language, dateline, text).values()] == [country], comment


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        ("Kenya expels an envoy", "The government has ordered an envoy to leave.", ["KE"]),
        ("Uganda expels an envoy", "The government has ordered an envoy to leave.", []),  # not at home
        ("Kenya expels an envoy", "Police waited. The government has ordered an envoy to leave.", []),  # not the first sentence
    ],
)
def test_whose_government_opens_an_article(title: str, text: str, expected: list[str]) -> None:
    from briefing.annotate.document import annotate

    body = f"{title}\n\nNAIROBI, May 2 - {text}"
    start = body.index(text)
    marks = (
        Mark(span=Span(0, len(title)), kind="title", rule="title_line"),
        Mark(span=Span(len(title) + 2, start), kind="dateline", rule="dateline"),
    )
    doc = annotate(Article(id="a1", file="a.txt", sha256="", text=body, language="en", marks=marks), load_knowledge())
    found = [m.actor for m in doc.mentions if m.rule == "body_in_context"]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Laos must pay. Laos was warned. The government will answer.", ["LA"]),
        ("Minister Ann Ouma spoke. Laos must pay. Laos was warned. The government will answer.", []),  # whose minister
        ("Laos must pay. Laos was warned. The federal government will answer.", []),  # no federation
        ("Rain fell in Nepal. Laos must pay. Laos was warned. The federal government will answer.", []),  # or of a third
        ("Rain fell in Nepal. Laos must pay. Laos was warned. The government will answer.", []),  # Nepal's as likely
        ("VIENTIANE - The Thai firm must pay Laos. Laos was warned. The government will answer.", ["LA"]),
        ("VIENTIANE - Laos asked Nepal to pay. “It was time”, the foreign ministry said.", ["la.foreign_ministry"]),
        ("VIENTIANE - Laos asked Nepal to pay. Nepal asked why. “It was time”, the foreign ministry said.", []),  # whose
        ("VIENTIANE - Laos asked Nepal to pay. “It was time”, the embassy said.", []),  # whose embassy
        ("The Laos Transit Permit ends. The Laos Transit Permit costs money. The government will answer.", []),  # names
        ("Nepal’s president, Ann Oli, told Laos and India that the federal government had refused the plan.", ["NP"]),
        ("Nepal’s ambassador, Ann Oli, told Laos and India that the government would refuse the plan.", []),  # her host’s
        ("Nepal’s president, Ann Oli, urged Laos and India to tell the government of the plan.", []),  # does not act
    ],
)
def test_whose_government_goes_without_saying(text: str, expected: list[str]) -> None:
    mentions = find_actors(text, parse(text, "en"), "en", load_knowledge())[1]
    assert [m.actor for m in mentions if m.rule == "body_in_context"] == expected


def test_a_name_with_an_apostrophe_inside_is_one() -> None:
    text = "Prime Minister Tui Fa'asava said on Monday that Samoa's ports would open."
    assert [m.span.of(text) for m in find_actors(text, parse(text, "en"), "en", load_knowledge())[1]] == [
        "Prime Minister Tui Fa'asava",
        "Samoa",
    ]


def move(span: Span, gap: int) -> Span:
    return Span(span.start + gap, span.stop + gap)

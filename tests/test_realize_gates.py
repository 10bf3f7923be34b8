"""What closes a meeting's own sentence: its sources say `could`, `if`, `will`, or something else than that it took place."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import LANGUAGES, load_knowledge
from briefing.model import Article, Brief, Doc, Evidence, Language, Meeting
from briefing.realize.edition import make_editions
from briefing.realize.rungs.frames import may_be_private, meeting_frame
from briefing.realize.top.headlines import bottom_line

BOTH = {"act": "meet", "kind": "meeting", "participants": ("CL", "PE")}
HELD = BOTH | {"status": "held"}
UPCOMING = BOTH | {"status": "upcoming"}
SUMMIT = {"act": "summit", "kind": "summit", "concepts": ("summit_of_the_americas",)}
VISIT = {"act": "visit", "kind": "visit", "status": "held", "date": "2026-03-03"}


@cache
def doc_of(text: str, language: Language) -> Doc:
    article = Article(
        id="a1", file="a1.txt", sha256="", text=text, language=language, published="2026-03-12", published_basis="stated"
    )
    return annotate(article, load_knowledge())


def meeting(text: str, language: Language, **fields: Any) -> Meeting:
    evidence = Evidence(article="a1", start=0, stop=len(text), text=text, language=language)
    return Meeting(**({"id": "m-1", "evidence": (evidence,)} | fields))


def language_of(text: str) -> Language:
    return "es" if "Perú" in text else "en"


CLOSED = [
    ("Chile and Peru could meet in April.", UPCOMING, "not_asserted"),
    ("Chile y Perú se reunirían en abril.", UPCOMING, "not_asserted"),
    ("Perú viajaría a Chile para reunirse con la ministra.", HELD, "not_asserted"),
    ("Chile had offered to host Peru.", UPCOMING | {"act": "host"}, "not_asserted"),
    ("Chile and Peru are expected to meet.", UPCOMING, "not_asserted"),
    ("Se espera que la ministra de Perú visite Chile.", UPCOMING | {"act": "visit"}, "not_asserted"),
    ("Perú pidió una reunión con Chile.", UPCOMING, "not_asserted"),
    ("Chile and Peru will meet in April if the ports reopen.", UPCOMING, "on_a_condition"),
    ("Chile y Perú se reunirán el lunes, siempre que la situación no empeore.", UPCOMING, "on_a_condition"),
    ("Chile and Peru will meet in Lima from March 9 to 10.", HELD, "told_beforehand"),
    ("Chile y Perú planean reunirse el 9 de marzo.", HELD, "told_beforehand"),
    ("Chile and Peru spoke on Monday.", HELD | {"act": "comment"}, "act_of_another_kind"),
    ("It is the first meeting of Chile and Peru since 2018.", HELD | {"date": "2018"}, "told_in_passing"),
    ("Chile and Peru will meet.", UPCOMING | {"status": "unconfirmed"}, "not_said_to_be_unconfirmed"),
    # ---- the days of a country's visit are not those of a town
    (
        "Elena Ruiz will visit Peru from April 6 to 9.",
        VISIT | {"status": "upcoming", "date": "2026-04-06/2026-04-09", "place": "Tacna", "people": ("Elena Ruiz",)},
        "days_of_a_wider_place",
    ),
    # ---- who meets is no source of it
    (
        "Elena Ruiz of Peru, who is due in Oslo in May, briefed reporters.",
        VISIT | {"status": "upcoming", "certainty": "reported", "people": ("Elena Ruiz",), "attribution": ("Elena Ruiz",)},
        "told_by_those_who_meet",
    ),
    # ---- a visit has a visitor, who goes somewhere else
    ("Peru visited Lima on March 3.", VISIT | {"place": "Lima", "participants": ("PE",)}, "no_shape_fits"),
    ("Elena Ruiz put off her visit.", VISIT | {"status": "postponed", "people": ("Elena Ruiz",)}, "no_shape_fits"),
    ("Elena Ruiz of Peru paid a visit.", VISIT | {"people": ("Elena Ruiz",), "participants": ("PE", "CL")}, "no_shape_fits"),
    ("Peru will attend the Summit of the Americas.", UPCOMING | SUMMIT | {"participants": ()}, "no_shape_fits"),
    # ---- somebody who may be the other side is named, or is `we`
    ("Peru met with the ambassador of Chile.", HELD | {"participants": ("PE",)}, "no_shape_fits"),
    ("Peru met on Monday.", HELD | {"participants": ("PE",)}, "no_shape_fits"),  # with whom
    ("Today our three countries met with Peru.", HELD | {"participants": ("PE",)}, "no_shape_fits"),
]


@pytest.mark.parametrize(("text", "fields", "gate"), CLOSED, ids=[row[0] for row in CLOSED])
def test_what_closes_the_sentence_of_a_meeting(text: str, fields: dict[str, Any], gate: str) -> None:
    source = language_of(text)
    for language in LANGUAGES:
        edition = make_editions((language,), {"a1": doc_of(text, source)}, load_knowledge(), "2026-03-14")[language]
        assert meeting_frame(meeting(text, source, **fields), edition).rules == (gate,)


OPEN = [
    ("Chile and Peru met.", HELD, "Chile and Peru met."),
    ("Si bien discrepan, Chile y Perú se reunieron.", HELD, "Chile and Peru met."),
    (
        "Chile y Perú prevén reunirse el 20 de marzo.",
        UPCOMING | {"date": "2026-03-20"},
        "Chile and Peru are to meet on March 20.",
    ),
    (
        "Elena Ruiz of Peru visited Santiago on March 3.",
        VISIT | {"place": "Santiago", "people": ("Elena Ruiz",), "participants": ("PE", "CL")},
        "Elena Ruiz visited Santiago on March 3.",
    ),
    # ---- all its days
    (
        "Elena Ruiz of Peru visited Santiago from March 3 to 5.",
        VISIT | {"place": "Santiago", "people": ("Elena Ruiz",), "participants": ("PE", "CL")},
        "Elena Ruiz visited Santiago from March 3 to 5.",
    ),
    ("Chile and Peru met on March 3 and 4.", HELD | {"date": "2026-03-03"}, "Chile and Peru met from March 3 to 4."),
    ("Chile and Peru met on March 3 and May 7.", HELD | {"date": "2026-03-03"}, "Chile and Peru met on March 3."),
    # ---- topics are those that are said to be
    (
        "Chile and Peru met to discuss fishing, after the drought hurt tourism.",
        HELD | {"concepts": ("fishing", "drought", "tourism")},
        "Chile and Peru met about fishing.",
    ),
    (
        "Chile y Perú se reunieron para hablar sobre la pesca y el turismo.",
        HELD | {"concepts": ("fishing", "tourism")},
        "Chile and Peru met about fishing and tourism.",
    ),
    (
        "Chile and Peru held fishing talks.",
        HELD | {"act": "hold_talks", "kind": "talks", "concepts": ("fishing",)},
        "Chile and Peru held talks about fishing.",
    ),
    # ---- who meets is no topic
    ("Chile and Peru met about the working group.", HELD | {"concepts": ("working_group",)}, "Chile and Peru met."),
]


@pytest.mark.parametrize(("text", "fields", "en"), OPEN, ids=[row[0] for row in OPEN])
def test_sentences_of_meetings(text: str, fields: dict[str, Any], en: str) -> None:
    source = language_of(text)
    edition = make_editions(("en",), {"a1": doc_of(text, source)}, load_knowledge(), "2026-03-14")["en"]
    assert meeting_frame(meeting(text, source, **fields), edition).text == en


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Chile and Peru will meet on March 20.", "Upcoming: meeting between Chile and Peru (March 20)."),
        ("Chile and Peru are expected to meet on March 20.", "Upcoming: meeting between Chile and Peru (March 20)."),
        ("Chile and Peru could meet on March 20.", None),
        ("Chile offered to meet Peru on March 20.", None),
        ("Chile and Peru will meet on March 20 if the ports reopen.", None),
    ],
)
def test_a_date_that_depends_on_something_is_no_next_date(text: str, line: str | None) -> None:
    brief = Brief(as_of="2026-03-14", window="2026-03", meetings=(meeting(text, "en", **UPCOMING, date="2026-03-20"),))
    editions = {"en": make_editions(("en",), {"a1": doc_of(text, "en")}, load_knowledge(), "2026-03-14", brief)["en"]}
    assert bottom_line(brief, editions).get("en") == line


@pytest.mark.parametrize(
    ("text", "people", "private"),
    [
        ("La ministra Ana Ruiz recibió a una delegación de empresas del Perú.", ("Ana Ruiz",), True),
        ("La ministra Ana Ruiz recibió a una delegación del Perú.", ("Ana Ruiz",), False),
        ("Minister Ana Ruiz met Chilean investors.", ("Ana Ruiz",), True),
        ("Ministers Ana Ruiz and Luis Soto met before investors did.", ("Ana Ruiz", "Luis Soto"), False),
    ],
)
def test_whoever_receives_companies_has_not_met_a_government(text: str, people: tuple[str, ...], private: bool) -> None:
    assert may_be_private(meeting(text, language_of(text), people=people, **HELD)) is private

"""What opens the bottom line, and what does not: a table of facts, positions and the governments of a title."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Brief, BriefArticle, Evidence, Fact, Language, Mark, Position, Span
from briefing.realize.edition import Edition, make_editions
from briefing.realize.top.developments import is_denial, is_development, is_news, stands_alone
from briefing.realize.top.headlines import (
    further_facts,
    holds_likewise,
    in_own_words,
    is_of_a_third,
    may_stand_in,
    title_governments,
    told_first,
)
from briefing.realize.top.worded import worded

BRIEF = Brief(as_of="2026-03-06", window="2026-03-01/2026-03-06")
WORDS = Evidence(article="a1", start=0, stop=19, text="Peru closed a port.", language="en")
SAID = {"en": "Peru closed a port.", "es": "Perú cerró un puerto."}

# what differs from a plain deed, whether it is a development, comment
FACTS: list[tuple[dict[str, Any], bool, str]] = [
    ({}, True, "a deed"),
    ({"date": "2026-03-02"}, True, "of the week"),
    ({"date": "2026-02-27"}, True, "a little before the week"),
    ({"date": "2025"}, False, "of a year that is over"),
    ({"kind": "figure", "rules": ("figure",)}, False, "a bare figure"),
    ({"kind": "figure", "rules": ("figure", "report:told")}, True, "a figure in what somebody tells as so"),
    ({"plover": "CONSULT"}, False, "a meeting: the dates tell it"),
    ({"rules": ("figure", "report:told", "meeting", "act:meet")}, False, "a meeting to study the sale of 90 tonnes"),
    ({"rules": ("report:told", "meeting", "act:meet", "says_with_a_stance", "act:agree")}, True, "a meeting that agreed"),
    ({"rules": ("report:told", "meeting", "act:meet", "signing")}, True, "a meeting that signed"),
    ({"rules": ("report:told", "meeting", "act:summon_ambassador", "deed")}, True, "a summons is a deed"),
    ({"rules": ("report:told", "deed", "act:lead_govern", "told_aside")}, False, "took part, led by the minister"),
    (
        {"text": {"en": "[Quispe:] we closed it", "es": "[Quispe:] lo cerramos"}},
        False,
        "words of which only the speaker is known",
    ),
]


@pytest.mark.parametrize(("changes", "expected", "comment"), FACTS, ids=[row[2] for row in FACTS])
def test_developments(changes: dict[str, Any], expected: bool, comment: str) -> None:
    plain: dict[str, Any] = {"id": "f-1", "kind": "event", "evidence": (WORDS,), "rules": ("deed", "act:close"), "text": SAID}
    assert is_development(Fact(**(plain | changes)), BRIEF) == expected


POSITIONS: list[tuple[dict[str, Any], bool, str]] = [
    ({"text": {"en": "Peru rejected the proposal of Chile to close the port."}}, True, "says what"),
    ({"text": {"en": "Peru rejected the criticism."}}, False, "says of nothing what"),
    ({"text": {"en": "Peru rejected the proposal of Chile."}, "rules": ("overtaken",)}, False, "lifted since"),
    ({"text": {"en": "Peru rejected the proposal of Chile."}, "date": "2025-09"}, False, "of months before"),
]


@pytest.mark.parametrize(("changes", "expected", "comment"), POSITIONS, ids=[row[2] for row in POSITIONS])
def test_positions_that_stand_alone(changes: dict[str, Any], expected: bool, comment: str) -> None:
    plain: dict[str, Any] = {"id": "p-1", "government": "PE", "stance": "rejects", "evidence": (WORDS,)}
    assert stands_alone(Position(**(plain | changes)), BRIEF) == expected


@pytest.mark.parametrize(
    ("held", "expected"),
    [(["PE", "PE", "CL", "CL", "BR"], ("PE", "CL")), (["PE", "PE", "CL", "CL", "BR", "BR"], ("PE", "CL", "BR"))],
    ids=["one word on the matter", "a party to it"],
)
def test_a_third_government_in_the_title(held: list[str], expected: tuple[str, ...]) -> None:
    positions = tuple(
        Position(id=f"p-{number}", government=code, stance="rejects", evidence=(WORDS,)) for number, code in enumerate(held)
    )
    brief = Brief(as_of="2026-03-06", window="2026-03", governments=("PE", "CL", "BR"), positions=positions)
    assert title_governments(brief) == expected


@pytest.mark.parametrize(("act", "expected"), [("deny", True), ("reject", False), (None, False)])
def test_denials(act: str | None, expected: bool) -> None:
    assert is_denial(Fact(id="f-1", kind="statement", act=act, evidence=())) is expected


MAIN = Brief(as_of="2026-03-06", window="2026-03-01/2026-03-06", governments=("PE", "CL", "BR"))

# what differs from what one main government said of the other, whether it may open the line of an edition, comment
STAND_INS: list[tuple[dict[str, Any], bool, str]] = [
    ({}, True, "said by one of the other"),
    ({"kind": "event", "rules": ("act:summon", "announces_a_deed")}, True, "announced"),
    ({"kind": "event", "rules": ("act:spy",)}, False, "told by a newspaper as so"),
    ({"rules": ("act:accuse", "voice:issuer")}, False, "an official text's own words"),
    ({"rules": ("act:accuse", "leans_on_what_is_not_printed")}, False, "leans on its neighbour"),
    ({"actors": ("PE",), "recipients": ()}, False, "the other is not in it"),
    ({"actors": ("PE", "BR"), "recipients": ()}, False, "to a third"),
    ({"rules": ("act:accuse", "overtaken")}, False, "taken back since"),
]


@pytest.mark.parametrize(("changes", "expected", "comment"), STAND_INS, ids=[row[2] for row in STAND_INS])
def test_what_opens_a_line_in_place_of_a_quotation(changes: dict[str, Any], expected: bool, comment: str) -> None:
    said: dict[str, Any] = {
        "kind": "statement",
        "actors": ("PE",),
        "recipients": ("CL",),
        "rules": ("act:accuse",),
        "text": SAID,
    }
    assert may_stand_in(Fact(id="f-1", evidence=(WORDS,), **(said | changes)), MAIN) is expected


@pytest.mark.parametrize(
    ("actors", "expected"),
    [(("BR", "CL"), True), (("BR",), True), (("PE", "CL", "BR"), False), (("PE",), False), ((), False)],
    ids=["a third and one", "a third alone", "a third beside both", "one alone", "nobody"],
)
def test_facts_aside_from_the_two_main_governments(actors: tuple[str, ...], expected: bool) -> None:
    assert is_of_a_third(Fact(id="f-1", kind="event", actors=actors, evidence=(WORDS,)), MAIN) is expected


@pytest.mark.parametrize(
    ("government", "stance", "expected"),
    [("PE", "demands", True), ("PE", "requests", True), ("PE", "offers", False), ("CL", "demands", False)],
    ids=["the same", "asked as well", "offered", "another's"],
)
def test_positions_that_are_held_likewise(government: str, stance: Any, expected: bool) -> None:
    quoted = Position(id="p-1", government="PE", stance="demands", evidence=(WORDS,))
    assert holds_likewise(Position(id="p-2", government=government, stance=stance, evidence=(WORDS,)), quoted) is expected


@pytest.mark.parametrize("rung", ["verbatim", "native"])
def test_an_edition_that_could_only_quote_the_first_tells_the_next_in_its_own_words(rung: Any) -> None:
    other = dataclasses.replace(WORDS, start=40, stop=70)
    first = Fact(
        id="f-1", kind="statement", actors=("PE", "CL"), evidence=(WORDS,), text=SAID, basis={"es": "native", "en": rung}
    )
    told = {"en": "Chile told Peru that the port stays shut.", "es": "Chile dijo a Perú que el puerto sigue cerrado."}
    second = dataclasses.replace(
        first, id="f-2", evidence=(other,), text=told, basis={"es": "native", "en": "native"}, rules=("act:say",)
    )
    brief = dataclasses.replace(MAIN, facts=(first, second))
    editions = make_editions(("en", "es"), {}, load_knowledge(), "2026-03-06", brief)
    assert in_own_words([first], brief, editions["en"]) == ([second] if rung == "verbatim" else [first])
    assert in_own_words([first], brief, editions["es"]) == [first]


TELLING = {
    "en": "Chile rejected the request of Peru to keep the northern port shut.",
    "es": "Chile rechazó la petición del Perú.",
}
# the first one's rung in English, its words' language, the day of the second one's article, whether that opens the line
ORDERS: list[tuple[Any, Any, str, bool, str]] = [
    ("verbatim", "es", "2026-03-05", True, "words in another language give way"),
    ("verbatim", "es", "2026-03-06", True, "on the same day"),
    ("verbatim", "es", "2026-03-02", False, "but not to how things stood days before"),
    ("verbatim", "en", "2026-03-05", False, "words in the edition's own language"),
    ("native", "es", "2026-03-05", False, "told already"),
    ("frame", "es", "2026-03-05", False, "told in a sentence of ours"),
]
# what differs in the second one, whether it opens the line
OPENINGS: list[tuple[dict[str, Any], bool, str]] = [
    ({}, True, "to the other main government"),
    ({"addressee": (), "concepts": ("ports",)}, True, "on the matter of the first one"),
    ({"addressee": ()}, False, "to nobody, and on nothing that is known"),
    ({"addressee": (), "concepts": ("fishing",)}, False, "on another matter"),
    ({"text": SAID}, False, "a few words"),
]


@pytest.mark.parametrize(("rung", "language", "day", "moved", "comment"), ORDERS, ids=[row[-1] for row in ORDERS])
def test_what_is_told_opens_the_line(rung: Any, language: Any, day: str, moved: bool, comment: str) -> None:
    first, second, brief = a_quoted_line(rung, language, day)
    editions = make_editions(("en", "es"), {}, load_knowledge(), "2026-03-06", brief)
    assert told_first([first, second], brief, editions["en"]) == ([second, first] if moved else [first, second])
    assert told_first([first, second], brief, editions["es"]) == [first, second]


@pytest.mark.parametrize(("changes", "opens", "comment"), OPENINGS, ids=[row[-1] for row in OPENINGS])
def test_what_may_open_it(changes: dict[str, Any], opens: bool, comment: str) -> None:
    first, plain, brief = a_quoted_line("verbatim", "es", "2026-03-05")
    second = dataclasses.replace(plain, **changes)
    edition = make_editions(("en", "es"), {}, load_knowledge(), "2026-03-06", brief)["en"]
    assert (told_first([first, second], brief, edition)[0] == second) is opens


def a_quoted_line(rung: Any, language: Any, day: str) -> tuple[Fact, Position, Brief]:
    """A fact that English may only quote, a position that it tells, of an article of some day, and their brief."""
    words = dataclasses.replace(WORDS, language=language)
    later = dataclasses.replace(WORDS, article="a2", start=40, stop=70)
    first = Fact(
        id="f-1", kind="statement", evidence=(words,), text=SAID, concepts=("ports",), basis={"es": "native", "en": rung}
    )
    second = Position(
        id="p-1",
        government="CL",
        stance="rejects",
        addressee=("PE",),
        evidence=(later,),
        text=TELLING,
        basis={"es": "native", "en": "native"},
    )
    days = {"a1": "2026-03-06", "a2": day}
    articles = tuple(
        BriefArticle(id=name, file=f"{name}.txt", sha256="", language="en", published=when) for name, when in days.items()
    )
    return first, second, dataclasses.replace(MAIN, articles=articles)


def test_a_quotation_in_the_line_has_the_marks_of_the_house() -> None:
    words = "Peru's \"last\" word on the U.S.'s offer."
    piece = dataclasses.replace(WORDS, text=words, stop=len(words))
    fact = Fact(id="f-1", kind="statement", evidence=(piece,), text={"en": words, "es": words}, basis={"es": "verbatim"})
    edition = make_editions(("en", "es"), {}, load_knowledge(), "2026-03-06", MAIN)["es"]
    assert worded(fact, edition) == "“Peru’s ‘last’ word on the U.S.’s offer” (en inglés)."


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Boric: “We want no quotas.”", "Boric said: “We want no quotas.”"),
        ("Boric wants no quotas: they cost jobs.", "Boric wants no quotas: they cost jobs."),
    ],
    ids=["a script has no verb", "a sentence has its own"],
)
def test_who_is_quoted_has_a_verb(text: str, line: str) -> None:
    fact = Fact(id="f-1", kind="statement", evidence=(WORDS,), text={"en": text, "es": text}, basis={"en": "native"})
    edition = make_editions(("en", "es"), {}, load_knowledge(), "2026-03-06", MAIN)["en"]
    assert worded(fact, edition) == line


OPENING = "Peru will send a team of inspectors to Arica on Monday."
NEXT = "Chile shut a bridge in May."
ASKED = "Will you come back?"


def news(text: str, *sentences: str) -> tuple[Brief, dict[Language, Edition]]:
    """A brief with a fact of each of the sentences of one article, and its English edition."""
    span = Span(text.find(ASKED), text.find(ASKED) + len(ASKED))
    asked = [Mark(span=span, kind="question", rule="test")] if ASKED in text else []
    article = Article(id="a2", file="a.txt", sha256="", text=text, language="en", published="2026-03-04", marks=tuple(asked))
    docs = {"a2": annotate(article, load_knowledge())}
    spans = [(text.index(one), text.index(one) + len(one)) for one in sentences]
    pieces = [Evidence(article="a2", start=at, stop=stop, text=text[at:stop], language="en") for at, stop in spans]
    facts = tuple(
        Fact(id=f"f-{n}", kind="event", evidence=(p,), text={"en": p.text}, basis={"en": "native"}, rules=("report:done",))
        for n, p in enumerate(pieces)
    )
    brief = dataclasses.replace(MAIN, facts=tuple(dataclasses.replace(fact, concepts=("inspection",)) for fact in facts))
    return brief, dict(make_editions(("en",), docs, load_knowledge(), "2026-03-06", brief))


@pytest.mark.parametrize(
    ("text", "sentence", "expected"),
    [
        (f"{OPENING}\n\n{NEXT}", OPENING, True),
        (f"{OPENING}\n\n{NEXT}", NEXT, False),
        (f"{OPENING}\n\n{ASKED}\n\n{NEXT}", OPENING, False),
    ],
    ids=["what an article opens with", "a sentence inside it", "the scene of an interview"],
)
def test_news_without_an_act(text: str, sentence: str, expected: bool) -> None:
    brief, editions = news(text, sentence)
    assert is_news(brief.facts[0], brief, editions.values()) is expected


def test_each_article_has_one_further_fact() -> None:
    told = Fact(id="f-0", kind="event", evidence=(WORDS,), text=SAID, concepts=("inspection",))
    brief, editions = news(f"{OPENING}\n\nPeru paid the bridge. {NEXT}", OPENING, NEXT)
    assert further_facts(brief, editions, [told]) == [brief.facts[0]]
    of_another_matter = dataclasses.replace(told, concepts=("ports",))
    assert further_facts(brief, editions, [of_another_matter]) == []
    assert further_facts(brief, editions, [brief.facts[0]]) == []

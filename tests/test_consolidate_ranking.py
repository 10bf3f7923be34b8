"""What comes first: pairs of short news, of which a principal must know the first before the second."""

from __future__ import annotations

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate, rank_governments
from briefing.consolidate.ranking import WEIGHTS
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Fact, Position


@pytest.mark.parametrize(
    ("spoke", "leading", "expected"),
    [
        (("KE", "KE", "UG"), ("KE", "UG"), ("KE", "UG")),
        (("TZ", "TZ", "KE"), ("KE", "UG"), ("KE", "UG", "TZ")),  # whom the week is about comes before who talks most
        (("KE",), ("KE", "UG"), ("KE", "UG")),  # the other side is silent
        (("KE", "TZ"), ("KE", "RW"), ("KE", "TZ")),  # silent, and no fact names it
        ((), ("KE", "UG"), ("KE", "UG")),
    ],
)
def test_the_governments_of_a_week(spoke: tuple[str, ...], leading: tuple[str, ...], expected: tuple[str, ...]) -> None:
    positions = [Position(id=f"p-{n}", government=code, stance="rejects", evidence=()) for n, code in enumerate(spoke)]
    facts = [Fact(id="f-1", kind="event", actors=("UG",), recipients=("KE",), evidence=())]
    assert rank_governments(positions, facts, leading) == expected


FILLER = "Uganda's ministry of culture opened a museum of drums. The museum has a garden."
CASES = [
    ("Chile deported 340 Peruvian miners.", "Chile deported some Peruvian miners.", "with its figure"),
    (
        "Chile rejected the proposal of Peru.",
        "Chile elected a new speaker of parliament.",
        "two governments before home affairs",
    ),
    ("Chile accepted the proposal of Peru.", "Chile denied that it had copied the proposal of Peru.", "news before a denial"),
    ("Chile attacked a Peruvian patrol boat.", "Chile praised a Peruvian poet.", "force before praise"),
    (
        "Chile demanded that Peru withdraw its ships.",
        "Chile's president spoke by phone with Peru's.",
        "a demand before a bare call",
    ),
    (
        "Chile imposed a tariff on Peruvian grapes.",
        "Relations soured after Chile imposed a tariff on Peruvian figs.",
        "what is reported before what is told in passing",
    ),
    (
        "Chile deported 340 Peruvian miners in February 2026.",
        "Chile deported 410 Peruvian cooks in 2019.",
        "this year before long ago",
    ),
    (
        "Chilean officials said that Peruvian advisers are present at its command posts.",
        "The dispute between Chile and Peru is among the most delicate of the decade.",
        "what somebody tells before what is merely remarked",
    ),
    ("Peru's port holds 340 refugees from Chile.", "Peru's port holds 460 crates from Chile.", "people before things"),
    (
        "Peru's port holds 340 refugees from Chile.",
        '"No, but there are 340 refugees in Chile," Peru\'s minister said.',
        "a sentence before half an answer",
    ),
    (
        "Chile exported 300 tonnes of copper to Peru in February 2026.",
        "Chile exported 450 tonnes of copper to Peru in 2025.",
        "this month before a year that is over",
    ),
    (
        "Chile seized 300 tonnes of Peruvian coca.",
        "Trade accounts for 30 percent of Chile's economy and Peru's.",
        "a counted deed before a state",
    ),
]
ROWS = [pytest.param(*row, id=row[2]) for row in CASES]


@pytest.mark.parametrize(("first", "second", "comment"), ROWS)
def test_order(first: str, second: str, comment: str) -> None:
    knowledge = load_knowledge()
    texts = [f"{FILLER} {second}", f"{FILLER} {first}"]
    articles = [
        Article(id=f"a{n}", file=f"{n}.txt", sha256=str(n), text=text, language="en", published="2026-03-04")
        for n, text in enumerate(texts)
    ]
    docs = [annotate(article, knowledge) for article in articles]
    claims = {doc.article.id: extract(doc, knowledge) for doc in docs}
    brief = consolidate(docs, claims, knowledge, as_of="2026-03-06", window="2026-03-01/2026-03-06")
    order = [evidence.text for fact in brief.facts for evidence in fact.evidence]
    assert first in order
    assert second not in order or order.index(first) < order.index(second)


def order_of(*texts: str) -> list[str]:
    """The facts' first words of a week of articles, one for each text."""
    return list(rules_of(*texts))


def rules_of(*texts: str) -> dict[str, tuple[str, ...]]:
    """The rules of each fact of such a week by its first words, in their order."""
    knowledge = load_knowledge()
    articles = [
        Article(id=f"a{n}", file=f"{n}.txt", sha256=str(n), text=text, language="en", published=f"2026-03-0{n + 2}")
        for n, text in enumerate(texts)
    ]
    docs = [annotate(article, knowledge) for article in articles]
    claims = {doc.article.id: extract(doc, knowledge) for doc in docs}
    brief = consolidate(docs, claims, knowledge, as_of="2026-03-06", window="2026-03-01/2026-03-06")
    return {fact.evidence[0].text: fact.rules for fact in brief.facts}


def test_what_undoes_a_measure_does_not_repeat_it() -> None:
    imposed, lifted = "Kenya imposed a 25% duty on fish from Uganda.", "Kenya suspended the 25% duty on fish from Uganda."
    order = order_of(f"{imposed} {FILLER}", f"{FILLER} {lifted}")
    assert {imposed, lifted} <= set(order[:3])


def test_what_an_article_opens_with_has_its_place() -> None:
    """Whatever the verb: no act of the knowledge is in it."""
    opening = "Kenya will paint its Ugandan lighthouses in red."
    asked = "Uganda asked Kenya for a loan of 30 million dollars."
    assert opening in order_of(f"{opening} {asked}", f"{asked} {FILLER}")
    assert opening not in order_of(f"{asked} {opening}", f"{asked} {FILLER}")


WORTHLESS = [
    ("The province of Mora is a province of Chile.", "what a place is"),
    ("I wonder why nobody in Chile likes Peru.", "what the writer thinks"),
    ("The ministry of Chile informs of Peru:", "what leads in a list"),
    ("The talk of the day beside a fair game with Chile was Peru.", "what is only named"),
]


@pytest.mark.parametrize(("text", "comment"), WORTHLESS, ids=[row[1] for row in WORTHLESS])
def test_what_tells_nothing_is_no_fact(text: str, comment: str) -> None:
    news = "Kenya expelled two teachers from Uganda."
    order = order_of(f"{FILLER} {text}", news)
    assert news in order
    assert text not in order


def test_an_opening_of_two_governments_is_news_though_nobody_is_known_to_act() -> None:
    opening = "The undersecretary (acting) of the ministry in Kenya, Ana Solis, chided the Ugandan envoy over remarks on figs."
    asked = "Uganda asked Kenya for a loan of 30 million dollars."
    assert opening in order_of(f"{opening} {asked}", f"{asked} {FILLER}")


def test_the_latest_articles_come_first() -> None:
    early, late = "Kenya expelled two teachers from Uganda.", "Kenya expelled two farmers from Rwanda."
    order = order_of(f"{FILLER} {early}", "Norway signed a treaty with Iceland.", f"{FILLER} {late}")
    assert order.index(late) < order.index(early)


def test_what_a_later_article_lifts_is_overtaken() -> None:
    imposed = "Kenya imposed a 25 percent duty on tea from Uganda."
    lifted = "Kenya has decided to lift the duty on tea from Uganda."
    refused = "Kenya said that it would not lift the duty on tea from Uganda."
    week = [f"Norway signed a treaty with {name}." for name in ("Iceland", "Denmark", "Spain", "Italy", "Greece", "Malta")]
    beside = " ".join(week)
    assert "overtaken" in rules_of(f"{imposed} {beside}", f"{FILLER} {lifted}")[imposed]
    assert "overtaken" not in rules_of(f"{imposed} {beside}", f"{FILLER} {refused}")[imposed]
    assert "overtaken" not in rules_of(f"{FILLER} {lifted}", f"{imposed} {beside}")[imposed]


def test_a_meeting_called_off_leaves_what_was_agreed() -> None:
    agreed = "The ministers of Kenya and Uganda agreed on a joint inspection of tea farms for migrant tea pickers at a meeting."
    off = "The meeting of Kenya and Uganda on migrant tea pickers and tea farms planned for March 9 was cancelled."
    week = [f"Norway signed a treaty with {name}." for name in ("Iceland", "Denmark", "Spain", "Italy", "Greece", "Malta")]
    beside = " ".join(week)
    assert "overtaken" not in rules_of(f"{agreed} {beside}", f"{FILLER} {off}")[agreed]


def test_the_weeks_own_governments_come_first() -> None:
    own = "Kenya rejected the proposal of Uganda."
    beside = "Norway rejected the proposal of Iceland."
    week = [f"{FILLER} Kenya expelled two teachers from Uganda.", f"{FILLER} Uganda expelled a pilot from Kenya."]
    order = order_of(*week, f"{FILLER} {beside}", f"{FILLER} {own}")
    assert order.index(own) < order.index(beside)


def test_positions_do_not_crowd_out_what_happened() -> None:
    goods = ["grapes", "figs", "copper", "lithium", "salmon", "wine", "maize", "cotton", "nitrate", "olives", "quinoa", "guano"]
    wants = [f"Chile demanded that Peru lower its duty on {name}." for name in goods]
    told = "Chilean officials said that a Peruvian mission is at work in the port."
    order = order_of(" ".join(wants), told, FILLER)
    assert told in order
    assert order.index(told) < len(wants)


def test_every_weight_says_why() -> None:
    assert all(reason.__doc__ for reason in WEIGHTS)

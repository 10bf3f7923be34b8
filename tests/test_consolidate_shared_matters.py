"""Which matter a position without a topic shares with others, as tables."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

import pytest

from briefing.annotate.document import annotate
from briefing.consolidate import consolidate, week_of
from briefing.consolidate.shared_matters import matters_named, one_matter, shared_by_lines, with_shared_matters
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Brief, Evidence, Position

# what a line names, what rows are called by, how many lines without a topic name what; its matter
MATTERS: list[tuple[Sequence[str], set[str], Mapping[str, int], str | None, str]] = [
    (["visas", "drones"], {"visas"}, {}, "visas", "the one that heads a row"),
    (["visas", "ferry"], {"visas", "ferry"}, {}, None, "two rows: a guess could be wrong"),
    (["visas", "fentanyl_labs"], {"visas", "fentanyl_labs"}, {}, "fentanyl_labs", "the one named by several words"),
    (["cartels", "drones"], {"visas"}, {"cartels": 2}, "cartels", "what another line names too"),
    (["cartels"], set(), {"criminal_organizations": 3}, "criminal_organizations", "or what it is a kind of"),
    (["cartels"], {"visas"}, {}, None, "what no other line names"),
    (["cartels", "drones", "visas", "ferry"], set(), {"cartels": 3}, None, "a list is of no one matter"),
    ([], {"visas"}, {"cartels": 2}, None, "a line that names none"),
]


@pytest.mark.parametrize(("named", "heads", "shared", "matter", "comment"), MATTERS, ids=[row[-1] for row in MATTERS])
def test_one_matter(named: Sequence[str], heads: set[str], shared: Mapping[str, int], matter: str | None, comment: str) -> None:
    assert one_matter(named, heads, shared, load_knowledge()) == matter, comment


def brief_of(text: str) -> Brief:
    """The brief of one article, as it stands once the matters are shared, each line as its source has it."""
    article = Article(
        id="a1", file="1.txt", sha256="", text=text, language="en", published="2026-03-04", published_basis="stated"
    )
    knowledge = load_knowledge()
    doc = annotate(article, knowledge)
    claims = {"a1": extract(doc, knowledge)}
    brief = consolidate((doc,), claims, knowledge, as_of="2026-03-05", window="2026-03-01/2026-03-05")
    printed = tuple(
        dataclasses.replace(one, issue=(), concepts=(), text={"en": one.evidence[0].text}, told_from={"en": 0})
        for one in brief.positions
    )
    return with_shared_matters(
        dataclasses.replace(brief, positions=printed), week_of({"a1": doc}, claims, knowledge, "2026-03-05")
    )


TEXTS: list[tuple[str, list[tuple[str, ...]], str]] = [
    (
        "Ghana rejected any help against the cartels. Togo proposed a fund to fight the cartels.",
        [("cartels",), ("cartels",)],
        "two lines that name one thing",
    ),
    (
        "Ghana rejected any help against the cartels. Togo proposed a fund for its nurses.",
        [(), ()],
        "one line alone gives no row a name",
    ),
    (
        "Ghana agreed to pay for dredging of the lagoon. Togo rejected any dredging of the lagoon.",
        [("dredging",), ("dredging",)],
        "a gerund that is a noun by the word behind it",
    ),
    (
        "Ghana demanded respect for its sovereignty. Togo rejected any threat to its sovereignty.",
        [(), ()],
        "what every week speaks of is no matter",
    ),
]


@pytest.mark.parametrize(("text", "issues", "comment"), TEXTS, ids=[row[-1] for row in TEXTS])
def test_what_lines_share(text: str, issues: list[tuple[str, ...]], comment: str) -> None:
    assert [one.issue for one in brief_of(text).positions] == issues, comment


# what each of three lines names; what is shared
SHARED: list[tuple[list[str], dict[str, int], str]] = [
    (["cartels", "cartels", "visas"], {"cartels": 2}, "by the narrower word, which each line has"),
    (["cartels", "cartels", "criminal_organizations"], {"cartels": 2, "criminal_organizations": 3}, "the broader has one more"),
    (["cartels", "visas", "ferry"], {}, "nothing"),
]


@pytest.mark.parametrize(("lines", "shared", "comment"), SHARED, ids=[row[-1] for row in SHARED])
def test_what_is_shared(lines: list[str], shared: dict[str, int], comment: str) -> None:
    first = brief_of(TEXTS[0][0]).positions[0]
    piece = first.evidence[0]
    free = [
        dataclasses.replace(
            first, id=f"p-{n}", issue=(), concepts=(), evidence=(dataclasses.replace(piece, start=n, stop=n + 1),)
        )
        for n in range(len(lines))
    ]
    named = {f"p-{n}": [name] for n, name in enumerate(lines)}
    assert shared_by_lines(free, named, load_knowledge()) == shared, comment


def test_a_question_that_is_printed_names_the_matter_of_its_answer() -> None:
    """`And the visas?`, `We regret any delay`: the row of the visas."""
    text = "QUESTION: And the visas?\n\nFOREIGN MINISTER ADU: We reject any delay.\n"
    article = Article(
        id="a1", file="1.txt", sha256="", text=text, language="en", published="2026-03-04", published_basis="stated"
    )
    doc = annotate(article, load_knowledge())
    start = text.index("We reject")
    line = Evidence(article="a1", start=start, stop=start + 20, text=text[start : start + 20], language="en")
    week = week_of({"a1": doc}, {"a1": ()}, load_knowledge(), "2026-03-05")
    for rules, named in ((("realize:en:verbatim:with_its_question",), ["visas"]), ((), [])):
        position = Position(
            id="p-1",
            evidence=(line,),
            government="GH",
            stance="rejects",
            text={"en": line.text},
            told_from={"en": 0},
            rules=rules,
        )
        assert matters_named(week, position) == named

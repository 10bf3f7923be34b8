"""What has moved since an earlier brief: one row for each pair of weeks."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest

from briefing.codec import read_brief, write_brief
from briefing.consolidate.changes import change_of, closeness, mark_changes
from briefing.consolidate.families import FAMILIES
from briefing.model import Brief, BriefArticle, Evidence, Position

BEFORE, NOW = "2026-03-07", "2026-03-14"


def position(number: int, stance: str, issue: str = "", **fields: Any) -> Position:
    words = fields.pop("words", f"Words number {number}.")
    settings: dict[str, Any] = {
        "id": f"p-{number}",
        "government": "CL",
        "stance": stance,
        "issue": tuple(issue.split()),
        "evidence": (Evidence(article="a1", start=0, stop=len(words), text=words, language="en"),),
    }
    return Position(**(settings | fields))


def brief(as_of: str, *positions: Position) -> Brief:
    article = BriefArticle(id="a1", file="one.txt", sha256="0", language="en")
    return Brief(as_of=as_of, window=f"2026-03-01/{as_of}", articles=(article,), positions=positions)


P = position
# the position of this week, those of the week before, others of this week, the mark, the earlier stance, comment
CASES: list[tuple[Position, list[Position], list[Position], str | None, str | None, str]] = [
    (P(1, "rejects", "ports fleet"), [P(2, "rejects", "ports fleet")], [], "unchanged", None, "same stance, same matter"),
    (P(1, "rejects", "ports fleet"), [P(2, "rejects", "fleet ports")], [], "unchanged", None, "issues in another order"),
    (P(1, "rejects", "ports fleet"), [P(2, "rejects", "ports fleet quotas")], [], "unchanged", None, "one issue more"),
    (P(1, "supports", "ports fleet"), [P(2, "rejects", "ports fleet")], [], "moved", "rejects", "from against to for"),
    (P(1, "rejects", "ports fleet"), [P(2, "offers", "ports fleet")], [], "moved", "offers", "from for to against"),
    (P(1, "offers", "ports fleet"), [P(2, "demands", "ports fleet")], [], "moved", "demands", "from pressing to offering"),
    (P(1, "supports", "ports"), [P(2, "rejects", "ports")], [], "moved", "rejects", "a single issue that is all of both"),
    (P(1, "rejects", "ports fleet"), [P(2, "rejects", "salmon feed")], [], "new", None, "another matter"),
    (P(1, "rejects", "ports fleet"), [], [], "new", None, "nothing before"),
    (P(1, "rejects", "ports"), [P(2, "rejects", "ports", government="NO")], [], "new", None, "another government's"),
    (
        P(1, "rejects", words="No, he said."),
        [P(2, "rejects", "ports", words="No, he said.")],
        [],
        "unchanged",
        None,
        "one text",
    ),
    (P(1, "rejects", "ports"), [P(1, "rejects", "ports")], [], "unchanged", None, "the same claim, by its id"),
    # unclear: no mark rather than a wrong one
    (P(1, "rejects", "ports fleet"), [P(2, "rejects", "ports salmon feed quotas")], [], None, None, "little in common"),
    (P(1, "rejects", "ports fleet"), [P(2, "rejects", "ports")], [], None, None, "a single shared issue of several"),
    (P(1, "rejects", "ports fleet"), [P(2, "rejects", "salmon ports fleet")], [], None, None, "another issue leads"),
    (P(1, "demands", "ports fleet"), [P(2, "requests", "ports fleet")], [], None, None, "stances that are near"),
    (P(1, "supports", "ports fleet"), [P(2, "offers", "ports fleet")], [], None, None, "both for it"),
    (P(1, "accuses", "ports fleet"), [P(2, "offers", "ports fleet")], [], None, None, "an accusation is no stand"),
    (P(1, "supports", "ports fleet"), [P(2, "announces", "ports fleet")], [], None, None, "nor is an announcement"),
    (
        P(1, "supports", "ports fleet"),
        [P(2, "rejects", "ports fleet"), P(3, "demands", "ports fleet")],
        [],
        None,
        None,
        "two stances before",
    ),
    (
        P(1, "supports", "ports fleet"),
        [P(2, "rejects", "ports fleet")],
        [P(4, "rejects", "fleet quotas")],
        None,
        None,
        "it still rejects what may be the same",
    ),
    (
        P(1, "supports", "ports fleet", certainty="conditional"),
        [P(2, "rejects", "ports fleet")],
        [],
        None,
        None,
        "would support",
    ),
    (P(1, "rejects", "ports fleet"), [P(2, "rejects", "ports fleet", certainty="denied")], [], None, None, "denied before"),
    (P(1, "supports", "ports fleet"), [P(2, "rejects", "ports fleet", omit=True)], [], None, None, "struck by a person"),
    (
        P(1, "rejects", "ports fleet", addressee=("NO",)),
        [P(2, "rejects", "ports fleet", addressee=("PE",))],
        [],
        None,
        None,
        "told to another",
    ),
    (P(1, "rejects", "ports fleet", date="2026-02-20"), [], [], None, None, "older than the earlier brief"),
    (
        P(1, "rejects", words="The ministry rejects foreign inspectors."),
        [P(2, "demands", words="The ministry demands foreign inspectors.")],
        [],
        None,
        None,
        "no topic, like words",
    ),
    (
        P(1, "rejects", words="No to inspectors."),
        [P(2, "rejects", "quotas", words="No to tolls.")],
        [],
        "new",
        None,
        "unlike words",
    ),
]


@pytest.mark.parametrize(("now", "before", "others", "change", "was", "comment"), CASES, ids=[row[-1] for row in CASES])
def test_marks(
    now: Position, before: list[Position], others: list[Position], change: str | None, was: str | None, comment: str
) -> None:
    assert change_of(now, (now, *others), brief(BEFORE, *before)) == (change, was)


def test_a_brief_is_marked_and_keeps_its_marks_in_the_file() -> None:
    week = brief(NOW, P(1, "supports", "ports fleet"), P(2, "rejects", "salmon"))
    marked = mark_changes(week, brief(BEFORE, P(3, "rejects", "ports fleet")))
    assert [(one.change, one.was) for one in marked.positions] == [("moved", "rejects"), ("new", None)]
    assert marked.previous == BEFORE
    assert read_brief(write_brief(marked)) == marked


def test_marks_of_before_are_replaced() -> None:
    old = dataclasses.replace(P(1, "rejects", "ports fleet"), change="moved", was="offers")
    marked = mark_changes(brief(NOW, old), brief(BEFORE, P(2, "rejects", "ports fleet")))
    assert (marked.positions[0].change, marked.positions[0].was) == ("unchanged", None)


def test_the_order_of_positions_does_not_matter() -> None:
    earlier = [P(2, "rejects", "ports fleet"), P(3, "offers", "salmon"), P(5, "demands", "tolls")]
    now = P(1, "supports", "ports fleet")
    assert change_of(now, (now,), brief(BEFORE, *earlier)) == change_of(now, (now,), brief(BEFORE, *reversed(earlier)))


@pytest.mark.parametrize("left", FAMILIES)
@pytest.mark.parametrize("right", FAMILIES)
def test_closeness_goes_both_ways(left: str, right: str) -> None:
    a, b = P(1, left, "ports fleet"), P(2, right, "fleet ports")
    assert closeness(a, b) == closeness(b, a) == "same"

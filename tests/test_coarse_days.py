"""A week, or no day, that two articles have in common makes one meeting only with a person, a place or a body's name.

STATUS DAY PLACE <OLD DAY of each row; the articles are of 4 and 5 March 2026.
"""

from __future__ import annotations

import pytest
from made_weeks import brief_of

EN = "Chile and Peru are at odds over the canal. "
TWO_ARTICLES = [
    (
        "Chile and Peru concluded negotiations on a fishing treaty on Tuesday, Chilean Minister Rosa Pino said.",
        "The Sierra Azul exercise, planned for this week in Moquegua, was cancelled because of the frost.",
        "cancelled 2026-03-03 Moquegua",
        False,
        "an exercise is not the talks of that week",
    ),
    (
        "The meeting of the Joint Committee on fisheries, due on March 12, has been postponed to the third week of April.",
        "Chile and Peru want to build a dam. The two teams hold a technical meeting in Tacna on April 16.",
        "upcoming 2026-04-16 Tacna <2026-03-12",
        False,
        "a body's sitting of some day of that week is not what teams do elsewhere",
    ),
    (
        "Chilean Minister Juan Soto will visit Tacna on March 12.",
        "Chilean Minister Juan Soto has called off the visit to Tacna planned for next week.",
        "cancelled 2026-03-12 Tacna",
        True,
        "the same person's, of that week",
    ),
]


@pytest.mark.parametrize(("one", "other", "row", "made", "why"), TWO_ARTICLES, ids=[case[-1] for case in TWO_ARTICLES])
def test_a_week_in_common_makes_one_meeting(one: str, other: str, row: str, made: bool, why: str) -> None:
    found = brief_of([EN + one, EN + other], days=[4, 5]).meetings
    rows = [f"{m.status} {m.date} {m.place or '-'}" + (f" <{m.moved_from}" if m.moved_from else "") for m in found]
    assert (row in rows) == made, (why, rows)

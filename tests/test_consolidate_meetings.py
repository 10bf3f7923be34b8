"""Meetings of a week as a table: the articles, and the meetings as KIND STATUS DATE; memos are of Friday, 6 March 2026."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.model import Brief

MET = "Chilean Foreign Minister Rosa Díaz met with Peruvian Foreign Minister Juan Quispe on March 3, 2026."
TO_MEET = "Chilean Foreign Minister Rosa Díaz will meet with Peruvian Foreign Minister Juan Quispe on {day}."
PUT_OFF = "Chilean President Ana Mora postponed her visit to Peru of March 20."

CASES = [
    ([MET], ["meeting held 2026-03-03"], "held"),
    ([TO_MEET.format(day="March 12")], ["meeting upcoming 2026-03-12"], "announced"),
    ([TO_MEET.format(day="a later day")], ["meeting upcoming 2026-03-04/.."], "announced without a day"),
    (
        [TO_MEET.format(day="March 5")],
        ["meeting unconfirmed 2026-03-05"],
        "planned for a day that has passed: nobody tells of it",
    ),
    ([TO_MEET.format(day="March 3"), MET], ["meeting held 2026-03-03"], "announced, then told as held"),
    (["Chile and Peru may hold a summit on March 20."], ["summit unconfirmed 2026-03-20"], "only supposed"),
    (["Chile and Peru called off a summit planned for March 20."], ["summit cancelled 2026-03-20"], "called off"),
    (
        ["Peru's President Juan Quispe is scheduled to visit Chile in late March; a stop in Lima had been under discussion."],
        ["visit upcoming 2026-03"],
        "what is under discussion is no talks",
    ),
    (
        [
            "Chilean Foreign Minister Rosa Díaz spoke on Tuesday with her Peruvian counterpart, Juan Quispe. "
            "The two sides exchanged views on fishing."
        ],
        ["talks held 2026-03-03"],
        "what those who spoke exchanged is what they spoke about",
    ),
    (
        ["Chile lowered its tariffs on grapes. Officials of Chile and Peru exchanged views on fishing in Lima on Tuesday."],
        ["talks held 2026-03-03"],
        "an exchange of views with its own day and place",
    ),
    (["Chile and Peru put off a summit planned for March 20."], ["summit postponed 2026-03-20"], "put off"),
    (["Chile and Peru held talks on Monday, the first since their summit in 1994."], ["talks held 2026-03-02"], "history"),
    (
        [f"{MET} Chile and Peru will hold a summit in Lima on April 6."],
        ["meeting held 2026-03-03", "summit upcoming 2026-04-06"],
        "what two hold beside a summit is not the summit",
    ),
    (
        ["Presidents Ana Mora of Chile and Juan Petit of Peru are scheduled to meet in Lima on March 20.", PUT_OFF],
        ["meeting postponed 2026-03-20"],
        "announced by one, put off by another: not to come",
    ),
    (
        [TO_MEET.format(day="March 20"), PUT_OFF],
        ["meeting upcoming 2026-03-20", "visit postponed 2026-03-20"],
        "other people's meeting of that day stays",
    ),
    (
        [TO_MEET.format(day="March 3"), MET.replace("March 3", "March 4")],
        ["meeting held 2026-03-04"],
        "planned for one day, held on the next: the day on which it was held",
    ),
    (
        ["Chilean Foreign Minister Rosa Díaz will travel to Lima on March 12 to meet her Peruvian counterpart, Juan Quispe."],
        ["meeting upcoming 2026-03-12"],
        "who travels to meet: one meeting",
    ),
    (
        [
            "Chilean Ambassador Ana Mora will meet Peruvian Foreign Minister Juan Quispe on March 3.",
            "Chile's ambassador came out of a meeting with Peruvian Foreign Minister Juan Quispe on Tuesday, March 3.",
        ],
        ["meeting held 2026-03-03"],
        "announced by name, held by an office with the same minister on that day",
    ),
    (
        [
            "Chilean Agriculture Minister Rosa Díaz will host Peruvian Agriculture Minister Juan Quispe in Arica on March 10.",
            "The agriculture ministers will meet in the city next week, Chile said.",
        ],
        ["meeting upcoming 2026-03-10"],
        "by name on a day, by their offices within its week: one",
    ),
    (
        [
            "Chilean Foreign Minister Rosa Díaz will receive Peru's foreign minister, Juan Quispe, in Arica on March 10.",
            "The agriculture ministers will meet in the city next week, Chile said.",
        ],
        ["meeting upcoming 2026-03-09/2026-03-15", "meeting upcoming 2026-03-10"],
        "of other offices: two",
    ),
    (
        [
            "Chilean Deputy Minister Rosa Díaz will visit Tacna from March 9 to 11, the ministry said.",
            "A mission of Chilean officials will visit Tacna next week.",
        ],
        ["visit upcoming 2026-03-09/2026-03-11"],
        "who is named on her days, a mission to the same town in that week: one",
    ),
    (
        [
            "She will meet the energy commissioner in Tacna on March 12.",
            "The border commission will meet in Arica on March 12, an official said.",
        ],
        ["meeting upcoming 2026-03-12", "meeting upcoming 2026-03-12"],
        "nobody named in either, and two places: two",
    ),
    (
        [
            "The border commission will meet on March 14 in Arica, Chile, an official said.",
            "The Arica meeting, set for the 14th, was put off to March 21, the ministry said.",
        ],
        ["meeting upcoming 2026-03-21"],
        "of nobody named, moved: by its day and its place",
    ),
    (
        [
            "The border commission will meet on March 14 in Arica, Chile, an official said.",
            "The Arica meeting, set for the 16th, was put off to March 21, the ministry said.",
        ],
        ["meeting upcoming 2026-03-14", "meeting upcoming 2026-03-21"],
        "another day's meeting stays",
    ),
    (
        [
            "Kenyan President Sam Otieno will visit Bangladesh from March 13 to 15.",
            "Kenyan President Sam Otieno will travel to Dhaka from March 13 to 15.",
        ],
        ["visit upcoming 2026-03-13/2026-03-15"],
        "a country and its capital",
    ),
    (
        [
            "Chilean Foreign Minister Rosa Díaz will meet Peruvian Foreign Minister Juan Quispe in Tacna on March 12.",
            "Chilean Foreign Minister Rosa Díaz will meet Peruvian Foreign Minister Juan Quispe at Arias Palace on March 12.",
        ],
        ["meeting upcoming 2026-03-12"],
        "a town and a house in it",
    ),
    (
        [
            "Kenyan Foreign Minister Grace Otieno will meet Ugandan Foreign Minister Sam Okello in Kampala on March 18 and 19.",
            "Ugandan Foreign Minister Sam Okello said: “I will meet Minister Otieno in Kampala on March 18.”",
        ],
        ["meeting upcoming 2026-03-18/2026-03-19"],
        "both days, where another has the first alone",
    ),
    (
        [
            "The Lake Commission will meet on March 22.",
            "Ministers Rosa Díaz of Chile and Juan Quispe of Peru will meet in Lima at the end of March.",
        ],
        ["meeting upcoming 2026-03", "meeting upcoming 2026-03-22"],
        "a day inside a vague date, and nobody in common",
    ),
]


PAIR = (
    "Chile and Peru disagree about anchovies, and Peru asks Chile for a truce. Chilean officials heard the companies of Arica."
)
OF_BOTH = [
    ("The teams will meet on March 12 in Arica.", [], "whose teams nobody says"),
    ("The two delegations will meet in Arica on March 12.", ["meeting upcoming 2026-03-12"], "of two delegations"),
    ("The joint committee will meet in Arica on March 12.", ["meeting upcoming 2026-03-12"], "of a joint committee"),
    ("Chile and Peru will meet in Arica on March 12.", ["meeting upcoming 2026-03-12"], "of two that are named"),
]


@pytest.mark.parametrize(("text", "expected", "comment"), OF_BOTH, ids=[row[2] for row in OF_BOTH])
def test_a_meeting_of_two_governments_says_so(text: str, expected: list[str], comment: str) -> None:
    found = [f"{meeting.kind} {meeting.status} {meeting.date}" for meeting in week_of([f"{PAIR} {text}"]).meetings]
    assert found == expected, comment


def test_what_takes_effect_is_a_fact_and_no_deadline() -> None:
    brief = week_of(
        ["The new visa rules between Japan and Mongolia will take effect on April 1.", "The truce expires on March 31."]
    )
    assert [(m.kind, m.date) for m in brief.meetings] == [("deadline", "2026-03-31")]
    assert "take_effect" in {fact.act for fact in brief.facts}


COLLEAGUE = "Kenyan Foreign Minister Ali Otieno will meet Ugandan Foreign Minister Sam Okello {day}."
OTHERS = [
    ("on Monday", "A meeting between Otieno and fishermen scheduled for Wednesday was cancelled.", "upcoming"),
    ("in Kisumu", "Otieno cancelled a meeting with boat builders that had been planned for Thursday.", "upcoming"),
    ("on Monday", "The meeting between Otieno and Okello scheduled for Monday was cancelled.", "cancelled"),
]


@pytest.mark.parametrize(("day", "off", "status"), OTHERS)
def test_a_meeting_with_others_is_not_the_one_with_a_colleague(day: str, off: str, status: str) -> None:
    meetings = week_of([COLLEAGUE.format(day=day), off]).meetings
    assert [m.status for m in meetings if len(m.people) > 1] == [status]
    assert {m.status for m in meetings} >= {"cancelled"}


GUEST = "Kenyan Foreign Minister Ali Otieno will receive Ugandan Foreign Minister Sam Okello in Kisumu on Friday."
AGREED = "The foreign ministers of Kenya and Uganda met on Friday and agreed to reopen two ferries."
HELD_TODAY = [
    ([GUEST, AGREED], ["meeting held 2026-03-06"], "announced for today, told as held"),
    ([AGREED, GUEST], ["meeting held 2026-03-06"], "told as held by an article of the same day that is read first"),
    (
        ["Kenyan Minister Ali Otieno will travel to Kisumu on Friday to meet mediators.", AGREED],
        ["meeting held 2026-03-06"],
        "whom he meets its article does not say",
    ),
    (
        [GUEST, "Kenya and Uganda signed a ferry agreement on Friday."],
        ["meeting upcoming 2026-03-06"],
        "nobody tells that they met",
    ),
    (
        [GUEST, AGREED.replace("Uganda", "Rwanda")],
        ["meeting held 2026-03-06", "meeting upcoming 2026-03-06"],
        "the one government's meeting with another",
    ),
    (
        [GUEST, "Kenyan Foreign Minister Ali Otieno met with boat owners in Nairobi on Friday."],
        ["meeting upcoming 2026-03-06"],
        "the one minister's meeting with others is of one government, and no row",
    ),
    (
        [f"{AGREED} The two ministers will meet again in Kisumu on April 9."],
        ["meeting held 2026-03-06", "meeting upcoming 2026-04-09"],
        "the next one is still to come",
    ),
]


@pytest.mark.parametrize(("texts", "expected", "comment"), HELD_TODAY, ids=[row[2] for row in HELD_TODAY])
def test_held_on_the_day_of_the_memo(texts: list[str], expected: list[str], comment: str) -> None:
    brief = brief_of(texts, days=[6] * len(texts))
    assert sorted(f"{m.kind} {m.status} {m.date or '-'}" for m in brief.meetings) == expected, comment
    announced = [item for item in (*brief.facts, *brief.positions) if item.evidence[0].text == GUEST]
    assert bool(announced) == ("meeting upcoming 2026-03-06" in expected), "what is held is not announced either"


MOVED = "The meeting of {who}, which was to be held on March 20, will take place on March 28, an official said."


def test_a_new_day_takes_the_place_of_the_old_one() -> None:
    """One row, on the new day, told by who gives the new day alone: what announced the old one says another."""
    pair = "Chilean Foreign Minister Rosa Díaz and Peruvian Foreign Minister Juan Quispe"
    [meeting] = week_of([TO_MEET.format(day="March 20"), MOVED.format(who=pair)]).meetings
    assert (meeting.status, meeting.date, meeting.moved_from) == ("upcoming", "2026-03-28", "2026-03-20")
    assert [piece.article for piece in meeting.evidence] == ["a1"], "the second article"


def test_another_pair_keeps_its_day() -> None:
    moved = MOVED.format(who="Kenyan President Ali Otieno and Ugandan President Sam Okello")
    found = week_of([TO_MEET.format(day="March 20"), moved]).meetings
    assert {(m.date, m.moved_from) for m in found} == {("2026-03-20", None), ("2026-03-28", "2026-03-20")}


def week_of(texts: list[str]) -> Brief:
    """All articles of one day."""
    return brief_of(texts, days=[4] * len(texts))


@pytest.mark.parametrize(("texts", "expected", "comment"), CASES, ids=[row[2] for row in CASES])
def test_meetings(texts: list[str], expected: list[str], comment: str) -> None:
    found = [f"{meeting.kind} {meeting.status} {meeting.date or '-'}" for meeting in week_of(texts).meetings]
    assert sorted(found) == expected, comment


def test_what_the_sentence_before_gives_a_new_day_is_no_row_of_its_old_one() -> None:
    told = (
        "La ministra chilena Rosa Díaz recibirá el jueves 12 de marzo en el palacio al embajador peruano, Juan Quispe. "
        "La ministra lo había convocado el viernes pasado, pero la reunión fue aplazada a pedido de la embajada."
    )
    found = brief_of([told], language="es", days=[4]).meetings
    assert [(meeting.status, meeting.date) for meeting in found] == [("upcoming", "2026-03-12")]


FORETOLD = [
    ("Bolivia's minister said on Monday that he would call on Tuesday.", True, "announced, caller and called left out"),
    ("Bolivia's minister said on Monday that he would call on Wednesday.", False, "of another day"),
    ("Bolivia's minister said on Monday that he would not call on Tuesday.", False, "denied"),
    ("Bolivia's minister said on Monday that he would visit on Tuesday.", False, "no call"),
    ("Bolivia's minister said on Monday that Kenya would call on Tuesday.", False, "who is named took no part"),
]


@pytest.mark.parametrize(("announced", "carried", "comment"), FORETOLD, ids=[row[2] for row in FORETOLD])
def test_what_was_announced_without_names_is_part_of_the_call_that_was_held(
    announced: str, carried: bool, comment: str
) -> None:
    told = "Chilean Foreign Minister Rosa Díaz spoke by telephone with Bolivian Foreign Minister Juan Paz on Tuesday."
    (call,) = week_of([f"{told} {announced}"]).meetings
    assert (len(call.evidence) > 1) is carried, comment


def test_two_calls_of_one_day_take_no_announcement() -> None:
    told = "Chilean Foreign Minister Rosa Díaz spoke by telephone with {} on Tuesday."
    both = f"{told.format('Bolivian Foreign Minister Juan Paz')} {told.format('Kenyan Foreign Minister Amina Otieno')}"
    found = week_of([f"{both} {FORETOLD[0][0]}"]).meetings
    assert [len(call.evidence) for call in found] == [1, 1]


def test_a_meeting_of_nobody_named_was_held_at_its_place_and_day() -> None:
    """Announced without sides, and told by a later article: one row; at another place two."""
    announced = "Chilean Foreign Minister Rosa Díaz said that the joint committee would meet on Friday in Arica."
    held = "The joint committee met in {} on Friday under the ministers of both, Juan Quispe of Peru and Rosa Díaz of Chile."
    assert {m.status for m in brief_of([announced, held.format("Arica")], days=[4, 6]).meetings} == {"held"}
    assert {m.status for m in brief_of([announced, held.format("Tacna")], days=[4, 6]).meetings} == {"held", "upcoming"}


def test_one_person_meets_a_colleague_and_a_day_later_others() -> None:
    met = (
        "Chilean Deputy Foreign Minister Rosa Díaz held a meeting with Peruvian Deputy Foreign Minister Juan Quispe on Monday."
    )
    others = "Chilean Deputy Foreign Minister Rosa Díaz met leaders of the Peruvian community on Tuesday."
    assert [meeting.date for meeting in week_of([met, others]).meetings] == ["2026-03-02", "2026-03-03"]


STALE = [
    ("March 5", False, "the day has passed: nobody's news any more"),
    ("March 6", True, "the day of the memo"),
    ("March 12", True, "still to come"),
]


@pytest.mark.parametrize(("day", "printed", "comment"), STALE, ids=[row[2] for row in STALE])
def test_an_announcement_is_no_fact_when_its_day_has_passed(day: str, printed: bool, comment: str) -> None:
    facts = week_of([TO_MEET.format(day=day)]).facts
    assert bool(facts) is printed, comment


def test_who_was_to_be_heard_spoke_that_day() -> None:
    plan = "Chile's trade minister, Pablo Soto, will appear before the Senate trade committee on Wednesday."
    told = '"We reject the ban," Chilean trade minister Pablo Soto said on Wednesday.'
    assert [m.status for m in brief_of([plan, told], days=[3, 5]).meetings] == []
    assert [m.status for m in brief_of([plan], days=[3]).meetings] == ["unconfirmed"]


CALLED = "Chilean President Ana Mora and Peruvian President Juan Petit spoke by phone on March {day}, 2026."
UNDATED = "Chilean President Ana Mora and Peruvian President Juan Petit spoke by phone about the tunnel."


@pytest.mark.parametrize(
    ("texts", "matters", "comment"),
    [
        ([CALLED.format(day=3), UNDATED], [], "another article, which gives no day: perhaps another call's"),
        ([CALLED.format(day=3).replace(" on March", " about the port on March"), UNDATED], ["the port"], "told with its day"),
        ([UNDATED], [], "nobody gives a day: no row"),
    ],
)
def test_a_matter_is_taken_from_a_telling_of_the_same_day(texts: list[str], matters: list[str], comment: str) -> None:
    found = [piece.text for meeting in brief_of(texts).meetings for piece in meeting.agenda]
    assert found == matters, comment


def test_an_envoy_who_is_being_summoned_is_not_the_one_of_last_month() -> None:
    news = "Chile's foreign minister, Rosa Díaz, says she is summoning the Peruvian ambassador, Luis Soto, over new claims."
    made = brief_of([f"{news} In January, Chile summoned Soto after a report on fishing."]).meetings
    assert [(m.status, m.people) for m in made if m.date == "2026-01"] == [("held", ("Luis Soto",))]
    assert [m.status for m in made if m.date != "2026-01"] == ["upcoming"]

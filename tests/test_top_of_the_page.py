"""What stands at the top of a memo: the first facts, the bottom line and the subject of small weeks, as tables."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.knowledge import load_knowledge
from briefing.model import Article, Brief
from briefing.pipeline import Reading, make_brief, read_week


def week_of(*texts: str) -> Brief:
    """The brief of 6 March; each article is of a day later than the one before, from 3 March on."""
    articles = tuple(
        Article(
            id=f"a{n}", file=f"{n}.txt", sha256=str(n), text=text, language="en", published=f"2026-03-0{n + 3}", title="A note"
        )
        for n, text in enumerate(texts)
    )
    window = "2026-03-01/2026-03-06"
    return make_brief(Reading(articles=articles, skipped=(), as_of="2026-03-06", window=window), load_knowledge())


DEED = "Kenya will halt the sale of cement to Uganda on April 1 unless Kampala pays its debt, Kenya's trade minister said."
REFUSAL = "Uganda on Wednesday rejected what it called blackmail by Kenya and said that it owes only $4 million."
CALLED = "Uganda on Wednesday called the decision absurd and recalled its trade envoy in Nairobi."
PLEA = "Uganda on Wednesday asked Kenya to spare the sale of cement to its hospitals and schools until the end of the year."
BLOC = "The East African Community has offered to mediate in the dispute between Kenya and Uganda, it said on Thursday."
UNION = "The Kenyan Masons' Guild urged the government on Thursday to spare 40 building sites in Uganda."
CALL = (
    "Kenya's president, Ruth Otieno, and her Ugandan counterpart, Paul Okot, spoke by telephone for half an hour on Thursday."
)
ORDERS = [
    ((DEED, REFUSAL, BLOC), [DEED, REFUSAL], "what is refused, then who refuses; a bloc between them later"),
    ((DEED, CALLED, BLOC), [DEED, CALLED], "the decision before what calls it absurd"),
    ((DEED, CALLED, UNION), [DEED, CALLED], "a guild that names both is no government"),
    ((DEED, REFUSAL, CALL), [DEED], "how long a call lasted makes no figure of it"),
    ((DEED, PLEA, BLOC), [DEED, PLEA], "what is to be softened before who asks for it"),
    ((REFUSAL, DEED, BLOC), [DEED, REFUSAL], "the later deed is news by itself"),
]


@pytest.mark.parametrize(("texts", "first", "comment"), ORDERS, ids=[row[2] for row in ORDERS])
def test_the_first_facts(texts: tuple[str, ...], first: list[str], comment: str) -> None:
    brief = week_of(*(f"{text} The hall was full." for text in texts))
    assert [fact.evidence[0].text for fact in brief.facts][: len(first)] == first
    line = brief.bottom_line["en"]
    starts = [line.find(text[:22]) for text in first]
    assert starts == sorted(starts)
    assert -1 not in starts


POWER = "Kenya halved the electricity that it sells to Uganda."
PRICE = "Uganda offered to pay for the electricity in shillings."
FAIR = "Uganda opened a fair of drums, and Kenya sent an envoy."
SUBJECTS = [
    ((f"{POWER} Electricity is dear.", f"{PRICE} Kampala has asked for time."), "electricity", "what no title names, two tell"),
    ((f"{POWER} The day was hot.", f"{FAIR} It was a fine day."), "", "what only one article speaks of"),
]


@pytest.mark.parametrize(("texts", "matter", "comment"), SUBJECTS, ids=[row[2] for row in SUBJECTS])
def test_the_subject(texts: tuple[str, ...], matter: str, comment: str) -> None:
    title = week_of(*texts).title["en"]
    assert title.partition(":")[2].strip() == matter


def test_a_third_party_to_a_deed_at_the_top_is_named() -> None:
    pact = "Kenya and Rwanda signed an accord on joint patrols on Lake Victoria on Tuesday."
    protest = "Uganda said on Wednesday that it would not recognise the patrols of Kenya and Rwanda, and asked Kenya for talks."
    answer = "Kenya told Uganda on Thursday that the patrols harm nobody."
    assert "Rwanda" in week_of(pact, f"{protest} {REFUSAL}", answer).title["en"]
    assert "Rwanda" not in week_of(DEED, f"{REFUSAL} Rwanda is a neighbor.", answer).title["en"]


CHARGE = "Kenya will charge 12 Ugandan fishermen on March 20, Kenya's interior minister, Amos Kirui, said on Wednesday."
HEAD = "Press briefing by Foreign Minister Grace Nabwire of Uganda\n\nMINISTER NABWIRE: Good afternoon to all of you.\n\n"
ANNOUNCED = "Uganda has lodged a formal protest with Kenya over the arrest of 12 fishermen off Mfangano."
ASKED = "QUESTION: Has Uganda protested?\n\nMINISTER NABWIRE: We have, and we expect an answer from our friends by the weekend."


@pytest.mark.parametrize(("said", "told"), [(ANNOUNCED, True), (ASKED, False)], ids=["says who acts", "half an answer"])
def test_what_is_told_before_the_press(said: str, told: bool) -> None:
    line = week_of(f"{HEAD}{said}\n", f"{CHARGE} The hall was full.").bottom_line["en"]
    assert CHARGE[:20] in line
    assert ("protest" in line or "answer" in line) is told


ORDERED, TOLD = "Uganda ordered its lorries home from Mombasa.", "Kenya told Uganda to pay."
HEADINGS = f"How the quarrel over cement came about.\n\n{{}}\n{ORDERED}\n\n{{}}\n{TOLD}"
SEVERAL = HEADINGS.format("February 3", "February 9")
ALONE = f"February 9\n{ORDERED} {TOLD}"


@pytest.mark.parametrize(("text", "day"), [(SEVERAL, "2026-02-03"), (ALONE, None)], ids=["a chronology", "a lone date"])
def test_what_stands_under_a_date_is_of_that_day(text: str, day: str | None) -> None:
    brief = week_of(text, f"{DEED} The hall was full.", f"{REFUSAL} The hall was full.")
    ordered = next(fact for fact in brief.facts if fact.evidence[0].text.startswith("Uganda ordered"))
    assert ordered.date == day
    assert ("lorries" in brief.bottom_line["en"]) is False


TAX = "Uganda will ban the imports of canned tuna from Kenya from April 1."
AGAINST = "Kenya rejected the ban that Uganda will put on imports of canned tuna from April 1."
AGAIN = "Uganda will ban the imports of canned tuna from Kenya."


def test_a_deed_is_no_repetition_of_what_answers_it() -> None:
    told = [fact.evidence[0].text for fact in week_of(f"{HEAD}{TAX}\n", f"{AGAINST} The hall was full.").facts]
    assert {TAX, AGAINST} <= {*told}
    told = [fact.evidence[0].text for fact in week_of(f"{HEAD}{TAX}\n", f"{AGAIN} The hall was full.").facts]
    assert len({TAX, AGAIN} & {*told}) == 1


ISSUED = """Joint action of the Ministry of Foreign Affairs of Kenya

Ministry of Foreign Affairs, Republic of Kenya

PRESS RELEASE

Nairobi, March 3, 2026

Uganda has given shelter to the gangs that steal cattle in Kenya. Kenya will close the crossing at Busia on March 20.
"""


def test_an_issuers_word_is_not_the_memos_own(tmp_path: Path) -> None:
    """`Uganda has given shelter to the gangs`, in a press release of Kenya: the line says whose word that is, or has it not."""
    (tmp_path / "1.txt").write_text(ISSUED, "utf-8")
    reading = read_week([tmp_path], as_of="2026-03-06", window=None, today="2026-03-06")
    brief = make_brief(reading, load_knowledge())
    told = [part for part in brief.bottom_line["en"].split(". ") if "shelter" in part]
    assert any("shelter" in fact.text["en"] for fact in brief.facts)
    assert all("according to an official document of Kenya" in part for part in told)

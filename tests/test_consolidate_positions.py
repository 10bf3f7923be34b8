"""When two articles, or two sentences of one, tell one position, as a table: texts, and whether they are one."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.model import Language

WEEK = "Chile rejected the proposal of Peru to close the border. France expelled two diplomats of Mali on Tuesday."
"""Another article, so that words have a weight."""
CASES = [
    (
        "Kenya rejected the 25% duty on fish that Uganda had proposed.",
        "Kenya has rejected the 25% duty on fish proposed by Uganda.",
        True,
        "retold",
    ),
    (
        "Citing the steps taken by Uganda, Kenya announced that the additional 25% duty on fish will be paused until March 4.",
        "Citing the steps taken by Rwanda, Kenya announced that the additional 25% duty on fish will be paused until March 4.",
        False,
        "one form of words for two countries",
    ),
    (
        "Wanjiru Otieno, Kenya's foreign minister, denied that a meeting with Uganda had been agreed.",
        "Wanjiru Otieno, Kenya's foreign minister, denied that the fine was a reprisal against Uganda.",
        False,
        "two denials of one minister",
    ),
    (
        "Wanjiru Otieno, Kenya's foreign minister, denied that patrol boats had fired on fishermen of Uganda.",
        "Wanjiru Otieno, Kenya's foreign minister, has denied that patrol boats had fired on Ugandan fishermen.",
        True,
        "one denial retold",
    ),
]


@pytest.mark.parametrize(("left", "right", "one", "comment"), CASES, ids=[row[3] for row in CASES])
def test_one_position_or_two(left: str, right: str, one: bool, comment: str) -> None:
    brief = brief_of((left, right, WEEK), days=(4, 4, 4))
    held = [{piece.article for piece in position.evidence} for position in brief.positions if position.government == "KE"]
    assert set().union(*held) == {"a0", "a1"}
    assert ({"a0", "a1"} in held) is one, comment


SPOKEN = [
    (
        "Kenya will not sign a longer accord on the $780 million debt of Uganda, Oil Minister Amos Kirui of Kenya said.",
        "“Kenya will not sign a longer accord on the $780 million debt of Uganda,” Oil Minister Amos Kirui of Kenya said.",
        "Kenya will not sign",
        "the minister's own words",
    ),
    (
        "Kenya will not sign a longer accord on the $780 million debt of Uganda, Oil Minister Amos Kirui of Kenya said.",
        "“Kenya will not sign a longer accord on the $780 million debt of Uganda,” the spokeswoman of Kenya, "
        "Wanjiru Otieno, said.",
        "",
        "the spokeswoman's",
    ),
]


@pytest.mark.parametrize(("told", "quoted", "words", "comment"), SPOKEN, ids=[row[3] for row in SPOKEN])
def test_whose_words_are_quoted(told: str, quoted: str, words: str, comment: str) -> None:
    brief = brief_of((told, quoted, WEEK), days=(4, 4, 4))
    shared = [p for p in brief.positions if p.government == "KE" and {piece.article for piece in p.evidence} == {"a0", "a1"}]
    assert shared, comment
    assert all(words in (p.quote.content if p.quote else "") and bool(p.quote) is bool(words) for p in shared), comment


RESTRICTED = [
    (
        "Kenya insists on keeping its quota and talking only about fishing, while Uganda is asking for more. Trade has grown."
        " The Kenyan government insists that the talks with Uganda must be limited to fishing and customs.",
        "en",
        True,
        "one thing, and nothing else, both times",
    ),
    (
        "Kenia insiste en cooperar sólo mediante intercambio de información con Uganda. Nadie resultó herido. El Gobierno de"
        " Kenia insiste en que la cooperación debe limitarse al intercambio de información y a la ayuda técnica.",
        "es",
        True,
        "in Spanish, a list hung on the wrong word",
    ),
    (
        "Kenya insists that the talks with Uganda must be limited to fishing. Nobody was hurt. Kenya insists on talking only"
        " about customs with Uganda.",
        "en",
        False,
        "each time another thing",
    ),
    (
        "Kenya insists that the talks with Uganda must not be limited to fishing. Nobody was hurt. Kenya insists on talking"
        " only about fishing with Uganda.",
        "en",
        False,
        "once denied",
    ),
    (
        "Kenya insists on talking about fishing with Uganda. Nobody was hurt. Kenya insists that the fishing boats of Uganda"
        " must leave.",
        "en",
        False,
        "a thing in common, and nothing that restricts",
    ),
    (
        "Kenia exigió que Uganda limite las visitas a los técnicos. Nadie resultó herido. El Gobierno de Kenia exigió que"
        " Uganda admita únicamente a los soldados heridos.",
        "es",
        False,
        "other people",
    ),
]


@pytest.mark.parametrize(("text", "language", "one", "comment"), RESTRICTED, ids=[row[3] for row in RESTRICTED])
def test_one_article_restricts_twice_what_a_government_wants(text: str, language: Language, one: bool, comment: str) -> None:
    brief = brief_of((text, WEEK), languages=(language, "en"))
    held = [position for position in brief.positions if position.government == "KE"]
    assert [len(position.evidence) for position in held] == ([2] if one else [1, 1]), comment
    if one:
        assert [position.stance for position in held] == ["demands"]

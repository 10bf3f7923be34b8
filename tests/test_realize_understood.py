"""Which doubts a sentence may raise: those that look at its tree alone, and those of which it has a word."""

from __future__ import annotations

import pytest
from made_weeks import last_sentence_of

from briefing.model import Language
from briefing.realize.tell.doubts import DOUBTS
from briefing.realize.tell.understood import RAISED_BY, RAISED_IN, doubts_of

CASES: list[tuple[Language, str, set[str], str]] = [
    ("en", "Malta will send Cyprus six pumps on Friday.", {"given_to_a_country", "lent_to_somebody"}, "a verb of giving"),
    ("en", "Malta will repair six pumps on Friday.", set(), "none of the words"),
    ("es", "La cumbre de Riga terminó el viernes.", {"meeting_of_a_town"}, "a meeting that a town may own"),
    ("es", "El faro de Riga se apagó el viernes.", set(), "ninguna de las palabras"),
]


@pytest.mark.parametrize(("language", "text", "raised", "comment"), CASES, ids=[row[3] for row in CASES])
def test_a_doubt_is_asked_where_the_sentence_has_a_word_of_its_own(
    language: Language, text: str, raised: set[str], comment: str
) -> None:
    asked = doubts_of(last_sentence_of(text, language))
    by_words = {doubt.__name__ for doubt in asked if doubt in RAISED_BY}
    assert (raised <= by_words) if raised else not by_words, comment


@pytest.mark.parametrize(("language", "text", "raised", "comment"), CASES, ids=[row[3] for row in CASES])
def test_doubts_keep_their_order(language: Language, text: str, raised: set[str], comment: str) -> None:
    asked = doubts_of(last_sentence_of(text, language))
    of_every_tree = [doubt for doubt in DOUBTS if doubt not in RAISED_BY and doubt not in RAISED_IN]
    assert [doubt for doubt in asked if doubt not in RAISED_BY and doubt not in RAISED_IN] == of_every_tree, comment
    assert list(asked) == [doubt for doubt in DOUBTS if doubt in asked], comment


@pytest.mark.parametrize(
    ("text", "relation"),
    [("Malta sent pumps and Cyprus thanked.", "conj"), ("The pumps are old.", "cop"), ("Malta repairs.", None)],
    ids=["joined", "said to be", "neither"],
)
def test_a_doubt_is_asked_where_the_tree_has_its_relation(text: str, relation: str | None) -> None:
    passage = last_sentence_of(text, "en")
    asked = {RAISED_IN[doubt] for doubt in doubts_of(passage) if doubt in RAISED_IN}
    assert asked <= set(passage.tree.relations)
    assert asked == {relation} if relation else not asked

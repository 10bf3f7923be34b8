"""Words that may be read in two ways, of which the other language has to choose one: none is told."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.knowledge.peoples import demonyms
from briefing.realize.tell.state import entries
from briefing.realize.transfer import Transfer
from briefing.realize.verbs import VERBAL


def people_taken_for_a_verb(t: Transfer, order: Sequence[int]) -> bool:
    """`El gobierno maliense aprobó …`, with the people's name taken for a verb."""
    peoples = demonyms(t.edition.knowledge, t.passage.language)
    return any(t.tokens[i].upos in VERBAL and t.passage.tree.forms[i] in peoples for i in order)


def given_to_a_country_with_an_article(t: Transfer, order: Sequence[int]) -> bool:
    """`lent the Gambia 20 million dollars`: a verb of giving, the country that gets it, a number."""
    for verb in (i for i in t.of_lemma(order, entries(t.passage.language)["giving"]) if t.tokens[i].upos == "VERB"):
        behind = t.tokens[verb + 1] if verb + 1 < len(t.tokens) else None
        if behind is None or behind.upos != "DET":
            continue
        named = [
            m for m in t.mentions if m.span.start in {behind.span.start, t.tokens[min(verb + 2, len(t.tokens) - 1)].span.start}
        ]
        stops = {m.span.stop for m in named}
        if any(a.span.stop in stops and b.upos in {"NUM", "SYM", "DET"} for a, b in zip(t.tokens, t.tokens[1:], strict=False)):
            return True
    return False


def alone_or_nobody_else(t: Transfer, order: Sequence[int]) -> bool:
    """`quiere negociar solo con India`: by itself, or with nobody else."""
    alone = t.of_form(order, entries(t.passage.language)["alone_or_only"])
    beside = entries(t.passage.language)["with_cases"]
    return any(i + 1 < len(t.tokens) and t.passage.tree.forms[i + 1] in beside for i in alone)


def question_behind_a_preposition(t: Transfer, order: Sequence[int]) -> bool:
    """`differ on who will pay`: a question, and no relative clause."""
    asking = t.of_form(order, entries(t.passage.language)["asking_words"])
    return any(i and i - 1 in order and t.tokens[i - 1].upos in {"ADP", "SCONJ"} for i in asking)


def extended_or_enlarged(t: Transfer, order: Sequence[int]) -> bool:
    """`ampliaron por dos años el acuerdo`: a verb of two senses with a time behind `por`."""
    words = entries(t.passage.language)
    if not t.of_lemma(order, words["extend_or_enlarge"]):
        return False
    starts = {d.span.start for d in t.dates if d.type == "DURATION"}
    return any(
        t.tokens[i + 1].span.start in starts for i in t.of_form(order, words["before_durations"]) if i + 1 < len(t.tokens)
    )


def courtesy_of_women(t: Transfer, order: Sequence[int]) -> bool:
    """`Kenya's ambassador, Mrs Amina Otieno`: her office, which has been told before, is a woman's."""
    found = t.of_form(order, entries(t.passage.language)["courtesy_of_women"])
    return any(i and t.tokens[i - 1].form == "," for i in found)


EITHER_WAY = (
    people_taken_for_a_verb,
    given_to_a_country_with_an_article,
    alone_or_nobody_else,
    question_behind_a_preposition,
    extended_or_enlarged,
    courtesy_of_women,
)

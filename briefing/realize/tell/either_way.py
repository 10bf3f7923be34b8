"""Words that may be read in two ways, of which the other language has to choose one: none is told."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.knowledge.peoples import demonyms
from briefing.realize.tell.nominal.name_words import capitals, cities_abroad
from briefing.realize.tell.state import entries
from briefing.realize.wording.transfer import Transfer
from briefing.realize.wording.verbs import VERBAL


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
    """`differ on who will pay`, `agreed on which road to use`, but `the storm in which two died`."""
    words, inside = entries(t.passage.language), set(order)
    for index in (i for i in t.of_form(order, words["asking_words"]) if i > 1 and i - 1 in inside):
        relative = t.passage.tree.forms[index] in words["also_relative"] and t.tokens[index - 2].upos in {
            "NOUN",
            "PROPN",
            "PUNCT",
        }
        if t.tokens[index - 1].upos in {"ADP", "SCONJ"} and not relative:
            return True
    return False


def deed_behind_an_accusation(t: Transfer, order: Sequence[int]) -> bool:
    """`accused of forging stamps`, with the forging taken for a kind of stamps."""
    words = entries(t.passage.language)
    ending, inside = words["gerund_ending"], set(order)
    behind = (i + 2 for i in t.of_lemma(order, words["blaming"]) if ending and i + 3 in inside)
    return any(
        t.tokens[i - 1].upos in {"ADP", "SCONJ"}
        and t.passage.tree.forms[i].endswith(ending)
        and t.relations[i] in {"compound", "amod"}
        for i in behind
    )


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


def meeting_of_a_town(t: Transfer, order: Sequence[int]) -> bool:
    """`la reunión de Oslo`: held there, and not the town's or its country's."""
    words, source = entries(t.passage.language), t.passage.language
    towns = {*capitals(t.edition.knowledge, source, t.edition.language), *cities_abroad(source)}
    meetings = (i for i in t.of_lemma(order, words["named_by_a_town"]) if i + 2 < len(t.tokens))
    return any(t.passage.tree.forms[i + 1] in words["owner_cases"] and t.passage.tree.forms[i + 2] in towns for i in meetings)


def amount_behind_its_noun(t: Transfer, order: Sequence[int]) -> bool:
    """`a quota below 30 tons`: how much it is, where the same words before a number say how many."""
    inside = set(order)
    starts = {q.span.start for q in t.quantities if q.modifier}
    opens = (i for i in order if t.tokens[i].upos in {"ADP", "ADV"} and t.tokens[i].span.start in starts)
    return any(i - 1 in inside and t.tokens[i - 1].upos == "NOUN" for i in opens)


def infinitive_of_another_verb(t: Transfer, order: Sequence[int]) -> bool:
    """`la venta de calamar`, with a noun in -ar taken for a verb: an infinitive is its own lemma."""
    found = (t.tokens[i] for i in order if t.tokens[i].upos in VERBAL and t.tokens[i].form.islower())  # `Dakar` is a name
    return any(token.feat("VerbForm") == "Inf" and token.form != token.lemma.casefold() for token in found)


EITHER_WAY = (
    infinitive_of_another_verb,
    amount_behind_its_noun,
    meeting_of_a_town,
    people_taken_for_a_verb,
    given_to_a_country_with_an_article,
    alone_or_nobody_else,
    question_behind_a_preposition,
    deed_behind_an_accusation,
    extended_or_enlarged,
    courtesy_of_women,
)

"""The third rung: who, what kind of act, on which topics.  Always printed with the original words below it.

A gist says less than its source and nothing else.  Its gates: the actors have names in the edition's language, the
topics stand in the termbase, nothing is conditional or denied, and no negation stands where the act's sense depends on it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing.knowledge import LANGUAGES, load_language
from briefing.model import Fact, Item, Meeting, Position, Stance
from briefing.realize.edition import Edition, government_name, listed
from briefing.realize.grammar import grammar_of, negations_of
from briefing.realize.native import Attempt
from briefing.realize.passages import passage_of
from briefing.realize.phrases import attributed, fill, is_plural
from briefing.realize.topics import bare_list, topic_list

LEANING: frozenset[Stance] = frozenset({"rejects", "criticizes", "denies", "supports", "agrees"})
"""For or against: here it matters what exactly the topic is."""


def gist(item: Item, edition: Edition) -> Attempt:
    """Actor, act and topics, or None with the gate that closed."""
    if item.certainty in {"conditional", "denied"}:
        return Attempt(None, ("not_asserted",))
    who = _who(item, edition)
    if who is None:
        return Attempt(None, ("unknown_actor",))
    sentence, rule = _sentence(item, who, edition)
    if sentence is None:
        return Attempt(None, (rule,))
    whole = attributed(sentence, item, edition)
    return Attempt(whole, (rule,)) if whole else Attempt(None, ("source_cannot_be_named",))


def _sentence(item: Item, who: Sequence[str], edition: Edition) -> tuple[str | None, str]:
    if isinstance(item, Position):
        return _stance_gist(item, item.stance, (*item.issue, *item.concepts), item.addressee, who, edition)
    if not isinstance(item, Fact):
        return None, "no_gist_for_this_kind"
    if item.kind == "figure":
        return _figure_gist(item, who, edition)
    act = edition.knowledge.acts.get(item.act or "")
    if act is None:
        return None, "unknown_act"
    if _has_negation(item, edition):
        return None, "negation_in_the_sentence"
    if act.stance:
        return _stance_gist(item, act.stance, item.concepts, item.recipients, who, edition)
    return None, "no_gist_for_this_act"


def _stance_gist(
    item: Item, stance: Stance, concepts: Sequence[str], addressee: Sequence[str], who: Sequence[str], edition: Edition
) -> tuple[str | None, str]:
    topics = topic_list([concept for concept in concepts if concept not in vacuous()], edition)
    if topics is None:
        return None, "no_topics"
    if stance in LEANING and _turns(item):
        return None, "a_noun_turns_the_topic"
    to = listed(edition, [government_name(edition, code) for code in addressee])
    slot = edition.grammar.to.get(stance, "").format(to=to) if to else ""
    values = {"who": listed(edition, who) or "", "to": slot, "topics": topics}
    return fill(edition.grammar.gists[stance], values, edition, plural=is_plural(who)), "gist_of_stance"


def _turns(item: Item) -> bool:
    """Whether a noun in the words may stand between the stance and the topic: complaints about spying are not spying."""
    for evidence in item.evidence:
        if evidence.language not in LANGUAGES:
            return True
        words = re.findall(r"\w+", evidence.text.casefold())
        if not set(words).isdisjoint(grammar_of(evidence.language).turning_nouns):
            return True
    return False


def _figure_gist(fact: Fact, who: Sequence[str], edition: Edition) -> tuple[str | None, str]:
    """`Peru (homicides): from 12 to 9 (January to March 2026).`  Every unit has to have a name."""
    topics = bare_list(fact.concepts, edition)
    amounts = []
    for amount in fact.quantities:
        unit = _unit(amount.unit, edition)
        if not unit:  # `25%` of what, the topics do not tell
            return None, "unknown_unit"
        amounts.append(edition.localizer.amount(amount, unit))
    if not amounts or (topics is None and not who):
        return None, "no_topics"
    periods = {amount.period for amount in fact.quantities if amount.period}
    period = f" ({edition.localizer.date(next(iter(periods)))})" if len(periods) == 1 else ""
    names = listed(edition, who) or ""
    about = f"{names} ({topics})" if names and topics else names or topics or ""
    values = {"about": about, "amounts": "; ".join(dict.fromkeys(amounts)), "period": period}
    return fill(edition.grammar.figure, values, edition), "gist_of_figure"


def _unit(unit: str | None, edition: Edition) -> str | None:
    """What is counted, in the edition's language; empty where the number says it (`40%`, `$3`) or nothing is counted."""
    if unit is None or unit == "percent" or re.fullmatch("[A-Z]{3}", unit):
        return ""
    for concept in edition.knowledge.concepts.values():
        if any(unit in (term.lemma, term.plural, *term.variants) for term in concept.terms.values()):
            term = concept.terms[edition.language]
            return term.plural or (term.lemma if term.number != "s" else None)
    return None


@cache
def vacuous() -> frozenset[str]:
    return frozenset(load_language("transfer", "words")["vacuous"])


def _who(item: Item, edition: Edition) -> list[str] | None:
    """The person who spoke, where the brief knows; else the governments."""
    codes: Sequence[str] = ()
    speaker = edition.speakers.get((item.evidence[0].article, item.evidence[0].start, item.act or ""))
    if isinstance(item, Fact | Position) and speaker:
        return [speaker]
    if isinstance(item, Position):
        codes = (item.government,)
    elif isinstance(item, Fact):
        codes = item.actors
    elif isinstance(item, Meeting):
        codes = item.participants
    names = [government_name(edition, code) for code in codes]
    known = [name for name in names if name]
    may_be_nobody = isinstance(item, Fact) and item.kind == "figure"
    return known if len(known) == len(names) and (known or may_be_nobody) else None


def _has_negation(item: Item, edition: Edition) -> bool:
    """Whether the sentence of the first evidence holds a word that may turn the act into its opposite."""
    passage = passage_of(item.evidence[0], edition.docs.get(item.evidence[0].article))
    if passage.language not in LANGUAGES:
        return True
    words = re.findall(r"n't|\w+", passage.unquoted_words().casefold())
    return bool(set(words) & negations_of(passage.language))

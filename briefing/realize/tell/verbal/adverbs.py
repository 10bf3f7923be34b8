"""Adverbs in the other language's words, with the verb or by themselves: `rechazó categóricamente`."""

from __future__ import annotations

from briefing.model import Token
from briefing.realize.tell.state import Telling, unknown, word_for
from briefing.realize.tell.verbal.deeds import at_no_time
from briefing.realize.wording.verbs import VerbGroup, rules_of


def with_adverbs(telling: Telling, group: VerbGroup, *, again: bool) -> tuple[VerbGroup, list[str], list[str]]:
    """A group, the adverbs that stand before its verb, and its others: those held back, its own, and those behind it."""
    said_before = [] if telling.modifiers_first else _trailing_adverbs(telling)
    if not group.negated:
        _check_not_only_denied(telling, group)
    own = [adverb_word(telling, telling.t.tokens[i]) for i in group.adverbs] + said_before
    first = [word for word in own if telling.modifiers_first and word in telling.words["before_verb"]]
    adverbs = [*telling.held, *(word for word in own if word not in first), *([telling.words["again"]] if again else [])]
    telling.held = []
    if group.negated and telling.words["not_yet"]:
        adverbs = [telling.words["not_yet"].get(word, word) for word in adverbs]
    group, adverbs = at_no_time(telling, group, adverbs)
    no_longer = [rules_of(telling.language)["no_longer"]] if group.no_longer else []
    return group, first, [*no_longer, *adverbs]


def _check_not_only_denied(telling: Telling, group: VerbGroup) -> None:
    """`has not yet replied`, but `has yet to reply`, which denies it without a `not`."""
    found = telling.t.of_form(group.adverbs, telling.words["only_denied"])
    if found:
        raise unknown("adverb", telling.t.tokens[found[0]])


def _trailing_adverbs(telling: Telling) -> list[str]:
    """`rechazó categóricamente`: told before the verb."""
    found = []
    while (token := telling.peek()) is not None and token.upos == "ADV" and (word := word_for(telling, "adverbs", token)):
        if word not in telling.words["before_verb"] and not word.endswith(tuple(rules_of(telling.language)["adverb_endings"])):
            break
        if telling.peek(1) is not None and token.form.casefold() in telling.words["only"]:
            break  # `trabaja sólo para el desfile`: for that alone
        found.append(word)
        telling.at += 1
    return found


def adverb(telling: Telling) -> bool:
    if telling.token.upos != "ADV":
        return False
    if telling.form in telling.words["only_denied"]:
        raise unknown("adverb", telling.token)
    word = adverb_word(telling, telling.token)
    following = telling.peek(1)
    before = telling.t.tokens[telling.order[telling.at - 1]] if telling.at else None
    if not telling.modifiers_first and before is not None and before.upos == "NOUN" and _compares(telling, following):
        raise unknown("adverb", telling.token)  # `los barcos más antiguos`
    waits = following is not None and following.upos in {"VERB", "AUX"}
    inside = word not in telling.words["before_verb"] if telling.modifiers_first else word in telling.words["inside_verb"]
    (telling.held if waits and inside else telling.said).append(word)
    telling.at += 1
    return True


def _compares(telling: Telling, following: Token | None) -> bool:
    return telling.token.form.casefold() in telling.words["comparing"] and following is not None and following.upos == "ADJ"


def adverb_word(telling: Telling, token: Token) -> str:
    word = word_for(telling, "adverbs", token)
    if word is None:
        raise unknown("adverb", token)
    return word

"""`there is`, `there will be`: that there is something, where what there is stands behind with its number or article."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.realize.tell.state import Telling, unknown
from briefing.realize.wording.transfer import base
from briefing.realize.wording.verbs import VerbGroup, read_group, rules_of


def there_is(telling: Telling) -> bool:
    """`There is no legal basis` -> `No hay base legal`.  Raises GateClosedError for what is wanted or a story's past."""
    token = telling.token
    if token.form.casefold() not in telling.words["there_words"] or base(token) != "expl":
        return False
    source = telling.t.passage.language
    group = read_group(telling.t.tokens, telling.order, telling.at + 1, source) if telling.peek(1) is not None else None
    if group is None or not _only_says_it_is(telling, group):
        raise unknown("pron", token)
    things = telling.t.below(group.head, "nsubj")
    said: str | None = rules_of(telling.language)["there_is"].get(group.tense)
    if len(things) != 1 or things[0] < group.head or said is None or not _is_introduced(telling, things[0]):
        raise unknown("pron", token)
    none = any(telling.t.tokens[d].form.casefold() in telling.words["none_of"] for d in telling.t.below(things[0], "det"))
    if none:
        telling.denied_thing = things[0]
    telling.said.append(f"{rules_of(telling.language)['denial']}{said}" if none else said)
    telling.at += 1 + len(group.used)
    telling.verb, telling.said_verb, telling.verb_at, telling.passive = "be", said, telling.at, False
    return True


def _only_says_it_is(telling: Telling, group: VerbGroup) -> bool:
    """`there is`, and `there was` only inside what somebody told: a story's own `hubo` or `había` nobody can choose."""
    copula = telling.t.tokens[group.head].lemma.casefold() == rules_of(telling.t.passage.language)["passive"]
    plain = not (group.modal or group.passive or group.progressive or group.adverbs or group.negated)
    told = group.tense != "past" or telling.told
    return copula and plain and told and not (telling.wanted or telling.denied)


def _is_introduced(telling: Telling, thing: int) -> bool:
    """With a number, `a` or `no`: of bare plurals Spanish has some without an article."""
    words: Mapping[str, str] = telling.words["determiners"]
    inside = [telling.t.tokens[i] for i in telling.t.below(thing, "det", "nummod")]
    return any(
        one.upos == "NUM" or one.feat("Definite") == "Ind" or one.form.casefold() in {*telling.words["none_of"], *words}
        for one in inside
    )


__all__ = ["there_is"]

"""The tense of what somebody told: behind a verb of the past English steps back (`said Peru had proposed`, `would send`).

Before its teller it does not: `Peru proposed …, the minister said`.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from briefing.realize.tell.state import Telling
from briefing.realize.wording.transfer import GateClosedError, base
from briefing.realize.wording.verbs import VerbGroup, has_a_clitic, rules_of


def stepped_back(telling: Telling, group: VerbGroup) -> VerbGroup:
    """The group one step further back, where the language asks for it and a verb of the past tells it."""
    steps: Mapping[str, str] = rules_of(telling.language)["told_in_the_past"]
    tense = steps.get(group.tense)
    if tense is None or group.modal or group.progressive or group.goes_on or not is_told_in_the_past(telling, group.head):
        return group
    return group.in_tense(tense)


def is_lasting(telling: Telling, index: int) -> bool:
    """`retiene desde el lunes`, `está cerrado desde mayo`: a present that began then, which English has in the perfect."""
    t, words = telling.t, telling.words
    if t.passage.tree.lemmas[index] not in words["lasting"] or t.tokens[index].feat("Tense") != "Pres":
        return False
    clause = t.tokens[index].head if t.relations[index] in {"cop", "aux"} else index
    since = (i for i in t.below(clause, "obl", "nmod") if i in t.passage.dated)
    return any(t.passage.tree.forms[c] in words["since"] for i in since for c in t.below(i, "case"))


def is_told_in_the_past(telling: Telling, index: int) -> bool:
    """Whether a word stands in what a finite verb of the past tells, which is told too."""
    t = telling.t
    seen: set[int] = set()
    while index not in seen and t.tokens[index].head >= 0:
        seen.add(index)
        token = t.tokens[index]
        above = t.tokens[token.head]
        past = above.feat("Tense") == "Past" and above.feat("VerbForm") == "Fin" and above.feat("Mood") == "Ind"
        if base(token) == "ccomp" and past and token.head in telling.order:
            return index > token.head  # `Norway will not pay, the minister said`
        index = token.head
    return False


def still_is(telling: Telling, group: VerbGroup) -> bool:
    """`has been in force since 1998` -> `está en vigor desde 1998`."""
    copula = telling.t.passage.tree.lemmas[group.head] == rules_of(telling.t.passage.language)["passive"]
    plain = group.tense == "perfect" and not (group.passive or group.modal or group.progressive)
    behind = telling.tokens[telling.at :]
    return copula and plain and any(token.form.casefold() in telling.words["since_then"] for token in behind)


def had_to(telling: Telling, group: VerbGroup) -> VerbGroup:
    """`said prices had to fall` -> `dijo que los precios tenían que caer`: a duty, of which nothing says that it was met."""
    duty = group.modal == "have_to" and group.tense == "past"
    return group.in_tense("imperfect") if duty and is_told_in_the_past(telling, group.head) else group


def unable(telling: Telling, group: VerbGroup) -> VerbGroup:
    """`said it could not pay` -> `dijo que no podía pagar`: it was unable, and not would be.

    Raises GateClosedError where no day of the past tells `no pudo` from `no podría`.
    """
    if not group.negated or group.modal != "could":
        return group
    if is_told_in_the_past(telling, group.head):
        return group.in_tense("imperfect")
    written = telling.t.passage.doc.article.published if telling.t.passage.doc else None
    if not any(written and (day.value or written) < written for day in telling.t.dates):
        raise GateClosedError("unable_then_or_now")
    return group.in_tense("past")


def beside_a_perfect(telling: Telling, group: VerbGroup, word: str) -> VerbGroup:
    """`had summoned … and demanded …` -> `había convocado … y exigido …`: a second verb of the same helper.

    Raises GateClosedError where the source's form shows it and the other language's order would not.
    """
    t, head = telling.t, group.head
    above = t.tokens[head].head
    alone = t.relations[head] == "conj" and above >= 0 and not t.below(head, "aux", "cop", "nsubj")
    perfect = alone and any(t.passage.tree.lemmas[i] in telling.words["perfect_helpers"] for i in t.below(above, "aux"))
    if not perfect or group.negated or group.tense not in {"past", "participle"}:
        return group
    if not telling.modifiers_first:
        if group.tense == "participle":
            raise GateClosedError("two_verbs_of_a_perfect")  # `había retirado a su embajador y cerrado el consulado`
        return group
    if has_a_clitic(word, telling.language) or group.passive:
        raise GateClosedError("two_verbs_of_a_perfect")
    telling.feminine = False
    return dataclasses.replace(group, tense="participle", plural=False)

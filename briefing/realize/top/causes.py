"""What answers a fact stands behind it: a refusal behind what is refused, `called the decision absurd` behind the decision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.edtf import bounds
from briefing.knowledge import Knowledge
from briefing.model import Brief, Fact, Language
from briefing.realize.edition import Edition
from briefing.realize.top.developments import ACT, answers, meets, opens_an_article

ANSWERING = frozenset({"REJECT", "ACCUSE", "REQUEST"})
"""PLOVER classes of what is said or done about another's deed."""
WELCOMING = frozenset({"welcome"})
"""Acts of saying that another's deed is a good one."""
TOP = 4
"""So many facts at the top of the list are put in the order of cause and answer."""


def causes_first(facts: Sequence[Fact], brief: Brief, editions: Mapping[Language, Edition]) -> tuple[Fact, ...]:
    """The facts in their order, but the answer that heads the list stands behind the deed of another that it answers."""
    if not facts or not is_an_answer(facts[0], editions):
        return tuple(facts)
    head, *rest = facts
    cause = next((n for n, fact in enumerate(rest[: TOP - 1]) if _is_the_cause(fact, head, brief, editions)), None)
    return tuple(facts) if cause is None else (rest[cause], head, *rest[:cause], *rest[cause + 1 :])


def is_an_answer(fact: Fact, editions: Mapping[Language, Edition]) -> bool:
    """`Peru rejected the ultimatum`, `asked Chile to spare its ports`; or what it speaks of has been told before."""
    return _is_against(fact, next(iter(editions.values())).knowledge) or answers(fact, editions.values())


def _is_against(fact: Fact, knowledge: Knowledge) -> bool:
    acts = (knowledge.acts.get(rule.removeprefix(ACT)) for rule in fact.rules if rule.startswith(ACT))
    return any(act is not None and (act.plover in ANSWERING or act.id in WELCOMING) for act in acts)


def _is_the_cause(fact: Fact, head: Fact, brief: Brief, editions: Mapping[Language, Edition]) -> bool:
    """What another article, no later one, opens with: another government's own deed, which itself answers nothing."""
    plain = not (fact.omit or meets(fact) or is_an_answer(fact, editions))
    other = bool({*fact.actors[:1]} & {*brief.governments[:3]} - {*head.actors[:1]})
    return plain and other and _is_not_later(fact, head, brief) and opens_an_article(fact, editions.values())


def _is_not_later(fact: Fact, head: Fact, brief: Brief) -> bool:
    published = {article.id: bounds(article.published)[0] for article in brief.articles if article.published}
    own, other = published.get(fact.evidence[0].article), published.get(head.evidence[0].article)
    return fact.evidence[0].article != head.evidence[0].article and bool(own and other and own <= other)

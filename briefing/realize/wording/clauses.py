"""Clauses of a sentence: that of an act, apart from those beside it, and who tells it where another clause holds it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from briefing.knowledge import Knowledge
from briefing.knowledge.entries import Act, ActForm
from briefing.model import Actor, Item, Language, Token
from briefing.realize.edition import Edition, actor_name, government_name
from briefing.realize.grammar import grammar_of, negations_of
from briefing.realize.wording.transfer import Transfer, actor_at, base

_KINDS = frozenset({"speech", "deed", "wish"})
FEWEST_BEHIND = 2
"""Words behind its verb without which a clause alone says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Tokens of a sentence that are told, and who said so where that stands outside them."""

    rule: str
    order: tuple[int, ...]
    source: str | None = None


def acts_among(t: Transfer, kept: Sequence[int], item: Item) -> list[int]:
    """Those of the words that name the item's act, as its verb."""
    lemmas = verbs_of_acts(t.edition.knowledge, t.passage.language).get(item.act or "", frozenset())
    return [i for i in kept if t.passage.tree.lemmas[i] in lemmas and t.tokens[i].upos == "VERB"] if lemmas else []


def clauses_of(t: Transfer, act: int, kept: Sequence[int]) -> Iterator[Part]:
    """The act's clause where somebody tells it, without those beside it."""
    token = t.tokens[act]
    if base(token) != "ccomp" or token.head < 0 or not _is_finite(t, act):
        return
    against = grammar_of(t.passage.language).adversative
    if t.of_form([*subtree(t, act), token.head], against):
        return
    conjuncts = {i for child in t.below(act, "conj") if t.tokens[child].upos == "VERB" for i in subtree(t, child)}
    below = subtree(t, act) - conjuncts
    own = [i for i in kept if i in below or _inside_a_name(t, i)]
    own = [i for i in own if min(below) <= i <= max(below)]
    own = _without_edges(t, own, act)
    if len([i for i in own if i > act]) < FEWEST_BEHIND:
        return
    source = _teller(t, token.head)
    if source and not _denied(t, token.head):
        yield Part(rule="the_clause_that_is_told", order=tuple(own), source=source)


def _is_finite(t: Transfer, act: int) -> bool:
    """`asegura haber rechazado` is no clause that could stand by itself."""
    helpers = (*t.below(act, "aux"), *t.below(act, "cop"))
    return any(t.tokens[i].feat("VerbForm") == "Fin" for i in (act, *helpers))


def _inside_a_name(t: Transfer, index: int) -> bool:
    """The stops of `EE. UU.`, which hang on the sentence's root."""
    token = t.tokens[index]
    return token.upos == "PUNCT" and any(m.span.start < token.span.start and token.span.stop <= m.span.stop for m in t.mentions)


def _without_edges(t: Transfer, own: Sequence[int], act: int) -> list[int]:
    """Without the words that join the clause to others: `que`, `y`, commas."""
    kept = list(own)
    while kept and _joins(t.tokens[kept[0]]):
        kept.pop(0)
    while kept and t.tokens[kept[-1]].upos == "PUNCT":
        kept.pop()
    return kept


def _joins(token: Token) -> bool:
    joining = token.upos in {"CCONJ", "SCONJ", "PUNCT"} or base(token) in {"mark", "cc"}
    return joining or token.feat("PronType") == "Int,Rel"  # the `que` of a told clause, taken for a pronoun


def _teller(t: Transfer, index: int) -> str | None:
    """Who reports: the subject of the verb above."""
    for child in t.below(index, "nsubj"):
        heads = [child, *t.below(child, "appos", "flat", "nmod")]
        for head in heads:
            actor = actor_at(t, head)
            name = source_of(t.edition, actor) if actor else None
            if name:
                return name
    return None


def source_of(edition: Edition, actor: Actor) -> str | None:
    """Who said it, as it stands in a sentence."""
    if actor.id in edition.knowledge.actors:
        return government_name(edition, actor.id)
    name = actor_name(edition, actor)
    return edition.printed.get(name, name) if name else None


def _denied(t: Transfer, index: int) -> bool:
    token = t.tokens[index]
    words = {t.tokens[i].form.casefold() for i in t.below(index)}
    finite = token.feat("Mood") in {"Ind", None} and token.feat("Person") != "1"
    return (
        bool(words & negations_of(t.passage.language))
        or not finite
        or (token.head >= 0 and base(token) not in {"advcl", "ccomp", "conj"})
    )


def subtree(t: Transfer, index: int) -> frozenset[int]:
    return t.passage.tree.subtree(index)


@lru_cache(maxsize=8)
def plain_forms(knowledge: Knowledge, language: Language) -> Mapping[tuple[str, str], tuple[tuple[Act, ActForm], ...]]:
    """The acts' words that need no other word to name them, by kind and lemma."""
    found: dict[tuple[str, str], tuple[tuple[Act, ActForm], ...]] = {}
    for act in knowledge.acts.values():
        for form in act.forms.get(language, ()) if act.kind in _KINDS else ():
            if _is_plain(form):
                found[form.kind, form.lemma] = (*found.get((form.kind, form.lemma), ()), (act, form))
    return found


@lru_cache(maxsize=8)
def verbs_of_acts(knowledge: Knowledge, language: Language) -> Mapping[str, frozenset[str]]:
    """By act, the verbs that need no other word to name it."""
    found: dict[str, set[str]] = {}
    for (kind, lemma), rows in plain_forms(knowledge, language).items():
        for act, _ in rows if kind == "verb" else ():
            found.setdefault(act.id, set()).add(lemma)
    return {act: frozenset(lemmas) for act, lemmas in found.items()}


def _is_plain(form: ActForm) -> bool:
    return not (form.particle or form.object or form.reflexive)

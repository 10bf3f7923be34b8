"""The core of a sentence: verb, subject, objects and what is told, without the circumstances around them.

`met with diplomats over reports that …` says less as `met with diplomats`, and nothing that is not so.  A circumstance goes
only from an edge, where its verb is not denied, and where nothing in it limits, attributes or conditions what stays.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from briefing.model import Language, Token
from briefing.realize.clauses import Part, subtree
from briefing.realize.grammar import grammar_of, negations_of, one_of
from briefing.realize.tell.state import entries
from briefing.realize.transfer import Transfer, base

CORE = "without_circumstances"
FEWEST = 5
"""Words of a core."""
MOST_CUTS = 4
_CIRCUMSTANCES = frozenset({"obl", "nmod", "advcl", "acl"})


def cores(t: Transfer, kept: Sequence[int]) -> Iterator[Part]:
    """The sentence without its last circumstance, without the one before it, and so on; then without its first."""
    order = _without_stop(t, list(kept))
    shorter = [order]
    for _ in range(MOST_CUTS):
        order = _without_last(t, order)
        if len(order) < FEWEST:
            break
        shorter.append(order)
        if _says_something(t, order):
            yield Part(rule=CORE, order=tuple(order))
    for order in shorter:
        rest = _without_first(t, order)
        if len(rest) >= FEWEST and _says_something(t, rest):
            yield Part(rule=CORE, order=tuple(rest))


def _says_something(t: Transfer, order: Sequence[int]) -> bool:
    """Whether every finite verb keeps an object, a complement or a place, or needs none."""
    words = entries(t.passage.language)
    named = any(not m.place and any(m.span.contains(t.tokens[i].span) for i in order) for m in t.mentions)
    if not named:  # `the suspension took place`
        return False
    alone = words["need_no_object"]
    for index in order:
        token = t.tokens[index]
        if token.upos != "VERB" or token.lemma.casefold() in alone:
            continue
        saying = token.lemma.casefold() in words["saying"]
        kinds = ("obj", "ccomp", "xcomp") if saying else ("obj", "iobj", "ccomp", "xcomp", "obl")
        behind = any(i in order for i in t.below(index, *kinds))
        passive = any(t.tokens[i].deprel == "aux:pass" for i in t.below(index)) and not saying
        if not (behind or passive or base(token) in {"acl", "amod"}):
            return False
    return True


def _without_stop(t: Transfer, order: list[int]) -> list[int]:
    while order and t.tokens[order[-1]].upos == "PUNCT":
        order = order[:-1]
    return order


def _without_last(t: Transfer, order: list[int]) -> list[int]:
    """Empty where the sentence does not end with a circumstance that can go."""
    found: list[int] = []
    index = order[-1] if order else -1
    while index >= 0:
        below = subtree(t, index)
        inside = [i for i in order if i in below]
        if inside == order[len(order) - len(inside) :] and _can_go(t, index, inside):
            found = inside
        index = t.tokens[index].head
    return _without_stop(t, order[: len(order) - len(found)]) if found else []


def _without_first(t: Transfer, order: list[int]) -> list[int]:
    """Empty where the sentence does not begin with a circumstance and a comma."""
    index = order[0] if order else -1
    found: list[int] = []
    while index >= 0:
        below = subtree(t, index)
        inside = [i for i in order if i in below]
        set_off = len(inside) < len(order) and t.tokens[order[len(inside)]].form == ","
        if inside == order[: len(inside)] and set_off and _can_go(t, index, inside):
            found = inside
        index = t.tokens[index].head
    return order[len(found) + 1 :] if found else []


def _can_go(t: Transfer, index: int, inside: Sequence[int]) -> bool:
    token = t.tokens[index]
    words = entries(t.passage.language)
    if base(token) not in _CIRCUMSTANCES or token.head < 0 or _is_denied_or_limited(t, token.head) or _says_how_much(t, index):
        return False
    opening = " ".join(t.tokens[i].form.casefold() for i in sorted(inside)[:3])
    first, second = [*opening.split(" "), ""][:2]
    verbal = base(token) in {"advcl", "acl"} or second in words["verbs"]  # also where it is taken for a noun
    purpose = verbal and first in words["purposes"] and not _is_what_for(t, token.head)
    table = "circumstances_of_nouns" if t.tokens[token.head].upos in {"NOUN", "PROPN"} else "circumstances"
    beside = base(token) == "advcl" and _is_gerund(token) and inside[0] > 0 and t.tokens[inside[0] - 1].form == ","
    if not (purpose or beside or _openings(t.passage.language, table).match(opening)):
        return False
    if _openings(t.passage.language, "stays").match(opening) or any(_is_dated(t, i) for i in inside):
        return False  # why, and when
    above = {t.tokens[i].lemma.casefold() for i in (token.head, t.tokens[token.head].head) if i >= 0}
    if purpose and above & set(words["bound_infinitives"]):  # `allows both to use …`, whatever the parser hangs it on
        return False
    bound = f"{t.tokens[token.head].lemma.casefold()} {opening.split(' ')[0]}"
    if any(bound in words[table] for table in ("governed", "verb_phrases", "noun_governed", "dative_bound")):
        return False
    if first in words["since"] and not _tells_when(t, inside):  # `reciben armas [desde el exterior]`
        return False
    bounded = _tells_when(t, inside) or first == entries(t.passage.language)["in"]
    if (first == words["in"] and _says_how(t, inside)) or _is_its_matter(t, opening) or _narrows_a_thing(t, first, inside):
        return False
    if _holds_an_object(t, inside) or (bounded and _has_figure(t, token.head)):
        return False
    marks = set(grammar_of(t.passage.language).condition_marks)
    forms = {t.tokens[i].form.casefold() for i in inside[1:]}
    return not forms & marks and not any(t.tokens[i].form in set('“”«»"') for i in inside)


def _is_its_matter(t: Transfer, opening: str) -> bool:
    """`filed a complaint [over plans to …]`, `denunció la maniobra [ante la ONU]`, whatever the parser hangs it on."""
    lemmas = {token.lemma.casefold() for token in t.tokens}
    matters: Mapping[str, Sequence[str]] = entries(t.passage.language)["matters"]
    return any(opening.startswith(f"{case} ") and not lemmas.isdisjoint(heads) for case, heads in matters.items())


def _narrows_a_thing(t: Transfer, first: str, inside: Sequence[int]) -> bool:
    """`closed the consulate [in Lima]`, `10 years [in prison]`: where, right behind a thing, may say which one."""
    before = t.tokens[min(inside) - 1] if min(inside) else None
    if before is None or first != entries(t.passage.language)["in"] or _tells_when(t, inside):
        return False
    thing = t.tokens[before.head] if before.upos == "ADJ" and before.head >= 0 else before
    named = any(m.span.contains(thing.span) and not m.place for m in t.mentions)
    return thing.upos == "NOUN" and not named


def _says_how(t: Transfer, inside: Sequence[int]) -> bool:
    """`negotiated [in secret]`, `negociaron [en secreto]`: a bare noun, and no place or day."""
    rest = [t.tokens[i] for i in sorted(inside)[1:] if t.tokens[i].upos != "PUNCT"]
    spans = [m.span for m in t.mentions] + [d.span for d in t.dates]
    named = any(one.upos == "PROPN" or any(span.contains(one.span) for span in spans) for one in rest)
    return not named and len(rest) == 1 and rest[0].upos in {"NOUN", "ADJ"}


def _is_what_for(t: Transfer, index: int) -> bool:
    """`rejected a proposal to recognize …`: what the noun is about, whatever the parser hangs it on."""
    nouns = [i for i in (index, *t.below(index, "obj")) if t.tokens[i].upos in {"NOUN", "PROPN"}]
    return any(t.tokens[i].lemma.casefold() in entries(t.passage.language)["contentful"] for i in nouns)


def _says_how_much(t: Transfer, index: int) -> bool:
    """Figures, terms (`within a week`) and dates of another year are no circumstances."""
    span = t.tokens[index].span
    figure = any(q.span.overlaps(span) for q in t.quantities)
    another = any(d.span.overlaps(span) and not (d.value or "").startswith(t.edition.year) for d in t.dates)
    return figure or another or t.tokens[index].lemma.casefold() in entries(t.passage.language)["terms"]


def _holds_an_object(t: Transfer, inside: Sequence[int]) -> bool:
    """`retirar [en diez días la artillería]`: a noun with its article right behind another is no part of a circumstance."""
    for before, index in pairwise(inside):
        token = t.tokens[index]
        article = token.upos == "DET" and token.feat("PronType") == "Art" and token.head > index
        if (
            article
            and base(t.tokens[token.head]) != "nsubj"
            and t.tokens[before].upos in {"NOUN", "PROPN", "NUM"}
            and not t.below(token.head, "case")
        ):
            return True
    return False


def _tells_when(t: Transfer, inside: Sequence[int]) -> bool:
    dated = any(d.span.contains(t.tokens[i].span) for d in t.dates for i in inside)
    return dated or any(t.tokens[i].lemma.casefold() in entries(t.passage.language)["periods"] for i in inside)


def _has_figure(t: Transfer, index: int) -> bool:
    """`exports fell 22% [in the first half of the year]`: a figure without its time is another figure."""
    below = subtree(t, index)
    return any(t.tokens[i].upos == "NUM" or t.tokens[i].form == "%" for i in below if not _in_date(t, i))


def _in_date(t: Transfer, index: int) -> bool:
    return any(d.span.contains(t.tokens[index].span) for d in t.dates)


def _is_dated(t: Transfer, index: int) -> bool:
    """Whether a word stands in a date of which the source tells the day, the month or the year."""
    return any(d.type == "DATE" and d.value and d.span.contains(t.tokens[index].span) for d in t.dates)


@cache
def _openings(language: Language, table: str) -> re.Pattern[str]:
    return re.compile(rf"{one_of(entries(language)[table])}\b")


def _is_gerund(token: Token) -> bool:
    """`…, noting that …`"""
    return token.feat("VerbForm") == "Ger" or (token.feat("VerbForm") == "Part" and token.feat("Tense") == "Pres")


def _is_denied_or_limited(t: Transfer, index: int) -> bool:
    """`did not sign because of …` may have signed for another reason; so with `only`, `all`, `no`."""
    negations, limits = negations_of(t.passage.language), entries(t.passage.language)["limits"]
    seen: set[int] = set()
    while index >= 0 and index not in seen:
        seen.add(index)
        near = {
            t.tokens[i].form.casefold()
            for child in (index, *t.below(index, "nsubj", "advmod", "aux", "cop", "det", "obj"))
            for i in (child, *t.below(child, "det", "advmod", "amod"))
        }
        if not (near.isdisjoint(negations) and near.isdisjoint(limits)):
            return True
        index = t.tokens[index].head
    return False

"""Pieces of a sentence that are sentences: before a semicolon, `and` or `not only …`; and questions that ask nothing.

What is said side by side is true by itself: `Chile signed and Peru refused` says that Chile signed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefing.model import Item, Language
from briefing.realize import steps
from briefing.realize.clauses import Part, subtree, wants_more
from briefing.realize.cores import FEWEST
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.passages import Passage
from briefing.realize.tell.state import entries
from briefing.realize.transfer import Transfer, base
from briefing.realize.verbs import is_subjunctive

ADDED = "before_what_it_adds"


def refuse_questions(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """A question, unless it only asks for assent in passing: `no habrá aranceles, ¿verdad?, sino …`."""
    words, tags = passage.words, _tags(passage.language)
    if "?" not in words or not tags.search(words):
        return steps.refuse_questions(passage, item, edition)
    return None if re.search(r"[?¿]", tags.sub("", words)) else passage


def without_tags(t: Transfer) -> tuple[int, ...]:
    """The kept words without `, ¿verdad?` between others."""
    rest = _outside_tags(t) if "?" in t.passage.words else list(t.passage.kept)
    return tuple(rest[1:] if rest and _goes_on_telling(t, rest) else rest)


def _outside_tags(t: Transfer) -> list[int]:
    passage = t.passage
    gone = [
        range(passage.span.start + found.start(), passage.span.start + found.end())
        for found in _tags(passage.language).finditer(passage.words)
    ]
    return [i for i in passage.kept if not any(t.tokens[i].span.start in words for words in gone)]


def _goes_on_telling(t: Transfer, kept: Sequence[int]) -> bool:
    """`[Y] que nosotros le pedíamos …` goes on with what is told; `[Y] que Chile nos ayude` with what is wanted."""
    first = t.tokens[kept[0]]
    verb = next((t.tokens[i] for i in kept if t.tokens[i].feat("VerbForm") == "Fin"), None)
    if first.upos != "SCONJ" or first.form.casefold() != entries(t.passage.language)["that"]["word"] or verb is None:
        return False
    return verb.feat("Mood") == "Ind" and not is_subjunctive(verb, t.passage.language)


@cache
def _tags(language: Language) -> re.Pattern[str]:
    return re.compile(rf",?\s*¿?\b{one_of(entries(language)['tags'])}\s*\?(?=,\s*\w)", re.IGNORECASE)


def pieces(t: Transfer, kept: Sequence[int]) -> Iterator[Part]:
    """The sentence up to its first semicolon, up to what it only adds, up to a clause beside its main one."""
    words = entries(t.passage.language)
    forms = [t.passage.tree.forms[i] for i in kept]
    for place in range(len(kept) - 2):
        if forms[place] == "," and forms[place + 1] in words["no"] and forms[place + 2] in words["only"]:
            yield from _ending_at(t, kept, place, ADDED)
            break
    if set(forms) & set(grammar_of(t.passage.language).condition_marks):
        return
    if ";" in forms:
        yield from _ending_at(t, kept, forms.index(";"), "before_its_semicolon")
    for place, i in enumerate(kept):
        joins = forms[place] in words["and"]
        if joins and (_joins_a_clause(t, i, kept) or _goes_on_beside(forms[place + 1 :], words["besides"])):
            yield from _ending_at(t, kept, place, "before_a_clause_beside_it")


def _goes_on_beside(forms: Sequence[str], phrases: Sequence[str]) -> bool:
    """`y al mismo tiempo …`, `y, además, …`"""
    behind = " ".join(form for form in forms[:6] if form != ",").replace("a el ", "al ")
    return any(behind.startswith(f"{phrase} ") for phrase in phrases)


def _ending_at(t: Transfer, kept: Sequence[int], place: int, rule: str) -> Iterator[Part]:
    """The words before a place, where they hold the sentence's root, a finite verb."""
    order = list(kept[:place])
    while order and t.tokens[order[-1]].upos == "PUNCT":
        order.pop()
    root = t.passage.root
    finite = root in order and any(t.tokens[i].feat("VerbForm") == "Fin" for i in (root, *t.below(root, "aux", "cop")))
    marks = sum(t.tokens[i].form in set('“”«»"') for i in order)
    if finite and len(order) >= FEWEST and marks % 2 == 0:
        yield Part(rule=rule, order=tuple(order))


def _joins_a_clause(t: Transfer, index: int, kept: Sequence[int]) -> bool:
    """`and` before a clause of its own that runs to the end, beside the root."""
    token, root = t.tokens[index], t.passage.root
    if token.form.casefold() not in entries(t.passage.language)["and"] or token.head < 0 or root is None:
        return False
    second = t.tokens[token.head]
    beside = base(second) == "conj" and second.head == root and second.upos == "VERB" and second.feat("VerbForm") == "Fin"
    below = subtree(t, token.head)
    return (
        beside and not wants_more(t, token.head) and all(i in below or t.tokens[i].upos == "PUNCT" for i in kept if i > index)
    )

"""What adds nothing to a sentence: questions that ask nothing, and what only says it again.

`Queremos que no haya aranceles, ¿verdad?, no solo un mes, sino que no haya aranceles.`
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing.model import Item, Language
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.rungs import steps
from briefing.realize.rungs.passages import Passage
from briefing.realize.tell.state import entries
from briefing.realize.wording.transfer import Transfer
from briefing.realize.wording.verbs import is_subjunctive

_SMALL = frozenset({"PUNCT", "SCONJ", "DET", "ADP"})


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
    if first.upos != "SCONJ" or first.form.casefold() != entries(t.passage.language)["that"]["word"]:
        return False
    verb = next((t.tokens[i] for i in kept if t.tokens[i].feat("VerbForm") == "Fin"), None)
    return verb is not None and verb.feat("Mood") == "Ind" and not is_subjunctive(verb, t.passage.language)


@cache
def _tags(language: Language) -> re.Pattern[str]:
    return re.compile(rf",?\s*¿?\b{one_of(entries(language)['tags'])}\s*\?(?=,\s*\w)", re.IGNORECASE)


def before_it_is_said_again(t: Transfer, kept: Sequence[int]) -> tuple[int, ...]:
    """The words before `, not only …, but …` where what stands behind `but` has been said word for word; else all of them."""
    words, lemmas = entries(t.passage.language), t.passage.tree.lemmas
    if t.passage.tree.vocabulary.isdisjoint(words["only"]):
        return tuple(kept)
    forms = [t.passage.tree.forms[i] for i in kept]
    for place in range(len(kept) - 2):
        if forms[place] != "," or forms[place + 1] not in words["no"] or forms[place + 2] not in words["only"]:
            continue
        but = next((n for n in range(place + 3, len(kept)) if forms[n] in grammar_of(t.passage.language).adversative), None)
        again = [lemmas[i] for i in kept[but + 1 :] if t.tokens[i].upos not in _SMALL] if but is not None else []
        said = [lemmas[i] for i in kept[:place]]
        return tuple(kept[:place]) if again and set(again) <= set(said) else tuple(kept)
    return tuple(kept)

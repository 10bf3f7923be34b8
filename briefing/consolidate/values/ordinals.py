"""Which of several of one kind a sentence tells of: `a third guard`, `the second lane`."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from briefing.knowledge import load_language
from briefing.model import Language, Sentence


def nth_of_its_kind(language: Language, sentence: Sentence, inside: Collection[int]) -> frozenset[int]:
    """`a third guard`, `un segundo convoy`: the article tells of those before it, and this one is none of them."""
    rows, tokens = load_language("compare", "words")["next_of_its_kind"][language], sentence.tokens
    behind_one = [i for i in sorted(inside) if i and tokens[i - 1].form.lower() in rows["indefinite"]]
    return frozenset(n for i in behind_one if (n := rows["ordinals"].get(tokens[i].form.lower())))


def ordinals_of(language: Language, sentence: Sentence) -> frozenset[int]:
    """`the second lane`, as `a second lane`."""
    named: Mapping[str, int] = load_language("compare", "words")["next_of_its_kind"][language]["ordinals"]
    return frozenset(n for token in sentence.tokens if (n := named.get(token.form.lower())))


__all__ = ["nth_of_its_kind", "ordinals_of"]

"""A sentence's words by what they hang on, each question answered once for every passage of the sentence."""

from __future__ import annotations

import bisect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from briefing.model import Span, Token
from briefing.realize.once import found_once


@dataclass(frozen=True)
class Tree:
    """A sentence's words by what they hang on; every passage of the sentence shares it."""

    tokens: tuple[Token, ...] = ()
    subtrees: dict[int, frozenset[int]] = field(default_factory=dict)

    @found_once
    def lemmas(self) -> tuple[str, ...]:
        return tuple([token.lemma.casefold() for token in self.tokens])

    @found_once
    def forms(self) -> tuple[str, ...]:
        return tuple([token.form.casefold() for token in self.tokens])

    @found_once
    def vocabulary(self) -> frozenset[str]:
        """All forms and lemmas: what is in none of them need not be looked for word by word."""
        return frozenset((*self.forms, *self.lemmas))

    @found_once
    def starts(self) -> tuple[int, ...]:
        """Where each word begins, in the order of the text."""
        return tuple([token.span.start for token in self.tokens])

    @found_once
    def relations(self) -> tuple[str, ...]:
        """Without their subtypes: `nsubj` of `nsubj:pass`."""
        return tuple([token.deprel.partition(":")[0] for token in self.tokens])

    @found_once
    def possessives(self) -> frozenset[int]:
        """Those that say whose something is, and not the speaker's or the hearer's: `su`, `their`."""
        owning = [index for index, token in enumerate(self.tokens) if token.feat("Poss") == "Yes"]
        return frozenset([index for index in owning if self.tokens[index].feat("Person") not in {"1", "2"}])

    @found_once
    def children(self) -> Mapping[int, Sequence[int]]:
        found: dict[int, list[int]] = {}
        for index, token in enumerate(self.tokens):
            found.setdefault(token.head, []).append(index)
        return found

    def below(self, index: int) -> Iterator[Token]:
        """What hangs on a word."""
        return (self.tokens[child] for child in self.children.get(index, ()))

    def covered_by(self, span: Span) -> list[int]:
        """The words that lie inside a span."""
        first, stop = bisect.bisect_left(self.starts, span.start), span.stop
        behind = bisect.bisect_right(self.starts, stop)
        return [index for index in range(first, behind) if self.tokens[index].span.stop <= stop]

    def touched_by(self, span: Span) -> frozenset[int]:
        """The words that share a letter with a span."""
        first = behind = bisect.bisect_left(self.starts, span.stop)
        while first and self.tokens[first - 1].span.stop > span.start:
            first -= 1
        return frozenset(range(first, behind))

    def subtree(self, index: int) -> frozenset[int]:
        """A word with every word below it."""
        if index not in self.subtrees:
            inside, children = [index], self.children
            for parent in inside:  # which grows
                inside += [child for child in children.get(parent, ()) if child != index] if parent in children else ()
            self.subtrees[index] = frozenset(inside)
        return self.subtrees[index]

"""What every stage asks of a dependency tree, on the tokens alone: whose children, what stands above, which word governs.

A tree is trusted with nothing: a head may lie outside the sentence or lead back to where one came from.  What walks up does
so by `ancestors_of`, what walks down by `children_of`: both end.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from briefing.model.reading import Span, Token


def children_of(tokens: Sequence[Token]) -> tuple[tuple[int, ...], ...]:
    """The children of every token, in order; of a circle nobody is anybody's child, so that whoever walks down arrives.

    >>> words = [("ships", 1), ("sail", 0), ("far", 1)]
    >>> children_of([Token(form=word, lemma=word, upos="X", span=Span(0, 0), head=head) for word, head in words])
    ((), (2,), ())
    """
    found: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if 0 <= token.head < len(found) and not leads_back(tokens, index):
            found[token.head].append(index)
    return tuple(map(tuple, found))


def leads_back(tokens: Sequence[Token], index: int) -> bool:
    """Whether a token stands above itself."""
    seen = {index}
    head = tokens[index].head
    while 0 <= head < len(tokens) and head not in seen:
        seen.add(head)
        head = tokens[head].head
    return head == index


def ancestors_of(tokens: Sequence[Token], index: int) -> Iterator[int]:
    """The tokens above one, nearest first."""
    seen = {index}
    head = tokens[index].head
    while head >= 0 and head not in seen:
        yield head
        seen.add(head)
        head = tokens[head].head


def covered_by(tokens: Sequence[Token], span: Span) -> list[int]:
    """The tokens that lie inside a span."""
    start, stop = span.start, span.stop
    return [index for index, token in enumerate(tokens) if start <= token.span.start and token.span.stop <= stop]


def governor_of(tokens: Sequence[Token], inside: Collection[int]) -> int | None:
    """The first of these tokens that hangs on none of the others: the head of a name, a term, a date.

    >>> words = [("the", 1), ("embassy", -1), ("in", 3), ("Lima", 1)]
    >>> tokens = [Token(form=word, lemma=word, upos="X", span=Span(0, 0), head=head) for word, head in words]
    >>> governor_of(tokens, {2, 3})
    3
    """
    return next((index for index in sorted(inside) if tokens[index].head not in inside), None)


def is_present_participle(token: Token) -> bool:
    """`meeting`, `sending`, `pidiendo`: it tells of what goes on, or is but named."""
    return token.feat("VerbForm") == "Ger" or (token.feat("VerbForm") == "Part" and token.feat("Tense") == "Pres")

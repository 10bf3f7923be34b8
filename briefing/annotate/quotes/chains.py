"""Attribution chains: "the Post reports that officials say …" is officials' word through the Post's, outermost first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from briefing.model import Quote, Span


def with_chains(quotes: Sequence[Quote]) -> Iterator[Quote]:
    """The same quotes, in their order, each with everybody through whom it comes."""
    by_content = sorted(quotes, key=lambda quote: quote.content)
    open_: list[Quote] = []
    following = 0
    anchored = sorted(range(len(quotes)), key=lambda place: _anchor(quotes[place]))
    chains: dict[int, tuple[Span, ...]] = {}
    for place in anchored:
        quote, anchor = quotes[place], _anchor(quotes[place])
        while following < len(by_content) and by_content[following].content.start <= anchor:
            open_.append(by_content[following])
            following += 1
        open_ = [outer for outer in open_ if outer.content.stop > anchor]
        around = [outer for outer in open_ if outer is not quote and len(outer.content) > len(quote.content)]
        outermost_first = sorted(around, key=lambda outer: (-len(outer.content), outer.span))
        links = [link for item in [*outermost_first, quote] for link in item.chain or (item.speaker,) if link is not None]
        chains[place] = tuple(dict.fromkeys(links))
    for place, quote in enumerate(quotes):
        yield replace(quote, chain=chains[place])


def _anchor(quote: Quote) -> int:
    """A place of the attribution itself, which lies in the content of the one that reports it."""
    return quote.cue.start if quote.cue is not None else quote.content.start

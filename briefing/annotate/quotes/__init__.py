"""Attributed speech: direct, mixed and indirect quotes with speaker, cue and chain.  See `find_quotes`."""

from briefing.annotate.quotes.find import find_quotes

__all__ = ["find_quotes"]

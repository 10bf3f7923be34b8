"""What every parser offers, ours and others'."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from briefing.model import Span, Token


class Parser(Protocol):
    """Tags, lemmatizes and parses the sentences of a text."""

    def parse(self, text: str, sentences: Sequence[Span]) -> tuple[tuple[Token, ...], ...]:
        """One tuple of tokens per sentence, with offsets into `text`; empty where a sentence holds no word."""
        ...

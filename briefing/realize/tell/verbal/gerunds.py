"""Whether a word is a gerund, whatever its language calls it."""

from __future__ import annotations

from briefing.model import Token
from briefing.realize.wording.verbs import VERBAL


def is_gerund(token: Token) -> bool:
    """`sending`: a present participle, or what other languages have for it."""
    participle = token.feat("VerbForm") == "Part" and token.feat("Tense") == "Pres"
    return token.upos in VERBAL and (token.feat("VerbForm") == "Ger" or participle)

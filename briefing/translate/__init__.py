"""Translation engines, optional and off: what stands in the other language's words, translated where every gate passes.

An engine is a `Translator` (`engine`), named in `TRANSLATORS` (`engines`); `gate` has the rules that each translation must
pass, whoever made it, and `lines` puts what passed beside its original.  The engines are the only part of the program that
asks a server; they do so only where the user names one.
"""

from __future__ import annotations

from briefing.translate.engine import TranslationError, Translator
from briefing.translate.engines import TRANSLATORS, Settings, make_translator
from briefing.translate.gate import GATES, closed_gate
from briefing.translate.lines import translate_brief

__all__ = [
    "GATES",
    "TRANSLATORS",
    "Settings",
    "TranslationError",
    "Translator",
    "closed_gate",
    "make_translator",
    "translate_brief",
]

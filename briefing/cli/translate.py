"""The translation engine that `briefing run --translate` names."""

from __future__ import annotations

import argparse
import os
import sys
from typing import TYPE_CHECKING

from briefing.errors import BriefingError
from briefing.knowledge import Knowledge
from briefing.model import Brief

if TYPE_CHECKING:
    from briefing.translate.engine import Translator


def translator_of(arguments: argparse.Namespace) -> Translator | None:
    """The engine asked for; None where none is.  Raises BriefingError for wrong settings, before anything is read."""
    if not arguments.translate:
        return None
    from briefing.translate import Settings, make_translator

    if arguments.translate_timeout <= 0:
        raise BriefingError("--translate-timeout: write a number of seconds above 0")
    name, _, where = arguments.translate.partition(":")
    settings = Settings(
        where=where,
        model=arguments.translate_model,
        key=os.environ.get(arguments.translate_key_env, "").strip(),
        seconds=arguments.translate_timeout,
    )
    return make_translator(name, settings, arguments.translate_cache)


def translated(brief: Brief, translator: Translator, knowledge: Knowledge) -> Brief:
    """The brief with its lines translated; each reason why an engine did not answer is told once, and the run goes on."""
    from briefing.translate import translate_brief

    return translate_brief(
        brief, translator, knowledge, tell=lambda reason: print(f"briefing: translation: {reason}", file=sys.stderr)
    )

"""What a cue introduces, by the first rule that finds it."""

from __future__ import annotations

from briefing.annotate.quotes.after import after_bare_verb, after_colon, after_complementizer, after_quotation, infinitive
from briefing.annotate.quotes.before import before_cue, quotation_before
from briefing.annotate.quotes.cues import Cue
from briefing.annotate.quotes.lexicon import Lexicon
from briefing.annotate.quotes.limits import Content

RULES = (quotation_before, after_complementizer, after_colon, before_cue, after_quotation, after_bare_verb, infinitive)


def find_content(cue: Cue, lexicon: Lexicon) -> Content | None:
    """The clause or quotation that a cue introduces, None where it introduces none."""
    for rule in RULES:
        content = rule(cue, lexicon)
        if content is not None and content.stop > content.start:
            return content
    return None

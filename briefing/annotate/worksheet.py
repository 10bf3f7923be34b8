"""What the termbase lacks as a sheet that a desk fills in: rows of a concepts file, each a comment until somebody completes it.

So the sheet is a valid file of knowledge at every moment: a row counts once its `# ` is taken away.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from briefing.annotate.mining import Gap
from briefing.model import EDITIONS, Language

IDS_IN: Language = "en"
PLACEHOLDER = "english_term"
"""The language of whose words ids are made, and what stands for one until somebody writes it."""
HEAD = """\
# Words and phrases that the termbase lacks, commonest first.  To add one: take away the marks before its row, write the other
# language's term, and the gender of the Spanish one (m or f); delete what is no concept.  `generic: true` is for words that are
# no topic by themselves.  The file works as it is in a folder of your own: DIR/concepts/NAME.yaml, with --knowledge DIR.
"""


def worksheet(gaps: Mapping[Language, Sequence[Gap]]) -> str:
    """The sheet as YAML: for each gap how often it came, where, and a row to fill in."""
    return HEAD + "".join(f"\n{row}" for language in sorted(gaps) for row in _rows(gaps[language]))


def _rows(gaps: Sequence[Gap]) -> Iterator[str]:
    for gap in gaps:
        yield "\n".join([f"# {gap.language}, {gap.count} × in {gap.articles} articles", *_contexts(gap), *_row(gap)]) + "\n"


def _contexts(gap: Gap) -> Iterator[str]:
    for context, source in zip(gap.contexts, gap.sources, strict=True):
        yield f"#   {_printable(source)}: {_printable(context)}"


def _row(gap: Gap) -> Iterator[str]:
    forms = {language: _quoted(gap.form) if language == gap.language else '""' for language in EDITIONS}
    name = re.sub(r"[^a-z0-9]+", "_", gap.form.lower()).strip("_") if gap.language == IDS_IN else PLACEHOLDER
    yield f"# - {{id: {name or PLACEHOLDER}, domain: desk, terms:"
    yield f"#     {{es: {{lemma: {forms['es']}, gender: }},"
    yield f"#      en: {{lemma: {forms['en']}}}}}}}"


def _quoted(form: str) -> str:
    return json.dumps(_printable(form), ensure_ascii=False)


def _printable(text: str) -> str:
    """An article's words on one line of a comment."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in text)


__all__ = ["worksheet"]

"""The last look at what has been told: it denies as often as its source does.

Whatever rule let a negation fall (`no troops would remain` -> `permanecerían tropas`), the sentence says the contrary then.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from briefing.model import Language
from briefing.realize.wording.transfer import GateClosedError
from briefing.realize.wording.verbs import rules_of

_WORDS = re.compile(r"\w+(?:['’]\w+)?|[^\w\s]")


def check_it_denies_as_often(source: str, language: Language, told: str, into: Language) -> None:
    """Raises GateClosedError where a negation has fallen, or one more stands than in the source."""
    if denials_in(source, language) != denials_in(told, into):
        raise GateClosedError("negation_of_only_one")


def denials_in(text: str, language: Language) -> int:
    """How many times words deny; `no aceptó ninguna` and `nunca aceptó ninguna` deny once, up to the next clause."""
    rows: Mapping[str, Any] = rules_of(language)["denials"]
    ends, repeated, denying, endings = rows["ends"], rows["again"], rows["words"], tuple(rows["endings"])
    count, denied = 0, False
    for word in _WORDS.findall(_none_denying(language).sub(" ", text.casefold())):
        if word in ends:
            denied = False
        again = word in repeated
        if (again and not denied) or word in denying or word.endswith(endings):
            count, denied = count + 1, True
    return count


@cache
def _none_denying(language: Language) -> re.Pattern[str]:
    """`sin embargo`, `no later than`: words that look so and deny nothing that happens."""
    return re.compile("|".join(rules_of(language)["denials"]["none"]))


__all__ = ["check_it_denies_as_often", "denials_in"]

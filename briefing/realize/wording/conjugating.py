"""The forms of a verb: irregular ones from a language's table, others by its endings (`languages/transfer/<language>.yaml`)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from briefing.realize.wording.transfer import GateClosedError


def spaced(*parts: str) -> str:
    """The parts that are there, each a blank from the next."""
    return " ".join(" ".join(parts).split())


def inflected(verb: str, form: str, rules: Mapping[str, Any], *, plural: bool = False) -> str:
    """A form of a verb: irregular ones from the table, others by the endings of the language."""
    first, _, particle = verb.partition(" ")
    known: Mapping[str, str] = rules["irregular"].get(first, {})
    name = form.replace("_", " ")
    several = f"{name} plural"
    derived: Mapping[str, Sequence[str]] = rules["derived"]
    if plural and several in known:
        word = known[several]
    elif not known.get(name) and (several if plural else name) in derived:
        word = _derived(first, derived[several if plural else name], rules)
    elif plural and several in rules["endings"]:
        word = _by_ending(known.get(f"stem {name}", first), several, rules)
    else:
        word = known.get(name) or _by_ending(known.get(f"stem {name}", first), name, rules)
    return spaced(word, particle)


def _derived(verb: str, row: Sequence[str], rules: Mapping[str, Any]) -> str:
    """A form made of another: `dijeron` -> `dijera`."""
    source, find, put = row
    return re.sub(find, put, inflected(verb, source.removesuffix(" plural"), rules, plural=source.endswith(" plural")))


def _by_ending(verb: str, form: str, rules: Mapping[str, Any]) -> str:
    if form == "base":
        return verb
    for find, put in rules["endings"].get(form, ()):
        if find.search(verb):
            said: str = find.sub(put, verb, count=1)
            return said
    raise GateClosedError(f"no_form_{form.replace(' ', '_')}")

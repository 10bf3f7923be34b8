"""Whose `we` and `I` it is: of an official text its issuers', of a transcript's turn the speaker's.

Issuers are told by name, in the third person: `We reaffirm …` -> `Chile and Peru reaffirm …`.  A speaker's own words stay in
the first person behind the name (`Boric: We want …`), where the edition's language has the words for it; who is meant by the
`we` of a speaker, nobody knows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.model import Language, Token
from briefing.realize.edition import government_name, listed
from briefing.realize.transfer import Transfer
from briefing.realize.verbs import rules_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks in the first person: by number (`Plur`, `Sing`) the words for it, and for what is its own."""

    subject: Mapping[str, str]
    owner: Mapping[str, str]
    plural: bool
    label: str = ""


def voice_of(t: Transfer, order: Sequence[int], speaker: str) -> Voice | None:
    """The voice of these words; None where the first person is nobody's."""
    quotes = [quote for quote in t.passage.quotes if quote.kind == "direct"]
    whole = any(all(quote.content.contains(t.tokens[i].span) for i in order) for quote in quotes)
    rules = rules_of(t.edition.language)
    if speaker and whole and rules["first_person"]:
        return Voice(subject=rules["first_person"], owner=rules["first_owner"], plural=True, label=speaker)
    codes = t.passage.doc.issuers if t.passage.doc and not quotes and not speaker else ()
    name = listed(t.edition, [government_name(t.edition, code) for code in codes])
    if not name:
        return None
    possessive: Mapping[str, str] = rules["possessive"]
    owner = possessive.get("any") or possessive["group" if len(codes) > 1 else "thing"]
    return Voice(subject={"Plur": name}, owner={"Plur": owner}, plural=len(codes) > 1)


def first_number(token: Token, table: Mapping[str, str]) -> str | None:
    """`Plur` for `nosotros` or `our`, `Sing` for `I`."""
    return table.get(token.form.casefold())


def persons_refused(voice: Voice | None, language: Language) -> frozenset[str]:
    """The persons of verbs that are not told."""
    return frozenset(rules_of(language)["persons"]) - ({"1"} if voice else set())

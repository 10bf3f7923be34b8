"""Whose `we` and `I` it is: of an official text its issuers', of a quotation or a transcript's turn the speaker's.

Issuers are told by name, in the third person: `We reaffirm …` -> `Chile and Peru reaffirm …`; so is the government of a member
of it who speaks of what governments do (`we will not pay` -> `Finland will not pay`).  Any other words of a speaker stay in
the first person behind the name (`Boric: We want …`), where the edition's language has the words for it; who is meant by
that `we`, nobody knows.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from briefing.knowledge import load_language
from briefing.model import Actor, Language, Quote, Span, Token
from briefing.realize.edition import Edition, government_name, listed
from briefing.realize.given_names import gender_of
from briefing.realize.rungs import quotations
from briefing.realize.rungs.passages import TURN, Passage, of_its_words
from briefing.realize.wording.transfer import Transfer
from briefing.realize.wording.verbs import rules_of

BOTH = "Both"
"""Beside `Plur` and `Sing`: the speaker's government and that of whom the speaker tells."""
_PERSONAL = frozenset({"VERB", "AUX", "PRON", "DET"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """Who speaks in the first person: by number (`Plur`, `Sing`) the words for it, and for what is its own."""

    subject: Mapping[str, str]
    owner: Mapping[str, str]
    plural: bool
    label: str = ""
    reported: bool = False
    """Told in the third person, of a government whose member speaks."""


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


def reported_voice(t: Transfer, order: Sequence[int], words: Mapping[str, Any]) -> Voice | None:
    """That of an office-holder whose quotation has every first person of these words, and nobody else in its `we`."""
    spoken = first_persons(t.passage)
    firsts = [t.tokens[i] for i in order if i in spoken]
    if not firsts:
        return None
    quotes = [q for q in t.passage.quotes if q.kind == "direct" and any(q.content.contains(token.span) for token in firsts)]
    inside = all(any(q.content.contains(token.span) for q in quotes) for token in firsts)
    found = [quotations.speaker_of(t.passage, quote) for quote in quotes]
    speakers = {speaker.id: speaker for speaker in found if speaker}
    if not (inside and all(found) and len(speakers) == 1) or {t.tokens[i].form.casefold() for i in order} & set(
        words["inclusive"]
    ):
        return None
    named_first = all(q.speaker is not None and q.speaker.start < q.content.start for q in quotes)
    speaker = next(iter(speakers.values()))
    voice = _of_office_holder(speaker, t.edition, with_i=named_first)
    verbs = {t.tokens[i].head if t.tokens[i].upos in {"PRON", "AUX"} else i for i in order if i in spoken}
    return _with_other_side(voice, t, speaker, quotes[0]) if voice and len(verbs) == 1 else voice


def _with_other_side(voice: Voice, t: Transfer, speaker: Actor, turn: Quote) -> Voice:
    """`Acordamos abrir …` in an account of a talk with one official of another government: both governments."""
    doc, whole = t.passage.doc, t.passage.whole
    if doc is None or whole is None or turn.rule != TURN:
        return voice
    before = whole.mentions.overlapping(Span(turn.content.start, t.passage.span.stop))
    named = [actor for m in before if not m.place and (actor := doc.actors.get(m.actor))]
    officials = {actor.country for actor in named if actor.official and actor.kind in {"person", "office"}} - {speaker.country}
    others = {actor.country for actor in named if actor.country} - {speaker.country}
    known = len(others) == 1 and officials == others
    other = government_name(t.edition, next(iter(others)) or "") if known else None
    both = listed(t.edition, [voice.subject["Plur"], other]) if other else None
    return replace(voice, subject={**voice.subject, BOTH: both}) if both else voice


def _of_office_holder(speaker: Actor, edition: Edition, *, with_i: bool) -> Voice | None:
    """`we` is the speaker's government by name, `I` the speaker by the gender's pronoun, behind the name."""
    role = edition.knowledge.roles.get(speaker.role or "")
    name = government_name(edition, speaker.country or "")
    if role is None or role.branch != "executive" or not speaker.official or speaker.kind != "person" or not name:
        return None
    rules = rules_of(edition.language)
    possessive: Mapping[str, str] = rules["possessive"]
    subject, owner = {"Plur": name}, {"Plur": possessive.get("any") or possessive["thing"]}
    gender = speaker.gender or gender_of(next(iter(speaker.name.values()))) or ""
    pronoun = rules["reported_i"].get(gender) if with_i else None
    if pronoun:
        subject["Sing"], owner["Sing"] = pronoun, possessive.get(gender) or possessive["any"]
    return Voice(subject=subject, owner=owner, plural=False, reported=True)


@of_its_words
def first_persons(passage: Passage) -> frozenset[int]:
    """The places of a sentence's first persons."""
    own = _first_words(passage.language)
    marked = [i for i, token in enumerate(passage.tokens) if token.upos in _PERSONAL and token.feat("Person") == "1"]
    if passage.tree.vocabulary.isdisjoint(own):
        return frozenset(marked)
    return frozenset([*marked, *(i for i, form in enumerate(passage.tree.forms) if form in own)])


@cache
def _first_words(language: Language) -> frozenset[str]:
    """`we`, `our`."""
    words = load_language("transfer", f"told_{language}")
    return frozenset((*words["first_subjects"], *words["first_owners"]))


def first_number(token: Token, table: Mapping[str, str]) -> str | None:
    """`Plur` for `nosotros` or `our`, `Sing` for `I`."""
    return table.get(token.form.casefold())


def owner_word(voice: Voice | None, number: str | None, *, voiced: bool, others: bool) -> str | None:
    """`our` in the edition's word; None where it is nobody's, or where others have been named whose it might be."""
    if voice is None or number not in voice.owner or not (voiced or voice.label) or (voice.reported and others):
        return None
    return voice.owner[number or ""]


def persons_refused(voice: Voice | None, language: Language) -> frozenset[str]:
    """The persons of verbs that are not told."""
    return frozenset(rules_of(language)["persons"]) - ({"1"} if voice else set())

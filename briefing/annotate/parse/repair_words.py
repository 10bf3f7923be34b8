"""What the corrections of trees read: the words of a language, and who hangs on whom."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from briefing.errors import KnowledgeError
from briefing.model import Token

Tokens = tuple[Token, ...]
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairWords:
    """`tellers`: lemmas of verbs with a hearer and a that-clause; `complementizers` and `relatives` as written, lower case;
    `persons`: nouns of offices;
    `goal_verbs`: lemmas of verbs without an object that govern one of `object_prepositions`;
    `place_prepositions`: `en`; `no_hearer`: lemmas of verbs with a clause and no hearer (`say`);
    `announcing`: of verbs that tell a whole sentence before them; `infinitive_marks`: `to`;
    `purpose_verbs`: lemmas that are verbs behind it before two nouns; `object_verbs`: lemmas that need an object;
    `duty_verbs`, with one of `duty_marks` and an infinitive behind them: `tener que`;
    `time_nouns`: nouns of days and their parts; `asking_forms`: presents that look like other words behind a name, with
    their lemma;
    `pointing`: demonstratives that stand for a person (`este le prometió`); `perfect_helpers`: forms that make no passive.

    A conditional is an infinitive (its ending in `infinitives`) or an irregular stem with an ending; `imperfect_stems` look
    like infinitives with the same endings (`quería`).  A finite verb of the indicative with one of `first_person_endings`, or
    one of the present with one of `first_present_endings`, is in the first person, and so are the
    irregular `first_person_forms`; `opening_pasts` are pasts of the first person, with their lemma, that a parser takes for
    names where they open a sentence; `first_presents` end like a past and are none; `future_endings` are those of the first
    person, with their number.
    """

    tellers: frozenset[str]
    complementizers: frozenset[str]
    relatives: frozenset[str]
    persons: frozenset[str]
    object_prepositions: frozenset[str]
    goal_verbs: frozenset[str]
    place_prepositions: frozenset[str]
    no_hearer: frozenset[str]
    announcing: frozenset[str]
    infinitive_marks: frozenset[str]
    purpose_verbs: frozenset[str]
    object_verbs: frozenset[str]
    duty_verbs: frozenset[str]
    duty_marks: frozenset[str]
    time_nouns: frozenset[str]
    conditional_endings: tuple[str, ...]
    infinitives: tuple[str, ...]
    irregular_stems: tuple[str, ...]
    imperfect_stems: tuple[str, ...]
    future_endings: Mapping[str, str]
    first_person_endings: tuple[str, ...]
    first_present_endings: tuple[str, ...]
    first_person_forms: frozenset[str]
    first_presents: frozenset[str]
    opening_pasts: Mapping[str, str]
    asking_forms: Mapping[str, str]
    pointing: frozenset[str]
    perfect_helpers: frozenset[str]


SURE = 1.0
"""Confidence of what the order of names and commas shows."""

Rule = Callable[[Tokens, RepairWords], Mapping[int, Token]]


@lru_cache
def repair_words(language: str) -> RepairWords:
    """The language's words; `KnowledgeError` where there is no file for it, or a faulty one."""
    import yaml

    path = files("briefing").joinpath("knowledge", "languages", "repairs", f"{language}.yaml")
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return RepairWords(
            tellers=frozenset(data["tellers"]),
            complementizers=frozenset(data["complementizers"]),
            relatives=frozenset(data["relatives"]),
            persons=frozenset(data["persons"]),
            object_prepositions=frozenset(data["object_prepositions"]),
            goal_verbs=frozenset(data["goal_verbs"]),
            place_prepositions=frozenset(data["place_prepositions"]),
            announcing=frozenset(data["announcing"]),
            no_hearer=frozenset(data["no_hearer"]),
            infinitive_marks=frozenset(data["infinitive_marks"]),
            purpose_verbs=frozenset(data["purpose_verbs"]),
            object_verbs=frozenset(data["object_verbs"]),
            duty_verbs=frozenset(data["duty_verbs"]),
            duty_marks=frozenset(data["duty_marks"]),
            time_nouns=frozenset(data["time_nouns"]),
            conditional_endings=tuple(data["conditional_endings"]),
            infinitives=tuple(data["infinitives"]),
            irregular_stems=tuple(data["irregular_stems"]),
            imperfect_stems=tuple(data["imperfect_stems"]),
            future_endings=MappingProxyType(dict(data["future_endings"])),
            first_person_endings=tuple(data["first_person_endings"]),
            first_present_endings=tuple(data["first_present_endings"]),
            first_person_forms=frozenset(data["first_person_forms"]),
            first_presents=frozenset(data["first_presents"]),
            opening_pasts=MappingProxyType(dict(data["opening_pasts"])),
            asking_forms=MappingProxyType(dict(data["asking_forms"])),
            pointing=frozenset(data["pointing"]),
            perfect_helpers=frozenset(data["perfect_helpers"]),
        )
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise KnowledgeError([f"languages/repairs/{language}.yaml: {error}"]) from error


def children(tokens: Sequence[Token], head: int, deprel: str) -> list[int]:
    return [place for place, token in enumerate(tokens) if token.head == head and token.deprel == deprel]


def is_marked(tokens: Sequence[Token], head: int, forms: frozenset[str]) -> bool:
    return any(token.head == head and token.form.lower() in forms for token in tokens[: head + 1])


def number_of(tokens: Sequence[Token], place: int) -> str | None:
    """The number a noun has for agreement: a coordination is plural, a name without a number singular."""
    if children(tokens, place, "conj"):
        return "Plur"
    token = tokens[place]
    return token.feat("Number") or ("Sing" if token.upos == "PROPN" else None)

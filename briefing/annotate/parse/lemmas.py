"""Lemmas by suffix rules learned from the treebanks, with a list of the words on which the rules are wrong.

Irregular verbs, of which small treebanks show few forms, stand in the language's file (`knowledge/languages/lemmas`).

A rule turns an ending into another for one part of speech and inflection (Jongejan & Dalianis 2009); of several the longest
ending wins, and for verbs the first that gives a known verb, so that `reconocerían`, never seen, is `reconocer`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.resources import files

from briefing.errors import KnowledgeError

INFLECTION = ("VerbForm", "Mood", "Tense", "Person", "Number", "Degree", "Gender")
CHECKED = frozenset({"VERB", "AUX"})
"""Parts of speech for which a rule must give a known lemma, where one can."""
LONGEST = 5
KEPT = 2
"""Letters at the beginning that a known lemma must share with the form (`sugirió` is not `ser`), and all but the longest ending
of a long form (`capacitó` is not `caer`)."""


@dataclass(frozen=True, slots=True)
class LemmaTables:
    """`exceptions`: form, part of speech, inflection → lemma; `rules`: part of speech, inflection, ending → edits, best first;
    `known`: part of speech → lemmas.  Keys are joined by tabs, edits by spaces."""

    exceptions: Mapping[str, str]
    rules: Mapping[str, str]
    known: Mapping[str, frozenset[str]]
    inflections: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Irregular:
    """Whole forms → lemma, inflected stems → lemma of verbs that may stand behind a prefix, and further known verbs; nouns that
    look like a participle → lemma."""

    forms: Mapping[str, str]
    inflected: Mapping[str, str]
    prefixes: frozenset[str]
    known: frozenset[str]
    nouns: Mapping[str, str] = field(default_factory=dict)


@lru_cache
def irregular(language: str) -> Irregular:
    """The language's irregular verbs; `KnowledgeError` where there is no file for it, or a faulty one."""
    import yaml

    path = files("briefing").joinpath("knowledge", "languages", "lemmas", f"{language}.yaml")
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        inflected = {
            stem + ending: lemma
            for group in data["stems"]
            for stem, lemma in group["stems"].items()
            for ending in group["endings"]
        }
        nouns = dict(data.get("nouns", {}))
        return Irregular(dict(data["forms"]), inflected, frozenset(data["prefixes"]), frozenset(data["known"]), nouns)
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise KnowledgeError([f"languages/lemmas/{language}.yaml: {error}"]) from error


def irregular_lemma(verbs: Irregular, lower: str) -> str | None:
    """The lemma of an irregular form, also behind a prefix where that makes a known verb: `sostuvieron` → `sostener`."""
    if lower in verbs.inflected:
        return verbs.inflected[lower]
    for cut in range(1, min(len(lower), 7)):
        lemma = lower[:cut] + verbs.inflected.get(lower[cut:], "")
        if lemma in verbs.known and lower[:cut] in verbs.prefixes:
            return lemma
    return None


def inflection(feats: str) -> str:
    """The features that decide an ending.

    >>> inflection("Gender=Fem|Number=Plur|PronType=Art")
    ';;;;Plur;;Fem'
    """
    values = dict(pair.split("=", 1) for pair in feats.split("|") if "=" in pair)
    return ";".join(values.get(name, "") for name in INFLECTION)


def edit(form: str, lemma: str) -> str:
    """The edit that makes the lemma of the form: how many characters go, what comes.

    >>> edit("reconocerían", "reconocer")
    '3|'
    """
    same = 0
    while same < min(len(form), len(lemma)) and form[same] == lemma[same]:
        same += 1
    return f"{len(form) - same}|{lemma[same:]}"


def apply(form: str, change: str) -> str:
    """The form after an edit; unchanged where the edit takes more than there is."""
    count, ending = change.split("|", 1)
    return form if int(count) > len(form) else form[: len(form) - int(count)] + ending


def lemmatize(tables: LemmaTables, verbs: Irregular, form: str, upos: str, feats: str) -> str:
    """The lemma of a word; names keep their form."""
    key = inflection(feats)
    lower = form.lower()
    exception = tables.exceptions.get(f"{form if upos == 'PROPN' else lower}\t{upos}\t{key}")
    if upos == "NOUN" and lower in verbs.nouns:
        return verbs.nouns[lower]
    if upos in CHECKED:
        return verb_lemma(tables, verbs, lower, upos, key, exception)
    if exception is not None:
        return exception
    return form if upos == "PROPN" else by_rule(tables, verbs, lower, upos, key)


def verb_lemma(tables: LemmaTables, verbs: Irregular, lower: str, upos: str, key: str, exception: str | None) -> str:
    """The lemma of a verb; a listed verb goes before what the treebanks, which are not free of faults, have once."""
    if lower in verbs.forms or exception in verbs.known:
        return verbs.forms.get(lower) or str(exception)
    lemma = irregular_lemma(verbs, lower) or by_rule(tables, verbs, lower, upos, key)
    return lemma if exception is None or lemma in verbs.known else exception


def by_rule(tables: LemmaTables, verbs: Irregular, lower: str, upos: str, key: str) -> str:
    """The lemma by the suffix rules alone."""
    first = next(_candidates(tables, lower, upos, key), None)
    if upos not in CHECKED:
        return lower if first is None else first
    kept = max(KEPT, len(lower) - LONGEST)
    for inflected in (key, *tables.inflections):
        candidates = [lemma for lemma in _candidates(tables, lower, upos, inflected) if lemma[:kept] == lower[:kept]]
        for known in (verbs.known, tables.known.get(upos, frozenset())):
            found = next((lemma for lemma in candidates if lemma in known), None)
            if found is not None:
                return found
    return lower if first is None else first


def _candidates(tables: LemmaTables, lower: str, upos: str, key: str) -> Iterator[str]:
    for length in range(min(LONGEST, len(lower)), -1, -1):
        edits = tables.rules.get(f"{upos}\t{key}\t{lower[len(lower) - length :]}")
        if edits:
            for change in edits.split(" "):
                yield apply(lower, change)

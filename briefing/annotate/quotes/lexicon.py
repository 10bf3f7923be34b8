"""One language's words of attribution: quotation marks, cue verbs with what they need, "según", "according to"."""

from __future__ import annotations

import functools
import importlib.resources
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from briefing.errors import KnowledgeError
from briefing.knowledge.loader import with_classes
from briefing.model import Language, Token
from briefing.structure import load_yaml, structure

Frame = Literal["any", "hearer", "question", "quotation", "label"]
Words = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageFile:
    """The data file of one language as it is written."""

    marks: Words
    dashes: Words
    cues: Mapping[Frame, Words]
    forms: Mapping[str, Words]
    bare_verbs: Words
    pro_drop: bool
    infinitive_verbs: Words
    impersonal: Words
    pronominal: Words
    intensifiers: Words
    agreeing: Words
    complementizers: Words
    question_words: Words
    as_words: Words
    proposing: Words
    relatives: Words
    attributions: Words
    attribution_with_verb: Words
    not_sources: Words
    citing: Words
    modals: Words
    conditions: Words
    negations: Words
    expletives: Words
    speech_nouns: Words
    first_persons: Words
    adversatives: Words
    times: Words
    hearers: Words
    reflexives: Words
    not_reflexive: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The same, fit for looking up.  `frames` of a verb tell what it may introduce; `closers` pairs opening marks."""

    closers: Mapping[str, str]
    dashes: frozenset[str]
    frames: Mapping[str, frozenset[Frame]]
    lemmas: Mapping[str, str]
    particles: Mapping[str, frozenset[str]]
    attributions: tuple[Words, ...]
    pro_drop: bool
    words: Mapping[str, frozenset[str]]

    def lemma(self, token: Token) -> str:
        """The lemma of a verb of saying: by the file where it lists the form, else the parser's."""
        return self.lemmas.get(token.form.lower(), token.lemma)

    def has(self, name: str, word: str) -> bool:
        """Whether a word stands in one of the file's lists."""
        return word.lower() in self.words[name]


WORD_LISTS = (
    "bare_verbs",
    "complementizers",
    "question_words",
    "as_words",
    "proposing",
    "relatives",
    "attribution_with_verb",
    "not_sources",
    "citing",
    "modals",
    "conditions",
    "negations",
    "expletives",
    "speech_nouns",
    "first_persons",
    "adversatives",
    "times",
    "hearers",
    "reflexives",
    "not_reflexive",
    "infinitive_verbs",
    "impersonal",
    "pronominal",
    "intensifiers",
    "agreeing",
)


@functools.cache
def load_lexicon(language: Language) -> Lexicon:
    """Raises KnowledgeError where the language has no data file, or a faulty one."""
    file = _read(language)
    frames: dict[str, set[Frame]] = {}
    particles: dict[str, set[str]] = {}
    for frame, verbs in file.cues.items():
        for verb in verbs:
            lemma, _, particle = verb.partition(" ")
            frames.setdefault(lemma, set()).add(frame)
            particles.setdefault(lemma, set()).add(particle)
    return Lexicon(
        closers=dict(pair.split(" ") for pair in file.marks),
        dashes=frozenset(file.dashes),
        frames={lemma: frozenset(found) for lemma, found in frames.items()},
        lemmas={form: lemma for lemma, forms in file.forms.items() for form in forms},
        particles={lemma: frozenset(found) for lemma, found in particles.items() if "" not in found},
        attributions=tuple(sorted((tuple(phrase.split(" ")) for phrase in file.attributions), key=lambda phrase: -len(phrase))),
        pro_drop=file.pro_drop,
        words={name: frozenset(getattr(file, name)) for name in WORD_LISTS},
    )


def _read(language: Language) -> LanguageFile:
    name = f"languages/quotes/{language}.yaml"
    source = importlib.resources.files("briefing.knowledge") / "languages" / "quotes" / f"{language}.yaml"
    try:
        data, lines = load_yaml(source.read_text(encoding="utf-8"))
        return structure(with_classes(data, f"{language}.yaml"), lines, LanguageFile, file=name)
    except FileNotFoundError:
        raise KnowledgeError([f"{name}: no such file; a language needs one to read quotes"]) from None
    except ValueError as error:
        raise KnowledgeError([str(fault) for fault in error.args]) from error

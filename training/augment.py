"""Copies of training sentences as news sites write them: headlines, capitals, missing stops, stray quotation marks.

Each function takes a sentence and returns another, or the same one where it does not apply.  About one sentence in four is
changed each time it is used, so that the parser sees every sentence in several dresses.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace

from treebank import Word

Sentence = list[Word]
FUNCTION_WORDS = frozenset({"ADP", "AUX", "CCONJ", "DET", "PART", "PRON", "SCONJ"})
STOPS = frozenset(".!?…")
OPTIONAL = frozenset({"acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "nmod", "obl", "parataxis"})


def title_case(words: Sentence, rng: random.Random) -> Sentence:
    """`Court Rejects Appeal of the Ban`, mostly without its stop, often with small words in lower case."""
    small = rng.random() < 0.6
    stopless = without_stop(words, rng) if rng.random() < 0.8 else words
    return [
        word if small and number and word.upos in FUNCTION_WORDS else replace(word, form=word.form[:1].upper() + word.form[1:])
        for number, word in enumerate(stopless)
    ]


def headline(words: Sentence, rng: random.Random) -> Sentence:
    """`Court Rejects Appeal of Ban`: no articles either."""
    articles = {n for n, word in enumerate(words, start=1) if word.deprel == "det" and word.feat("PronType") == "Art"}
    articles -= {word.head for word in words}
    if not articles or len(words) - len(articles) < 3:
        return title_case(words, rng)
    return title_case(_without(words, articles), rng)


def capitals(words: Sentence, rng: random.Random) -> Sentence:
    """`LA CORTE RECHAZA LA APELACIÓN`."""
    return [replace(word, form=word.form.upper()) for word in without_stop(words, rng)]


def without_stop(words: Sentence, rng: random.Random) -> Sentence:
    """The sentence as a heading: no final stop."""
    last = len(words)
    if last < 3 or words[-1].form not in STOPS or any(word.head == last for word in words):
        return words
    return words[:-1]


def cropped(words: Sentence, rng: random.Random) -> Sentence:
    """The sentence without one of its optional parts (Şahin & Steedman 2018)."""
    parts = [n for n, word in enumerate(words, start=1) if word.deprel in OPTIONAL]
    if not parts:
        return words
    gone = {rng.choice(parts)}
    while True:
        more = {n for n, word in enumerate(words, start=1) if word.head in gone} - gone
        if not more:
            break
        gone |= more
    return _without(words, gone) if len(words) - len(gone) > 2 else words


def stray_quote(words: Sentence, rng: random.Random) -> Sentence:
    """A quotation mark that is never closed, before the first word or after the last."""
    root = next(number for number, word in enumerate(words, start=1) if word.head == 0)
    mark = Word(form=rng.choice(['"', "“", "«"]), lemma='"', upos="PUNCT", feats="", head=root, deprel="punct")
    if rng.random() < 0.4:
        return [*words, replace(mark, form=rng.choice(['"', "”", "»"]))]
    shifted = [replace(word, head=word.head + 1 if word.head else 0) for word in words]
    return [replace(mark, head=root + 1), *shifted]


def _without(words: Sentence, gone: set[int]) -> Sentence:
    """The words whose numbers are not in `gone`, numbered anew; none of them depends on one that goes."""
    number = {0: 0}
    for n in range(1, len(words) + 1):
        if n not in gone:
            number[n] = len(number)
    return [replace(word, head=number[word.head]) for n, word in enumerate(words, start=1) if n not in gone]


VARIANTS: tuple[tuple[float, Callable[[Sentence, random.Random], Sentence]], ...] = (
    (0.04, headline),
    (0.03, title_case),
    (0.015, capitals),
    (0.03, without_stop),
    (0.03, stray_quote),
    (0.12, cropped),
)
"""How often each change is made."""


def augment(words: Sentence, rng: random.Random) -> Sentence:
    """The sentence itself, or one of its variants."""
    draw = rng.random()
    for share, change in VARIANTS:
        if draw < share:
            return change(words, rng)
        draw -= share
    return words

"""A clause of a source told in the other language, phrase by phrase in the order of its words.

Method: shallow transfer as in Apertium (Forcada et al. 2011, doi:10.1007/s10590-011-9090-0): English and Spanish order their
phrases alike, so that what hangs on what need not be known; the tree is asked only for what the order does not tell (a subject
behind its verb, whose clause a `que` opens).  Unlike there, nothing is guessed: a word without an entry, a pronoun that points
outside, a verb without subject closes the gate (`GateClosedError`), and every word of the clause is told or is one of the few
that may be dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from functools import lru_cache

from briefing.model import Language
from briefing.model.letters import LOWER
from briefing.realize.tell.clause_openers import clause_opener
from briefing.realize.tell.complements import complementizer, openers_of_clauses
from briefing.realize.tell.links import (
    aside,
    conjunction,
    phrase,
    preposition,
    punctuation,
)
from briefing.realize.tell.nominal.adjectives import adjective
from briefing.realize.tell.nominal.names import actor
from briefing.realize.tell.nominal.other_names import other_name
from briefing.realize.tell.nominal.phrases import noun
from briefing.realize.tell.nominal.pronouns import indefinite, own_country, subject_pronoun
from briefing.realize.tell.nominal.times import date, quantity
from briefing.realize.tell.state import Telling, entries, first_words, unknown
from briefing.realize.tell.verbal.adverbs import adverb
from briefing.realize.tell.verbal.existence import there_is
from briefing.realize.tell.verbal.predicates import predicate_adjective
from briefing.realize.tell.verbal.verbs import verb
from briefing.realize.wording.transfer import GateClosedError as GateClosedError
from briefing.realize.wording.verbs import rules_of

_TWICE = re.compile(rf"(?<![\w’'-])([{LOWER}]+) \1(?![\w’'-])")


def tell(telling: Telling) -> str:
    """The whole clause.  Raises GateClosedError where a word of it cannot be told."""
    words = tell_phrase(telling)
    if not telling.verb:
        raise GateClosedError("nothing_said")
    return words


def tell_phrase(telling: Telling) -> str:
    """Words that need not say anything of something.  Raises GateClosedError where one of them cannot be told."""
    while telling.at < len(telling.order):
        for step in _steps_of(telling.t.passage.language, telling.token.upos, telling.form, telling.may_be_named):
            if step(telling):
                break
        else:
            raise unknown(telling.token.upos.lower(), telling.token)
    text = _polished(tidy(" ".join(part for part in telling.said if part)), telling)
    if _TWICE.search(text):
        raise GateClosedError("word_twice")  # whatever made it so
    if any(find.search(text) for find in rules_of(telling.language)["never_said"]):
        raise GateClosedError("never_said")
    return text


def _polished(text: str, telling: Telling) -> str:
    """`wants there to be no tariffs` -> `wants no tariffs`"""
    rules = rules_of(telling.language)
    for find, put in rules["polish"] if rules["to_polish"].search(text) else ():
        if find.search(text):  # a template is read before anything is looked for
            text = find.sub(put, text)
    return text


def tidy(text: str) -> str:
    """Spaces and commas as they stand in print."""
    text = " ".join(text.split())
    for pattern, put in _TIDY:
        text = pattern.sub(put, text)
    return text.strip(" ,;:")


_TIDY = (
    (re.compile(r"\s+([,;:.])"), r"\1"),
    (re.compile(r"(,\s*)+,"), ","),
    (re.compile(r"\b(\d{4}) (?=\d)"), r"\1, "),  # `in December 2025 40,735 people`
    (re.compile(r",\s*\."), "."),
)


def described(telling: Telling) -> bool:
    """What something is said to be."""
    return predicate_adjective(telling) if telling.modifiers_first else adjective(telling)


STEPS: tuple[Callable[[Telling], bool], ...] = (
    aside,
    punctuation,
    clause_opener,
    phrase,
    date,
    there_is,
    subject_pronoun,
    own_country,
    actor,
    other_name,
    quantity,
    complementizer,
    indefinite,
    verb,
    noun,
    described,
    preposition,
    conjunction,
    adverb,
)
ONLY_OF: Mapping[Callable[[Telling], bool], frozenset[str]] = {
    punctuation: frozenset({"PUNCT"}),
    clause_opener: frozenset({"SCONJ", "ADP"}),
    there_is: frozenset({"PRON"}),
    subject_pronoun: frozenset({"PRON"}),
    other_name: frozenset({"PROPN", "NOUN"}),
    indefinite: frozenset({"PRON"}),
    preposition: frozenset({"ADP", "SCONJ"}),
    conjunction: frozenset({"CCONJ"}),
    adverb: frozenset({"ADV"}),
}
"""Those that read words of some kinds alone."""


OF_NAMES = frozenset({date, actor, other_name})
"""Those that read what the annotation has found, or what has a capital, alone."""


BEGUN_BY: Mapping[Callable[[Telling], bool], Callable[[Language], Collection[str]]] = {
    aside: lambda source: "(",
    phrase: lambda source: first_words(source, "phrases"),
    complementizer: openers_of_clauses,
}
"""Those that some words alone begin."""
FORMS = 8192
"""So many forms of words are remembered with what may tell them."""


@lru_cache(maxsize=FORMS)
def _steps_of(source: Language, upos: str, form: str, named: bool) -> tuple[Callable[[Telling], bool], ...]:
    """The steps for a kind of word, of those that it may begin."""
    steps = [step for step in STEPS if upos in ONLY_OF.get(step, (upos,)) and (named or step not in OF_NAMES)]
    steps = [step for step in steps if step not in BEGUN_BY or form in BEGUN_BY[step](source)]
    counted = named or form in entries(source)["vague_numbers"]
    return tuple(step for step in steps if counted or step is not quantity)

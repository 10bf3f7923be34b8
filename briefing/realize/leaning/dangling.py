"""What a sentence leaves to its article: `the Defense Ministry said`, `they`, `told them`; definite nouns are in `definites`.

Whose ministry, who: the sentence before says so, or nobody does.  The signs are coarse on purpose: a line that a
reader cannot place is worth less than the next one.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import islice

from briefing.model import Language
from briefing.realize.found import NOUNS
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.leaning.definites import is_described
from briefing.realize.leaning.references import telling_pronouns
from briefing.realize.rungs.leads import opens_its_article
from briefing.realize.rungs.passages import Passage, of_its_words

OPENING = 2
"""Characters before the first word of a quotation that opens its sentence."""
MOST_BETWEEN = 2
"""Words between the article and the body: `the national election court`."""
FEWEST_TELLING = 5
"""So few words that name nobody and no day are an answer to something."""
MOST_BESIDE = 4
"""Words beside them that say no more than who speaks."""


@of_its_words
def unknown_body(passage: Passage) -> str | None:
    """`the Defense Ministry`, `el Gobierno`, `the country` in a sentence that names no country: the noun of it.

    `The government expelled a Peruvian diplomat`: one that opens its sentence is not that of who is named behind it.
    """
    named = names_a_country(passage)
    for match in _bodies(passage.language).finditer(passage.unquoted_words):
        start, stop = passage.span.start + match.start(), passage.span.start + match.end()
        told = any(mention.span.start < stop and start < mention.span.stop for mention in passage.mentions)
        if not told and (not named or (match.start() == 0 and _is_bare_subject(passage, stop))):
            return match[1].casefold()
    return None


def names_a_country(passage: Passage) -> bool:
    actors = passage.doc.actors if passage.doc else {}
    return any(actor.country for m in passage.mentions if (actor := actors.get(m.actor)))


def _is_bare_subject(passage: Passage, stop: int) -> bool:
    index = next((i for i in passage.kept if passage.tokens[i].span.stop == stop), None)
    subject = index is not None and passage.tokens[index].deprel.startswith("nsubj")
    return subject and index is not None and not is_described(passage, index)


@of_its_words
def leaning_quote(passage: Passage) -> str | None:
    """`"They were treated badly," Quispe said`: who, his sentence before says; the pronoun with which the quotation opens."""
    for quoted in passage.quoted:
        inside = (passage.tokens[i] for i in passage.kept if quoted.contains(passage.tokens[i].span))
        first = next((token for token in inside if token.upos != "PUNCT"), None)
        if first is None or first.upos != "PRON" or not first.deprel.startswith("nsubj"):
            continue
        grammar, form = grammar_of(passage.language), first.form.casefold()
        named = any(mention.span.overlaps(first.span) for mention in passage.mentions)
        opens = first.span.start - passage.span.start <= OPENING
        if opens and not named and (form in grammar.pronouns or form in grammar.indicating_words):
            return form
    return None


@of_its_words
def unknown_hearer(passage: Passage) -> str | None:
    """`Quispe told them that Peru would pay`: whom, where the sentence has named nobody but him before."""
    if passage.tree.vocabulary.isdisjoint(grammar_of(passage.language).hearers):
        return None
    for index, token in passage.unquoted_tokens:
        if token.upos != "PRON" or token.form.casefold() not in grammar_of(passage.language).hearers or token.head < 0:
            continue
        subject = next((i for i, t in enumerate(passage.tokens) if t.head == token.head and t.deprel.startswith("nsubj")), None)
        own = passage.tree.subtree(subject) if subject is not None else frozenset()
        others = (i for i in passage.kept if i < index and i not in own and passage.tokens[i].upos in NOUNS)
        if token.deprel.split(":")[0] in {"obj", "iobj"} and not any(True for _ in others):
            return token.form.casefold()
    return None


@of_its_words
def set_apart(passage: Passage) -> str | None:
    """`El coste, de 2,6 millones, …`, `La carta, firmada por …`: what stands behind a comma does not say which; the noun."""
    if passage.doc is None or opens_its_article(passage):
        return None
    words = (i for i in passage.kept if passage.tokens[i].upos != "PUNCT" or passage.tokens[i].form == ",")
    kept = list(islice(words, 3))
    if len(kept) < 3:
        return None
    article, token, comma = (passage.tokens[i] for i in kept)
    grammar = grammar_of(passage.language)
    opened = article.form.casefold() in grammar.definite_articles and token.upos == "NOUN" and comma.form == ","
    if not opened:
        return None
    named = any(mention.span.overlaps(token.span) for mention in passage.mentions)
    dated = any(date.span.overlaps(token.span) for date in passage.dates)
    if named or dated or token.lemma.casefold() in grammar.unique_nouns or _is_apposed(passage, kept[1]):
        return None
    return token.form.casefold()


def _is_apposed(passage: Passage, index: int) -> bool:
    """`El canciller, Juan Soto, …`, `la capital, Quito, …`: a name says who or which."""
    behind = passage.tokens[index + 2 : index + 3]
    return any(token.upos == "PROPN" for token in behind)


@of_its_words
def names_nothing(passage: Passage) -> str | None:
    """`Las empresas tendrán 20 días`, `The authority said that …`: nobody is named, and what acts is taken as known;
    the noun of it."""
    kept = [(i, passage.tokens[i]) for i in passage.kept]
    if passage.mentions or any(token.upos == "PROPN" for _, token in kept) or opens_its_article(passage):
        return None
    grammar = grammar_of(passage.language)
    articles = {token.head for _, token in kept if token.upos == "DET" and token.form.casefold() in grammar.definite_articles}
    subjects = ((i, token) for i, token in kept if token.upos == "NOUN" and token.deprel.startswith("nsubj") and i in articles)
    known = (token for _, token in subjects if token.lemma.casefold() not in grammar.unique_nouns)
    return next((token.form.casefold() for token in known), None)


@of_its_words
def says_too_little(passage: Passage) -> str | None:
    """`He confirmado mi asistencia.`, `Costaron 5 millones.` of an interview: a few quoted words; these."""
    if not passage.quoted:
        return None
    words = [i for i in passage.kept if passage.tokens[i].upos != "PUNCT"]
    quoted = [passage.tokens[i] for i in words if i in passage.quoted_words]
    if not 0 < len(quoted) <= FEWEST_TELLING or len(words) - len(quoted) > MOST_BESIDE:
        return None
    spans = (one.span for found in (passage.mentions, passage.dates) for one in found)
    return None if any(map(passage.is_quoted, spans)) else " ".join(token.form for token in quoted)


def leaning_phrase(passage: Passage) -> str | None:
    """`Reports to that effect are baseless`: to what effect; `…, she said`: who."""
    found = phrase_that_leans(passage)
    if found is None:
        tellers = telling_pronouns(passage)
        unknown = (start for start in sorted(tellers) if not _is_somebody(passage, start)) if tellers else ()
        return next((passage.source[start - passage.offset :].split()[0].casefold() for start in unknown), None)
    return found


@of_its_words
def phrase_that_leans(passage: Passage) -> str | None:
    found = _phrases(passage.language).search(passage.unquoted_words)
    return found[0].casefold() if found else None


def _is_somebody(passage: Passage, start: int) -> bool:
    """Known to the annotation, or named in brackets."""
    named = any(edit.start == start and edit.stop > start for edit in passage.edits)
    return named or any(m.span.start == start for m in passage.mentions)


@cache
def _phrases(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(grammar_of(language).leaning_phrases)}\b", re.IGNORECASE)


@cache
def _bodies(language: Language) -> re.Pattern[str]:
    grammar = grammar_of(language)
    between = rf"(?:[\w-]+\s+){{0,{MOST_BETWEEN}}}?"
    return re.compile(
        rf"\b{one_of(grammar.definite_articles)}\s+{between}({one_of((*grammar.state_bodies, *grammar.country_nouns))})\b",
        re.IGNORECASE,
    )

"""What a sentence names as known that only its article knows: `The vessels will remain …`, `the Defense Ministry said`.

Whose ministry, which vessels: the sentence before says so, or nobody does.  The signs are coarse on purpose: a line that a
reader cannot place is worth less than the next one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from briefing.model import Language, Token
from briefing.realize.describing import description
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.passages import Passage, of_its_words
from briefing.realize.references import said_before, telling_pronouns

OPENING = 2
"""Characters before the first word of a quotation that opens its sentence."""
MOST_BETWEEN = 2
"""Words between the article and the body: `the national election court`."""
_NOUNS = frozenset({"NOUN", "PROPN"})
FEWEST_TELLING = 5
"""So few words that name nobody and no day are an answer to something."""
MOST_BESIDE = 4
"""Words beside them that say no more than who speaks."""
DESCRIBING = frozenset({"amod", "appos", "flat", "nummod", "compound", "nmod", "acl", "det:poss"})


@of_its_words
def unknown_body(passage: Passage) -> str | None:
    """`the Defense Ministry`, `el Gobierno`, `the country` in a sentence that names no country: the noun of it.

    `The government expelled a Peruvian diplomat`: one that opens its sentence is not that of who is named behind it.
    """
    named = _names_a_country(passage)
    for match in _bodies(passage.language).finditer(passage.unquoted_words):
        start, stop = passage.span.start + match.start(), passage.span.start + match.end()
        told = any(mention.span.start < stop and start < mention.span.stop for mention in passage.mentions)
        if not told and (not named or (match.start() == 0 and _is_bare_subject(passage, stop))):
            return match[1].casefold()
    return None


def _is_bare_subject(passage: Passage, stop: int) -> bool:
    index = next((i for i in passage.kept if passage.tokens[i].span.stop == stop), None)
    subject = index is not None and passage.tokens[index].deprel.startswith("nsubj")
    return subject and index is not None and not _is_described(passage, index)


def _names_a_country(passage: Passage) -> bool:
    actors = passage.doc.actors if passage.doc else {}
    return any(actor.country for m in passage.mentions if (actor := actors.get(m.actor)))


@of_its_words
def known_thing(passage: Passage) -> str | None:
    """`The vessels will remain …`, where an earlier sentence of the article has brought them in: the noun of it."""
    first = next((i for i in passage.kept if passage.tokens[i].upos != "PUNCT"), None)
    if first is None or passage.doc is None or passage.tokens[first].upos != "DET":
        return None
    article, noun = passage.tokens[first], passage.tokens[first].head
    if article.form.casefold() not in grammar_of(passage.language).definite_articles or noun != first + 1:
        return None
    token = passage.tokens[noun]
    if token.upos != "NOUN" or not token.deprel.startswith("nsubj") or _is_told(passage, noun, token):
        return None
    before = passage.doc.article.text[: passage.span.start]
    return token.form.casefold() if said_before(token.lemma.casefold(), before) else None


def _is_told(passage: Passage, index: int, token: Token) -> bool:
    """With words that say which, or a mention of somebody known."""
    described = any(t.head == index and t.deprel in DESCRIBING | {"nmod:poss"} for t in passage.tokens)
    named = any(mention.span.overlaps(token.span) for mention in passage.mentions)
    return described or named or token.lemma.casefold() in grammar_of(passage.language).unique_nouns


@of_its_words
def leaning_thing(passage: Passage) -> str | None:
    """`Chile rejected the request`, `for twice that amount`: which one, an earlier sentence says; the noun of it."""
    if not _has_a_sentence_before(passage):
        return None
    for index, token in passage.unquoted_tokens:
        noun = token.head
        if token.deprel != "det" or noun <= index or noun not in passage.kept or passage.tokens[noun].upos not in _NOUNS:
            continue
        grammar, form = grammar_of(passage.language), token.form.casefold()
        word, lemma = passage.tokens[noun].form.casefold(), passage.tokens[noun].lemma.casefold()
        pointed = form in grammar.pointing_articles
        known = form in grammar.definite_articles and {word, lemma} & {*grammar.leaning_things, *grammar.leaning_deeds}
        if not (pointed or known) or (known and (_is_described(passage, noun) or _is_told_before(passage, noun))):
            continue
        told = said_before(lemma, passage.words[: token.span.start - passage.span.start])
        if not told and not (known and description(passage, noun)):
            return word
    return None


def _has_a_sentence_before(passage: Passage) -> bool:
    sentences = passage.doc.sentences if passage.doc else ()
    return any(one.kind == "body" and one.span.stop <= passage.span.start for one in sentences)


def _is_described(passage: Passage, index: int) -> bool:
    """With words that say which: an adjective, `of Peru`, `to lift the ban`, a relative clause."""
    tokens = passage.tokens
    comma = next((i for i in range(index + 1, len(tokens)) if tokens[i].form == ","), len(tokens))
    own = (t for i, t in enumerate(tokens) if t.head == index and i < comma and not passage.is_quoted(t.span))
    children = (t for t in own if not any(date.span.overlaps(t.span) for date in passage.dates))
    hangs = any(t.deprel in DESCRIBING | {"nmod:poss", "acl:relcl", "ccomp"} for t in children)
    grammar = grammar_of(passage.language)
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    dated = behind is not None and any(0 <= date.span.start - behind.span.stop <= 1 for date in passage.dates)
    of = (
        behind is not None
        and behind.form.casefold() in grammar.of_words
        and not dated
        and not _opens_quotation(passage, behind)
    )
    return hangs or of or (behind is not None and behind.upos in {"PART", "SCONJ"})


def _opens_quotation(passage: Passage, link: Token) -> bool:
    """`calificó la medida de «excesiva»`: what it is called, and not which."""
    return re.match(r"\s*[\"“«‘]", passage.source[link.span.stop - passage.offset :]) is not None


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
        if opens and not named and form in {*grammar.pronouns, *grammar.demonstratives, *grammar.pointing_articles}:
            return form
    return None


@of_its_words
def unknown_hearer(passage: Passage) -> str | None:
    """`Quispe told them that Peru would pay`: whom, where the sentence has named nobody but him before."""
    for index, token in passage.unquoted_tokens:
        if token.upos != "PRON" or token.form.casefold() not in grammar_of(passage.language).hearers or token.head < 0:
            continue
        subject = next((i for i, t in enumerate(passage.tokens) if t.head == token.head and t.deprel.startswith("nsubj")), None)
        own = passage.tree.subtree(subject) if subject is not None else frozenset()
        others = (i for i in passage.kept if i < index and i not in own and passage.tokens[i].upos in _NOUNS)
        if token.deprel.split(":")[0] in {"obj", "iobj"} and not any(True for _ in others):
            return token.form.casefold()
    return None


def set_apart(passage: Passage) -> str | None:
    """`El coste, de 2,6 millones, …`, `La carta, firmada por …`: what stands behind a comma does not say which; the noun."""
    kept = [i for i in passage.kept if passage.tokens[i].upos != "PUNCT" or passage.tokens[i].form == ","]
    if len(kept) < 3 or passage.doc is None:
        return None
    article, token, comma = (passage.tokens[i] for i in kept[:3])
    grammar = grammar_of(passage.language)
    if _opens_its_article(passage):
        return None
    opened = article.form.casefold() in grammar.definite_articles and token.upos == "NOUN" and comma.form == ","
    named = any(mention.span.overlaps(token.span) for mention in passage.mentions)
    dated = any(date.span.overlaps(token.span) for date in passage.dates)
    if not opened or named or dated or token.lemma.casefold() in grammar.unique_nouns or _is_apposed(passage, kept[1]):
        return None
    return token.form.casefold()


def _is_apposed(passage: Passage, index: int) -> bool:
    """`El canciller, Juan Soto, …`, `la capital, Quito, …`: a name says who or which."""
    behind = passage.tokens[index + 2 : index + 3]
    return any(token.upos == "PROPN" for token in behind)


def _opens_its_article(passage: Passage) -> bool:
    """Whether nothing stands before it to which it could point."""
    sentences = passage.doc.sentences if passage.doc else ()
    first = next((sentence for sentence in sentences if sentence.kind == "body"), None)
    return first is None or passage.span.start <= first.span.stop


def _is_told_before(passage: Passage, index: int) -> bool:
    """Whether a clause before the word tells it: `cerró el paso, y Perú criticó la medida`."""
    tokens, above = passage.tokens, _clauses_around(passage.tokens, index)
    verbs = (i for i in passage.kept if i < index and tokens[i].upos == "VERB" and tokens[i].feat("VerbForm") in {"Fin", "Inf"})
    return any(i not in above for i in verbs)


def _clauses_around(tokens: Sequence[Token], index: int) -> set[int]:
    """The words above a word, up to a clause that only stands beside the one before."""
    found: set[int] = set()
    while index >= 0 and index not in found:
        found.add(index)
        index = -1 if tokens[index].deprel.partition(":")[0] == "conj" else tokens[index].head
    return found


def names_nothing(passage: Passage) -> str | None:
    """`Las empresas tendrán 20 días`, `The authority said that …`: nobody is named, and what acts is taken as known;
    the noun of it."""
    kept = [(i, passage.tokens[i]) for i in passage.kept]
    if passage.mentions or any(token.upos == "PROPN" for _, token in kept) or _opens_its_article(passage):
        return None
    grammar = grammar_of(passage.language)
    articles = {token.head for _, token in kept if token.upos == "DET" and token.form.casefold() in grammar.definite_articles}
    subjects = ((i, token) for i, token in kept if token.upos == "NOUN" and token.deprel.startswith("nsubj") and i in articles)
    known = (token for _, token in subjects if token.lemma.casefold() not in grammar.unique_nouns)
    return next((token.form.casefold() for token in known), None)


def says_too_little(passage: Passage) -> str | None:
    """`He confirmado mi asistencia.`, `Costaron 5 millones.` of an interview: a few quoted words; these."""
    tokens = [passage.tokens[i] for i in passage.kept if passage.tokens[i].upos != "PUNCT"]
    quoted = [token for token in tokens if passage.is_quoted(token.span)]
    spans = [one.span for found in (passage.mentions, passage.dates) for one in found]
    something = any(map(passage.is_quoted, spans))
    few = 0 < len(quoted) <= FEWEST_TELLING and len(tokens) - len(quoted) <= MOST_BESIDE
    return " ".join(token.form for token in quoted) if few and not something else None


def leaning_phrase(passage: Passage) -> str | None:
    """`Reports to that effect are baseless`: to what effect; `…, she said`: who."""
    words = passage.unquoted_words
    found = _phrases(passage.language).search(words)
    if found is None:
        unknown = (start for start in sorted(telling_pronouns(passage)) if not _is_somebody(passage, start))
        return next((passage.source[start - passage.offset :].split()[0].casefold() for start in unknown), None)
    return found[0].casefold()


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

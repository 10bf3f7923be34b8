"""What an article has brought in before the sentence, and the sentence only points at: `the two ferries`, `the fee`.

Coarse on purpose: a definite noun that has nothing beside it to say which, and that an earlier sentence or the title has told
more fully (`a ferry`, `two ferries`, `the ferry of the army`), leans on that sentence.  An answer of an interview leans on its
question in the same way where it names nothing itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.knowledge import Knowledge
from briefing.model import Sentence, Token
from briefing.realize.describing import description, is_bare, words_of_offices
from briefing.realize.grammar import Grammar, grammar_of
from briefing.realize.passages import Passage, of_its_words
from briefing.realize.references import said_before

_NOUNS = frozenset({"NOUN", "PROPN"})
TELLING = frozenset(
    {"amod", "appos", "flat", "compound", "nmod", "acl", "det:poss", "nmod:poss", "acl:relcl", "ccomp", "nummod"}
)
"""What hangs on a noun and says which."""
MOST_LINKED = 2
"""Words behind a noun among which a link to what says which stands."""
QUESTION_WITHIN = 4
"""So many sentences before an answer its question is looked for."""


@of_its_words
def introduced_thing(passage: Passage) -> str | None:
    """`Peru will buy the two ferries`: the noun of it, where nothing in its sentence says which."""
    grammar = grammar_of(passage.language)
    for index in passage.kept:
        noun = passage.tokens[index]
        article = _article(passage.tokens, index, grammar)
        if noun.upos != "NOUN" or article is None or article not in passage.kept or is_known(passage, index, grammar):
            continue
        lemma, before = noun.lemma.casefold(), passage.tokens[article].span.start - passage.span.start
        points = points_back(passage.tokens, article, index, grammar)
        if says_which(passage, index, points, grammar) or said_before(lemma, passage.words[:before]):
            continue
        described = is_bare(passage, index) and description(passage, index)
        if not described and (points or was_brought_in(passage, index, grammar)):
            return noun.form.casefold()
    return None


def _article(tokens: Sequence[Token], index: int, grammar: Grammar) -> int | None:
    """Of `the two new ferries`: `the`."""
    return next((i for i in range(index - 1, max(-1, index - 5), -1) if _is_definite(tokens[i], index, grammar)), None)


def _is_definite(token: Token, noun: int, grammar: Grammar) -> bool:
    return token.head == noun and token.form.casefold() in {*grammar.definite_articles, *grammar.fused_articles}


def is_known(passage: Passage, index: int, grammar: Grammar) -> bool:
    """There is only one of it, or the annotation knows it as somebody, a place or a day; a title's noun has a name behind."""
    token = passage.tokens[index]
    days = {word for words in grammar.demonstrative_exempt for word in words}
    common = {*grammar.unique_nouns, *grammar.state_bodies, *grammar.country_nouns, *grammar.generic_nouns, *days}
    marked = (one for found in (passage.mentions, passage.dates) for one in found)
    return bool({token.form.casefold(), token.lemma.casefold()} & common) or any(m.span.overlaps(token.span) for m in marked)


def says_which(passage: Passage, index: int, points: bool, grammar: Grammar) -> bool:
    """An adjective that tells it apart, `of Peru`, `to lift the ban`, a relative clause, a name or a participle behind it."""
    tokens, pointing = passage.tokens, {*grammar.weak_modifiers, *grammar.pointing_modifiers}
    own = (t for t in tokens if t.head == index and t.deprel in TELLING)
    telling = (t for t in own if t.deprel != "nummod" and not {t.form.casefold(), t.lemma.casefold()} & pointing)
    if any(not any(day.span.overlaps(t.span) for day in passage.dates) for t in telling):
        return True
    behind = [t for t in tokens[index + 1 : index + 1 + MOST_LINKED] if not {t.form.casefold(), t.lemma.casefold()} & pointing]
    dated = len(behind) > 1 and any(day.span.overlaps(behind[1].span) for day in passage.dates)
    return bool(behind) and not dated and _links(behind[0], points, grammar)


def _links(token: Token, points: bool, grammar: Grammar) -> bool:
    """Whether the word behind a noun begins what says which: `of`, `it charges`, `signed in May`.

    What has been counted or measured is told apart by a whole clause, or by what it is of.
    """
    form, counted = token.form.casefold(), {*grammar.of_words[:2], *grammar.relatives}
    linked = form in (counted if points else {*grammar.of_words, *grammar.relatives})
    return linked or token.upos in {"PROPN", "NOUN", "PRON", "ADJ"} or token.feat("VerbForm") == "Part"


def points_back(tokens: Sequence[Token], article: int, index: int, grammar: Grammar) -> bool:
    """`the two ferries`, `the extra gas`: they have been counted or measured before."""
    between = [t for i, t in enumerate(tokens) if t.head == index and t.deprel in {"nummod", "amod"} and abs(i - index) < 4]
    counted = any(t.upos == "NUM" and t.form.isalpha() and article < i < index for i, t in enumerate(tokens[:index]))
    return counted or any(
        {t.form.casefold(), t.lemma.casefold()} & {*grammar.pointing_modifiers} - {*grammar.weak_modifiers} for t in between
    )


def was_brought_in(passage: Passage, index: int, grammar: Grammar) -> bool:
    """Whether its first mention says more than an article, or brings it in as one of many."""
    plural, first = passage.tokens[index].feat("Number") == "Plur", first_mention(passage, passage.tokens[index])
    return first is not None and _brings_in(*first, plural, grammar)


def first_mention(passage: Passage, noun: Token) -> tuple[Sentence, int] | None:
    """Where an earlier sentence of the article has the noun first, and which word of it that is."""
    lemma = noun.lemma.casefold()
    for sentence in passage.doc.sentences if passage.doc else ():
        if sentence.span.stop > passage.span.start:
            return None
        at = next((i for i, t in enumerate(sentence.tokens) if t.upos in _NOUNS and t.lemma.casefold() == lemma), None)
        if at is not None:
            return sentence, at
    return None


def introducing(passage: Passage) -> Sentence | None:
    """The sentence of the article that brings in what this one points at."""
    form = introduced_thing(passage)
    noun = next((t for t in passage.tokens if t.upos == "NOUN" and t.form.casefold() == form), None)
    found = first_mention(passage, noun) if noun else None
    return found[0] if found and found[0].kind == "body" else None


def _brings_in(sentence: Sentence, at: int, plural: bool, grammar: Grammar) -> bool:
    """`a ferry`, `the ferry of the army`; of many only those that are counted, and not `ferries`, `people`, `fuel`."""
    tokens = sentence.tokens
    own = [t for t in tokens if t.head == at]
    if tokens[at].deprel == "compound" or plural:
        return any(t.deprel == "nummod" for t in own)
    some = any(t.deprel == "det" and t.form.casefold() in grammar.indefinite_articles for t in own)
    return some or any(t.deprel in TELLING for t in own)


def unknown_office(passage: Passage, knowledge: Knowledge) -> str | None:
    """`Según el titular, …`, `I have invited the minister`: whom, where the annotation has found nobody; the word of it."""
    grammar = grammar_of(passage.language)
    people = words_of_offices(knowledge, passage.language)
    for index in passage.kept:
        token = passage.tokens[index]
        if token.upos != "NOUN" or not {token.form.casefold(), token.lemma.casefold()} & people:
            continue
        known = any(m.span.overlaps(token.span) for m in passage.mentions) or token.feat("Number") == "Plur"
        article = _article(passage.tokens, index, grammar)
        if article == index - 1 and not known and not says_which(passage, index, False, grammar):
            return token.form.casefold()
    return None


@of_its_words
def leans_on_its_question(passage: Passage) -> bool:
    """`We will not swap one market for another.` of an interview: no figure, no day, nobody but the speaker's own side, and
    nothing that is described."""
    if question_before(passage) is None or passage.dates or passage.quantities:
        return False
    tokens = passage.tokens
    told = [i for i in passage.kept if tokens[i].upos in _NOUNS and not tokens[i].deprel.startswith("nsubj")]
    return not any(tokens[i].upos == "PROPN" or _is_described(tokens, i) for i in told)


def _is_described(tokens: Sequence[Token], index: int) -> bool:
    own = (token for token in tokens if token.head == index and token.upos in {*_NOUNS, "ADJ", "VERB"})
    return any(token.deprel in TELLING for token in own)


def question_before(passage: Passage) -> Sentence | None:
    """The question to which the sentence's paragraph is the answer."""
    sentences = passage.doc.sentences if passage.doc else ()
    own = passage.sentence
    if own is None:
        return None
    before = [one for one in sentences if one.span.stop <= own.span.start][-QUESTION_WITHIN:]
    for one in reversed(before if passage.offset == 0 else []):
        if one.span.of(passage.source).rstrip(' *_"”»').endswith("?"):
            return one if one.paragraph == own.paragraph - 1 else None
        if one.paragraph != own.paragraph:
            return None
    return None

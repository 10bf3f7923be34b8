"""Whose office, and to what question: what a sentence leaves to the sentence before it, beside its definite nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.knowledge import Knowledge
from briefing.model import Sentence, Token
from briefing.realize.definites import NOUNS, TELLING, Definite, article_of, says_which
from briefing.realize.describing import words_of_offices
from briefing.realize.grammar import grammar_of
from briefing.realize.passages import Passage, of_its_words
from briefing.realize.references import said_before

LONGEST_LATER = 8
"""Words of a later sentence of an answer that may still lean on the question."""
_TELLS_A_QUESTION = re.compile(r"\w: [“\"‘'«]")
"""`And he told me: “How long?”`: who answers tells what somebody else has asked."""
QUESTION_WITHIN = 4
"""So many sentences before an answer its question is looked for."""


def unknown_office(passage: Passage, knowledge: Knowledge) -> str | None:
    """`Según el titular, …`, `I have invited the minister`: whom, where the annotation has found nobody; the word of it."""
    grammar = grammar_of(passage.language)
    people = words_of_offices(knowledge, passage.language)
    for index in passage.kept:
        token = passage.tokens[index]
        if token.upos != "NOUN" or not {token.form.casefold(), token.lemma.casefold()} & people:
            continue
        known = any(m.span.overlaps(token.span) for m in passage.mentions) or token.feat("Number") == "Plur"
        article = article_of(passage.tokens, index, grammar)
        if article == index - 1 and not known and not says_which(Definite(passage, article, index, grammar)):
            return token.form.casefold()
    return None


@of_its_words
def leans_on_its_question(passage: Passage) -> bool:
    """`We will not swap one market for another.`, `We are asking for 30 million.`: for what, an interview's question says."""
    asked = question_before(passage)
    return asked is not None and (_tells_nothing(passage) or not _takes_up(passage, asked))


def _tells_nothing(passage: Passage) -> bool:
    """No figure, no day, nobody but the speaker's own side, and nothing that is described."""
    if passage.dates or passage.quantities:
        return False
    tokens = passage.tokens
    told = [i for i in passage.kept if tokens[i].upos in NOUNS and not tokens[i].deprel.startswith("nsubj")]
    return not any(tokens[i].upos == "PROPN" or _is_described(tokens, i) for i in told)


def _takes_up(passage: Passage, asked: Sentence) -> bool:
    """Whether the answer names, as far as the sentence, a thing asked about; a long later one stands alone."""
    grammar = grammar_of(passage.language)
    nouns = {token.lemma.casefold() for token in asked.tokens if token.upos in NOUNS}
    things = nouns - {*grammar.state_bodies, *grammar.unique_nouns}  # `What will the government do?` names no matter
    start = answer_start(passage)
    if start < passage.span.start and len(passage.words.split()) > LONGEST_LATER:
        return True
    said = passage.source[start - passage.offset : passage.span.stop - passage.offset]
    return not things or any(said_before(thing, said) for thing in things)


def answer_start(passage: Passage) -> int:
    """Where the paragraph of a sentence begins."""
    own, sentences = passage.sentence, passage.doc.sentences if passage.doc else ()
    return next((one.span.start for one in sentences if own and one.paragraph == own.paragraph), passage.span.start)


def _is_described(tokens: Sequence[Token], index: int) -> bool:
    own = (token for token in tokens if token.head == index and token.upos in {*NOUNS, "ADJ", "VERB"})
    return any(token.deprel in TELLING for token in own)


def question_before(passage: Passage) -> Sentence | None:
    """The question to which the sentence's paragraph is the answer."""
    sentences = passage.doc.sentences if passage.doc else ()
    own = passage.sentence
    if own is None:
        return None
    before = [one for one in sentences if one.span.stop <= own.span.start][-QUESTION_WITHIN:]
    for one in reversed(before if passage.offset == 0 else []):
        words = one.span.of(passage.source).rstrip(' *_"”»')
        if words.endswith("?"):
            told = _TELLS_A_QUESTION.search(words)
            return one if one.paragraph == own.paragraph - 1 and not told else None
        if one.paragraph != own.paragraph:
            return None
    return None

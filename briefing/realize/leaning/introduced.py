"""Whose office: what a sentence leaves to the sentence before it, beside its definite nouns."""

from __future__ import annotations

from briefing.knowledge import Knowledge
from briefing.realize.grammar import grammar_of
from briefing.realize.leaning.definites import Definite, articles_of, says_which
from briefing.realize.leaning.describing import words_of_offices
from briefing.realize.rungs.passages import Passage, of_its_words_with


@of_its_words_with
def unknown_office(passage: Passage, knowledge: Knowledge) -> str | None:
    """`Según el titular, …`, `I have invited the minister`: whom, where the annotation has found nobody; the word of it."""
    grammar = grammar_of(passage.language)
    for index in passage.places_of(words_of_offices(knowledge, passage.language)):
        token = passage.tokens[index]
        if token.upos != "NOUN":
            continue
        known = any(m.span.overlaps(token.span) for m in passage.mentions) or token.feat("Number") == "Plur"
        article = articles_of(passage).get(index)
        if article == index - 1 and not known and not says_which(Definite(passage, article, index, grammar)):
            return token.form.casefold()
    return None

"""What a number counts where its own words do not say it: in an answer, behind `increased to`, of a sum, of a half.

`How many sailors are held? – Seven.`, `the number of weekly buses will be increased to 12`, `will cost 30 million euros; Paris
pays 12 million of that`, `will bear half of the cost`.
"""

from __future__ import annotations

from dataclasses import replace

from briefing.consolidate.sentences import NOUNS, below, index_of, quote, sentence_before, verb_over
from briefing.consolidate.values.borne import estimated_noun
from briefing.knowledge import load_language
from briefing.model import Doc, Evidence, Quantity, Sentence, Span

OPENING = 2
"""Words among which the number of a bare answer stands, behind who speaks: `About seven.`, `Costa: Seven.`"""
HUNDRED = 100
BEHIND = 3
"""Words behind a half in which it is said of what it is."""


def completed(doc: Doc, number: int, quantity: Quantity) -> tuple[Quantity, int | None]:
    """A quantity with its unit, and the word that it is read at; None where no word says what is counted."""
    sentence = doc.sentences[number]
    own = index_of(sentence, quantity.span)
    if quantity.kind == "fraction":
        return (as_share(quantity), own) if is_of_a_noun(doc, sentence, own) else (quantity, None)
    if quantity.unit is not None or quantity.kind != "number":
        return quantity, own
    noun = estimated_noun(doc.article.language, sentence, quantity.span)
    noun = numbered_subject(doc, sentence, own, quantity) if noun is None else noun
    if noun is not None:
        return replace(quantity, unit=sentence.tokens[noun].lemma.lower()), noun
    if unit := asked_unit(doc, number, own):
        return replace(quantity, unit=unit), own
    coin = only_coin(doc, quantity)
    return (replace(quantity, unit=coin, kind="currency"), own) if coin else (quantity, None)


def as_share(quantity: Quantity) -> Quantity:
    """`half`: 50 percent."""
    return replace(quantity, value=float(quantity.value) * HUNDRED, unit="percent", kind="percent")


def is_of_a_noun(doc: Doc, sentence: Sentence, index: int | None) -> bool:
    """`half of the cost`, by place: trees hang `del coste` on the verb; not `half a kilometre` or `half of them`."""
    behind = [] if index is None else [t for t in sentence.tokens[index + 1 : index + 1 + BEHIND] if t.upos != "DET"]
    of = load_language("compare", "words")["of"][doc.article.language]
    return len(behind) > 1 and behind[0].form.lower() in of and behind[1].upos == "NOUN"


def numbered_subject(doc: Doc, sentence: Sentence, index: int | None, quantity: Quantity) -> int | None:
    """`the number of weekly buses will be increased to 12`: what its verb's subject numbers."""
    verb = verb_over(sentence, index) if index is not None else None
    if verb is None or index is None or sentence.tokens[index].head != verb:
        return None
    rows, language = load_language("compare", "words"), doc.article.language
    cases = {sentence.tokens[i].form.lower() for i in below(sentence, index, "case")}
    if quantity.from_value is None and cases.isdisjoint(rows["raised_to"][language]):  # not `down from 12`
        return None
    heads = [
        i for i in below(sentence, verb, "nsubj", "obj") if sentence.tokens[i].lemma.lower() in rows["numbering"][language]
    ]
    return next((i for head in heads for i in below(sentence, head, "nmod") if sentence.tokens[i].upos in NOUNS), None)


def question_before(doc: Doc, number: int, index: int | None) -> Sentence | None:
    """The question that a bare number answers."""
    before = sentence_before(doc, number)
    colon = next((i for i, t in enumerate(doc.sentences[number].tokens[: OPENING + 1]) if t.form == ":"), -1)
    if index is None or index - colon > OPENING or before is None or doc.sentences[before].kind not in {"question", "body"}:
        return None
    question = doc.sentences[before]
    return question if question.span.of(doc.article.text).rstrip().endswith("?") else None


def asked_unit(doc: Doc, number: int, index: int | None) -> str | None:
    """`How many sailors are held? – Seven.`: the noun behind `how many`."""
    question = question_before(doc, number, index)
    if question is None:
        return None
    asks = load_language("compare", "words")["how_many"][doc.article.language]
    at = next((i for i, token in enumerate(question.tokens) if token.form.lower() in asks), None)
    nouns = [] if at is None else [t for t in question.tokens[at + 1 : at + 1 + OPENING] if t.upos == "NOUN"]
    return nouns[0].lemma.lower() if nouns else None


def question_of(doc: Doc, number: int, quantity: Quantity) -> Evidence | None:
    """The question with its answer, where a number says without it nothing of what it counts."""
    sentence = doc.sentences[number]
    if quantity.kind != "number" or any(q.span == quantity.span and q.unit for q in doc.quantities):
        return None
    question = question_before(doc, number, index_of(sentence, quantity.span))
    return quote(doc.article, Span(question.span.start, sentence.span.stop)) if question else None


def only_coin(doc: Doc, quantity: Quantity) -> str | None:
    """`12 million of that`: the only coin in which the article tells sums."""
    scales = load_language("compare", "words")["borrowed_scales"]
    words = quantity.span.of(doc.article.text).lower().split()
    coins = {q.unit for q in doc.quantities if q.kind == "currency"}
    scaled = any(word.removesuffix("s").removesuffix("e") in scales for word in words)
    return coins.pop() if scaled and len(coins) == 1 else None


__all__ = ["completed", "question_before", "question_of"]

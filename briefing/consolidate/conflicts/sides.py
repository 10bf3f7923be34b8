"""The words of one side of a disagreement: the clause that carries its value, and what the value is measured in.

`2,000 marched, the organisers said; police put the number at 900` is two sides: each is shown with its own clause.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.consolidate.sentences import dates_in, index_of, is_verb, load_words, quantities_in, quote, says
from briefing.consolidate.values.estimates import printed
from briefing.consolidate.week import Week
from briefing.knowledge import load_language
from briefing.model import Claim, Doc, Evidence, Language, Quantity, Sentence, Span, Token

LONG = 30
"""Words from which on a sentence is cut to the clause of the value, also where the other side has another sentence."""
LEAST = 4
"""Words of a clause that can stand alone."""
UNITS = frozenset({"percent", "currency", "measure"})
"""Kinds of quantities whose unit is printed behind the number."""
MARKS = ",;:–—"


def words_of_sides(week: Week, claims: Sequence[Sequence[Claim]], values: Sequence[str]) -> list[list[Evidence]]:
    """The evidence of each side, every sentence cut to its clause where it is long or the other side's too."""
    shared = [c.evidence for told in claims for c in told]
    return [
        [clause_of_value(week, c, value, always=shared.count(c.evidence) > 1) for c in told]
        for told, value in zip(claims, values, strict=True)
    ]


def clause_of_value(week: Week, claim: Claim, value: str, *, always: bool) -> Evidence:
    doc = week.docs[claim.evidence.article]
    sentence = doc.sentences[claim.sentence]
    index = index_of_value(doc, sentence, value)
    if index is None or claim.evidence.start != sentence.span.start or not (always or len(sentence.tokens) >= LONG):
        return claim.evidence
    return quote(doc.article, clause_with(doc, sentence, index))


def index_of_value(doc: Doc, sentence: Sentence, value: str) -> int | None:
    """The word that gives the value, a number or a day, where the sentence gives it once."""
    spans = [q.span for q in quantities_of_value(doc, sentence, value)]
    spans += [d.span for d in dates_in(doc, sentence.span) if d.value == value]
    return index_of(sentence, spans[0]) if len(spans) == 1 else None


def quantities_of_value(doc: Doc, sentence: Sentence, value: str) -> list[Quantity]:
    number = value.partition(" ")[0]
    return [q for q in quantities_in(doc, sentence.span) if printed(q.value) == number]


def unit_of_value(week: Week, claims: Sequence[Claim], value: str) -> str | None:
    """`percent`, the code of a currency or a measure; nothing of what is counted."""
    for claim in claims:
        doc = week.docs[claim.evidence.article]
        found = quantities_of_value(doc, doc.sentences[claim.sentence], value)
        if len(found) == 1 and found[0].kind in UNITS:
            return found[0].unit
    return None


# ------------------------------------------------------------------ clauses


def clause_with(doc: Doc, sentence: Sentence, index: int) -> Span:
    """The clause of a word, with who says it; the whole sentence where only another clause says who."""
    tokens, language = sentence.tokens, doc.article.language
    starts = [0, *(i for i in range(1, len(tokens)) if opens_a_clause(doc, sentence, i)), len(tokens)]
    start = max(one for one in starts if one <= index)
    stop = min(one for one in starts if one > index)
    own: Sequence[Token] = tokens[start:stop]
    others = [*tokens[:start], *tokens[stop:]]
    if len(own) < LEAST or (not tells(doc, own) and tells(doc, others)):
        return sentence.span
    own = without_opener(language, own)
    if stop == len(tokens) and start == 0:
        own = without_relative(doc, own, index - start)
    if len(own) == len(tokens):
        return sentence.span
    last = sentence.span.stop if own[-1] is tokens[-1] else own[-1].span.stop
    return Span(own[0].span.start, last)


def opens_a_clause(doc: Doc, sentence: Sentence, index: int) -> bool:
    """Behind a semicolon, or a comma with `while`, `but`, `and`: each part with a subject and verb of its own."""
    tokens, openers = sentence.tokens, openers_of(doc.article.language)
    before = tokens[index - 1].form
    if not (before == ";" or (before == "," and tokens[index].form.lower() in openers)) or is_quoted(doc, tokens[index]):
        return False
    return all(has_own_verb(sentence, part) for part in (range(index), range(index, len(tokens))))


def has_own_verb(sentence: Sentence, part: range) -> bool:
    tokens = sentence.tokens
    return any(
        tokens[i].deprel.startswith("nsubj") and tokens[i].head in part and is_verb(tokens[tokens[i].head]) for i in part
    )


def is_quoted(doc: Doc, token: Token) -> bool:
    return any(q.kind != "indirect" and q.content.contains(token.span) for q in doc.quotes)


def tells(doc: Doc, tokens: Sequence[Token]) -> bool:
    """Whether some words say who says it: `the organisers said`, `according to the police`, `police put it at`."""
    words = load_words(doc.article.language)
    rows = load_language("compare", "words")
    counting = frozenset(rows["estimating"][doc.article.language]) | frozenset(rows["counting"][doc.article.language])
    said = any(token.lemma.lower() in words.saying | counting for token in tokens)
    return said or says(" ".join(token.form for token in tokens), tuple(words.sources))


def openers_of(language: Language) -> frozenset[str]:
    return frozenset(load_language("compare", "words")["clause_openers"][language])


def without_opener(language: Language, tokens: Sequence[Token]) -> Sequence[Token]:
    """Without the conjunction before a clause and the comma behind it."""
    openers, kept = openers_of(language), list(tokens)
    while len(kept) > LEAST and (kept[0].form in MARKS or kept[0].form.lower() in openers):
        kept.pop(0)
    while len(kept) > LEAST and kept[-1].form in MARKS:
        kept.pop()
    return kept


def without_relative(doc: Doc, tokens: Sequence[Token], index: int) -> Sequence[Token]:
    """Without the last clause, where a comma sets off a relative one that neither has the value nor says who says it."""
    relatives = frozenset(load_language("compare", "words")["relatives"][doc.article.language])
    cut = next(commas(tokens), None)
    opened = {t.form.lower() for t in tokens[cut + 1 : cut + 4]} & relatives if cut is not None else set()
    if cut is None or cut <= index or not opened or tells(doc, tokens[cut:]) or is_quoted(doc, tokens[cut]):
        return tokens
    return tokens[:cut]


def commas(tokens: Sequence[Token]) -> Iterator[int]:
    """The commas, the last one first."""
    return (i for i in range(len(tokens) - 1, LEAST, -1) if tokens[i].form == ",")


__all__ = ["clause_with", "unit_of_value", "words_of_sides"]

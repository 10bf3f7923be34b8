"""One wish that an article tells twice: each time the same thing is all that a government wants, or all that it concedes.

`insists that the talks must be limited to fishing`, `insists on talking only about fishing`: whatever else the two sentences
say, who wants nothing but one thing wants nothing but that, and the two are one position.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefing.consolidate.sentences import below, sense_of
from briefing.consolidate.week import SentenceKey, Week
from briefing.knowledge import load_language
from briefing.model import Doc, Sentence, Statement
from briefing.model.trees import children_of

TELLING = frozenset({"NOUN", "PROPN", "ADJ", "VERB"})
CLAUSES = frozenset({"acl", "advcl", "parataxis", "ccomp", "conj", "appos"})
"""What hangs on a thing and is not of it; the other things of a list are things of their own."""


def is_one_restriction(week: Week, left: Statement, right: Statement) -> bool:
    """Whether two statements of one article, by one act, restrict what is wanted to one thing."""
    if left.evidence.article != right.evidence.article or not left.act or left.act != right.act:
        return False
    mine, theirs = (all_that_is_wanted(week, (one.evidence.article, one.sentence)) for one in (left, right))
    return any(a <= b or b <= a for a in mine for b in theirs)


def all_that_is_wanted(week: Week, key: SentenceKey) -> tuple[frozenset[str], ...]:
    """The things to which a sentence restricts something, each as what its words mean."""
    doc = week.docs[key[0]]
    sentence = doc.sentences[key[1]]
    things = (meaning(doc, sentence, index) for head in restricted(doc, sentence) for index in listed(sentence, head))
    return tuple(thing for thing in things if thing)


def restricted(doc: Doc, sentence: Sentence) -> Iterator[int]:
    """The nouns behind `only`, `limited to`; none where that is denied: `not only arms`, `is not limited to arms`."""
    tables, language = load_language("compare", "words"), doc.article.language
    only, limiting, to = (tables[row][language] for row in ("nothing_but", "limiting", "limited_to"))
    for index, token in enumerate(sentence.tokens):
        if token.form.lower() in only and token.upos == "ADV" and not is_denied(doc, sentence, index):
            yield from restricted_by_adverb(sentence, index)
        elif token.lemma.lower() in limiting and token.upos in TELLING and not is_denied(doc, sentence, index):
            marked = below(sentence, index, "obl", "nmod", "obj")
            yield from (i for i in marked if any(sentence.tokens[c].form.lower() in to for c in below(sentence, i, "case")))


def restricted_by_adverb(sentence: Sentence, index: int) -> list[int]:
    """`only on a technical basis`: the noun on which it hangs, or, of a verb, the one whose words follow at once."""
    tokens, head = sentence.tokens, sentence.tokens[index].head
    if head < 0 or index > head + 1:
        return []
    if tokens[head].upos in {"NOUN", "PROPN"}:
        return [head] if index < head else []
    behind = below(sentence, head, "obl", "obj", "nmod")
    return [i for i in behind if min([i, *below(sentence, i)]) == index + 1]


def is_denied(doc: Doc, sentence: Sentence, index: int) -> bool:
    words = load_language("compare", doc.article.language)["negations"]
    near = [*range(max(0, index - 1), index), *below(sentence, index, "advmod")]
    return any(sentence.tokens[i].form.lower() in words for i in near)


def listed(sentence: Sentence, head: int) -> list[int]:
    """A thing and the further ones of its list, on whichever word of it a parser hangs them."""
    return [head, *(c for i in phrase(sentence, head) for c in below(sentence, i, "conj"))]


def meaning(doc: Doc, sentence: Sentence, head: int) -> frozenset[str]:
    """The concepts that a thing's words name, and the senses of the words that name none; whose it is, is not asked."""
    countries = [mention.span for mention in doc.mentions if sentence.span.contains(mention.span)]
    words = (sentence.tokens[i] for i in phrase(sentence, head) if sentence.tokens[i].upos in TELLING)
    own = [token for token in words if not any(span.contains(token.span) for span in countries)]
    named = {token.span.start: c.concept for token in own for c in doc.concepts if c.span.contains(token.span)}
    concepts = (f"concept:{concept}" for concept in named.values())
    return frozenset((*concepts, *(sense_of(doc.article.language, t) for t in own if t.span.start not in named)))


def phrase(sentence: Sentence, head: int) -> list[int]:
    """A noun and what hangs on it up to a comma, without clauses and the further things of its list."""
    children, tokens = children_of(sentence.tokens), sentence.tokens
    comma = next((i for i in range(head, len(tokens)) if tokens[i].form == ","), len(tokens))
    found, queue = [], [head]
    while queue:
        found.append(queue.pop())
        queue.extend(c for c in children[found[-1]] if c < comma and tokens[c].deprel.split(":")[0] not in CLAUSES)
    return sorted(found)


__all__ = ["is_one_restriction"]

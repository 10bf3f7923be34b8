"""What has a value, by the words just before and behind its number: `the contract, put at 90 million`, `90 million of debt`.

Read by place and not by the tree: around signs of money and long numbers trees are least to be trusted.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping, Sequence

from briefing.consolidate.conflicts.tellings import Alternatives
from briefing.consolidate.sentences import below, is_verb, load_words
from briefing.knowledge import load_language
from briefing.model import Language, Quantity, Sentence, Span, Token

BEFORE = 14
"""Words before a number in which what has this value is named."""
BEHIND = 5
"""Words behind a number in which what is counted is named: `cifró en 90 el número de camiones`."""
VALUED = frozenset({"deed:price", "deed:owe", "deed:expel", "deed:lessen", "deed:rise"})
"""Classes of deeds that name what is measured, as their nouns do: `owes`, `debt`."""


def borne(language: Language, sentence: Sentence, called: Sequence[Alternatives], quantity: Quantity) -> Alternatives:
    """What the nouns before a number may be called, back to the verb that it hangs on, and the noun behind its `of`; behind a
    share also with its article: `40 percent of the cost`."""
    tokens = sentence.tokens
    inside = [i for i, token in enumerate(tokens) if quantity.span.overlaps(token.span)]
    share = quantity.kind == "percent"
    if not inside:
        return frozenset()
    found: set[str] = set()
    for index in range(inside[0] - 1, max(-1, inside[0] - 1 - BEFORE), -1):
        token = tokens[index]
        found |= classes_of(language, token) & VALUED
        if token.upos == "NOUN" or called[index] & parts_of():
            found |= called[index]
        elif is_verb(token) and not is_measuring(language, token):
            break
    following = [i for i in range(inside[-1] + 1, len(tokens)) if not (share and is_article_within(sentence, i))][:2]
    return frozenset(found | behind(language, sentence, called, following, named=bool(found)))


def is_article_within(sentence: Sentence, index: int) -> bool:
    """The article of `of the cost`."""
    return index > 0 and sentence.tokens[index].upos == "DET" and sentence.tokens[index - 1].upos == "ADP"


def is_put_at(language: Language, sentence: Sentence, number: Span) -> bool:
    """`estimates the repairs at 64 million euros, of which it wants …`: the verb before a number says what something costs."""
    tokens, estimating = sentence.tokens, load_language("compare", "words")["estimating"][language]
    first = next((i for i, token in enumerate(tokens) if number.overlaps(token.span)), 0)
    verbs = [i for i in range(max(0, first - BEFORE), first) if is_verb(tokens[i]) and tokens[i].upos != "AUX"]
    return bool(verbs) and tokens[verbs[-1]].lemma.lower() in estimating


def behind(
    language: Language, sentence: Sentence, called: Sequence[Alternatives], following: Sequence[int], *, named: bool
) -> Alternatives:
    """`90 million of debt`, `90 million owed to`, `put at 90 million the debt`."""
    tokens = [sentence.tokens[index] for index in following]
    if len(tokens) < 2:
        return frozenset()
    of = load_language("compare", "words")["of"][language]
    opens = tokens[0].form.lower() in of or (not named and tokens[0].upos == "DET")
    if opens and tokens[1].upos == "NOUN":
        return called[following[1]] | (classes_of(language, tokens[1]) & VALUED)
    return classes_of(language, tokens[0]) & VALUED


def estimated_noun(language: Language, sentence: Sentence, number: Span) -> int | None:
    """The noun of which a number is said: `90 reindeer`, `90 of its citizens`, `cifró en 90 los camiones`."""
    rows, tokens = load_language("compare", "words"), sentence.tokens
    inside = [i for i, token in enumerate(tokens) if number.overlaps(token.span)]
    if said_of := [i for one in inside for i in counted_by_copula(sentence, one)]:
        return said_of[0]
    over = tokens[inside[-1]].head if inside and tokens[inside[-1]].deprel.startswith("nummod") else -1
    if over >= 0 and tokens[over].upos == "NOUN":
        return over
    owned = range(inside[-1] + 1, min(len(tokens), inside[-1] + 1 + BEHIND)) if inside else range(0)
    if len(owned) > 2 and tokens[owned[0]].form.lower() in rows["of"][language] and tokens[owned[1]].feat("Poss") == "Yes":
        return next((i for i in owned if tokens[i].upos == "NOUN"), None)
    before = range(max(0, inside[0] - BEFORE), inside[0]) if inside else range(0)
    verb = next((i for i in reversed(before) if tokens[i].lemma.lower() in rows["estimating"][language]), None)
    if verb is None:
        return None
    numbered = any(tokens[i].lemma.lower() in rows["numbering"][language] for i in below(sentence, verb, "obj", "nsubj"))
    if numbered and tokens[verb].deprel.startswith("acl"):  # `los camiones, cuyo número estimó en 90`
        return tokens[verb].head
    around = [*range(verb + 1, inside[0]), *range(inside[-1] + 1, min(len(tokens), inside[-1] + 1 + BEHIND))]
    nouns = [i for i in around if tokens[i].upos == "NOUN"]
    counted = bool(nouns) and tokens[nouns[0]].lemma.lower() in rows["numbering"][language]
    return next(iter(nouns[counted:]), None)


def counted_by_copula(sentence: Sentence, number: int) -> list[int]:
    """`los camiones señalados fueron 43`."""
    subjects = below(sentence, number, "nsubj") if below(sentence, number, "cop") else []
    return [i for i in subjects if sentence.tokens[i].upos == "NOUN"]


def is_measuring(language: Language, token: Token) -> bool:
    """`put at`, `amounts to`, `is`: a verb between a thing and its value."""
    return token.upos == "AUX" or token.lemma.lower() in load_language("compare", "words")["measuring"][language]


def classes_of(language: Language, token: Token) -> Alternatives:
    """The classes of a word's deed; `retenido` is what `retener` does."""
    return frozenset().union(*(deed_classes().get((language, verb), frozenset()) for verb in verbs_of(language, token)))


def phrases(sentence: Sentence, verb: int) -> Iterator[str]:
    """`send back`, `take into custody`, `poner en libertad`: a verb with what stands beside it."""
    tokens, lemma = sentence.tokens, sentence.tokens[verb].lemma.lower()
    beside = {*below(sentence, verb, "advmod", "compound"), min(verb + 1, len(tokens) - 1)}
    yield from (f"{lemma} {tokens[i].form.lower()}" for i in sorted(beside))
    objects = below(sentence, verb, "obj")
    for one in [*below(sentence, verb, "obl"), *(i for obj in objects for i in below(sentence, obj, "nmod"))]:
        yield from (f"{lemma} {tokens[i].form.lower()} {tokens[one].lemma.lower()}" for i in below(sentence, one, "case"))


def verbs_of(language: Language, token: Token) -> list[str]:
    """The lemma of a word, and those of which it may be the participle."""
    lemma, endings = token.lemma.lower(), load_words(language).participles
    return [lemma, *(lemma.removesuffix(end) + verb for end, verb in endings if lemma.endswith(end))]


@functools.cache
def parts_of() -> frozenset[str]:
    """What parts of a thing are called."""
    return frozenset(f"concept:{name}" for name in load_language("compare", "words")["parts_of"])


@functools.cache
def deed_classes() -> Mapping[tuple[str, str], Alternatives]:
    found: dict[tuple[str, str], Alternatives] = {}
    for name, row in load_language("compare", "words")["deeds_alike"].items():
        for language, lemmas in row.items():
            for lemma in lemmas:
                found[language, lemma] = found.get((language, lemma), frozenset()) | {f"deed:{name}"}
    return found


@functools.cache
def counted_names() -> Mapping[tuple[str, str], Alternatives]:
    """What a word for something counted may be called beside its sense: `boxes`, `contenedores`."""
    found: dict[tuple[str, str], Alternatives] = {}
    for number, row in enumerate(load_language("compare", "words")["counted_alike"]):
        for language, nouns in row.items():
            for noun in nouns:
                found[language, noun] = found.get((language, noun), frozenset()) | {f"counted:{number}"}
    return found


__all__ = [
    "borne",
    "classes_of",
    "counted_names",
    "deed_classes",
    "estimated_noun",
    "is_put_at",
    "parts_of",
    "phrases",
    "verbs_of",
]

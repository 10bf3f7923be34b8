"""The verbs that a number or a day stands under, and who or what is their subject."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.consolidate.sentences import NOUNS, above, below, is_participle, is_verb, verb_over
from briefing.consolidate.values.borne import classes_of
from briefing.consolidate.values.valued import is_estimating
from briefing.knowledge import load_language
from briefing.model import Language, Sentence, Token
from briefing.model.trees import is_present_participle

PRICED = "deed:price"
"""The class of what something costs, nouns too."""


def verbs_around(language: Language, sentence: Sentence, index: int) -> list[int]:
    """The participle or relative clause of what is counted, or of `the crews of 11 boats`; else the verb over it."""
    tokens = sentence.tokens
    above_it = [i for i in list(above(sentence, index))[:1] if tokens[i].upos in NOUNS]
    deed = [i for i in above_it if is_deed(language, tokens[i])] or [
        i for i in below(sentence, index, "nmod") if is_lasting(language, tokens[i])
    ]
    said = [i for one in (index, *above_it) for i in below(sentence, one, "acl", "amod")]
    own = [i for i in said if is_participle(tokens[i]) or is_verb(tokens[i])]
    over = verb_over(sentence, index)
    if over is not None and own and all(is_present_participle(tokens[i]) for i in own):  # `seized 14 barges carrying timber`
        return [*with_predicates(language, sentence, over, index), *own]
    head = tokens[index].head
    told = [head] if head >= 0 and tokens[head].upos == "ADJ" and tokens[index].deprel.startswith("nsubj") else []
    return own or told or deed or (with_predicates(language, sentence, over, index) if over is not None else [])


def stands_under(language: Language, sentence: Sentence, index: int, row: str) -> bool:
    """Whether a number is under a word of a row: `had asked for a fee of 260 dollars`, `a proposal to cut the fee to 18`.

    `demands the release of 31 fishermen` asks for no number: a noun of which one knows stands between; nor does `asked for a
    delay after a rise of 14 %`, or `asked it to stop after 64 people had been left`.
    """
    compared = load_language("compare", "words")
    tokens, words = sentence.tokens, compared[row][language]
    for one in (index, *above(sentence, index)):
        if any(tokens[i].form.lower() in compared["behind_what_was"][language] for i in below(sentence, one, "case", "mark")):
            return False
        if tokens[one].form.lower() in compared["behind_what_was"][language]:  # `después de que 64 fueran dejados`
            return False
        if tokens[one].lemma.lower() in words:
            return True
        if tokens[one].deprel == "nsubj":  # `30 cows wait`, `30 fishermen demand`: they do it
            return False
        if tokens[one].upos in NOUNS and is_definite(sentence, one):
            return False
    return False


def is_definite(sentence: Sentence, noun: int) -> bool:
    """`the 31 fishermen`, also where the tree hangs the article on the number."""
    dets = (d for one in (noun, *below(sentence, noun, "nummod")) for d in below(sentence, one, "det"))
    return any(sentence.tokens[i].feat("Definite") == "Def" for i in dets)


def is_deed(language: Language, token: Token) -> bool:
    """`la detención de 20 pescadores`: a noun that tells what was done to those counted."""
    return token.lemma.lower() in load_language("compare", "words")["nouns_of_deeds"][language]


def is_lasting(language: Language, token: Token) -> bool:
    """`20 hours of closure`: a noun that says what lasts so long."""
    return token.lemma.lower() in load_language("compare", "words")["nouns_of_lasting"][language]


def with_predicates(language: Language, sentence: Sentence, verb: int, index: int) -> list[int]:
    """A verb with its governors, what it makes others do (`forced 60 to close`), how they remain (`siguen parados`)."""
    tokens = sentence.tokens
    remaining = [i for i in below(sentence, verb, "xcomp", "obj") if tokens[i].upos == "ADJ"]
    made = [*below(sentence, verb, "xcomp"), *(i for i in below(sentence, index, "acl") if tokens[i].feat("VerbForm") == "Inf")]
    causes = tokens[verb].lemma.lower() in load_language("compare", "words")["causing"][language]
    return [*remaining, *(made if causes else ()), *with_governors(sentence, verb)]


def costs_of(language: Language, sentence: Sentence, verbs: Sequence[int]) -> list[int]:
    """`whose cost he put at 40 million`: the nouns for a cost beside a verb that says how much."""
    saying = [verb for verb in verbs if is_estimating(language, sentence.tokens[verb])]
    nouns = [i for verb in saying for i in below(sentence, verb, "nsubj", "obj") if sentence.tokens[i].upos == "NOUN"]
    return [i for i in nouns if PRICED in classes_of(language, sentence.tokens[i])]


def bearers(sentence: Sentence, verbs: Sequence[int], costs: Sequence[int]) -> list[int]:
    """The subjects of verbs; of a cost that is put at so much, what costs it."""
    if not costs:
        return [i for verb in verbs for i in below(sentence, verb, "nsubj")]
    of = [i for cost in costs for i in below(sentence, cost, "nmod", "compound")]
    heads = [*of, *(i for verb in verbs for i in antecedents(sentence, verb))]
    return [*heads, *(i for head in heads for i in below(sentence, head, "nmod", "compound"))]


def with_governors(sentence: Sentence, verb: int) -> list[int]:
    """`will start running`, `wants them to pay`: a verb and those whose object it is."""
    found, tokens = [verb], sentence.tokens
    while tokens[found[-1]].deprel.split(":")[0] == "xcomp" and is_verb(tokens[tokens[found[-1]].head]):
        found.append(tokens[found[-1]].head)
    return found


def antecedents(sentence: Sentence, verb: int) -> list[int]:
    """What a relative clause or a participle is said of, and what stands beside that: `Petkov, a trader arrested in Szeged`."""
    tokens = sentence.tokens
    if tokens[verb].deprel.split(":")[0] not in {"acl", "amod"}:
        return []
    head = tokens[verb].head
    over = [tokens[head].head] if tokens[head].deprel == "appos" else []
    return [head, *over, *below(sentence, head, "appos")]


__all__ = ["PRICED", "antecedents", "bearers", "costs_of", "is_lasting", "stands_under", "verbs_around", "with_governors"]

"""Whether so many are there, or are allowed, asked for or planned; what becomes of them; and how often it is so many.

`a monthly quota of 900 tonnes`, `700 tonnes are stranded`, `the 800 tonnes that it had asked for`: of none of these is another
number of the same good a rival.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.consolidate.sentences import above, below, is_participle, is_verb
from briefing.consolidate.values.borne import verbs_of
from briefing.knowledge import load_language
from briefing.model import Language, Sentence, Span

APART = frozenset({"acl", "advcl", "parataxis"})
"""Clauses that say something of their own, not what is asked for in the one that they belong to."""
OWN = ("acl", "amod", "nmod", "compound", "aux", "xcomp", "obl", "obj", "mark", "nsubj")
"""What stands beside the words over a number and says how matters stand with it."""
BESIDE_A_VERB = ("cop", "advmod", "xcomp", "aux")
"""What tells of a deed that it lasts: `permanecen detenidos`, `are still held`."""
BESIDE = 60
"""So many letters before and behind a number may say how often."""
NEAR = 6
"""So many words before and behind a number's noun may say how it stands."""
ENDS = re.compile(r"[,;:()]\s")


def standings_of(language: Language, sentence: Sentence, index: int) -> frozenset[str]:
    """`allowed`, `asked`, `planned`: of what a number is under, or of the words of its own noun."""
    rows = load_language("compare", "words")["standings"]
    words = {word for one in words_over(language, sentence, index) for word in names_of(language, sentence, one)}
    return frozenset(name for name, row in rows.items() if not words.isdisjoint(row[language]))


def states_of(language: Language, sentence: Sentence, index: int) -> frozenset[int]:
    """What becomes of the things that a number counts or measures."""
    rows = load_language("compare", "words")["states"]
    words = {word for one in words_of_deed(sentence, index) for word in names_of(language, sentence, one)}
    return frozenset(number for number, row in enumerate(rows) if not words.isdisjoint(row[language]))


def is_told_as(language: Language, sentence: Sentence, index: int, row: str) -> bool:
    """Whether what is said of a number has a word of a row: `34 drivers remain in custody`, `28 tonnes were removed`."""
    words = load_language("compare", "words")[row][language]
    said = list(words_of_deed(sentence, index))
    said += [child for one in said for child in below(sentence, one, *BESIDE_A_VERB)]
    return any(names_of(language, sentence, one).intersection(words) for one in said)


def paces_of(sentence: Sentence, number: Span, text: str) -> frozenset[str]:
    """`month`: how often it is so many, by the words of its own part of the sentence."""
    rows = load_language("compare", "words")["paces"]
    before = ENDS.split(text[max(sentence.span.start, number.start - BESIDE) : number.start])[-1]
    behind = ENDS.split(text[number.stop : min(sentence.span.stop, number.stop + BESIDE)])[0]
    said = f"{before}{text[number.start : number.stop]}{behind}".lower()
    return frozenset(name for name, row in rows.items() if re.search(row, said))


def is_condition(language: Language, before: str) -> bool:
    """Whether the words before a number make it part of what would have to be done first: `unless it pays 3 million`."""
    words = "|".join(map(re.escape, load_language("compare", "words")["on_condition"][language]))
    return bool(re.search(rf"\b(?:{words})\b", ENDS.split(before.lower())[-1]))


def names_of(language: Language, sentence: Sentence, index: int) -> set[str]:
    token = sentence.tokens[index]
    return {token.lemma.lower(), token.form.lower(), *verbs_of(language, token)}


def is_known_sum(language: Language, sentence: Sentence, index: int) -> bool:
    """`asked him to suspend the fee of 75 dollars`: what stands over a sum that there is says nothing of how much it is."""
    sums = load_language("compare", "words")["sums_there_are"][language]
    definite = any(sentence.tokens[i].feat("Definite") == "Def" for i in below(sentence, index, "det"))
    return definite and sentence.tokens[index].lemma.lower() in sums


def words_over(language: Language, sentence: Sentence, index: int) -> Iterator[int]:
    """A number's noun, what is said of it, and the words over both up to a clause of its own."""
    tokens = sentence.tokens
    yield from words_near(sentence, index)
    yield from with_own(sentence, index)
    one = index
    while tokens[one].deprel.split(":")[0] not in APART and tokens[one].head >= 0:
        if is_known_sum(language, sentence, one):
            return
        one = tokens[one].head
        yield one
        yield from (i for i in below(sentence, one, "aux", "acl", "amod", "compound"))


def words_near(sentence: Sentence, index: int) -> Iterator[int]:
    """The words just before and behind a noun, up to a comma or what opens a clause: a tree is often wrong about these."""
    for way in (range(index - 1, max(-1, index - 1 - NEAR), -1), range(index + 1, min(len(sentence.tokens), index + 1 + NEAR))):
        for one in way:
            if sentence.tokens[one].upos in {"PUNCT", "SCONJ", "CCONJ", "PRON"}:
                break
            yield one


def with_own(sentence: Sentence, index: int) -> Iterator[int]:
    """A noun with its attributes; of a clause behind it only a participle: `suggested by Paris`."""
    yield index
    for child in below(sentence, index, "acl", "amod", "nmod", "compound"):
        if not is_relative(sentence, child):
            yield child


def is_relative(sentence: Sentence, index: int) -> bool:
    return (
        sentence.tokens[index].deprel != "amod"
        and is_verb(sentence.tokens[index])
        and any(sentence.tokens[i].upos == "PRON" for i in below(sentence, index))
    )


def words_of_deed(sentence: Sentence, index: int) -> Iterator[int]:
    """The noun of a number, the nouns over it up to their verb, that verb, and what is said beside these."""
    for one in (index, *above(sentence, index)):
        yield one
        yield from below(sentence, one, *OWN)
        if is_verb(sentence.tokens[one]) or (one != index and is_participle(sentence.tokens[one])):
            return


__all__ = ["is_condition", "is_told_as", "paces_of", "standings_of", "states_of"]

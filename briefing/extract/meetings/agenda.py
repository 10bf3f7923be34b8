"""What a meeting is about, in the words of its sentence: what for, about what, what will be discussed there.

`se reunirán en Lima para negociar la veda`, `spoke about tuna licences`, `a meeting that will cover visas`.  Only a phrase that
can be read without the rest of its article is taken: nothing that points elsewhere, no day, no clause of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import dropwhile, takewhile

from briefing.extract.claims import evidence_of
from briefing.extract.reading import Reading, mention_at
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.moods import is_conditional, is_negated
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, is_relation, is_verbal, mark_of, subtree
from briefing.model import Evidence, Span, Token

LONGEST = 24
"""Words of a phrase that says what a meeting is about."""
ENDS = frozenset(';:—–()[]«»“”"…?¿')
"""Marks at which such a phrase ends."""
BEHIND_VERB = 4
"""Words from a verb on among which `as well`, `asimismo` says that it tells one thing more."""
BESIDE = ("parataxis", "advcl", "vocative", "discourse")
"""What hangs on a phrase's head and is told beside it."""
CONTENT = frozenset({"NOUN", "PROPN"})
LINKS = frozenset({"PUNCT", "CCONJ", "ADP", "DET", "SCONJ"})
COMPLEMENTS = ("obj", "ccomp", "xcomp", "csubj", "nmod", "acl")
"""What a word's phrase is not whole without."""


def agenda_of(reading: Reading, tree: Tree, head: int, host: int) -> tuple[Evidence, ...]:
    """The first phrase of the sentence by which the meeting's noun or verb says what it is about."""
    for rule in RULES:
        for indices in rule(reading, tree, (head, host)):
            span = matter_span(reading, tree, indices)
            if span is not None:
                return (evidence_of(reading, span),)
    return ()


Rule = Callable[[Reading, Tree, Sequence[int]], Iterator[Sequence[int]]]


def what_it_is_about(reading: Reading, tree: Tree, heads: Sequence[int]) -> Iterator[Sequence[int]]:
    """`a call about fishing`, `talks on fishing`, `habló con su colega sobre la veda`."""
    for index in subtree(tree, heads[-1]):
        above = behind_the_day(reading, tree, tree.tokens[index].head, heads)
        elsewhere = tree.tokens[index].lemma.lower() in reading.words.no_matters  # `talks on the sidelines of the summit`
        if above < 0 or elsewhere or not is_relation(tree.tokens[index], "obl", "nmod"):
            continue
        cases = reading.words.about_cases
        if is_of_an_occasion(reading, tree, above):
            cases = cases | reading.words.about_occasions
        if tree.tokens[above].lemma.lower() in reading.words.meeting_bodies:
            continue  # `the Committee on Fisheries`: its name
        if case_of(tree, index) in cases and hangs_on(reading, tree, above, heads):
            yield phrase(tree, index)


def behind_the_day(reading: Reading, tree: Tree, above: int, heads: Sequence[int]) -> int:
    """`held talks on March 12 on cod`, `met last week on cod`: where a parser hangs the matter on the day, or on the verb."""
    while above >= 0 and any(date.span.overlaps(tree.tokens[above].span) for date in reading.doc.dates):
        above = tree.tokens[above].head
    return heads[0] if above == heads[-1] and tree.tokens[heads[0]].upos == "NOUN" else above


def is_of_an_occasion(reading: Reading, tree: Tree, index: int) -> bool:
    """`talks on fishing`, `talks with the minister, Per Lund, on fishing`: a noun of meeting, or somebody beside one."""
    while index >= 0 and tree.tokens[index].upos in CONTENT:
        if tree.tokens[index].upos == "NOUN" and tree.tokens[index].lemma.lower() in reading.words.occasions:
            return True
        if not is_beside(reading, tree, index):
            return False
        index = tree.tokens[index].head
    return False


def what_it_is_for(reading: Reading, tree: Tree, heads: Sequence[int]) -> Iterator[Sequence[int]]:
    """`se reunirán para negociar la veda`, `will visit Lima to sign a treaty`."""
    for index in subtree(tree, heads[-1]):
        token = tree.tokens[index]
        above = behind_the_place(reading, tree, token.head, heads)
        if index < min(heads) or not is_purpose(reading, tree, index) or not hangs_on(reading, tree, above, heads):
            continue
        content = tree.tokens[token.head].lemma.lower() in reading.words.with_content  # `agreed to limit`
        own = above in heads and not content and is_relation(token, "advcl", "acl", "obl")
        more = is_one_thing_more(reading, tree, index)
        if not more and (own or token.lemma.lower() in reading.words.discussing | reading.words.signing):
            yield clause(reading, tree, index)


def behind_the_place(reading: Reading, tree: Tree, above: int, heads: Sequence[int]) -> int:
    """`se verán en el puente para hablar de peajes`: what a parser hangs on the place is what they meet there for."""
    top, cases = above, reading.words.place_cases
    while is_relation(tree.tokens[top], "nmod") and case_of(tree, top) not in cases and top not in heads:
        top = tree.tokens[top].head
    place = is_relation(tree.tokens[top], "obl", "nmod") and case_of(tree, top) in cases and top not in heads
    return tree.tokens[top].head if place else above


def what_for(reading: Reading, tree: Tree, heads: Sequence[int]) -> Iterator[Sequence[int]]:
    """`will visit Oslo for the opening of the tunnel`, `viajará a la firma del acuerdo`, `con el fin de acordar tarifas`."""
    for index in subtree(tree, heads[-1]):
        token, lemma = tree.tokens[index], tree.tokens[index].lemma.lower()
        if token.head < 0 or not is_relation(token, "obl", "nmod") or not hangs_on(reading, tree, token.head, heads):
            continue
        case = case_of(tree, index)
        if case in reading.words.purpose_cases and lemma in reading.words.purpose_nouns and children(tree, index, "nmod"):
            yield [*first_words(tree, index), *phrase(tree, index)]
        if case and lemma in reading.words.aims:
            bare = (c for c in children(tree, index, "acl") if tree.tokens[c].feat("VerbForm") == "Inf")
            yield from (without_mark(tree, c, clause(reading, tree, c)) for c in bare)


def without_mark(tree: Tree, index: int, words: Sequence[int]) -> Sequence[int]:
    marks = {i for c in children(tree, index, "mark", "case") for i in subtree(tree, c)}
    return [i for i in words if i not in marks]


def first_words(tree: Tree, index: int) -> Sequence[int]:
    """A noun's preposition, where it stands right before it."""
    return [i for c in children(tree, index, "case") for i in subtree(tree, c)]


def is_purpose(reading: Reading, tree: Tree, index: int) -> bool:
    token, words = tree.tokens[index], reading.words
    first, _, rest = mark_of(tree, index).partition(" ")
    mark = rest if first in words.until_cases else mark_of(tree, index)  # `has until [March 15 to reply]`, by a parser
    if not is_verbal(token) or mark not in words.purposes or token.lemma.lower() in words.no_purposes:
        return False
    return not is_negated(reading, tree, index)


def what_they_discuss(reading: Reading, tree: Tree, heads: Sequence[int]) -> Iterator[Sequence[int]]:
    """`una reunión en la que abordarán la veda`, `met Petit and discussed visas`."""
    for index in subtree(tree, heads[-1]):
        token = tree.tokens[index]
        told = is_relation(token, "acl") or (
            token.head in heads and (is_relation(token, "conj") or is_there(reading, tree, index))
        )
        there = is_there(reading, tree, index)  # `en la sede del ministerio, donde hablaron de la veda`
        above = behind_the_place(reading, tree, token.head, heads) if there else token.head
        if told and index > heads[0] and hangs_on(reading, tree, above, heads):
            yield from discussed(reading, tree, index)
        elif is_relation(token, "amod") and index > heads[0] and hangs_on(reading, tree, token.head, heads):
            found = dealt_with(reading, tree, index)  # `una cita dedicada a los peajes [y a la tarifa]`
            yield from (list(takewhile(lambda i: not is_second(tree, i), words)) for words in found)


def is_second(tree: Tree, index: int) -> bool:
    """`y a`: what has a preposition of its own, which the words before it have lost."""
    behind = tree.tokens[index + 1 : index + 2]
    return tree.tokens[index].upos == "CCONJ" and bool(behind) and behind[0].upos == "ADP"


def is_there(reading: Reading, tree: Tree, index: int) -> bool:
    """`will travel to Sofia, where he will sign a contract`."""
    words = {tree.tokens[c].form.lower() for c in children(tree, index, "advmod", "obl")}
    return is_relation(tree.tokens[index], "advcl", "acl") and bool(words & reading.words.relatives_of_place)


def what_it_treats(reading: Reading, tree: Tree, heads: Sequence[int]) -> Iterator[Sequence[int]]:
    """`La reunión abordará los visados`, `the talks will focus on prices`, `sirvió para repasar los contratos`."""
    verb = tree.tokens[heads[0]].head
    if verb < 0 or not is_relation(tree.tokens[heads[0]], "nsubj"):
        verb = heads[0]  # `The meeting dealt with …`, where a parser hangs the verb on the noun
    if is_denied_above(reading, tree, verb):
        return
    for index in (verb, *children(tree, verb, "conj", "acl")):
        if is_verbal(tree.tokens[index]) and not is_relation(tree.tokens[index], "acl:relcl"):
            yield from discussed(reading, tree, index)
            yield from served(reading, tree, index)


def is_denied_above(reading: Reading, tree: Tree, verb: int) -> bool:
    """`descartó que la visita trate de límites`, `denied that the talks covered visas`, `no dijo que …`."""
    for index in ancestors(tree, verb):
        match = match_act(reading, tree, index)
        refused = match is not None and match[0].stance in {"denies", "rejects"}
        if refused or (is_verbal(tree.tokens[index]) and is_negated(reading, tree, index)):
            return True
    return False


def served(reading: Reading, tree: Tree, verb: int) -> Iterator[Sequence[int]]:
    """`sirvió para repasar los contratos`, `is aimed at opening the market`: the verb that it serves."""
    if is_negated(reading, tree, verb) or is_conditional(reading, tree, verb):
        return
    for index in children(tree, verb, "advcl", "xcomp", "obl", "ccomp"):
        told = f"{tree.tokens[verb].lemma.lower()} {mark_of(tree, index)}".strip()
        if is_verbal(tree.tokens[index]) and told in reading.words.serving:
            yield without_mark(tree, index, clause(reading, tree, index))


RULES: tuple[Rule, ...] = (what_it_is_for, what_for, what_it_is_about, what_they_discuss, what_it_treats)


def discussed(reading: Reading, tree: Tree, verb: int) -> Iterator[Sequence[int]]:
    """What a verb of discussing has as its object, or behind its preposition; nothing denied, possible or besides."""
    words, lemma = reading.words, tree.tokens[verb].lemma.lower()
    if not is_verbal(tree.tokens[verb]) or is_negated(reading, tree, verb) or is_conditional(reading, tree, verb):
        return
    if is_one_thing_more(reading, tree, verb):
        return
    if lemma in words.signing and tree.tokens[verb].feat("VerbForm") == "Inf":
        yield [i for i in clause(reading, tree, verb) if i >= verb]  # `They'll sign an accord on joint patrols`
    if lemma in words.discussing | words.signing:
        passive = bool(children(tree, verb, "expl"))  # `se negociarán las tasas`
        named = children(tree, verb, "obj", "nsubj") if passive else children(tree, verb, "obj")
        yield from (phrase(tree, c) for c in named if c > verb)
    yield from dealt_with(reading, tree, verb)


def is_one_thing_more(reading: Reading, tree: Tree, verb: int) -> bool:
    """`con quien abordará también el paso`: besides what they meet about, which other words tell."""
    near = [tree.tokens[c] for c in children(tree, verb, "advmod", "obl")]
    near += [tree.tokens[i] for c in children(tree, verb, "obj", "obl") for i in children(tree, c, "advmod")]
    said = " ".join(token.form.lower() for token in tree.tokens[verb : verb + BEHIND_VERB])
    alone = {token.form.lower() for token in near} & reading.words.more
    return bool(alone) or any(f" {phrase} " in f" {said} " for phrase in reading.words.more)


def dealt_with(reading: Reading, tree: Tree, verb: int) -> Iterator[Sequence[int]]:
    """`will focus on fees`, `hablarán de la veda`."""
    words, lemma = reading.words, tree.tokens[verb].lemma.lower()
    if is_negated(reading, tree, verb) or is_conditional(reading, tree, verb):
        return
    views = (c for c in children(tree, verb, "obj") if tree.tokens[c].lemma.lower() in words.views)
    on = words.about_cases | words.about_occasions
    exchanged = [c for v in views for c in (*children(tree, v, "nmod"), *children(tree, verb, "obl")) if c > v]
    matters = (c for c in exchanged if case_of(tree, c) in on and tree.tokens[c].lemma.lower() not in words.no_matters)
    yield from (phrase(tree, c) for c in matters)
    behind = [*children(tree, verb, "obl"), *dated_before(reading, tree, verb)]
    yield from (phrase(tree, c) for c in behind if f"{lemma} {case_of(tree, c)}" in words.dealing)


def dated_before(reading: Reading, tree: Tree, verb: int) -> Iterator[int]:
    """`hablarán el viernes de la reapertura`, where a parser hangs the matter on the day."""
    for index in children(tree, verb, "obl"):
        if any(date.span.overlaps(tree.tokens[index].span) for date in reading.doc.dates):
            yield from children(tree, index, "nmod")


def hangs_on(reading: Reading, tree: Tree, index: int, heads: Sequence[int]) -> bool:
    """Whether a word hangs on the meeting itself, or on somebody or something named beside it that does."""
    while index not in heads:
        token = tree.tokens[index]
        beside = is_beside(reading, tree, index) or is_relation(token, "xcomp", "obj")
        if token.head < 0 or token.feat("VerbForm") == "Fin" or not beside:
            return False
        index = token.head
    return True


def is_beside(reading: Reading, tree: Tree, index: int) -> bool:
    """Somebody who takes part, by name or office, or another word for the meeting."""
    token = tree.tokens[index]
    if token.upos == "PROPN" or token.lemma.lower() in reading.words.officials | reading.words.occasions:
        return True
    named = any(tree.tokens[c].upos == "PROPN" for c in children(tree, index, "appos", "flat"))
    return named or mention_at(reading, token.span) is not None


def phrase(tree: Tree, index: int) -> Sequence[int]:
    """A noun with what belongs to it, without its preposition and what stands before that."""
    cases = {i for c in children(tree, index, "case") for i in subtree(tree, c)}
    kept = [i for i in subtree(tree, index, BESIDE) if i not in cases]
    return [i for i in kept if i > max(cases)] if cases and max(cases) < index else kept


def clause(reading: Reading, tree: Tree, index: int) -> Sequence[int]:
    """An infinitive with its mark and all that it governs, but those with whom it is done: the row names them."""
    words, cases = reading.words, reading.words.with_cases
    company = {c for c in children(tree, index, "obl", "nmod") if case_of(tree, c) in cases and is_beside(reading, tree, c)}
    others = {i for c in company for i in subtree(tree, c)}
    marks = [c for c in children(tree, index, "mark") if c < index and tree.tokens[c].form.lower() not in words.until_cases]
    start = min(marks, default=0)
    return [i for i in subtree(tree, index, ("parataxis", "vocative", "discourse")) if i not in others and i >= start]


# ------------------------------------------------------------------ which phrases can stand alone


def matter_span(reading: Reading, tree: Tree, indices: Sequence[int]) -> Span | None:
    """The words up to where something else begins; None where they lean on other sentences or say nothing."""
    indices = list(dropwhile(lambda i: tree.tokens[i].upos == "PUNCT", indices))
    before = up_to_a_mark(tree, indices)
    if not is_whole(tree, indices, before):
        return None
    kept = without_pointing_company(reading, tree, without_day(reading, tree, without_link(tree, before)))
    tokens = [tree.tokens[i] for i in kept]
    if not tokens or len(tokens) > LONGEST or any(points(reading, tree, i) for i in kept):
        return None
    if all(any(date.span.contains(t.span) for date in reading.doc.dates) for t in tokens if t.form.isalnum()):
        return None  # `paid a visit on 6-7 May 2026`: a day is no matter
    nouns = [t for t in tokens if t.upos in CONTENT]
    named = [t for t in nouns if (m := mention_at(reading, t.span)) and reading.doc.actors[m.actor].kind == "person"]
    if len(named) == len(nouns) or is_of_a_meeting(reading, tokens) or is_bare_accord(reading, tokens):
        return None
    return Span(tokens[0].span.start, tokens[-1].span.stop)


def up_to_a_mark(tree: Tree, indices: Sequence[int]) -> list[int]:
    """Words that stand together, up to a mark, or to a comma behind which a clause follows."""
    kept: list[int] = []
    for place, index in enumerate(indices):
        token = tree.tokens[index]
        if (kept and index != kept[-1] + 1) or token.form[:1] in ENDS:
            break
        if token.form == "," and any(tree.tokens[i].feat("VerbForm") == "Fin" for i in indices[place:]):
            break
        kept.append(index)
    return kept


def without_link(tree: Tree, words: Sequence[int]) -> list[int]:
    """Without what only joins them to words that are left out."""
    kept = list(words)
    while kept and tree.tokens[kept[-1]].upos in LINKS:
        kept.pop()
    return kept


def is_whole(tree: Tree, indices: Sequence[int], kept: Sequence[int]) -> bool:
    """Whether nothing before a mark hangs on what stands behind it, nor lacks its object there.

    `reports that the agency (NSA) spied` ends before its verb, `the need — he said — for a treaty` before what is needed.
    """
    cut = {*indices} - {*kept}
    if any(tree.tokens[i].head in cut for i in kept if tree.tokens[i].upos not in {"PUNCT", "CCONJ"}):
        return False
    behind_a_comma = any(tree.tokens[i].form == "," for i in cut if i == max(kept, default=-2) + 1)
    lost = (tree.tokens[i] for i in cut if tree.tokens[i].head in {*kept})
    return behind_a_comma or not any(is_relation(token, *COMPLEMENTS) and token.deprel != "acl:relcl" for token in lost)


def without_day(reading: Reading, tree: Tree, kept: Sequence[int]) -> list[int]:
    """Without a day at the end; nothing where a day stands in the middle."""
    spans = [d.span for d in reading.doc.dates if d.type in {"DATE", "TIME"} and d.basis != "explicit"]
    dated = [i for i in kept if any(span.overlaps(tree.tokens[i].span) for span in spans)]
    if not dated:
        return list(kept)
    behind = [i for i in kept if i > dated[-1]]
    short = [i for i in kept if i < dated[0]]
    while short and tree.tokens[short[-1]].upos in LINKS | {"ADJ"}:
        short.pop()
    return [] if behind else short


def without_pointing_company(reading: Reading, tree: Tree, kept: Sequence[int]) -> Sequence[int]:
    """`a treaty [with her Peruvian colleague]`: with whom, the row says."""
    pointing = next((place for place, i in enumerate(kept) if points(reading, tree, i)), len(kept))
    cases = [place for place, i in enumerate(kept[:pointing]) if tree.tokens[i].form.lower() in reading.words.with_cases]
    return kept[: cases[-1]] if pointing < len(kept) and cases else kept


def points(reading: Reading, tree: Tree, index: int) -> bool:
    """A word by which a phrase leans on another sentence, or a clause of its own begins; a relative one belongs to its noun."""
    token = tree.tokens[index]
    clause = token.feat("VerbForm") == "Fin" and not is_in_a_relative(tree, index)
    pointing = token.form.lower() in reading.words.not_meant and token.feat("PronType") != "Rel"
    return pointing or token.feat("Person") == "1" or clause


def is_in_a_relative(tree: Tree, index: int) -> bool:
    """`the toll that Argentina charges`, its auxiliary too; a clause within that is one too many."""
    token = tree.tokens[index]
    verb = token.head if is_relation(token, "aux", "cop") else index
    return verb >= 0 and tree.tokens[verb].deprel == "acl:relcl" and verb > tree.tokens[verb].head


def is_of_a_meeting(reading: Reading, tokens: Sequence[Token]) -> bool:
    """`sobre la reunión`: another meeting, or the same, and no matter."""
    nouns = [t for t in tokens if t.upos == "NOUN"]
    return bool(nouns) and all(t.lemma.lower() in reading.words.occasions for t in nouns)


def is_bare_accord(reading: Reading, tokens: Sequence[Token]) -> bool:
    """`On the pact.`, `Sobre un acuerdo.`, `To seal the accord.`: what it is on is told elsewhere; not `To sign a treaty.`"""
    content = [t.lemma.lower() for t in tokens if t.upos not in {"DET", "PUNCT", "ADP", "PART"}]
    things = [word for word in content if word not in reading.words.signing]
    bare = len(things) == 1 and things[0] in reading.words.agreements | reading.words.signed_texts
    return bare and (things == content or any(t.feat("Definite") == "Def" for t in tokens))


__all__ = ["agenda_of", "dealt_with", "discussed", "matter_span", "phrase"]

"""Sentences that say too little to be a position: `lo anunciamos`, `Estuvo de acuerdo`, `declined to comment`."""

from __future__ import annotations

from briefing.extract.reading import (
    Reading,
    mention_at,
    quote_at,
)
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_negated
from briefing.extract.sentence.trees import Tree, ancestors, children, is_relation, is_verbal, span_of

SOFT_KINDS = frozenset({"wish", "modal"})
SHORTEST_SENTENCE = 8
"""Tokens of a sentence that says too little where all that it tells of is `it`."""
LONGEST_IDIOM = 12
"""Characters behind a verb in which the words of its idiom stand: `estuvo de acuerdo`."""


def says_too_little(reading: Reading, clause: Clause) -> bool:
    """`Estuvo de acuerdo.`, in talk `llegamos a ese acuerdo`, `lo anunciamos`: nobody can tell from the sentence with what."""
    tree = reading.trees[clause.sentence]
    if is_what_was_asked(reading, tree, clause) or is_diplomats_formula(reading, clause) or is_not_hidden(reading, clause):
        return True
    if is_on_a_banner(reading, clause):
        return True
    inherited = clause.subject is not None and clause.subject.how == "inherited"
    if inherited and not clause.content and not has_topic_beside(reading, clause):
        return True
    answers = reading.turn_at(tree.sentence.span) is not None  # what `That is false` is about, the question says
    judged = clause.form.kind == "adjective" and bool(clause.content)
    if judged and not answers and all(is_a_pointing_word(reading, tree, c) for c in clause.content):
        return True
    alone = len(tree.tokens) <= SHORTEST_SENTENCE  # `El Gobierno lo desmintió.`
    bare = clause.act.kind in SOFT_KINDS and clause.form.kind == "verb" and not clause.content and alone  # `We do not want to.`
    # `Any toll breaks the treaty, and we will not pay it`
    named = clause.negated and clause.future and any(token.upos == "NOUN" for token in tree.tokens[: clause.head])
    return bare or ((alone or (answers and not named)) and is_pointed_at(reading, tree, clause))


def is_on_a_banner(reading: Reading, clause: Clause) -> bool:
    """`A banner at the ministry said “We reject it”`, `coreaban “No al peaje”`: a slogan of those who hold it up."""
    tree = reading.trees[clause.sentence]
    held = [i for i, token in enumerate(tree.tokens) if token.lemma.lower() in reading.words.banners]
    quote = quote_at(reading, tree.tokens[clause.head].span)
    shown = quote is not None and any(tree.tokens[i].span.stop <= quote.content.start for i in held)
    return shown or any(i in tree.children[clause.head] for i in held)


def is_diplomats_formula(reading: Reading, clause: Clause) -> bool:
    """`reaffirmed their commitment to multilateralism`, `coincidieron en la voluntad de seguir trabajando`: of no matter."""
    tree = reading.trees[clause.sentence]
    if clause.negated or clause.act.kind != "speech" or clause.act.stance not in {"agrees", "promises", "supports", "states"}:
        return False
    inside = [i for i in range(len(tree.tokens)) if clause.head in ancestors(tree, i) and i > clause.head]
    telling = [tree.tokens[i] for i in inside if tree.tokens[i].upos in {"NOUN", "VERB", "PROPN", "NUM"}]
    here = [t for t in telling if not any(m.span.contains(t.span) for m in reading.doc.mentions)]
    return bool(here) and all(token.lemma.lower() in reading.words.formula_words for token in here)


def is_not_hidden(reading: Reading, clause: Clause) -> bool:
    """`“We did not hide our differences,” he said`, `no ocultó su malestar`: neither refused nor denied, and of no matter."""
    tree = reading.trees[clause.sentence]
    said = range(len(tree.tokens)) if clause.act.kind == "reporting" else ()
    verbs = (clause.head, *(i for i in said if clause.head in ancestors(tree, i)))
    return any(tree.tokens[i].lemma.lower() in reading.words.concealing and is_negated(reading, tree, i) for i in verbs)


def is_what_was_asked(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`got what we asked for`, `logró lo que pedía`: the object of another verb, which says not what it is."""
    head, words = clause.head, reading.words
    above = tree.tokens[head].head
    if above >= 0 and is_relation(tree.tokens[head], "acl") and tree.tokens[above].upos == "PRON":
        return is_relation(tree.tokens[above], "obj")
    opened = [c for c in children(tree, head, "obj") if tree.tokens[c].form.lower() in words.relatives and c > 0]
    free = any(tree.tokens[c - 1].form.lower() in words.free_relatives for c in opened)
    return free and is_relation(tree.tokens[head], "ccomp", "obj")


def has_topic_beside(reading: Reading, clause: Clause) -> bool:
    """Whether the sentence names a topic in other words than the act's own."""
    tree = reading.trees[clause.sentence]
    own = tree.tokens[clause.trigger].span.start, tree.tokens[clause.trigger].span.stop + LONGEST_IDIOM
    span = tree.sentence.span
    named = [concept.span for concept in reading.doc.concepts if span.contains(concept.span)]
    return any(not own[0] <= concept.start < own[1] or len(concept) > LONGEST_IDIOM for concept in named)


def is_pointed_at(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """Whether all that an act governs is `that agreement`, `lo`, `esto`: something that an earlier sentence tells."""
    governed = children(tree, clause.head, "obj", "ccomp", "xcomp", "obl", "advcl", "csubj")
    governed = tuple(c for c in governed if not is_when(reading, tree, c) and not follows_a_when(reading, tree, clause.head, c))
    if clause.form.kind == "noun":
        governed = (clause.trigger, *children(tree, clause.trigger, "nmod", "acl"))
    return bool(governed) and all(is_a_pointing_word(reading, tree, c) for c in governed)


def is_when(reading: Reading, tree: Tree, index: int) -> bool:
    """`lo anunciamos el mismo día`, `en este caso`, `in that respect`: says when or in what regard, not what."""
    span = span_of(tree, index)
    dated = not is_verbal(tree.tokens[index]) and any(span.contains(date.span) for date in reading.doc.dates)
    return dated or tree.tokens[index].lemma.lower() in reading.words.circumstances


def follows_a_when(reading: Reading, tree: Tree, head: int, index: int) -> bool:
    """`lo anunciamos el mismo día que hicimos el plan`: the clause says which day, whatever the tree hangs it on."""
    clause = span_of(tree, index)
    before = [c for c in children(tree, head, "obl", "obj") if tree.tokens[c].span.stop < clause.start]
    return is_relation(tree.tokens[index], "ccomp", "advcl") and bool(before) and is_when(reading, tree, before[-1])


def is_a_pointing_word(reading: Reading, tree: Tree, index: int) -> bool:
    token = tree.tokens[index]
    if token.upos == "PRON":
        return token.feat("PronType") in {"Prs", "Dem"} and token.feat("Person") != "1"
    shown = any(tree.tokens[c].feat("PronType") == "Dem" for c in children(tree, index, "det"))
    return shown and not children(tree, index, "nmod", "acl", "amod", "appos")


def keeps_silent(reading: Reading, clause: Clause) -> bool:
    """`declined to comment`, `no quiso precisar si …`: to say nothing takes no side."""
    tree = reading.trees[clause.sentence]
    what = [c for c in clause.content if tree.tokens[c].feat("VerbForm") == "Inf" or tree.tokens[c].upos == "NOUN"]
    told = {tree.tokens[i].lemma.lower() for c in what for i in (c, *children(tree, c, "obj"))}
    prefers_not = any(is_negated(reading, tree, c) for c in what)  # `prefirió no pronunciarse`
    refuses = clause.act.stance == "rejects" or (clause.act.kind == "wish" and (clause.negated or prefers_not))
    return refuses and bool(told & reading.words.saying)


def asks_for_anonymity(reading: Reading, clause: Clause) -> bool:
    """`sources, who asked not to be named`: no request of their government; `asked Peru for the exporters' names` is one."""
    tree = reading.trees[clause.sentence]
    parts = [(c, i) for c in clause.content for i in (c, *children(tree, c, "obj", "xcomp"))]
    own = [i for c, i in parts if tree.tokens[i].upos == "NOUN" or is_negated(reading, tree, c)]
    asked = {tree.tokens[i].lemma.lower() for i in own}
    itself = any(is_negated(reading, tree, c) for c, _ in parts)  # `asked Togo not to be named`
    asked_of = children(tree, clause.head, "obj", "iobj")
    of_a_side = not itself and any(mention_at(reading, tree.tokens[c].span) for c in asked_of)
    return clause.act.stance in {"requests", "demands"} and not of_a_side and bool(asked & reading.words.naming)

"""What is said behind its cue: que, that, why, a colon, an opening mark, a bare clause, an infinitive."""

from __future__ import annotations

from briefing.annotate.quotes.cues import Cue
from briefing.annotate.quotes.lexicon import Lexicon
from briefing.annotate.quotes.limits import BREAKS, MARKS, REACH, Content, behind, sentence_stop
from briefing.annotate.quotes.tree import Tree, ancestors, is_finite, subtree

NEAR = 8
"""Words between a verb and the colon before words that stand in no marks."""


def after_complementizer(cue: Cue, lexicon: Lexicon) -> Content | None:
    """dijo (…) que, told reporters that, explained why, preguntó si."""
    if not cue.frames & {"any", "hearer", "question"}:
        return None
    tree = cue.tree
    for place in _ahead(cue, lexicon):
        word = tree.lower(place)
        governed = place == cue.last + 2 and tree.tokens[place - 1].upos == "ADP"  # "insistió en que"
        if lexicon.has("complementizers", word) and (governed or not _is_relative(tree, place)) and not _trails(cue, place):
            return behind(cue, lexicon, place + 1, "complementizer")
        if lexicon.has("question_words", word) and place <= cue.last + 12 and _heads_question(tree, place):
            return behind(cue, lexicon, place - (tree.tokens[place - 1].upos == "ADP"), "question_word")  # "por qué"
    return None


def _ahead(cue: Cue, lexicon: Lexicon) -> list[int]:
    """The words behind a cue among which its content may begin: up to another finite verb, a semicolon, a quotation."""
    tree, places = cue.tree, []
    for place in range(cue.last + 1, min(cue.last + 1 + REACH, len(tree.tokens))):
        if tree.level[place] != cue.level or tree.lower(place) in BREAKS:
            break
        if is_finite(tree, place) and not _in_relative(tree, place, cue.index):
            break
        if tree.tokens[place].upos == "VERB" and lexicon.lemma(tree.tokens[place]) in lexicon.frames:
            break
        places.append(place)
    return places


def _in_relative(tree: Tree, place: int, cue: int) -> bool:
    """Inside a relative clause or apposition that hangs on the attribution's nouns."""
    for step in (place, *ancestors(tree, place)):
        if step == cue:
            return False
        if tree.tokens[step].deprel in {"acl:relcl", "acl"}:
            return True
    return False


def _is_relative(tree: Tree, place: int) -> bool:
    """ "el acuerdo que firmó", "un mensaje en el que explicaba": the word belongs to a relative clause of a noun before it."""
    if tree.tokens[place - 1].upos == "ADP" or (tree.tokens[place - 1].upos == "DET" and tree.tokens[place - 2].upos == "ADP"):
        return True
    head = tree.tokens[place].head
    return tree.tokens[place].deprel != "mark" and head >= 0 and tree.tokens[head].deprel == "acl:relcl"


def _trails(cue: Cue, place: int) -> bool:
    """ "reiteró su rechazo a actos, que dañan …": a comma that closes no parenthesis makes it a relative clause."""
    tree = cue.tree
    commas = [word for word in range(cue.last + 1, place) if tree.lower(word) == ","]
    return tree.lower(place - 1) == "," and len(commas) % 2 == 1 and commas[0] > cue.last + 1


def _heads_question(tree: Tree, place: int) -> bool:
    """ "explained why …", not "announced a phone, which …": no comma or noun before it that it could refer to."""
    if tree.lower(place - 1) == "," or tree.tokens[place - 1].upos == "NOUN":
        return False
    return any(is_finite(tree, word) for word in range(place + 1, min(place + 25, len(tree.tokens))))


def after_colon(cue: Cue, lexicon: Lexicon) -> Content | None:
    """afirmó: “…”; without marks only a clause, behind a verb that may report one."""
    tree = cue.tree
    places = _ahead(cue, lexicon)
    for place in places:
        if tree.lower(place) == ":" and (_opens_quotation(tree, place, cue) or _opens_clause(tree, place, cue)):
            return behind(cue, lexicon, place + 1, "colon")
    return None


def after_quotation(cue: Cue, lexicon: Lexicon) -> Content | None:
    """She added, “…”, whispered “…”: marks open right behind the verb, its subject or a comma."""
    tree = cue.tree
    places = _ahead(cue, lexicon)
    after = places[-1] + 1 if places else cue.last + 1
    if after >= len(tree.tokens) or tree.level[after] == cue.level or tree.level[after] == -1:
        return None
    before = after - 1
    while before > cue.last and tree.tokens[before].form in MARKS:
        before -= 1
    touches = tree.lower(before) == "," or before + 1 in {cue.stop, cue.last + 1}
    return behind(cue, lexicon, after, "quotation") if touches else None


def _opens_quotation(tree: Tree, colon: int, cue: Cue) -> bool:
    return any(tree.level[place] not in {cue.level, -1} for place in range(colon + 1, min(colon + 3, len(tree.tokens))))


def _opens_clause(tree: Tree, colon: int, cue: Cue) -> bool:
    near = colon <= cue.stop + NEAR and "any" in cue.frames
    return near and any(is_finite(tree, place) for place in range(colon + 1, len(tree.tokens)))


def after_bare_verb(cue: Cue, lexicon: Lexicon) -> Content | None:
    """Ruiz said prices fell, told the BBC it would pay: a clause without "that"."""
    tree = cue.tree
    inverted = bool(cue.subject) and cue.subject[0] > cue.index
    adverbial = tree.lower(cue.index - 1) == ","  # "rejected it, saying there was no plan", not "people claiming benefits"
    if inverted or not (cue.tensed or adverbial) or not lexicon.has("bare_verbs", lexicon.lemma(tree.tokens[cue.index])):
        return None
    clauses = [
        child
        for child in tree.of(cue.index, "ccomp", "xcomp", "parataxis")
        if child > cue.last and tree.level[child] == cue.level
    ]
    for clause in clauses:
        words = [word for word in subtree(tree, clause) if word > cue.last]
        if any(is_finite(tree, word) for word in words) or tree.of(clause, "nsubj"):
            return behind(cue, lexicon, _past_adverb(tree, words[0]), "bare_clause")
    return _unparsed_clause(cue, lexicon)


def _past_adverb(tree: Tree, start: int) -> int:
    """ "said earlier Klein had left": an adverb before a noun phrase belongs to the saying."""
    if start + 1 >= len(tree.tokens):
        return start
    token, following = tree.tokens[start], tree.tokens[start + 1].upos
    adverb = token.upos == "ADV" and following in {"DET", "PROPN", "PRON", "NOUN", "NUM"}
    day = token.upos in {"NOUN", "PROPN"} and token.deprel not in {"nsubj", "nsubj:pass"} and following in {"PRON", "DET"}
    return start + 1 if adverb or day else start


def _unparsed_clause(cue: Cue, lexicon: Lexicon) -> Content | None:
    """The words behind the cue, where the parser made something else of the clause: they hold a subject and a finite verb."""
    tree, start = cue.tree, cue.last + 1
    while start < len(tree.tokens) and tree.tokens[start].upos == "ADV":
        start += 1
    high = sentence_stop(tree, start) if start < len(tree.tokens) else start
    verbs = [place for place in range(start + 1, high) if is_finite(tree, place) and tree.level[place] == cue.level]
    noun = start < high and tree.tokens[start].upos in {"DET", "PRON", "PROPN", "NOUN", "ADJ", "NUM"}
    if not verbs or not noun or "hearer" in cue.frames or tree.lower(start + 1) in {",", ":"}:
        return None
    if any(lexicon.has("relatives", tree.lower(place)) for place in range(start, verbs[0])):
        return None
    return behind(cue, lexicon, start, "bare_clause")


def infinitive(cue: Cue, lexicon: Lexicon) -> Content | None:
    """aseguró haber rechazado la oferta."""
    tree = cue.tree
    if not lexicon.has("infinitive_verbs", lexicon.lemma(tree.tokens[cue.index])):
        return None
    for child in tree.of(cue.index, "xcomp", "ccomp"):
        verbs = [child, *tree.of(child, "aux")]
        if cue.last < child <= cue.last + 4 and any(tree.tokens[verb].feat("VerbForm") == "Inf" for verb in verbs):
            words = [word for word in subtree(tree, child) if word > cue.last]
            return behind(cue, lexicon, words[0], "infinitive")
    return None

"""What is said before its cue, or around it: "“…”, dijo Ruiz", "Prices fell, Ruiz said", "There was, he said, no plan"."""

from __future__ import annotations

from briefing.annotate.quotes.after import after_bare_verb
from briefing.annotate.quotes.cues import Cue
from briefing.annotate.quotes.lexicon import Lexicon
from briefing.annotate.quotes.limits import Content, clause_start, is_mark, past_adjuncts, sentence_stop
from briefing.annotate.quotes.tree import SUBJECTS, Tree, is_finite, is_punct

FEWEST_SAID = 3
"""A phrase of fewer words before an attribution is an adverbial or a beginning, not all that is said."""
SOFT = frozenset({",", "—", "–", "-", "?", "!", "…", '"', "”", "»", "’", "'"})


def quotation_before(cue: Cue, lexicon: Lexicon) -> Content | None:
    """“…”, declaró el delantero, que espera …: marks that close right before the attribution are what it is about."""
    following = cue.tree.lower(cue.last + 1)
    if not _closes_quotation(cue.tree, cue.start, cue) or following == ":" or lexicon.has("complementizers", following):
        return None
    return before_cue(cue, lexicon)


def before_cue(cue: Cue, lexicon: Lexicon) -> Content | None:
    """Prices fell, Ruiz said (in Lima); “…”, dijo Ruiz; with the attribution in the middle: "There was, he said, no plan"."""
    tree, start = cue.tree, cue.start
    if not cue.tensed or start == 0 or not cue.frames - {"label"}:
        return None
    while start > 0 and tree.tokens[start - 1].upos == "ADV" and not is_punct(tree, start - 1):
        start -= 1
    ended = tree.lower(start - 1) in SOFT or tree.level[start - 1] != cue.level
    low = clause_start(tree, start)
    said = _is_said(tree, low, start, cue, lexicon) or _is_begun(tree, low, start, cue, lexicon)
    if not ended or not said or _relative_subject(tree, cue, lexicon):
        return None
    if not cue.frames & {"any", "hearer"} and not _closes_quotation(tree, start, cue):
        return None
    return _with_rest(cue, lexicon, low, start)


def _closes_quotation(tree: Tree, start: int, cue: Cue) -> bool:
    """Marks close right before a word, with nothing but punctuation between."""
    place = start - 1
    while place >= 0 and is_punct(tree, place) and tree.level[place] == cue.level:
        place -= 1
    return place >= max(0, start - 4) and tree.level[place] not in {cue.level, -1}


def _is_said(tree: Tree, low: int, start: int, cue: Cue, lexicon: Lexicon) -> bool:
    """What stands before the attribution is a clause or a quotation, not a mere adverbial ("After the vote, Ruiz said …").

    Where the subject follows its verb, a phrase is enough ("Un descuido total de la salud, afirmó Paz").
    """
    marks = [
        word
        for word in range(low, start)
        if tree.level[word] == cue.level and is_mark(tree, word) and lexicon.has("complementizers", tree.lower(word))
    ]
    if marks and tree.lower(start - 1) == "," and not any(is_finite(tree, word) for word in range(marks[-1], start)):
        return False  # "precisó que, en su lugar, México planteó …": a clause has only just begun
    words = range(low, start)
    if any(tree.level[word] > cue.level for word in words):
        return True
    adverbial = tree.tokens[low].upos in {"ADP", "ADV"}
    inverted = bool(cue.subject) and cue.subject[0] > cue.index and start - low > FEWEST_SAID and not adverbial
    return inverted or any(is_finite(tree, word) and not tree.of(word, "mark") for word in words)


def _is_begun(tree: Tree, low: int, start: int, cue: Cue, lexicon: Lexicon) -> bool:
    """ "La frontera, explicó el ministro, reabrirá", "The border, Obi said, will open": what has begun before the attribution
    goes on with a verb behind it."""
    inverted = bool(cue.subject) and cue.subject[0] > cue.index
    begun = any(tree.tokens[word].deprel in SUBJECTS and tree.tokens[word].head >= cue.stop for word in range(low, start))
    rest = _rest(cue, cue.stop, few=False) if (inverted or begun) and low < start else None
    return rest is not None and not lexicon.has("relatives", tree.lower(rest))


def _relative_subject(tree: Tree, cue: Cue, lexicon: Lexicon) -> bool:
    """“…”, which Ruiz said: the verb of a relative clause."""
    relative = [
        child for child in tree.children[cue.index] if lexicon.has("relatives", tree.lower(child)) and child < cue.index
    ]
    return bool(relative) and tree.tokens[cue.index].deprel.startswith(("acl", "nsubj", "obj"))


def _with_rest(cue: Cue, lexicon: Lexicon, low: int, start: int) -> Content | None:
    tree = cue.tree
    stop = start
    while stop > low and is_punct(tree, stop - 1) and tree.level[stop - 1] == cue.level:
        stop -= 1
    while low < stop and is_punct(tree, low) and tree.level[low] == cue.level:
        low += 1
    if low == stop:
        return None
    quotation = tree.level[low] != cue.level and tree.level[stop - 1] != cue.level
    rest = None if quotation else _rest(cue, cue.stop, few=stop - low < FEWEST_SAID)
    if rest is None:
        if cue.subject and cue.subject[0] < cue.index and _bare_clause(cue, lexicon):
            return None
        return Content(start=low, stop=stop, rule="before_cue")
    return Content(start=low, stop=sentence_stop(tree, rest), rule="before_cue", interrupted=True)


def _bare_clause(cue: Cue, lexicon: Lexicon) -> bool:
    """ "When prices fell, Ruiz said demand dropped": what is said follows after all."""
    follows = cue.stop < len(cue.tree.tokens) and not is_punct(cue.tree, cue.stop)
    return follows and after_bare_verb(cue, lexicon) is not None


def _rest(cue: Cue, stop: int, *, few: bool) -> int | None:
    """Where what is said goes on behind an attribution in the middle, None where it does not: another clause, or after a
    `few` words whatever there is ("Es, aseguran las fuentes, un desastre")."""
    tree = cue.tree
    high = sentence_stop(tree, stop)
    comma = past_adjuncts(tree, stop, high)
    if comma >= high - 1 or tree.lower(comma) != ",":
        return None
    words = [word for word in range(comma + 1, high) if not is_punct(tree, word)]
    if not words or not (few or (tree.level[words[0]] == cue.level and any(is_finite(tree, word) for word in words))):
        return None
    unfinished = not any(is_finite(tree, word) for word in range(clause_start(tree, cue.start), cue.start))
    outside = {tree.tokens[_top(tree, word, comma)].head for word in words}
    return words[0] if few or unfinished or not outside & {cue.index, *cue.subject, *range(cue.index, comma)} else None


def _top(tree: Tree, word: int, floor: int) -> int:
    """The highest word above `word` that still stands behind `floor`."""
    top = word
    while tree.tokens[top].head > floor:
        top = tree.tokens[top].head
        if top == word:
            break
    return top

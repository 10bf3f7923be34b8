"""What is said: the clause behind or before a cue, with its limits.

The beginning is read from the surface (that, que, a colon, an opening mark), which parsers get right less often than the
newspapers; the end from the tree: up to the first word that belongs to the attribution's sentence again.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefing.annotate.quotes.cues import Cue
from briefing.annotate.quotes.lexicon import Lexicon
from briefing.annotate.quotes.tree import Tree, ancestors, is_finite, is_punct, subtree

REACH = 30
"""Words between a cue and the complementizer or colon of what it introduces."""
BREAKS = frozenset({";", "."})
MARKS = frozenset("\"“”„«»‹›‘’'")
NEAR = 8
"""Words between a verb and the colon before words that stand in no marks."""
FEWEST_SAID = 3
"""A phrase of fewer words before an attribution is an adverbial or a beginning, not all that is said."""
SOFT = frozenset({",", "—", "–", "-", "?", "!", "…", '"', "”", "»", "’", "'"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """Tokens `start:stop` of what is said; `interrupted` where the attribution stands inside them."""

    start: int
    stop: int
    rule: str
    interrupted: bool = False


def find_content(cue: Cue, lexicon: Lexicon) -> Content | None:
    """What a cue introduces, by the first rule that finds it."""
    for rule in (quotation_before, after_complementizer, after_colon, before_cue, after_quotation, after_bare_verb, infinitive):
        content = rule(cue, lexicon)
        if content is not None and content.stop > content.start:
            return content
    return None


def past_adjuncts(tree: Tree, stop: int, high: int) -> int:
    """To the comma that ends a parenthesis."""
    for place in range(stop, min(high, stop + REACH)):
        if tree.lower(place) in {",", ";", ".", ":", "—", "–"} or tree.level[place] != tree.level[stop - 1]:
            return place
    return high


def clause_start(tree: Tree, before: int) -> int:
    """Where what stands before a word begins: the sentence, or behind the last semicolon."""
    for place in range(before - 1, -1, -1):
        if tree.lower(place) == ";" and tree.level[place] == -1:
            return place + 1
    return 0


def sentence_stop(tree: Tree, after: int) -> int:
    """Where what follows a word ends: before the sentence's closing punctuation, or the next semicolon."""
    level = tree.level[after - 1]
    for place in range(after, len(tree.tokens)):
        if tree.lower(place) == ";" and tree.level[place] == level:
            return place
        if level >= 0 and tree.level[place] == -1:
            return place
    stop = len(tree.tokens)
    while (
        stop > after
        and is_punct(tree, stop - 1)
        and tree.level[stop - 1] == level
        and tree.lower(stop - 1) not in {")", "?", "!"}
    ):
        stop -= 1
    return stop


def after_complementizer(cue: Cue, lexicon: Lexicon) -> Content | None:
    """dijo (…) que, told reporters that, explained why, preguntó si."""
    if not cue.frames & {"any", "hearer", "question"}:
        return None
    tree = cue.tree
    for place in _ahead(cue, lexicon):
        word = tree.lower(place)
        if lexicon.has("complementizers", word) and not _is_relative(tree, place):
            return behind(cue, lexicon, place + 1, "complementizer")
        if lexicon.has("question_words", word) and place <= cue.last + 12 and _heads_question(tree, place):
            return behind(cue, lexicon, place, "question_word")
    return None


def _ahead(cue: Cue, lexicon: Lexicon) -> list[int]:
    """The words behind a cue among which its content may begin: up to another finite verb, a semicolon, a quotation."""
    tree, places = cue.tree, []
    for place in range(cue.last + 1, min(cue.last + 1 + REACH, len(tree.tokens))):
        if tree.level[place] != cue.level or tree.lower(place) in BREAKS:
            break
        if is_finite(tree, place) and not _in_relative(tree, place, cue.index):
            break
        if tree.tokens[place].upos == "VERB" and tree.tokens[place].lemma in lexicon.frames:
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


def quotation_before(cue: Cue, lexicon: Lexicon) -> Content | None:
    """“…”, declaró el delantero, que espera …: marks that close right before the attribution are what it is about."""
    tree, place = cue.tree, cue.start - 1
    while place >= 0 and is_punct(tree, place) and tree.level[place] == cue.level:
        place -= 1
    near = place >= 0 and tree.level[place] not in {cue.level, -1} and place >= cue.start - 4
    following = tree.lower(cue.last + 1)
    if not near or following == ":" or lexicon.has("complementizers", following):
        return None
    return before_cue(cue, lexicon)


def _opens_quotation(tree: Tree, colon: int, cue: Cue) -> bool:
    return any(tree.level[place] not in {cue.level, -1} for place in range(colon + 1, min(colon + 3, len(tree.tokens))))


def _opens_clause(tree: Tree, colon: int, cue: Cue) -> bool:
    near = colon <= cue.stop + NEAR and "any" in cue.frames
    return near and any(is_finite(tree, place) for place in range(colon + 1, len(tree.tokens)))


def behind(cue: Cue, lexicon: Lexicon, start: int, rule: str) -> Content | None:
    """From `start` to the last word that belongs to what is said."""
    tree = cue.tree
    high = sentence_stop(tree, start) if start < len(tree.tokens) else start
    high = _clause_stop(cue, start, high, lexicon)
    while (
        start < high and tree.level[start] == cue.level and (is_punct(tree, start) or _is_complementizer(tree, start, lexicon))
    ):
        start += 1
    if start >= high:
        return None
    if (end := _quotation_end(tree, start, high, cue)) is not None:
        return Content(start=start, stop=end, rule=rule)
    return Content(start=start, stop=_leaving(cue, start, high, lexicon), rule=rule)


def _is_complementizer(tree: Tree, place: int, lexicon: Lexicon) -> bool:
    return _is_mark(tree, place) and lexicon.has("complementizers", tree.lower(place))


def _clause_stop(cue: Cue, start: int, high: int, lexicon: Lexicon) -> int:
    """A cue in a relative clause introduces nothing behind that clause: "el club, que dice tener apoyo, pedirá …"."""
    tree = cue.tree
    relative = [child for child in tree.of(cue.index, "nsubj") if lexicon.has("relatives", tree.lower(child))]
    if not relative or tree.tokens[cue.index].deprel != "acl:relcl":
        return high
    last = max(subtree(tree, cue.index)) + 1
    return min(high, last) if last > start else high


def _quotation_end(tree: Tree, start: int, high: int, cue: Cue) -> int | None:
    """Where a quotation that begins at `start` ends, if a comma or nothing follows it: “…”, and then the writer goes on."""
    if tree.level[start] in {cue.level, -1}:
        return None
    stop = start
    while stop < high and (tree.level[stop] != cue.level or is_punct(tree, stop)) and tree.lower(stop) not in {";"}:
        if tree.level[stop] == cue.level and tree.lower(stop) in {",", ")", "("}:
            return stop
        stop += 1
    return stop if stop >= high else None


def _leaving(cue: Cue, start: int, high: int, lexicon: Lexicon) -> int:
    """The first word behind `start` that is no longer said: "said X and released Y", "suggests X, but it is unclear …".

    A clause that "but" joins without a second "that" may be the speaker's or the writer's; it is left out.
    """
    tree = cue.tree
    above = {cue.index, *ancestors(tree, cue.index)}
    for place in range(start + 1, high):
        token = tree.tokens[place]
        if tree.level[place] != cue.level:
            continue
        if (
            lexicon.has("adversatives", tree.lower(place))
            and tree.lower(place - 1) == ","
            and not _says_on(tree, place, lexicon)
        ):
            return max(start + 1, place - 1)
        saying = (
            token.deprel == "conj" and "any" in lexicon.frames.get(token.lemma, ()) and tree.tokens[place - 1].upos == "CCONJ"
        )
        joins = (saying or (token.deprel in {"conj", "parataxis"} and token.head in above)) and is_finite(tree, place)
        if joins and not any(lexicon.has("complementizers", tree.lower(mark)) for mark in tree.of(place, "mark")):
            return max(start + 1, _conjunction_before(tree, place, start))
    return high


def _says_on(tree: Tree, place: int, lexicon: Lexicon) -> bool:
    """A second "que" or "that" goes on with what is said: "dijo que X, pero que Y"."""
    return any(lexicon.has("complementizers", tree.lower(word)) for word in (place + 1, place + 2))


def _conjunction_before(tree: Tree, place: int, start: int) -> int:
    """The conjunction and comma before a joined clause."""
    first = min(word for word in subtree(tree, place) if word > start)
    while first - 1 > start and (is_punct(tree, first - 1) or tree.tokens[first - 1].upos == "CCONJ"):
        first -= 1
    return first


def before_cue(cue: Cue, lexicon: Lexicon) -> Content | None:
    """Prices fell, Ruiz said (in Lima); “…”, dijo Ruiz; with the attribution in the middle: "There was, he said, no plan"."""
    tree, start = cue.tree, cue.start
    if not cue.tensed or start == 0 or not cue.frames - {"label"}:
        return None
    while start > 0 and tree.tokens[start - 1].upos == "ADV" and not is_punct(tree, start - 1):
        start -= 1
    ended = tree.lower(start - 1) in SOFT or tree.level[start - 1] != cue.level
    low = clause_start(tree, start)
    if not ended or not _is_said(tree, low, start, cue, lexicon) or _relative_subject(tree, cue, lexicon):
        return None
    if (
        not (cue.frames & {"any", "hearer"})
        and tree.level[start - 1] == cue.level
        and tree.level[max(low, start - 2)] == cue.level
    ):
        return None
    return _with_rest(cue, lexicon, low, start)


def _is_said(tree: Tree, low: int, start: int, cue: Cue, lexicon: Lexicon) -> bool:
    """What stands before the attribution is a clause or a quotation, not a mere adverbial ("After the vote, Ruiz said …").

    Where the subject follows its verb, a phrase is enough ("Un descuido total de la salud, afirmó Paz").
    """
    marks = [
        word
        for word in range(low, start)
        if tree.level[word] == cue.level and _is_mark(tree, word) and lexicon.has("complementizers", tree.lower(word))
    ]
    if marks and tree.lower(start - 1) == "," and not any(is_finite(tree, word) for word in range(marks[-1], start)):
        return False  # "precisó que, en su lugar, México planteó …": a clause has only just begun
    words = range(low, start)
    if any(tree.level[word] > cue.level for word in words):
        return True
    adverbial = tree.tokens[low].upos in {"ADP", "ADV"}
    inverted = bool(cue.subject) and cue.subject[0] > cue.index and start - low > FEWEST_SAID and not adverbial
    return inverted or any(is_finite(tree, word) and not tree.of(word, "mark") for word in words)


def _is_mark(tree: Tree, word: int) -> bool:
    return tree.tokens[word].deprel == "mark"


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
    rest = _rest(cue, cue.stop, few=stop - low <= FEWEST_SAID)
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


def after_bare_verb(cue: Cue, lexicon: Lexicon) -> Content | None:
    """Ruiz said prices fell, told the BBC it would pay: a clause without "that"."""
    tree = cue.tree
    inverted = bool(cue.subject) and cue.subject[0] > cue.index
    adverbial = tree.lower(cue.index - 1) == ","  # "rejected it, saying there was no plan", not "people claiming benefits"
    if inverted or not (cue.tensed or adverbial) or not lexicon.has("bare_verbs", tree.tokens[cue.index].lemma):
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
    if not lexicon.has("infinitive_verbs", tree.tokens[cue.index].lemma):
        return None
    for child in tree.of(cue.index, "xcomp", "ccomp"):
        verbs = [child, *tree.of(child, "aux")]
        if cue.last < child <= cue.last + 4 and any(tree.tokens[verb].feat("VerbForm") == "Inf" for verb in verbs):
            words = [word for word in subtree(tree, child) if word > cue.last]
            return behind(cue, lexicon, words[0], "infinitive")
    return None

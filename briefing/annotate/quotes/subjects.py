"""Who speaks: the subject of a verb of saying, looked for in the tree first and then where journalists put it, behind the verb
("dijo ayer en Lima la presidenta").
"""

from __future__ import annotations

from briefing.annotate.quotes.lexicon import Lexicon
from briefing.annotate.quotes.tree import SUBJECTS, Tree, ancestors, is_finite, is_punct, run_around, subtree

NOT_OF_NAME = frozenset({"acl:relcl", "acl", "advcl", "parataxis", "ccomp", "csubj", "cop", "aux"})
"""What hangs on a name without being part of it."""
NAMES = frozenset({"NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET", "X"})
FAR = 14
"""How many words behind a verb its subject may begin: "dijo ayer en Lima, tras la reunión, el ministro"."""


def verb_group(tree: Tree, index: int) -> tuple[int, int]:
    """The verb with its auxiliaries and particle: ha declarado, have stated, pointed out."""
    words = [
        child
        for child in tree.of(index, "aux", "aux:pass", "compound:prt", "expl", "expl:pass", "expl:pv", "expl:impers")
        if abs(child - index) <= 3
    ]
    run = [index, *(word for word in words if tree.level[word] == tree.level[index])]
    return min(run), max(run)


def find_subject(tree: Tree, index: int, lexicon: Lexicon) -> tuple[tuple[int, ...], bool]:
    """The words of who speaks, and whether the verb is passive and so names nobody."""
    if tree.of(index, "nsubj:pass", "aux:pass", "expl:pass", "expl:impers") or _is_impersonal(tree, index, lexicon):
        agent = tree.of(index, "obl:agent")
        return (name_words(tree, agent[0], index) if agent else (), True)
    rules = (
        _behind_quotation,
        _explicit,
        _behind,
        _shared,
        _past_aside,
        _name_touching,
        _name_behind,
        _name_before,
        _phrase_before,
    )
    return next((words for rule in rules if (words := rule(tree, index, lexicon))), ()), False


def _explicit(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """The verb's subject in the tree; for a relative pronoun the noun that it stands for."""
    for child in sorted(tree.of(index, *SUBJECTS), key=lambda place: (_disagrees(tree, index, place), place < index)):
        outside = tree.level[child] != tree.level[index] or _is_beyond(tree, index, child, lexicon)
        time = lexicon.has("times", tree.tokens[child].form)
        if outside or time or lexicon.has("expletives", tree.lower(child)):
            continue
        if lexicon.has("relatives", tree.lower(child)):
            return _antecedent(tree, index)
        if not _in_prepositional_phrase(tree, child):
            return without_hearer(tree, name_words(tree, child, index), lexicon)
    return ()


def without_hearer(tree: Tree, words: tuple[int, ...], lexicon: Lexicon) -> tuple[int, ...]:
    """ "dijo la ministra a los periodistas": to whom, which parsers hang on who."""
    for place in words[1:]:
        token = tree.tokens[place]
        cases = [child for child in tree.of(place, "case") if child in words]
        if cases and cases[0] > words[0] and lexicon.has("hearers", token.lemma):
            return tuple(word for word in words if word < cases[0])
    return words


def _disagrees(tree: Tree, index: int, child: int) -> bool:
    """Of two subjects the one in the verb's number: "Otros veinte operarios, señaló Paz, llegarán"."""
    verb, noun = tree.tokens[index].feat("Number"), tree.tokens[child].feat("Number")
    return verb is not None and noun is not None and verb != noun


def _is_beyond(tree: Tree, index: int, child: int, lexicon: Lexicon) -> bool:
    """Behind the "que", "that" or colon that opens what is said, where no subject of the saying can stand."""
    between = range(index + 1, child)
    return any(tree.lower(place) == ":" or lexicon.has("complementizers", tree.lower(place)) for place in between)


def _in_prepositional_phrase(tree: Tree, child: int) -> bool:
    """ "a pesar del informe": no subject, whatever the parser calls it; "De la Fuente" is a name."""
    return any(tree.tokens[word].upos == "ADP" and tree.tokens[word].form.islower() for word in tree.of(child, "case"))


def _is_impersonal(tree: Tree, index: int, lexicon: Lexicon) -> bool:
    """se informó que, se lee: nobody is named, except with verbs that are always reflexive ("se preguntó")."""
    if lexicon.has("pronominal", lexicon.lemma(tree.tokens[index])) or tree.tokens[index].upos != "VERB":
        return False
    first = min([index, *tree.of(index, "aux")])
    return first > 0 and lexicon.has("impersonal", tree.lower(first - 1)) and tree.level[first - 1] == tree.level[index]


def _antecedent(tree: Tree, index: int) -> tuple[int, ...]:
    """The noun of a relative clause: "Ruiz, quien añadió que"."""
    head = tree.tokens[index].head
    named = head >= 0 and tree.tokens[head].upos in NAMES
    return name_words(tree, head, index) if named and tree.tokens[index].deprel.startswith("acl") else ()


def _shared(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """The subject of the verb that this one is joined to or hangs on: "dijo … y añadió", "she laughed, adding that".

    A verb of saying that is joined to what somebody said goes on with him: "Ruiz dijo que algo debe hacerse y propuso …".
    """
    token = tree.tokens[index]
    linked = token.deprel in {"conj", "xcomp"} or token.feat("VerbForm") in {"Ger", "Part"}
    if not linked or token.head < 0 or tree.level[token.head] != tree.level[index]:
        return ()
    head = token.head
    if token.deprel == "conj" and is_finite(tree, index):
        said = [step for step in (head, *ancestors(tree, head)) if tree.tokens[step].deprel == "ccomp"]
        outer = tree.tokens[said[0]].head if said else -1
        if outer >= 0 and "any" in lexicon.frames.get(lexicon.lemma(tree.tokens[outer]), ()):
            head = outer
    if tree.tokens[head].upos not in {"VERB", "AUX"}:
        return ()
    if lexicon.lemma(tree.tokens[head]) in lexicon.frames:
        return find_subject(tree, head, lexicon)[0]
    return _explicit(tree, head, lexicon) or _shared(tree, head, lexicon)


def _past_aside(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """ "Obi, asked about the talks, replied": the parser takes the clause between the commas for the sentence's own."""
    token, first = tree.tokens[index], verb_group(tree, index)[0]
    apart = token.deprel in {"parataxis", "conj", "ccomp"} and 0 <= token.head < first and tree.lower(first - 1) == ","
    for child in tree.of(token.head, *SUBJECTS) if apart else ():
        words = name_words(tree, child, token.head)
        if words and tree.lower(words[-1] + 1) == "," and tree.level[child] == tree.level[index]:
            return words
    return ()


def _name_touching(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """ "advirtió Vera el lunes": a name right behind its verb, which the parser has drawn into what is said."""
    stop = index + 1
    while stop < len(tree.tokens) and tree.tokens[stop].upos == "PROPN" and tree.level[stop] == tree.level[index]:
        stop += 1
    named = stop > index + 1 and tree.tokens[index].feat("Person") == "3"
    timed = lexicon.has("times", tree.tokens[index + 1].form) if named else True
    return () if timed or not _quotation_ends(tree, index) else tuple(range(index + 1, stop))


def _quotation_ends(tree: Tree, index: int) -> bool:
    """Marks close before a word, with nothing but punctuation between."""
    place = verb_group(tree, index)[0] - 1
    while place >= 0 and is_punct(tree, place) and tree.level[place] == tree.level[index]:
        place -= 1
    return place >= 0 and tree.level[place] > tree.level[index]


def _behind_quotation(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """“…,” his wife, Alice, reported: the words between a quotation and its verb, which parsers draw into the quotation."""
    words: list[int] = []
    for place in range(index - 1, max(-1, index - FAR), -1):
        if tree.level[place] != tree.level[index]:
            break
        if tree.tokens[place].upos in {"VERB", "CCONJ", "SCONJ"}:
            return ()
        words.append(place)
    else:
        return ()
    run = [word for word in reversed(words) if tree.tokens[word].upos not in {"AUX", "ADV"} and not _is_clitic(tree, word)]
    while run and is_punct(tree, run[0]):
        run.pop(0)
    while run and is_punct(tree, run[-1]):
        run.pop()
    named = any(tree.tokens[word].upos in {"NOUN", "PROPN", "PRON"} for word in run)
    return tuple(run) if named and tree.tokens[run[0]].upos != "ADP" else ()


def _behind(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """The subject that follows its verb, whatever the parser calls it: "said Ana Ruiz", "sostuvo, el martes, la ministra"."""
    if "hearer" in lexicon.frames.get(lexicon.lemma(tree.tokens[index]), ()) or tree.of(index, "nsubj"):
        return ()
    for child in tree.children[index]:
        token = tree.tokens[child]
        named = token.deprel in {"obj", "nsubj", "iobj", "obl", "dep", "ccomp", "parataxis", "vocative"} and token.upos in {
            "PROPN",
            "NOUN",
            "PRON",
        }
        if not named or not index < child <= index + FAR or tree.level[child] != tree.level[index]:
            continue
        if _is_beyond(tree, index, child, lexicon):
            break
        if _is_clitic(tree, child):
            continue
        if (
            tree.of(child, "case")
            or lexicon.has("speech_nouns", token.lemma)
            or _is_time(tree, child)
            or token.feat("Case") == "Acc"
        ):
            continue
        return name_words(tree, child, index)
    return ()


def _name_behind(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Dijo en una ocasión Fellini: “…”: a name before the colon that the parser has hung on the phrase before it."""
    if tree.tokens[index].feat("Person") != "3" or tree.level[index] != -1:
        return ()
    for place in range(index + 1, min(index + FAR, len(tree.tokens))):
        if tree.tokens[place].upos in {"VERB", "AUX", "SCONJ", "PUNCT"} or tree.level[place] != -1:
            return ()
        if _begins_name(tree, place):
            stop = place + 1
            while stop < len(tree.tokens) and tree.tokens[stop].upos in {"PROPN", "NOUN", "ADJ", "ADP", "DET"}:
                stop += 1
            return tuple(range(place, stop)) if tree.lower(stop) in {":", ",", "."} else ()
    return ()


def _begins_name(tree: Tree, place: int) -> bool:
    """A name behind a noun, or an article behind a name or adverb: where one phrase ends and the next begins without "de"."""
    before = tree.tokens[place - 1].upos
    return (tree.tokens[place].upos == "PROPN" and before == "NOUN") or (
        tree.tokens[place].upos == "DET" and before in {"PROPN", "ADV"}
    )


def _name_before(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Este jueves La Gaceta publicó: a name that touches the verb, which the parser has taken for a part of the date."""
    stop = verb_group(tree, index)[0]
    start = stop
    while start > 0 and tree.tokens[start - 1].upos in {"PROPN", "DET"} and tree.level[start - 1] == tree.level[index]:
        start -= 1
    while (
        start < stop
        and tree.tokens[start].upos == "DET"
        and tree.lower(start)[:1] == tree.tokens[start].form[:1]
        and start + 1 < stop
    ):
        if tree.tokens[start + 1].upos == "PROPN":
            break
        start += 1
    named = any(tree.tokens[word].upos == "PROPN" for word in range(start, stop))
    return tuple(range(start, stop)) if named and (start == 0 or tree.tokens[start - 1].upos != "ADP") else ()


def _phrase_before(tree: Tree, index: int, lexicon: Lexicon) -> tuple[int, ...]:
    """Kenji Mori, ministro de Hacienda, ha dicho: all that the sentence holds before the verb is a name with its apposition."""
    stop = verb_group(tree, index)[0]
    words = range(stop)
    if not 2 <= stop <= FAR or any(
        tree.tokens[word].upos in {"VERB", "AUX", "SCONJ"} or tree.level[word] != -1 for word in words
    ):
        return ()
    if tree.tokens[0].upos not in {"PROPN", "DET", "NOUN"} or tree.lower(stop - 1) != ",":
        return ()
    return tuple(words[:-1]) if any(tree.tokens[word].upos == "PROPN" for word in words) else ()


def _is_time(tree: Tree, index: int) -> bool:
    """el 16 de enero, Thursday: a number or a bare noun of time stands where a name would."""
    return any(tree.tokens[child].upos == "NUM" for child in tree.children[index]) or tree.tokens[index].upos == "NUM"


def name_words(tree: Tree, index: int, cue: int) -> tuple[int, ...]:
    """The words of a name or noun phrase with its appositions, up to the cue and without relative clauses."""
    words = [
        word
        for word in subtree(tree, index, NOT_OF_NAME)
        if tree.level[word] == tree.level[index] and (word < cue) == (index < cue)
    ]
    words = _hyphened(tree, run_around(words, index), cue if index < cue else len(tree.tokens))
    run = [word for word in run_around(words, index) if not _dated(tree, word, index)]
    run = run_around(run, index)
    verbs = [word for word in run if is_finite(tree, word) and word != index]
    run = [word for word in run if not verbs or (word < verbs[0]) == (index < verbs[0])]
    while run and is_punct(tree, run[-1]) and tree.lower(run[-1]) not in {")", "."}:
        run.pop()
    while run and (
        is_punct(tree, run[0]) or tree.tokens[run[0]].upos in {"PART", "ADV", "CCONJ", "SCONJ"} or _is_case(tree, run[0])
    ):
        run.pop(0)
    commas = [word for word in run if word < index and tree.lower(word) == ","]
    if commas and tree.tokens[run[0]].upos == "VERB":  # "Consultado por el plan, Ruiz": the name stands behind the comma
        run = [word for word in run if word > commas[-1]]
    return tuple(run) if index in run else ()


def _is_clitic(tree: Tree, index: int) -> bool:
    """me dijo, le pidió: an object, never who speaks."""
    return tree.tokens[index].upos == "PRON" and tree.tokens[index].feat("Case") in {"Acc", "Dat"}


def _is_case(tree: Tree, index: int) -> bool:
    return tree.tokens[index].deprel == "case"


def _hyphened(tree: Tree, words: list[int], cue: int) -> list[int]:
    """ "Director-General of …": what a hyphen joins to the name, wherever the parser hangs it."""
    last = words[-1] if words else -1
    tokens = tree.tokens
    if not 0 <= last < len(tokens) - 2 or tree.lower(last + 1) != "-":
        return words
    glued = tokens[last].span.stop == tokens[last + 1].span.start and tokens[last + 1].span.stop == tokens[last + 2].span.start
    more = [word for word in subtree(tree, last + 2, NOT_OF_NAME) if word > last] if glued else []
    return [*words, last + 1, *(word for word in more if word < cue)] if more else words


def _dated(tree: Tree, word: int, index: int) -> bool:
    """Words of a date that the parser takes for an apposition: "la titular, el 16 de enero"."""
    path = [word, *ancestors(tree, word)]
    path = path[: path.index(index)] if index in path else path
    return any(tree.tokens[step].deprel in {"appos", "nmod"} and _is_number(tree, step) for step in path)


def _is_number(tree: Tree, index: int) -> bool:
    return tree.tokens[index].upos == "NUM" or tree.lower(index)[:1].isdigit()

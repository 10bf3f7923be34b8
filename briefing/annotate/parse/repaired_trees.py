"""Corrections of what governs what: whom a clause belongs to, who is the subject and who the object."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace

from briefing.annotate.parse.repair_words import NOUNS, SUBJECTS, SURE, RepairWords, Tokens, children, number_of
from briefing.model import Token

BEFORE = 2
"""Tokens before an infinitive's mark that are a noun and its comma."""
TITLE = 8
"""Tokens before a name in which the word for its bearer stands: `con el ministro de Salud de Chile, Luis Ruiz`."""
GOVERNED = frozenset({"nmod", "obl", "obj", "iobj"})
"""Relations of a noun that is no subject."""


def name_as_verb(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`Tristán y Luis Mora se verán` with `Tristán` as an adverbial clause: what is joined to a name before a plural verb."""
    first = tokens[0] if tokens else None
    joined = children(tokens, 0, "conj")
    named = len(joined) == 1 and tokens[joined[0]].upos == "PROPN" and bool(children(tokens, joined[0], "cc"))
    if first is None or not named or first.upos != "VERB" or first.deprel != "advcl" or not first.form[:1].isupper():
        return {}
    verb = tokens[first.head]
    several = verb.feat("VerbForm") == "Fin" and verb.feat("Number") == "Plur"
    if not several or joined[0] != 2 or any(children(tokens, first.head, s) for s in SUBJECTS):
        return {}
    return {0: replace(first, upos="PROPN", lemma=first.form, feats="", deprel="nsubj")}


def verb_behind_apposition(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`Chad's minister, Idriss Tom, denied that …` with the office as root: behind a name between commas a past tells."""
    root = next((place for place, token in enumerate(tokens) if token.head < 0), None)
    if root is None or tokens[root].upos not in NOUNS:
        return {}
    named = [n for n in children(tokens, root, "appos") if tokens[n].upos == "PROPN" and n > root]
    told = [n for relation in ("acl", "acl:relcl") for n in children(tokens, root, relation) if named and n > named[0]]
    told = [n for n in told if tokens[n - 1].form == "," and tokens[n].upos == "VERB" and tokens[n].feat("Tense") == "Past"]
    told = [n for n in told if children(tokens, n, "ccomp") and not children(tokens, n, "nsubj")]
    if len(told) != 1:
        return {}
    verb = replace(tokens[told[0]], head=-1, deprel="root", feats="Mood=Ind|Tense=Past|VerbForm=Fin")
    return {told[0]: verb, root: replace(tokens[root], head=told[0], deprel="nsubj")}


def subject_of_perfect(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`had spoken by telephone` with a passive's subject: `have` alone makes no passive."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.deprel != "nsubj:pass" or token.head <= place or tokens[token.head].feat("VerbForm") != "Part":
            continue
        marks = [n for relation in ("aux:pass", "expl:pass", "expl:pv", "cop") for n in children(tokens, token.head, relation)]
        helpers = {tokens[n].form.lower() for n in children(tokens, token.head, "aux")}  # `was received`, with `was` as one
        if helpers and helpers <= words.perfect_helpers and not marks:
            changes[place] = replace(token, deprel="nsubj")
    return changes


def relative_object(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`los operativos que encabezarían fuerzas mexicanas`: `que` is the object where only the noun behind agrees.

    Where both nouns agree with the verb, it is where the one behind is a person without the preposition that persons have
    as objects: `la delegación que encabezará el viceministro`.
    """
    changes = {}
    for place, token in enumerate(tokens):
        if token.form.lower() not in words.relatives or token.deprel != "nsubj" or token.head <= place:
            continue
        verb = tokens[token.head]
        antecedent = tokens[verb.head] if verb.deprel in {"acl", "acl:relcl"} and verb.head >= 0 else None
        behind = [n for n in children(tokens, token.head, "obj") if n > token.head and not children(tokens, n, "case")]
        if antecedent is None or len(behind) != 1 or verb.feat("Number") is None:
            continue
        agrees = number_of(tokens, behind[0]) == verb.feat("Number")
        someone = tokens[behind[0]].lemma in words.persons and bool(children(tokens, behind[0], "det"))
        if agrees and (someone or number_of(tokens, verb.head) != verb.feat("Number")):
            changes[place] = replace(token, deprel="obj")
            changes[behind[0]] = replace(tokens[behind[0]], deprel="nsubj")
    return changes


def two_subjects(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`las medidas que anunció el gobierno` with `que` and `gobierno` both as subjects: the relative is the object."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.form.lower() in words.relatives and token.deprel == "nsubj" and token.head > place:
            others = [n for n in children(tokens, token.head, "nsubj") if n != place]
            if others and not children(tokens, token.head, "obj"):
                changes[place] = replace(token, deprel="obj")
    return changes


def subject_that_points(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`y este le prometió …` with `este` as the article of `le`: a pronoun has none, so it is who promises."""
    changes = {}
    for place, token in enumerate(tokens[:-1]):
        verb = tokens[place + 1].head if tokens[place + 1].upos == "PRON" else -1
        if token.form.lower() not in words.pointing or token.head not in {place + 1, verb}:
            continue
        if verb > place + 1 and not any(children(tokens, verb, s) for s in SUBJECTS):
            changes[place] = replace(token, upos="PRON", head=verb, deprel="nsubj", confidence=SURE)
    return changes


def name_behind_title(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`In a call with her Chilean counterpart, Luis Ruiz, Ana Mora said …` with `Luis` as a subject: the counterpart.

    Where a word for a person that is none of the verb's stands before the comma, and another noun before the verb.
    """
    changes = {}
    for place, token in enumerate(tokens):
        verb = token.head
        if token.upos != "PROPN" or token.deprel != "nsubj" or verb <= place or place < 2 or tokens[place - 1].form != ",":
            continue
        noun = next((n for n in range(place - 2, max(-1, place - TITLE), -1) if tokens[n].lemma.lower() in words.persons), None)
        stop = next((n for n in range(place + 1, verb) if tokens[n].form == ","), None)
        if noun is None or stop is None or tokens[noun].deprel.partition(":")[0] not in GOVERNED:
            continue
        if tokens[noun].head >= place and not children(tokens, noun, "case"):
            continue
        name = {place, *(n for n in range(place, stop) if tokens[n].deprel == "flat")}
        end = next((n for n in range(stop + 1, verb) if tokens[n].form == ","), verb)
        run = [n for n in range(stop + 1, end) if tokens[n].upos not in {"AUX", "ADV", "PRON"}]
        heads = [n for n in run if tokens[n].upos in NOUNS and (tokens[n].head not in run)]
        if name == {*range(place, stop)} and heads and not any(tokens[n].upos in {"VERB", "ADP"} for n in run[:1]):
            changes[place] = replace(token, head=noun, deprel="appos", confidence=SURE)
            changes[heads[0]] = replace(tokens[heads[0]], head=verb, deprel="nsubj", confidence=SURE)
    return changes


def subject_behind_name(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`In talks with the Togolese envoy, Luis Ruiz, Minister Ana Mora asked …` with `Mora` beside `Luis`: she asked.

    Of a verb without a subject, right before which a name stands that a comma parts from another one.
    """
    changes: dict[int, Token] = {}
    for place in bare_main_verbs(tokens):
        helped = {n for n in range(place) if tokens[n].head == place and tokens[n].deprel.startswith("aux")}
        stop = min(helped | {place})
        comma = next((n for n in range(stop - 1, 1, -1) if tokens[n].form == ","), None)
        if comma is None:
            continue
        run = range(comma + 1, stop)
        heads = [n for n in run if tokens[n].head not in run]
        named = all(tokens[n].upos == "PROPN" and tokens[n].deprel in {"appos", "flat"} for n in heads)
        above = {tokens[n].head for n in heads} if named else set[int]()
        first = above.pop() if len(above) == 1 else -1
        apposed = 0 <= first < comma and tokens[first].deprel == "appos" and tokens[comma - 1].upos == "PROPN"
        if apposed and tokens[tokens[first].head].lemma.lower() in words.persons:
            changes |= {n: replace(tokens[n], head=heads[0], deprel="flat") for n in heads[1:]}
            changes[heads[0]] = replace(tokens[heads[0]], head=place, deprel="nsubj", confidence=SURE)
    return changes


def bare_main_verbs(tokens: Tokens) -> Iterator[int]:
    """The main verb of a sentence, where it has no subject."""
    for place, token in enumerate(tokens):
        if token.upos == "VERB" and token.head < 0 and not any(children(tokens, place, s) for s in SUBJECTS):
            yield place


def verb_of_first_subject(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`The palace denied that Chile had paid` with both nouns as subjects of `paid`: what stands before `that` says so."""
    changes = {}
    marking = [t for t in tokens if t.deprel == "mark" and t.head >= 0 and t.form.lower() in words.complementizers]
    for place, count in Counter(t.head for t in marking).items():
        if count != 1:
            continue
        token, subjects = tokens[place], children(tokens, place, "nsubj")
        marks = [n for n in children(tokens, place, "mark") if tokens[n].form.lower() in words.complementizers]
        if len(subjects) != 2 or not subjects[0] < marks[0] < subjects[1] < place:
            continue
        said = [n for n in children(tokens, subjects[0], "acl") if tokens[n].upos == "VERB" and n < marks[0]]
        if len(said) == 1 and not children(tokens, said[0], "obj"):
            changes[said[0]] = replace(tokens[said[0]], head=token.head, deprel=token.deprel)
            changes[subjects[0]] = replace(tokens[subjects[0]], head=said[0])
            changes[place] = replace(token, head=said[0], deprel="ccomp")
    return changes


def two_objects(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`los acuerdos que firmaron ambos países` with `que` and `países` both as objects: the bare noun behind is the subject."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.form.lower() in words.relatives and token.deprel == "obj" and token.head > place:
            verb = tokens[token.head]
            nouns = [n for n in children(tokens, token.head, "obj") if n != place]
            subjects = [child for child in tokens if child.head == token.head and child.deprel in SUBJECTS]
            if subjects or len(nouns) != 1 or nouns[0] < token.head or children(tokens, nouns[0], "case"):
                continue
            if number_of(tokens, nouns[0]) == verb.feat("Number") is not None:
                changes[nouns[0]] = replace(tokens[nouns[0]], deprel="nsubj")
    return changes


def infinitive_of_duty(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`Chile tiene que retirar …` with `retirar` joined to `tiene` as a second verb: it is governed, of one subject."""
    changes = {}
    for place, token in enumerate(tokens):
        above = token.head
        joined = token.deprel == "conj" and token.feat("VerbForm") == "Inf" and 0 <= above < place - 1
        if not joined or tokens[above].lemma not in words.duty_verbs or tokens[above + 1].form.lower() not in words.duty_marks:
            continue
        before = [c for subject in SUBJECTS for c in children(tokens, place, subject) if c < above]
        if before:
            changes[place] = replace(token, deprel="xcomp")
            changes[above + 1] = replace(tokens[above + 1], deprel="mark")
            changes |= {c: replace(tokens[c], head=above) for c in before}
    return changes


def subject_of_going(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`anunció que viajará a Lima el ministro`: a verb without an object has a person behind it for its subject."""
    changes = {}
    for place, token in enumerate(tokens):
        verb = tokens[token.head] if 0 <= token.head < place else None
        if verb is None or token.deprel != "obj" or token.lemma not in words.persons or verb.lemma not in words.goal_verbs:
            continue
        bare = bool(children(tokens, place, "det")) and not children(tokens, place, "case")
        if bare and verb.feat("VerbForm") == "Fin" and not children(tokens, token.head, "nsubj"):
            changes[place] = replace(token, deprel="nsubj")
    return changes


def object_behind_place(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`recibió hoy en Lima a la ministra`: the person behind the place is whom the verb without an object acts upon."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.deprel != "nmod" or token.upos not in {"NOUN", "PROPN"} or not 0 <= token.head < place:
            continue
        between = tokens[token.head]
        cases = [tokens[c].form.lower() for c in children(tokens, place, "case")] if between.deprel == "obl" else []
        if len(cases) != 1 or cases[0] not in words.object_prepositions:
            continue
        where = {tokens[c].form.lower() for c in children(tokens, token.head, "case")} & words.place_prepositions
        verb = tokens[between.head] if between.deprel == "obl" and 0 <= between.head < token.head else None
        named = token.upos == "PROPN" or bool(children(tokens, place, "det"))
        free = verb is not None and verb.upos == "VERB" and verb.lemma not in words.goal_verbs
        taken = [c for relation in ("obj", "nsubj:pass", "ccomp") for c in children(tokens, between.head, relation)]
        if where and named and free and not taken:
            changes[place] = replace(token, head=between.head, deprel="obj")
    return changes


def object_of_holding(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`received today in Oslo the Secretary`, `sostuvieron el lunes, en Oslo, la sesión`: a bare noun behind day and place.

    Only of verbs that cannot do without an object, and which have none.
    """
    changes = {}
    for place, token in enumerate(tokens):
        if token.deprel not in {"obl", "appos"} or token.upos not in {"NOUN", "PROPN"} or not 0 <= token.head < place:
            continue
        between = token.deprel == "appos" and tokens[token.head].deprel == "obl"
        verb = tokens[token.head].head if between else token.head
        behind = between or any(n < place for n in children(tokens, verb, "obl"))
        bare = bool(children(tokens, place, "det")) and not children(tokens, place, "case")
        timed = {tokens[n].lemma.lower() for n in (place, *children(tokens, place, "compound"))} & words.time_nouns
        taken = [c for relation in ("obj", "nsubj:pass", "ccomp", "aux:pass") for c in children(tokens, verb, relation)]
        holds = 0 <= verb < place and tokens[verb].lemma in words.object_verbs and tokens[verb].upos == "VERB"
        if behind and bare and holds and not timed and not taken:
            changes[place] = replace(token, head=verb, deprel="obj")
    return changes


def infinitive_of_noun(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`should not affect the summit, to be held in Oslo`: a passive infinitive behind a noun's comma tells of the noun."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.deprel != "advcl":
            continue
        marks = [n for n in children(tokens, place, "mark") if tokens[n].form.lower() in words.infinitive_marks]
        bare = any(tokens[n].feat("VerbForm") == "Inf" for n in children(tokens, place, "aux:pass"))
        if not bare or len(marks) != 1 or marks[0] < BEFORE:
            continue
        comma, noun = tokens[marks[0] - 1], tokens[marks[0] - 2]
        if comma.form == "," and noun.upos == "NOUN" and noun.deprel in {"obj", "obl", "nsubj:pass"}:
            changes[place] = replace(token, head=marks[0] - 2, deprel="acl")
    return changes


def governed_preposition(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`viajó a Bogotá`, `se opuso al plan`: with these verbs the preposition of people marks no object."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.deprel in {"obj", "iobj"} and token.head >= 0 and tokens[token.head].lemma in words.goal_verbs:
            marked = any(tokens[n].form.lower() in words.object_prepositions for n in children(tokens, place, "case"))
            if marked:
                changes[place] = replace(token, deprel="obl:arg")
    return changes


def finite_complement(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`“No vamos a negociar”, dijo`: a clause with a finite verb of its own is no open complement."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.deprel == "xcomp" and token.upos in {"VERB", "AUX"}:
            verbs = [token, *(tokens[n] for n in children(tokens, place, "aux"))]
            if any(verb.feat("VerbForm") == "Fin" and verb.feat("Mood") for verb in verbs):
                changes[place] = replace(token, deprel="ccomp")
    return changes

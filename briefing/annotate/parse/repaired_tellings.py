"""Corrections of who tells what to whom: verbs of telling, their hearers and what they tell."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefing.annotate.parse.repair_words import NOUNS, SUBJECTS, SURE, RepairWords, Tokens, children, is_marked
from briefing.model import Token
from briefing.model.trees import ancestors_of

CLAUSES = frozenset({"ccomp", "acl", "acl:relcl", "advcl"})


def hearer_of_told(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`told police that …`, `contó a la policía que …`: the clause belongs to the verb, not to the hearer."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.deprel not in CLAUSES or token.head < 0 or not is_marked(tokens, place, words.complementizers):
            continue
        hearer = tokens[token.head]
        if hearer.upos not in NOUNS or hearer.deprel not in {"obj", "iobj", "obl", "obl:arg"} or hearer.head < 0:
            continue
        governor = tokens[hearer.head]
        if governor.lemma in words.tellers and hearer.head < token.head < place and not children(tokens, hearer.head, "ccomp"):
            changes[place] = replace(token, head=hearer.head, deprel="ccomp")
    return changes


def teller_before_hearer(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`Minister Ana Mora told Ambassador Per Lund that …` with `Lund` as the subject and `Mora` below it: she told him."""
    changes = {}
    for place, hearer in enumerate(tokens):
        verb = hearer.head
        if hearer.deprel != "nsubj" or not 0 <= verb < place or tokens[verb].lemma not in words.tellers:
            continue
        teller = [n for n in children(tokens, place, "flat") if n < verb and tokens[n].upos == "PROPN"]
        told = [n for n in children(tokens, verb, "ccomp") if place < n and is_marked(tokens, n, words.complementizers)]
        if len(teller) == 1 and told:
            changes[place] = replace(hearer, deprel="obj")
            changes[teller[0]] = replace(tokens[teller[0]], head=verb, deprel="nsubj", confidence=SURE)
    return changes


def clause_of_told(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`aseguró a Perú que ni antes ni ahora autorizó …` beside the verb: after a verb of telling it is what is told."""
    changes = {}
    for place, token in enumerate(tokens):
        if (
            token.deprel not in {"advcl", "conj"}
            or not 0 <= token.head < place
            or tokens[token.head].lemma not in words.tellers
        ):
            continue
        marks = children(tokens, place, "mark")
        bare = len(marks) == 1 and tokens[marks[0]].form.lower() in words.complementizers and not children(tokens, place, "cc")
        if bare and not children(tokens, token.head, "ccomp"):
            changes[place] = replace(token, deprel="ccomp")
    return changes


def phrase_before_clause(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`said after talks in Lima that he would accept it`, with `talks` below `accept`: a that-clause begins with its `that`."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.deprel.partition(":")[0] not in {"obl", "advmod"} or token.head <= place:
            continue
        told = tokens[token.head]
        marks = [n for n in children(tokens, token.head, "mark") if tokens[n].form.lower() in words.complementizers]
        if told.deprel == "ccomp" and 0 <= told.head < place and marks and place < marks[0]:
            changes[place] = replace(token, head=told.head)
    return changes


def conjunction_of_told(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`aseguró a Perú que ni antes ni ahora autorizó …` with `que` as the subject: of what is told it is the conjunction."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.form.lower() not in words.complementizers or token.deprel not in SUBJECTS or token.head <= place:
            continue
        told = tokens[token.head]
        if told.deprel == "ccomp" and 0 <= told.head < place and tokens[told.head].lemma in words.tellers:
            changes[place] = replace(token, upos="SCONJ", deprel="mark")
    return changes


def subject_of_told(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`The ministers spoke on Monday, officials said` with both nouns as subjects of `said`: the first one spoke."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.deprel != "ccomp" or token.head <= place or any(children(tokens, place, s) for s in SUBJECTS):
            continue
        told = [child for child in children(tokens, token.head, "nsubj") if child < place]
        teller = [child for child in children(tokens, token.head, "nsubj") if place < child]
        if len(told) == 1 and teller:
            changes[told[0]] = replace(tokens[told[0]], head=place)
    return changes


def subject_behind_said(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`said officials would meet` with `officials` as whom it was said to: a verb without a hearer has only what is said."""
    changes = {}
    for place, token in enumerate(tokens):
        if (
            token.deprel not in {"iobj", "obj"}
            or not 0 <= token.head < place
            or tokens[token.head].lemma not in words.no_hearer
        ):
            continue
        said = [c for c in children(tokens, token.head, "ccomp") if c > place]
        if said and not any(children(tokens, said[0], relation) for relation in (*SUBJECTS, "mark")):
            passive = bool(children(tokens, said[0], "aux:pass"))
            changes[place] = replace(token, head=said[0], deprel="nsubj:pass" if passive else "nsubj")
    return changes


def teller_behind_comma(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`Kenya will drop the bond on fuel, the ministers announced on Tuesday` with `announced` of the fuel: it tells it all."""
    root = next((place for place, token in enumerate(tokens) if token.head < 0), len(tokens))
    changes = {}
    for place, token in enumerate(tokens):
        if not token.deprel.startswith("acl") or token.lemma not in words.announcing or token.feat("VerbForm") != "Fin":
            continue
        comma = next((n for n in range(place, -1, -1) if tokens[n].form == ","), -1)
        between = range(comma + 1, place)
        whole = root < comma and all(place in ancestors_of(tokens, n) for n in between)
        plain = not any(tokens[n].feat("PronType") == "Rel" for n in between)
        if whole and plain and children(tokens, place, "nsubj") and not children(tokens, place, "obj"):
            changes[place] = replace(token, head=root, deprel="parataxis")
    return changes

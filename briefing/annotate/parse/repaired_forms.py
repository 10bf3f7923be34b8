"""Corrections of what a word is: a verb that the network takes for a noun, a person, tense or mood that its ending tells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from briefing.annotate.parse.repair_words import NOUNS, SUBJECTS, RepairWords, Tokens
from briefing.model import Token


def headline_verb(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`Court Rejects Appeal`: a noun with a subject and an object, and nothing that nouns have, is a finite verb."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.upos not in {"NOUN", "PROPN"}:
            continue
        kin = {child.deprel for child in tokens if child.head == place}
        if kin & SUBJECTS and "obj" in kin and not kin & {"det", "case", "cop", "amod", "nmod:poss"}:
            changes[place] = replace(token, upos="VERB", feats="Mood=Ind|Tense=Pres|VerbForm=Fin", lemma=token.lemma.lower())
    return changes


def asking_verb(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`Ghana urges Togo to open the gates, its ministry said`: right behind a name, with what is asked, it is a verb."""
    changes: dict[int, Token] = {}
    for place, token in enumerate(tokens):
        lemma = words.asking_forms.get(token.form)
        name = tokens[place - 1] if place else token
        if lemma is None or token.upos not in NOUNS or name.upos != "PROPN" or (name.head, name.deprel) != (place, "compound"):
            continue
        hearer = [n for n, one in enumerate(tokens) if one.head == place < n and one.deprel in {"flat", "obj"}][:1]
        below = [(n, one) for n, one in enumerate(tokens) if one.head in {place, *hearer} and n > place and one.upos == "VERB"]
        asked = [n for n, one in below if one.deprel.partition(":")[0] in {"acl", "advcl", "ccomp"}]
        if asked:
            changes[place] = replace(token, upos="VERB", feats="Mood=Ind|Tense=Pres|VerbForm=Fin", lemma=lemma)
            changes[place - 1] = replace(name, deprel="nsubj")
            changes |= {n: replace(tokens[n], deprel="obj") for n in hearer}
            changes |= {
                n: replace(tokens[n], head=place, deprel="xcomp")
                for n in asked[:1]
                if tokens[n].feat("VerbForm") in {"Inf", "Ger"}
            }
    return changes


def verb_before_its_clause(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`La Cancillería desmiente que …` with an adverb: right before a clause, whose verb the tree hangs it on, it tells."""
    for place, token in enumerate(tokens[:-1]):
        lemma, that = words.asking_forms.get(token.form), tokens[place + 1]
        if lemma is None or token.upos in {"VERB", "AUX"} or that.form.lower() not in words.complementizers:
            continue
        told = that.head
        if told <= place or token.head != told:
            continue
        verb = replace(tokens[told], head=place, deprel="ccomp")
        tells = replace(token, upos="VERB", lemma=lemma, feats=PRESENT, head=tokens[told].head, deprel=tokens[told].deprel)
        before = {n: one for n, one in enumerate(tokens[:place]) if one.head == told}
        return {n: replace(one, head=place) for n, one in before.items()} | {told: verb, place: tells}
    return {}


PRESENT = "Mood=Ind|Person=3|Tense=Pres|VerbForm=Fin"


def past_without_helper(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`Chile accused Peru of …`, `…, officials confirmed` with participles: without a helper they are pasts."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.upos != "VERB" or token.feat("VerbForm") != "Part" or token.feat("Tense") != "Past":
            continue
        below = [(n, one) for n, one in enumerate(tokens) if one.head == place]
        subjects = [n for n, one in below if one.deprel in SUBJECTS and n < place] or name_before(tokens, place)
        objects = [n for n, one in below if one.deprel == "obj" and n > place and one.upos in NOUNS]
        objects += [n for n, one in below if one.deprel == "ccomp" and one.upos in {"VERB", "ADJ", "NOUN"}]
        helped = any(one.deprel.partition(":")[0] in {"aux", "cop"} for _, one in below)
        if token.deprel in {"root", "ccomp", "parataxis"} and subjects and objects and not helped:
            changes[place] = replace(token, feats="Mood=Ind|Tense=Past|VerbForm=Fin")
            changes |= {n: replace(tokens[n], deprel="nsubj") for n in subjects}
    return changes


def name_before(tokens: Tokens, place: int) -> list[int]:
    """`Doukas rejected the offer and said …` with the name that opens the sentence as where or by whom: it is who did so."""
    bare = tokens[0].upos == "PROPN" and tokens[0].head == place and tokens[0].deprel.startswith("obl")
    return [0] if bare and not any(one.head == 0 and one.deprel == "case" for one in tokens[:place]) else []


def helped_verb(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`will no longer travel to Lima`: a noun with a subject and an auxiliary, and nothing that nouns have, is a verb."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.upos != "NOUN":
            continue
        kin = {child.deprel for child in tokens if child.head == place}
        if kin & SUBJECTS and "aux" in kin and not kin & {"det", "case", "cop", "amod", "nmod:poss"}:
            changes[place] = replace(token, upos="VERB", feats="VerbForm=Inf")
    return changes


def infinitive_behind_its_mark(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`to combat smuggling`, with the features of a noun: a verb right behind its mark is an infinitive."""
    changes: dict[int, Token] = {}
    for place, token in enumerate(tokens):
        mark = tokens[place - 1] if place else None
        if mark is None or token.upos != "VERB" or token.feat("VerbForm") is not None:
            continue
        if mark.head == place and mark.deprel == "mark" and mark.form.lower() in words.infinitive_marks:
            changes[place - 1], changes[place] = replace(mark, upos="PART"), replace(token, feats="VerbForm=Inf")
    return changes


def verb_taken_for_noun(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`on its soil to combat cocaine production`, with `to` taken for a preposition; `to combat units` may be whither."""
    changes: dict[int, Token] = {}
    for place, token in enumerate(tokens):
        mark = tokens[place - 1] if place else None
        if mark is None or token.upos != "NOUN" or token.deprel != "compound" or token.lemma not in words.purpose_verbs:
            continue
        led = mark.head == token.head and mark.deprel == "case" and mark.form.lower() in words.infinitive_marks
        if led and token.head > place + 1:
            changes[place - 1] = replace(mark, upos="PART", head=place, deprel="mark")
            changes[place] = replace(token, upos="VERB", feats="VerbForm=Inf")
    return changes


def purpose_taken_for_compound(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`patrols on the river to combat cocaine production`: a verb between `to` and a noun is an infinitive with its object."""
    changes: dict[int, Token] = {}
    for place, token in enumerate(tokens):
        if token.feat("VerbForm") != "Inf" or token.deprel != "compound" or token.head < place:
            continue
        noun = tokens[token.head]
        relation = {"nmod": "acl", "obl": "advcl", "obj": "xcomp"}.get(noun.deprel)
        if relation is None or any(n < place for n, one in enumerate(tokens) if one.head == token.head):
            continue
        changes[place] = replace(token, head=noun.head, deprel=relation)
        changes[token.head] = replace(noun, head=place, deprel="obj")
    return changes


def conditional_ending(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`participarían`: an infinitive with the conditional's ending is sure, the tagger is not."""
    changes = {}
    for place, token in enumerate(tokens):
        lower = token.form.lower()
        ending = next((e for e in words.conditional_endings if lower.endswith(e)), None)
        if ending is None or token.upos not in {"VERB", "AUX"} or token.feat("Mood") == "Cnd":
            continue
        stem = lower[: len(lower) - len(ending)]
        irregular = stem.endswith(words.irregular_stems)
        if irregular or (stem.endswith(words.infinitives) and not stem.endswith(words.imperfect_stems)):
            lemma = token.lemma if irregular else stem
            changes[place] = replace(token, lemma=lemma, feats=_conditional(token.feats))
    return changes


def first_person_ending(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`planteé`, `el lunes recibí`, `me reúno`: the ending is sure, the tagger is not."""
    changes = {}
    for place, token in enumerate(tokens):
        indicative = token.upos in {"VERB", "AUX"} and token.feat("VerbForm") == "Fin" and token.feat("Mood") == "Ind"
        if token.form.lower() in words.first_person_forms and token.upos in {"VERB", "AUX"}:
            changes[place] = replace(token, feats="Mood=Ind|Number=Sing|Person=1|Tense=Past|VerbForm=Fin")
        elif indicative and token.feat("Person") in {"1", "3"} and token.form.lower().endswith(words.first_person_endings):
            past = token.form.lower() not in words.first_presents  # `sé`
            feats = token.feats.replace("Tense=Pres", "Tense=Past") if past else token.feats
            changes[place] = replace(token, feats=feats.replace("Person=3", "Person=1"))
        elif is_of_first_present(token, words):
            changes[place] = replace(token, feats="Mood=Ind|Number=Sing|Person=1|Tense=Pres|VerbForm=Fin")
    return changes


def past_that_opens(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`Hablé por teléfono con la ministra el lunes`: a verb that a parser takes for a name by the capital that opens it."""
    place = next((n for n, token in enumerate(tokens) if token.upos != "PUNCT"), 0)
    lemma = words.opening_pasts.get(tokens[place].form.lower()) if tokens else None
    if lemma is None or tokens[place].upos not in {"NOUN", "PROPN"} or tokens[place].head >= 0:
        return {}
    feats = "Mood=Ind|Number=Sing|Person=1|Tense=Past|VerbForm=Fin"
    below = {n: one for n, one in enumerate(tokens) if one.head == place and one.deprel == "nmod"}
    changes = {n: replace(one, deprel="obl") for n, one in below.items()}
    return changes | {place: replace(tokens[place], upos="VERB", lemma=lemma, feats=feats)}


def person_of_joined(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`Minister Diop took note and undertook to …`: a past that has one form for all persons has that of the verb before it."""
    changes: dict[int, Token] = {}
    if words.first_person_endings:
        return changes  # in Spanish `tomó nota y prometí` tells its own
    for place, token in enumerate(tokens):
        joined = token.upos == "VERB" and token.deprel == "conj" and token.feat("Tense") == "Past"
        if not joined or token.feat("Person") not in {"1", "2"} or tokens[token.head].feat("Person") != "3":
            continue
        if not any(one.head == place and one.deprel in SUBJECTS for one in tokens):
            feats = token.feats.replace(f"Person={token.feat('Person')}", "Person=3")
            changes[place] = replace(token, feats=feats)
    return changes


def is_of_first_present(token: Token, words: RepairWords) -> bool:
    """A finite verb of the present by its tag, in the third person, with an ending that only the first has."""
    told = token.upos == "VERB" and token.feat("VerbForm") == "Fin" and token.feat("Tense") == "Pres"
    return told and token.feat("Person") == "3" and token.form.lower().endswith(words.first_present_endings)


def first_person_future(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`recibiré`, `haremos`: the infinitive, or an irregular stem, with an ending of the future is sure, the tagger is not."""
    changes = {}
    for place, token in enumerate(tokens):
        lower = token.form.lower()
        ending = next((e for e in words.future_endings if lower.endswith(e)), None)
        if ending is None or token.upos not in {"VERB", "AUX"}:
            continue
        stem = lower.removesuffix(ending)
        if (stem == token.lemma.lower() and stem.endswith(words.infinitives)) or stem in words.irregular_stems:
            changes[place] = replace(
                token, feats=f"Mood=Ind|Number={words.future_endings[ending]}|Person=1|Tense=Fut|VerbForm=Fin"
            )
    return changes


def present_taken_for_future(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`proponemos`, `conversamos`: no future of `we` lacks its ending, with the last letter of an infinitive before it."""
    last = {stem[-1] for stem in (*words.infinitives, *words.irregular_stems)}
    sure = tuple(letter + e for e, number in words.future_endings.items() if number == "Plur" for letter in last)
    changes = {}
    for place, token in enumerate(tokens):
        ours = token.feat("Person") == "1" and token.feat("Number") == "Plur"
        if sure and ours and token.feat("Tense") == "Fut" and not token.form.lower().endswith(sure):
            changes[place] = replace(token, feats=token.feats.replace("Tense=Fut", "Tense=Pres"))
    return changes


def counterpart_taken_for_adjective(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`con su similar de Chile`, `a su similar chileno`: behind a possessive and before no noun, it is a person."""
    changes: dict[int, Token] = {}
    for place, token in enumerate(tokens[:-1]):
        owner, behind = tokens[place - 1], tokens[place + 1]
        if not place or token.upos != "ADJ" or token.lemma not in words.persons or owner.feat("Poss") != "Yes":
            continue
        if behind.upos in NOUNS and behind.head not in {place, token.head}:
            continue
        if token.head != place + 1:
            changes[place] = replace(token, upos="NOUN")
        elif behind.upos == "ADJ":
            changes |= {n: replace(one, head=place) for n, one in enumerate(tokens) if one.head == place + 1}
            changes[place] = replace(token, upos="NOUN", head=behind.head, deprel=behind.deprel)
            changes[place + 1] = replace(behind, head=place, deprel="amod")
    return changes


def _conditional(feats: str) -> str:
    kept = [pair for pair in feats.split("|") if pair.split("=")[0] not in {"", "Mood", "Tense", "VerbForm"}]
    return "|".join(sorted([*kept, "Mood=Cnd", "VerbForm=Fin"]))

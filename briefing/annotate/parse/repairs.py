"""Named corrections of trees that the network gets wrong in a regular way, with their words in the language's file.

Each rule takes the tokens and the language's `RepairWords`, and returns changes by place; a later rule sees the earlier
ones' work.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType

from briefing.errors import KnowledgeError
from briefing.model import Token

Tokens = tuple[Token, ...]
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
CLAUSES = frozenset({"ccomp", "acl", "acl:relcl", "advcl"})
SUBJECTS = frozenset({"nsubj", "nsubj:pass"})


@dataclass(frozen=True, slots=True, kw_only=True)
class RepairWords:
    """`tellers`: lemmas of verbs with a hearer and a that-clause; `complementizers` and `relatives` as written, lower case;
    `goal_verbs`: lemmas of verbs without an object that govern one of `object_prepositions`;
    `place_prepositions`: `en`; `no_hearer`: lemmas of verbs with a clause and no hearer (`say`); `infinitive_marks`: `to`;
    `purpose_verbs`: lemmas that are verbs behind it before two nouns.

    A conditional is an infinitive (its ending in `infinitives`) or an irregular stem with an ending; `imperfect_stems` look
    like infinitives with the same endings (`quería`).  A finite verb of the indicative with one of `first_person_endings` is
    in the first person, and so are the irregular `first_person_forms`; `future_endings` are those of the first person, with
    their number.
    """

    tellers: frozenset[str]
    complementizers: frozenset[str]
    relatives: frozenset[str]
    object_prepositions: frozenset[str]
    goal_verbs: frozenset[str]
    place_prepositions: frozenset[str]
    no_hearer: frozenset[str]
    infinitive_marks: frozenset[str]
    purpose_verbs: frozenset[str]
    conditional_endings: tuple[str, ...]
    infinitives: tuple[str, ...]
    irregular_stems: tuple[str, ...]
    imperfect_stems: tuple[str, ...]
    future_endings: Mapping[str, str]
    first_person_endings: tuple[str, ...]
    first_person_forms: frozenset[str]


Rule = Callable[[Tokens, RepairWords], Mapping[int, Token]]


def hearer_of_told(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`told police that …`, `contó a la policía que …`: the clause belongs to the verb, not to the hearer."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.deprel not in CLAUSES or token.head < 0 or not _marked(tokens, place, words.complementizers):
            continue
        hearer = tokens[token.head]
        if hearer.upos not in NOUNS or hearer.deprel not in {"obj", "iobj", "obl", "obl:arg"} or hearer.head < 0:
            continue
        governor = tokens[hearer.head]
        if governor.lemma in words.tellers and hearer.head < token.head < place and not _children(tokens, hearer.head, "ccomp"):
            changes[place] = replace(token, head=hearer.head, deprel="ccomp")
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
        marks = _children(tokens, place, "mark")
        bare = len(marks) == 1 and tokens[marks[0]].form.lower() in words.complementizers and not _children(tokens, place, "cc")
        if bare and not _children(tokens, token.head, "ccomp"):
            changes[place] = replace(token, deprel="ccomp")
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


def relative_object(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`los operativos que encabezarían fuerzas mexicanas`: `que` is the object where only the noun behind agrees.

    Where both nouns agree with the verb the tree is left as it is.
    """
    changes = {}
    for place, token in enumerate(tokens):
        if token.form.lower() not in words.relatives or token.deprel != "nsubj" or token.head <= place:
            continue
        verb = tokens[token.head]
        antecedent = tokens[verb.head] if verb.deprel in {"acl", "acl:relcl"} and verb.head >= 0 else None
        behind = [n for n in _children(tokens, token.head, "obj") if n > token.head and not _children(tokens, n, "case")]
        if antecedent is None or len(behind) != 1 or verb.feat("Number") is None:
            continue
        if _number(tokens, verb.head) != verb.feat("Number") == _number(tokens, behind[0]):
            changes[place] = replace(token, deprel="obj")
            changes[behind[0]] = replace(tokens[behind[0]], deprel="nsubj")
    return changes


def two_subjects(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`las medidas que anunció el gobierno` with `que` and `gobierno` both as subjects: the relative is the object."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.form.lower() in words.relatives and token.deprel == "nsubj" and token.head > place:
            others = [n for n in _children(tokens, token.head, "nsubj") if n != place]
            if others and not _children(tokens, token.head, "obj"):
                changes[place] = replace(token, deprel="obj")
    return changes


def subject_of_told(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`The ministers spoke on Monday, officials said` with both nouns as subjects of `said`: the first one spoke."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.deprel != "ccomp" or token.head <= place or any(_children(tokens, place, s) for s in SUBJECTS):
            continue
        told = [child for child in _children(tokens, token.head, "nsubj") if child < place]
        teller = [child for child in _children(tokens, token.head, "nsubj") if place < child]
        if len(told) == 1 and teller:
            changes[told[0]] = replace(tokens[told[0]], head=place)
    return changes


def two_objects(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`los acuerdos que firmaron ambos países` with `que` and `países` both as objects: the bare noun behind is the subject."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.form.lower() in words.relatives and token.deprel == "obj" and token.head > place:
            verb = tokens[token.head]
            nouns = [n for n in _children(tokens, token.head, "obj") if n != place]
            subjects = [child for child in tokens if child.head == token.head and child.deprel in SUBJECTS]
            if subjects or len(nouns) != 1 or nouns[0] < token.head or _children(tokens, nouns[0], "case"):
                continue
            if _number(tokens, nouns[0]) == verb.feat("Number") is not None:
                changes[nouns[0]] = replace(tokens[nouns[0]], deprel="nsubj")
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
        said = [c for c in _children(tokens, token.head, "ccomp") if c > place]
        if said and not any(_children(tokens, said[0], relation) for relation in (*SUBJECTS, "mark")):
            passive = bool(_children(tokens, said[0], "aux:pass"))
            changes[place] = replace(token, head=said[0], deprel="nsubj:pass" if passive else "nsubj")
    return changes


def object_behind_place(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`recibió hoy en Lima a la ministra`: the person behind the place is whom the verb without an object acts upon."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.deprel != "nmod" or token.upos not in {"NOUN", "PROPN"} or not 0 <= token.head < place:
            continue
        between = tokens[token.head]
        cases = [tokens[c].form.lower() for c in _children(tokens, place, "case")] if between.deprel == "obl" else []
        if len(cases) != 1 or cases[0] not in words.object_prepositions:
            continue
        where = {tokens[c].form.lower() for c in _children(tokens, token.head, "case")} & words.place_prepositions
        verb = tokens[between.head] if between.deprel == "obl" and 0 <= between.head < token.head else None
        named = token.upos == "PROPN" or bool(_children(tokens, place, "det"))
        free = verb is not None and verb.upos == "VERB" and verb.lemma not in words.goal_verbs
        taken = [c for relation in ("obj", "nsubj:pass", "ccomp") for c in _children(tokens, between.head, relation)]
        if where and named and free and not taken:
            changes[place] = replace(token, head=between.head, deprel="obj")
    return changes


def governed_preposition(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`viajó a Bogotá`, `se opuso al plan`: with these verbs the preposition of people marks no object."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.deprel in {"obj", "iobj"} and token.head >= 0 and tokens[token.head].lemma in words.goal_verbs:
            marked = any(tokens[n].form.lower() in words.object_prepositions for n in _children(tokens, place, "case"))
            if marked:
                changes[place] = replace(token, deprel="obl:arg")
    return changes


def finite_complement(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`“No vamos a negociar”, dijo`: a clause with a finite verb of its own is no open complement."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.deprel == "xcomp" and token.upos in {"VERB", "AUX"}:
            verbs = [token, *(tokens[n] for n in _children(tokens, place, "aux"))]
            if any(verb.feat("VerbForm") == "Fin" and verb.feat("Mood") for verb in verbs):
                changes[place] = replace(token, deprel="ccomp")
    return changes


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


def past_without_helper(tokens: Tokens, words: RepairWords) -> Mapping[int, Token]:
    """`Chile accused Peru of …`, `…, officials confirmed` with participles: without a helper they are pasts."""
    changes = {}
    for place, token in enumerate(tokens):
        if token.upos != "VERB" or token.feat("VerbForm") != "Part" or token.feat("Tense") != "Past":
            continue
        below = [(n, one) for n, one in enumerate(tokens) if one.head == place]
        subjects = [n for n, one in below if one.deprel in SUBJECTS and n < place]
        objects = [n for n, one in below if one.deprel == "obj" and n > place and one.upos in NOUNS]
        objects += [n for n, one in below if one.deprel == "ccomp" and one.upos in {"VERB", "ADJ", "NOUN"}]
        helped = any(one.deprel.partition(":")[0] in {"aux", "cop"} for _, one in below)
        if token.deprel in {"root", "ccomp", "parataxis"} and subjects and objects and not helped:
            changes[place] = replace(token, feats="Mood=Ind|Tense=Past|VerbForm=Fin")
            changes |= {n: replace(tokens[n], deprel="nsubj") for n in subjects}
    return changes


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
    """`planteé`, `pedí`: the ending is sure, the tagger is not."""
    changes = {}
    for place, token in enumerate(tokens):
        indicative = token.upos in {"VERB", "AUX"} and token.feat("VerbForm") == "Fin" and token.feat("Mood") == "Ind"
        if token.form.lower() in words.first_person_forms and token.upos in {"VERB", "AUX"}:
            changes[place] = replace(token, feats="Mood=Ind|Number=Sing|Person=1|Tense=Past|VerbForm=Fin")
        elif indicative and token.feat("Person") == "3" and token.form.lower().endswith(words.first_person_endings):
            changes[place] = replace(token, feats=token.feats.replace("Person=3", "Person=1"))
    return changes


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
    """`proponemos`: no future has an ending without the last letter of an infinitive before it."""
    last = {stem[-1] for stem in (*words.infinitives, *words.irregular_stems)}
    changes = {}
    for place, token in enumerate(tokens):
        lower = token.form.lower()
        ending = next((e for e, number in words.future_endings.items() if number == "Plur" and lower.endswith(e)), None)
        if ending and token.feat("Tense") == "Fut" and lower.removesuffix(ending)[-1:] not in last:
            changes[place] = replace(token, feats=token.feats.replace("Tense=Fut", "Tense=Pres"))
    return changes


RULES: tuple[Rule, ...] = (
    hearer_of_told,
    clause_of_told,
    conjunction_of_told,
    relative_object,
    two_subjects,
    subject_of_told,
    two_objects,
    subject_behind_said,
    object_behind_place,
    governed_preposition,
    finite_complement,
    headline_verb,
    past_without_helper,
    helped_verb,
    infinitive_behind_its_mark,
    verb_taken_for_noun,
    purpose_taken_for_compound,
    conditional_ending,
    first_person_future,
    present_taken_for_future,
    first_person_ending,
)


def repair(tokens: Tokens, language: str) -> Tokens:
    """The tokens after every rule."""
    words = repair_words(language)
    for rule in RULES:
        changes = rule(tokens, words)
        if changes:
            tokens = tuple(changes.get(place, token) for place, token in enumerate(tokens))
    return tokens


@lru_cache
def repair_words(language: str) -> RepairWords:
    """The language's words; `KnowledgeError` where there is no file for it, or a faulty one."""
    import yaml

    path = files("briefing").joinpath("knowledge", "languages", "repairs", f"{language}.yaml")
    try:
        data = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
        return RepairWords(
            tellers=frozenset(data["tellers"]),
            complementizers=frozenset(data["complementizers"]),
            relatives=frozenset(data["relatives"]),
            object_prepositions=frozenset(data["object_prepositions"]),
            goal_verbs=frozenset(data["goal_verbs"]),
            place_prepositions=frozenset(data["place_prepositions"]),
            no_hearer=frozenset(data["no_hearer"]),
            infinitive_marks=frozenset(data["infinitive_marks"]),
            purpose_verbs=frozenset(data["purpose_verbs"]),
            conditional_endings=tuple(data["conditional_endings"]),
            infinitives=tuple(data["infinitives"]),
            irregular_stems=tuple(data["irregular_stems"]),
            imperfect_stems=tuple(data["imperfect_stems"]),
            future_endings=MappingProxyType(dict(data["future_endings"])),
            first_person_endings=tuple(data["first_person_endings"]),
            first_person_forms=frozenset(data["first_person_forms"]),
        )
    except (OSError, yaml.YAMLError, KeyError, TypeError) as error:
        raise KnowledgeError([f"languages/repairs/{language}.yaml: {error}"]) from error


def _children(tokens: Sequence[Token], head: int, deprel: str) -> list[int]:
    return [place for place, token in enumerate(tokens) if token.head == head and token.deprel == deprel]


def _marked(tokens: Sequence[Token], head: int, forms: frozenset[str]) -> bool:
    return any(token.head == head and token.form.lower() in forms for token in tokens[: head + 1])


def _number(tokens: Sequence[Token], place: int) -> str | None:
    """The number a noun has for agreement: a coordination is plural, a name without a number singular."""
    if _children(tokens, place, "conj"):
        return "Plur"
    token = tokens[place]
    return token.feat("Number") or ("Sing" if token.upos == "PROPN" else None)


def _conditional(feats: str) -> str:
    kept = [pair for pair in feats.split("|") if pair.split("=")[0] not in {"", "Mood", "Tense", "VerbForm"}]
    return "|".join(sorted([*kept, "Mood=Cnd", "VerbForm=Fin"]))

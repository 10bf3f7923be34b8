"""Which act a token names: the form of the knowledge with the most constraints met."""

from __future__ import annotations

import re

from briefing.extract.reading import ActForms, Reading, actor_at, is_of_a_date, mention_at
from briefing.extract.sentence.trees import Tree, case_of, children, is_relation, is_verbal, mark_of, subtree
from briefing.knowledge.entries import Act, ActForm

CLOSE_BY = 3
"""Tokens between a verb and a prepositional phrase that makes an idiom with it."""
LONGEST_IDIOM = 40
"""Characters behind a verb in which the words of its idiom stand."""
WORD_END = re.compile(r"\W|$")


NO_IDIOM = ("nsubj", "csubj", "conj", "parataxis", "punct", "cc", "aux", "cop")
"""Relations of words that stand near a verb without making an idiom with it."""

SOMEBODY = "@person"
"""Among the objects of a form: any person who is named."""
SCENE = "@scene"
"""Among those that a form must not have: an occasion, a place, a body."""


def match_act(reading: Reading, tree: Tree, index: int) -> tuple[Act, ActForm] | None:
    """The act that a token names, looked for once."""
    place = tree.sentence.span.start, index
    if place not in reading.acts_found:
        reading.acts_found[place] = best_act(reading, tree, index)
    return reading.acts_found[place]


def best_act(reading: Reading, tree: Tree, index: int) -> tuple[Act, ActForm] | None:
    """The act whose form fits a token best: most constraints met, then most slots filled, then the knowledge's order."""
    token = tree.tokens[index]
    if token.lemma.lower() in reading.words.aspectual and governs_verb(tree, index):
        return None
    if is_of_a_name(reading, tree, index):
        return None
    candidates: ActForms = reading.acts.get(token.lemma.lower()) or reading.acts.get(spelled(reading, token.lemma.lower()), ())
    fitting = [
        (act, form)
        for act, form in candidates
        if has_kind(reading, tree, index, act, form) and fits(reading, tree, index, form) and has_duty(tree, index, act, form)
    ]
    return max(fitting, key=lambda row: (strictness(row[1]), filled_slots(reading, tree, index, row[1])), default=None)


def is_of_a_name(reading: Reading, tree: Tree, index: int) -> bool:
    """`Minister Askar Beisenov`, whom a parser has asking: a verb with a capital inside a person's name is none."""
    token = tree.tokens[index]
    actor = actor_at(reading, tree, index) if token.upos == "VERB" and index and token.form[:1].isupper() else None
    return actor is not None and actor.kind == "person"


def spelled(reading: Reading, lemma: str) -> str:
    """`recognise` as the acts write it."""
    for pair in sorted(reading.words.spellings):
        other, own = pair.split()
        if lemma.endswith(other):
            return lemma.removesuffix(other) + own
    return lemma


def governs_verb(tree: Tree, index: int) -> bool:
    """`empezar a atacar`, `keep sending`: the act is the governed verb's."""
    complements = children(tree, index, "xcomp", "ccomp", "advcl")
    return any(tree.tokens[c].feat("VerbForm") in {"Inf", "Ger", "Part"} for c in complements)


def has_duty(tree: Tree, index: int, act: Act, form: ActForm) -> bool:
    """A modal verb says what must be done; `hay asesores en …` says only that they are there."""
    if act.kind != "modal" or form.kind != "verb":
        return True
    if form.particle and not is_fixed_duty(tree, index, act, form):
        return False
    if is_relation(tree.tokens[index], "aux") or stands_before_verb(tree, index, form):
        return True
    return any(fills(tree, c, slot) for c in tree.children[index] for slot in form.content)


def is_fixed_duty(tree: Tree, index: int, act: Act, form: ActForm) -> bool:
    """`hay que`, `tiene que`, `has to`, also with one word between: by the words, whatever the tree."""
    if act.kind != "modal" or form.kind != "verb" or not form.particle:
        return False
    words = " ".join(token.form.lower() for token in tree.tokens[index + 1 : index + 5])
    return words.startswith(form.particle) or words.partition(" ")[2].startswith(form.particle)


def stands_before_verb(tree: Tree, index: int, form: ActForm) -> bool:
    """`tiene que haber`: by the words themselves, where the tree has gone astray."""
    following = tree.tokens[index + 1 : index + 3]
    return len(following) == 2 and following[0].form.lower() == form.particle and following[1].feat("VerbForm") == "Inf"


def strictness(form: ActForm) -> tuple[int, bool]:
    """How much a form asks to be there (`pedir ayuda` goes before `pedir`), then whether it says what must not be."""
    words = len(form.particle.split()) + 1 if form.particle else 0
    return 2 * (form.reflexive + bool(form.object)) + words, bool(form.not_object)


def filled_slots(reading: Reading, tree: Tree, index: int, form: ActForm) -> int:
    """How many of a form's places for content and addressee are taken in the sentence; `a call on Friday` calls on nobody."""
    slots = (form.content, form.addressee)
    below = [c for c in tree.children[index] if form.kind != "noun" or not is_of_a_date(reading, tree, c)]
    return sum(any(fills(tree, child, slot) for child in below for slot in kind) for kind in slots)


def fits(reading: Reading, tree: Tree, index: int, form: ActForm) -> bool:
    return (
        has_reflexive(reading, tree, index, form)
        and has_particle(reading, tree, index, form)
        and has_object(reading, tree, index, form)
        and has_place_for_object(reading, tree, index, form)
        and says_what_for(reading, tree, index, form)
    )


def has_kind(reading: Reading, tree: Tree, index: int, act: Act, form: ActForm) -> bool:
    """Whether the token is a verb, noun or adjective as the form is; a meeting may bear its name (`the Ninth Summit`)."""
    token = tree.tokens[index]
    if form.kind == "noun":
        return token.upos in ({"NOUN", "PROPN"} if act.kind == "meeting" else {"NOUN"}) and not is_verbal(token)
    if form.kind == "adjective":
        deed = token.upos == "VERB" and token.feat("VerbForm") == "Fin"  # `the hall that she opened`
        # `will open a bridge`, `had opened the gates`
        deed = deed or (token.upos == "VERB" and (has_bare_helper(tree, index) or is_perfect(reading, tree, index)))
        deed = deed or is_due(tree, index)
        return token.upos in {"ADJ", "VERB"} and not deed and (is_predicate(tree, index) or is_held(reading, tree, index))
    participle = token.feat("VerbForm") == "Part" and is_relation(token, "acl", "amod")
    verb = is_verbal(token) or participle or is_verb_of_sentence(tree, index)
    return verb and not is_had(reading, tree, index)


def is_due(tree: Tree, index: int) -> bool:
    """`are due to open the post`, which a parser reads as `are open`: an adjective has no object behind it."""
    bare = tree.tokens[index].feat("VerbForm") == "Inf" or bool(children(tree, index, "mark"))
    return bare and any(c > index for c in children(tree, index, "obj"))


def has_bare_helper(tree: Tree, index: int) -> bool:
    """An infinitive with a helping verb and no copula."""
    helped = children(tree, index, "aux") and not children(tree, index, "cop")
    return bool(helped) and tree.tokens[index].feat("VerbForm") == "Inf"


def is_perfect(reading: Reading, tree: Tree, index: int) -> bool:
    """A participle whose only helping verb is that of a perfect: not `had been opened`, `is prepared`."""
    helpers = {tree.tokens[c].lemma.lower() for c in children(tree, index, "aux", "cop")}
    return bool(helpers) and helpers <= reading.words.perfect_auxiliaries


def is_had(reading: Reading, tree: Tree, index: int) -> bool:
    """`We have offers from three banks`, read as a perfect: the helper of a perfect stands before no present."""
    helped = any(tree.tokens[c].lemma.lower() in reading.words.perfect_auxiliaries for c in children(tree, index, "aux"))
    token = tree.tokens[index]
    return helped and token.feat("VerbForm") != "Part" and token.feat("Number") is not None and token.feat("Tense") != "Past"


def is_verb_of_sentence(tree: Tree, index: int) -> bool:
    """`The Ministry denies that …`, tagged as a noun: a root with a subject and without a copula."""
    token = tree.tokens[index]
    return token.head < 0 and token.upos == "NOUN" and bool(children(tree, index, "nsubj")) and not children(tree, index, "cop")


def is_predicate(tree: Tree, index: int) -> bool:
    """`son inaceptables`, `considers it unacceptable`: an adjective that asserts, not one that only qualifies a noun."""
    token = tree.tokens[index]
    beside = is_relation(token, "conj") and token.head >= 0 and bool(children(tree, token.head, "cop"))
    predicate = bool(children(tree, index, "cop")) or is_relation(token, "xcomp", "ccomp") or beside
    return predicate or is_beside_having(tree, index)


def is_held(reading: Reading, tree: Tree, index: int) -> bool:
    """`is prepared to …`, read as a passive: what its subject holds."""
    return tree.tokens[index].form.lower() in reading.words.stative and bool(children(tree, index, "aux"))


def is_beside_having(tree: Tree, index: int) -> bool:
    """`tiene una alianza intolerable con …`, `quedó descartada la visita`: told of the noun, though it stands beside it."""
    token = tree.tokens[index]
    if is_relation(token, "obj") and token.upos == "ADJ":
        return True
    noun = tree.tokens[token.head] if token.head >= 0 and is_relation(token, "amod") else None
    return noun is not None and is_relation(noun, "obj")


def has_reflexive(reading: Reading, tree: Tree, index: int, form: ActForm) -> bool:
    """`se negó a` needs its pronoun; a form without one does not mind (`se rechazó` is a passive)."""
    if not form.reflexive:
        return True
    pronouns = list(children(tree, index, "expl", "obj", "iobj"))
    above = tree.tokens[index].head
    if is_relation(tree.tokens[index], "xcomp") and tree.tokens[above].lemma.lower() in reading.words.aspectual:
        pronouns += children(tree, above, "expl", "obj", "iobj")  # `se volverán a ver`
    return any(tree.tokens[c].form.lower() in reading.words.reflexives for c in pronouns)


def has_particle(reading: Reading, tree: Tree, index: int, form: ActForm) -> bool:
    """`rule out`, `call on`: a particle, or the preposition of a complement."""
    if form.particle is None:
        return True
    wanted = form.particle.lower()
    if WORD_END.match(words_after(tree, index).removeprefix(wanted)) and words_after(tree, index).startswith(wanted):
        return wanted not in form.content or not opens_a_time(reading, tree, index + 1)
    if " " in wanted and words_behind_day(reading, tree, index).startswith(wanted + " "):
        return True  # `conversó el sábado por videollamada con su par`
    if is_behind_an_object(tree, index, form):
        return False
    beside = children(tree, index, "compound", "advmod", "case", "mark", "fixed")
    near = [tree.tokens[c].form.lower() for c in beside if c > index]
    # `take back nurses over three months` takes nothing over.
    governed_by = children(tree, index, "obl", "obj", "nmod", "advcl", "xcomp", "advmod")
    complements = [c for c in governed_by if not is_of_a_date(reading, tree, c) and not is_set_off(tree, index, c)]
    governed = [f"{case_of(tree, c) or mark_of(tree, c)} " for c in complements]
    governed += [words_below(tree, c) for c in complements]
    return wanted in near or any(words.startswith(wanted + " ") for words in governed)


def is_behind_an_object(tree: Tree, index: int, form: ActForm) -> bool:
    """`called the fee on lorries hasty`: a preposition that leads whom one speaks to stands before any object."""
    if form.particle not in form.addressee or "obj" in form.addressee:
        return False
    objects = [c for c in children(tree, index, "obj") if c > index and not case_of(tree, c)]
    words = [i for i, token in enumerate(tree.tokens) if i > index and token.form.lower() == form.particle]
    return bool(objects) and tree.tokens[index].upos == "VERB" and all(objects[0] < i for i in words)


def opens_a_time(reading: Reading, tree: Tree, index: int) -> bool:
    """`insisted on Thursday that …`: the preposition belongs to the day."""
    token = tree.tokens[index] if index < len(tree.tokens) else None
    return token is not None and is_relation(token, "case") and token.head >= 0 and is_of_a_date(reading, tree, token.head)


def is_set_off(tree: Tree, index: int, part: int) -> bool:
    """`Por su parte, Fiyi reclamó …`, `for its part, Fiji asked …`: stands before its verb behind a comma of its own."""
    behind = subtree(tree, part)[-1] + 1
    return behind < index and "," in {tree.tokens[behind].form, tree.tokens[behind - 1].form}


def words_after(tree: Tree, index: int) -> str:
    """What is written right after a token, for idioms whose words the tree has torn apart; contracted as it is written."""
    start = tree.tokens[index].span.stop
    return tree.text[start : start + LONGEST_IDIOM].lower().lstrip()


def words_behind_day(reading: Reading, tree: Tree, index: int) -> str:
    """What is written behind the day that stands right after a token."""
    stop = tree.tokens[index].span.stop
    day = next((date.span for date in reading.doc.dates if date.span.start == stop + 1), None)
    return tree.text[day.stop : day.stop + LONGEST_IDIOM].lower().lstrip() if day else ""


def words_below(tree: Tree, index: int) -> str:
    """The words of a short complement (`por teléfono`, `on the phone`), in lower case."""
    below = subtree(tree, index)
    return " ".join(tree.tokens[i].form.lower() for i in below[:CLOSE_BY]) + " "


def has_object(reading: Reading, tree: Tree, index: int, form: ActForm) -> bool:
    """`poner fin`, `dejar claro`: the words beside the verb that make the idiom, or that make it another sense."""
    if not form.object and not form.not_object:
        return True
    near = idiom_words(tree, index, reading.words.object_cases)
    if form.particle and words_after(tree, index).startswith(tuple(f"{form.particle} {word}" for word in form.not_object)):
        return False
    if form.kind == "noun":  # `el trabajo de los equipos`, whatever noun the tree gives it to
        near |= {token.lemma.lower() for token in tree.tokens[index + 1 : index + 1 + CLOSE_BY] if token.upos == "NOUN"}
        near |= {tree.tokens[c].lemma.lower() for c in children(tree, index, "compound")}  # `a video conference`
    if form.particle:  # `appear before the Senate trade committee`
        near |= {tree.tokens[c].lemma.lower() for c in tree.children[index] if case_of(tree, c) == form.particle.lower()}
    wanted = {lemma.lower() for lemma in form.object}
    if SOMEBODY in wanted and names_somebody(reading, tree, index):
        return True
    unwanted = {lemma.lower() for lemma in form.not_object}
    if SCENE in unwanted and is_at_a_scene(reading, tree, index, form):
        return False
    behind = set(words_after(tree, index).split()[:1])  # `dispone de tres salas` has them
    return (not wanted or bool(wanted & near)) and not unwanted & (near | behind)


def names_somebody(reading: Reading, tree: Tree, index: int) -> bool:
    """`recibió al viceministro Paz`: an object that is a person by name."""
    found = [actor_at(reading, tree, c) for c in children(tree, index, "obj", "iobj", "obl")]
    return any(actor is not None and actor.kind == "person" for actor in found)


def is_at_a_scene(reading: Reading, tree: Tree, index: int, form: ActForm) -> bool:
    """`coincidirán en la próxima cumbre`, `coincidieron en Ginebra`: where a content could stand, an occasion, a place, a body.

    Not where a clause says what: `coincidieron en Lima en que la veda es corta`.
    """
    links = {words.partition(" ")[0] for words in form.content}
    told = [f"{case_of(tree, c)} {mark_of(tree, c)}".split() for c in children(tree, index, "advcl")]  # not `…, aunque …`
    if any(links & {*words} for words in told) or any(
        mark_of(tree, c) or case_of(tree, c) for c in children(tree, index, "ccomp")
    ):
        return False
    scenes = reading.words.occasions | reading.words.gatherings | reading.words.meeting_bodies | reading.words.towns
    scenes |= {lemma.lower() for lemma in form.not_object}
    held = [tree.tokens[c] for c in children(tree, index, "obl", "nmod") if case_of(tree, c) in form.content]
    named = any(token.upos == "PROPN" or mention_at(reading, token.span) is not None for token in held)
    return named or any(token.lemma.lower() in scenes for token in held)


def has_place_for_object(reading: Reading, tree: Tree, index: int, form: ActForm) -> bool:
    """`contó que …` says something, `contó los votos` does not: a verb of which the form knows no object has none.

    Only where nothing that the form does know is there, and no idiom is asked for.
    """
    if form.kind != "verb" or form.particle or form.object or not form.content or "obj" in (*form.content, *form.addressee):
        return True
    objects = [c for c in children(tree, index, "obj") if tree.tokens[c].upos in {"NOUN", "PROPN", "NUM"}]
    return not objects or filled_slots(reading, tree, index, form) > 0


def says_what_for(reading: Reading, tree: Tree, index: int, form: ActForm) -> bool:
    """`llamó a su par` phoned him, `called on the king` visited him: who is called on to act is told what to do."""
    called = form.particle is not None and form.particle in form.addressee
    if not called or not any(slot.endswith("inf") for slot in form.content):
        return True
    if any(fills(tree, c, slot) for c in tree.children[index] for slot in form.content):
        return True
    addressed = [c for c in children(tree, index, "obl", "obj", "iobj") if case_of(tree, c) == form.particle]
    return not any(tree.tokens[c].lemma.lower() in reading.words.officials or actor_at(reading, tree, c) for c in addressed)


def idiom_words(tree: Tree, index: int, object_cases: frozenset[str]) -> set[str]:
    """The lemmas and forms of a verb's objects and complements; prepositional ones only where they stand close by.

    `puso sobre la mesa` is an idiom; in `hacer más frente a las amenazas` nobody makes threats.
    """
    found: set[str] = set()
    helped = tree.tokens[index].head if is_relation(tree.tokens[index], "aux") else -1
    if helped >= 0 and tree.tokens[helped].feat("VerbForm") != "Part":  # `tiene que ver con`; `have called on` has no call
        found |= {tree.tokens[helped].lemma.lower(), tree.tokens[helped].form.lower()}
    for child in tree.children[index]:
        token = tree.tokens[child]
        near = 0 < child - index <= CLOSE_BY and not is_relation(token, *NO_IDIOM)
        personal = is_relation(token, "obl", "iobj") and case_of(tree, child) in object_cases
        if near or personal or is_relation(token, "obj", "xcomp", "nsubj:pass", "advmod", "ccomp"):
            found |= {token.lemma.lower(), token.form.lower()}
    return found


def find_content(tree: Tree, index: int, form: ActForm) -> tuple[int, ...]:
    """The heads of what is said, wanted or done, by the slots of the form; any clause or object where it names none."""
    slots = form.content or ("clause", "inf", "obj")
    if form.object:
        slots = (*slots, "obj")  # the idiom's own noun: `pidió una reunión`
    found = tuple(c for c in tree.children[index] if any(fills(tree, c, slot) for slot in slots))
    return (through_adjective(tree, index) if form.particle and "clause" in slots else ()) or found


def through_adjective(tree: Tree, index: int) -> tuple[int, ...]:
    """`made it clear that …`, `dejó muy claro que …`: the clause that hangs on the idiom's adjective."""
    beside = [c for c in children(tree, index, "xcomp", "obj") if tree.tokens[c].upos == "ADJ"]
    return tuple(told for c in beside for told in children(tree, c, "ccomp"))


def fills(tree: Tree, index: int, slot: str) -> bool:
    token = tree.tokens[index]
    words = slot.split()
    kind = words[-1]
    if kind == "obj":
        return is_relation(token, "obj", "nsubj:pass") and not case_of(tree, index)
    if kind == "subj":
        return is_relation(token, "nsubj", "csubj")
    if kind == "iobj":
        return is_relation(token, "iobj")
    if kind == "clause" and len(words) == 2:
        return is_relation(token, "ccomp", "advcl", "acl", "xcomp") and mark_of(tree, index).startswith(f"{words[0]} ")
    if kind == "clause":
        return is_relation(token, "ccomp", "parataxis") or (is_relation(token, "acl") and bool(mark_of(tree, index)))
    if kind in {"inf", "ger"}:
        marked = len(words) == 1 or mark_of(tree, index) in {words[0], f"{words[0]} to"}
        return is_relation(token, "xcomp", "ccomp", "advcl", "acl", "obl") and marked and is_verbal(token)
    opened_by = case_of(tree, index) or mark_of(tree, index)
    return is_relation(token, "obl", "nmod", "obj", "iobj", "advcl") and opened_by == slot

"""In which mood a clause stands: denied, conditional, only supposed, or still to come."""

from __future__ import annotations

from briefing.extract.reading import Reading
from briefing.extract.sentence.trees import Tree, ancestors, children, finite_of, is_passive, is_relation, is_verbal, mark_of


def is_negated(reading: Reading, tree: Tree, head: int) -> bool:
    words = [(c, tree.tokens[c]) for c in children(tree, head, "advmod", "det", "cc", "mark")]
    negators = [c for c, t in words if {t.lemma.lower(), t.form.lower()} & reading.words.negators]
    if negators:  # `Chile, sin embargo, no ha pagado`: the phrase cancels its own `sin`, and not the `no`
        return not all(is_cancelled(reading, tree, c) for c in negators)
    if is_no_longer(reading, tree, head) or is_of_neither(reading, tree, head):
        return True
    return is_of_no_such(reading, tree, head) or is_at_no_time(reading, tree, head)


def is_of_neither(reading: Reading, tree: Tree, head: int) -> bool:
    """`Neither Togo nor Benin has asked for it`, `Ni Togo ni Benín lo han pedido`: the pair stands before the subject."""
    subjects = children(tree, head, "nsubj")
    own = [d for s in subjects for d in children(tree, s, "det", "cc", "advmod")]
    before = [c for c in children(tree, head, "advmod", "cc") if any(c < s for s in subjects)]
    return any(tree.tokens[i].form.lower() in reading.words.paired_negators for i in (*own, *before))


def is_at_no_time(reading: Reading, tree: Tree, head: int) -> bool:
    """`En ningún momento ofreció plazos`, `At no point did they ask for it`: by a time or place of which there was none.

    In `Lima en ningún caso aceptará` a parser hangs it on the name that it follows.
    """
    named = [c for c in children(tree, head, "nsubj") if tree.tokens[c].upos == "PROPN"]
    within = [c for name in named for c in children(tree, name, "nmod")]
    before = (c for c in (*children(tree, head, "obl", "advmod"), *within) if c < head)
    return any(tree.tokens[d].form.lower() in reading.words.none_of for c in before for d in children(tree, c, "det"))


def is_no_longer(reading: Reading, tree: Tree, head: int) -> bool:
    """`would no longer accept lorries`: the negator belongs to the adverb, and both to the verb."""
    pairs = (tree.tokens[c - 1 : c + 1] for c in children(tree, head, "advmod") if c)
    return any(" ".join(token.form.lower() for token in pair) in reading.words.no_longer for pair in pairs)


def is_of_no_such(reading: Reading, tree: Tree, head: int) -> bool:
    """`has made no proposal`, `no such promise was made`, `ningún acuerdo existe`: negated by its object or subject."""
    carries = reading.words.light_verbs | reading.words.getting | reading.words.existential
    if not is_verbal(tree.tokens[head]) or not (tree.tokens[head].lemma.lower() in carries or is_passive(tree, head)):
        return False
    nouns = [c for c in children(tree, head, "obj", "nsubj") if tree.tokens[c].upos == "NOUN"]
    words = {tree.tokens[d].form.lower() for noun in nouns for d in children(tree, noun, "det")}
    return bool(words & reading.words.none_of)


def is_of_nothing(reading: Reading, tree: Tree, head: int) -> bool:
    """`has proposed nothing of the sort`."""
    return any(tree.tokens[c].lemma.lower() in reading.words.negative_objects for c in children(tree, head, "obj", "nsubj"))


def is_neither(reading: Reading, tree: Tree, head: int) -> bool:
    """`has neither accepted nor declined`: the one is not refused, since the other is not done either."""
    pairs = [i for i, token in enumerate(tree.tokens) if token.form.lower() in reading.words.paired_negators]
    return len(pairs) > 1 and any(i in tree.children[head] for i in pairs)


def is_of_contraries(reading: Reading, tree: Tree, head: int) -> bool:
    """`no aceptó ni rechazó`, `did not confirm or deny`: a verb and its contrary, joined and both denied."""
    beside = [*children(tree, head, "conj"), *([tree.tokens[head].head] if is_relation(tree.tokens[head], "conj") else [])]
    for other in beside:
        first, second = sorted((head, other))
        joined = {token.form.lower() for token in tree.tokens[first + 1 : second]}
        denied = is_negated(reading, tree, first) or not joined.isdisjoint(reading.words.paired_negators)
        told = [_stances_of(reading, tree, at) for at in (first, second)]
        apart = any(one & AFFIRMING and two & REFUSING for one, two in (told, told[::-1]))
        if denied and apart and not joined.isdisjoint(reading.words.paired_negators | reading.words.either):
            return True
    return False


AFFIRMING = frozenset({"agrees", "supports", "announces"})
REFUSING = frozenset({"rejects", "denies"})
"""Stances of verbs that say the contrary of one another: to accept and to decline, to confirm and to deny."""


def _stances_of(reading: Reading, tree: Tree, index: int) -> set[str]:
    """What the acts of a verb are, by its word alone."""
    return {act.stance for act, _ in reading.acts.get(tree.tokens[index].lemma.lower(), ()) if act.stance}


def is_cancelled(reading: Reading, tree: Tree, index: int) -> bool:
    """`no solo … sino también`, `not only … but also`: the negation denies nothing."""
    following = tree.tokens[index + 1 : index + 2]
    return any(token.lemma.lower() in reading.words.negator_cancels for token in following)


def is_of_what_was_not(reading: Reading, tree: Tree, noun: int) -> bool:
    """`no ha recibido ninguna propuesta de Chile`, `no request from Peru has arrived`: there was none."""
    none = [c for c in children(tree, noun, "det") if tree.tokens[c].lemma.lower() in reading.words.negative_objects]
    carrier = tree.tokens[noun].head
    if carrier < 0 or not is_relation(tree.tokens[noun], "obj", "nsubj"):
        return bool(none)
    got = tree.tokens[carrier].lemma.lower() in reading.words.getting
    return bool(none) or (got and (is_negated(reading, tree, carrier) or is_negated(reading, tree, noun)))


def is_taken_back(reading: Reading, tree: Tree, noun: int) -> bool:
    """`Chile's request was withdrawn`, `la retirada oferta de Perú`: what is asked or offered no more."""
    carrier = tree.tokens[noun].head
    own = [carrier] if carrier >= 0 and is_relation(tree.tokens[noun], "obj", "nsubj") else []
    told = [*own, *children(tree, noun, "acl", "amod")]
    gone = [i for i in told if tree.tokens[i].lemma.lower() in reading.words.taking_back]
    return any(not is_negated(reading, tree, i) and not is_future(reading, tree, i) for i in gone)


def is_reported_future(reading: Reading, tree: Tree, head: int) -> bool:
    """`said that it would withdraw`, `dijo que retiraría`: what was then still to come, not a doubt."""
    if is_counterfactual(reading, tree, head):
        return False
    index = head
    while is_relation(tree.tokens[index], "xcomp", "advcl") and tree.tokens[index].feat("VerbForm") in {"Inf", "Ger"}:
        index = tree.tokens[index].head
    if is_relation(tree.tokens[index], "conj") and is_would(reading, tree, index):
        return is_told_before(reading, tree, tree.tokens[index].head)  # `said that it had not left and would attend`
    return is_told_before(reading, tree, index) and is_would(reading, tree, index)


def is_counterfactual(reading: Reading, tree: Tree, head: int) -> bool:
    """`would have accepted`, `habría aceptado`: what has not come about."""
    helpers = {tree.tokens[c].lemma.lower() for c in children(tree, head, "aux")}
    return is_would(reading, tree, head) and bool(helpers & reading.words.perfect_auxiliaries)


def is_told_before(reading: Reading, tree: Tree, index: int) -> bool:
    """Whether a clause is what a verb in the past tense says, above it or beside it: `it would be held in Oslo, he said`."""
    beside = [c for c in children(tree, index, "parataxis") if tree.tokens[c].lemma.lower() in reading.words.saying]
    if any(finite_of(tree, c).feat("Tense") == "Past" for c in beside):
        return True
    above = tree.tokens[index].head
    if above < 0 or not is_relation(tree.tokens[index], "ccomp"):
        return False
    beside_told = is_relation(tree.tokens[above], "advcl") and tree.tokens[above].lemma.lower() in reading.words.saying
    above = tree.tokens[above].head if beside_told else above  # `ended their talks, saying they would meet again`
    return finite_of(tree, above).feat("Tense") == "Past"


def is_withheld(reading: Reading, tree: Tree, head: int) -> bool:
    """`failed to endorse the plan`, `stopped short of condemning`, `evitó condenar`: not done, and not denied either.

    Nor done any more: `dejó de apoyar`, `stopped refusing`; verbs that withhold only so are listed with what stands behind.
    """
    how = {mark_of(tree, head), (tree.tokens[head].feat("VerbForm") or "").lower()}
    for index in ancestors(tree, head):
        if tree.tokens[index].upos not in {"VERB", "AUX"}:
            return False
        parts = {*how, *(tree.tokens[c].lemma.lower() for c in children(tree, index, "advmod", "compound:prt"))}
        lemma = tree.tokens[index].lemma.lower()
        if {lemma, *(f"{lemma} {part}" for part in parts)} & reading.words.withholding:
            return is_relation(tree.tokens[head], "xcomp", "ccomp", "advcl", "obl", "obj")
        if finite_of(tree, index).feat("VerbForm") == "Fin":
            return False
    return False


def is_undecided(reading: Reading, tree: Tree, head: int) -> bool:
    """`had not decided whether to join`, `aún no ha retirado`: open still, and nothing is denied."""
    beside = " ".join(token.form.lower() for token in tree.tokens[max(0, head - NEAR_VERB) : head + NEAR_VERB])
    open_yet = any(f" {word} " in f" {beside} " for word in reading.words.not_yet)
    return tree.tokens[head].lemma.lower() in reading.words.deciding or open_yet


NEAR_VERB = 5
"""Tokens before and behind a verb among which `yet` is its own."""


def is_void(reading: Reading, tree: Tree, head: int) -> bool:
    return is_of_nothing(reading, tree, head) or is_neither(reading, tree, head)


def has_ended(reading: Reading, tree: Tree, head: int) -> bool:
    """`had maintained until now`, `había asegurado`: what was said before something else."""
    perfect = any(tree.tokens[c].lemma.lower() in reading.words.perfect_auxiliaries for c in children(tree, head, "aux"))
    return perfect and finite_of(tree, head).feat("Tense") in {"Past", "Imp"}


def is_would(reading: Reading, tree: Tree, head: int) -> bool:
    auxiliaries = [tree.tokens[c].lemma.lower() for c in children(tree, head, "aux")]
    return finite_of(tree, head).feat("Mood") == "Cnd" or bool(reading.words.future_in_past & {*auxiliaries})


def is_conditional(reading: Reading, tree: Tree, head: int) -> bool:
    finite = finite_of(tree, head)
    if finite.feat("Mood") == "Cnd":
        return True
    return any(tree.tokens[c].lemma.lower() in reading.words.conditional_auxiliaries for c in children(tree, head, "aux"))


def has_modal(reading: Reading, tree: Tree, head: int) -> bool:
    """`cannot lift`, `no puede retirar`, `should not`: no account of what was."""
    helpers = [tree.tokens[c].lemma.lower() for c in children(tree, head, "aux")]
    modal = [h for h in helpers for act, form in reading.acts.get(h, ()) if act.kind == "modal" and not form.particle]
    return bool(modal) or bool({*helpers} & reading.words.conditional_auxiliaries)


def is_hypothetical(reading: Reading, tree: Tree, head: int) -> bool:
    """Inside an `if` clause, or in the subjunctive outside a content clause."""
    for index in (head, *ancestors(tree, head)):
        alone = tree.tokens[index].head < 0 and bool(mark_of(tree, index))  # `Si llegamos a un acuerdo, en abril.`
        if (alone or is_relation(tree.tokens[index], "advcl")) and is_supposition(reading, tree, index):
            return True
    return finite_of(tree, head).feat("Mood") == "Sub" or is_withheld(reading, tree, head) or is_void(reading, tree, head)


def is_supposition(reading: Reading, tree: Tree, index: int) -> bool:
    """Opened by `if`, `hasta que`; `aunque exigió …`, `cuando llegó` in the past indicative tell what was."""
    mark, finite = mark_of(tree, index) or tree.tokens[index].form.lower(), finite_of(tree, index)  # `provided that …`
    told = mark in reading.words.factual_marks and finite.feat("Mood") == "Ind" and finite.feat("Tense") in {"Past", "Imp"}
    return mark in reading.words.hypothesis_marks and not told


def is_future(reading: Reading, tree: Tree, head: int) -> bool:
    """`retirará`, `will withdraw`, `va a retirar`, `plans to withdraw`, `vamos a empezar a retirar`."""
    if tree.tokens[head].feat("VerbForm") == "Fin" and tree.tokens[head].feat("Tense") == "Past":
        return False  # whatever a parser takes for its auxiliary: `Joost van Dam se reunió`
    for index in (head, *ancestors(tree, head)):
        token, auxiliaries = tree.tokens[index], [tree.tokens[c] for c in children(tree, index, "aux")]
        helpers = {word.lower() for one in auxiliaries for word in (one.lemma, one.form)}
        if index != head:
            helpers |= {token.lemma.lower(), token.form.lower()}
        if finite_of(tree, index).feat("Tense") == "Fut" or reading.words.future_auxiliaries & helpers:
            return True
        if token.feat("VerbForm") != "Inf" or not is_relation(token, "xcomp", "advcl", "ccomp"):
            return False
    return False

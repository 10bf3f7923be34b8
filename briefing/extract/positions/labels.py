"""The label that is sure: what a stance becomes where its own clause takes part of it back.

A government that could accept, would offer or will promise only if something else happens has done none of it; the sentence is
its position all the same, and stands under the neutral label.
"""

from __future__ import annotations

import itertools

from briefing.extract.positions.grounds import (
    words_of_sentence,
)
from briefing.extract.reading import Reading, codes_of_all, mention_at, mentions_in, quote_at, voices_at
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import has_ended, is_conditional, is_of_contraries, is_would
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    children,
    finite_of,
    is_relation,
    is_verbal,
    mark_of,
    own_clause,
    phrase_below_or_next,
    places_of,
    span_of,
)
from briefing.model import Stance

COMMITTING: frozenset[Stance] = frozenset({"agrees", "supports", "promises", "announces", "offers"})
"""Stances by which a government binds itself."""


def is_halved(reading: Reading, clause: Clause) -> bool:
    """`would accept`, `podría pagar`: of wishes the conditional is only polite."""
    halved = clause.conditional or is_possible(reading, reading.trees[clause.sentence], clause.head)
    return halved and clause.act.kind != "wish" and clause.form.kind != "adjective"


def is_on_condition(reading: Reading, clause: Clause) -> bool:
    """An offer may be made on a condition; who will agree only if … has not agreed."""
    return has_condition(reading, reading.trees[clause.sentence], clause.head) or has_proviso(reading, clause)


def is_capped(reading: Reading, clause: Clause) -> bool:
    """`would only agree to half of it`, `aceptará 1.700 dólares y no más`: the least part of what was asked."""
    tree = reading.trees[clause.sentence]
    first = min(clause.head, clause.trigger)
    only = any(tree.tokens[c].form.lower() in reading.words.only for c in children(tree, clause.head, "advmod") if c < first)
    inside = own_clause(tree, clause.head)
    return only or any(is_at_end(tree, run[-1]) for run in places_of(tree, reading.words.caps) if inside.issuperset(run))


def is_at_end(tree: Tree, index: int) -> bool:
    """`and no more.`, and not `and no more lorries will be held`."""
    return index + 1 == len(tree.tokens) or tree.tokens[index + 1].upos == "PUNCT"


def refuses_on_a_condition(reading: Reading, clause: Clause) -> bool:
    """`would break off the talks if the ban is not lifted`: held out, and nothing is refused yet."""
    return not clause.negated and clause.future and has_condition(reading, reading.trees[clause.sentence], clause.head)


def has_condition(reading: Reading, tree: Tree, head: int) -> bool:
    """`would agree only if the map is withdrawn`, `aceptará siempre que …`, `will not sign unless …`, in the clause itself."""
    conditions = children(tree, head, "advcl")
    supposed = [c for c in conditions if finite_of(tree, c).feat("Mood") == "Sub"]  # `lo devolverá cuando pague la multa`
    marks = {mark_of(tree, c) for c in conditions} & reading.words.condition_marks
    return bool(marks or {mark_of(tree, c) for c in supposed} & reading.words.hypothesis_marks)


def has_proviso(reading: Reading, clause: Clause) -> bool:
    """`firmará solo si …`, `will sign, provided Togo pays`; `We will accept it. But without a toll there is no dredging.`"""
    tree = reading.trees[clause.sentence]
    above = {*ancestors(tree, clause.head)}  # a parser makes the main verb of `provided that`
    torn = any(run[0] in above and run[0] > clause.head for run in places_of(tree, reading.words.provisos))
    here = torn or phrase_below_or_next(tree, clause.head, reading.words.provisos)
    return here or is_provided(reading, tree, clause.head) or is_taken_back_behind(reading, clause.sentence)


def is_provided(reading: Reading, tree: Tree, head: int) -> bool:
    """`will sign, provided Togo lowers the fee`; not `the boats provided by Togo`, `Togo has provided boats`."""
    words = (i for i in own_clause(tree, head) if tree.tokens[i].form.lower() in reading.words.provided)
    bare = [i for i in words if not children(tree, i, "nsubj", "aux", "cc") and i + 1 < len(tree.tokens)]
    return any(tree.tokens[i + 1].upos not in {"ADP", "PUNCT"} for i in bare)


def is_taken_back_behind(reading: Reading, number: int) -> bool:
    """Whether the next sentence opens with a proviso, and turns back (`But without …`) or is the same speaker's."""
    sentences, behind = reading.doc.sentences, number + 1
    if behind >= len(sentences) or sentences[behind].paragraph - sentences[number].paragraph not in {0, 1}:
        return False
    after = words_of_sentence(reading.trees[behind]).split()
    words = list(itertools.dropwhile(reading.words.turning_back.__contains__, after))
    opening = f" {' '.join(words[:LONGEST_PROVISO])} "
    opens = any(opening.startswith(f" {word} ") for word in reading.words.provisos | reading.words.without)
    return opens and (len(words) < len(after) or goes_on_speaking(reading, number, behind))


def goes_on_speaking(reading: Reading, number: int, behind: int) -> bool:
    """Whether the next sentence opens in the words of somebody whom this one quotes or names, or of whom it does not say.

    `… Banda said. “Without a toll there is no dredging,” he added`; not `Without rain the maize will wither, growers said`.
    """
    here = reading.trees[number].sentence.span
    first = next(t.span for t in reading.trees[behind].tokens if t.upos != "PUNCT")
    speakers = {*voices_at(reading, first)}
    named = {m.actor for m in mentions_in(reading, here)} | {*voices_at(reading, here)}
    return bool(speakers & named) or (not speakers and quote_at(reading, first) is not None)


LONGEST_PROVISO = 5
"""Words of the longest phrase that opens a condition."""


def has_way_out(reading: Reading, clause: Clause) -> bool:
    """`will not lift the ban without a treaty`, `no firmará hasta que …`: refused until then only."""
    until = phrase_below_or_next(reading.trees[clause.sentence], clause.head, reading.words.until_then)
    return clause.negated and (until or is_without(reading, clause) or has_proviso(reading, clause))


def is_without(reading: Reading, clause: Clause) -> bool:
    """`no levantará el impuesto sin un acuerdo`, `without a toll there is no dredging`."""
    tree = reading.trees[clause.sentence]
    return any(tree.tokens[i].lemma.lower() in reading.words.without for i in own_clause(tree, clause.head))


def is_so_until_then(reading: Reading, clause: Clause) -> bool:
    """`“No hay acuerdo hasta que firmen”, señaló`: what is not so until then is a condition, and nothing is denied."""
    tree = reading.trees[clause.sentence]
    until = reading.words.until_then
    return clause.act.kind == "reporting" and any(phrase_below_or_next(tree, c, until) for c in clause.content)


def is_behind_a_no(reading: Reading, clause: Clause) -> bool:
    """`No. We do not accept it. We are ready to study it next year`: what softens an answer is not the answer."""
    tree = reading.trees[clause.sentence]
    turn = reading.turn_at(tree.sentence.span)
    first = next((t for t in reading.trees if turn is not None and turn.content.contains(t.sentence.span)), tree)
    words = [token.form.lower() for token in first.tokens if token.upos != "PUNCT"]
    return first is not tree and len(words) == 1 and words[0] in reading.words.negators


def is_warned(reading: Reading, clause: Clause) -> bool:
    """`warned that it would look for other buyers`: what is held out is neither promised nor merely announced."""
    tree, head = reading.trees[clause.sentence], clause.head
    above = next((i for i in ancestors(tree, head) if is_verbal(tree.tokens[i])), None)
    return above is not None and tree.tokens[above].lemma.lower() in reading.words.warning


def is_warned_of(reading: Reading, clause: Clause) -> bool:
    """`warned that a cut would be illegal`, `advirtió de que sería ilegal`: of what is not done yet, and nothing is blamed."""
    tree = reading.trees[clause.sentence]
    helpers = children(tree, clause.head, "cop", "aux")
    supposed = is_would(reading, tree, clause.head) or any(tree.tokens[c].feat("Mood") == "Cnd" for c in helpers)
    return supposed and is_warned(reading, clause)


def is_beside_a_wish(reading: Reading, clause: Clause) -> bool:
    """`still wanted patrols and would raise the matter in June`: the line tells a wish, of which nothing is announced."""
    tree = reading.trees[clause.sentence]
    above = tree.tokens[clause.head].head
    if clause.subject is None or clause.subject.how != "shared" or not is_relation(tree.tokens[clause.head], "conj"):
        return False
    known = reading.acts.get(tree.tokens[above].lemma.lower(), ())
    wishes = any(act.kind == "wish" and form.kind == "verb" for act, form in known)
    return wishes and is_would(reading, tree, clause.head) and not is_would(reading, tree, above)


def is_possible(reading: Reading, tree: Tree, head: int) -> bool:
    """`could reopen`, `podría reabrir`: no doubt of the teller's and nothing to come, but what a government may do."""
    if not is_conditional(reading, tree, head):
        return False
    helpers = {tree.tokens[c].lemma.lower() for c in children(tree, head, "aux")}
    return bool(helpers & reading.words.able) or (
        bool(helpers & reading.words.conditional_auxiliaries) and not is_would(reading, tree, head)
    )


def names_another(reading: Reading, tree: Tree, head: int, own: set[str]) -> bool:
    """Whether what is below a verb names an actor of another government."""
    return bool(codes_of_all(reading, [m.actor for m in mentions_in(reading, span_of(tree, head))]) - own)


MAINTAINING = frozenset({"defend", "express_trust"})
"""Acts that back something by a noun, and with a clause only say that it is so."""
WANTING = frozenset({"defend"})
"""Those of them that by the subjunctive say what is wanted: `defiende que el túnel se incluya`."""


def is_maintained(reading: Reading, clause: Clause) -> bool:
    """`defiende que la tasa es legal`, `expresó su confianza en que no afecte al comercio`: held, and nothing is backed."""
    tree = reading.trees[clause.sentence]
    if clause.act.id not in MAINTAINING:
        return False
    heads = (clause.head, *children(tree, clause.head, "obj"))
    below = (c for head in heads for c in children(tree, head, "ccomp", "acl", "advcl", "obl"))
    told = (c for c in below if is_verbal(tree.tokens[c]) or children(tree, c, "cop"))
    words = reading.words.relatives
    opened = (c for c in told if words & set(mark_of(tree, c).split()) or is_relation(tree.tokens[c], "ccomp"))
    verbs = [finite_of(tree, c) for c in opened]
    wanted = clause.act.id in WANTING and any(verb.feat("Mood") == "Sub" for verb in verbs)
    return not wanted and any(verb.feat("VerbForm") == "Fin" for verb in verbs)


def is_only_foretold(reading: Reading, clause: Clause) -> bool:
    """`descartó que vaya a haber retrasos`, `ruled out that there would be delays`: a forecast, and nothing is refused.

    By the words behind the verb: a parser hangs them on anything.
    """
    tokens = reading.trees[clause.sentence].tokens[clause.trigger + 1 :][:BEHIND_RULING_OUT]
    there = any(token.deprel == "expl" for token in tokens)  # English `there`
    there = there or any(
        verb.lemma.lower() in reading.words.existential and verb.upos == "AUX" and noun.upos == "NOUN"
        for verb, noun in itertools.pairwise(tokens)
    )
    return clause.act.id == RULING_OUT and not clause.negated and (there or is_anothers_deed(reading, clause))


def is_anothers_deed(reading: Reading, clause: Clause) -> bool:
    """`descartó que Togo vaya a cortar la luz`: what another government will do is foretold, and refused to nobody."""
    tree, own = reading.trees[clause.sentence], codes_of_all(reading, clause.holders)
    told = [c for c in clause.content if is_relation(tree.tokens[c], "ccomp")]
    verbs = [verb for i in told for verb in (i, *children(tree, i, "aux"))]
    doers = [mention_at(reading, tree.tokens[c].span) for i in verbs for c in children(tree, i, "nsubj") if c > clause.head]
    countries = [m.actor for m in doers if m is not None and reading.doc.actors[m.actor].kind == "country"]
    return any(not codes_of_all(reading, (code,)) & own for code in countries)


BEHIND_RULING_OUT = 6
"""Words: `que | vaya | a | haber | retrasos`."""
RULING_OUT = "rule_out"
"""The act of which `descartar` and `rule out` are forms."""


def is_neither_of_two(reading: Reading, clause: Clause) -> bool:
    """`no aceptó ni rechazó la propuesta`: left open."""
    return is_of_contraries(reading, reading.trees[clause.sentence], clause.head)


def is_asked_only_if(reading: Reading, clause: Clause) -> bool:
    """`¿Y si cierra el puerto? — Acudiríamos al arbitraje`, `would ask for a ruling if it closes`: nothing is asked yet."""
    tree = reading.trees[clause.sentence]
    supposed = has_condition(reading, tree, clause.head) or answers_a_case(reading, clause.sentence)
    return is_would(reading, tree, clause.head) and supposed


def answers_a_case(reading: Reading, number: int) -> bool:
    """Whether the sentence before, a label `A:` apart, asks what will be done `if …`."""
    told = [[t.form.lower() for t in tree.tokens] for tree in reading.trees[max(0, number - 2) : number]]
    words = next((one for one in reversed(told) if len(one) > LONGEST_LABEL), [])
    return "?" in words and not reading.words.condition_marks.isdisjoint(words)


LONGEST_LABEL = 3
"""Words of a line that only says who answers."""


def is_only_a_guests(reading: Reading, clause: Clause) -> bool:
    """`los inspectores serían bienvenidos`, `would be welcome`: they may come, and nothing is backed."""
    tree = reading.trees[clause.sentence]
    finite = finite_of(tree, clause.head).feat("Mood") == "Cnd" or is_would(reading, tree, clause.head)
    helpers = (c for c in children(tree, clause.head, "cop", "aux"))
    return clause.form.kind == "adjective" and (finite or any(tree.tokens[c].feat("Mood") == "Cnd" for c in helpers))


def is_said_before(reading: Reading, clause: Clause) -> bool:
    """`Kaira, que el lunes descartaba retrasos, admitió que …`: what who speaks had said; the main verb tells the news.

    Told of a day of its own, or as what lasted until then.
    """
    tree = reading.trees[clause.sentence]
    noun = tree.tokens[clause.head].head
    if clause.subject is None or clause.subject.how != "relative" or not is_relation(tree.tokens[clause.head], "acl"):
        return False
    own = span_of(tree, clause.head)
    earlier = finite_of(tree, clause.head).feat("Tense") == "Imp" or has_ended(reading, tree, clause.head)
    if not (earlier or any(own.contains(date.span) for date in reading.doc.dates)):
        return False
    above = tree.tokens[noun].head if is_relation(tree.tokens[noun], "nsubj") else -1
    lemma = tree.tokens[above].lemma.lower() if above >= 0 and is_verbal(tree.tokens[above]) else ""
    return lemma in reading.words.saying or any(act.kind in {"speech", "reporting"} for act, _ in reading.acts.get(lemma, ()))


def is_to_stay(reading: Reading, clause: Clause) -> bool:
    """`did not want the troops to leave`, `no quiere que el diálogo termine`: wished to last, and nothing is refused."""
    tree = reading.trees[clause.sentence]
    told = (*clause.content, *children(tree, clause.head, "ccomp", "xcomp"))
    bare = [c for thing in told for c in children(tree, thing, "acl", "xcomp") if tree.tokens[c].feat("VerbForm") == "Inf"]
    over = reading.words.ceasing | reading.words.leaving
    return clause.act.kind == "wish" and clause.negated and any(tree.tokens[c].lemma.lower() in over for c in (*told, *bare))

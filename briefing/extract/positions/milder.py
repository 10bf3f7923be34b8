"""Words that do less than the label of their verb: a duty laid on nobody, readiness to be given things, a guest's welcome.

`Togo must be joking`, `lorries have to show a form since 2021`, `ready to receive the papers`: the line stands, under the
neutral label.
"""

from __future__ import annotations

from briefing.extract.reading import Reading, codes_of_all, mentions_in, mentions_over, quote_at
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_would
from briefing.extract.sentence.trees import Tree, case_of, children, is_relation, is_verbal, span_of
from briefing.model.stances import AGAINST
from briefing.model.trees import is_present_participle

# ------------------------------------------------------------------ what must be


def duty_of(tree: Tree, clause: Clause) -> int:
    """The verb that is due: `pay` of `has to pay`, `pagar` of `hay que pagar`, where a parser joins it as a second verb."""
    below = children(tree, clause.trigger, "xcomp", "conj", "ccomp")
    return next((c for c in below if tree.tokens[c].feat("VerbForm") == "Inf" or children(tree, c, "cop")), clause.head)


def obliges_nobody(reading: Reading, clause: Clause) -> bool:
    return not codes_of_all(reading, clause.holders)


def is_a_guess(reading: Reading, clause: Clause) -> bool:
    """`Chile debe de saberlo`, `Chile must be joking`, `tiene que ser duro`: so it seems, and nobody has to."""
    tree = reading.trees[clause.sentence]
    duty = duty_of(tree, clause)
    behind = tree.tokens[clause.trigger + 1].form.lower() if clause.trigger + 1 < len(tree.tokens) else ""
    supposed = f"{tree.tokens[clause.trigger].lemma.lower()} {behind}" in reading.words.guesses
    going_on = is_present_participle(tree.tokens[duty]) and bool(children(tree, duty, "aux"))
    bare = not any(children(tree, i, "nsubj", "csubj") for i in (duty, clause.trigger))
    seems = bare and tree.tokens[duty].upos == "ADJ" and bool(children(tree, duty, "cop"))
    return supposed or going_on or seems


def asks_nobody(reading: Reading, clause: Clause) -> bool:
    """`el muelle costó mucho y hay que cuidarlo`: whose duty it is the words do not say, and no other government is named."""
    tree = reading.trees[clause.sentence]
    impersonal = tree.tokens[clause.trigger].lemma.lower() in reading.words.existential
    told = codes_of_all(reading, [m.actor for m in mentions_in(reading, tree.sentence.span)])
    return impersonal and obliges_nobody(reading, clause) and len(told) <= 1


def was_due(reading: Reading, clause: Clause) -> bool:
    """`debió avisar`, `tuvo que pagar`: a duty of the past, which reproaches or tells."""
    return reading.trees[clause.sentence].tokens[clause.trigger].form.lower() in reading.words.had_to


def is_laid_down(reading: Reading, clause: Clause) -> bool:
    """`under the treaty Chile must give notice`, `los buques deben pagarlo desde 2022`: what a text has long laid down.

    Told before the duty: `must act in line with the treaty` demands it.
    """
    tree = reading.trees[clause.sentence]
    before = tree.tokens[: clause.trigger]
    texts = [i for i, token in enumerate(before) if token.lemma.lower() in reading.words.binding_texts]
    led = (f" {' '.join(token.form.lower() for token in before[max(0, i - BEFORE_A_TEXT) : i])} " for i in texts)
    by_text = any(f" {case} " in words for words in led for case in reading.words.by_text_cases)
    beside = [c for i in {clause.head, clause.trigger, duty_of(tree, clause)} for c in children(tree, i, "obl", "advmod")]
    dated = [c for c in beside if any(date.span.contains(tree.tokens[c].span) for date in reading.doc.dates)]
    return by_text or any(case_of(tree, c) in reading.words.since for c in dated)


BEFORE_A_TEXT = 4
"""Words: `de | acuerdo | con | el`."""


def goes_on(reading: Reading, clause: Clause) -> bool:
    """`the bridge would have to remain shut`, `tendrá que seguir cerrado`: a state that lasts is asked of nobody."""
    tree = reading.trees[clause.sentence]
    return obliges_nobody(reading, clause) and tree.tokens[duty_of(tree, clause)].lemma.lower() in reading.words.lasting_on


def is_only_admitted(reading: Reading, clause: Clause) -> bool:
    """`hay que reconocer que Chile cumple`, `it must be said that …`: a way to say it."""
    tree = reading.trees[clause.sentence]
    duty = duty_of(tree, clause)
    behind = tree.tokens[duty + 1 : duty + 2]
    told = any(t.form.lower() in reading.words.relatives or t.feat("PronType") in {"Int", "Ind"} for t in behind)
    said = tree.tokens[duty].lemma.lower() in reading.words.saying | reading.words.mental | reading.words.admitting
    return obliges_nobody(reading, clause) and said and told


def is_waited_for(reading: Reading, clause: Clause) -> bool:
    """`habrá que esperar`, `we must wait and see`: to wait is asked of nobody."""
    tree = reading.trees[clause.sentence]
    return obliges_nobody(reading, clause) and tree.tokens[duty_of(tree, clause)].lemma.lower() in reading.words.waiting


def was_promised(reading: Reading, clause: Clause) -> bool:
    """`había prometido en campaña un peaje`, `had promised a toll`: what was promised before what is news."""
    tree = reading.trees[clause.sentence]
    helpers = [tree.tokens[c] for c in children(tree, clause.head, "aux")]
    return tree.tokens[clause.head].feat("VerbForm") == "Part" and any(
        t.lemma.lower() in reading.words.perfect_auxiliaries and t.feat("Tense") in {"Imp", "Past"} for t in helpers
    )


def is_a_temper(reading: Reading, clause: Clause) -> bool:
    """`we must be patient`, `dispuesto a tener paciencia`: a temper, and no deed."""
    tree = reading.trees[clause.sentence]
    due = (duty_of(tree, clause), *clause.content)
    told = {tree.tokens[i].lemma.lower() for c in due for i in (c, *children(tree, c, "obj"))}
    return bool(told & reading.words.tempers)


def asks_for_a_temper(reading: Reading, clause: Clause) -> bool:
    """`pidió calma a los importadores`, `urged patience`: of people at home, where no other government is named."""
    tree = reading.trees[clause.sentence]
    asked = {tree.tokens[c].lemma.lower() for c in (*clause.content, *children(tree, clause.head, "obj"))}
    told = codes_of_all(reading, [m.actor for m in mentions_in(reading, tree.sentence.span)])
    return bool(asked & reading.words.tempers) and len(told) <= 1


# ------------------------------------------------------------------ readiness, welcome


def is_to_be_given(reading: Reading, clause: Clause) -> bool:
    """`ready to receive the papers`; `ready to receive the inspectors` lets them in."""
    tree = reading.trees[clause.sentence]
    takers = [c for c in clause.content if tree.tokens[c].lemma.lower() in reading.words.receptive]
    return any(tree.tokens[o].lemma.lower() in reading.words.papers for c in takers for o in children(tree, c, "obj"))


def is_of_belief(reading: Reading, clause: Clause) -> bool:
    """`willing to believe the figures`, `dispuesto a creerlo`."""
    tree = reading.trees[clause.sentence]
    return any(tree.tokens[c].lemma.lower() in reading.words.mental for c in clause.content)


def is_of_whatever(reading: Reading, clause: Clause) -> bool:
    """`ready for whatever Chile decides`, `lista para lo que venga`: for what another may do."""
    tree = reading.trees[clause.sentence]
    after = [token.form.lower() for token in tree.tokens[clause.trigger + 1 :][:BEHIND_READY]]
    told = f" {' '.join(after)} "
    return any(f" {phrase} " in told for phrase in reading.words.whatever)


BEHIND_READY = 4
"""Words: `for | whatever`, `para | lo | que`."""


def was_ready(reading: Reading, clause: Clause) -> bool:
    """`“It was their proposal. We were ready to travel”`: what has been, told by oneself; not `said it was ready`."""
    tree, at = reading.trees[clause.sentence], reading.trees[clause.sentence].tokens[clause.trigger].span
    quote = quote_at(reading, at)
    own_words = reading.turn_at(at) is not None or (quote is not None and quote.kind == "direct")
    helpers = [tree.tokens[c] for c in children(tree, clause.trigger, "cop", "aux")]
    past = [t.feat("Tense") in {"Past", "Imp"} and t.feat("Mood") == "Ind" for t in helpers]
    return own_words and any(past)


def would_be(reading: Reading, clause: Clause) -> bool:
    """`would welcome inspectors`: a wish or an invitation, and nothing is backed yet."""
    return is_would(reading, reading.trees[clause.sentence], clause.head)


def is_of_a_person(reading: Reading, clause: Clause) -> bool:
    """`welcomed Mr Quispe at the port`, `dio la bienvenida a la ministra`: a courtesy."""
    tree = reading.trees[clause.sentence]
    greeted = [tree.tokens[c].span for c in (*children(tree, clause.head, "obj", "iobj", "obl"), *clause.content)]
    return any(reading.doc.actors[m.actor].kind in {"person", "office"} for s in greeted for m in mentions_over(reading, s))


def is_of_talk(reading: Reading, clause: Clause) -> bool:
    """`the talks were cordial`, `una charla positiva`: how a meeting was, and nothing is backed."""
    tree = reading.trees[clause.sentence]
    judged = {*clause.content, *children(tree, clause.trigger, "nsubj")}
    if is_relation(tree.tokens[clause.trigger], "amod"):
        judged.add(tree.tokens[clause.trigger].head)
    acts = (match_act(reading, tree, c) for c in judged if tree.tokens[c].upos == "NOUN")
    met = any(act is not None and act[0].kind == "meeting" for act in acts)
    return met or any(tree.tokens[c].lemma.lower() in reading.words.talks for c in judged)


# ------------------------------------------------------------------ what is raised, wished, done to somebody


def is_a_matter(reading: Reading, clause: Clause) -> bool:
    """`planteó la situación de los presos`, `raised the case of the crew`: spoken of; `planteó un fondo común` proposes."""
    tree = reading.trees[clause.sentence]
    things = [tree.tokens[c].lemma.lower() for c in children(tree, clause.head, "obj")]
    return any(lemma in reading.words.raised_matters for lemma in things)


def is_of_goodwill(reading: Reading, clause: Clause) -> bool:
    """`quiere buenas relaciones con Chile`, `wants peace with Chile`: who would not."""
    tree = reading.trees[clause.sentence]
    things = [c for c in clause.content if tree.tokens[c].upos == "NOUN"]
    return bool(things) and all(tree.tokens[c].lemma.lower() in reading.words.goodwill for c in things)


def is_expedient(reading: Reading, clause: Clause) -> bool:
    """`no conviene exagerar`, `convendría que …`: good or not to do, where the same verb in the plural agrees."""
    return reading.trees[clause.sentence].tokens[clause.trigger].form.lower() in reading.words.expedient


def is_a_question(reading: Reading, clause: Clause) -> bool:
    """`asked what Chile had done`, `asked him whether …`: to ask after something requests nothing of it."""
    tree = reading.trees[clause.sentence]
    told = [c for c in children(tree, clause.head, "ccomp", "advcl", "obj", "obl") if c > clause.head]
    first = [next(t for t in tree.tokens if t.span.start >= span_of(tree, c).start) for c in told]
    bidden = any(tree.tokens[c].feat("VerbForm") == "Inf" for c in children(tree, clause.head, "xcomp"))
    return not bidden and any(token.form.lower() in reading.words.asking_words for token in first)


def is_a_courtesy(reading: Reading, clause: Clause) -> bool:
    """`asked for a minute's silence`, `pidió un minuto de silencio`, `offered him a seat`."""
    tree = reading.trees[clause.sentence]
    things = {*clause.content, *children(tree, clause.head, "obj", "obl")}
    told = {tree.tokens[i].lemma.lower() for c in things for i in (c, *children(tree, c, "nmod"))}
    return bool(told & reading.words.table_courtesies)


def leaves_it_off(reading: Reading, clause: Clause) -> bool:
    """`refused to blame Chile`, `se negó a descartarlo`, `refused to give up`: another is spared, and refused nothing."""
    tree = reading.trees[clause.sentence]
    left = [c for c in clause.content if is_verbal(tree.tokens[c])]
    acts = [match_act(reading, tree, c) for c in left]
    hostile = any(act is not None and act[0].stance in AGAINST for act in acts)
    return hostile or any(tree.tokens[c].lemma.lower() in reading.words.ceasing | reading.words.giving_up for c in left)


def is_likely_only(reading: Reading, clause: Clause) -> bool:
    """`would probably agree`, `quizá lo acepte`, `might well support it`."""
    tree = reading.trees[clause.sentence]
    beside = children(tree, clause.head, "advmod", "aux")
    return any(tree.tokens[c].lemma.lower() in reading.words.likely for c in beside)


def is_of_nothing(reading: Reading, clause: Clause) -> bool:
    """`has agreed to nothing`, `rejects no one`, `no acusa a nadie`."""
    tree = reading.trees[clause.sentence]
    things = {*clause.content, *children(tree, clause.head, "obj", "obl")}
    bare = any(tree.tokens[c].form.lower() in reading.words.negative_objects for c in things)
    pairs = (tuple(t.form.lower() for t in tree.tokens[c - 1 : c + 1]) for c in things if c)
    return bare or any(" ".join(pair) in reading.words.negative_objects for pair in pairs)


def is_of_its_own_bodies(reading: Reading, clause: Clause) -> bool:
    """`parliament would have to approve it`, `un juez debe decidirlo`: a step at home, asked of no other government."""
    tree = reading.trees[clause.sentence]
    doers = [c for i in {clause.head, clause.trigger, duty_of(tree, clause)} for c in children(tree, i, "nsubj")]
    named = any(children(tree, c, "nmod", "amod", "compound", "nmod:poss") for c in doers)
    return not named and any(tree.tokens[c].lemma.lower() in reading.words.home_bodies for c in doers)


def may_be_done(reading: Reading, clause: Clause) -> bool:
    """`could complain to the court`, `podría exigir una multa`: what a government may do it has not done."""
    tree = reading.trees[clause.sentence]
    helpers = [tree.tokens[c] for c in children(tree, clause.head, "aux")]
    return clause.form.kind == "verb" and any(t.lemma.lower() in reading.words.may for t in helpers)


def befalls_itself(reading: Reading, clause: Clause) -> bool:
    """`Ghana did not want its lorries to rot`, `no quiere que nadie sufra`: refused to nobody."""
    tree = reading.trees[clause.sentence]
    told = [c for c in clause.content if is_verbal(tree.tokens[c]) and is_relation(tree.tokens[c], "ccomp", "xcomp")]
    return clause.negated and any(tree.tokens[c].lemma.lower() in reading.words.suffering for c in told)


def goes_on_being(reading: Reading, clause: Clause) -> bool:
    """`will continue to be a good neighbor`, `seguirá siendo amiga`: what one is, and no plan."""
    tree = reading.trees[clause.sentence]
    lasts = tree.tokens[clause.head].lemma.lower() in reading.words.lasting_on
    return lasts and any(children(tree, c, "cop") for c in children(tree, clause.head, "xcomp"))

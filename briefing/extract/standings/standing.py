"""Whether a meeting was held, is to come, was called off or put off, or is only talked of.

Only what the words say: `RULES` are asked in order, and the first that detects something decides.  A meeting that was merely
planned, supposed or the purpose of something else is `UNTOLD`: nobody says that it was held.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Sequence
from typing import Final, Literal

from briefing.extract.day_and_place.what_came_first import is_done_first
from briefing.extract.meetings.carriers import (
    is_after_publication,
    is_be_to,
    is_participle,
    is_to_come,
    near_words,
    verb_group,
    words_around,
    words_of_all,
)
from briefing.extract.meetings.invitations import inviting_verb, is_accepted
from briefing.extract.reading import Reading
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_conditional, is_future, is_negated, is_reported_future
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    case_of,
    children,
    finite_of,
    is_passive,
    is_relation,
    is_verbal,
    mark_of,
    phrase_below,
    places_of,
    subtree,
)
from briefing.extract.standings.likely import is_likely
from briefing.extract.standings.not_held import is_copular, is_not_as_planned, is_not_to_take_place, took_no_place
from briefing.extract.standings.off_own_clause import is_only_feared, off_by_own_clause
from briefing.extract.standings.said_of_it import SAID_OF_IT
from briefing.model import Date, MeetingStatus
from briefing.model.stances import ARRANGING

Standing = MeetingStatus | Literal["untold"]
UNTOLD: Final = "untold"


def standing_of(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Standing | None:
    """What the first rule says; None where a meeting is told of as any other thing that happened."""
    told = (rule(reading, tree, clause, host, date) for rule in RULES)
    return next((standing for standing in told if standing is not None), None)


Rule = Callable[[Reading, Tree, Clause, int, Date | None], Standing | None]


def is_denied(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Standing | None:
    """`will not hold a summit`, `no habrá reunión`: none; `will no longer travel`, `ya no viajará`: called off."""
    group = verb_group(tree, host)
    if took_no_place(reading, tree, clause):
        return "cancelled"
    if clause.form.kind == "noun" and host != clause.head and is_told_in_its_clause(reading, tree, clause.head):
        return None  # `should not affect the summit, which will be held in May`
    if is_ended(reading, tree, group):
        return UNTOLD if is_copular(tree, host) else "cancelled"  # `ya no será en Lima`: somewhere else
    if is_not_to_take_place(reading, tree, clause, host) or is_not_as_planned(reading, tree, host, group):
        return "cancelled"
    nothing = [c for index in group for c in children(tree, index, "nsubj")]  # `no date has been set`
    return UNTOLD if clause.negated or any(is_negated(reading, tree, index) for index in (*group, *nothing)) else None


def is_ended(reading: Reading, tree: Tree, group: tuple[int, ...]) -> bool:
    """`no longer`, `ya no`."""
    words = [" ".join(tree.tokens[i].form.lower() for i in pair) for index in group for pair in adverb_pairs(tree, index)]
    return bool(reading.words.no_longer & {*words})


def adverb_pairs(tree: Tree, index: int) -> list[tuple[int, int]]:
    """Neighbouring words of the adverbs before a verb: `no longer`, `ya no`."""
    adverbs = [i for c in children(tree, index, "advmod") for i in subtree(tree, c)]
    return [(i, i + 1) for i in adverbs if i + 1 in adverbs]


def is_called_off(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Standing | None:
    """`canceló la reunión`, `the trip was cancelled`, `debía reunirse el lunes, pero el viaje se suspendió`."""
    told = words_around(reading, tree, clause, host) & reading.words.cancelling
    own = off_by_own_clause(reading, tree, clause, host)
    return own or what_changed(reading, tree, clause, host, told, "cancelled")


def is_put_off(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Standing | None:
    """`la cumbre fue aplazada`, `quedó pospuesta`."""
    told = words_around(reading, tree, clause, host) & reading.words.postponing
    return what_changed(reading, tree, clause, host, told, "postponed")


def what_changed(
    reading: Reading, tree: Tree, clause: Clause, host: int, told: set[str], change: MeetingStatus
) -> Standing | None:
    """The change that some words tell, unless it is denied, over, or conditioned."""
    if told and clause.head != host and is_led_by_time(reading, tree, clause.head):
        return None
    if not told or is_kept(reading, tree, told):
        return UNTOLD if told else None
    feared = is_conditioned(reading, tree, host) or is_only_feared(reading, tree, told)
    off = not feared and not is_held_after_all(reading, tree, clause, host, told)
    return change if off else None


def is_led_by_time(reading: Reading, tree: Tree, noun: int) -> bool:
    """`aplazará la queja hasta después de la cumbre`, `put off the vote until after the talks`, `suspended flights
    during the visit`: the meeting only dates it."""
    first = min((noun, *children(tree, noun, "det", "case", "amod")))
    before = [token.form.lower() for token in tree.tokens[max(0, first - 1) : first + 1]]
    words = {case_of(tree, noun), *case_of(tree, noun).split(), *before, " ".join(before)}
    return bool(words & (reading.words.after_marks | reading.words.until_cases | reading.words.during))


def is_held_after_all(reading: Reading, tree: Tree, clause: Clause, host: int, told: set[str]) -> bool:
    """`retomaron el diálogo, suspendido desde noviembre`, `celebrarán la reunión que quedó suspendida`: what was off before."""
    held = {tree.tokens[host].lemma.lower()} & (reading.words.holding | reading.words.happening) - told
    nouns = (clause.head,) if clause.form.kind == "noun" else children(tree, clause.head, "obj")
    if host in nouns or not held or is_negated(reading, tree, host):
        return False
    below = {i for noun in nouns for i in subtree(tree, noun) if i != noun}
    return all(i in below for i, t in enumerate(tree.tokens) if {t.lemma.lower(), t.form.lower()} & told)


def is_kept(reading: Reading, tree: Tree, told: set[str]) -> bool:
    """`is not cancelled`, `no está suspendido`, `denied that it was postponed`: the change is denied."""
    changes = [i for i, t in enumerate(tree.tokens) if {t.lemma.lower(), t.form.lower()} & told]
    return bool(changes) and all(
        is_negated(reading, tree, i) or is_negated(reading, tree, tree.tokens[i].head) for i in changes
    )


def is_conditioned(reading: Reading, tree: Tree, host: int) -> bool:
    """`would be called off if …`, `podría suspenderse`: not called off."""
    group = verb_group(tree, host)
    doubted = any(is_conditional(reading, tree, i) and not is_reported_future(reading, tree, i) for i in group)
    return has_condition(reading, tree, group) or doubted


def has_condition(reading: Reading, tree: Tree, group: tuple[int, ...]) -> bool:
    """`if Peru confirms its attendance`."""
    clauses = [c for index in group for c in children(tree, index, "advcl")]
    return any(mark_of(tree, c) in reading.words.condition_marks for c in clauses)


def is_purpose_of_the_past(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Standing | None:
    """`viajó a Lima para reunirse con …` does not say that they met."""
    verbs = verb_group(tree, host)
    infinitives = [
        i for i in verbs[:-1] if is_relation(tree.tokens[i], "advcl", "acl") and tree.tokens[i].feat("VerbForm") == "Inf"
    ]
    purpose = any(not is_what_came_before(reading, tree, i) for i in infinitives)
    ahead = is_to_come(reading, tree, verbs) or is_after_publication(reading, date)
    scheduled = words_of_all(tree, verbs) & reading.words.scheduling  # `are due to meet in 30 days`
    return UNTOLD if purpose and not ahead and not scheduled else None


def is_what_came_before(reading: Reading, tree: Tree, infinitive: int) -> bool:
    """`tras reunirse con …`, `un día después de hablar con …`, `convinieron en reunirse`: no purpose."""
    others = reading.words.after_marks | reading.words.while_cases
    above = tree.tokens[tree.tokens[infinitive].head].form.lower() if tree.tokens[infinitive].head >= 0 else ""
    return mark_of(tree, infinitive) in others or above in reading.words.after_marks


def is_in_the_conditional(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Standing | None:
    """`viajaría`, `might meet`: unconfirmed where it may still come; a rumour of the past (`se habrían reunido`) is none."""
    if clause.future or not is_conditioned(reading, tree, host):
        return None
    is_past = date is not None and bool(date.value) and not is_after_publication(reading, date)
    return UNTOLD if is_past or has_condition(reading, tree, verb_group(tree, host)) else "unconfirmed"


def was_planned(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Standing | None:
    """`debía reunirse`, `were to hold talks`, `had been due to fly`: planned then; held or not, the words do not say."""
    group = verb_group(tree, host)
    helpers = [child for index in group for child in children(tree, index, "aux", "cop", "case", "mark")]
    words = {word for i in (*group, *helpers) for word in (tree.tokens[i].lemma.lower(), tree.tokens[i].form.lower())}
    planned = bool(words & reading.words.planning) or any(is_be_to(reading, tree, index) for index in group)
    tenses = {finite_of(tree, index).feat("Tense") for index in group}
    if not planned or not tenses & {"Imp", "Past"}:
        return None
    called_off = reading.words.postponing | reading.words.cancelling
    if words_of_all(tree, tuple(ancestors(tree, host))) & called_off:  # `a meeting that Chile was to host has been put off`
        return UNTOLD
    reported = is_relation(tree.tokens[host], "ccomp")  # `said that it was due to expire`; else it was prolonged, or may be
    overtaken = clause.act.meeting == "deadline" and not reported
    return "upcoming" if is_after_publication(reading, date) and not overtaken else UNTOLD


def is_led_up_to(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Standing | None:
    """`se reunieron con miras a la visita de …`, `met ahead of the summit`: of the meeting behind it nothing is told."""
    start = leading_up(reading, tree)
    behind = start is not None and start < clause.head and clause.form.kind == "noun"
    return UNTOLD if behind and not is_told_in_its_clause(reading, tree, clause.head) else None


def is_told_in_its_clause(reading: Reading, tree: Tree, noun: int) -> bool:
    """`to prepare the summit, which is set for May`, `la cumbre que celebrarán en julio`: a clause of its own tells it."""
    below = [c for i in (noun, *children(tree, noun, "nmod")) for c in children(tree, i, "acl")]
    told = [(c, {tree.tokens[c].lemma.lower(), tree.tokens[c].form.lower()}) for c in below]
    held, planned = reading.words.happening | reading.words.holding, reading.words.scheduling
    ahead = {c for c, _ in told if is_future(reading, tree, c) or is_passive_infinitive(tree, c)}
    ahead = {c for c in ahead if not is_done_by_others(reading, tree, c)}  # not `ahead of the summit that it will host`
    return any(words & planned or (words & held and c in ahead) for c, words in told)


def is_passive_infinitive(tree: Tree, index: int) -> bool:
    """`the summit, to be held in Lima in May`."""
    helpers = [tree.tokens[c] for c in children(tree, index, "aux:pass", "aux")]
    return any(token.feat("VerbForm") == "Inf" for token in helpers) and is_passive(tree, index)


def is_done_by_others(reading: Reading, tree: Tree, index: int) -> bool:
    """`that it will host`: by a subject of its own that is no relative."""
    subjects = [tree.tokens[c].form.lower() for c in children(tree, index, "nsubj")]
    active = not is_passive(tree, index) and tree.tokens[index].lemma.lower() not in reading.words.happening
    return active and any(form not in reading.words.relatives for form in subjects)


def leading_up(reading: Reading, tree: Tree) -> int | None:
    """Where a phrase like `con miras a`, `ahead of` begins."""
    forms = [token.form.lower() for token in tree.tokens]
    starts = (
        index
        for phrase in (phrase.split() for phrase in reading.words.leading_up)
        for index in range(len(forms))
        if forms[index : index + len(phrase)] == phrase
    )
    return min(starts, default=None)


def is_asked_about(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Standing | None:
    """`no quiso confirmar si viajará`, `did not say whether he will travel`: nobody says so."""
    above = [i for i in (host, *ancestors(tree, host)) if is_relation(tree.tokens[i], "ccomp", "advcl", "csubj")]
    marks = {mark_of(tree, i) for i in above}
    return UNTOLD if marks & reading.words.whether_marks else None


def is_only_willing(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Standing | None:
    """`was ready to sit down with Greece`: an infinitive that hangs on what somebody is, and not on what was done."""
    top = tree.tokens[verb_group(tree, host)[-1]]
    after = mark_of(tree, host) in reading.words.after_marks  # `el acuerdo, tras reunirse con`
    willing = tree.tokens[host].feat("VerbForm") == "Inf" and top.upos in {"ADJ", "NOUN"} and not after
    return UNTOLD if willing and not {top.lemma.lower(), top.form.lower()} & reading.words.scheduling else None


def is_offered(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Standing | None:
    """`ofreció Tiflis como sede de un encuentro`, `proposed a meeting in May`; not `durante una reunión propuso …`."""
    below = clause.head
    if tree.tokens[clause.trigger].lemma.lower() in reading.words.offering and clause.form.kind == "verb":
        return None if clause.form.object else UNTOLD  # `ofreció un almuerzo al ministro`
    for index in ancestors(tree, clause.head):
        if is_verbal(tree.tokens[index]):
            wanted = is_relation(tree.tokens[below], "obj", "xcomp") or mark_of(tree, below) in reading.words.offered_cases
            offered = tree.tokens[index].lemma.lower() in reading.words.offering and not is_passive(tree, index)
            return UNTOLD if offered and wanted else None
        below = index
    return None


def is_beside_another(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Standing | None:
    """`en los márgenes de la reunión de la OTAN`: the meeting of others; `cuya audiencia estaba fijada`: told in passing."""
    above = tree.tokens[clause.head].head
    beside = above >= 0 and tree.tokens[above].lemma.lower() in reading.words.margins
    passing = any(tree.tokens[c].form.lower() in reading.words.whose for c in tree.children[clause.head])
    return UNTOLD if clause.form.kind == "noun" and (beside or passing) else None


def is_time_of_another(reading: Reading, tree: Tree, clause: Clause, host: int) -> bool:
    """`fue anunciado tras el encuentro`, `was agreed during the talks`: the verb above says nothing of when they are."""
    cases = reading.words.after_marks | reading.words.while_cases
    noun = clause.form.kind == "noun" and clause.head != host and is_relation(tree.tokens[clause.head], "obl", "nmod")
    return noun and case_of(tree, clause.head) in cases and finite_of(tree, host).feat("Tense") in {"Past", "Imp"}


def is_bare_infinitive(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Standing | None:
    """`He is due to meet the president`, where no verb above has a tense: arranged at most, and not told as held."""
    top = tree.tokens[host]
    held = is_relation(top, "advcl", "xcomp", "obl", "acl", "nmod")  # `tras reunirse con …`, `had agreed to meet`
    if clause.form.kind != "verb" or top.feat("VerbForm") != "Inf" or held:
        return None
    beside = [tree.tokens[c] for c in children(tree, host, "aux", "cop", "mark", "advmod", "amod")]
    if any(token.feat("Tense") == "Past" and token.feat("VerbForm") == "Part" for token in beside):
        return None
    arranged = {token.form.lower() for token in beside} & reading.words.scheduling
    past = any(token.feat("Tense") in {"Past", "Imp"} for token in beside)
    if any(token.form.lower() in reading.words.future_auxiliaries for token in beside):
        return None
    return "upcoming" if arranged and not past else UNTOLD


def is_in_doubt(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Standing | None:
    """`a meeting next Monday is in doubt`: announced, and no more than that."""
    unnamed = bool(places_of(tree, reading.words.unnamed_tellers))  # `on condition of anonymity`
    doubted = any(phrase_below(tree, i, reading.words.doubting) for i in {clause.head, host})
    doubted = doubted or any(is_said_of(tree, run, clause.head) for run in places_of(tree, reading.words.doubting))
    return "unconfirmed" if doubted or (unnamed and is_after_publication(reading, date)) else None


def is_said_of(tree: Tree, phrase: Sequence[int], head: int) -> bool:
    """Whether a phrase is said of a meeting: `the date of the meeting is uncertain`, `la cita sigue en el aire`."""
    top = next(i for i in phrase if tree.tokens[i].head not in phrase)
    predicate = tree.tokens[top].head if is_relation(tree.tokens[top], "obl", "advmod") else top
    path = itertools.pairwise((head, *ancestors(tree, head)))
    part = ("nsubj", "csubj", "ccomp", "nmod", "xcomp", "cop")
    return predicate in [above for _, above in itertools.takewhile(lambda pair: is_relation(tree.tokens[pair[0]], *part), path)]


def is_agreed_to(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Standing | None:
    """`agreed to meet in Accra`, `acordaron volver a reunirse`: arranged, and not held; `agreed after meeting` is another."""
    token = tree.tokens[host]
    above = token.head
    below = (
        is_relation(token, "xcomp", "ccomp") or mark_of(tree, host) in reading.words.while_cases
    )  # `convinieron en reunirse`
    if above < 0 or token.feat("VerbForm") != "Inf" or not below or clause.form.kind != "verb":
        return None
    if tree.tokens[above].lemma.lower() in reading.words.aspectual:  # `volver a reunirse`
        above = tree.tokens[above].head if is_relation(tree.tokens[above], "xcomp", "ccomp") else -1
    if above < 0:
        return None
    match = match_act(reading, tree, above)
    agreed = match is not None and match[0].stance in ARRANGING and match[1].kind == "verb"
    past = finite_of(tree, above).feat("Tense") == "Past"
    return "upcoming" if agreed and past else None


def is_announced(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Standing | None:
    """`está programada`, `is expected to visit`, `se reunirán`, or a date after the article's own."""
    aside = is_time_of_another(reading, tree, clause, host)
    host = clause.head if aside else host
    if is_done_first(reading, clause, host):
        return None
    verbs = verb_group(tree, host)
    had = tuple(c for verb in verbs for c in children(tree, verb, "obj", "iobj", "xcomp") if is_participle(tree, c))
    near = near_words(reading, tree, clause, host) | words_of_all(tree, (*verbs, *had))  # `tiene previsto viajar`
    met = clause.form.kind == "verb" and finite_of(tree, host).feat("Tense") == "Past"
    own = {tree.tokens[clause.head].lemma.lower()} if met and clause.head == host and not is_passive(tree, host) else set()
    scheduled = (near - own) & reading.words.scheduling  # `pactaron este lunes en Lima que …`: there they met
    relative = any(
        is_future(reading, tree, c) for c in children(tree, clause.head, "acl")
    )  # `la visita, que tendrá lugar el 3`
    subject = is_relation(tree.tokens[clause.head], "obj", "nsubj")
    carried = subject and is_future(reading, tree, host)  # `will hold their dialogue`
    told = clause.future or is_to_come(reading, tree, verbs) or (is_after_publication(reading, date) and not met)
    arranged = any(is_be_to(reading, tree, index) for index in verbs)  # `is to fly to Lima for talks`
    if clause.form.kind == "verb" and clause.head == host and is_done(reading, tree, host) and not told:
        return None  # `se ha reunido este martes con Petit, con quien ha pactado …`, whatever is planned besides
    return "upcoming" if scheduled or relative or carried or told or arranged else None


def is_done(reading: Reading, tree: Tree, verb: int) -> bool:
    """`met`, `se ha reunido`: in the past or the perfect, and active."""
    token, finite = tree.tokens[verb], finite_of(tree, verb)
    helpers = [tree.tokens[c] for c in children(tree, verb, "aux", "cop")]
    only = all(helper.lemma.lower() in reading.words.perfect_auxiliaries for helper in helpers)
    past = token.feat("VerbForm") == "Fin" and token.feat("Tense") == "Past" and not helpers
    perfect = token.feat("VerbForm") == "Part" and bool(helpers) and finite.feat("Tense") in {"Pres", "Past"}
    return (past or perfect) and only and not is_passive(tree, verb)


def is_invited_to(reading: Reading, tree: Tree, clause: Clause, host: int, date: Date | None) -> Standing | None:
    """`has invited her to a meeting in Lima on May 3`: there is to be one, and she goes only if she has accepted."""
    verb = inviting_verb(reading, tree, clause.head)
    if verb is None or not is_after_publication(reading, date):
        return None
    return "upcoming" if is_accepted(reading, tree, verb) else "unconfirmed"


RULES: tuple[Rule, ...] = (
    is_invited_to,
    is_beside_another,
    is_led_up_to,
    is_denied,
    is_asked_about,
    is_offered,
    is_called_off,
    *SAID_OF_IT,
    is_put_off,
    is_likely,
    is_only_willing,
    is_purpose_of_the_past,
    is_in_the_conditional,
    was_planned,
    is_in_doubt,
    is_agreed_to,
    is_announced,
    is_bare_infinitive,
)

"""What the words must say before a meeting makes a row: that somebody asserts it, in one place and in the positive.

A verb of meeting is asserted where it is told itself, where it is what somebody says, agrees or plans, or what a journey is
made for.  A noun of meeting is asserted by a verb of holding, setting, moving or attending one, by standing as the time or
occasion of something asserted (`signed it after talks in Lima`), or as a definite description with a day of its own, which
supposes that there is one (`Friday's call`; B. Russell, On Denoting, 1905; P. Strawson, On Referring, 1950).  Elsewhere
(what is asked for, feared or drawn out, what a source knows of, the eve of a visit) it names no meeting that anybody tells of.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping

from briefing.extract.attending.taking_part import tells
from briefing.extract.claims import dates_in
from briefing.extract.day_and_place.own_reach import days_of_noun
from briefing.extract.meetings.contacts import says_that_they_met
from briefing.extract.meetings.invitations import inviting_verb
from briefing.extract.meetings.meeting_kinds import is_wished
from briefing.extract.reading import Reading
from briefing.extract.sentence.acts import match_act
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.moods import is_negated
from briefing.extract.sentence.trees import (
    NOUN_PHRASE_ENDS,
    Tree,
    ancestors,
    case_of,
    children,
    finite_of,
    is_relation,
    is_verbal,
    mark_of,
    span_of,
    subtree,
)
from briefing.extract.standings.occasions_off import is_occasion_off
from briefing.model import Span
from briefing.model.meeting_kinds import OF_NOBODY
from briefing.model.stances import ARRANGING

GUESSES = frozenset({"believe", "estimate", "predict", "suspect_plot", "joke_ironize", "lie_mislead", "warn_that"})
"""Acts of telling by which nobody says that it is so."""

Need = Callable[[Reading, Tree, int], bool]


def ground_of(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> str | None:
    """The name of the first ground on which the meeting is asserted, for the rules that `briefing explain` prints."""
    tree = reading.trees[clause.sentence]
    implied = by_head.get(clause.head) is not clause  # by `sittings`, `awaited` and the like, each with its own needs
    if implied and is_occasion_off(reading, tree, clause):
        return "called_off"
    if implied and says_that_they_met(reading, clause):
        return "verb"
    if clause.act.meeting in OF_NOBODY or implied:  # no meeting: `limits` says what it needs
        return None if is_wished(reading, tree, clause, by_head) else "implied"
    if describes_one_told(reading, tree, clause):
        return None
    if inviting_verb(reading, tree, clause.head) is not None:
        return "invited"  # how that stands `standing` says
    if clause.form.kind == "verb" or is_verbal(tree.tokens[clause.head]):
        return "verb" if is_told(reading, tree, clause.head) else None
    if is_definite(tree, clause.head) and (
        any(True for _ in days_of_noun(reading, clause)) or is_dated_behind(reading, clause)
    ):
        return "own_day"
    return next((name for name, need in NOUN_GROUNDS.items() if need(reading, tree, clause.head)), None)


def describes_one_told(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """`It will be his second visit this year`, `Será su primera reunión desde mayo`: the one just told, and no other."""
    subjects = [tree.tokens[c].form.lower() for c in children(tree, clause.head, "nsubj")]
    pointing = reading.words.it_pronouns | reading.words.those_before
    named = clause.form.kind == "noun" and bool(children(tree, clause.head, "cop")) and tree.tokens[clause.head].head < 0
    return named and all(form in pointing for form in subjects)


# ------------------------------------------------------------------ a verb


def is_told(reading: Reading, tree: Tree, index: int) -> bool:
    """Whether what a verb says is asserted: by itself, or by all that stands over it."""
    token = tree.tokens[index]
    if token.head < 0 or is_torn(tree, index):
        return True
    if is_relation(token, "acl", "advcl") and is_finite_purpose(reading, tree, index):
        return bool(dates_in(reading, span_of(tree, index)))
    if is_relation(token, "acl"):
        return is_relative(reading, tree, index)
    if is_relation(token, "csubj") and is_negated(reading, tree, token.head):
        return False  # `No está previsto que se reúnan`
    if is_relation(token, "ccomp", "xcomp", "csubj"):
        told = is_told_behind(tree, index) or is_telling(reading, tree, token.head, finite_of(tree, index).feat("Mood"))
        return told and is_told(reading, tree, token.head)
    if is_relation(token, "advcl"):
        return is_adjunct(reading, tree, index) and is_told(reading, tree, token.head)
    return is_told(reading, tree, token.head)


def is_finite_purpose(reading: Reading, tree: Tree, index: int) -> bool:
    """`aceptó el miércoles la invitación para que los expertos visiten la central`: told only with a day of its own."""
    finite = finite_of(tree, index).feat("VerbForm") == "Fin"
    return finite and bool({*mark_of(tree, index).split()[:1]} & reading.words.purposes)


def is_torn(tree: Tree, index: int) -> bool:
    """`Ha pedido que no pare y ha invitado a Petit`: an indicative that a parser joins to what is asked for."""
    token = tree.tokens[index]
    moods = [finite_of(tree, i).feat("Mood") for i in (index, token.head)]
    return is_relation(token, "conj") and moods == ["Ind", "Sub"]


def is_told_behind(tree: Tree, index: int) -> bool:
    """`The ministers will meet on Monday, the envoy hinted`: by whatever verb behind it somebody is said to tell it."""
    return is_relation(tree.tokens[index], "ccomp") and not mark_of(tree, index) and tree.tokens[index].head > index


def is_relative(reading: Reading, tree: Tree, index: int) -> bool:
    """`who met him on Monday`, `who is to meet him`: told beside what the sentence tells; not `a request to meet`."""
    finite = finite_of(tree, index).feat("VerbForm") == "Fin"
    if finite and finite_of(tree, index).feat("Mood") in {"Sub", "Imp"}:
        return False  # `a proposal that the commission be convened`, `una reunión que sirva`
    done = mark_of(tree, index) in reading.words.after_marks  # `hizo el anuncio tras recibir a Petit`
    if finite or done or tree.tokens[index].feat("VerbForm") == "Part":
        return True
    noun = tree.tokens[tree.tokens[index].head]
    planned = noun.lemma.lower() in reading.words.scheduling | reading.words.planning
    return planned or bool(children(tree, index, "nsubj"))


def is_telling(reading: Reading, tree: Tree, index: int, asked: str | None = None) -> bool:
    """`said that`, `agreed to`, `is due to`, `volverán a`, `led her to`: who says, plans or does it, and no one who wants it.

    What `managed to` or `led to` governs is so (L. Karttunen, Implicative Verbs, 1971).
    """
    words, token = reading.words, tree.tokens[index]
    forms = {token.lemma.lower(), token.form.lower()}
    if forms & (words.scheduling | words.planning | words.aspectual | words.arranging | words.implicative):
        return True
    if any(tree.tokens[c].lemma.lower() in words.scheduling for c in children(tree, index, "obj", "amod", "xcomp")):
        return True  # `tiene previsto reunirse`
    match = match_act(reading, tree, index)
    told = forms & words.telling or (match is not None and match[0].kind == "reporting" and match[0].id not in GUESSES)
    # `dijo que se reúnan` tells them to
    return (bool(told) and asked != "Sub") or (match is not None and match[0].stance in ARRANGING)


def is_adjunct(reading: Reading, tree: Tree, index: int) -> bool:
    """`will fly to Lima to meet him`, `said after meeting him`, `when they meet`: the aim of a journey, or the time of it."""
    mark, words, token = mark_of(tree, index), reading.words, tree.tokens[index]
    above = {tree.tokens[token.head].lemma.lower(), tree.tokens[token.head].form.lower()}
    if {*mark.split()} & words.counted_before:
        return bool(dates_in(reading, span_of(tree, index)))  # `days before the two sit down`: when, nobody says
    if finite_of(tree, index).feat("VerbForm") != "Inf" or mark in words.after_marks or above & words.after_marks:
        return True
    return bool(above & words.going) or is_telling(reading, tree, token.head)  # not `accused her of negotiating`


# ------------------------------------------------------------------ a noun


def is_governed(reading: Reading, tree: Tree, index: int) -> bool:
    """`held talks`, `the visit was put off`, `asistirá a la reunión`: by a verb that holds, sets, moves or attends one."""
    token = tree.tokens[index]
    if token.head < 0 or not is_relation(token, "nsubj", "obj", "iobj", "obl"):
        return False
    above = tree.tokens[token.head]
    particles = (
        f"{above.lemma.lower()} {tree.tokens[c].form.lower()}" for c in children(tree, token.head, "compound", "advmod")
    )
    forms = {above.lemma.lower(), above.form.lower(), *particles}  # `called off the talks`
    return bool(forms & governing(reading)) and is_told(reading, tree, token.head)


def governing(reading: Reading) -> frozenset[str]:
    words = reading.words
    kinds = (
        words.holding,
        words.happening,
        words.scheduling,
        words.convening,
        words.beginning,
        words.hosting,
        words.discussing,
    )
    changed = (words.cancelling, words.postponing, words.moving, words.attending, words.making, words.arranging)
    return frozenset[str]().union(*kinds, *changed, words.inviting)


def is_occasion(reading: Reading, tree: Tree, index: int) -> bool:
    """`signed it after talks`, `raised it in a call`, `flew there for a meeting`: when or at what it was done."""
    token, words = tree.tokens[index], reading.words
    verb = verb_of_object(tree, index) if is_relation(token, "nmod") else token.head
    if verb < 0 or not is_relation(token, "obl", "nmod") or is_during_what_is_said(reading, tree, index):
        return False
    case, above = case_of(tree, index), tree.tokens[verb]
    at = case in words.while_cases | words.after_marks | words.occasion_cases
    at = at or above.lemma.lower() in words.counted_after  # `dos días después de la reunión`
    aim = case in words.purpose_cases | words.towards and above.lemma.lower() in words.going
    return (at or aim) and is_told(reading, tree, verb)


def verb_of_object(tree: Tree, index: int) -> int:
    """`raised the matter in a call with Petit`, of which a parser makes the matter's call: the verb of that object.

    Only `a call`: `praised the progress in the talks` has no meeting of that day.
    """
    above = tree.tokens[index].head
    one = [tree.tokens[c] for c in children(tree, index, "det")]
    one = [t for t in one if t.feat("Definite") == "Ind" or t.feat("PronType") == "Ind"]
    thing = above >= 0 and is_relation(tree.tokens[above], "obj") and tree.tokens[above].head >= 0
    return tree.tokens[above].head if thing and one and tree.tokens[index].feat("Number") != "Plur" else -1


def is_during_what_is_said(reading: Reading, tree: Tree, index: int) -> bool:
    """`Durante su visita a Lima, Soto dijo el martes que …`: the day is that of the words; of the visit nothing is told."""
    visit = tree.tokens[index].lemma.lower() in reading.words.named_as_visit
    during = case_of(tree, index) in reading.words.during | reading.words.while_cases
    return visit and during and tells(reading, tree, tree.tokens[index].head)


def is_bidden(reading: Reading, tree: Tree, index: int) -> bool:
    """`has invited her to a meeting`, `citó a las partes a una audiencia`: there is to be one, whoever comes."""
    case = case_of(tree, index)
    near = itertools.islice(ancestors(tree, index), 2)
    bidding = [i for i in near if tree.tokens[i].lemma.lower() in reading.words.bidding]
    return case in reading.words.towards and any(is_told(reading, tree, i) for i in bidding)


def is_scheduled(reading: Reading, tree: Tree, index: int) -> bool:
    """`the summit, set for May 3`, `la sesión del comité que se celebrará`: by its own clause, wherever a parser hangs it."""
    words = reading.words
    phrase = [i for i in subtree(tree, index, NOUN_PHRASE_ENDS) if tree.tokens[i].upos in {"NOUN", "PROPN"}]
    own = [tree.tokens[c] for i in phrase for c in children(tree, i, "acl") if i >= index]
    dated = (c for c in children(tree, index, "amod") if dates_in(reading, span_of(tree, c)))
    own += [tree.tokens[c] for c in dated]  # `en una reunión prevista para el martes`, of which a parser makes an adjective
    setting = (
        words.scheduling | words.happening | words.making | words.beginning | words.convening | words.hosting | words.keeping
    )
    return any({t.lemma.lower(), t.form.lower()} & setting for t in own)


def is_predicate(reading: Reading, tree: Tree, index: int) -> bool:
    """`The next meeting will be on May 3`, `The talks were frank`: of which something is said."""
    token = tree.tokens[index]
    if token.head < 0:
        return True
    above = tree.tokens[token.head]
    return is_relation(token, "nsubj") and not is_verbal(above) and is_told(reading, tree, token.head)


def is_part(reading: Reading, tree: Tree, index: int) -> bool:
    """`a round of talks`, `the first session of the talks`, `la realización de la reunión`: of what is held itself."""
    token, words = tree.tokens[index], reading.words
    if token.head < 0 or not is_relation(token, "nmod", "appos", "conj", "compound"):
        return False
    above = tree.tokens[token.head].lemma.lower()
    if any(tree.tokens[c].lemma.lower() in words.selfsame for c in children(tree, token.head, "amod", "det")):
        return False  # `will arrive on the same day as the meeting`: that is told elsewhere
    if above in words.parts_of_events and (is_definite(tree, index) or case_of(tree, index) in words.of_cases):
        return True
    if above in words.series and is_definite(tree, token.head) and not is_relation(tree.tokens[token.head], "nsubj", "obj"):
        return True  # `this month of work of the teams`
    series = above in words.series | words.rounds | words.occasions or not is_relation(token, "nmod")
    return series and any(need(reading, tree, token.head) for need in NOUN_GROUNDS.values())


def is_dated_behind(reading: Reading, clause: Clause) -> bool:
    """`to discuss the meeting in Kiruna on May 4`: a day behind it and before any other verb, wherever a parser hangs it."""
    tree = reading.trees[clause.sentence]
    later = range(clause.head + 1, len(tree.tokens))
    verb = next((i for i in later if is_verbal(tree.tokens[i])), len(tree.tokens) - 1)
    return bool(dates_in(reading, Span(tree.tokens[clause.head].span.stop, tree.tokens[verb].span.stop)))


def is_definite(tree: Tree, index: int) -> bool:
    """`the`, `their`, `Friday's`."""
    below = [tree.tokens[c] for c in children(tree, index, "det", "nmod", "amod")]
    pointed = any(t.feat("PronType") == "Dem" for t in below)
    return pointed or any(t.feat("Definite") == "Def" or t.feat("Poss") == "Yes" or t.deprel == "nmod:poss" for t in below)


NOUN_GROUNDS: Mapping[str, Need] = {
    "governed": is_governed,
    "occasion": is_occasion,
    "scheduled": is_scheduled,
    "bidden": is_bidden,
    "predicate": is_predicate,
    "part": is_part,
}
"""What may assert a noun of meeting, asked in order."""

__all__ = ["ground_of"]

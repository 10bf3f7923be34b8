"""Verb groups in the other language's words, each with a subject."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from briefing.model import Token
from briefing.realize.tell.complements import open_clause
from briefing.realize.tell.nominal.adjectives import NOMINAL
from briefing.realize.tell.nominal.times import said_prepositions
from briefing.realize.tell.prepositions import word_by_noun
from briefing.realize.tell.state import Telling, first_words, known, unknown
from briefing.realize.tell.verbal.adverbs import with_adverbs
from briefing.realize.tell.verbal.deeds import check_it_was_done, just_now
from briefing.realize.tell.verbal.foretold import foretold_deed
from briefing.realize.tell.verbal.having_done import having_done
from briefing.realize.tell.verbal.infinitives import joined, rules_the_past
from briefing.realize.tell.verbal.subjects import (
    agreeing_group,
    check_subject,
    is_joined,
    is_somebody,
    moved_subject,
    voiced_group,
)
from briefing.realize.tell.verbal.tenses import beside_a_perfect, had_to, is_lasting, stepped_back, still_is, unable
from briefing.realize.tell.verbal.verb_words import (
    check_it_is_whole,
    check_its_object,
    check_who_does_it,
    is_of_a_list,
    stands_between,
    verb_word,
)
from briefing.realize.tell.verbal.voices import persons_refused
from briefing.realize.wording.clauses import subtree
from briefing.realize.wording.transfer import GateClosedError, base
from briefing.realize.wording.verbs import VerbGroup, has_a_clitic, may_begin_a_group, read_group, rules_of, say_group

_OF_A_FACT = {"subjunctive": "present", "past subjunctive": "past", "perfect subjunctive": "perfect"}


def verb(telling: Telling) -> bool:
    """A verb group in the other language's words."""
    if telling.modifiers_first and base(telling.token) in {"amod", "compound", "nmod"}:
        return False
    source = telling.t.passage.language
    if not may_begin_a_group(telling.token, source):
        return False
    refused = persons_refused(telling.voice, source)
    group = read_group(telling.t.tokens, telling.order, telling.at, source, refused=refused)
    if group is None:
        return False
    head = telling.t.tokens[group.head]
    if group.tense == "participle" and head.upos == "ADJ" and base(head) in NOMINAL:
        raise GateClosedError("adjective_for_a_noun")  # `recibirá a más deportados`
    check_it_was_done(telling, group, head)
    telling.at += len(group.used)
    if (foretold := foretold_deed(telling, group)) is not None:
        group, head = foretold, telling.t.tokens[foretold.head]
    if head.lemma.casefold() in telling.words["existential"] or _exists_behind(telling, group.head):
        return _there_is(telling, group)
    _check_it_is_something(telling, head)
    _check_it_is_made_up(telling, group)
    fixed = _verb_phrase(telling, head)
    behind = group.again and not telling.t.below(group.head, "obj", "ccomp", "xcomp")  # `volverán a reunirse`
    group, first, adverbs = with_adverbs(telling, group, again=group.again and not behind)
    group = _lasting(telling, _with_nothing(telling, _voiced(telling, group, head)))
    if instead := _instead_of_passive(telling, group, head):
        group, fixed = dataclasses.replace(group, passive=False), instead
    if not fixed:
        check_its_object(telling, group, head)
    word = _to_somebody(telling, fixed or verb_word(telling, group, head))
    if _is_state(telling, group, head):
        group = dataclasses.replace(group, state=True, tense="imperfect" if group.tense == "past" else group.tense)
    check_subject(telling, group)
    check_it_is_whole(telling, group)
    telling.feminine = False
    group = voiced_group(telling, agreeing_group(telling, group), word)
    group = joined(telling, group) if telling.modifiers_first else _in_its_clause(telling, group)
    group = group if telling.last_clause == "fact" else _state_of_adjective(telling, stepped_back(telling, group), word)
    group = unable(telling, had_to(telling, just_now(telling, beside_a_perfect(telling, group, word), head)))
    telling.said += [*first, say_group(word, group, telling.language, feminine=telling.feminine, extra=" ".join(adverbs))]
    telling.said += [telling.words["again"]] if behind else []
    telling.verb, telling.said_verb, telling.verb_at = head.lemma.casefold(), word, telling.at
    telling.passive = group.passive
    if group.tense not in {"infinitive", "gerund", "participle"}:
        telling.past = rules_the_past(group)
    if telling.modifiers_first:
        _open_bare_clause(telling, group.head)
    return True


def _instead_of_passive(telling: Telling, group: VerbGroup, head: Token) -> str | None:
    """`were killed` -> `murieron`: the active verb that the other language has, with by whose hands."""
    instead: str | None = telling.words["instead_of_passive"].get(head.lemma.casefold())
    if instead is not None and group.tense == "participle":
        raise GateClosedError("no_participle_of_this_verb")
    if not group.passive:
        return None
    if instead and any(_is_no_person(telling, i) for i in telling.t.below(group.head, "nsubj")):
        raise GateClosedError("no_passive_of_this_verb")  # `90 whales were killed`: hunted, and not dead
    if instead and telling.t.below(group.head, "obl"):
        telling.by_whom = _by_whom(telling, group.head)
    return instead


def _is_no_person(telling: Telling, index: int) -> bool:
    """Whether a noun names none of those whom the verb is told of (a number or a name alone may be anybody)."""
    token = telling.t.tokens[index]
    persons = {*telling.words["people_done_to"], *telling.words["vague_numbers"]}
    return token.upos == "NOUN" and token.lemma.casefold() not in persons and not is_somebody(telling.t, index)


def _lasting(telling: Telling, group: VerbGroup) -> VerbGroup:
    """`rige desde mayo` -> `has been in force since May`."""
    lasts = group.tense == "present" and not group.modal and any(is_lasting(telling, i) for i in group.used)
    return group.in_tense("present" if still_is(telling, group) else "perfect" if lasts else group.tense)


def _by_whom(telling: Telling, index: int) -> str:
    """`were killed by a patrol` -> `murieron a manos de …`; raises GateClosedError where what did it is nobody."""
    t, words = telling.t, telling.words
    agents = [i for i in t.below(index, "obl") if any(t.passage.tree.forms[c] == words["agent"] for c in t.below(i, "case"))]
    if not agents:
        return ""
    lemmas = {t.passage.tree.lemmas[i] for i in agents}
    hands: str | None = words["at_the_hands"].get(t.passage.tree.lemmas[index])
    if hands is None or not (lemmas <= {*words["people"], *words["killers"]} or any(is_somebody(t, i) for i in agents)):
        raise GateClosedError("no_passive_of_this_verb")
    return hands


def _exists_behind(telling: Telling, index: int) -> bool:
    """`negó que exista un pacto`: there is what stands behind the verb."""
    subjects = telling.t.below(index, "nsubj", "obj")
    return telling.t.tokens[index].lemma.casefold() in telling.words["exists"] and bool(subjects) and min(subjects) > index


def _there_is(telling: Telling, group: VerbGroup) -> bool:
    """`hay asesores`, `debe haber respeto`, `no hay acuerdo` -> `there are advisers`, `there must be …`, `there is no …`."""
    things = telling.t.below(group.head, "obj", "nsubj") or _next_object(telling)
    none = group.negated and telling.peek() is not None and telling.token.upos in {"NOUN", "ADJ"}
    if group.reflexive or group.adverbs or (group.negated and not none) or len(things) != 1 or things[0] < group.head:
        raise GateClosedError("there_is_of_another_kind")
    thing = telling.t.tokens[things[0]]
    people = thing.lemma.casefold() in telling.words["told_as_plurals"]
    plural = people or thing.feat("Number") == "Plur" or bool(telling.t.below(things[0], "conj"))
    group = _in_its_clause(telling, dataclasses.replace(group, plural=plural, negated=False))
    said = say_group(rules_of(telling.language)["passive"], stepped_back(telling, group), telling.language)
    telling.said += [telling.words["there"], said, *([telling.words["none"]] if none else [])]
    telling.verb, telling.past = telling.t.tokens[group.head].lemma.casefold(), rules_the_past(group)
    telling.verb_at = telling.at
    return True


def _next_object(telling: Telling) -> list[int]:
    """`tiene que haber una investigación`, whose object the parser hangs on the helper."""
    ahead = (i for i in telling.order[telling.at : telling.at + 3] if telling.t.tokens[i].upos == "NOUN")
    return [i for i in ahead if telling.t.relations[i] in {"obj", "nsubj"}][:1]


def _is_state(telling: Telling, group: VerbGroup, head: Token) -> bool:
    """`the meeting is not confirmed`: what has been done to it, where nobody is named who does it."""
    if not group.passive or group.modal or group.progressive:
        return False
    if head.lemma.casefold() in telling.words.get("always_states", ()):
        return _is_whole_state(telling, group)
    if group.tense != "present":
        return False
    by_somebody = any(telling.t.tokens[i].deprel == "obl:agent" for i in telling.t.below(group.head))
    held = telling.t.below(group.head, "xcomp", "ccomp", "csubj")  # `is expected to sign`
    if not (by_somebody or held) and head.lemma.casefold() in telling.words.get("no_plain_passives", ()):
        raise GateClosedError("passive_of_the_present")  # `is expected`, `are registered`: neither `es` nor `está`
    return not by_somebody and head.lemma.casefold() in telling.words.get("state_passives", ())


def _state_of_adjective(telling: Telling, group: VerbGroup, word: str) -> VerbGroup:
    """`were ill` -> `estaban enfermos`: how somebody was, but `estuvo en Lima`."""
    following = telling.peek()
    state = word == rules_of(telling.language).get("state") and following is not None and following.upos == "ADJ"
    return group.in_tense("imperfect") if state and group.tense == "past" else group


def _is_whole_state(telling: Telling, group: VerbGroup) -> bool:
    """`is surrounded by`, `were involved in`: in what, is told too."""
    if group.tense not in {"present", "past"} or any(i not in telling.order for i in telling.t.below(group.head, "obl")):
        raise GateClosedError("state_of_another_kind")
    return True


def _check_it_is_something(telling: Telling, head: Token) -> None:
    """`entre ellos está Ana Ruiz, una médica`: somebody is among them, and `Ruiz is` says nothing."""
    following = telling.peek()
    copula = head.lemma.casefold() in rules_of(telling.t.passage.language)["copulas"] and head.feat("VerbForm") == "Fin"
    if copula and (following is None or following.upos == "PUNCT"):
        raise GateClosedError("copula_alone")


def _check_it_is_made_up(telling: Telling, group: VerbGroup) -> None:
    """`el plan consiste en …` says what is in it, `el problema consiste en …` what it is."""
    head = telling.t.tokens[group.head]
    if head.lemma.casefold() in telling.words["gerund_clause"]:
        subjects = {telling.t.tokens[i].lemma.casefold() for i in telling.t.below(group.head, "nsubj")}
        whole = telling.peek(1)
        all_of_it = whole is not None and whole.feat("Definite") == "Def"  # `consiste en el intercambio de prisioneros`
        known_things = all(word in telling.words["acted_on"] or word in telling.words["given"] for word in subjects)
        if not subjects or not known_things or group.modal or all_of_it:
            raise unknown("verb", head)


def _open_bare_clause(telling: Telling, head: int) -> None:
    """`said the blockade is …`, `wants Peru to send …`: a clause that nothing opens in one language and `que` in the other."""
    following = telling.peek()
    if following is None or following.upos in {"SCONJ", "PUNCT"}:
        return
    t = telling.t
    lemma = t.passage.tree.lemmas[head]
    told = [i for i in t.below(head, "ccomp") if i > telling.index]
    person = [i for i in t.below(head, "obj", "iobj") if i >= telling.index]
    inside = [i for i in t.below(head, "xcomp", "advcl", "ccomp") if t.tokens[i].feat("VerbForm") == "Inf"]
    somebody = bool(inside) and (any(t.below(i, "nsubj") for i in inside) or (bool(person) and person[0] < inside[0]))
    if lemma in telling.words["needed_for"] and inside and person and not is_somebody(t, person[0]):
        raise GateClosedError("needed_for_what")
    if lemma in telling.words["whom_in_clause"] and somebody and following.upos != "PART":
        telling.said.append(telling.words["that"]["clause"])
        telling.in_clause = True
        return
    finite = [i for i in told if t.below(i, "nsubj") and not t.below(i, "mark") and min(subtree(t, i)) == telling.index]
    if finite and lemma in telling.words["saying"]:
        counted = any(q.span.start == following.span.start for q in t.quantities)
        if following.upos == "ADP" and not counted:
            raise GateClosedError("clause_behind_a_preposition")  # `said in Lima the ban was …`
        open_clause(telling)
    elif lemma in telling.words["saying"] and any(_opens_behind_others(telling, i) for i in told):
        raise GateClosedError("clause_behind_an_addressee")


def _opens_behind_others(telling: Telling, clause: int) -> bool:
    """`told reporters the ban was …`: a told clause that nothing opens and that does not begin here."""
    t, first = telling.t, min(subtree(telling.t, clause))
    return bool(t.below(clause, "nsubj")) and not t.below(clause, "mark") and first > telling.index


def _to_somebody(telling: Telling, word: str) -> str:
    """`dijo a Merkel que …` -> `told Merkel that …`."""
    following = telling.peek()
    if telling.modifiers_first or following is None or following.form.casefold() != telling.words["to"]:
        return word
    behind = telling.peek(1)
    start = telling.peek(2 if behind is not None and behind.upos == "DET" else 1)
    named = start is not None and any(m.span.start == start.span.start for m in telling.t.mentions)
    table: Mapping[str, str] = telling.words["with_addressee" if named else "with_anybody"]
    return table.get(word, word)


def _verb_phrase(telling: Telling, head: Token) -> str | None:
    """`dejó claro`, `llevó a cabo`: a verb with words behind it that mean one thing together."""
    table: Mapping[str, str] = telling.words["verb_phrases"]
    lemma = head.lemma.casefold()
    if lemma not in first_words(telling.t.passage.language, "verb_phrases"):
        return None
    for length in (3, 2, 1):
        forms = [token.form.casefold() for token in telling.tokens[telling.at : telling.at + length]]
        key = " ".join([lemma, *forms])
        if len(forms) < length or key not in table:
            continue
        behind = telling.peek(length)
        last = telling.tokens[telling.at + length - 1]
        dated = any(  # `arrive in August`, `renunció a finales de mayo`
            d.span.contains(last.span) or (behind is not None and d.span.start == behind.span.start) for d in telling.t.dates
        )
        if not dated:
            by_noun = word_by_noun(telling, forms[-1], length)
            if by_noun and not table[key].endswith(f" {by_noun}"):  # `appear before the vote`
                raise unknown("verb", head)
            telling.at += length
            return _with_its_object(telling, head, key, table[key])
    return None


def _with_its_object(telling: Telling, head: Token, phrase: str, word: str) -> str:
    """`pull out 80 soldiers`: whom, and not `retirarse`."""
    if not telling.t.below(telling.t.tokens.index(head), "obj") or not has_a_clitic(word, telling.language) or " " in word:
        return word
    other: str | None = telling.words["with_object"].get(phrase)
    return known(other, "verb", head)


def _voiced(telling: Telling, group: VerbGroup, head: Token) -> VerbGroup:
    """`se detuvieron` with its subject behind it is a passive; `se reunieron` a verb of its own."""
    if not group.reflexive or head.lemma.casefold() in telling.words["pronominal"]:
        return group
    lemma = head.lemma.casefold()
    another = (lemma in telling.words["never_passive"] and not group.modal) or not (
        lemma in telling.words["se_passive"] or group.modal or moved_subject(telling, group)
    )
    if another or (group.tense in {"infinitive", "gerund"} and not group.modal):
        raise GateClosedError("reflexive")
    if any(is_somebody(telling.t, i) for i in telling.t.below(group.head, "nsubj", "obj")):
        raise GateClosedError("reflexive")  # `los ministros podrían verse`: they meet
    return dataclasses.replace(group, passive=True)


def _with_nothing(telling: Telling, group: VerbGroup) -> VerbGroup:
    """`made no promise` -> `no hizo ninguna promesa`: the verb is denied where the source denies its object."""
    t, none = telling.t, telling.words["none_of"]
    things = [i for i in t.below(group.head, "obj") if i > group.head and i in telling.order] if telling.modifiers_first else []
    denied = [i for i in things if any(t.tokens[d].form.casefold() in none for d in t.below(i, "det"))]
    if not denied:
        return group
    if group.negated or group.modal or len(denied) > 1:
        raise GateClosedError("denied_twice")
    telling.denied_thing = denied[0]
    return dataclasses.replace(group, negated=True)


def _is_told_of_somebody(telling: Telling, group: VerbGroup) -> bool:
    """What somebody is accused of, or blamed for."""
    accused = bool({telling.verb, _ruled_by(telling, group.head)} & set(telling.words["of_ing"]))
    return accused or _is_what_somebody_did(telling, group)


def _is_what_somebody_did(telling: Telling, group: VerbGroup) -> bool:
    """`criticó a Perú por enviar`: for sending.  Of other verbs nothing tells a deed from an aim, but for those with `to`."""
    tokens, first, cause = telling.t.tokens, group.used[0], telling.words["agent"]
    place = telling.order.index(first) if first in telling.order else 0
    before = [tokens[i] for i in telling.order[max(telling.verb_at, 0) : place]]
    if not before or before[-1].form.casefold() != cause or _opens_an_aim(telling, before):
        return False
    somebody = len(before) < 3 or any(token.form.casefold() == telling.words["to"] for token in before)
    if telling.verb in telling.words["for_ing"] and somebody:
        return True
    if telling.verb not in telling.words["to_after"]:
        raise GateClosedError("deed_or_aim")
    return False


def _opens_an_aim(telling: Telling, before: Sequence[Token]) -> bool:
    """`los esfuerzos por alcanzar la paz`."""
    return len(before) > 1 and before[-2].lemma.casefold() in telling.words["aims_of_nouns"]


def _ruled_by(telling: Telling, index: int) -> str:
    """The lemma of the word on which a verb hangs."""
    above = telling.t.tokens[index].head
    return telling.t.tokens[above].lemma.casefold() if above >= 0 else ""


def _why(telling: Telling, said: str) -> str:
    """`fueron multados por no declarar la carga` -> `for not declaring`: an infinitive is why, and never who did it."""
    return str(telling.words["why"]) if said == rules_of(telling.language)["by"] else said


def _in_its_clause(telling: Telling, group: VerbGroup) -> VerbGroup:
    """A subjunctive by the verb above it; an infinitive by the word before it."""
    listed = telling.last_clause == "bare" and group.tense == "present" and is_joined(telling, group)  # `reduzca …, frene …`
    wanted = bool(telling.clause) and group.tense in {"present", "future"}  # `pidió que ayudará`, without its accent
    if listed or wanted or group.tense in {"subjunctive", "past subjunctive", "perfect subjunctive"}:
        beside = telling.t.relations[group.head] == "conj" or is_joined(telling, group)
        clause = telling.clause or (telling.last_clause if beside else "")
        if clause == "fact":
            telling.clause, telling.last_clause = "", clause
            group = group.in_tense(_OF_A_FACT.get(group.tense, group.tense))
            return group.in_tense("pluperfect") if telling.past and group.tense == "perfect" else group
        if clause == "aim":
            telling.clause, telling.last_clause = "", clause
            return dataclasses.replace(group, tense="present" if group.tense != "past subjunctive" else "conditional")
        if clause not in {"bare", "infinitive", "gerund"} or group.tense == "perfect subjunctive":
            raise GateClosedError("subjunctive")
        group = dataclasses.replace(group, tense=clause)
        telling.clause, telling.last_clause = "", clause
    elif group.tense == "perfect infinitive" and not group.modal:
        group = having_done(telling, group, of_somebody=_is_told_of_somebody(telling, group))
    elif group.tense == "infinitive" and not group.modal:
        check_who_does_it(telling)
        before = telling.said[-1] if telling.said else ""
        table: Mapping[str, str] = rules_of(telling.language)["infinitive_after"]
        accused = _is_told_of_somebody(telling, group)
        if before in table and (on := telling.words["noun_on_ing"].get(telling.noun)):  # `la prohibición de importar`
            telling.said[-1] = on
            group = dataclasses.replace(group, tense="gerund")
        elif before in table and (accused or telling.noun in telling.words["noun_ing"]):
            group = dataclasses.replace(group, tense="gerund")
        elif before in said_prepositions(telling) and before not in table:
            raise GateClosedError("infinitive_behind_a_preposition")
        elif before in table:
            telling.said.pop()
            if table[before] != "drop":
                telling.said.append(_why(telling, before))
            group = dataclasses.replace(group, tense="gerund" if table[before] == "gerund" else "infinitive")
        elif telling.verb in telling.words["ing_after"]:
            if stands_between(telling):
                raise GateClosedError("infinitive_of_another_kind")
            group = dataclasses.replace(group, tense="gerund")
        elif not is_of_a_list(telling):
            raise GateClosedError("infinitive_of_another_kind")
    return group

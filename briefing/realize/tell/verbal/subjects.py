"""Whether a verb's subject stands in what is told, and what agrees with it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.model import Token
from briefing.realize.tell.state import Telling
from briefing.realize.tell.verbal.understood import understood_subject
from briefing.realize.tell.verbal.voices import BOTH
from briefing.realize.wording.transfer import GateClosedError, Transfer, base
from briefing.realize.wording.verbs import VerbGroup, rules_of

_NAMING = frozenset({"NOUN", "PROPN", "ADJ", "DET", "PRON", "PART", "CCONJ"})
_SUBJECTLESS = frozenset({"infinitive", "gerund", "participle", "bare", "perfect infinitive"})


def agreeing_group(telling: Telling, group: VerbGroup) -> VerbGroup:
    """`los avances son` -> `progress is`: the number of the subject as it was said, and for participles its gender."""
    own = telling.t.below(group.head, "nsubj") or _subject_above(telling.t, group.head)
    if telling.t.relations[group.head] == "cop":
        own = telling.t.below(telling.t.tokens[group.head].head, "nsubj") or own
    if len(own) != 1:
        return group
    antecedent = _antecedent(telling.t, own[0], group.head)
    part = {telling.t.tokens[antecedent].form, telling.t.tokens[antecedent].lemma.casefold()}
    if part & {"%", *telling.words["fractions"]} and not telling.modifiers_first:  # `el 70 % de los centros funciona`
        several = any(telling.plurals.get(i, False) for i in telling.t.below(antecedent, "nmod"))
        return group.of_number(plural=several)
    if telling.t.below(antecedent, "conj") or _is_named_with_another(telling, antecedent, group.head):
        return _of_several(telling, group, antecedent)
    named = telling.t.passage.tree.lemmas[antecedent] in telling.words["governments"]  # told by the names of their countries
    if (telling.modifiers_first or named) and _is_of_many(telling, antecedent):
        return group.of_number(plural=True)
    if antecedent in telling.plurals:
        telling.feminine = telling.genders.get(antecedent) == "f"
        return group.of_number(plural=telling.plurals[antecedent])
    if telling.modifiers_first and (group.passive or group.tense == "participle"):
        raise GateClosedError("agreement_with_nothing")
    return group.of_number(plural=False) if telling.modifiers_first else group


def _is_named_with_another(telling: Telling, subject: int, verb: int) -> bool:
    """`Ruiz and her counterpart, Lund, announced`, whatever the parser makes of it: names and nouns, and an `and`."""
    t = telling.t
    joiner = next((i for i in reversed(telling.order) if i < verb and t.tokens[i].upos == "CCONJ"), verb)
    opens = next((i for i in telling.order if i < joiner and is_somebody(t, i)), subject)
    between = [t.tokens[i] for i in telling.order if opens < i < verb and i not in t.below(verb, "aux")]
    plain = all(token.upos in _NAMING or token.form == "," for token in between)
    return telling.modifiers_first and is_somebody(t, opens) and plain and sum(token.upos == "CCONJ" for token in between) == 1


def _is_of_many(telling: Telling, index: int) -> bool:
    """`the governments of Chile and Peru`, told by the countries' names."""
    several = any(telling.t.below(i, "conj") for i in telling.t.below(index, "nmod"))
    return several and telling.t.tokens[index].feat("Number") == "Plur"


def _of_several(telling: Telling, group: VerbGroup, first: int) -> VerbGroup:
    """`the sanctions and the statements were criticized`: feminine where all of them are, which is not asked of names."""
    if not telling.modifiers_first:
        return group
    genders = [telling.genders.get(i, "") for i in (first, *telling.t.below(first, "conj"))]
    if (group.passive or group.tense == "participle") and "m" not in genders and set(genders) != {"f"}:
        raise GateClosedError("agreement_with_nothing")
    telling.feminine = set(genders) == {"f"}
    return group.of_number(plural=True)


def _subject_above(t: Transfer, index: int) -> list[int]:
    """That of the verb to which this one is joined."""
    seen = {index}
    while t.relations[index] in {"conj", "xcomp", "cop", "aux"} and t.tokens[index].head >= 0:
        index = t.tokens[index].head
        if index in seen:
            break
        seen.add(index)
        if own := t.below(index, "nsubj"):
            return own
    return []


def _antecedent(t: Transfer, subject: int, verb: int) -> int:
    """What a relative pronoun stands for; of `guardias contra la plaga, que ha matado …` the noun of the verb's number."""
    relative = t.tokens[subject].upos == "PRON" and t.tokens[subject].feat("PronType") in {"Rel", "Int,Rel"}
    if not relative or t.relations[verb] != "acl":
        return subject
    above = t.tokens[verb].head
    numbers = numbers_of(t, verb)
    if numbers <= {t.tokens[above].feat("Number")} or t.tokens[above].feat("Number") is None or t.below(above, "conj"):
        return above
    nearest = next((i for i in range(subject - 1, above, -1) if t.tokens[i].upos in {"NOUN", "PROPN"}), above)
    if t.tokens[nearest].feat("Number") not in {None, *numbers}:
        raise GateClosedError("relative_of_either")
    return nearest


def numbers_of(t: Transfer, verb: int) -> frozenset[str]:
    """Those that the finite forms of a verb tell; `had`, `would`, `signed` tell none, whatever the tagger says."""
    numbered = rules_of(t.passage.language)["numbered_pasts"]
    finite = [t.tokens[i] for i in (verb, *t.below(verb, "aux", "cop")) if t.tokens[i].feat("VerbForm") == "Fin"]
    told = (f for f in finite if not numbered or f.feat("Tense") != "Past" or f.lemma.casefold() in numbered)
    return frozenset([number for token in told if (number := token.feat("Number"))])


def check_subject(telling: Telling, group: VerbGroup) -> None:
    """A finite verb has a subject, its own or that of the verb to which it is joined; else the one that the article gives."""
    told_to = group.passive and bool(telling.t.below(group.head, "xcomp"))
    if told_to and telling.t.tokens[group.head].lemma.casefold() in telling.words["never_passive_before_infinitives"]:
        raise GateClosedError("no_passive_of_who_is_let")  # `had not been allowed to see a lawyer`
    if group.tense in _SUBJECTLESS and not group.modal:
        return
    if telling.asked:
        telling.asked = False
        return
    own = [i for used in group.used for i in telling.t.below(used, "nsubj") if i in telling.order]
    if telling.modifiers_first and any(_is_behind_a_preposition(telling.t, i) for i in own):
        raise GateClosedError("subject_behind_a_preposition")  # `after the details appeared`, taken for `after the details`
    if any(has_subject(telling.t, i, telling.order) for i in group.used) or moved_subject(telling, group):
        return
    if group.first and telling.voice and is_joined(telling, group) and not _has_spoken(telling, group):
        say_voice(telling, whose_act(telling, group.head, group.first))
        return
    if is_joined(telling, group) or _begins_with_its_subject(telling, group) or _stands_behind_an_actor(telling, group):
        return
    if _clause_as_subject(telling, group):
        telling.said.append(str(rules_of(telling.language)["expletive"]))
        return
    if group.first and telling.voice:
        say_voice(telling, whose_act(telling, group.head, group.first))
        return
    if (pronoun := understood_subject(telling, group)) is not None:
        telling.said.append(pronoun)
        return
    if telling.teller and telling.t.tokens[group.head].lemma.casefold() in telling.words["tellers"]:
        telling.said.append(telling.teller)  # `“…”, subrayó`
        telling.teller = ""
        return
    if telling.subject:
        telling.said.append(telling.subject)
        telling.named, telling.subject = telling.subject, ""
        return
    raise GateClosedError("subject_left_out")


def _has_spoken(telling: Telling, group: VerbGroup) -> bool:
    """`hay poco dinero y no voy a gastarlo`: the verb before it has not the speaker as its subject."""
    return any(telling.t.tokens[i].feat("Person") == "1" for i in telling.order[: telling.order.index(group.used[0])])


def whose_act(telling: Telling, index: int, number: str) -> str:
    """`we will not pay` of a minister is the government's, `we agreed` both sides', `we talked for an hour` nobody's."""
    verb, voice = telling.t.tokens[index], telling.voice
    if voice is None or not voice.reported or number != "Plur":
        return number
    if is_of_two(telling, index):
        if with_whom(telling, index):
            return number
        if BOTH not in voice.subject:
            raise GateClosedError("we_of_whom")
        return BOTH
    if verb.lemma.casefold() not in telling.words["acts_of_state"]:
        raise GateClosedError("we_of_whom")
    return number


def is_of_two(telling: Telling, index: int) -> bool:
    """`acordamos`, `we reached a deal`: what one side cannot do alone."""
    lemma, words = telling.t.tokens[index].lemma.casefold(), telling.words
    things = {telling.t.tokens[i].lemma.casefold() for i in telling.t.below(index, "obj", "obl")}
    return lemma in words["acts_of_two"] or (lemma in words["acts_of_accord"] and bool(things & {*words["accords"]}))


def with_whom(telling: Telling, index: int) -> bool:
    """Whether the other side is named beside the verb or its noun: `reached an agreement with Morocco`."""
    below = telling.t.below
    places = [*below(index, "obl"), *(j for i in below(index, "obj", "obl") for j in below(i, "nmod"))]
    cases = {telling.t.tokens[c].form.casefold() for i in places if is_somebody(telling.t, i) for c in below(i, "case")}
    return bool(cases & {*telling.words["with_cases"]})


def say_voice(telling: Telling, number: str) -> None:
    """`we`, or the issuers of the text by name."""
    said = telling.voice.subject.get(number) if telling.voice else None
    if said is None:
        raise GateClosedError("first_or_second_person")
    telling.said.append(said)
    telling.voiced = True


def voiced_group(telling: Telling, group: VerbGroup, word: str) -> VerbGroup:
    """The group in the number of whoever speaks; English says `I have` as `they have`, but `I am` as nobody else."""
    if not group.first or telling.voice is None:
        return group
    copula = word.split(" ")[0] == rules_of(telling.language)["passive"] or group.passive or group.progressive
    if group.first == "Sing" and copula and telling.voice.label:
        raise GateClosedError("first_or_second_person")
    both = telling.voice.reported and is_of_two(telling, group.head) and not with_whom(telling, group.head)
    return group.of_number(plural=telling.voice.plural or both)


def is_joined(telling: Telling, group: VerbGroup) -> bool:
    """`exigió … y sostuvo …`: a verb behind `and` has the subject of the one before, in both languages."""
    place = telling.order.index(group.used[0])
    before = telling.t.tokens[telling.order[place - 1]] if place else None
    earlier = any(telling.t.tokens[i].feat("VerbForm") == "Fin" for i in telling.order[:place])
    listed = before is not None and before.form == "," and bool(telling.last_clause)
    return earlier and before is not None and (before.upos == "CCONJ" or listed)


def _begins_with_its_subject(telling: Telling, group: VerbGroup) -> bool:
    """`De la Fuente respondió …`: a name before the first verb, whatever the parser makes of its `De`."""
    start = telling.t.tokens[telling.order[0]].span.start
    named = [m for m in telling.t.mentions if m.span.start == start and not m.place]
    first_verb = next((i for i in telling.order if telling.t.tokens[i].feat("VerbForm") == "Fin"), None)
    behind = telling.t.tokens[group.used[0]].span.start
    return first_verb in group.used and any(m.span.stop <= behind for m in named)


def _is_behind_a_preposition(t: Transfer, index: int) -> bool:
    return any(t.tokens[i].upos in {"ADP", "SCONJ"} and i < index for i in t.below(index, "case", "mark"))


def _stands_behind_an_actor(telling: Telling, group: VerbGroup) -> bool:
    """`que Perú reduzca`: an actor right before the verb, no preposition before the actor, whatever the parser says."""
    place = telling.order.index(group.used[0])
    stop = telling.t.tokens[telling.order[place - 1]].span.stop if place else -1
    for mention in (m for m in telling.t.mentions if m.span.stop == stop):
        first = next(n for n, i in enumerate(telling.order) if telling.t.tokens[i].span.start >= mention.span.start)
        before = telling.t.tokens[telling.order[first - 1]] if first else None
        opens = first > 0 and _is_dated(telling, telling.order[:first])  # `El martes Chile y Perú acordaron …`
        if before is None or before.upos in {"SCONJ", "PUNCT"} or opens:
            return True
    return False


def _is_dated(telling: Telling, places: Sequence[int]) -> bool:
    """Nothing but a day, or `a principios de mayo`."""
    dated, tokens = telling.t.passage.dated, telling.t.tokens
    return all(i in dated or (tokens[i].upos == "ADP" and i + 1 in dated) for i in places)


def moved_subject(telling: Telling, group: VerbGroup) -> bool:
    """Whether what stands behind the verb in the source has been put before it."""
    before = telling.order[: telling.at]
    return any(i in before and i > group.head for i in telling.t.below(group.head, "obj", "obl", "nsubj"))


def _clause_as_subject(telling: Telling, group: VerbGroup) -> bool:
    """`es necesario hacer más` -> `it is necessary to do more`."""
    head = telling.t.tokens[group.head]
    return base(head) == "cop" and bool(telling.t.below(head.head, "csubj", "ccomp"))


def is_somebody(t: Transfer, index: int) -> bool:
    """Whether a word names a person, a government or several of them."""
    actors = t.passage.doc.actors if t.passage.doc else {}
    named = (actors.get(m.actor) for m in t.mentions if not m.place and m.span.contains(t.tokens[index].span))
    return any(actor is not None and actor.kind in {"person", "country", "government", "group"} for actor in named)


def has_subject(t: Transfer, head: int, order: Sequence[int]) -> bool:
    seen = {head}
    while True:
        above = t.tokens[head].head
        own = [i for i in t.below(head, "nsubj") if i in order and not _is_foreign_relative(t, i, head)]
        if own or any(
            i in order for i in t.below(above if above >= 0 else head, "nsubj") if t.relations[head] in {"cop", "aux"}
        ):
            return True
        shares = t.relations[head] in {"conj", "aux", "cop"} and above >= 0 and above not in seen
        if shares or (t.relations[head] == "xcomp" and t.tokens[head].feat("VerbForm") != "Fin" and above not in seen):
            seen.add(above)
            head = above
            continue
        return t.relations[head] == "acl" and _agrees(t.tokens[head], t.tokens[above])


def _is_foreign_relative(t: Transfer, index: int, head: int) -> bool:
    """A `que` taken for the subject, whose antecedent is not of the verb's number."""
    above = t.tokens[head].head
    relative = t.tokens[index].feat("PronType") == "Int,Rel" and above >= 0
    return relative and not _agrees(t.tokens[head], t.tokens[above])


def _agrees(verb_token: Token, antecedent: Token) -> bool:
    """`declaró a medios que busca …` is no relative clause: the media are several."""
    number = verb_token.feat("Number")
    return verb_token.feat("VerbForm") != "Fin" or number is None or number == (antecedent.feat("Number") or number)

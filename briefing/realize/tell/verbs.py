"""Verb groups in the other language's words, each with a subject."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence

from briefing.model import Token
from briefing.realize.tell.state import Telling, starting, unknown, word_for
from briefing.realize.tell.times import said_prepositions
from briefing.realize.transfer import GateClosedError, Transfer, base, translations
from briefing.realize.verbs import VerbGroup, read_group, rules_of, say_group


def verb(telling: Telling) -> bool:
    """A verb group in the other language's words."""
    group = read_group(telling.t.tokens, telling.order, telling.at, telling.t.passage.language)
    if group is None:
        return False
    head = telling.t.tokens[group.head]
    telling.at += len(group.used)
    fixed = _verb_phrase(telling, head)
    said_before = _trailing_adverbs(telling)
    adverbs = [adverb_word(telling, telling.t.tokens[i]) for i in group.adverbs] + said_before
    if group.again:
        adverbs.append(telling.words["again"])
    if group.no_longer:
        adverbs.insert(0, rules_of(telling.language)["no_longer"])
    group = _voiced(telling, group, head)
    word = _to_somebody(telling, fixed or _verb_word(telling, group, head))
    check_subject(telling, group)
    group = _agreeing(telling, group)
    group = _in_its_clause(telling, group)
    telling.said.append(say_group(word, group, telling.language, extra=" ".join(adverbs)))
    telling.verb = head.lemma.casefold()
    telling.passive = group.passive
    return True


def _to_somebody(telling: Telling, word: str) -> str:
    """`dijo a Merkel que …` -> `told Merkel that …`."""
    following = telling.peek()
    if following is None or following.form.casefold() != telling.words["to"]:
        return word
    behind = telling.peek(1)
    start = telling.peek(2 if behind is not None and behind.upos == "DET" else 1)
    named = start is not None and any(m.span.start == start.span.start for m in telling.t.mentions)
    return str(telling.words["with_addressee"].get(word, word)) if named else word


def _agreeing(telling: Telling, group: VerbGroup) -> VerbGroup:
    """`los avances son` -> `progress is`: the number of the subject as it was said."""
    own = telling.t.below(group.head, "nsubj")
    if base(telling.t.tokens[group.head]) == "cop":
        own = telling.t.below(telling.t.tokens[group.head].head, "nsubj")
    if len(own) == 1 and own[0] in telling.plurals and not telling.t.below(own[0], "conj"):
        return dataclasses.replace(group, plural=telling.plurals[own[0]])
    return group


def _verb_phrase(telling: Telling, head: Token) -> str | None:
    """`dejó claro`, `llevó a cabo`: a verb with words behind it that mean one thing together."""
    table: Mapping[str, str] = telling.words["verb_phrases"]
    for length in (3, 2, 1):
        forms = [telling.t.tokens[i].form.casefold() for i in telling.order[telling.at : telling.at + length]]
        key = " ".join([head.lemma.casefold(), *forms])
        if len(forms) == length and key in table:
            telling.at += length
            return table[key]
    return None


def _trailing_adverbs(telling: Telling) -> list[str]:
    """`rechazó categóricamente`: told before the verb."""
    found = []
    while (token := telling.peek()) is not None and token.upos == "ADV" and (word := word_for(telling, "adverbs", token)):
        if word not in telling.words["before_verb"] and not word.endswith("ly"):
            break
        found.append(word)
        telling.at += 1
    return found


def adverb(telling: Telling) -> bool:
    if telling.token.upos != "ADV":
        return False
    telling.said.append(adverb_word(telling, telling.token))
    telling.at += 1
    return True


def adverb_word(telling: Telling, token: Token) -> str:
    word = word_for(telling, "adverbs", token)
    if word is None:
        raise unknown("adverb", token)
    return word


def _voiced(telling: Telling, group: VerbGroup, head: Token) -> VerbGroup:
    """`se detuvieron` with its subject behind it is a passive; `se reunieron` a verb of its own."""
    if not group.reflexive or head.lemma.casefold() in telling.words["pronominal"]:
        return group
    lemma = head.lemma.casefold()
    another = (lemma in telling.words["never_passive"] and not group.modal) or not (
        lemma in telling.words["se_passive"] or group.modal or _moved_subject(telling, group)
    )
    if another or (group.tense in {"infinitive", "gerund"} and not group.modal):
        raise GateClosedError("reflexive")
    return dataclasses.replace(group, passive=True)


def _verb_word(telling: Telling, group: VerbGroup, head: Token) -> str:
    lemma = head.lemma.casefold()
    if group.reflexive and not group.passive:
        return str(telling.words["pronominal"][lemma])
    if group.reflexive and lemma in telling.words["reflexive_passive"]:
        return str(telling.words["reflexive_passive"][lemma])
    if group.tense == "participle" or head.upos == "ADJ":
        word = _verb_of_participle(telling, head)
    elif _object_follows(telling) and lemma in {*telling.words["saying"], *telling.words["with_object"]}:
        word = telling.words["with_object"].get(lemma)
    else:
        word = word_for(telling, "verbs", head)
    if word is None:
        raise unknown("verb", head)
    return word


def _object_follows(telling: Telling) -> bool:
    """`sostuvo una reunión`, and not `sostuvo que …`."""
    following = telling.peek()
    dates = telling.t.dates
    nominal = following is not None and following.upos in {"DET", "NOUN", "ADJ", "NUM", "PROPN"}
    return nominal and starting(telling, dates) is None


def _verb_of_participle(telling: Telling, head: Token) -> str | None:
    """`sostenido` is tagged as an adjective: its verb by the endings of participles."""
    if head.feat("VerbForm") != "Part":
        return None
    for find, put in telling.words["participles"]:
        if re.search(find, head.lemma):
            lemma = re.sub(find, put, head.lemma)
            word = telling.words["with_object"].get(lemma) or translations("verbs", telling.t.passage.language).get(lemma)
            word = word or telling.words["verbs"].get(lemma)
            if (word and lemma not in telling.words["saying"]) or lemma in telling.words["with_object"]:
                return str(word)
    return None


def _in_its_clause(telling: Telling, group: VerbGroup) -> VerbGroup:
    """A subjunctive by the verb above it; an infinitive by the word before it."""
    listed = telling.last_clause == "bare" and group.tense == "present" and _is_joined(telling, group)  # `reduzca …, frene …`
    if listed or group.tense in {"subjunctive", "past subjunctive"}:
        beside = base(telling.t.tokens[group.head]) == "conj" or _is_joined(telling, group)
        clause = telling.clause or (telling.last_clause if beside else "")
        if clause not in {"bare", "infinitive"}:
            raise GateClosedError("subjunctive")
        group = dataclasses.replace(group, tense=clause)
        telling.clause, telling.last_clause = "", clause
    elif group.tense == "infinitive" and not group.modal:
        before = telling.said[-1] if telling.said else ""
        table: Mapping[str, str] = rules_of(telling.language)["infinitive_after"]
        if before in table and telling.noun in telling.words["noun_ing"]:
            group = dataclasses.replace(group, tense="gerund")
        elif before in said_prepositions(telling) and before not in table:
            raise GateClosedError("infinitive_behind_a_preposition")
        elif before in table:
            telling.said.pop()
            if table[before] != "drop":
                telling.said.append(before)
            group = dataclasses.replace(group, tense="gerund" if table[before] == "gerund" else "infinitive")
        elif telling.verb in telling.words["ing_after"]:
            group = dataclasses.replace(group, tense="gerund")
    return group


def check_subject(telling: Telling, group: VerbGroup) -> None:
    """A finite verb has a subject, its own or that of the verb to which it is joined; else the one that the article gives."""
    if group.tense in {"infinitive", "gerund", "participle", "bare", "perfect infinitive"} and not group.modal:
        return
    if any(has_subject(telling.t, i, telling.order) for i in group.used) or _moved_subject(telling, group):
        return
    if _is_joined(telling, group) or _begins_with_its_subject(telling, group):
        return
    if _clause_as_subject(telling, group):
        telling.said.append(str(rules_of(telling.language)["expletive"]))
        return
    if telling.subject:
        telling.said.append(telling.subject)
        telling.subject = ""
        return
    raise GateClosedError("subject_left_out")


def _is_joined(telling: Telling, group: VerbGroup) -> bool:
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


def _moved_subject(telling: Telling, group: VerbGroup) -> bool:
    """Whether what stands behind the verb in the source has been put before it."""
    before = telling.order[: telling.at]
    return any(i in before and i > group.head for i in telling.t.below(group.head, "obj", "obl", "nsubj"))


def _clause_as_subject(telling: Telling, group: VerbGroup) -> bool:
    """`es necesario hacer más` -> `it is necessary to do more`."""
    head = telling.t.tokens[group.head]
    return base(head) == "cop" and bool(telling.t.below(head.head, "csubj", "ccomp"))


def has_subject(t: Transfer, head: int, order: Sequence[int]) -> bool:
    seen = {head}
    while True:
        above = t.tokens[head].head
        own = [i for i in t.below(head, "nsubj") if i in order and not _is_foreign_relative(t, i, head)]
        if own or any(
            i in order for i in t.below(above if above >= 0 else head, "nsubj") if base(t.tokens[head]) in {"cop", "aux"}
        ):
            return True
        shares = base(t.tokens[head]) in {"conj", "aux", "cop"} and above >= 0 and above not in seen
        if shares or (base(t.tokens[head]) == "xcomp" and t.tokens[head].feat("VerbForm") != "Fin" and above not in seen):
            seen.add(above)
            head = above
            continue
        return base(t.tokens[head]) == "acl" and _agrees(t.tokens[head], t.tokens[above])


def _is_foreign_relative(t: Transfer, index: int, head: int) -> bool:
    """A `que` taken for the subject, whose antecedent is not of the verb's number."""
    above = t.tokens[head].head
    relative = t.tokens[index].feat("PronType") == "Int,Rel" and above >= 0
    return relative and not _agrees(t.tokens[head], t.tokens[above])


def _agrees(verb_token: Token, antecedent: Token) -> bool:
    """`declaró a medios que busca …` is no relative clause: the media are several."""
    number = verb_token.feat("Number")
    return verb_token.feat("VerbForm") != "Fin" or number is None or number == (antecedent.feat("Number") or number)

"""What opens a clause that is told, wanted or said of a noun: `que`, `that`, and who is to do what was asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from briefing.model import Language, Mention, Token
from briefing.realize.grammar import grammar_of
from briefing.realize.tell.state import Telling, entries
from briefing.realize.tell.verbal.subjects import is_somebody
from briefing.realize.tell.verbal.verb_words import lacks_its_object
from briefing.realize.wording.clauses import subtree
from briefing.realize.wording.ordering import actor_behind_relative
from briefing.realize.wording.transfer import GateClosedError, base
from briefing.realize.wording.verbs import VERBAL, is_subjunctive, rules_of


@cache
def openers_of_clauses(source: Language) -> frozenset[str]:
    """The words that may open a clause."""
    words = entries(source)
    return frozenset((*words["relatives"], words["that"]["word"]))


def complementizer(telling: Telling) -> bool:
    """`que`, `that` before a told clause: kept, dropped or changed as the verb above wants it."""
    token = telling.token
    if telling.modifiers_first:
        return _complementizer_of_clauses(telling)
    relatives: Mapping[str, str] = telling.words["relatives"]
    if token.form.casefold() in relatives and token.upos == "PRON":
        before = telling.t.tokens[telling.order[telling.at - 1]] if telling.at else None
        if before is None or before.upos not in {"PUNCT", "NOUN", "PROPN"}:
            raise GateClosedError("relative_of_nobody")  # `las multas de quienes carecen de papeles`
        telling.said.append(relatives[token.form.casefold()])
        telling.at += 1
        return True
    if token.form.casefold() != telling.words["that"]["word"] or token.upos == "DET":
        return False
    if not any(telling.t.tokens[i].upos in VERBAL for i in telling.order[telling.at :]):
        raise GateClosedError("clause_without_verb")  # `que firme el acuerdo`, taken for an adjective
    relative = _opens_relative(telling)
    always = telling.verb in telling.words["always_wanted"] and not relative  # whatever mood the tagger gives
    apart = telling.said[-1:] == [","] and relative  # `propuso un tratado, que Perú rechazó`
    bare = telling.verb in telling.words["bare_clause"] and not apart and (always or _subjunctive_ahead(telling))
    if telling.verb in telling.words["gerund_clause"] and not relative:
        _open_what_it_consists_of(telling)
        return True
    if telling.verb in telling.words["only_wanting"] and not bare and not apart:
        raise GateClosedError("told_by_a_verb_of_wanting")  # `planteó que hay …`
    if bare and (asked := _asked_before(telling)) is not None:
        telling.asked = True
        telling.clause = "infinitive" if telling.said_verb in telling.words["asks_to"] else "bare"
        if telling.clause == "bare":
            telling.said.append(f"{telling.words['that']['clause']} {_pronoun_for(telling, asked)}")
    elif bare and telling.said_verb in telling.words["asks_to"] and _asks_others(telling):
        telling.asked, telling.clause = True, "infinitive"
    elif bare:
        _check_who_is_to(telling)
        telling.clause = "bare"
        telling.said.append(telling.words["that"]["clause"])
    elif telling.verb in telling.words["infinitive_clause"] and _subjunctive_ahead(telling):
        telling.clause = "infinitive"
    elif telling.verb in telling.words["facts_in_subjunctive"] and _subjunctive_ahead(telling):
        telling.clause = "fact"
        telling.said.append(telling.words["that"]["clause"])
    elif relative:
        if _behind_an_addressee(telling):
            raise GateClosedError("relative_or_told")
        telling.said.append(_relative_word(telling))
    elif telling.said[-1:] == [","] and telling.words["that"]["apart"] != telling.words["that"]["clause"]:
        raise GateClosedError("relative_or_told")  # `una reunión en Arica, que Perú aún no acepta`
    elif _is_second_without_subject(telling):
        raise GateClosedError("second_clause_without_subject")
    else:
        telling.said.append(telling.words["that"]["clause"])
    telling.at += 1
    return True


def _is_held_by_a_noun(telling: Telling) -> bool:
    """`the allegation that Peru shelters them` -> `la acusación de que …`: a noun of saying, and no `promised that`."""
    t, verb = telling.t, telling.token.head
    noun = telling.order[telling.at - 1] if telling.at else -1
    named = noun >= 0 and t.tokens[noun].upos == "NOUN"
    holds = named and t.tokens[noun].lemma.casefold() in telling.words["content_nouns"]
    hangs = verb >= 0 and base(t.tokens[verb]) in {"acl", "ccomp"} and t.tokens[verb].head in {noun, t.tokens[noun].head}
    own = any(t.relations[i] in {"nsubj", "csubj"} for i in telling.order[telling.at :] if i <= verb)
    return holds and hangs and (own or bool(t.below(verb, "nsubj", "csubj")))


def _open_what_it_consists_of(telling: Telling) -> None:
    """`el plan consiste en que Chile retire sus tropas` -> `the plan consists of Chile withdrawing …`.

    Raises GateClosedError where the clause does not begin with its subject, or tells of a fact.
    """
    t, at = telling.t, telling.at
    verb = next((i for i in telling.order[at + 1 :] if t.tokens[i].feat("VerbForm") == "Fin"), None)
    between = telling.order[at + 1 : telling.order.index(verb)] if verb is not None else ()
    named = [i for i in between if t.tokens[i].upos in {"NOUN", "PROPN"}]
    plain = bool(named) and t.tokens[between[0]].upos in {"DET", "NOUN", "PROPN", "ADJ", "NUM"}
    denied = any(t.tokens[i].upos in {"ADV", "PRON", "SCONJ"} for i in between if t.relations[i] != "expl")
    if not plain or denied or not _subjunctive_ahead(telling):
        raise GateClosedError("clause_of_another_kind")
    telling.said.append(telling.words["gerund_clause"][telling.verb])
    telling.clause = "gerund"
    telling.at += 1


def _is_second_without_subject(telling: Telling) -> bool:
    """`dijo que Chile cumple y que estudiará el plan`: `and that would study` has nobody who does."""
    t, at = telling.t, telling.at
    verb = next((i for i in telling.order[at + 1 :] if t.tokens[i].feat("VerbForm") == "Fin"), None)
    joined = at > 0 and t.tokens[telling.order[at - 1]].upos == "CCONJ"
    # a parser takes `que`, or `la propuesta` behind the verb, for who studies it as often as not
    own = [i for i in t.below(verb, "nsubj", "expl", "csubj") if telling.index < i < verb] if verb is not None else []
    return joined and verb is not None and not own


def _check_who_is_to(telling: Telling) -> None:
    """`recomendó a los turistas que no viajen`: `recommended … that not travel` has nobody who travels."""
    t = telling.t
    verb = next((i for i in telling.order[telling.at + 1 :] if t.tokens[i].feat("VerbForm") == "Fin"), None)
    whom = telling.order[telling.verb_at : telling.at] if telling.verb_at >= 0 else ()
    addressed = any(t.tokens[i].form.casefold() == telling.words["to"] for i in whom)
    if verb is not None and addressed and not t.below(verb, "nsubj", "expl", "csubj"):
        raise GateClosedError("who_is_to_do_it")


def _asked_before(telling: Telling) -> Mention | None:
    """`pidió a Polonia que retire sus tropas` -> `asked Poland to withdraw …`: the one asked, who is to do it."""
    t, at = telling.t, telling.at
    verb = next((i for i in telling.order[at + 1 :] if t.tokens[i].feat("VerbForm") == "Fin"), None)
    asked = _addressee_before(telling)
    between = telling.order[at + 1 : telling.order.index(verb)] if verb is not None else ()
    if asked is None or verb is None:
        return None
    if any(i > verb for i in between):  # `que cancele los ejercicios`, taken for its subject
        raise GateClosedError("who_is_to_do_it")
    return None if t.below(verb, "nsubj") or any(t.tokens[i].upos != "ADV" for i in between) else asked


def _asks_others(telling: Telling) -> bool:
    """`pidió a los armadores que respeten …`: they stand right before, and nobody else is to do it."""
    t, at = telling.t, telling.at
    verb = next((i for i in telling.order[at + 1 :] if t.tokens[i].feat("VerbForm") == "Fin"), None)
    asked = _somebody_asked(telling)
    if asked is None or verb is None:
        return False
    between = telling.order[at + 1 : telling.order.index(verb)]
    if any(i > verb for i in between):  # `que respeten las normas`, taken for its subject
        raise GateClosedError("who_is_to_do_it")
    own = [i for i in t.below(verb, "nsubj") if t.tokens[i].upos != "PRON"]
    plain = not own and all(t.tokens[i].upos in {"ADV", "PRON"} for i in between)
    return plain and t.tokens[asked].feat("Number") == t.tokens[verb].feat("Number")


def _somebody_asked(telling: Telling) -> int | None:
    """The common noun behind `a` that ends right before the clause."""
    t, before = telling.t, telling.order[: telling.at]
    if before and t.tokens[before[-1]].form.casefold() == telling.words["to"]:  # `instó a las empresas a que …`
        before = before[:-1]
    above = telling.order[telling.verb_at - 1] if 0 < telling.verb_at <= telling.at else -1
    marked = [
        i for i in before if i > above >= 0 and t.tokens[i].upos == "NOUN" and _cases(telling, i) == [telling.words["to"]]
    ]
    if len(marked) != 1 or not before:
        return None
    inside = [i for i in subtree(t, marked[0]) if i < telling.index]
    return marked[0] if before[-1] in inside else None


def _cases(telling: Telling, index: int) -> list[str]:
    return [telling.t.tokens[i].form.casefold() for i in telling.t.below(index, "case")]


def _addressee_before(telling: Telling) -> Mention | None:
    """The actor who stands right before, behind `a`."""
    t, before = telling.t, telling.order[: telling.at]
    if before and t.tokens[before[-1]].form.casefold() == telling.words["to"]:  # `instó a Perú a que …`
        before = before[:-1]
    stop = t.tokens[before[-1]].span.stop if before else -1
    for mention in (m for m in t.mentions if m.span.stop == stop and not m.place):
        outside = [i for i in before if t.tokens[i].span.stop <= mention.span.start and t.tokens[i].upos != "DET"]
        if outside and t.tokens[outside[-1]].form.casefold() == telling.words["to"]:
            return mention
    return None


def _pronoun_for(telling: Telling, mention: Mention) -> str:
    """`it`, `they`, `she`: whoever has just been named."""
    doc = telling.t.passage.doc
    asked = doc.actors[mention.actor] if doc else None
    table: Mapping[str, str] = rules_of(telling.language)["subject_pronouns"]
    kind = "" if asked is None else asked.gender or "" if asked.kind == "person" else asked.kind
    if (pronoun := table.get(kind)) is None:
        raise GateClosedError("who_is_to_do_it")
    return pronoun


def _complementizer_of_clauses(telling: Telling) -> bool:
    """`that` before what is told or wanted, `who`, `which`, `that` before what is said of a noun."""
    token, form = telling.token, telling.token.form.casefold()
    relatives: Mapping[str, str] = telling.words["relatives"]
    if token.upos == "PRON" and form in relatives and token.feat("PronType") in {"Rel", "Int,Rel"}:
        if base(token) not in {"nsubj", "obj"}:
            raise GateClosedError("relative_of_another_kind")
        telling.said.append(relatives[form])
        telling.at += 1
        return True
    if form != telling.words["that"]["word"] or token.upos != "SCONJ":
        return False
    if _is_held_by_a_noun(telling):
        telling.said.append(telling.words["that"]["of_noun"])
        telling.told = telling.past
    else:
        open_clause(telling)
    telling.at += 1
    return True


def open_clause(telling: Telling) -> None:
    """`que`: behind verbs of wanting for what is to be, else for what is told."""
    telling.said += [*telling.words["before_that"].get(telling.said_verb, "").split(), telling.words["that"]["clause"]]
    telling.wanted = _is_wanted(telling) and not _would_be_of_a_noun(telling)
    telling.denied = telling.verb in telling.words["denying"]
    telling.told = not telling.wanted and telling.past


def _would_be_of_a_noun(telling: Telling) -> bool:
    """`want a port, a step that Mexico would regret`: of the step, and not what they want, whatever a parser takes it for."""
    before = telling.t.tokens[telling.order[telling.at - 1]] if telling.at else None
    ahead = (telling.t.tokens[i] for i in telling.order[telling.at :])
    first = next((token for token in ahead if token.upos in VERBAL), None)
    moods = grammar_of(telling.t.passage.language).moods
    return before is not None and before.upos == "NOUN" and first is not None and first.form.casefold() in moods


def _is_wanted(telling: Telling) -> bool:
    """`demanded that Peru leave`, `hopes that it will`; of `insists that the plan is legal` the verb's form tells."""
    if telling.verb not in telling.words["wanting_or_telling"]:
        return telling.verb in telling.words["wanting"]
    ahead = [telling.t.tokens[i] for i in telling.order[telling.at :]]
    first = next((token for token in ahead if token.upos in VERBAL), None)
    if first is None or (first.form.casefold() == first.lemma.casefold() and first.feat("VerbForm") == "Fin"):
        raise GateClosedError("told_or_wanted")  # `insist that the sides talk`
    return first.feat("VerbForm") != "Fin"


def _subjunctive_ahead(telling: Telling) -> bool:
    """Whether the next finite verb is in the subjunctive."""
    for index in telling.order[telling.at + 1 :]:
        token = telling.t.tokens[index]
        if token.upos in VERBAL and token.feat("VerbForm") == "Fin":
            return token.feat("Mood") == "Sub" or is_subjunctive(token, telling.t.passage.language)
    return False


def _opens_relative(telling: Telling) -> bool:
    above = telling.t.tokens[telling.token.head] if telling.token.head >= 0 else None
    return above is not None and (base(above) == "acl" or any(base(a) == "acl" for a in _up(telling, telling.token.head)))


def _behind_an_addressee(telling: Telling) -> bool:
    """`dijo a la prensa que busca …`: who seeks, the parser does not know."""
    head = telling.token.head
    while head >= 0 and base(telling.t.tokens[head]) != "acl":
        head = telling.t.tokens[head].head
    antecedent = telling.t.tokens[head].head if head >= 0 else -1
    cases = [telling.t.tokens[i].form.casefold() for i in telling.t.below(antecedent, "case")] if antecedent >= 0 else []
    return telling.words["to"] in cases


def _up(telling: Telling, index: int) -> list[Token]:
    token = telling.t.tokens[index]
    return [token] if base(token) != "conj" or token.head < 0 else [telling.t.tokens[token.head]]


def _relative_word(telling: Telling) -> str:
    table: Mapping[str, str] = telling.words["that"]
    if base(telling.token) == "obj" and not _relative_object(telling):
        raise GateClosedError("relative_as_object")
    if base(telling.token) == "nsubj" and _is_what_is_acted_on(telling, telling.token.head):
        raise GateClosedError("relative_as_object")
    after_comma = bool(telling.said) and telling.said[-1] == ","
    return table["person" if after_comma and _is_of_a_person(telling) else "apart" if after_comma else "close"]


def _is_what_is_acted_on(telling: Telling, verb: int) -> bool:
    """`el tratado, que firmó en mayo`, `la tasa, que calificó de ilegal`: taken for who signs, where nothing else is signed."""
    t, lemma = telling.t, telling.t.passage.tree.lemmas[verb]
    if t.tokens[verb].upos != "VERB" or t.below(verb, "aux", "expl"):
        return False
    called = lemma in telling.words["calling"] and not t.below(verb, "obj", "iobj")
    return called or lacks_its_object(telling, verb)


def _is_of_a_person(telling: Telling) -> bool:
    """`la presidenta, Ana Ruiz, que …`: who, and not which.

    Raises GateClosedError for `la carta de Ana Ruiz, que llegó`: she, or the letter.
    """
    t = telling.t
    before = t.tokens[telling.order[telling.at - 2]] if telling.at > 1 else telling.token
    actors = t.passage.doc.actors if t.passage.doc else {}
    named = [m for m in t.mentions if m.span.stop == before.span.stop and not m.place and m.actor in actors]
    people = [m for m in named if actors[m.actor].kind == "person"]
    inside = [i for m in people for i in t.passage.tree.covered_by(m.span)]
    heads = {t.tokens[i].head for i in inside} - {*inside, -1}
    if any(t.tokens[i].upos == "NOUN" and telling.token.head != i for i in heads):
        raise GateClosedError("relative_of_either")
    return bool(people)


def _government_behind(telling: Telling, verb: int) -> bool:
    """`la modalidad que propone el Gobierno de Chile`: somebody behind an article and no `a`, and moved before the verb."""
    t, words = telling.t, telling.words
    above = t.tokens[verb].head
    acted_on = above >= 0 and t.passage.tree.lemmas[above] in words["acted_on"]
    subjects = [i for i in t.below(verb, "nsubj") if i in telling.order]
    if not acted_on or t.passage.tree.lemmas[verb] not in words["done_by_actors"] or len(subjects) != 1:
        return False
    moved = telling.at < telling.order.index(subjects[0]) < telling.order.index(verb)
    near = [t.tokens[i].upos for i in range(verb + 1, subjects[0])] == ["DET"]
    return moved and near and is_somebody(t, subjects[0]) and not t.below(subjects[0], "case", "conj", "appos")


def _relative_object(telling: Telling) -> bool:
    """`la tasa que Chile cobra`, `la propuesta que presentó Chile`: who acts is plain, by place or by what is acted on."""
    t, verb = telling.t, telling.token.head
    if actor_behind_relative(t, verb) is not None or _government_behind(telling, verb):
        return True
    subjects = [i for i in t.below(verb, "nsubj") if i in telling.order]
    return len(subjects) == 1 and t.tokens[subjects[0]].upos != "PRON" and telling.index < subjects[0] < verb

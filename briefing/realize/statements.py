"""Frames of what governments say and do: the act's own clause, said in the other language by `transfer`.

Who did it comes from the structure and has to be the clause's own subject; the verb is the act's; its content is a noun phrase,
an infinitive, or (in English) a `that`-clause.  The clause has to be asserted: in the indicative, not negated, the main clause
or reported by its own government or by a source that the sentence then names.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from briefing.knowledge.entries import Act, ActForm
from briefing.model import Fact, Item, Position
from briefing.realize.clauses import plain_forms
from briefing.realize.edition import Edition, government_name, listed
from briefing.realize.grammar import negations_of
from briefing.realize.inflect import agreeing, ended, gerund_of
from briefing.realize.native import Attempt
from briefing.realize.passages import passage_of
from briefing.realize.phrases import attributed, capital, number_of
from briefing.realize.transfer import (
    GateClosedError,
    Transfer,
    actor_at,
    base,
    noun_phrase,
    object_phrase,
    verb_part,
    verb_phrase,
)

INHERITED = "subject:inherited"
WANTING = frozenset({"demands", "requests", "proposes"})
_KIND_OF = {"VERB": "verb", "ADJ": "adjective", "NOUN": "noun"}


def statement_frame(item: Item, edition: Edition) -> Attempt:
    """The first sentence of the evidence in another language whose clause can be said in this one."""
    if item.certainty in {"conditional", "denied"}:
        return Attempt(None, ("not_asserted",))
    closed: list[str] = []
    for evidence in item.evidence:
        passage = passage_of(evidence, edition.docs.get(evidence.article))
        if passage.language == edition.language or not passage.tokens:
            continue
        try:
            sentence, rule = say(Transfer(passage=passage, edition=edition), item)
        except GateClosedError as gate:
            closed.append(str(gate))
            continue
        whole = attributed(sentence, item, edition)
        return Attempt(whole, (rule,), evidence) if whole else Attempt(None, ("source_cannot_be_named",))
    return Attempt(None, tuple(dict.fromkeys(closed)) or ("no_sentence_to_transfer",))


def say(t: Transfer, item: Item) -> tuple[str, str]:
    """The first clause that every gate lets through, and the shape that it has.  A fact is its sentence's main clause."""
    closed: list[GateClosedError] = []
    for index, act, form in acts_in(t, item):
        shape = SHAPES[form.kind]
        try:
            return capital(t.edition.localizer.normalize(shape(t, index, form, act, item))) + ".", shape.__name__
        except GateClosedError as gate:
            closed.append(gate)
    raise closed[0] if closed else GateClosedError("act_without_its_verb")


def say_act(t: Transfer, index: int, form: ActForm, act: Act, item: Item) -> str:
    """`Peru rejected the proposal.`"""
    tense = check_asserted(t, index, item)
    who, plural = subject(t, index, item)
    return f"{who} {predicate(t, index, form, act, tense, item, plural=plural)}"


def say_judgement(t: Transfer, index: int, form: ActForm, act: Act, item: Item) -> str:
    """`… sostuvo que el avance gradual es inaceptable` -> `Peru said that gradual progress is unacceptable.`"""
    token = t.tokens[index]
    copulas = [t.tokens[i] for i in t.below(index, "cop")]
    if base(token) != "ccomp" or not copulas or copulas[0].feat("Mood") not in {None, "Ind"}:
        raise GateClosedError("judgement_by_nobody")
    if any(base(t.tokens[i]) not in {"cop", "nsubj", "mark", "punct"} for i in t.below(index)):
        raise GateClosedError("judgement_with_more")
    if copulas[0].feat("Tense") != "Pres":
        raise GateClosedError("not_in_the_present")
    check_asserted(t, token.head, item)
    who, _ = subject(t, token.head, item)
    judged = [noun_phrase(t, i) for i in t.below(index, "nsubj")]
    if len(judged) != 1 or negated(t, token.head):
        raise GateClosedError("judgement_of_nothing")
    word = agreeing(t.word("adjectives", token), judged[0].gender, judged[0].plural, t.grammar)
    values = {"who": who, "what": judged[0].text, "judged": word}
    return number_of(t.grammar.judgement, judged[0].plural).format(**values)


def say_noun(t: Transfer, index: int, form: ActForm, act: Act, item: Item) -> str:
    """`la propuesta de Trump de enviar tropas` -> `Trump proposed sending troops.`: what a noun presupposes has been said."""
    above = index
    while above >= 0:
        if negated(t, above) or t.tokens[above].feat("Mood") == "Cnd":
            raise GateClosedError("noun_under_negation")
        above = t.tokens[above].head
    owners = [i for i in t.below(index, "nmod") if _speaks_for(t, i, item)]
    contents = [i for i in t.below(index, "acl", "nmod") if i not in owners]
    others = {"det", "case", "punct", "nmod", "acl"}
    definite = any(t.tokens[i].feat("Definite") == "Def" for i in t.below(index, "det"))
    if len(owners) != 1 or len(contents) != 1 or any(base(t.tokens[i]) not in others for i in t.below(index)):
        raise GateClosedError("noun_without_actor_and_content")
    if not definite:
        raise GateClosedError("noun_of_no_single_act")
    target, words = governed(t, act, contents[0], ())
    return " ".join([_subject_name(t, owners), finite(t, act, target, "past", plural=False), *words])


SHAPES: Mapping[str, Callable[[Transfer, int, ActForm, Act, Item], str]] = {
    "verb": say_act,
    "adjective": say_judgement,
    "noun": say_noun,
}


def acts_in(t: Transfer, item: Item) -> Iterator[tuple[int, Act, ActForm]]:
    """The words that name an act by themselves: of a position's stance; for a fact any act, the main clause first."""
    stance = item.stance if isinstance(item, Position) else None
    by_lemma = plain_forms(t.edition.knowledge, t.passage.language)
    for index in sorted(range(len(t.tokens)), key=lambda i: (t.tokens[i].head >= 0, i)):
        token = t.tokens[index]
        named = by_lemma.get((_KIND_OF.get(token.upos, ""), token.lemma.casefold()), ())
        fitting = [(act, form) for act, form in named if stance is None or stance == act.stance or act.id == item.act]
        if not fitting or t.passage.is_quoted(token.span):
            continue
        act, form = min(fitting, key=lambda pair: pair[0].id != item.act)
        if not {t.tokens[i].lemma for i in t.below(index, "obj")} & set(form.not_object):
            yield index, act, form


def negated(t: Transfer, index: int) -> bool:
    words = {t.tokens[i].form.casefold() for i in t.below(index)}
    return bool(words & negations_of(t.passage.language))


# ------------------------------------------------------------------ gates


def check_asserted(t: Transfer, index: int, item: Item) -> str:
    """The clause's tense, `past` or `present`, if it says that it is so, in the source's own voice or in one that is named."""
    token = t.tokens[index]
    helpers = [t.tokens[i] for i in t.below(index, "aux")]
    finite = next((word for word in (token, *helpers) if word.feat("VerbForm") == "Fin"), None)
    if finite is None or finite.feat("Mood") not in {None, "Ind"}:
        raise GateClosedError("not_in_the_indicative")
    if any(t.tokens[i].deprel.endswith(":pass") for i in t.below(index)) or negated(t, index):
        raise GateClosedError("passive_or_negated")
    check_embedding(t, index, item)
    perfect = token.feat("VerbForm") == "Part" and [h.lemma for h in helpers] == [t.source_grammar.perfect]
    if perfect and finite.feat("Tense") in {"Pres", None}:
        return "past"
    if finite is token and finite.feat("Tense") in {"Past", "Pres"} and not helpers:
        return "past" if finite.feat("Tense") == "Past" else "present"
    raise GateClosedError("neither_past_nor_present")


def check_embedding(t: Transfer, index: int, item: Item) -> None:
    token = t.tokens[index]
    while base(token) == "conj" and token.head >= 0:
        token = t.tokens[token.head]
    if token.head < 0:
        return
    if base(token) != "ccomp":
        raise GateClosedError("inside_another_clause")
    above = t.tokens[token.head]
    if above.head >= 0 and base(above) != "conj":
        raise GateClosedError("inside_another_clause")
    reporters = t.below(token.head, "nsubj")
    own = any(_speaks_for(t, i, item) for i in reporters)
    if not own and not item.attribution:
        raise GateClosedError("reported_by_another")


def _speaks_for(t: Transfer, index: int, item: Item) -> bool:
    actor = actor_at(t, index)
    codes = (item.government,) if isinstance(item, Position) else item.actors if isinstance(item, Fact) else ()
    return actor is not None and ({actor.country, actor.id, *actor.id.split("+")} & set(codes)) != set()


# ------------------------------------------------------------------ subject and predicate


def subject(t: Transfer, index: int, item: Item) -> tuple[str, bool]:
    """Who acts, in the edition's words, and whether they are several."""
    own = t.below(index, "nsubj")
    above = t.tokens[index]
    while not own and base(above) == "conj" and above.head >= 0:
        own, above = t.below(above.head, "nsubj"), t.tokens[above.head]
    if not own:
        if INHERITED not in item.rules:
            raise GateClosedError("subject_left_out")
        return _by_government(t.edition, item)
    heads = [own[0], *t.below(own[0], "conj")]
    if not any(_speaks_for(t, head, item) for head in heads):
        raise GateClosedError("another_subject")
    group = actor_at(t, heads[0])
    return _subject_name(t, heads), len(heads) > 1 or (group is not None and "+" in group.id)


def _subject_name(t: Transfer, heads: Sequence[int]) -> str:
    names: list[str | None] = []
    for head in heads:
        actor = actor_at(t, head)
        if actor is None:
            raise GateClosedError("unknown_subject")
        if actor.kind == "person":
            names.append(next(iter(actor.name.values())))
        else:
            known = [actor.id] if actor.id in t.edition.knowledge.actors else (actor.country or actor.id).split("+")
            names += [government_name(t.edition, code) for code in known]
    said = listed(t.edition, names)
    if said is None:
        raise GateClosedError("unknown_subject")
    return said


def _by_government(edition: Edition, item: Item) -> tuple[str, bool]:
    codes = (item.government,) if isinstance(item, Position) else item.actors if isinstance(item, Fact) else ()
    said = listed(edition, [government_name(edition, code) for code in codes])
    if said is None:
        raise GateClosedError("unknown_subject")
    return said, len(codes) > 1


def predicate(t: Transfer, index: int, form: ActForm, act: Act, tense: str, item: Item, *, plural: bool) -> str:
    """The act with everything that depends on its verb."""
    content: list[int] = []
    addressee: list[int] = []
    adverbs: list[str] = []
    rest: list[str] = []
    for child in t.below(index):
        relation = base(t.tokens[child])
        if is_said_elsewhere(t, child, item):
            continue
        if is_addressee(t, child, form):
            addressee.append(child)
        elif is_content(t, child, form):
            content.append(child)
        elif relation == "advmod":
            adverbs += verb_part(t, child, index)
        else:
            rest += verb_part(t, child, index)
    if len(content) != 1 or len(addressee) > 1:
        raise GateClosedError("no_single_content")
    target, words = governed(t, act, content[0], addressee)
    verb = finite(t, act, target, tense, plural=plural)
    first = [*adverbs, verb] if t.grammar.adverb_first else [verb, *adverbs]
    return " ".join([*first, *words, *rest])


def is_said_elsewhere(t: Transfer, child: int, item: Item) -> bool:
    """The subject, helpers, a second clause of its own, and the source that the sentence names before it."""
    token = t.tokens[child]
    relation = base(token)
    if relation in {"nsubj", "punct", "aux", "cc", "mark"} or (relation == "conj" and token.feat("VerbForm") == "Fin"):
        return True
    cases = [t.tokens[i].form.casefold() for i in t.below(child, "case")]
    return bool(item.attribution and cases) and cases[0] in {c.split(" ")[0] for c in t.source_grammar.attribution_cases}


def is_content(t: Transfer, child: int, form: ActForm) -> bool:
    """What is said, wanted or done: an object, or a verb in one of the form's slots (`con inf`)."""
    token = t.tokens[child]
    relation = base(token)
    if relation in {"xcomp", "ccomp"} or (relation == "obj" and token.upos in {"NOUN", "PROPN"}):
        return True
    marks = {t.tokens[i].form.casefold() for i in t.below(child, "mark", "case")}
    return token.feat("VerbForm") == "Inf" and any(f"{mark} inf" in form.content for mark in marks)


def governed(t: Transfer, act: Act, content: int, addressee: Sequence[int]) -> tuple[ActForm, list[str]]:
    """The form of the act's printed verb that takes what the source says, with its complements in order."""
    closed = GateClosedError("no_such_verb")
    for target in label_forms(t, act):
        try:
            return target, complements(t, target, act, content, addressee)
        except GateClosedError as gate:
            closed = gate
    raise closed


def complements(t: Transfer, target: ActForm, act: Act, content: int, addressee: Sequence[int]) -> list[str]:
    if t.tokens[content].upos in {"NOUN", "PROPN"}:
        return [noun_content(t, content, target), *(addressee_words(t, one, target) for one in addressee)]
    if t.tokens[content].feat("VerbForm") != "Inf" or not addressee:
        return [verb_content(t, content, target, act)]
    if "obj" in target.addressee and "inf" in target.content:
        return [addressee_words(t, addressee[0], target), verb_content(t, content, target, act)]
    if t.grammar.wanted and act.stance in WANTING and "clause" in target.content:
        return [t.grammar.wanted.format(who=noun_phrase(t, addressee[0]).text, what=verb_phrase(t, content))]
    if not t.grammar.wanted and "inf" in target.content:
        return [addressee_words(t, addressee[0], target), verb_content(t, content, target, act)]
    raise GateClosedError("verb_takes_no_addressee")


def finite(t: Transfer, act: Act, target: ActForm, tense: str, *, plural: bool) -> str:
    """`rejected`, `rechazó`, `rejects`; a present only where the language's endings make it; with the target's particle."""
    past = act.past[t.edition.language]
    if tense == "past":
        verb = (past[-1] if plural else past[0]).split(" ")[0]
    elif not t.grammar.third_person:
        raise GateClosedError("no_present_in_this_language")
    else:
        verb = target.lemma if plural else ended(target.lemma, t.grammar.third_person)
    return " ".join(filter(None, (verb, target.particle)))


def label_forms(t: Transfer, act: Act) -> list[ActForm]:
    """What the act's printed verb governs in the edition's language: the form with its particle first."""
    verb, _, particle = act.label[t.edition.language].partition(" ")
    plain = [f for f in act.forms[t.edition.language] if f.kind == "verb" and f.lemma == verb and not (f.object or f.reflexive)]
    return [f for f in plain if (f.particle or "") == particle] + [f for f in plain if particle and not f.particle]


def is_addressee(t: Transfer, child: int, form: ActForm) -> bool:
    """A known actor in one of the slots where the form has the one spoken to."""
    actor = actor_at(t, child)
    if actor is None or base(t.tokens[child]) not in {"obj", "iobj", "obl"}:
        return False
    cases = {t.tokens[i].form.casefold() for i in t.below(child, "case")}
    return bool((cases or {base(t.tokens[child])}) & set(form.addressee))


def noun_content(t: Transfer, child: int, target: ActForm) -> str:
    """`rejected the proposal`, `agreed on a treaty`: by what the verb governs in the edition's language."""
    if "obj" in target.content:
        return object_phrase(t, child)
    word = next((slot for slot in target.content if slot in t.grammar.of_words), None)
    if word is None:
        raise GateClosedError("verb_takes_no_noun")
    said = noun_phrase(t, child).text
    return said if target.particle and target.particle.split(" ")[-1] == word else f"{word} {said}"


def verb_content(t: Transfer, child: int, target: ActForm, act: Act) -> str:
    """`offered to send …`, `proposed sending …`, `demanded that Peru withdraw …`."""
    token = t.tokens[child]
    if token.feat("VerbForm") == "Fin":
        return wanted_clause(t, child, target, act)
    words = verb_phrase(t, child)
    if "ger" in target.content and t.grammar.gerund:
        first, _, rest = words.partition(" ")
        return " ".join(part for part in (gerund_of(first, t.grammar), rest) if part)
    if "inf" in target.content:
        return t.grammar.infinitive + words
    slot = next((slot.removesuffix(" inf") for slot in target.content if slot.endswith(" inf")), None)
    if slot is None or t.grammar.gerund:
        raise GateClosedError("verb_takes_no_verb")
    return f"{slot} {words}"


def wanted_clause(t: Transfer, child: int, target: ActForm, act: Act) -> str:
    """What somebody else is to do: a Spanish subjunctive as an English one, which is the bare verb."""
    subjects = t.below(child, "nsubj")
    mood = t.tokens[child].feat("Mood")
    if (
        not t.grammar.wanted
        or act.stance not in WANTING
        or mood != "Sub"
        or "clause" not in target.content
        or len(subjects) != 1
    ):
        raise GateClosedError("finite_content")
    verbs = [child, *t.below(child, "conj")]
    if any(t.tokens[verb].feat("Mood") not in {"Sub", None} or negated(t, verb) for verb in verbs):
        raise GateClosedError("finite_content")
    said = t.edition.localizer.list([verb_phrase(t, verb, within=frozenset({"nsubj", "conj", "cc"})) for verb in verbs])
    return t.grammar.wanted.format(who=noun_phrase(t, subjects[0]).text, what=said)


def addressee_words(t: Transfer, child: int, target: ActForm) -> str:
    """`of Chile`, `a Perú`."""
    name = noun_phrase(t, child).text
    slot = next((slot for slot in target.addressee if slot != "iobj"), None)
    if slot is None:
        raise GateClosedError("verb_takes_no_addressee")
    return name if slot == "obj" else f"{slot} {name}"

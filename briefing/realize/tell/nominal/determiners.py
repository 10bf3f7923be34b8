"""Determiners: articles, `su`, `ningún`, and other words before a noun."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.realize.tell.nominal.owners import owned_by, subject_over
from briefing.realize.tell.state import Telling, unknown, word_for
from briefing.realize.tell.verbal.voices import first_number, owner_word
from briefing.realize.wording.clauses import subtree
from briefing.realize.wording.transfer import GateClosedError, base
from briefing.realize.wording.verbs import rules_of

DEFINITE, INDEFINITE = "\1", "\2"
"""Articles before it is known which one the noun takes."""


def read_determiner(telling: Telling) -> str:
    token = telling.peek()
    if token is None or token.upos not in {"DET", "NUM"}:
        return ""
    word = word_for(telling, "determiners", token)
    if token.feat("PronType") == "Art":
        said = DEFINITE if token.feat("Definite") == "Def" else INDEFINITE
    elif token.feat("Poss") == "Yes":
        said = _possessive(telling)
    elif word is not None:
        said = word
        behind = telling.peek(1)
        if word in telling.words["some_or_any"] and not telling.t.passage.tree.vocabulary.isdisjoint(telling.words["any_in"]):
            raise unknown("determiner", token)  # `si se produce algún disparo`
        if said == telling.words["whole"] and (behind is None or behind.upos != "DET"):
            raise unknown("determiner", token)  # `todo ataque`
    elif token.lemma.casefold() in telling.words["none_of"] and _begins_its_clause(telling):
        said = telling.words["none"]  # `Ningún país pagará`; behind a verb it denies once more
    else:
        raise unknown("determiner", token)
    telling.at += 1
    more = read_determiner(telling)
    words = [word for word in (said, more) if word not in {DEFINITE, INDEFINITE, ""}]  # `todos los países` -> `all countries`
    return " ".join(words) if words else more or said


def _begins_its_clause(telling: Telling) -> bool:
    before = telling.t.tokens[telling.order[telling.at - 1]] if telling.at else None
    noun = telling.token.head
    ahead = noun >= 0 and base(telling.t.tokens[noun]) == "nsubj" and telling.t.tokens[noun].head > noun
    return ahead and (before is None or before.upos in {"PUNCT", "SCONJ"})


def _possessive(telling: Telling) -> str:
    """`su`, where one actor alone has been named: whose it is."""
    doc, voice = telling.t.passage.doc, telling.voice
    ours = first_number(telling.token, telling.words["first_owners"])
    if ours and (said := owner_word(voice, ours, voiced=telling.voiced, others=bool(telling.actors))):
        return said
    owners = {m.actor for m in telling.t.mentions if not m.place and m.span.stop <= telling.token.span.start}
    table: Mapping[str, str] = rules_of(telling.language)["possessive"]
    if doc is not None and not owners and telling.named and telling.token.feat("Person") not in {"1", "2"}:
        if subject_over(telling, telling.token.head) is not None:
            raise GateClosedError("whose_is_not_known")  # `Recordó que la empresa invertirá en su red`: the firm's
        return _of_named_subject(telling, table)
    if len(owners) > 1 and _of_all_who_act(telling):
        return table["group"]
    if len(owners) != 1 or doc is None or telling.token.feat("Person") in {"1", "2"} or _is_anothers(telling):
        raise GateClosedError("whose_is_not_known")
    owner = doc.actors[owners.pop()]
    if _somebody_between(telling, owner.id):
        raise GateClosedError("whose_is_not_known")
    if (key := owned_by(telling, owner)) is not None:
        return table[key]
    several = owner.kind == "group" or _is_told_as_several(telling, owner.id)
    key = "group" if several else (owner.gender or "") if owner.kind == "person" else "thing"
    key = _gender_of_holder(telling, owner.id) if owner.kind == "office" else key
    if key not in table:
        raise GateClosedError("whose_is_not_known")
    return table[key]


def _is_anothers(telling: Telling) -> bool:
    """`calificó sus palabras de duras`, `rechazó sus acusaciones`: hardly the subject's.

    Nor are those `devolverá los barcos después de que sus dueños paguen`.
    """
    t, noun = telling.t, telling.token.head
    over = t.tokens[noun].head if noun >= 0 else -1
    if telling.verb in telling.words["calling"] or (over >= 0 and t.passage.tree.lemmas[over] in telling.words["answering"]):
        return True
    over = over if base(t.tokens[noun]) == "nsubj" else -1
    return over >= 0 and base(t.tokens[over]) == "advcl"


def _is_told_as_several(telling: Telling, owner: str) -> bool:
    """`las autoridades peruanas negaron que sus …`: theirs, though they are a country."""
    spans = [m.span for m in telling.t.mentions if m.actor == owner]
    return any(several and any(s.contains(telling.t.tokens[i].span) for s in spans) for i, several in telling.plurals.items())


def _gender_of_holder(telling: Telling, owner: str) -> str:
    """`la canciller peruana` -> `her`: by the article of who holds an office."""
    spans = [m.span for m in telling.t.mentions if m.actor == owner]
    said = (gender for i, gender in telling.genders.items() if any(s.contains(telling.t.tokens[i].span) for s in spans))
    return next(said, "")


def _somebody_between(telling: Telling, owner: str) -> bool:
    """`Chile felicitó a ambos países por [su] trabajo`: others who are named only by a common word may own it."""
    t, start = telling.t, telling.token.span.start
    last = max(m.span.stop for m in t.mentions if m.actor == owner and m.span.stop <= start)
    between = [i for i, token in enumerate(t.tokens) if last <= token.span.start and token.span.stop <= start]
    some = {*telling.words["persons"], *telling.words["of_countries"]}
    nouns = [i for i in between if {t.tokens[i].lemma.casefold(), t.tokens[i].form.casefold()} & some]
    return any(all(t.tokens[d].feat("Poss") != "Yes" for d in t.below(i, "det")) for i in nouns if t.tokens[i].upos == "NOUN")


def _of_all_who_act(telling: Telling) -> bool:
    """`Chile y Perú expresaron su apoyo`: theirs, where nobody but the subjects of this verb has been named."""
    t, noun = telling.t, telling.token.head
    verb = t.tokens[noun].head if noun >= 0 else -1
    if verb < 0 or base(t.tokens[noun]) != "obj" or t.tokens[noun].lemma.casefold() in telling.words["of_somebody_else"]:
        return False
    several = [i for i in t.below(verb, "nsubj") if t.below(i, "conj")]
    inside = subtree(t, several[0]) if len(several) == 1 else frozenset[int]()
    before = [m for m in t.mentions if not m.place and m.span.stop <= telling.token.span.start]
    return all(any(m.span.contains(t.tokens[i].span) for i in inside) for m in before)


def _of_named_subject(telling: Telling, table: Mapping[str, str]) -> str:
    """`su` of whoever the article says the subject is, and the sentence leaves out."""
    doc = telling.t.passage.doc
    people = [
        a for a in (doc.actors.values() if doc else ()) if a.kind == "person" and telling.named in (*a.name.values(), *a.forms)
    ]
    genders = {a.gender for a in people}
    if len(genders) != 1 or (gender := genders.pop()) is None:
        raise GateClosedError("whose_is_not_known")
    return table.get(gender) or table["any"]


def may_be_whichever(telling: Telling, form: str, noun: int) -> bool:
    """`rejected any intervention` is whichever it be; `did not reject any` is none, and `any weapons` are some."""
    words = telling.words
    if form not in words["whichever"]:
        return True
    denied = not set(telling.t.passage.tree.forms).isdisjoint(words["not_whichever"])
    return not denied and telling.t.tokens[noun].feat("Number") == "Sing" and "?" not in telling.t.passage.words

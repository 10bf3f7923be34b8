"""What a verb acts on, and which of its translations that calls for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.model import Token
from briefing.realize.tell.nominal.peoples import is_of_a_people
from briefing.realize.tell.state import Telling, known, word_for
from briefing.realize.wording.ordering import actor_behind_relative
from briefing.realize.wording.transfer import GateClosedError, base
from briefing.realize.wording.verbs import VerbGroup


def objects_of(telling: Telling, head: Token) -> list[int]:
    """Its objects; of a relative clause what the pronoun stands for: `la propuesta que hizo Chile`."""
    t, index = telling.t, telling.t.tokens.index(head)
    objects = [i for i in t.below(index, "obj") if not _is_no_object(telling, i, head) and i not in t.passage.dated]
    objects = objects or [i for i in t.below(index, "obl", "iobj") if _is_marked(telling, i)]
    relative = base(head) == "acl" and (
        actor_behind_relative(t, index) is not None or any(t.tokens[i].upos == "PRON" for i in objects)
    )
    whole = any(t.tokens[i].upos == "NOUN" and i > index for i in objects) and bool(t.below(index, "nsubj"))
    return [head.head] if relative and not whole else objects  # `en entrevista con la radio que Perú paga la deuda`


def _is_no_object(telling: Telling, index: int, head: Token) -> bool:
    """`que operen patrullas`, taken for what is operated; `en conjunto con soldados`: not the preposition of persons."""
    t, words = telling.t, telling.words
    acts = head.lemma.casefold() in words["intransitive"] and index in telling.order[: telling.at]
    cases = {t.tokens[c].form.casefold() for c in t.below(index, "case")}
    return not telling.modifiers_first and (acts or not cases <= {words["to"]})


def _is_marked(telling: Telling, index: int) -> bool:
    """`acogió a 200 refugiados`, whatever the parser calls them: somebody behind the mark of persons."""
    t, words = telling.t, telling.words
    cases = [t.tokens[c].form.casefold() for c in t.below(index, "case")]
    return cases == [words["to"]] and t.tokens[index].lemma.casefold() in words["persons"]


def acted_on(telling: Telling, group: VerbGroup) -> list[int]:
    """The subject of a passive, also one that the parser takes for an object: `se convocó una reunión`."""
    t = telling.t
    own = t.below(group.head, "nsubj") or [i for i in t.below(group.head, "obj") if not t.below(i, "case")]
    own = [i for i in own if i not in t.passage.dated]  # `se celebrará [los días 3 y 4]`
    relative = base(t.tokens[group.head]) == "acl" and all(t.tokens[i].upos == "PRON" for i in own)
    return [t.tokens[group.head].head] if relative else list(own)


def is_said_of_a_thing(telling: Telling, group: VerbGroup) -> bool:
    """`las reuniones exigirán resultados`: they require, and demand nothing."""
    subjects = telling.t.below(group.head, "nsubj")
    return bool(subjects) and all(telling.t.tokens[i].lemma.casefold() in telling.words["things"] for i in subjects)


def verb_for_object(
    telling: Telling, choices: Mapping[str, Sequence[str]], objects: Sequence[int], head: Token, *, passive: bool
) -> str:
    """`hold talks`, but not `hold hostages`: the verb that takes every object that stands here."""
    for word, wanted in choices.items():
        fits = [_is_one_of(telling, i, wanted) for i in objects if telling.t.tokens[i].upos != "PRON"]
        if fits and all(fits):
            if passive and " " in word:
                raise GateClosedError("no_passive_of_this_verb")
            return known(word, "object", head)
    raise GateClosedError(f"unknown_object_of_{head.lemma.casefold()}")


def _is_one_of(telling: Telling, index: int, wanted: Sequence[str]) -> bool:
    token = telling.t.tokens[_thing_of(telling, index)]
    named = any(m.span.contains(token.span) for m in telling.t.mentions)
    people = "&" in wanted and _is_a_person(telling, token)
    return (
        people
        or "*" in wanted
        or token.lemma.casefold() in wanted
        or token.form.casefold() in wanted
        or ("@" in wanted and named)
    )


def _is_a_person(telling: Telling, token: Token) -> bool:
    """`released the fishermen`: by the other language's word."""
    if not telling.modifiers_first:
        return token.lemma.casefold() in telling.words["persons"] or is_of_a_people(telling, token)
    said = word_for(telling, "nouns", token)
    return said is not None and said.partition("|")[0] in telling.words["people"]


def _thing_of(telling: Telling, index: int) -> int:
    """`el 60 % de el crédito`, `la mitad de el crédito`: of what it is a part."""
    t = telling.t
    part = t.tokens[index].form == "%" or t.tokens[index].lemma.casefold() in {
        *telling.words["fractions"],
        *telling.words["scales"],
    }
    of = [i for i in t.below(index, "nmod") if i > index] if part else []
    return of[0] if of else index

"""Which objects take a language's mark of persons: `acusó a Perú`, `culpó a las inundaciones`, but `envió un ejército`."""

from __future__ import annotations

from briefing.knowledge.inflect import plural_key
from briefing.model import Language
from briefing.realize.tell.nominal.heads import Phrase
from briefing.realize.tell.state import Telling
from briefing.realize.wording.transfer import GateClosedError, base
from briefing.realize.wording.verbs import rules_of


def marked(telling: Telling, head: int, phrase: Phrase, said: str) -> str:
    """What is told of a noun, with what its verb puts before it: the mark, or to whom something is told (`told a meeting`)."""
    words = telling.words
    if telling.verb in words["telling_somebody"] and not phrase.human and is_object(telling, head):
        where: str | None = words["told_at"].get(telling.t.tokens[head].lemma.casefold())
        if where is None:
            raise GateClosedError("told_to_nobody")
        return f"{where} {said}"
    if is_what_is_offered(telling, head):
        return said
    if telling.said_verb in words["always_marks"]:
        return _always_marked(telling, head, phrase, said)
    marked = telling.said_verb in words["marks_people"]
    addressed = marked or telling.verb in words["dative"]  # `dijo a periodistas`
    body = _is_body(telling, phrase)
    several = phrase.plural and not body and telling.said_verb.split(" ")[0] not in words["plain_of_many"]  # `apoya a rebeldes`
    if body and telling.said_verb.split(" ")[0] in words["plain_of_bodies"]:
        return said  # `cerró dos empresas`
    if not (phrase.human and (phrase.determiner or phrase.number or addressed or several)):
        return said
    if phrase.determiner == "a" and not marked and not _is_one_person(telling, phrase):
        return said  # `crearon un comité`
    return personal(telling, head, said, one=phrase.determiner == "a" and _is_one_person(telling, phrase))


def _always_marked(telling: Telling, head: int, phrase: Phrase, said: str) -> str:
    """`culpó a las inundaciones`, `demandó a una empresa`: verbs with the mark whatever they act on; but no bare list."""
    bare = not (phrase.determiner or phrase.number)
    if bare and is_object(telling, head) and telling.t.below(head, "conj"):
        raise GateClosedError("bare_list_behind_a_mark")
    article_said = said.split(" ")[0] in telling.t.edition.grammar.the.values()
    if is_object(telling, head) and phrase.mass and phrase.determiner in {"", "a"} and not article_said:
        raise GateClosedError("bare_mass_behind_a_mark")  # `culpó a escasez de agua`
    return personal(telling, head, said)


def _is_body(telling: Telling, phrase: Phrase) -> bool:
    into = telling.language
    key = plural_key(phrase.noun.split(" ")[0], into)
    return key in {plural_key(word, into) for word in telling.words["bodies_of_people"]}


def _is_one_person(telling: Telling, phrase: Phrase) -> bool:
    """`envió a un diplomático`, but `envió un ejército`, `desplegó 500 soldados`."""
    return not phrase.plural and not _is_body(telling, phrase)


def is_what_is_offered(telling: Telling, head: int) -> bool:
    """`offered engineers` -> `ofreció ingenieros`: the only object of such a verb is what is offered, and not to whom."""
    t, verb = telling.t, telling.t.tokens[head].head
    only = verb >= 0 and len(t.below(verb, "obj", "iobj")) == 1
    return only and t.passage.tree.lemmas[verb] in telling.words["offering"] and is_object(telling, head)


def is_object(telling: Telling, index: int) -> bool:
    """An object, also behind words of the verb's own that were taken for a preposition: `handed over the man`."""
    t, token = telling.t, telling.t.tokens[index]
    before = telling.order[: telling.verb_at] if telling.verb_at >= 0 else ()
    cases = t.below(index, "case")
    return base(token) in {"obj", "iobj"} or (base(token) == "obl" and bool(cases) and all(i in before for i in cases))


def has_its_mark(verb: str, language: Language) -> bool:
    """`contar con Perú`: a verb with a preposition of its own takes no other before somebody."""
    rules = rules_of(language)
    return verb.split(" ")[-1] in {rules["personal"], *rules["marks_of_verbs"]}


def personal(telling: Telling, index: int, said: str, *, one: bool = False) -> str:
    """`acusó a Perú`: a person or government as the object takes the language's preposition."""
    mark: str = rules_of(telling.language)["personal"]
    verb = telling.said_verb
    wanted = is_object(telling, index) and mark and verb and not telling.in_clause
    plain = telling.words["plain_of_anybody" if one else "plain_object"]
    if not wanted or verb.split(" ")[0] in plain or has_its_mark(verb, telling.language):
        return said
    return f"{mark} {said}"

"""The head of a phrase: the term, the fixed words, the office or the single noun that ends it; and adjectives by themselves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from briefing.knowledge import Knowledge
from briefing.knowledge.entries import Concept, RoleEntry, Term
from briefing.knowledge.inflect import plural as plural_term
from briefing.knowledge.inflect import plural_key
from briefing.knowledge.peoples import demonyms
from briefing.model import Language, Token
from briefing.realize.tell.nominal.adjectives import adjective_terms
from briefing.realize.tell.nominal.chunks import single_terms
from briefing.realize.tell.state import GATE, Telling, entries, is_gated, is_of_another_sense, unknown, word_for
from briefing.realize.wording.inflect import Gender
from briefing.realize.wording.transfer import GateClosedError, is_printed_form
from briefing.realize.wording.verbs import rules_of


@dataclass(slots=True, kw_only=True)
class Phrase:
    """A noun of the other language with its gender and number, and what goes before and behind it."""

    noun: str = ""
    gender: Gender = "m"
    plural: bool = False
    mass: bool = False
    human: bool = False
    determiner: str = ""  # "the", "a", "" or the edition's own word
    number: str = ""
    none: bool = False  # behind `no`
    not_one: bool = False  # behind `no`, where no verb is denied: `no soldiers would stay` -> `ningún soldado …`
    more: str = ""  # behind a number
    before: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    owned: list[str] = field(default_factory=list)
    owner: str = ""


def read_head(telling: Telling, phrase: Phrase, run: Sequence[int]) -> list[int]:
    """The longest term or fixed phrase that ends with the head; else the head alone.  What is left stands before it."""
    for length in range(min(4, len(run)), 1, -1):
        forms = [telling.t.tokens[i].form.casefold() for i in run[-length:]]
        lemmas = [*forms[:-1], telling.t.tokens[run[-1]].lemma.casefold()]
        table: Mapping[str, str] = telling.words["noun_phrases"]
        fixed = table.get(" ".join(forms)) or table.get(" ".join(lemmas))
        if fixed == GATE:
            raise unknown("noun", telling.t.tokens[run[-1]])
        if fixed:
            _set_noun(telling, phrase, fixed, telling.t.tokens[run[-1]])
            return list(run[:-length])
        concept = concept_over(telling, run[-length:])
        if concept is not None:
            _set_term(telling, phrase, concept, telling.t.tokens[run[-1]])
            return list(run[:-length])
        role = _role_over(telling, run[-length:])
        if role:
            _set_noun(telling, phrase, role, telling.t.tokens[run[-1]])
            return list(run[:-length])
    read_single(telling, phrase, run[-1])
    return list(run[:-1])


def read_single(telling: Telling, phrase: Phrase, index: int) -> None:
    token = telling.t.tokens[index]
    entry = word_for(telling, "nouns", token)
    if entry is not None and _begins_a_title(telling, index):
        raise unknown("noun", token)
    if entry is not None and not (token.upos == "PROPN" and token.form[:1].isupper() and index != telling.order[0]):
        _set_noun(telling, phrase, entry, token)
        return
    role = _role_over(telling, [index])
    if role:
        _set_noun(telling, phrase, role, token)
        return
    nation = country_adjective(telling, token)
    if nation is not None and token.form.casefold() in telling.words["demonyms_of_women"]:
        raise unknown("noun", token)
    if nation is not None:  # `Peruvians`
        _set_noun(telling, phrase, f"{nation}|m", token)
        phrase.human = True
        return
    concept = single_terms(telling.t.edition.knowledge, telling.t.passage.language).get(
        plural_key(token.form, telling.t.passage.language)
    )
    closed = _has_many_senses(telling, token) or is_gated(telling, "nouns", token) or _is_in_a_name(telling, token, index)
    if concept is None or token.upos != "NOUN" or closed:
        raise unknown("noun", token)
    _set_term(telling, phrase, concept, token)


def concept_over(telling: Telling, run: Sequence[int]) -> Concept | None:
    """The concept of several words that these tokens are."""
    t = telling.t
    start, stop = t.tokens[run[0]].span.start, t.tokens[run[-1]].span.stop
    for mention in t.concepts:
        concept = t.edition.knowledge.concepts.get(mention.concept)
        if (mention.span.start, mention.span.stop) != (start, stop) or concept is None or concept.adjective:
            continue
        if is_printed_form([t.tokens[i].form for i in run], concept, t.passage.language):
            return concept
    return None


def _role_over(telling: Telling, run: Sequence[int]) -> str | None:
    """An office by its name: `deputy foreign minister`."""
    words = " ".join(telling.t.tokens[i].form.casefold() for i in run)
    if words in telling.words["unsure_offices"]:
        raise unknown("noun", telling.t.tokens[run[-1]])  # `the Secretary of Natural Gas`
    role = _offices(telling.t.edition.knowledge, telling.t.passage.language).get(words)
    label = role.label.get(telling.language, {}).get("m") if role else None
    return f"{label}|m" if label else None


@lru_cache(maxsize=8)
def _offices(knowledge: Knowledge, language: Language) -> Mapping[str, RoleEntry]:
    """Offices by their names; of two with one name the first of the knowledge."""
    found: dict[str, RoleEntry] = {}
    for role in (role for role in knowledge.roles.values() if not role.epithet):
        for form in role.forms.get(language, ()):
            found.setdefault(form.casefold(), role)
    return found


def _set_noun(telling: Telling, phrase: Phrase, entry: str, token: Token) -> None:
    word, _, gender = entry.lstrip("~").partition("|")
    plural = token.feat("Number") in {"Plur", "Ptan"} and not phrase.not_one
    phrase.mass = entry.startswith("~")
    own = token.form.casefold() == token.lemma.casefold() or token.form.casefold() in telling.words["nouns"]
    if phrase.not_one and own and token.form.casefold() != token.lemma.casefold():
        raise GateClosedError("none_of_many")  # `no talks were held`: a word that has no singular
    if (
        phrase.mass
        and token.feat("Number") == "Plur"
        and not own
        and token.lemma.casefold() not in telling.words["mass_for_plural"]
    ):
        raise GateClosedError("plural_of_a_mass")  # `the controls`
    phrase.plural = (plural and not phrase.mass) or _is_plural_word(telling, word)
    people = _people(telling.t.passage.language, telling.language)
    phrase.human = not {plural_key(word, telling.language), plural_key(word.split(" ")[0], telling.language)}.isdisjoint(people)
    phrase.noun = (
        plural_term(word, telling.language) if plural and not phrase.mass and not _is_plural_word(telling, word) else word
    )
    phrase.gender = "f" if gender == "f" else "m"
    office, _, matter = word.partition(" ")
    if office in telling.words["women"] and not plural and (genders := _genders_of_who_is_named(telling, token)):
        if matter and genders != {"f"} and genders != {"m"}:
            raise GateClosedError("office_without_a_gender")  # `the roads minister, Dilru Perera`
        if "f" in genders:
            phrase.noun, phrase.gender = f"{telling.words['women'][office]} {matter}".strip(), "f"


def _genders_of_who_is_named(telling: Telling, token: Token) -> set[str | None]:
    """`his counterpart, Anna Lund`: of whoever stands behind it by name; empty where nobody does."""
    t, actors = telling.t, telling.t.passage.doc.actors if telling.t.passage.doc else {}
    start = t.tokens.index(token)
    behind = [i for i in range(start + 1, min(start + 3, len(t.tokens))) if t.tokens[i].upos != "PUNCT"][:1]
    named = {start, *t.below(start, "appos", "flat"), *(i for i in behind if t.tokens[i].upos == "PROPN")}
    found = [m for m in t.mentions for i in named if m.span.contains(t.tokens[i].span) and m.actor in actors]
    people: set[str | None] = {actors[m.actor].gender for m in found if actors[m.actor].kind == "person"}
    unknown_name = any(t.tokens[i].upos == "PROPN" for i in named - {start})
    return people or ({None} if unknown_name else people)


@lru_cache(maxsize=8)
def _people(source: Language, into: Language) -> frozenset[str]:
    """The nouns of persons, whatever their number."""
    return frozenset(plural_key(word, into) for word in entries(source)["people"])


def _is_one_body(telling: Telling, concept: Concept, token: Token) -> bool:
    """`the federal police were …`: several in one language, in the other one body."""
    own, other = concept.terms[telling.t.passage.language], concept.terms[telling.language]
    return own.number == "p" and other.number == "s" and token.form.casefold() == token.lemma.casefold()


def _is_plural_word(telling: Telling, word: str) -> bool:
    first = word.split(" ")[0]
    rules = rules_of(telling.language)
    return first in rules["plural_in_es"] or (
        first.endswith(tuple(rules["plural_endings"])) and first not in rules["singular_in_s"]
    )


def _set_term(telling: Telling, phrase: Phrase, concept: Concept, token: Token) -> None:
    term = concept.terms[telling.language]
    plural = token.feat("Number") in {"Plur", "Ptan"} and not (phrase.not_one or _is_one_body(telling, concept, token))
    if term.number == "p" and not plural and concept.terms[telling.t.passage.language].number != "mass":
        raise GateClosedError("term_of_another_number")
    own = token.form.casefold() in concept.terms[telling.t.passage.language].lemma.casefold().split()
    if term.number == "mass" and plural and not own and token.lemma.casefold() not in telling.words["mass_for_plural"]:
        raise GateClosedError("plural_of_a_mass")  # `39 bronzes`
    phrase.noun = _term_form(term, plural, telling)
    phrase.plural = term.number == "p" or (plural and term.number == "s")
    phrase.mass = term.number == "mass" or (concept.terms[telling.t.passage.language].number == "mass" and not phrase.plural)
    first = term.lemma.split(" ")[0]
    people = {first, term.lemma} - ({first} & {*telling.words["bodies_of_people"]} - {term.lemma})
    keys = {plural_key(word, telling.language) for word in people}
    phrase.human = not keys.isdisjoint(_people(telling.t.passage.language, telling.language))
    phrase.gender = term.gender or "m"


def _term_form(term: Term, plural: bool, telling: Telling) -> str:
    return term.lemma if term.number != "s" or not plural else (term.plural or plural_term(term.lemma, telling.language))


def adjective_for(telling: Telling, token: Token) -> str | None:
    """The adjective of the other language, masculine singular; of a noun too where that language has one for it."""
    if token.upos in {"NOUN", "PROPN"}:
        word: str | None = telling.words["noun_adjectives"].get(token.lemma.casefold())
        if word == GATE:
            raise unknown("adjective", token)
        return word or country_adjective(telling, token)
    if token.feat("Degree") in {"Cmp", "Sup"} and token.form.casefold() not in telling.words["adjectives"]:
        return _compared(telling, token)
    found = country_adjective(telling, token) or word_for(telling, "adjectives", token)
    gated = telling.words["adjectives"].get(token.lemma.casefold()) == GATE  # `free for schools`: free of charge, or at liberty
    if found is None and not (gated or _has_many_senses(telling, token) or is_of_another_sense(telling, "adjectives", token)):
        concept = adjective_terms(telling.t.edition.knowledge, telling.t.passage.language).get(token.form.casefold())
        found = concept.terms[telling.language].lemma if concept else None
    return found


def _compared(telling: Telling, token: Token) -> str | None:
    """`a larger role` -> `un papel más grande`; what is largest of all is not said."""
    word = word_for(telling, "adjectives", token) if token.feat("Degree") == "Cmp" else None
    return None if word is None else rules_of(telling.language)["more"] + word


def _begins_a_title(telling: Telling, index: int) -> bool:
    """`the European Convention on Human Rights`: a capital, and behind a preposition the next."""
    ahead = telling.t.tokens[index : index + 3]
    capitals = [token.form[:1].isupper() and token.upos in {"NOUN", "ADJ", "PROPN"} for token in ahead]
    body = capitals[0] and ahead[0].lemma.casefold() in telling.words["bodies_by_capital"]  # `the Commission`
    titled = body or (len(ahead) == 3 and capitals[0] and ahead[1].upos == "ADP" and capitals[2] and ahead[2].upos != "PROPN")
    return titled and index != min(telling.order)


def _is_in_a_name(telling: Telling, token: Token, index: int) -> bool:
    """`the European Convention on Human Rights`: a capital inside the sentence makes a name of a common word."""
    form = token.form
    capital = form[:1].isupper() and form[1:].islower() and index != min(telling.order)
    return capital and form.casefold() not in telling.words["often_capital"]


def _has_many_senses(telling: Telling, token: Token) -> bool:
    return not {token.form.casefold(), token.lemma.casefold()}.isdisjoint(telling.words["many_senses"])


def country_adjective(telling: Telling, token: Token) -> str | None:
    form = token.form.casefold()
    if not token.form[:1].isupper():
        return None
    code = demonyms(telling.t.edition.knowledge, telling.t.passage.language).get(form)
    return (telling.t.edition.knowledge.actors[code].demonyms.get(telling.language) or (None,))[0] if code else None

"""A noun with what stands around it, as it is read: what it is called, its number, determiner and adjectives."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from briefing.knowledge import Knowledge
from briefing.knowledge.entries import Concept, Term
from briefing.knowledge.inflect import plural as plural_term
from briefing.knowledge.inflect import plural_key
from briefing.model import Language, Token
from briefing.realize.tell.nominal.adjectives import adjectives_at
from briefing.realize.tell.nominal.determiners import DEFINITE, read_determiner
from briefing.realize.tell.nominal.name_words import country_names
from briefing.realize.tell.nominal.peoples import one_of_a_people
from briefing.realize.tell.state import Telling, is_gated, longest_in, unknown, word_for
from briefing.realize.wording.transfer import GateClosedError, base, concept_at, translations


@dataclass(slots=True, kw_only=True)
class Chunk:
    """A noun and what belongs to it.  `mass` nouns have no plural and no indefinite article."""

    words: str
    plural: bool
    mass: bool = False
    gender: str = "m"
    adjectives: list[str] = field(default_factory=list)
    determiner: str = ""  # DEFINITE, INDEFINITE, or the edition's own word
    counted: bool = False
    fixed: bool = False  # a phrase of the data, which may be counted: `a working group`


def read_chunk(telling: Telling, *, counted: bool) -> Chunk | None:
    start = telling.at
    determiner = read_determiner(telling)
    before = adjectives_at(telling)
    token = telling.peek()
    if token is None or token.upos not in {"NOUN", "PROPN", "ADJ"}:
        if determiner or before:
            raise GateClosedError("determiner_without_noun")
        return None
    if token.upos == "ADJ" and not (determiner or before or word_for(telling, "nouns", token)):
        return None
    named = _plan_by_name(telling)
    if named is not None:
        return named
    _check_no_name(telling)
    place = _place_by_name(telling, determiner, before) or _place_by_town(telling, determiner, before)
    if place is not None:
        return place
    chunk = _head(telling, token)
    telling.noun = token.lemma.casefold()
    if determiner == DEFINITE and not chunk.plural and telling.noun in telling.words["one_for_all"]:
        chunk.words, chunk.plural, chunk.mass = plural_term(chunk.words, telling.language), True, True
    if (kind := _bare_noun_behind(telling)) is not None:
        chunk.words = f"{kind} {chunk.words}"
    first = telling.at
    chunk.adjectives = [*before, *reversed(adjectives_at(telling, behind=True))]
    if (share := _percent_behind(telling)) is not None:
        chunk.adjectives.insert(0, share)
        chunk.mass = False
    _check_their_noun(telling, start, first)
    if determiner == telling.words["whole"] and chunk.mass:
        determiner = telling.words["whole_of_a_mass"]
    chunk.determiner = determiner
    chunk.counted = counted
    return chunk


def _percent_behind(telling: Telling) -> str | None:
    """`un aumento de el 9 %` -> `a 9% increase`: by how much, of what is told so."""
    case = telling.peek()
    if (
        telling.noun not in telling.words["by_percent"]
        or case is None
        or case.form.casefold() not in telling.words["owner_cases"]
    ):
        return None
    step = 2 if (article_ := telling.peek(1)) is not None and article_.upos == "DET" else 1
    number = telling.peek(step)
    found = next((q for q in telling.t.quantities if number is not None and q.span.start == number.span.start), None)
    if found is None or found.kind != "percent" or found.modifier or found.high is not None or found.from_value is not None:
        return None
    rest = telling.order[telling.at + step :]
    length = 0
    while length < len(rest) and (
        found.span.contains(telling.t.tokens[rest[length]].span) or _is_sign(telling, telling.t.tokens[rest[length]])
    ):
        length += 1
    telling.at += step + length
    if _another_percent_behind(telling):
        raise GateClosedError("percents_of_one_noun")  # `un alza de el 5 % en mayo y de el 9 % en junio`
    return f"{telling.t.edition.localizer.number(found.value)}%"


def _another_percent_behind(telling: Telling) -> bool:
    """Whether a second percentage is joined on before the next verb."""
    joined = False
    for token in (telling.t.tokens[i] for i in telling.order[telling.at :]):
        if token.upos in {"VERB", "AUX"}:
            return False
        joined = joined or token.upos == "CCONJ"
        if joined and any(q.kind == "percent" and q.span.start == token.span.start for q in telling.t.quantities):
            return True
    return False


def _is_sign(telling: Telling, token: Token) -> bool:
    return token.form == "%" or token.form.casefold() in telling.words["percent_words"]


def _plan_by_name(telling: Telling) -> Chunk | None:
    """`el Plan Mérida`: a name of one word behind a noun that both languages share stays as it is, without an article."""
    first, second, third = telling.token, telling.peek(1), telling.peek(2)
    if second is None or not first.form[:1].isupper() or second.upos != "PROPN":
        return None
    longer = third is not None and (third.upos in {"PROPN", "ADJ"} or third.form.casefold() in telling.words["owner_cases"])
    if first.form.casefold() not in telling.words["begins_names"] or not second.form[:1].isupper() or longer:
        return None
    telling.noun = first.lemma.casefold()
    telling.at += 2
    return Chunk(words=f"{first.form} {second.form}", plural=False, mass=True)


def _place_by_name(telling: Telling, determiner: str, before: Sequence[str]) -> Chunk | None:
    """`las islas Samos` -> `the Samos islands`, `el lago Ohrid` -> `Lake Ohrid`: a lake or island with its name behind it."""
    noun = telling.token
    region: str | None = telling.words["regions_by_name"].get(noun.form.casefold())  # `el estado Zulia` -> `the state of Zulia`
    pattern: str | None = region or telling.words["places_by_name"].get(noun.form.casefold())
    if pattern is None or determiner != DEFINITE or before:
        return None
    name, behind = telling.peek(1), telling.peek(2)
    longer = behind is not None and (behind.upos == "PROPN" or behind.form[:1].isupper())
    if name is None or longer or name.upos != "PROPN" or not name.form[:1].isupper():
        return None
    called = telling.words["names_of_places"].get(name.form, name.form if name.form.isascii() else None)
    called = name.form if region else called
    if called is None:  # `el río Óder`: spelled as in the source's language only, for all that is known
        raise GateClosedError("name_of_a_place")
    telling.noun = noun.lemma.casefold()
    telling.at += 2
    plural = noun.feat("Number") == "Plur"
    return Chunk(words=pattern.format(name=called), plural=plural, mass=not plural, determiner="")


def _place_by_town(telling: Telling, determiner: str, before: Sequence[str]) -> Chunk | None:
    """`la carretera de Tarija` -> `the Tarija road`: what a town has one of, with the town's name alone behind it."""
    noun = telling.token
    pattern: str | None = telling.words["places_by_town"].get(noun.form.casefold())
    if pattern is None or determiner != DEFINITE or before:
        return None
    case, name, behind = telling.peek(1), telling.peek(2), telling.peek(3)
    if case is None or name is None or (behind is not None and behind.form[:1].isupper()):
        return None
    known = any(m.span.overlaps(name.span) and not m.place for m in telling.t.mentions)
    other = name.form in translations("cities", telling.t.passage.language) or name.form.casefold() in _country_names(telling)
    if known and "of {name}" in pattern:  # `el estrecho de Gibraltar`, whatever else has the name
        known = other = False
    joined = behind is not None and behind.upos in {"CCONJ", "ADJ"}
    plain = name.upos == "PROPN" and case.form.casefold() in telling.words["owner_cases"]
    if known or other or joined or not plain:
        return None
    telling.noun = noun.lemma.casefold()
    telling.at += 3
    called = telling.words["names_of_places"].get(name.form, name.form)
    return Chunk(words=pattern.format(name=called), plural=False, determiner=DEFINITE)


def _country_names(telling: Telling) -> Mapping[str, str]:
    return country_names(telling.t.edition.knowledge, telling.t.passage.language)


def _bare_noun_behind(telling: Telling) -> str | None:
    """`un comité de seguridad` -> `a security committee`: of some nouns a bare noun says of what kind they are."""
    case, noun, behind = telling.peek(), telling.peek(1), telling.peek(2)
    if telling.noun not in telling.words["no_bare_of"] or case is None or noun is None or noun.upos != "NOUN":
        return None
    if case.form.casefold() not in telling.words["owner_cases"] or noun.lemma.casefold() in telling.words["persons"]:
        return None
    entry = word_for(telling, "nouns", noun)
    owned = behind is not None and behind.form.casefold() in telling.words["owner_cases"]
    alone = behind is None or not (owned or behind.upos in {"ADJ", "CCONJ"})
    known_kind = noun.lemma.casefold() in telling.words["kinds"]
    if entry is None or not (alone and known_kind) or noun.form[:1].isupper():
        raise unknown("preposition", case)
    telling.at += 2
    return entry.lstrip("~").partition("|")[0]


def _check_their_noun(telling: Telling, start: int, first: int) -> None:
    """`el proyecto de leyes polémico`: in the other language the adjective would go to the noun right before it."""
    tokens, begin = telling.t.tokens, telling.order[start]
    for token in (tokens[i] for i in telling.order[first : telling.at]):
        above = tokens[token.head] if 0 <= token.head < begin else None
        elsewhere = above is not None and above.upos == "NOUN" and base(token) == "amod" and _may_agree(token, above)
        nouns = [tokens[i] for i in telling.order[start:first] if tokens[i].upos in {"NOUN", "PROPN"}]
        inflected = token.upos == "ADJ" and token.lemma.casefold() not in telling.words["invariable"]
        inside = token.head in telling.order[start:first] and tokens[token.head].upos == "NOUN"
        inner = inside and tokens[token.head].head in telling.order[start:first]  # `las condiciones de el acuerdo pesquero`
        if elsewhere or inner or (inflected and nouns and not any(_may_agree(token, noun) for noun in nouns)):
            raise GateClosedError("adjective_of_another_noun")


def _may_agree(token: Token, noun: Token) -> bool:
    return all(
        None in {token.feat(kind), noun.feat(kind)} or token.feat(kind) == noun.feat(kind) for kind in ("Gender", "Number")
    )


def _check_no_name(telling: Telling) -> None:
    """A capital inside the sentence makes a name of a common word: `los Grandes Poderes`."""
    form = telling.token.form
    if telling.index > min(telling.order) and form[:1].isupper() and not form.isupper() and form[1:].islower():
        concept, _ = _quiet_concept(telling)
        own = concept.terms[telling.t.passage.language].lemma if concept else ""
        known = form.casefold() in telling.words["often_capital"] or " " in own or form in own.split()
        if not known:
            raise GateClosedError("common_word_in_a_name")


def _quiet_concept(telling: Telling) -> tuple[Concept | None, frozenset[int]]:
    try:
        return concept_at(telling.t, telling.index)
    except GateClosedError:
        return None, frozenset()


def _head(telling: Telling, token: Token) -> Chunk:
    """The noun itself: a term of the termbase, or a word of the dictionary."""
    plural = token.feat("Number") == "Plur"
    concept, covered = _quiet_concept(telling)
    run = telling.order[telling.at : telling.at + len(covered)]
    single = concept is not None and concept.terms[telling.language].number == "p" and head_number(telling, covered) == "Sing"
    if concept is not None and not (concept.adjective or single) and set(run) == covered and len(covered) > 1:
        _check_whose_it_is(telling, covered)
        telling.at += len(covered)
        term = concept.terms[telling.language]
        _check_number(telling, term, token)
        several = term.number == "p" or (plural and term.number == "s")
        words = term.lemma if term.number != "s" or not plural else (term.plural or plural_term(term.lemma, telling.language))
        return Chunk(words=words, plural=several, mass=_is_mass(term, several), gender=term.gender or "m")
    fixed, length = _noun_phrase(telling)
    behind = telling.peek(1)
    alone = fixed or behind is None or behind.form.casefold() not in telling.words["owner_cases"]
    if not alone and token.form.casefold() in telling.words["not_before_of"]:
        raise unknown("noun", token)
    entry = fixed or word_for(telling, "nouns", token)
    if entry is not None:
        telling.at += length
        if fixed:
            return Chunk(words=fixed.lstrip("~"), plural=plural, mass=fixed.startswith("~"), fixed=True)
        mass = entry.startswith("~")
        if mass and plural and token.lemma.casefold() not in telling.words["mass_for_plural"]:
            raise GateClosedError("plural_of_a_mass")
        word, _, gender = entry.lstrip("~").partition("|")
        return Chunk(
            words=plural_term(word, telling.language) if plural and not mass else word,
            plural=(plural and not mass) or token.lemma.casefold() in telling.words["told_as_plurals"],
            mass=mass,
            gender=gender or "m",
        )
    if (people := one_of_a_people(telling, token)) is not None:
        telling.at += 1
        return Chunk(words=people, plural=plural)
    if token.lemma.casefold() in telling.words["many_senses"] or is_gated(telling, "nouns", token):
        raise unknown("noun", token)
    if concept is None or concept.adjective or len(covered) != 1:
        concept = single_terms(telling.t.edition.knowledge, telling.t.passage.language).get(
            plural_key(token.form, telling.t.passage.language)
        )
    if concept is None or token.upos == "ADJ":
        raise unknown("noun", token)
    telling.at += 1
    term = concept.terms[telling.language]
    if term.number == "p" and not plural:
        raise GateClosedError("term_of_another_number")
    _check_number(telling, term, token)
    words = term.lemma if term.number != "s" or not plural else (term.plural or plural_term(term.lemma, telling.language))
    several = term.number == "p" or (plural and term.number == "s")
    return Chunk(words=words, plural=several, mass=_is_mass(term, several), gender=term.gender or "m")


def _check_whose_it_is(telling: Telling, covered: frozenset[int]) -> None:
    """`el uso de el agua [de el río]`: what belongs to the last noun of a term is told of the whole in another order."""
    t, case = telling.t, telling.peek(len(covered))
    if case is None or case.form.casefold() not in telling.words["owner_cases"] or case.head < 0:
        return
    above = t.tokens[case.head].head
    joined = (i for i in covered if t.tokens[i].form.casefold() in telling.words["owner_cases"])
    particular = any(i + 1 in covered and t.tokens[i + 1].upos == "DET" for i in joined)
    if particular and above in covered and t.tokens[above].head in covered:
        raise GateClosedError("owner_of_either_noun")


def _check_number(telling: Telling, term: Term, token: Token) -> None:
    """`controles fronterizos` are not `border control`."""
    counted = term.number == "mass" and token.feat("Number") == "Plur"
    if counted and token.lemma.casefold() not in telling.words["mass_for_plural"]:
        raise GateClosedError("plural_of_a_mass")


def head_number(telling: Telling, covered: frozenset[int]) -> str | None:
    """The number of the word on which the others of a term hang."""
    heads = [i for i in covered if telling.t.tokens[i].head not in covered]
    return telling.t.tokens[heads[0]].feat("Number") if heads else None


def _noun_phrase(telling: Telling) -> tuple[str | None, int]:
    """Nouns that mean one thing together: `cárteles del narcotráfico`; and how many words they are."""
    words, length = longest_in(telling, "noun_phrases", 5)
    return (words, length) if length > 1 else (None, 1)


@lru_cache(maxsize=8)
def single_terms(knowledge: Knowledge, language: Language) -> Mapping[str, Concept]:
    """The concepts whose printed term is one noun, by its key."""
    found: dict[str, Concept] = {}
    for concept in knowledge.concepts.values():
        term = concept.terms[language]
        if not concept.adjective and " " not in term.lemma:
            found.setdefault(plural_key(term.lemma, language), concept)
    return found


def _is_mass(term: Term, several: bool) -> bool:
    return term.number == "mass" or not (term.article or several)

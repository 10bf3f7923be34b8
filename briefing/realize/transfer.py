"""A phrase of a source said in another language, word for known word, or not at all.

Method: the dependency tree is walked from the phrase's head; a noun has to be a concept of the termbase or a known actor, an
adjective, verb, adverb, preposition or determiner has to stand in `languages/transfer/words.yaml`, and every word below the
head has to be used.  One that is unknown, negates, points outside the sentence or may be meant otherwise closes the gate
(`GateClosedError`, whose name goes into the item's rules).  Nothing is left out, nothing guessed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from briefing.knowledge import load_language
from briefing.knowledge.entries import Concept, Term
from briefing.knowledge.inflect import plural_key
from briefing.model import Actor, ConceptMention, Date, Language, Mention, Quantity, Token
from briefing.realize.edition import Edition, bare_name, government_name
from briefing.realize.grammar import Grammar, grammar_of
from briefing.realize.inflect import Gender, agreeing, article, plural_of
from briefing.realize.passages import Passage

_NO_WORDS = frozenset({"punct", "case", "mark"})


class GateClosedError(Exception):
    """Why a phrase cannot be said in the other language."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words with what agrees with them."""

    text: str
    gender: Gender = "m"
    plural: bool = False


@dataclass(frozen=True, kw_only=True)
class Transfer:
    """A sentence of a source, and the edition into whose language it goes."""

    passage: Passage
    edition: Edition

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.passage.tokens

    @property
    def grammar(self) -> Grammar:
        return self.edition.grammar

    @property
    def source_grammar(self) -> Grammar:
        return grammar_of(self.passage.language)

    @cached_property
    def children(self) -> Mapping[int, tuple[int, ...]]:
        found: dict[int, list[int]] = {}
        for index, token in enumerate(self.tokens):
            found.setdefault(token.head, []).append(index)
        return {head: tuple(row) for head, row in found.items()}

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        return self.passage.mentions

    @cached_property
    def concepts(self) -> tuple[ConceptMention, ...]:
        return tuple(m for m in (self.passage.doc.concepts if self.passage.doc else ()) if self.passage.span.overlaps(m.span))

    @cached_property
    def dates(self) -> tuple[Date, ...]:
        return tuple(d for d in (self.passage.doc.dates if self.passage.doc else ()) if self.passage.span.overlaps(d.span))

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        found = self.passage.doc.quantities if self.passage.doc else ()
        return tuple(q for q in found if self.passage.span.overlaps(q.span))

    def below(self, index: int, *relations: str) -> list[int]:
        """The children of these relations (subtypes apart); all of them where none is named."""
        found = self.children.get(index, ())
        return [i for i in found if not relations or base(self.tokens[i]) in relations]

    def word(self, table: str, token: Token) -> str:
        """The other language's word for a lemma, or for the form where the lemma is not known."""
        words = translations(table, self.passage.language)
        found = words.get(token.lemma.casefold()) or words.get(token.form.casefold())
        if found is None:
            raise GateClosedError(f"unknown_{table.rstrip('s')}")
        return found


def base(token: Token) -> str:
    return token.deprel.partition(":")[0]


@cache
def translations(table: str, source: str) -> Mapping[str, str]:
    """A table of words from a language into the other one."""
    words = load_language("transfer", "words")
    rows: Mapping[str, str] = words[table]
    if source == words["languages"][0]:
        return rows
    turned: dict[str, str] = {}
    for key, value in rows.items():
        turned.setdefault(value, key)
    return turned


@cache
def prepositions(source: str) -> Mapping[str, str]:
    table: Mapping[str, Mapping[str, str]] = load_language("transfer", "words")["prepositions"]
    return table[source]


@cache
def before_nouns() -> frozenset[str]:
    return frozenset(load_language("transfer", "words")["before_noun"])


# ------------------------------------------------------------------ nouns


def noun_phrase(t: Transfer, index: int, *, bare: bool = False) -> Phrase:
    """A noun with everything that depends on it; `bare` without its article.  Coordinated nouns come as one list."""
    heads = [index, *t.below(index, "conj")]
    phrases = [single_noun(t, head, bare=bare) for head in heads]
    if len(phrases) == 1:
        return phrases[0]
    joined = conjunction(t, heads[1:])
    return Phrase(t.edition.localizer.list([phrase.text for phrase in phrases], joined), phrases[0].gender, plural=True)


def conjunction(t: Transfer, conjuncts: Sequence[int]) -> Literal["and", "or"]:
    """`and` or `or`, by the coordinating words; `ni` and `nor` deny."""
    known: Mapping[str, Literal["and", "or"]] = load_language("transfer", "words")["conjunctions"][t.passage.language]
    found = {known.get(t.tokens[i].form.casefold()) for head in conjuncts for i in t.below(head, "cc")}
    said = found.pop() if len(found) == 1 else None
    if said is None:
        raise GateClosedError("unknown_conjunction")
    return said


def single_noun(t: Transfer, index: int, *, bare: bool) -> Phrase:
    concept, covered = concept_at(t, index)
    if concept is not None:
        return concept_phrase(t, index, concept, covered, bare=bare)
    actor = actor_at(t, index)
    if actor is None:
        raise GateClosedError("unknown_noun")
    return actor_phrase(t, index, actor, bare=bare)


def concept_at(t: Transfer, index: int) -> tuple[Concept | None, frozenset[int]]:
    """The concept of which a token is the head word, and the tokens that name it."""
    span = t.tokens[index].span
    for mention in t.concepts:
        if not mention.span.contains(span):
            continue
        covered = frozenset(i for i, token in enumerate(t.tokens) if mention.span.contains(token.span))
        heads = [i for i in covered if t.tokens[i].head not in covered]
        concept = t.edition.knowledge.concepts.get(mention.concept)
        if heads != [index] or concept is None:
            return None, covered
        if not is_printed_form([t.tokens[i].form for i in sorted(covered)], concept, t.passage.language):
            raise GateClosedError("loose_variant_of_a_term")
        return concept, covered
    return None, frozenset()


def is_printed_form(words: Sequence[str], concept: Concept, language: Language) -> bool:
    """Whether the source says neither more nor less than the term.

    A single word has to be the term itself (`call` is not always a telephone call); of several words there have to be as many
    (`free trade accord`, but not `concrete and verifiable results` for `concrete results`).
    """
    term = concept.terms[language]
    if len(words) == 1:
        return plural_key(words[0], language) in {plural_key(form, language) for form in (term.lemma, term.plural) if form}
    small = set(grammar_of(language).of_words) | set(grammar_of(language).definite_articles)
    told = [word for word in words if word.isalpha() and word.casefold() not in small]
    return len(told) == len([word for word in term.lemma.split() if word.casefold() not in small])


def actor_at(t: Transfer, index: int) -> Actor | None:
    doc = t.passage.doc
    span = t.tokens[index].span
    found = [mention for mention in t.mentions if mention.span.contains(span)]
    best = min(found, key=lambda mention: len(mention.span), default=None)
    return doc.actors.get(best.actor) if best and doc else None


def actor_phrase(t: Transfer, index: int, actor: Actor, *, bare: bool) -> Phrase:
    """A country, a person by name, an institution that has a name in both languages."""
    names = [mention.span for mention in t.passage.mentions if mention.actor == actor.id]
    for below in _deep(t, index):
        token = t.tokens[below]
        named = any(span.contains(token.span) for span in names) or base(token) in {*_NO_WORDS, "det", "conj", "cc"}
        if not named and not any(base(t.tokens[above]) == "conj" for above in _path(t, below, index)):
            raise GateClosedError("more_than_a_name")
    if actor.kind == "person":
        return Phrase(next(iter(actor.name.values())), actor.gender or "m")
    code = actor.id if actor.id in t.edition.knowledge.actors else ""
    entry = t.edition.knowledge.actors.get(code)
    name = (bare_name if bare else government_name)(t.edition, code) if entry and actor.kind != "group" else None
    if entry is None or name is None:
        raise GateClosedError("unknown_actor_in_phrase")
    form = entry.gender.get(t.edition.language, "m")
    return Phrase(name, "f" if form.startswith("f") else "m")


def _deep(t: Transfer, index: int) -> Iterator[int]:
    for child in t.below(index):
        yield child
        yield from _deep(t, child)


def _path(t: Transfer, index: int, top: int) -> Iterator[int]:
    while index not in (top, -1):
        yield index
        index = t.tokens[index].head


def concept_phrase(t: Transfer, index: int, concept: Concept, covered: frozenset[int], *, bare: bool) -> Phrase:
    """A term with its adjectives, its complement and its article."""
    term = concept.terms[t.edition.language]
    head = t.tokens[index]
    plural = head.feat("Number") == "Plur" if term.number == "s" else term.number == "p" and head.feat("Number") != "Sing"
    noun = noun_form(term, head, plural, t.grammar)
    gender: Gender = term.gender or "m"
    parts = _Parts()
    for child in sorted(i for above in covered for i in t.below(above) if i not in covered):
        if t.tokens[child].head != index and base(t.tokens[child]) in {"conj", "cc"}:
            raise GateClosedError("coordination_inside_a_term")
        attach(t, child, parts, gender, plural)
    after_noun = [a for a in parts.adjectives if t.grammar.adjectives_follow and a not in parts.before]
    before_noun = [a for a in parts.adjectives if a not in after_noun]
    words = [*parts.numbers, *before_noun, noun, *after_noun, *parts.complements]
    text = " ".join(words)
    if parts.owner:
        return Phrase(f"{parts.owner} {text}", gender, plural)
    first = words[len(parts.numbers)] if parts.numbers else words[0]
    countable = term.number != "mass"
    start = "" if bare else article_before(t, first, gender, plural, countable=countable, parts=parts)
    return Phrase(f"{start} {text}" if start else text, gender, plural)


def noun_form(term: Term, head: Token, plural: bool, grammar: Grammar) -> str:
    """The term in the number of the source's noun: a derived plural, or the variant of which a plural term is the plural."""
    if term.number == "s" and plural:
        return term.plural or plural_of(term.lemma, grammar)
    if term.number == "p" and not plural:
        singular = next((form for form in term.variants if plural_of(form, grammar) == term.lemma), None)
        if singular is None:
            raise GateClosedError("term_of_another_number")
        return singular
    return term.lemma


class _Parts:
    """What depends on a noun, sorted by where it stands in the other language."""

    def __init__(self) -> None:
        self.numbers: list[str] = []
        self.adjectives: list[str] = []
        self.before: list[str] = []
        self.complements: list[str] = []
        self.owner = ""
        self.definite: bool | None = None


def attach(t: Transfer, child: int, parts: _Parts, gender: Gender, plural: bool) -> None:
    """Say one dependent of a noun."""
    token = t.tokens[child]
    relation = base(token)
    if relation in {*_NO_WORDS, "conj", "cc"}:
        return
    if relation == "det":
        determiner(t, token, parts, gender, plural)
    elif relation == "nummod":
        parts.numbers.append(number(t, child))
    elif relation == "amod" or (relation == "nmod" and token.upos == "ADJ"):
        adjective(t, child, parts, gender, plural)
    elif relation == "nmod" and t.below(child, "case"):
        complement(t, child, parts)
    elif relation in {"compound", "nmod"}:
        modifier_noun(t, child, parts, gender, plural)
    elif relation == "acl" and token.feat("VerbForm") == "Inf":
        parts.complements.append(t.grammar.complement + verb_phrase(t, child))
    else:
        raise GateClosedError(f"unhandled_{relation}")


def determiner(t: Transfer, token: Token, parts: _Parts, gender: Gender, plural: bool) -> None:
    if token.feat("PronType") == "Art":
        parts.definite = token.feat("Definite") == "Def"
    elif token.feat("Poss") == "Yes" and token.feat("Person") in {"3", None}:
        parts.owner = agreeing(possessive(t), "m", plural, t.grammar)
    else:
        parts.numbers.append(agreeing(t.word("quantifiers", token), gender, plural, t.grammar))


def possessive(t: Transfer) -> str:
    """`su`; `its` only where nobody in the sentence is a he or a she."""
    actors = t.passage.doc.actors if t.passage.doc else {}
    people = any(actors[m.actor].kind == "person" for m in t.passage.mentions if m.actor in actors)
    if people and t.grammar.its_is_of_things:
        raise GateClosedError("whose_is_not_known")
    return t.grammar.its


def number(t: Transfer, child: int) -> str:
    """A number as the edition writes it, with its `more than`."""
    doc = t.passage.doc
    span = t.tokens[child].span
    found = [q for q in (doc.quantities if doc else ()) if q.span.contains(span) and q.kind == "number" and q.high is None]
    if len(found) != 1 or t.below(child):
        raise GateClosedError("unknown_number")
    said = t.edition.localizer.number(found[0].value)
    modifier = found[0].modifier
    return t.edition.localizer.term("modifier", modifier).format(number=said) if modifier else said


def adjective(t: Transfer, child: int, parts: _Parts, gender: Gender, plural: bool) -> None:
    token = t.tokens[child]
    if [i for i in t.below(child) if base(t.tokens[i]) != "punct"]:
        raise GateClosedError("adjective_with_dependents")
    code = demonyms(t).get(token.form.casefold())
    word = (t.edition.knowledge.actors[code].demonyms.get(t.edition.language) or ("",))[0] if code else ""
    word = word or t.word("adjectives", token)
    said = agreeing(word, gender, plural, t.grammar)
    parts.adjectives.append(said)
    if word in before_nouns():
        parts.before.append(said)


def demonyms(t: Transfer) -> Mapping[str, str]:
    """The country's code by its adjective in the source's language."""
    return {
        form.casefold(): code
        for code, entry in t.edition.knowledge.actors.items()
        if entry.kind == "country"
        for form in entry.demonyms.get(t.passage.language, ())
    }


def complement(t: Transfer, child: int, parts: _Parts) -> None:
    """`de México` -> `of Mexico`, `against Peru` -> `contra Perú`."""
    cases = [t.tokens[i] for i in t.below(child, "case")]
    word = prepositions(t.passage.language).get(cases[0].form.casefold()) if len(cases) == 1 else None
    if t.tokens[child].deprel == "nmod:poss":
        word, parts.definite = t.grammar.genitive, True
    if word is None:
        raise GateClosedError("unknown_preposition")
    parts.complements.append(f"{word} {noun_phrase(t, child).text}")


def modifier_noun(t: Transfer, child: int, parts: _Parts, gender: Gender, plural: bool) -> None:
    """`border controls` -> `controles de frontera`, `U.S. troops` -> `tropas estadounidenses`."""
    token = t.tokens[child]
    if demonyms(t).get(token.form.casefold()):
        adjective(t, child, parts, gender, plural)
        return
    parts.complements.append(f"{t.grammar.genitive} {noun_phrase(t, child, bare=True).text}")


def article_before(t: Transfer, first: str, gender: Gender, plural: bool, *, countable: bool, parts: _Parts) -> str:
    """`the`, `a`, `las` or nothing, by the source's own article and by what the language wants."""
    if parts.numbers:
        return ""
    if parts.definite:
        plain_mass = not countable and not parts.complements and not t.grammar.adjectives_follow
        return "" if plain_mass else article(first, gender, plural, t.grammar)
    if plural:
        return ""
    if parts.definite is False or (countable and not t.grammar.adjectives_follow):
        return t.grammar.a[gender + "s"]
    return article(first, gender, plural, t.grammar)


# ------------------------------------------------------------------ verbs


def verb_phrase(t: Transfer, index: int, within: frozenset[str] = frozenset()) -> str:
    """An infinitive with its objects and adjuncts, without `to`; relations of `within` are said by the caller."""
    token = t.tokens[index]
    words = [t.word("verbs", token)]
    for child in t.below(index):
        if base(t.tokens[child]) not in within:
            words += verb_part(t, child, index)
    return " ".join(words)


def verb_part(t: Transfer, child: int, verb: int) -> list[str]:
    """Say one dependent of a verb."""
    token = t.tokens[child]
    relation = base(token)
    if relation in _NO_WORDS:
        return []
    alone = len(t.below(verb, "obj")) == 1
    if relation == "obj" and token.upos in {"NOUN", "PROPN"} and (alone or not t.below(child, "case")):
        return [object_phrase(t, child)]
    if relation in {"obl", "iobj"} or (relation == "obj" and t.below(child, "case")):
        return [adjunct(t, child, verb)]
    if relation == "advmod" and not t.below(child):
        return [t.word("adverbs", token)]
    if relation == "advcl" and token.feat("VerbForm") == "Inf" and t.below(child, "mark", "case"):
        return [t.grammar.purpose + verb_phrase(t, child)]
    raise GateClosedError(f"unhandled_{relation}")


def object_phrase(t: Transfer, child: int) -> str:
    """The object; in Spanish an actor takes `a`."""
    phrase = noun_phrase(t, child).text
    return (t.grammar.personal_a if actor_at(t, child) and concept_at(t, child)[0] is None else "") + phrase


def adjunct(t: Transfer, child: int, verb: int) -> str:
    """A date as the edition says it, or a preposition with its noun."""
    doc = t.passage.doc
    span = t.tokens[child].span
    for date in doc.dates if doc else ():
        if date.span.contains(span) and date.type == "DATE" and date.value and not date.modifier:
            return t.edition.localizer.on_date(date.value, year=t.edition.year)
    cases = [t.tokens[i].form.casefold() for i in t.below(child, "case")]
    word = preposition_after(t, verb, cases[0]) if len(cases) == 1 else None
    if word is None:
        raise GateClosedError("unknown_preposition")
    return f"{word} {noun_phrase(t, child).text}"


def preposition_after(t: Transfer, verb: int, case: str) -> str | None:
    """`imponer a` -> `impose on`: by the verb where the preposition hangs on it, else by the general table."""
    words = load_language("transfer", "words")
    if case not in words["governed"]:
        return prepositions(t.passage.language).get(case)
    lemma = t.tokens[verb].lemma.casefold()
    from_keys = t.passage.language == words["languages"][0]
    key = lemma if from_keys else translations("verbs", t.passage.language).get(lemma, "")
    pairs: Mapping[str, str] = words["verb_prepositions"].get(key, {})
    return (pairs if from_keys else {value: word for word, value in pairs.items()}).get(case)

"""Nouns of a language that puts before them what belongs to them: owners, adjectives, other nouns.

`Chile's new border security proposal` is read from its head: the term or noun that ends the phrase, then what stands before it
from right to left, each as an adjective or behind the other language's `of`, its owner last.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from briefing.knowledge.entries import Concept, Term
from briefing.knowledge.inflect import plural as plural_term
from briefing.knowledge.inflect import plural_key
from briefing.model import Amount, Mention, Quantity, Token
from briefing.realize.clauses import subtree
from briefing.realize.edition import government_name
from briefing.realize.inflect import Gender, agreeing, article
from briefing.realize.tell.adjectives import QUOTES, adjective_terms
from briefing.realize.tell.names import country_names, demonyms, words_for_actor
from briefing.realize.tell.nouns import single_terms
from briefing.realize.tell.state import GATE, Telling, unknown, word_for
from briefing.realize.transfer import GateClosedError, base, is_printed_form
from briefing.realize.verbs import rules_of

_BEFORE_NOUNS = frozenset(
    {"det", "amod", "compound", "nmod", "nummod", "advmod", "case", "flat", "obl", "dep", "punct", "cc", "conj", "fixed"}
)
_PARTS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "SYM", "PRON", "VERB", "CCONJ", "ADV", "PUNCT", "ADP"})


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
    before: list[str] = field(default_factory=list)
    behind: list[str] = field(default_factory=list)
    owned: list[str] = field(default_factory=list)
    owner: str = ""


def premodified_noun(telling: Telling, *, counted: str = "") -> bool:
    """The phrase that begins here, as far as its head.  `counted` is a number that has been read in front of it."""
    run = _run(telling)
    if not run:
        return False
    start = telling.at
    phrase = read_phrase(telling, run)
    if counted:
        phrase.number = counted
    telling.at = start + len(run)
    head = run[-1]
    telling.noun = telling.t.tokens[head].lemma.casefold()
    for index in run:
        telling.plurals[index], telling.genders[index] = phrase.plural, phrase.gender
    telling.said.append(_marked(telling, head, phrase, _said(telling, head, phrase)))
    return True


# ------------------------------------------------------------------ which tokens


def _run(telling: Telling) -> list[int]:
    """The tokens from here to the head of their phrase; none where no phrase begins."""
    t, index = telling.t, telling.index
    if t.tokens[index].upos not in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "VERB", "ADV"}:
        return []
    head = index
    while (above := t.tokens[head].head) > head and base(t.tokens[head]) in _BEFORE_NOUNS and _is_nominal(t.tokens[above]):
        if t.tokens[above].upos == "VERB":
            break
        head = above
    if t.tokens[head].upos not in {"NOUN", "PROPN"} and not (head > index and t.tokens[head].upos == "ADJ"):
        if head > index or t.tokens[index].upos in {"DET", "NUM"}:
            raise GateClosedError("determiner_without_noun")
        return []
    places = [place for place in range(telling.at, len(telling.order)) if telling.order[place] <= head]
    run = [telling.order[place] for place in places]
    below = subtree(t, head)
    if run != list(range(index, head + 1)) or not all(i in below for i in run):
        raise GateClosedError("phrase_not_whole")
    if any(t.tokens[i].upos not in _PARTS for i in run) or any(t.tokens[i].form == "," for i in run):
        raise GateClosedError("phrase_of_another_kind")
    return run


def _is_nominal(token: Token) -> bool:
    return token.upos in {"NOUN", "PROPN", "ADJ", "VERB", "NUM"}


# ------------------------------------------------------------------ reading


def read_phrase(telling: Telling, run: Sequence[int]) -> Phrase:
    """The phrase of these tokens, whose last is its head."""
    phrase = Phrase()
    run = [i for i in run if telling.t.tokens[i].form not in QUOTES]
    genitive = [n for n, i in enumerate(run) if _is_genitive(telling, i)]
    if genitive:
        phrase.owner = _owner(telling, run[: genitive[-1]])
        phrase.determiner = "the"
        run = run[genitive[-1] + 1 :]
    if not run:
        raise GateClosedError("owner_of_nothing")
    rest = _read_determiners(telling, phrase, run)
    rest = _read_head(telling, phrase, rest)
    _read_modifiers(telling, phrase, rest)
    return phrase


def _is_genitive(telling: Telling, index: int) -> bool:
    token = telling.t.tokens[index]
    return token.form in telling.words["genitive"] and token.upos == "PART"


def _owner(telling: Telling, run: Sequence[int]) -> str:
    """Whose it is: an actor by name, or a phrase of its own."""
    named = _actor_of(telling, run)
    if named is not None:
        return named
    inner = read_phrase(telling, run)
    return _with_article(telling, run[-1], inner, subject=True)


def _actor_of(telling: Telling, run: Sequence[int]) -> str | None:
    """The actor whose mention is these tokens, articles and titles of it apart."""
    t = telling.t
    tokens = [i for i in run if t.tokens[i].upos != "DET"]
    if not tokens:
        return None
    start, stop = t.tokens[tokens[0]].span.start, t.tokens[tokens[-1]].span.stop
    found = [m for m in t.mentions if m.span.stop == stop and m.span.start in {start, t.tokens[run[0]].span.start}]
    for mention in found:
        said = words_for_actor(telling, mention)
        if said:
            return said
    code = country_names(telling.t.edition.knowledge, t.passage.language).get(
        " ".join(t.tokens[i].form for i in tokens).casefold()
    )
    return government_name(telling.t.edition, code) if code else None


def _read_determiners(telling: Telling, phrase: Phrase, run: Sequence[int]) -> list[int]:
    rest = list(run)
    while rest:
        token = telling.t.tokens[rest[0]]
        form = token.form.casefold()
        if token.upos == "DET" and token.feat("PronType") == "Art":
            phrase.determiner = "the" if token.feat("Definite") == "Def" else "a"
        elif token.upos in {"PRON", "DET"} and token.feat("Poss") == "Yes":
            if token.feat("Person") != "3":
                raise GateClosedError("whose_is_not_known")
            phrase.determiner = rules_of(telling.language)["possessive"]["any"]
        elif form in telling.words["every_one"]:
            phrase.before.append(telling.words["every_one"][form])
            phrase.determiner = phrase.determiner or "the"
        elif form in telling.words["determiners"] and token.upos in {"DET", "ADJ"}:
            phrase.number = telling.words["determiners"][form]
        elif token.upos in {"NUM", "ADV"} and (read := _number(telling, rest)):
            phrase.number, rest = read
            continue
        else:
            if token.upos in {"DET", "PRON", "NUM", "ADV"} and not _quantity_over(telling, rest[0]):
                raise unknown("determiner", token)
            return rest
        rest.pop(0)
    raise GateClosedError("determiner_without_noun")


def _quantity_over(telling: Telling, index: int) -> Quantity | None:
    span = telling.t.tokens[index].span
    return next((q for q in telling.t.quantities if q.span.contains(span)), None)


def _number(telling: Telling, rest: list[int]) -> tuple[str, list[int]] | None:
    """`20`, `more than 20 million` in front of a noun; percentages and money are no such numbers."""
    found = _quantity_over(telling, rest[0])
    if (
        found is None
        or found.kind not in {"number", "measure", "rate"}
        or found.high is not None
        or found.from_value is not None
    ):
        return None
    kept = list(rest)
    while kept and found.span.contains(telling.t.tokens[kept[0]].span) and _is_of_number(telling, kept[0]):
        kept.pop(0)
    return (number_words(telling, found), kept) if kept and len(kept) < len(rest) else None


def _is_of_number(telling: Telling, index: int) -> bool:
    token = telling.t.tokens[index]
    return token.upos in {"NUM", "ADV", "ADP", "ADJ"} or token.lemma.casefold() in telling.words["scales"]


def number_words(telling: Telling, found: Quantity) -> str:
    """A number as the edition writes it in front of a noun: `dos`, `más de 20 millones de`."""
    small: Sequence[str] = rules_of(telling.language)["small_numbers"]
    localizer = telling.t.edition.localizer
    few = isinstance(found.value, int) and 1 < found.value < len(small)
    said = small[int(found.value)] if few else localizer.number(found.value)
    scaled = localizer.amount(_amount(found), "\0").partition("\0")[0].removesuffix(" ")
    if not few and scaled.startswith(said) and len(scaled) > len(said):
        said = scaled
    return localizer.term("modifier", found.modifier).format(number=said) if found.modifier else said


def _amount(found: Quantity) -> Amount:
    return Amount(value=found.value)


def _read_head(telling: Telling, phrase: Phrase, run: Sequence[int]) -> list[int]:
    """The longest term or fixed phrase that ends with the head; else the head alone.  What is left stands before it."""
    for length in range(min(4, len(run)), 1, -1):
        forms = [telling.t.tokens[i].form.casefold() for i in run[-length:]]
        lemmas = [*forms[:-1], telling.t.tokens[run[-1]].lemma.casefold()]
        table: Mapping[str, str] = telling.words["noun_phrases"]
        fixed = table.get(" ".join(forms)) or table.get(" ".join(lemmas))
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
    _read_single(telling, phrase, run[-1])
    return list(run[:-1])


def _read_single(telling: Telling, phrase: Phrase, index: int) -> None:
    token = telling.t.tokens[index]
    entry = word_for(telling, "nouns", token)
    if entry is not None and not (token.upos == "PROPN" and token.form[:1].isupper() and index != telling.order[0]):
        _set_noun(telling, phrase, entry, token)
        return
    role = _role_over(telling, [index])
    if role:
        _set_noun(telling, phrase, role, token)
        return
    nation = _country_adjective(telling, token)
    if nation is not None:  # `Peruvians`
        _set_noun(telling, phrase, f"{nation}|m", token)
        phrase.human = True
        return
    concept = single_terms(telling.t.edition.knowledge, telling.t.passage.language).get(
        plural_key(token.form, telling.t.passage.language)
    )
    if concept is None or token.upos != "NOUN" or _has_many_senses(telling, token):
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
    for role in telling.t.edition.knowledge.roles.values():
        if not role.epithet and words in {form.casefold() for form in role.forms.get(telling.t.passage.language, ())}:
            label = role.label.get(telling.language, {}).get("m")
            return f"{label}|m" if label else None
    return None


def _set_noun(telling: Telling, phrase: Phrase, entry: str, token: Token) -> None:
    word, _, gender = entry.lstrip("~").partition("|")
    plural = token.feat("Number") in {"Plur", "Ptan"}
    phrase.mass = entry.startswith("~")
    phrase.plural = (plural and not phrase.mass) or _is_plural_word(word)
    phrase.human = word in telling.words["people"]
    phrase.noun = plural_term(word, telling.language) if plural and not phrase.mass and not _is_plural_word(word) else word
    phrase.gender = "f" if gender == "f" else "m"


def _is_plural_word(word: str) -> bool:
    first = word.split(" ")[0]
    return first.endswith("os") or first.endswith("as")


def _set_term(telling: Telling, phrase: Phrase, concept: Concept, token: Token) -> None:
    term = concept.terms[telling.language]
    plural = token.feat("Number") in {"Plur", "Ptan"}
    if term.number == "p" and not plural and concept.terms[telling.t.passage.language].number != "mass":
        raise GateClosedError("term_of_another_number")
    phrase.noun = _term_form(term, plural, telling)
    phrase.plural = term.number == "p" or (plural and term.number == "s")
    phrase.mass = term.number == "mass" or (concept.terms[telling.t.passage.language].number == "mass" and not phrase.plural)
    phrase.human = term.lemma in telling.words["people"]
    phrase.gender = term.gender or "m"


def _term_form(term: Term, plural: bool, telling: Telling) -> str:
    return term.lemma if term.number != "s" or not plural else (term.plural or plural_term(term.lemma, telling.language))


# ------------------------------------------------------------------ what stands before the head


def _read_modifiers(telling: Telling, phrase: Phrase, run: Sequence[int]) -> None:
    """From the head outwards: what stands nearest to it in one language does so in the other."""
    rest = list(run)
    while rest:
        rest = _read_modifier(telling, phrase, rest)


def _read_modifier(telling: Telling, phrase: Phrase, rest: list[int]) -> list[int]:
    t, token = telling.t, telling.t.tokens[rest[-1]]
    if token.upos == "CCONJ" or base(token) in {"conj", "cc"} or (len(rest) > 1 and t.tokens[rest[-2]].upos == "CCONJ"):
        return _read_pair(telling, phrase, rest)
    quantity = _quantity_over(telling, rest[-1])
    if quantity is not None and token.upos in {"NUM", "SYM", "NOUN"}:
        return _read_amount(telling, phrase, rest, quantity)
    named = _read_actor(telling, phrase, rest)
    if named is not None:
        return named
    for length in range(min(3, len(rest)), 1, -1):
        concept = concept_over(telling, rest[-length:])
        if concept is not None:
            phrase.owned.append(concept.terms[telling.language].lemma)
            return rest[:-length]
    said = adjective_for(telling, token)
    behind_it = t.tokens[rest[-1] + 1] if rest[-1] + 1 < len(t.tokens) else token
    apart = token.form.casefold() in telling.words["of_the_whole"] or _country_adjective(telling, token) is not None
    if said is not None and phrase.owned and token.upos == "ADJ" and behind_it.upos == "NOUN" and not apart:
        raise GateClosedError("adjective_of_either_noun")
    if said is not None:
        _place(telling, phrase, said)
    elif token.upos in {"NOUN", "PROPN"} and token.feat("Number") != "Ptan":
        _read_noun_before(telling, phrase, token)
    else:
        raise unknown("adjective", token)
    return rest[:-1]


def _read_pair(telling: Telling, phrase: Phrase, rest: list[int]) -> list[int]:
    """`political and economic`; two nouns before a third may belong to each other or not."""
    if len(rest) < 3 or telling.t.tokens[rest[-2]].upos != "CCONJ":
        raise GateClosedError("coordination_inside_a_phrase")
    first, second = (adjective_for(telling, telling.t.tokens[rest[n]]) for n in (-3, -1))
    if first is None or second is None or {first, second} & set(rules_of(telling.language)["before_noun"]):
        raise GateClosedError("coordination_inside_a_phrase")
    grammar = telling.t.edition.grammar
    words = [agreeing(word, phrase.gender, phrase.plural, grammar) for word in (first, second)]
    phrase.behind.append(telling.t.edition.localizer.list(words))
    return rest[:-3]


def _read_amount(telling: Telling, phrase: Phrase, rest: list[int], quantity: Quantity) -> list[int]:
    """`a 25% tariff` -> `un arancel de 25%`."""
    localizer, of = telling.t.edition.localizer, telling.t.edition.grammar.genitive
    plain = quantity.high is None and quantity.from_value is None and not quantity.modifier
    if plain and quantity.kind == "percent":
        phrase.behind.append(f"{of} {localizer.percent(quantity.value)}")
    elif plain and quantity.kind == "currency" and quantity.unit:
        phrase.behind.append(f"{of} {localizer.money(quantity.value, quantity.unit)}")
    else:
        raise GateClosedError("quantity_of_another_kind")
    return [i for i in rest if not quantity.span.contains(telling.t.tokens[i].span)]


def _read_actor(telling: Telling, phrase: Phrase, rest: list[int]) -> list[int] | None:
    """`the Trump administration`, `White House officials`, `U.S. troops`."""
    t, stop = telling.t, telling.t.tokens[rest[-1]].span.stop
    for mention in sorted(t.mentions, key=lambda m: len(m.span)):
        covered = [i for i in rest if mention.span.contains(t.tokens[i].span)]
        if mention.span.stop != stop or not covered or t.tokens[covered[0]].span.start != mention.span.start:
            continue
        demonym = demonym_of(telling, mention)
        if demonym and len(covered) <= 2:
            _place(telling, phrase, demonym)
            return rest[: -len(covered)]
        said = words_for_actor(telling, mention)
        if said:
            phrase.owned.append(said)
            return rest[: -len(covered)]
        raise GateClosedError("unknown_actor")
    return None


def demonym_of(telling: Telling, mention: Mention) -> str | None:
    """`U.S.`, `Chilean` before a noun -> `estadounidense`, `chileno`."""
    doc = telling.t.passage.doc
    found = doc.actors.get(mention.actor) if doc else None
    entry = telling.t.edition.knowledge.actors.get(found.country or found.id) if found else None
    if entry is None or entry.kind != "country" or found is None or found.kind not in {"country", "government"}:
        return None
    return (entry.demonyms.get(telling.language) or (None,))[0]


def adjective_for(telling: Telling, token: Token) -> str | None:
    """The adjective of the other language, masculine singular; of a noun too where that language has one for it."""
    if token.upos in {"NOUN", "PROPN"}:
        word: str | None = telling.words["noun_adjectives"].get(token.lemma.casefold())
        if word == GATE:
            raise unknown("adjective", token)
        return word or _country_adjective(telling, token)
    if token.feat("Degree") in {"Cmp", "Sup"} and token.form.casefold() not in telling.words["adjectives"]:
        return _compared(telling, token)
    found = _country_adjective(telling, token) or word_for(telling, "adjectives", token)
    if found is None and not _has_many_senses(telling, token):
        concept = adjective_terms(telling.t.edition.knowledge, telling.t.passage.language).get(token.form.casefold())
        found = concept.terms[telling.language].lemma if concept else None
    return found


def _compared(telling: Telling, token: Token) -> str | None:
    """`a larger role` -> `un papel más grande`; what is largest of all is not said."""
    word = word_for(telling, "adjectives", token) if token.feat("Degree") == "Cmp" else None
    return None if word is None else rules_of(telling.language)["more"] + word


def _has_many_senses(telling: Telling, token: Token) -> bool:
    return not {token.form.casefold(), token.lemma.casefold()}.isdisjoint(telling.words["many_senses"])


def _country_adjective(telling: Telling, token: Token) -> str | None:
    form = token.form.casefold()
    if not token.form[:1].isupper():
        return None
    code = demonyms(telling.t.edition.knowledge, telling.t.passage.language).get(form)
    return (telling.t.edition.knowledge.actors[code].demonyms.get(telling.language) or (None,))[0] if code else None


def _place(telling: Telling, phrase: Phrase, word: str) -> None:
    grammar, more = telling.t.edition.grammar, rules_of(telling.language)["more"]
    if word.startswith(more):
        phrase.behind.append(more + agreeing(word.removeprefix(more), phrase.gender, phrase.plural, grammar))
        return
    if word in rules_of(telling.language)["before_noun"]:
        short: Mapping[str, str] = rules_of(telling.language)["short_before_noun"]
        said = agreeing(word, phrase.gender, phrase.plural, grammar)
        phrase.before.insert(0, said if phrase.plural else short.get(said, said))
    else:
        phrase.behind.append(agreeing(word, phrase.gender, phrase.plural, grammar))


def _read_noun_before(telling: Telling, phrase: Phrase, token: Token) -> None:
    """`fuel shortages` -> `escasez de combustible`."""
    inner = Phrase()
    index = telling.t.tokens.index(token)
    _read_single(telling, inner, index)
    phrase.owned.append(inner.noun)


# ------------------------------------------------------------------ saying


def _said(telling: Telling, head: int, phrase: Phrase) -> str:
    token = telling.t.tokens[head]
    subject = base(token) in {"nsubj", "csubj"} or (base(token) == "conj" and _is_subject(telling, token.head))
    return _with_article(telling, head, phrase, subject=subject)


def _is_subject(telling: Telling, index: int) -> bool:
    return index >= 0 and base(telling.t.tokens[index]) == "nsubj"


def _with_article(telling: Telling, head: int, phrase: Phrase, *, subject: bool) -> str:
    grammar = telling.t.edition.grammar
    of = grammar.genitive
    number = agreeing(phrase.number, phrase.gender, phrase.plural, grammar) if phrase.number.isalpha() else phrase.number
    every = [agreeing(word, phrase.gender, phrase.plural, grammar) for word in phrase.before if word == "todo"]
    before = [word for word in phrase.before if word != "todo"]
    owned = [f"{of} {words}" for words in phrase.owned]
    behind = [*owned[:1], *phrase.behind, *owned[1:]] if phrase.owned else phrase.behind
    words = [w for w in (number, *before, phrase.noun, *behind) if w]
    text = " ".join(words)
    if phrase.owner:
        text = f"{text} {of} {phrase.owner}"
    start = _article(telling, phrase, words, head, subject=subject)
    return " ".join([*every, *([start] if start else []), text])


def _article(telling: Telling, phrase: Phrase, words: Sequence[str], head: int, *, subject: bool) -> str:
    grammar = telling.t.edition.grammar
    possessives: Mapping[str, str] = rules_of(telling.language)["possessive"]
    if phrase.determiner == possessives["any"]:
        return possessives["any plural" if phrase.plural else "any"]
    the = article(words[0], phrase.gender, phrase.plural, grammar)
    if phrase.determiner == "the":
        return the
    if phrase.determiner == "a":
        return grammar.a[phrase.gender + "s"] if not (phrase.plural or phrase.mass) else ""
    if phrase.number:
        return ""
    if not (phrase.plural or phrase.mass):
        raise GateClosedError("bare_noun")
    before = telling.said[-1] if telling.said else ""
    behind_preposition = any(before == word or before.endswith(f" {word}") for word in telling.words["article_after"])
    if subject or (behind_preposition and before not in telling.words["bare_after"]):
        return the
    verb = telling.said_verb.split(" ")[0]
    is_object = base(telling.t.tokens[head]) == "obj"
    return the if is_object and phrase.mass and verb not in telling.words["bare_objects"] else ""


def _marked(telling: Telling, head: int, phrase: Phrase, said: str) -> str:
    return personal(telling, head, said) if phrase.human and (phrase.determiner or phrase.number) else said


def personal(telling: Telling, index: int, said: str) -> str:
    """`acusó a Perú`: a person or government as the object takes the language's preposition."""
    token = telling.t.tokens[index]
    mark: str = rules_of(telling.language)["personal"]
    verb = telling.said_verb
    wanted = base(token) in {"obj", "iobj"} and mark and verb and not telling.in_clause
    if not wanted or verb.split(" ")[0] in telling.words["plain_object"] or verb.split(" ")[-1] in {mark, "de", "en", "con"}:
        return said
    return f"{mark} {said}"

"""What stands before the head of a phrase: adjectives, numbers with a unit, actors, other nouns, from the head outwards."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.knowledge.inflect import plural
from briefing.model import Mention, Quantity, Token
from briefing.realize.tell.nominal.heads import Phrase, adjective_for, concept_over, country_adjective, read_single
from briefing.realize.tell.nominal.names import words_for_actor
from briefing.realize.tell.state import Telling, unknown
from briefing.realize.wording.inflect import agreeing, article
from briefing.realize.wording.transfer import GateClosedError, base
from briefing.realize.wording.verbs import rules_of


def read_modifiers(telling: Telling, phrase: Phrase, run: Sequence[int]) -> None:
    """From the head outwards: what stands nearest to it in one language does so in the other."""
    rest = list(run)
    while rest:
        rest = _read_modifier(telling, phrase, rest)


def _read_modifier(telling: Telling, phrase: Phrase, rest: list[int]) -> list[int]:
    t, token = telling.t, telling.t.tokens[rest[-1]]
    if token.upos == "CCONJ" or base(token) in {"conj", "cc"} or (len(rest) > 1 and t.tokens[rest[-2]].upos == "CCONJ"):
        return _read_pair(telling, phrase, rest)
    quantity = quantity_over(telling, rest[-1])
    if quantity is not None and token.upos in {"NUM", "SYM", "NOUN"}:
        return _read_amount(telling, phrase, rest, quantity)
    named = _read_actor(telling, phrase, rest)
    if named is not None:
        return named
    for length in range(min(3, len(rest)), 1, -1):
        concept = concept_over(telling, rest[-length:])
        fixed: str | None = telling.words["noun_phrases"].get(" ".join(t.tokens[i].form.casefold() for i in rest[-length:]))
        if (concept is not None or fixed) and not phrase.owned:
            term = concept.terms[telling.language] if concept else None
            noun, _, gender = str(fixed).lstrip("~").partition("|")
            phrase.owned.append(_owned(telling, term.lemma if term else noun, (term.gender if term else gender) or "m"))
            return rest[:-length]
    said = adjective_for(telling, token)
    behind_it = t.tokens[rest[-1] + 1] if rest[-1] + 1 < len(t.tokens) else token
    apart = token.form.casefold() in telling.words["of_the_whole"] or country_adjective(telling, token) is not None
    if said is not None and phrase.owned and token.upos == "ADJ" and behind_it.upos == "NOUN" and not apart:
        raise GateClosedError("adjective_of_either_noun")
    if said is not None:
        _place(telling, phrase, said)
    elif token.upos in {"NOUN", "PROPN"} and token.feat("Number") != "Ptan":
        _read_noun_before(telling, phrase, token)
    else:
        raise unknown("adjective", token)
    return rest[:-1]


def _owned(telling: Telling, noun: str, gender: str) -> str:
    """`a foreign ministry official` -> `del Ministerio …`: what has a capital is one, and takes the article."""
    the = article(noun, "f" if gender == "f" else "m", False, telling.t.edition.grammar) if noun[:1].isupper() else ""
    return f"{the} {noun}".strip()


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
        if t.tokens[covered[0]].form.islower() and base(t.tokens[covered[-1]]) == "compound":
            raise GateClosedError("unknown_actor")  # `the deputy trade envoy`, with the deputy taken for somebody
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


def _place(telling: Telling, phrase: Phrase, word: str) -> None:
    grammar, more = telling.t.edition.grammar, rules_of(telling.language)["more"]
    if word.startswith(more):
        phrase.behind.append(more + agreeing(word.removeprefix(more), phrase.gender, phrase.plural, grammar))
        return
    if word in rules_of(telling.language)["before_noun"]:
        short: Mapping[str, str] = rules_of(telling.language)["short_before_noun"]
        prefix = any(re.search(find, f"{word} x") for find, _ in rules_of(telling.language)["prefixes"])
        said = word if prefix else agreeing(word, phrase.gender, phrase.plural, grammar)
        phrase.before.insert(0, said if phrase.plural else short.get(said, said))
    else:
        phrase.behind.append(agreeing(word, phrase.gender, phrase.plural, grammar))


def _read_noun_before(telling: Telling, phrase: Phrase, token: Token) -> None:
    """`fuel shortages` -> `escasez de combustible`; of two the first may belong to the second, or to the whole."""
    index = telling.t.tokens.index(token)
    if phrase.owned or (phrase.behind and telling.t.tokens[index + 1].lemma.casefold() in telling.words["noun_adjectives"]):
        raise GateClosedError("two_nouns_before")
    inner = Phrase()
    read_single(telling, inner, index)
    if inner.human:  # `a rebel group`
        raise unknown("adjective", token)
    priced = phrase.noun.split(" ")[0] in rules_of(telling.language)["of_the"]  # `el precio del agua`
    the = article(inner.noun, inner.gender, inner.plural, telling.t.edition.grammar) if priced else ""
    if phrase.human and phrase.plural and not (inner.mass or inner.plural or token.upos == "PROPN"):  # `boat owners`
        inner.noun = plural(inner.noun, telling.language)
    phrase.owned.append(f"{the} {inner.noun}".strip())


def quantity_over(telling: Telling, index: int) -> Quantity | None:
    span = telling.t.tokens[index].span
    return next((q for q in telling.t.quantities if q.span.contains(span)), None)

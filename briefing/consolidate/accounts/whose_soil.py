"""On whose soil, in whose waters or airspace something was done: each of two countries may say that it was on its own.

`the boat was boarded in Tongan waters`, `el barco fue abordado en aguas de Fiyi`: one deed, one thing, one day or name, and the
same two countries in both articles.  An article that has both places tells two deeds, unless it lets two governments tell them.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from briefing.consolidate.accounts.assertions import codes_at, side_of
from briefing.consolidate.accounts.differing import REACH, Difference
from briefing.consolidate.accounts.told_deeds import is_denied
from briefing.consolidate.conflicts.named import names_among, things_among
from briefing.consolidate.conflicts.tellings import Alternatives, called_in
from briefing.consolidate.sentences import (
    above,
    below,
    bodies,
    claim_at,
    dates_in,
    is_ahead,
    is_verb,
    load_words,
    sense_of,
    verb_over,
)
from briefing.consolidate.values.borne import classes_of, counted_names, deed_classes, phrases
from briefing.consolidate.values.matters import of_people, vague_names
from briefing.consolidate.week import SentenceKey, Week, is_country
from briefing.knowledge import load_language
from briefing.model import Doc, Sentence
from briefing.model.marks import MATTER

WHOSE_SOIL = "whose_soil"
"""The rule's name."""
INTERNATIONAL = "international_waters"
"""The concept that stands for nobody's."""
BEFORE = 3
"""Words before the noun among which its preposition stands: `on its own soil`, `dentro del territorio`."""
DESCRIBED = ("amod", "nmod", "compound", "flat", "appos")


@dataclass(frozen=True, slots=True, kw_only=True)
class Soil:
    """`whose` soil a sentence has something on; `side` is the country of who says so."""

    key: SentenceKey
    whose: str
    side: str | None
    deeds: Alternatives
    things: Alternatives
    names: frozenset[str]
    days: frozenset[str]
    around: frozenset[str]


def soil_differences(week: Week) -> Iterator[Difference]:
    """Each two sentences that have one deed on two soils, the first pair of two articles only."""
    told = [soil for key, sentence in bodies(week) for soil in soils(week, key, sentence)]
    done: set[frozenset[str]] = set()
    whose = {(soil.key[0], soil.whose) for soil in told}
    for one, other in combinations(told, 2):
        pair = frozenset({one.key[0], other.key[0]})
        if pair not in done and contradicts(whose, one, other):
            done.add(pair)
            sides = {soil.whose: [claim_at(week, soil.key)] for soil in (one, other)}
            yield Difference((), "place", sides, WHOSE_SOIL, grounds(one, other))


def contradicts(told: Collection[tuple[str, str]], one: Soil, other: Soil) -> bool:
    """Whether two sentences have one deed on two soils; `told` are the articles with whose soil they have."""
    least = 1 if one.days & other.days and {one.whose, other.whose} - {INTERNATIONAL} <= one.around | other.around else 2
    if one.whose == other.whose or len(one.around & other.around) < least:
        return False
    if not one.deeds & other.deeds or not (one.things & other.things) - vague_names():
        return False
    if one.days and other.days and not one.days & other.days:
        return False
    if one.key[0] == other.key[0]:
        near = abs(one.key[1] - other.key[1]) <= REACH
        return near and bool(one.side and other.side and one.side != other.side)
    told_by_both = (one.key[0], other.whose) in told or (other.key[0], one.whose) in told
    return not told_by_both and bool(one.days & other.days or one.names & other.names)


def grounds(one: Soil, other: Soil) -> frozenset[str]:
    held = {
        f"{MATTER}soil": True,
        "one_deed": True,
        "one_object": True,
        "one_day": one.days & other.days,
        "one_name": one.names & other.names,
        "two_governments": one.side and other.side and one.side != other.side,
    }
    return frozenset(name for name, found in held.items() if found)


# ------------------------------------------------------------------ what a sentence tells


def soils(week: Week, key: SentenceKey, sentence: Sentence) -> list[Soil]:
    """The only soil of a sentence, on which something is told that was done."""
    doc = week.docs[key[0]]
    called = called_in(week, doc, sentence)
    found = {whose for i in range(len(sentence.tokens)) for whose in whose_soils(week, doc, sentence, called, i)}
    if len(found) != 1:
        return []
    soil_words = load_language("compare", "words")["soils"][doc.article.language]
    grounds_out = [frozenset() if t.form.lower() in soil_words else c for t, c in zip(sentence.tokens, called, strict=True)]
    names, things = names_among(doc, sentence, called), things_among(doc, sentence, grounds_out)
    return [
        Soil(
            key=key,
            whose=found.pop(),
            side=side_of(doc, sentence),
            deeds=deeds_in(doc, sentence),
            things=frozenset().union(*things) | kinds_named(doc, sentence),
            names=frozenset(name for name in names if not name.startswith("place:") and not is_country(name, week.knowledge)),
            days=frozenset(d.value for d in dates_in(doc, sentence.span) if d.value),
            around=frozenset(code for actor in doc.actors.values() if (code := actor.country)),
        )
    ]


def whose_soils(week: Week, doc: Doc, sentence: Sentence, called: Sequence[Alternatives], index: int) -> Iterator[str]:
    """`in Tongan waters`, `en aguas de Tonga`, `on its own soil` of who says so, `in international waters`."""
    rows, language, tokens = load_language("compare", "words"), doc.article.language, sentence.tokens
    if tokens[index].form.lower() not in rows["soils"][language] or is_undone(doc, sentence, index):
        return
    before = {token.form.lower() for token in tokens[max(0, index - BEFORE) : index]}
    of_border = tokens[index].form.lower() in rows["sides_of_a_border"][language]
    if not before & {*rows["upon_side" if of_border else "upon_soil"][language]}:
        return
    inside = below(sentence, index, *DESCRIBED)
    countries = sorted(code for code in codes_at(called, inside) if is_country(code, week.knowledge))
    if countries:
        yield from countries[:1] if len(countries) == 1 else ()
    elif any(c.concept == INTERNATIONAL and c.span.contains(tokens[index].span) for c in doc.concepts):
        yield INTERNATIONAL
    elif any(tokens[i].feat("Poss") == "Yes" for i in below(sentence, index, "nmod", "det")):
        yield from filter(None, [side_of(doc, sentence)])


def are_on_two_sides(week: Week, one: SentenceKey, other: SentenceKey) -> bool:
    """`300 lorries wait on the Polish side`, `del lado checo esperan 200`: two queues at one crossing."""
    mine, theirs = (sides_of_border(week, key) for key in (one, other))
    return bool(mine and theirs) and not mine & theirs


def sides_of_border(week: Week, key: SentenceKey) -> frozenset[str]:
    doc = week.docs[key[0]]
    sentence, sides = doc.sentences[key[1]], load_language("compare", "words")["sides_of_a_border"][doc.article.language]
    at = [i for i, token in enumerate(sentence.tokens) if token.form.lower() in sides]
    called = called_in(week, doc, sentence) if at else []
    return frozenset(whose for i in at for whose in whose_soils(week, doc, sentence, called, i))


def is_undone(doc: Doc, sentence: Sentence, index: int) -> bool:
    """`was not in Greek waters`, `will patrol in Greek waters`: nothing that was done there."""
    said = next((i for i in (index, *above(sentence, index)) if below(sentence, i, "cop")), None)
    over = said if said is not None else verb_over(sentence, index)
    return over is None or is_denied(doc, sentence, over) or is_ahead(sentence, over, doc.article.language)


def kinds_named(doc: Doc, sentence: Sentence) -> Alternatives:
    """The kinds of what is counted and named, `trawler`, `pesquero`; people are of any kind."""
    lemmas = [token.lemma.lower() for token in sentence.tokens if token.upos == "NOUN"]
    return frozenset().union(*(counted_names().get((doc.article.language, one), frozenset()) for one in lemmas)) - of_people()


def deeds_in(doc: Doc, sentence: Sentence) -> Alternatives:
    """The senses and classes of the verbs of a sentence but those of saying."""
    language = doc.article.language
    words = load_words(language)
    being = load_language("compare", "words")["being_at"][language]
    told = [i for i, t in enumerate(sentence.tokens) if is_verb(t) or t.upos == "ADJ"]  # `el dron derribado`
    told = [i for i in told if sentence.tokens[i].lemma.lower() not in {*words.saying, *words.empty, *being}]
    senses = frozenset(sense_of(language, sentence.tokens[i]) for i in told if sentence.tokens[i].upos == "VERB")
    phrased = (deed_classes().get((language, phrase), frozenset()) for i in told for phrase in phrases(sentence, i))
    return senses.union(*(classes_of(language, sentence.tokens[i]) for i in told), *phrased)


__all__ = ["are_on_two_sides", "soil_differences"]

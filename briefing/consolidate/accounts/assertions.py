"""What a sentence asserts or denies: deeds of a few kinds, with who says so, who did it, and what is named beside it.

`searched it without a court order`, `fue ordenado por un juez`: a verb, or the noun that a light verb brings, of a kind of deed
of `languages/compare/words.yaml`.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from briefing.consolidate.accounts.denials import country_telling, tellers_of
from briefing.consolidate.accounts.told_deeds import is_denied, is_of_intent, is_presupposed, is_supposed, whens_of_verbs
from briefing.consolidate.conflicts.tellings import called_in, clause_of
from briefing.consolidate.people import persons_of
from briefing.consolidate.sentences import (
    above,
    below,
    countries_at,
    countries_of,
    doers_of,
    is_ahead,
    is_verb,
    load_words,
    names_in,
    sense_of,
)
from briefing.consolidate.values.borne import verbs_of
from briefing.consolidate.week import SentenceKey, Week
from briefing.knowledge import load_language
from briefing.knowledge.peoples import demonyms
from briefing.model import Doc, Language, Sentence, Span

SPOKE = "speak"
"""The kind of a talk, of which both who take part are named."""
PROMISED = "promise"
"""The kind of what one gives one's word on; of two promises something must be the same."""
NOTIFIED = "notify"
"""The kind of what a country is told beforehand."""
CODE = len("PE")
FINE = len("2026-03-04")
BROUGHT = ("obj", "nsubj", "nsubj:pass", "obl")
"""Relations of the noun that a light verb brings: `reached an agreement`, `no hay acuerdo`, `llegaron a un acuerdo`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assertion:
    """A deed of some `kinds` that was or was not.

    `side` is the country of who says so, `by` of who does it, or says so of himself, `whose` that of the object;
    `told` to whom; `light`: a noun tells it, `received no payment`; `lacking`: it was done without, `without a court order`.
    """

    key: SentenceKey
    kinds: frozenset[str]
    denied: bool
    light: bool
    side: str | None
    doers: frozenset[str]
    by: frozenset[str]
    whose: frozenset[str]
    things: frozenset[str]
    said: tuple[frozenset[str], ...]
    towns: frozenset[str]
    countries: frozenset[str]
    around: frozenset[str]
    days: frozenset[str]
    published: str | None
    lacking: bool = False
    against: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    people: frozenset[str] = frozenset()
    told: frozenset[str] = frozenset()


def assertions(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Assertion]:
    doc = week.docs[key[0]]
    called = called_in(week, doc, sentence)
    for index, token in enumerate(sentence.tokens):
        language = doc.article.language
        if token.deprel == "case":  # `according to the harbour master`, read as a verb: nobody agrees
            continue
        if is_lacking(doc, sentence, index) and (kinds := kinds_of(language, sentence, index)):
            yield replace(assertion(week, key, called, index, kinds, denied=True, light=True), lacking=True)
        yield from at_request(week, key, called, index)
        state = is_state(sentence, index)
        if not (is_verb(token) or state) and token.lemma.lower() not in carrying(language):
            continue
        own = kinds_of(language, sentence, index)
        own |= frozenset({PROMISED}) if is_agreeing(language, sentence, index) else frozenset()
        own |= frozenset({NOTIFIED}) if is_informing(doc, sentence, index) else frozenset()
        brought = brought_by(language, sentence, index)
        if not own | brought or is_of_intent(doc, sentence, index) or is_asked_by_the_press(doc, sentence, index):
            continue
        denied = is_denied(doc, sentence, index)
        if denied and is_of_such_a_thing(doc, sentence, index):
            continue
        if is_told(doc, sentence, index, now=denied or state):
            yield assertion(week, key, called, index, own | brought, denied=denied, light=bool(brought))


def is_of_such_a_thing(doc: Doc, sentence: Sentence, index: int) -> bool:
    """`has signed nothing of the kind`, `no firmará algo así`: which, the words before say."""
    such = load_language("compare", "words")["such"][doc.article.language]
    verbs = [index, *below(sentence, index, "conj")]  # `no ha firmado ni firmará algo así`
    objects = [i for verb in verbs for i in below(sentence, verb, "obj") if sentence.tokens[i].upos != "PROPN"]
    beside = [*objects, *(j for i in objects for j in below(sentence, i, "advmod", "det", "amod", "nmod"))]
    beside += [i + 1 for i in objects if sentence.tokens[i].upos == "PRON" and i + 1 < len(sentence.tokens)]  # `algo así`
    return any(sentence.tokens[i].lemma.lower() in such for i in beside)


def at_request(week: Week, key: SentenceKey, called: Sequence[frozenset[str]], index: int) -> Iterator[Assertion]:
    """`was put off at the request of Accra`: Accra asked for it."""
    doc = week.docs[key[0]]
    sentence, rows, language = doc.sentences[key[1]], load_language("compare", "words"), doc.article.language
    cases = {sentence.tokens[i].form.lower() for i in below(sentence, index, "case")}
    asking = sentence.tokens[index].lemma.lower() in rows["requests"][language] and cases & {*rows["at_request"][language]}
    who = countries_at(doc, below(sentence, index, "nmod"), sentence) if asking else frozenset()
    if who:
        told = assertion(week, key, called, index, frozenset({"ask"}), denied=False, light=False)
        yield replace(told, doers=who, by=who)


def is_agreeing(language: Language, sentence: Sentence, index: int) -> bool:
    """`agreed to let the lorries through`, `se avino a dejarlos pasar`: who agrees to do something promises it."""
    words = load_language("compare", "words")["agreeing_to"][language]
    return sentence.tokens[index].lemma.lower() in words and any(
        is_verb(sentence.tokens[i]) for i in below(sentence, index, "xcomp")
    )


def is_informing(doc: Doc, sentence: Sentence, index: int) -> bool:
    """`Accra had been informed`, `informó a Ghana`: what a country is told; not `the ministry informed`."""
    words, token = load_language("compare", "words")["informing"][doc.article.language], sentence.tokens[index]
    told = [i for i in below(sentence, index, "obj", "iobj", "nsubj") if sentence.tokens[i].deprel != "nsubj"]
    return is_verb(token) and token.lemma.lower() in words and bool(countries_at(doc, told, sentence))


def is_asked_by_the_press(doc: Doc, sentence: Sentence, index: int) -> bool:
    """`al ser consultado sobre el arancel, el ministro dijo`, `asked about it, she said`: nobody tells who asked."""
    token, words = sentence.tokens[index], load_language("compare", "words")["asked_by_the_press"][doc.article.language]
    if (
        token.lemma.lower() not in words
        or token.feat("VerbForm") != "Part"
        or token.deprel.split(":")[0] not in {"advcl", "acl"}
    ):
        return False
    under = [sentence.tokens[i].deprel for i in below(sentence, index)]
    return not any(relation == "obl:agent" or relation.startswith("nsubj") for relation in under)


def whom_told(doc: Doc, sentence: Sentence, called: Sequence[frozenset[str]], verb: int, *, light: bool) -> frozenset[str]:
    """The countries of who is told: `the Kenyan envoy was informed`, `avisó a Perú`, `received no notice`."""
    relations = ("nsubj",) if light or is_passive(sentence, verb) else ("obj", "iobj")
    heads = below(sentence, verb, *relations)
    inside = [i for head in heads for i in (head, *below(sentence, head, "amod", "nmod", "compound"))]
    return countries_at(doc, heads, sentence) | codes_at(called, inside)


def kinds_of(language: Language, sentence: Sentence, index: int) -> frozenset[str]:
    found = kinds_called(language, sentence, index)
    return found - {SPOKE} if SPOKE in found and is_naming(language, sentence, index) else found


def is_naming(language: Language, sentence: Sentence, index: int) -> bool:
    """`called the release "a first step"`, `called for talks`: no call to anybody."""
    tokens, words = sentence.tokens, load_language("compare", "words")
    if not is_verb(tokens[index]) or tokens[index].lemma.lower() not in words["naming"][language]:
        return False
    objects = [tokens[i] for i in below(sentence, index, "obj")]
    cases = {tokens[c].form.lower() for i in below(sentence, index, "obl") for c in below(sentence, i, "case")}
    named = bool(below(sentence, index, "xcomp")) or any(t.upos == "NOUN" for t in objects)
    if not objects and cases & {*words["naming_cases"][language]}:
        return True
    return named and not any(t.lemma.lower() in words["counterparts"][language] for t in objects)


def kinds_called(language: Language, sentence: Sentence, index: int) -> frozenset[str]:
    return frozenset().union(*(kinds().get((language, one), frozenset()) for one in verbs_of(language, sentence.tokens[index])))


@functools.cache
def kinds() -> Mapping[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], frozenset[str]] = {}
    for name, row in load_language("compare", "words")["opposed_deeds"].items():
        for language, lemmas in row.items():
            for lemma in lemmas:
                found[language, lemma] = found.get((language, lemma), frozenset()) | {name}
    return found


def carrying(language: Language) -> Sequence[str]:
    found: Sequence[str] = load_language("compare", "words")["carrying"][language]
    return found


def brought_by(language: Language, sentence: Sentence, index: int) -> frozenset[str]:
    """The kinds of the nouns that a light verb brings: `received no payment`, `haber pedido disculpas`."""
    if sentence.tokens[index].lemma.lower() not in carrying(language):
        return frozenset()
    nouns = (i for i in below(sentence, index, *BROUGHT) if sentence.tokens[i].upos == "NOUN")
    return frozenset().union(*(kinds_of(language, sentence, i) for i in nouns))


def is_lacking(doc: Doc, sentence: Sentence, index: int) -> bool:
    """`without a court order`, `sin orden judicial`."""
    lacking = load_language("compare", "words")["lacking"][doc.article.language]
    cases = below(sentence, index, "case")
    return sentence.tokens[index].upos == "NOUN" and any(sentence.tokens[i].form.lower() in lacking for i in cases)


def is_state(sentence: Sentence, index: int) -> bool:
    """`están enterrados`: a participle that is read as an adjective."""
    return sentence.tokens[index].upos == "ADJ" and bool(below(sentence, index, "cop"))


def is_told(doc: Doc, sentence: Sentence, verb: int, *, now: bool) -> bool:
    """Told as what was; what is denied and what lasts may stand in the present: `no hay acuerdo`, `están enterrados`."""
    token, words = sentence.tokens[verb], load_words(doc.article.language)
    marks = {sentence.tokens[i].form.lower() for i in below(sentence, verb, "mark")}
    if not now and is_hearsay(doc, sentence, verb) and not marks & words.conditions:
        return True
    if is_ahead(sentence, verb, doc.article.language) or marks & words.conditions:
        return False
    if not now:
        return not (is_supposed(doc, sentence, verb) or is_presupposed(sentence, verb))
    if token.deprel == "acl:relcl" and not is_state(sentence, verb):
        return False  # `rejected the inquiry that Liberia asks for`: the inquiry is rejected, not that it was asked for
    helpers = [token, *(sentence.tokens[i] for i in below(sentence, verb, "aux"))]
    finite = any(helper.feat("VerbForm") == "Fin" for helper in helpers)  # `did not ask`
    if token.feat("VerbForm") == "Inf" and not finite and not is_under_denial(doc, sentence, verb):
        return False  # `asked not to be named`
    unreal = any(t.feat("Tense") == "Fut" or t.feat("Mood") == "Cnd" or t.lemma.lower() in words.supposing for t in helpers)
    return not unreal


def is_hearsay(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`quien le habría ofrecido disculpas`: what is told as heard from another; `would have` supposes."""
    helpers = load_language("compare", "words")["hearsay"][doc.article.language]
    return any(sentence.tokens[i].form.lower() in helpers for i in below(sentence, verb, "aux"))


def is_under_denial(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`denies having paid`, `negó haber pedido disculpas`."""
    over = [sentence.tokens[i].lemma.lower() for i in above(sentence, verb)]
    return any(lemma in load_words(doc.article.language).denying for lemma in over)


def assertion(
    week: Week,
    key: SentenceKey,
    called: Sequence[frozenset[str]],
    head: int,
    kinds: frozenset[str],
    *,
    denied: bool,
    light: bool,
) -> Assertion:
    doc = week.docs[key[0]]
    sentence, article = doc.sentences[key[1]], doc.article
    own = is_verb(sentence.tokens[head]) or is_state(sentence, head)
    over = head if own else next((i for i in above(sentence, head)), head)
    inside = [i for i in clause_of(doc, sentence, over) if not kinds_of(article.language, sentence, i) & kinds]
    whens = whens_of_verbs(week, doc, key, sentence)
    side = side_of(doc, sentence) or next(iter(codes_at(called, tellers(doc, sentence))), None)
    if denied and not side:  # `Jamaica was not notified, the minister said`: who says so is of whom it was not done to
        to_whom = below(sentence, over, "nsubj") if is_passive(sentence, over) or light else []
        side = next(iter(sorted(codes_at(called, to_whom))), None)
    return Assertion(
        key=key,
        kinds=kinds,
        denied=denied,
        light=light,
        side=side,
        doers=doers_of(doc, sentence, over),
        by=doers_of(doc, sentence, over) or own_doers(sentence, over, side),
        whose=whose_object(week, doc, sentence, over),
        things=frozenset(name for i in inside for name in things_at(doc, sentence, called, i)),
        said=tuple(
            frozenset(things_at(doc, sentence, called, i))
            for i, token in enumerate(sentence.tokens)
            if token.upos == "NOUN" and not kinds_of(article.language, sentence, i) & kinds
        ),
        towns=frozenset(m.span.of(article.text) for m in doc.mentions if m.place and sentence.span.contains(m.span)),
        countries=countries_of(doc, [sentence.span]) | codes_at(called, range(len(called))) | ({side} if side else set()),
        around=frozenset(code for actor in doc.actors.values() if (code := actor.country)),
        days=frozenset(day for verb, day in whens.items() if verb == over and len(day) == FINE),
        published=article.published,
        against=whom_it_contradicts(doc, sentence, called) if denied else frozenset(),
        names=names_in(doc, sentence),
        people=names_in(doc, sentence) & persons_of(doc),
        told=whom_told(doc, sentence, called, over, light=light) if NOTIFIED in kinds else frozenset(),
    )


def whom_it_contradicts(doc: Doc, sentence: Sentence, called: Sequence[frozenset[str]]) -> frozenset[str]:
    """`contrary to the claims of the Russian side`, `a diferencia de lo que afirma Moscú`: the countries up to the comma."""
    cues = load_language("compare", "words")["contrary_to"][doc.article.language]
    text = sentence.span.of(doc.article.text)
    found = re.search(rf"\b(?:{'|'.join(map(re.escape, cues))})\b[^,;.]*", text, re.IGNORECASE)
    if not found:
        return frozenset()
    start = sentence.span.start
    span = Span(start + found.start(), start + found.end())
    return countries_of(doc, [span]) | codes_at(called, [i for i, t in enumerate(sentence.tokens) if span.contains(t.span)])


def side_of(doc: Doc, sentence: Sentence) -> str | None:
    """The country of who says so; `según Atenas`: of whom the words are."""
    words, text = load_words(doc.article.language), sentence.span.of(doc.article.text).lower()
    articles = load_language("compare", "words")["before_a_name"][doc.article.language]
    for mention in doc.mentions:
        before = text[: max(0, mention.span.start - sentence.span.start)].rstrip()
        for article in articles:
            before = before.removesuffix(f" {article}")
        if sentence.span.contains(mention.span) and before.endswith(words.sources):
            return doc.actors[mention.actor].country
    return country_telling(doc, sentence)


def tellers(doc: Doc, sentence: Sentence) -> list[int]:
    """The words of who says so."""
    saying = load_words(doc.article.language).saying
    verbs = [i for i, token in enumerate(sentence.tokens) if token.lemma.lower() in saying]
    heads = {i for verb in verbs for i in tellers_of(sentence, verb)}
    return [i for i in range(len(sentence.tokens)) if heads & {i, *above(sentence, i)}]


def whose_object(week: Week, doc: Doc, sentence: Sentence, verb: int) -> frozenset[str]:
    """Of which country an adjective says that the object of a deed is: `the Israeli ambassador`, `el embajador jordano`."""
    objects = below(sentence, verb, "nsubj" if is_passive(sentence, verb) and not below(sentence, verb, "obj") else "obj")
    named, inside = demonyms(week.knowledge, doc.article.language), [j for i in objects for j in below(sentence, i, "amod")]
    return frozenset(named[form] for j in inside if (form := sentence.tokens[j].form.lower()) in named)


def own_doers(sentence: Sentence, verb: int, side: str | None) -> frozenset[str]:
    """The country of who says so, of what is told without another subject: `said it has not asked`, `no ha pedido`."""
    subjects = below(sentence, verb, "nsubj")
    acted_on = is_passive(sentence, verb) or any(sentence.tokens[i].deprel == "expl:pass" for i in below(sentence, verb))
    others = any(sentence.tokens[i].upos != "PRON" for i in subjects)
    return frozenset({side} if side and not others and not acted_on else ())


def is_passive(sentence: Sentence, verb: int) -> bool:
    return bool(below(sentence, verb, "aux")) and any(
        sentence.tokens[i].deprel in {"nsubj:pass", "aux:pass"} for i in below(sentence, verb)
    )


def codes_at(called: Sequence[frozenset[str]], indexes: Iterable[int]) -> frozenset[str]:
    """The countries that some words name, as adjectives too."""
    return frozenset(name for i in indexes for name in called[i] if len(name) == CODE and name.isupper())


def things_at(doc: Doc, sentence: Sentence, called: Sequence[frozenset[str]], index: int) -> Iterator[str]:
    """What a noun may be called, also inside a name: `the Israeli ambassador`; no country."""
    token = sentence.tokens[index]
    if token.upos == "NOUN":
        yield sense_of(doc.article.language, token)
        people = persons_of(doc)  # `the minister, Weber`: that both name him says nothing of what was asked for
        yield from (name for name in called[index] if not name.isupper() and name not in people)


__all__ = ["NOTIFIED", "PROMISED", "SPOKE", "Assertion", "assertions", "codes_at", "is_asked_by_the_press", "side_of"]

"""What each article says was done, by its verb, and what somebody else denies.

`the guards fired on two boats` against `denied that the guards had fired on boats`.  Deeds are compared by the sense of the
verb, with what it is done to and where.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.sentences import (
    NOUNS,
    Words,
    above,
    below,
    bodies,
    claim_at,
    countries_in,
    dates_in,
    index_of,
    is_verb,
    load_words,
    names_in,
    quantities_in,
    sense_of,
    senses_of,
    verb_over,
)
from briefing.consolidate.week import SentenceKey, Week
from briefing.edtf import bounds
from briefing.knowledge import load_language
from briefing.model import Doc, Sentence, Token

QUOTING = frozenset({'"', "“", "”", "«", "»", "'"})
"""Marks passed over between a comma and a negation: `offered 120 million, “not the figure quoted”`."""
FINE = 10
"""Characters of a date that names a day."""
LEAST_SHARED = 2
"""What a deed and its denial have in common besides the verb: what it is done to, names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A verb with what it is done to.  `day` is the one that hangs on it; `denied` by a negation, or by who denies it."""

    key: SentenceKey
    deed: str
    day: str | None
    when: str | None
    things: frozenset[str]
    names: frozenset[str]
    countries: frozenset[str]
    numbers: frozenset[float]
    denied: bool


def differences_of_deeds(week: Week) -> Iterator[Difference]:
    """The deeds that one article tells and another denies."""
    found: dict[str, list[Told]] = {}
    for key, sentence in bodies(week):
        for told in deeds_of(week, key, sentence):
            found.setdefault(told.deed, []).append(told)
    for deed in sorted(found):
        yield from denied_deeds(week, found[deed])


def denied_deeds(week: Week, told: Sequence[Told]) -> Iterator[Difference]:
    """Each denial with the first deed that it contradicts."""
    by_thing: dict[str, list[int]] = {}
    for index, one in enumerate(told):
        for thing in () if one.denied else one.things:
            by_thing.setdefault(thing, []).append(index)
    for denial in (t for t in told if t.denied):
        candidates = sorted({index for thing in denial.things for index in by_thing.get(thing, ())})
        against = [told[index] for index in candidates if is_contradicted(week, told[index], denial)]
        if against:
            best = max(against, key=lambda t: len(shared(t, denial)))
            yield Difference(
                (),
                "account",
                {"affirmed": [claim_at(week, best.key, best.day)], "denied": [claim_at(week, denial.key, denial.day)]},
                "denied_deed",
            )


# ------------------------------------------------------------------ what a sentence tells


def deeds_of(week: Week, key: SentenceKey, sentence: Sentence) -> Iterator[Told]:
    """The verbs of a sentence that tell something, each with the day that hangs on it; meetings are compared elsewhere."""
    doc = week.docs[key[0]]
    words = load_words(doc.article.language)
    whens = whens_of_verbs(week, doc, key, sentence)
    days = {verb: when for verb, when in whens.items() if len(when) == FINE}
    for index, token in enumerate(sentence.tokens):
        lemma = token.lemma.lower()
        if not is_verb(token) or lemma in words.saying or lemma in words.empty or is_supposed(doc, sentence, index):
            continue
        if is_of_intent(doc, sentence, index) or is_presupposed(sentence, index):
            continue
        deed = sense_of(doc.article.language, token)
        if deed not in senses_of(doc.article.language, words.empty):
            yield told_of(doc, key, sentence, index, deed, days.get(index), whens.get(index))


def whens_of_verbs(week: Week, doc: Doc, key: SentenceKey, sentence: Sentence) -> dict[int, str]:
    """The day, month or year that hangs on each verb; not those of meetings."""
    meetings = {claim.date for claim in week.by_sentence.get(key, ()) if getattr(claim, "meeting", None)}
    found: dict[int, str] = {}
    for date in dates_in(doc, sentence.span):
        index = index_of(sentence, date.span)
        verb = verb_over(sentence, index) if index is not None else None
        if verb is not None and date.basis != "vague" and date.value not in meetings:
            found.setdefault(verb, date.value or "")
    return found


def told_of(doc: Doc, key: SentenceKey, sentence: Sentence, verb: int, deed: str, day: str | None, when: str | None) -> Told:
    language = doc.article.language
    objects = below(sentence, verb, "nsubj", "obj", "obl")
    inside = {i for one in objects for i in (one, *below(sentence, one, "nmod", "compound"))}
    return Told(
        key=key,
        deed=deed,
        day=day,
        when=when,
        things=frozenset(sense_of(language, sentence.tokens[i]) for i in inside if is_thing(doc, sentence, i)),
        names=names_in(doc, sentence),
        countries=countries_in(doc, sentence),
        numbers=frozenset(float(q.value) for q in quantities_in(doc, sentence.span)),
        denied=is_denied(doc, sentence, verb),
    )


def is_thing(doc: Doc, sentence: Sentence, index: int) -> bool:
    """A noun that is no actor and no day."""
    token = sentence.tokens[index]
    taken = [*(m.span for m in doc.mentions), *(d.span for d in doc.dates)]
    noun = token.upos in NOUNS or (token.upos == "ADJ" and token.deprel in {"obj", "nsubj"})
    return noun and not any(span.overlaps(token.span) for span in taken)


def is_denied(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """Negated itself, or what somebody denies; a denial denied is none."""
    words, tokens = load_words(doc.article.language), sentence.tokens
    helpers = [i for one in (verb, *below(sentence, verb, "nsubj", "obj")) for i in below(sentence, one, "advmod", "det")]
    negating = [i for i in helpers if tokens[i].form.lower() in words.negations or is_misread_denial(tokens[i], words)]
    negated = any(not is_contrast(sentence, i, verb) for i in negating)
    over = next((i for i in above(sentence, verb) if is_verb(tokens[i]) or tokens[i].lemma.lower() in words.denying), None)
    under = over is not None and tokens[over].lemma.lower() in words.denying and not is_quoted_behind(sentence, over, verb)
    under = under and not is_of_the_denier(sentence, over or 0, verb)
    denying_negated = under and any(tokens[i].form.lower() in words.negations for i in below(sentence, over or 0, "advmod"))
    return negated != (under and not denying_negated)


def is_contrast(sentence: Sentence, index: int, verb: int) -> bool:
    """`offered 120 million, not the figure that has been quoted`: what stands behind the comma is denied, not the offer."""
    before = next((t.form for t in reversed(sentence.tokens[:index]) if t.form not in QUOTING), "")
    return index > verb + 1 and before == ","


def is_misread_denial(token: Token, words: Words) -> bool:
    """`desmiente que haya mantenido`: a verb of denying that the tagger takes for an adverb of the verb that it governs."""
    return token.upos == "ADV" and token.form.lower() in words.denying


def is_of_the_denier(sentence: Sentence, over: int, verb: int) -> bool:
    """`Haiti, which sold 8 million worth, denies that …`: told of who denies."""
    between = [verb, *(i for i in above(sentence, verb) if i != over and sentence.tokens[i].head >= 0)]
    return any(sentence.tokens[i].head == over and sentence.tokens[i].deprel.startswith("nsubj") for i in between)


def is_quoted_behind(sentence: Sentence, over: int, verb: int) -> bool:
    """`lo negó: "no pidió ninguna reunión"`: what stands behind a colon is said in denial, and not what is denied."""
    return any(token.form == ":" for token in sentence.tokens[over:verb])


def is_of_intent(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`denied having cut the flow deliberately`: who denies that he meant it does not deny that it is so."""
    words = load_language("compare", "words")["intent"][doc.article.language]
    meant = any(sentence.tokens[i].form.lower() in words for i in below(sentence, verb, "advmod", "obl"))
    return meant and is_denied(doc, sentence, verb)


def is_presupposed(sentence: Sentence, verb: int) -> bool:
    """`expected him to bring the names of those who signed`: told in passing of what is still to be done."""
    relative = next((i for i in (verb, *above(sentence, verb)) if sentence.tokens[i].deprel == "acl:relcl"), None)
    over = next((i for i in above(sentence, relative) if is_verb(sentence.tokens[i])), None) if relative is not None else None
    return over is not None and sentence.tokens[over].feat("VerbForm") == "Inf"


def is_supposed(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """What is to come, is wished, asked for or supposed is no deed: only the past and perfect tell what was done."""
    tokens = sentence.tokens
    helpers = [tokens[i] for i in below(sentence, verb, "aux", "cop")]
    told = [tokens[verb], *helpers]
    words = load_words(doc.article.language)
    past = (
        any(t.feat("Tense") in {"Past", "Imp"} or t.lemma.lower() in words.perfect for t in told)
        or tokens[verb].feat("VerbForm") == "Part"
    )
    unreal = any(t.lemma.lower() in words.supposing or t.feat("Mood") == "Cnd" or t.feat("Tense") == "Fut" for t in told)
    marks = {tokens[i].form.lower() for i in below(sentence, verb, "mark")}
    return not past or unreal or bool(marks & words.conditions)


# ------------------------------------------------------------------ whether two are of one deed


def each_its_own(left: Told, right: Told) -> bool:
    apart = [(left.countries, right.countries), (left.numbers, right.numbers)]
    return any(a - b and b - a for a, b in apart)


def shared(left: Told, right: Told) -> frozenset[str]:
    return (left.things & right.things) | (left.names & right.names)


def is_contradicted(week: Week, told: Told, denial: Told) -> bool:
    """Of one matter and one time, and not denied before it was told."""
    if told.key == denial.key or not told.things & denial.things or each_its_own(told, denial):
        return False
    if told.day and denial.day and told.day != denial.day:
        return False
    before, after = (week.docs[t.key[0]].article.published for t in (denial, told))
    last, first = (bounds(before)[1] if before else None), (bounds(after)[0] if after else None)
    done = bounds(told.when)[1] if told.when else None
    if last and first and last < first and not (done and done < last):  # done before it was denied: no later deed
        return False
    common = len(shared(told, denial)) + len(told.countries & denial.countries)
    return common >= LEAST_SHARED

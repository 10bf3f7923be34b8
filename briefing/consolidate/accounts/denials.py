"""Who says so, and who denies it: an accusation and its denial, a claim that the next sentence denies, one sentence against
another that is alike in all but the denial."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.people import persons_of
from briefing.consolidate.sentences import (
    NOUNS,
    Words,
    above,
    below,
    bodies,
    claim_at,
    countries_of,
    is_ahead,
    key_of,
    load_words,
    names_in,
    says,
    sense_of,
)
from briefing.consolidate.week import SentenceKey, Week, place_key
from briefing.edtf import bounds
from briefing.model import SCRAMBLED, Claim, Doc, Language, Sentence, Statement

LEAST_SHARED = 2
"""Words of the matter that an accusation and its denial have in common, names counted."""
LONGEST_OPENING = 12
"""Words of a sentence in which it says that it denies the one before."""
DENYING = frozenset({"denies", "rejects"})


def denied_differences(week: Week) -> Iterator[Difference]:
    """Every denial with what it denies, each sentence once."""
    told: set[SentenceKey] = set()
    for affirmed, denied, rule in (*denied_just_after(week), *accusations_denied(week)):
        if denied not in told and affirmed != denied:
            told |= {denied}
            sides = {"affirmed": [claim_at(week, affirmed)], "denied": [claim_at(week, denied)]}
            apart = {"two_governments"} if are_two_governments(week, affirmed, denied) else set()
            yield Difference((), "account", sides, rule, frozenset(apart))


def are_two_governments(week: Week, affirmed: SentenceKey, denied: SentenceKey) -> bool:
    """Whether each sentence tells what somebody of one country says, and the two are not of one."""
    mine, theirs = (country_telling(week.docs[name], week.docs[name].sentences[number]) for name, number in (affirmed, denied))
    return bool(mine and theirs and mine != theirs)


def country_telling(doc: Doc, sentence: Sentence) -> str | None:
    """The country of who says, accuses or denies, else of the subject: the first that it names, `Togo's embassy in Accra`."""
    tokens, words = sentence.tokens, load_words(doc.article.language)
    told = [i for i, t in enumerate(tokens) if t.lemma.lower() in words.saying and tellers_of(sentence, i)]
    verbs = denying_subjects(sentence, words) or told or [i for i, t in enumerate(tokens) if t.head < 0]
    heads = {i for verb in verbs for i in (tellers_of(sentence, verb) if verb in told else below(sentence, verb, "nsubj"))}
    own = (i for i in range(len(tokens)) if heads & {i, *above(sentence, i)})
    named = (country for i in own for country in countries_of(doc, [tokens[i].span]))
    return next(named, None)


def tellers_of(sentence: Sentence, verb: int) -> list[int]:
    """The subjects of a verb of saying; not `Accra had been informed`, who says nothing."""
    return [i for i in below(sentence, verb, "nsubj") if not sentence.tokens[i].deprel.endswith("pass")]


def denying_subjects(sentence: Sentence, words: Words) -> list[int]:
    """`Argentina stood by her and denied it, a day after Bogotá recalled …`: the verb with the subject of the main denial."""
    tokens = sentence.tokens
    roots = [i for i, t in enumerate(tokens) if t.head < 0]
    main = [*roots, *(i for root in roots for i in below(sentence, root, "conj"))]
    denying = [i for i in main if tokens[i].lemma.lower() in words.denying]
    return [i if below(sentence, i, "nsubj") else roots[0] for i in denying[:1]]


def denied_just_after(week: Week) -> Iterator[tuple[SentenceKey, SentenceKey, str]]:
    """`…, she claimed.  The embassy denied that, saying …`: what the sentence before says."""
    for (name, number), sentence in bodies(week):
        doc = week.docs[name]
        before = doc.sentences[number - 1] if number else None
        if before is None or before.kind != "body" or SCRAMBLED in doc.article.notes:
            continue
        near = before.paragraph == sentence.paragraph and not week.is_negated((name, number - 1))
        near = near and not is_forecast(doc, before)
        if near and opens_with_denial(sentence.span.of(doc.article.text), doc.article.language):
            yield (name, number - 1), (name, number), "denied_just_after"


def is_forecast(doc: Doc, sentence: Sentence) -> bool:
    """`holds that wages will fall`: what nobody will do is no matter of fact yet, and a denial of it no other account."""
    tokens, actors = sentence.tokens, [m.span for m in doc.mentions]
    for verb, token in enumerate(tokens):
        subjects = below(sentence, verb, "nsubj")
        if is_ahead(sentence, verb, doc.article.language) and token.deprel.split(":")[0] == "ccomp" and subjects:
            return all(tokens[i].upos == "NOUN" and not any(s.overlaps(tokens[i].span) for s in actors) for i in subjects)
    return False


def opens_with_denial(text: str, language: Language) -> bool:
    """Whether the first clause denies: `The embassy denied that, saying …`; not `did not deny it`, nor behind a semicolon."""
    words = load_words(language)
    first = " ".join(text.split(";")[0].split()[:LONGEST_OPENING])
    return says(first, words.denies_before) and not says(first, sorted(words.negations))


def accusations_denied(week: Week) -> Iterator[tuple[SentenceKey, SentenceKey, str]]:
    """`accused Pakistan of shelling villages in Khost`, `Pakistan rejected as baseless the accusation that … Khost`."""
    stated = [c for name in sorted(week.claims) for c in week.claims[name] if isinstance(c, Statement) and c.official]
    stated.sort(key=lambda claim: place_key(week, claim))
    blames = [c for c in stated if c.stance == "accuses" and c.certainty != "conditional"]
    denials = [c for c in stated if c.stance in DENYING]
    matters = {key_of(claim): matter(week, claim) for claim in (*blames, *denials)}
    of_accused: dict[str, list[Statement]] = {}
    for blame in blames:
        for code in {*blame.addressee, *week.names_of(blame.evidence.article, blame.sentence)}:
            of_accused.setdefault(code, []).append(blame)
    for denial in denials:
        shared = [
            (len(matters[key_of(blame)] & matters[key_of(denial)]), blame)
            for blame in of_accused.get(denial.government, ())
            if is_answer(week, blame, denial)
        ]
        enough = [row for row in shared if row[0] >= LEAST_SHARED]
        if enough:
            best = max(enough, key=lambda row: (row[0], -row[1].evidence.start))[1]
            yield key_of(best), key_of(denial), "accusation_denied"


def is_answer(week: Week, blame: Statement, denial: Statement) -> bool:
    """Whether the one that is accused answers another, and not before it was accused."""
    if denial.government == blame.government:
        return False
    before, after = (week.docs[c.evidence.article].article.published for c in (denial, blame))
    last, first = (bounds(before)[1] if before else None), (bounds(after)[0] if after else None)
    return not (last and first and last < first)


def matter(week: Week, claim: Claim) -> frozenset[str]:
    """The senses of the words that tell what a sentence is about, and its names; not those of countries, people or of speaking.

    That both name the minister with both his names makes no one matter of them.
    """
    doc = week.docs[claim.evidence.article]
    sentence, language = doc.sentences[claim.sentence], doc.article.language
    words = load_words(language)
    states = [m.span for m in doc.mentions if sentence.span.contains(m.span)]
    said = [
        t
        for t in sentence.tokens
        if t.upos in NOUNS | {"VERB"}
        and t.lemma.lower() not in words.saying | words.empty
        and not any(span.overlaps(t.span) for span in states)
    ]
    return frozenset(sense_of(language, t) for t in said if t.upos != "PROPN") | (names_in(doc, sentence) - persons_of(doc))

"""Whether another sentence tells the deed of a clause: by a verb or a noun, as certain, as much denied, done by the same.

`expelled the consul`, `was expelled by`, `the expulsion of the consul`; not `failed to expel`, `wants the expulsion`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from briefing.consolidate.accounts.told_deeds import is_denied
from briefing.consolidate.bridges import act_lemmas
from briefing.consolidate.conflicts.tellings import Alternatives, alternatives, clause_of, deeds_of, heads_of, mood_of
from briefing.consolidate.families import FAMILIES
from briefing.consolidate.sentences import above, below, countries_at, doers_of, is_verb, load_words, quantities_in
from briefing.consolidate.week import SentenceKey, Week
from briefing.knowledge import load_language
from briefing.model import Doc, Language, Sentence, Statement


def is_told(week: Week, key: SentenceKey, head: int, other: SentenceKey) -> bool:
    """Whether the other sentence has a verb, or a noun, of the same deed, told in the same way."""
    doc, sentence = at(week, key)
    deeds = named_deeds(week, doc, sentence, head)
    if not deeds or is_measured(week, key, head, other):
        return True
    there, elsewhere = at(week, other)
    same = [index for index in heads_of(there, elsewhere) if deeds & named_deeds(week, there, elsewhere, index)]
    if same:
        mutual = sentence.tokens[head].lemma.lower() in load_words(doc.article.language).mutual
        own, near = (
            frozenset() if mutual else said_of(week, key, head),
            ((index, said_of(week, other, index)) for index in same),
        )
        of_it = (index for index, said in near if not own or not said or own & said)
        return any(is_told_by_verb(doc, sentence, head, there, elsewhere, index) for index in of_it)
    nouns = (i for i, token in enumerate(elsewhere.tokens) if token.upos == "NOUN" and deeds & deeds_of_noun(week, other, i))
    denied, (_, supposed) = is_denied(doc, sentence, head), manner_of(doc, sentence, head)
    named = not (denied or supposed) and any(is_told_by_noun(doc, sentence, head, there, elsewhere, i) for i in nouns)
    return named or is_stated(week, key, deeds, other)


def said_of(week: Week, key: SentenceKey, head: int) -> Alternatives:
    """What a verb's clause may be called without who does it, with what it is of: `the guarantees that Peru asks for`."""
    doc, sentence = at(week, key)
    doing = {i for i in below(sentence, head, "nsubj", "obl") if sentence.tokens[i].deprel in {"nsubj", "obl:agent"}}
    inside = [i for i in clause_of(doc, sentence, head) if i != head and i not in doing]
    of = [sentence.tokens[head].head] if sentence.tokens[head].deprel.startswith("acl") else []
    return frozenset().union(*(alternatives(week, doc, sentence, i) for i in (*inside, *of) if i >= 0))


def is_told_by_verb(doc: Doc, sentence: Sentence, head: int, there: Doc, elsewhere: Sentence, index: int) -> bool:
    """As much denied, as certain and as done, and by the same; what one only fails or wants to do is not told as done."""
    undone, denied = is_undone(doc, sentence, head), is_denied(doc, sentence, head)
    if is_undone(there, elsewhere, index) and not undone:
        return False
    doers, others = doers_of(doc, sentence, head), doers_of(there, elsewhere, index)
    apart = bool(doers and others and not doers & others)
    if apart and sentence.tokens[head].lemma.lower() not in load_words(doc.article.language).mutual:
        return False
    if undone:  # `the proposal to share the port`, rejected or regretted
        return True
    (mood, supposed), (other, so) = manner_of(doc, sentence, head), manner_of(there, elsewhere, index)
    alike = denied == is_denied(there, elsewhere, index)
    return alike and (supposed == so or denied) and (mood == other or "now" in {mood, other})


def is_undone(doc: Doc, sentence: Sentence, index: int) -> bool:
    """`failed to agree`, `no descarta expulsar`: no finite verb, under one that says that the deed is not done."""
    tokens, words = sentence.tokens, load_words(doc.article.language)
    over = tokens[index].head
    if tokens[index].deprel == "conj" and over >= 0:
        return is_undone(doc, sentence, over)
    bare = tokens[index].feat("VerbForm") in {"Inf", "Ger"} or bool(below(sentence, index, "mark"))
    return bare and over >= 0 and tokens[over].lemma.lower() in words.undone


def is_told_by_noun(doc: Doc, sentence: Sentence, head: int, there: Doc, elsewhere: Sentence, index: int) -> bool:
    """`the expulsion of the consul by Peru`: a certain one, not wanted, asked for or feared, by the same."""
    tokens, words = elsewhere.tokens, load_words(there.article.language)
    if any(tokens[i].lemma.lower() in words.undone or is_undone(there, elsewhere, i) for i in up_to_verb(elsewhere, index)):
        return False
    certain = [i for i in below(elsewhere, index, "det", "nmod") if tokens[i].deprel in {"det", "nmod:poss"}]
    if manner_of(doc, sentence, head)[0] != "now" and not any(tokens[i].form.lower() not in words.uncertain for i in certain):
        return False
    agents = [i for i in below(elsewhere, index) if tokens[i].deprel == "nmod:poss" or cased(elsewhere, i) in words.agents]
    doers, others = doers_of(doc, sentence, head), countries_at(there, agents, elsewhere)
    return not (doers and others and not doers & others)


def up_to_verb(sentence: Sentence, index: int) -> Iterator[int]:
    """What a noun hangs on, up to the verb of its clause."""
    for one in above(sentence, index):
        yield one
        if is_verb(sentence.tokens[one]):
            return


def cased(sentence: Sentence, index: int) -> str:
    return next((sentence.tokens[i].form.lower() for i in below(sentence, index, "case")), "")


def deeds_of_noun(week: Week, key: SentenceKey, index: int) -> Alternatives:
    """The deeds that a noun names: `expulsion`, `rejection`."""
    doc, sentence = at(week, key)
    language, lemma = doc.article.language, sentence.tokens[index].lemma.lower()
    acts = frozenset(f"act:{act}" for act in act_lemmas(week.knowledge, language).get(lemma, ()))
    alike = told_alike().get((language, lemma))
    return alternatives(week, doc, sentence, index) | acts | (frozenset({f"told:{alike}"}) if alike else frozenset())


def is_measured(week: Week, key: SentenceKey, head: int, other: SentenceKey) -> bool:
    """`is at 12 percent`, `holds 12 percent`: verbs that only join a thing and its figure, in both told as they stand."""
    doc, sentence = at(week, key)
    joining = load_language("compare", "words")["joining"]
    if sentence.tokens[head].lemma.lower() not in joining[doc.article.language] or not quantities_in(doc, sentence.span):
        return False
    return all(
        not is_denied(d, s, i) and manner_of(d, s, i)[0] != "ahead" and not manner_of(d, s, i)[1]
        for d, s in (at(week, key), at(week, other))
        for i in ([head] if s is sentence else heads_of(d, s))
    )


def named_deeds(week: Week, doc: Doc, sentence: Sentence, head: int) -> Alternatives:
    """The deeds of a verb with those that say the same: `set up`, `create`; of `according to` none."""
    language, tokens = doc.article.language, sentence.tokens
    if tokens[head].form.lower() in load_words(language).opening_sources:
        return frozenset()
    lemma = tokens[head].lemma.lower()
    phrases = (f"{lemma} {tokens[i].form.lower()}" for i in below(sentence, head, "compound", "advmod", "compound:prt"))
    alike = (told_alike().get((language, phrase), "") for phrase in (lemma, *phrases))
    return deeds_of(week, doc, sentence, head) | {f"told:{name}" for name in alike if name}


def at(week: Week, key: SentenceKey) -> tuple[Doc, Sentence]:
    doc = week.docs[key[0]]
    return doc, doc.sentences[key[1]]


@functools.cache
def told_alike() -> Mapping[tuple[Language, str], str]:
    rows = load_language("compare", "words")["told_alike"]
    return {(language, verb): name for name, row in rows.items() for language, verbs in row.items() for verb in verbs}


def is_stated(week: Week, key: SentenceKey, deeds: Alternatives, other: SentenceKey) -> bool:
    """Whether the deed is a stance which the other sentence tells of the same government: `wants`, `demands`, `asks for`."""
    here, there = (
        {
            (claim.government, FAMILIES[claim.stance], claim.certainty): claim.act
            for claim in week.by_sentence.get(one, ())
            if isinstance(claim, Statement)
        }
        for one in (key, other)
    )
    return any(f"act:{act}" in deeds and stance in there for stance, act in here.items())


def manner_of(doc: Doc, sentence: Sentence, head: int) -> tuple[str, bool]:
    """The mood of a verb, and whether it is only possible, wished or supposed."""
    helpers = [sentence.tokens[i] for i in below(sentence, head, "aux")]
    words = load_words(doc.article.language)
    supposed = any(t.lemma.lower() in words.supposing - words.ahead or t.feat("Mood") == "Cnd" for t in helpers)
    return mood_of(doc, sentence, head), supposed or sentence.tokens[head].feat("Mood") in {"Cnd", "Sub"}

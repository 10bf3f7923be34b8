"""Whether two denials deny one thing: who denies twice, and by which word, is not what is denied.

`denied that a meeting was agreed` and `denied that it was a reprisal` share a man and a verb and are two facts.
"""

from __future__ import annotations

from briefing.consolidate.accounts.denials import are_two_governments
from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.sentences import below, load_words
from briefing.consolidate.signatures import Feature, shared_features
from briefing.consolidate.week import SentenceKey, Week
from briefing.knowledge import load_language
from briefing.model import Statement

DENIES = "denies"
DENYING = "deny"
"""The act by which one denies."""
OF_WHOM = frozenset({"actor", "person", "name", "date", "act"})
"""Kinds of features that tell who denies, when, and that it is denied."""

ASSERTED = frozenset({"rival_accounts", "denied_deed"})
"""Rules that read a deed out of any clause, also of a sentence that denies: `rejects the claim, saying that it was taken`."""


def deny_two_things(week: Week, left: SentenceKey, right: SentenceKey) -> bool:
    """Both sentences deny, and no verb or thing of the one is in the other, beside names, offices and the denying itself."""
    if left == right or not all(denied(week, key) for key in (left, right)):
        return False
    shared = shared_features(week.signatures[left], week.signatures[right])
    words = words_beside(week, left) & words_beside(week, right)
    return not any(tells_what(feature, words) for feature in shared)


def denied(week: Week, key: SentenceKey) -> bool:
    """Whether all that a sentence states is a denial; `denied it, and asked for talks` tells something else too."""
    stances = {claim.stance for claim in week.by_sentence[key] if isinstance(claim, Statement)}
    return stances == {DENIES}


def tells_what(feature: Feature, words: frozenset[str]) -> bool:
    kind, value = feature
    if kind.partition(":")[0] == "lemma":
        return value in words
    return kind not in OF_WHOM and value != f"act:{DENYING}"


def words_beside(week: Week, key: SentenceKey) -> frozenset[str]:
    """The lemmas of a sentence that stand in nobody's name or office, and are no verb of denying."""
    doc = week.docs[key[0]]
    sentence = doc.sentences[key[1]]
    named = [mention.span for mention in doc.mentions if mention.span.overlaps(sentence.span)]
    denying = {form.lemma.lower() for form in week.knowledge.acts[DENYING].forms.get(doc.article.language, ())}
    beside = (t.lemma.lower() for t in sentence.tokens if not any(span.overlaps(t.span) for span in named))
    return frozenset(beside) - denying


def is_denied_by_both(week: Week, found: Difference) -> bool:
    """`The association rejects the claim, saying that …`, `the government denied that …`: two of one side, or of none known."""
    if found.rule not in ASSERTED or set(found.values) != {"affirmed", "denied"}:
        return False
    affirmed, denied = ([(c.evidence.article, c.sentence) for c in found.values[side]] for side in ("affirmed", "denied"))
    return any(is_denial(week, one) and not are_two_governments(week, one, other) for one in affirmed for other in denied)


def is_denial(week: Week, key: SentenceKey) -> bool:
    """Whether the main verb of a sentence denies: `denied that`, `rejects the claim`; not `rejected the offer`."""
    doc = week.docs[key[0]]
    sentence, language, words = doc.sentences[key[1]], doc.article.language, load_language("compare", "words")
    root = next((i for i, token in enumerate(sentence.tokens) if token.head < 0), None)
    if root is None or sentence.tokens[root].lemma.lower() not in load_words(language).denying or week.is_negated(key):
        return False
    objects = {sentence.tokens[i].lemma.lower() for i in below(sentence, root, "obj")}
    refuses = sentence.tokens[root].lemma.lower() in words["refusing_too"][language]
    return not refuses or bool(objects & {*words["claims_denied"][language]})


__all__ = ["deny_two_things", "is_denied_by_both"]

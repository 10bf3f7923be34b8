"""Words that mean something of the sentence before though no other sign finds them: a pair, what hangs on a verb, a change.

`aseguró que ambas tienen certificados`, `accedió a examinarlas`, `We cannot accept an increase of 15 percent`: which two, what,
of what.
"""

from __future__ import annotations

from briefing.realize.grammar import grammar_of
from briefing.realize.rungs.passages import Passage, of_its_words

_NOUNS = frozenset({"NOUN", "PROPN"})
_TELLING = frozenset({"nmod", "compound", "acl", "appos", "amod", "obl"})


@of_its_words
def means_what_was_told(passage: Passage) -> bool:
    """Whether a sentence has such a word."""
    return _is_a_pair_alone(passage) or _has_a_bound_pronoun_alone(passage) or _changes_by_a_share_alone(passage)


def _is_a_pair_alone(passage: Passage) -> bool:
    """`ambas tienen sus certificados`: no noun of several and no two names stand before the word."""
    grammar, tree = grammar_of(passage.language), passage.tree
    pairs = (i for i in passage.places_of(grammar.pair_words & grammar.part_words) if tree.relations[i].startswith("nsubj"))
    return any(not tree.children.get(i) and not _has_several_before(passage, i) for i in pairs)


def _has_several_before(passage: Passage, index: int) -> bool:
    before = [token for token in passage.tokens[:index] if token.upos in _NOUNS]
    return any(token.feat("Number") == "Plur" or token.deprel == "conj" for token in before)


def _has_a_bound_pronoun_alone(passage: Passage) -> bool:
    """`accedió a examinarlas una por una`: written as one word with its verb; no noun that agrees with it stands before."""
    bound = grammar_of(passage.language).bound_pronouns
    tokens = passage.tokens
    for i in (i for i in passage.places_of(bound) if i and tokens[i - 1].upos == "VERB"):
        glued = tokens[i].form.casefold() in bound and tokens[i - 1].span.stop >= tokens[i].span.start
        number, gender = bound.get(tokens[i].form.casefold(), ("", ""))
        nouns = (token for token in tokens[: i - 1] if token.upos == "NOUN")  # a name of things tells no number
        if glued and not any(_agrees(t.feat("Number"), number) and _agrees(t.feat("Gender"), gender) for t in nouns):
            return True
    return False


def _agrees(found: str | None, asked: str) -> bool:
    return not found or found == asked


def _changes_by_a_share_alone(passage: Passage) -> bool:
    """`an increase of 15 percent`: of what; nothing but the figure stands beside the noun, and nothing behind its verb."""
    tree, tokens = passage.tree, passage.tokens
    shares = [one.span for one in passage.quantities if one.kind == "percent"]
    for i in passage.places_of(grammar_of(passage.language).changes):
        if tokens[i].upos != "NOUN" or tree.relations[i] != "obj" or tree.lemmas[i] not in grammar_of(passage.language).changes:
            continue
        beside = [c for c in tree.children.get(i, ()) if tree.relations[c].partition(":")[0] in _TELLING]
        behind = [c for c in tree.children.get(tokens[i].head, ()) if c > i and tree.relations[c].startswith("obl")]
        figures = [c for c in beside if any(span.overlaps(tokens[c].span) for span in shares)]
        if figures and beside == figures and not [c for c in behind if c not in passage.of_days]:
            return True
    return False

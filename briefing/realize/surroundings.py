"""The earlier sentences of an article that tell what a line points at: the line's note quotes them.

`Ghana welcomed the agreement.`, `The ferries will stay in port`: the line is true and stands in the source, yet which agreement
and whose ferries only the article tells.  The gates of `leanings` keep a line off the page, or print the sentence before it,
where they are sure that it leans, and are silent in doubt.  A note costs no room on the page and can say nothing false, so
that here any definite noun counts that the line itself does not explain (high recall, where the gates have high precision).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from briefing.model import Evidence, Item, Meeting, Sentence
from briefing.realize import pointers
from briefing.realize.definites import Definite, articles_of, first_mention, is_known, opens_its_article, says_which
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of
from briefing.realize.lacking import has_a_thing_before
from briefing.realize.originals import LEANS, needs, sentence_before
from briefing.realize.passages import Passage, of_its_words
from briefing.realize.references import said_before

MOST = 2
"""Sentences that a note quotes beside the line's own."""
LONGEST = 60
"""Words of one of them."""
FEWEST = 7
"""Words of a sentence that tells a matter by itself."""


def surrounded(item: Item, edition: Edition, introduced: Collection[str] = ()) -> tuple[Evidence, ...]:
    """What the note of an item's line quotes beside its own words, in the order of the article.

    `introduced` are the people whose office the memo gives where it names them first.
    """
    made_of_fields = isinstance(item, Meeting) and edition.language not in item.told_from
    if made_of_fields or item.basis.get(edition.language) == "edited":
        return ()
    passage = edition.passages.of(item.evidence[item.told_from.get(edition.language, 0)])
    if passage.sentence is None or opens_its_article(passage):
        return ()
    printed = item.text.get(edition.language, "")
    wanted = dict.fromkeys(
        sentence.span.start
        for sentence in (
            *_wanted(passage, leans=_leans(passage, item, edition)),
            *_introducing_people(passage, printed, introduced),
        )
    )
    sentences = [s for s in (passage.doc.sentences if passage.doc else ()) if s.span.start in [*wanted][:MOST]]
    pieces = [_piece(passage, sentence) for sentence in sentences]
    return tuple(piece for piece in pieces if len(piece.text.split()) <= LONGEST and piece.text.strip(" .") not in printed)


def _leans(passage: Passage, item: Item, edition: Edition) -> bool:
    """Whether a gate finds that the line needs the sentence before it: a native line has passed them all."""
    rung = item.basis.get(edition.language)
    if rung == "verbatim":
        return any(rule.startswith(f"realize:{edition.language}:") and rule.endswith(f":{LEANS}") for rule in item.rules)
    return rung != "native" and bool(needs(passage, item, edition))


def _wanted(passage: Passage, *, leans: bool) -> Iterator[Sentence]:
    """The likeliest first: what stands before, what brings a thing in, and of a thing that nothing brings in the lead."""
    if leans or points_by_a_small_word(passage):
        yield from _before(passage)
    for noun in unexplained(passage):
        found = first_mention(passage, noun.noun)
        sums_up = not {*noun.grammar.leaning_deeds}.isdisjoint({noun.noun.form.casefold(), noun.lemma})
        if found is not None and found[0].kind == "body":
            yield found[0]
        elif sums_up or passage.tree.forms[noun.article] in noun.grammar.demonstratives:
            yield from _before(passage)  # `the decision`: what the sentence before tells
        elif not noun.noun.deprel.startswith("nmod"):  # not `the head of the sector`
            yield from _lead(passage)


def _before(passage: Passage) -> Iterator[Sentence]:
    """The sentence before, and where that one points back by itself (`It was the first time.`) the one before it."""
    before = sentence_before(passage)
    if before is None or before.sentence is None:
        return
    yield before.sentence
    again = sentence_before(before) if len(before.words.split()) < FEWEST or points_by_a_small_word(before) else None
    if again is not None and again.sentence is not None:
        yield again.sentence


def _lead(passage: Passage) -> Iterator[Sentence]:
    """What the article opens with: mostly what all of it is about."""
    sentences = passage.doc.sentences if passage.doc else ()
    yield from [one for one in sentences if one.kind == "body"][:1]


def _introducing_people(passage: Passage, printed: str, introduced: Collection[str]) -> Iterator[Sentence]:
    """`Antezana admitted that …`: where the article says who Antezana is, if the memo does not."""
    doc = passage.doc
    for mention in passage.mentions if doc is not None else ():
        actor = doc.actors.get(mention.actor) if doc else None
        said = mention.span.of(passage.source) if passage.offset == 0 else " "
        bare = actor is not None and actor.kind == "person" and " " not in said and said in printed
        if bare and actor is not None and not {*actor.name.values(), *actor.forms} & {*introduced}:
            yield from _first_naming(passage, mention.actor)


def _first_naming(passage: Passage, actor: str) -> Iterator[Sentence]:
    """The sentence of the body that names somebody first, in more than one word."""
    doc = passage.doc
    first = next((m for m in doc.mentions if m.actor == actor), None) if doc else None
    if doc is None or first is None or first.span.stop > passage.span.start or " " not in first.span.of(passage.source):
        return
    yield from (one for one in doc.sentences if one.kind == "body" and one.span.contains(first.span))


@of_its_words
def points_by_a_small_word(passage: Passage) -> bool:
    """`asked that it be reduced`, `are stuck there`, `I never said that`: no noun in front of the word can be meant."""
    words = pointers.pointing_words(passage)
    return pointers.bare_word_for_all(passage) is not None or any(not has_a_thing_before(passage, i) for i in words)


@of_its_words
def unexplained(passage: Passage) -> tuple[Definite, ...]:
    """The nouns with an article or a demonstrative that no other word of the sentence explains."""
    grammar, tokens = grammar_of(passage.language), passage.tokens
    articles = {**_demonstratives_of(passage), **articles_of(passage)}
    nouns = [i for i in passage.kept if i in articles and tokens[i].upos == "NOUN" and articles[i] in passage.kept]
    found = (Definite(passage, articles[index], index, grammar) for index in nouns)
    return tuple(one for one in found if not _is_explained(one))


def _demonstratives_of(passage: Passage) -> Mapping[int, int]:
    """The places of words and of the first demonstrative that stands before each and hangs on it."""
    words = grammar_of(passage.language).demonstratives
    found = [(passage.tokens[i].head, i) for i, form in enumerate(passage.tree.forms) if form in words]
    return {head: i for head, i in reversed(found) if i < head}


def _is_explained(one: Definite) -> bool:
    """There is only one of it, words beside it say which, or the sentence itself has brought it in."""
    return is_known(one) or says_which(one) or said_before(one.lemma, one.before)


def _piece(passage: Passage, sentence: Sentence) -> Evidence:
    span, piece = sentence.span, passage.evidence
    text = span.of(passage.source)
    return Evidence(article=piece.article, start=span.start, stop=span.stop, text=text, language=piece.language)

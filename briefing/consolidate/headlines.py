"""Whether an article's title is a headline: `Chad raises the toll`, and not `Ministry of Trade`, `The Kivu Herald`.

A headline tells something: it has a verb, or it names a matter in other words than those of a body's name.  The headings of
positions are made of headlines; whose paper it is says nothing there.
"""

from __future__ import annotations

from briefing.consolidate.issues import is_a_matter
from briefing.knowledge import Knowledge
from briefing.model import Doc, Sentence


def is_headed(doc: Doc, knowledge: Knowledge) -> bool:
    """Whether the title tells of a matter; a title that stands outside the text (in its markup) is taken to."""
    titles = [sentence for sentence in doc.sentences if sentence.kind == "title"]
    return not titles or any(_has_a_verb(title) or _names_a_matter(doc, title, knowledge) for title in titles)


def _has_a_verb(title: Sentence) -> bool:
    return any(token.upos == "VERB" or token.feat("VerbForm") == "Fin" for token in title.tokens)


def _names_a_matter(doc: Doc, title: Sentence, knowledge: Knowledge) -> bool:
    named = [mention.span for mention in doc.mentions if mention.span.overlaps(title.span)]
    concepts = [mention for mention in doc.concepts if title.span.contains(mention.span)]
    own = [concept for concept in concepts if not any(span.contains(concept.span) for span in named)]
    return any(is_a_matter(concept.concept, knowledge) for concept in own)


__all__ = ["is_headed"]

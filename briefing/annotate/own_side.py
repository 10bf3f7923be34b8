"""For which country he speaks who alone answers in a talk that gives him an office and no country.

`Briefing by Foreign Ministry Spokesman Per Lund, Oslo, 3 May`, `Interview with Oman's trade minister` above `Trade Minister Ali
Said spoke to us`: at home it goes without saying.  The head must tell, or the head and the talk; what the answers alone say of
a country counts only of a spokesman, who speaks of his own by its name.  Of whom one asks something, or of whose word one is
asked, one is not the voice.
"""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.annotate.actors.bodies import known_actor
from briefing.annotate.actors.heads import capitals, state_names
from briefing.annotate.actors.lexicon import strip_accents
from briefing.annotate.quotes.lexicon import load_lexicon
from briefing.annotate.speakers import TURN, folded
from briefing.annotate.talk_heads import talk_begins
from briefing.knowledge import Knowledge, load_language
from briefing.model import Actor, Doc, Sentence
from briefing.model.known_rows import MINISTER, SPOKESPERSON
from briefing.model.trees import covered_by

PARTS = re.compile(r"[,;:|()–—\n]|\s-\s")
FEWEST_DOINGS = 2
"""Sentences that tell what a country does, of one that is only named in the answers."""
HEAD = frozenset({"title", "heading"})


@dataclass(frozen=True)
class Talk:
    """A transcript or interview in which one person answers."""

    doc: Doc
    knowledge: Knowledge
    speaker: Actor

    @cached_property
    def above(self) -> tuple[str, ...]:
        """The parts of the lines above the first turn."""
        text = self.doc.article.text[: talk_begins(self.doc.article)]
        return tuple(part for found in PARTS.split(text) if (part := " ".join(found.split())))

    @cached_property
    def answers(self) -> tuple[Sentence, ...]:
        turns = [quote.content for quote in self.doc.quotes if quote.rule == TURN]
        return tuple(s for s in self.doc.sentences if s.kind == "body" and any(turn.contains(s.span) for turn in turns))

    @cached_property
    def questions(self) -> tuple[Sentence, ...]:
        return tuple(s for s in self.doc.sentences if s.kind == "question")

    def named_in(self, sentence: Sentence) -> set[str]:
        """The countries of which a sentence speaks."""
        named = (self.doc.actors[m.actor] for m in self.doc.mentions if sentence.span.contains(m.span))
        return {code for actor in named if actor.kind != "person" and (code := actor.country or country_of(actor))}


def country_of(actor: Actor) -> str | None:
    return actor.id if actor.kind == "country" else None


def sided(doc: Doc, knowledge: Knowledge) -> Doc:
    """The document, with the country of the one who answers where the talk tells it."""
    speaker = lone_speaker(doc)
    if speaker is None:
        return doc
    talk = Talk(doc=doc, knowledge=knowledge, speaker=speaker)
    code = next((found for rule in RULES if (found := rule(talk))), None)
    if code is None:
        return doc
    government = {} if code in doc.actors else {code: known_actor(code, knowledge)}
    own = {speaker.id: dataclasses.replace(speaker, country=code)}
    return dataclasses.replace(doc, actors=dict(sorted({**doc.actors, **government, **own}.items())))


def lone_speaker(doc: Doc) -> Actor | None:
    """The only one who answers, an official of whom no country is known."""
    spans = [quote.speaker for quote in doc.quotes if quote.rule == TURN]
    told = {m.actor for m in doc.mentions if any(span is not None and m.span.overlaps(span) for span in spans)}
    told = {name for name in told if doc.actors[name].kind == "person"} or told  # `TOGOLESE MINISTER ANA LUND:`
    speaker = doc.actors.get(next(iter(told))) if len(told) == 1 and all(spans) else None
    return speaker if speaker and speaker.kind == "person" and speaker.official and not speaker.country else None


# ------------------------------------------------------------------ what the head tells


def of_the_seat(talk: Talk) -> str | None:
    """`Briefing by the Spokesman, Oslo, 3 May`: a spokesman meets the press at home."""
    seats = {strip_accents(name): code for name, code in capitals(talk.knowledge, talk.doc.article.language)}
    return only({seats[place] for part in talk.above if (place := strip_accents(part.casefold())) in seats}, talk)


def of_the_house(talk: Talk) -> str | None:
    """`Ministry of Trade of Chad - Regular press briefing` above `Remarks by the Spokesperson, N. N.`"""
    offices = tuple(load_language("issuers", talk.doc.article.language)["offices"])
    houses = [part.casefold() for part in talk.above if part.casefold().startswith(offices)]
    return only({code for house in houses for code in states_at_the_end(house, talk)}, talk)


def only(codes: set[str], talk: Talk) -> str | None:
    """Of a spokesman, and where there is one."""
    return codes.pop() if len(codes) == 1 and talk.speaker.role == SPOKESPERSON else None


def of_the_office(talk: Talk) -> str | None:
    """`Interview with Oman's trade minister` above `Trade Minister Ali Said`: the only office that the head calls is his."""
    head = [s.span for s in talk.doc.sentences if s.kind in HEAD and s.span.start < talk_begins(talk.doc.article)]
    called = {m.actor for m in talk.doc.mentions if any(span.contains(m.span) for span in head)}
    offices = [actor for name in called if (actor := talk.doc.actors[name]).kind == "office"]
    same = len(offices) == 1 and (offices[0].role == talk.speaker.role or talk.speaker.role == MINISTER)
    return offices[0].country if same else None


def states_at_the_end(words: str, talk: Talk) -> Iterator[str]:
    return (code for name, code in state_names(talk.knowledge, talk.doc.article.language) if words.endswith(f" {name}"))


# ------------------------------------------------------------------ what the talk tells


def of_the_paper(talk: Talk) -> str | None:
    """`Radio Nine Malta` above the talk, in which the minister tells, or is asked, what Malta does: the only country above."""
    head = f" {folded(' '.join(talk.above))} "
    named = {code for name, code in state_names(talk.knowledge, talk.doc.article.language) if f" {folded(name)} " in head}
    return next((code for code in named if len(named) == 1 and doings(talk)[code]), None)


def of_its_name(talk: Talk) -> str | None:
    """`Malta does not accept the note. … Malta is a small country`: of a spokesman, and of one country alone."""
    often = {code for code, times in doings(talk).items() if times >= FEWEST_DOINGS}
    return only(often, talk)


def doings(talk: Talk) -> Counter[str]:
    """How often a country is what a sentence of the talk tells of, without those with which the speaker deals."""
    told = [code for sentence in (*talk.answers, *talk.questions) for code in subjects(talk, sentence)]
    others = dealt_with(talk)
    return Counter(code for code in told if code not in others)


def subjects(talk: Talk, sentence: Sentence) -> set[str]:
    """The countries that are the subject of a sentence's main verb, or of one that is asked for (`Minister, will Malta …?`)."""
    root = next((i for i, token in enumerate(sentence.tokens) if token.head < 0), -1)
    asked = sentence.span.of(talk.doc.article.text).rstrip().endswith("?")
    doers = ((i, token) for i, token in enumerate(sentence.tokens) if token.deprel.startswith("nsubj"))
    heads = {i for i, token in doers if asked or token.head == root}
    inside = [
        m for m in talk.doc.mentions if sentence.span.contains(m.span) and heads & set(covered_by(sentence.tokens, m.span))
    ]
    return {code for m in inside if (code := country_of(talk.doc.actors[m.actor]))}


def dealt_with(talk: Talk) -> set[str]:
    """`Malta has told us`, `we asked Malta`, `Malta says that …, do you agree?`: not the speaker's own."""
    ours = [s for s in talk.answers if any("Person=1" in token.feats for token in s.tokens)]
    cues = load_lexicon(talk.doc.article.language)
    said = [s for s in talk.questions if any(token.head < 0 and cues.lemma(token).lower() in cues.frames for token in s.tokens)]
    return set().union(*(talk.named_in(s) for s in ours), *(subjects(talk, s) for s in said))


RULES: Sequence[Callable[[Talk], str | None]] = (of_the_seat, of_the_house, of_the_office, of_the_paper, of_its_name)

__all__ = ["sided"]

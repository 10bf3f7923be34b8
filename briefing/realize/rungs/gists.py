"""The third rung: who, what kind of act, on which topics.  Always printed with the original words below it.

A gist says less than its source and nothing else.  Its gates: the actors have names in the edition's language; the act is
plainly asserted; the topics stand in the termbase and are the act's own content, all of it.  Where one closes, the original
words are shown: a line that says less than a headline is worse than one in the other language.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from functools import cache

from briefing.knowledge import LANGUAGES, load_language
from briefing.model import ConceptMention, Evidence, Fact, Item, Meeting, Position, Stance
from briefing.model.stances import NOT_YET_SO
from briefing.model.trees import governor_of
from briefing.realize.edition import Edition, government_name, listed, spelled
from briefing.realize.grammar import grammar_of
from briefing.realize.phrases import attributed, fill, is_plural
from briefing.realize.rungs.native import Attempt
from briefing.realize.topics import topic_list
from briefing.realize.wording.contents import Content, content_of, is_content_word
from briefing.realize.wording.transfer import GateClosedError, Transfer, is_printed_form

STATES: frozenset[Stance] = frozenset({"promises", "agrees", "supports"})
"""Whose noun names a state, no act: a commitment that is demonstrated has not been made."""
LEAST_NAMED = 2
"""Words that name the content: one noun alone, `demands regarding women`, tells nothing."""


def gist(item: Item, edition: Edition) -> Attempt:
    """Actor, act and topics, or None with the gate that closed."""
    if item.certainty in {"conditional", "denied"}:
        return Attempt(None, ("not_asserted",))
    who = _who(item, edition)
    if who is None:
        return Attempt(None, ("unknown_actor",))
    stance = _stance_of(item, edition)
    if stance is None:
        return Attempt(None, ("no_gist_for_this_act",))
    closed: list[str] = []
    for piece in item.evidence:
        topics, rule = _topics(item, piece, stance, edition)
        if topics:
            return _worded(item, who, stance, topics, piece, edition)
        closed.append(rule)
    return Attempt(None, tuple(dict.fromkeys(closed)))


def _worded(item: Item, who: Sequence[str], stance: Stance, topics: str, piece: Evidence, edition: Edition) -> Attempt:
    addressee = item.addressee if isinstance(item, Position) else item.recipients if isinstance(item, Fact) else ()
    to = listed(edition, [government_name(edition, code) for code in addressee])
    slot = edition.grammar.to.get(stance, "").format(to=to) if to else ""
    values = {"who": listed(edition, who) or "", "to": slot, "topics": topics}
    whole = attributed(fill(edition.grammar.gists[stance], values, edition, plural=is_plural(who, edition)), item, edition)
    return Attempt(whole, ("gist_of_stance",), piece) if whole else Attempt(None, ("source_cannot_be_named",))


def _stance_of(item: Item, edition: Edition) -> Stance | None:
    """The stance whose gist says no other act than the item's own: ruling something out is not opposing it."""
    act = edition.knowledge.acts.get(item.act or "")
    stance = item.stance if isinstance(item, Position) else act.stance if act and isinstance(item, Fact) else None
    return stance if stance and item.act in acts_of_gists().get(stance, ()) else None


# ------------------------------------------------------------------ topics


def _topics(item: Item, piece: Evidence, stance: Stance, edition: Edition) -> tuple[str | None, str]:
    """The topics that the act's own content names, as one phrase; None with the gate where they say too little of it."""
    passage = edition.passages.of(piece)
    if passage.language not in LANGUAGES or not passage.tokens:
        return None, "no_tree"
    t = Transfer(passage=passage, edition=edition)
    try:
        content = content_of(t, item)
    except GateClosedError as gate:
        return None, str(gate)
    if content.clause:
        return None, "a_whole_clause_is_the_topic"  # `demands on drugs`: what is to be done about them is the news
    if stance in STATES and content.noun:
        return None, "a_noun_of_no_act"
    if {t.tokens[i].form.casefold() for i in content.words} & grammar_of(passage.language).turning_nouns:
        return None, "a_noun_turns_the_topic"
    inside = [(concept, words) for concept, words in _named(t) if words and words <= content.words]
    told = [row for row in inside if _is_told(t, *row) and row[1] & set(content.heads)]
    topics = topic_list([concept for concept, _ in told], edition)
    if topics is None:
        return None, "no_topics"
    if stance in NOT_YET_SO:
        return None, "what_is_not_there_yet"
    return (topics, "") if _says_enough(t, content, {i for _, words in told for i in words}) else (None, "topics_too_thin")


def _says_enough(t: Transfer, content: Content, told: Set[int]) -> bool:
    """Whether the topics are all of the content, whosever it is and how much of it: else the original words say more."""
    if any(_is_somebodys(t, head) or _is_counted_out(t, head) for head in content.heads):
        return False
    if len({i for i in told if is_content_word(t, i)}) < LEAST_NAMED:
        return False
    return {i for i in content.words if is_content_word(t, i)} <= told


def _is_counted_out(t: Transfer, head: int) -> bool:
    """`any intervention`, `toda medida`, `both proposals`: without that word it is less, or more."""
    return any(t.tokens[i].feat("PronType") != "Art" for i in t.below(head, "det"))


def _is_somebodys(t: Transfer, head: int) -> bool:
    """`Ukraine's sovereignty`, `the tariffs of Chile`: without its owner it is another thing."""
    owners = [i for i in t.below(head, "nmod") if any(m.span.contains(t.tokens[i].span) and not m.place for m in t.mentions)]
    cases = {grammar_of(t.passage.language).genitive, "'s", "’s", "'", "’"}
    return any({t.tokens[c].form.casefold() for c in t.below(i, "case")} & cases for i in owners)


def _named(t: Transfer) -> Iterator[tuple[str, frozenset[int]]]:
    """The concepts of the sentence, with the tokens that name them."""
    for mention in t.concepts:
        yield mention.concept, _tokens_in(t, mention)


def _tokens_in(t: Transfer, mention: ConceptMention) -> frozenset[int]:
    return frozenset(t.passage.tree.covered_by(mention.span))


def _is_told(t: Transfer, concept: str, words: Set[int]) -> bool:
    """Whether the edition's term says what the words say: no empty concept, and in their number (`a protest`, `protests`)."""
    known = t.edition.knowledge.concepts.get(concept)
    if known is None or known.generic or concept in vacuous():
        return False
    single = [t.tokens[i].form for i in words]
    longer = len(single) == 1 and " " in known.terms[t.passage.language].lemma
    if longer and not is_printed_form(single, known, t.passage.language):
        return False  # `su excarcelación` is not `release of prisoners`
    head = governor_of(t.tokens, words)
    number = {"Sing": "s", "Plur": "p"}.get(t.tokens[head].feat("Number") or "") if head is not None else None
    return known.terms[t.edition.language].number in {number, "mass" if number != "p" else None}


@cache
def acts_of_gists() -> Mapping[str, Collection[str]]:
    """By stance, the acts that its gist may stand for."""
    return {stance: tuple(acts) for stance, acts in load_language("realize", "gists").items()}


@cache
def vacuous() -> frozenset[str]:
    return frozenset(load_language("transfer", "words")["vacuous"])


def _who(item: Item, edition: Edition) -> list[str] | None:
    """The person who spoke, where the brief knows; else the governments."""
    codes: Sequence[str] = ()
    speaker = edition.speakers.get((item.evidence[0].article, item.evidence[0].start, item.act or ""))
    if isinstance(item, Fact) and speaker:
        return [speaker]
    if isinstance(item, Position):
        if item.voice:
            return [spelled(item.voice.name)]
        codes = (item.government,)
    elif isinstance(item, Fact):
        codes = item.actors
    elif isinstance(item, Meeting):
        codes = item.participants
    names = [government_name(edition, code) for code in codes]
    known = [name for name in names if name]
    return known if known and len(known) == len(names) else None

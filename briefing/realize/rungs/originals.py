"""The last rung: the original words, in brackets what a reader needs to know whom and when they mean.

Of several pieces one that stands alone is taken.  Where none does (`Both agreed …`, `Lima asked for 70.`), the sentence before
it is printed too, if that one stands alone and gives what is needed.
"""

from __future__ import annotations

import bisect
import dataclasses
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from briefing.model import Doc, Item, Meeting, Position, Quote, Sentence
from briefing.model.letters import capital
from briefing.model.lists import list_head
from briefing.model.marks import WITH_ITS_QUESTION, WITH_THE_SENTENCE_BEFORE
from briefing.realize.edition import Edition
from briefing.realize.grammar import grammar_of
from briefing.realize.leaning import (
    describing,
    elided,
    epithets,
    lacking,
    pointed,
    pointers,
    references,
    relative_days,
    undated,
    which,
)
from briefing.realize.leaning.bracketed_names import name_issuers, name_surnames
from briefing.realize.leaning.definites import introducing, pointing_nouns
from briefing.realize.leaning.leanings import (
    LEANINGS,
    Leaning,
    gives_the_judged,
    gives_the_owned,
    gives_the_things,
    lacking_in_its_words,
    says,
)
from briefing.realize.notes import interviews, naming, summed
from briefing.realize.rungs import excerpts, native, openings, quotations, steps, written_at
from briefing.realize.rungs.leads import opens_its_article
from briefing.realize.rungs.native import Attempt
from briefing.realize.rungs.passages import TURN, Edit, Passage, of_its_words
from briefing.realize.rungs.steps import Step

_LABEL = re.compile(r"^([^\[\]]+): $")
_SPEAKER = re.compile(r"\[[^\[\]]+:\] ")
"""A speaker put before a quotation: among exact words it stands in brackets."""
_ANSWERER = re.compile(r"^((?:\[[^\[\]]+:\] )?)(?:\*\*)?[^\W\d_]{1,2}\.?:\s+")
"""`A: `, `R.: `, before an answer."""
_QUESTIONER = re.compile(r"^[^\W\d]+:\s+")
LEANS = "leans_on_what_is_not_printed"
"""The rule on words of which only their article tells whom or what they mean."""
POINTS = "points_at_what_is_not_told"
"""The rule on words whose definite nouns neither they nor the lines above explain."""
LOOSE = "points_by_a_small_word"
"""The rule on those that a small word makes lean: a reader takes it for the nearest, whatever that is."""
BARE = "leans_and_tells_little"
"""The rule on those of few words beside what they lean on."""
BECAUSE = "because:"
"""Before the name of a reason why words do not stand alone."""
OF_A_PAIR = frozenset({"leaning", "what_names_nothing"})
"""What `both` lacks that gets its two names in brackets."""
BEHIND_FACT = "behind_a_key_fact"
"""The rule on words whose neighbour is a key fact above: `Norway's Justice Ministry refused the request.` below the request."""
BESIDE_A_FACT = frozenset({"pointing_nouns", "loose_pointers", "judged_things", "owned_deeds", "dangling_definites"})
"""What may mean something in a key fact above: a thing, a deed; of `Both agreed`, `There she said` a reader asks who, where."""
OF_WHO_TAKES_IT = frozenset({"name_elided_subject", "unknown_bodies"})
"""What the column of a position tells too: `[Mexico] said that it would go to the court`, `the ministry`."""
_NEXT_POINT = re.compile(r"\s*[;,](?:\s+\w{1,3})?\.?$")
"""`…; and`: how a point of a list goes on to the next one."""
LISTED = "under_the_head_of_its_list"
GAP = "[…]"
"""Between two sentences of one article that do not stand side by side."""
LONGEST_PAIR = 75
"""Words of a sentence together with the one before it."""


WHOLE: tuple[Step, ...] = (steps.refuse_what_is_not_prose, steps.refuse_fragments, steps.refuse_questions)
"""Those that any sentence passes that tells something."""

OF_THE_ITEM: tuple[Step, ...] = (
    name_issuers,
    references.name_voice,
    references.name_pronouns,
    naming.name_pair,
    elided.name_elided_subject,
    pointed.name_pointed_speaker,
    pointed.name_untold_source,
    quotations.name_speaker,
)
"""What is put in brackets where the article tells it: first who speaks and acts for the item."""
OF_ANY_ITEM: tuple[Step, ...] = (
    epithets.name_epithets,
    describing.describe_known_things,
    which.tell_which,
    name_surnames,
    undated.mark_unknown_days,
    relative_days.date_relative_days,
    written_at.mark_this_place,
)
"""Then what asks for nothing of it but, of a meeting, its day."""

BEHIND: tuple[Step, ...] = (quotations.complete_marks, undated.mark_unknown_days, relative_days.date_relative_days)
"""Those for a sentence that stands behind its own neighbour."""


def verbatim(item: Item, edition: Edition) -> Attempt:
    """The original words: the shortest evidence that stands alone, in the edition's language if there is any."""
    every = [edition.passages.of(piece) for piece in item.evidence]
    telling = [passage for passage in every if not native.is_told_better(item, passage, edition)] or every
    passages = [passage for passage in telling if passage.evidence.language == edition.language] or telling
    rows = [(needs(passage, item, edition), passage) for passage in passages]
    wanting, best = min(rows, key=lambda row: (bool(row[0]), len(row[1].evidence.text)))
    talk = _with_its_question(best, item, edition)
    if talk is not None:
        return Attempt(talk, (WITH_ITS_QUESTION, *((LEANS,) if len(wanting) > 1 else ())), best.evidence)
    if (point := _under_its_head(best, item, edition)) is not None:
        return Attempt(point, (LISTED,), best.evidence)
    before = sentence_before(best) if wanting else None
    pair = [before, best] if before and _may_stand(before, best, wanting, item, edition) else [best]
    if len(pair) == 1 and [row.gives for row in wanting] in ([gives_the_things], [gives_the_owned], [gives_the_judged]):
        pair = [*_brought_in(best, wanting, item, edition), best]
    closed = (
        len(pair) > 1 and not _needs_a_thing(pair[0], edition) and all(row.gives(pair[0], best, edition) for row in wanting)
    )
    leans = bool(wanting) and not closed
    rules = ((WITH_THE_SENTENCE_BEFORE,) if len(pair) > 1 else ()) + ((LEANS,) if leans else ())
    outside = _pointing_outside(pair, edition)
    rules += (POINTS,) if outside and not lacking.tells_beside(best, outside) else ()
    loose = leans and len(pair) == 1 and pointers.points_in_narration(best)
    rules += (LOOSE,) if loose and not opens_its_article(best) else ()  # `los 1.900 millones que le adeuda Cuba`
    if len(pair) > 1 and closed and not outside and _stands_above(pair[0], best, wanting, item, edition):
        return Attempt(_printed(best, item, edition), (BEHIND_FACT, *_because(wanting)), best.evidence)
    texts = [_printed(passage, item, edition) for passage in pair]
    apart = len(pair) > 1 and sentence_before(best) != pair[0]
    if len(pair) > 1 and not apart and _share_a_quotation(*pair):
        texts = [" ".join(best.source[pair[0].span.start : best.span.stop].split())]
    rules += (BARE,) if leans and lacking.tells_little(best) else ()
    rules += _because(wanting)
    return Attempt(_joined([*texts[:-1], f"{GAP} {texts[-1]}"] if apart else texts), rules, best.evidence)


def _because(wanting: Sequence[Leaning]) -> tuple[str, ...]:
    return tuple(f"{BECAUSE}{row.name}" for row in wanting)


def _stands_above(before: Passage, passage: Passage, wanting: Sequence[Leaning], item: Item, edition: Edition) -> bool:
    """Whether a key fact tells the sentence before, and what this one leaves to it is found there."""
    known = BESIDE_A_FACT | (OF_WHO_TAKES_IT if isinstance(item, Position) else frozenset())
    spoken = any(quote.kind == "direct" for quote in passage.quotes)  # `“They treated them like criminals,” Ruiz said`: whom
    told = not (spoken or isinstance(item, Meeting)) and {row.name for row in wanting} <= known
    return told and (before.evidence.article, before.evidence.start) in edition.above


def side_by_side(before: Sequence[Passage], own: Item, passage: Passage, item: Item, edition: Edition) -> str:
    """Sentences that follow one another in their article, in its own words; `own` stands for the item of those before."""
    if all(_share_a_quotation(*pair) for pair in pairwise((*before, passage))):
        label = _SPEAKER.match(_printed(before[0], own, edition))
        return (label[0] if label else "") + " ".join(passage.source[before[0].span.start : passage.span.stop].split())
    return _joined([*(_printed(one, own, edition) for one in before), _printed(passage, item, edition)])


def _share_a_quotation(before: Passage, passage: Passage) -> bool:
    """`"We shut nothing. We wait," the minister said`: one quotation, whose second sentence tells who speaks."""
    own = passage.sentence is not None and passage.sentence.paragraph == (before.sentence or passage.sentence).paragraph
    return own and any(q.content.contains(before.span) or q.content.overlaps(before.span) for q in passage.quotes)


def _pointing_outside(pair: Sequence[Passage], edition: Edition) -> list[int]:
    """The nouns of the last sentence that none before it explains; a neighbour tells what a deed sums up."""
    before, nouns = pair[:-1], steps.nouns_left(pair[-1], edition)
    return [noun.index for noun in nouns if not any(noun.is_a_deed or says(one, noun.lemma) for one in before)]


def _brought_in(passage: Passage, wanting: Sequence[Leaning], item: Item, edition: Edition) -> list[Passage]:
    """The earlier sentence that tells what this one points at, where it stands alone."""
    first = introducing(passage) or _telling_the_deed(passage, edition)
    before = passage.beside(first) if first else None
    stands = before is not None and _may_stand(before, passage, wanting, item, edition)
    return [before] if before is not None and stands and not needs(before, item, edition) else []


def _telling_the_deed(passage: Passage, edition: Edition) -> Sentence | None:
    """The one earlier sentence of the article that tells what a deed's noun sums up."""
    owned, judged = lacking.owned_deed(passage), lacking.judged_thing(passage)
    noun = next((one.lemma for one in pointing_nouns(passage) if one.is_a_deed), judged)
    if noun in grammar_of(passage.language).shares:
        return summed.sum_sentence(passage)
    if owned or noun:
        return summed.deed_sentence(passage, owned or noun or "", edition.knowledge, owned=owned is not None)
    return None


def _needs_a_thing(before: Passage, edition: Edition) -> bool:
    """What a sentence before may lack: it is printed, but the two still lean on a third."""
    return bool(steps.nouns_left(before, edition))


def _with_its_question(passage: Passage, item: Item, edition: Edition) -> str | None:
    """`[Question: Peru forbids it. Do you agree?] [Ruiz:] We do.`: an answer that leans on what was asked, both short."""
    signs = (pointers.loose_pointer, lacking.what_lacks)
    if not (interviews.wants_its_question(passage, item) or any(sign(passage) is not None for sign in signs)):
        return None
    asked, answer = [passage.beside(one) for one in interviews.asked_before(passage)], _answer_up_to(passage)
    asked, answer = ([one for one in turn if not openings.is_turn_label(one)] for turn in (asked, answer))
    while asked and sum(one.length for one in (*asked, *answer)) > interviews.LONGEST_TALK:
        asked = asked[1:]
    if not asked:
        return None
    # `Yes, provided that they pay.`, `But we will not.`: behind its question an answer keeps its first word
    said = _joined([_printed(one, item, edition, _without_its_label) for one in answer])
    bare = _ANSWERER.sub(r"\1", said)
    return f"{_question(asked, edition)} {bare}"


def _under_its_head(passage: Passage, item: Item, edition: Edition) -> str | None:
    """`The Ministers agreed: […] To open the bridge.`: a point, which only the line above its list makes a sentence.

    One that gets its subject in brackets (`[Bolivia] demands …`) needs no other.
    """
    doc, own, root = passage.doc, passage.sentence, passage.root
    if root is None or elided.has_subject(passage, root):
        return None
    whole = passage.whole if not passage.offset else None
    at = bisect.bisect_left(whole.starts, own.span.start) if whole is not None and own is not None else 0
    head = list_head(passage.source, doc.sentences, at) if doc is not None and at else None
    if doc is None or head is None or doc.sentences[head].kind != "body":
        return None
    said = _NEXT_POINT.sub("", _printed(passage, item, edition))
    if said.startswith("["):
        return said
    above = capital(_printed(passage.beside(doc.sentences[head]), item, edition)).rstrip(".")
    return f"{above} {said}" if head == at - 1 else f"{above} {GAP} {said}"


def _answer_up_to(passage: Passage) -> list[Passage]:
    """The answer from its first words on: `No, that is not true.` left out would make another answer of the rest."""
    start, sentences = interviews.answer_start(passage), passage.doc.sentences if passage.doc else ()
    before = (one for one in sentences if start <= one.span.start < passage.span.start)
    return [*(passage.beside(one) for one in before), passage]


def _question(asked: Sequence[Passage], edition: Edition) -> str:
    """`**Reporter:** Will Peru pay?` -> `[Question: Will Peru pay?]`, which is no speaker's label."""
    bare = (openings.drop_turn_label(one).words.strip(' *_"“”«»\n—–-') for one in asked)
    words = " ".join(_QUESTIONER.sub("", one) for one in bare)
    return f"[{grammar_of(edition.language).question}: {words}]"


def needs(passage: Passage, item: Item, edition: Edition) -> list[Leaning]:
    """What a sentence lacks that says whom or what it means only together with the one before it."""
    return list(lacks(passage, item, edition, LEANINGS))


def lacks(passage: Passage, item: Item, edition: Edition, rows: Sequence[Leaning]) -> Iterator[Leaning]:
    """What of a table it lacks."""
    if not passage.tokens:
        return
    opened = _opened(passage, edition)
    opened = references.name_voice(opened, item, edition)
    named, pronouns = references.name_pronouns(opened, item, edition), references.name_pronouns
    asked, without = named or opened, lacking_in_its_words(opened)
    pair = naming.name_pair(asked, item, edition) is not asked
    for row in rows:
        if pair and row.name in OF_A_PAIR:
            continue
        if row.sign is not None:
            lacks_it = row.step in without
        elif row.step is pronouns:
            lacks_it = named is None
        else:
            lacks_it = row.step(asked, item, edition) is None
        if lacks_it:
            yield row


def _opened(passage: Passage, edition: Edition) -> Passage:
    def opened() -> Passage:
        return _begun(_without_its_label(passage, edition))

    return edition.made("original", passage.evidence, opened)


def _without_its_label(passage: Passage, edition: Edition) -> Passage:
    return openings.drop_turn_label(openings.drop_list_marker(passage))


def _begun(passage: Passage) -> Passage:
    """`And on Monday the envoy …` -> `On Monday the envoy …`: the link goes, the first letter becomes a capital."""
    bare = openings.drop_connectives(passage)
    start = bare.span.start
    letter = bare.source[start - bare.offset]
    return bare.edited(start, start + 1, letter.upper()) if bare is not passage and letter.islower() else bare


@of_its_words
def sentence_before(passage: Passage) -> Passage | None:
    """The sentence before this one, in its paragraph or the last of the one before: some papers set each sentence apart."""
    own, whole = passage.sentence, passage.whole
    at = bisect.bisect_left(whole.starts, own.span.start) if own is not None and whole is not None else 0
    before = whole.doc.sentences[at - 1] if at and whole is not None else None
    if before is None or own is None or before.paragraph < own.paragraph - 1:
        return None
    return passage.beside(before)


def _may_stand(before: Passage, passage: Passage, wanting: Sequence[Leaning], item: Item, edition: Edition) -> bool:
    short = before.length + passage.length <= LONGEST_PAIR
    if would_be_labelled(before, passage, wanting, item):
        return False
    if not short or brings_anothers_word(before, passage, item) or not all(step(before, item, edition) for step in WHOLE):
        return False
    required = [row for row in wanting if row.gives is not gives_the_things] or wanting
    if not all(row.gives(before, passage, edition) for row in required):
        return False
    left = [row for row in needs(before, item, edition) if row.gives is not gives_the_things]
    return not left


def would_be_labelled(before: Passage, passage: Passage, wanting: Sequence[Leaning], item: Item) -> bool:
    """`said that Togo would not lift them.  Both ministers agreed …`: behind `Agrees:` a reader takes the first for agreed.

    Who they are stands in brackets.
    """
    if not isinstance(item, Position) or item.stance == "states" or before.doc is None:
        return False
    who_only = {row.name for row in wanting} <= OF_A_PAIR | OF_WHO_TAKES_IT
    said = [quote for quote in before.doc.quotes if quote.content.overlaps(before.span)]
    return who_only and any(not quote.content.overlaps(passage.span) for quote in said)


def brings_anothers_word(before: Passage, passage: Passage, item: Item) -> bool:
    """`Según la autoridad, faltan barcos.` before what Peru says: in Peru's column it would be read as Peru's word.

    In doubt it is another's: a teller of whom the article does not say whose he is, unless `he` of the sentence means him.
    """
    doc = before.doc
    if not isinstance(item, Position) or doc is None:
        return False
    here = [quote for quote in doc.quotes if quote.content.overlaps(before.span)]
    own = [q.speaker for q in doc.quotes if q.speaker and q.content.overlaps(passage.span)]
    pointed = any(t.upos == "PRON" and any(span.contains(t.span) for span in own) for t in passage.tokens)
    return any(not _speaks_for(doc, quote, passage, item.government, pointed=pointed) for quote in here)


def _speaks_for(doc: Doc, quote: Quote, passage: Passage, government: str, *, pointed: bool) -> bool:
    """Whether who says a sentence's words is of that government, or somebody by name whose country nobody tells.

    Of the latter no quotation in marks, where another acts: `"Nobody pays for a mango," Soto said. Peru's minister asked …`
    """
    if quote.speaker is None:
        return not quote.chain
    named = (m.actor for m in doc.mentions if m.span.overlaps(quote.speaker) and m.actor in doc.actors)
    found = [doc.actors[actor] for actor in named]
    if not found:
        return pointed
    others = {m.actor for m in passage.mentions if not m.place} - {one.id for one in found}
    acts = any(government in {doc.actors[one].country, one} for one in others if one in doc.actors)
    unknown = quote.kind != "direct" or pointed or not acts
    return any(government in {one.country, one.id} or (one.kind == "person" and not one.country and unknown) for one in found)


def printed_behind(passage: Passage, item: Item, edition: Edition, *, marked: bool) -> str:
    """A sentence that stands behind the one before it, as in its article: whom it means has been named.

    A turn of a transcript has no marks of its own: they are put only where the first sentence has got some.
    """
    turn = any(quote.rule == TURN and quote.content.contains(passage.span) for quote in passage.quotes)
    for step in BEHIND[1:] if turn and not marked else BEHIND:
        passage = step(passage, item, edition) or passage
    return quotations.closed_marks(passage.printed())


def _joined(texts: Sequence[str]) -> str:
    """The texts as one, with a speaker of both named once."""
    first = _SPEAKER.match(texts[0])
    return " ".join([texts[0], *(text.removeprefix(first[0]) if first else text for text in texts[1:])])


def _begun_with_a_capital(passage: Passage) -> Passage:
    """What begins a sentence of talk without a stop before it."""
    first = passage.words[:1]
    start = passage.span.start
    return passage.edited(start, start + 1, first.upper()) if first.islower() and not passage.edits else passage


def _printed(passage: Passage, item: Item, edition: Edition, opened: Callable[[Passage, Edition], Passage] = _opened) -> str:
    passage = _begun_with_a_capital(excerpts.excerpt(opened(passage, edition)))
    for step in OF_THE_ITEM if passage.tokens else ():
        passage = step(passage, item, edition) or passage
    return _with_insertions(passage, item, edition)


def _with_insertions(passage: Passage, item: Item, edition: Edition) -> str:
    """The words with all that is put in brackets, once for all items that leave the same of them."""

    def made() -> str:
        inserted = passage
        for step in OF_ANY_ITEM if passage.tokens else ():
            inserted = step(inserted, item, edition) or inserted
        edits = tuple([_in_brackets(edit) for edit in inserted.edits])
        return quotations.closed_marks(inserted.with_edits(edits).printed())

    day = item.date if isinstance(item, Meeting) else ""
    return edition.made(("in brackets", passage.span, passage.edits, day), passage.evidence, made)


def _in_brackets(edit: Edit) -> Edit:
    """`Boric: ` -> `[Boric:] `"""
    text = _LABEL.sub(r"[\1:] ", edit.text)
    return edit if text == edit.text else dataclasses.replace(edit, text=text)

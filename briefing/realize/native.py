"""The first rung: a sentence of the sources themselves, in the reader's language.

`STEPS` are named rules in their order.  Each gets the passage and returns it (edited or not), or None, which closes the rung
for this passage: then another sentence of the evidence is tried.  Of those that pass, the one that says most in fewest words is
printed.  What is edited is little and visible: an empty opening goes, a name in brackets comes.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from briefing.model import Evidence, Fact, Item, Position
from briefing.realize import (
    antecedents,
    cutting,
    dangling,
    describing,
    epithets,
    introduced,
    openings,
    plain,
    pointers,
    quotations,
    references,
    undated,
)
from briefing.realize.clauses import acts_among, clauses_of
from briefing.realize.contents import acts_of, tells_beside
from briefing.realize.definites import PointingNoun, pointing_nouns
from briefing.realize.edition import Edition, government_name, listed
from briefing.realize.grammar import grammar_of
from briefing.realize.passages import Passage, find_passages, of_its_words
from briefing.realize.phrases import attributed_to, capital
from briefing.realize.transfer import Transfer, base

Step = Callable[[Passage, Item, Edition], Passage | None]

_FEWEST_WORDS = 4
MAIN_VERB = 3
TOLD_BEFORE = 2
"""Points that a sentence loses where the same list already has it."""
_STOPS = (".", "!", "…", ".”", "!”", "…”", ".»", '."', ".)", "”", "»", '"', ")")
WORDS_PER_POINT = 12
"""So many words more must say one thing more, for a longer sentence to be the better one."""


@dataclass(frozen=True, slots=True)
class Attempt:
    """What a rung made of an item: its text, or None, and the rules that decided."""

    text: str | None
    rules: tuple[str, ...] = ()
    evidence: Evidence | None = None
    """The one piece that the text retells, where it is one."""


def refuse_what_is_not_prose(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if openings.is_not_prose(passage) else passage


def refuse_fragments(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """A sentence that the splitter cut, one that announces what follows, a heading without a verb."""
    return None if _is_fragment(passage) else passage


@of_its_words
def _is_fragment(passage: Passage) -> bool:
    words = passage.words
    return (
        len(words.split()) < _FEWEST_WORDS
        or re.match(r"[a-zà-ÿ,;:.)]", words) is not None
        or words.endswith((":", ",", ";", "..."))
        or "\n\n" in words
        or (bool(passage.tokens) and not _has_finite_root(passage))
    )


def _has_finite_root(passage: Passage) -> bool:
    """`Todo lo que tiene que ver con migración.` has a finite verb, but asserts nothing."""
    tokens = passage.tokens
    relations = passage.tree.relations
    roots = {index for index, token in enumerate(tokens) if token.head < 0}
    roots |= {i for i, t in enumerate(tokens) if t.head in roots and relations[i] in {"conj", "parataxis", "ccomp"}}
    own = (t for i, t in enumerate(tokens) if i in roots or (t.head in roots and relations[i] in {"aux", "cop"}))
    return any(token.feat("VerbForm") == "Fin" for token in own) or any(_is_clause(passage, i) for i in passage.kept)


def _is_clause(passage: Passage, index: int) -> bool:
    """`In view of …, the fee shall be waived`, whose main clause the parser hangs on a noun: subject, verb, no link."""
    token, children = passage.tokens[index], passage.tree.children.get(index, ())
    kinds = {passage.tokens[i].deprel.split(":")[0] for i in children}
    helped = any(passage.tokens[i].upos == "AUX" and passage.tokens[i].feat("VerbForm") == "Fin" for i in children)
    finite = token.upos == "VERB" and (token.feat("VerbForm") == "Fin" or helped)
    return finite and token.deprel.split(":")[0] in {"ccomp", "parataxis"} and "nsubj" in kinds and "mark" not in kinds


def refuse_questions(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if _is_question(passage) else passage


@of_its_words
def _is_question(passage: Passage) -> bool:
    return re.search(r"[?¿]", passage.unquoted_words) is not None or passage.words.rstrip(' ”»"').endswith("?")


def refuse_first_person(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """`We expect …`, `Nuestra redacción …`: the article's own voice, or speech of nobody known."""
    return None if _speaks_in_the_first_person(passage) and not _issuers(passage, edition) else passage


def quote_issuers(passage: Passage, item: Item, edition: Edition) -> Passage:
    """`We reaffirm …` of an official text -> `Chile and Peru: “We reaffirm …”`."""
    issuers = _issuers(passage, edition)
    if not issuers or not _speaks_in_the_first_person(passage):
        return passage
    opening = grammar_of(edition.language).quoted.format(who=capital(issuers), quote='"')
    return passage.edited(passage.span.stop, passage.span.stop, '"').begun_with(opening)


def _issuers(passage: Passage, edition: Edition) -> str | None:
    """In whose name an official text speaks."""
    return listed(edition, [government_name(edition, code) for code in (passage.doc.issuers if passage.doc else ())])


@of_its_words
def _speaks_in_the_first_person(passage: Passage) -> bool:
    own = grammar_of(passage.language).first_person
    if passage.tokens:
        words = {token.form.casefold() for _, token in passage.unquoted_tokens if token.upos in {"PRON", "DET"}}
    else:  # `the US`, `Charles I` are written in capitals
        words = {word.casefold() for word in re.findall(r"[\w']+", passage.unquoted_words) if not word.isupper()}
    spoken = any(token.feat("Person") == "1" for _, token in passage.unquoted_tokens if token.upos in {"VERB", "AUX"})
    return spoken or bool(words & set(own))


def drop_list_marker(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return openings.drop_list_marker(passage)


def drop_turn_label(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return openings.drop_turn_label(passage)


def drop_dateline(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return openings.drop_dateline(passage)


def drop_connectives(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return openings.drop_connectives(passage)


def drop_leaning_concession(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """Only where it points outside: a concession that stands by itself stays."""
    shorter = openings.drop_concession(passage)
    leans = references.has_dangling_demonstrative(passage) and not references.has_dangling_demonstrative(shorter)
    return shorter if leans else passage


def refuse_leaning(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    index, first = next(iter(passage.unquoted_tokens), (0, None))
    signs = (references.is_named, references.is_edited)
    known = first is not None and any(sign(passage, first.span) for sign in signs)
    named = known or (first is not None and antecedents.person_meant(passage, index) is not None)
    pronoun = named and first is not None and first.upos == "PRON"
    return passage if pronoun or not openings.leans_on_its_neighbour(passage) else None


def refuse_ellipses(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if references.has_lone_number(passage) else passage


def refuse_loose_pointers(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """What is named in brackets points no more."""
    return None if pointers.loose_pointer(passage) else passage


def refuse_dangling_demonstratives(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if references.has_dangling_demonstrative(passage) else passage


def refuse_dangling_definites(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if references.has_dangling_definite(passage) else passage


def refuse_unknown_epithets(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if references.has_unknown_epithet(passage, edition) else passage


def refuse_set_apart(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if dangling.set_apart(passage) else passage


def refuse_what_names_nothing(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """A position names who holds it beside its line."""
    return None if isinstance(item, Fact) and dangling.names_nothing(passage) else passage


def refuse_too_little(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if dangling.says_too_little(passage) else passage


def refuse_too_short(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """`Chile refused.`, `Perú prefiere Ilo.`: somebody's answer in three words; to what, the sentence before tells."""
    first = next((passage.tokens[i] for i in passage.kept), None)
    named = first is not None and any(m.span.overlaps(first.span) for m in passage.mentions)
    return None if named and len(passage.words.split()) < _FEWEST_WORDS else passage


def refuse_leaning_phrases(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if dangling.leaning_phrase(passage) else passage


def refuse_pointing_nouns(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """What a line above has brought in is known to the reader."""
    return None if nouns_left(passage, edition) else passage


def nouns_left(passage: Passage, edition: Edition) -> tuple[PointingNoun, ...]:
    """The nouns that point at what no line above has told."""
    return tuple(one for one in pointing_nouns(passage) if not _is_told_above(one, edition))


def _is_told_above(noun: PointingNoun, edition: Edition) -> bool:
    """Of deeds and meetings there are many in a week: a line above may tell of another."""
    many = noun.is_a_deed or {noun.form, noun.lemma} & edition.meeting_words
    return not many and any(references.said_before(noun.lemma, line) for line in edition.lines)


def refuse_unknown_offices(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if introduced.unknown_office(passage, edition.knowledge) else passage


def refuse_answers(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if introduced.leans_on_its_question(passage) else passage


def refuse_unknown_hearers(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if dangling.unknown_hearer(passage) else passage


def refuse_leaning_quotes(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if dangling.leaning_quote(passage) else passage


def refuse_unknown_bodies(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if dangling.unknown_body(passage) else passage


def shorten(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    passage = cutting.shorten(passage, item, edition)
    return None if cutting.is_too_long(passage) else passage


def say_plainly(passage: Passage, item: Item, edition: Edition) -> Passage:
    """Brackets belong into quotations: elsewhere what they hold is said in plain words."""
    return passage if quote_issuers(passage, item, edition) != passage else plain.say_plainly(passage, item, edition)


STEPS: tuple[Step, ...] = (
    refuse_what_is_not_prose,
    drop_list_marker,
    drop_turn_label,
    refuse_fragments,
    refuse_questions,
    refuse_first_person,
    drop_dateline,
    drop_connectives,
    drop_leaning_concession,
    refuse_leaning,
    refuse_ellipses,
    references.name_pronouns,
    refuse_dangling_demonstratives,
    refuse_dangling_definites,
    refuse_set_apart,
    refuse_too_little,
    refuse_leaning_phrases,
    refuse_answers,
    refuse_unknown_hearers,
    refuse_leaning_quotes,
    refuse_loose_pointers,
    refuse_unknown_bodies,
    refuse_unknown_epithets,
    refuse_unknown_offices,
    references.name_elided_subject,
    refuse_pointing_nouns,
    refuse_what_names_nothing,
    quotations.complete_marks,
    quotations.name_speaker,
    shorten,
    epithets.name_epithets,
    describing.describe_known_things,
    epithets.spell_out_abbreviations,
    undated.drop_unknown_days,
    references.date_relative_days,
    say_plainly,
    quote_issuers,
)


OF_ANY_ITEM = STEPS.index(references.name_elided_subject)
"""So many steps ask for nothing of the item."""
CLAUSE_STEPS: tuple[Step, ...] = STEPS[STEPS.index(references.name_pronouns) :]
"""Those that a clause inside a sentence needs: it begins with no link to the sentence before."""


def native_sentence(item: Item, edition: Edition, taken: Collection[str] = ()) -> Attempt:
    """The best sentence of the evidence in the edition's language.  Those already printed in the list come last."""
    passed: list[tuple[Passage, tuple[str, ...]]] = []
    closed: list[str] = []
    for passage in find_passages(item, edition.passages, edition.language):
        result, rules = whole_sentence(passage, item, edition)
        if result is not None and is_told_better(item, passage, edition):
            closed.append("another_tells_the_act_itself")
        elif result is not None and is_of_another_country(item, passage, edition):
            closed.append("of_another_country")
        elif result is None:
            closed += rules
        else:
            passed.append((result, rules))
    if not passed:
        told = told_clause(item, edition)
        return told or Attempt(None, tuple(dict.fromkeys(closed)) or ("no_sentence_in_this_language",))
    texts = [(finish(passage, edition, rules), passage, rules) for passage, rules in passed]
    worth = [_worth(passage, item, edition) - TOLD_BEFORE * (text in taken) for text, passage, _ in texts]
    order = min(range(len(texts)), key=lambda n: (-worth[n], n))
    return Attempt(texts[order][0], texts[order][2], texts[order][1].evidence)


def is_told_better(item: Item, passage: Passage, edition: Edition) -> bool:
    """Whether this sentence tells something else, and beside it the item, which another piece of evidence tells itself."""
    if not isinstance(item, Position) or not tells_beside(passage, item, edition):
        return False
    others = (edition.passages.of(piece) for piece in item.evidence if piece != passage.evidence)
    return any(other.tokens and _tells_it(other, item, edition) for other in others)


def _tells_it(passage: Passage, item: Item, edition: Edition) -> bool:
    t = Transfer(passage=passage, edition=edition)
    return any(True for _ in acts_of(t, item)) and not tells_beside(passage, item, edition)


def told_clause(item: Item, edition: Edition) -> Attempt | None:
    """`Esto ocurrió después de que Clarín reveló que Chile rechazó …` -> `Según Clarín, Chile rechazó …`."""
    for passage in find_passages(item, edition.passages, edition.language):
        if not passage.tokens or openings.is_not_prose(passage):
            continue
        t = Transfer(passage=passage, edition=edition)
        acts = acts_among(t, passage.kept, item)
        for part in (part for act in acts for part in clauses_of(t, act, passage.kept) if part.source):
            start, stop = t.tokens[part.order[0]].span.start, t.tokens[part.order[-1]].span.stop
            whole = list(part.order) == list(range(part.order[0], part.order[-1] + 1))
            result, rules = run_steps(passage.starting_at(start).ending_at(stop), item, edition, CLAUSE_STEPS)
            if result is not None and whole and part.source:
                letter = passage.source[start - passage.offset]
                text = letter + finish(result, edition, rules)[1:]
                inside = start > passage.span.start
                told = attributed_to(part.source, text, edition, inside=inside)
                return Attempt(told, (part.rule, *rules), passage.evidence)
    return None


def whole_sentence(passage: Passage, item: Item, edition: Edition) -> tuple[Passage | None, tuple[str, ...]]:
    """The passage after all steps; those that ask for nothing of the item are taken once for all items."""

    def of_any_item() -> tuple[Passage | None, tuple[str, ...]]:
        return run_steps(passage, item, edition, STEPS[:OF_ANY_ITEM])

    opened, rules = edition.made("native", passage.evidence, of_any_item)
    if opened is None:
        return None, rules
    result, further = run_steps(opened, item, edition, STEPS[OF_ANY_ITEM:])
    return (None, further) if result is None else (result, rules + further)


def run_steps(
    passage: Passage, item: Item, edition: Edition, steps: Sequence[Step] = STEPS
) -> tuple[Passage | None, tuple[str, ...]]:
    """The passage after every step, with the names of those that edited it; or None, with the one that refused it."""
    rules: list[str] = []
    for step in steps:
        result = step(passage, item, edition)
        if result is None:
            return None, (step.__name__,)
        if result is not passage and result != passage:
            rules.append(step.__name__)
        passage = result
    return passage, tuple(rules)


def finish(passage: Passage, edition: Edition, rules: Collection[str] = ()) -> str:
    """The passage as a line: capital first, one stop at the end, marks as the edition sets them."""
    text = re.sub(r"(?<!\.)\.\.$", ".", passage.printed().rstrip())
    text = quotations.set_marks(text, edition)
    text = re.sub(r"(?<=: [“«])\w", lambda match: match[0].upper(), text) if "name_speaker" in rules else text
    text = text if text.endswith(_STOPS) else text.rstrip(",;:") + "."
    first = re.search(r"\w", text)
    if first is None or text.startswith("["):
        return text
    return text[: first.start()] + text[first.start()].upper() + text[first.start() + 1 :]


def _worth(passage: Passage, item: Item, edition: Edition) -> float:
    """How much of the item a sentence says, less what it costs to read and to explain."""
    return (
        _prominence(passage, item, edition)
        + information(passage, item)
        - len(passage.printed().split()) / WORDS_PER_POINT
        - len(passage.edits) / 2
    )


def is_of_another_country(item: Item, passage: Passage, edition: Edition) -> bool:
    """`the duty on Peru is paused` beside `the duty on Chile is paused`, of which the item was made: another order."""
    told, own = _countries(passage), _countries(edition.passages.of(item.evidence[0]))
    return passage.language == item.evidence[0].language and bool(told - own) and bool(own - told)


@of_its_words
def _countries(passage: Passage) -> frozenset[str]:
    """The countries that a sentence names."""
    known = passage.doc.actors if passage.doc else {}
    actors = (known.get(mention.actor) for mention in passage.mentions)
    return frozenset(actor.country for actor in actors if actor and actor.country)


def _prominence(passage: Passage, item: Item, edition: Edition) -> int:
    """What the sentence is about: the item's act as its main verb, or as what the main verb tells, counts as so many points."""
    t = Transfer(passage=passage, edition=edition)
    for index in acts_among(t, passage.kept, item):
        token = t.tokens[index]
        above = t.tokens[token.head] if token.head >= 0 else token
        if above.head < 0 and base(token) in {"root", "conj", "ccomp"}:
            return MAIN_VERB
    return 0


def information(passage: Passage, item: Item) -> int:
    """The item's concepts, figures, governments and date that the kept words name."""
    doc, span = passage.doc, passage.span
    if doc is None:
        return 0
    wanted = {*item.concepts, *(item.issue if isinstance(item, Position) else ())}
    concepts = {mention.concept for mention in passage.concepts if mention.concept in wanted and span.contains(mention.span)}
    figures = {amount.value for amount in item.quantities} if isinstance(item, Fact) else set()
    quantities = {
        quantity.value for quantity in passage.quantities if quantity.value in figures and span.contains(quantity.span)
    }
    dated = any(date.value == item.date for date in passage.dates if date.value and span.contains(date.span))
    sides = _sides(item)
    actors = {mention.actor for mention in passage.mentions}
    named = {code for actor in actors if (code := doc.actors[actor].country if actor in doc.actors else None) in sides}
    return len(concepts) + 2 * len(quantities) + dated + len(named)


def _sides(item: Item) -> Sequence[str]:
    if isinstance(item, Position):
        return (item.government, *item.addressee)
    return (*item.actors, *item.recipients) if isinstance(item, Fact) else getattr(item, "participants", ())

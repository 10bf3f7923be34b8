"""The steps by which a sentence of a source may be printed: what it leans on refuses it, an empty opening goes."""

from __future__ import annotations

import re
from collections.abc import Callable

from briefing.knowledge.assent import without_assent
from briefing.model import Fact, Item
from briefing.model.letters import LOWER, capital
from briefing.realize.edition import Edition, government_name, listed
from briefing.realize.grammar import grammar_of
from briefing.realize.leaning import antecedents, dangling, headless, introduced, lacking, pointers, references
from briefing.realize.leaning.definites import PointingNoun, pointing_nouns
from briefing.realize.notes import interviews
from briefing.realize.rungs import cutting, openings, plain
from briefing.realize.rungs.passages import TURN, Passage, of_its_words

Step = Callable[[Passage, Item, Edition], Passage | None]
_FEWEST_WORDS = 4
MAIN_VERB = 3
STOPS = (".", "!", "…", ".”", "!”", "…”", ".»", '."', ".)", "”", "»", '"', ")")


def refuse_what_is_not_prose(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if openings.is_not_prose(passage) else passage


def refuse_fragments(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """A sentence that the splitter cut, one that announces what follows, a heading without a verb."""
    return None if is_fragment(passage) else passage


@of_its_words
def is_fragment(passage: Passage) -> bool:
    words = passage.words
    return (
        len(words.split()) < _FEWEST_WORDS
        or (re.match(rf"[{LOWER},;:.)]", words) is not None and not _is_cut_from_talk(passage))
        or words.endswith((":", ",", ";", "..."))
        or "\n\n" in words
        or (bool(passage.tokens) and not _has_finite_root(passage))
    )


def _is_cut_from_talk(passage: Passage) -> bool:
    """`He made proposals and in the end | we agreed to …`: a clause of its own behind a word, not behind a wrong stop."""
    before = passage.source[: passage.span.start - passage.offset].rstrip(" ,")
    starts = passage.sentence is not None and passage.sentence.span.start == passage.span.start
    return starts and bool(before) and before[-1].isalpha() and passage.words[:1].isalpha()


def _has_finite_root(passage: Passage) -> bool:
    """`Todo lo que tiene que ver con migración.` has a finite verb, but asserts nothing."""
    tokens, children, relations = passage.tokens, passage.tree.children, passage.tree.relations
    roots = {*children.get(-1, ())}
    roots |= {i for root in roots for i in children.get(root, ()) if relations[i] in {"conj", "parataxis", "ccomp"}}
    helpers = {i for root in roots for i in children.get(root, ()) if relations[i] in {"aux", "cop"}}
    return any(tokens[i].feat("VerbForm") == "Fin" for i in roots | helpers) or any(
        _is_clause(passage, i) for i in passage.kept
    )


def _is_clause(passage: Passage, index: int) -> bool:
    """`In view of …, the fee shall be waived`, whose main clause the parser hangs on a noun: subject, verb, no link."""
    token, children = passage.tokens[index], passage.tree.children.get(index, ())
    kinds = {passage.tokens[i].deprel.split(":")[0] for i in children}
    helped = any(passage.tokens[i].upos == "AUX" and passage.tokens[i].feat("VerbForm") == "Fin" for i in children)
    finite = token.upos == "VERB" and (token.feat("VerbForm") == "Fin" or helped)
    return finite and token.deprel.split(":")[0] in {"ccomp", "parataxis"} and "nsubj" in kinds and "mark" not in kinds


def refuse_questions(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if is_question(passage) else passage


@of_its_words
def is_question(passage: Passage) -> bool:
    spoken = any(quote.rule == TURN for quote in passage.quotes)
    both = (passage.words, passage.unquoted_words)
    words, unquoted = (without_assent(words, passage.language) if spoken else words for words in both)
    return re.search(r"[?¿]", unquoted) is not None or words.rstrip(' ”»"').endswith("?")


def refuse_first_person(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """`We expect …`, `Nuestra redacción …`: the article's own voice, or speech of nobody known."""
    return None if speaks_in_the_first_person(passage) and not _issuers(passage, edition) else passage


def quote_issuers(passage: Passage, item: Item, edition: Edition) -> Passage:
    """`We reaffirm …` of an official text -> `Chile and Peru: “We reaffirm …”`."""
    issuers = _issuers(passage, edition) if speaks_in_the_first_person(passage) else None
    if not issuers:
        return passage
    opening = grammar_of(edition.language).quoted.format(who=capital(issuers), quote='"')
    return passage.edited(passage.span.stop, passage.span.stop, '"').begun_with(opening)


def _issuers(passage: Passage, edition: Edition) -> str | None:
    """In whose name an official text speaks."""
    return listed(edition, [government_name(edition, code) for code in (passage.doc.issuers if passage.doc else ())])


@of_its_words
def speaks_in_the_first_person(passage: Passage) -> bool:
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
    if not openings.leans_on_its_neighbour(passage):
        return passage
    index, first = next(iter(passage.unquoted_tokens), (0, None))
    if first is not None and first.upos != "PRON" and references.is_edited(passage, first.span):
        return passage  # `Ambos acordaron …`, with their names in its place
    if first is None or first.upos != "PRON":
        return None
    known = references.is_named(passage, first.span) or references.is_edited(passage, first.span)
    return passage if known or antecedents.person_meant(passage, index) is not None else None


def refuse_ellipses(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if references.has_lone_number(passage) else passage


def refuse_headless_objects(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if headless.headless_object(passage) else passage


def refuse_loose_pointers(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """What is named in brackets points no more."""
    return None if pointers.loose_pointer(passage) else passage


def refuse_bare_words_for_all(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if pointers.bare_word_for_all(passage) else passage


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
    return None if is_an_answer_in_few_words(passage) else passage


def is_an_answer_in_few_words(passage: Passage) -> bool:
    """`Chile refused.`, `Perú prefiere Ilo.`: somebody's answer in three words; to what, the sentence before tells."""
    if passage.length >= _FEWEST_WORDS:
        return False
    first = next((passage.tokens[i] for i in passage.kept), None)
    return first is not None and any(m.span.overlaps(first.span) for m in passage.mentions)


def refuse_leaning_phrases(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if dangling.leaning_phrase(passage) else passage


def refuse_pointing_nouns(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """What a line above has brought in is known to the reader."""
    return None if nouns_left(passage, edition) else passage


def nouns_left(passage: Passage, edition: Edition) -> tuple[PointingNoun, ...]:
    """The nouns that point at what no line above has told."""
    return tuple(one for one in pointing_nouns(passage) if not is_told_above(one, edition))


def is_told_above(noun: PointingNoun, edition: Edition) -> bool:
    """Of deeds and meetings there are many in a week: a line above may tell of another."""
    many = noun.is_a_deed or {noun.form, noun.lemma} & edition.meeting_words
    return not many and references.said_above(noun.lemma, edition.lines)


def refuse_unknown_offices(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if introduced.unknown_office(passage, edition.knowledge) else passage


def refuse_unnamed_subjects(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if lacking.unnamed_subject(passage) else passage


def refuse_owned_deeds(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if lacking.owned_deed(passage) else passage


def refuse_judged_things(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """What a line above has told is known to the reader."""
    noun = lacking.judged_thing(passage)
    return passage if noun is None or references.said_above(noun, edition.lines) else None


def refuse_unowned_amounts(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if lacking.unowned_amount(passage) else passage


def refuse_unknown_thens(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if lacking.unknown_then(passage) else passage


def refuse_unnamed_places(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if lacking.unnamed_place(passage) else passage


def refuse_answers(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    return None if interviews.wants_its_question(passage, item) else passage


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

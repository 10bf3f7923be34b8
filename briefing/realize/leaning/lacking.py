"""What a sentence leaves out and only its article tells: an owner, a subject in speech, the thing an amount is of.

Each sign is a short function that gives the word that leans, or nothing.  `definites` has those of nouns with an article,
`pointers` and `dangling` those of small words and of who speaks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from briefing.model import Language, Span, Token
from briefing.realize.found import NOUNS
from briefing.realize.grammar import grammar_of, one_of
from briefing.realize.leaning.definites import (
    Definite,
    articles_of,
    is_described,
    is_known,
    leaning_nouns,
    says_which,
    tells_before,
)
from briefing.realize.leaning.describing import complement, description
from briefing.realize.leaning.references import said_before
from briefing.realize.rungs.leads import opens_its_article
from briefing.realize.rungs.passages import Passage, of_its_words

LONGEST = 12
"""Words of a quotation that tells no matter by itself."""
MOST_BESIDE = 12
"""Words beside it that say no more than who speaks, when and where."""
FEWEST = 6
"""Words that tell a matter."""
FEWEST_SAID = 5
"""… of a quotation."""
FEWEST_BESIDE = 4
"""Words of a clause that tells something by itself, beside one that leans."""
_OF_A_MATTER = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
_SUBJECTS = frozenset({"nsubj", "csubj", "expl"})
_OF_A_COPULA = frozenset({"cop", "aux"})
_COMPLETING = frozenset({"csubj", "ccomp", "xcomp", "mark"})
"""What makes of `es necesario que …` a sentence without a subject, and of `que es …` a part of another."""
_JUDGED = frozenset({"obj", "obl", "nsubj:pass"})
_SAYING_WHICH = frozenset({"nmod", "appos", "compound", "flat", "acl", "nmod:poss", "det:poss", "acl:relcl"})


@of_its_words
def unnamed_subject(passage: Passage) -> str | None:
    """`«Es un gesto que valoramos», declaró Ruiz`: what is; the verb, where a language leaves subjects out."""
    if not grammar_of(passage.language).pro_drop:
        return None
    return next((passage.tokens[i].form.casefold() for i in _opening_verbs(passage) if _lacks_a_subject(passage, i)), None)


def _opening_verbs(passage: Passage) -> Iterator[int]:
    """The first finite verb of each quotation, where it is not the sentence's own outside it; that of what is told first.

    `Será examinada en mayo, prometió Ruiz`: what.
    """
    yield from _verbs_told_first(passage)
    outside = passage.unquoted_tokens if passage.quoted else ()
    beside = sum(1 for _, token in outside if token.upos != "PUNCT")
    for quoted in passage.quoted if beside <= MOST_BESIDE else ():
        if len(quoted.of(passage.source).split() if not passage.offset else ()) > LONGEST:
            continue
        inside = [i for i in passage.tree.covered_by(quoted) if i in passage.kept]
        verb = next((i for i in inside if passage.tokens[i].feat("VerbForm") == "Fin"), None)
        if verb is not None and not any(passage.tokens[i].upos in NOUNS for i in inside if i < verb):
            yield verb


def _verbs_told_first(passage: Passage) -> Iterator[int]:
    """The finite verb of what stands, without a link, before the verb that says it."""
    root, tree = passage.root, passage.tree
    if root is None or passage.quoted_words:
        return
    for head in (i for i in tree.children.get(root, ()) if i < root and tree.relations[i] in {"ccomp", "parataxis"}):
        own = [head, *(i for i in tree.children.get(head, ()) if tree.relations[i] in _OF_A_COPULA)]
        yield from [i for i in own if passage.tokens[i].feat("VerbForm") == "Fin"][:1]


def _lacks_a_subject(passage: Passage, verb: int) -> bool:
    """In the third person, with nothing that could be its subject: in doubt what stands behind it is."""
    tree, token = passage.tree, passage.tokens[verb]
    copular = tree.relations[verb] in _OF_A_COPULA and token.head >= 0
    head = token.head if copular else verb
    own = {tree.relations[i] for i in (*tree.children.get(head, ()), *tree.children.get(verb, ()))}
    grammar = grammar_of(passage.language)
    if token.feat("Person") != "3" or token.feat("Mood") == "Sub" or own & (_SUBJECTS | _COMPLETING):
        return False
    if not {tree.lemmas[verb], tree.lemmas[head]}.isdisjoint(grammar.idle_verbs):
        return False
    return tree.relations[verb] == "cop" or "obj" not in own


@of_its_words
def owned_deed(passage: Passage) -> str | None:
    """`Peru withdrew its request`: for what; what somebody has said or decided, by its owner alone."""
    tree, deeds = passage.tree, grammar_of(passage.language).owned_deeds
    for index in (i for i in passage.places_of(deeds) if passage.tokens[i].upos == "NOUN"):
        owned = any(token.feat("Poss") == "Yes" for token in tree.below(index))
        told = is_described_beside_its_owner(passage, index) or tells_before(passage, index)
        if owned and not told and not opens_its_article(passage):
            return tree.lemmas[index]
    return None


def is_described_beside_its_owner(passage: Passage, index: int) -> bool:
    """`its request for a ban`, `su petición de ayuda`."""
    own = (token for token in passage.tree.below(index) if token.feat("Poss") != "Yes")
    behind = passage.tokens[index + 1] if index + 1 < len(passage.tokens) else None
    told = any(token.deprel.partition(":")[0] in {"amod", "nmod", "acl", "compound", "appos", "ccomp"} for token in own)
    of = behind is not None and behind.form.casefold() in grammar_of(passage.language).of_words
    return told or of or (behind is not None and behind.upos in {"PART", "SCONJ"})


@of_its_words
def judged_thing(passage: Passage) -> str | None:
    """`Peru welcomed the reduction`: of what; the lemma of what somebody holds something of, and nobody has told."""
    return next((passage.tree.lemmas[i] for i in judged_things(passage) if complement(passage, i) is None), None)


@of_its_words
def judged_things(passage: Passage) -> tuple[int, ...]:
    """The places of their nouns."""
    verbs, tree = grammar_of(passage.language).attitude_verbs, passage.tree
    objects = (i for i in passage.kept if tree.relations[i] in _JUDGED and passage.tokens[i].upos == "NOUN")
    judged = (i for i in objects if passage.tokens[i].head >= 0 and tree.lemmas[passage.tokens[i].head] in verbs)
    pointing = {one.index for one in leaning_nouns(passage)}
    return () if opens_its_article(passage) else tuple(i for i in judged if i not in pointing and _is_untold(passage, i))


def _is_untold(passage: Passage, index: int) -> bool:
    """With an article alone, known to nobody outside the article, and not told in the sentence before the verb."""
    article = articles_of(passage).get(index)
    if article != index - 1 or passage.is_quoted(passage.tokens[index].span) or tells_before(passage, index):
        return False
    one = Definite(passage, article, index, grammar_of(passage.language))
    told = said_before(one.lemma, one.before) or description(passage, index) is not None
    return not (is_known(one) or says_which(one) or is_described(passage, index) or told)


@of_its_words
def unowned_amount(passage: Passage) -> str | None:
    """`The average annual cost rose`, `el primer pago será en mayo`: of what; an adjective does not tell."""
    return next((passage.tree.forms[i] for i in unowned_amounts(passage) if complement(passage, i) is None), None)


@of_its_words
def unowned_amounts(passage: Passage) -> tuple[int, ...]:
    """The places of their nouns."""
    known = passage.places_of(grammar_of(passage.language).amounts)
    places = (i for i in known if passage.tokens[i].upos == "NOUN")
    return tuple(i for i in places if not opens_its_article(passage) and _is_of_nothing(passage, i))


def _is_of_nothing(passage: Passage, index: int) -> bool:
    article = articles_of(passage).get(index)
    known = article is not None and not passage.is_quoted(passage.tokens[index].span)
    return known and article is not None and not (_is_owned(passage, index) or has_a_thing_before(passage, article))


def _is_owned(passage: Passage, index: int) -> bool:
    """`of Peru`, `a transport cost`, `that importers pay`, `for the port`; by its verb too: `the cost of it fell`."""
    own = (passage.tokens[i] for i in passage.tree.children.get(index, ()) if i not in passage.of_days)
    behind = passage.tokens[index + 1 : index + 3]
    linked = len(behind) > 1 and behind[0].form.casefold() in grammar_of(passage.language).of_words
    dated = len(behind) > 1 and index + 2 in passage.of_days
    sized = len(behind) > 1 and behind[1].upos in {"NUM", "SYM"}
    return (linked and not dated and not sized) or any(
        token.deprel in _SAYING_WHICH and not _is_a_sum(passage, token) for token in own
    )


def _is_a_sum(passage: Passage, token: Token) -> bool:
    """`the first payment, of 8 million euros`: how much is not of what."""
    return any(quantity.span.overlaps(token.span) for quantity in passage.quantities)


def has_a_thing_before(passage: Passage, stop: int) -> bool:
    """A noun that is nobody and no day: what an amount behind it may be of."""
    bodies = grammar_of(passage.language).state_bodies
    for index in (i for i in passage.kept if i < stop and passage.tokens[i].upos in NOUNS):
        if not (index in passage.named or index in passage.of_days or passage.tree.lemmas[index] in bodies):
            return True
    return False


@of_its_words
def unnamed_place(passage: Passage) -> str | None:
    """`Farmers in the town blocked the road`, `la capital aún no ha respondido`: which, where no name of a place is near."""
    places = grammar_of(passage.language).places
    for index in (i for i in passage.places_of(places) if passage.tree.lemmas[i] in places):
        article = articles_of(passage).get(index)
        named = any(
            token.upos == "PROPN" and i != index for i, token in enumerate(passage.tokens[: index + 4]) if _is_place(passage, i)
        )
        if article == index - 1 and not is_described(passage, index) and not named and not opens_its_article(passage):
            return passage.tree.forms[index]
    return None


def _is_place(passage: Passage, index: int) -> bool:
    """A name with the preposition of a place, or that the annotation takes for one."""
    token, grammar = passage.tokens[index], grammar_of(passage.language)
    linked = any(t.deprel == "case" and t.form.casefold() in grammar.place_cases for t in passage.tree.below(index))
    return linked or any(mention.place and mention.span.overlaps(token.span) for mention in passage.mentions)


def tells_little(passage: Passage) -> bool:
    """`"We will do what we can," Ruiz said`: no figure, and few words beside who says it and when."""
    fewest = FEWEST_SAID if passage.quoted_words else FEWEST
    return not passage.quantities and sum(1 for _ in _telling_words(passage)) < fewest


def _telling_words(passage: Passage) -> Iterator[int]:
    """The places of the words of a matter; of what stands beside a quotation that somebody says none."""
    said = [quote for quote in (passage.doc.quotes if passage.doc else ()) if quote.span.overlaps(passage.span)]
    tellers = [span for quote in said for span in (quote.cue, quote.speaker) if span]
    tellers += [m.span for m in passage.mentions if not m.place and any(m.span.overlaps(span) for span in tellers)]
    cited = any(quote.kind == "direct" and quote.cue and passage.span.contains(quote.cue) for quote in said)
    beside = [i for i in passage.kept if i not in passage.quoted_words and passage.tokens[i].upos != "PUNCT"]
    inside = passage.quoted_words if cited and len(beside) <= MOST_BESIDE else frozenset(passage.kept)
    for index in (i for i in passage.kept if i in inside and passage.tokens[i].upos in _OF_A_MATTER):
        if not any(span.overlaps(passage.tokens[index].span) for span in tellers):
            yield index


def tells_beside(passage: Passage, nouns: Sequence[int]) -> bool:
    """`Ruiz shared the concern and would let refugees visit their homes`: enough outside the clause of what leans."""
    clause: set[int] = set()
    for index in nouns:
        head, tree = passage.tokens[index].head, passage.tree
        joined = [tree.subtree(i) for i in tree.children.get(head, ()) if tree.relations[i] == "conj"] if head >= 0 else []
        clause |= (tree.subtree(head) if head >= 0 else tree.subtree(index)) - frozenset[int]().union(*joined)
    return sum(i not in clause for i in _telling_words(passage)) >= FEWEST_BESIDE


@of_its_words
def unknown_then(passage: Passage) -> str | None:
    """`Ruiz said on Tuesday that the fee would stay until then`: until when; the day of the saying is not meant."""
    found = _thens(passage.language).search(passage.unquoted_words)
    if found is None or opens_its_article(passage):
        return None
    start = passage.span.start + found.start()
    root = passage.root
    own = passage.tree.children.get(root, ()) if root is not None else ()
    told = {i for i in own if passage.tree.relations[i] in {"ccomp", "parataxis"}}
    apart = [date for date in passage.dates if date.span.start < start and not (told and _is_of(passage, date.span, root))]
    clause = any(i for i in passage.kept if passage.tree.relations[i] == "advcl" and passage.tokens[i].span.start < start)
    return None if apart or clause else found[0].casefold()


def _is_of(passage: Passage, span: Span, root: int | None) -> bool:
    """Whether a day is that of the main verb."""
    inside = passage.tree.covered_by(span)
    heads = {passage.tokens[i].head for i in inside if passage.tokens[i].head not in inside}
    return heads == {root}


@cache
def _thens(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b{one_of(grammar_of(language).thens)}\b", re.IGNORECASE)


SIGNS: tuple[Callable[[Passage], str | None], ...] = (
    unnamed_subject,
    owned_deed,
    judged_thing,
    unowned_amount,
    unnamed_place,
    unknown_then,
)


def what_lacks(passage: Passage) -> str | None:
    """The word of the first sign."""
    return next((word for sign in SIGNS if (word := sign(passage)) is not None), None)

"""Small words that point outside what is printed: `61 of them`, `les aseguró que …`, `will do so in May`.

Each kind is a row of the language's `pointers`: its forms, and what they can mean.  A pointer is loose where nothing before it
in its sentence can be meant: nothing of its number and gender, or only who acts in its own clause (`Chile will share it` shares
not Chile).  The signs are coarse on purpose: what passes has a noun that a reader can take it for.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache

from briefing.model import Actor, Language, Token
from briefing.realize.grammar import Pointer, grammar_of
from briefing.realize.rungs.leads import leads_its_article
from briefing.realize.rungs.passages import Passage, of_its_words

_NOUNS = frozenset({"NOUN", "PROPN"})
_HEADS = _NOUNS | {"NUM", "SYM"}
"""What a share hangs on: `61 of them`, `40 % de ella`."""
_BOUND = frozenset({"obj", "iobj", "obl", "nmod"})
"""Places of a pronoun that never means who acts in its own clause."""
_CONTROLLED = frozenset({"xcomp", "advcl", "acl", "ccomp"})
_BODIES = frozenset({"organization", "institution", "group", "government"})
_TOLD_LATER = frozenset({"ccomp", "xcomp", "csubj", "advcl"})
"""Places of a clause for which a pronoun only keeps the place."""
_POSSESSIVE = ":poss"
_PLURAL = 2
MOST_TO_A_NOUN = 3
"""Words from the `a` of a doubled object to its noun."""


def loose_pointers(passage: Passage) -> tuple[int, ...]:
    """The places of those of a sentence, but of those that are named in brackets."""
    loose = _loose_pointers(passage)
    return tuple(i for i, row in loose if row.before_verb or not _is_named_in_brackets(passage, i)) if loose else ()


@of_its_words
def _loose_pointers(passage: Passage) -> tuple[tuple[int, Pointer], ...]:
    return tuple((index, row) for index, row in _pointers(passage) if not is_anchored(passage, index, row))


def pointing_words(passage: Passage) -> tuple[int, ...]:
    """The places of all small words that mean something said before, a noun in front of them or not."""
    return tuple(index for index, _ in _pointers(passage))


def points_in_narration(passage: Passage) -> bool:
    """Whether one stands outside all speech, and is nobody whom the sentence before would name: `les aseguró`, `30 of them`."""
    personal = grammar_of(passage.language).personal_pronouns
    loose = (passage.tokens[index] for index in loose_pointers(passage))
    return any(token.form.casefold() not in personal and not passage.is_quoted(token.span) for token in loose)


@of_its_words
def bare_word_for_all(passage: Passage) -> str | None:
    """`Quispe said that was unacceptable`: `that`, for whatever the sentence before tells, where no clause before it does."""
    bare = grammar_of(passage.language).pointing_articles
    for index in (i for i in passage.places_of(bare) if passage.tree.forms[i] in bare):
        token = passage.tokens[index]
        own = token.upos == "PRON" and token.feat("PronType") == "Dem" and passage.tree.relations[index] in {"nsubj", "obj"}
        linked = token.head >= 0 and passage.tokens[token.head].deprel.startswith("acl")
        if own and not linked and not is_told_before(passage, index):
            return token.form.casefold()
    return None


def told_pointers(passage: Passage) -> tuple[int, ...]:
    """Those that are told in another language too."""
    rows = _rows(passage.language)
    return tuple(i for i in loose_pointers(passage) if not rows[passage.tokens[i].form.casefold()].to_whom)


def loose_pointer(passage: Passage) -> str | None:
    """The word of the first."""
    return next((passage.tokens[index].form.casefold() for index in loose_pointers(passage)), None)


def gives_what_is_pointed_at(before: Passage, passage: Passage) -> bool:
    """Whether the sentence before has what each of them can mean."""
    rows = dict(_pointers(passage))
    return all(_is_given(before, rows[index]) for index in loose_pointers(passage))


def _is_given(before: Passage, row: Pointer) -> bool:
    """A country is of either gender: it is no sure sign."""
    found = [i for i in before.kept if _is_candidate(before, i)]
    if row.to_whom:
        found = [i for i in found if _is_somebody(before, i)]
    if row.gender:
        found = [i for i in found if not ((actor := _actor_at(before, i)) and actor.kind == "country")]
    return row.clause or _agrees(before, found, row)


def _pointers(passage: Passage) -> Iterator[tuple[int, Pointer]]:
    rows, forms = _rows(passage.language), passage.tree.forms
    for index in (index for index in passage.places_of(rows) if forms[index] in rows):
        row, token = rows[forms[index]], passage.tokens[index]
        if token.upos in row.upos and not _fills_a_place(passage, index) and _is_one(passage, index, row):
            yield index, row


def _fills_a_place(passage: Passage, index: int) -> bool:
    """`It rains`, `made it clear that …`; but not `called it a gesture`, whatever the parser takes it for."""
    token, tree = passage.tokens[index], passage.tree
    if not token.deprel.startswith("expl") or token.head > index:
        return token.deprel.startswith("expl")
    later = (passage.tokens[i] for i in tree.children.get(token.head, ()) if i > index)
    return token.deprel != "expl" or any(t.deprel in _TOLD_LATER and t.upos not in _NOUNS for t in later)


def _is_one(passage: Passage, index: int, row: Pointer) -> bool:
    """Not an article, nor what a noun or a doubled object behind it explains."""
    tokens, token = passage.tokens, passage.tokens[index]
    behind = tokens[index + 1] if index + 1 < len(tokens) else None
    if row.before_verb:
        joined = index > 0 and tokens[index - 1].upos == "VERB" and tokens[index - 1].span.stop >= token.span.start
        clitic = behind is not None and behind.upos == "PRON" and behind.head == token.head
        before = clitic or (behind is not None and behind.upos in {"VERB", "AUX"})
        return (
            (joined or before)
            and token.deprel.partition(":")[0] in _BOUND
            and not (row.to_whom and _is_doubled(passage, index))
        )
    if row.bare and behind is not None and (behind.upos in {*_NOUNS, "ADJ"} or behind.form.casefold() in row.not_before):
        return False
    if row.after and (index == 0 or tokens[index - 1].form.casefold() not in row.after):
        return False
    return not (index in passage.named or token.deprel.startswith("cc"))


def _is_named_in_brackets(passage: Passage, index: int) -> bool:
    return any(edit.start <= passage.tokens[index].span.start < edit.stop for edit in passage.edits)


def _is_doubled(passage: Passage, index: int) -> bool:
    """`les pidió a los alcaldes que …`, `a Perú le conviene`: the same object in full."""
    tokens = passage.tokens
    own = {passage.tokens[index].head, *passage.tree.children.get(passage.tokens[index].head, ())}
    before = any(tokens[i].upos in _NOUNS and i < index and i in own and _has_case(passage, i) for i in passage.kept)
    stop = next((i for i in passage.kept if i > index and (tokens[i].upos == "SCONJ" or tokens[i].form in ",;:.")), len(tokens))
    links = [i for i in range(index + 1, stop) if tokens[i].form.casefold() in grammar_of(passage.language).object_marks]
    nouns = (t for i in links for t in tokens[i + 1 : min(stop, i + 1 + MOST_TO_A_NOUN)] if t.upos in _NOUNS)
    return before or any(not any(date.span.overlaps(noun.span) for date in passage.dates) for noun in nouns)


def _has_case(passage: Passage, index: int) -> bool:
    marks = grammar_of(passage.language).object_marks
    return any(passage.tree.forms[i] in marks for i in passage.tree.children.get(index, ()))


def is_anchored(passage: Passage, index: int, row: Pointer) -> bool:
    """Whether something before it, or who acts behind an opening that it stands in, can be meant."""
    if (row.clause and is_told_before(passage, index)) or _is_of_a_subject_left_out(passage, index):
        return True
    own = row.bound and passage.tree.relations[index] in _BOUND and not passage.tokens[index].deprel.endswith(_POSSESSIVE)
    bound = _own_actors(passage, index) if own else frozenset[int]()
    quoted = _quotation_around(passage, index)
    apart = bound | _above(passage, index) | (_meant_by_its_actor(passage, index) if own else frozenset())
    found = [i for i in passage.kept if i < index and i not in apart and _is_candidate(passage, i)]
    if found and not row.clause and leads_its_article(passage):
        return True  # `Chile ordered Peru's consul to leave, accusing her of …`
    found = [i for i in found if i in quoted or not quoted or not passage.tokens[i].deprel.startswith("nsubj")]
    found = [i for i in found if quoted or i not in passage.quoted_words]  # `"…", said their spokesman`
    ahead = _actor_ahead(passage, index)
    return _agrees(passage, found, row) or (ahead is not None and _agrees(passage, [ahead], row))


def _actor_ahead(passage: Passage, index: int) -> int | None:
    """`Tras su visita, Ruiz dijo …`: who acts in the main clause, where the pointer stands in what opens it."""
    root = passage.root
    if root is None or index > root or index in passage.tree.children.get(root, ()) or _is_of_a_tally(passage, index):
        return None
    own = (i for i in passage.tree.children.get(root, ()) if i > index and passage.tree.relations[i] == "nsubj")
    return next((i for i in own if passage.tokens[i].upos in _NOUNS), None)


def _is_of_a_tally(passage: Passage, index: int) -> bool:
    """`Según sus datos, los consulados expidieron …`: whose figures they are is not who acts behind them."""
    head = passage.tokens[index].head
    return head >= 0 and passage.tree.lemmas[head] in grammar_of(passage.language).tallies


def _is_of_a_subject_left_out(passage: Passage, index: int) -> bool:
    """`Dijo que su Gobierno pagará`: his own; who he is, is asked of the verb."""
    root, token = passage.root, passage.tokens[index]
    if root is None or root > index or token.feat("Poss") != "Yes" or not grammar_of(passage.language).pro_drop:
        return False
    verb = passage.tokens[root]
    acting = any(passage.tree.relations[i] in {"nsubj", "csubj"} for i in passage.tree.children.get(root, ()))
    return verb.upos == "VERB" and verb.feat("Person") == "3" and not acting and not passage.is_quoted(token.span)


def _meant_by_its_actor(passage: Passage, index: int) -> frozenset[int]:
    """`Ruiz said he would receive him`: him is not Ruiz, whom `he` already means."""
    personal, head = grammar_of(passage.language).personal_pronouns, passage.tokens[index].head
    acting = [i for i in passage.tree.children.get(head, ()) if passage.tree.relations[i] == "nsubj"]
    number = passage.tokens[index].feat("Number")
    if not any(passage.tree.forms[i] in personal and passage.tokens[i].feat("Number") == number for i in acting):
        return frozenset()
    told = [i for i in passage.kept if i < acting[0] and passage.tree.relations[i] == "nsubj" and _is_candidate(passage, i)]
    return passage.tree.subtree(told[-1]) if told else frozenset()


def _above(passage: Passage, index: int) -> frozenset[int]:
    """`85 percent of it`: what a word hangs on is not what it means."""
    found: list[int] = []
    while passage.tree.children.get(index) and (index := passage.tokens[index].head) >= 0 and index not in found:
        if passage.tokens[index].upos not in _HEADS:
            break
        found.append(index)
        if not any(passage.tree.relations[i] == "case" for i in passage.tree.children.get(index, ())):
            break
    return frozenset(found)


def _is_candidate(passage: Passage, index: int) -> bool:
    """A noun or a name, and no day."""
    return passage.tokens[index].upos in _NOUNS and index not in passage.of_days


def _agrees(passage: Passage, found: list[int], row: Pointer) -> bool:
    fitting = [i for i in found if _fits(passage, i, row)]
    if row.number == "Plur":
        heads = [i for i in fitting if not passage.tree.relations[i].startswith(("flat", "compound", "appos", "nmod"))]
        return any(_is_plural(passage, i) for i in fitting) or _are_several(passage, heads)
    return any(row.number == "" or not _is_plural(passage, i) or _is_one_body(passage, i) for i in fitting)


def _are_several(passage: Passage, heads: list[int]) -> bool:
    """`Ruiz and Soto`, `Peru and Chile`; but `Ruiz asked that Japan drop the demand that they pay` means none of the two."""
    kinds = Counter(actor.kind if (actor := _actor_at(passage, i)) else "" for i in heads if _is_somebody(passage, i))
    return max(kinds.values(), default=0) >= _PLURAL


def _fits(passage: Passage, index: int, row: Pointer) -> bool:
    actor, token = _actor_at(passage, index), passage.tokens[index]
    gender = token.feat("Gender") if token.upos == "NOUN" else _gender_of(actor)
    if (row.gender and gender and gender != row.gender) or (row.gender and _is_bare(passage, index)):
        return False
    if row.means == "deed":
        return False
    if row.means == "matter":
        return actor is None and passage.tokens[index].upos == "NOUN"
    if row.means == "place":  # `Peru will ask there for …`: who acts is not where
        return not (passage.tokens[index].deprel.startswith("nsubj") or (actor is not None and actor.kind == "person"))
    if row.means == "person":
        return actor is None or actor.kind == "person" or passage.tokens[index].upos == "NOUN"
    return not (row.means == "thing" and actor is not None and actor.kind == "person")


def _gender_of(actor: Actor | None) -> str:
    """A person's, as the trees write it."""
    return {"m": "Masc", "f": "Fem"}.get(actor.gender or "", "") if actor and actor.kind == "person" else ""


def _is_bare(passage: Passage, index: int) -> bool:
    """`pidió calma`: one noun without any article is nothing that can be meant, where the language has articles for it."""
    token, children = passage.tokens[index], passage.tree.children.get(index, ())
    told = any(passage.tree.relations[i] in {"det", "nummod", "nmod", "amod", "acl"} for i in children)
    return token.upos == "NOUN" and token.feat("Number") != "Plur" and not told


def _actor_at(passage: Passage, index: int) -> Actor | None:
    mention = passage.mention_at.get(index)
    return passage.doc.actors.get(mention.actor) if mention and passage.doc else None


def _is_somebody(passage: Passage, index: int) -> bool:
    return _actor_at(passage, index) is not None or passage.tokens[index].upos == "PROPN"


def _is_plural(passage: Passage, index: int) -> bool:
    """In number, by another joined to it, or as a body of many."""
    joined = any(passage.tree.relations[i] == "conj" for i in passage.tree.children.get(index, ()))
    return joined or passage.tokens[index].feat("Number") == "Plur" or _is_body(passage, index)


def _is_body(passage: Passage, index: int) -> bool:
    """One word for many: `the government said it …`, `… said they …`."""
    actor, lemma = _actor_at(passage, index), passage.tokens[index].lemma.casefold()
    return (actor is not None and actor.kind in _BODIES) or lemma in grammar_of(passage.language).collectives


def _is_one_body(passage: Passage, index: int) -> bool:
    return passage.tokens[index].feat("Number") != "Plur" and _is_body(passage, index)


def _own_actors(passage: Passage, index: int) -> frozenset[int]:
    """Who acts in a word's clause, or in that above it: `Chile is open to sharing them`, `asked Peru to pay it`."""
    tokens, relations, children = passage.tokens, passage.tree.relations, passage.tree.children
    above = tokens[index].head
    while above >= 0 and tokens[above].upos in _HEADS and relations[above] in _BOUND:
        above = tokens[above].head
    while above >= 0:
        subjects = [i for i in children.get(above, ()) if relations[i] == "nsubj"]
        if subjects:
            return frozenset(i for s in subjects for i in passage.tree.subtree(s))
        if relations[above] not in _CONTROLLED and relations[above] != "conj":
            break
        joined, above = relations[above] == "conj", tokens[above].head
        asked = [] if joined or above < 0 else [i for i in children.get(above, ()) if relations[i] in {"obj", "iobj"}]
        if asked and min(asked) < index:
            return frozenset(i for a in asked for i in passage.tree.subtree(a) if i < index)
    return frozenset()


def _quotation_around(passage: Passage, index: int) -> frozenset[int]:
    """The words of the quotation in which a word stands."""
    span = passage.tokens[index].span
    around = next((quoted for quoted in passage.quoted if quoted.contains(span)), None)
    return frozenset(passage.tree.covered_by(around)) if around else frozenset()


def is_told_before(passage: Passage, index: int) -> bool:
    """Whether a clause before the word tells it, and is none of those that hold it."""
    tokens, above = passage.tokens, _clauses_around(passage.tokens, index)
    verbs = (i for i in passage.kept if i < index and tokens[i].upos == "VERB")
    return any(i not in above for i in verbs)


def _clauses_around(tokens: tuple[Token, ...], index: int) -> set[int]:
    """The words above a word, up to a clause that only stands beside another, or says when and why."""
    found: set[int] = set()
    while index >= 0 and index not in found:
        found.add(index)
        index = -1 if tokens[index].deprel.partition(":")[0] in {"conj", "advcl"} else tokens[index].head
    return found


@cache
def _rows(language: Language) -> dict[str, Pointer]:
    return {form: row for row in grammar_of(language).pointers for form in row.forms}

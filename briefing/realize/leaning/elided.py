"""Who did it, where a sentence leaves its subject out: `Explicó que …` -> `[Boric] explicó que …`."""

from __future__ import annotations

from briefing.model import Item, Position, Token
from briefing.model.marks import SUBJECT_INHERITED
from briefing.realize.edition import Edition, bare_name, source_name
from briefing.realize.found import NOUNS
from briefing.realize.grammar import grammar_of
from briefing.realize.leaning.acting_pair import acting_pair
from briefing.realize.rungs.leads import leads_its_article
from briefing.realize.rungs.passages import Passage, of_each_word


def name_elided_subject(passage: Passage, item: Item, edition: Edition) -> Passage | None:
    """`Explicó que …` -> `[Boric] explicó que …`; None where nobody knows who did."""
    root = passage.root
    if root is None or has_subject(passage, root) or _is_subjectless(passage, root) or _begins_with_an_actor(passage, root):
        return passage
    if _brings_in_words(passage, passage.tokens[root]):  # whose speaker is named behind it: `“…”, dijo [Boric]`
        return passage
    if leads_its_article(passage) and _names_an_actor_before(passage, root):
        return passage  # `Cuando los presidentes de Chile y Perú hablaron, lo hicieron …`
    name = acting_pair(passage, edition) if _acts_in_the_plural(passage, root) else elided_name(passage, item, edition)
    if name is None or not grammar_of(passage.language).pro_drop:
        return None
    start = _verb_group_start(passage, root)
    letter = passage.source[start - passage.offset]
    at_start = start == passage.span.start
    return passage.edited(start, start + 1, f"[{name}] {letter.lower() if at_start else letter}")


def _names_an_actor_before(passage: Passage, root: int) -> bool:
    start, verb = passage.span.start, passage.tokens[root].span.start
    return any(m.span.stop <= verb and (m.span.start == start or not m.place) for m in passage.mentions)


def _acts_in_the_plural(passage: Passage, root: int) -> bool:
    """`Acordaron que …`: several have, and the one by whose position it is read is not all of them."""
    own = [passage.tokens[root], *passage.tree.below(root)]
    finite = next((t for t in own if t.upos in {"VERB", "AUX"} and t.feat("VerbForm") == "Fin"), None)
    return finite is not None and finite.feat("Number") == "Plur"


def _brings_in_words(passage: Passage, verb: Token) -> bool:
    return any(quote.kind == "direct" and quote.cue and quote.cue.overlaps(verb.span) for quote in passage.quotes)


def _begins_with_an_actor(passage: Passage, root: int) -> bool:
    """`De la Fuente y Rubio coincidieron …`: a name before its verb, whatever the parser makes of its `De`."""
    start, verb = passage.span.start, passage.tokens[root].span.start
    return any(m.span.start == start and m.span.stop <= verb and not m.place for m in passage.mentions)


def elided_name(passage: Passage, item: Item, edition: Edition) -> str | None:
    """Who the article's own thread makes the subject: the first link of the attribution, the voice, the government; of a fact
    who the position from the same words is of.
    """
    if SUBJECT_INHERITED not in item.rules:
        return None
    if item.attribution:
        if not tells_of(item, passage):
            return None
        return source_name(edition, item.attribution[0], passage.language) if passage.language == edition.language else None
    if isinstance(item, Position):
        return item.voice.name if item.voice else bare_name(edition, item.government)
    first = item.evidence[0]
    return edition.speakers.get((first.article, first.start, item.act or "")) if tells_of(item, passage) else None


def tells_of(item: Item, passage: Passage) -> bool:
    """Whether the item's tellers are those of this very sentence: another article's may have others, or none."""
    first, here = item.evidence[0], passage.evidence
    return (first.article, first.start) == (here.article, here.start)


@of_each_word
def has_subject(passage: Passage, root: int) -> bool:
    """Whether a sentence names who does what its main verb says, or a noun stands where he would."""
    children, relations = passage.tree.children, passage.tree.relations
    heads = {root, *(i for i in children.get(root, ()) if relations[i] in {"aux", "cop"})}
    dependents = sorted(index for head in heads for index in children.get(head, ()) if not _is_mark_of_a_point(passage, index))
    if [index for index in dependents if relations[index] in {"nsubj", "csubj"}]:
        return True
    reflexive = any(passage.tokens[index].feat("Reflex") and index < root for index in dependents)
    return any(_is_bare_phrase(passage, index, root) or (reflexive and _is_done(passage, index, root)) for index in dependents)


def _is_mark_of_a_point(passage: Passage, index: int) -> bool:
    """The letter of `c) Solicita …`, the `•` of `• Reconocer …`, which a parser takes for a subject."""
    word, behind = passage.tokens[index].form, passage.tokens[index + 1].form if index + 1 < len(passage.tokens) else ""
    return not word[0].isalnum() or (len(word) == 1 and behind == ")")


def _is_done(passage: Passage, index: int, root: int) -> bool:
    """`En la reunión se comprometió el envío de tropas`: what is done, and nobody is said to do it."""
    known = (passage.tokens[child].deprel for child in passage.tree.children.get(index, ()))
    token = passage.tokens[index]
    return index > root and token.upos == "NOUN" and token.deprel == "obj" and "case" not in known


def _is_bare_phrase(passage: Passage, index: int, root: int) -> bool:
    """A noun before the verb, or a name behind it, without a preposition and no date: a subject that the parser missed."""
    token = passage.tokens[index]
    if token.upos not in NOUNS or index in passage.of_days:
        return False
    if any(passage.tokens[child].deprel == "case" for child in passage.tree.children.get(index, ())):
        return False
    return index < root or (token.upos == "PROPN" and not token.deprel.startswith("obj"))


def _is_subjectless(passage: Passage, root: int) -> bool:
    """No finite verb in the third person, an impersonal one, a nominal sentence, or a verb inside a quotation."""
    tokens = passage.tokens
    own = [token for token in tokens if token.head == root]
    if any(token.deprel in {"expl", "expl:pass", "expl:impers"} for token in own):
        return True
    if passage.is_quoted(tokens[root].span):
        return True
    finite = next((t for t in (tokens[root], *own) if t.feat("VerbForm") == "Fin" and t.upos in {"VERB", "AUX"}), None)
    if finite is None or finite.feat("Person") != "3":
        return True
    says_that_there_is = tokens[root] if finite.deprel.startswith("aux") else finite  # `Han encargado un estudio`, but `hay`
    return says_that_there_is.lemma in grammar_of(passage.language).existential


def _verb_group_start(passage: Passage, root: int) -> int:
    """Where the verb begins with its clitics, auxiliaries and negation."""
    first = root
    while first > 0:
        token = passage.tokens[first - 1]
        if (
            token.head != root
            or token.deprel.split(":")[0] not in {"aux", "expl", "advmod", "iobj", "obj"}
            or token.upos in NOUNS
        ):
            break
        first -= 1
    return max(passage.tokens[first].span.start, passage.span.start)

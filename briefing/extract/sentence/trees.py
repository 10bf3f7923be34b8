"""Walk a dependency tree: short pure functions on one sentence, in Universal Dependencies' terms.

Only relations without their subtypes are relied on, but for `obl:agent`, `nsubj:pass` and `expl:*` where a model gives them, so
that any UD parser will do.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property

from briefing.model import Sentence, Span, Token
from briefing.model.trees import ancestors_of, children_of

NOUN_PHRASE_ENDS = ("acl", "advcl", "parataxis", "appos", "punct", "cop", "aux", "nsubj", "cc", "conj", "mark")
"""Children of a noun's head that are not part of its short phrase."""


@dataclass(frozen=True, kw_only=True)
class Tree:
    """A sentence with the children of every token at hand."""

    sentence: Sentence
    text: str = dataclasses.field(repr=False)

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        return children_of(self.tokens)

    @cached_property
    def bases(self) -> tuple[str, ...]:
        """Every token's relation without its subtype."""
        return tuple(base(token.deprel) for token in self.tokens)


def base(relation: str) -> str:
    """The relation without its subtype.

    >>> base("nsubj:pass")
    'nsubj'
    """
    return relation.partition(":")[0]


def is_relation(token: Token, *relations: str) -> bool:
    return token.deprel in relations or base(token.deprel) in relations


def children(tree: Tree, index: int, *relations: str) -> tuple[int, ...]:
    """The children of a token, of these relations only where any is named."""
    if not relations:
        return tree.children[index]
    bases, tokens = tree.bases, tree.tokens
    return tuple([c for c in tree.children[index] if bases[c] in relations or tokens[c].deprel in relations])


def ancestors(tree: Tree, index: int) -> Iterator[int]:
    """The tokens above, nearest first."""
    return ancestors_of(tree.tokens, index)


def root_of(tree: Tree) -> int:
    """The token that no other governs; the first where there is none."""
    return next((i for i, token in enumerate(tree.tokens) if token.head < 0), 0)


def subtree(tree: Tree, index: int, without: tuple[str, ...] = ()) -> list[int]:
    """The token and everything below it, in order; `without` drops branches of these relations at the top."""
    found, queue = [index], [c for c in tree.children[index] if not is_relation(tree.tokens[c], *without)]
    while queue:
        found.append(queue.pop())
        queue.extend(tree.children[found[-1]])
    return sorted(found)


def own_clause(tree: Tree, head: int, without: tuple[str, ...] = ()) -> frozenset[int]:
    """The tokens of a head's own clause: without who tells of it, and without what goes on with a subject of its own.

    `will not sign, Banda said before lunch, and Togo will wait until May`: neither the lunch nor May belongs to the signing.
    """
    found, queue = [head], [*tree.children[head]]
    tellings = [tree.tokens[head].head] if tree.tokens[head].head > head and is_relation(tree.tokens[head], "ccomp") else []
    while queue:
        index = queue.pop()
        if is_relation(tree.tokens[index], "parataxis"):
            tellings.append(index)
        elif not is_relation(tree.tokens[index], *without) and not goes_on_alone(tree, head, index):
            found.append(index)
            queue.extend(tree.children[index])
    torn = (c for telling in tellings for c in torn_off(tree, head, telling))
    own = (i for i in found if not any(is_of_telling(tree, telling, i) for telling in tellings))
    return frozenset((*own, *(i for c in torn for i in subtree(tree, c))))


def is_of_telling(tree: Tree, telling: int, index: int) -> bool:
    """`“We will not extend it,” Banda said without elaborating`: right behind the telling, whatever a parser hangs it on."""
    return index > telling and all(token.form != "," for token in tree.tokens[telling:index])


def torn_off(tree: Tree, head: int, telling: int) -> tuple[int, ...]:
    """The clauses opened by a conjunction that a parser hangs on the telling, though they are of what is told before it.

    `will shut the port unless Togo pays, Banda said`, `will shut the port, Banda said, unless Togo pays`: before the telling,
    or behind the comma that closes it; an object clause only behind a conjunction of several words (`a menos que pague`).
    """
    beside = [c for c in children(tree, telling, "advcl") if mark_of(tree, c)]
    beside += [c for c in children(tree, telling, "ccomp") if " " in mark_of(tree, c)]
    firsts = ((c, min(subtree(tree, c))) for c in beside if c > head)
    return tuple(c for c, i in firsts if c < telling or "," in {tree.tokens[i].form, tree.tokens[i - 1].form})


def goes_on_alone(tree: Tree, head: int, index: int) -> bool:
    """Coordinated with the head, with a subject of its own."""
    return tree.tokens[index].head == head and is_relation(tree.tokens[index], "conj") and bool(children(tree, index, "nsubj"))


def places_of(tree: Tree, phrases: Collection[str]) -> list[tuple[int, ...]]:
    """Where phrases stand in a sentence, each by its tokens; marks between words do not count."""
    words = [i for i, token in enumerate(tree.tokens) if token.upos != "PUNCT"]
    lengths = sorted({phrase.count(" ") + 1 for phrase in phrases})
    runs = (tuple(words[at : at + n]) for n in lengths for at in range(len(words) - n + 1))
    return [run for run in runs if " ".join(tree.tokens[i].form.lower() for i in run) in phrases]


def stands_behind(tree: Tree, head: int, phrases: Collection[str]) -> bool:
    """Whether a noun has one of these prepositions, or is a part of it: `según el diario`, `in the words of the minister`."""
    return case_of(tree, head) in phrases or any(head in run for run in places_of(tree, phrases))


def phrase_below(tree: Tree, head: int, phrases: Collection[str], without: tuple[str, ...] = ()) -> bool:
    """Whether one of the phrases stands in a head's own clause; `without` drops branches of these relations."""
    found = places_of(tree, phrases)
    return bool(found) and any(own_clause(tree, head, without).issuperset(run) for run in found)


def phrase_below_or_next(tree: Tree, head: int, phrases: Collection[str]) -> bool:
    """Also where it follows, on whatever a parser hangs it: `will buy the salt, as long as …`."""
    return phrase_below(tree, head, phrases) or any(is_next(tree, head, run[0]) for run in places_of(tree, phrases))


def is_next(tree: Tree, head: int, index: int) -> bool:
    """Whether a word stands behind a head and no other clause between them."""
    between = tree.tokens[head + 1 : index]
    parted = any(t.feat("VerbForm") == "Fin" or t.form == ";" for t in between) or (between and between[-1].upos == "CCONJ")
    return index > head and not parted


def span_of(tree: Tree, index: int, without: tuple[str, ...] = ()) -> Span:
    """The characters from the first to the last token of a subtree, without punctuation at its edges."""
    found = subtree(tree, index, without)
    while len(found) > 1 and tree.tokens[found[-1]].upos == "PUNCT":
        found.pop()
    while len(found) > 1 and tree.tokens[found[0]].upos == "PUNCT":
        found.pop(0)
    return Span(tree.tokens[found[0]].span.start, tree.tokens[found[-1]].span.stop)


def phrase_of(tree: Tree, index: int) -> Span:
    """A noun with its determiners, adjectives and prepositional phrases, without clauses and appositions."""
    return span_of(tree, index, (*NOUN_PHRASE_ENDS, "case"))


def words_of(tree: Tree, index: int, *relations: str) -> str:
    """The words of the function-word children of these relations, each with its fixed parts, in lower case.

    `de acuerdo con` and `according to` hang together by `fixed`.
    """
    found: set[int] = set()
    for child in children(tree, index, *relations):
        found |= {child, *children(tree, child, "fixed")}
    return " ".join(tree.tokens[i].form.lower() for i in sorted(found))


def case_of(tree: Tree, index: int) -> str:
    """The preposition that governs a noun (`a`, `according to`), or nothing."""
    return words_of(tree, index, "case")


def mark_of(tree: Tree, index: int) -> str:
    """The conjunction or preposition that opens a clause (`que`, `if`, `to`), or nothing."""
    return words_of(tree, index, "mark", "case")


def is_torn_telling(tree: Tree, index: int, saying: frozenset[str]) -> bool:
    """`will hold talks on May 3, the minister said on Tuesday`, where a parser hangs the saying on the noun."""
    tells = tree.tokens[index].lemma.lower() in saying and tree.tokens[index].feat("VerbForm") == "Fin"
    subjects = [c for c in children(tree, index, "nsubj") if tree.tokens[c].upos != "PRON"]
    return tells and is_relation(tree.tokens[index], "acl") and bool(subjects) and not mark_of(tree, index)


def is_verbal(token: Token) -> bool:
    """Whether a token is a verb form, whatever the tagger called it (`insists` as NOUN keeps VerbForm=Fin)."""
    return token.upos in {"VERB", "AUX"} or token.feat("VerbForm") == "Fin"


def finite_of(tree: Tree, index: int) -> Token:
    """The token that carries the clause's tense: the first auxiliary or copula before the head, else the head itself."""
    helpers = [c for c in children(tree, index, "aux", "cop") if c < index]
    return tree.tokens[min(helpers)] if helpers else tree.tokens[index]


def is_passive(tree: Tree, index: int) -> bool:
    """`fue rechazada por`, `was rejected by`, `el plan rechazado por`; not `the plan that Perú has rejected`."""
    token = tree.tokens[index]
    below = {tree.tokens[c].deprel for c in tree.children[index]}
    if "aux:pass" in below or ("nsubj:pass" in below and not is_active(tree, index)):
        return True
    told_now = finite_of(tree, index).feat("Tense") == "Pres"  # `which had proposed it`: before what is told
    perfect = "aux" in below and told_now and any(c.startswith("nsubj") for c in below)
    return is_relation(token, "acl", "amod") and token.feat("VerbForm") == "Part" and not perfect


def is_active(tree: Tree, index: int) -> bool:
    """`The Ghanaian side proposed to share …`, of which a parser makes a passive that nothing helps."""
    helped = any(is_relation(tree.tokens[c], "aux", "cop", "expl") for c in tree.children[index])
    return tree.tokens[index].head < 0 and not helped and bool(children(tree, index, "ccomp", "xcomp", "advcl"))


def conjuncts(tree: Tree, index: int) -> tuple[int, ...]:
    """The token and those coordinated with it: `drogas, armas y dinero`."""
    return (index, *children(tree, index, "conj"))


def is_behind_semicolon(tree: Tree, index: int, part: int) -> bool:
    """`asked for the accounts; Togo turned that down`, whatever a parser hangs the second on."""
    start = span_of(tree, part).start
    return any(tree.tokens[i].form == ";" and tree.tokens[i].span.start < start for i in range(index + 1, part))


MARKS = frozenset('"“”«»')


def leaves_marks(tree: Tree, above: int, head: int) -> bool:
    """Whether a verb stands in quotation marks and another one behind them."""
    return sum(tree.tokens[i].form in MARKS for i in range(above, head)) % 2 == 1


def verb_between(tree: Tree, head: int, above: int, relatives: Collection[str]) -> int | None:
    """The verb whose subject a coordinated one has, where a parser hangs it on another.

    Behind a semicolon: `Ghana asked for a review; Togo did not agree, but offered a visit`.  Right behind a relative clause of
    a person: `habló con Petit, quien se lo agradeció y lo invitó`; not `…, quien se lo agradeció, y viajó a Lima`.  Behind the
    comma that ends a passive one: `asked about men who were held there, and called for their release`.
    """
    if children(tree, head, "nsubj"):
        return None
    comma = any(tree.tokens[i].form == "," for i in range(above, head))
    if is_relation(tree.tokens[above], "acl") and is_passive(tree, above) and not is_passive(tree, head) and comma:
        return next((i for i in ancestors(tree, above) if is_verbal(tree.tokens[i])), None)
    tensed = (i for i in range(above + 1, head) if finite_of(tree, i).feat("VerbForm") == "Fin")
    last = max((i for i in tensed if children(tree, i, "nsubj")), default=None)
    if last is None:
        return None
    marks = {tree.tokens[i].form for i in range(above + 1, last)}
    subject = tree.tokens[children(tree, last, "nsubj")[0]].form.lower()
    relative = subject in relatives and not any(tree.tokens[i].form == "," for i in range(last, head))
    return last if ";" in marks or relative else None

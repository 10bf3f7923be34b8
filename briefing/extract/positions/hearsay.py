"""Whose word a statement is: what another says that a government agreed to, promised or will do is not its position.

Only the party itself can accept, promise or announce; told by another government, a newspaper or an unnamed source it is their
account of it.  What was asked, refused or offered is kept through others too, as reported.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.extract.positions.ascribed import Ascription
from briefing.extract.reading import Reading, codes_of, codes_of_all, is_person, mentions_over, speaker_of
from briefing.extract.sentence.attribution import is_aside, is_said, lets_stand
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, ancestors, case_of, children, finite_of, is_passive, is_relation, span_of
from briefing.model import Actor, Span, Stance, Token

OWN_STANCES: frozenset[Stance] = frozenset({"agrees", "supports", "promises", "announces"})
"""What nobody can do for another."""
NAMING = frozenset({"NOUN", "PROPN", "ADJ"})


def is_hearsay(told: Ascription) -> bool:
    """Whether somebody else than the government, its people or the article itself says so.

    What two did together the office of either may tell (`the presidency said that both agreed to meet`), save that a deal was
    reached; what one person says that both agreed to, the other side denies often enough.
    """
    reading, clause = told.reading, told.clause
    tellers = tellers_of(told)
    together = codes_of_all(reading, clause.holders)
    both = clause.holders
    one_mans_word = any(is_person(reading, actor) for actor in tellers if actor not in both)
    if len(together) > 1 and clause.act.kind == "speech" and not one_mans_word and codes_of_all(reading, tellers) & together:
        return False
    by_another = any(is_another(reading, actor, told.government) for actor in tellers)
    if by_another or has_unknown_teller(reading, clause, told.by_head):
        return True
    if is_by_anothers_text(reading, clause, told.government):
        return True
    # `said that both sides had agreed`, by somebody whose side nobody tells
    return len(together) > 1 and any(not codes_of(reading, actor) for actor in tellers)


def is_another(reading: Reading, actor_id: str, government: str) -> bool:
    """Of another country, a medium, or nobody's official; an official whose country nobody tells may be its own.

    A country's press, its parties and its legislators tell of its government as anybody does.
    """
    codes, actor = codes_of(reading, actor_id), reading.doc.actors.get(actor_id)
    if codes:
        return government not in codes or (actor is not None and is_of_no_government(reading, actor))
    return actor is None or not actor.official


def is_of_no_government(reading: Reading, actor: Actor) -> bool:
    """By what he or it is; a minister whose ministry nothing knows may well be one: `Migrant Workers Secretary`."""
    role = reading.knowledge.roles.get(actor.role or "")
    return not actor.official and (actor.kind == "group" or (role is not None and not role.official))


def tellers_of(told: Ascription) -> list[str]:
    """All through whom it comes: by what governs the clause, and by the quotation that it stands in."""
    return [actor for link in told.chain for actor in link] + quoting_actors(told.reading, told.clause)


def quoting_actors(reading: Reading, clause: Clause) -> list[str]:
    """Who is known to say the words that a clause stands in, by the attributions found in the text."""
    return [m.actor for speaker in speakers_around(reading, clause) for m in mentions_over(reading, speaker)[:1]]


def speakers_around(reading: Reading, clause: Clause) -> list[Span]:
    """Those named in the sentence itself; a speaker taken over from the sentence before is a guess."""
    tree = reading.trees[clause.sentence]
    here, head = tree.sentence.span, tree.tokens[clause.head].span
    if is_aside(tree, clause.head, tree.tokens[clause.head].head):
        return []  # `a request that Togo has refused`: told of the request, and not what it asks
    quotes = [quote for quote in reading.doc.quotes if quote.content.contains(head)]
    return [quote.speaker for quote in quotes if quote.speaker and here.contains(quote.speaker)]


def is_nameless(reading: Reading, tree: Tree, speaker: Span) -> bool:
    """A noun that names no actor; a pronoun may be anybody's."""
    words = [token for token in tree.tokens if speaker.contains(token.span)]
    if is_both(reading, tree, speaker):
        return False
    return is_somebody(reading, words) and not mentions_over(reading, speaker)


def is_somebody(reading: Reading, words: Sequence[Token]) -> bool:
    """A noun, and not that of a text (`el comunicado`), which is whoever's who issues it."""
    nouns = [token for token in words if token.upos in NAMING]
    return bool(nouns) and nouns[0].lemma.lower() not in reading.words.documents


def has_unknown_teller(reading: Reading, clause: Clause, by_head: Mapping[int, Clause]) -> bool:
    """`el portal Onda publicó que Chile aceptó …`, `según dos diplomáticos, …`: told by those whom nothing knows."""
    tree, below = reading.trees[clause.sentence], clause.head
    if any(is_nameless(reading, tree, speaker) for speaker in speakers_around(reading, clause)):
        return True
    for index in (clause.head, *ancestors(tree, clause.head)):
        if any(is_unknown_source(reading, tree, c) for c in children(tree, index, "obl", "nmod", "advcl")):
            return True
        inserted = children(tree, index, "parataxis")  # `Kenya, he said, had promised …`
        beside = [
            by_head[c] for c in children(tree, index, "parataxis", "ccomp") if c in by_head and (c > index or c in inserted)
        ]
        inner = {below, *(c for c in clause.content if index == clause.head and c not in inserted)}
        if any(tells_namelessly(reading, tree, told) and not told.content for told in beside if told.head not in inner):
            return True
        above = by_head.get(index)
        if (
            above is not None
            and index != clause.head
            and tells_namelessly(reading, tree, above)
            and is_said(tree, above, below)
        ):
            return True
        below = index
    return False


def is_unknown_source(reading: Reading, tree: Tree, index: int) -> bool:
    if case_of(tree, index) not in reading.words.attribution_cases or tree.tokens[index].upos not in NAMING:
        return False
    return is_nameless(reading, tree, tree.tokens[index].span)


def tells_namelessly(reading: Reading, tree: Tree, clause: Clause) -> bool:
    """An act of saying whose subject is a noun that names no actor, or a pronoun of whom nobody knows who it is."""
    if not lets_stand(clause) or clause.form.kind == "noun" or clause.subject is not None:
        return False
    if is_told_by_nobody_named(reading, tree, clause.head):
        return True
    subjects = [tree.tokens[c] for c in children(tree, clause.head, "nsubj") if not is_both(reading, tree, span_of(tree, c))]
    he = any(reading.words.gender_of(token.form.lower()) for token in subjects)
    return he or is_somebody(reading, subjects)


def is_told_by_nobody_named(reading: Reading, tree: Tree, head: int) -> bool:
    """`Pide camiones, y asegura que Quito se los prometió`: somebody does, of whom a sentence before tells; not `“…”, dijo`."""
    cued = [q for q in reading.doc.quotes if q.cue and q.cue.overlaps(tree.tokens[head].span)]
    if any(codes_of(reading, speaker) for quote in cued if (speaker := speaker_of(reading, quote))):
        return False
    finite, beside = finite_of(tree, head), [*children(tree, head, "nsubj", "csubj", "expl")]
    beside += [
        i for i in range(head) if is_relation(tree.tokens[i], "nsubj") and head in ancestors(tree, i)
    ]  # whatever the tree
    return not beside and finite.feat("VerbForm") == "Fin" and finite.feat("Person") == "3" and not is_passive(tree, head)


def is_by_anothers_text(reading: Reading, clause: Clause, government: str) -> bool:
    """`De acuerdo con la nota, Togo se ha comprometido a …`: of the ministry that issued it, by the last sentence that tells.

    In doubt it is another's, unless nobody is told to have issued a text.
    """
    tree = reading.trees[clause.sentence]
    if not any(is_source_text(reading, tree, i) for i in range(clause.head)):
        return False
    issuers = next((found for t in reversed(reading.trees[: clause.sentence]) if (found := issuers_told(reading, t))), ())
    return bool(issuers) and not any(government in codes for codes in issuers)


def is_source_text(reading: Reading, tree: Tree, index: int) -> bool:
    """`según el comunicado,`, whatever a parser makes of it; not `según el comunicado de Togo`."""
    if tree.tokens[index].lemma.lower() not in reading.words.documents or mentions_over(reading, span_of(tree, index)):
        return False
    ahead = tree.tokens[max(0, index - LONGEST_SOURCE) : index]
    before = " ".join(token.form.lower() for token in ahead if token.upos != "DET")
    return any(f" {before}".endswith(f" {case}") for case in reading.words.attribution_cases)


LONGEST_SOURCE = 5
"""Words before a text that name it as the source: `de acuerdo con la`."""


def issuers_told(reading: Reading, tree: Tree) -> tuple[set[str], ...]:
    """`ha informado el Ministerio de Togo en un comunicado`: whose the text is, by country; of a body of none, none."""
    texts = (i for i, token in enumerate(tree.tokens) if token.lemma.lower() in reading.words.documents)
    verbs = (tree.tokens[i].head for i in texts if is_relation(tree.tokens[i], "obl", "obj"))
    doers = (span_of(tree, c) for verb in verbs if verb >= 0 for c in children(tree, verb, "nsubj"))
    known = (span for span in doers if not is_both(reading, tree, span))
    return tuple({code for m in mentions_over(reading, span) for code in codes_of(reading, m.actor)} for span in known)


def is_both(reading: Reading, tree: Tree, span: Span) -> bool:
    """`informaron ambos ministerios`, `the two governments said`: those of whom the sentence tells."""
    words = " ".join(span.of(tree.text).lower().split()) + " "
    return any(words.startswith(f"{word} ") for word in reading.words.both)


def is_anothers_account(clause: Clause, stance: Stance, *, hearsay: bool) -> bool:
    """What nobody can do for another, what another will do, what another only names (`restó importancia a las quejas de
    Perú`); and what is only rumoured to have been agreed."""
    only_named = clause.subject is not None and clause.subject.how == "noun"
    return (hearsay and (stance in OWN_STANCES or clause.future or only_named)) or (
        clause.conditional and stance in OWN_STANCES
    )

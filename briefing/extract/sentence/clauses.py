"""Who does or says what in a sentence: one `Clause` for each verb, noun or adjective that names an act of the knowledge."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.extract.reading import Reading, codes_of_all, mentions_in, quote_at, speaker_of
from briefing.extract.sentence.acts import fills, find_content, is_fixed_duty, match_act
from briefing.extract.sentence.left_out import may_be_anothers
from briefing.extract.sentence.moods import is_conditional, is_future, is_hypothetical, is_negated, is_reported_future
from briefing.extract.sentence.named_subjects import Subject, named, rename
from briefing.extract.sentence.noun_actors import carrier_of, experiencer, noun_actor
from briefing.extract.sentence.pronouns import interlocutor, only_came_along
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.threads import Thread, goes_on_with
from briefing.extract.sentence.trees import (
    Tree,
    case_of,
    children,
    finite_of,
    is_behind_semicolon,
    is_passive,
    is_relation,
    mark_of,
)
from briefing.knowledge.entries import Act, ActForm
from briefing.model import Span, Stance

Holding = tuple[tuple[str, ...], Stance]
"""The actors that hold a stance, and the stance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """An act in a sentence.  `head` and `content` are token indices; `trigger` is the word that names the act."""

    sentence: int
    head: int
    trigger: int
    act: Act
    form: ActForm
    subject: Subject | None
    content: tuple[int, ...] = ()
    addressees: tuple[str, ...] = ()
    negated: bool = False
    conditional: bool = False
    hypothetical: bool = False
    future: bool = False
    obliged: bool = False
    confidence: float = 1.0

    @property
    def holders(self) -> tuple[str, ...]:
        """Those who do it, as far as they are known."""
        return self.subject.actors if self.subject else ()


SURE_BY_WORDS = 0.5
"""The least confidence in a duty that its words alone tell: `tiene que haber`."""


def find_clauses(reading: Reading, number: int) -> tuple[Clause, ...]:
    """The clauses of a sentence, in the order of its words.  Elided subjects are left to `inherit_subjects`."""
    tree = reading.trees[number]
    found = (make_clause(reading, number, index) for index in range(len(tree.tokens)))
    return tuple(clause for clause in found if clause is not None)


def make_clause(reading: Reading, number: int, index: int) -> Clause | None:
    tree = reading.trees[number]
    match = match_act(reading, tree, index)
    if match is None:
        return None
    act, form = match
    head = clause_head(tree, index)
    subject = actor_of(reading, tree, index, act, form)
    carrier = carrier_of(reading, tree, index) if form.kind == "noun" and subject is None else None
    if carrier is not None:
        subject = find_subject(reading, tree, carrier)
    told = head if carrier is None else carrier
    reported_future = is_reported_future(reading, tree, told)
    return Clause(
        sentence=number,
        head=head,
        trigger=index,
        act=act,
        form=form,
        subject=subject,
        content=children(tree, head, "nsubj", "csubj") if judges_its_subject(form) else said_by(reading, tree, index, form),
        addressees=find_addressees(reading, tree, index, form),
        negated=is_negated(reading, tree, told),
        conditional=is_conditional(reading, tree, told) and not reported_future,
        hypothetical=is_hypothetical(reading, tree, told),
        future=is_future(reading, tree, told) or reported_future,
        obliged=act.kind != "modal" and is_obliged(reading, tree, told),
        confidence=max(
            certainty_of_parse(tree, head),
            SURE_BY_WORDS if is_fixed_duty(tree, index, act, form) or is_plainly_said(reading, tree, head, act, subject) else 0,
        ),
    )


def is_plainly_said(reading: Reading, tree: Tree, head: int, act: Act, subject: Subject | None) -> bool:
    """`Manukian instó a Irán a …`, `Minister Salo on Sunday called on Denmark to …`: by the order of the words, however sure a
    parser is; the sentence opens with who says it, and nothing but a day stands before its main verb.
    """
    verb = tree.tokens[head]
    if act.kind != "speech" or subject is None or subject.how != "explicit" or verb.head >= 0 or verb.feat("Tense") != "Past":
        return False
    opening = [m.span for m in mentions_in(reading, tree.sentence.span) if m.actor in subject.actors][:1]
    days = [*opening, *(d.span for d in reading.doc.dates if tree.sentence.span.contains(d.span))]
    before = [t for t in tree.tokens[:head] if t.upos not in BETWEEN and not any(s.contains(t.span) for s in days)]
    return bool(opening) and not is_passive(tree, head) and opening[0].stop <= verb.span.start and not before


BETWEEN = frozenset({"DET", "ADP", "PUNCT"})
"""Words that may stand beside a name and a day."""

BEFALLING = frozenset({"ASSAULT", "COERCE"})
"""Classes of deeds whose noun tells whom they befall: `the attack on the port`, `the arrest of the crew`."""


def said_by(reading: Reading, tree: Tree, index: int, form: ActForm) -> tuple[int, ...]:
    """The content of an act; in `ruled it out, although it said that …` the clause behind stands beside it.

    So does what begins behind a semicolon: `asked for the accounts; Togo turned that down`.
    """
    found = [c for c in find_content(tree, index, form) if c < index or not is_behind_semicolon(tree, index, c)]
    return tuple(c for c in found if not (is_told_beside(tree, c) and mark_of(tree, c) in reading.words.factual_marks))


def is_told_beside(tree: Tree, index: int) -> bool:
    return is_relation(tree.tokens[index], "advcl") and tree.tokens[index].feat("VerbForm") == "Fin"


def judges_its_subject(form: ActForm) -> bool:
    """`el retraso es inaceptable`; not `Perú está dispuesto a …`, which says what its subject wants."""
    return form.kind == "adjective" and "subj" not in form.actor


def actor_of(reading: Reading, tree: Tree, index: int, act: Act, form: ActForm) -> Subject | None:
    if form.kind == "noun":
        return noun_actor(reading, tree, index, form, hostile=act.plover in BEFALLING)
    if form.kind == "verb" and "iobj" in form.actor:
        return experiencer(reading, tree, index)
    return find_subject(reading, tree, clause_head(tree, index))


def is_obliged(reading: Reading, tree: Tree, head: int) -> bool:
    """`We must guarantee …` guarantees nothing yet."""
    matches = [match_act(reading, tree, c) for c in children(tree, head, "aux")]
    return any(match is not None and match[0].kind == "modal" for match in matches)


def certainty_of_parse(tree: Tree, head: int) -> float:
    """The parser's probability of the subject's arc; of the verb's own where it has no subject of its own."""
    own = [tree.tokens[c].confidence for c in children(tree, head, "nsubj")]
    return max(own, default=tree.tokens[head].confidence)


def clause_head(tree: Tree, index: int) -> int:
    """What a modal or copula helps (`must` in `must withdraw`, `está` in `no está de acuerdo`), else the token itself."""
    token = tree.tokens[index]
    return token.head if is_relation(token, "aux", "cop") and token.head >= 0 else index


def find_addressees(reading: Reading, tree: Tree, index: int, form: ActForm) -> tuple[str, ...]:
    """The actors in the slots of the form where the one spoken to stands."""
    found: list[str] = []
    for child in tree.children[index]:
        if any(fills(tree, child, slot) for slot in form.addressee):
            subject = named(reading, tree, child, "explicit")
            found += subject.actors if subject else ()
    return tuple(dict.fromkeys(found))


def inherit_subjects(reading: Reading, sentences: tuple[tuple[Clause, ...], ...]) -> tuple[tuple[Clause, ...], ...]:
    """Give a main clause without any subject the actors of the main clause before it, in the same paragraph.

    Never in a scrambled article, across a quotation's edge, or where the number of the verb disagrees.
    """
    if reading.is_scrambled:
        return sentences
    result, last, paragraph = [], None, -1
    thread: Thread | None = None
    for number, clauses in enumerate(sentences):
        sentence = reading.doc.sentences[number]
        if sentence.paragraph != paragraph or sentence.kind != "body":
            last, paragraph = issuing_subject(reading), sentence.paragraph
        clauses = tuple(with_inherited(reading, with_thread(reading, clause, thread), last) for clause in clauses)
        clauses = tuple(with_guest(reading, clause, last) for clause in clauses)
        told = guest_received(reading, number, clauses) or main_subject(reading, number)
        told = told or inherited_subject(reading, number, clauses)
        told = None if told and is_of_company(reading, number, told) else told
        last = told or last
        thread = Thread(subject=told, number=number) if told and sentence.kind == "body" else thread
        result.append(clauses)
    return tuple(result)


def with_thread(reading: Reading, clause: Clause, thread: Thread | None) -> Clause:
    """A clause of a pronoun or a bare title, with the person of whom the sentence before tells."""
    tree = reading.trees[clause.sentence]
    passive = is_passive(tree, clause.head)  # `He was asked whether …`: another asked
    if passive and clause.subject and tree.tokens[clause.head].lemma.lower() in reading.words.hosting_people:
        guest = goes_on_with(reading, clause.sentence, clause.head, thread)  # `He will be received by Petit`
        return dataclasses.replace(clause, addressees=(*clause.addressees, *(guest.actors if guest else ())))
    if clause.subject is not None or clause.form.kind == "noun" or reading.is_scrambled or passive:
        return clause
    found = goes_on_with(reading, clause.sentence, clause.head, thread)
    return dataclasses.replace(clause, subject=found, confidence=min(clause.confidence, SURE_THREAD)) if found else clause


SURE_THREAD = 0.6
GENDERS = {"Fem": "f", "Masc": "m"}
"""A participle's gender as an actor has it."""


def is_of_company(reading: Reading, number: int, told: Subject) -> bool:
    """`Envoy Diaz was also present. He asked …`: an article does not go on with who only came along."""
    people = [actor for name in told.actors if (actor := reading.doc.actors.get(name)) and actor.kind == "person"]
    span = reading.doc.sentences[number].span
    return bool(people) and len(people) == len(told.actors) and all(only_came_along(reading, span, actor) for actor in people)


def with_guest(reading: Reading, clause: Clause, last: Subject | None) -> Clause:
    """`También fue recibida por el ministro`, without a word of whom: he of whom the paragraph has just told."""
    tree, token = reading.trees[clause.sentence], reading.trees[clause.sentence].tokens[clause.head]
    told = clause.addressees or children(tree, clause.head, "nsubj") or quote_at(reading, token.span)
    hosted = token.lemma.lower() in reading.words.hosting_people and is_passive(tree, clause.head)
    if told or not hosted or clause.subject is None or last is None or len(last.actors) != 1:
        return clause
    guest = reading.doc.actors.get(last.actors[0])
    fits = (
        guest is not None and guest.kind == "person" and GENDERS.get(token.feat("Gender") or "", guest.gender) == guest.gender
    )
    known = fits and last.actors[0] not in clause.subject.actors and token.feat("Number") != "Plur"
    return (
        dataclasses.replace(clause, addressees=last.actors, confidence=min(clause.confidence, SURE_THREAD)) if known else clause
    )


def guest_received(reading: Reading, number: int, clauses: Sequence[Clause]) -> Subject | None:
    """`Mora fue recibida por el presidente. También se reunió con …`: the article goes on with the guest, not with the host."""
    tree = reading.trees[number]
    main = next((c for c in clauses if tree.tokens[c.head].head < 0 and c.form.kind != "noun"), None)
    received = main is not None and tree.tokens[main.head].lemma.lower() in reading.words.hosting_people
    if main is None or not received or not is_passive(tree, main.head) or len(main.addressees) != 1:
        return None
    return Subject(actors=main.addressees, how="inherited")


def inherited_subject(reading: Reading, number: int, clauses: Sequence[Clause]) -> Subject | None:
    """Of whom the main verb tells that has no name of its own."""
    tree = reading.trees[number]
    return next((c.subject for c in clauses if tree.tokens[c.head].head < 0 and c.form.kind != "noun"), None)


def issuing_subject(reading: Reading) -> Subject | None:
    """`Asimismo, propone que …`, at the head of a paragraph of an official text: who issues it."""
    issuers = reading.doc.issuers
    return Subject(actors=issuers, how="inherited") if len(issuers) == 1 and not reading.turns else None


def with_inherited(reading: Reading, clause: Clause, last: Subject | None) -> Clause:
    tree = reading.trees[clause.sentence]
    told = clause.act.meeting is not None and is_told_by_elided(tree, clause.head)
    if clause.act.meeting is not None and has_subject_behind(tree, clause.head):
        return clause
    if clause.subject is not None or clause.form.kind == "noun" or not (told or is_elided(tree, clause.head)):
        return clause
    plural = finite_of(tree, clause.head).feat("Number") == "Plur"
    if reading.turn_at(tree.tokens[clause.head].span):
        return clause if plural else with_interlocutor(reading, clause)
    if last is None or quote_at(reading, tree.tokens[clause.head].span) or plural != is_of_several(last):
        return clause
    if is_anothers_quotation(reading, tree.tokens[clause.trigger].span, last):
        return clause
    if may_be_anothers(reading, clause.sentence, clause.head, clause.act, last):
        return clause
    return dataclasses.replace(clause, subject=rename(last, "inherited"), confidence=min(clause.confidence, 0.6))


def is_anothers_quotation(reading: Reading, cue: Span, last: Subject) -> bool:
    """`Según Ruiz, su homólogo Lund no mencionó el pago. “Me enteré ayer”, se quejó`: of Ruiz, or of somebody unknown.

    So is `“This must stop,” Ann Poe, a trader, said`, where a parser leaves the verb without its subject.
    """
    said = [q for q in reading.doc.quotes if (q.inherited or q.speaker) and q.cue and q.cue.overlaps(cue)]
    speakers = [speaker_of(reading, quote) for quote in said]
    codes = codes_of_all(reading, last.actors)
    return any(speaker is None or not codes & codes_of_all(reading, (speaker,)) for speaker in speakers)


def is_of_several(subject: Subject) -> bool:
    """Two actors, or `both governments`."""
    return len(subject.actors) > 1 or any("+" in actor for actor in subject.actors)


def with_interlocutor(reading: Reading, clause: Clause) -> Clause:
    """`Hablé con el presidente Petit. Estuvo de acuerdo`, in a speaker's own account."""
    person = interlocutor(reading, reading.trees[clause.sentence], clause.head)
    if person is None:
        return clause
    return dataclasses.replace(
        clause, subject=Subject(actors=(person,), how="inherited"), confidence=min(clause.confidence, 0.6)
    )


def is_elided(tree: Tree, head: int) -> bool:
    """A finite main verb in the third person with nothing before it that could be its subject."""
    token, finite = tree.tokens[head], finite_of(tree, head)
    if finite.feat("VerbForm") != "Fin" or finite.feat("Person") != "3" or is_passive(tree, head):
        return False
    root = head if token.head < 0 else token.head if is_relation(token, "conj") else -1
    if root < 0 or tree.tokens[root].head >= 0:
        return False
    return not any(children(tree, i, "nsubj", "csubj") or has_impersonal(tree, i) for i in {head, root})


def is_told_by_elided(tree: Tree, head: int) -> bool:
    """`Adelantó que el lunes se reunirá con su colega`: of whoever said so, whom a sentence before names."""
    above = tree.tokens[head].head
    if not is_relation(tree.tokens[head], "ccomp") or not is_elided(tree, above) or children(tree, head, "nsubj"):
        return False
    own, told = finite_of(tree, head), finite_of(tree, above)
    return own.feat("Person") == "3" and own.feat("Number") == told.feat("Number") and own.feat("VerbForm") == "Fin"


def has_subject_behind(tree: Tree, head: int) -> bool:
    """`Antes se reunirá la mesa consular`, of which a parser makes an object: who meets by a reflexive verb has none."""
    reflexive = any(is_relation(tree.tokens[c], "expl") for c in tree.children[head])
    behind = [c for c in children(tree, head, "obj") if c > head and tree.tokens[c].upos in {"NOUN", "PROPN"}]
    return reflexive and any(not case_of(tree, c) for c in behind)


def has_impersonal(tree: Tree, head: int) -> bool:
    return any(tree.tokens[c].deprel in {"expl:pass", "expl:impers", "expl"} for c in tree.children[head])


def main_subject(reading: Reading, number: int) -> Subject | None:
    tree = reading.trees[number]
    root = next((i for i, token in enumerate(tree.tokens) if token.head < 0), None)
    return find_subject(reading, tree, root) if root is not None else None

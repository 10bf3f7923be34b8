"""In whose column a statement may stand: what its words must show, requirement by requirement, in one table.

A position is printed under a government.  It stands there where the words say so, and not where nothing says otherwise: who
holds it is named or is the only one who can be meant, and what is told as said was said by that one.  A statement that lacks
one of these stays what its article tells, a fact, and is no position; its rules name which it lacks (`column:lacks:…`), and
what it stands on (`column:…`).  Of some 1,680
statements of 112 weeks of invented news 9 lacked one, and 5 of those stood in a wrong column.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from briefing.extract.positions.against_itself import is_against_its_own
from briefing.extract.positions.anothers_word import is_in_anothers_turn, is_motive_of_anothers, is_undertaken_by_another
from briefing.extract.positions.asserted import SAYING
from briefing.extract.positions.shapes import shape_of
from briefing.extract.reading import TURN, Reading, codes_of_all, mention_at, mentions_in, mentions_over, quote_at, told_by
from briefing.extract.sentence.attribution import Chain
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.subjects import find_subject
from briefing.extract.sentence.trees import Tree, ancestors, children, finite_of, is_passive, is_relation, is_verbal, span_of
from briefing.model import Span, Stance


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A statement before it is made: a clause, through whom it comes, and whose it is thought to be."""

    clause: Clause
    chain: Chain
    holder: str
    government: str
    stance: Stance


Requirement = Callable[[Reading, Candidate], bool]

LACKS = "column:lacks:"
"""Begins the rule that names a requirement which a statement does not meet."""


def column_rules(reading: Reading, candidate: Candidate) -> tuple[str, ...]:
    """What a statement lacks of what its column needs, else the kind of holder that it stands on."""
    lacking = tuple(f"{LACKS}{need.__name__}" for need in REQUIREMENTS if not need(reading, candidate))
    return lacking or (f"column:{kind_of(reading, candidate)}",)


def is_columned(rules: tuple[str, ...]) -> bool:
    """Whether a statement may stand in a government's column."""
    return not any(rule.startswith(LACKS) for rule in rules)


def kind_of(reading: Reading, candidate: Candidate) -> str:
    actor = reading.doc.actors.get(candidate.holder)
    return actor.kind if actor is not None else "issuer"


# ------------------------------------------------------------------ what is said


def is_said(reading: Reading, candidate: Candidate) -> bool:
    """The neutral label says that the government says so: `Togo maintains …`, `the minister said that Togo …`, its own words.

    Not what a writer tells of it by the way: `days after Togo agreed to …`, `the port, where Togo wants to build …`.
    """
    if candidate.stance != "states" or candidate.clause.act.kind == "reporting":
        return True
    clause, own = candidate.clause, {candidate.government}
    if any(own & codes_of_all(reading, link) for link in candidate.chain) or is_in_own_words(reading, candidate):
        return True
    shape = shape_of(reading, clause)
    if shape in {"relative", "aside"} and (is_at_end_of_anothers(reading, clause, own) or is_issued_by_another(reading, own)):
        return False
    return (
        shape in {"main", "relative"} or is_told_of(reading, clause) or (shape == "said" and is_officials_word(reading, clause))
    )


def is_at_end_of_anothers(reading: Reading, clause: Clause, own: set[str]) -> bool:
    """`Forty doctors have asked for it, Togo's ministry said, a figure that Benin dismissed`: the sentence is Togo's word."""
    tree = reading.trees[clause.sentence]
    if not any(is_relation(tree.tokens[i], "acl") for i in (clause.head, *ancestors(tree, clause.head))):
        return False
    tellers = (
        find_subject(reading, tree, i) for i, token in enumerate(tree.tokens) if is_verb_of_saying(reading, tree, i, token.head)
    )
    codes = [codes_of_all(reading, teller.actors) for teller in tellers if teller is not None]
    return any(said and not said & own for said in codes)


def is_issued_by_another(reading: Reading, own: set[str]) -> bool:
    """`The Ministry thanks the Government of Norway, which has pledged …`: what Kenya's ministry tells by the way."""
    return bool(reading.doc.issuers) and own.isdisjoint(reading.doc.issuers)


def is_verb_of_saying(reading: Reading, tree: Tree, index: int, above: int) -> bool:
    """The main verb, or one torn off beside it."""
    says = tree.tokens[index].lemma.lower() in reading.words.saying and is_verbal(tree.tokens[index])
    return says and (above < 0 or is_relation(tree.tokens[index], "parataxis"))


def is_in_own_words(reading: Reading, candidate: Candidate) -> bool:
    """In what the government's people are quoted with, or in a text or turn of its own."""
    span = reading.trees[candidate.clause.sentence].tokens[candidate.clause.head].span
    teller = told_by(reading, span)
    return quote_at(reading, span) is not None or candidate.government in codes_of_all(reading, teller)


def is_told_of(reading: Reading, clause: Clause) -> bool:
    """`a request that Togo has refused`, `met Petit, whom he handed a protest`: a verb of saying that tells more of a noun."""
    tree = reading.trees[clause.sentence]
    verb = next((i for i in (clause.head, *ancestors(tree, clause.head)) if is_verbal(tree.tokens[i])), clause.head)
    owned = clause.subject is not None and clause.subject.how == "noun"  # `met Petit, who rejected the requests of Togo`
    if owned or clause.act.kind != "speech" or finite_of(tree, verb).feat("VerbForm") != "Fin":
        return False
    up = (tree.tokens[i] for i in (verb, *ancestors(tree, verb)))
    return next((is_relation(token, "acl") for token in up if is_relation(token, "acl", "advcl", "ccomp")), False)


def is_officials_word(reading: Reading, clause: Clause) -> bool:
    """`A spokesman said Togo …`, `he added that Togo …`: told by one who holds an office or is known, and not thought."""
    tree, below = reading.trees[clause.sentence], clause.head
    for index in ancestors(tree, clause.head):
        if is_relation(tree.tokens[below], "ccomp", "parataxis"):
            tellers = [tree.tokens[c] for c in children(tree, index, "nsubj")]
            known = reading.words.holders | reading.words.tellers | reading.words.officials
            acts = reading.acts.get(tree.tokens[index].lemma.lower(), ())
            says = any(act.kind in SAYING and form.kind == "verb" for act, form in acts)
            return says and all(t.upos in {"PRON", "PROPN"} or t.lemma.lower() in known for t in tellers)
        below = index
    return False


def is_of_its_own(reading: Reading, candidate: Candidate) -> bool:
    """Not what an official tells of a country that may not be his: `“Benin will have to pay,” Minister Ruiz said`.

    Of whose country nothing says what it is: in his own words the country is hardly his; told of, not where the article calls
    another official of that country by its name.
    """
    clause = candidate.clause
    told = candidate.stance in TOLD_OF and not says_itself(reading, clause) and candidate.holder == candidate.government
    tellers = [actor for link in candidate.chain for name in link if (actor := reading.doc.actors.get(name))]
    unknown = [actor for actor in tellers if actor.kind == "person" and actor.official and actor.country is None]
    if not told or len(unknown) < len(tellers) or not unknown:
        return True
    head = reading.trees[clause.sentence].tokens[clause.head].span
    if clause.act.id == LEFT_UNDONE:
        return False  # `Benin has shared no evidence, the minister said`: reproached as often as denied
    called = (a for a in reading.doc.actors.values() if a.kind == "person" and a.official and a.country == candidate.government)
    return quote_at(reading, head) is None and not any(called)


def says_itself(reading: Reading, clause: Clause) -> bool:
    """`Benin announced …`; not `Benin will …`, which is told as announced."""
    lemma = reading.trees[clause.sentence].tokens[clause.trigger].lemma.lower()
    return any(act == clause.act and act.kind in SAYING for act, _ in reading.acts.get(lemma, ()))


LEFT_UNDONE = "deny"
"""The act of what a declaration says has not been done."""
TOLD_OF = frozenset({"announces", "promises", "states", "offers"})
"""The stances that a sentence in the future tells of a country."""


def is_no_leak(reading: Reading, candidate: Candidate) -> bool:
    """Not what a paper has found out: `Togo is weighing a ban, the Lake Courier reported`, of which Togo has said nothing."""
    clause, own = candidate.clause, {candidate.government}
    told = candidate.stance in {"states", "announces"} and not says_itself(reading, clause)
    if not told or any(own & codes_of_all(reading, link) for link in candidate.chain):
        return True
    head = reading.trees[clause.sentence].tokens[clause.head].span
    around = [q for q in reading.doc.quotes if q.kind == "indirect" and q.content.contains(head)]
    return not any(is_of_the_press(reading, clause.sentence, q.speaker) for q in around if q.speaker)


def is_of_the_press(reading: Reading, number: int, speaker: Span) -> bool:
    """A paper or agency that the knowledge names, a name alone that nothing else knows (`El Correo`), a source without one."""
    tokens = [t for t in reading.trees[number].tokens if speaker.contains(t.span) and t.upos not in {"DET", "PUNCT", "ADP"}]
    if tokens and tokens[0].lemma.lower() in reading.words.sources:  # `a source close to the presidency`
        return True
    found = mentions_over(reading, speaker)
    if found:
        row = reading.knowledge.actors.get(found[0].actor)
        return row is not None and row.branch == MEDIA
    return bool(tokens) and all(token.form[:1].isupper() for token in tokens)


MEDIA = "media"


def is_no_papers_word(reading: Reading, candidate: Candidate) -> bool:
    """`Ruiz spoke with Dahl and agreed with him that …, the state news agency reported`: nobody named there is who reports."""
    tree = reading.trees[candidate.clause.sentence]
    head = tree.tokens[candidate.clause.head].span
    tellers = [q.speaker for q in reading.doc.quotes if q.speaker and q.cue and q.cue.contains(head)]
    papers = [s for s in tellers if any(t.lemma.lower() in reading.words.press for t in tree.tokens if s.contains(t.span))]
    return candidate.clause.act.kind != "reporting" or all(mentions_over(reading, paper) for paper in papers)


def is_asked_of_another(reading: Reading, candidate: Candidate) -> bool:
    """No country asks or demands of itself: `a note addressed to Ruiz, he demanded that Peru release …` is not Peru's."""
    clause, own = candidate.clause, {candidate.government}
    if candidate.stance not in ASKED or clause.act.stance not in ASKED:
        return True
    tree = reading.trees[clause.sentence]
    asked = [c for c in clause.content if is_relation(tree.tokens[c], "ccomp") and not is_passive(tree, c)]
    subjects = [i for c in asked for i in children(tree, c, "nsubj")]
    named = [mention_at(reading, tree.tokens[i].span) for i in subjects]
    return not any(m is not None and {*codes_of_all(reading, (m.actor,))} == own for m in named)


ASKED = frozenset({"demands", "requests"})


def is_against_another(reading: Reading, candidate: Candidate) -> bool:
    """No country accuses or threatens itself: `The minister threatened to act if Peru did not pay` is not Peru's."""
    return not is_against_its_own(reading, candidate.clause, candidate.government, candidate.stance)


def is_its_own_undertaking(reading: Reading, candidate: Candidate) -> bool:
    """Not what only the other side says that a government has promised, offered, asked for or agreed to."""
    told = candidate
    return not is_undertaken_by_another(reading, told.clause, told.chain, told.government, told.stance)


def is_no_others_telling(reading: Reading, candidate: Candidate) -> bool:
    """Neither in a turn of the other side's, nor by the way in a sentence on what the other side did."""
    told, clause = candidate, candidate.clause
    in_turn = is_in_anothers_turn(reading, clause, told.holder, told.government)
    return not (in_turn or is_motive_of_anothers(reading, clause, told.government))


def is_told_by_its_own(reading: Reading, candidate: Candidate) -> bool:
    """Not what a paper tells of one country (`The statement noted that Laos had agreed`), if nobody knows whose it is.

    Of an official only another government's paper does: his own may be meant where nothing says whose it is.
    """
    clause, own = candidate.clause, {candidate.government}
    together = clause.subject is not None and len(codes_of_all(reading, clause.subject.actors)) > 1  # `that both had agreed`
    if together or own <= {*reading.doc.issuers}:
        return True
    if any(own & codes_of_all(reading, link) for link in candidate.chain):
        return True
    tree, below = reading.trees[clause.sentence], clause.head
    for index in ancestors(tree, clause.head):
        if is_relation(tree.tokens[below], "ccomp") and is_verbal(tree.tokens[index]):
            papers = [i for i in children(tree, index, "nsubj") if tree.tokens[i].lemma.lower() in reading.words.documents]
            issuers = [whose(reading, tree, i) or told_before(reading, clause.sentence) for i in papers]
            codes = [codes_of_all(reading, actors) for actors in issuers]
            if any(own.isdisjoint(found) and (found or candidate.holder == candidate.government) for found in codes):
                return False
        below = index
    return True


def whose(reading: Reading, tree: Tree, index: int) -> tuple[str, ...]:
    """Of whom a phrase names: `a statement by the Lao ministry`."""
    named = (m.actor for m in mentions_in(reading, span_of(tree, index)) if not m.place)
    return tuple(actor for actor in named if codes_of_all(reading, (actor,)))


def told_before(reading: Reading, number: int) -> tuple[str, ...]:
    """`The Lao ministry answered.  The statement said …`: of whom the last sentence that tells of a government does."""
    for tree in reversed(reading.trees[max(0, number - PAPERS) : number]):
        root = next((i for i, token in enumerate(tree.tokens) if token.head < 0), None)
        teller = find_subject(reading, tree, root) if root is not None else None
        if teller is not None and codes_of_all(reading, teller.actors):
            return teller.actors
    return ()


PAPERS = 2
"""Sentences behind that may tell whose a paper is."""


# ------------------------------------------------------------------ who is meant


def is_the_only_one(reading: Reading, candidate: Candidate) -> bool:
    """`She`, `the minister`, nobody: whom they mean is named before, and no other has been brought in since.

    Not `said Ruiz.  A Togolese diplomat asked for a delay.  The official …`.
    """
    actor = reading.doc.actors.get(candidate.holder)
    anaphor = anaphor_of(reading, candidate)
    if anaphor is None or actor is None or actor.kind != "person" or reading.doc.issuers == (candidate.government,):
        return True  # `The Minister`, in a ministry's own text, is its own
    named = [m.span for m in reading.doc.mentions if m.actor == actor.id and m.span.stop <= anaphor.start and m.rule != TITLE]
    since = Span(max((span.stop for span in named), default=0), anaphor.start)
    return bool(named) and not any(may_be_meant(reading, anaphor, lemma) for lemma in brought_in(reading, since))


TITLE = "title"
"""The rule on the mention of a person by a title alone."""


def anaphor_of(reading: Reading, candidate: Candidate) -> Span | None:
    """The word, or the empty place of one, that leaves open who does it; None where the clause names its subject."""
    clause, tree = candidate.clause, reading.trees[candidate.clause.sentence]
    if clause.subject is None or clause.form.kind == "noun":
        return None
    if clause.subject.how == "speaker":
        return anaphor_of_speaker(reading, tree.tokens[clause.head].span)
    subjects = children(tree, clause.head, "nsubj")
    if clause.subject.how == "inherited":
        return tree.tokens[subjects[0]].span if subjects else empty_at(tree.sentence.span.start)
    mention = mention_at(reading, tree.tokens[subjects[0]].span) if subjects else None
    return mention.span if mention is not None and mention.rule == TITLE else None


def anaphor_of_speaker(reading: Reading, span: Span) -> Span | None:
    """The same of who is quoted: `“…,” said the official`, `“…”, afirmó`."""
    quote = quote_at(reading, span)
    if quote is None or quote.rule == TURN or quote.speaker is None:
        return None
    titled = [m.span for m in mentions_over(reading, quote.speaker)[:1] if m.rule == TITLE]
    return titled[0] if titled else empty_at(quote.span.start) if quote.inherited else None


def empty_at(place: int) -> Span:
    return Span(place, place)


def brought_in(reading: Reading, since: Span) -> Iterator[str]:
    """What those are called who do something there and are told of by a new noun alone: `a diplomat said`."""
    words = reading.words
    people = words.holders | words.diplomats | words.sources | words.people_nouns
    for tree in reading.trees:
        if not tree.sentence.span.overlaps(since):
            continue
        for index, token in enumerate(tree.tokens):
            known = token.lemma.lower() not in people or not since.contains(token.span) or quote_at(reading, token.span)
            if not known and is_told_first(tree, index) and is_new(tree, index):
                yield token.lemma.lower()


def is_told_first(tree: Tree, index: int) -> bool:
    """Of whom a sentence tells; not `when the two ministers meet`."""
    token = tree.tokens[index]
    aside = token.head >= 0 and is_relation(tree.tokens[token.head], "advcl", "acl")
    return is_relation(token, "nsubj", "root") and not aside


def is_new(tree: Tree, index: int) -> bool:
    """`a diplomat`, `un funcionario`; `the two ministers`, of whom one may be meant."""
    several = tree.tokens[index].feat("Number") == "Plur" and bool(children(tree, index, "nummod"))
    return several or any(tree.tokens[c].feat("Definite") == "Ind" for c in children(tree, index, "det"))


def may_be_meant(reading: Reading, anaphor: Span, lemma: str) -> bool:
    """A pronoun or a gap may mean anybody, `the official` any of them; `the foreign minister` is no adviser."""
    called = anaphor.of(reading.text).lower()
    broad = (role for role in reading.knowledge.roles.values() if role.epithet and role.broad)
    epithets = {form.lower() for role in broad for form in role.forms.get(reading.doc.article.language, ())}
    pronoun = not called or reading.words.gender_of(called) is not None
    return pronoun or called in epithets or lemma in called.split()  # `the minister` of `the two ministers`


def is_of_a_known_house(reading: Reading, candidate: Candidate) -> bool:
    """`La Cancillería lo lamentó. Su portavoz, Ruiz, pidió …`; not `El Partido Verde acusó al Gobierno. Su portavoz, …`.

    Whose the spokeswoman is, tells who the sentence before is about; a party speaks for no government.
    """
    tree = reading.trees[candidate.clause.sentence]
    clause, words = candidate.clause, reading.words
    spokesmen = [i for i in children(tree, clause.head, "nsubj") if tree.tokens[i].lemma.lower() in words.spokespeople]
    owned = any(tree.tokens[d].form.lower() in words.possessives for i in spokesmen for d in children(tree, i, "det", "nmod"))
    if not owned or not clause.sentence:
        return True
    before = reading.trees[clause.sentence - 1]
    root = next((i for i, token in enumerate(before.tokens) if token.head < 0), None)
    house = find_subject(reading, before, root) if root is not None else None
    official = [actor for actor in house.actors if is_official(reading, actor)] if house is not None else []
    return candidate.government in codes_of_all(reading, official)


def is_official(reading: Reading, actor_id: str) -> bool:
    """Not a party, a chamber or a paper, which have a country too."""
    row = reading.knowledge.actors.get(actor_id)
    return row is None or row.official


REQUIREMENTS: tuple[Requirement, ...] = (
    is_said,
    is_of_its_own,
    is_no_leak,
    is_no_papers_word,
    is_asked_of_another,
    is_against_another,
    is_its_own_undertaking,
    is_no_others_telling,
    is_told_by_its_own,
    is_the_only_one,
    is_of_a_known_house,
)
"""All that a column needs."""

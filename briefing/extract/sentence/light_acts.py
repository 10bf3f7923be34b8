"""Acts whose words carry a stance only in the right company: `have plans to close`, and not `have a contingency plan`.

The readers' wrong positions rest on few acts, and mostly on these: everyday words (`seek`, `plan`, `interest`, `expect`) that
say something of a government only together with what it wants, or that somebody else says of it.
"""

from __future__ import annotations

from briefing.extract.reading import Reading, mentions_in
from briefing.extract.sentence.clauses import Clause
from briefing.extract.sentence.trees import Tree, children, is_passive, is_relation, mark_of
from briefing.model import Stance

READINESS = "willing"
FORECAST, INTENTION = "be_expected", "have_intention"
ASKING = frozenset({"requests", "demands"})
OF_NO_POSITION: frozenset[Stance] = frozenset({"announces", "rejects"})


def is_forecast(reading: Reading, clause: Clause) -> bool:
    """`Norway is likely to sign`, `está a punto de cerrar`: what others see coming; what it expects it says itself."""
    own = clause.form.kind == "verb" and not (clause.form.particle or clause.form.reflexive)
    return clause.act.id == FORECAST and (not own or is_passive(reading.trees[clause.sentence], clause.head))


def lacks_its_content(reading: Reading, clause: Clause) -> bool:
    """`have a plan for floods`, `represented Chile's interests in Caracas`: of a wish that wishes nothing."""
    if clause.act.id == INTENTION:
        return not is_of_doing(reading.trees[clause.sentence], clause)
    if clause.act.id == READINESS and clause.form.kind == "adjective" and not clause.content:
        below = children(reading.trees[clause.sentence], clause.head, "advcl", "xcomp", "ccomp", "acl", "obl", "csubj")
        return not below  # `Our teams are ready`, and not to do what
    wished = clause.act.kind == "wish" and clause.form.kind == "noun"
    return wished and all(is_place(reading, clause, index) for index in clause.content)


def is_of_doing(tree: Tree, clause: Clause) -> bool:
    """`has no plans to close`, `tiene previsto cerrar`, `there are plans for closing`."""
    doing = {i for i in range(len(tree.tokens)) if tree.tokens[i].feat("VerbForm") in {"Inf", "Ger"}}
    below = {c for head in (clause.head, clause.trigger, *clause.content) for c in children(tree, head)}
    return bool(doing & set(clause.content)) or any(mark_of(tree, i) for i in doing & below)


def is_place(reading: Reading, clause: Clause, index: int) -> bool:
    return any(mention.place for mention in mentions_in(reading, reading.trees[clause.sentence].tokens[index].span))


def is_arrangement(reading: Reading, clause: Clause) -> bool:
    """`suspended a trip to Rome`, `scheduled the vote for May`: an entry of the diary; `could suspend the talks` is none."""
    told = not (clause.negated or clause.conditional or clause.future or clause.obliged)
    return told and clause.act.kind == "meeting" and clause.act.stance in OF_NO_POSITION


def is_asked_itself(reading: Reading, clause: Clause) -> bool:
    """`Asked by a lawmaker whether …, the minister replied`: the participle is what was done to the subject."""
    tree = reading.trees[clause.sentence]
    return clause.act.stance in ASKING and is_bare_participle(tree, clause.head)


def is_bare_participle(tree: Tree, head: int) -> bool:
    """`Asked by …`, `preguntado por …`, and neither `having asked` nor `has asked`."""
    token = tree.tokens[head]
    past = token.feat("VerbForm") == "Part" and token.feat("Tense") != "Pres"
    return past and is_relation(token, "advcl", "acl") and not children(tree, head, "aux", "aux:pass", "cop")


def is_sources_own(reading: Reading, clause: Clause) -> bool:
    """`Chilean diplomatic sources pointed out that …`: what people without a name say is no government's act."""
    tree = reading.trees[clause.sentence]
    return any(tree.tokens[c].lemma.lower() in reading.words.sources for c in children(tree, clause.head, "nsubj"))

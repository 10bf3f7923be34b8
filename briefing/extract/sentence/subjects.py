"""Who does what a verb, noun or adjective says: through relative pronouns, coordination, control and passives.

Method: after PETRARCH2's noun-phrase rules, on Universal Dependencies trees; what a tree cannot say stays unsaid.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.extract.reading import Reading, codes_of, mention_at, mentions_in, quote_at, voices_at
from briefing.extract.sentence.it_said import body_that_speaks
from briefing.extract.sentence.moods import is_would
from briefing.extract.sentence.named_subjects import (
    Subject,
    agent_subject,
    named,
    names_apart,
    names_right_before,
    owned_by_speaker,
    person_before,
    quoted_teller,
    rename,
    with_speaker,
)
from briefing.extract.sentence.other_one import other_one
from briefing.extract.sentence.pronouns import interlocutor, pronoun_pair, pronoun_person
from briefing.extract.sentence.trees import (
    Tree,
    ancestors,
    case_of,
    children,
    finite_of,
    is_passive,
    is_relation,
    is_verbal,
    leaves_marks,
    mark_of,
    subtree,
    verb_between,
)
from briefing.model import Span

DEEPEST = 5
"""Steps from a verb to the one that has its subject."""
WEAK_ARC = 0.75
"""Below this a coordinated verb may belong to the clause above: `insists that … must be limited, and rejects`."""


def find_subject(reading: Reading, tree: Tree, head: int, depth: int = 0) -> Subject | None:
    """The actors that do what a verb says, or None where they are elided or no actors."""
    if depth > DEEPEST:
        return None
    if is_passive(tree, head) and tree.tokens[head].form.lower() not in reading.words.stative:
        return agent_subject(reading, tree, head)
    own = [c for c in children(tree, head, "nsubj", "csubj") if tree.tokens[c].upos != "PUNCT"]
    own = [c for c in own if not is_topic_of_cleft(tree, c, own) and not case_of(tree, c)] or own  # `owed | by Togo |, he said`
    own = names_right_before(reading, tree, head, alone=not own) or [*own, *names_apart(reading, tree, head)]
    if own and is_of_another_person(reading, tree, head, own[0]):
        return speaking_subject(reading, tree, head)
    if own:
        return explicit_subject(reading, tree, head, own[0])
    return implied_subject(reading, tree, head, depth)


def is_topic_of_cleft(tree: Tree, index: int, subjects: Sequence[int]) -> bool:
    """`What I can say is that we will …`, where a parser gives `will` both `what` and `we`."""
    said = tree.tokens[index].upos == "PRON" and bool(children(tree, index, "acl"))
    return said and any(other > index for other in subjects)


def is_of_another_person(reading: Reading, tree: Tree, head: int, index: int) -> bool:
    """`El viernes me reuniré …`, `lo que pedimos …`: a day or relative taken for the subject of a verb in the first person."""
    before = tree.tokens[index - 1].form.lower() if index else ""
    relative = tree.tokens[index].form.lower() in reading.words.relatives and before in reading.words.free_relatives
    dated = any(date.span.overlaps(tree.tokens[index].span) for date in reading.doc.dates)
    return (dated or relative) and finite_of(tree, head).feat("Person") == "1"


def explicit_subject(reading: Reading, tree: Tree, head: int, index: int) -> Subject | None:
    token = tree.tokens[index]
    if token.form.lower() in reading.words.relatives and is_relation(tree.tokens[head], "acl"):
        return named(reading, tree, tree.tokens[head].head, "relative") or person_before(reading, tree, index)
    if token.form.lower() in reading.words.first_person or token.lemma.lower() in reading.words.first_person:
        return speaking_subject(reading, tree, head)
    if is_own_land(reading, tree, index):
        teller = teller_above(reading, tree, head)
        return teller if teller and teller.how == "inherited" else rename(teller, "content")
    found = (
        named(reading, tree, index, "explicit")
        or owned_by_speaker(reading, tree, index)
        or owned_by_subject_before(reading, tree, index)
        or pronoun_subject(reading, tree, index)
    )
    return with_speaker(reading, tree, index, found)


def owned_by_subject_before(reading: Reading, tree: Tree, index: int) -> Subject | None:
    """`Vietnam hailed the offer. Its foreign ministry urged …`: of the one government that the sentence before tells of."""
    owners = [c for c in children(tree, index, "det", "nmod") if tree.tokens[c].form.lower() in reading.words.possessives]
    number = reading.number_of(tree)
    sentences = reading.doc.sentences
    opens = owners == [0] and tree.tokens[index].lemma.lower() in reading.words.officials
    if not opens or number < 1 or sentences[number - 1].paragraph != sentences[number].paragraph:
        return None
    before = reading.trees[number - 1]
    root = next((i for i, token in enumerate(before.tokens) if token.head < 0), None)
    teller = find_subject(reading, before, root) if root is not None else None
    codes = {code for actor in teller.actors for code in codes_of(reading, actor)} if teller else set()
    known = tuple(code for code in sorted(codes) if code in reading.doc.actors)
    return Subject(actors=known, how="inherited") if len(codes) == 1 and known else None


def is_own_land(reading: Reading, tree: Tree, index: int) -> bool:
    """`su país`, `her country`: that of whoever says so."""
    owned = [tree.tokens[c].form.lower() for c in children(tree, index, "det", "nmod")]
    return tree.tokens[index].lemma.lower() in reading.words.lands and bool({*owned} & reading.words.possessives)


def teller_above(reading: Reading, tree: Tree, head: int) -> Subject | None:
    """Who says a clause, where the article names one government's people as saying it."""
    below = head
    for index in ancestors(tree, head):
        if is_relation(tree.tokens[below], "ccomp", "parataxis") and is_verbal(tree.tokens[index]):
            found = find_subject(reading, tree, index) or quoted_teller(reading, tree, head)
            return found if found and len({c for a in found.actors for c in codes_of(reading, a)}) == 1 else None
        if not is_relation(tree.tokens[below], "conj", "ccomp"):
            return None
        below = index
    return None


def pronoun_subject(reading: Reading, tree: Tree, index: int) -> Subject | None:
    """`She said that …`, `Él hizo varias propuestas`, `Norway said it would …`."""
    if tree.tokens[index].form.lower() in reading.words.neuter:
        body = body_that_speaks(reading, tree, index)
        return Subject(actors=(body,), how="inherited") if body else teller_of_itself(reading, tree, index)
    if pair := pronoun_pair(reading, tree, index):
        return Subject(actors=pair, how="inherited")
    if person := other_one(reading, tree, index):
        return Subject(actors=(person,), how="inherited")
    if reading.words.gender_of(tree.tokens[index].form.lower()) is None:
        return None
    if is_of_office_above(reading, tree, index):
        return None
    person = pronoun_person(reading, tree, index) or interlocutor(reading, tree, index)
    return Subject(actors=(person,), how="inherited") if person else None


def is_of_office_above(reading: Reading, tree: Tree, index: int) -> bool:
    """`The secretary confirmed he would come`: he who holds that office, and nobody if nothing tells who that is."""
    verb = tree.tokens[index].head
    above = tree.tokens[verb].head if verb >= 0 else -1
    if above < 0 or not is_relation(tree.tokens[verb], "ccomp"):
        return False
    tellers = [c for c in children(tree, above, "nsubj") if tree.tokens[c].lemma.lower() in reading.words.holders]
    return any(mention_at(reading, tree.tokens[c].span) is None for c in tellers)


def teller_of_itself(reading: Reading, tree: Tree, index: int) -> Subject | None:
    """`Norway said it would …`: the one government that speaks, where nobody else is named in between."""
    verb = tree.tokens[index].head
    above = tree.tokens[verb].head if verb >= 0 else -1
    joined = is_relation(tree.tokens[verb], "conj")
    while above >= 0 and is_relation(tree.tokens[verb], "conj"):
        verb, above = above, tree.tokens[above].head
    if joined and above < 0:
        above = verb  # `Fiji wants it applied, and it will close the port`
    elif above < 0 or not is_relation(tree.tokens[verb], "ccomp"):
        return None
    if is_passive(tree, above):
        return None
    tellers = children(tree, above, "nsubj")
    found = named(reading, tree, tellers[0], "content") if tellers else None
    if found is None or len(found.actors) != 1 or reading.doc.actors[found.actors[0]].kind in {"person", "office", "group"}:
        return None
    start = max(tree.tokens[tellers[0]].span.stop, tree.tokens[above].span.start if above < index else 0)
    between = Span(start, tree.tokens[index].span.start)  # `Norway said that … and warned that it would …`: behind `warned`
    dealt_with = {code for m in mentions_in(reading, span_behind(tree, index)) for code in codes_of(reading, m.actor)}
    others = [m for m in mentions_in(reading, between) if not m.place and m.actor != found.actors[0]]
    others = [m for m in others if not {*codes_of(reading, m.actor)} <= dealt_with]
    return found if between.start < between.stop and not others else None


def span_behind(tree: Tree, index: int) -> Span:
    """What stands behind a subject in its own clause, up to what is said: `it urged | Togo | to pay`; Togo is not `it`."""
    verb = tree.tokens[index].head
    objects = [tree.tokens[c].span for c in children(tree, verb, "obj", "iobj") if c > verb]
    return Span(objects[0].start, objects[-1].stop) if objects else Span(0, 0)


def implied_subject(reading: Reading, tree: Tree, head: int, depth: int) -> Subject | None:
    if is_of_its_own_noun(tree, head):
        return None
    token = tree.tokens[head]
    above = token.head
    if above < 0 or finite_of(tree, head).feat("Person") == "1":
        return speaking_subject(reading, tree, head)
    if opens_quotation(reading, tree, head, above):
        return speaking_subject(reading, tree, head)
    torn = is_relation(token, "parataxis") or (is_relation(token, "acl") and bool(children(tree, head, "obj", "ccomp")))
    if torn and above < head and tree.tokens[above].head < 0 and tree.tokens[above].upos == "PROPN":
        return named(reading, tree, above, "explicit")  # `Costa Rica on Friday turned down …`, torn apart
    if is_relation(token, "conj"):
        return shared_subject(reading, tree, head, above, depth)
    if is_relation(token, "advcl") and mark_of(tree, head) in reading.words.factual_marks and agrees(tree, head, above):
        return shared_subject(reading, tree, head, above, depth)  # `no vetará el tratado, aunque exigió …`
    named_so = is_relation(token, "xcomp") and token.upos == "ADJ"  # `remains willing`
    if named_so or (is_relation(token, "xcomp", "advcl") and token.feat("VerbForm") in {"Inf", "Ger", "Part"}):
        return controlled_subject(reading, tree, head, above, depth)
    beside = is_told_where(reading, tree, head) or is_told_after(reading, tree, head) or is_told_to(reading, tree, head)
    if is_relation(token, "acl") and beside:
        verb = next((i for i in ancestors(tree, head) if is_verbal(tree.tokens[i])), None)
        return rename(find_subject(reading, tree, verb, depth + 1), "control") if verb is not None else None
    if is_relation(token, "parataxis") and (own := teller_between(reading, tree, head)) is not None:
        return named(reading, tree, own, "explicit")
    if is_relation(token, "ccomp", "parataxis") and agrees(tree, head, above) and not tells_of_another(tree, head, above):
        return speaking_subject(reading, tree, head) or content_subject(reading, tree, head, above, depth)
    return speaking_subject(reading, tree, head)


def teller_between(reading: Reading, tree: Tree, head: int) -> int | None:
    """`Gabon may recall its envoy, | a source close to the presidency | told AFP`: what stands right before, behind a comma."""
    comma = next((i for i in range(head - 1, -1, -1) if tree.tokens[i].form == ","), None)
    says = any(act.kind == "reporting" for act, _ in reading.acts.get(tree.tokens[head].lemma.lower(), ()))
    if comma is None or comma + 1 >= head or not says:
        return None
    before = range(comma + 1, head)
    if tree.tokens[before[0]].upos not in {"DET", "NOUN", "PROPN", "ADJ"} or any(is_verbal(tree.tokens[i]) for i in before):
        return None
    return next((i for i in before if tree.tokens[i].upos in {"NOUN", "PROPN"}), None)


def is_told_after(reading: Reading, tree: Tree, head: int) -> bool:
    """`the accord, after meeting Petit`: an infinitive that a parser hangs on a noun."""
    return tree.tokens[head].feat("VerbForm") == "Inf" and mark_of(tree, head) in reading.words.after_marks


def is_told_where(reading: Reading, tree: Tree, head: int) -> bool:
    """`viajará a Lima, donde se entrevistará con …`: whoever travels there."""
    return any(tree.tokens[c].form.lower() in reading.words.wheres for c in children(tree, head, "advmod", "obl", "mark"))


def is_told_to(reading: Reading, tree: Tree, head: int) -> bool:
    """`recibió a Petit, a quien pidió un plazo`: whoever received him."""
    others = children(tree, head, "iobj", "obj", "obl")
    relative = any(tree.tokens[c].form.lower() in reading.words.person_relatives and case_of(tree, c) for c in others)
    return relative and finite_of(tree, head).feat("Person") == "3" and not children(tree, head, "nsubj")


def tells_of_another(tree: Tree, head: int, above: int) -> bool:
    """`Sé que el lunes se reunió con Petit`: who speaks in the first person tells it of somebody else."""
    return finite_of(tree, above).feat("Person") == "1" and finite_of(tree, head).feat("Person") == "3"


def content_subject(reading: Reading, tree: Tree, head: int, above: int, depth: int) -> Subject | None:
    """`Vega dijo que pedirá …`: who says so; but in `tras llamar a Petit, Vega contó que le insistió en …` it may be either."""
    subject = rename(find_subject(reading, tree, above, depth + 1), "content")
    if subject is None or not any(is_bare_pronoun(reading, tree, c) for c in children(tree, head, "iobj", "obj")):
        return subject
    own = {code for actor in subject.actors for code in codes_of(reading, actor)}
    before = Span(tree.sentence.span.start, tree.tokens[head].span.start)
    named_before = [set(codes_of(reading, m.actor)) for m in mentions_in(reading, before) if not m.place]
    return None if any(codes and not codes & own for codes in named_before) else subject


def is_bare_pronoun(reading: Reading, tree: Tree, index: int) -> bool:
    """`le`, `him`: someone spoken of before; not the `se` of a reflexive, nor the `le` of `le pidió a Perú`."""
    token = tree.tokens[index]
    beside = children(tree, token.head, "iobj", "obj", "obl")
    doubled = any(case_of(tree, c) and mention_at(reading, tree.tokens[c].span) for c in beside)
    return token.upos == "PRON" and token.feat("Person") == "3" and token.feat("Reflex") != "Yes" and not doubled


def opens_quotation(reading: Reading, tree: Tree, head: int, above: int) -> bool:
    """`respondió: “… tiene que haber respeto”`: in his own words the third person is not the one who speaks."""
    quote = quote_at(reading, tree.tokens[head].span)
    return quote is not None and quote.kind == "direct" and not quote.content.contains(tree.tokens[above].span)


def has_its_own_noun(tree: Tree, head: int, above: int) -> bool:
    """`recordó … dos plazos, y el jefe de la patronal, Juan Ruiz, pidió …`: the noun right before a verb is its own."""
    if children(tree, head, "cc"):
        return False
    joined = (i for i in range(above + 1, head) if is_relation(tree.tokens[i], "conj") and children(tree, i, "cc"))
    nouns = [i for i in joined if tree.tokens[i].upos in {"NOUN", "PROPN"} and not is_verbal(tree.tokens[i])]
    return any(max(subtree(tree, i)) == head - 1 for i in nouns)


def shared_subject(reading: Reading, tree: Tree, head: int, above: int, depth: int) -> Subject | None:
    """`rechazó el plan y exigió …`; not `no lo sé, pero tiene que haber respeto`: another person's verb has another subject."""
    if not same_person(tree, head, above) or has_its_own_noun(tree, head, above):
        return None
    nearer = verb_between(tree, head, above, reading.words.person_relatives)
    if nearer is not None:
        return rename(find_subject(reading, tree, nearer, depth + 1), "shared")
    if goes_on_telling(reading, tree, head, above):
        return rename(find_subject(reading, tree, tree.tokens[above].head, depth + 1), "shared")
    if is_passive(tree, above) and children(tree, above, "nsubj"):  # `fue recibida por Petit y mañana visitará …`: she
        return rename(surface_subject(reading, tree, above, depth), "shared")
    subject = rename(find_subject(reading, tree, above, depth + 1), "shared")
    if subject is None and tree.tokens[head].confidence < WEAK_ARC:
        for higher in ancestors(tree, above):
            if opens_quotation(reading, tree, head, higher) or not same_person(tree, head, higher):
                return None
            if is_verbal(tree.tokens[higher]) or children(tree, higher, "nsubj"):
                return rename(find_subject(reading, tree, higher, depth + 1), "shared")
    return subject or teller_beside(reading, tree, head, above, depth)


def is_of_its_own_noun(tree: Tree, head: int) -> bool:
    """`after unions and Togo | asked it`: a noun between `and` and a verb, which a parser hangs on the noun before `and`."""
    before, link = tree.tokens[max(head - 1, 0)], tree.tokens[max(head - 2, 0)]
    joined = link.upos == "CCONJ" and before.upos in {"NOUN", "PROPN"} and is_relation(before, "conj")
    return joined and before.head != head and tree.tokens[head].feat("VerbForm") == "Fin"


def goes_on_telling(reading: Reading, tree: Tree, head: int, above: int) -> bool:
    """`The senator said that Chile would lose water and called for a debate`: a deed of who says so, not of whom it tells.

    So it is behind the marks: `The ministry said Chile “plays with fire” and demanded an apology`.
    """
    saying, verb = tree.tokens[above].head, tree.tokens[head]
    if saying < 0 or not is_relation(tree.tokens[above], "ccomp") or children(tree, head, "aux", "nsubj", "mark"):
        return False
    past = verb.feat("VerbForm") != "Inf" and verb.feat("Tense") == "Past" == finite_of(tree, saying).feat("Tense")
    return past and (leaves_marks(tree, above, head) or is_would(reading, tree, above))


def teller_beside(reading: Reading, tree: Tree, head: int, above: int, depth: int) -> Subject | None:
    """`The minister said the map was false and refused to meet`: a map refuses nothing, so he who says it does."""
    teller = tree.tokens[above].head
    speaks = any(
        act.kind == "speech" and form.kind == "verb" for act, form in reading.acts.get(tree.tokens[head].lemma.lower(), ())
    )
    things = [tree.tokens[c].upos for c in children(tree, above, "nsubj")] == ["NOUN"]
    if teller < 0 or not speaks or not things or not is_relation(tree.tokens[above], "ccomp"):
        return None
    simple = not children(tree, head, "aux", "nsubj") and finite_of(tree, head).feat("Tense") == finite_of(tree, teller).feat(
        "Tense"
    )
    return rename(find_subject(reading, tree, teller, depth + 1), "shared") if simple else None


def same_person(tree: Tree, lower: int, upper: int) -> bool:
    left, right = finite_of(tree, lower).feat("Person"), finite_of(tree, upper).feat("Person")
    return left is None or right is None or left == right


def controlled_subject(reading: Reading, tree: Tree, head: int, above: int, depth: int) -> Subject | None:
    """`pidió a Perú retirar`, `Peru was asked to withdraw`: whoever is asked; `prometió retirar`: whoever promises."""
    if is_passive(tree, above) and is_relation(tree.tokens[head], "xcomp"):
        return rename(surface_subject(reading, tree, above, depth), "control")  # `He is scheduled to meet …`: whoever he is
    for child in children(tree, above, "iobj", "obj"):
        controls = is_relation(tree.tokens[head], "xcomp") and not is_its_own_object(reading, tree, head, child)
        if controls and (found := named(reading, tree, child, "control")):
            return found
    if any(is_first_person(reading, tree, c) for c in children(tree, above, "obj", "iobj")) and accuses(reading, tree, above):
        voices = voices_at(reading, tree.tokens[head].span)
        return Subject(actors=voices, how="control") if voices else None  # `nos acusa de violar sus aguas`
    return rename(find_subject(reading, tree, above, depth + 1), "control")


def is_its_own_object(reading: Reading, tree: Tree, head: int, index: int) -> bool:
    """`will keep pressing | Togo |`: behind the second verb, whichever of the two a parser hangs it on."""
    return head < index and tree.tokens[tree.tokens[head].head].lemma.lower() in reading.words.aspectual


def surface_subject(reading: Reading, tree: Tree, verb: int, depth: int) -> Subject | None:
    """Of whom a verb is told, in the passive too: `arrives on Sunday and is set to meet …`."""
    own, above = children(tree, verb, "nsubj"), tree.tokens[verb].head
    if own:
        return explicit_subject(reading, tree, verb, own[0])
    if not is_relation(tree.tokens[verb], "conj") or above < 0 or depth > DEEPEST:
        return None
    return surface_subject(reading, tree, above, depth + 1)


def is_first_person(reading: Reading, tree: Tree, index: int) -> bool:
    return tree.tokens[index].form.lower() in reading.words.first_person


def accuses(reading: Reading, tree: Tree, index: int) -> bool:
    return any(act.stance == "accuses" for act, _ in reading.acts.get(tree.tokens[index].lemma.lower(), ()))


def speaking_subject(reading: Reading, tree: Tree, head: int) -> Subject | None:
    """The first person is the speaker of the quotation, else who issues the text: `Vamos a retirar…`, `We reject…`."""
    finite = finite_of(tree, head)
    speakers = voices_at(reading, tree.tokens[head].span)
    first_person = finite.feat("Person") == "1" or any(
        tree.tokens[c].lemma.lower() in reading.words.first_person or tree.tokens[c].form.lower() in reading.words.first_person
        for c in children(tree, head, "nsubj")
    )
    return Subject(actors=speakers, how="speaker") if speakers and first_person else None


def agrees(tree: Tree, lower: int, upper: int) -> bool:
    """Whether two finite verbs agree in number, so that the second may have the first one's subject."""
    left, right = finite_of(tree, lower).feat("Number"), finite_of(tree, upper).feat("Number")
    return left is None or right is None or left == right

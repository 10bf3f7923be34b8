"""Signs that a clause was not understood, looked for before a word of it is told: each closes the gate, whatever its words are.

They are coarse on purpose.  A tree that shows one of them would give a fluent sentence that its source does not say.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from briefing.knowledge.peoples import demonyms
from briefing.model import Token
from briefing.realize.grammar import grammar_of
from briefing.realize.tell.companions import COMPANIONS
from briefing.realize.tell.either_way import EITHER_WAY
from briefing.realize.tell.marked_words import judgement_in_marks
from briefing.realize.tell.relatives import RELATIVES
from briefing.realize.tell.state import entries
from briefing.realize.wording.ordering import actor_behind_relative
from briefing.realize.wording.transfer import Transfer, base
from briefing.realize.wording.verbs import VERBAL, rules_of

Doubt = Callable[[Transfer, Sequence[int]], bool]
_NAMING = frozenset({"NOUN", "PROPN", "ADJ"})


def without_main_verb(t: Transfer, order: Sequence[int]) -> bool:
    """`Chile fears that …`, with the fears taken for a noun: what hangs on nothing told is neither a verb nor said to be."""
    inside = set(order)
    tops = [i for i in order if t.tokens[i].head not in inside and t.tokens[i].upos != "PUNCT"]
    return not any(t.tokens[i].upos in VERBAL or inside & set(t.below(i, "cop", "aux")) for i in tops)


def list_cut_off(t: Transfer, order: Sequence[int]) -> bool:
    """`The system was simple, cheap[, and worked well]`: things side by side whose last `and` is not told."""
    inside, relations = set(order), t.relations
    naming = {i for i in order if t.tokens[i].upos in _NAMING}
    listed = naming & {t.tokens[i].head for i in naming if relations[i] == "conj"}
    return any(all(t.tokens[i].upos != "CCONJ" for i in t.passage.tree.subtree(head) & inside) for head in listed)


def two_days_together(t: Transfer, order: Sequence[int]) -> bool:
    """`April 6, 1990 Monday`: two dates with nothing but a comma between them are one, or none."""
    if len(t.dates) < 2:
        return False
    inside = set(order)
    dates = sorted((d.span.start, d.span.stop) for d in t.dates if not inside.isdisjoint(t.passage.tree.covered_by(d.span)))
    between = [
        [i for i, token in enumerate(t.tokens) if first[1] <= token.span.start and token.span.stop <= second[0]]
        for first, second in pairwise(dates)
    ]
    return any(all(t.tokens[i].upos == "PUNCT" for i in gap) for gap in between)


def set_against_a_thing(t: Transfer, order: Sequence[int]) -> bool:
    """`did not want money but justice`: `but` between things takes back the first, or adds to it."""
    against = grammar_of(t.passage.language).adversative
    joiners = [i for i in t.of_form(order, against) if t.tokens[i].upos == "CCONJ"]
    return any(t.tokens[t.tokens[i].head].upos in _NAMING and not t.below(t.tokens[i].head, "nsubj", "cop") for i in joiners)


def said_of_itself(t: Transfer, order: Sequence[int]) -> bool:
    """`Sato was a professor of law`, where the office is taken for a name of Sato's."""
    said = [t.tokens[i].head for i in order if t.relations[i] == "cop"]
    return any(_actors_at(t, index) & _actors_at(t, subject) for index in said for subject in t.below(index, "nsubj"))


def _actors_at(t: Transfer, index: int) -> set[str]:
    return {m.actor for m in t.mentions if m.span.contains(t.tokens[index].span)}


def two_nations_together(t: Transfer, order: Sequence[int]) -> bool:
    """`African American soldiers`: two adjectives of peoples side by side are one people's, and neither's."""
    inside = set(order)
    firsts = (i for i in order if t.tokens[i].upos == "ADJ" and i + 1 in inside and _is_capital_adjective(t.tokens[i]))
    return any(_is_a_peoples(t, t.tokens[i + 1]) for i in firsts)


def _is_a_peoples(t: Transfer, token: Token) -> bool:
    return _is_peoples(t, token) and _is_capital_adjective(token)


def _is_capital_adjective(token: Token) -> bool:
    return token.upos == "ADJ" and token.form[:1].isupper() and base(token) == "amod"


def a_people(t: Transfer, order: Sequence[int]) -> bool:
    """`the Libyan people` is a nation, and not some persons."""
    for index in t.of_form(order, entries(t.passage.language)["a_people"]):
        nation = any(_is_a_peoples(t, t.tokens[i]) for i in t.below(index, "amod"))
        if nation and any(t.tokens[i].feat("Definite") == "Def" for i in t.below(index, "det")):
            return True
    return False


def given_to_a_country(t: Transfer, order: Sequence[int]) -> bool:
    """`sent Ukraine tanks`: the country right behind a verb of giving gets them, whatever the parser hangs it on."""
    giving = t.of_lemma(order, entries(t.passage.language)["giving"])
    for verb in (i for i in giving if t.tokens[i].upos == "VERB"):
        inside = [t.tokens[i] for i in order if i == verb + 1]
        if any(_is_before_its_noun(t, token, verb + 1) and not _is_peoples(t, token) for token in inside):
            return True
    return False


def _is_before_its_noun(t: Transfer, token: Token, index: int) -> bool:
    named = any(m.span.contains(token.span) and m.span.stop < t.tokens[token.head].span.start for m in t.mentions)
    return named and token.upos == "PROPN" and base(token) in {"compound", "nmod", "amod"} and token.head > index


def _is_peoples(t: Transfer, token: Token) -> bool:
    return token.form.casefold() in demonyms(t.edition.knowledge, t.passage.language)


def deed_taken_for_a_thing(t: Transfer, order: Sequence[int]) -> bool:
    """`accused the captain of fishing without a permit`, with the fishing taken for a noun."""
    words = entries(t.passage.language)
    if not t.of_lemma(order, words["blaming"]):
        return False
    things = (i for i in order if t.tokens[i].upos == "NOUN" and t.tokens[i].form.casefold().endswith(words["gerund_ending"]))
    return any(t.below(i, "case") and not t.below(i, "det", "amod", "compound") for i in things)


def two_things_acted_on(t: Transfer, order: Sequence[int]) -> bool:
    """`sank two smuggling boats`, with both taken for objects of the verb: one belongs to the other."""
    inside, relations = set(order), t.relations
    objects = {i for i in inside if relations[i] == "obj" and t.tokens[i].upos == "NOUN"}
    return any(i + 1 in objects and t.tokens[i].head == t.tokens[i + 1].head for i in objects)


def two_things_side_by_side(t: Transfer, order: Sequence[int]) -> bool:
    """`sent Togo the results`, with the results taken for a name of Togo: nothing parts them, and an article opens them."""
    inside = set(order)
    for index in (i for i in order if t.relations[i] == "appos" and t.tokens[i].head in inside):
        first = min(t.passage.tree.subtree(index) & inside, default=index)
        parted = first > 0 and t.tokens[first - 1].upos == "PUNCT"
        if t.tokens[first].upos == "DET" and not parted and t.relations[t.tokens[index].head] == "obj":
            return True
    return False


def two_who_do_it(t: Transfer, order: Sequence[int]) -> bool:
    """`told President Soto that Peru would pay`, with both taken for who pays."""
    if t.relations.count("nsubj") < 2:
        return False
    inside = set(order)
    subjects = (t.below(i, "nsubj") for i in order if t.tokens[i].upos in VERBAL)
    pairs = (sorted(inside & set(own)) for own in subjects if len(own) > 1)
    return any(t.tokens[i].upos == "SCONJ" for pair in pairs if len(pair) > 1 for i in range(pair[0], pair[-1]))


def government_and_not_country(t: Transfer, order: Sequence[int]) -> bool:
    """`The Finnish government fell`: a government goes by its country's name, but not in what only governments undergo."""
    words = entries(t.passage.language)
    for index in t.of_lemma(order, words["governments"]):
        token = t.tokens[index]
        verb = t.tokens[token.head].lemma.casefold() if token.head >= 0 else ""
        if verb in words["only_governments"] and base(token) in {"nsubj", "obj"} and _actors_at(t, index):
            return True
    return False


def whose_government(t: Transfer, order: Sequence[int]) -> bool:
    """`Joshi urged the government to …` of a visitor: it reads as his own, where nothing says whose it is."""
    nouns = t.of_lemma(order, entries(t.passage.language)["governments"])
    for index in (i for i in nouns if t.relations[i] not in {"nsubj", "nmod"}):
        verb = t.tokens[t.tokens[index].head]
        subjects = t.below(t.tokens[index].head, "nsubj") if verb.upos == "VERB" else []
        owned = any(t.tokens[d].feat("Poss") == "Yes" for d in t.below(index, "det")) or t.below(index, "nmod", "amod")
        if not owned and not _actors_at(t, index) and any(_is_of_a_country(t, i) for i in subjects):
            return True
    return False


def _is_of_a_country(t: Transfer, index: int) -> bool:
    actors = t.passage.doc.actors if t.passage.doc else {}
    found = [actors[code] for code in _actors_at(t, index) if code in actors]
    return any(actor.official and actor.country for actor in found)


def participle_taken_for_a_thing(t: Transfer, order: Sequence[int]) -> bool:
    """`The tariff had cost companies $3 million`, where `cost` is taken for what it had."""
    words = entries(t.passage.language)["participles_like_nouns"]
    behind = [i + 1 for i in t.of_lemma(order, words["behind"]) if i + 1 < len(t.tokens)]
    return any(t.tokens[i].upos == "NOUN" for i in t.of_form(behind, words["forms"]))


def taken_for_something(t: Transfer, order: Sequence[int]) -> bool:
    """`considers Togo a partner`: whom, and for what, stand side by side without a word that tells which is which."""
    taken = t.of_lemma(order, entries(t.passage.language)["taken_for"])
    verbs = (i for i in taken if t.tokens[i].upos == "VERB")
    below = (i for verb in verbs for i in t.below(verb, "xcomp", "ccomp", "obj"))
    return any(t.tokens[i].upos == "NOUN" and t.below(i, "nsubj") and not t.below(i, "cop") for i in below)


def _has_clause(t: Transfer, index: int) -> bool:
    return bool(t.below(index, "ccomp"))


def _has_thing(t: Transfer, index: int) -> bool:
    return any(t.tokens[i].upos == "NOUN" for i in t.below(index, "obj")) and not _has_clause(t, index)


def _helps(t: Transfer, index: int) -> bool:
    """`fue acusado`, `fue ministro`, but not `fue a Quito`."""
    to = entries(t.passage.language)["where_to"]
    said = t.tokens[index].head
    cases = {t.tokens[i].form.casefold() for i in t.below(said, "case")} if said >= 0 else set()
    return t.relations[index] in {"cop", "aux"} and cases.isdisjoint(to)


_SIGNS: dict[str, Callable[[Transfer, int], bool]] = {
    "clause": _has_clause,
    "thing": _has_thing,
    "helper": _helps,
    "any": lambda _t, _index: True,
}


def form_of_two_verbs(t: Transfer, order: Sequence[int]) -> bool:
    """`cree` of `creer` and `crear`: only where what hangs on it says which verb it is, and the tagger says the same."""
    rows = entries(t.passage.language)["two_verbs"]
    for index in (i for i in t.of_form(order, rows) if t.tokens[i].upos in {"VERB", "AUX"}):
        signs = rows[t.passage.tree.forms[index]]
        verb = next((lemma for sign, lemma in signs.items() if _SIGNS[sign](t, index)), None)
        if verb != t.passage.tree.lemmas[index]:
            return True
    return False


def neighbours_or_residents(t: Transfer, order: Sequence[int]) -> bool:
    """`recomendó a los vecinos …`: who lives there, or the countries beside it; `sus vecinos` are a country's."""
    nouns = t.of_lemma(order, entries(t.passage.language)["neighbours_or_residents"])
    named = [i for i in nouns if t.tokens[i].upos == "NOUN" and i and t.tokens[i - 1].upos != "NOUN"]  # `los países vecinos`
    return any(not any(t.tokens[d].feat("Poss") == "Yes" for d in t.below(i, "det")) for i in named)


def member_taken_for_the_body(t: Transfer, order: Sequence[int]) -> bool:
    """`un policía murió`: one of them, where the word without its article is the whole body."""
    members = entries(t.passage.language)["members_by_gender"]
    return any(
        t.tokens[d].feat("Gender") == "Masc" for i in t.of_lemma(order, members) for d in t.below(i, "det", "amod", "nummod")
    )


def name_behind_a_relative(t: Transfer, order: Sequence[int]) -> bool:
    """`el gobierno que encabezará Soto`: who stands behind the verb without the mark of persons is who does it."""
    words, inside = entries(t.passage.language), set(order)
    if not rules_of(t.passage.language)["personal"]:
        return False
    for verb in (i for i in order if t.relations[i] == "acl" and t.tokens[i].feat("VerbForm") == "Fin"):
        relative = any(t.passage.tree.forms[i] == words["that"]["word"] for i in t.below(verb) if i < verb)
        behind = verb + 1 if verb + 1 in inside else -1
        named = behind >= 0 and t.tokens[behind].upos == "PROPN"
        if relative and named and actor_behind_relative(t, verb) is None and behind not in t.below(verb, "nsubj"):
            return True
    return False


def only_rumoured(t: Transfer, order: Sequence[int]) -> bool:
    """`Los inspectores llegarían el lunes`: so it is said; nothing tells on what it would depend."""
    words = entries(t.passage.language)
    if not t.passage.tree.vocabulary.isdisjoint(words["conditions"]):
        return False
    roots = (t.tokens[i] for i in order if t.tokens[i].head < 0)
    return any(
        token.upos == "VERB" and token.feat("Mood") == "Cnd" and token.lemma.casefold() not in words["may_be_wished"]
        for token in roots
    )


def the_people_of_nowhere(t: Transfer, order: Sequence[int]) -> bool:
    """`The people rejected the plan`: a nation, where nothing tells which persons they are."""
    nouns = t.of_form(order, entries(t.passage.language)["a_people"])
    plain = (i for i in nouns if not t.below(i, "amod", "nmod", "acl", "nummod", "compound"))
    return any(t.tokens[d].feat("Definite") == "Def" for i in plain for d in t.below(i, "det"))


def wanted_done(t: Transfer, order: Sequence[int]) -> bool:
    """`wants the suspension lifted`, `had its ambassador recalled`: a participle that says what is to happen to it."""
    verbs = t.of_lemma(order, entries(t.passage.language)["want_done"])
    for verb in (i for i in verbs if t.tokens[i].upos == "VERB"):
        things = t.below(verb, "obj", "nsubj")
        done = [*t.below(verb, "xcomp", "ccomp"), *(d for i in things for d in t.below(i, "acl", "amod"))]
        if any(i > verb and t.tokens[i].feat("VerbForm") == "Part" and t.tokens[i].feat("Tense") != "Pres" for i in done):
            return True
    return False


def something_else_is_said(t: Transfer, order: Sequence[int]) -> bool:
    """`habló con Soto y fue una conversación cordial`: the second is of no subject that the first has."""
    for index in (i for i in order if t.relations[i] == "conj" and t.tokens[i].upos == "NOUN" and t.below(i, "cop")):
        first = t.tokens[index].head
        if not t.below(index, "nsubj", "csubj") and first >= 0 and t.tokens[first].upos == "VERB":
            return True
    return False


def head_for_the_government(t: Transfer, order: Sequence[int]) -> bool:
    """`el jefe del Gobierno finlandés, Mikko Soto`: a person, where the government is named inside."""
    words = entries(t.passage.language)
    heads = t.of_form(order, words["heads_of_governments"])
    return any(t.tokens[i].lemma.casefold() in words["governments"] for head in heads for i in t.below(head, "nmod"))


def lent_to_somebody(t: Transfer, order: Sequence[int]) -> bool:
    """`will lend the owners 90 million`: who gets it, taken for what is lent."""
    words = entries(t.passage.language)
    people = {*words["people_given_to"]}
    lemmas, verbs = t.passage.tree.lemmas, (i for i in t.of_lemma(order, words["giving"]) if t.tokens[i].upos == "VERB")
    for verb in verbs:
        whom = (i for i in t.below(verb, "obj") if not t.below(i, "case") and i + 1 < len(t.tokens))
        lends, given = lemmas[verb] in words["lends"], words["given_to"].get(lemmas[verb], ())
        if any(lemmas[i] in people if lends else lemmas[i] in given and t.tokens[i + 1].upos in {"DET", "NUM"} for i in whom):
            return True
    return False


def doing_taken_for_a_thing(t: Transfer, order: Sequence[int]) -> bool:
    """`denied smuggling fuel`, with the smuggling taken for a kind of fuel."""
    words, inside = entries(t.passage.language), set(order)
    behind = (i + 1 for i in t.of_lemma(order, words["doing_behind"]) if t.tokens[i].upos == "VERB" and i + 1 in inside)
    return any(
        t.tokens[i].form.casefold().endswith(words["gerund_ending"]) and t.relations[i] in {"compound", "amod"} for i in behind
    )


def title_of_two(t: Transfer, order: Sequence[int]) -> bool:
    """`Latvia's climate and energy minister`, where the climate is taken for another beside the minister."""
    for index in (i for i in t.of_lemma(order, entries(t.passage.language)["titles_of_two"]) if i > 2):
        last, joiner, first = (t.tokens[index - n] for n in (1, 2, 3))
        pair = joiner.upos == "CCONJ" and {last.upos, first.upos} <= {"NOUN", "PROPN", "ADJ"} and last.head == index
        if pair and first.head not in {index, index - 1}:
            return True
    return False


def verb_behind_a_name(t: Transfer, order: Sequence[int]) -> bool:
    """`until Washington replies`, with the verb taken for something of Washington's."""
    words, inside = entries(t.passage.language), set(order)
    openers = t.of_form(order, {*words["before_clauses"]}) if words.get("genitive") else ()
    for index in (i for i in openers if i + 2 in inside):
        name, verb = t.tokens[index + 1], t.tokens[index + 2]
        if name.upos == "PROPN" and verb.upos == "NOUN" and verb.lemma.casefold() in words["verbs"] and verb.head != index + 1:
            return True
    return False


DOUBTS: tuple[Doubt, ...] = (
    without_main_verb,
    list_cut_off,
    two_days_together,
    set_against_a_thing,
    said_of_itself,
    two_nations_together,
    a_people,
    given_to_a_country,
    deed_taken_for_a_thing,
    two_things_acted_on,
    government_and_not_country,
    whose_government,
    participle_taken_for_a_thing,
    form_of_two_verbs,
    neighbours_or_residents,
    two_things_side_by_side,
    two_who_do_it,
    taken_for_something,
    member_taken_for_the_body,
    name_behind_a_relative,
    only_rumoured,
    the_people_of_nowhere,
    wanted_done,
    something_else_is_said,
    head_for_the_government,
    lent_to_somebody,
    doing_taken_for_a_thing,
    title_of_two,
    verb_behind_a_name,
    judgement_in_marks,
    *COMPANIONS,
    *EITHER_WAY,
    *RELATIVES,
)


__all__ = ["DOUBTS"]

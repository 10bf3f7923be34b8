"""What a denial leaves standing: it is of a reason, of another thing, or of another request, and not of what was told.

`denied that lorries are opened because of their plates` does not deny that they are opened; `we asked for no loan, we asked for
a delay`, that something was asked for; `denied having asked to move the session`, that the ban should be lifted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import product

from briefing.consolidate.accounts.assertions import is_asked_by_the_press
from briefing.consolidate.accounts.differing import Difference
from briefing.consolidate.accounts.told_deeds import is_denied
from briefing.consolidate.conflicts.tellings import mood_of
from briefing.consolidate.sentences import above, below, is_verb, load_words, sense_of
from briefing.consolidate.told_clauses import at
from briefing.consolidate.week import SentenceKey, Week
from briefing.knowledge import load_language
from briefing.model import Doc, Sentence

REASONED = ("obl", "advcl")
"""Relations of why or in what way something is done."""
ASKED = "ask"
"""The kind of deed of who asks for something."""
CARRIED = ("xcomp", "ccomp")
"""Relations of what somebody is asked to do."""
THINGS = frozenset({"NOUN", "PROPN"})
AHEAD = "ahead"
"""How what is to come is told."""


def is_of_less(week: Week, found: Difference) -> bool:
    """Whether the denial of a difference leaves standing what the other side tells."""
    if set(found.values) != {"affirmed", "denied"}:
        return False
    affirmed, denied = ([(c.evidence.article, c.sentence) for c in found.values[side]] for side in ("affirmed", "denied"))
    return any(veto(week, one, other) for one, other in product(denied, affirmed) for veto in VETOES)


def of_a_reason(week: Week, denial: SentenceKey, told: SentenceKey) -> bool:
    """`negó que se abran por su matrícula`, `denied that they were held because of their papers`: unless both tell that why."""
    doc, sentence = at(week, denial)
    here = senses_in(week, told)
    denying = load_words(doc.article.language).denying  # `did not come because of the floods` tells why he did not
    verbs = denied_verbs(doc, sentence)
    under = [v for v in verbs if any(sentence.tokens[i].lemma.lower() in denying for i in above(sentence, v))]
    whys = [i for verb in under for i in below(sentence, verb, *REASONED) if is_why(doc, sentence, verb, i)]
    return any(sense_of(doc.article.language, sentence.tokens[i]) not in here for i in whys)


def is_why(doc: Doc, sentence: Sentence, verb: int, index: int) -> bool:
    """`because of their plates`, `por el aspecto`; not who does it, `por la policía`, nor `por carta`."""
    rows, language = load_language("compare", "words"), doc.article.language
    tokens, first = sentence.tokens, min((index, *below(sentence, index)))
    before = " ".join(t.form.lower() for t in tokens[first : index + 1])
    if any(re.match(rf"{re.escape(cue)}\b", before) for cue in rows["because_of"][language]):
        return True
    cases = {tokens[i].form.lower() for i in below(sentence, index, "case")}
    own = [i for i in below(sentence, index, "det") if tokens[i].feat("Poss") == "Yes"]
    named = any(m.span.contains(tokens[index].span) for m in doc.mentions)
    passive = any(tokens[i].deprel == "aux:pass" for i in below(sentence, verb))
    told = bool(below(sentence, index, "det")) and tokens[index].upos == "NOUN" and not named and (bool(own) or not passive)
    return told and bool(cases & {*rows["for_a_reason"][language]}) and index > verb


def of_another_thing(week: Week, denial: SentenceKey, told: SentenceKey) -> bool:
    """`No pedimos un crédito, pedimos una prórroga`: the thing denied must be what the other side tells of."""
    doc, sentence = at(week, denial)
    denied = denied_verbs(doc, sentence)
    lemmas = {sentence.tokens[i].lemma for i in range(len(sentence.tokens)) if is_verb(sentence.tokens[i]) and i not in denied}
    others = {i for verb in denied if sentence.tokens[verb].lemma in lemmas for i in below(sentence, verb, "obj")}
    things = {sense_of(doc.article.language, sentence.tokens[i]) for i in others if sentence.tokens[i].upos in THINGS}
    return bool(things) and not things & senses_in(week, told)


def of_another_request(week: Week, denial: SentenceKey, told: SentenceKey) -> bool:
    """`denied having asked to move the session`, `asked it to lift the ban until the session`: nothing is asked for in both."""
    mine, theirs = (list(requested(week, key, denied=denied)) for key, denied in ((denial, True), (told, False)))
    return bool(mine and theirs) and not any(one & other for one, other in product(mine, theirs))


def requested(week: Week, key: SentenceKey, *, denied: bool) -> Iterator[frozenset[str]]:
    """The things that each verb of asking asks for, with those that belong to them; nothing where it names none."""
    doc, sentence = at(week, key)
    language, asking = doc.article.language, load_language("compare", "words")["opposed_deeds"][ASKED][doc.article.language]
    for verb in (i for i, t in enumerate(sentence.tokens) if is_verb(t) and t.lemma.lower() in asking):
        if is_denied(doc, sentence, verb) is denied:
            found = frozenset(sense_of(language, sentence.tokens[i]) for i in things_asked(doc, sentence, verb))
            yield from [found] if found else []


def things_asked(doc: Doc, sentence: Sentence, verb: int) -> Iterator[int]:
    heads = [verb, *below(sentence, verb, *CARRIED)]
    objects = [i for head in heads for i in below(sentence, head, "obj")]
    inside = [*objects, *(i for one in objects for i in below(sentence, one, "nmod", "compound"))]
    tokens, named = sentence.tokens, [m.span for m in doc.mentions]
    yield from (i for i in inside if tokens[i].upos == "NOUN" and not any(span.overlaps(tokens[i].span) for span in named))


def of_what_the_press_asked(week: Week, denial: SentenceKey, told: SentenceKey) -> bool:
    """`al ser consultado sobre el arancel, dijo`, beside `no fue consultada`: journalists asked him."""
    doc, sentence = at(week, told)
    asking = load_language("compare", "words")["asked_by_the_press"]
    here = [i for i, token in enumerate(sentence.tokens) if token.lemma.lower() in asking[doc.article.language]]
    theirs, denies = at(week, denial)
    denied = {denies.tokens[i].lemma.lower() for i in denied_verbs(theirs, denies)}
    of_it = denied & {*asking[theirs.article.language]}
    return bool(of_it and here) and all(is_asked_by_the_press(doc, sentence, i) for i in here)


def of_what_is_to_come(week: Week, denial: SentenceKey, told: SentenceKey) -> bool:
    """`no aceptará cortes sin aviso`, beside `avisó el lunes`: what somebody will not do denies nothing that has been."""
    doc, sentence = at(week, denial)
    refused = [i for i in denied_verbs(doc, sentence) if not sentence.tokens[i].deprel.startswith("advcl")]  # `si no vuelve`
    ahead = bool(refused) and all(mood_of(doc, sentence, verb) == AHEAD for verb in refused)
    theirs, other = at(week, told)
    return ahead and not any(is_verb(t) and mood_of(theirs, other, i) == AHEAD for i, t in enumerate(other.tokens))


VETOES = (of_what_is_to_come, of_a_reason, of_another_thing, of_another_request, of_what_the_press_asked)


def denied_verbs(doc: Doc, sentence: Sentence) -> list[int]:
    """The verbs that a sentence denies, but for those of denying themselves."""
    denying = load_words(doc.article.language).denying
    verbs = [i for i, t in enumerate(sentence.tokens) if is_verb(t) and t.lemma.lower() not in denying]
    return [i for i in verbs if is_denied(doc, sentence, i)]


def senses_in(week: Week, key: SentenceKey) -> frozenset[str]:
    doc, sentence = at(week, key)
    return frozenset(sense_of(doc.article.language, token) for token in sentence.tokens)


__all__ = ["is_of_less"]

"""Which verbs have somebody tell, promise, ask for or raise something, what they are said of, and whether that is denied."""

from __future__ import annotations

from briefing.consolidate.accounts.scenes import MEETING, is_negative
from briefing.consolidate.accounts.told_deeds import is_denied
from briefing.consolidate.conflicts.tellings import Alternatives
from briefing.consolidate.sentences import below, is_ahead, is_verb, load_words, quantities_in, says
from briefing.consolidate.values.borne import classes_of
from briefing.knowledge import load_language
from briefing.model import Doc, Language, Sentence

LEAST_NUMBER = 4
"""Numbers from which on one that two articles share says what was said."""
NEAR_DENIAL = 8
"""Words between a verb of denying and what is denied, where the tree does not join them."""


def may_say(doc: Doc, sentence: Sentence, verb: int) -> bool:
    words, lemma = load_language("compare", "words"), sentence.tokens[verb].lemma.lower()
    return any(
        lemma in words[row][doc.article.language]
        for row in ("told_to_somebody", "named", "promised_or_raised", "accepted", "giving", "raised")
    )


def numbers_asked(doc: Doc, sentence: Sentence) -> frozenset[float]:
    """The numbers of a sentence; of one of an interview's question, `Did you accept it?`, also those of the one before it:
    `Chad wants a discount of 20 percent.`"""
    number = next(i for i, one in enumerate(doc.sentences) if one is sentence)
    before = [doc.sentences[number - 1]] if number and sentence.kind == "question" else []
    asked = (one for one in (sentence, *before) if one is sentence or one.kind == "question")
    return frozenset(float(q.value) for one in asked for q in quantities_in(doc, one.span) if q.value >= LEAST_NUMBER)


def is_saying(doc: Doc, sentence: Sentence, verb: int, *, denied: bool) -> bool:
    """A verb by which something is told, promised or raised; who only tells the press tells nobody."""
    token, language = sentence.tokens[verb], doc.article.language
    words, lemma = load_language("compare", "words"), token.lemma.lower()
    if not (is_verb(token) or token.feat("VerbForm") == "Part") or (is_ahead(sentence, verb, language)):
        return False
    perfect = [i for i in below(sentence, verb, "aux") if sentence.tokens[i].lemma.lower() in load_words(language).perfect]
    past = any(sentence.tokens[i].feat("Tense") == "Past" for i in below(sentence, verb, "aux"))  # `did not discuss`
    if token.feat("VerbForm") in {"Inf", "Ger"} and not (perfect or past):
        return False
    if is_wished(language, sentence, verb) or (denied and token.deprel == "acl:relcl" and is_denied(doc, sentence, verb)):
        return False  # `a date that the laboratory has not given us`: what nobody told is no word of who speaks
    if lemma in words["told_to_somebody"][language]:
        return denied or is_addressed(doc, sentence, verb)
    if is_giving(doc, sentence, verb):
        return denied
    if (
        denied
        and lemma in words["raised"][language]
        and (perfect or past or token.feat("Tense") == "Past")
        and spoken_of(language, sentence, verb)
    ):
        return True  # `the telescope was not mentioned`, `eso no se habló`
    if lemma in words["named"][language]:
        return bool(denied_things(doc, sentence, verb)) if not denied else bool(generic_in(doc, sentence, verb))
    if lemma in words["accepted"][language]:
        return bool(clauses_accepted(sentence, verb)) or (not denied and bool(numbers_asked(doc, sentence)))
    return lemma in words["promised_or_raised"][language]


def is_wished(language: Language, sentence: Sentence, verb: int) -> bool:
    """`asked that no work be undertaken`: a passive without a tense."""
    passive = [sentence.tokens[i] for i in below(sentence, verb, "aux") if sentence.tokens[i].deprel == "aux:pass"]
    untensed = load_language("compare", "words")["untensed"][language]
    plain = bool(passive) and all(t.form.lower() in untensed for t in passive)
    return plain and len(below(sentence, verb, "aux")) == len(passive)


def clauses_accepted(sentence: Sentence, verb: int) -> list[int]:
    """`accepted that they appear before a judge`, `accedió a recibirlo`."""
    return [i for i in below(sentence, verb, "ccomp", "xcomp") if is_verb(sentence.tokens[i])]


def spoken_of(language: Language, sentence: Sentence, verb: int) -> bool:
    """Whether a verb of speaking has what is spoken of as its subject."""
    tokens, by_nobody = sentence.tokens, load_language("compare", "words")["by_nobody"][language]
    passive = any(tokens[i].deprel in {"nsubj:pass", "aux:pass", "expl:pass"} for i in below(sentence, verb))
    mirrored = any(tokens[i].form.lower() in by_nobody for i in below(sentence, verb, "expl"))
    mirrored = mirrored and tokens[verb].feat("Number") == "Sing"
    return (passive or mirrored) and any(tokens[i].upos in {"NOUN", "PRON"} for i in below(sentence, verb, "nsubj"))


def is_giving(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`gave no such assurance`, `no commitment was made`: a verb that says little, and the noun of what is promised."""
    words, language = load_language("compare", "words"), doc.article.language
    nouns = (sentence.tokens[i].lemma.lower() for i in below(sentence, verb, "obj", "nsubj"))
    return sentence.tokens[verb].lemma.lower() in words["giving"][language] and any(
        n in words["nouns_of_pledge"][language] for n in nouns
    )


def is_addressed(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`told him`, `informó a La Haya`."""
    tokens = sentence.tokens
    whom = [i for i in below(sentence, verb, "iobj", "obj") if tokens[i].upos in {"PRON", "PROPN", "NOUN"}]
    persons = [i for i in whom if tokens[i].upos == "PRON" or any(m.span.overlaps(tokens[i].span) for m in doc.mentions)]
    generic = bool(generic_in(doc, sentence, verb)) and MEETING in talk_in(doc, sentence)
    return any(tokens[i].feat("Reflex") != "Yes" for i in persons) or generic


def is_unsaid(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """Negated, of nothing, under a verb of denying, or `at no time`."""
    words, tokens = load_words(doc.article.language), sentence.tokens
    if is_denied(doc, sentence, verb) or denied_things(doc, sentence, verb):
        return True
    if is_at_no_time(doc, sentence, verb) or is_limited(doc, sentence, verb):
        return True
    near = range(max(0, verb - NEAR_DENIAL), verb)
    denying = [i for i in near if tokens[i].lemma.lower() in words.denying]
    between = tokens[denying[-1] + 1 : verb] if denying else ()
    return bool(denying) and not any(is_verb(t) and t.deprel != "root" and t.lemma.lower() in words.saying for t in between)


def is_at_no_time(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`At no time during the meeting was the question raised`."""
    before = sentence.span.of(doc.article.text)[: sentence.tokens[verb].span.start - sentence.span.start]
    return says(before, load_language("compare", "words")["at_no_time"][doc.article.language])


def is_limited(doc: Doc, sentence: Sentence, verb: int) -> bool:
    """`had only promised to study it`, `solo se comprometió a estudiarlo`."""
    words, tokens = load_language("compare", "words")["merely"][doc.article.language], sentence.tokens
    return is_pledge(doc, sentence, verb) and any(tokens[i].form.lower() in words for i in below(sentence, verb, "advmod"))


def is_pledge(doc: Doc, sentence: Sentence, verb: int) -> bool:
    return (
        is_giving(doc, sentence, verb)
        or sentence.tokens[verb].lemma.lower() in load_language("compare", "words")["accepted"][doc.article.language]
        or sentence.tokens[verb].lemma.lower() in load_language("compare", "words")["pledged"][doc.article.language]
    )


def denied_things(doc: Doc, sentence: Sentence, verb: int) -> list[int]:
    """`no date`, `ninguna cantidad`, as object or subject."""
    return [i for i in below(sentence, verb, "obj", "nsubj") if is_negative(doc, sentence, i)]


def generic_in(doc: Doc, sentence: Sentence, verb: int) -> frozenset[str]:
    """Whether a number or a day is said to have been named, or not: `esa cifra`, `any date`."""
    words, language = load_language("compare", "words"), doc.article.language
    things = [sentence.tokens[i] for i in (*below(sentence, verb, "obj", "nsubj", "obl"), *antecedent(sentence, verb))]
    lemmas = {token.lemma.lower() for token in things}
    return frozenset(kind for kind, row in words["named_at_all"].items() if lemmas & {*row[language]})


def antecedent(sentence: Sentence, verb: int) -> list[int]:
    token = sentence.tokens[verb]
    return [token.head] if token.deprel.split(":")[0] == "acl" and token.head >= 0 else []


def talk_in(doc: Doc, sentence: Sentence) -> Alternatives:
    return frozenset().union(*(classes_of(doc.article.language, t) for t in sentence.tokens if t.upos == "NOUN")) | (
        frozenset({MEETING}) if says_talk(doc, sentence) else frozenset()
    )


def says_talk(doc: Doc, sentence: Sentence) -> bool:
    words = load_language("compare", "words")["talks"][doc.article.language]
    return any({t.lemma.lower(), t.form.lower()} & {*words} for t in sentence.tokens)

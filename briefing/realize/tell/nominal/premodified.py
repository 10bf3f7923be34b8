"""Nouns of a language that puts before them what belongs to them: owners, adjectives, other nouns.

`Chile's new border security proposal` is read from its head: the term or noun that ends the phrase, then what stands before it
from right to left, each as an adjective or behind the other language's `of`, its owner last.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.model import Quantity, Token
from briefing.model.letters import UPPER
from briefing.realize.edition import government_name
from briefing.realize.tell.marks import is_object, is_what_is_offered, marked
from briefing.realize.tell.nominal.adjectives import QUOTES
from briefing.realize.tell.nominal.determiners import may_be_whichever
from briefing.realize.tell.nominal.figures import scaled_number
from briefing.realize.tell.nominal.heads import Phrase, read_head
from briefing.realize.tell.nominal.modifiers import quantity_over, read_modifiers
from briefing.realize.tell.nominal.name_words import country_names
from briefing.realize.tell.nominal.names import words_for_actor
from briefing.realize.tell.nominal.owners import check_named_before
from briefing.realize.tell.state import GATE, Telling, unknown
from briefing.realize.tell.verbal.voices import first_number, owner_word
from briefing.realize.wording.clauses import subtree
from briefing.realize.wording.inflect import agreeing, article
from briefing.realize.wording.transfer import GateClosedError, base
from briefing.realize.wording.verbs import rules_of

_BEFORE_NOUNS = frozenset(
    {"det", "amod", "compound", "nmod", "nummod", "advmod", "case", "flat", "obl", "dep", "punct", "cc", "conj", "fixed"}
)
_PARTS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "NUM", "PART", "SYM", "PRON", "VERB", "CCONJ", "ADV", "PUNCT", "ADP"})


def premodified_noun(telling: Telling, *, counted: str = "") -> bool:
    """The phrase that begins here, as far as its head.  `counted` is a number that has been read in front of it."""
    run = _run(telling)
    if not run:
        return False
    start = telling.at
    phrase = read_phrase(telling, run)
    if counted:
        phrase.number = counted
    telling.at = start + len(run)
    head = run[-1]
    _check_its_number(telling, phrase)
    _check_no_complement(telling, phrase)
    telling.noun = telling.t.tokens[head].lemma.casefold()
    for index in run:
        telling.plurals[index], telling.genders[index] = phrase.plural, phrase.gender
    telling.said.append(marked(telling, head, phrase, _said(telling, head, phrase)))
    clause = _clause_that_nothing_opens(telling, head)
    if clause is not None and not opens_a_bare_clause(telling, head):
        raise GateClosedError("relative_without_its_word")  # `the report Chile published`
    if clause is not None:
        telling.said += telling.words["before_bare_clauses"]
    return True


def opens_a_bare_clause(telling: Telling, noun: int) -> bool:
    """`over reports [Chile spied on it]`: what a report or claim says, right behind it, with nothing that opens it."""
    verb, t = _clause_that_nothing_opens(telling, noun), telling.t
    says = t.tokens[noun].lemma.casefold() in telling.words["says_a_clause"]
    return verb is not None and says and bool(t.below(verb, "obj", "obl", "ccomp"))


def _clause_that_nothing_opens(telling: Telling, noun: int) -> int | None:
    """The finite verb of a clause with its own subject that begins right behind a noun."""
    t = telling.t
    for verb in t.below(noun, "acl"):
        inside = subtree(t, verb)
        pronoun = any(t.tokens[i].feat("PronType") in {"Rel", "Int,Rel"} for i in inside)
        own = t.below(verb, "nsubj") and not t.below(verb, "mark") and not pronoun and min(inside) == noun + 1
        if own and verb in telling.order and t.tokens[verb].feat("VerbForm") == "Fin":
            return verb
    return None


def _check_its_number(telling: Telling, phrase: Phrase) -> None:
    """`two aircraft`: a noun that its language counts without a plural."""
    small: Sequence[str] = rules_of(telling.language)["small_numbers"]
    if phrase.number in small[2:] and not (phrase.plural or phrase.mass):
        raise GateClosedError("number_of_nothing")


def _check_no_complement(telling: Telling, phrase: Phrase) -> None:
    """`deported a convicted man to Kabul`: behind the noun the participle would take what follows for its own."""
    following, last = telling.peek(), phrase.behind[-1] if phrase.behind else ""
    if not last or following is None or following.upos != "ADP":
        return
    ending: str = telling.words["participle_ending"]
    stem, form = re.sub(ending, "", last), following.form.casefold()
    if stem == last or form in telling.words["owner_cases"] or form in telling.words["dropped_before_dates"]:
        return
    if not any(re.sub(ending, "", word) == stem for word in telling.words["like_participles"]):
        raise GateClosedError("participle_before_a_preposition")


def _run(telling: Telling) -> list[int]:
    """The tokens from here to the head of their phrase; none where no phrase begins."""
    t, index = telling.t, telling.index
    if t.tokens[index].upos not in {"DET", "ADJ", "NOUN", "PROPN", "NUM", "PRON", "VERB", "ADV"}:
        return []
    head = index
    while (above := t.tokens[head].head) > head and base(t.tokens[head]) in _BEFORE_NOUNS and _is_nominal(t.tokens[above]):
        if t.tokens[above].upos == "VERB":
            break
        head = above
    if t.tokens[head].upos not in {"NOUN", "PROPN"} and not (head > index and t.tokens[head].upos == "ADJ"):
        if head > index or t.tokens[index].upos in {"DET", "NUM"}:
            raise GateClosedError("determiner_without_noun")
        return []
    places = [place for place in range(telling.at, len(telling.order)) if telling.order[place] <= head]
    run = [telling.order[place] for place in places]
    below = subtree(t, head)
    if run != list(range(index, head + 1)) or not all(i in below for i in run):
        raise GateClosedError("phrase_not_whole")
    if any(t.tokens[i].upos not in _PARTS for i in run) or any(t.tokens[i].form == "," for i in run):
        raise GateClosedError("phrase_of_another_kind")
    return run


def _is_nominal(token: Token) -> bool:
    return token.upos in {"NOUN", "PROPN", "ADJ", "VERB", "NUM"}


def read_phrase(telling: Telling, run: Sequence[int]) -> Phrase:
    """The phrase of these tokens, whose last is its head."""
    phrase = Phrase()
    run = [i for i in run if telling.t.tokens[i].form not in QUOTES]
    genitive = [n for n, i in enumerate(run) if _is_genitive(telling, i)]
    if genitive:
        phrase.owner = _owner(telling, run[: genitive[-1]])
        phrase.determiner = "the"
        run = run[genitive[-1] + 1 :]
    if not run:
        raise GateClosedError("owner_of_nothing")
    rest = _read_determiners(telling, phrase, run)
    rest = read_head(telling, phrase, rest)
    read_modifiers(telling, phrase, rest)
    return phrase


def _is_genitive(telling: Telling, index: int) -> bool:
    token = telling.t.tokens[index]
    return token.form in telling.words["genitive"] and token.upos == "PART"


def _owner(telling: Telling, run: Sequence[int]) -> str:
    """Whose it is: an actor by name, or a phrase of its own."""
    named = _actor_of(telling, run)
    if named is not None:
        return named
    inner = read_phrase(telling, run)
    return _with_article(telling, run[-1], inner, subject=True)


def _actor_of(telling: Telling, run: Sequence[int]) -> str | None:
    """The actor whose mention is these tokens, articles and titles of it apart."""
    t = telling.t
    tokens = [i for i in run if t.tokens[i].upos != "DET"]
    if not tokens:
        return None
    start, stop = t.tokens[tokens[0]].span.start, t.tokens[tokens[-1]].span.stop
    found = [m for m in t.mentions if m.span.stop == stop and m.span.start in {start, t.tokens[run[0]].span.start}]
    for mention in found:
        said = words_for_actor(telling, mention)
        if said:
            return said
    code = country_names(telling.t.edition.knowledge, t.passage.language).get(
        " ".join(t.tokens[i].form for i in tokens).casefold()
    )
    return government_name(telling.t.edition, code) if code else None


def _read_determiners(telling: Telling, phrase: Phrase, run: Sequence[int]) -> list[int]:
    rest = list(run)
    while rest:
        token = telling.t.tokens[rest[0]]
        form = token.form.casefold()
        if token.upos == "DET" and token.feat("PronType") == "Art":
            phrase.determiner = "the" if token.feat("Definite") == "Def" else "a"
        elif token.upos in {"PRON", "DET"} and token.feat("Poss") == "Yes":
            ours = first_number(token, telling.words["first_owners"])
            known = ours and owner_word(telling.voice, ours, voiced=telling.voiced, others=bool(telling.actors))
            if token.feat("Person") != "3" and not known:
                raise GateClosedError("whose_is_not_known")
            if not ours:
                check_named_before(telling, rest[0])
            phrase.determiner = rules_of(telling.language)["possessive"]["any"]
        elif form in telling.words["none_of"] and token.upos == "DET":
            phrase.none = _none(telling, run[-1])
            phrase.not_one = run[-1] != telling.denied_thing
        elif form in telling.words["every_one"]:
            phrase.before.append(telling.words["every_one"][form])
            phrase.determiner = phrase.determiner or "the"
        elif form in telling.words["determiners"] and token.upos in {"DET", "ADJ"}:
            if phrase.number and form in telling.words["more_behind_number"]:  # `200 more officers`
                phrase.more = telling.words["more_behind_number"][form]
                rest.pop(0)
                continue
            if phrase.number or (form in telling.words["only_of_many"] and not _is_of_some_more(telling, phrase, run[-1])):
                raise unknown("determiner", token)
            if telling.words["determiners"][form] == GATE or not may_be_whichever(telling, form, run[-1]):
                raise unknown("determiner", token)
            phrase.number = telling.words["determiners"][form]
        elif token.upos == "NUM" and (year := _year(telling, rest[0])):
            phrase.owned.append(year)
        elif token.upos in {"NUM", "ADV"} and (read := _number(telling, rest)):
            if phrase.number in telling.words["not_before_numbers"]:  # `another 40 trucks`
                raise unknown("determiner", token)
            phrase.number, rest = read
            continue
        else:
            if token.upos in {"DET", "PRON", "NUM", "ADV"} and not quantity_over(telling, rest[0]):
                raise unknown("determiner", token)
            return rest
        rest.pop(0)
    raise GateClosedError("determiner_without_noun")


def _is_of_some_more(telling: Telling, phrase: Phrase, noun: int) -> bool:
    """`further sanctions`, and not `the further spread`."""
    return not phrase.determiner and telling.t.tokens[noun].feat("Number") == "Plur"


def _year(telling: Telling, index: int) -> str | None:
    """`a 2004 treaty` -> `un tratado de 2004`."""
    form, span = telling.t.tokens[index].form, telling.t.tokens[index].span
    return form if any(d.value == form and d.span == span for d in telling.t.dates) else None


def _none(telling: Telling, noun: int) -> bool:
    """`No truck entered`, `made no promise`: of whoever acts, or of what the verb has been denied with."""
    token = telling.t.tokens[noun]
    opens = base(token) == "nsubj" and token.head > noun and not telling.t.below(noun, "conj")
    if noun != telling.denied_thing and not opens:
        raise unknown("determiner", token)
    return True


def _number(telling: Telling, rest: list[int]) -> tuple[str, list[int]] | None:
    """`20`, `more than 20 million` in front of a noun; percentages and money are no such numbers."""
    found = quantity_over(telling, rest[0])
    if (
        found is None
        or found.kind not in {"number", "measure", "rate"}
        or found.high is not None
        or found.from_value is not None
    ):
        return None
    kept = list(rest)
    while kept and found.span.contains(telling.t.tokens[kept[0]].span) and _is_of_number(telling, kept, found):
        kept.pop(0)
    return (number_words(telling, found), kept) if kept and len(kept) < len(rest) else None


def _is_of_number(telling: Telling, rest: Sequence[int], found: Quantity) -> bool:
    """A part of the number itself: `more than 20 million`; an adjective only before a figure, not the one of `two new laws`."""
    token, tokens = telling.t.tokens[rest[0]], telling.t.tokens
    if token.upos == "ADJ" and token.lemma.casefold() not in telling.words["scales"]:
        return any(tokens[i].upos == "NUM" and found.span.contains(tokens[i].span) for i in rest[1:])
    return token.upos in {"NUM", "ADV", "ADP", "ADJ"} or token.lemma.casefold() in telling.words["scales"]


def number_words(telling: Telling, found: Quantity) -> str:
    """A number as the edition writes it in front of a noun: `dos`, `más de 20 millones de`."""
    small: Sequence[str] = rules_of(telling.language)["small_numbers"]
    localizer = telling.t.edition.localizer
    few = isinstance(found.value, int) and 0 < found.value < len(small)
    said = small[int(found.value)] if few else scaled_number(telling, found)
    modified = localizer.term("modifier", found.modifier).format(number=said) if found.modifier else said
    return said if telling.said and modified == f"{telling.said[-1]} {said}" else modified  # `at least`, said already


def _said(telling: Telling, head: int, phrase: Phrase) -> str:
    token = telling.t.tokens[head]
    subject = base(token) in {"nsubj", "csubj"} or (base(token) == "conj" and _is_subject(telling, token.head))
    return _with_article(telling, head, phrase, subject=subject)


def _is_subject(telling: Telling, index: int) -> bool:
    return index >= 0 and base(telling.t.tokens[index]) == "nsubj"


def _with_article(telling: Telling, head: int, phrase: Phrase, *, subject: bool) -> str:
    grammar = telling.t.edition.grammar
    of = grammar.genitive
    if phrase.none and phrase.number:
        raise GateClosedError("none_of_a_number")  # `no more trucks`
    if phrase.not_one and (phrase.plural or phrase.mass):
        raise GateClosedError("none_of_many")  # `no aid would arrive`: without a `not` of the verb, it would
    if phrase.none and not (phrase.plural or phrase.mass):
        phrase.number = rules_of(telling.language)["none"]
    figure = phrase.number in rules_of(telling.language)["small_numbers"][2:]  # `ocho` has no plural
    inflected = phrase.number.isalpha() and not figure
    number = agreeing(phrase.number, phrase.gender, phrase.plural, grammar) if inflected else phrase.number
    number = rules_of(telling.language)["short_before_noun"].get(number, number)  # `un mes`
    whole = rules_of(telling.language).get("whole")  # `todo el mes`
    every = [agreeing(word, phrase.gender, phrase.plural, grammar) for word in phrase.before if word == whole]
    before = [word for word in phrase.before if word != whole]
    owned = [f"{of} {words}" for words in phrase.owned]
    named = bool(phrase.owned) and _is_named(telling, phrase.owned[0])
    behind = [*phrase.behind, *owned] if named else [*owned[:1], *phrase.behind, *owned[1:]]  # `agencia migratoria de la ONU`
    noun, tail = _parted(telling, phrase)
    words = [w for w in (number, *before, noun, *(behind if not tail else [*phrase.behind, tail, *owned])) if w]
    text = _prefixed(telling, " ".join([*words, *([phrase.more] if phrase.more else [])]))
    if phrase.owner:
        text = f"{text} {of} {phrase.owner}"
    start = _article(telling, phrase, words, head, subject=subject)
    return " ".join([*every, *([start] if start else []), text])


def _is_named(telling: Telling, owner: str) -> bool:
    """`Perú`, `la ONU`: a name, with its article where one stands before it."""
    first, _, rest = owner.partition(" ")
    name = rest if first in rules_of(telling.language)["owner_articles"] else owner
    return re.match(rf"[{UPPER}]", name) is not None


def _parted(telling: Telling, phrase: Phrase) -> tuple[str, str]:
    """`violaciones [sistemáticas] a los derechos humanos`: adjectives stand at the noun, before what it is of."""
    found = re.match(rules_of(telling.language)["parted_noun"], phrase.noun) if phrase.behind else None
    return (found[1], found[2]) if found else (phrase.noun, "")


def _prefixed(telling: Telling, text: str) -> str:
    """`ex ministro` -> `exministro`, but `ex primer ministro`."""
    for find, put in rules_of(telling.language)["prefixes"]:
        text = re.sub(find, put, text)
    return text


def _article(telling: Telling, phrase: Phrase, words: Sequence[str], head: int, *, subject: bool) -> str:
    grammar = telling.t.edition.grammar
    possessives: Mapping[str, str] = rules_of(telling.language)["possessive"]
    if phrase.determiner == possessives["any"]:
        return possessives["any plural" if phrase.plural else "any"]
    the = article(words[0], phrase.gender, phrase.plural, grammar)
    if phrase.none:
        return ""
    if phrase.determiner == "the":
        return the
    if phrase.determiner == "a":
        return grammar.a[phrase.gender + "s"] if not phrase.plural else ""  # `a ceasefire` is one, mass or not
    if phrase.number:
        return ""
    if not (phrase.plural or phrase.mass):
        raise GateClosedError("bare_noun")
    if subject and _is_of_some(telling, phrase, head):
        return ""
    before = telling.said[-1] if telling.said else ""
    if phrase.mass and _is_spent_as(telling, head):
        return ""
    if before == grammar.genitive and telling.said[-2:-1] and _takes_all(telling, telling.said[-2]):
        return the
    if (phrase.plural or phrase.mass) and not subject and words[0].split(" ")[0] in telling.words["bare_with"]:
        return ""  # `for new turbines`: some that are not there yet
    behind_preposition = any(before == word or before.endswith(f" {word}") for word in telling.words["article_after"])
    some = f"{telling.said_verb} {before}" in telling.words["bare_behind_verbs"]
    if subject or (behind_preposition and not some and before not in telling.words["bare_after"]):
        return the
    verb = telling.said_verb.split(" ")[0]
    acted_on = is_object(telling, head) or base(telling.t.tokens[head]) == "xcomp"  # `condemned poaching`
    alone = not telling.t.below(head, "conj")
    if phrase.noun in telling.words["never_whole"]:
        return ""
    if acted_on and alone and phrase.plural and telling.said_verb in telling.words["whole_objects"]:
        return the  # `suspendió las conversaciones`
    addressed = base(telling.t.tokens[head]) in {"obj", "iobj"} and phrase.plural and phrase.human
    given = telling.verb in {*telling.words["whom"], *telling.words["gives_to_all"]}
    if addressed and given and not is_what_is_offered(telling, head) and telling.verb not in telling.words["saying"]:
        return the  # `instó a los ciudadanos a …`
    return the if acted_on and phrase.mass and verb not in telling.words["bare_objects"] else ""


def _takes_all(telling: Telling, said: str) -> bool:
    """`61% de los noruegos`, `el precio del trigo`"""
    return said.endswith("%") or not set(said.split(" ")).isdisjoint(telling.words["whole_behind"])


def _is_of_some(telling: Telling, phrase: Phrase, head: int) -> bool:
    """`Thai officials said …`: people of a kind who did something once are some of them, and not all."""
    t, first = telling.t, telling.said[-1:] in ([], [telling.words["that"]["clause"]])
    verb_at = t.tokens[head].head
    verb = t.tokens[verb_at] if verb_at >= 0 else t.tokens[head]
    helped = {t.tokens[i].lemma.casefold() for i in t.below(verb_at, "aux")} if verb_at >= 0 else set()
    past = verb.feat("Tense") == "Past" and verb.feat("VerbForm") == "Fin"
    sent = t.tokens[head].lemma.casefold() in telling.words["sent_for_all"] and helped & {*telling.words["helpers_of_deeds"]}
    before = verb_at >= 0 and any(t.tokens[i].feat("Tense") == "Past" for i in t.below(verb_at, "aux"))  # `had blocked`
    once = verb.upos == "VERB" and (past or before or bool(sent))
    described = bool(phrase.behind or phrase.before) or bool(t.below(head, "nmod"))
    return first and once and phrase.plural and phrase.human and described and base(t.tokens[head]) == "nsubj"


def _is_spent_as(telling: Telling, head: int) -> bool:
    """`$5 million in aid` -> `5 millones de dólares en ayuda`."""
    t = telling.t
    cases = [i for i in t.below(head, "case") if i > 0]
    return any(q.kind == "currency" and q.span.stop == t.tokens[i - 1].span.stop for q in t.quantities for i in cases)

"""Whether a sentence evidently needs no other: it says by name who acts, and no word of it means something said before.

The signs are coarse and count for much (high recall): they decide what the bottom line may tell alone, and of which nouns a
note asks what they mean.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from briefing.model import Language
from briefing.realize.grammar import grammar_of
from briefing.realize.leaning import pointers
from briefing.realize.leaning.definites import TELLING, UNCOUNTED, Definite, articles_of, is_known, opens_quotation, says_which
from briefing.realize.leaning.lacking import has_a_thing_before
from briefing.realize.leaning.references import said_before
from briefing.realize.rungs.leads import opens_its_article
from briefing.realize.rungs.passages import TURN, Passage, of_its_words

MOST_SAID = 0.5
"""So much of a sentence in quotation marks, that it is somebody's answer."""
FEW = 15
"""So few words inside a paragraph may leave their matter to the sentence before."""
_OF_A_VERB = ("expl", "obj", "iobj")
"""Places of a small word that begins a verb."""
_CLAUSE = frozenset({"obj", "nsubj", "nsubj:pass"})
"""Places of a noun that its clause is about."""
_WORDS = re.compile(r"\w+")
_IN_BRACKETS = re.compile(r" \[[^\[\]]*\]")


def plain(words: str) -> str:
    """Only the letters and digits, without what is put in brackets."""
    words = _IN_BRACKETS.sub("", words) if "[" in words else words
    return " ".join(_WORDS.findall(words.casefold()))


@of_its_words
def plain_words(passage: Passage) -> str:
    """Those of a sentence."""
    return plain(passage.words)


@of_its_words
def is_complete(passage: Passage) -> bool:
    """`Peru's foreign minister, Ana Ruiz, asked Chile to open a bridge`: nothing of it needs the sentence before."""
    if opens_its_article(passage):
        return True
    talk = is_talk(passage) and not is_announced(passage)
    leans = points_back(passage) or unexplained(passage) or talk or _goes_on(passage) or denies_a_deed(passage)
    return names_who_acts(passage) and not leans


@of_its_words
def is_announced(passage: Passage) -> bool:
    """`Peru has filed a protest with Chile`, before the press: a turn that says neither `we` nor `you`."""
    turn = any(quote.rule == TURN and quote.content.contains(passage.span) for quote in passage.quotes)
    return turn and not any(passage.tokens[i].feat("Person") in {"1", "2"} for i in passage.kept)


def _goes_on(passage: Passage) -> bool:
    """`Peru has asked Chile to draw up a list.`: few words behind others of their paragraph, which tell of what."""
    own, whole = passage.sentence, passage.whole
    before = whole.paragraphs.get(own.paragraph, ()) if own is not None and whole is not None else ()
    return passage.length < FEW and any(one.span.stop <= passage.span.start for one in before if one.kind == "body")


def denies_a_deed(passage: Passage) -> bool:
    """`Ruiz had received no official answer`: to what; a deed there is none of, and no word says which."""
    grammar, tree = grammar_of(passage.language), passage.tree
    none = {passage.tokens[i].head: i for i in passage.places_of(grammar.no_words) if tree.forms[i] in grammar.no_words}
    deeds = (Definite(passage, none[i], i, grammar) for i in passage.kept if i in none)
    return any(one.noun.upos == "NOUN" and sums_up(one) and not _says_of_what(one) for one in deeds)


@of_its_words
def points_back(passage: Passage) -> bool:
    """`asked that it be reduced`, `so far`, `another one`: a small word means what has been said before."""
    return points_by_a_small_word(passage) or relates(passage.language).search(passage.words) is not None


def takes_up(passage: Passage) -> bool:
    """`declined to comment on that threat`, `to extradite two others`: it surely means what another sentence has told."""
    if opens_its_article(passage):
        return False
    return points_back(passage) or any(takes_a_matter_up(one) for one in unexplained(passage))


@of_its_words
def answers_another(passage: Passage) -> bool:
    """`Peru on Monday called the decision absurd`: which decision, its headline or another article has told.

    It holds of what an article opens with as well, whose words else point at nothing.
    """
    own = [one for one in unexplained(passage) if passage.tree.relations[one.index] in _CLAUSE]
    above = {passage.root, *passage.tree.children.get(passage.root or 0, ())}  # `called the decision absurd`, by two verbs
    return any(sums_up(one) and passage.tokens[one.index].head in above for one in own)


def takes_a_matter_up(one: Definite) -> bool:
    """A noun that sums up, or one that is pointed at."""
    return sums_up(one) or is_pointed_at(one)


def is_pointed_at(one: Definite) -> bool:
    """`that strip`, `the same road`."""
    grammar = one.grammar
    return one.passage.tree.forms[one.article] in grammar.indicating_or_same


@of_its_words
def names_who_acts(passage: Passage) -> bool:
    """A government or a country, or somebody with a whole name, as the subject of the main verb or of the one who tells it."""
    doc, tokens = passage.doc, passage.tokens
    subjects = [i for i in passage.kept if passage.tree.relations[i] in {"nsubj", "nsubj:pass"} and _is_main(passage, i)]
    for index in subjects:
        mention = passage.mention_at.get(index)
        actor = doc.actors.get(mention.actor) if doc and mention else None
        said = mention.span.of(passage.source) if mention and not passage.offset else ""
        if actor is None or mention is None or (actor.kind == "person" and " " not in said):
            continue
        words = [i for i in passage.kept if mention.span.contains(tokens[i].span)]
        return any(tokens[i].upos == "PROPN" or tokens[i].form.istitle() for i in words if not _is_a_bare_word(passage, i))
    return False


def _is_a_bare_word(passage: Passage, index: int) -> bool:
    """`The Ministry`, `El Gobierno`, `She`: whose and who, the sentence before says."""
    bare = grammar_of(passage.language).bare_words
    return passage.tree.forms[index] in bare or passage.tokens[index].upos in {"PRON", "DET"}


def _is_main(passage: Passage, index: int) -> bool:
    head = passage.tokens[index].head
    return head == passage.root or (head >= 0 and passage.tree.relations[head] in {"parataxis", "conj"})


@of_its_words
def is_talk(passage: Passage) -> bool:
    """`“A no in March can be a yes in May,” Dahl said`: to what he answers."""
    said = sum(1 for i in passage.kept if i in passage.quoted_words)
    return said >= MOST_SAID * max(1, len(passage.kept))


@of_its_words
def points_by_a_small_word(passage: Passage) -> bool:
    """`asked that it be reduced`, `are stuck there`, `I never said that`: no noun in front of the word can be meant."""
    words = pointers.pointing_words(passage)
    return pointers.bare_word_for_all(passage) is not None or any(not has_a_thing_before(passage, i) for i in words)


@of_its_words
def unexplained(passage: Passage) -> tuple[Definite, ...]:
    """The nouns with an article or a demonstrative that no other word of the sentence explains."""
    grammar, tokens = grammar_of(passage.language), passage.tokens
    articles = {**_demonstratives_of(passage), **articles_of(passage), **_told_the_same(passage)}
    kept = {*passage.kept}
    known = [i for i in sorted(articles) if i in kept and articles[i] in kept]
    nouns = [i for i in known if tokens[i].upos == "NOUN" or _counts_them(passage, i)]
    found = (Definite(passage, articles[index], index, grammar) for index in nouns)
    return tuple(one for one in found if not _is_explained(one))


def _counts_them(passage: Passage, index: int) -> bool:
    """`if the seven are not back`: which seven; a number with an article that counts no noun and is no day."""
    number = passage.tokens[index].upos == "NUM" and passage.tree.relations[index] in {"nsubj", "nsubj:pass", "obj", "obl"}
    return number and passage.tokens[index].form.isalpha() and index not in passage.of_days


def _demonstratives_of(passage: Passage) -> Mapping[int, int]:
    """The places of words and of the first demonstrative that stands before each and hangs on it."""
    words = grammar_of(passage.language).demonstratives
    if passage.tree.vocabulary.isdisjoint(words):
        return {}
    found = [(passage.tokens[i].head, i) for i, form in enumerate(passage.tree.forms) if form in words]
    return {head: i for head, i in reversed(found) if i < head}


def _told_the_same(passage: Passage) -> Mapping[int, int]:
    """`the same road`: the places of such nouns, and of the words that say so."""
    words, forms = grammar_of(passage.language).same_words, passage.tree.forms
    if passage.tree.vocabulary.isdisjoint(words):
        return {}
    return {i + 1: i for i, form in enumerate(forms[:-1]) if form in words and not _compares(passage, i)}


def _compares(passage: Passage, index: int) -> bool:
    """`the same port that …`, `el mismo número de …`, `at the same time`: it says as what, or means no thing."""
    forms, grammar = passage.tree.forms, grammar_of(passage.language)
    noun, behind = forms[index + 1 : index + 2], forms[index + 2 : index + 3]
    led = index > 0 and forms[index - 1] in grammar.definite_articles
    timed = bool(noun) and any(word in grammar.exempt for word in noun)
    return not led or timed or (bool(behind) and behind[0] in {*grammar.relatives, *grammar.of_words, *grammar.same_as})


def _is_explained(one: Definite) -> bool:
    """There is only one of it, words beside it say which, or the sentence itself has brought it in."""
    same = one.passage.tree.forms[one.article] in one.grammar.same_words
    if same or (is_pointed_at(one) and not is_known(one)):
        return said_before(one.lemma, one.before) or (not same and _is_told_by_a_clause(one))
    if one.is_one_of(one.grammar.sums_owed) and not opens_its_article(one.passage):
        return _is_of_a_thing(one) or said_before(one.lemma, one.before)
    strict = one.is_one_of(one.grammar.leaning_things | one.grammar.akin_nouns) or sums_up(one)
    which = _says_of_what(one) if strict else _says_which(one)
    known = is_known(one) and not _sums_up_in_its_clause(one)
    return known or which or said_before(one.lemma, one.before)


def _is_of_a_thing(one: Definite) -> bool:
    """`the price of copper`, but `the debt that Chile claims`, `the first payment, of 8 million euros`: of what."""
    passage, own = one.passage, one.passage.tree.children.get(one.index, ())
    if any(i < one.index and passage.tree.relations[i] in {"compound", "det:poss", "nmod:poss"} for i in own):
        return True
    below = [i for child in own for i in passage.tree.subtree(child) if child > one.index]
    sums = [quantity.span for quantity in passage.quantities]
    things = (i for i in below if passage.tokens[i].upos == "NOUN" and i not in passage.named and i not in passage.of_days)
    return any(not any(span.overlaps(passage.tokens[i].span) for span in sums) for i in things)


def _is_told_by_a_clause(one: Definite) -> bool:
    """`those who …`, but `must pass that test to drive in Peru`: a demonstrative means what has been told."""
    place, tree = one.index + 1, one.passage.tree
    behind = tree.forms[place] if place < len(tree.forms) else ","
    clause = any(tree.relations[i].startswith("acl") for i in tree.children.get(one.index, ()))
    return behind in one.grammar.of_words[:1] or (clause and behind != ",")


def _says_which(one: Definite) -> bool:
    """Not by a small word that begins the verb: `aseguró que el ciudadano se encuentra bajo vigilancia`."""
    behind = one.passage.tokens[one.index + 1] if one.index + 1 < len(one.passage.tokens) else None
    own = any(one.passage.tree.relations[i] in TELLING for i in one.passage.tree.children.get(one.index, ()))
    clitic = behind is not None and behind.upos == "PRON" and behind.deprel.startswith(_OF_A_VERB)
    return says_which(one) and (own or not clitic)


def _sums_up_in_its_clause(one: Definite) -> bool:
    """`calificó la medida de absurda`, but `en la medida de lo posible`: a word that is exempt for its phrases."""
    plain = one.is_one_of(one.grammar.known_nouns) and one.index not in one.passage.named
    return plain and sums_up(one) and one.passage.tree.relations[one.index] in _CLAUSE


def sums_up(one: Definite) -> bool:
    """`the decision`, `the matter`: whatever has been told."""
    return one.is_one_of(one.grammar.summing_nouns)


def _says_of_what(one: Definite) -> bool:
    """`the request for a ban`, but not `discuss the matter with Lima`, `made the request in a letter`: with whom and where."""
    tree, tokens, place = one.passage.tree, one.passage.tokens, one.index + 1
    behind = tokens[place] if place < len(tokens) and place + 1 not in one.passage.of_days else None
    called = behind is not None and (opens_quotation(one.passage, behind) or _is_addressed(one, place))
    if behind is not None and tree.forms[place] in one.grammar.matter_words and not called:
        return True
    own = [i for i in tree.children.get(one.index, ()) if tree.relations[i] in UNCOUNTED]
    own = [i for i in own if not (called and i > place) and not _only_adds(one, i)]
    own = [i for i in own if tree.forms[i] not in one.grammar.all_modifiers and i not in one.passage.of_days]
    own = [i for i in own if not (_says_when(one, i) or _is_its_verb(one, i))]
    return any(i < one.index or behind is None or behind.upos != "ADP" for i in own)


def _says_when(one: Definite, child: int) -> bool:
    """`no cobre la tasa el primer año`: behind the noun with an article of its own and no preposition."""
    tree = one.passage.tree
    below = {tree.relations[i] for i in tree.children.get(child, ())}
    return child > one.index and tree.relations[child] == "nmod" and "det" in below and "case" not in below


def _is_its_verb(one: Definite, child: int) -> bool:
    """`El instrumento autoriza 20 frecuencias`: a finite verb that the parser takes for an adjective."""
    return one.passage.tree.relations[child] == "amod" and one.passage.tokens[child].feat("VerbForm") == "Fin"


def _is_addressed(one: Definite, place: int) -> bool:
    """`trasladaría la petición a Oslo`, `a su capital`, `llevará el caso a un tribunal`: to whom; but `su negativa a pagar`."""
    tokens, tree, grammar = one.passage.tokens, one.passage.tree, one.grammar
    to = tree.forms[place] in grammar.object_marks and place + 1 < len(tokens)
    beside = to and tokens[tokens[place].head].head != one.index and tokens[tokens[place].head].upos == "NOUN"
    return to and (place + 1 in one.passage.named or tokens[place + 1].feat("Poss") == "Yes" or beside)


def _only_adds(one: Definite, child: int) -> bool:
    """`protestó por ese viaje, que considera un gesto inamistoso`: a clause behind a comma says more of it, and not which."""
    behind = one.index + 1 < len(one.passage.tokens) and one.passage.tree.forms[one.index + 1] == ","
    return behind and child > one.index and one.passage.tree.relations[child].startswith("acl")


@cache
def relates(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{grammar_of(language).relating})", re.IGNORECASE)

"""In whose column a statement stands: what it must show, requirement by requirement; what lacks one stays a fact."""

from __future__ import annotations

import pytest
from behind_openings import statements_behind

from briefing.extract.positions.columns import LACKS
from briefing.model import Language

OPENING: dict[Language, str] = {
    "en": "Eritrea's foreign minister, Saba Tekle, met Djibouti's energy minister, Omar Dirir, on Monday.\n\n",
    "es": "La canciller letona, Ilze Ozola, recibió al embajador estonio, Jaan Tamm, el lunes.\n\n",
}

ROWS: list[tuple[Language, str, set[str], str]] = [
    # is_no_leak: what a paper has found out
    ("en", "Eritrea is weighing a ban on salt from Djibouti, the Massawa Herald reported.", {"lacks is_no_leak"}, "a paper"),
    ("en", "Eritrea is weighing a ban on salt from Djibouti, Tekle said.", {"ER states"}, "its minister"),
    ("es", "Letonia estudia una tasa al queso de Estonia, según reveló El Faro.", {"lacks is_no_leak"}, "un diario"),
    ("es", "Letonia estudia una tasa al queso de Estonia, según reveló Ozola.", {"LV states"}, "su ministra"),
    (
        "en",
        "Eritrea may recall its envoy from Djibouti over the pier, a source close to the presidency told AFP.",
        set(),
        "a source that stands right before its verb",
    ),
    # two names and two verbs in one sentence, each told of its own
    (
        "en",
        "There is no common view on the toll: Eritrea supports it and Djibouti opposes it.",
        {"ER supports", "DJ rejects"},
        "each its own",
    ),
    (
        "es",
        "No hay postura común sobre el peaje: Letonia lo respalda y Estonia se opone en su forma actual.",
        {"EE rejects"},
        "solo la segunda",
    ),
    (
        "es",
        "Sobre el peaje del puente, Letonia lo defiende y Estonia lo rechaza.",
        {"LV supports", "EE rejects"},
        "tras una coma",
    ),
    ("es", "Letonia y Estonia rechazaron el peaje.", {"LV rejects", "EE rejects"}, "las dos juntas"),
    # is_no_others_telling: a turn of the other side's, a noun by the way
    (
        "es",
        "Letonia suspendió los trenes el viernes en respuesta a la negativa de Estonia a renovar los permisos.",
        {"lacks is_no_others_telling"},
        "el motivo de lo que hizo la otra",
    ),
    (
        "es",
        "La negativa de Estonia a renovar los permisos es firme, dijo el embajador Tamm.",
        {"EE rejects"},
        "lo que dice el suyo",
    ),
    # is_no_papers_word: who reports is the agency, and neither of those who spoke
    (
        "en",
        "Foreign Minister Sheikh Salem bin Khalifa Al Amri spoke by telephone Monday with his Djiboutian counterpart, Sheikh"
        ' Faisal bin Tariq Al Sabti, and agreed with him that the case should be closed "in a calm mood," the state news agency'
        " reported.",
        {"lacks is_no_papers_word"},
        "the agency's",
    ),
    # is_of_its_own: an official of no known country
    (
        "es",
        "El ministro de Obras, Per Saar, anticipó que Letonia abrirá el muelle a Estonia.",
        {"lacks is_of_its_own"},
        "quizá de Estonia",
    ),
    (
        "es",
        "Letonia no ha entregado las pruebas que pidió Estonia, dijo el ministro de Obras, Per Saar.",
        {"lacks is_of_its_own"},
        "un reproche, como mucho",
    ),
    ("es", "Ozola anticipó que Letonia abrirá el muelle a Estonia.", {"LV announces"}, "la de Letonia"),
    # who is quoted is nobody told of before
    ("en", "Eritrea shut the port to Djibouti.\n\n“This has to stop,” Rose Poe, a trader, said.", set(), "a trader's"),
    # is_of_a_known_house: a party's spokeswoman speaks for no government
    (
        "en",
        "The Popular Party accused the cabinet of neglect. Its spokeswoman, Ruth Poe, demanded that Djibouti open the pier.",
        {"lacks is_of_a_known_house"},
        "the party's",
    ),
    (
        "es",
        "El Partido Popular acusó al Ejecutivo de abandono. Su portavoz, Elena Dinu, exigió a Estonia la apertura del muelle.",
        {"lacks is_of_a_known_house"},
        "la del partido",
    ),
    # is_asked_of_another: nobody asks it of himself
    (
        "en",
        "Tekle spoke in Asmara. In a note the minister demanded that Eritrea hand back 40 boats.",
        {"lacks is_asked_of_another"},
        "of Djibouti's minister, whoever a parser takes for the subject",
    ),
    ("en", "Tekle demanded that Djibouti hand back 40 boats.", {"ER demands"}, "of another"),
    ("es", "Letonia pidió que Letonia pague el muelle de Estonia.", {"lacks is_asked_of_another"}, "de sí misma"),
    # is_told_by_its_own: what a paper of nobody knows whom tells
    ("en", "The statement noted that Djibouti had agreed to close the pier.", {"lacks is_told_by_its_own"}, "whose paper?"),
    (
        "en",
        "Djibouti's ministry is silent. The statement noted that Djibouti had agreed to close the pier.",
        {"DJ agrees"},
        "of whom the sentence before tells",
    ),
    (
        "en",
        "A note by Eritrea's ministry stated that Eritrea had agreed to close the pier.",
        {"ER agrees"},
        "its own paper",
    ),
    (
        "en",
        "Djibouti's ministry summoned Tekle. A statement said that Tekle had promised to close the pier.",
        {"lacks is_told_by_its_own"},
        "another's paper, of an official",
    ),
    ("es", "El comunicado señaló que Estonia había aceptado cerrar el muelle.", {"lacks is_told_by_its_own"}, "¿de quién?"),
    (
        "en",
        "Dirir called the fee unfair. In a letter sent to Tekle on Monday, he demanded that Eritrea hand back 40 boats.",
        {"DJ criticizes", "DJ demands"},
        "whom a letter is sent to is not who sends it",
    ),
    (
        "en",
        "Tekle called the fee unfair. In a call with Dirir later that day, she demanded that Djibouti hand back 40 boats.",
        {"ER criticizes", "ER demands"},
        "with whom she spoke",
    ),
    # is_said: the neutral label says that the government says so
    ("en", "Eritrea insists that the pier was built by Djibouti without a permit.", {"ER states"}, "it says so"),
    ("en", "Tekle said that Eritrea did not oppose the pier of Djibouti.", {"ER states"}, "its minister does"),
    ("en", "A spokesman said that Eritrea did not oppose the pier of Djibouti.", {"ER states"}, "an official's word"),
    (
        "en",
        "Djibouti freed the crews of two boats, weeks after both governments agreed to reopen the port.",
        {"lacks is_said"},
        "told by the way",
    ),
    ("en", "The other matter is the pier, where Djibouti wants to land salt from Eritrea.", {"lacks is_said"}, "a writer's"),
    (
        "en",
        "Djibouti asked for a higher toll in the port, something that Eritrea opposes.",
        {"DJ requests", "ER states"},
        "told of a noun",
    ),
    ("es", "Estonia frenó dos barcos, después de que Letonia comenzara a exigir una tasa.", {"lacks is_said"}, "al paso"),
    ("es", "Letonia mantiene que el muelle de Estonia carece de permiso.", {"LV states"}, "lo dice ella"),
    ("es", "Ozola citó a Tamm, a quien entregó una nota de protesta de Letonia.", {"LV states"}, "de quien se cuenta"),
    ("es", "Preside el acto Tamm, quien calificó de cortas las peticiones de Letonia.", set(), "no las dice ella"),
    (
        "en",
        "Forty boats have left the port, Djibouti's fisheries ministry said on Monday, a claim that Eritrea denied.",
        {"lacks is_said"},
        "the sentence is the other's word",
    ),
    (
        "es",
        "Cuarenta barcos dejaron el muelle, informó el Ministerio de Pesca de Estonia, cifra que Letonia desestimó.",
        {"lacks is_said"},
        "la oración es palabra del otro",
    ),
    # is_the_only_one: whoever is meant by a pronoun, a bare title or a gap
    (
        "en",
        "Eritrean Minister Yonas Berhe met his Djiboutian counterpart, Hodan Farah. She demanded that Eritrea close the pier.",
        {"DJ demands"},
        "his counterpart, as he is a man",
    ),
    ("en", "Tekle spoke first. She demanded that Djibouti close the pier.", {"ER demands"}, "no other in between"),
    (
        "en",
        "Tekle spoke first. A diplomat from Djibouti objected. She rejected the plan of Djibouti.",
        {"lacks is_the_only_one"},
        "she may be the diplomat",
    ),
    (
        "en",
        "Tekle spoke first. An adviser objected to it. The foreign minister rejected the plan of Djibouti.",
        {"ER rejects"},
        "an adviser is no foreign minister",
    ),
    (
        "en",
        "Tekle spoke first. The two foreign ministers parted. The foreign minister rejected the plan of Djibouti.",
        {"lacks is_the_only_one"},
        "either of the two",
    ),
    (
        "en",
        "Tekle will ask for a fee when the two foreign ministers meet. The foreign minister rejected the plan of Djibouti.",
        {"ER announces", "ER rejects"},
        "told by the way",
    ),
    (
        "en",
        "Dirir is late. Tekle told Dirir that the toll was “too high”, her ministry said. She demanded that Eritrea wait.",
        set(),
        "one of those of whom the sentence before reports, and nobody who is named earlier",
    ),
    (
        "en",
        "Tekle received officials from Djibouti. The meeting was also attended by an envoy, Omar Guelleh. "
        "She demanded that Djibouti close the pier.",
        {"ER demands"},
        "who came along is not whom the text goes on with",
    ),
    ("es", "Ozola calló. Exigió a Estonia que cierre el muelle.", {"LV demands"}, "nadie más en medio"),
    (
        "es",
        "Ozola calló. Una asesora protestó. La funcionaria rechazó el plan de Estonia.",
        {"lacks is_the_only_one"},
        "cualquiera de las dos",
    ),
    (
        "es",
        "Ozola calló. Una diplomática protestó. “Hemos pedido a Estonia otra fecha”, añadió.",
        {"lacks is_the_only_one"},
        "quien habla puede ser la diplomática",
    ),
    (
        "es",
        "Ozola calló. El alcalde de Ogre reparó el muelle. Exigió a Estonia que cierre el paso.",
        set(),
        "del alcalde, de quien se cuenta después",
    ),
    (
        "es",
        "Letonia rechazó la tasa de Estonia. Exigió a Estonia que cierre el paso.",
        {"LV rejects", "LV demands"},
        "nadie más en medio",
    ),
    (
        "es",
        "El Ministerio de Exteriores de Letonia alabó el puente de Estonia. Cerrará la frontera en agosto.",
        {"LV supports"},
        "el puente, y ningún ministerio",
    ),
    (
        "es",
        "El Ministerio de Salud de Letonia alabó el buque de Estonia. Dispone de tres quirófanos.",
        {"LV supports"},
        "quien dispone de algo lo tiene",
    ),
    # este: the other one of two
    ("es", "Ozola pidió un plazo a Tamm y este le prometió una respuesta.", {"LV requests", "EE promises"}, "él es Tamm"),
    ("es", "Ozola pidió un plazo a Tamm y le prometió una respuesta.", {"LV requests", "LV promises"}, "la misma"),
    (
        "es",
        "Ozola pidió un plazo al alcalde y este le prometió una respuesta.",
        {"LV requests"},
        "el alcalde, que no es de nadie",
    ),
    # a ministry in its own capital
    (
        "en",
        "In Asmara, the transport ministry rejected the plan of Djibouti.",
        {"ER rejects"},
        "the one of the country whose capital that is",
    ),
    ("en", "In Brussels, the transport ministry rejected the plan of Djibouti.", set(), "abroad"),
    # behind quotation marks a verb goes on with who says so
    (
        "en",
        "Eritrea's ministry said Djibouti “plays with fire” and demanded an apology.",
        {"ER demands"},
        "the ministry, behind the marks",
    ),
    (
        "en",
        "Tekle told reporters: “Dirir said to me, ‘We accept it.’ I asked Djibouti to write it.”",
        {"ER requests"},
        "his word",
    ),
    # it: the one body of which the sentence before tells
    (
        "en",
        "Eritrea's ministry was silent. It asked Djibouti for a letter. In a note it rejected the plan of Djibouti.",
        {"ER requests", "ER rejects"},
        "the ministry, twice",
    ),
    (
        "en",
        "Eritrea's ministry said Djibouti's ministry was silent. It rejected the plan of Djibouti.",
        set(),
        "either of the two",
    ),
    ("en", "Tekle said the firm was late. It rejected the plan of Djibouti.", set(), "the firm"),
    ("en", "Eritrea's ministry bought a ship. It broke the quay of Djibouti.", set(), "a ship breaks it as well"),
    # su país: of whoever goes on speaking
    (
        "es",
        "Tamm habló el lunes y dijo que Letonia pagará. Añadió que su país está dispuesto a enviar médicos a Letonia.",
        {"EE offers"},
        "el de Tamm",
    ),
    # the colleague tells who `she` is
    (
        "en",
        "Eritrean Minister Idris Ali met his visiting Djiboutian counterpart, Hodan Farah. She demanded that Eritrea pay.",
        {"DJ demands"},
        "his counterpart, as he is a man",
    ),
    # is_against_another: no government threatens itself
    (
        "en",
        "Tekle threatened to close the port if Eritrea did not pay Djibouti.",
        {"lacks is_against_another"},
        "of somebody else",
    ),
    ("en", "Tekle threatened to close the port if Djibouti did not pay.", {"ER threatens"}, "against the other"),
    # the opposite number of a minister is a minister too
    (
        "en",
        "Tekle asked for a fee. Her Djiboutian counterpart, Hodan Farah, laughed. The minister rejected the plan of Eritrea.",
        {"ER requests"},
        "either of the two",
    ),
    # an office of no known country
    (
        "es",
        "El embajador Tamm calló. El ministro de Salud lo lamentó. “Hemos pedido a Letonia otra fecha”, dijo el funcionario.",
        set(),
        "puede ser el ministro",
    ),
    ("es", "El embajador Tamm calló. “Hemos pedido a Letonia otra fecha”, dijo el funcionario.", {"EE requests"}, "él"),
    # is_its_own_undertaking: what only the other side says that it has promised
    (
        "en",
        "Works Minister Paul Okoth spoke in parliament. According to Okoth, Dirir promised two pumps to Eritrea.",
        {"lacks is_its_own_undertaking"},
        "the other's account",
    ),
    ("en", "Djibouti's energy minister promised two pumps to Eritrea.", {"DJ promises"}, "told of him"),
    ("en", "Dirir said that Djibouti had promised two pumps to Eritrea.", {"DJ states"}, "his own account"),
    (
        "en",
        "By the memorandum the Djiboutian side undertakes to buy salt from Eritrea.",
        {"lacks is_its_own_undertaking"},
        "a paper",
    ),
    (
        "es",
        "Según Ozola, Estonia se comprometió a pagar el muelle de Letonia.",
        set(),
        "lo dice la otra",
    ),
    ("es", "Tamm se comprometió a pagar el muelle de Letonia.", {"EE promises"}, "lo hizo él"),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), ROWS, ids=[row[1][:60] for row in ROWS])
def test_a_column_needs_evidence(language: Language, text: str, expected: set[str], comment: str) -> None:
    told = set[str]()
    for claim in statements_behind(OPENING[language], text, language):
        lacking = [f"lacks {rule.removeprefix(LACKS)}" for rule in claim.rules if rule.startswith(LACKS)]
        assert bool(lacking) != claim.official
        told |= {*lacking} or {f"{claim.government} {claim.stance}"}
    assert told == expected, comment


VOICES: list[tuple[Language, str, str | None, str]] = [
    ("en", "Tekle said that Eritrea's president, Dawit Asmerom, wants the port of Djibouti opened.", "Saba Tekle", "who tells"),
    ("en", "“We reject the plan of Djibouti,” Tekle said.", "Saba Tekle", "who is quoted"),
    ("en", "Djibouti asked Eritrea to open the port.", None, "nobody"),
    (
        "en",
        "Tekle said that she had raised it with Djibouti and that Eritrea's president, Dawit Asmerom, would pursue it.",
        "Saba Tekle",
        "who tells, and not who will do it",
    ),
]


@pytest.mark.parametrize(("language", "text", "voice", "comment"), VOICES, ids=[row[1][:60] for row in VOICES])
def test_the_name_beside_a_position_is_who_says_it(language: Language, text: str, voice: str | None, comment: str) -> None:
    told = statements_behind(OPENING[language], text, language)
    assert {claim.voice.name if claim.voice else None for claim in told} == {voice}, comment

"""What takes a label back, or leaves a meeting open, does so in its own clause; beside each row one where it stands apart."""

from __future__ import annotations

import pytest
from behind_openings import statements_behind

from briefing.annotate.document import annotate
from briefing.extract import extract
from briefing.knowledge import load_knowledge
from briefing.model import Article, Event, Language

OPENING: dict[Language, str] = {
    "en": "Namibia's transport minister, Hilma Shilongo, met Angola's energy minister, Paulo Neto, on Monday.\n\n",
    "es": "La canciller boliviana, Nadia Choque, recibió al ministro paraguayo, Hugo Insfrán, el lunes.\n\n",
}

LABELS: list[tuple[Language, str, set[str], str]] = [
    # a measure that may be averted
    ("en", "Namibia will impose sanctions on Angola if the weir is not opened, Shilongo said.", {"NA threatens"}, "if"),
    ("en", "Namibia will impose sanctions on Angola, Shilongo said, unless the weir is opened.", {"NA threatens"}, "torn off"),
    (
        "en",
        "Shilongo said Namibia would impose sanctions on Angola unless the weir was opened.",
        {"NA threatens"},
        "said first",
    ),
    ("en", "Namibia will impose sanctions on Angola, Shilongo said.", {"NA announces"}, "nothing averts it"),
    (
        "en",
        "Namibia will impose sanctions on Angola, Shilongo said, adding that herders may cross if they have a permit.",
        {"NA announces"},
        "another's condition",
    ),
    (
        "en",
        "Namibia will impose sanctions on Angola, said Shilongo, who asked if the weir was safe.",
        {"NA announces"},
        "asked",
    ),
    ("es", "Bolivia impondrá sanciones a Paraguay si no abre la esclusa, dijo Choque.", {"BO threatens"}, "si"),
    ("es", "Bolivia impondrá sanciones a Paraguay, dijo Choque, a menos que abra la esclusa.", {"BO threatens"}, "detrás"),
    (
        "es",
        "Bolivia impondrá sanciones a Paraguay, dijo Choque, que preguntó si hay diésel.",
        {"BO announces"},
        "otra pregunta",
    ),
    # what the other side cannot avert
    ("en", "Shilongo said Namibia would impose sanctions on Angola if a judge ordered it.", {"NA states"}, "a judge's"),
    (
        "en",
        "Shilongo warned that Namibia would impose sanctions on Angola if its reserve fell below a tenth.",
        {"NA states"},
        "its own stock",
    ),
    ("en", "Namibia will impose sanctions on Angola if the blockade goes on, Shilongo said.", {"NA threatens"}, "a measure"),
    ("es", "Bolivia impondrá sanciones a Paraguay si un tribunal lo ordena, dijo Choque.", {"BO states"}, "un tribunal"),
    # a wish, and what will be done about it
    (
        "en",
        "Shilongo said Namibia still wanted joint patrols with Angola and would bring the matter up in June.",
        {"NA proposes"},
        "a wish",
    ),
    (
        "en",
        "Shilongo said Namibia would lend Angola two boats and would bring the matter up in June.",
        {"NA announces"},
        "two deeds",
    ),
    (
        "es",
        "Choque aseguró que Bolivia podrá suspender el envío de gas a Paraguay si su propia reserva cae por debajo del 12 %.",
        {"BO states"},
        "su propia reserva",
    ),
    # refused until then
    ("en", "Angola will not sign the treaty with Namibia before it has seen the map, Neto said.", {"AO states"}, "until then"),
    ("en", "Angola will not sign the treaty with Namibia, Neto said while touring a dam.", {"AO rejects"}, "when he said it"),
    ("en", "Angola will not sign the treaty with Namibia, Neto said before a session of the cabinet.", {"AO rejects"}, "when"),
    (
        "es",
        "Paraguay no firmará el tratado con Bolivia mientras no vea el mapa, dijo Insfrán.",
        {"PY states"},
        "hasta entonces",
    ),
    ("es", "Paraguay no firmará el tratado con Bolivia, dijo Insfrán mientras recorría una represa.", {"PY rejects"}, "cuándo"),
    (
        "es",
        "Paraguay no firmará el tratado con Bolivia, dijo el ministro Insfrán antes de una sesión del gabinete.",
        {"PY rejects"},
        "cuándo",
    ),
    ("en", "Angola will not lift the levy on Namibia without a treaty, Neto said.", {"AO states"}, "without it"),
    ("en", "Angola will not lift the levy on Namibia, Neto said without giving a reason.", {"AO rejects"}, "how he said it"),
    ("es", "Paraguay no levantará la tasa a Bolivia sin un tratado, dijo Insfrán.", {"PY states"}, "sin él"),
    ("es", "Paraguay no levantará la tasa a Bolivia, dijo Insfrán sin dar razones.", {"PY rejects"}, "cómo lo dijo"),
    (
        "en",
        "“Angola will not extend the line to Oshikango,” Neto said without elaborating.",
        {"AO rejects"},
        "how he said it",
    ),
    # a proviso
    (
        "es",
        "Bolivia comprará a Paraguay mil toneladas de sal, siempre y cuando baje el flete, precisó Choque.",
        {"BO states"},
        "siempre y cuando",
    ),
    (
        "es",
        "Bolivia comprará a Paraguay mil toneladas de sal, dijo Choque, que irá al puerto siempre y cuando deje de llover.",
        {"BO announces"},
        "su viaje",
    ),
    ("es", "Paraguay firmará el tratado con Bolivia, salvo si sube la tasa, dijo Insfrán.", {"PY states"}, "salvo si"),
    (
        "en",
        "Namibia supports the treaty with Angola, Shilongo said. “Without water there is no treaty,” she added.",
        {"NA states"},
        "takes it back",
    ),
    (
        "en",
        "Namibia supports the treaty with Angola, Shilongo said. Without rain the maize will wither, growers said.",
        {"NA supports"},
        "others speak of others",
    ),
    ("en", "Angola will sign the treaty with Namibia, provided Namibia lowers the levy, Neto said.", {"AO states"}, "provided"),
    ("en", "Angola will sign the treaty with Namibia on the boats provided by a lender, Neto said.", {"AO announces"}, "given"),
    (
        "es",
        "Bolivia apoya el tratado con Paraguay, dijo Choque. «Sin agua no hay tratado», añadió.",
        {"BO states"},
        "se retracta",
    ),
    (
        "es",
        "Bolivia apoya el tratado con Paraguay, dijo Choque. Sin lluvia se perderá el maíz, dijeron agricultores.",
        {"BO supports"},
        "hablan otros",
    ),
    # no more than that
    ("en", "Angola agreed to pay Namibia 40 million dollars and no more.", {"AO states"}, "capped"),
    ("en", "Angola agreed to pay Namibia 40 million dollars, and no more lorries will be held.", {"AO agrees"}, "of lorries"),
    ("es", "Paraguay aceptó pagar a Bolivia 40 millones de dólares y nada más.", {"PY states"}, "con tope"),
    # the same word, taken back
    (
        "en",
        "Namibia accepts the treaty with Angola, Shilongo said. Angola does not accept the quota, Neto said.",
        {"NA agrees", "AO rejects"},
        "another refuses another thing",
    ),
    (
        "en",
        "“We accept the treaty with Angola,” Shilongo said. “What we do not accept is the quota.”",
        {"NA rejects", "NA states"},
        "her own",
    ),
    (
        "es",
        "Bolivia acepta el tratado con Paraguay, dijo Choque. Paraguay no acepta la cuota, dijo Insfrán.",
        {"BO agrees", "PY rejects"},
        "otro rechaza otra cosa",
    ),
    # leaked, or only told beside a leak
    ("en", "Angola demanded that Namibia lower the levy, according to a leaked letter.", set(), "leaked"),
    (
        "en",
        "Angola demanded that Namibia lower the levy, according to a statement, two days after a leaked letter was published.",
        {"AO demands"},
        "published",
    ),
    ("es", "Según un borrador, Paraguay exigirá a Bolivia que baje la tasa.", set(), "filtrado"),
    # in whose words
    ("es", "Según la ministra boliviana, Nadia Choque, Paraguay debe pagar la draga.", {"BO demands"}, "según"),
    (
        "es",
        "En palabras de la ministra boliviana, Nadia Choque, Paraguay debe pagar la draga.",
        {"BO demands"},
        "en palabras de",
    ),
    ("es", "En opinión del ministro paraguayo, Hugo Insfrán, Bolivia debe pagar la draga.", {"PY demands"}, "en opinión de"),
    (
        "en",
        "In the words of Namibia's minister, Hilma Shilongo, Angola must pay for the dredger.",
        {"NA demands"},
        "in the words",
    ),
    ("en", "In the words of a lorry driver, Angola must pay for the dredger.", set(), "of nobody"),
    # ready to go to court
    (
        "en",
        "Namibia is ready to talk to Angola, Shilongo said, adding that ferries sail if there is no fog.",
        {"NA offers"},
        "fog",
    ),
    ("en", "Namibia is prepared to seek a ruling if Angola does not open the weir, Shilongo said.", {"NA states"}, "held out"),
]


@pytest.mark.parametrize(("language", "text", "stances", "comment"), LABELS)
def test_what_takes_a_label_back_is_in_its_clause(language: Language, text: str, stances: set[str], comment: str) -> None:
    told = statements_behind(OPENING[language], text, language)
    assert {f"{s.government} {s.stance}" for s in told} == stances, comment


MEETINGS: list[tuple[Language, str, str, str]] = [
    ("en", "Shilongo will meet Neto in Rundu on May 9. No decision has been made on the visit.", "unconfirmed", "of the visit"),
    (
        "en",
        "The meeting of Shilongo and Neto in Rundu, announced for May 9, has not been confirmed by Angola.",
        "unconfirmed",
        "not confirmed, in its own sentence",
    ),
    (
        "en",
        "The meeting of Shilongo and Neto in Rundu, about a catch that has not been confirmed, is on May 9.",
        "upcoming",
        "a catch that is not confirmed",
    ),
    (
        "en",
        "Shilongo will meet Neto in Rundu on May 9, a daily reported. The ministry said that no decision has been made.",
        "unconfirmed",
        "of nothing else",
    ),
    (
        "en",
        "Shilongo will meet Neto in Rundu on May 9. No decision has been made on whether he will travel by air.",
        "unconfirmed",
        "whether he travels",
    ),
    ("en", "Shilongo will meet Neto in Rundu on May 9. No decision has been made on the price of maize.", "upcoming", "maize"),
    (
        "en",
        "Shilongo will meet Neto in Rundu on May 9. No plans have been made for a press conference.",
        "upcoming",
        "the press",
    ),
    (
        "en",
        "Shilongo will meet Neto in Rundu on May 9. It has not been decided whether she will also go to Huambo.",
        "upcoming",
        "a further leg",
    ),
    (
        "es",
        "El ministro de Turismo, Andrés Lobo, canceló su viaje. Choque tenía previsto reunirse con Insfrán el 9 de mayo.",
        "upcoming",
        "de otro, y nadie más",
    ),
    (
        "es",
        "La ministra Inés Paz canceló su viaje. Quiroga tenía previsto viajar el 9 de mayo a Tarija para reunirse con Insfrán.",
        "upcoming",
        "de otra, por el apellido",
    ),
    ("en", "Shilongo will meet Neto in Rundu on May 9. The levy is still under discussion.", "upcoming", "the levy"),
    ("es", "Choque se reunirá con Insfrán en Tarija el 9 de mayo. La visita sigue en estudio.", "unconfirmed", "la visita"),
    (
        "es",
        "Choque se reunirá con Insfrán en Tarija el 9 de mayo. No hay una decisión, dijo la portavoz.",
        "unconfirmed",
        "nada más",
    ),
    (
        "es",
        "Choque se reunirá con Insfrán en Tarija el 9 de mayo. No hay ninguna decisión sobre el precio del maíz.",
        "upcoming",
        "el maíz",
    ),
    ("es", "Choque se reunirá con Insfrán en Tarija el 9 de mayo. No se ha decidido si subirá la tasa.", "upcoming", "la tasa"),
    ("en", "The meeting of Shilongo and Neto in Rundu on May 9 is in doubt.", "unconfirmed", "the meeting is"),
    ("en", "Shilongo will meet Neto in Rundu on May 9, and the maize harvest is in doubt.", "upcoming", "the harvest is"),
    ("es", "La reunión de Choque e Insfrán en Tarija el 9 de mayo está en el aire.", "unconfirmed", "la reunión"),
    ("es", "Choque se reunirá con Insfrán en Tarija el 9 de mayo, y la cosecha está en duda.", "upcoming", "la cosecha"),
    # a trip that is off takes with it what was planned for it, and nothing else
    ("en", "Shilongo has put off her trip to Luanda. She was due to meet Neto on May 9.", "postponed", "her own plan"),
    (
        "en",
        "Kenya's minister, Ann Wafula, has put off her trip to Luanda. Shilongo was due to meet Neto on May 9.",
        "upcoming",
        "others'",
    ),
    ("en", "Shilongo's summit was cancelled in 2020. Shilongo had planned to visit Luanda on May 9.", "upcoming", "years ago"),
    ("es", "Choque canceló su viaje a Asunción. Tenía previsto reunirse con Insfrán el 9 de mayo.", "cancelled", "su plan"),
    (
        "es",
        "El ministro chileno, Luis Vial, canceló su viaje a Asunción. Choque tenía previsto reunirse con Insfrán el 9 de mayo.",
        "upcoming",
        "de otros",
    ),
]


@pytest.mark.parametrize(("language", "text", "status", "comment"), MEETINGS)
def test_what_leaves_a_meeting_open_is_of_it(language: Language, text: str, status: str, comment: str) -> None:
    knowledge = load_knowledge()
    told = OPENING[language] + text
    article = Article(id="a1", file="a.txt", sha256="", text=told, language=language, published="2026-04-28")
    claims = extract(annotate(article, knowledge), knowledge)
    found = {c.status for c in claims if isinstance(c, Event) and c.meeting and c.date == "2026-05-09"}
    assert found == {status}, comment

"""A label is printed where the sentence has a shape that earns it; elsewhere the neutral one stands, and the line stays."""

from __future__ import annotations

import pytest
from behind_openings import statements_behind

from briefing.model import Language

OPENING: dict[Language, str] = {
    "en": "Namibia's foreign minister, Peter Amutenya, met Botswana's energy minister, Thato Kgosi, on Monday.\n\n",
    "es": "La canciller rumana, Ioana Munteanu, recibió al ministro búlgaro, Stoyan Petrov, el lunes.\n\n",
}

ROWS: list[tuple[Language, str, set[str], str]] = [
    # promises: a deed to come, by the one who promises
    ("en", "Namibia committed to paying Botswana half of the cost, Amutenya said.", {"NA promises"}, "a deed"),
    ("en", "Namibia remains committed to its friendship with Botswana, Amutenya said.", set(), "no deed"),
    ("en", "Namibia has promised no such map to Botswana, Amutenya said.", {"NA states"}, "nothing is promised"),
    ("es", "Bulgaria se comprometió a abrir el puente a los camiones rumanos, dijo Petrov.", {"BG promises"}, "un hecho"),
    ("es", "Rumanía reitera su compromiso con la amistad que la une a Bulgaria.", {"RO states"}, "ningún hecho"),
    (
        "es",
        "Petrov habló con Munteanu, quien, según él, se comprometió a abrir el puente de Bulgaria.",
        set(),
        "dicho por el otro",
    ),
    (
        "en",
        "Botswana will put off the release of funds for the road to Namibia, Kgosi warned.",
        {"BW states"},
        "a threat, and no promise",
    ),
    # what goes on, and what is not hidden, is refused or denied to nobody
    ("en", "Kgosi said that Botswana will not suspend the works on the road to Namibia.", {"BW states"}, "goes on"),
    ("es", "Bulgaria no suspenderá las obras del puente con Rumanía, dijo Petrov.", {"BG states"}, "sigue"),
    (
        "es",
        "Munteanu exigió la suspensión de las obras. Bulgaria no suspenderá las obras del puente con Rumanía, dijo Petrov.",
        {"RO demands", "BG rejects"},
        "se lo han pedido",
    ),
    (
        "es",
        "“No ocultamos nuestras diferencias con Bulgaria”, dijo Munteanu ante las acusaciones.",
        set(),
        "se muestran",
    ),
    # what must be, of anybody or only as it is meant
    ("en", "Kgosi said that every country must guard its own wells, also Namibia's neighbor.", {"BW states"}, "a maxim"),
    ("en", "Kgosi said that every Namibian lorry must leave the bridge.", {"BW demands"}, "of the other's lorries"),
    ("es", "Munteanu dijo a Bulgaria que quien cruza el puente debe pagar por él.", {"RO states"}, "una máxima"),
    ("es", "Petrov explicó que Rumanía debería recibir la mitad en junio.", {"BG states"}, "cómo se entiende"),
    ("es", "Petrov dijo que Rumanía tendría que cobrar menos si quiere más camiones.", {"BG states"}, "con un si"),
    ("es", "“Habría que preguntarle a la ministra de Bulgaria qué quiso decir”, dijo Munteanu.", {"RO states"}, "retórico"),
    # what is yet to be vetoed, what is only announced to be false, what a minister is asked
    (
        "es",
        "Petrov pidió una fecha y advirtió de que Bulgaria vetará el acuerdo con Rumanía.",
        {"BG requests"},
        "aún no lo ha vetado",
    ),
    ("en", "Kgosi announced that the reports about Namibia's lorries were false.", {"BW denies"}, "no announcement"),
    ("en", "Kgosi saw the bridge. He was asked whether Namibia would pay.", set(), "asked by others"),
    # who opens the sentence and does it, however sure a parser is
    (
        "en",
        "Namibian Foreign Minister Peter Amutenya on Sunday called on Botswana to postpone a planned levy.",
        {"NA requests"},
        "a day between",
    ),
    ("es", "Munteanu instó a Bulgaria a eliminar el sello de 25 euros.", {"RO requests"}, "sin más entre medias"),
    # what is to stay, what the other offers, what is over
    ("en", "Kgosi said he did not want the troops of Namibia to leave.", {"BW states"}, "they are to stay"),
    ("en", "Kgosi said he did not want the troops of Namibia to stay.", {"BW rejects"}, "they are to go"),
    ("en", "Kgosi said that Botswana does not want the talks with Namibia to end.", {"BW states"}, "they are to go on"),
    ("es", "Petrov dijo que no quiere que los soldados rumanos se vayan.", {"BG states"}, "han de quedarse"),
    ("es", "Petrov dijo que no quiere que los soldados rumanos se queden.", {"BG rejects"}, "han de irse"),
    ("en", "Botswana is ready to receive the maps offered by the Namibian side.", {"BW states"}, "the other's offer"),
    ("en", "Botswana is ready to accept the loan that Namibia has offered, Kgosi said.", {"BW states"}, "the same"),
    ("en", "Botswana is ready to share the maps with Namibia, Kgosi said.", {"BW offers"}, "its own"),
    ("es", "Bulgaria está dispuesta a recibir los mapas que ofrece Rumanía.", {"BG states"}, "lo ofrece el otro"),
    ("en", "“We have just finished two hours of work with our Namibian colleague,” Kgosi said.", set(), "time is over"),
    ("en", "“We have just lifted the ban on Namibian beef,” Kgosi said.", {"BW announces"}, "a measure is over"),
    # what had been raised before, what is only warned of
    (
        "en",
        "Amutenya, who first raised the possibility of a toll for Botswana on Tuesday, said it would not be charged.",
        {"NA states"},
        "raised before",
    ),
    ("en", "Kgosi warned Namibia that a cut in the water supply would be illegal.", {"BW states"}, "a warning"),
    ("en", "Kgosi said that the cut in the water supply by Namibia was illegal.", {"BW criticizes"}, "it is blamed"),
    (
        "es",
        "Bulgaria advirtió este lunes a Rumanía de que un recorte de agua sería ilegal y daría lugar a una multa.",
        {"BG states"},
        "una advertencia",
    ),
    ("es", "Petrov dijo que el recorte de agua de Rumanía es ilegal.", {"BG criticizes"}, "lo reprocha"),
    # wants: of another it is a request, of oneself no proposal
    ("en", "Botswana wants Namibia to open the road by May.", {"BW requests"}, "of another"),
    ("es", "Rumanía quiere que Bulgaria abra el puente en mayo.", {"RO requests"}, "de otro"),
    ("es", "Rumanía quiere que el acuerdo con Bulgaria incluya un tope.", {"RO proposes"}, "de nadie en particular"),
    ("en", "Botswana wants to settle the matter with Namibia as friends, Kgosi said.", {"BW states"}, "of itself"),
    ("en", "Kgosi said that Botswana did not wish to start a dispute with Namibia.", {"BW states"}, "refuses nothing"),
    ("es", "“No queremos que Bulgaria pague otra tasa”, dijo Munteanu.", {"RO rejects"}, "de otro"),
    # accuses: somebody
    ("en", "Kgosi blamed Namibia for the delay of the pipeline.", {"BW accuses"}, "somebody"),
    ("en", "Kgosi blamed the delay on a form that Namibia prints.", {"BW states"}, "a thing"),
    # requests, offers: one's own
    (
        "en",
        "Kgosi, who spent an hour there, said afterwards that he had conveyed the request and could not prejudge Namibia.",
        {"BW states"},
        "passed on",
    ),
    ("en", "Kgosi conveyed a request for more time to Namibia.", {"BW requests"}, "its own"),
    ("es", "Petrov dijo que transmitió la petición rumana.", {"BG states"}, "la de otro"),
    ("es", "Petrov transmitió una petición de prórroga a Rumanía.", {"BG requests"}, "la suya"),
    # supports: a proposal, a side
    ("en", "Amutenya welcomed the offer of Botswana.", {"NA supports"}, "an offer"),
    ("es", "Munteanu celebró que la fila de camiones búlgaros haya bajado a la mitad.", {"RO states"}, "un hecho"),
    (
        "es",
        "“La carta llegará hoy a Bulgaria y confiamos en los tribunales búlgaros”, dijo Munteanu.",
        {"RO states"},
        "cortesía",
    ),
    # agrees
    ("en", "“We are giving the deal with Botswana ten days,” Amutenya said.", {"NA states"}, "a deal that is there"),
    ("en", "Namibia and Botswana reached a deal on the border road on Monday.", {"NA agrees", "BW agrees"}, "a deal reached"),
    ("en", "Namibia softened its position in the dispute with Botswana on Monday.", {"NA states"}, "agrees to nothing"),
    (
        "es",
        "“Aceptamos las reglas de Bulgaria”, dijo Munteanu. “No aceptamos que las cambie cada mes”, añadió.",
        {"RO states"},
        "la frase siguiente lo retira",
    ),
    # demands
    ("en", "Botswana insists that the road to Namibia be paved.", {"BW demands"}, "what is to be done"),
    ("en", "Botswana insists that it cannot go on without the water of Namibia.", {"BW states"}, "what is so"),
    ("en", "Kgosi said Botswana has no overdue bill with Namibia.", {"BW states"}, "an adjective of a noun"),
    ("en", "“There will be no second gate for lorries from Botswana,” Amutenya insisted.", {"NA states"}, "an undertaking"),
    ("es", "“No habrá más peajes para los camiones de Bulgaria”, insistió Munteanu.", {"RO states"}, "un compromiso propio"),
    ("es", "Munteanu insistió en abrir el puente de Bulgaria.", {"RO demands"}, "lo que ha de hacerse"),
    # of whose subject a second verb is
    (
        "es",
        "Munteanu pidió que se baje la tasa; Bulgaria no aceptó, pero ofreció revisarla.",
        {"RO requests", "BG rejects", "BG offers"},
        "tras el punto y coma, de otro",
    ),
    ("en", "“Our half costs ten million and we have offers for it,” Amutenya said of Botswana.", set(), "offers that it has"),
    ("en", "Kgosi said he would break off the talks with Namibia if the dam is closed.", {"BW states"}, "only if"),
    ("en", "Opening a hall for traders from Namibia, which he opened late, Kgosi left.", set(), "opened, and not open to"),
    ("es", "Bulgaria necesita que el puente no se cierre a Rumanía.", set(), "una necesidad que ve el artículo"),
    ("es", "Pide camiones, y asegura que Bulgaria se los prometió a Rumanía.", set(), "lo asegura otro"),
    ("en", "“Our drivers are not hostages of Namibia,” Kgosi said.", {"BW states"}, "a figure of speech"),
    ("en", "Kgosi said that the fence was not a claim on Namibia, which had alleged it.", {"BW denies"}, "what was alleged"),
    ("en", "Kgosi made it clear that the map was not on the table with Namibia.", {"BW states"}, "where it is not"),
    ("en", "Kgosi insisted that the lorries from Namibia be released in May.", {"BW demands"}, "many are to be released"),
    (
        "en",
        "Botswana asked Namibia for a map; Namibia turned the request down, but invited Kgosi to Windhoek.",
        {"BW requests", "NA rejects", "NA offers"},
        "each its own",
    ),
    # what is not kept, what lasts
    ("es", "Bulgaria prometió en marzo cerrar la mina a Rumanía, y no lo ha hecho.", {"BG promises"}, "un reproche"),
    ("en", "Botswana promised to give Namibia a road, and it has not built it.", {"BW promises"}, "a reproach"),
    ("en", "Kgosi said that she had not spoken to Mr. Amutenya since the dispute began.", {"BW states"}, "what lasts"),
    ("en", "The Namibian ministry offered Botswana another reading.", set(), "nothing that can be given"),
    ("en", "Namibia has offered Botswana nothing but silence.", set(), "nor can silence"),
    ("es", "Letonia ofreció a Bulgaria una justificación.", set(), "ni una justificación"),
    ("en", "The Namibian ministry offered Botswana another pump.", {"NA offers"}, "a thing"),
    (
        "en",
        "Namibia will put off until January a toll for Botswana's lorries after unions and Botswana asked it for more time,"
        " the foreign minister said Saturday.",
        set(),
        "asked by the others",
    ),
    # own undertakings and refusals
    ("en", "“What we will not do is give Botswana a port,” Amutenya said.", {"NA states"}, "what is left undone"),
    ("es", "“Lo que no haremos es pagar el peaje de Bulgaria”, dijo Munteanu.", {"RO states"}, "lo mismo"),
    (
        "es",
        "“Si no hay firma en mayo, revisaremos el tratado con Bulgaria”, dijo Munteanu.",
        {"RO states"},
        "con condición, no una cita",
    ),
    ("es", "“Los controles de camiones búlgaros continuarán”, dijo Munteanu.", {"RO states"}, "no renuncia a ellos"),
    ("en", "“The limit on Botswana's lorries will stay,” Amutenya said.", {"NA states"}, "does not give it up"),
    ("es", "Rumanía no romperá relaciones con Bulgaria.", {"RO states"}, "sin que nadie lo diga"),
    ("es", "“No reconocemos el mapa de Bulgaria”, dijo Munteanu.", {"RO states"}, "lo que no se hace"),
    ("en", "Botswana wants the treaty applied, and it will close the dam to Namibian boats.", {"BW states"}, "it is Botswana"),
    ("es", "Rumanía mantiene su pedido de que Bulgaria abra el puente.", {"RO requests"}, "lo mantiene"),
    ("es", "Munteanu llamó a Petrov, a quien pidió que abra el puente.", {"RO states"}, "quien lo llamó"),
    ("es", "Rumanía no pagará a Bulgaria, dijo su ministro de Hacienda, Radu Ionescu.", {"RO rejects"}, "su ministro"),
    (
        "en",
        "Amutenya asked about the men who were held by Botswana, and called for talks.",
        {"NA requests"},
        "whoever asked, and not those held",
    ),
    # announces
    ("en", "Amutenya confirmed that he would travel to Botswana in June.", {"NA announces"}, "to come"),
    ("en", "Amutenya confirmed that sales to Botswana have been stable.", {"NA states"}, "what has been"),
    ("en", "“Namibia decides who fishes here, and not Botswana,” Amutenya said.", {"NA states"}, "a right"),
    ("es", "Munteanu dijo que Rumanía decidió cerrar el puente a los camiones de Bulgaria.", {"RO announces"}, "una decisión"),
    (
        "en",
        "Amutenya confirmed the call with Kgosi but said that no decision had been taken on Botswana.",
        {"NA states"},
        "held",
    ),
    ("en", "“We are not looking for a quarrel with Botswana,” Amutenya said.", {"NA states"}, "denies nothing done"),
    # what the words are of
    ("en", "Namibia said it would enforce the ban on Botswana's lorries from June.", {"NA announces"}, "who promises says so"),
    ("en", "Kgosi assured Namibia that the dam was safe.", {"BW states"}, "no deed"),
    ("en", "Kgosi assured Namibia that the dam would be opened.", {"BW promises"}, "a deed"),
    ("en", "Kgosi accepted that mistakes had been made in the talks with Namibia.", {"BW states"}, "admitted"),
    ("en", "Amutenya said the two countries had agreed to disagree.", {"NA states"}, "no agreement"),
    ("en", "Namibia said it would have accepted the plan of Botswana a year ago.", {"NA states"}, "has not come about"),
    ("en", "Amutenya welcomed the ambassador of Botswana at the airport.", set(), "received"),
    ("en", "Amutenya welcomed the men and said the gesture of Botswana was insufficient.", {"NA criticizes"}, "met"),
    ("en", "Amutenya said the captain from Botswana would receive a fair trial.", {"NA states"}, "a fair one"),
    ("en", "Amutenya said Namibia and Botswana had planned to sign an accord this month.", {"NA states"}, "a plan of before"),
    ("en", "Kgosi defended himself against the criticism from Namibia.", {"BW states"}, "himself"),
    ("en", "Kgosi insisted on the importance of good ties with Namibia.", {"BW states"}, "stressed"),
    ("en", "Amutenya asked reporters to leave before meeting Botswana's envoy.", {"NA states"}, "of no side"),
    ("es", "Rumanía condenó a dos traficantes búlgaros a seis años.", {"RO states"}, "una sentencia"),
    # where the act stands
    (
        "en",
        "Kgosi summoned the ambassador of Namibia to demand the release of the trucks.",
        {"BW demands"},
        "said to whom one turns to",
    ),
    ("en", "Kgosi will hold a call with Amutenya to agree on patrols with Namibia.", set(), "not yet agreed"),
    ("es", "Petrov viajará en mayo a Bucarest para acordar patrullas con Rumanía.", set(), "aún no acordado"),
    ("en", "Amutenya said that he had conveyed the request to Botswana's president.", {"NA states"}, "passed on"),
    ("en", "Amutenya made the same request to Botswana for water.", {"NA requests"}, "made once more"),
    ("en", "Amutenya reiterated the request for water from Botswana.", {"NA requests"}, "said again"),
    ("en", "Kgosi made a request to Namibia for water.", {"BW requests"}, "a noun that its verb makes"),
    ("es", "Petrov advirtió de que Bulgaria mantiene la denuncia contra Rumanía ante el tribunal.", {"BG states"}, "un papel"),
    ("es", "Munteanu reiteró su denuncia contra Bulgaria.", {"RO accuses"}, "la suya"),
    (
        "en",
        "Kgosi stated in January that Botswana would wait for the report of Namibia.",
        {"BW states"},
        "long ago",
    ),
    ("en", "Kgosi stated on Monday that Botswana would wait for the report of Namibia.", {"BW announces"}, "of this week"),
    ("en", "Kgosi said Botswana would not attend the talks with Namibia but would send engineers.", {"BW states"}, "but"),
    ("en", "Kgosi said Botswana would not attend the talks with Namibia.", {"BW rejects"}, "stays away"),
    ("en", "Kgosi said Botswana would not sell water to Namibia but would lend pumps.", {"BW rejects"}, "a sale is refused"),
    ("en", "Amutenya said it, though Botswana is willing to share the water with Namibia.", {"BW offers"}, "told besides"),
    ("es", "Munteanu, quien exigió a Bulgaria una respuesta, viajará en mayo.", {"RO demands"}, "en una relativa suya"),
    (
        "es",
        "Petrov rechazó la propuesta de Rumanía de cerrar el puente.",
        {"BG rejects", "RO proposes"},
        "un nombre con contenido",
    ),
    ("es", "Petrov agradeció la disposición de Rumanía.", set(), "solo se la nombra"),
    ("es", "El ministro Petrov aceptó la invitación de Rumanía.", {"BG agrees"}, "quien acepta, y no quien invita"),
    # a readiness: of the government itself, and for a deed
    ("en", "Botswana wants the gate to be open on Sundays to Namibian lorries.", {"BW states"}, "a thing is to be open"),
    ("en", "Kgosi said Namibia should keep the bridge open to trucks.", {"BW proposes"}, "a thing that is kept so"),
    ("en", "The embassy of Namibia will be open to visitors from Botswana on Monday, Amutenya said.", {"NA states"}, "let in"),
    ("en", "Namibia is open to talks with Botswana, Amutenya said.", {"NA offers"}, "its own"),
    ("en", "Amutenya said Namibia was open to the idea of a joint patrol with Botswana.", {"NA offers"}, "its own"),
    ("en", "Namibia is ready to turn to others if Botswana does not answer, Amutenya said.", {"NA states"}, "held out"),
    (
        "es",
        "Rumanía está dispuesta a llevar el caso a Bruselas si Bulgaria no responde, dijo Munteanu.",
        {"RO states"},
        "amago",
    ),
    ("es", "Rumanía está dispuesta a pagar la mitad del puente con Bulgaria, dijo Munteanu.", {"RO offers"}, "la suya"),
    # threats: forces that are asked for threaten nobody
    ("en", "Namibia will send soldiers to Botswana if the Union pays for them, Amutenya said.", {"NA states"}, "help"),
    ("es", "Rumanía enviará 80 policías a Bulgaria si recibe los vehículos, anunció Munteanu.", {"RO announces"}, "ayuda"),
    (
        "en",
        "Namibia will suspend the tax on lorries from Botswana if the road is repaired, Amutenya said.",
        {"NA states"},
        "eased",
    ),
    ("es", "Rumanía cerrará el puente si Bulgaria no paga, dijo Munteanu.", {"RO threatens"}, "un perjuicio"),
    # denials: what is not being said, or is let be, denies nothing
    ("en", "“We are not asking Botswana for charity, but for justice,” Amutenya said.", {"NA states"}, "a figure of speech"),
    ("en", "Amutenya said that he was not asking Botswana for money but for time.", {"NA states"}, "a figure of speech"),
    (
        "en",
        "Amutenya said he did not object to patrols by Botswana. He denied that they had begun.",
        {"NA states", "NA denies"},
        "let be",
    ),
    ("en", "“We have not asked Botswana for money,” Amutenya said.", {"NA denies"}, "of the past"),
    # announced is what is settled, and by the government
    ("en", "Namibia will decide on May 3 whether to ask Botswana for half of it, Amutenya said.", {"NA states"}, "whether"),
    ("es", "Munteanu dijo que Rumanía decidirá en mayo sobre el peaje de Bulgaria.", {"RO states"}, "por decidir"),
    ("en", "Amutenya will announce on Monday whether Namibia accepts the offer of Botswana.", {"NA states"}, "whether"),
    ("es", "Rumanía decidió reabrir el consulado en Bulgaria, dijo Munteanu.", {"RO announces"}, "decidido"),
    ("en", "Namibia will ask Botswana for 40 million dollars, according to a leaked letter from Amutenya.", set(), "leaked"),
    (
        "es",
        "Rumanía propondrá un fondo a Bulgaria, según un documento del Ministerio al que ha tenido acceso El Correo.",
        set(),
        "filtrado",
    ),
    # what had to be, or should have been, is asked of nobody
    ("en", "“Botswana should have told us earlier,” Amutenya said.", {"NA states"}, "too late"),
    ("es", "“Bulgaria debía avisar y no avisó”, dijo Munteanu.", {"RO states"}, "pasado"),
    ("es", "Munteanu dijo que Bulgaria tenía que pagar.", {"RO demands"}, "lo que dijo entonces"),
    (
        "en",
        "Kgosi said that Namibia was sincere but that the permits still had to be issued by the harbor board.",
        {"BW states"},
        "a third body's part",
    ),
    ("en", "Kgosi said that the road had to be paid by Namibia's government.", {"BW demands"}, "the other's part"),
    # what one would not do oneself blames nobody
    ("es", "“De Bulgaria no hay cifra y sería irresponsable que yo la diera”, dijo Munteanu.", {"RO states"}, "de sí mismo"),
    ("en", "“It would be irresponsible of me to name a figure for Botswana,” Amutenya said.", {"NA states"}, "of himself"),
    ("en", "“It would be irresponsible to pay Botswana's fee,” Amutenya said.", {"NA criticizes"}, "of a deed"),
    # who goes on to the terms refuses nothing yet
    (
        "es",
        "“No vamos a firmar a ciegas con Bulgaria. Si entregan las listas, podemos hablar de diez”, dijo Munteanu.",
        {"RO states"},
        "con condiciones",
    ),
    (
        "en",
        "“We will not sign blindly. If Botswana sends the lists, we can talk of ten,” Amutenya said.",
        {"NA states"},
        "on terms",
    ),
    (
        "en",
        "“We will not sign. If Botswana sends the lists, it can wait,” Amutenya said.",
        {"NA rejects", "NA states"},
        "no terms",
    ),
    # a courtesy before the turn is no half of a stance
    ("es", "Munteanu agradeció el apoyo búlgaro, pero exigió que el puente abra en mayo.", {"RO demands"}, "cortesía"),
    ("en", "Kgosi thanked Namibia for the maize but insisted that every lorry be weighed.", {"BW demands"}, "a courtesy"),
    ("en", "Kgosi admitted the delay of Namibia but rejected the fine.", {"BW states"}, "two halves"),
    ("en", "Kgosi welcomed Namibia's new decree and regretted the delay.", {"BW states"}, "praise and complaint"),
    ("en", "Kgosi welcomed Namibia's decree and thanked its judges.", {"BW supports"}, "praise and thanks"),
    # a polite wish, a guess, a suit
    ("en", "“We would like to keep talking to Botswana,” Amutenya said.", {"NA states"}, "of itself"),
    ("en", "Amutenya suggested that Namibia and Botswana share the cost.", {"NA proposes"}, "what may be done"),
    ("en", "Amutenya suggested there could be a political motive in Botswana.", {"NA states"}, "a guess"),
    ("es", "Munteanu sugirió que hubo presiones de Bulgaria.", set(), "una conjetura"),
    (
        "en",
        "“If the fence is moved, we will take Botswana to the tribunal,” Amutenya warned.",
        {"NA threatens"},
        "may be averted",
    ),
    ("es", "Bulgaria calificó como “muy desafortunadas” las palabras del presidente rumano.", {"BG criticizes"}, "llama"),
    # formulas of diplomats are of no matter
    ("en", "Amutenya reaffirmed the commitment of Namibia to its friendship with Botswana.", set(), "a formula"),
    ("es", "Munteanu reiteró su voluntad de seguir trabajando con Bulgaria.", set(), "una fórmula"),
    ("es", "Munteanu destacó los lazos de amistad de ambos pueblos, Rumanía y Bulgaria.", set(), "una fórmula"),
    ("es", "Munteanu reiteró su disposición a abrir el consulado en Bulgaria.", {"RO states"}, "de algo"),
]


@pytest.mark.parametrize(("language", "text", "expected", "comment"), ROWS, ids=[row[1][:60] for row in ROWS])
def test_a_label_is_earned(language: Language, text: str, expected: set[str], comment: str) -> None:
    told = {f"{c.government} {c.stance}" for c in statements_behind(OPENING[language], text, language)}
    assert told == expected, comment


ABOUT: list[tuple[Language, str, str, bool, str]] = [
    ("en", "Namibia asked Botswana to hand over the archive of the hospital.", "hospitals", False, "papers"),
    ("en", "Namibia asked Botswana to reopen the hospital.", "hospitals", True, "the thing itself"),
    ("es", "Rumanía pidió a Bulgaria el archivo del hospital.", "hospitals", False, "papeles"),
    ("es", "Rumanía pidió a Bulgaria el cierre del hospital.", "hospitals", True, "lo que se hace con él"),
    ("en", "“The matter does not belong on a bridge,” Amutenya said of Botswana.", "bridges", False, "a figure of speech"),
    ("en", "“We will not pay for the bridge to Botswana,” Amutenya said.", "bridges", True, "the thing itself"),
    ("es", "Bulgaria cobrará un peaje a Rumanía en el puente, anunció Petrov.", "bridges", False, "dónde se cobra"),
    # what only qualifies another thing, what has befallen it, who is asked
    ("en", "Namibia asked Botswana for the laboratory certificates.", "laboratories", False, "a modifier"),
    ("en", "Namibia will lift the pork ban, Amutenya told Botswana.", "pork", True, "what a ban is on"),
    ("es", "Rumanía defendió la tasa a los buques de Bulgaria.", "vessels", False, "de quién se cobra"),
    ("es", "Rumanía defendió la tasa a los buques de Bulgaria.", "levy", True, "de qué se trata"),
    ("es", "Rumanía pidió a Bulgaria doce cuadros robados de una iglesia.", "church", False, "lo que les pasó"),
    ("en", "Namibia asked Botswana to extradite the captain of the tanker.", "oil_tankers", False, "whose captain"),
    ("es", "Munteanu anunció que pedirá a la comisión mixta un censo en Bulgaria.", "binational_commission", False, "a quién"),
]


@pytest.mark.parametrize(("language", "text", "concept", "told", "comment"), ABOUT, ids=[row[1][:60] for row in ABOUT])
def test_what_it_is_about(language: Language, text: str, concept: str, told: bool, comment: str) -> None:
    found = {c for statement in statements_behind(OPENING[language], text, language) for c in statement.about or ()}
    assert (concept in found) == told, comment

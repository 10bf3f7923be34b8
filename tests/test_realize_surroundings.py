"""What a line's note quotes beside its own words: articles whose last sentence is told, and earlier sentences of theirs."""

from __future__ import annotations

import dataclasses

import pytest

from briefing.annotate.document import annotate
from briefing.knowledge import load_knowledge
from briefing.model import Article, Evidence, Fact, Language
from briefing.realize.edition import make_editions
from briefing.realize.notes.answering import answered, said_behind
from briefing.realize.notes.bringing import opening_of
from briefing.realize.notes.grounding import ground_of
from briefing.realize.notes.surroundings import surrounded
from briefing.realize.notes.tolls import later_count, later_toll
from briefing.realize.rungs.passages import passage_of

QUOTED = [
    (
        "en",
        "Interview on the Gozo ferry\n\nMinister Rita Borg spoke.\n\nWill Tunis return the nets?\n\nIt has paid. Malta’s "
        "inspectors keep the nets of two boats until June.",
        ["Will Tunis return the nets?"],
        "the question, and no three words of the answer",
    ),
    (
        "en",
        "Malta and Tunisia signed a pact on tuna in Sfax.\n\nIt rained in Tunis. Malta’s envoy, Rita Borg, said that Tunis "
        "should cap the number of hooks.",
        [],
        "what the article opens with says nothing of a line that leaves nothing open",
    ),
    (
        "en",
        "Malta joined a survey of reefs. Two reporters met the envoy, who feared a report.\n\nTunis will print the report on "
        "hooks in May. Malta’s envoy, Rita Borg, asked Tunis to send the report to Valletta.",
        ["Tunis will print the report on hooks in May."],
        "the thing by its name, in the nearest that says which",
    ),
    (
        "es",
        "Malta firmó un pacto. «Esas prácticas dañan el fondo», dijo un buzo de Gozo.\n\nEl atún subió en mayo. La ministra de "
        "Túnez, Amal Jlassi, dijo el lunes que esta práctica viola la ley de Túnez.",
        [],
        "another's talk of such things does not say which is meant",
    ),
    (
        "es",
        "Perú cerró una mina cerca de Tacna.\n\nChile exigirá un sello a cada carga de lana. El gremio calcula que el trámite "
        "costará 9 dólares por fardo. La ministra de Perú, Ana Ruiz, pidió a Chile que no cobre la tasa el primer año.",
        ["Chile exigirá un sello a cada carga de lana."],
        "which fee: what is imposed, and not what it costs",
    ),
    (
        "es",
        "Perú cerró una mina cerca de Tacna.\n\nChile aplica desde enero un derecho del 28 % a la lana peruana. La ministra "
        "de Perú, Ana Ruiz, advirtió que llevará el caso a un tribunal si Santiago no lo retira antes de mayo.",
        ["Chile aplica desde enero un derecho del 28 % a la lana peruana."],
        "which case: the court behind it is where it goes",
    ),
    (
        "es",
        "Perú cerró una mina cerca de Tacna.\n\nChile aplica un derecho a la lana peruana. La ministra de Perú, Ana Ruiz, "
        "advirtió que Lima llevará el caso de los sellos a un tribunal de comercio en mayo.",
        [],
        "the case of the seals",
    ),
    (
        "en",
        "Peru shut a mine near Tacna.\n\nBuses cannot cross until both countries sign the traffic protocol. Governor Juan "
        "Soto said that Peru was ready to sign in June, but that Chile had asked for more time to train its officials.",
        ["Buses cannot cross until both countries sign the traffic protocol."],
        "sign what: a day is no answer",
    ),
    (
        "en",
        "Peru shut a mine near Tacna.\n\nBuses cannot cross yet. Governor Juan Soto said that Peru was ready to sign the "
        "traffic protocol in June, but that Chile had asked for more time to train its officials.",
        [],
        "what both will sign is said",
    ),
    (
        "es",
        "Chile y Perú firmaron un acta en Arica.\n\nEn la cita participó la viceministra Eva Paz. El ministro de Perú, "
        "Juan Soto, no pudo asistir por hallarse en otra provincia y envió al director del puerto, Iván Díaz.",
        ["En la cita participó la viceministra Eva Paz."],
        "attend what: a cause is no answer",
    ),
    (
        "es",
        "Perú cerró una mina cerca de Tacna.\n\nEl ministro Juan Soto negó que Chile frene las devoluciones. Según sus datos, "
        "los consulados de Chile expidieron en 2025 salvoconductos en el 62 por ciento de los casos.",
        ["El ministro Juan Soto negó que Chile frene las devoluciones."],
        "whose figures: not those of the consulates behind them",
    ),
    (
        "es",
        "Perú cerró una mina cerca de Tacna.\n\nLos camiones son de dos empresas de Arica. La ministra de Perú, Ana Ruiz, "
        "aseguró que ambas cumplen la norma y pagan el peaje en regla.",
        ["Los camiones son de dos empresas de Arica."],
        "a pair of things, which the sentence before counts",
    ),
    (
        "es",
        "Perú cerró una mina cerca de Tacna.\n\nEl ministro Soto pidió liberar 40 cajas de uva retenidas en Ilo. La ministra "
        "de Perú, Ana Ruiz, aceptó revisarlas antes del viernes con un perito de Chile.",
        ["El ministro Soto pidió liberar 40 cajas de uva retenidas en Ilo."],
        "a pronoun that is written as one word with its verb",
    ),
    (
        "en",
        "Peru shut a mine near Tacna.\n\nPeru buys 3 million litres of milk a year at a price that lapses in June. "
        "Peru’s trade minister, Ana Ruiz, said that Lima could not accept a rise of 15 percent.",
        ["Peru buys 3 million litres of milk a year at a price that lapses in June."],
        "a rise of what",
    ),
    (
        "en",
        "Chilean Energy Minister Juan Soto began a visit to Norway on Tuesday.\n\nThe state utility cut exports to Chile by "
        "a third in February because of low reservoirs. Soto said the cut had cost Chile 12 million dollars.",
        [
            "Chilean Energy Minister Juan Soto began a visit to Norway on Tuesday.",
            "The state utility cut exports to Chile by a third in February because of low reservoirs.",
        ],
        "the sentence that has the thing, beside the one that names who speaks",
    ),
    (
        "es",
        "Perú cerró una mina cerca de Tacna. El coronel Paz, de la aduana, dijo que las tres barcas siguen en Ilo y que habrá "
        "una multa.\n\nLa canciller de Chile, Ana Ruiz, habló el lunes con su par, Luis Soto. En la conversación Chile propuso "
        "abrir una línea entre los dos servicios de guardacostas, pero Lima no ha contestado.",
        ["La canciller de Chile, Ana Ruiz, habló el lunes con su par, Luis Soto."],
        "two services of something are no two matters told before",
    ),
    (
        "en",
        "Peru inspects three jets of a firm. “We gave in to nobody; the company did its homework,” Minister Luis Paz said."
        "\n\nPaz insisted that the carrier would have to pay the airport charges that it owes. The company has offered to pay "
        "in 12 instalments, which Lima called a poor proposal.",
        [],
        "nothing has the thing by its name but somebody's talk",
    ),
    (
        "es",
        "La ministra de Chile, Ana Ruiz, habló el martes con el secretario de Energía de Perú, Luis Soto. El ministerio señaló "
        "que los funcionarios repasaron la agenda sin dar más detalles. Horas después Ruiz dijo que había pedido a su "
        "interlocutor aplazar noventa días la entrada en vigor del gravamen.",
        ["La ministra de Chile, Ana Ruiz, habló el martes con el secretario de Energía de Perú, Luis Soto."],
        "a partner without a name",
    ),
    (
        "es",
        "Perú elevó el tono por los controles. La ministra de Perú, Ana Ruiz, dijo que nadie avisó a Lima.\n\n“Nunca. Lo "
        "supimos por la prensa de la tarde y de la noche”, zanjó.\n\nEl ministerio chileno del Interior mantiene, en cambio, "
        "que la embajada de Perú fue avisada la noche del lunes.",
        ["La ministra de Perú, Ana Ruiz, dijo que nadie avisó a Lima."],
        "a contrast to what somebody has told by name",
    ),
    (
        "es",
        "Perú aplaza una feria. El Gobierno de Chile condicionó la salida del barco al pago de una deuda y rechazó que se "
        "vincule con el cobre.\n\n“Son dos asuntos distintos y nadie debería mezclarlos”, afirmó la canciller de Chile, Ana "
        "Ruiz, ante el Congreso de su país.",
        [
            "El Gobierno de Chile condicionó la salida del barco al pago de una deuda y rechazó que se vincule con el cobre.",
        ],
        "two matters of the sentence before",
    ),
    (
        "en",
        "Peru waits for rain. Peru’s foreign minister, Ana Ruiz, said that the boats had been stopped in Peru’s waters. The "
        "ambassador was handed a note on Monday night, she said.\n\nChile’s fisheries minister, Luis Paz, rejected the "
        "accusation.",
        ["Peru’s foreign minister, Ana Ruiz, said that the boats had been stopped in Peru’s waters."],
        "an accusation: the nearest words of somebody named",
    ),
    (
        "en",
        "Norway plans to charge ships that pass the Skagen lock a levy of 900 euros from March. Minister Kari Dahl met "
        "representatives of shipping firms.\n\nThe Minister promised that Chile would support the small firms.\n\n"
        "Chile calls on Norway to postpone it.",
        [],
        "no sentence near has what `it` means",
    ),
    (
        "es",
        "La canciller peruana, Ana Ruiz, fue recibida el martes en Oslo.\n\nLas ventas de calzado peruano a Noruega "
        "cayeron a la mitad desde que Oslo aplicó en mayo una sobretasa del 25 %. También hay quejas.\n\n"
        "La cita empezó hacia el mediodía y en ella se habló de energía. «Le dije al ministro que la medida es "
        "desproporcionada», comentó Ruiz.",
        [
            "La canciller peruana, Ana Ruiz, fue recibida el martes en Oslo.",
            "Las ventas de calzado peruano a Noruega cayeron a la mitad desde que Oslo aplicó en mayo una sobretasa del 25 %.",
        ],
        "a measure is what the article tells to have been imposed; who speaks",
    ),
    (
        "es",
        "La ministra noruega Kari Dahl negó el martes que los marineros chilenos del Tlaloc sean rehenes. El barco está "
        "retenido en Bergen por una deuda de 1,8 millones de coronas con la autoridad portuaria.\n\nLa ministra llamó al "
        "embajador de Chile, Juan Soto, a quien propuso que Chile adelante una parte del pago.",
        [
            "La ministra noruega Kari Dahl negó el martes que los marineros chilenos del Tlaloc sean rehenes.",
            "El barco está retenido en Bergen por una deuda de 1,8 millones de coronas con la autoridad portuaria.",
        ],
        "a payment is of the sum that was told last",
    ),
    (
        "es",
        "Noruega y Chile acordaron el martes vigilar los puertos.\n\nLos cancilleres hablaron de las 14 locomotoras que "
        "Noruega alquiló a Chile en 2022. El canciller chileno, Juan Soto, dijo que la deuda que reclama Oslo es de 2 "
        "millones de coronas y no la que se ha publicado.",
        ["Los cancilleres hablaron de las 14 locomotoras que Noruega alquiló a Chile en 2022."],
        "who claims a debt does not say for what",
    ),
    (
        "en",
        "Norway banned onion exports to Chile. The harvest fell by a third. Chilean Trade Minister Juan Soto called the "
        "measure hostile and said Chile would answer in kind.",
        ["Norway banned onion exports to Chile."],
        "a measure is somebody's: not the sentence before, which names nobody",
    ),
    (
        "es",
        "Noruega ofreció licencias de pesca a cambio de un gasoducto. El portavoz chileno, Juan Soto, recibió al ministro "
        "noruego, Lars Berg. Juan Soto negó cualquier relación entre ambos expedientes.",
        ["Noruega ofreció licencias de pesca a cambio de un gasoducto."],
        "two matters: not who met",
    ),
    (
        "en",
        "Norway and Chile will meet in Bergen on June 21, a diplomat said. Neither government has confirmed the meeting.\n\n"
        "Chile banned eel exports.",
        [],
        "a line that nothing limits",
    ),
    (
        "es",
        "P. La constructora Andes amenaza con dejar el puerto. ¿Qué hará Chile?\nR. Chile no responde a amenazas. "
        "Si la empresa se va, el contrato prevé una multa.",
        ["P. La constructora Andes amenaza con dejar el puerto.", "¿Qué hará Chile?", "R. Chile no responde a amenazas."],
        "a later sentence of an answer: what was asked tells which firm",
    ),
    (
        "en",
        "Norway leased two ferries to Chile in March. Nothing else changed. Talks began. Chile moved the ferries on Monday.",
        ["Norway leased two ferries to Chile in March."],
        "where the thing is named first, not the sentence before",
    ),
    (
        "es",
        "Noruega arrendó dos barcos a Chile. Nada más cambió. Chile retiró el lunes esos barcos.",
        ["Noruega arrendó dos barcos a Chile."],
        "a demonstrative",
    ),
    (
        "en",
        "Norway shut a port to trawlers in May. Lima had often spoken of eel.\n\nChile welcomed the decision on Monday.",
        ["Norway shut a port to trawlers in May."],
        "a word for a deed that nothing names: what the article opens with",
    ),
    (
        "es",
        "Noruega cerró un puerto a los barcos de Chile.\n\nEl salmón es la otra disputa entre Oslo y Lima. "
        "Chile impuso en mayo un cupo al salmón noruego. Las empresas de Bergen han perdido nueve millones de euros.\n\n"
        "El ministro Lars Berg viajará a Lima el martes para tratar el asunto.",
        ["Chile impuso en mayo un cupo al salmón noruego."],
        "the matter of the paragraph before: what somebody has done",
    ),
    (
        "en",
        "Norway shut a port to boats of Chile.\n\nSalmon is the other quarrel. Chile set a quota for salmon in May. "
        "Firms in Bergen have lost nine million euros.\n\n"
        "Minister Lars Berg will travel to Lima on Tuesday to discuss the issue.",
        ["Chile set a quota for salmon in May."],
        "the same in English",
    ),
    (
        "es",
        "Noruega cerró un puerto. Noruega pidió a Chile una lista de barcos. Lima esperó una semana.\n\n"
        "El embajador Pedro Ruiz dijo que trasladaría la petición a su capital y habló de los vuelos de la empresa Andes.",
        ["Noruega pidió a Chile una lista de barcos."],
        "to whom a request goes does not tell what it asks",
    ),
    (
        "es",
        "Noruega cerró un puerto. Los pescadores no viajarán a Lima. "
        "El ministro Lars Berg viajará el martes a Arica para ver a los armadores.\n\n"
        "El Gobierno de Bolivia protestó por ese viaje, que considera «un gesto hostil».",
        ["El ministro Lars Berg viajará el martes a Arica para ver a los armadores."],
        "a clause behind a comma does not tell which trip; of two the nearer",
    ),
    (
        "es",
        "Noruega cerró un puerto a los barcos de Chile. Los barcos esperan en Arica desde el lunes. "
        "El canciller de Chile, Pedro Ruiz, calificó la medida de «absurda» y anunció una queja en la sede de Ginebra.",
        ["Noruega cerró un puerto a los barcos de Chile."],
        "what a measure is called does not tell which it is",
    ),
    (
        "es",
        "Noruega cerró un puerto. La empresa Andes reducirá a la mitad sus vertidos en el lago. "
        "Lima la ve insuficiente. "
        "El viceministro Pedro Ruiz reclamó el cese total y anunció que su país retira a los peritos de la represa.",
        [],
        "nothing has the deed of the line",
    ),
    (
        "es",
        "Noruega cerró un puerto. Chile reiteró la queja por la muerte del marinero Juan Soto. "
        "El canciller Lars Berg aseguró a la prensa que el marinero se encontraba en tierra y prometió a Chile las pruebas.",
        ["Chile reiteró la queja por la muerte del marinero Juan Soto."],
        "a small word of the verb does not tell which sailor",
    ),
    (
        "en",
        "Norway shut a port. Ships pay 1.90 dollars for each tonne they carry. Chile asked that it be cut to 1.20 dollars.",
        ["Ships pay 1.90 dollars for each tonne they carry."],
        "a small word, and no thing before it",
    ),
    (
        "es",
        "Noruega cerró un puerto. Lima acusó el domingo al diputado Pedro Ruiz de mentir. "
        "«Nunca dije eso», afirmó el lunes Pedro Ruiz.",
        ["Lima acusó el domingo al diputado Pedro Ruiz de mentir."],
        "a word for whatever was told",
    ),
    (
        "en",
        "Norway shut a port. Ana Ruiz, the head of a fishing union in Lima, called it unfair. Ruiz praised Chile on Monday.",
        ["Ana Ruiz, the head of a fishing union in Lima, called it unfair."],
        "a surname: where the article says who she is",
    ),
    (
        "en",
        "Norway shut a port to trawlers. Lima waited. Talks began. Peru asked in May for the figures.",
        ["Norway shut a port to trawlers."],
        "a thing that nothing brings in: what the article opens with",
    ),
    (
        "es",
        "Noruega cerró un puerto. El ministro de Perú ofreció pagar la mitad de la deuda. Fue la primera vez. En mayo le "
        "exigieron que lo desmienta.",
        ["El ministro de Perú ofreció pagar la mitad de la deuda."],
        "the sentence before tells nothing",
    ),
    (
        "en",
        "Norway shut a port. Chilean divers found two hulls near Arica. Peru wants it cleared by May. It has hired a crane.",
        ["Chilean divers found two hulls near Arica.", "Peru wants it cleared by May."],
        "the sentence before points back itself",
    ),
    (
        "en",
        "Norway shut a port. Chile accuses nobody in Peru of the theft. Six sailors have been held so far.",
        ["Chile accuses nobody in Peru of the theft."],
        "nobody acts who is known by name, and the line counts on",
    ),
    (
        "es",
        "Noruega cerró un puerto. Chile ofreció revisar la tarifa que pagan los pilotos de altura en Arica. "
        "La ministra de Perú, Ana Ruiz, hablará del asunto con Noruega en mayo.",
        ["Chile ofreció revisar la tarifa que pagan los pilotos de altura en Arica."],
        "with whom a matter is talked of does not say which",
    ),
    (
        "en",
        "Norway shut a port. Lima wants Norwegian pilots on board. "
        '"A no in May can be a yes in June," the Chilean envoy, Juan Soto, said.',
        [],
        "talk asks for no word of the sentence before",
    ),
    (
        "en",
        "The Joint Committee on Herring met in Oslo. Chile paid for it. Norway will host the next Committee in June.",
        ["The Joint Committee on Herring met in Oslo."],
        "a name in short: where it stands in full",
    ),
    (
        "es",
        "El ministro Juan Soto habló en Oslo con la alcaldesa Kari Dahl. Chile cerró un puerto. Ambas partes se verán en mayo.",
        ["El ministro Juan Soto habló en Oslo con la alcaldesa Kari Dahl."],
        "two together: who they are",
    ),
    (
        "en",
        "A Baltic working group on eels met in Oslo. Chile was not there. It rained. The working group will meet in Lima.",
        ["A Baltic working group on eels met in Oslo."],
        "what an earlier sentence brings in with more words",
    ),
    (
        "en",
        "Norway shut a port.\n\nPeru held eleven trawlers in a bay near Callao. Lima has asked for a surveyor.",
        ["Peru held eleven trawlers in a bay near Callao."],
        "few words inside a paragraph: for what, the sentence before tells",
    ),
    (
        "es",
        "Chile detuvo a nueve pilotos noruegos y soltó a dos.\n\nEn Lima llovió toda la semana sin que nadie lo lamentara.\n\n"
        "La embajadora de Perú, Ana Ruiz, dijo el lunes a la prensa que irá a Oslo en mayo si los siete no vuelven.",
        ["Chile detuvo a nueve pilotos noruegos y soltó a dos."],
        "a number for people whom the article counts: what it opens with",
    ),
    (
        "en",
        "Norway shut a port.\n\nChile resold ferries to a bank in Lima. It rained.\n\nOslo was told in a note of the delay.\n\n"
        "Peru’s fisheries minister, Ana Ruiz, said on Monday that Chile would lose a loan unless it returned the ferries.",
        ["Chile resold ferries to a bank in Lima."],
        "a noun that the sentence before does not have: the first that has it",
    ),
    (
        "es",
        "Noruega cerró un puerto.\n\nChile pedirá a Perú que compense a los pilotos de altura de Arica.\n\n"
        "La ministra peruana de Pesca, Ana Ruiz, dijo el lunes que no había recibido ninguna solicitud y que irá a Oslo.",
        [],
        "a deed there is none of: another verb is no sure sign of it",
    ),
    (
        "en",
        "Norway shut a port.\n\nThe weather was bad that week in the whole of Lapland.\n\n"
        "Peru’s fisheries minister, Ana Ruiz, said on Monday that Lima had received no request for help from Oslo.",
        [],
        "… and the line says for what",
    ),
    (
        "en",
        "Norway shut a port.\n\nThe weather was bad.\n\nPeru’s fisheries minister, Ana Ruiz, asked Chile to open a bridge.",
        [],
        "who acts stands there by name, and nothing points back",
    ),
    (
        "en",
        "Norway shut a port.\n\nChile cut a fee and said that it would stay low.",
        [],
        "the small word means a noun before it",
    ),
    ("en", "Norway shut a port.\n\nChile welcomed the decision to shut a port.", [], "the line says which"),
    ("en", "Norway shut a port.\n\nChile will buy a ferry from the government of Peru.", [], "there is one government of Peru"),
    ("es", "Noruega cerró un puerto.\n\nChile pidió el lunes un plan al gobierno de Noruega.", [], "nothing leans"),
    ("en", "Chile welcomed the decision.", [], "nothing stands before it"),
    (
        "es",
        "Noruega cerró un puerto a la pesca.\n\nEl ministro Juan Soto recibió en Oslo a Kari Dahl, alcaldesa de Bergen. "
        "Pagaron la cena.\n\nCoincidieron en que la veda termine en mayo.",
        ["El ministro Juan Soto recibió en Oslo a Kari Dahl, alcaldesa de Bergen."],
        "what only several do: who they are",
    ),
    (
        "es",
        "Noruega cerró un puerto a la pesca.\n\nLa ministra noruega Kari Dahl recibió en Oslo al ministro de Perú, Juan Soto. "
        "Pagaron la cena.\n\nEn Lima llovió.\n\nLos dos ministros convinieron en que la veda termine en mayo.",
        ["La ministra noruega Kari Dahl recibió en Oslo al ministro de Perú, Juan Soto."],
        "two ministers: the first that names people of two countries",
    ),
    (
        "en",
        "Norway shut a port to trawlers. Peru’s fisheries minister, Ana Ruiz, also said that Lima would send more envoys too.",
        [],
        "a link that adds asks for nothing",
    ),
    (
        "en",
        "Norway gave Peru a boat, which ran aground. It rained for a week in the whole of Lapland.\n\nRepairs would cost "
        "19 million euros and last until May.",
        [],
        "a line that names nobody, where a paragraph begins: nothing has its thing",
    ),
    (
        "en",
        "Norway gave Peru a boat, which ran aground. It rained for a week in the whole of Lapland.\n\n"
        "The boat had been built for the coast guard of Chile. Repairs would cost 19 million euros and last until May.",
        ["The boat had been built for the coast guard of Chile."],
        "… few words inside its paragraph: the sentence before",
    ),
    (
        "en",
        "Norway gave Peru a boat, which ran aground.\n\nIt had been built in great haste for a colder sea than that. "
        "Repairs would cost 19 million euros and last until May.",
        ["It had been built in great haste for a colder sea than that."],
        "… and what that one leans on",
    ),
    (
        "en",
        "Norway shut a port.\n\nPeru seized a trawler off Callao. Nine men were killed on Monday when a fire broke out in "
        "the port of Arica, the Chilean navy said.",
        [],
        "people who are counted, and of whom is told what became of them and why",
    ),
    (
        "es",
        "Noruega cerró un puerto.\n\nLima reclama un avión que está retenido en Arica por orden de un juez. "
        "El Gobierno de Chile sostiene que se trata de un asunto de los tribunales en el que no puede intervenir sin mandato.",
        ["Lima reclama un avión que está retenido en Arica por orden de un juez."],
        "what is spoken of, however long the line",
    ),
    (
        "en",
        "Norway shut its largest port to trawlers.\n\nLima had often spoken of eel in the past year.\n\nPeru wants a refund.",
        [],
        "few words where a paragraph begins: the opening does not name the thing",
    ),
    (
        "es",
        "Noruega cerró un puerto.\n\nLa minera Antares exporta zinc a Lima. Chile debe 3 millones a la aduana. "
        "El ministro de Perú, Juan Soto, ofreció pagar la mitad de los atrasos antes de mayo si lo autoriza el Congreso.",
        [],
        "a thing that no earlier sentence has by its name",
    ),
    (
        "en",
        "Norway shut a port.\n\nPeru seized a trawler off Callao with its whole crew. Nine men are being held in Lima, "
        "according to the union.",
        ["Peru seized a trawler off Callao with its whole crew."],
        "people who are only counted",
    ),
    (
        "en",
        "Norway shut a port.\n\nThe Chilean energy ministry declined to comment. A spokeswoman recalled that Lima pays in May.",
        ["The Chilean energy ministry declined to comment."],
        "a speaker of nobody knows whom",
    ),
    (
        "es",
        "Chile cerró un puerto. Noruega convocó a la comisión mixta para mayo en Oslo. Chile pedirá allí la devolución de "
        "nueve buques que fueron incautados el año pasado por la aduana.",
        ["Noruega convocó a la comisión mixta para mayo en Oslo."],
        "a place that is pointed at is not who acts",
    ),
    (
        "en",
        "Chile sealed a mine. Norway’s minister, Kari Dahl, met her Chilean colleague, Juan Soto.\n\nThe mine had leaked "
        "for years into a lake near Arica.\n\nThe Norwegian minister replied that Oslo would pay half of the bill by May.",
        ["Norway’s minister, Kari Dahl, met her Chilean colleague, Juan Soto."],
        "the holder of an office without a name: where somebody of that country is named",
    ),
    (
        "en",
        "Chile sealed a mine. Norway’s foreign minister, Kari Dahl, met her Chilean colleague, Juan Soto.\n\nThe mine had "
        "leaked for years into a lake near Arica.\n\nThe Norwegian prime minister replied that Oslo would pay her in May and "
        "not before it.",
        [],
        "… and not somebody of another office",
    ),
    (
        "en",
        "An interview with Juan Soto, minister of Peru\n\nQ. The ferry cost 8 million. What will the new one cost?\n\n"
        "A. We have seen no bill. It will not be paid by the port.\n\nQ. And who pays?\n\nA. We will pay nine million in May.",
        ["Q. And who pays?"],
        "an answer: what is asked, and nothing of the answer before",
    ),
    (
        "en",
        "An interview with Juan Soto, minister of Peru\n\nQ. Who builds the ferry?\n\nA. Norway does.\n\n"
        "Q. Oslo says that Lima agreed to pay half. Did you?\n\nA. No. We offered nine million in May.",
        ["Q. Oslo says that Lima agreed to pay half.", "Did you?"],
        "a question of few words: what it is asked of",
    ),
    (
        "en",
        "Norway shut a port to trawlers. It rained for a week in the whole of Lapland.\n\n"
        "Chile told the mayor of the market that it would rain for a week in Lapland as well.",
        [],
        "a thing that no sentence brings in, and of no kind that leans",
    ),
    (
        "en",
        "Norway’s fisheries minister, Kari Dahl, dined in Lima with the Peruvian foreign minister, Ana Ruiz. "
        "It rained for a week in the whole of Lapland.\n\n"
        "The visit cost the mayor of Lima a vote.",
        ["Norway’s fisheries minister, Kari Dahl, dined in Lima with the Peruvian foreign minister, Ana Ruiz."],
        "a meeting that no noun brings in: who met",
    ),
    (
        "en",
        "Norway and Chile signed a pact on eels. It rained for a week in the whole of Lapland.\n\nThe embassy of Chile "
        "rejected what it called a lie, and said so in a letter to all who would read one.",
        [],
        "the small word is who acts",
    ),
    (
        "en",
        "Norway shut a port to trawlers in May. Chile spoke for the first half of the day about the talks in Oslo "
        "on cod and eels.",
        [],
        "a part of a time, and talks that a name tells apart",
    ),
    (
        "es",
        "Noruega cerró un puerto a los barcos de Chile. El Faro Boreal de la Tarde y sus lectores de Bergen.\n\n"
        "Chile retiró el lunes esos barcos.",
        ["Noruega cerró un puerto a los barcos de Chile."],
        "words without a verb",
    ),
    (
        "en",
        'Norway shut a port to trawlers in May. Arne Haugen wrote of eels. "The board used to meet in Lima. It has not '
        'met since the decision," he said.\n\nChile welcomed the decision on Monday.',
        [],
        "a decision that the article has not told right before",
    ),
    (
        "en",
        "Peru’s minister, Ana Ruiz, closed a port to trawlers from Norway. Norway’s fisheries minister, Kari Dahl, wants every "
        "boat let in.\n\n"
        "Ruiz refuses for now and will wait until a study is ready.",
        ["Peru’s minister, Ana Ruiz, closed a port to trawlers from Norway."],
        "somebody by her last name: who she is",
    ),
    (
        "en",
        "Norway shut a port. Forty Peruvian sailors are held in Bergen by the coast guard. Their lawyer, Eva Lund, will go to "
        "court. Peru’s embassy has asked for them to be let off with a fine, which Norway has turned down.",
        ["Forty Peruvian sailors are held in Bergen by the coast guard.", "Their lawyer, Eva Lund, will go to court."],
        "a note that a pronoun leads: with the sentence that names whom",
    ),
    (
        "es",
        "Noruega cerró un puerto. El ministro noruego, Lars Berg, recibió una carta de la ministra peruana, Ana Ruiz. En ella, "
        "Lima propone pagar la mitad del muelle de Bergen. Berg prometió contestarla antes de la visita de mayo.",
        [
            "El ministro noruego, Lars Berg, recibió una carta de la ministra peruana, Ana Ruiz.",
            "En ella, Lima propone pagar la mitad del muelle de Bergen.",
        ],
        "in it: in what",
    ),
    (
        "en",
        "Norway’s minister, Kari Dahl, denied that Norwegian eels were ill. She said "
        "that tests of 60 samples in Bergen had found nothing at all.",
        ["Norway’s minister, Kari Dahl, denied that Norwegian eels were ill."],
        "who acts is a pronoun: samples of what, the sentence before says",
    ),
    (
        "es",
        "P. ¿Cuántos peruanos han vuelto de Oslo?\nR. Cerca de 900 entre mayo y julio. Es menos que hace un año, pero sigue "
        "siendo demasiado.",
        ["P. ¿Cuántos peruanos han vuelto de Oslo?", "R. Cerca de 900 entre mayo y julio."],
        "how an answer began, without a verb",
    ),
    (
        "en",
        "Norway gave Peru a boat. On the new pier, a project of 30 million euros, Minister Kari Dahl said that work would go "
        "on.\n\nThe king was in Lima.\n\nSome 400 fishermen marched in Bergen against the project.",
        ["On the new pier, a project of 30 million euros, Minister Kari Dahl said that work would go on."],
        "how much it costs does not tell which project",
    ),
    (
        "en",
        "Norway and Peru quarrel over a seed store.\n\nThe fungus came in May, and the best lines sit in a store in Arica that "
        "lost power twice.\n\nPeru’s farm minister, Ana Ruiz, insists that nothing was lost.",
        [],
        "nothing of what: no word says",
    ),
    (
        "es",
        "Noruega pidió a Chile que sus maquinistas no hagan un examen de nivel B2. Un tren no es un poema. El ministro recordó "
        "que los noruegos deben aprobar esa prueba para circular por Chile.",
        ["Noruega pidió a Chile que sus maquinistas no hagan un examen de nivel B2."],
        "what is pointed at, though a purpose stands behind it",
    ),
    (
        "es",
        "Noruega cerró un puerto.\n\nKari cruzó el domingo la frontera con Perú por el puente nuevo. Desde enero han hecho "
        "el mismo camino más de 3.000 personas.",
        ["Kari cruzó el domingo la frontera con Perú por el puente nuevo."],
        "the same way as who",
    ),
    (
        "es",
        "Noruega cerró un puerto. Chile pidió a Perú que separe a los once chilenos de los presos comunes. El ministro "
        "peruano, Juan Soto, descartó cualquier trato especial.",
        ["Chile pidió a Perú que separe a los once chilenos de los presos comunes."],
        "any of a thing: of whom",
    ),
    (
        "en",
        "Norway shut a port. Peru said that sick salmon had come from Norwegian pens. Norway’s farm ministry denied that it "
        "had hidden anything.",
        ["Peru said that sick salmon had come from Norwegian pens."],
        "hidden what",
    ),
    (
        "es",
        "Noruega cerró un puerto.\n\nLa espera media es de dos días en Arica.\n\nEl ministro peruano del Interior, Juan "
        "Soto, dijo a este diario que no habrá redadas durante todo el verano y que los niños terminarán el curso.",
        [],
        "this newspaper is who writes",
    ),
    (
        "en",
        "Norway halted imports of Peruvian maize. Ana Ruiz asked Oslo on Monday to send inspectors first.\n\nSeparately, the "
        "two countries are close to a deal on seasonal workers.",
        [],
        "another matter, of which nothing before tells",
    ),
    (
        "es",
        "Chile comunica que Noruega prohibió los huevos chilenos mediante la resolución 33. La ministra Ana Ruiz pidió a Oslo "
        "dejar sin efecto la referida resolución.",
        ["Chile comunica que Noruega prohibió los huevos chilenos mediante la resolución 33."],
        "a participle that points",
    ),
    (
        "en",
        "Norway buys rice from Peru.\n\nAs for the 52 sailors held in Callao, a judge will decide in May.\n\nOslo’s foreign "
        "ministry, which filed the appeal, says that 12 of them are minors.",
        ["As for the 52 sailors held in Callao, a judge will decide in May."],
        "the article has turned to another matter",
    ),
    (
        "en",
        "The ministers of Norway and Peru met in Lima. They spoke of Peruvian drivers who wait for days.\n\nPeru’s "
        "minister, Ana Ruiz, demanded that Norway drop the rule that they unload their cargo.",
        [
            "The ministers of Norway and Peru met in Lima.",
            "They spoke of Peruvian drivers who wait for days.",
        ],
        "a minister and a country are not they",
    ),
]


@pytest.mark.parametrize(
    ("text", "behind", "quoted"),
    [
        (
            "Ana Ruiz insisted that Oslo had given its word.",
            "“They told me that the pier would be ready by May,” she said.",
            True,
        ),
        (
            "Ana Ruiz insisted that Oslo had given its word.",
            "“Nobody told us that the pier would be ready,” Juan Soto said.",
            False,
        ),
        ("Ana Ruiz insisted that Oslo had given its word.", "“No,” she said.", False),
    ],
)
def test_what_its_own_speaker_says_behind_a_short_line(text: str, behind: str, quoted: bool) -> None:
    whole = f"{text} {behind}"
    article = Article(id="a1", file="a.txt", sha256="", text=whole, language="en", published="2026-03-04")
    doc = annotate(article, load_knowledge())
    found = said_behind(passage_of(Evidence(article="a1", start=0, stop=len(text), text=text, language="en"), doc))
    assert (found is not None and found.span.of(whole) == behind) is quoted


TOLLS = [
    ("The toll rose to ten on Thursday, when the cook died.", "2026-03-06", True, "it has risen"),
    ("The death toll has risen to 11, the ministry said.", None, True, "an undated article: what has risen is later by itself"),
    ("Los muertos ascienden ya a diez.", "2026-03-06", True, "in another language"),
    ("The toll rose to 40 on Thursday.", "2026-03-06", False, "too many more: another accident"),
    ("Ten more boats left the port.", "2026-03-06", False, "no toll"),
]


@pytest.mark.parametrize(("later", "day", "quoted", "comment"), TOLLS, ids=[row[-1] for row in TOLLS])
def test_a_toll_that_has_risen(later: str, day: str | None, quoted: bool, comment: str) -> None:
    first = "Nine sailors of the Skarv drowned when she sank off Peru."
    language: Language = "es" if later.startswith("Los") else "en"
    begins = "El pesquero Skarv se hundió." if language == "es" else "The Skarv sank last week."
    articles = (
        Article(id="a1", file="a.txt", sha256="", text=f"Norway waits. {first}", language="en", published="2026-03-04"),
        Article(id="a2", file="b.txt", sha256="", text=f"{begins} {later}", language=language, published=day),
    )
    docs = {one.id: annotate(one, load_knowledge()) for one in articles}
    edition = make_editions(("en",), docs, load_knowledge(), "2026-03-06")["en"]
    start = len("Norway waits. ")
    piece = Evidence(article="a1", start=start, stop=start + len(first), text=first, language="en")
    found = later_toll(edition.passages.of(piece), edition)
    assert (found is not None and found.text == later) is quoted, comment


COUNTS = [
    ("On Friday 131 crates were on hold, up from 114 at the start of the week.", True, "told with what it was"),
    ("El viernes había 131 cajas retenidas, frente a las 114 del lunes.", True, "in another language"),
    ("Chile and Peru agreed to raise the number of crates from 114 to 180.", True, "raised from the very number"),
    ("El lunes acordaron elevar de 114 a 180 el número de becas.", False, "raised from it, but of another thing"),
    ("Chile has 131 ports, up from 90.", False, "another number"),
    ("On Friday 114 crates were sent back.", False, "it has not changed"),
    ("Prices fell to 900 from 114.", False, "too far away"),
]


@pytest.mark.parametrize(("later", "quoted", "comment"), COUNTS, ids=[row[-1] for row in COUNTS])
def test_a_count_that_has_changed(later: str, quoted: bool, comment: str) -> None:
    first = "Peru says that 114 crates have been held so far."
    language: Language = "es" if later.startswith("El") else "en"
    articles = (
        Article(id="a1", file="a.txt", sha256="", text=first, language="en", published="2026-03-02"),
        Article(id="a2", file="b.txt", sha256="", text=later, language=language, published="2026-03-06"),
    )
    docs = {one.id: annotate(one, load_knowledge()) for one in articles}
    edition = make_editions(("en",), docs, load_knowledge(), "2026-03-06")["en"]
    piece = Evidence(article="a1", start=0, stop=len(first), text=first, language="en")
    found = later_count(edition.passages.of(piece), edition)
    assert (found is not None and found.text == later) is quoted, comment


@pytest.mark.parametrize(("language", "text", "expected", "comment"), QUOTED, ids=[row[-1] for row in QUOTED])
def test_earlier_sentences_of_a_note(language: Language, text: str, expected: list[str], comment: str) -> None:
    article = Article(id="a1", file="a.txt", sha256="", text=text, language=language, published="2026-03-04")
    doc = annotate(article, load_knowledge())
    span = doc.sentences[-1].span
    piece = Evidence(article="a1", start=span.start, stop=span.stop, text=span.of(text), language=language)
    line = Fact(id="f-1", kind="statement", evidence=(piece,), text={language: piece.text}, basis={language: "native"})
    edition = make_editions((language,), {"a1": doc}, load_knowledge(), "2026-03-06")[language]
    assert [one.text for one in surrounded(line, edition)] == expected, comment
    assert all(text[one.start : one.stop] == one.text for one in surrounded(line, edition))


LIMITED = [
    (
        "en",
        "Norway shut a port. Peru’s fisheries minister, Ana Ruiz, said that Lima would hear any buyer.",
        "What we will not do is sell a pier.",
        True,
    ),
    ("es", "La ministra de Perú, Ana Ruiz, dijo que los viceministros podrían hablar con Chile.", "Yo, no. Todavía no.", True),
    ("en", "Norway shut a port. Peru’s fisheries minister, Ana Ruiz, praised Chile.", "She will fly to Oslo in May.", False),
    ("es", "Noruega cerró un puerto. La ministra de Perú, Ana Ruiz, viajará a Oslo.", "Perdió un vuelo el lunes.", False),
    (
        "en",
        "Norway shut a port. Peru’s fisheries minister, Ana Ruiz, said that Oslo’s boats may fish from June.",
        "Only boats that take an observer will get a permit.",
        True,
    ),
]


@pytest.mark.parametrize(("language", "text", "behind", "quoted"), LIMITED)
def test_what_limits_a_line_right_behind_it_is_quoted(language: Language, text: str, behind: str, quoted: bool) -> None:
    text = f"{'Oslo waited.' if language == 'en' else 'Oslo esperó.'} {text} {behind}"
    doc = annotate(
        Article(id="a1", file="a.txt", sha256="", text=text, language=language, published="2026-03-04"), load_knowledge()
    )
    span = next(one.span for one in doc.sentences if "Ana Ruiz" in one.span.of(text))
    piece = Evidence(article="a1", start=span.start, stop=span.stop, text=span.of(text), language=language)
    line = Fact(id="f-1", kind="statement", evidence=(piece,), text={language: piece.text}, basis={language: "native"})
    edition = make_editions((language,), {"a1": doc}, load_knowledge(), "2026-03-06")[language]
    assert [one.text for one in surrounded(line, edition) if one.start > span.start] == (
        [part if part.endswith(".") else f"{part}." for part in behind.split(". ")] if quoted else []
    )


ANSWERED = [
    ("en", "Peru asked Chile to lift the ban on squid.", "Chile turned down the request.", True, "the other side takes it up"),
    (
        "es",
        "Perú acusó a Chile de pescar en sus aguas.",
        "Chile negó que un barco suyo pescara allí.",
        False,
        "no noun, no sum",
    ),
    ("es", "Perú acusó a Chile de robar 40 millones de euros.", "Chile reconoce 20 millones de euros.", True, "another sum"),
    (
        "en",
        "Peru said that Chile owed it 40 million euros.",
        "The ministry admits 20 million euros.",
        True,
        "a body, and a sum",
    ),
    (
        "es",
        "Perú asegura que Chile le prometió dos barcos.",
        "En Lima nadie ha confirmado esa promesa.",
        True,
        "nobody confirms it",
    ),
    ("en", "Peru said that a port lost 40 tonnes of squid.", "Chile put the loss at half of that.", True, "less of that"),
    (
        "en",
        "Peru’s minister, Ana Ruiz, said that a toll of 9 euros had been agreed with Chile.",
        "Chile’s envoy, Juan Soto, said that no toll had been agreed.",
        True,
        "there is no such thing",
    ),
    (
        "es",
        "La peruana Antares construirá una fundición en el puerto chileno de Arica, anunció el lunes el Gobierno de Chile.",
        "Antares confirmó la noticia, pero indicó que la decisión final la tomará su directorio en mayo.",
        True,
        "its own actor still waits for something",
    ),
    (
        "en",
        "Peru said that the survey of the bay would take six weeks.",
        "Chile’s minister, Juan Soto, put the catch at 5,400 crates.",
        False,
        "two sums that count different things",
    ),
    (
        "en",
        "Chile’s minister, Juan Soto, announced the plan in Oslo with the union.",
        "The union was cautious: the date depends on the weather, it said.",
        False,
        "it waits for something, but the line does not begin with it",
    ),
    ("en", "Peru asked Chile for access to three sailors.", "The navy granted it on Tuesday.", True, "how it ended"),
    ("es", "Perú pidió a Chile garantías por escrito.", "Chile se negó.", True, "in two words"),
    ("en", "Peru asked Chile for access to three sailors.", "The navy granted two boats leave.", False, "another grant"),
    (
        "es",
        "Perú no ha decidido retirar a su embajadora.",
        "Dicha posibilidad será evaluada el martes por el gabinete.",
        True,
        "when it will be decided",
    ),
    ("en", "Peru asked Chile to lift the ban on squid.", "Peru repeated the request.", False, "the same side"),
    ("en", "Peru asked Chile to lift the ban on squid.", "Chile will host a fair in May.", False, "another matter"),
    ("en", "Peru asked Chile to lift the ban on squid.", "Both governments regret the decision.", False, "two together"),
    (
        "en",
        "Peru asked Chile to lift the ban on squid.",
        "The ministry published the decision.",
        False,
        "a body that denies nothing",
    ),
]


@pytest.mark.parametrize(("language", "text", "behind", "quoted", "comment"), ANSWERED, ids=[row[-1] for row in ANSWERED])
def test_what_the_other_side_answers_right_behind_a_line_is_found(
    language: Language, text: str, behind: str, quoted: bool, comment: str
) -> None:
    doc = annotate(
        Article(id="a1", file="a.txt", sha256="", text=f"{text} {behind}", language=language, published="2026-03-04"),
        load_knowledge(),
    )
    found = answered(passage_of(Evidence(article="a1", start=0, stop=len(text), text=text, language=language), doc))
    assert (found is not None and found.span.of(doc.article.text) == behind) is quoted, comment


def test_the_end_of_a_paragraph_on_another_matter_is_no_ground() -> None:
    """`taking the case to a tribunal` behind a paragraph on diesel."""
    lead = "Peru has summoned Chile’s ambassador over the seizure of four boats off Ilo."
    text = (
        f"{lead}\n\nA Chilean firm supplies most of the diesel that Peru burns, and its contract lapses in June. Peru’s energy "
        "minister, Luis Paz, will fly to Santiago to discuss two more years of diesel with a Chilean firm.\n\nForeign Minister "
        "Ana Ruiz did not rule out taking the case to a tribunal, but said that she preferred to settle it as neighbours."
    )
    article = Article(id="a1", file="a.txt", sha256="", text=text, language="en", published="2026-03-04")
    doc = annotate(article, load_knowledge())
    span = doc.sentences[-1].span
    line = Evidence(article="a1", start=span.start, stop=span.stop, text=span.of(text), language="en")
    found = ground_of(passage_of(line, doc), load_knowledge())
    assert found is not None
    assert found.span.of(text) == lead


OPENINGS = [
    (
        "Lorries wait in the dust of the Chaco.",
        "Don Rojas has slept eleven nights under a lorry of Peru.",
        False,
        "a scene",
    ),
    (
        "Peru halts a cable tender, Chile protests.",
        "Peru on Monday halted the tender for a third cable to Chile.",
        True,
        "what the title tells",
    ),
    (
        "Arica drivers wait for Peru.",
        "ARICA, Peru - Don Rojas has slept eleven nights under a truck.",
        False,
        "a scene, whose dateline has words of the title",
    ),
]


@pytest.mark.parametrize(("title", "opening", "quoted", "comment"), OPENINGS, ids=[row[-1] for row in OPENINGS])
def test_what_an_article_opens_with_takes_its_title_up(title: str, opening: str, quoted: bool, comment: str) -> None:
    text = f"{title}\n\n{opening}\n\nThe losses came to 3 million."
    doc = annotate(
        Article(id="a1", file="a.txt", sha256="", text=text, language="en", published="2026-03-04"), load_knowledge()
    )
    first, *rest = doc.sentences
    doc = dataclasses.replace(doc, sentences=(dataclasses.replace(first, kind="title"), *rest))
    span = doc.sentences[-1].span
    line = Evidence(article="a1", start=span.start, stop=span.stop, text=span.of(text), language="en")
    assert bool(opening_of(passage_of(line, doc))) is quoted, comment

"""Rows of meetings with their cells: KIND STATUS DATE PLACE: PEOPLE, else the countries; memos are of Friday, "
"6 March 2026."""

from __future__ import annotations

import pytest
from made_weeks import brief_of

from briefing.model import Language, Meeting

ROWS: list[tuple[Language, list[str], list[str], str]] = [
    (
        "en",
        [
            "Gambian Foreign Minister Omar Jallow will visit Dakar next week, local media reported. "
            "Senegal said that talks were under way but no decision had been made. "
            "A daily earlier reported that Jallow will visit Dakar next week for talks with Foreign Minister Awa Sene."
        ],
        ["visit unconfirmed 2026-03-09/2026-03-15 Dakar: Omar Jallow"],
        "one journey of which nothing is decided is not announced beside it",
    ),
    (
        "en",
        [
            "Vietnam protested on Wednesday over a dam that Laos is building. The two countries are to hold the "
            "9th round of "
            "their Bilateral Consultation Mechanism in Da Nang on March 20."
        ],
        ["talks upcoming 2026-03-20 Da Nang: LA, VN"],
        "a round of a body of theirs",
    ),
    (
        "es",
        [
            "Ecuador protestó el miércoles por una presa que Perú construye. "
            "Los dos países celebrarán la novena ronda de su Mecanismo de Consultas en Loja el 20 de marzo."
        ],
        ["talks upcoming 2026-03-20 Loja: EC, PE"],
        "una ronda de un órgano de los dos",
    ),
    (
        "en",
        [
            "Lao Foreign Minister Kham Souvanna will visit Hanoi next week, the ministry said. "
            "Souvanna, who will be in the Vietnamese capital on the 10th and 11th, will discuss rice quotas."
        ],
        ["visit upcoming 2026-03-10/2026-03-11 Hanoi: Kham Souvanna"],
        "the days that the sentence behind gives",
    ),
    (
        "es",
        [
            "El canciller de Uruguay, Pablo Ferrari, visitará Brasilia la próxima semana. "
            "Ferrari, que estará en la capital brasileña los días 10 y 11, hablará de la leche."
        ],
        ["visit upcoming 2026-03-10/2026-03-11 Brasilia: Pablo Ferrari"],
        "los días que da la frase de detrás",
    ),
    (
        "es",
        [
            "Un avión fletado por el Gobierno indio aterrizó la noche del lunes en Hindon, cerca de Nueva Delhi, con 141 "
            "obreros rescatados de las minas de Pakokku, en el oeste de Birmania, informó el Ministerio de Exteriores."
        ],
        [],
        "a flight with those whom it brings home is no visit",
    ),
    (
        "en",
        [
            "Kenya has recalled its ambassador to Tanzania, Grace Mwangi, for consultations. "
            "Mwangi will travel to Nairobi on 8 March, the ministry said. Tanzania said it regretted the step."
        ],
        [],
        "an envoy who comes home pays no visit",
    ),
    (
        "en",
        [
            "Zambian Foreign Minister Joseph Phiri and his Botswana counterpart, Neo Kgosi, spoke by telephone "
            "on Wednesday. "
            "The ministers agreed to convene the Joint Fisheries Committee, which will meet in Kasane on 20 March."
        ],
        ["meeting upcoming 2026-03-20 Kasane: BW, ZM", "call held 2026-02-25 -: Joseph Phiri, Neo Kgosi"],
        "who convenes a committee is not who meets",
    ),
    (
        "es",
        [
            "El palacio José Santos, sede de la Cancillería uruguaya, recibió el jueves al canciller de Perú, "
            "Óscar Paredes, "
            "quien se reunió con su homóloga, Lucía Quiroga."
        ],
        ["meeting held 2026-02-26 -: Lucía Quiroga, Óscar Paredes"],
        "who gives a building its name is not there",
    ),
    (
        "en",
        [
            "Chilean Foreign Minister Ana Ruiz and Norwegian Fisheries Minister Per Lund met in May. Prices rose in both. "
            "She will lead a delegation to Oslo on 20 March for talks with Lund."
        ],
        ["talks upcoming 2026-03-20 Oslo: Per Lund"],
        "where the delegation goes, and whom it meets, though nobody knows who she is",
    ),
    (
        "es",
        [
            "La ministra chilena Rosa Díaz encabezará una delegación a Lima el 20 de marzo para conversaciones "
            "con Luis Soto, "
            "ministro peruano."
        ],
        ["meeting upcoming 2026-03-20 Lima: Luis Soto, Rosa Díaz"],
        "where the delegation goes of who is named",
    ),
    (
        "es",
        [
            "El canciller de Chile, Mario Vega, habló el lunes por teléfono con su homóloga peruana, Elsa Rojas. "
            "El comercio creció un 3 %. Los transportistas protestan desde enero. El puente sigue cerrado. "
            "Los dos cancilleres se verán el 20 de marzo en Bogotá, al margen de la reunión de la Celac."
        ],
        [
            "meeting upcoming 2026-03-20 Bogotá: Elsa Rojas, Mario Vega",
            "call held 2026-03-02 -: Elsa Rojas, Mario Vega",
        ],
        "by their office alone, and the occasion is no party",
    ),
    (
        "en",
        [
            "Security Minister Tom Phiri of Malawi said that the men crossed on Monday. Zambia's interior minister, Joy "
            "Banda, told state television that it was a gift. The two ministers are to meet on March 22 in "
            "Chipata to review "
            "the plan."
        ],
        ["meeting upcoming 2026-03-22 Chipata: Joy Banda, Tom Phiri"],
        "the only two ministers whom the article has named",
    ),
    (
        "en",
        [
            "Zambia's foreign minister, Joy Banda, praised the plan. Zambia's interior minister, Ana Mwale, did not. "
            "Malawi's interior minister, Tom Phiri, said the men crossed. The two countries' ministers will "
            "meet on March 22 "
            "in Chipata."
        ],
        ["meeting upcoming 2026-03-22 Chipata: MW, ZM"],
        "of three ministers nobody knows which two",
    ),
    (
        "es",
        [
            "La ministra de Energía de Chile, Rosa Díaz, se reunió el lunes en Tacna con el ministro de Energía "
            "de Perú, Juan "
            "Quispe. Ambas delegaciones volverán a verse el 20 de marzo en Arica para revisar el trazado.",
            "La ministra de Energía de Chile, Rosa Díaz, y el de Perú, Juan Quispe, hablaron del trazado. Los "
            "técnicos de los "
            "dos países volverán a reunirse en Arica el 22 de marzo.",
        ],
        ["meeting upcoming 2026-03-20 Arica: CL, PE", "meeting held 2026-03-02 Tacna: Juan Quispe, Rosa Díaz"],
        "who is in the delegations nobody says; in one town on neighbouring days one meeting",
    ),
    (
        "en",
        [
            "Kenya's foreign minister, Ana Mwangi, spoke by phone on Sunday with Uganda's prime minister, Tom Okello, who "
            "asked for tents. She said she would travel to Kampala herself on March 18.",
            "Kenya's foreign minister, Ana Mwangi, will visit Kampala on March 17. Trade grew by 3%.",
        ],
        ["visit upcoming 2026-03-17 Kampala: Ana Mwangi", "call held 2026-03-01 -: Ana Mwangi, Tom Okello"],
        "she is who is the subject of the sentence before: one visit, of which two days are told",
    ),
    (
        "en",
        [
            "Uganda's prime minister, Joy Okello, spoke by phone on Sunday with Kenya's foreign minister, Ana Mwangi. "
            "She said she would travel to Kampala herself on March 18.",
            "Kenya's foreign minister, Ana Mwangi, will visit Kigali on March 17. Trade grew by 3%.",
        ],
        [
            "visit upcoming 2026-03-17 Kigali: Ana Mwangi",
            "visit upcoming 2026-03-18 Kampala: ",
            "call held 2026-03-01 -: Ana Mwangi, Joy Okello",
        ],
        "another subject and another place: nobody knows who she is",
    ),
    (
        "en",
        [
            "Fisheries officials of Peru and Chile will meet on Wednesday in Tacna to review the map, both governments said.",
            "TACNA, March 4. Fisheries officials from Peru and Chile failed on Wednesday to agree on the map, "
            "but decided to "
            "meet again on March 17 in Arica.",
        ],
        ["meeting upcoming 2026-03-17 Arica: CL, PE", "meeting held 2026-03-04 Tacna: CL, PE"],
        "who that day decides to meet again has met",
    ),
    (
        "en",
        [
            "Fisheries officials of Peru and Chile will meet on Friday in Tacna to review the map, both governments said.",
            "Fisheries officials from Peru and Chile decided to meet again on March 17 in Arica.",
        ],
        ["meeting upcoming 2026-03-06 Tacna: CL, PE", "meeting upcoming 2026-03-17 Arica: CL, PE"],
        "told before that day: still to come",
    ),
    (
        "en",
        ["Peru's fishing minister, Juan Quispe, who meets his Chilean opposite number on Friday, said he wanted more."],
        ["meeting upcoming 2026-03-06 -: Juan Quispe"],
        "in the present tense of a day of the week: to come",
    ),
    (
        "es",
        [
            "Chile y Perú celebraron el lunes en Tacna una reunión de sus cancilleres. La reunión fue la primera desde que "
            "en enero comenzaron las obras."
        ],
        ["meeting held 2026-03-02 Tacna: CL, PE"],
        "since when works go on is no day of the meeting",
    ),
    (
        "es",
        ["El primer tren de Perú saldrá el 20 de marzo, precisó el jefe de la Junta de Trenes, Juan Sosa."],
        [],
        "a body by whose name somebody is its head is no meeting",
    ),
    (
        "es",
        [
            "La canciller chilena, Rosa Díaz, confirmó que viajará a Lima el 23 de marzo para reunirse con su "
            "homólogo, Juan "
            "Quispe. Díaz propuso que la comisión fronteriza, que no se reúne desde 2023, lo haga antes de junio en Arica."
        ],
        ["meeting upcoming 2026-03-23 Lima: Juan Quispe, Rosa Díaz"],
        "that a body has not met for years changes no plan",
    ),
    (
        "es",
        [
            "Los ministros de Exteriores de Chile, Rosa Díaz, y de Perú, Juan Quispe, pactaron este martes en "
            "Tacna que una "
            "comisión investigue el incendio."
        ],
        ["meeting held 2026-03-03 Tacna: Juan Quispe, Rosa Díaz"],
        "who agreed on something at a place met there, and will not only do so",
    ),
    (
        "en",
        [
            "Peru's foreign minister, Juan Quispe, will travel to Chile next week, a source said.",
            "Chile and Peru differ on a border post. A joint military committee that was to meet on March 10 has been called "
            "off because of the Chilean side's elections.",
        ],
        ["visit upcoming 2026-03-09/2026-03-15 Chile: Juan Quispe", "meeting cancelled 2026-03-10 -: CL, PE"],
        "a committee that is off is not somebody's journey of that week",
    ),
    (
        "en",
        [
            "Peru's energy minister, Juan Quispe, spoke of Chile. The two countries' water commission is due to meet in "
            "Tacna on March 20. "
            "Quispe will lead the Peruvian delegation, his office said."
        ],
        ["meeting upcoming 2026-03-20 Tacna: Juan Quispe"],
        "who will lead a delegation, in the sentence behind",
    ),
    (
        "en",
        [
            "Chile's deputy minister, Rosa Díaz, spoke of gas. Chile and Peru will hold talks in Tacna on March 20. Díaz "
            "will represent Chile at a fair."
        ],
        ["talks upcoming 2026-03-20 Tacna: CL, PE"],
        "not who stands for a country elsewhere",
    ),
    (
        "en",
        [
            "Chile's trade minister, Rosa Díaz, will hold talks with her Vietnamese counterpart, Pham Duc Long, "
            "in Santiago "
            "on March 16.",
            "Chilean Trade Minister Rosa Díaz met companies to prepare for talks with the Vietnamese minister, "
            "H.E. Pham Duc "
            "Long. The talks, originally scheduled for March 16, will now take place on March 17 at the Government Complex "
            "in Arica.",
        ],
        ["talks upcoming 2026-03-17 Arica: Pham Duc Long, Rosa Díaz"],
        "the talks moved to another day and place keep their people, by their whole names",
    ),
    (
        "en",
        [
            "President Ana Mora of Chile spoke with her Peruvian counterpart, Juan Quispe, on Tuesday, a spokeswoman said, "
            "and the two agreed to see each other at the regional summit in Quito on March 23."
        ],
        ["meeting upcoming 2026-03-23 Quito: Ana Mora, Juan Quispe", "talks held 2026-03-03 -: Ana Mora, Juan Quispe"],
        "the two who agreed to see each other at a summit",
    ),
    (
        "es",
        [
            "El ministro chileno Mario Vega recibió al ministro peruano Juan Quispe el lunes en Tacna. Las dos partes "
            "acordaron crear un comité de emergencia que se reunirá el 19 de marzo en Arica."
        ],
        ["meeting upcoming 2026-03-19 Arica: CL, PE", "meeting held 2026-03-02 Tacna: Juan Quispe, Mario Vega"],
        "the committee that two agreed to set up is theirs",
    ),
    (
        "en",
        [
            "Peru agreed on Monday to buy more power from Chile. The accord was announced after a meeting in Lima between "
            "the Peruvian minister, Juan Quispe, and his Chilean colleague, Rosa Díaz."
        ],
        ["meeting held 2026-03-02 Lima: Juan Quispe, Rosa Díaz"],
        "on the day of the news that the sentence before tells",
    ),
    (
        "en",
        [
            "Peru agreed on Monday to buy more power from Chile. The Peruvian minister, Juan Quispe, had met his Chilean "
            "colleague, Rosa Díaz, in Lima."
        ],
        [],
        "what had been before has no day of the news, and no row",
    ),
    (
        "es",
        [
            "El presidente de Chile, Mario Vega, conversará sobre este asunto con su homólogo peruano durante "
            "la cumbre del "
            "Mercosur que se celebrará en Asunción el 25 de marzo."
        ],
        ["talks upcoming 2026-03-25 Asunción: Mario Vega"],
        "who talk during another's summit are one meeting, with its day and place",
    ),
    (
        "es",
        [
            "Chile y Perú acordaron que los jefes de Estado Mayor de los dos ejércitos se reúnan el 16 de marzo "
            "en Arica. El "
            "subcomité binacional del Golfo tiene previsto reunirse el 28 de marzo en Tacna."
        ],
        ["meeting upcoming 2026-03-16 Arica: CL, PE", "meeting upcoming 2026-03-28 Tacna: CL, PE"],
        "a rank is nobody's name, and a subcommittee meets",
    ),
    (
        "en",
        [
            "Chile on Monday authorised the mill, a decision that prompted Peru to summon the Chilean ambassador in Lima "
            "within hours. Peru's Foreign Ministry rejected it. It summoned Ambassador Rosa Díaz to appear on Wednesday "
            "morning."
        ],
        ["meeting unconfirmed 2026-03-04 -: Rosa Díaz"],
        "one summons, on the day for which the envoy is called",
    ),
    (
        "es",
        [
            "Chile y Perú celebraron el lunes una reunión. El próximo encuentro será el 3 de abril en Ciudad de Panamá, "
            "donde los equipos revisarán las normas."
        ],
        ["meeting upcoming 2026-04-03 Ciudad de Panamá: CL, PE", "meeting held 2026-03-02 -: CL, PE"],
        "a place behind a day that a parser takes for the subject",
    ),
    (
        "en",
        [
            "Chilean Transport Minister Ana Mora said she had raised the matter with her Peruvian counterpart, "
            "Juan Quispe, "
            "by phone on Monday."
        ],
        ["call held 2026-03-02 -: Ana Mora, Juan Quispe"],
        "a matter raised by phone is a call",
    ),
    (
        "es",
        [
            "La canciller chilena, Rosa Díaz, habló con el canciller peruano, Juan Quispe, el lunes. En un comunicado, los "
            "dos gobiernos anunciaron que el Grupo de Seguridad Fronteriza se reunirá el 23 de marzo en Tacna."
        ],
        ["meeting upcoming 2026-03-23 Tacna: CL, PE", "talks held 2026-03-02 -: Juan Quispe, Rosa Díaz"],
        "the body that both governments announce is theirs",
    ),
    (
        "en",
        [
            "Tanzania's foreign minister, Neema Mushi, said she would call her Malawian colleague, Henry Banda, this week.",
            "Tanzania's foreign minister, Neema Mushi, spoke by telephone on Wednesday with the Malawian foreign minister, "
            "Henry Banda.",
        ],
        ["call held 2026-03-04 -: Henry Banda, Neema Mushi"],
        "planned for the week, and held on a day of it",
    ),
    (
        "en",
        [
            "Chile and Peru agreed on Monday to resume the negotiations on gas. The joint border commission of Chile and "
            "Peru is expected to meet in Tacna on March 24."
        ],
        ["meeting upcoming 2026-03-24 Tacna: CL, PE"],
        "negotiations that are resumed are no session of a body, and no row",
    ),
    (
        "en",
        [
            "Chile and Peru signed the pact on Monday. Technical teams are to meet in Tacna on March 14 to discuss prices. "
            "Experts of the two water agencies will meet in Arica on March 19."
        ],
        ["meeting upcoming 2026-03-14 Tacna: CL, PE", "meeting upcoming 2026-03-19 Arica: CL, PE"],
        "technical teams, and experts of both agencies, in a text of two countries",
    ),
    (
        "en",
        ["Chile's labor minister, Rosa Díaz, will visit Mae La camp in Peru on Monday, March 9, with donors."],
        ["visit upcoming 2026-03-09 Peru: Rosa Díaz"],
        "the name of a camp is nobody's",
    ),
    (
        "es",
        ["El subsecretario Treviño recibirá el jueves 19 de marzo al embajador chino y le explicará la medida."],
        ["meeting upcoming 2026-03-19 -: Treviño"],
        "who receives an envoy without a name",
    ),
    (
        "en",
        [
            "Sweden's minister, Anders Lund, today received the Norwegian ambassador, Per Kristian Moe, to discuss the "
            "ministerial meeting in Kiruna on March 24."
        ],
        ["meeting upcoming 2026-03-24 Kiruna: ", "meeting held 2026-03-03 -: Anders Lund, Per Kristian Moe"],
        "who discusses a meeting to come is not at it; a first name that is another word",
    ),
    (
        "es",
        [
            "El ministro chileno, Mario Vega, firmó. El pacto se cerró en una llamada que Vega mantuvo el lunes con su "
            "homólogo peruano, Juan Quispe. Los jefes de Estado Mayor de los dos ejércitos se reunirán el 16 de marzo en "
            "Arica."
        ],
        ["meeting upcoming 2026-03-16 Arica: CL, PE", "call held 2026-03-02 -: Juan Quispe, Mario Vega"],
        "who had the call, by a relative clause; officers of the two armies",
    ),
    (
        "en",
        ["Ghana and Togo will sign an agreement on electricity on March 20, Ghanaian Energy Minister Kofi Mensah said."],
        ["signing upcoming 2026-03-20 -: GH, TG"],
        "what is signed, and nobody says that they meet",
    ),
    (
        "es",
        [
            "El ministro ghanés Kofi Mensah y el ministro togolés Kossi Amegah se reunirán el 20 de marzo en Lomé.",
            "Ghana y Togo firmarán el 20 de marzo en Lomé un acuerdo, dijo el ministro ghanés Kofi Mensah.",
        ],
        ["meeting upcoming 2026-03-20 Lomé: Kofi Mensah, Kossi Amegah"],
        "those who meet sign: a meeting",
    ),
    (
        "en",
        [
            "New Zealand and Sri Lanka held the fifth Joint Trade Committee meeting on 2 March. It was "
            "co-chaired by Minister "
            "for Commerce Ruwan Perera and New Zealand's Minister for Trade, Fiona Walsh."
        ],
        ["meeting held 2026-03-02 -: Fiona Walsh, Ruwan Perera"],
        "who chaired it, in the sentence behind",
    ),
    (
        "es",
        [
            "Delegados de Honduras y El Salvador se reunieron el lunes en Antigua. La delegación de Honduras "
            "estuvo encabezada "
            "por la embajadora Marta Pineda y la misión de El Salvador fue presidida por el embajador Óscar Cruz."
        ],
        ["meeting held 2026-03-02 Antigua: Marta Pineda, Óscar Cruz"],
        "who led each of the two delegations",
    ),
    (
        "en",
        [
            "Tashkent hosted the third meeting of the Uzbekistan-Mongolia Intergovernmental Commission on March "
            "2. The meeting "
            "was chaired by Deputy Prime Minister of Uzbekistan Jasur Karimov and Minister of Commerce of "
            "Mongolia Ganbold Bat."
        ],
        ["meeting held 2026-03-02 Tashkent: Ganbold Bat, Jasur Karimov"],
        "one meeting, at the town that hosted it",
    ),
    (
        "es",
        ["La reunión de Acra entre los ministros de Pesca de Senegal y Gambia terminó sin acuerdo el lunes."],
        ["meeting held 2026-03-02 Acra: GM, SN"],
        "the host city's country is no party",
    ),
    (
        "en",
        ["Senegal and Gambia held talks in the Ghanaian capital on Monday."],
        ["talks held 2026-03-02 Accra: GM, SN"],
        "whose capital it is takes no part",
    ),
    (
        "es",
        [
            "Bajo la mediación de Panamá y Guatemala, delegados de ambos países se reunieron el lunes en Antigua. "
            "Honduras y El "
            "Salvador se disputan la isla."
        ],
        ["meeting held 2026-03-02 Antigua: "],
        "who mediates is none of the two",
    ),
    (
        "es",
        [
            "El canciller marroquí, Karim Benali, visitará Turquía y Bélgica la próxima semana. Turquía espera "
            "de Marruecos "
            "una respuesta."
        ],
        ["visit upcoming 2026-03-09/2026-03-15 Turquía: Karim Benali"],
        "each stop is a visit of its own, of which the week's two countries have one",
    ),
    (
        "en",
        [
            "President Irene Castillo of Guatemala will begin a four-nation tour on March 18, her office said.",
            "President Irene Castillo of Guatemala will visit Honduras as part of a tour of four countries, the ministry said.",
        ],
        ["visit upcoming 2026-03-04/.. Honduras: Irene Castillo", "visit upcoming 2026-03-18 -: Irene Castillo"],
        "the first day of a tour is not that of each of its stops",
    ),
    (
        "en",
        [
            "Thai Foreign Minister Anan Prasert will visit Nepal next week, his ministry said. He plans to leave for "
            "the Nepalese "
            "capital of Kathmandu on March 9 to hold talks with his counterpart, Sushila Adhikari."
        ],
        ["talks upcoming 2026-03-09 Kathmandu: Anan Prasert, Sushila Adhikari"],
        "the visit of next week is the talks of its Monday",
    ),
    (
        "en",
        [
            "Finland's Interior Minister Aino Virtanen will raise the reindeer fence with Norway's Agriculture "
            "Minister Kari Lund "
            "when she visits Helsinki on March 20."
        ],
        ["visit upcoming 2026-03-20 Helsinki: Kari Lund"],
        "who visits is not who is at home there",
    ),
    (
        "en",
        [
            "Finland's Interior Minister Aino Virtanen will meet Norway's Agriculture Minister Kari Lund when she "
            "visits Helsinki "
            "on March 20."
        ],
        ["meeting upcoming 2026-03-20 Helsinki: Aino Virtanen, Kari Lund"],
        "a meeting at the day and place of its clause of time",
    ),
    (
        "en",
        [
            "A meeting led by Minister Ruwan Perera of Sri Lanka and Fiona Walsh, New Zealand's trade minister, will "
            "be held in "
            "November 2026 in Colombo to carry forward the dialogue."
        ],
        ["meeting upcoming 2026-11 Colombo: Fiona Walsh, Ruwan Perera"],
        "the place right behind its day",
    ),
    (
        "es",
        [
            "El presidente de Colombia, Darío Ortega, anunció el lunes que recibirá a su homólogo de Chile, Andrés "
            "Vidal, en una "
            "visita de Estado el 20 de marzo."
        ],
        ["meeting upcoming 2026-03-20 -: Andrés Vidal, Darío Ortega"],
        "the visit is the guest's, whom the verb tells of",
    ),
    (
        "es",
        ["El canciller Darío Ortega de Colombia recibió el lunes en audiencia al embajador de Chile, Andrés Vidal."],
        ["meeting held 2026-03-02 -: Andrés Vidal, Darío Ortega"],
        "an audience is no hearing of the host's",
    ),
    (
        "en",
        [
            "Danish Foreign Minister Jens Holm will visit Iceland next week, a newspaper reported. The ministry said "
            "that nothing "
            "has been decided."
        ],
        ["visit unconfirmed 2026-03-09/2026-03-15 Iceland: Jens Holm"],
        "of which its article says that nothing is decided",
    ),
    (
        "en",
        [
            "Canadian Foreign Minister Anne Roy met Indian Foreign Minister Ravi Singh in Ottawa on Monday. The ministers "
            "discussed trade and agreed to meet in Jakarta on March 20."
        ],
        [
            "meeting upcoming 2026-03-20 Jakarta: Anne Roy, Ravi Singh",
            "meeting held 2026-03-02 Ottawa: Anne Roy, Ravi Singh",
        ],
        "of those before, by a joined verb",
    ),
    (
        "es",
        [
            "El ministro dominicano Julián Pou criticó a la ministra hondureña, Elsa Mejía, con quien se verá "
            "el 26 de marzo "
            "en Tegucigalpa."
        ],
        ["meeting upcoming 2026-03-26 Tegucigalpa: Elsa Mejía, Julián Pou"],
        "whom one is to see, by a relative",
    ),
    (
        "en",
        [
            "Dominican minister Julian Pou criticized Honduran minister Elsa Mejia, with whom he will meet on March 26 in "
            "Tegucigalpa."
        ],
        ["meeting upcoming 2026-03-26 Tegucigalpa: Elsa Mejia, Julian Pou"],
        "by a relative with a pronoun of the main subject",
    ),
    (
        "es",
        [
            "Tras los primeros acuerdos logrados entre la presidenta de Perú, Ana Ruiz, y el primer ministro de "
            "Canadá, Paul "
            "Tremblay, la canciller peruana, Rosa Rivas, y su homólogo canadiense, Marc Roy, sostuvieron el "
            "lunes una llamada."
        ],
        ["call held 2026-03-02 -: CA, PE"],
        "four people do not phone: a list that is two",
    ),
    (
        "es",
        [
            "El comité se reunirá el 20 de marzo en Antofagasta. Lo encabezarán el subsecretario chileno Matías "
            "Undurraga y la "
            "embajadora de México, Xóchitl Barragán."
        ],
        ["meeting upcoming 2026-03-20 Antofagasta: Matías Undurraga, Xóchitl Barragán"],
        "who will head it, by a pronoun",
    ),
    (
        "es",
        [
            "El canciller paraguayo, Raúl Rojas, viajará el 20 de marzo a La Paz, donde se entrevistará con su "
            "colega boliviana, "
            "Elena Quispe, y será recibido por el presidente de Bolivia, Luis Arana."
        ],
        [
            "meeting upcoming 2026-03-20 La Paz: Elena Quispe, Raúl Rojas",
            "meeting upcoming 2026-03-20 La Paz: Luis Arana, Raúl Rojas",
        ],
        "the traveller is who will be received, by a joined verb",
    ),
    (
        "en",
        [
            "Prime Minister Arsen Petrosyan of Armenia is due in Tbilisi on March 20. It will be his second "
            "visit to Georgia this "
            "year."
        ],
        ["visit upcoming 2026-03-20 Tbilisi: Arsen Petrosyan"],
        "what the visit just told is makes no other",
    ),
    (
        "es",
        ["Los presidentes de Chile, Ana Ruiz, y Perú, Pedro Soto, hablaron el lunes por teléfono."],
        ["call held 2026-03-02 -: Ana Ruiz, Pedro Soto"],
        "who spoke by phone",
    ),
    (
        "es",
        [
            "El lunes, mediante videoconferencia, se llevó a cabo una reunión entre los responsables de Defensa de Chile y "
            "Ecuador. En el encuentro, liderado por el viceministro chileno Jorge Soto y la viceministra "
            "ecuatoriana Juanita Mora, "
            "participaron los equipos."
        ],
        ["meeting held 2026-03-02 -: Jorge Soto, Juanita Mora"],
        "who led it, by a participle",
    ),
    (
        "es",
        [
            "El encuentro con Perú estaba programado para octubre próximo, pero a petición del Gobierno chileno "
            "se adelantó y se "
            "celebró el lunes en Arica."
        ],
        [],
        "brought forward: not on the day that it was planned for",
    ),
    (
        "en",
        ["Georgian Minister Elene Beridze said on Tuesday that Armenia had changed its offer at the meeting in Gyumri."],
        [],
        "the day of who tells is none of the meeting",
    ),
    (
        "en",
        ["Lithuanian Minister Darius Mikalauskas promised an answer before the visit that she will pay to Riga on 24 March."],
        [],
        "a visit of whom a pronoun means, and not of who promised",
    ),
    (
        "es",
        [
            "El canciller de Perú, Jorge Landa, y el de Bolivia, Luis Soto, se reunirán el 20 de marzo en Puno.",
            "El canciller peruano, Jorge Landa, asistirá a la reunión del 20 de marzo en Puno, a la que acudirá "
            "acompañado por "
            "el presidente de Petroperú, Tomás Salas.",
        ],
        ["meeting upcoming 2026-03-20 Puno: Jorge Landa, Luis Soto"],
        "con quien va acompañado no se reúne: una fila",
    ),
    (
        "es",
        [
            "La ministra serbia del Interior, Ana Petrović, y el ministro húngaro, Géza Kun, hablaron el "
            "martes. Petrović y "
            "Kun quedaron en que una comisión de ambas policías se reunirá el 25 de marzo en Subotica."
        ],
        ["meeting upcoming 2026-03-25 Subotica: HU, RS", "talks held 2026-03-03 -: Ana Petrović, Géza Kun"],
        "se reúne la comisión y no quienes lo acordaron",
    ),
    (
        "en",
        [
            "Ghana's trade minister, Ama Mensah, and Togo's trade minister, Koffi Adjo, spoke. Mensah and Adjo "
            "agreed that a "
            "working group of the two customs services would meet on March 20 in Aflao."
        ],
        ["meeting upcoming 2026-03-20 Aflao: GH, TG"],
        "who agrees that a group meets does not meet",
    ),
    (
        "en",
        [
            "Namibian Foreign Minister Ana Shikongo will travel to Luanda on March 20 for the meeting of the "
            "Partnership for "
            "Growth in Solidarity, where she expects to hold a bilateral meeting with Angolan Foreign Minister Luis Neto."
        ],
        ["meeting upcoming 2026-03-20 Luanda: Ana Shikongo, Luis Neto"],
        "a piece of a body's name is no place",
    ),
    (
        "es",
        [
            "La canciller de Chile, Rosa Díaz, asistirá el 20 de marzo a la reunión de la Alianza para el Progreso en "
            "Libertad, donde verá al canciller de Perú, Juan Quispe."
        ],
        ["meeting upcoming 2026-03-20 -: Juan Quispe, Rosa Díaz"],
        "ni el nombre de un organismo ni su final son un lugar",
    ),
    (
        "en",
        [
            "Paraguayan Agriculture Minister Hugo Larralde will receive a delegation of mill owners from Alto "
            "Beni in Pilar on "
            "March 20."
        ],
        ["meeting upcoming 2026-03-20 Pilar: Hugo Larralde"],
        "where they come from is no party",
    ),
    (
        "en",
        [
            "Kenyan Health Minister Sam Otieno said on Tuesday that he had invited his Ugandan counterpart, "
            "Grace Okello, to a "
            "meeting in Busia on March 20 and that she had accepted by telephone."
        ],
        ["meeting upcoming 2026-03-20 Busia: Grace Okello, Sam Otieno"],
        "invited and accepted: it is to be, with who invites",
    ),
    (
        "en",
        [
            "Kenyan Health Minister Sam Otieno said on Tuesday that he had invited his Ugandan counterpart, "
            "Grace Okello, to a "
            "meeting in Busia on March 20 and that she had not accepted."
        ],
        ["meeting unconfirmed 2026-03-20 Busia: Grace Okello"],
        "invited and not accepted",
    ),
    (
        "en",
        ["Norway prolonged the licences of Danish boats by a year. The licences had been due to expire on March 20."],
        [],
        "a limit that would have been is none to come",
    ),
    (
        "es",
        ["Argentina prorrogó el permiso de los camiones chilenos. El permiso, dado en 2024, debía vencer el 20 de marzo."],
        [],
        "una fecha que debía vencer no está por venir",
    ),
    (
        "es",
        [
            "La comisión mixta de Kenia y Uganda se reunirá el 25 de marzo en Nairobi.",
            "El portavoz de Uganda dijo que la próxima reunión de la comisión con Kenia será el 25 de marzo en Kampala.",
        ],
        ["meeting upcoming 2026-03-25 Nairobi / Kampala: KE, UG"],
        "la próxima reunión tiene el lugar que dice su frase: los dos lugares",
    ),
    (
        "en",
        ["Norway renewed the permit of Denmark. The permit expires on March 20."],
        ["deadline upcoming 2026-03-20 -: "],
        "a limit to come",
    ),
    (
        "es",
        [
            "El ministro de Exteriores de España, Álvaro Sanz, se ha reunido este martes en Lisboa con su "
            "homólogo portugués, "
            "Rui Matos, con quien ha acordado ampliar el horario del puente."
        ],
        ["meeting held 2026-03-03 Lisboa: Rui Matos, Álvaro Sanz"],
        "lo que se ha hecho no está por venir, aunque se haya acordado algo",
    ),
    (
        "en",
        [
            "Malawi's energy minister, Rose Banda, had been due to travel to Maputo on Friday for talks with "
            "Mozambique, but her "
            "office said she would send her deputy instead."
        ],
        [],
        "who was to go and sent another",
    ),
    (
        "es",
        [
            "El ministro chileno Pablo Rojas tenía previsto viajar el lunes a Lima para reunirse con la "
            "ministra peruana Ana "
            "Petit. Pero su oficina informó el viernes que enviará en su lugar al viceministro."
        ],
        [],
        "quien iba a ir y envía a otro, en la frase de detrás",
    ),
    (
        "es",
        [
            "El ministro chileno Pablo Rojas tenía previsto viajar el 16 de marzo a Lima, pero no ha decidido "
            "si llevará una propuesta."
        ],
        ["visit upcoming 2026-03-16 Lima: Pablo Rojas"],
        "lo que sigue al pero no toca el viaje",
    ),
    (
        "en",
        [
            "Danish Transport Minister Lise Holm met her Norwegian counterpart, Arne Berg, in Oslo on Monday. "
            "Norway refused to "
            "pay. Berg met shipowners on Thursday. The meeting was attended by the head of Fjordline. The next "
            "meeting of the "
            "group will be held on March 19."
        ],
        [
            "meeting upcoming 2026-03-19 -: ",
            "meeting held 2026-03-02 Oslo: Arne Berg, Lise Holm",
        ],
        "the group of whom nobody says that it is of both",
    ),
    (
        "es",
        [
            "El canciller chileno, Pablo Rojas, recibió el martes a su homóloga peruana, Ana Petit, y ambos "
            "acordaron instalar una "
            "mesa técnica que sesionará por primera vez el 23 de marzo en Tacna."
        ],
        [
            "meeting upcoming 2026-03-23 Tacna: CL, PE",
            "meeting held 2026-03-03 -: Ana Petit, Pablo Rojas",
        ],
        "una mesa que sesiona",
    ),
    (
        "en",
        [
            "Kenya and Uganda clashed over milk on Monday. The fourth session of the Joint Trade Committee will "
            "be held on March "
            "18 in Kisumu, the ministry said."
        ],
        ["meeting upcoming 2026-03-18 Kisumu: KE, UG"],
        "a session of a joint body",
    ),
    (
        "es",
        [
            "El ministro chileno Pablo Rojas rechazó la tasa. La ministra peruana Ana Petit le contestó que es legal. "
            "Ambos se reunieron el lunes en Tacna, según el ministerio. Volverán a verse el 18 de marzo en Arica."
        ],
        [
            "meeting upcoming 2026-03-18 Arica: Ana Petit, Pablo Rojas",
            "meeting held 2026-03-02 Tacna: Ana Petit, Pablo Rojas",
        ],
        "ambos son los dos últimos que se nombran, y luego los mismos",
    ),
    (
        "en",
        [
            "Polish Minister Jan Nowak on Thursday informed the cabinet about the talks held on Monday in Gdynia with the "
            "Lithuanian Minister, Rimas Petraitis. The meeting was held between the two ministers only; Latvia "
            "was not represented."
        ],
        ["talks held 2026-03-02 Gdynia: Jan Nowak, Rimas Petraitis"],
        "the meeting just told, on its own day",
    ),
    (
        "es",
        [
            "El ministro senegalés Ousmane Sow viajará a Nuakchot el 17 de marzo para tratar la pesca.",
            "Mauritania's minister, Sidi Fall, said on Friday that Sow's trip to Nouakchott would go ahead on March 17.",
        ],
        ["visit upcoming 2026-03-17 Nuakchot: Ousmane Sow"],
        "what would go ahead stands",
    ),
    (
        "en",
        [
            "Slovenia and Croatia will sign a fishing agreement on March 22, Minister Maja Zorman said. The ceremony "
            "will take place in Koper, Zorman said.",
            "The fishing agreement between Croatia and Slovenia will be signed on March 22 in Piran, Croatian Minister"
            " Luka Babic said.",
        ],
        ["signing upcoming 2026-03-22 Koper / Piran: HR, SI"],
        "the place of the ceremony is that of the signing, and another article has another",
    ),
    (
        "en",
        [
            "Finnish Minister Outi Laine and her Swedish counterpart, Per Lindgren, have postponed their meeting from "
            "March 16 to March 23, the ministry said. The venue, Haparanda, remains the same.",
        ],
        ["meeting upcoming 2026-03-23 Haparanda: Outi Laine, Per Lindgren"],
        "the venue named behind it",
    ),
    (
        "es",
        [
            "Los cancilleres de Ecuador, Mateo Andrade, y de Perú, Rosa Vargas, se reunirán el 26 de marzo. La sede "
            "será Tumbes. La canciller peruana tiene previsto llegar a Tumbes el mismo día del encuentro.",
        ],
        ["meeting upcoming 2026-03-26 Tumbes: Mateo Andrade, Rosa Vargas"],
        "la sede, y el mismo día",
    ),
    (
        "es",
        [
            "El presidente de Uruguay, Martín Ferrari, y su homólogo de Angola, Paulo Neto, sostuvieron el martes una "
            "reunión al margen de la cumbre del agua de Doha.",
        ],
        ["meeting held 2026-03-03 Doha: Martín Ferrari, Paulo Neto"],
        "la ciudad de la cumbre es el lugar y no una parte",
    ),
    (
        "en",
        [
            "Kenyan Minister Jane Wanjiru met her Ugandan counterpart, Peter Nabirye, on Tuesday on the margins of a "
            "trade forum in Kigali.",
        ],
        ["meeting held 2026-03-03 Kigali: Jane Wanjiru, Peter Nabirye"],
        "the town of the forum",
    ),
    (
        "es",
        [
            "Chile vetó en marzo de 2025 las importaciones en respuesta a la reunión que los rebeldes celebraron en "
            "Lima. El ministro chileno Pablo Rojas mantuvo el veto el jueves.",
        ],
        [],
        "una reunión pasada de otros",
    ),
    (
        "es",
        [
            "Chile elevó el arancel al trigo de Perú. Perú pidió el lunes suprimirlo. El ministro de Comercio calificó"
            " de simbólica la oferta. Ambos se reunirán el 21 de marzo en Tacna.",
        ],
        ["meeting upcoming 2026-03-21 Tacna: CL, PE"],
        "ambos, de los dos únicos países",
    ),
    (
        "en",
        [
            "Kenyan Trade Minister Joseph Kimani will be in Kampala on March 15, where he will meet Ugandan Trade "
            "Minister Rose Akello, and in Kigali on March 17.",
        ],
        ["meeting upcoming 2026-03-15 Kampala: Joseph Kimani, Rose Akello"],
        "met where he is, on the day before the where",
    ),
    (
        "en",
        [
            "Swedish Transport Minister Karin Lind accused Finland on Tuesday of keeping a ship. Finland's Transport "
            "Minister Mikko Aalto said the lease ran until 2028. Both spoke by phone on Sunday, a Swedish official "
            "said. They will meet on March 17 in Umea.",
        ],
        ["meeting upcoming 2026-03-17 Umea: Karin Lind, Mikko Aalto", "call held 2026-03-01 -: Karin Lind, Mikko Aalto"],
        "both, with who tells it behind them",
    ),
    (
        "es",
        [
            "El canciller paraguayo Raúl Benítez partirá el 16 de marzo hacia La Paz, donde participará en la reunión "
            "de la Comisión Binacional de Aguas con Bolivia. Durante el encuentro ambos países discutirán la toma de "
            "agua.",
        ],
        ["meeting upcoming 2026-03-16 La Paz: Raúl Benítez"],
        "ambos países en el encuentro ya contado: una fila",
    ),
    (
        "en",
        [
            "Mozambican Energy Minister Celso Tchamo is due in Luanda on March 10 for a two-day visit at the invitation"
            " of his Angolan counterpart, Rui Sambo.",
        ],
        ["visit upcoming 2026-03-10 Luanda: Celso Tchamo"],
        "who is due there for a visit",
    ),
    (
        "es",
        [
            "Los cancilleres de ambos países, Ilir Hoxha y Goran Dimovski, volverán a verse el 24 de marzo en Ohrid, "
            "según Albania y Macedonia del Norte.",
            "El ministro de Macedonia del Norte Goran Dimovski rechazó el martes la queja de Albania.",
        ],
        ["meeting upcoming 2026-03-24 Ohrid: Goran Dimovski, Ilir Hoxha"],
        "los dos nombres, aunque otro artículo presente a uno solo",
    ),
    (
        "es",
        [
            "Los viceministros de Bolivia y Brasil, Hugo Rojas y Paula Lima, se reunieron el martes en Santa Cruz. "
            "Acordaron volver a verse el 30 de marzo en Corumbá.",
        ],
        [
            "meeting upcoming 2026-03-30 Corumbá: Hugo Rojas, Paula Lima",
            "meeting held 2026-03-03 Santa Cruz: Hugo Rojas, Paula Lima",
        ],
        "acordaron volver a verse",
    ),
    (
        "es",
        [
            "La ministra danesa de Transporte, Kirsten Ravn, defendió la tasa. Viajará el 29 de marzo a Helsinki, "
            "donde se entrevistará con su homólogo, el ministro finlandés Jari Koskela.",
        ],
        ["meeting upcoming 2026-03-29 Helsinki: Jari Koskela, Kirsten Ravn"],
        "donde, sin sujeto",
    ),
    (
        "en",
        [
            "Indonesian Trade Minister Rizal Pohan and Vietnamese Trade Minister Le Minh Chau will sign a rice "
            "agreement in Surabaya on March 11.",
            "Vietnamese Trade Minister Le Minh Chau will travel to Surabaya next week.",
        ],
        ["signing upcoming 2026-03-11 Surabaya: Le Minh Chau, Rizal Pohan"],
        "the week of a journey, where another row has its day",
    ),
    (
        "en",
        [
            "Indonesia and Vietnam argue over boats. The minister is due to travel to Hanoi on March 19 for a meeting "
            "of the joint committee.",
        ],
        ["meeting upcoming 2026-03-19 Hanoi: ID, VN"],
        "the place of a journey of whom nobody names",
    ),
    (
        "en",
        [
            "Honduran Minister Ruben Zelaya will arrive in San Salvador on March 17, where on March 18 he will meet "
            "Salvadoran Minister Ana Menjivar.",
        ],
        [
            "visit upcoming 2026-03-17 San Salvador: Ruben Zelaya",
            "meeting upcoming 2026-03-18 San Salvador: Ana Menjivar, Ruben Zelaya",
        ],
        "the day of the where is its own",
    ),
    (
        "es",
        [
            "La canciller de Perú, Ana Ruiz, habló por teléfono el lunes con el canciller de Ecuador, Luis Mora, y "
            "este aceptó la "
            "visita del cónsul. La visita se hizo el mismo lunes por la noche. El cónsul, Juan Paz, vio a los presos."
        ],
        ["call held 2026-03-02 -: Ana Ruiz, Luis Mora"],
        "una visita que no es de los dos que hablaron",
    ),
    (
        "es",
        [
            "El viceministro de Exteriores de Perú, Juan Paz, viajará a Quito en la primera semana de abril, dijo el "
            "Gobierno de "
            "Ecuador. Antes, el 19 de marzo, se reunirá por primera vez la mesa consular que los dos países pactaron el martes."
        ],
        ["meeting upcoming 2026-03-19 -: EC, PE", "visit upcoming 2026-04-01/2026-04-07 Quito: Juan Paz"],
        "se reúne la mesa, y no quien viajará",
    ),
    (
        "en",
        [
            "Norwegian Fisheries Minister Per Lund said on Thursday that the closure stays. He also said that he "
            "would talk to his "
            "Danish counterpart, Jean Petit, on the sidelines of the EU-Western Balkans fisheries meeting in Brussels "
            "next Monday."
        ],
        ["talks upcoming 2026-03-09 -: Jean Petit, Per Lund"],
        "the gathering at whose margin they talk is no side",
    ),
    (
        "en",
        [
            "President Ana Ruiz of Chile is scheduled to meet Brazil's president at the Mercosur summit in Foz do Iguacu on "
            "March 20. Chile and Brazil disagree about salmon."
        ],
        ["meeting upcoming 2026-03-20 Foz do Iguacu: Ana Ruiz"],
        "at a summit: one meeting, of the two",
    ),
    (
        "en",
        [
            "Norwegian Foreign Minister Per Lund is due to travel to Lisbon on March 22. He will be received by "
            "Foreign Minister Ana "
            "Sousa at the Palace of Ajuda and is expected to call on Prime Minister Rui Matos, although his office has not "
            "confirmed it."
        ],
        ["meeting upcoming 2026-03-22 Palace of Ajuda: Ana Sousa, Per Lund"],
        "the guest is the one who travels, and the two hosts do not meet each other",
    ),
    (
        "en",
        [
            "On Thursday President Joao Cabral of Angola had held talks with Cape Verdean Foreign Minister Ana Sousa, who "
            "called for the seat to be moved. According to her, the next summit of heads of state, which had been scheduled "
            "for this month, was postponed at the request of two members."
        ],
        ["summit postponed 2026-03 -: ", "talks held 2026-02-26 -: Ana Sousa, Joao Cabral"],
        "what was put off is not what the two have held",
    ),
    (
        "es",
        [
            "Italia pidió calma. Los marineros del barco italiano comparecerán el lunes ante un tribunal de La Valeta, dijo el "
            "Gobierno de Malta."
        ],
        ["hearing upcoming 2026-03-09 La Valeta: "],
        "de quién es el tribunal no dice quién comparece",
    ),
    (
        "en",
        [
            "Togo and Ghana argue over eggs. Minister Ama Osei said that their prime ministers would meet in Kara in April.",
            "Togo and Ghana argue over eggs. The prime ministers of Togo and Ghana meet in Kara on April 4.",
        ],
        ["meeting upcoming 2026-04-04 Kara: GH, TG"],
        "the month and its day: one row",
    ),
    (
        "es",
        [
            "El primer ministro de Estonia, Jaan Kask, se reunirá con su homólogo finlandés, Pekka Laine, el 20 de marzo "
            "en Tallin. Su Gobierno, dijo, aplazará hasta después de la cumbre del 20 de marzo la demanda que iba a "
            "presentar en La Haya."
        ],
        ["meeting upcoming 2026-03-20 Tallin: Jaan Kask, Pekka Laine"],
        "aplazada es la demanda, que la cumbre solo fecha",
    ),
    (
        "en",
        [
            "Estonian Prime Minister Jaan Kask will meet his Finnish counterpart, Pekka Laine, in Tallinn on March 20. "
            "Kask said the government would put off the lawsuit until after the meeting on March 20."
        ],
        ["meeting upcoming 2026-03-20 Tallinn: Jaan Kask, Pekka Laine"],
        "a lawsuit is put off until after a meeting",
    ),
    (
        "en",
        [
            "Estonian Prime Minister Jaan Kask will meet his Finnish counterpart, Pekka Laine, in Tallinn on March 20. "
            "The meeting of March 20 was put off after talks in Riga, Finland said."
        ],
        ["meeting postponed 2026-03-20 Tallinn: Jaan Kask, Pekka Laine"],
        "what is put off after other talks",
    ),
    (
        "es",
        [
            "La primera ministra de Estonia, Liis Kask, se reunirá con su homólogo finlandés, Pekka Laine, el 20 de marzo "
            "en Tallin. El ministro de Pesca de Estonia, Jaan Tamm, pidió calma. Tamm aseguró que la reunión con su colega "
            "finlandés tendrá lugar el 12 de marzo en Narva, donde ambos visitarán el puerto."
        ],
        ["meeting upcoming 2026-03-12 Narva: Jaan Tamm", "meeting upcoming 2026-03-20 Tallin: Liis Kask, Pekka Laine"],
        "ambos son los de esa misma reunión, y no los de la otra",
    ),
    (
        "en",
        [
            "Estonian Prime Minister Liis Kask will meet her Finnish counterpart, Pekka Laine, in Tallinn on March 20. "
            "Fisheries Minister Jaan Tamm called for calm. Tamm said the meeting with his Finnish colleague will take "
            "place on March 12 in Narva, where both will visit the harbour."
        ],
        ["meeting upcoming 2026-03-12 Narva: Jaan Tamm", "meeting upcoming 2026-03-20 Tallinn: Liis Kask, Pekka Laine"],
        "both are those of that meeting, and not of another",
    ),
    (
        "en",
        [
            "Kenya has summoned Uganda's ambassador to protest the seizure of three lorries, the foreign ministry said "
            "on Monday."
        ],
        ["meeting held None -: KE, UG"],
        "the day of the saying is not that of what has been done",
    ),
    (
        "en",
        ["Kenya has summoned Uganda's ambassador on Monday to protest the seizure of three lorries, the ministry said."],
        ["meeting held 2026-03-02 -: KE, UG"],
        "a day of its own",
    ),
    (
        "es",
        [
            "Kenia ha convocado al embajador de Uganda para protestar por la retención de tres camiones, informó este "
            "lunes el Ministerio de Exteriores."
        ],
        ["meeting held None -: KE, UG"],
        "el día de quien informa no es el de lo que se ha hecho",
    ),
    (
        "en",
        ["Foreign Minister Ann Mutua has met her Ugandan counterpart, Joel Odong, in Kampala, the ministry said on Monday."],
        ["meeting held None Kampala: Ann Mutua, Joel Odong"],
        "a meeting in the perfect, told on Monday",
    ),
    (
        "es",
        [
            "La ministra de Exteriores de Bolivia, Ana Quispe, habló por teléfono este lunes con el canciller de Turquía, "
            "Kemal Arslan. Ambos ministros coincidieron en la importancia de la próxima reunión de la comisión mixta de "
            "comercio, que se celebrará en La Paz el 20 de marzo."
        ],
        ["meeting upcoming 2026-03-20 La Paz: BO, TR", "call held 2026-03-02 -: Ana Quispe, Kemal Arslan"],
        "quien habla de la reunión de una comisión no es por eso de ella",
    ),
    (
        "en",
        [
            "Bolivian Foreign Minister Ana Quispe spoke by telephone on Monday with Turkish Foreign Minister Kemal Arslan. "
            "Both ministers stressed the importance of the next meeting of the joint trade commission, to be held in "
            "La Paz on March 20."
        ],
        ["meeting upcoming 2026-03-20 La Paz: BO, TR", "call held 2026-03-02 -: Ana Quispe, Kemal Arslan"],
        "who stresses the meeting of a commission is not for that at it",
    ),
    (
        "es",
        [
            "La ministra de Exteriores de Bolivia, Ana Quispe, habló por teléfono este lunes con el canciller de Turquía, "
            "Kemal Arslan. Ambos ministros coincidieron en la importancia de su próxima reunión, que se celebrará en "
            "La Paz el 20 de marzo."
        ],
        [
            "meeting upcoming 2026-03-20 La Paz: Ana Quispe, Kemal Arslan",
            "call held 2026-03-02 -: Ana Quispe, Kemal Arslan",
        ],
        "su próxima reunión es la de ellos",
    ),
    (
        "en",
        [
            "Estonian Prime Minister Liis Kask will meet the Finnish president, Pekka Laine, in Tallinn on March 20. "
            "Her spokesman, Jaan Tamm, said the meeting with her Finnish colleague will take place at the castle."
        ],
        ["meeting upcoming 2026-03-20 Tallinn: Liis Kask, Pekka Laine"],
        "a spokesman tells of another's colleague",
    ),
    (
        "en",
        [
            "Ghana and Togo will hold talks in Lome on March 20. Samuel Ofori-Mensah will lead the Ghanaian side and "
            "Jean-Claude Amouzou the Togolese one."
        ],
        ["talks upcoming 2026-03-20 Lome: Jean-Claude Amouzou, Samuel Ofori-Mensah"],
        "names with hyphens, of those who lead the sides",
    ),
    (
        "en",
        ["Ghana's Samuel Ofori-Mensah and Togo's Jean-Claude Amouzou will meet in Lome on March 20."],
        ["meeting upcoming 2026-03-20 Lome: Jean-Claude Amouzou, Samuel Ofori-Mensah"],
        "names with hyphens, behind whose they are",
    ),
    (
        "en",
        ["Kenya has summoned Uganda's ambassador to protest the seizure of three lorries, the ministry announced on Monday."],
        ["meeting held None -: KE, UG"],
        "announced on a day as done",
    ),
]


@pytest.mark.parametrize(("language", "texts", "expected", "comment"), ROWS, ids=[comment for *_, comment in ROWS])
def test_rows(language: Language, texts: list[str], expected: list[str], comment: str) -> None:
    assert [cells(meeting) for meeting in brief_of(texts, language=language).meetings] == expected, comment


def cells(meeting: Meeting) -> str:
    who = ", ".join(sorted(meeting.people) or sorted(meeting.participants))
    return f"{meeting.kind} {meeting.status} {meeting.date} {meeting.place or '-'}: {who}"


@pytest.mark.parametrize(
    ("other", "rows"),
    [
        ("El presidente de Zambia, Luis Mwale, visitará Petauke el lunes.", 2),
        ("El presidente de Zambia, Luis Mwale, visitará Livinstone el lunes.", 1),
    ],
    ids=["two towns, of one nobody knows the day", "one town in two spellings"],
)
def test_towns_that_two_languages_name(other: str, rows: int) -> None:
    texts = ["Zambia's president, Luis Mwale, will travel to Livingstone by train.", other]
    assert len(brief_of(texts, languages=("en", "es")).meetings) == rows


@pytest.mark.parametrize(
    ("other", "sources"),
    [
        ("La próxima cita del comité técnico conjunto de Kenia y Uganda será el 25 de marzo en Kampala, según él.", 1),
        ("La próxima cita del comité técnico conjunto de Kenia y Uganda será en Kampala el 25 de marzo, según él.", 1),
        ("El comité de Kenia y Uganda se reunirá el 25 de marzo en Nairobi, según su portavoz.", 2),
        ("El comité de Kenia y Uganda se reunirá el 25 de marzo, según su portavoz.", 2),
    ],
    ids=["another town behind the day", "another town before the day", "its town", "no town"],
)
def test_who_says_so(other: str, sources: int) -> None:
    texts = ["The joint committee of Kenya and Uganda is due to convene in Nairobi on March 25, its spokesman said.", other]
    rows = [row for row in brief_of(texts, languages=("en", "es")).meetings if row.place == "Nairobi"]
    assert [row.sources for row in rows] == [sources]


@pytest.mark.parametrize(
    ("other", "sources"),
    [
        ("Ugandan experts were ready. Kenya said the technical teams would meet in Busia as planned.", 2),
        ("Ugandan experts were ready. Kenya said the technical teams would meet in Kisumu as planned.", 1),
        ("Uganda and Kenya argue over eggs. Busia farmers protested as planned.", 1),
    ],
    ids=["in passing, with its town", "another town", "its town without a meeting"],
)
def test_who_tells_of_it_in_passing(other: str, sources: int) -> None:
    texts = ["Technical teams of Kenya and Uganda will meet on March 17 in Busia to discuss the egg ban.", other]
    rows = [row for row in brief_of(texts, language="en").meetings if row.place == "Busia"]
    assert [len({piece.article for piece in row.evidence}) for row in rows] == [sources]

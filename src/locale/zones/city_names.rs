//! What the cities of the time zones are called, where that is not what their identifiers say: `Seoul=Seúl;…`, by the last
//! part of the identifier.
//!
//! Source: Unicode CLDR, npm cldr-dates-full 48.2.0, `exemplarCity` of `timeZoneNames.json`, Unicode License V3
//! (Copyright © 1991-2026 Unicode, Inc.); but the capitals of Costa Rica, El Salvador and Jamaica, Brazilian and Argentine
//! places as they call themselves, Korean by the rules of the National Institute of Korean Language, and Haitian Creole's
//! own names where it has them.

pub const ES: &str = "Amsterdam=Ámsterdam;Anguilla=Anguila;Araguaina=Araguaína;Asuncion=Asunción;Bahia=Bahía;\
    Bahia_Banderas=Bahía de Banderas;Belem=Belém;Belize=Belice;Berlin=Berlín;Bermuda=Bermudas;\
    Bogota=Bogotá;Brussels=Bruselas;Cancun=Cancún;Cayenne=Cayena;Cayman=Caimán;\
    Ciudad_Juarez=Ciudad Juárez;Cordoba=Córdoba;Costa_Rica=San José;Cuiaba=Cuiabá;Curacao=Curazao;\
    Easter=Isla de Pascua;Eirunepe=Eirunepé;El_Salvador=San Salvador;Galapagos=Galápagos;\
    Grand_Turk=Gran Turca;Grenada=Granada;Guadeloupe=Guadalupe;Havana=La Habana;Jamaica=Kingston;\
    Lisbon=Lisboa;London=Londres;Los_Angeles=Los Ángeles;Lower_Princes=Lower Prince’s Quarter;\
    Maceio=Maceió;Manaus=Manaos;Martinique=Martinica;Mazatlan=Mazatlán;Merida=Mérida;\
    Mexico_City=Ciudad de México;New_York=Nueva York;Noronha=Fernando de Noronha;Panama=Panamá;\
    Paris=París;Port-au-Prince=Puerto Príncipe;Port_of_Spain=Puerto España;Rio_Gallegos=Río Gallegos;\
    Rome=Roma;Santarem=Santarém;Santiago=Santiago de Chile;Sao_Paulo=São Paulo;Seoul=Seúl;\
    Shanghai=Shanghái;Singapore=Singapur;St_Barthelemy=San Bartolomé;St_Kitts=San Cristóbal;\
    St_Lucia=Santa Lucía;St_Thomas=St. Thomas;St_Vincent=San Vicente;Taipei=Taipéi;Tokyo=Tokio;\
    Tortola=Tórtola;Tucuman=Tucumán;Zurich=Zúrich;";
pub const PT: &str = "Amsterdam=Amsterdã;Anguilla=Anguila;Antigua=Antígua;Araguaina=Araguaína;Asuncion=Assunção;\
    Bahia_Banderas=Bahia de Banderas;Belem=Belém;Berlin=Berlim;Bermuda=Bermudas;Bogota=Bogotá;\
    Brussels=Bruxelas;Cancun=Cancún;Cayenne=Caiena;Ciudad_Juarez=Ciudad Juárez;Cordoba=Córdoba;\
    Costa_Rica=San José;Coyhaique=Coihaique;Cuiaba=Cuiabá;Curacao=Curaçao;Easter=Ilha de Páscoa;\
    Eirunepe=Eirunepé;El_Salvador=San Salvador;Galapagos=Galápagos;Grenada=Granada;Guadeloupe=Guadalupe;\
    Guayaquil=Guaiaquil;Guyana=Guiana;Jamaica=Kingston;Lisbon=Lisboa;London=Londres;\
    Lower_Princes=Lower Prince’s Quarter;Maceio=Maceió;Madrid=Madri;Managua=Manágua;Martinique=Martinica;\
    Mazatlan=Mazatlán;Merida=Mérida;Mexico_City=Cidade do México;Montevideo=Montevidéu;\
    New_York=Nova York;Noronha=Fernando de Noronha;Panama=Panamá;Port-au-Prince=Porto Príncipe;\
    Puerto_Rico=Porto Rico;Rio_Gallegos=Río Gallegos;Rome=Roma;Santarem=Santarém;Sao_Paulo=São Paulo;\
    Seoul=Seul;Shanghai=Xangai;Singapore=Singapura;St_Barthelemy=São Bartolomeu;St_Kitts=São Cristóvão;\
    St_Lucia=Santa Lúcia;St_Thomas=Saint Thomas;St_Vincent=São Vicente;Tokyo=Tóquio;Tucuman=Tucumán;\
    Zurich=Zurique;";
pub const EN: &str = "Araguaina=Araguaína;Asuncion=Asunción;Bahia_Banderas=Bahía de Banderas;Belem=Belém;Bogota=Bogotá;\
    Cancun=Cancún;Ciudad_Juarez=Ciudad Juárez;Cordoba=Córdoba;Costa_Rica=San José;Cuiaba=Cuiabá;\
    Curacao=Curaçao;Easter=Easter Island;Eirunepe=Eirunepé;El_Salvador=San Salvador;Galapagos=Galápagos;\
    Jamaica=Kingston;Lower_Princes=Lower Prince’s Quarter;Maceio=Maceió;Mazatlan=Mazatlán;Merida=Mérida;\
    Noronha=Fernando de Noronha;Rio_Gallegos=Río Gallegos;Santarem=Santarém;Sao_Paulo=São Paulo;\
    St_Barthelemy=St. Barthélemy;St_Kitts=St. Kitts;St_Lucia=St. Lucia;St_Thomas=St. Thomas;\
    St_Vincent=St. Vincent;Tucuman=Tucumán;";
pub const KO: &str = "Amsterdam=암스테르담;Anguilla=앵귈라;Antigua=앤티가;Araguaina=아라과이나;Aruba=아루바;Asuncion=아순시온;Bahia=바이아;\
    Bahia_Banderas=바이아반데라스;Barbados=바베이도스;Belem=벨렘;Belize=벨리즈;Berlin=베를린;Bermuda=버뮤다;Boa_Vista=보아비스타;\
    Bogota=보고타;Brussels=브뤼셀;Buenos_Aires=부에노스아이레스;Campo_Grande=캄푸그란지;Cancun=칸쿤;Caracas=카라카스;\
    Catamarca=카타마르카;Cayenne=카옌;Cayman=케이맨;Chicago=시카고;Chihuahua=치와와;Ciudad_Juarez=시우다드후아레스;Cordoba=코르도바;\
    Costa_Rica=산호세;Coyhaique=코이아이케;Cuiaba=쿠이아바;Curacao=퀴라소;Denver=덴버;Dominica=도미니카;Easter=이스터섬;\
    Eirunepe=아이루네페;El_Salvador=산살바도르;Fortaleza=포르탈레자;Galapagos=갈라파고스;Grand_Turk=그랜드터크;Grenada=그레나다;\
    Guadeloupe=과들루프;Guatemala=과테말라;Guayaquil=과야킬;Guyana=가이아나;Havana=하바나;Hermosillo=에르모시요;Jamaica=킹스턴;\
    Jujuy=후후이;Kralendijk=크라렌디즈크;La_Paz=라파스;La_Rioja=라리오하;Lima=리마;Lisbon=리스본;London=런던;Los_Angeles=로스앤젤레스;\
    Lower_Princes=로워프린스쿼터;Maceio=마세이오;Madrid=마드리드;Managua=마나과;Manaus=마나우스;Marigot=마리곳;Martinique=마르티니크;\
    Matamoros=마타모로스;Mazatlan=마사틀란;Mendoza=멘도사;Merida=메리다;Mexico_City=멕시코시티;Monterrey=몬테레이;\
    Montevideo=몬테비데오;Montserrat=몬트세라트;Nassau=나소;New_York=뉴욕;Noronha=페르난두데노로냐;Ojinaga=오히나가;Panama=파나마;\
    Paramaribo=파라마리보;Paris=파리;Phoenix=피닉스;Port-au-Prince=포르토프랭스;Port_of_Spain=포트오브스페인;Porto_Velho=포르토벨료;\
    Puerto_Rico=푸에르토리코;Punta_Arenas=푼타아레나스;Recife=레시페;Rio_Branco=히우브랑쿠;Rio_Gallegos=리오가예고스;Rome=로마;\
    Salta=살타;San_Juan=산후안;San_Luis=산루이스;Santarem=산타렘;Santiago=산티아고;Santo_Domingo=산토도밍고;Sao_Paulo=상파울루;\
    Seoul=서울;Shanghai=상하이;Singapore=싱가포르;St_Barthelemy=생바르텔레미;St_Kitts=세인트키츠;St_Lucia=세인트루시아;\
    St_Thomas=세인트토마스;St_Vincent=세인트빈센트;Stanley=스탠리;Taipei=타이베이;Tegucigalpa=테구시갈파;Tijuana=티후아나;Tokyo=도쿄;\
    Toronto=토론토;Tortola=토르톨라;Tucuman=투쿠만;Ushuaia=우수아이아;Vancouver=밴쿠버;Zurich=취리히;";
pub const FR: &str = "Araguaina=Araguaína;Asuncion=Asunción;Bahia_Banderas=Bahia de Banderas;Barbados=La Barbade;\
    Belem=Belém;Bermuda=Bermudes;Bogota=Bogotá;Brussels=Bruxelles;Cancun=Cancún;Cayman=Caïmans;\
    Ciudad_Juarez=Ciudad Juárez;Cordoba=Córdoba;Costa_Rica=San José;Cuiaba=Cuiabá;Curacao=Curaçao;\
    Dominica=Dominique;Easter=Île de Pâques;Eirunepe=Eirunepé;El_Salvador=San Salvador;\
    Galapagos=Galápagos;Grenada=Grenade;Havana=La Havane;Jamaica=Kingston;Lisbon=Lisbonne;London=Londres;\
    Lower_Princes=Lower Prince’s Quarter;Maceio=Maceió;Manaus=Manaos;Mazatlan=Mazatlán;Merida=Mérida;\
    Mexico_City=Mexico;Noronha=Fernando de Noronha;Port_of_Spain=Port-d’Espagne;Puerto_Rico=Porto Rico;\
    Rio_Gallegos=Río Gallegos;Santarem=Santarém;Santo_Domingo=Saint-Domingue;Sao_Paulo=São Paulo;\
    Seoul=Séoul;Singapore=Singapour;St_Barthelemy=Saint-Barthélemy;St_Kitts=Saint-Christophe;\
    St_Lucia=Sainte-Lucie;St_Thomas=Saint-Thomas;St_Vincent=Saint-Vincent;Tucuman=Tucumán;\
    Ushuaia=Ushuaïa;";
pub const HT: &str = "Anguilla=Angiya;Antigua=Antigwa;Araguaina=Araguaína;Aruba=Awouba;Asuncion=Asunción;\
    Bahia_Banderas=Bahia de Banderas;Barbados=Lababad;Belem=Belém;Belize=Beliz;Bermuda=Bèmid;\
    Bogota=Bogotá;Brussels=Bruxelles;Cancun=Cancún;Cayman=Kayman;Ciudad_Juarez=Ciudad Juárez;\
    Cordoba=Córdoba;Costa_Rica=San José;Cuiaba=Cuiabá;Curacao=Kiraso;Dominica=Dominik;\
    Easter=Île de Pâques;Eirunepe=Eirunepé;El_Salvador=San Salvador;Galapagos=Galápagos;Grenada=Grenad;\
    Guadeloupe=Gwadloup;Guatemala=Gwatemala;Guyana=Giyana;Havana=Lahavàn;Jamaica=Kingston;Lisbon=Lisbonne;\
    London=Lond;Lower_Princes=Lower Prince’s Quarter;Maceio=Maceió;Manaus=Manaos;Martinique=Matinik;\
    Mazatlan=Mazatlán;Merida=Mérida;Mexico_City=Meksiko;Montserrat=Monsera;New_York=Nouyòk;\
    Noronha=Fernando de Noronha;Paris=Pari;Port-au-Prince=Pòtoprens;Port_of_Spain=Port-d’Espagne;\
    Puerto_Rico=Pòtoriko;Rio_Gallegos=Río Gallegos;Santarem=Santarém;Santo_Domingo=Sendomeng;\
    Sao_Paulo=São Paulo;Seoul=Seyoul;Singapore=Singapour;St_Barthelemy=Saint-Barthélemy;St_Kitts=Sen Kits;\
    St_Lucia=Sent Lisi;St_Thomas=Saint-Thomas;St_Vincent=Sen Vensan;Tucuman=Tucumán;Ushuaia=Ushuaïa;";
pub const NL: &str = "Araguaina=Araguaína;Asuncion=Asunción;Bahia_Banderas=Bahía de Banderas;Belem=Belém;Berlin=Berlijn;\
    Bogota=Bogotá;Brussels=Brussel;Cancun=Cancún;Ciudad_Juarez=Ciudad Juárez;Cordoba=Córdoba;\
    Costa_Rica=San José;Cuiaba=Cuiabá;Curacao=Curaçao;Easter=Paaseiland;Eirunepe=Eirunepé;\
    El_Salvador=San Salvador;Galapagos=Galápagos;Jamaica=Kingston;Lisbon=Lissabon;London=Londen;\
    Lower_Princes=Beneden Prinsen Kwartier;Maceio=Maceió;Mazatlan=Mazatlán;Merida=Mérida;\
    Mexico_City=Mexico-Stad;Noronha=Fernando de Noronha;Paris=Parijs;Rio_Gallegos=Río Gallegos;\
    Santarem=Santarém;Sao_Paulo=São Paulo;Seoul=Seoel;Shanghai=Sjanghai;St_Barthelemy=Saint-Barthélemy;\
    St_Kitts=Saint Kitts;St_Lucia=Saint Lucia;St_Thomas=Saint Thomas;St_Vincent=Saint Vincent;\
    Tokyo=Tokio;Tucuman=Tucumán;Zurich=Zürich;";

//! Sentences for what only a check of the whole feed finds (`feed::check`): kept apart, since no visitor needs them.

use super::language::Language;

/// What `feed::ProblemCode` has behind the reader's codes, in its order, with a sentence a line.
pub fn findings(language: Language) -> &'static str {
    FINDINGS.get(language as usize).copied().unwrap_or_default()
}

/// By language, in the order of [`Language::ALL`].
const FINDINGS: [&str; 7] = [
    "El texto supera los 20\u{a0}000 caracteres y se recortó; abrévielo.\n\
            La misma clave aparece dos veces; solo cuenta la última.\n\
            Es una página web y no un programa; compruebe la dirección y si pide iniciar sesión.\n\
            Es el programa de otro sistema; conviértalo con forum-widget import.\n\
            El archivo está en UTF-16 o UTF-32; guárdelo en UTF-8.\n\
            El archivo comienza con una marca de orden de bytes; guárdelo en UTF-8 sin BOM.\n\
            Hay bytes que no son UTF-8; guarde el archivo en UTF-8.\n\
            Un emoji u otro carácter quedó cortado por la mitad; escríbalo de nuevo.\n\
            El texto contiene caracteres invisibles; se quitaron.\n\
            El formato no tiene este campo aquí; compruebe su nombre.\n\
            El formato no tiene esta palabra; se muestra el caso general.\n\
            ISO 3166-1 no asigna este código a ningún país.\n\
            El inicio cae en un día distinto de la fecha indicada.",
    "O texto passa de 20\u{a0}000 caracteres e foi cortado; abrevie-o.\n\
            A mesma chave aparece duas vezes; só conta a última.\n\
            É uma página web e não uma programação; verifique o endereço e se ele pede login.\n\
            É a programação de outro sistema; converta-a com forum-widget import.\n\
            O arquivo está em UTF-16 ou UTF-32; salve-o em UTF-8.\n\
            O arquivo começa com uma marca de ordem de bytes; salve-o em UTF-8 sem BOM.\n\
            Há bytes que não são UTF-8; salve o arquivo em UTF-8.\n\
            Um emoji ou outro caractere foi cortado ao meio; escreva-o de novo.\n\
            O texto contém caracteres invisíveis; foram retirados.\n\
            O formato não tem este campo aqui; verifique o nome.\n\
            O formato não tem esta palavra; é exibido o caso geral.\n\
            A ISO 3166-1 não atribui este código a nenhum país.\n\
            O início cai em dia diferente da data indicada.",
    "The text is longer than 20,000 characters and was cut; shorten it.\n\
            The same key appears twice; only the last one counts.\n\
            This is a web page and not a programme; check the address, and whether it asks you to log in.\n\
            This is the programme of another system; convert it with forum-widget import.\n\
            The file is in UTF-16 or UTF-32; save it as UTF-8.\n\
            The file begins with a byte-order mark; save it as UTF-8 without BOM.\n\
            Some bytes are not UTF-8; save the file as UTF-8.\n\
            An emoji or other character was cut in half; write it again.\n\
            The text contains invisible characters; they were taken out.\n\
            The format has no such field here; check its name.\n\
            The format has no such word; the general case is shown.\n\
            ISO 3166-1 assigns this code to no country.\n\
            The start is on a different day from the date given.",
    "텍스트가 20,000자를 넘어 잘렸습니다. 줄여 쓰십시오.\n\
            같은 키가 두 번 있습니다. 마지막 것만 적용됩니다.\n\
            일정이 아니라 웹 페이지입니다. 주소와 로그인 요구 여부를 확인하십시오.\n\
            다른 시스템의 일정입니다. forum-widget import로 변환하십시오.\n\
            UTF-16 또는 UTF-32 파일입니다. UTF-8로 저장하십시오.\n\
            파일이 바이트 순서 표시로 시작합니다. BOM 없는 UTF-8로 저장하십시오.\n\
            UTF-8이 아닌 바이트가 있습니다. UTF-8로 저장하십시오.\n\
            이모지 등 문자가 중간에서 잘렸습니다. 다시 입력하십시오.\n\
            텍스트에 보이지 않는 문자가 있어 제거했습니다.\n\
            이 위치에 없는 항목입니다. 이름을 확인하십시오.\n\
            형식에 없는 단어라 일반적인 경우로 표시합니다.\n\
            ISO 3166-1에서 어느 국가에도 부여하지 않은 코드입니다.\n\
            시작 시각이 지정된 날짜와 다른 날입니다.",
    "Le texte dépasse 20\u{a0}000 caractères et a été coupé\u{a0}; abrégez-le.\n\
            La même clé figure deux fois\u{a0}; seule la dernière compte.\n\
            C’est une page web et non un programme\u{a0}; vérifiez l’adresse et si elle demande une connexion.\n\
            C’est le programme d’un autre système\u{a0}; convertissez-le avec forum-widget import.\n\
            Le fichier est en UTF-16 ou UTF-32\u{a0}; enregistrez-le en UTF-8.\n\
            Le fichier commence par une marque d’ordre des octets\u{a0}; enregistrez-le en UTF-8 sans BOM.\n\
            Des octets ne sont pas de l’UTF-8\u{a0}; enregistrez le fichier en UTF-8.\n\
            Un émoji ou un autre caractère a été coupé en deux\u{a0}; écrivez-le de nouveau.\n\
            Le texte contient des caractères invisibles\u{a0}; ils ont été retirés.\n\
            Le format n’a pas ce champ ici\u{a0}; vérifiez son nom.\n\
            Le format n’a pas ce mot\u{a0}; le cas général est affiché.\n\
            L’ISO 3166-1 n’attribue ce code à aucun pays.\n\
            Le début tombe un autre jour que la date indiquée.",
    "Tèks la depase 20\u{a0}000 karaktè epi yo koupe l; fè l pi kout.\n\
            Menm kle a parèt de fwa; se dènye a sèlman ki konte.\n\
            Se yon paj wèb, se pa yon pwogram; verifye adrès la epi si li mande konekte.\n\
            Se pwogram yon lòt sistèm; konvèti l ak forum-widget import.\n\
            Fichye a nan UTF-16 oswa UTF-32; anrejistre l nan UTF-8.\n\
            Fichye a kòmanse ak yon mak lòd oktè; anrejistre l nan UTF-8 san BOM.\n\
            Gen oktè ki pa UTF-8; anrejistre fichye a nan UTF-8.\n\
            Yon emoji oswa yon lòt karaktè koupe nan mitan; ekri l ankò.\n\
            Tèks la gen karaktè envizib; yo retire yo.\n\
            Fòma a pa gen chan sa a isit la; verifye non li.\n\
            Fòma a pa gen mo sa a; yo montre ka jeneral la.\n\
            ISO 3166-1 pa bay okenn peyi kòd sa a.\n\
            Kòmansman an tonbe yon lòt jou pase dat ki endike a.",
    "De tekst is langer dan 20.000 tekens en is afgekapt; maak die korter.\n\
            Dezelfde sleutel komt twee keer voor; alleen de laatste telt.\n\
            Dit is een webpagina en geen programma; controleer het adres en of het om inloggen vraagt.\n\
            Dit is het programma van een ander systeem; zet het om met forum-widget import.\n\
            Het bestand is in UTF-16 of UTF-32; sla het op als UTF-8.\n\
            Het bestand begint met een byte-order-mark; sla het op als UTF-8 zonder BOM.\n\
            Sommige bytes zijn geen UTF-8; sla het bestand op als UTF-8.\n\
            Een emoji of ander teken is doormidden geknipt; schrijf het opnieuw.\n\
            De tekst bevat onzichtbare tekens; die zijn verwijderd.\n\
            Het formaat heeft dit veld hier niet; controleer de naam.\n\
            Het formaat heeft dit woord niet; het algemene geval wordt getoond.\n\
            ISO 3166-1 kent deze code aan geen land toe.\n\
            Het begin valt op een andere dag dan de opgegeven datum.",
];

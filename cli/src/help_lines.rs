//! What the help says of each command and argument.

/// A command (none for the program, and for what several commands have), one of its arguments (none for the command
/// itself), and what it says in Spanish and in Portuguese. The English is in the declarations.
pub type Line = (&'static str, &'static str, &'static str, &'static str);

#[rustfmt::skip]
pub const LINES: [Line; 30] = [
    ("", "", "Verifica, importa y muestra el programa de un foro (Forum Feed 1)", "Verifica, importa e exibe a programação de um fórum (Forum Feed 1)"),
    ("", "lang", "El idioma de los mensajes y de lo que se muestra: es, pt, en, ko, fr, ht o nl", "O idioma das mensagens e do que é exibido: es, pt, en, ko, fr, ht ou nl"),
    ("", "help", "Muestra esta ayuda", "Exibe esta ajuda"),
    ("", "version", "Muestra la versión", "Exibe a versão"),
    ("", "feed", "El programa: un archivo, una dirección http(s) o - para la entrada estándar", "A programação: um arquivo, um endereço http(s) ou - para a entrada padrão"),
    ("check", "", "Enumera los problemas de un programa, con su lugar y qué hacer", "Lista os problemas de uma programação, com o lugar e o que fazer"),
    ("check", "feeds", "Programas: archivos, direcciones http(s) o - para la entrada estándar", "Programações: arquivos, endereços http(s) ou - para a entrada padrão"),
    ("check", "json", "Escribe un documento JSON para otros programas, con los mensajes en español, portugués e inglés", "Escreve um documento JSON para outros programas, com as mensagens em espanhol, português e inglês"),
    ("import", "", "Convierte el programa de otro sistema, o una hoja de cálculo", "Converte a programação de outro sistema, ou uma planilha"),
    ("import", "from", "El formato de la entrada", "O formato da entrada"),
    ("import", "input", "La entrada: un archivo, una dirección http(s) o - para la entrada estándar", "A entrada: um arquivo, um endereço http(s) ou - para a entrada padrão"),
    ("import", "name", "El nombre del foro, si la entrada no lo indica o indica otro", "O nome do fórum, se a entrada não o informa ou informa outro"),
    ("import", "time_zone", "La zona horaria del foro, como America/Bogota, si la entrada no la indica", "O fuso horário do fórum, como America/Sao_Paulo, se a entrada não o informa"),
    ("import", "id", "El identificador del foro, en lugar del que se forma con su nombre", "O identificador do fórum, em lugar do que se forma com o nome"),
    ("import", "text_language", "El idioma de los textos de la entrada, como es, si no lo indica", "O idioma dos textos da entrada, como pt, se ela não o informa"),
    ("import", "template", "Escribe una hoja de cálculo (CSV) para completar y no importa nada", "Escreve uma planilha (CSV) para preencher e não importa nada"),
    ("render", "", "Escribe el HTML del widget, para páginas sin scripts", "Escreve o HTML do widget, para páginas sem scripts"),
    ("render", "view", "Las vistas: agenda, map (mapa), delegations (delegaciones)", "As vistas: agenda, map (mapa), delegations (delegações)"),
    ("render", "page", "Escribe una página completa y no solo el contenido de <forum-widget>", "Escreve uma página completa e não só o conteúdo de <forum-widget>"),
    ("render", "stylesheet", "Guarda la hoja de estilos en este archivo; la página la enlaza por su nombre", "Grava a folha de estilos neste arquivo; a página a vincula pelo nome"),
    ("render", "theme", "Los colores: light (claro), dark (oscuro), auto o inherit (los de la página)", "As cores: light (claro), dark (escuro), auto ou inherit (as da página)"),
    ("render", "heading_level", "El nivel del primer título, de 2 a 6; una página completa comienza con 1", "O nível do primeiro título, de 2 a 6; uma página completa começa com 1"),
    ("render", "no_structured_data", "Omite los datos para buscadores (schema.org, JSON-LD)", "Omite os dados para buscadores (schema.org, JSON-LD)"),
    ("render", "svg", "Escribe solo el mapa, como imagen (SVG)", "Escreve só o mapa, como imagem (SVG)"),
    ("calendar", "", "Escribe el programa como calendario (iCalendar, .ics)", "Escreve a programação como calendário (iCalendar, .ics)"),
    ("calendar", "session", "Solo esta sesión, por su identificador; se puede repetir", "Só esta sessão, pelo identificador; pode ser repetido"),
    ("calendar", "country", "Solo las sesiones en que interviene este país, por su código ISO 3166-1; se puede repetir", "Só as sessões em que este país intervém, pelo código ISO 3166-1; pode ser repetido"),
    ("translate", "", "Enumera los textos a los que les falta un idioma", "Lista os textos aos quais falta um idioma"),
    ("translate", "missing", "Enumera los textos a los que les falta un idioma, con su lugar y los idiomas", "Lista os textos aos quais falta um idioma, com o lugar e os idiomas"),
    ("translate", "languages", "Los idiomas que debe haber", "Os idiomas que deve haver"),
];

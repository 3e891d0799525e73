//! Portuguese.

use super::Words;

pub const WORDS: Words = Words {
    error: "erro",
    warning: "aviso",
    errors: "{} erro\n{} de erros\n{} erros",
    warnings: "{} aviso\n{} de avisos\n{} avisos",
    no_problems: "sem problemas",
    cannot_read: "não é possível ler {}",
    not_shared: "nenhum outro site pode lê-lo pelo navegador; sirva-o com o cabeçalho Access-Control-Allow-Origin: *",
    cannot_write: "não é possível gravar {}",
    too_large: "excede o permitido (8 MB, 10 000 sessões)",
    syntax: "não é possível ler a partir da linha {}; verifique o formato",
    not_in_the_format: "não tem o formato indicado com --from",
    another_format: "é do formato {}; escreva --from {}",
    name_is_missing: "o formato não informa o nome do fórum; acrescente --name \"Nome do fórum\"",
    time_zone_is_missing: "o formato não informa o fuso horário; acrescente --time-zone America/Sao_Paulo",
    no_session: "não contém nenhuma sessão",
    unknown_session: "nenhuma sessão tem o identificador {}",
    no_day: "nenhuma das sessões tem data",
    losses: "{} perda\n{} de perdas\n{} perdas",
    incomplete_texts: "{} texto incompleto\n{} de textos incompletos\n{} textos incompletos",
    loss_kinds: [
        "O Forum Feed não tem este campo; foi omitido.",
        "Falta ao registro o título, o nome ou a data; foi omitido.",
        "Não é possível ler a data ou o horário; foi omitido.",
        "Não é possível ler o valor; foi omitido.",
        "Nenhum registro tem este identificador; a referência foi omitida.",
        "Outro registro tem o mesmo identificador; recebeu outro.",
        "O endereço não é completo ou não é da web; foi omitido.",
        "A formatação (HTML ou Markdown) foi retirada e o texto foi mantido.",
        "A regra de repetição foi omitida; foi mantida a primeira vez.",
        "O texto era longo demais e foi cortado.",
        "O país, o idioma ou o fuso horário é desconhecido; foi omitido.",
    ],
};

//! Portuguese, as in Brazil.

use super::Messages;
use crate::locale::country_names;
use crate::locale::zones::city_names;

pub const MESSAGES: Messages = Messages {
    programme: "Programação",
    programme_to_be_announced: "A programação será anunciada.",
    participating_countries: "Países participantes",
    delegations: "Delegações",
    countries: "{}\u{a0}país\n{}\u{a0}de\u{a0}países\n{}\u{a0}países",
    sessions: "{}\u{a0}sessão\n{}\u{a0}de\u{a0}sessões\n{}\u{a0}sessões",
    people: "{}\u{a0}pessoa\n{}\u{a0}de\u{a0}pessoas\n{}\u{a0}pessoas",
    digit_group: ".",
    organizers: "Organização",
    source: "Fonte",
    license: "Licença",
    updated: "Atualizado em {}",
    contact: "Contato",
    map_description: "Mapa dos países participantes; a lista a seguir contém os mesmos dados.",
    map_note: "As fronteiras e os nomes que constam deste mapa não implicam apoio nem aceitação por parte \
               dos organizadores.",
    malvinas_note: "† Existe uma disputa entre a Argentina e o Reino Unido sobre a soberania das Ilhas Malvinas \
        (Falkland Islands).",
    regions: "Região\n\
        Tudo\n\
        México e América Central\n\
        Caribe\n\
        América do Sul",
    also_taking_part: "Outros participantes",
    choose_country: "Escolha um país para destacar a delegação e as sessões desse país.",
    clear_selection: "Remover a seleção",
    selected: "País selecionado",
    host: "Anfitrião",
    day_number: "Dia {}",
    day_to_be_announced: "Data a anunciar",
    time_to_be_announced: "Horário a anunciar",
    hours_not_published: "Horários não publicados",
    time_of: "Horário de {}",
    session_number: "Sessão {}",
    names_not_published: "A fonte não publica nomes.",
    country_not_given: "País não informado",
    country_names: country_names::PT,
    institutions: "Instituições",
    in_language: "em espanhol\n\
        em português\n\
        em inglês\n\
        em coreano\n\
        em francês\n\
        em crioulo haitiano\n\
        em neerlandês",
    forum_modes: "Presencial\n\
        On-line\n\
        Presencial e on-line",
    modes: "Presencial\n\
        Vídeo gravado\n\
        On-line",
    several_modes: "Várias modalidades",
    taking_part: "Participa",
    levels: "Chefia de Estado ou de Governo\n\
        Nível ministerial\n\
        Nível vice-ministerial\n\
        Alto nível\n\
        Nível técnico",
    kinds: "Abertura\n\
        Discurso\n\
        Palestra magna\n\
        Painel\n\
        Intervalo\n\
        Cerimônia\n\
        Reunião bilateral\n\
        Encerramento\n\
        Sessão",
    parts: "Discurso de abertura\n\
        Palavras de boas-vindas\n\
        Palavras de congratulação\n\
        Palestra magna\n\
        Presidência\n\
        Moderação\n\
        Painel",
    statuses: "Em andamento\n\
        Encerrada\n\
        Horário alterado\n\
        Adiada\n\
        Cancelada",
    months: "janeiro\n\
        fevereiro\n\
        março\n\
        abril\n\
        maio\n\
        junho\n\
        julho\n\
        agosto\n\
        setembro\n\
        outubro\n\
        novembro\n\
        dezembro",
    weekdays: "Segunda-feira\n\
        Terça-feira\n\
        Quarta-feira\n\
        Quinta-feira\n\
        Sexta-feira\n\
        Sábado\n\
        Domingo",
    and: " e ",
    retry: "Tentar novamente",
    outdated: "Não foi possível atualizar a programação; é exibida a última cópia disponível.",
    failures: "Não foi possível carregar a programação: o servidor não responde ou não permite a leitura a partir deste site.\n\
        Não foi possível carregar a programação: a política de segurança desta página (CSP) bloqueia o endereço.\n\
        Não foi possível carregar a programação: o servidor respondeu com um erro.\n\
        Não foi possível exibir a programação: o documento recebido não é uma programação válida.\n\
        Não foi possível exibir a programação: o documento excede o tamanho permitido.",
    problems: "O texto não é JSON válido ou está incompleto; corrija a escrita neste ponto.\n\
        Há níveis de aninhamento demais; são admitidos 64.\n\
        O valor não é do tipo esperado; escreva-o como indica o formato.\n\
        Falta um campo obrigatório; acrescente-o.\n\
        Esta versão do formato é desconhecida; escreva 1.\n\
        A data não existe ou não tem a forma AAAA-MM-DD.\n\
        O horário não existe ou não segue a RFC 3339 (por exemplo, 2021-03-17T09:00:00+09:00).\n\
        Este horário local não existe por causa da mudança de hora; indique a diferença de fuso.\n\
        Este horário local ocorre duas vezes por causa da mudança de hora; indique a diferença de fuso.\n\
        Não é um código de país ISO 3166-1 de duas letras.\n\
        Não é uma etiqueta de idioma BCP 47 (por exemplo, es ou pt-BR).\n\
        Não é um fuso horário conhecido (por exemplo, America/Sao_Paulo).\n\
        Só são admitidos endereços http, https ou mailto completos.\n\
        Outro registro da lista tem o mesmo identificador; altere um dos dois.\n\
        Nenhum registro tem este identificador; corrija-o ou acrescente o registro.\n\
        O fim é anterior ao início; foi omitido.\n\
        Há mais registros do que o permitido; os demais são omitidos.\n\
        O documento excede o tamanho permitido de 8 MB.\n\
        O documento não contém nada para exibir.",
    search_label: "Buscar na programação",
    filters: "Filtros",
    filter_names: "Tema\n\
        País\n\
        Tipo\n\
        Idioma\n\
        Modalidade",
    arrange_by: "Organizar por",
    day: "Dia",
    other_sessions: "Outras sessões",
    all_of_it: "Sem filtro",
    clear_filters: "Remover filtros",
    results: "{} sessão encontrada\n{} de sessões encontradas\n{} sessões encontradas",
    no_results: "Nenhuma sessão encontrada. Tente outras palavras ou remova filtros.",
    languages_of_session: "Idioma\nInterpretação para\nLíngua de sinais",
    language_names: "espanhol\n\
        português\n\
        inglês\n\
        coreano\n\
        francês\n\
        crioulo haitiano\n\
        neerlandês",
    room: "Sala",
    link_kinds: "Transmissão ao vivo\n\
        Gravação\n\
        Apresentação\n\
        Comunicado à imprensa\n\
        Documento",
    add_to_calendar: "Adicionar ao calendário",
    calendar_file: "Esta sessão (.ics)",
    calendar_all: "Toda a programação (.ics)",
    calendar_found: "As sessões encontradas (.ics)",
    google: "Google Agenda",
    outlook: "Outlook",
    copy_link: "Copiar link",
    copied: "Link copiado",
    previous_session: "Sessão anterior",
    next_session: "Próxima sessão",
    now: "Agora",
    next: "A seguir",
    to_now: "Ir para a sessão atual ou seguinte",
    time_zone: "Fuso horário",
    zone_of_event: "Horário do evento",
    zone_of_visitor: "Meu horário",
    your_time: "seu horário",
    day_before: "{} do dia anterior",
    day_after: "{} do dia seguinte",
    moved_from: "Horário anterior: {}",
    hours_less: "em {}, {} hora a menos\nem {}, {} de horas a menos\nem {}, {} horas a menos",
    hours_more: "em {}, {} hora a mais\nem {}, {} de horas a mais\nem {}, {} horas a mais",
    am_pm: "AM\nPM",
    show_more: "Mostrar mais {} sessão\nMostrar mais {} de sessões\nMostrar mais {} sessões",
    favorite: "Favorita: {}",
    only_favorites: "Somente favoritas ({})",
    news: "Nova desde a sua última visita\nAlterada desde a sua última visita",
    city_names: city_names::PT,
    see_delegation: "Ver a delegação",
    save_map: "Baixar o mapa (.svg)",
    other_countries: country_names::others::PT,
};

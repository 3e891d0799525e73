//! Korean.

use super::Messages;
use crate::locale::country_names;
use crate::locale::zones::city_names;

pub const MESSAGES: Messages = Messages {
    programme: "일정",
    programme_to_be_announced: "일정은 추후 공지됩니다.",
    participating_countries: "참가국",
    delegations: "대표단",
    countries: "{}개국\n{}개국\n{}개국",
    sessions: "세션\u{a0}{}개\n세션\u{a0}{}개\n세션\u{a0}{}개",
    people: "{}명\n{}명\n{}명",
    digit_group: ",",
    organizers: "주최",
    source: "출처",
    license: "이용 허락",
    updated: "{} 갱신",
    contact: "문의",
    map_description: "참가국 지도입니다. 이어지는 목록에 같은 내용이 있습니다.",
    map_note: "이 지도에 표시된 경계와 명칭은 주최 측의 승인이나 수용을 의미하지 않습니다.",
    malvinas_note: "† 포클랜드 제도(말비나스)의 영유권을 둘러싸고 아르헨티나와 영국 사이에 분쟁이 있습니다.",
    regions: "지역\n\
        전체\n\
        멕시코·중앙아메리카\n\
        카리브\n\
        남아메리카",
    also_taking_part: "그 밖의 참가국",
    choose_country: "국가를 선택하면 대표단과 참여 세션이 강조 표시됩니다.",
    clear_selection: "선택 해제",
    selected: "선택한 국가",
    host: "주최국",
    day_number: "{}일 차",
    day_to_be_announced: "날짜 추후 공지",
    time_to_be_announced: "시간 추후 공지",
    hours_not_published: "시간 미공개",
    time_of: "{} 시각",
    session_number: "세션 {}",
    names_not_published: "출처에 명단이 공개되지 않았습니다.",
    country_not_given: "국가 미표기",
    country_names: country_names::KO,
    institutions: "참여 기관",
    in_language: "스페인어\n\
        포르투갈어\n\
        영어\n\
        한국어\n\
        프랑스어\n\
        아이티 크레올어\n\
        네덜란드어",
    forum_modes: "대면\n\
        온라인\n\
        대면·온라인 병행",
    modes: "대면 참석\n\
        사전 녹화 영상\n\
        온라인 참석",
    several_modes: "복수 방식",
    taking_part: "참가",
    levels: "정상급\n\
        장관급\n\
        차관급\n\
        고위급\n\
        전문가급",
    kinds: "개회\n\
        발언\n\
        기조연설\n\
        패널 토론\n\
        휴식\n\
        행사\n\
        양자 회의\n\
        폐회\n\
        세션",
    parts: "개회사\n\
        환영사\n\
        축사\n\
        기조연설\n\
        좌장\n\
        사회\n\
        패널",
    statuses: "진행 중\n\
        종료\n\
        시간 변경\n\
        연기\n\
        취소",
    months: "1월\n\
        2월\n\
        3월\n\
        4월\n\
        5월\n\
        6월\n\
        7월\n\
        8월\n\
        9월\n\
        10월\n\
        11월\n\
        12월",
    weekdays: "월요일\n\
        화요일\n\
        수요일\n\
        목요일\n\
        금요일\n\
        토요일\n\
        일요일",
    and: ", ",
    retry: "다시 시도",
    outdated: "일정을 갱신하지 못하여 마지막으로 받은 사본을 표시합니다.",
    failures: "일정을 불러오지 못했습니다. 서버가 응답하지 않거나 이 사이트에서 읽는 것을 허용하지 않습니다.\n\
        일정을 불러오지 못했습니다. 이 페이지의 보안 정책(CSP)이 해당 주소를 차단합니다.\n\
        일정을 불러오지 못했습니다. 서버가 오류로 응답했습니다.\n\
        일정을 표시하지 못했습니다. 받은 문서가 올바른 일정이 아닙니다.\n\
        일정을 표시하지 못했습니다. 문서가 허용 크기를 초과합니다.",
    problems: "올바른 JSON이 아니거나 내용이 중간에 끊겼습니다. 이 위치의 표기를 고치십시오.\n\
        중첩이 너무 깊습니다. 64단계까지 허용됩니다.\n\
        값의 형식이 예상과 다릅니다. 형식 설명에 따라 입력하십시오.\n\
        필수 항목이 없습니다. 추가하십시오.\n\
        알 수 없는 형식 버전입니다. 1로 입력하십시오.\n\
        없는 날짜이거나 YYYY-MM-DD 형식이 아닙니다.\n\
        없는 시각이거나 2021-03-17T09:00:00+09:00과 같은 RFC 3339 형식이 아닙니다.\n\
        서머타임 전환으로 존재하지 않는 현지 시각입니다. UTC와의 시차를 입력하십시오.\n\
        서머타임 전환으로 두 번 나타나는 현지 시각입니다. UTC와의 시차를 입력하십시오.\n\
        ISO 3166-1 두 글자 국가 코드가 아닙니다.\n\
        es, pt-BR과 같은 BCP 47 언어 태그가 아닙니다.\n\
        America/Bogota와 같은 알려진 시간대가 아닙니다.\n\
        http, https, mailto로 시작하는 완전한 주소만 허용됩니다.\n\
        목록의 다른 항목과 식별자가 같습니다. 둘 중 하나를 바꾸십시오.\n\
        이 식별자를 가진 항목이 없습니다. 식별자를 고치거나 항목을 추가하십시오.\n\
        종료가 시작보다 빨라 제외했습니다.\n\
        허용된 수보다 항목이 많아 나머지는 제외합니다.\n\
        문서가 허용된 크기 8MB를 넘습니다.\n\
        문서에 표시할 내용이 없습니다.",
    search_label: "일정 검색",
    filters: "필터",
    filter_names: "주제\n\
        국가\n\
        유형\n\
        언어\n\
        참가 방식",
    arrange_by: "분류 기준",
    day: "날짜",
    other_sessions: "기타 세션",
    all_of_it: "전체",
    clear_filters: "필터 해제",
    results: "검색된 세션 {}개\n검색된 세션 {}개\n검색된 세션 {}개",
    no_results: "일치하는 세션이 없습니다. 다른 단어로 검색하거나 필터를 해제하십시오.",
    languages_of_session: "사용 언어\n통역 언어\n수어",
    language_names: "스페인어\n\
        포르투갈어\n\
        영어\n\
        한국어\n\
        프랑스어\n\
        아이티 크레올어\n\
        네덜란드어",
    room: "회의장",
    link_kinds: "실시간 중계\n\
        녹화 영상\n\
        발표 자료\n\
        보도자료\n\
        문서",
    add_to_calendar: "캘린더에 추가",
    calendar_file: "이 세션(.ics)",
    calendar_all: "전체 일정(.ics)",
    calendar_found: "검색된 세션(.ics)",
    google: "Google 캘린더",
    outlook: "Outlook",
    copy_link: "링크 복사",
    copied: "링크를 복사했습니다",
    previous_session: "이전 세션",
    next_session: "다음 세션",
    now: "진행 중",
    next: "다음 순서",
    to_now: "진행 중이거나 다음 순서인 세션으로 이동",
    time_zone: "시간대",
    zone_of_event: "행사 현지 시각",
    zone_of_visitor: "내 현지 시각",
    your_time: "사용자 지역",
    day_before: "전날 {}",
    day_after: "다음 날 {}",
    moved_from: "변경 전: {}",
    hours_less: "{} 시각은 {}시간 느림\n{} 시각은 {}시간 느림\n{} 시각은 {}시간 느림",
    hours_more: "{} 시각은 {}시간 빠름\n{} 시각은 {}시간 빠름\n{} 시각은 {}시간 빠름",
    am_pm: "오전\n오후",
    show_more: "세션 {}개 더 보기\n세션 {}개 더 보기\n세션 {}개 더 보기",
    favorite: "즐겨찾기: {}",
    only_favorites: "즐겨찾기만 보기({})",
    news: "지난 방문 이후 추가됨\n지난 방문 이후 변경됨",
    city_names: city_names::KO,
    see_delegation: "대표단 보기",
    save_map: "지도 내려받기(.svg)",
    other_countries: country_names::others::KO,
};

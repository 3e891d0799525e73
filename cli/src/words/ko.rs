//! Korean.

use super::Words;

pub const WORDS: Words = Words {
    error: "오류",
    warning: "경고",
    errors: "오류 {}건\n오류 {}건\n오류 {}건",
    warnings: "경고 {}건\n경고 {}건\n경고 {}건",
    no_problems: "문제 없음",
    cannot_read: "{}을(를) 읽을 수 없습니다",
    not_shared: "다른 사이트의 브라우저에서 읽을 수 없습니다. Access-Control-Allow-Origin: * 헤더와 함께 제공하십시오",
    cannot_write: "{}에 쓸 수 없습니다",
    too_large: "허용된 한도(8MB, 세션 10,000개)를 넘습니다",
    syntax: "{}번째 줄부터 읽을 수 없습니다. 형식을 확인하십시오",
    not_in_the_format: "--from으로 지정한 형식이 아닙니다",
    another_format: "{} 형식입니다. --from {}을(를) 입력하십시오",
    name_is_missing: "형식에 포럼 이름이 없습니다. --name \"포럼 이름\"을 추가하십시오",
    time_zone_is_missing: "형식에 시간대가 없습니다. --time-zone Asia/Seoul을 추가하십시오",
    no_session: "세션이 없습니다",
    unknown_session: "식별자가 {}인 세션이 없습니다",
    no_day: "날짜가 정해진 세션이 없습니다",
    losses: "누락 {}건\n누락 {}건\n누락 {}건",
    incomplete_texts: "번역이 빠진 텍스트 {}개\n번역이 빠진 텍스트 {}개\n번역이 빠진 텍스트 {}개",
    loss_kinds: [
        "Forum Feed에 없는 항목이라 제외했습니다.",
        "제목, 이름 또는 날짜가 없어 제외했습니다.",
        "날짜나 시각을 읽을 수 없어 제외했습니다.",
        "값을 읽을 수 없어 제외했습니다.",
        "이 식별자를 가진 항목이 없어 참조를 제외했습니다.",
        "다른 항목과 식별자가 같아 새 식별자를 부여했습니다.",
        "완전한 웹 주소가 아니라 제외했습니다.",
        "서식(HTML 또는 Markdown)을 제거하고 텍스트만 남겼습니다.",
        "반복 규칙을 제외하고 첫 회만 남겼습니다.",
        "텍스트가 너무 길어 잘랐습니다.",
        "알 수 없는 국가, 언어 또는 시간대라 제외했습니다.",
    ],
};

// The one sentence that is needed where the engine, which has all the others, could not be loaded.

/** @type {Record<string, string>} */
const SENTENCES = {
  es: "No se pudo mostrar el programa en este navegador o con la configuración de esta página.",
  pt: "Não foi possível exibir a programação neste navegador ou com a configuração desta página.",
  en: "The programme could not be shown in this browser or with this page’s settings.",
  ko: "이 브라우저 또는 이 페이지의 설정에서는 일정을 표시할 수 없습니다.",
  fr: "Le programme n’a pas pu être affiché dans ce navigateur ou avec les réglages de cette page.",
  ht: "Nou pa t ka montre pwogram nan nan navigatè sa a oswa ak règ paj sa a.",
  nl: "Het programma kon niet worden getoond in deze browser of met de instellingen van deze pagina.",
};

/**
 * The sentence in the first of the languages that has one, with its language.
 * @param {string[]} languages BCP 47 tags, best first
 * @returns {{ language: string, sentence: string }}
 */
export function withoutEngine(languages) {
  const known = languages.map((tag) => tag.slice(0, 2).toLowerCase());
  const language = known.find((tag) => tag in SENTENCES) ?? "es";
  return { language, sentence: SENTENCES[language] ?? "" };
}

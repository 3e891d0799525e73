// The one sentence that is needed where the engine, which has all the others, could not be loaded.

/** The sentence and the button that tries again. @type {Record<string, [string, string]>} */
const SENTENCES = {
  es: ["Este navegador o esta página no permiten mostrar el programa.", "Reintentar"],
  pt: ["Este navegador ou esta página não permitem exibir a programação.", "Tentar novamente"],
  en: ["This browser or this page does not allow the programme to be shown.", "Try again"],
  ko: ["이 브라우저 또는 페이지에서는 일정을 표시할 수 없습니다.", "다시 시도"],
  fr: ["Ce navigateur ou cette page ne permet pas d’afficher le programme.", "Réessayer"],
  ht: ["Navigatè sa a oswa paj sa a pa pèmèt montre pwogram nan.", "Eseye ankò"],
  nl: ["Deze browser of deze pagina staat niet toe het programma te tonen.", "Opnieuw proberen"],
};

/**
 * The sentence in the first of the languages that has one, with its language.
 * @param {string[]} languages BCP 47 tags, best first
 * @returns {{ language: string, sentence: string, retry: string }}
 */
export function withoutEngine(languages) {
  const known = languages.map((tag) => tag.slice(0, 2).toLowerCase());
  const language = known.find((tag) => tag in SENTENCES) ?? "es";
  const [sentence = "", retry = ""] = SENTENCES[language] ?? [];
  return { language, sentence, retry };
}

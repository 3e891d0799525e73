// The language of a widget, and the one sentence that is needed where the engine or its words could not be loaded.

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
 * The first language of a list of tags that the widget speaks, else Spanish; natively it is `Language::negotiate`.
 * @param {(string | null | undefined)[]} tags BCP 47, best first
 */
export function negotiate(tags) {
  const spoken = Object.keys(SENTENCES);
  const primary = tags.map((tag) => tag?.trim().split(/[-_]/, 1)[0]?.toLowerCase());
  return primary.find((tag) => tag && spoken.includes(tag)) ?? "es";
}

/**
 * The sentence in a language, and the name of its button.
 * @param {string} language
 */
export function withoutEngine(language) {
  const [sentence = "", retry = ""] = SENTENCES[language] ?? [];
  return { sentence, retry };
}

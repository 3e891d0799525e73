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
 * What is asked of the browser about the visitor: the zone by its IANA name and its offset now, in minutes east of UTC;
 * and the region of the first tag in the language that is shown, whose clock has 12 or 24 hours.
 * @param {(string | null | undefined)[]} tags BCP 47, best first
 * @param {string} language
 */
export function visitor(tags, language) {
  let zone = "";
  try {
    // Where there is Temporal: the first formatter of a page takes some 10 ms.
    zone = globalThis.Temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  } catch {
    // The page has put something of its own in their place.
  }
  const regional = tags.map((tag) => tag?.trim().match(/^([a-z]+)[-_](?:[a-z]{4}[-_])?([a-z]{2})$/i));
  const region = regional.find((match) => match?.[1]?.toLowerCase() === language)?.[2] ?? "";
  return { zone: zone ?? "", offset: -new Date().getTimezoneOffset(), region: region.toUpperCase() };
}

/**
 * The sentence in a language, and the name of its button.
 * @param {string} language
 */
export function withoutEngine(language) {
  const [sentence = "", retry = ""] = SENTENCES[language] ?? [];
  return { sentence, retry };
}

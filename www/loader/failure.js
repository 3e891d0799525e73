/** Why something could not be had, by a code of `forum:error`. */
export class Failure extends Error {
  /**
   * @param {string} code
   * @param {string} [url]
   * @param {boolean} [retry] whether another try may help
   * @param {string} [directive] of the page's policy
   */
  constructor(code, url, retry = true, directive) {
    super(code);
    this.code = code;
    this.url = url;
    this.retry = retry;
    this.directive = directive;
  }
}

/** Where not even the sentences could be loaded. */
const WORDLESS = ["No se puede mostrar el programa. The programme cannot be shown.", "Reintentar · Retry"];

/**
 * What is shown where there is no engine to draw it, and the sentence in it.
 * @param {Document} maker
 * @param {string} language
 * @param {string[]} [words] the sentence, and the name of the button that tries again
 */
export function cardWithoutEngine(maker, language, words) {
  const [sentence = "", retry = ""] = words ?? WORDLESS;
  const card = maker.createElement("div");
  card.className = "root failure";
  card.lang = words ? language : "es";
  const line = maker.createElement("p");
  line.setAttribute("role", "status");
  line.textContent = sentence;
  const button = maker.createElement("button");
  button.className = "retry";
  button.setAttribute("data-action", "retry");
  button.textContent = retry;
  card.append(line, button);
  return { card, sentence };
}

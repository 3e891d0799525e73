import { withoutEngine } from "./language.js";

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

/**
 * What is shown where there is no engine to draw it, and the sentence in it.
 * @param {Document} maker
 * @param {string} language
 */
export function cardWithoutEngine(maker, language) {
  const { sentence, retry } = withoutEngine(language);
  const card = maker.createElement("div");
  card.className = "root failure";
  card.lang = language;
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

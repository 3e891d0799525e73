/** Why something could not be had, by a code of `forum:error`. */
export class Failure extends Error {
  /**
   * @param {string} code
   * @param {string} [url]
   * @param {boolean} [retry] whether another try may help
   */
  constructor(code, url, retry = true) {
    super(code);
    this.code = code;
    this.url = url;
    this.retry = retry;
  }
}

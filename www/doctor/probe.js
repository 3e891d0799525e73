// A copy of a widget, drawn where nobody sees it: what it tells is what the page would have been told.
import { TruePromise } from "../loader/native.js";

/** @typedef {import("./doctor.js").Finding} Finding */
/** @typedef {import("./doctor.js").Widget} Widget */

/** How long it may take, in milliseconds: the loader gives up before. */
const LIMIT = 25_000;

/** What has been told more exactly already: by the code of the loader, those of the doctor. @type {Record<string, RegExp>} */
const EXACT = { "feed-network": /^feed-/, "wasm-network": /^file-/, "wasm-integrity": /^file-/, "feed-schema": /^feed-type$/ };

/**
 * @param {Widget} widget
 * @param {HTMLElement} hidden a place that nobody sees
 * @param {Finding[]} found what it tells is added
 * @param {string} unnamed how a problem is called that has no path
 */
export async function probe(widget, hidden, found, unnamed) {
  const copy = /** @type {Widget} */ (Node.prototype.cloneNode.call(widget, false));
  copy.removeAttribute("id");
  copy.dataset.debug = "false";
  copy.dataset.auto = "true";
  copy.dataset.loading = "eager";
  copy.dataset.lang ??= widget.closest("[lang]")?.getAttribute("lang") ?? "auto";
  const start = performance.now();
  const ended = new TruePromise((resolve) => {
    const ending = new AbortController();
    const end = () => {
      ending.abort();
      resolve(undefined);
    };
    hidden.addEventListener("forum:ready", end, { signal: ending.signal });
    hidden.addEventListener(
      "forum:error",
      (event) => {
        const { detail } = /** @type {CustomEvent} */ (event);
        add(found, detail, unnamed);
        detail.fatal && end();
      },
      { signal: ending.signal },
    );
    setTimeout(end, LIMIT);
  });
  hidden.append(copy);
  await ended;
  const { engine, state } = copy;
  copy.remove();
  return { engine, state, took: performance.now() - start };
}

/**
 * @param {Finding[]} found
 * @param {{ code: string, problem?: string, path?: string, message: string, url?: string, directive?: string }} told
 * @param {string} unnamed
 */
function add(found, { code, problem, path, message, url = "", directive = "" }, unnamed) {
  const finding = { code: problem && path ? "feed-record" : code, values: { url, directive, path: path || unnamed, message } };
  const isSame = (/** @type {Finding} */ other) =>
    other.code === finding.code && (!other.values?.message || other.values.message + other.values.path === message + finding.values.path);
  if (!found.some((other) => isSame(other) || EXACT[finding.code]?.test(other.code))) {
    found.push(finding);
  }
}

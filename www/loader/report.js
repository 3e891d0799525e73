// What the page and its webmaster are told.
import { TrueCustomEvent } from "./native.js";

/**
 * @param {Element} element
 * @param {string} type
 * @param {unknown} detail
 */
export function emit(element, type, detail) {
  element.dispatchEvent(
    new TrueCustomEvent(type, { bubbles: true, composed: true, detail: Object.freeze(detail) }),
  );
}

/**
 * Why something could not be had.
 * @param {Element} element
 * @param {import("./failure.js").Failure} failure
 * @param {{ message: string }} notice
 * @param {boolean} fatal
 */
export function tell(element, { code, directive, url }, notice, fatal) {
  console.warn(`forum-widget: ${code}: ${notice.message}`);
  emit(element, "forum:error", { ...notice, code, directive, url, fatal });
}

/**
 * What of the settings and the feed was not taken.
 * @param {Element} element
 * @param {import("forum-widget-glue").Notice[]} notices
 * @param {string} url the feed
 */
export function notify(element, notices, url) {
  for (const notice of notices) {
    console.warn(`forum-widget: ${[notice.path, notice.message].filter(Boolean).join(": ")}`);
    emit(element, "forum:error", { ...notice, url, fatal: false });
  }
}

// What the page and its webmaster are told.
import { TrueCustomEvent } from "./native.js";

/**
 * @param {Element} element
 * @param {string} type
 * @param {unknown} detail
 * @param {boolean} [cancelable]
 * @returns whether nobody has cancelled it
 */
export function emit(element, type, detail, cancelable) {
  return element.dispatchEvent(
    new TrueCustomEvent(type, { bubbles: true, composed: true, cancelable, detail: Object.freeze(detail) }),
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

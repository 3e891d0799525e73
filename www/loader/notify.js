// What a page is told of its settings and its feed.
import { emit } from "./report.js";

/**
 * What of the settings and the feed was not taken.
 * @param {Element} element
 * @param {import("forum-widget-glue").Notice[]} notices
 * @param {string} url the feed
 * @param {string[]} told what was told before
 */
export function notify(element, notices, url, told) {
  for (const notice of notices) {
    const line = `forum-widget: ${[notice.path, notice.message].filter(Boolean).join(": ")}`;
    if (!told.includes(line)) {
      told.push(line);
      console.warn(line);
      emit(element, "forum:error", { ...notice, url, fatal: false });
    }
  }
}

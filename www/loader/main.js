// The entry: finds its own script, defines the element and the one global, and serves the script's own tag.
import { page } from "./attributes.js";
import { ForumWidgetElement } from "./element.js";
import { calls, serve } from "./page.js";
import { script } from "./script.js";

// Where a page or its browser has none of these, what stands on it stays.
if (window.customElements && "attachShadow" in Element.prototype) {
  const first = /** @type {typeof ForumWidgetElement | undefined} */ (customElements.get("forum-widget"));
  // A second copy of the script, or another version, must do no harm: the first one serves its tag.
  if (!first) {
    ForumWidgetElement.serve = serve;
    // A page may have given all objects a `get`.
    const global = { __proto__: null, value: Object.assign(page, calls), enumerable: true };
    Object.defineProperty(window, "ForumWidget", global);
    customElements.define("forum-widget", ForumWidgetElement);
  }
  (first ?? ForumWidgetElement).serve?.(script);
}

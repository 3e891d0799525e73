// The entry: finds its own script, defines the element and the one global, and serves the script's own tag.
import { defineElement } from "./element.js";
import { install } from "./script.js";

// Where a page or its browser has none of these, what stands on it stays.
if (window.customElements && "attachShadow" in Element.prototype) {
  // A second copy of the script must do no harm: the first one stays.
  if (!customElements.get("forum-widget")) {
    defineElement();
    Object.defineProperty(window, "ForumWidget", { value: Object.freeze({ version: VERSION }), enumerable: true });
  }
  install();
}

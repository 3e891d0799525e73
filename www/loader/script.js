// The script tag itself: where its folder is, and the element it asks for when it carries settings.
import { TrueURL, ofDocument } from "./native.js";
import { inertDocument } from "./shadow.js";

// A module does not know its own tag.
const script = /** @type {HTMLScriptElement | undefined} */ (
  ofDocument("currentScript") ?? [...ofDocument("scripts")].find(({ src }) => /\/forum-widget[^/]*\.js/.test(src))
);

/** The folder of the script, which holds the engine and the forum that ships. */
export const folder = new TrueURL(".", script?.src || location.href);

/**
 * Search engines read the page and not the shadow root, so what they are told is a child of the element. One that a clone of
 * the element brought along goes as well.
 * @param {HTMLElement} element
 * @param {Document} maker
 * @param {string} [data] JSON-LD
 */
export function describe(element, maker, data) {
  element.querySelector(":scope > script[data-forum-widget]")?.remove();
  if (data) {
    const block = dataBlock(maker, data);
    block.setAttribute("data-forum-widget", "");
    element.append(block);
  }
}

/**
 * An element that holds data for search engines. A clone of a script that has run counts as one that has run too, so
 * that no browser looks at its text as at a script's: Trusted Types would refuse it, though nothing would run it (HTML,
 * "prepare the script element", the first step, and the cloning steps of script elements).
 * @param {Document} maker
 * @param {string} data
 */
function dataBlock(maker, data) {
  const block = script ? /** @type {HTMLScriptElement} */ (script.cloneNode()) : maker.createElement("script");
  for (const { name } of [...block.attributes]) {
    block.removeAttribute(name);
  }
  block.type = "application/ld+json";
  block.append(data);
  return block;
}

/** Snippet B: a script with settings shows the widget right behind itself. */
export function install() {
  if (!script || ![...script.attributes].some((attribute) => attribute.name.startsWith("data-"))) {
    return;
  }
  const widget = inertDocument(document).createElement("forum-widget");
  for (const { name, value } of script.attributes) {
    if (name.startsWith("data-")) {
      widget.setAttribute(name, value);
    }
  }
  if (script.parentNode === ofDocument("head")) {
    // A head shows nothing, and the body may not be there yet.
    const append = () => ofDocument("body").append(widget);
    if (ofDocument("readyState") === "loading") {
      addEventListener("DOMContentLoaded", append, { once: true });
    } else {
      append();
    }
  } else {
    script.after(widget);
  }
}

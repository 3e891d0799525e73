// What a shadow root is drawn with: style sheets, and a document that makes the nodes.
import css from "forum-widget-style";
import hostCss from "./host.css";

/** @type {CSSStyleSheet[] | undefined} */
let sheets;

/**
 * The sheets of a drawn widget; without the first, what the page put inside keeps the page's own style. The last one is for what
 * comes later.
 */
export function styles() {
  sheets ??= [hostCss, css, ""].map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  return sheets;
}

/**
 * A document of our own makes the nodes: a page can hide document.createElement behind a form's name.
 * @param {Document} owner
 * @returns {Document}
 */
export function inertDocument(owner) {
  const getter = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(Document.prototype, "implementation")).get;
  return getter?.call(owner).createHTMLDocument("");
}

/**
 * Shows nodes in the place of others. Whoever had the focus there, having tried again, goes on at the first button.
 * @param {ShadowRoot} place
 * @param {Node[]} nodes
 * @param {CSSStyleSheet[]} sheets
 */
export function show(place, nodes, sheets) {
  const focused = place.activeElement;
  place.replaceChildren(...nodes);
  place.adoptedStyleSheets = sheets;
  if (focused) {
    /** @type {HTMLElement | null} */ (place.querySelector("button:not([hidden])"))?.focus();
  }
}

// What a shadow root is drawn with: style sheets, and a document that makes the nodes.
import css from "forum-widget-style";
import hostCss from "./host.css";
import { ofDocument } from "./native.js";

/** @type {CSSStyleSheet[] | undefined} */
let ofPage;

/** The last sheet of each set that is in use. @type {WeakRef<CSSStyleSheet>[]} */
const lasts = [];

/** What comes later. */
let later = "";

/**
 * The sheets of a drawn widget; without the first, what the page put inside keeps the page's own style. The last one is for what
 * comes later. They belong to a document: a page that moves a widget into a frame has others there.
 * @param {Document} owner
 */
export function styles(owner) {
  const sheets = (owner === document && ofPage) || made(owner);
  if (owner === document && sheets.length) {
    ofPage = sheets;
  }
  return sheets;
}

/** @param {Document} owner */
function made(owner) {
  /** @type {CSSStyleSheet[]} */
  let sheets = [];
  try {
    const { CSSStyleSheet } = /** @type {Window & typeof globalThis} */ (ofDocument("defaultView", owner));
    sheets = [hostCss, css, later].map((text) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      return sheet;
    });
  } catch {
    // The document has no window any more, or the page something else in the place of sheets.
  }
  lasts.push(...sheets.slice(2).map((sheet) => new WeakRef(sheet)));
  return sheets;
}

/**
 * Fills the last sheet, in all widgets that have it.
 * @param {string} text
 */
export function completeStyles(text) {
  later = text;
  for (const last of lasts) {
    last.deref()?.replaceSync(later);
  }
}

/**
 * A document of our own makes the nodes: a page can hide document.createElement behind a form's name.
 * @param {Document} owner
 * @returns {Document}
 */
export function inertDocument(owner) {
  return ofDocument("implementation", owner).createHTMLDocument("");
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

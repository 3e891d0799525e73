// What the page itself has done to what a script finds.
import { TrueURL } from "../loader/native.js";

/** @typedef {import("./doctor.js").Finding} Finding */

/** What the loader and the engine use of the window. */
const GLOBALS = [
  "fetch", "Promise", "Map", "Set", "URL", "Response", "Event", "CustomEvent", "TextDecoder", "TextEncoder", "AbortController",
  "MutationObserver", "IntersectionObserver", "ResizeObserver", "CSSStyleSheet", "queueMicrotask", "setTimeout",
];

/**
 * Whether the browser made it. What a page has bound passes for the browser's.
 * @param {unknown} value
 */
const isNative = (value) => typeof value === "function" && /\{\s*\[native code\]\s*\}\s*$/.test(Function.prototype.toString.call(value));

/** Whether something can be asked for from here: not where the page has put a useless `fetch` in the place of the browser's. */
export async function canAsk() {
  try {
    return isNative(window.fetch) || (await fetch(import.meta.url)).ok;
  } catch {
    return false;
  }
}

/**
 * What of the browser the page has put something else in the place of.
 * @returns {Finding[]}
 */
export function overridden() {
  const names = GLOBALS.filter((name) => name in window && !isNative(/** @type {any} */ (window)[name]));
  for (const [owner, name] of /** @type {[any, string][]} */ ([
    [Array.prototype, "Array.prototype"],
    [Element.prototype, "Element.prototype"],
    [Document.prototype, "Document.prototype"],
  ])) {
    for (const [key, { value }] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      if (typeof value === "function" && key !== "constructor" && !isNative(value)) {
        names.push(`${name}.${key}`);
      }
    }
  }
  for (const name in {}) {
    names.push(`Object.prototype.${name}`);
  }
  return names.map((name) => ({ code: "overridden", values: { name }, note: true }));
}

/**
 * Elements of the page whose name hides what the document has.
 * @returns {Finding[]}
 */
export function clobbered() {
  const named = /** @type {Element[]} */ ([
    ...Document.prototype.querySelectorAll.call(document, "form[name],img[name],embed[name],object[name],iframe[name]"),
  ]);
  const hiding = named.filter((element) => String(element.getAttribute("name")) in Document.prototype);
  return hiding.map((element) => {
    const name = String(element.getAttribute("name"));
    return { code: "clobbered", values: { name, element: `<${element.localName} name="${name}">` }, note: true };
  });
}

/**
 * What an editor may have taken away.
 * @param {Element[]} widgets
 * @param {(element: Element) => string} feedAddress
 * @returns {Finding[]}
 */
export function stripped(widgets, feedAddress) {
  if (!widgets.length) {
    return [{ code: "no-element" }];
  }
  const shipped = new TrueURL("feeds/korea-lac-2021.json", import.meta.url).href;
  return widgets.some((widget) => !widget.hasAttribute("data-feed") && feedAddress(widget) === shipped)
    ? [{ code: "no-feed", values: { url: shipped }, note: true }]
    : [];
}

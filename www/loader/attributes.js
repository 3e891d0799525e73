// What the page has written on an element and around it.
import { TrueURL } from "./native.js";
import { folder } from "./script.js";

/** Between the items of a list that goes to the engine (src/embed/widget.rs). */
const SEPARATOR = "\u001f";

/**
 * The address of the feed; without one, of the forum that ships.
 * @param {Element} element
 */
export function feedAddress(element) {
  const named = element.getAttribute("data-feed");
  const base = named ? location.href : folder;
  try {
    return new TrueURL(named || "feeds/korea-lac-2021.json", base).href;
  } catch {
    return String(named);
  }
}

/**
 * Tags of languages, BCP 47, best first: the setting's, the page's nearest, then the visitor's.
 * @param {Element} element
 */
export function tags(element) {
  const own = element.getAttribute("data-lang");
  const near = element.closest("[lang]")?.getAttribute("lang");
  return [own, near, ...navigator.languages];
}

/**
 * Names without `data-` and values in turn, as one string.
 * @param {Element} element
 */
export function settings(element) {
  // A map for so narrow a column is one of tiles.
  const width = element.clientWidth;
  const settings = width && width < 340 ? ["map", "tiles"] : [];
  for (const { name, value } of element.attributes) {
    if (name.startsWith("data-")) {
      settings.push(name.slice(5), value);
    }
  }
  return settings.join(SEPARATOR);
}

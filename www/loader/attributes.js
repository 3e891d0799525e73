// What the page asks of an element: its attributes, its script's settings, `ForumWidget.config`, in this order.
import { TrueURL } from "./native.js";
import { attributes, find, folder } from "./script.js";

/** @typedef {import("./script.js").Pairs} Pairs */

/** Between the items of a list that goes to the engine (src/embed/widget.rs). */
const SEPARATOR = "\u001f";

/** What a narrow column asks for, before all that the page does. */
const TILES = "map\u001ftiles\u001f";

/** The global, of which pages may set `config` before and after. @type {{ config: Record<string, unknown>, doctor?: () => Promise<unknown> }} */
export const page = { config: { ...window.ForumWidget?.config } };

/** The settings of scripts that show no widget of their own: they are for the page's elements. @type {Pairs[]} */
export const shared = [];

/** The elements of scripts and calls. @type {WeakSet<Element>} */
export const made = new WeakSet();

/**
 * Whether a script's settings are for an element: not where both name a feed.
 * @param {Element} element
 * @param {Pairs} asked
 */
export const inherits = (element, asked) =>
  !made.has(element) && !(element.hasAttribute("data-feed") && find(asked, "feed"));

/** `headingLevel` is `heading-level`. @param {string} name */
export const dashed = (name) => name.replace(/[A-Z]/g, (letter) => "-" + letter.toLowerCase());

/**
 * What is `null` is at its default.
 * @param {object} config
 * @returns {Pairs}
 */
export const pairs = (config) =>
  Object.entries(config).flatMap(([name, value]) => (value == null ? [] : [[dashed(name), String(value)]]));

/**
 * @param {Element} element
 * @returns {Pairs}
 */
const all = (element) => [
  ...attributes(element),
  ...shared.filter((asked) => inherits(element, asked)).flat(),
  ...pairs(page.config),
];

/**
 * The value of a setting, as the page wrote it.
 * @param {Element} element
 * @param {string} name
 */
export const setting = (element, name) => find(all(element), name)?.trim();

/**
 * Whether a boolean is on; any other value is as if there were none.
 * @param {string | undefined} value
 * @param {boolean} otherwise
 */
export const isOn = (value, otherwise) =>
  otherwise ? !/^(false|0|off)$/.test(String(value)) : /^(|true|1|on)$/.test(String(value));

/**
 * The address of the feed, or `#id` in the page; without one, of the forum that ships.
 * @param {Element} element
 */
export function feedAddress(element) {
  const named = setting(element, "feed");
  if (named?.startsWith("#")) {
    return named;
  }
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
  let near;
  // It may be in the shadow of another element. Only a shadow root has a `host` that no image of the page can be.
  for (let at = /** @type {Element | undefined} */ (element); at && !near; ) {
    near = at.closest("[lang]")?.getAttribute("lang");
    const root = /** @type {ShadowRoot} */ (at.getRootNode());
    at = root.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? root.host : undefined;
  }
  return [setting(element, "lang"), near, ...navigator.languages];
}

/**
 * Names without `data-` and values in turn, as one string.
 * @param {Element} element
 * @param {string} [before] what they were
 */
export function settings(element, before) {
  const width = element.clientWidth;
  // A map for so narrow a column is one of tiles; and no other again where only a scroll bar has gone.
  const narrow =
    width && width < (before?.startsWith(TILES) ? 360 : 340) && (setting(element, "view") ?? "map").includes("map");
  return (narrow ? TILES : "") + all(element).flat().join(SEPARATOR);
}

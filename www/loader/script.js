// The script tag itself: where its folder is, and what it asks for.
import { TrueURL, ofDocument } from "./native.js";

const running = /** @type {HTMLScriptElement | null} */ (ofDocument("currentScript"));

/**
 * The elements of the page, or of a part of it, that a selector means.
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {HTMLElement[]}
 */
export const all = (selector, root = document) =>
  /** @type {HTMLElement[]} */ ([
    ...(root === document ? Document.prototype : root).querySelectorAll.call(root, selector),
  ]);

/** The module has an address of its own; a script that jQuery or `type=module` runs does not know its tag, which is the last one. */
export const script = /** @type {HTMLScriptElement | null | undefined} */ (
  MODULE || running?.src ? running : all('script[src*="forum-widget"]').pop()
);

/** The folder of the script, which holds the engine and the forum that ships. */
export const folder = new TrueURL(".", MODULE || script?.src || location.href);

/** The settings (src/settings/): on a script, and in its address, others put names of their own, such as `data-cfasync`. */
const KNOWN =
  /^(feed|view|lang|timezone|theme|country|day|topic|limit|worldview|map|heading-level|label|loading|engine|refresh|favorites|structured-data|target|auto|debug)$/;

/** One of these in the address of a script tells settings from what others put there, such as `?ver=1`. */
const IN_ADDRESS = /^(feed|target|view|lang)$/;

/** @typedef {[string, string][]} Pairs names without `data-` and values, of which the first of a name wins */

/**
 * @param {Element} element
 * @returns {Pairs}
 */
export const attributes = (element) =>
  [...element.attributes].flatMap(({ name, value }) => (name.startsWith("data-") ? [[name.slice(5), value]] : []));

/**
 * What a script asks for, in its attributes and in its address.
 * @param {HTMLScriptElement} script
 * @returns {Pairs}
 */
export function asked(script) {
  const query = script.src ? [...new TrueURL(script.src).searchParams] : [];
  const pairs = [...attributes(script), ...(query.some(([name]) => IN_ADDRESS.test(name)) ? query : [])];
  return pairs.filter(([name]) => KNOWN.test(name));
}

/**
 * @param {Pairs} pairs
 * @param {string} name
 */
export const find = (pairs, name) => pairs.find(([own]) => own === name)?.[1];

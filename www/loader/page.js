// The global `ForumWidget`, and what the tags of a page ask for without a call.
import { feedAddress, inherits, isOn, made, pairs, setting, shared, tags } from "./attributes.js";
import { ForumWidgetElement } from "./element.js";
import { loadScript } from "./engine.js";
import { ofDocument } from "./native.js";
import { importOwn } from "./own.js";
import { all, asked, attributes, find } from "./script.js";

/** @typedef {import("./script.js").Pairs} Pairs */

/** Scripts that may have a widget of their own, and what they ask for. @type {[HTMLScriptElement, Pairs][]} */
let waiting = [];

/**
 * Does what a script asks for, at once and, of what is not there yet, when the page is.
 * @param {HTMLScriptElement | null | undefined} script
 */
export function serve(script) {
  const settings = script ? asked(script) : [];
  if (script && settings.length) {
    waiting.push([script, settings]);
    shared.push(settings);
  }
  settle(document);
  if (ofDocument("readyState") === "loading") {
    addEventListener("DOMContentLoaded", () => settle(document), { once: true });
  }
}

/** @param {ParentNode} root */
function settle(root) {
  for (const place of all(".forum-widget", root)) {
    if (!inside(place)) {
      put(place, attributes(place));
    }
  }
  for (const [script, settings] of waiting) {
    showOwn(script, settings);
  }
}

/**
 * Snippets B and D: a script shows a widget right behind itself or in its target, unless its settings are for elements of the page.
 * @param {HTMLScriptElement} script
 * @param {Pairs} settings
 */
function showOwn(script, settings) {
  const selector = find(settings, "target");
  const target = selector && named(selector);
  const inHead = script.closest("head");
  // A head shows nothing, and what is sought may come yet.
  if (!target && (selector || inHead) && ofDocument("readyState") === "loading") {
    return;
  }
  waiting = waiting.filter(([other]) => other !== script);
  if (target || !all("forum-widget,.forum-widget").some((element) => inherits(element, settings))) {
    shared.splice(shared.indexOf(settings), 1);
    if (selector && !target) {
      console.warn(`forum-widget: data-target="${selector}"?`);
    }
    const element = create(settings);
    made.add(element);
    if (target || inHead || !script.parentNode) {
      (target || all("body")[0])?.append(element);
    } else {
      script.after(element);
    }
  }
}

/** @param {Pairs} settings */
function create(settings) {
  const element = new ForumWidgetElement();
  // The first of a name wins.
  for (const [name, value] of settings) {
    if (!element.hasAttribute("data-" + name)) {
      element.setAttribute("data-" + name, value);
    }
  }
  return element;
}

/**
 * @param {Element} place
 * @param {Pairs} settings
 */
function put(place, settings) {
  const element = create(settings);
  // Snippet C: what stands there is the content inside.
  if (place.matches(".forum-widget")) {
    element.append(...place.childNodes);
  }
  place.append(element);
  return element;
}

/** @param {Element | string} target an element, or its selector */
function named(target) {
  try {
    return typeof target === "string" ? all(target)[0] : target;
  } catch {
    // No selector.
    return undefined;
  }
}

/**
 * The widget that an element is or holds.
 * @param {Element} place
 */
const inside = (place) =>
  /** @type {ForumWidgetElement | null} */ (
    place.matches("forum-widget") ? place : place.querySelector(":scope > forum-widget")
  );

/** What the page's scripts may call. */
export const calls = {
  version: VERSION,

  /** Starts what is in a part of the page and has not started. @param {ParentNode} [root] */
  scan(root = document) {
    settle(root);
    for (const element of /** @type {ForumWidgetElement[]} */ (all("forum-widget", root))) {
      if (element.state === "idle" && !isOn(setting(element, "auto"), true)) {
        element.reload();
      }
    }
  },

  /**
   * Puts a widget into an element, which has one at most: a second call changes its settings.
   * @param {Element | string} target
   * @param {Record<string, unknown>} [config] settings by name
   */
  mount(target, config = {}) {
    const place = named(target);
    const there = place && inside(place);
    there?.configure(config);
    return there || (place && put(place, pairs(config)));
  },

  /** Takes a widget away, and leaves what the page had put inside. @param {Element | string} target it, or where it was mounted */
  unmount(target) {
    const place = named(target);
    const element = place && inside(place);
    const holder = element?.closest(".forum-widget");
    element?.remove();
    holder?.append(.../** @type {Element} */ (element).childNodes);
  },

  /** Examines the page, and says what is wrong and what to do about it. */
  async doctor() {
    return (await loadScript()).examine(importOwn, feedAddress, tags);
  },
};

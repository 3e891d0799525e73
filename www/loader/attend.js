// What a visitor does with what the second half of the engine has drawn, and what has the focus then.
import { on } from "./gestures.js";

/** Where it is listened to, and what was clicked there last. @type {WeakMap<ShadowRoot, Element>} */
const attended = new WeakMap();

/**
 * The row of what was clicked last: not every browser gives that the focus.
 * @param {ShadowRoot} place
 * @param {string} rows
 */
export const clicked = (place, rows) => attended.get(place)?.closest(rows);

/**
 * Listens as often as it is called, and does so once for each place.
 * @param {ShadowRoot} place
 * @param {(action: string) => void} act
 */
export function attend(place, act) {
  if (attended.has(place)) {
    return;
  }
  attended.set(place, place.host);
  // Before whoever acts: what a listener leaves for later is done before the next one is told.
  place.addEventListener("click", ({ target }) => attended.set(place, /** @type {Element} */ (target)), true);
  on(place, "focusin", reveal);
  // A country that is pointed at on the map is seen in the list, and the other way round.
  for (const type of /** @type {const} */ (["pointerover", "focusin"])) {
    on(place, type, ({ target }) => {
      const country = '[data-action^="country:"]';
      const action = target.closest(country)?.getAttribute("data-action");
      for (const one of place.querySelectorAll(".map-panel " + country)) {
        one.toggleAttribute("data-pointed", one.getAttribute("data-action") === action);
      }
    });
  }
  // The value of a choice is the action that it stands for.
  on(place, "change", ({ target }) => {
    if (target.localName === "select") {
      act(/** @type {HTMLSelectElement} */ (target).value);
    }
  });
  on(place, "keydown", (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event;
    // On the map an arrow, Home, End, Enter, Escape, a letter or a space leads where the engine knows.
    const action = target.closest("svg [data-action]")?.getAttribute("data-action");
    if (action && !(altKey || ctrlKey || metaKey) && /^(Ar|Ho|En|Es|[\p{L} ]$)/u.test(key)) {
      event.preventDefault();
      act(`${action}:${key}`);
    }
  });
}

/**
 * What has the focus of the keyboard is seen whole: Firefox scrolls to it only where no line of it is to be seen.
 * @param {{ target: Element }} event
 */
function reveal({ target }) {
  if (target.matches(":focus-visible")) {
    target.scrollIntoView({ block: "nearest" });
  }
}

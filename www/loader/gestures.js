// What a visitor does inside a widget, as actions of the engine (src/state/).

/** What a visitor does first who is about to do more: the second half of the engine is loaded then. */
const INTEREST = ["pointerover", "focusin", "touchstart", "keydown", "input"];

/**
 * Tells of each action; and of nothing, when one is likely to come.
 * @param {ShadowRoot} place
 * @param {(action?: string) => void} act
 */
export function listen(place, act) {
  place.addEventListener("click", ({ target }) => {
    const action = /** @type {Element} */ (target).closest("[data-action]")?.getAttribute("data-action");
    if (action) {
      act(action);
    }
  });
  // The value of a choice is the action that it stands for.
  place.addEventListener("change", ({ target }) => {
    if (/** @type {Element} */ (target).tagName === "SELECT") {
      act(/** @type {HTMLSelectElement} */ (target).value);
    }
  });
  place.addEventListener("input", ({ target }) => {
    const { type, value } = /** @type {HTMLInputElement} */ (target);
    if (type === "search") {
      act(`search:${value}`);
    }
  });
  place.addEventListener("submit", (event) => event.preventDefault());
  // The browser's own search has found something that is folded.
  place.addEventListener("beforematch", ({ target }) => {
    const { id } = /** @type {Element} */ (target);
    const action = place.querySelector(`[aria-controls="${id}"]`)?.getAttribute("data-action");
    if (action) {
      act(action);
    }
  });
  for (const type of INTEREST) {
    place.addEventListener(type, () => act(), { once: true, passive: true });
  }
}

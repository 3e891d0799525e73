// What a visitor does with what the second half of the engine has drawn, and what has the focus then.

/** Where it is listened to. @type {WeakSet<ShadowRoot>} */
const attended = new WeakSet();

/**
 * Listens as often as it is called, and does so once for each place.
 * @param {ShadowRoot} place
 * @param {(action: string) => void} act
 */
export function attend(place, act) {
  if (attended.has(place)) {
    return;
  }
  attended.add(place);
  place.addEventListener("focusin", reveal);
  // A country that is pointed at on the map is seen in the list, and the other way round.
  for (const type of ["pointerover", "focusin"]) {
    place.addEventListener(type, ({ target }) => {
      const country = '[data-action^="country:"]';
      const action = /** @type {Element} */ (target).closest(country)?.getAttribute("data-action");
      for (const one of place.querySelectorAll(".map-panel " + country)) {
        one.toggleAttribute("data-pointed", one.getAttribute("data-action") === action);
      }
    });
  }
  // The value of a choice is the action that it stands for.
  place.addEventListener("change", ({ target }) => {
    if (/** @type {Element} */ (target).localName === "select") {
      act(/** @type {HTMLSelectElement} */ (target).value);
    }
  });
  place.addEventListener("keydown", (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = /** @type {KeyboardEvent} */ (event);
    // On the map an arrow, Home, End, Enter, Escape, a letter or a space leads where the engine knows.
    const action = /** @type {Element} */ (target).closest("svg [data-action]")?.getAttribute("data-action");
    if (action && !(altKey || ctrlKey || metaKey) && /^(Ar|Ho|En|Es|[\p{L} ]$)/u.test(key)) {
      event.preventDefault();
      act(`${action}:${key}`);
    }
  });
}

/**
 * What has the focus of the keyboard is seen whole: Firefox scrolls to it only where no line of it is to be seen.
 * @param {Event} event
 */
function reveal(event) {
  const target = /** @type {Element} */ (event.target);
  if (target.matches(":focus-visible")) {
    target.scrollIntoView({ block: "nearest" });
  }
}

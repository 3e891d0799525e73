// What has the focus of the keyboard is seen whole: Firefox scrolls to it only where no line of it is to be seen.

/**
 * Listens as often as it is called, and does so once.
 * @param {ShadowRoot} place
 */
export function attend(place) {
  place.addEventListener("focusin", reveal);
}

/** @param {Event} event */
function reveal(event) {
  const target = /** @type {Element} */ (event.target);
  if (target.matches(":focus-visible")) {
    target.scrollIntoView({ block: "nearest" });
  }
}

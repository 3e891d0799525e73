// Drawing anew what somebody may be reading.
import { ofDocument } from "./native.js";

/** @typedef {import("./drawn.js").Drawn} Drawn */

/**
 * Whether a drawing would look the same if it were drawn anew.
 * @param {Drawn} drawn
 * @param {import("./engine.js").Engine} engine
 * @param {Uint8Array} feed
 * @param {string} how the settings
 */
export function isSame(drawn, { runtime, words }, feed, how) {
  const { engine } = drawn;
  const same = engine.runtime === runtime && engine.words === words && drawn.how === how;
  return same && drawn.feed.length === feed.length && feed.every((byte, place) => byte === drawn.feed[place]);
}

/**
 * Has a drawing go on in the place of another, with what the visitor has chosen. What the visitor reads stays where it is, and so does
 * the focus.
 * @param {Drawn} before
 * @param {Drawn} drawn
 * @param {ShadowRoot} place
 * @param {() => void} show
 */
export function goOn(before, drawn, place, show) {
  const { runtime, laterWords } = drawn.engine;
  // Without its words, what it draws would have no names.
  if (laterWords && before.engine.runtime === runtime) {
    before.use((was) => {
      runtime.learn(laterWords);
      drawn.wake((widget) => widget.resume(was));
    });
  }
  const focused = /** @type {HTMLInputElement | null} */ (place.activeElement);
  const titles = [...place.querySelectorAll(".open")];
  const read = titles.find((title) => title.getBoundingClientRect().top > 0) ?? titles.pop();
  const top = (/** @type {Element | null | undefined} */ element) => element?.getBoundingClientRect().top ?? 0;
  const was = top(read);
  const [nowRead, nowFocused] = [read, focused].map((element) => element && same(place, element));
  const menus = [...place.querySelectorAll("details")].map(({ open }) => open);
  const scrolling = () => [...place.querySelectorAll(".rooms, .details:not([hidden])")];
  const scrolled = scrolling().map(({ scrollLeft, scrollTop }) => ({ scrollLeft, scrollTop }));
  show();
  scrolling().forEach((one, position) => Object.assign(one, scrolled[position]));
  place.querySelectorAll("details").forEach((menu, position) => (menu.open = !!menus[position]));
  const still = nowRead?.();
  if (still) {
    // At once, also on a page whose scrolling is smooth.
    scrollBy({ top: top(still) - was, behavior: "instant" });
  }
  const next = /** @type {HTMLInputElement | undefined} */ (nowFocused?.());
  next?.focus({ preventScroll: true });
  // Whoever is typing types on.
  if (focused?.localName === "input") {
    next?.setSelectionRange(focused.selectionStart, focused.selectionEnd);
  }
}

/**
 * Finds later what does the same, of several the one at the same place among them. On the map it may be something else: land, a marker
 * or a tile.
 * @param {ShadowRoot} place
 * @param {Element} element
 */
function same(place, element) {
  const name = ["data-action", "class"].find((one) => element.hasAttribute(one)) ?? "aria-label";
  const own = `[${name}="${CSS.escape(element.getAttribute(name) ?? "")}"]`;
  const all = () => [...place.querySelectorAll(element.closest("svg") ? `svg [tabindex]${own}` : element.localName + own)];
  const position = all().indexOf(element);
  return () => all()[position] ?? all()[0];
}

/**
 * Has the feed asked for again after a while, which is longer on one page than on the other; once on return if nobody looks then.
 * @param {import("./stage.js").Stage} stage
 * @param {number} seconds
 */
export function refresh(stage, seconds) {
  const { drawn, turn } = stage;
  // Not where something else was asked for or drawn in the meantime, or it was taken away.
  const isDue = () => drawn === stage.drawn && turn === stage.turn;
  setTimeout(
    () => {
      if (isDue() && ofDocument("hidden")) {
        addEventListener("visibilitychange", () => isDue() && refresh(stage, 1), { once: true });
      } else if (isDue()) {
        stage.element.reload();
      }
    },
    // More than a timer can hold would be no time at all.
    Math.min(seconds * (1000 + 250 * Math.random()), 2 ** 31 - 1),
  );
}

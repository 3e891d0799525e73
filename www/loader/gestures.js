// What a visitor does inside a widget, as actions of the engine (src/state/).
import { ofDocument } from "./native.js";

/** What a visitor does first who is about to do more: the second half of the engine is loaded then. */
const INTEREST = ["pointerover", "focusin", "touchstart", "keydown", "input"];

/** How often the marks of what is on now are set, in milliseconds. */
const TICK = 30_000;

/** How many sessions are drawn for the browser's own search: more take longer than anybody waits. */
const SEARCHED = 2_000;

/**
 * Listens to what is ours: in our header and footer, and inside, is the page's own.
 * @template {keyof HTMLElementEventMap} Type
 * @param {ShadowRoot} place
 * @param {Type} type
 * @param {(event: HTMLElementEventMap[Type] & { target: HTMLElement }) => void} listener
 */
export function on(place, type, listener) {
  place.addEventListener(type, (/** @type {any} */ event) => place.contains(event.target) && listener(event));
}

/**
 * Tells of each action; and of nothing, when one is likely to come. What is only drawn then is listened to in attend.js.
 * @param {ShadowRoot} place
 * @param {(action?: string) => void} act
 * @param {(href: string) => boolean} follows tells of a link, and whether it may be followed
 */
export function listen(place, act, follows) {
  on(place, "click", (event) => {
    const { target, clientX, clientY } = event;
    const found = target.closest("[data-action], a[href]:not([download]), .map");
    if (!found) {
      return;
    }
    if (found.localName === "svg") {
      // Beside all countries: the engine knows the nearest.
      const { left, top, width } = found.getBoundingClientRect();
      act(`near:${[clientX - left, clientY - top, width].map(Math.round)}`);
      return;
    }
    const action = found.getAttribute("data-action");
    if (action) {
      act(action);
    } else if (!follows(/** @type {HTMLAnchorElement} */ (found).href)) {
      event.preventDefault();
    }
  });
  on(place, "input", ({ target }) => {
    const { type, value } = /** @type {HTMLInputElement} */ (target);
    if (type === "search") {
      act(`search:${value}`);
    }
  });
  on(place, "submit", (event) => event.preventDefault());
  // The browser's own search has found something that is folded.
  on(place, "beforematch", ({ target }) => {
    const action = place.querySelector(`[aria-controls="${target.id}"]`)?.getAttribute("data-action");
    if (action) {
      act(action);
    }
  });
  on(place, "keydown", (event) => {
    const { key, target: tab } = event;
    if (tab.getAttribute("role") === "tab") {
      const tabs = /** @type {HTMLElement[]} */ ([...(tab.parentElement?.children ?? [])]);
      const next = tabs[neighbour(key, tabs.indexOf(tab), tabs.length)];
      if (next) {
        event.preventDefault();
        next.focus();
        next.click();
      }
    }
  });
  for (const type of INTEREST) {
    place.addEventListener(type, () => act(), { once: true, passive: true });
  }
}

/**
 * The place to which a key leads in a list; -1 for a key that leads nowhere.
 * @param {string} key
 * @param {number} place
 * @param {number} length
 */
function neighbour(key, place, length) {
  switch (key) {
    case "ArrowRight":
      return (place + 1) % length;
    case "ArrowLeft":
      return (place + length - 1) % length;
    case "Home":
      return 0;
    case "End":
      return length - 1;
    default:
      return -1;
  }
}

/**
 * Listens to the page until the signal says that the widget has left it.
 * @param {AbortSignal} signal
 * @param {{ follow: () => void, tick: () => void, unfold: (limit: number) => void }} widget
 */
export function listenToPage(signal, { follow, tick, unfold }) {
  addEventListener("hashchange", follow, { signal });
  addEventListener("beforeprint", () => unfold(1e6), { signal });
  addEventListener(
    "keydown",
    ({ ctrlKey, metaKey, key }) => {
      if ((ctrlKey || metaKey) && key === "f") {
        unfold(SEARCHED);
      }
    },
    { signal },
  );
  // The clock stands still while nobody sees it.
  let clock = 0;
  const watch = () => {
    clearInterval(clock);
    if (!ofDocument("hidden")) {
      clock = setInterval(tick, TICK);
      tick();
    }
  };
  watch();
  addEventListener("visibilitychange", watch, { signal });
  signal.addEventListener("abort", () => clearInterval(clock));
}

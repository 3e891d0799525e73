// What the visitor's browser keeps, where the page asks for favourites: the one file that touches storage, under one key.

/**
 * Takes in a text that was kept, and gives the one that is to be kept from now on.
 * @typedef {(text: string) => string} Remember
 */

const KEY = "forum-widget";

/** What could not be kept, because storage is full or forbidden: it lasts as long as the page. @type {string | undefined} */
let unkept;

/** The widgets of the page that remember something. @type {Map<ShadowRoot, Remember>} */
const widgets = new Map();

/**
 * Lets a widget remember, now and whenever another widget or tab has kept something.
 * @param {ShadowRoot} place
 * @param {Remember} remember
 */
export function keep(place, remember) {
  widgets.set(place, remember);
  addEventListener("storage", follow);
  share();
}

/** @param {StorageEvent} event */
function follow({ key }) {
  if (key === KEY) {
    share();
  }
}

/** Reads, lets all widgets add theirs, and writes at once, so that nothing is lost between tabs. */
function share() {
  let before = "";
  try {
    before = localStorage.getItem(KEY) ?? "";
  } catch {
    // Forbidden, as in a sandbox.
  }
  let text = unkept ?? before;
  for (const [place, remember] of widgets) {
    if (place.isConnected) {
      text = remember(text);
    } else {
      widgets.delete(place);
    }
  }
  if (!widgets.size) {
    removeEventListener("storage", follow);
  }
  try {
    if (text !== before) {
      localStorage.setItem(KEY, text);
    }
    unkept = undefined;
  } catch {
    unkept = text;
  }
}

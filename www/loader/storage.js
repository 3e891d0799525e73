// What the visitor's browser keeps, where the page asks for favourites: the one file that touches storage, under one key.

const KEY = "forum-widget";

/** What could not be kept, because storage is full or forbidden: it lasts as long as the page. */
let unkept = "";

/**
 * Reads, lets a widget add what it has, and writes, all at once: so nothing is lost between tabs.
 * @param {(text: string) => string} remember takes in a text that was kept, and gives the one to keep from now on
 */
export function keep(remember) {
  let text = unkept;
  try {
    text ||= localStorage.getItem(KEY) ?? "";
  } catch {
    // Forbidden, as in a sandbox.
  }
  text = remember(text);
  try {
    localStorage.setItem(KEY, text);
    text = "";
  } catch {
    // As before, or full.
  }
  unkept = text;
}

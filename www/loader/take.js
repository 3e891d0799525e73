// What a visitor takes along: a file, an address.
import paint from "forum-widget-paint";
import { clicked } from "./attend.js";
import { TrueURL, ofDocument } from "./native.js";

/**
 * Does what the engine asks for, if it is one of these, and says so.
 * @param {string} type
 * @param {Document} maker
 * @param {ShadowRoot} place
 * @param {string} request
 */
export function take(type, maker, place, request) {
  const taking = type === "save" ? save : type === "copy" ? copy : undefined;
  taking?.(maker, place, request);
  return taking;
}

/**
 * Does an action. To the picture of the map its colours are added, which no page needs that is only read.
 * @param {{ act(action: string): void }} widget
 * @param {string} action
 */
export function act(widget, action) {
  widget.act(action === "picture" ? `picture:${paint}` : action);
}

/**
 * Saves a calendar or a picture as a file.
 * @param {Document} maker
 * @param {ShadowRoot} place
 * @param {string} text
 */
function save(maker, place, text) {
  const [type, name] = text.startsWith("<")
    ? ["image/svg+xml", "forum.svg"]
    : ["text/calendar;charset=utf-8", "forum.ics"];
  const address = TrueURL.createObjectURL(new Blob([text], { type }));
  const link = maker.createElement("a");
  link.href = address;
  link.download = name;
  place.append(link);
  link.click();
  link.remove();
  // Late enough for the slowest to have read it.
  setTimeout(() => TrueURL.revokeObjectURL(address), 60_000);
}

/**
 * Copies the page's address with a hash, and says so beside the button. Where that is not allowed it stands there, selected, to be
 * copied by hand.
 * @param {Document} maker
 * @param {ShadowRoot} place
 * @param {string} request the hash, what is said then, and what the field is called, separated by U+001F
 */
async function copy(maker, place, request) {
  const [hash = "", said = "", name = ""] = request.split("\u001f");
  const address = ofDocument("URL", place.ownerDocument).split("#", 1)[0] + hash;
  const row = clicked(place, ".actions, .results") ?? place.querySelector(".actions");
  row?.querySelector("[readonly]")?.remove();
  try {
    await navigator.clipboard.writeText(address);
    // Among the results, the first status is their number.
    const status = row?.querySelector(".actions [role=status], .said");
    if (status) {
      status.textContent = said;
      // What is found next is not what was copied.
      setTimeout(() => (status.textContent = ""), 10_000);
    }
  } catch {
    const field = maker.createElement("input");
    field.className = "search";
    field.setAttribute("aria-label", name);
    field.readOnly = true;
    field.value = address;
    row?.append(field);
    field.select();
  }
}

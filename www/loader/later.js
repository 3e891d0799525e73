// What a page needs once a visitor does something, once it is drawn anew or has the second engine: a file of its own.
export { goOn, isSame, refresh } from "./again.js";
export { describe } from "./describe.js";
export { examine, sentence } from "./rarely.js";
export { notify } from "./notify.js";
export { integrity, startJavascript } from "./javascript.js";
export { keep } from "./storage.js";
export { attend } from "./attend.js";
export { act, take } from "./take.js";
/** The stylesheet of what only shows then. */
export { default as css } from "forum-widget-later-style";

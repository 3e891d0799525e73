// The browser's `fetch`, and another way where the page has put one in its place that does not work.
import { folder } from "./script.js";

/** As it is when the script starts: what a page does to it later does no harm. */
export let { fetch } = globalThis;

/** Once the page's own has failed: looks for one that works (`substitute.js`). An import needs none. */
export const mend = () =>
  /native code/.test(String(fetch)) ||
  import(`${folder}forum-widget-fetch.js`).then(async ({ chosen }) => (fetch = await chosen(fetch)), () => {});

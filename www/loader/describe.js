// What search engines are told of a forum: a block of data inside the element.

/**
 * Search engines read the page and not the shadow root, so what they are told is a child of the element.
 * @param {HTMLElement} element
 * @param {Document} maker
 * @param {HTMLScriptElement | null | undefined} script ours
 * @param {string} [data] JSON-LD
 */
export function describe(element, maker, script, data) {
  if (data) {
    const block = dataBlock(maker, script, data);
    block.setAttribute("data-forum-widget", "");
    element.append(block);
  }
}

/**
 * An element that holds data for search engines. A clone of a script that has run counts as one that has run too, so
 * that no browser looks at its text as at a script's: Trusted Types would refuse it, though nothing would run it (HTML,
 * "prepare the script element", the first step, and the cloning steps of script elements).
 * @param {Document} maker
 * @param {HTMLScriptElement | null | undefined} script ours
 * @param {string} data
 */
function dataBlock(maker, script, data) {
  const block = script ? /** @type {HTMLScriptElement} */ (script.cloneNode()) : maker.createElement("script");
  for (const { name } of [...block.attributes]) {
    block.removeAttribute(name);
  }
  block.type = "application/ld+json";
  block.append(data);
  return block;
}

// What the browser has, where a page has hidden it or put something else in its place before our script came. Of `Map` and
// `Set` no true one is to be had, so the loader has none.

/** What every asynchronous function gives. */
export const TruePromise = /** @type {PromiseConstructor} */ ((async () => {})().constructor);

/** By its other name, which no page uses for things of its own. */
export const TrueURL = /** @type {typeof URL} */ (/** @type {any} */ (globalThis).webkitURL ?? URL);

/** What the browser makes by itself. */
export const TrueCustomEvent = /** @type {typeof CustomEvent} */ (
  Document.prototype.createEvent.call(document, "CustomEvent").constructor
);

/**
 * A property of a document: `<img name="body">` hides what the document itself is asked for.
 * @template {keyof Document} Name
 * @param {Name} name
 * @param {Document} [owner]
 * @returns {Document[Name]}
 */
export function ofDocument(name, owner = document) {
  const property = Object.getOwnPropertyDescriptor(Document.prototype, name);
  return /** @type {PropertyDescriptor} */ (property).get?.call(owner);
}

// The script tag itself: where its folder is, and the element it asks for when it carries settings.

// A page can shadow document.currentScript with <img name="currentScript">; the prototype's getter is the true one.
const getter = /** @type {PropertyDescriptor} */ (Object.getOwnPropertyDescriptor(Document.prototype, "currentScript")).get;
const script = /** @type {HTMLScriptElement | null} */ (getter?.call(document));

/** The folder of the script, which holds the engine and the forum that ships. */
export const folder = new URL(".", script?.src || location.href);

/** Snippet B: a script with settings shows the widget right behind itself. */
export function install() {
  if (!script || ![...script.attributes].some((attribute) => attribute.name.startsWith("data-"))) {
    return;
  }
  const widget = document.createElement("forum-widget");
  for (const { name, value } of script.attributes) {
    if (name.startsWith("data-")) {
      widget.setAttribute(name, value);
    }
  }
  if (script.parentNode === document.head) {
    // A head shows nothing, and the body may not be there yet.
    addEventListener("DOMContentLoaded", () => document.body.append(widget), { once: true });
    if (document.readyState !== "loading") {
      document.body.append(widget);
    }
  } else {
    script.after(widget);
  }
}

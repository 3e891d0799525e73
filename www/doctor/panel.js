// The doctor's own part of the page: a region that nothing of the page can change, and no policy forbids.
import css from "forum-widget-doctor-style";
import { ofDocument } from "../loader/native.js";

/** @typedef {import("./report.js").Report} Report */

/** @type {HTMLElement | undefined} */
let shown;

/**
 * An element with what is in it.
 * @param {string} name
 * @param {Record<string, string>} attributes
 * @param {(Node | string)[]} inside
 */
function make(name, attributes, ...inside) {
  /** @type {HTMLElement} */
  const element = Document.prototype.createElement.call(document, name);
  for (const [attribute, value] of Object.entries(attributes)) {
    element.setAttribute(attribute, value);
  }
  element.append(...inside);
  return element;
}

export class Panel {
  /** Where copies of widgets are drawn that nobody is to see. */
  hidden = make("div", { class: "hidden", inert: "", "aria-hidden": "true" });

  /**
   * @param {import("./words.js").Words} words
   * @param {string} language
   * @param {string | undefined} theme
   */
  constructor(words, language, theme = "light") {
    this.words = words;
    shown?.remove();
    const host = (shown = make("div", { "data-forum-widget-doctor": "" }));
    const root = host.attachShadow({ mode: "open" });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [sheet];
    const close = this.#button("close", words.close, () => host.remove());
    this.status = make("p", { class: "summary", role: "status" }, words.examining);
    this.body = make("div", { class: "body" });
    const head = make("div", { class: "head" }, make("h2", { id: "title" }, words.title), close);
    const region = make("section", { lang: language, "aria-labelledby": "title", "data-theme": theme }, head, this.status, this.body);
    region.addEventListener("keydown", ({ key }) => key === "Escape" && host.remove());
    // What a copy tells is for the doctor alone.
    for (const type of ["ready", "error", "select", "view", "resize", "navigate"]) {
      root.addEventListener(`forum:${type}`, (event) => event.stopPropagation());
    }
    root.append(region, this.hidden);
    ofDocument("documentElement").append(host);
  }

  /** @param {Report} report */
  show(report) {
    const { words } = this;
    const copy = this.#button("copy", words.copy, () => this.#copy(report.text));
    const items = report.items.map((item) =>
      make(
        "li",
        { class: item.note ? "note" : "fault", "data-code": item.code },
        make("p", { class: "what" }, make("code", {}, item.code), " ", item.what),
        make("p", { class: "todo" }, make("strong", {}, words.todo), " ", item.todo),
        ...item.lines.map(([server, line]) =>
          make("div", { class: "line" }, make("p", {}, server), make("pre", { tabindex: "0", role: "group", "aria-label": server }, make("code", {}, line))),
        ),
      ),
    );
    const facts = report.facts.flatMap(([name, value]) => [make("dt", {}, name), make("dd", {}, value)]);
    this.body.replaceChildren(
      ...(items.length ? [make("ol", {}, ...items)] : []),
      make("dl", {}, ...facts),
      make("div", { class: "actions" }, copy),
    );
    this.status.textContent = report.summary;
    this.status.classList.toggle("well", !report.faults);
    this.status.dataset.done = "";
  }

  /**
   * @param {string} name
   * @param {string} label
   * @param {() => void} act
   */
  #button(name, label, act) {
    const button = make("button", { type: "button", class: name }, label);
    button.addEventListener("click", act);
    return button;
  }

  /** @param {string} text */
  async #copy(text) {
    const { words } = this;
    try {
      await navigator.clipboard.writeText(text);
      this.status.textContent = words.copied;
    } catch {
      // No secure page, or not allowed: the text is shown, to be copied by hand.
      this.body.querySelector("textarea")?.remove();
      const field = /** @type {HTMLTextAreaElement} */ (make("textarea", { readonly: "", rows: "10", "aria-label": words.copy }));
      field.value = text;
      this.body.append(field);
      field.focus();
      field.select();
      this.status.textContent = words.byHand;
    }
  }
}

// The element <forum-widget>: when to load, what to show, what to tell the page.
import { complete, loadEngine, loadLater } from "./engine.js";
import { Failure, cardWithoutEngine } from "./failure.js";
import { fetchFeed } from "./feed.js";
import { listen, listenToPage } from "./gestures.js";
import { negotiate, visitor } from "./language.js";
import { dataBlock, folder } from "./script.js";
import { inertDocument, styles } from "./shadow.js";
import { copy, save } from "./take.js";

/** @typedef {"idle" | "loading" | "ready" | "degraded" | "error"} State */

/** Between the items of a list that goes to the engine (src/embed/widget.rs). */
const SEPARATOR = "\u001f";

/** Defines the element. */
export function defineElement() {
  class ForumWidgetElement extends HTMLElement {
    /** @type {import("forum-widget-glue").Widget | undefined} */
    #widget;
    /** What drew it. @type {import("./engine.js").Engine | undefined} */
    #engine;
    /** @type {Uint8Array | undefined} */
    #feed;
    /** @type {State} */
    #state = "idle";
    /** Grows with every start and end, so that what was started before finds that it is late. */
    #generation = 0;
    /** @type {() => void} */
    #resolve = () => {};
    #ready = this.#promise();
    #listening = false;
    /** Ends what listens to the page. @type {AbortController | undefined} */
    #away;
    /** Whether what needs the second half of the engine is drawn. */
    #awake = false;

    connectedCallback() {
      this.#away = new AbortController();
      listenToPage(this.#away.signal, {
        follow: () => this.#follow(),
        tick: () => this.#tick(),
        unfold: (limit) => this.#widget?.unfold(limit),
      });
      this.#start();
    }

    disconnectedCallback() {
      this.#away?.abort();
      this.#end();
    }

    /** Resolves when the widget has drawn itself; rejects never: `state` and `forum:error` tell of failures. */
    get ready() {
      return this.#ready;
    }

    /** @returns {State} */
    get state() {
      return this.#state;
    }

    /** @returns {"wasm" | "static"} */
    get engine() {
      return this.#widget ? "wasm" : "static";
    }

    /** The feed that is shown, as its organiser wrote it; nothing before `ready`. */
    data() {
      // The browser's own reader: by way of the engine it costs 5 KB for every visitor.
      return this.#feed && JSON.parse(new TextDecoder().decode(this.#feed));
    }

    /** @param {string} code ISO 3166-1 alpha-2; an empty one ends the selection */
    selectCountry(code) {
      this.#later((widget) => widget.selectCountry(String(code)));
    }

    /** Fetches the feed again and draws it; what is drawn stays until then. */
    reload() {
      this.#start();
      return this.#ready;
    }

    #promise() {
      return /** @type {Promise<void>} */ (new Promise((resolve) => (this.#resolve = resolve)));
    }

    #end() {
      this.#generation += 1;
      this.#state = "idle";
      this.#ready = this.#promise();
      if (this.#widget) {
        this.#free();
        const place = this.#place();
        place.replaceChildren(this.#maker().createElement("slot"));
        place.adoptedStyleSheets = [];
      }
      this.#describe();
    }

    #free() {
      this.#widget?.free();
      this.#widget = undefined;
      this.#engine = undefined;
      this.#feed = undefined;
    }

    async #start() {
      const generation = (this.#generation += 1);
      this.#state = "loading";
      const address = this.#address();
      const language = this.#language();
      // Feed, engine and words are asked for at the same time.
      const [feed, engine] = await Promise.allSettled([fetchFeed(address), loadEngine(language)]);
      if (generation !== this.#generation) {
        return;
      }
      if (engine.status === "rejected") {
        this.#failWithoutEngine(engine.reason, language);
      } else if (feed.status === "rejected") {
        this.#fail(engine.value, feed.reason);
      } else {
        this.#draw(engine.value, feed.value, address);
      }
    }

    /** The address of the feed; without one, of the forum that ships. */
    #address() {
      const named = this.getAttribute("data-feed");
      const base = named ? location.href : folder;
      try {
        return new URL(named || "feeds/korea-lac-2021.json", base).href;
      } catch {
        return String(named);
      }
    }

    /**
     * @param {import("./engine.js").Engine} engine
     * @param {Uint8Array} feed
     * @param {string} address
     */
    #draw(engine, feed, address) {
      const maker = this.#maker();
      // What the page put inside stays until the drawing is whole.
      const sheet = maker.createDocumentFragment();
      const emit = (/** @type {string} */ type, /** @type {unknown} */ detail) => {
        // Later than this call: a listener of the page may take the widget away, which the engine is still in.
        queueMicrotask(() => {
          const take = type === "save" ? save : type === "copy" ? copy : undefined;
          if (take) {
            take(maker, this.#place(), String(detail));
          } else {
            this.#emit(type, detail);
          }
        });
      };
      let widget;
      try {
        const { zone, offset, region } = visitor(this.#tags(), engine.language);
        widget = new engine.Widget(
          sheet, maker, feed, this.#settings(), engine.words, emit, zone, offset, region, Date.now(),
        );
      } catch (error) {
        const notice = /** @type {{ code?: string, path?: string, message?: string } | undefined} */ (error);
        if (notice?.code) {
          this.#fail(engine, new Failure(notice.code, address), notice);
        } else {
          this.#failWithoutEngine(new Failure("wasm-trap", address), engine.language);
        }
        return;
      }
      this.#free();
      this.#widget = widget;
      this.#engine = engine;
      this.#feed = feed;
      this.#awake = false;
      const place = this.#place();
      // Who tried again by keyboard goes on at the first button of what is drawn now.
      const focused = place.activeElement;
      place.replaceChildren(sheet);
      place.adoptedStyleSheets = styles();
      if (focused) {
        /** @type {HTMLElement | null} */ (place.querySelector("button:not([hidden])"))?.focus();
      }
      this.#follow();
      this.#tick();
      this.#describe();
      if (/\b(structured-data|worldview|map\u001ftiles)\u001f/.test(this.#settings() + SEPARATOR)) {
        this.#later((widget) => this.#describe(widget.structuredData()));
      }
      this.#state = "ready";
      for (const notice of widget.notices()) {
        console.warn(`forum-widget: ${[notice.path, notice.message].filter(Boolean).join(": ")}`);
        this.#emit("forum:error", { ...notice, url: address, fatal: false });
      }
      this.#emit("forum:ready", { engine: this.engine });
      this.#resolve();
    }

    /**
     * Search engines read the page and not the shadow root, so what they are told is a child of the element. One that a
     * clone of the element brought along goes as well.
     * @param {string} [data] JSON-LD
     */
    #describe(data) {
      this.querySelector(":scope > script[data-forum-widget]")?.remove();
      if (data) {
        const block = dataBlock(this.#maker(), data);
        block.setAttribute("data-forum-widget", "");
        this.append(block);
      }
    }

    /**
     * @param {import("./engine.js").Engine} engine
     * @param {Failure} failure
     * @param {object} [notice] what the reader of the feed said
     */
    #fail({ drawFailure, words }, failure, notice) {
      const maker = this.#maker();
      const sheet = maker.createDocumentFragment();
      let message = failure.code;
      try {
        message = drawFailure(sheet, maker, failure.code, this.#settings(), words);
      } catch {
        // The engine is broken: what the page put inside is shown all the same.
      }
      this.#failed(sheet, failure, message, notice);
    }

    /**
     * @param {Failure} failure
     * @param {string} language
     */
    #failWithoutEngine(failure, language) {
      const { card, sentence } = cardWithoutEngine(this.#maker(), language);
      this.#failed(card, failure, sentence);
    }

    /**
     * The page's own content, and below it the reason; a good drawing that is still there stays.
     * @param {Node} reason
     * @param {Failure} failure
     * @param {string} message
     * @param {object} [notice]
     */
    #failed(reason, failure, message, notice) {
      const fatal = !this.#widget;
      this.#state = fatal ? "error" : "degraded";
      if (fatal) {
        const place = this.#place();
        // Who tried again by keyboard goes on at the button, which is drawn anew.
        const focused = place.activeElement;
        place.replaceChildren(this.#maker().createElement("slot"), reason);
        place.adoptedStyleSheets = styles().slice(1);
        if (focused) {
          place.querySelector("button")?.focus();
        }
      }
      console.warn(`forum-widget: ${failure.code}: ${message}`);
      this.#emit("forum:error", { message, ...notice, code: failure.code, url: failure.url, fatal });
    }

    /**
     * Does something that needs the second half of the engine, if only to have it: at once if it is there, else when it is.
     * @param {(widget: import("forum-widget-glue").Widget) => void} [use]
     */
    async #later(use) {
      try {
        if (this.#widget && !complete) {
          await loadLater();
        }
        // Taken away or drawn anew in the meantime.
        if (this.#widget && !this.#awake) {
          this.#awake = true;
          this.#widget.tick(Date.now());
        }
        if (this.#widget) {
          use?.(this.#widget);
        }
      } catch (error) {
        // What is drawn stays, and the next wish tries again.
        if (use && this.#engine) {
          this.#fail(this.#engine, error instanceof Failure ? error : new Failure("wasm-trap"));
        }
      }
    }

    #place() {
      const place = this.shadowRoot ?? this.attachShadow({ mode: "open" });
      if (!this.#listening) {
        this.#listening = true;
        listen(place, (action) => {
          if (action === "retry") {
            this.reload();
          } else {
            this.#later(action ? (widget) => widget.act(action) : undefined);
          }
        });
      }
      return place;
    }

    #maker() {
      return inertDocument(this.ownerDocument);
    }

    /** Names without `data-` and values in turn, as one string. */
    #settings() {
      // A map for so narrow a column is one of tiles.
      const width = this.clientWidth;
      const settings = width && width < 340 ? ["map", "tiles"] : [];
      for (const { name, value } of this.attributes) {
        if (name.startsWith("data-")) {
          settings.push(name.slice(5), value);
        }
      }
      return settings.join(SEPARATOR);
    }

    /** Opens what the page's address names; the page's own hashes do not begin like this. */
    #follow() {
      const { hash } = location;
      if (hash.startsWith("#forum=")) {
        this.#later((widget) => widget.follow(hash));
      }
    }

    /** Marks what is on now, while the forum is on and somebody can see it. */
    #tick() {
      if (!document.hidden && this.#widget?.isOn(Date.now())) {
        this.#later((widget) => widget.tick(Date.now()));
      }
    }

    /** The first of these that is spoken: the setting's language, the page's nearest, then the visitor's. */
    #language() {
      return negotiate(this.#tags());
    }

    #tags() {
      const own = this.getAttribute("data-lang");
      const near = this.closest("[lang]")?.getAttribute("lang");
      return [own, near, ...navigator.languages];
    }

    /**
     * @param {string} type
     * @param {unknown} detail
     */
    #emit(type, detail) {
      this.dispatchEvent(
        new CustomEvent(type, { bubbles: true, composed: true, detail: Object.freeze(detail) }),
      );
    }
  }
  customElements.define("forum-widget", ForumWidgetElement);
}

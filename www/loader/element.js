// The element <forum-widget>: when to load, what to show, what to tell the page.
import { feedAddress, settings, tags } from "./attributes.js";
import { loadEngine, loadLater } from "./engine.js";
import { Failure, cardWithoutEngine } from "./failure.js";
import { fetchFeed } from "./feed.js";
import { listen, listenToPage } from "./gestures.js";
import { negotiate, visitor } from "./language.js";
import { describe } from "./script.js";
import { inertDocument, styles } from "./shadow.js";
import { take } from "./take.js";
import { trapped } from "./trap.js";

/** @typedef {"idle" | "loading" | "ready" | "degraded" | "error"} State */

/** Defines the element. */
export function defineElement() {
  class ForumWidgetElement extends HTMLElement {
    /** @type {import("forum-widget-glue").Widget | undefined} */
    #widget;
    /** What drew it. @type {import("./engine.js").Engine | undefined} */
    #engine;
    /** @type {Uint8Array | undefined} */
    #feed;
    /** Draws again after a trap of the engine. @type {(works: boolean) => void} */
    #again = () => {};
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
        unfold: (limit) => this.#use((widget) => widget.unfold(limit)),
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

    /** @returns {"wasm" | "js" | "static"} */
    get engine() {
      return this.#engine?.runtime.kind ?? "static";
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
      describe(this, this.#maker());
    }

    #free() {
      this.#use((widget) => {
        this.#forget();
        widget.free();
      });
    }

    /** Without a call of the engine. */
    #forget() {
      this.#engine?.runtime.widgets.delete(this.#again);
      this.#widget = undefined;
      this.#engine = undefined;
      this.#feed = undefined;
    }

    /**
     * Every call of the engine is in here. One that throws has trapped, and is broken for all who draw with it.
     * @template Result
     * @param {(widget: import("forum-widget-glue").Widget) => Result} use
     */
    #use(use) {
      const runtime = this.#engine?.runtime;
      try {
        return this.#widget && use(this.#widget);
      } catch {
        return runtime && trapped(runtime);
      }
    }

    async #start() {
      const generation = (this.#generation += 1);
      this.#state = "loading";
      const address = feedAddress(this);
      // The first that is spoken.
      const language = negotiate(tags(this));
      const wanted = this.getAttribute("data-engine");
      // Feed, engine and words are asked for at the same time.
      const [feed, engine] = await Promise.allSettled([fetchFeed(address), loadEngine(language, wanted)]);
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

    /**
     * @param {import("./engine.js").Engine} engine
     * @param {Uint8Array} feed
     * @param {string} address
     * @param {Failure} [failure] why it is drawn like this
     */
    #draw(engine, feed, address, failure = engine.failure) {
      const maker = this.#maker();
      // What the page put inside stays until the drawing is whole.
      const sheet = maker.createDocumentFragment();
      const emit = (/** @type {string} */ type, /** @type {unknown} */ detail) => {
        // Later than this call: a listener of the page may take the widget away, which the engine is still in.
        queueMicrotask(() => take(type, maker, this.#place(), String(detail)) || this.#emit(type, detail));
      };
      let widget;
      try {
        const { zone, offset, region } = visitor(tags(this), engine.language);
        widget = new engine.runtime.Widget(
          sheet, maker, feed, settings(this), engine.words, emit, zone, offset, region, Date.now(),
        );
      } catch (error) {
        const notice = /** @type {{ code?: string, path?: string, message?: string } | undefined} */ (error);
        if (typeof notice?.code === "string") {
          this.#fail(engine, new Failure(notice.code, address), notice);
        } else {
          trapped(engine.runtime);
          this.#failWithoutEngine(new Failure("wasm-trap", address), engine.language);
        }
        return;
      }
      this.#free();
      this.#widget = widget;
      this.#engine = engine;
      this.#feed = feed;
      this.#awake = false;
      this.#again = (works) => {
        widget.__destroy_into_raw();
        this.#forget();
        const trap = new Failure("wasm-trap", address);
        if (works) {
          this.#draw(engine, feed, address, trap);
        } else {
          this.#failWithoutEngine(trap, engine.language);
        }
      };
      engine.runtime.widgets.add(this.#again);
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
      describe(this, maker);
      if (this.hasAttribute("data-structured-data")) {
        this.#later((widget) => describe(this, maker, widget.structuredData()));
      }
      this.#state = failure ? "degraded" : "ready";
      if (failure) {
        this.#tell(failure, [failure.directive, failure.url].filter(Boolean).join(" "), false);
      }
      for (const notice of this.#use((widget) => widget.notices()) ?? []) {
        console.warn(`forum-widget: ${[notice.path, notice.message].filter(Boolean).join(": ")}`);
        this.#emit("forum:error", { ...notice, url: address, fatal: false });
      }
      this.#emit("forum:ready", { engine: this.engine });
      this.#resolve();
    }

    /**
     * @param {import("./engine.js").Engine} engine
     * @param {Failure} failure
     * @param {object} [notice] what the reader of the feed said
     */
    #fail({ runtime, words }, failure, notice) {
      const maker = this.#maker();
      const sheet = maker.createDocumentFragment();
      let message = failure.code;
      try {
        message = runtime.drawFailure(sheet, maker, failure.code, settings(this), words);
      } catch {
        // What the page put inside is shown all the same.
        trapped(runtime);
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
      this.#tell(failure, message, fatal, notice);
    }

    /**
     * @param {Failure} failure
     * @param {string} message
     * @param {boolean} fatal
     * @param {object} [notice]
     */
    #tell({ code, directive, url }, message, fatal, notice) {
      console.warn(`forum-widget: ${code}: ${message}`);
      this.#emit("forum:error", { message, ...notice, code, directive, url, fatal });
    }

    /**
     * Does something that needs the second half of the engine, if only to have it: at once if it is there, else when it is.
     * @param {(widget: import("forum-widget-glue").Widget) => void} [use]
     */
    async #later(use) {
      try {
        await (this.#engine && loadLater(this.#engine.runtime));
      } catch (error) {
        // What is drawn stays, and the next wish tries again.
        if (use && this.#engine) {
          this.#fail(this.#engine, /** @type {Failure} */ (error));
        }
        return;
      }
      // Nothing to use where it was taken away or drawn anew in the meantime.
      this.#use((widget) => {
        if (!this.#awake) {
          this.#awake = true;
          widget.tick(Date.now());
        }
        use?.(widget);
      });
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

    /** Opens what the page's address names; the page's own hashes do not begin like this. */
    #follow() {
      const { hash } = location;
      if (hash.startsWith("#forum=")) {
        this.#later((widget) => widget.follow(hash));
      }
    }

    /** Marks what is on now, while the forum is on and somebody can see it. */
    #tick() {
      if (!document.hidden && this.#use((widget) => widget.isOn(Date.now()))) {
        this.#later((widget) => widget.tick(Date.now()));
      }
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

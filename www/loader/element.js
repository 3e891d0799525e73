// The element <forum-widget>: when to load, what to show, what to tell the page.
import { feedAddress, settings, tags } from "./attributes.js";
import { loadEngine, loadLater } from "./engine.js";
import { Failure, cardWithoutEngine } from "./failure.js";
import { fetchFeed } from "./feed.js";
import { listen, listenToPage } from "./gestures.js";
import { negotiate, visitor } from "./language.js";
import { TruePromise, ofDocument } from "./native.js";
import { emit, notify, tell } from "./report.js";
import { describe } from "./script.js";
import { inertDocument, show, styles } from "./shadow.js";
import { keep } from "./storage.js";
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
      return /** @type {Promise<void>} */ (new TruePromise((resolve) => (this.#resolve = resolve)));
    }

    #end() {
      this.#generation += 1;
      this.#state = "idle";
      this.#ready = this.#promise();
      if (this.#widget) {
        this.#free();
        show(this.#place(), [this.#maker().createElement("slot")], []);
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
      const runtime = this.#engine?.runtime;
      if (runtime) {
        runtime.widgets = runtime.widgets.filter((widget) => widget !== this.#again);
      }
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
      const [feed, engine] = await TruePromise.allSettled([fetchFeed(address), loadEngine(language, wanted)]);
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
      const ask = (/** @type {string} */ type, /** @type {unknown} */ detail) => {
        // Later than this call: a listener of the page may take the widget away, which the engine is still in.
        queueMicrotask(() => {
          if (type === "keep") {
            keep((text) => this.#use((widget) => widget.remember(text, Date.now())) ?? text);
          } else if (!take(type, maker, this.#place(), String(detail))) {
            emit(this, type, detail);
          }
        });
      };
      let widget;
      try {
        const { zone, offset, region } = visitor(tags(this), engine.language);
        widget = new engine.runtime.Widget(
          sheet, maker, feed, settings(this), engine.words, ask, zone, offset, region, Date.now(),
        );
      } catch (error) {
        if (typeof error === "string") {
          this.#fail(engine, new Failure("feed-schema", address), error);
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
      engine.runtime.widgets.push(this.#again);
      show(this.#place(), [sheet], styles(this.ownerDocument));
      this.#state = "loading";
      this.#follow();
      this.#tick();
      describe(this, maker);
      if (this.hasAttribute("data-structured-data") || this.hasAttribute("data-favorites")) {
        this.#later((widget) => describe(this, maker, widget.structuredData()));
      }
      if (failure) {
        const what = [failure.directive, failure.url].filter(Boolean).join(" ");
        tell(this, failure, { message: what }, false);
      }
      if (this.#use((widget) => widget.isPartial())) {
        this.#later(() => notify(this, widget.notices(), address)).then(() => this.#drawn(widget, failure));
      } else {
        this.#drawn(widget, failure);
      }
    }

    /**
     * @param {import("forum-widget-glue").Widget} widget
     * @param {Failure} [failure] why it is drawn like this
     */
    #drawn(widget, failure) {
      // Not where it was taken away or drawn anew in the meantime.
      if (widget === this.#widget) {
        // What failed meanwhile has its say as well.
        this.#state = failure || this.#state === "degraded" ? "degraded" : "ready";
        emit(this, "forum:ready", { engine: this.engine });
        this.#resolve();
      }
    }

    /**
     * @param {import("./engine.js").Engine} engine
     * @param {Failure} failure
     * @param {string} [problem] what the reader of the feed said
     */
    async #fail({ runtime, language, words }, failure, problem = "") {
      const generation = this.#generation;
      const maker = this.#maker();
      const sheet = maker.createDocumentFragment();
      let notice;
      try {
        await loadLater(runtime);
        notice = runtime.drawFailure(sheet, maker, failure.code, problem, settings(this), words);
      } catch (error) {
        // What the page put inside is shown all the same.
        if (!(error instanceof Failure)) {
          trapped(runtime);
        }
      }
      if (generation === this.#generation) {
        if (notice) {
          this.#failed(sheet, failure, notice);
        } else {
          this.#failWithoutEngine(failure, language);
        }
      }
    }

    /**
     * @param {Failure} failure
     * @param {string} language
     */
    #failWithoutEngine(failure, language) {
      const { card, sentence } = cardWithoutEngine(this.#maker(), language);
      this.#failed(card, failure, { message: sentence });
    }

    /**
     * The page's own content, and below it the reason; a good drawing that is still there stays.
     * @param {Node} reason
     * @param {Failure} failure
     * @param {{ message: string }} notice
     */
    #failed(reason, failure, notice) {
      const fatal = !this.#widget;
      this.#state = fatal ? "error" : "degraded";
      if (fatal) {
        show(this.#place(), [this.#maker().createElement("slot"), reason], styles(this.ownerDocument).slice(1));
      }
      tell(this, failure, notice, fatal);
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
          this.#failWithoutEngine(/** @type {Failure} */ (error), this.#engine.language);
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
      if (!ofDocument("hidden") && this.#use((widget) => widget.isOn(Date.now()))) {
        this.#later((widget) => widget.tick(Date.now()));
      }
    }
  }
  customElements.define("forum-widget", ForumWidgetElement);
}

// What stands in the shadow root of an element: the drawing, or the page's own content and why there is none.
import { settings } from "./attributes.js";
import { Drawn } from "./drawn.js";
import { loadLater } from "./engine.js";
import { Failure, cardWithoutEngine } from "./failure.js";
import { listen } from "./gestures.js";
import { painter } from "./painter.js";
import { emit, notify, tell } from "./report.js";
import { describe } from "./script.js";
import { inertDocument, show, styles } from "./shadow.js";
import { keep } from "./storage.js";
import { take } from "./take.js";
import { trapped } from "./trap.js";

/** @typedef {"idle" | "loading" | "ready" | "degraded" | "error"} State */
/** @typedef {import("./engine.js").Engine} Engine */
/** @typedef {HTMLElement & { engine: string, reload(): void }} Host */
/** @typedef {import("./drawn.js").Widget} Widget */

export class Stage {
  /** @type {Drawn | undefined} */
  drawn;
  /** @type {State} */
  state = "idle";
  /** Grows with every beginning and end, so that what was started before finds that it is late. */
  turn = 0;
  /** @type {() => void} */
  #resolve = () => {};
  ready = this.#promise();
  /** @type {ShadowRoot | undefined} */
  #root;

  /** @param {Host} element */
  constructor(element) {
    this.element = element;
  }

  /** Shows what the page put inside, and nothing of ours. */
  clear() {
    this.turn += 1;
    this.state = "idle";
    this.ready = this.#promise();
    if (this.drawn) {
      this.#free();
      show(this.#place(), [this.#maker().createElement("slot")], []);
    }
    describe(this.element, this.#maker());
  }

  /**
   * @param {Engine} engine
   * @param {Uint8Array} feed
   * @param {string} address
   * @param {ReturnType<typeof import("./language.js").visitor>} who
   * @param {Failure} [failure] why it is drawn like this
   */
  draw(engine, feed, address, who, failure = engine.failure) {
    const { element } = this;
    const { runtime, language, words } = engine;
    const maker = this.#maker();
    // What the page put inside stays until the drawing is whole.
    const sheet = maker.createDocumentFragment();
    let widget;
    try {
      const { zone, offset, region } = who;
      widget = new runtime.Widget(
        sheet, painter(maker), feed, settings(element), words, this.#ask(), zone, offset, region, Date.now(),
      );
    } catch (error) {
      if (typeof error === "string") {
        this.fail(engine, new Failure("feed-schema", address), error);
      } else {
        trapped(runtime);
        this.failWithoutEngine(new Failure("wasm-trap", address), language);
      }
      return;
    }
    this.#free();
    const drawn = new Drawn(engine, widget, feed, (works) => {
      this.drawn = undefined;
      const trap = new Failure("wasm-trap", address);
      if (works) {
        this.draw(engine, feed, address, who, trap);
      } else {
        this.failWithoutEngine(trap, language);
      }
    });
    this.drawn = drawn;
    show(this.#place(), [sheet], styles());
    this.state = "loading";
    this.follow();
    this.tick();
    describe(element, maker);
    if (element.hasAttribute("data-structured-data") || element.hasAttribute("data-favorites")) {
      this.later((widget) => describe(element, maker, widget.structuredData()));
    }
    if (failure) {
      const what = [failure.directive, failure.url].filter(Boolean).join(" ");
      tell(element, failure, { message: what }, false);
      this.#markOutdated(failure, false);
    }
    if (drawn.use((widget) => widget.isPartial())) {
      const told = this.later((widget) => notify(element, widget.notices(), address));
      told.then(() => this.#finish(drawn, failure));
    } else {
      this.#finish(drawn, failure);
    }
  }

  /**
   * @param {Drawn} drawn
   * @param {Failure} [failure] why it is drawn like this
   */
  #finish(drawn, failure) {
    // Not where it was taken away or drawn anew in the meantime.
    if (drawn === this.drawn) {
      // What failed meanwhile has its say as well.
      this.state = failure || this.state === "degraded" ? "degraded" : "ready";
      emit(this.element, "forum:ready", { engine: this.element.engine });
      this.#resolve();
    }
  }

  /** What the engine asks for, which is done later than its call: a listener of the page may take the widget away. */
  #ask() {
    return (/** @type {string} */ type, /** @type {unknown} */ detail) => {
      queueMicrotask(() => {
        if (type === "keep") {
          keep((text) => this.drawn?.use((widget) => widget.remember(text, Date.now())) ?? text);
        } else if (!take(type, this.#maker(), this.#place(), String(detail))) {
          emit(this.element, type, detail);
        }
      });
    };
  }

  /**
   * @param {Engine} engine
   * @param {Failure} failure
   * @param {string} [problem] what the reader of the feed said
   */
  async fail({ runtime, language, words }, failure, problem = "") {
    const { turn } = this;
    const maker = this.#maker();
    const sheet = maker.createDocumentFragment();
    let notice;
    try {
      await loadLater(runtime);
      notice = runtime.drawFailure(sheet, painter(maker), failure.code, problem, settings(this.element), words);
    } catch (error) {
      // What the page put inside is shown all the same.
      if (!(error instanceof Failure)) {
        trapped(runtime);
      }
    }
    if (turn === this.turn) {
      if (notice) {
        this.#failed(sheet, failure, notice);
      } else {
        this.failWithoutEngine(failure, language);
      }
    }
  }

  /**
   * @param {Failure} failure
   * @param {string} language
   */
  failWithoutEngine(failure, language) {
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
    const fatal = !this.drawn;
    this.state = fatal ? "error" : "degraded";
    if (fatal) {
      show(this.#place(), [this.#maker().createElement("slot"), reason], styles().slice(1));
    }
    tell(this.element, failure, notice, fatal);
    this.#markOutdated(failure, true);
  }

  /**
   * Says of a drawing that the feed could not be had anew.
   * @param {Failure} failure
   * @param {boolean} read whether somebody reads it already
   */
  #markOutdated(failure, read) {
    if (failure.code.startsWith("feed-")) {
      this.later((widget) => widget.markOutdated(read));
    }
  }

  /**
   * Does something that needs the second half of the engine, if only to have it.
   * @param {(widget: Widget) => void} [use]
   */
  async later(use) {
    const { drawn } = this;
    try {
      await drawn?.later(use);
    } catch (error) {
      // What is drawn stays, and the next wish tries again.
      if (use && drawn === this.drawn && drawn) {
        this.failWithoutEngine(/** @type {Failure} */ (error), drawn.engine.language);
      }
    }
  }

  /** Opens what the page's address names; the page's own hashes do not begin like this. */
  follow() {
    const { hash } = location;
    if (hash.startsWith("#forum=")) {
      this.later((widget) => widget.follow(hash));
    }
  }

  /** Marks what is on now, while the forum is on and somebody can see it. */
  tick() {
    if (!document.hidden && this.drawn?.use((widget) => widget.isOn(Date.now()))) {
      this.later((widget) => widget.tick(Date.now()));
    }
  }

  #free() {
    this.drawn?.free();
    this.drawn = undefined;
  }

  #place() {
    if (!this.#root) {
      this.#root = this.element.shadowRoot ?? this.element.attachShadow({ mode: "open" });
      listen(this.#root, (action) => {
        if (action === "retry") {
          this.element.reload();
        } else {
          this.later(action ? (widget) => widget.act(action) : undefined);
        }
      });
    }
    return this.#root;
  }

  #promise() {
    return /** @type {Promise<void>} */ (new Promise((resolve) => (this.#resolve = resolve)));
  }

  #maker() {
    return inertDocument(this.element.ownerDocument);
  }
}

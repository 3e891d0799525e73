// What stands in the shadow root of an element: the drawing, or the page's own content and why there is none.
import { isOn, setting, settings } from "./attributes.js";
import { Drawn } from "./drawn.js";
import { later, loadLater, loadScript } from "./engine.js";
import { Failure, cardWithoutEngine } from "./failure.js";
import { listen } from "./gestures.js";
import { TruePromise, ofDocument } from "./native.js";
import { importOwn } from "./own.js";
import { painter } from "./painter.js";
import { emit, tell } from "./report.js";
import { script } from "./script.js";
import { inertDocument, show, styles } from "./shadow.js";
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
  /** Who looks at it: found out while the rest is on its way. */
  visitor = { zone: "", offset: 0, region: "" };
  /** Grows with every beginning and end, so that what was started before finds that it is late. */
  turn = 0;
  /** Of who waits, as long as nothing is drawn. @type {(() => void) | undefined} */
  #resolve;
  ready = this.#promise();
  /** @type {ShadowRoot | undefined} */
  #root;
  /** What the page was told, which it is told once. @type {string[]} */
  #told = [];

  /** @param {Host} element */
  constructor(element) {
    this.element = element;
  }

  /** Shows what the page put inside, and nothing of ours. */
  clear() {
    this.turn += 1;
    this.state = "idle";
    // Who waits already does so on.
    if (!this.#resolve) {
      this.ready = this.#promise();
    }
    this.drawn?.free();
    this.drawn = undefined;
    if (this.#root) {
      show(this.#root, this.#between([this.#maker().createElement("slot")]), []);
    }
    this.#undescribe();
  }

  /**
   * @param {Engine} engine
   * @param {Uint8Array} feed
   * @param {string} address
   * @param {Failure} [failure] why it is drawn like this
   */
  draw(engine, feed, address, failure = engine.failure) {
    const { element } = this;
    const { runtime, language, words } = engine;
    const before = this.drawn;
    const how = settings(element, before?.how);
    if (before && !before.outdated && later?.isSame(before, engine, feed, how)) {
      this.#excuse(failure, true);
      this.#finish(before, failure);
      return;
    }
    const maker = this.#maker();
    // What the page put inside stays until the drawing is whole.
    const sheet = maker.createDocumentFragment();
    let widget;
    try {
      const { zone, offset, region } = this.visitor;
      widget = new runtime.Widget(
        sheet, painter(maker), feed, how, words, this.#ask(), zone, offset, region, Date.now(),
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
    const drawn = new Drawn(engine, widget, feed, address, how, (works) => {
      this.drawn = undefined;
      const trap = new Failure("wasm-trap", address);
      if (works) {
        this.draw(engine, feed, address, trap);
      } else {
        this.failWithoutEngine(trap, language);
      }
    });
    this.drawn = drawn;
    const put = () => show(this.#place(), this.#between([sheet]), styles(this.element.ownerDocument));
    if (before && later) {
      later.goOn(before, drawn, this.#place(), put);
    } else {
      put();
    }
    before?.free();
    this.state = "loading";
    if (!before) {
      this.follow();
    }
    this.tick();
    this.#undescribe();
    if (isOn(setting(element, "structured-data"), false) || isOn(setting(element, "favorites"), false)) {
      this.later((widget) => later?.describe(element, maker, script, widget.structuredData()));
    }
    this.#excuse(failure, !!before);
    if (drawn.use((widget) => widget.isPartial())) {
      const told = this.later((widget) => later?.notify(element, widget.notices(), address, this.#told));
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
      this.#refresh();
      // Before a listener takes it away, which begins anew.
      this.#resolve?.();
      this.#resolve = undefined;
      emit(this.element, "forum:ready", { engine: this.element.engine });
    }
  }

  /** What the engine asks for, which is done later than its call: a listener of the page may take the widget away. */
  #ask() {
    return (/** @type {string} */ type, /** @type {unknown} */ detail) => {
      queueMicrotask(() => {
        if (type === "keep") {
          later?.keep((text) => this.drawn?.use((widget) => widget.remember(text, Date.now())) ?? text);
        } else if (!later?.take(type, this.#maker(), this.#place(), String(detail))) {
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
  async fail(engine, failure, problem = "") {
    const { turn } = this;
    const { runtime, language, words } = engine;
    const maker = this.#maker();
    const sheet = maker.createDocumentFragment();
    let notice;
    try {
      runtime.learn(await loadLater(engine));
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
  async failWithoutEngine(failure, language) {
    const { turn } = this;
    let words;
    try {
      words = await (await loadScript()).sentence(importOwn, language);
    } catch {
      // Nothing of ours is to be had.
    }
    if (turn === this.turn) {
      const { card, sentence } = cardWithoutEngine(this.#maker(), language, words);
      this.#failed(card, failure, { message: sentence });
    }
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
      show(this.#place(), this.#between([this.#maker().createElement("slot"), reason]), styles(this.element.ownerDocument).slice(1));
    }
    this.#refresh();
    tell(this.element, failure, notice, fatal);
    this.#markOutdated(failure, true);
  }

  /**
   * Says why it is drawn like this, if there is a reason.
   * @param {Failure | undefined} failure
   * @param {boolean} read whether somebody reads it already
   */
  #excuse(failure, read) {
    if (failure) {
      const what = [failure.directive, failure.url].filter(Boolean).join(" ");
      tell(this.element, failure, { message: what }, false);
      this.#markOutdated(failure, read);
    }
  }

  /**
   * Says of a drawing that the feed could not be had anew.
   * @param {Failure} failure
   * @param {boolean} read whether somebody reads it already
   */
  #markOutdated(failure, read) {
    if (this.drawn && failure.code.startsWith("feed-")) {
      this.drawn.outdated = true;
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
      // Without a root, the page's own content is seen, which a fresh one would hide.
      this.#root && later?.attend(this.#root, this.#act);
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
    if (!ofDocument("hidden") && this.drawn?.use((widget) => widget.isOn(Date.now()))) {
      this.later((widget) => widget.tick(Date.now()));
    }
  }

  /**
   * Draws what is left of a large programme, and with it what only the second half draws, where that is there.
   * @param {number} limit how many sessions, unless it was more already
   */
  unfold(limit) {
    this.drawn?.use((widget) => widget.unfold(limit));
    if (later) {
      this.later((widget) => widget.tick(Date.now()));
    }
  }

  #refresh() {
    const { drawn, turn } = this;
    const seconds = setting(this.element, "refresh") ?? "";
    if (/^\d+$/.test(seconds) && Number(seconds) >= 60) {
      loadScript().then(
        ({ refresh }) => drawn === this.drawn && turn === this.turn && refresh(this, Number(seconds)),
        // It cannot be had, which is no reason to say anything.
        () => {},
      );
    }
  }

  /** Takes away what search engines were told, also what a clone of the element brought along. */
  #undescribe() {
    this.element.querySelector(":scope > script[data-forum-widget]")?.remove();
  }

  /**
   * Our own between what the page has put into our header and our footer.
   * @param {Node[]} nodes
   */
  #between(nodes) {
    const { element } = this;
    const slots = (/** @type {string} */ name) => {
      const slot = this.#maker().createElement("slot");
      slot.name = name;
      return element.querySelector(`:scope > [slot=${name}]`) ? [slot] : [];
    };
    return [...slots("header"), ...nodes, ...slots("footer")];
  }

  #place() {
    if (!this.#root) {
      this.#root = this.element.shadowRoot ?? this.element.attachShadow({ mode: "open" });
      listen(this.#root, this.#act, (href) => emit(this.element, "forum:navigate", { href }, true));
    }
    return this.#root;
  }

  #act = (/** @type {string | undefined} */ action) => {
    if (action === "retry") {
      this.element.reload();
    } else {
      this.later(action ? (widget) => later?.act(widget, action) : undefined);
    }
  };

  #promise() {
    return /** @type {Promise<void>} */ (new TruePromise((resolve) => (this.#resolve = resolve)));
  }

  #maker() {
    return inertDocument(this.element.ownerDocument);
  }
}

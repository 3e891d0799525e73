// What an engine has drawn. Every call of the engine is in here: one that throws has trapped, and is broken for all who draw
// with it.
import { loadLater } from "./engine.js";
import { trapped } from "./trap.js";

/** @typedef {import("forum-widget-glue").Widget} Widget */

export class Drawn {
  /** Whether what needs the second half of the engine is drawn. */
  #awake = false;
  /** Whether it says that it is an old copy. */
  outdated = false;
  /** @type {Widget | undefined} */
  #widget;

  /**
   * @param {import("./engine.js").Engine} engine
   * @param {Widget} widget
   * @param {Uint8Array} feed
   * @param {string} address of the feed
   * @param {string} how the settings
   * @param {(works: boolean) => void} again draws it again after a trap of the engine
   */
  constructor(engine, widget, feed, address, how, again) {
    this.engine = engine;
    this.feed = feed;
    this.address = address;
    this.how = how;
    this.again = again;
    this.#widget = widget;
    engine.runtime.widgets.push(this);
  }

  /**
   * Nothing is done where it was taken away or drawn anew in the meantime.
   * @template Result
   * @param {(widget: Widget) => Result} use
   */
  use(use) {
    try {
      return this.#widget && use(this.#widget);
    } catch {
      return trapped(this.engine.runtime);
    }
  }

  /**
   * Does something that needs the second half of the engine, if only to have it: at once if it is there, else when it is.
   * @param {(widget: Widget) => void} [use]
   */
  async later(use) {
    const words = await loadLater(this.engine);
    // Each time: a fresh engine knows them no more.
    this.use(() => this.engine.runtime.learn(words));
    this.wake(use);
  }

  /**
   * Does something where the second half is there.
   * @param {(widget: Widget) => void} [use]
   */
  wake(use) {
    this.use((widget) => {
      if (!this.#awake) {
        this.#awake = true;
        widget.tick(Date.now());
      }
      use?.(widget);
    });
  }

  /**
   * Takes it out of an engine that works; later than what the engine does now, which may have led here: the page hears of the focus
   * that it sets.
   */
  free() {
    const widget = this.#widget;
    this.#widget = undefined;
    this.again = () => {};
    queueMicrotask(() => {
      // Not where the engine has broken in the meantime.
      const { runtime } = this.engine;
      if (runtime.widgets.includes(this)) {
        this.#forget();
        try {
          widget?.free();
        } catch {
          trapped(runtime);
        }
      }
    });
  }

  /** Leaves an engine that has trapped, without a call of it. @param {boolean} works whether a fresh one does */
  leave(works) {
    this.#widget?.__destroy_into_raw();
    this.#forget();
    this.again(works);
  }

  #forget() {
    const { runtime } = this.engine;
    runtime.widgets = runtime.widgets.filter((drawn) => drawn !== this);
    this.#widget = undefined;
  }
}

// The element <forum-widget>: what the page's scripts see of it, and its life.
import { dashed, feedAddress, isOn, page, setting, settings, tags } from "./attributes.js";
import { loadEngine } from "./engine.js";
import { Failure } from "./failure.js";
import { fetchFeed } from "./feed.js";
import { listenToPage } from "./gestures.js";
import { negotiate, visitor } from "./language.js";
import { TruePromise, ofDocument } from "./native.js";
import { emit } from "./report.js";
import { styles } from "./shadow.js";
import { Stage } from "./stage.js";

/** The settings that ask for something to be loaded. */
const LOADED = /^(data-(feed|lang|engine)|lang)$/;

export class ForumWidgetElement extends HTMLElement {
  /** Does what the tag of a further copy of the script asks for. @type {((script?: HTMLScriptElement | null) => void) | undefined} */
  static serve;

  #stage = new Stage(this);
  /** Ends what listens to the page. @type {AbortController | undefined} */
  #away;
  /** Sees the page write other settings. */
  #settings = new MutationObserver((changes) => this.#change(changes));
  /** Waits until it is near the visible part of the page. */
  #sight = new IntersectionObserver(
    (entries) => {
      if (entries.pop()?.isIntersecting) {
        this.#begin();
      }
    },
    { rootMargin: "100%" },
  );
  #height = 0;
  #seen = "";
  /**
   * An element whose size changes again within a frame, by what the page does or by a further pass of WebKit's own, is an error of
   * the page: it is not observed until the next one, where the same size is no news.
   */
  #size = new ResizeObserver((entries) => {
    const { width, height } = /** @type {ResizeObserverEntry} */ (entries.pop()).contentRect;
    const seen = [width, height].join();
    if (seen !== this.#seen) {
      this.#seen = seen;
      this.#size.unobserve(this);
      requestAnimationFrame(() => this.#resized());
    }
  });

  connectedCallback() {
    const stage = this.#stage;
    this.#away = new AbortController();
    listenToPage(this.#away.signal, {
      follow: () => stage.follow(),
      tick: () => stage.tick(),
      unfold: (limit) => {
        stage.unfold(limit);
        this.#begin();
      },
    });
    if (isOn(setting(this, "debug"), false)) {
      page.doctor?.().catch(console.warn);
    }
    this.#settings.observe(this, { attributes: true });
    this.#size.observe(this);
    // Once the script and whoever has made the element have said all that they want.
    queueMicrotask(() => {
      // The observer waits for a frame, which who is in sight already need not, and for ever for what the page does not show:
      // that is 0 px at 0, and so within it.
      const { top, bottom } = this.getBoundingClientRect();
      if (setting(this, "loading") === "eager" || (top < 2 * innerHeight && bottom > -innerHeight)) {
        this.#begin();
      } else {
        this.#sight.observe(this);
      }
    });
  }

  disconnectedCallback() {
    this.#away?.abort();
    for (const observer of [this.#settings, this.#sight, this.#size]) {
      observer.disconnect();
    }
    this.#stage.clear();
    // Where it is put back, its height is news.
    this.#height = 0;
    this.#seen = "";
  }

  /** Resolves when the widget has drawn itself; rejects never: `state` and `forum:error` tell of failures. */
  get ready() {
    return this.#stage.ready;
  }

  /** @returns {import("./stage.js").State} */
  get state() {
    return this.#stage.state;
  }

  /** @returns {"wasm" | "js" | "static"} */
  get engine() {
    return this.#stage.drawn?.engine.runtime.kind ?? "static";
  }

  /** The feed that is shown, as its organiser wrote it; nothing before `ready`. */
  data() {
    const { drawn } = this.#stage;
    // The browser's own reader: by way of the engine it costs 5 KB for every visitor.
    return drawn && JSON.parse(new TextDecoder().decode(drawn.feed));
  }

  /** @param {string} code ISO 3166-1 alpha-2; an empty one ends the selection */
  selectCountry(code) {
    this.#stage.later((widget) => widget.selectCountry(String(code)));
  }

  /** @param {string} id of the feed; an empty one closes the session that is open */
  showSession(id) {
    this.#stage.later((widget) => widget.follow("#forum=" + encodeURIComponent(id)));
  }

  /** Fetches the feed again and draws it; what is drawn stays until then. */
  reload() {
    this.#start();
    return this.#stage.ready;
  }

  /**
   * Changes settings, of which `null` is back at its default.
   * @param {Record<string, unknown>} partial by name, `heading-level` or `headingLevel`
   */
  configure(partial) {
    for (const [name, value] of Object.entries(partial)) {
      const attribute = "data-" + dashed(name);
      value == null ? this.removeAttribute(attribute) : this.setAttribute(attribute, String(value));
    }
    this.#change(this.#settings.takeRecords());
    return this.#stage.ready;
  }

  /** @param {MutationRecord[]} changes */
  #change(changes) {
    const names = changes.map(({ attributeName }) => String(attributeName));
    if (this.state !== "idle" && names.some((name) => LOADED.test(name))) {
      this.#start();
    } else if (names.some((name) => name.startsWith("data-"))) {
      this.#redraw();
    }
  }

  /** Draws what is there as the settings are now, where they are others: who hears of it may set them again. */
  #redraw() {
    const { drawn } = this.#stage;
    if (drawn && settings(this, drawn.how) !== drawn.how) {
      this.#stage.later(() => this.#stage.draw(drawn.engine, drawn.feed, drawn.address));
    }
  }

  /** Tells of a new height, and draws anew where the width asks for it. */
  #resized() {
    const { drawn } = this.#stage;
    const height = this.offsetHeight;
    if (drawn && height !== this.#height) {
      this.#height = height;
      emit(this, "forum:resize", { height });
    }
    this.#redraw();
    if (this.isConnected) {
      this.#size.observe(this);
    }
  }

  /** Starts, where nothing has and the page does not want to say when. */
  #begin() {
    if (this.isConnected && this.state === "idle" && isOn(setting(this, "auto"), true)) {
      this.#start();
    }
  }

  async #start() {
    const stage = this.#stage;
    // Nobody sees a document without a window, and nothing can be drawn there.
    if (!ofDocument("defaultView", this.ownerDocument)) {
      return;
    }
    this.#sight.disconnect();
    // What is drawn stays until then.
    const turn = (stage.turn += 1);
    stage.state = "loading";
    const address = feedAddress(this);
    // The first that is spoken.
    const language = negotiate(tags(this));
    // Engine, words and feed are asked for at the same time, the one that has to be compiled first.
    const loading = TruePromise.allSettled([
      loadEngine(language, setting(this, "engine"), !!stage.drawn),
      fetchFeed(address),
    ]);
    // What takes some milliseconds the first time is done while they are on their way.
    stage.visitor = visitor(tags(this), language);
    const { length } = styles(this.ownerDocument);
    const [engine, feed] = await loading;
    if (turn !== stage.turn) {
      return;
    }
    if (engine.status === "rejected") {
      stage.failWithoutEngine(engine.reason, language);
    } else if (!length) {
      // Without a style it could not be read.
      stage.failWithoutEngine(new Failure("wasm-absent"), language);
    } else if (feed.status === "rejected") {
      stage.fail(engine.value, feed.reason);
    } else {
      stage.draw(engine.value, feed.value.bytes, address, feed.value.failure);
    }
  }
}

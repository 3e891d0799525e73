// The element <forum-widget>: what the page's scripts see of it, and its life.
import { feedAddress, tags } from "./attributes.js";
import { loadEngine } from "./engine.js";
import { fetchFeed } from "./feed.js";
import { listenToPage } from "./gestures.js";
import { negotiate, visitor } from "./language.js";
import { styles } from "./shadow.js";
import { Stage } from "./stage.js";

/** Defines the element. */
export function defineElement() {
  class ForumWidgetElement extends HTMLElement {
    #stage = new Stage(this);
    /** Ends what listens to the page. @type {AbortController | undefined} */
    #away;

    connectedCallback() {
      const stage = this.#stage;
      this.#away = new AbortController();
      listenToPage(this.#away.signal, {
        follow: () => stage.follow(),
        tick: () => stage.tick(),
        unfold: (limit) => stage.drawn?.use((widget) => widget.unfold(limit)),
      });
      this.#start();
    }

    disconnectedCallback() {
      this.#away?.abort();
      this.#stage.clear();
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

    /** Fetches the feed again and draws it; what is drawn stays until then. */
    reload() {
      this.#start();
      return this.#stage.ready;
    }

    async #start() {
      const stage = this.#stage;
      // What is drawn stays until then.
      const turn = (stage.turn += 1);
      stage.state = "loading";
      const address = feedAddress(this);
      // The first that is spoken.
      const language = negotiate(tags(this));
      const wanted = this.getAttribute("data-engine");
      // Engine, words and feed are asked for at the same time, the one that has to be compiled first.
      const loading = Promise.allSettled([loadEngine(language, wanted), fetchFeed(address)]);
      // What takes some milliseconds the first time is done while they are on their way.
      const who = visitor(tags(this), language);
      styles();
      const [engine, feed] = await loading;
      if (turn !== stage.turn) {
        return;
      }
      if (engine.status === "rejected") {
        stage.failWithoutEngine(engine.reason, language);
      } else if (feed.status === "rejected") {
        stage.fail(engine.value, feed.reason);
      } else {
        stage.draw(engine.value, feed.value.bytes, address, who, feed.value.failure);
      }
    }
  }
  customElements.define("forum-widget", ForumWidgetElement);
}

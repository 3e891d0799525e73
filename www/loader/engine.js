// The engine with the words of a language: each of them loaded once, shared by all widgets of the page.
import { startJavascript } from "./javascript.js";
import { TruePromise } from "./native.js";
import { fetchOwn } from "./own.js";
import { completeStyles } from "./shadow.js";
import { startWasm } from "./wasm.js";

/**
 * An engine that runs, shared by all widgets of the page.
 * @typedef Runtime
 * @property {"wasm" | "js"} kind
 * @property {typeof import("forum-widget-glue").Widget} Widget
 * @property {typeof import("forum-widget-glue").drawFailure} drawFailure
 * @property {boolean} complete whether what reacts to the visitor is there
 * @property {() => Promise<void>} [loadLater] has it come; only once something is drawn
 * @property {() => void} renew puts a fresh one in the place of one that has trapped
 * @property {((works: boolean) => void)[]} widgets who draws with it, to be told of a trap
 * @property {number[]} traps when it has trapped
 */

/**
 * @typedef Engine
 * @property {Runtime} runtime
 * @property {import("./failure.js").Failure} [failure] why it is not the first one
 * @property {string} language
 * @property {Uint8Array} words the file of the language
 */

/** Not a `Map`, which a page may have replaced. @type {Record<string, Promise<any>>} */
const loads = Object.create(null);

/**
 * Once for each name; a failed load is tried again when it is asked for the next time.
 * @template Loaded
 * @param {string} name
 * @param {(name: string) => Promise<Loaded>} load
 * @returns {Promise<Loaded>}
 */
function once(name, load) {
  let loading = loads[name];
  if (!loading) {
    loading = loads[name] = load(name);
    loading.catch(() => delete loads[name]);
  }
  return loading;
}

/**
 * @param {string} language
 * @param {string | null} wanted `data-engine`
 * @returns {Promise<Engine>}
 */
export async function loadEngine(language, wanted) {
  const [words, engine] = await TruePromise.all([
    once(`words/${language}.txt`, (name) => fetchOwn(name, WORDS_INTEGRITY[language])),
    once(wanted === "js" || wanted === "wasm" ? wanted : "auto", climb),
  ]);
  return { ...engine, language, words };
}

/**
 * The ladder: what was found to work stays, so that a page waits for WebAssembly only once.
 * @param {string} wanted
 * @returns {Promise<{ runtime: Runtime, failure?: any }>}
 */
async function climb(wanted) {
  if (wanted === "js") {
    return { runtime: await once("forum-widget-engine.js", startJavascript) };
  }
  try {
    return { runtime: await once("forum-widget.wasm", startWasm) };
  } catch (failure) {
    if (wanted === "auto") {
      // Where there is no second one either, the reason is that of the first.
      return climb("js").then(({ runtime }) => ({ runtime, failure }), () => TruePromise.reject(failure));
    }
    throw failure;
  }
}

/** @param {Runtime} runtime */
export function loadLater(runtime) {
  return TruePromise.all([
    once("forum-widget-later.css", (name) => fetchOwn(name, LATER_STYLE_INTEGRITY).then(completeStyles)),
    !runtime.complete && runtime.loadLater && once("later", runtime.loadLater),
  ]);
}

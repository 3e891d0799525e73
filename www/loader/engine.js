// The engine with the words of a language: each of them loaded once, shared by all widgets of the page.
import { TruePromise } from "./native.js";
import { fetchOwn, importOwn } from "./own.js";
import { completeStyles } from "./shadow.js";
import { startWasm } from "./wasm.js";

/**
 * An engine that runs, shared by all widgets of the page.
 * @typedef Runtime
 * @property {"wasm" | "js"} kind
 * @property {typeof import("forum-widget-glue").Widget} Widget
 * @property {typeof import("forum-widget-glue").learn} learn
 * @property {typeof import("forum-widget-glue").drawFailure} drawFailure
 * @property {boolean} complete whether what reacts to the visitor is there
 * @property {() => Promise<void>} [loadLater] has it come; only once something is drawn
 * @property {() => void} renew puts a fresh one in the place of one that has trapped
 * @property {import("./drawn.js").Drawn[]} widgets what it has drawn, to be told of a trap
 * @property {number[]} traps when it has trapped
 */

/**
 * @typedef Engine
 * @property {Runtime} runtime
 * @property {import("./failure.js").Failure} [failure] why it is not the first one
 * @property {string} language
 * @property {Uint8Array} words of the language, what the first drawing needs
 * @property {Uint8Array} [laterWords] what the second half needs, once it has come
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
 * @param {string | undefined} wanted `data-engine`
 * @param {boolean} again whether somebody goes on where it was, for which the second half is needed, if it is to be had
 * @returns {Promise<Engine>}
 */
export async function loadEngine(language, wanted, again) {
  const [found, words] = await TruePromise.all([
    once(wanted === "js" || wanted === "wasm" ? wanted : "auto", climb),
    once(`words/${language}.txt`, (name) => fetchOwn(name, WORDS_INTEGRITY[language])),
  ]);
  const engine = { ...found, language, words };
  again && (await loadLater(engine).catch(() => {}));
  return engine;
}

/**
 * The ladder: what was found to work stays, so that a page waits for WebAssembly only once.
 * @param {string} wanted
 * @returns {Promise<{ runtime: Runtime, failure?: any }>}
 */
async function climb(wanted) {
  if (wanted === "js") {
    const { integrity, startJavascript } = await loadScript();
    const load = (/** @type {string} */ name) => importOwn(name, integrity, startJavascript);
    return { runtime: await once("forum-widget-engine.js", load) };
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

/** What the page needs then, once it is there. @type {typeof import("./later.js") | undefined} */
export let later;

export const loadScript = () =>
  once("forum-widget-later.js", (name) =>
    importOwn(name, LATER_SCRIPT_INTEGRITY, (module) => {
      completeStyles(module.css);
      return (later = module);
    }),
  );

/**
 * Has everything come that a visitor needs who acts, also the words of it, which the engine is to learn.
 * @param {Engine} engine
 */
export async function loadLater(engine) {
  const { runtime, language, words } = engine;
  const [laterWords] = await TruePromise.all([
    // The first ones end with their hash.
    once(`words/${language}-later.txt`, (name) => fetchOwn(name, new TextDecoder().decode(words.slice(-51)))),
    loadScript(),
    !runtime.complete && runtime.loadLater && once("later", runtime.loadLater),
  ]);
  return (engine.laterWords = laterWords);
}

// The engine with the words of a language: each of them loaded once, shared by all widgets of the page.
import { Widget, drawFailure, initLater, initSync } from "forum-widget-glue";
import { Failure } from "./failure.js";
import { fetchOwn } from "./own.js";
import { folder } from "./script.js";

/**
 * @typedef Engine
 * @property {typeof Widget} Widget
 * @property {typeof drawFailure} drawFailure
 * @property {string} language
 * @property {Uint8Array} words the file of the language
 */

/** @type {Map<string, Promise<any>>} */
const loads = new Map();

/**
 * Once for each name; a failed load is tried again when it is asked for the next time.
 * @template Loaded
 * @param {string} name
 * @param {(name: string) => Promise<Loaded>} load
 * @returns {Promise<Loaded>}
 */
function once(name, load) {
  let loading = loads.get(name);
  if (!loading) {
    loading = load(name);
    loading.catch(() => loads.delete(name));
    loads.set(name, loading);
  }
  return loading;
}

/**
 * @param {string} language
 * @returns {Promise<Engine>}
 */
export async function loadEngine(language) {
  const [words] = await Promise.all([
    once(`words/${language}.txt`, (name) => fetchOwn(name, WORDS_INTEGRITY[language])),
    once("forum-widget.wasm", (name) => start(name, WASM_INTEGRITY, (module) => initSync({ module }))),
  ]);
  return { Widget, drawFailure, language, words };
}

/** Whether the second half is there. */
export let complete = false;

/** The second half of the engine, which reacts to the visitor; only once the first has drawn something. */
export function loadLater() {
  return once("forum-widget-later.wasm", async (name) => {
    await start(name, LATER_INTEGRITY, initLater);
    complete = true;
  });
}

/**
 * @param {string} name
 * @param {string} integrity
 * @param {(module: WebAssembly.Module) => void} instantiate
 */
async function start(name, integrity, instantiate) {
  if (typeof WebAssembly !== "object") {
    throw new Failure("wasm-absent");
  }
  const bytes = await fetchOwn(name, integrity);
  try {
    instantiate(await WebAssembly.compile(bytes));
  } catch {
    // The bytes are whole, by their hash, so the page's policy forbids WebAssembly.
    throw new Failure("wasm-csp", new URL(name, folder).href);
  }
}

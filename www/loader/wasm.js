// The first engine: WebAssembly in two halves, of which the first one draws.
import { Widget, drawFailure, learn, start, startLater } from "forum-widget-glue";
import { Failure } from "./failure.js";
import { pause, reported } from "./feed.js";
import { TruePromise, TrueURL } from "./native.js";
import { fetchOwn } from "./own.js";
import { folder } from "./script.js";

/** How long the browser may take to compile, in milliseconds: pages were seen whose `WebAssembly` never answers. */
const LIMIT = 10_000;

// As they are when the script starts: what a page does to them later does no harm.
const { compile, compileStreaming, Instance } = globalThis.WebAssembly ?? {};

/** The directive of the page's policy that has forbidden WebAssembly. @type {string | undefined} */
let forbidden;
addEventListener("securitypolicyviolation", ({ blockedURI, disposition, effectiveDirective }) => {
  if (blockedURI === "wasm-eval" && disposition === "enforce") {
    forbidden = effectiveDirective;
  }
});

/** @param {string} name */
export async function startWasm(name) {
  const starts = [await started(name, WASM_INTEGRITY, start)];
  /** @type {import("./engine.js").Runtime} */
  const runtime = {
    kind: "wasm",
    Widget,
    learn,
    drawFailure,
    complete: false,
    async loadLater() {
      starts.push(await started("forum-widget-later.wasm", LATER_INTEGRITY, startLater));
      runtime.complete = true;
    },
    renew: () => starts.forEach((again) => again()),
    widgets: [],
    traps: [],
  };
  return runtime;
}

/**
 * Compiled as it is taken out of the answer, which is some milliseconds faster than taking it out first.
 * @param {Response} response
 */
async function compiled(response) {
  try {
    return await compileStreaming(response);
  } catch (error) {
    // Only an answer of the browser's own, with the MIME type of a wasm, is one to compile; and not every browser does.
    if (!(error instanceof TypeError)) {
      throw error;
    }
    return compile(await response.arrayBuffer());
  }
}

/**
 * Loads, compiles and starts a file, and gives what starts it anew.
 * @param {string} name
 * @param {string} integrity
 * @param {(instantiate: (imports: any) => WebAssembly.Exports) => void} begin
 */
async function started(name, integrity, begin) {
  if (!compile) {
    throw new Failure("wasm-absent");
  }
  const response = await fetchOwn(name, integrity, (whole) => whole);
  try {
    const module = await TruePromise.race([compiled(response), pause(LIMIT)]);
    const again = () => begin((imports) => new Instance(module, imports).exports);
    again();
    return again;
  } catch (error) {
    // The bytes are whole, by their hash.
    await reported();
    // WebKit reports none, and says it in the error.
    const directive = forbidden ?? /directive: "([a-z-]+)/.exec(String(error))?.[1];
    throw new Failure(directive ? "wasm-csp" : "wasm-absent", new TrueURL(name, folder).href, true, directive);
  }
}

// The engine: compiled once, shared by all widgets of the page.
import { Widget, drawFailure, initSync } from "forum-widget-glue";
import { Failure } from "./failure.js";
import { folder } from "./script.js";

/** @typedef {{ Widget: typeof Widget, drawFailure: typeof drawFailure }} Engine */

/** @type {Promise<Engine> | undefined} */
let engine;

/**
 * The engine; a failed load is tried again when it is asked for the next time.
 * @returns {Promise<Engine>}
 */
export function loadEngine() {
  engine ??= load().catch((error) => {
    engine = undefined;
    throw error;
  });
  return engine;
}

async function load() {
  if (typeof WebAssembly !== "object") {
    throw new Failure("wasm-absent");
  }
  const address = new URL("forum-widget.wasm", folder).href;
  /** @type {ArrayBuffer} */
  let bytes;
  try {
    const response = await fetch(address, {
      credentials: "omit",
      referrerPolicy: "no-referrer",
      integrity: WASM_INTEGRITY,
    });
    if (!response.ok) {
      throw new Failure("wasm-network", address);
    }
    // Bytes and not a stream: a wrong MIME type must not matter.
    bytes = await response.arrayBuffer();
  } catch {
    throw new Failure("wasm-network", address);
  }
  try {
    initSync({ module: await WebAssembly.compile(bytes) });
  } catch {
    // The bytes are whole, by their hash, so the page's policy forbids WebAssembly.
    throw new Failure("wasm-csp", address);
  }
  return { Widget, drawFailure };
}

// The second engine: the same program as JavaScript, for where WebAssembly is forbidden, absent or broken.
import { Failure } from "./failure.js";
import { fetchOwn } from "./own.js";
import { TrueURL } from "./native.js";
import { folder } from "./script.js";

/** @param {string} name */
export async function startJavascript(name) {
  // No import() takes a hash, so the bytes are held to it first. This guards against damage, a login page and the file of
  // another release; a server that lies to the second request and not to the first is believed.
  await fetchOwn(name, JAVASCRIPT_INTEGRITY);
  const { href } = new TrueURL(name, folder);
  try {
    // It carries the nonce of our script, and no policy for Trusted Types has a say in it.
    const { default: create } = await import(href);
    /** @type {import("./engine.js").Runtime} */
    const runtime = {
      kind: "js",
      ...create(),
      complete: true,
      renew: () => Object.assign(runtime, create()),
      widgets: [],
      traps: [],
    };
    return runtime;
  } catch {
    throw new Failure("wasm-network", href);
  }
}

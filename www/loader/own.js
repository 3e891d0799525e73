// The files of the release that stand beside the script.
import { Failure } from "./failure.js";
import { TrueURL } from "./native.js";
import { fetch, mend } from "./network.js";
import { folder } from "./script.js";

/** @param {Response} response */
const bytes = async (response) => new Uint8Array(await response.arrayBuffer());

/**
 * A file that has this hash: its bytes, or what is read of the answer.
 * @template [Read=Uint8Array]
 * @param {string} name
 * @param {string | undefined} integrity
 * @param {(response: Response) => Read | Promise<Read>} [read]
 * @returns {Promise<Read>}
 */
export async function fetchOwn(name, integrity, read = /** @type {any} */ (bytes)) {
  const { href } = new TrueURL(name, folder);
  const options = /** @type {RequestInit} */ ({ credentials: "omit", referrerPolicy: "no-referrer" });
  // The second address is in no cache, where the file of an older release may be, or a service worker's answer.
  for (const address of [href, `${href}?again`]) {
    try {
      const response = await fetch(address, { ...options, integrity });
      if (response.ok) {
        return await read(response);
      }
    } catch {
      // No network, other bytes than those that were released, or not allowed to be read from here: fetch does not tell.
      await mend();
    }
  }
  let there = false;
  try {
    // Without the hash it does.
    there = (await fetch(href, options)).ok;
  } catch {
    // A page's own may also throw, or give nothing.
  }
  throw new Failure(there ? "wasm-integrity" : "wasm-network", href);
}

/**
 * A module that has this hash. No import() takes one, so the bytes are held to it first. This guards against damage, a login page and
 * the file of another release; a server that lies to the second request and not to the first is believed.
 * @template Used
 * @param {string} name
 * @param {string} integrity
 * @param {(module: any) => Used} use
 */
export async function importOwn(name, integrity, use) {
  await fetchOwn(name, integrity);
  const { href } = new TrueURL(name, folder);
  try {
    // It carries the nonce of our script, and no policy for Trusted Types has a say in it.
    return use(await import(href));
  } catch {
    throw new Failure("wasm-network", href);
  }
}

// The files of the release that stand beside the script.
import { Failure } from "./failure.js";
import { folder } from "./script.js";

/**
 * The bytes of a file that has this hash.
 * @param {string} name
 * @param {string | undefined} integrity
 */
export async function fetchOwn(name, integrity) {
  const address = new URL(name, folder).href;
  try {
    const response = await fetch(address, { credentials: "omit", referrerPolicy: "no-referrer", integrity });
    if (response.ok) {
      // Bytes and not a stream: a wrong MIME type must not matter.
      return new Uint8Array(await response.arrayBuffer());
    }
  } catch {
    // No network, other bytes than those that were released, or not allowed to be read from here: fetch does not tell.
  }
  throw new Failure("wasm-network", address);
}

// What stands in for a `fetch` that does not work: XMLHttpRequest, with as much of a response as the loader reads. A cache is asked
// as the browser sees fit, the referrer is what the page's policy says, and a site's own cookies go to that site.
import { TruePromise } from "./native.js";
import { sha256 } from "@noble/hashes/sha2.js";

/** As in feed.js: of what is larger, the loader only wants to know that it is. */
const SIZE_LIMIT = 8 << 20;

/**
 * The page's own, where it is not to blame.
 * @param {typeof globalThis.fetch} own
 */
export async function chosen(own) {
  try {
    // What has just been imported is there.
    return (await own(import.meta.url, { credentials: "omit", referrerPolicy: "no-referrer" })).ok ? own : fetch;
  } catch {
    return fetch;
  }
}

/**
 * @param {string} address
 * @param {RequestInit} options
 */
function fetch(address, { integrity, signal }) {
  const request = new XMLHttpRequest();
  const whole = new TruePromise((resolve, reject) => {
    request.onload = () => resolve(new Uint8Array(request.response));
    request.onprogress = ({ loaded }) => {
      if (loaded > SIZE_LIMIT) {
        // Not all that has come, which may be more than a page can hold.
        resolve(new Uint8Array(SIZE_LIMIT + 1));
        request.abort();
      }
    };
    request.onerror = request.onabort = reject;
  });
  const answered = new TruePromise((resolve) => {
    request.onreadystatechange = () => request.status && resolve(undefined);
  });
  signal?.addEventListener("abort", () => request.abort());
  request.open("GET", address);
  request.responseType = "arraybuffer";
  request.send();
  // With a hash there is no answer but the whole.
  const checked = integrity ? whole.then((bytes) => check(bytes, integrity)) : TruePromise.race([answered, whole]);
  return checked.then(() => response(request, whole));
}

/**
 * @param {Uint8Array} bytes
 * @param {string} integrity
 */
function check(bytes, integrity) {
  if (`sha256-${btoa(String.fromCharCode(...sha256(bytes)))}` !== integrity) {
    throw new TypeError("not what was released");
  }
}

/**
 * @param {XMLHttpRequest} request
 * @param {Promise<Uint8Array>} whole
 */
function response({ status }, whole) {
  /** @type {Promise<Uint8Array | undefined>} */
  let value = whole;
  const read = async () => {
    const bytes = await value;
    value = TruePromise.resolve(undefined);
    return { value: bytes };
  };
  return {
    ok: status >= 200 && status < 300,
    status,
    arrayBuffer: () => whole,
    body: { getReader: () => ({ read, cancel: async () => {} }) },
  };
}

// The feed: bytes from the page itself or over the network, or an error with a code of `forum:error`.
import { Failure } from "./failure.js";
import { TruePromise } from "./native.js";
import { fetch, mend } from "./network.js";
import { all } from "./script.js";

const SIZE_LIMIT = 8 << 20;
/** How long an answer may take to begin. */
const ANSWER_LIMIT = 8_000;
/** How long all tries together may take; what is left of twenty seconds is for a copy. */
const TIME_LIMIT = 18_000;
const COPY_LIMIT = 2_000;
const TRIES = 4;

/**
 * A copy that the browser still had comes with the failure of what was asked for.
 * @typedef {{ bytes: Uint8Array, failure?: Failure }} Feed
 */

/** Not a `Map`, which a page may have replaced. @type {Record<string, Promise<Feed>>} */
const pending = Object.create(null);

/**
 * What is at an address: one request for each address however many widgets ask at once.
 * @param {string} address
 * @returns {Promise<Feed>}
 */
export function fetchFeed(address) {
  return (pending[address] ??= load(address).finally(() => delete pending[address]));
}

/**
 * @param {string} address or `#id` of a block of the page
 * @returns {Promise<Feed>}
 */
async function load(address) {
  if (address.startsWith("#")) {
    // Without such an element it is a feed with nothing in it.
    return { bytes: new TextEncoder().encode(all(address)[0]?.textContent ?? "") };
  }
  try {
    return { bytes: await insist(address) };
  } catch (error) {
    const failure = /** @type {Failure} */ (error);
    if (failure.code !== "feed-csp") {
      try {
        return { bytes: await attempt(address, performance.now() + COPY_LIMIT, "force-cache"), failure };
      } catch {
        // There is none.
      }
    }
    throw failure;
  }
}

/** @param {string} address */
async function insist(address) {
  const end = performance.now() + TIME_LIMIT;
  let forbidden = false;
  const watch = (/** @type {SecurityPolicyViolationEvent} */ event) => {
    const blocked = event.blockedURI;
    forbidden ||= event.disposition === "enforce" && blocked !== "" && address.startsWith(blocked);
  };
  addEventListener("securitypolicyviolation", watch);
  try {
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt(address, end, "no-cache");
      } catch (error) {
        const failure = error instanceof Failure ? error : new Failure("feed-network", address);
        await reported();
        if (forbidden) {
          throw new Failure("feed-csp", address);
        }
        const wait = Math.random() * 500 * 2 ** tries;
        if (tries === TRIES || !failure.retry || !navigator.onLine || performance.now() + wait > end) {
          throw failure;
        }
        await mend();
        await pause(wait);
      }
    }
  } finally {
    removeEventListener("securitypolicyviolation", watch);
  }
}

/** @param {number} milliseconds */
export const pause = (milliseconds) => new TruePromise((resolve) => setTimeout(resolve, milliseconds));

/** The report of a violation of a policy is an event of its own, which comes after the refusal: in Firefox some tasks later. */
export const reported = () => pause(50);

/**
 * @param {string} address
 * @param {number} end when to give up
 * @param {RequestCache} cache
 */
async function attempt(address, end, cache) {
  const controller = new AbortController();
  const stop = () => controller.abort();
  const left = () => end - performance.now();
  let timer = setTimeout(stop, Math.min(ANSWER_LIMIT, left()));
  try {
    const response = await fetch(address, {
      credentials: "omit",
      cache,
      referrerPolicy: "no-referrer",
      signal: controller.signal,
    });
    clearTimeout(timer);
    timer = setTimeout(stop, left());
    if (!response.ok) {
      throw new Failure("feed-http", address, response.status === 429 || response.status >= 500);
    }
    return await read(response, address);
  } finally {
    clearTimeout(timer);
  }
}

/**
 * @param {Response} response
 * @param {string} address
 */
async function read(response, address) {
  /** @type {Uint8Array<ArrayBuffer>[]} */
  const chunks = [];
  let size = 0;
  // An answer like 204 has no body.
  const reader = response.body?.getReader();
  for (let next = await reader?.read(); next?.value; next = await reader?.read()) {
    size += next.value.length;
    if (size > SIZE_LIMIT) {
      reader?.cancel().catch(() => {});
      throw new Failure("feed-too-large", address, false);
    }
    chunks.push(next.value);
  }
  // Not by way of a Blob, which Chromium keeps in another process.
  const bytes = new Uint8Array(size);
  for (const chunk of chunks.reverse()) {
    bytes.set(chunk, (size -= chunk.length));
  }
  return bytes;
}

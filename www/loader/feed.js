// The feed over the network: bytes, or an error with a code of `forum:error`.
import { Failure } from "./failure.js";
import { TruePromise } from "./native.js";

// As it is when the script starts: what a page does to it later does no harm.
const { fetch } = globalThis;

const SIZE_LIMIT = 8 << 20;
const TIME_LIMIT = 20_000;
const TRIES = 4;

/** Not a `Map`, which a page may have replaced. @type {Record<string, Promise<Uint8Array>>} */
const pending = Object.create(null);

/**
 * The bytes at an address: one request for each address however many widgets ask at once.
 * @param {string} address
 * @returns {Promise<Uint8Array>}
 */
export function fetchFeed(address) {
  return (pending[address] ??= load(address).finally(() => delete pending[address]));
}

/** @param {string} address */
async function load(address) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), TIME_LIMIT);
  let forbidden = false;
  const watch = (/** @type {SecurityPolicyViolationEvent} */ event) => {
    const blocked = event.blockedURI;
    forbidden ||= event.disposition === "enforce" && blocked !== "" && address.startsWith(blocked);
  };
  addEventListener("securitypolicyviolation", watch);
  try {
    for (let tries = 1; ; tries += 1) {
      try {
        return await attempt(address, controller.signal);
      } catch (error) {
        const failure = error instanceof Failure ? error : new Failure("feed-network", address);
        // The report of a violation is an event of its own, which comes after the refusal.
        await pause(0);
        if (forbidden) {
          throw new Failure("feed-csp", address);
        }
        if (tries === TRIES || !failure.retry || controller.signal.aborted) {
          throw failure;
        }
        await pause(Math.random() * 500 * 2 ** tries);
      }
    }
  } finally {
    clearTimeout(timer);
    removeEventListener("securitypolicyviolation", watch);
  }
}

/** @param {number} milliseconds */
export const pause = (milliseconds) => new TruePromise((resolve) => setTimeout(resolve, milliseconds));

/**
 * @param {string} address
 * @param {AbortSignal} signal
 */
async function attempt(address, signal) {
  const response = await fetch(address, {
    credentials: "omit",
    cache: "no-cache",
    referrerPolicy: "no-referrer",
    signal,
  });
  if (!response.ok) {
    throw new Failure("feed-http", address, response.status === 429 || response.status >= 500);
  }
  /** @type {Uint8Array[]} */
  const chunks = [];
  let size = 0;
  const reader = /** @type {ReadableStream<Uint8Array>} */ (response.body).getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > SIZE_LIMIT) {
      reader.cancel().catch(() => {});
      throw new Failure("feed-too-large", address, false);
    }
    chunks.push(next.value);
  }
  const bytes = new Uint8Array(size);
  let end = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, end);
    end += chunk.length;
  }
  return bytes;
}

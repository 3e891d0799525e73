// The feed, asked for once more, so that it can be told why it could not be had.
import { allowing } from "./policy.js";
import { TrueURL } from "../loader/native.js";

/** @typedef {import("./doctor.js").Finding} Finding */

/**
 * @param {string} address
 * @param {import("./policy.js").Violations} violations
 * @returns {Promise<Finding[]>}
 */
export async function feed(address, violations) {
  if (address.startsWith("#")) {
    const blocks = /** @type {Element[]} */ ([...Document.prototype.querySelectorAll.call(document, "[id]")]);
    return blocks.some(({ id }) => `#${id}` === address) ? [] : [{ code: "feed-element", values: { url: address } }];
  }
  const values = { url: address };
  const options = /** @type {RequestInit} */ ({ credentials: "omit", cache: "no-cache", referrerPolicy: "no-referrer" });
  try {
    const { ok, status, headers } = await fetch(address, options);
    const type = headers.get("content-type") ?? "";
    if (!ok) {
      return [{ code: "feed-http", values: { ...values, status: String(status) } }];
    }
    // What a server sends in the place of a file: a page to sign in, or its own “not found”.
    return /\bhtml\b/.test(type) ? [{ code: "feed-type", values: { ...values, type } }] : [];
  } catch {
    const violation = await violations.find((blocked) => blocked !== "" && address.startsWith(blocked));
    if (violation) {
      const header = allowing(violation.originalPolicy, "connect-src", new TrueURL(address).origin);
      return [{ code: "feed-csp", values: { ...values, directive: violation.effectiveDirective }, header }];
    }
  }
  try {
    // Without CORS the answer cannot be read, but that there is one shows.
    await fetch(address, { ...options, mode: "no-cors" });
    return [{ code: "feed-cors", values, header: ["Access-Control-Allow-Origin", "*"] }];
  } catch {
    return [{ code: "feed-network", values }];
  }
}

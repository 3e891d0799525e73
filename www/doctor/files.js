// The files of the release beside the script, and the tags that name it.
import { TruePromise, TrueURL } from "../loader/native.js";

/** @typedef {import("./doctor.js").Finding} Finding */

const folder = new TrueURL(".", import.meta.url);

/**
 * Whether each file is there, whole, and of a type that browsers take.
 * @param {import("./policy.js").Violations} violations
 * @returns {Promise<Finding[]>}
 */
export async function ownFiles(violations) {
  const checked = Object.entries(RELEASED).map(([name, integrity]) => ownFile(new TrueURL(name, folder).href, integrity, violations));
  return (await TruePromise.all(checked)).flat();
}

/**
 * @param {string} url
 * @param {string} integrity
 * @param {import("./policy.js").Violations} violations
 * @returns {Promise<Finding[]>}
 */
async function ownFile(url, integrity, violations) {
  const options = /** @type {RequestInit} */ ({ credentials: "omit", referrerPolicy: "no-referrer" });
  try {
    const response = await fetch(url, options);
    const type = response.headers.get("content-type") ?? "";
    if (!response.ok) {
      return [{ code: "file-http", values: { url, status: String(response.status) } }];
    }
    if (url.endsWith(".js") && !/javascript|ecmascript/.test(type)) {
      return [{ code: "file-type", values: { url, type: type || "–", wanted: "text/javascript" } }];
    }
  } catch {
    const violation = await violations.find((blocked) => blocked !== "" && url.startsWith(blocked));
    return [violation ? { code: "file-csp", values: { url, directive: violation.effectiveDirective } } : { code: "file-network", values: { url } }];
  }
  try {
    await fetch(url, { ...options, integrity });
    return [];
  } catch {
    return [{ code: "file-hash", values: { url } }];
  }
}

/**
 * The tags of our script: how many, of which version, and whether they are pinned.
 * @param {string} version of the one that runs
 * @returns {Promise<Finding[]>}
 */
export async function scripts(version) {
  const tags = /** @type {HTMLScriptElement[]} */ ([...Document.prototype.querySelectorAll.call(document, "script[src]")]);
  const ours = tags.filter(({ src }) => /\/forum-widget(-module)?\.js([?#]|$)/.test(src));
  const versions = [version];
  /** @type {Finding[]} */
  const found = [];
  for (const { src, integrity } of ours) {
    const bytes = await bytesOf(src);
    const own = /\bversion:"([^"]+)"/.exec(new TextDecoder().decode(bytes))?.[1];
    if (own && !versions.includes(own)) {
      versions.push(own);
    }
    if (!integrity && bytes) {
      found.push({ code: "not-pinned", values: { url: src, hash: await hash(bytes) }, note: true });
    }
  }
  if (versions.length > 1) {
    found.push({ code: "two-versions", values: { versions: versions.join(", ") } });
  } else if (ours.length > 1) {
    found.push({ code: "two-copies", values: { count: String(ours.length) }, note: true });
  }
  return found;
}

/** @param {string} url */
async function bytesOf(url) {
  try {
    return await (await fetch(url, { credentials: "omit" })).arrayBuffer();
  } catch {
    // Of another site that lets no page read it.
    return undefined;
  }
}

/** @param {ArrayBuffer} bytes */
async function hash(bytes) {
  // Only a secure page can hash.
  const digest = await crypto.subtle?.digest("SHA-384", bytes);
  return digest ? `sha384-${btoa(String.fromCharCode(...new Uint8Array(digest)))}` : "sha384-…";
}

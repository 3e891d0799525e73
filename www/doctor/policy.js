// What the page's content security policy forbids us, and the header that would allow it.
import { TruePromise } from "../loader/native.js";

/** @typedef {import("./doctor.js").Finding} Finding */

/** How long a report of a violation may come after the refusal, in milliseconds. */
const AFTER = 50;

/** A module with nothing in it. */
const EMPTY = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);

/** @param {number} milliseconds */
export const pause = (milliseconds) => new TruePromise((resolve) => setTimeout(resolve, milliseconds));

/** Listens to what is forbidden from now on: what the doctor tries is what the widget does. */
export function watch() {
  /** @type {SecurityPolicyViolationEvent[]} */
  const seen = [];
  const listen = (/** @type {SecurityPolicyViolationEvent} */ event) => {
    if (event.disposition === "enforce") {
      seen.push(event);
    }
  };
  addEventListener("securitypolicyviolation", listen);
  return {
    /** The violation of something that was just refused. @param {(blocked: string) => boolean} isIt */
    async find(isIt) {
      await pause(AFTER);
      return seen.find(({ blockedURI }) => isIt(blockedURI));
    },
    end: () => removeEventListener("securitypolicyviolation", listen),
  };
}

/** @typedef {ReturnType<typeof watch>} Violations */

/**
 * Whether WebAssembly may run: only trying tells.
 * @param {Violations} violations
 * @returns {Promise<Finding[]>}
 */
export async function webAssembly(violations) {
  try {
    await WebAssembly.instantiate(EMPTY);
    return [];
  } catch (error) {
    const violation = await violations.find((blocked) => blocked === "wasm-eval");
    // WebKit reports none, and says it in the error.
    const directive = violation?.effectiveDirective ?? /directive: "([a-z-]+)/.exec(String(error))?.[1];
    if (!directive) {
      return [{ code: "wasm-absent", note: true }];
    }
    const policy = violation?.originalPolicy || (await ownPolicy());
    const header = allowing(policy, "script-src", "'wasm-unsafe-eval'");
    return [{ code: "wasm-csp", values: { directive }, note: true, header }];
  }
}

/** The policy that the page was sent with, where no report has it. */
async function ownPolicy() {
  const meta = document.querySelector('meta[http-equiv="Content-Security-Policy" i]')?.getAttribute("content");
  try {
    return meta ?? (await fetch(location.href)).headers.get("content-security-policy") ?? "";
  } catch {
    // Not even that is allowed.
    return "";
  }
}

/**
 * The header of a policy that allows one thing more.
 * @param {string} policy
 * @param {string} name of the directive
 * @param {string} source
 * @returns {[string, string]}
 */
export function allowing(policy, name, source) {
  const directives = policy.split(";").map((directive) => directive.trim().split(/\s+/)).filter(([first]) => first);
  const own = directives.find(([first]) => first?.toLowerCase() === name);
  // Without one of its own, the general one holds for it.
  const general = directives.find(([first]) => first?.toLowerCase() === "default-src");
  const sources = (own ?? general ?? ["", "'self'"]).slice(1).filter((word) => word !== "'none'");
  const wanted = [name, ...sources, source];
  const rest = own ? directives.map((directive) => (directive === own ? wanted : directive)) : [...directives, wanted];
  return ["Content-Security-Policy", rest.map((directive) => directive.join(" ")).join("; ")];
}

// The second engine: the same program as JavaScript, for where WebAssembly is forbidden, absent or broken.

/** The hash of its file. */
export const integrity = JAVASCRIPT_INTEGRITY;

/** @param {{ default: () => any }} module */
export function startJavascript({ default: create }) {
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
}

// Node finds everything of the installed package, and a bundler keeps what is imported for its effect.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { buildSync } from "esbuild";

const path = (name) => fileURLToPath(import.meta.resolve(name));

assert.match(import.meta.resolve("forum-widget"), /\/forum-widget-module\.js$/);
const description = JSON.parse(readFileSync(path("forum-widget/package.json"), "utf8"));
const named = [description.types, description.customElements, ...description.sideEffects];
for (const name of [...named, "./feeds/example.json", "./html-custom-data.json", "./words/es.txt"]) {
  assert.ok(existsSync(path(name.replace(".", "forum-widget"))), name);
}
const manifest = JSON.parse(readFileSync(path("forum-widget/custom-elements.json"), "utf8"));
for (const { path: name } of manifest.modules) {
  assert.ok(existsSync(path(`forum-widget/${name}`)), name);
}
const stdin = { contents: 'import "forum-widget";', resolveDir: import.meta.dirname };
const { outputFiles } = buildSync({ stdin, bundle: true, format: "esm", write: false, logLevel: "error" });
assert.match(outputFiles[0].text, /customElements\.define\("forum-widget"/);

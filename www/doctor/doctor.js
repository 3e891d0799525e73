// What a webmaster asks when something is wrong: examines the page, and says of each thing what to do about it.
import { negotiate } from "../loader/language.js";
import { ofDocument } from "../loader/native.js";
import { ownFiles, scripts } from "./files.js";
import { feed } from "./feed.js";
import { canAsk, clobbered, overridden, stripped } from "./page.js";
import { Panel } from "./panel.js";
import { watch, webAssembly } from "./policy.js";
import { probe } from "./probe.js";
import { Report } from "./report.js";
import { LANGUAGES } from "./words.js";

/**
 * Something to mend, or to know.
 * @typedef Finding
 * @property {string} code
 * @property {Record<string, string>} [values] what its sentence speaks of
 * @property {boolean} [note] whether the widget works all the same
 * @property {[string, string]} [header] the name and the value of a header to send
 */

/** @typedef {HTMLElement & { state: string, engine: string }} Widget */

/** @type {Promise<Report> | undefined} */
let running;

/**
 * Examines the page, once at a time, and shows what it finds.
 * @param {(element: Element) => string} feedAddress of the loader, as `tags` is: what a page asks for in which of its places
 * @param {(element: Element) => (string | null | undefined)[]} tags
 */
export const open = (feedAddress, tags) => (running ??= examine(feedAddress, tags).finally(() => (running = undefined)));

/**
 * @param {(element: Element) => string} feedAddress
 * @param {(element: Element) => (string | null | undefined)[]} tags
 */
async function examine(feedAddress, tags) {
  const version = String(/** @type {any} */ (window.ForumWidget)?.version);
  const widgets = /** @type {Widget[]} */ ([...Document.prototype.querySelectorAll.call(document, "forum-widget")]);
  const [first] = widgets;
  const language = first ? negotiate(tags(first)) : negotiate([ofDocument("documentElement").lang, ...navigator.languages]);
  const words = LANGUAGES[language] ?? LANGUAGES.en;
  const panel = new Panel(words, LANGUAGES[language] ? language : "en", first?.dataset.theme);
  const violations = watch();
  const asks = await canAsk();
  const addresses = widgets.map(feedAddress).filter((one, at, all) => all.indexOf(one) === at);
  const found = [
    ...stripped(widgets, feedAddress),
    ...overridden(),
    ...clobbered(),
    ...(await scripts(version)),
    ...(await webAssembly(violations)),
    ...(asks ? await ownFiles(violations) : []),
  ];
  for (const address of asks ? addresses : []) {
    found.push(...(await feed(address, violations)));
  }
  const probes = [];
  for (const widget of widgets) {
    probes.push(await probe(widget, panel.hidden, found, words.problem));
  }
  violations.end();
  const report = new Report(words, version, found, probes, addresses);
  panel.show(report);
  return report;
}

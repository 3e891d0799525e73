// What was found, as a text for who can mend it.

/** @typedef {import("./doctor.js").Finding} Finding */

/** Where a header is set, and how. @type {Record<string, (name: string, value: string) => string>} */
const SERVERS = {
  nginx: (name, value) => `add_header ${name} "${value}" always;`,
  Apache: (name, value) => `Header always set ${name} "${value}"`,
  "IIS (web.config)": (name, value) => `<add name="${name}" value="${value.replace(/&/g, "&amp;").replace(/"/g, "&quot;")}" />`,
};

/** How a MIME type is set, likewise. @type {Record<string, string>} */
const TYPES = {
  nginx: "types { text/javascript js; application/wasm wasm; }",
  Apache: "AddType text/javascript .js\nAddType application/wasm .wasm",
  "IIS (web.config)": '<staticContent><mimeMap fileExtension=".wasm" mimeType="application/wasm" /></staticContent>',
};

/** One finding in words. */
export class Item {
  /**
   * @param {Finding} finding
   * @param {import("./words.js").Words} words
   */
  constructor({ code, values = {}, note = false, header }, words) {
    const fill = (/** @type {string} */ text) => text.replace(/\{(\w+)\}/g, (_, name) => values[name] || "–");
    const [what, todo] = words.findings[code] ?? [words.other, words.ask];
    this.code = code;
    this.note = note;
    this.what = fill(what.includes("{") || words.findings[code] ? what : `${what} {message} {url}`);
    this.todo = fill(todo);
    /** By server. @type {[string, string][]} */
    this.lines = header
      ? Object.entries(SERVERS).map(([server, line]) => [server, line(...header)])
      : code === "file-type"
        ? Object.entries(TYPES)
        : [];
  }

  /** @param {string} toDo how what is to be done is called */
  text(toDo) {
    const lines = this.lines.map(([server, line]) => `   ${server}:\n     ${line.replace(/\n/g, "\n     ")}`);
    return [`[${this.code}] ${this.what}`, `   ${toDo} ${this.todo}`, ...lines].join("\n");
  }
}

export class Report {
  /**
   * @param {import("./words.js").Words} words
   * @param {string} version
   * @param {Finding[]} found
   * @param {{ engine: string, state: string, took: number }[]} probes
   * @param {string[]} feeds
   */
  constructor(words, version, found, probes, feeds) {
    this.words = words;
    const items = found.map((finding) => new Item(finding, words));
    this.items = [...items.filter(({ note }) => !note), ...items.filter(({ note }) => note)];
    this.faults = items.filter(({ note }) => !note).length;
    const { facts } = words;
    /** What holds anyway, by name. @type {[string, string][]} */
    this.facts = [
      [facts.version, version],
      [facts.engine, probes.map(({ engine, state }) => `${engine} (${state})`).join(", ") || "–"],
      [facts.page, location.href],
      [facts.feed, feeds.join(" ") || "–"],
      [facts.times, timings(probes, feeds, facts.drawn)],
      [facts.browser, navigator.userAgent],
    ];
  }

  /** What is to be seen at a glance. */
  get summary() {
    const { summary } = this.words;
    const notes = this.items.length - this.faults;
    return [this.faults ? summary.faults(this.faults) : summary.well, notes ? summary.notes(notes) : ""].filter(Boolean).join(" ");
  }

  /** All of it, to send to somebody. */
  get text() {
    const facts = this.facts.map(([name, value]) => `${name}: ${value}`);
    const items = this.items.map((item, at) => `${at + 1}. ${item.text(this.words.todo)}`);
    return [this.words.title, this.summary, "", ...items, "", ...facts].join("\n");
  }
}

/**
 * When our files and the feeds had come, in milliseconds since the page began, and how long a drawing took.
 * @param {{ engine: string, took: number }[]} probes
 * @param {string[]} feeds
 * @param {string} drawn
 */
function timings(probes, feeds, drawn) {
  const loaded = /** @type {PerformanceResourceTiming[]} */ (performance.getEntriesByType("resource"));
  // The doctor has looked at all of them.
  const engines = { wasm: ["forum-widget.wasm"], js: ["forum-widget-engine.js"] };
  const ours = ["forum-widget.js", ...(engines[/** @type {"wasm" | "js"} */ (probes[0]?.engine)] ?? []), ...feeds];
  const times = ours.flatMap((name) => {
    const entry = loaded.find((one) => one.name === name || one.name.split(/[?#]/)[0]?.endsWith(`/${name}`));
    return entry ? [`${name.split("/").pop()} ${Math.round(entry.responseEnd)} ms`] : [];
  });
  return [...times, ...probes.map(({ took }) => `${drawn} ${Math.round(took)} ms`)].join(" · ") || "–";
}

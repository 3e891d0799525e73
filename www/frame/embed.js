// The page in a frame: takes the settings from its address, and tells the page around it how high it is.

/** What an address may set: every setting of an element but the one that waits for a script's call. */
const KNOWN = [
  "feed", "view", "lang", "timezone", "theme", "country", "day", "topic", "limit", "worldview", "map", "heading-level",
  "label", "loading", "engine", "refresh", "favorites", "structured-data", "debug",
];

// The policy names the site, since WebKit takes "self" in a sandbox for nobody. Feeds of others are for the webmaster to allow.
const site = location.origin;
const feeds = document.querySelector('meta[name="forum-feeds"]')?.getAttribute("content") ?? "";
const policy = document.createElement("meta");
policy.httpEquiv = "Content-Security-Policy";
policy.content = `default-src 'none'; script-src ${site} 'wasm-unsafe-eval'; connect-src ${site} ${feeds}; base-uri 'none'; \
form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'`;
document.head.append(policy);

const asked = new URLSearchParams(location.search);
const widget = document.createElement("forum-widget");
for (const name of KNOWN) {
  const value = asked.get(name);
  if (value !== null) {
    widget.setAttribute("data-" + name, value);
  }
}
// Which language the page around has cannot be seen from here.
const language = asked.get("lang");
document.documentElement.lang = language && language !== "auto" ? language : navigator.language;
document.body.style.margin = "0";
document.body.append(widget);

let told = 0;

/** @param {boolean} again whether it is told that it has not changed */
function tell(again) {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (again || height !== told) {
    told = height;
    // Whose page it is cannot be known, and a height is no secret.
    parent.postMessage({ type: "forum:resize", height }, "*");
  }
}

if (parent !== window) {
  new ResizeObserver(() => tell(false)).observe(document.documentElement);
  addEventListener("message", ({ source, data }) => {
    if (source === parent && data?.type === "forum:measure") {
      tell(true);
    }
  });
}

// A sandbox may forbid new windows: a link is followed in the frame then, rather than not at all.
if (origin === "null") {
  addEventListener("forum:navigate", (event) => {
    const { href } = /** @type {CustomEvent<{ href: string }>} */ (event).detail;
    if (/^https?:/.test(href)) {
      event.preventDefault();
      follow(href);
    }
  });
}

/** @param {string} href */
function follow(href) {
  let opened;
  try {
    opened = open(href);
  } catch {
    // Firefox throws where others give nothing.
  }
  if (opened) {
    opened.opener = null;
  } else {
    location.assign(href);
  }
}

// Collects at the end of a case what the watcher recorded and what the page has left behind.
var done = arguments[arguments.length - 1];
var record = window[Symbol.for("forum-widget bed")];
if (!record) {
  done(null);
  return;
}
// A page may have replaced them.
var Promise = record.Promise, known = new record.Set(record.globals);
// Left by chromedriver's search for elements, and by axe-core.
known.add("ret_nodes").add("__core-js_shared__");
// Loaded by the bed, or by the browser without being told.
var own = ["/bed/watch.js", "/favicon.ico", "/csp-report"].map(function (path) { return location.origin + path; });
function ofPage(line) {
  return !own.some(function (address) { return line.indexOf(address) >= 0; });
}
var harm = {
  errors: record.errors, console: record.console, failed_loads: record.failed_loads,
  violations: record.violations.filter(ofPage),
  // Numbers are the page's frames.
  globals: Object.getOwnPropertyNames(window).filter(function (name) {
    return !known.has(name) && !/^\d+$/.test(name);
  }),
  requests: performance.getEntriesByType("resource").map(function (entry) { return entry.name; }).filter(ofPage),
  storage: []
};
// Storage throws in a sandbox: then there is none.
function look(what) {
  try { what(); } catch (_) { /* not to be had here */ }
}
look(function () {
  if (document.cookie) harm.storage.push("cookie " + document.cookie);
});
["localStorage", "sessionStorage"].forEach(function (area) {
  look(function () {
    Object.keys(window[area]).forEach(function (name) { harm.storage.push(area + " " + name); });
  });
});
var waits = [];
function later(kind, list) {
  waits.push(list.then(function (names) {
    names.forEach(function (name) { harm.storage.push(kind + " " + name); });
  }, function () { /* not to be had here */ }));
}
look(function () {
  later("indexedDB", indexedDB.databases().then(function (all) { return all.map(function (one) { return one.name; }); }));
});
look(function () { later("cache", caches.keys()); });
look(function () {
  later("service worker", navigator.serviceWorker.getRegistrations().then(function (all) {
    return all.map(function (one) { return one.scope; });
  }));
});
// One that never answers must not hang the case.
Promise.race([Promise.all(waits), new Promise(function (go) { setTimeout(go, 2000); })]).then(function () { done(harm); });

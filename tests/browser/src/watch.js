// Records what happens to a page from its first moment on. It is the first script of every page of the bed, and a
// file, since a strict policy lets no inline script run. It keeps what it needs before a page can replace it.
(function () {
  "use strict";
  var key = Symbol.for("forum-widget bed");
  if (window[key]) return;
  var names = Object.getOwnPropertyNames;
  var push = Function.prototype.call.bind(Array.prototype.push);
  var text = String;
  var record = {
    errors: [], violations: [], console: [], failed_loads: [],
    globals: names(window), Promise: window.Promise, Set: window.Set
  };
  // A symbol, so that the record itself is not a new global name.
  Object.defineProperty(window, key, { value: record });

  function words(value) {
    try {
      return value && value.stack && value.message ? text(value.name) + ": " + text(value.message) : text(value);
    } catch (_) {
      return "a value without words";
    }
  }

  // Capturing, because the failed load of a script or picture does not bubble.
  addEventListener("error", function (event) {
    if (event.target && event.target !== window && event.target.nodeType === 1) {
      push(record.failed_loads, text(event.target.src || event.target.href || event.target.nodeName));
    } else {
      push(record.errors, text(event.message) + " (" + text(event.filename) + ":" + text(event.lineno) + ")");
    }
  }, true);
  addEventListener("unhandledrejection", function (event) {
    push(record.errors, "unhandled rejection: " + words(event.reason));
  }, true);
  addEventListener("securitypolicyviolation", function (event) {
    push(record.violations, event.effectiveDirective + " " + event.blockedURI + " (" + event.disposition + ")");
  }, true);
  ["error", "warn"].forEach(function (level) {
    var original = console[level];
    console[level] = function () {
      var line = level + ":";
      for (var index = 0; index < arguments.length; index += 1) line += " " + words(arguments[index]);
      push(record.console, line);
      return original.apply(console, arguments);
    };
  });
  // The browser's own limit is 250 and silently drops the rest.
  if (performance.setResourceTimingBufferSize) performance.setResourceTimingBufferSize(10000);
})();

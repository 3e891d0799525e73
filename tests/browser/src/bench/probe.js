// Runs first in each page that is measured. Times are of the page's own clock, in milliseconds since the navigation began.
window.bench = (function () {
  /** A task of its own, which comes after all that the last one left to do at once. */
  function task() {
    return new Promise(function (go) {
      var channel = new MessageChannel();
      channel.port1.onmessage = go;
      channel.port2.postMessage(0);
    });
  }

  /** Just after the next frame: what is asked for inside a frame's callback runs once that frame is painted. */
  function painted() {
    return new Promise(requestAnimationFrame).then(task);
  }

  var load = {}, engine = {}, Instance = WebAssembly.Instance;
  // The first half of the engine, which has the memory.
  WebAssembly.Instance = function (module, imports) {
    var made = new Instance(module, imports);
    if (!engine.memory) {
      engine.memory = Object.values(made.exports).find(function (one) { return one instanceof WebAssembly.Memory; });
      load.engine = performance.now();
    }
    return made;
  };

  addEventListener("forum:ready", function () {
    if (load.ready) return;
    load.ready = performance.now();
    var script = document.querySelector("script[async]").src;
    performance.getEntriesByType("resource").forEach(function (file) {
      var which = file.name === script ? "script" : "files";
      load[which] = Math.max(load[which] || 0, file.responseEnd);
    });
    // A large feed comes later than the engine.
    load.engine = Math.max(load.engine || 0, load.files);
    painted().then(function () { load.painted = performance.now(); });
  });

  function root() {
    return document.querySelector("[data-feed]").shadowRoot;
  }

  /** Types a text as a whole, and gives the milliseconds of work for it, and those until it is on the screen. */
  async function type(text) {
    var field = root().querySelector(".search");
    field.focus();
    await painted();
    field.value = text;
    var start = performance.now();
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    await task();
    // Style and layout, which a frame would do next.
    root().host.getBoundingClientRect();
    var work = performance.now() - start;
    await painted();
    return { work: work, frame: performance.now() - start };
  }

  function said() {
    return root().querySelector(".results [role=status]").textContent;
  }

  /** The first text, which may have to load what searches: until its answer is there. */
  async function first(text) {
    var before = said(), start = performance.now();
    await type(text);
    while (said() === before) await task();
    root().host.getBoundingClientRect();
    return performance.now() - start;
  }

  /** Types all texts, one after the other. */
  async function typing(texts) {
    var result = { work: [], frame: [], answers: [], first: await first(texts[0]) };
    await type("");
    for (var text of texts) {
      var times = await type(text);
      result.work.push(times.work);
      result.frame.push(times.frame);
      var programme = drawn(root().querySelector(".programme"));
      result.answers.push([said(), programme.nodes, programme.hash].join(" "));
    }
    return result;
  }

  /** What is drawn inside: the number of nodes, and a number that differs where a name, an attribute or a text does. */
  function drawn(inside) {
    var nodes = 0, hash = 0;
    function add(text) {
      for (var i = 0; i < text.length; i += 1) hash = (Math.imul(hash, 31) + text.charCodeAt(i)) | 0;
      hash = (Math.imul(hash, 31) + 1) | 0;
    }
    (function walk(node) {
      for (var child = node.firstChild; child; child = child.nextSibling) {
        nodes += 1;
        if (child.nodeType === 3) {
          add(child.data);
        } else {
          add(child.localName);
          Array.from(child.attributes, function (one) { return one.name + "=" + one.value; }).sort().forEach(add);
          walk(child);
          add("/");
        }
      }
    })(inside);
    return { nodes: nodes, hash: hash };
  }

  return {
    load: load,
    engine: engine,
    typing: typing,
    drawn: function () { return drawn(root()); },
  };
})();

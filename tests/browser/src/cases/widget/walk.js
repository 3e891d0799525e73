// A walk through a widget: numbers that follow from `seed` choose what a visitor does next, `steps` times. At the end the widget is drawn
// anew twice, and `done` gets the first line in which the two drawings differ from what the visitor had before; nothing where none does.
(function (seed, steps, done) {
  var widget = document.querySelector("forum-widget"), root = widget.shadowRoot, went = [];

  // A linear congruential generator (Numerical Recipes): its high bits are as random as a walk has to be.
  function random(limit) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return Math.floor((seed / 4294967296) * limit);
  }

  /** A task of its own, which comes after all that the last one left to do at once. */
  function task() {
    return new Promise(function (go) {
      var channel = new MessageChannel();
      channel.port1.onmessage = go;
      channel.port2.postMessage(0);
    });
  }

  /** Once the microtasks of a few tasks have run, in which the loader goes from one promise to the next. */
  async function settled() {
    for (var i = 0; i < 5; i += 1) await task();
  }

  function all(selector) {
    return Array.from(root.querySelectorAll(selector)).filter(function (one) { return one.getClientRects().length; });
  }

  function tell(element, what, event) {
    went.push(what);
    element.dispatchEvent(event);
  }

  var steppers = [
    function () {
      // What is taken along changes nothing that is drawn.
      var found = all("[data-action]").filter(function (one) {
        return /^(country|only|region|open|show|close|day|more|clear|by|delegation)/.test(one.dataset.action);
      });
      var one = found[random(found.length)];
      tell(one, one.dataset.action, new MouseEvent("click", { bubbles: true, cancelable: true, composed: true }));
    },
    function () {
      var words = ["", "se", "digital", "ninguna"], field = root.querySelector("[type=search]");
      field.value = words[random(words.length)];
      tell(field, "search:" + field.value, new Event("input", { bubbles: true, composed: true }));
    },
    function () {
      var found = Array.from(root.querySelectorAll("select")), one = found[random(found.length)];
      one.selectedIndex = random(one.options.length);
      tell(one, one.value, new Event("change", { bubbles: true, composed: true }));
    },
    function () {
      var keys = ["ArrowRight", "ArrowDown", "Home", "End", "Enter", "Escape"], key = keys[random(keys.length)];
      var stop = root.querySelector(".map [tabindex='0']");
      if (stop) tell(stop, key, new KeyboardEvent("keydown", { key: key, bubbles: true, cancelable: true, composed: true }));
    },
  ];

  /** A line for each node. What is announced and what is pointed at is of the moment, and in no drawing anew. */
  function lines() {
    var found = [];
    (function walk(node) {
      for (var child = node.firstChild; child; child = child.nextSibling) {
        if (child.nodeType === 3) {
          found.push(child.data);
        } else if (child.getAttribute("role") !== "status") {
          var attributes = Array.from(child.attributes, function (one) { return one.name + "=" + one.value; });
          var drawn = attributes.filter(function (one) { return one !== "data-pointed="; }).sort();
          found.push([child.localName].concat(drawn, child.value, child.selectedIndex, child.open).join(" "));
          walk(child);
        }
      }
    })(root);
    return found;
  }

  async function anew(label) {
    var before = root.querySelector(".root");
    label ? widget.setAttribute("data-label", label) : widget.removeAttribute("data-label");
    while (root.querySelector(".root") === before) await task();
    await settled();
  }

  (async function () {
    for (var i = 0; i < steps; i += 1) {
      // Most of what a visitor does is a click.
      steppers[Math.max(0, random(8) - 4)]();
      await settled();
    }
    var before = lines();
    await anew("Foro");
    await anew("");
    var after = lines(), at = 0;
    while (at < before.length && before[at] === after[at]) at += 1;
    var same = at === before.length && at === after.length;
    // Outlines are long.
    var told = [before, after].map(function (lines) { return String(lines[at]).slice(-200); });
    return same ? null : [went.slice(-6).join(", ")].concat(told).join("\n");
  })().then(done, function (error) { done(String(error)); });
})

// Scrolls to the first control that selects, tells what a pointer would hit at its centre, and presses it. WebKit's driver
// presses nothing in the cells of tables, so no driver is asked.
var done = arguments[arguments.length - 1];
var widget = Document.prototype.querySelector.call(document, "forum-widget"), root = widget.shadowRoot;
var control = root.querySelector(".country[data-action], .chip[data-action]");
Object.defineProperty(window, Symbol.for("forum-widget selected"), { value: false, writable: true, configurable: true });
widget.addEventListener("forum:select", function () { window[Symbol.for("forum-widget selected")] = true; });
control.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
requestAnimationFrame(function () {
  setTimeout(function () {
    var box = control.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2;
    var outer = Document.prototype.elementFromPoint.call(document, x, y);
    var inner = outer === widget && root.elementFromPoint(x, y);
    var hit = inner && (inner === control || control.contains(inner));
    var found = inner || outer;
    control.click();
    done(hit ? "hit" : found ? found.localName + "." + found.getAttribute("class") : "nothing at " + x + ", " + y);
  });
});

// What is seen of the first widget in one line, then each error that the widgets told, in plain words: the page may have
// replaced whatever is not asked of an element.
var widget = Document.prototype.querySelector.call(document, "forum-widget"), root = widget.shadowRoot;
function shown(one) {
  if (!one) return false;
  var box = one.getBoundingClientRect(), style = getComputedStyle(one);
  return box.width > 0 && box.height > 0 && style.visibility === "visible" && style.opacity !== "0";
}
function count(css, least) {
  var all = root ? root.querySelectorAll(css) : [], found = 0;
  for (var at = 0; at < all.length; at += 1) {
    if (shown(all[at]) && all[at].getBoundingClientRect().width >= least) found += 1;
  }
  return found;
}
var text = "state " + widget.state + " engine " + widget.engine + " sessions " + count(".session", 100);
text += " inside " + (shown(widget.querySelector("a")) ? "shown" : "hidden") + " cards " + count(".failure", 100);
var events = window[Symbol.for("forum-widget events")] || [];
for (var at = 0; at < events.length; at += 1) {
  var detail = events[at].detail;
  if (events[at].type === "forum:error") text += "\n" + detail.code + (detail.directive ? " " + detail.directive : "");
}
return events.length ? text + (text.indexOf("\n") < 0 ? "\n" : "") : text + "\n";

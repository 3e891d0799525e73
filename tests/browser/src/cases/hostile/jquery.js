// How jQuery 3 puts HTML that has scripts into a place (`.html`, by way of `domManip`): the tags stay where they are and never
// run; what is at their address is fetched at once and run as a text, in a tag that is gone again (`_evalUrl`, `DOMEval`).
function putIn(place, text) {
  place.innerHTML = text;
  Array.prototype.forEach.call(place.querySelectorAll("script"), function (tag) {
    var request = new XMLHttpRequest();
    request.open("GET", tag.src, false);
    request.send();
    var again = document.createElement("script");
    again.text = request.responseText.replace(/^\s*<!(?:\[CDATA\[|--)|(?:\]\]|--)>\s*$/g, "");
    document.head.appendChild(again).parentNode.removeChild(again);
  });
}

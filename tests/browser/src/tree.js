// Gives a node as ["tag", {attributes}, [children]]: the same for the live page and for parsed HTML.
// SVG elements are "svg:tag": an element of the right name in the wrong namespace draws nothing.
function treeOf(node, skip) {
  var children = [];
  var inside = node.localName === "template" && node.content ? node.content : node;
  for (var child = inside.firstChild; child; child = child.nextSibling) {
    if (child.nodeType === 3 || child.nodeType === 4) {
      var last = children.length - 1;
      if (child.data === "") continue;
      if (typeof children[last] === "string") children[last] += child.data;
      else children.push(child.data);
    } else if (child.nodeType === 1 && !(skip && child.matches(skip))) {
      children.push(treeOf(child, skip));
    }
  }
  var attributes = {};
  Array.from(node.attributes || []).forEach(function (attribute) {
    // Says where the pointer happens to be.
    if (attribute.name !== "data-pointed") attributes[attribute.name] = attribute.value;
  });
  var svg = node.namespaceURI === "http://www.w3.org/2000/svg" ? "svg:" : "";
  return [node.nodeType === 1 ? svg + node.localName : "#root", attributes, children];
}

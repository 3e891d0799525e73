// Runs axe-core on one part of the page; every element that breaks a rule is an entry of its own.
var scope = arguments[0], tags = arguments[1], done = arguments[2];
var kept = Symbol.for("axe-core");
if (window.axe) {
  Object.defineProperty(window, kept, { value: window.axe });
  delete window.axe;
}
// Of what is well one element a rule is enough.
var options = { runOnly: { type: "tag", values: tags }, iframes: false, resultTypes: ["violations"], preload: false };
window[kept].run({ include: [[scope]] }, options).then(function (result) {
  var violations = [];
  result.violations.forEach(function (rule) {
    rule.nodes.forEach(function (node) {
      // A target in a shadow root is a list: the host's selector, then the one inside.
      var target = node.target.map(function (part) { return [].concat(part).join(" >> "); }).join(" > ");
      violations.push({ rule: rule.id, target: target, help: rule.help, html: node.html });
    });
  });
  done({ violations: violations, passes: result.passes.length + result.violations.length });
}, function (error) { done({ error: String(error) }); });

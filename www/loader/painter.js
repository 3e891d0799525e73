// Makes and changes live nodes as the engine says (src/dom/steps.rs).

const SVG = "http://www.w3.org/2000/svg";

/**
 * @param {Document} maker
 * @returns {import("forum-widget-glue").Painter}
 */
export function painter(maker) {
  return {
    draw(place, steps) {
      const words = steps.split("\u001f");
      let at = 0;
      const next = () => /** @type {string} */ (words[at++]);

      /** @param {Element} live */
      const change = (live) => {
        for (let name; (name = next()); ) {
          live.setAttribute(name, next());
        }
        const inSvg = live.namespaceURI === SVG;
        let child = live.firstChild;
        for (let step; (step = next()); ) {
          let node = /** @type {any} */ (child);
          if ("=>.-".includes(step)) {
            // One that somebody else has taken away is changed where nobody sees it.
            node ??= maker.createElement("p");
            child = node.nextSibling;
          }
          switch (step) {
            case "=":
              break;
            case ">":
              change(node);
              break;
            case ".":
              node.textContent = next();
              break;
            case "-":
              node.remove();
              break;
            case "!":
              live.removeAttribute(next());
              break;
            case "#":
              live.insertBefore(maker.createTextNode(next()), child);
              break;
            default:
              const made = inSvg || step === "svg" ? maker.createElementNS(SVG, step) : maker.createElement(step);
              if (live.isConnected) {
                change(made);
                live.insertBefore(made, child);
              } else {
                // Before anything is inside: what is put in together with its inside is gone through once more.
                live.insertBefore(made, child);
                change(made);
              }
          }
        }
      };
      change(/** @type {Element} */ (place));
    },
  };
}

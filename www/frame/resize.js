// For pages that show the forum in a frame (snippet E) and allow scripts: the frame becomes as high as what is in it.

/** The most that is believed, in CSS pixels. */
const LIMIT = 50_000;

const all = () =>
  [...document.querySelectorAll("iframe")].filter(({ src }) => /^https?:[^?#]+\/embed\.html([?#]|$)/.test(src));

/** A sandbox without an origin of its own speaks for "null". @param {HTMLIFrameElement} frame */
const originOf = ({ sandbox, attributes, src }) =>
  attributes.getNamedItem("sandbox") && !sandbox.contains("allow-same-origin") ? "null" : new URL(src).origin;

addEventListener("message", ({ source, origin, data }) => {
  const frame = source && all().find(({ contentWindow }) => contentWindow === source);
  const height = data?.type === "forum:resize" && data.height;
  if (frame && origin === originOf(frame) && Number.isFinite(height) && height > 0 && height <= LIMIT) {
    frame.style.height = `${height}px`;
    // Borders are a part of the height on many pages.
    const missing = height - frame.clientHeight;
    if (missing > 0) {
      frame.style.height = `${height + missing}px`;
    }
  }
});

// Who was there before this script has told already.
for (const { contentWindow } of all()) {
  contentWindow?.postMessage({ type: "forum:measure" }, "*");
}

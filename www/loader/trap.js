// An engine that has broken: it is left behind, and a fresh one draws what was there.

/** So often in a minute; what breaks more often is not worth a fourth try. */
const TRIES = 3;

/** @param {import("./engine.js").Runtime} runtime */
export function trapped(runtime) {
  const now = Date.now();
  runtime.traps = [...runtime.traps, now].filter((time) => time > now - 60_000);
  let works = runtime.traps.length <= TRIES;
  try {
    // In any case: the visitor may try again.
    runtime.renew();
  } catch {
    works = false;
  }
  for (const widget of [...runtime.widgets]) {
    // One that was drawn anew may have broken this one as well, and has told the others.
    if (runtime.widgets.includes(widget)) {
      widget.leave(works);
    }
  }
}

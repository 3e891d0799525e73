// The doctor (www/doctor/), which only a webmaster asks for: a file of its own.

/**
 * Examines the page, and says what is wrong and what to do about it.
 * @param {typeof import("./own.js").importOwn} importOwn
 * @param {typeof import("./attributes.js").feedAddress} feedAddress
 * @param {typeof import("./attributes.js").tags} tags
 */
export const examine = (importOwn, feedAddress, tags) =>
  importOwn("forum-widget-doctor.js", DOCTOR_INTEGRITY, (module) => module.open(feedAddress, tags));

// What hardly any page needs: files of their own.

/** @typedef {typeof import("./own.js").importOwn} ImportOwn */

/**
 * Examines the page, and says what is wrong and what to do about it: the doctor (www/doctor/), which only a webmaster asks for.
 * @param {ImportOwn} importOwn
 * @param {typeof import("./attributes.js").feedAddress} feedAddress
 * @param {typeof import("./attributes.js").tags} tags
 */
export const examine = (importOwn, feedAddress, tags) =>
  importOwn("forum-widget-doctor.js", DOCTOR_INTEGRITY, (module) => module.open(feedAddress, tags));

/**
 * What is said where there is no engine, and the name of the button that tries again.
 * @param {ImportOwn} importOwn
 * @param {string} language
 * @returns {Promise<[string, string]>}
 */
export const sentence = (importOwn, language) =>
  importOwn("forum-widget-sentences.js", SENTENCES_INTEGRITY, ({ sentences }) => sentences[language]);

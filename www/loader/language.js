// The language of a widget, and what is known of who looks at it.

const SPOKEN = ["es", "pt", "en", "ko", "fr", "ht", "nl"];

/**
 * The first language of a list of tags that the widget speaks, else Spanish; natively it is `Language::negotiate`.
 * @param {(string | null | undefined)[]} tags BCP 47, best first
 */
export function negotiate(tags) {
  const primary = tags.map((tag) => tag?.trim().split(/[-_]/, 1)[0]?.toLowerCase());
  return primary.find((tag) => tag && SPOKEN.includes(tag)) ?? "es";
}

/**
 * What is asked of the browser about the visitor: the zone by its IANA name and its offset now, in minutes east of UTC;
 * and the region of the first tag in the language that is shown, whose clock has 12 or 24 hours.
 * @param {(string | null | undefined)[]} tags BCP 47, best first
 * @param {string} language
 */
export function visitor(tags, language) {
  let zone = "";
  try {
    // Where there is Temporal: the first formatter of a page takes some 10 ms.
    zone = globalThis.Temporal?.Now.timeZoneId() ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  } catch {
    // The page has put something of its own in their place.
  }
  const regional = tags.map((tag) => tag?.trim().match(/^([a-z]+)[-_](?:[a-z]{4}[-_])?([a-z]{2})$/i));
  const region = regional.find((match) => match?.[1]?.toLowerCase() === language)?.[2] ?? "";
  return { zone: zone ?? "", offset: -new Date().getTimezoneOffset(), region: region.toUpperCase() };
}

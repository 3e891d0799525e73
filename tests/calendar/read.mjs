// Prints what the npm package ical.js finds in iCalendar files, in the form that read.py describes.

import { readFileSync } from "node:fs";
import ICAL from "ical.js";

function plain(value) {
  if (!(value instanceof ICAL.Time)) return value;
  // A time without a zone would be one of this machine.
  const isInstant = !value.isDate && value.zone === ICAL.Timezone.utcTimezone;
  return isInstant ? value.toUnixTime() : value.toString();
}

const property = (found) => [
  found.name.toUpperCase(),
  found.getParameter("language") ?? null,
  found.getValues().map(plain),
];

const content = (component) => [
  component.name.toUpperCase(),
  component.getAllProperties().map(property),
  component.getAllSubcomponents().map(content),
];

function read(path) {
  const parsed = ICAL.parse(readFileSync(path, "utf8"));
  // Several calendars in one file come as a list of lists.
  const calendars = Array.isArray(parsed[0]) ? parsed : [parsed];
  return calendars.map((calendar) => content(new ICAL.Component(calendar)));
}

console.log(JSON.stringify(process.argv.slice(2).map(read)));

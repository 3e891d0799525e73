"""Prints what the PyPI package icalendar finds in iCalendar files, as JSON: [[name, properties, components], ...].

A property is [name, language or null, values]. An instant is a number of seconds since 1970; a day is its ISO 8601 date.
"""

import json
import sys
from datetime import date, datetime, timezone
from pathlib import Path

from icalendar import Calendar


def plain(value):
    time = getattr(value, "dt", None)
    if isinstance(time, datetime):
        # A time without a zone would be one of this machine.
        return int(time.timestamp()) if time.tzinfo == timezone.utc or time.utcoffset() is not None else str(time)
    if isinstance(time, date):
        return time.isoformat()
    return int(value) if isinstance(value, int) else str(value)


def properties(component):
    for name, value in component.property_items(recursive=False):
        if name not in ("BEGIN", "END"):
            values = [plain(item) for item in getattr(value, "cats", [value])]
            yield [name, value.params.get("LANGUAGE"), values]


def content(component):
    if component.errors:
        raise ValueError(component.errors)
    return [component.name, list(properties(component)), [content(inner) for inner in component.subcomponents]]


def read(path):
    return [content(calendar) for calendar in Calendar.from_ical(Path(path).read_bytes(), multiple=True)]


print(json.dumps([read(path) for path in sys.argv[1:]]))

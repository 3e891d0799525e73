//! What of the widget a page may rely on, besides its settings.

/// A name, and what it stands for.
pub struct Named {
    /// The name.
    pub name: &'static str,
    /// What it stands for.
    pub meaning: &'static str,
}

/// A value that has a name: a property, a parameter, a part of an event's detail.
pub struct Value {
    /// Its name.
    pub name: &'static str,
    /// Its type, in TypeScript.
    pub kind: &'static str,
    /// Whether it may be absent.
    pub optional: bool,
    /// What it is.
    pub meaning: &'static str,
}

/// A function that belongs to the element or to the global.
pub struct Method {
    /// Its name.
    pub name: &'static str,
    /// What it takes.
    pub parameters: &'static [Value],
    /// What it gives, in TypeScript.
    pub gives: &'static str,
    /// What it does.
    pub meaning: &'static str,
}

/// An event that bubbles, out of shadow trees too.
pub struct Event {
    /// Its name.
    pub name: &'static str,
    /// What its `detail` has.
    pub detail: &'static [Value],
    /// When it is sent.
    pub meaning: &'static str,
}

const fn named(name: &'static str, meaning: &'static str) -> Named {
    Named { name, meaning }
}

const fn value(name: &'static str, kind: &'static str, meaning: &'static str) -> Value {
    Value { name, kind, optional: false, meaning }
}

const fn perhaps(name: &'static str, kind: &'static str, meaning: &'static str) -> Value {
    Value { name, kind, optional: true, meaning }
}

const fn method(
    name: &'static str,
    parameters: &'static [Value],
    gives: &'static str,
    meaning: &'static str,
) -> Method {
    Method { name, parameters, gives, meaning }
}

const fn event(name: &'static str, detail: &'static [Value], meaning: &'static str) -> Event {
    Event { name, detail, meaning }
}

/// The name of the element.
pub const TAG: &str = "forum-widget";

/// What the element is.
pub const ELEMENT: &str = "Shows the agenda and the map of an international forum from one JSON feed. What stands inside is shown \
                           until then, and where nothing can be drawn.";

/// What the element says of itself; none can be written.
pub const PROPERTIES: [Value; 3] = [
    value(
        "ready",
        "Promise<void>",
        "Resolves when it has drawn itself; rejects never, since `state` and `forum:error` tell of failures.",
    ),
    value("state", "ForumWidgetState", "How far it is; `degraded` is drawn, but not as it should be."),
    value("engine", "ForumWidgetEngine", "What has drawn it; `static` where nothing has."),
];

/// What the element does.
pub const METHODS: [Method; 5] = [
    method(
        "data",
        &[],
        "unknown",
        "The feed that is shown, as its organiser wrote it; nothing before `ready`.",
    ),
    method(
        "selectCountry",
        &[value("code", "string", "ISO 3166-1 alpha-2; an empty one ends the selection")],
        "void",
        "Selects a country in map and list.",
    ),
    method(
        "showSession",
        &[value("id", "string", "the id in the feed; an empty one closes what is open")],
        "void",
        "Opens a session of the programme.",
    ),
    method(
        "reload",
        &[],
        "Promise<void>",
        "Fetches the feed again and draws it; what is drawn stays until then.",
    ),
    method(
        "configure",
        &[value("partial", "ForumWidgetSettings", "by name; `null` is the default again")],
        "Promise<void>",
        "Changes settings, and draws what they change.",
    ),
];

/// What the global has besides its functions.
pub const GLOBAL_PROPERTIES: [Value; 2] = [
    value("version", "string", "The version of the script that serves the page."),
    value(
        "config",
        "ForumWidgetSettings",
        "Settings for all elements, which an element's own and its script's go before.",
    ),
];

/// The functions of the global.
pub const GLOBAL_METHODS: [Method; 4] = [
    method(
        "scan",
        &[perhaps("root", "ParentNode", "the document without it")],
        "void",
        "Starts what was put into a part of the page and has not started.",
    ),
    method(
        "mount",
        &[
            value("target", "Element | string", "an element, or its selector"),
            perhaps("config", "ForumWidgetSettings", "its settings"),
        ],
        "ForumWidgetElement | undefined",
        "Puts a widget into an element, which has one at most: a second call changes its settings.",
    ),
    method(
        "unmount",
        &[value("target", "Element | string", "the widget, or where it was mounted")],
        "void",
        "Takes a widget away, and leaves what the page had put inside.",
    ),
    method(
        "doctor",
        &[],
        "Promise<unknown>",
        "Examines the page, and says what is wrong and what to do about it.",
    ),
];

/// The events.
pub const EVENTS: [Event; 6] = [
    event(
        "forum:ready",
        &[value("engine", "ForumWidgetEngine", "what has drawn it")],
        "It has drawn itself, or drawn itself anew.",
    ),
    event(
        "forum:error",
        &[
            value("code", "ForumErrorCode", "what is wrong"),
            value("message", "string", "one sentence in the visitor's language, or the address"),
            value("fatal", "boolean", "whether nothing could be drawn"),
            perhaps("url", "string", "the address that is concerned"),
            perhaps("directive", "string", "of the page's policy, which forbids it"),
            perhaps("problem", "string", "which problem of the feed it is"),
            perhaps("path", "string", "where in the feed"),
        ],
        "Something could not be had, or was not taken.",
    ),
    event(
        "forum:select",
        &[
            value("type", "\"country\" | \"session\"", "what"),
            value("id", "string", "its code or its id; empty where the selection has ended"),
        ],
        "The visitor or a script has selected a country or opened a session.",
    ),
    event(
        "forum:view",
        &[value("link", "string", "the fragment of an address that leads to what is shown")],
        "The visitor has chosen another day, search, filter or arrangement.",
    ),
    event("forum:resize", &[value("height", "number", "in CSS pixels")], "Its height is another one."),
    event(
        "forum:navigate",
        &[value("href", "string", "where the link leads")],
        "The visitor follows a link; cancelled, the link is not followed.",
    ),
];

/// The codes of `forum:error`.
pub const CODES: [Named; 11] = [
    named("config", "a setting was not taken"),
    named("feed-network", "the feed could not be had"),
    named("feed-http", "its server answered with an error"),
    named("feed-csp", "the page's policy forbids its address"),
    named("feed-schema", "the feed, or something in it, cannot be read"),
    named("feed-too-large", "the feed is over the limit"),
    named("wasm-absent", "the browser has no WebAssembly, or a page has broken it"),
    named("wasm-network", "the engine or its words could not be had"),
    named("wasm-integrity", "they have other bytes than those released"),
    named("wasm-csp", "the page's policy forbids WebAssembly"),
    named("wasm-trap", "the engine broke, and a fresh one has drawn the feed again"),
];

/// The places for what the page puts inside.
pub const SLOTS: [Named; 3] = [
    named("", "what is shown until the widget has drawn itself, and where it cannot"),
    named("header", "above the widget"),
    named("footer", "below it"),
];

/// The variables of the look; their defaults are in the stylesheet.
pub const VARIABLES: [Named; 15] = [
    named("--forum-font", "the typefaces"),
    named("--forum-font-size", "the size of the text, which all other sizes follow"),
    named("--forum-color", "the text"),
    named("--forum-background", "the ground"),
    named("--forum-muted", "text that matters less"),
    named("--forum-accent", "links, controls, what is chosen"),
    named("--forum-accent-contrast", "text on the accent"),
    named("--forum-border", "lines"),
    named("--forum-radius", "the roundness of corners"),
    named("--forum-focus", "the ring around what has the focus"),
    named("--forum-space", "the space at the edges; 18px in a narrow column"),
    named("--forum-max-width", "how wide the widget becomes at most"),
    named("--forum-map-land", "land that does not take part"),
    named("--forum-map-member", "countries that take part"),
    named("--forum-map-selected", "the country that is selected"),
];

/// The parts that the page's stylesheet reaches, as `forum-widget::part(header)`.
pub const PARTS: [Named; 22] = [
    named("root", "all of it"),
    named("error", "the card that says why nothing is drawn, which is the root then"),
    named("header", "the name of the forum, its dates and places"),
    named("panel", "the programme, the map or the delegations, with the heading"),
    named("tabs", "the days of a long programme, to choose from"),
    named("tab", "one of them"),
    named("day", "a day of the programme"),
    named("session", "a session"),
    named("time", "its hours"),
    named("title", "its title"),
    named("status", "a word about it, such as that it is cancelled"),
    named("speakers", "the people, of a session or a delegation"),
    named("topics", "the topics of a session"),
    named("topic", "one of them"),
    named("links", "its links"),
    named("countries", "its countries"),
    named("map", "the drawing"),
    named("legend", "the ways of taking part"),
    named("country-list", "the countries beside the map"),
    named("country", "one of them"),
    named("link", "a link of the feed"),
    named("footer", "the source, its licence, when it was last changed, whom to ask"),
];

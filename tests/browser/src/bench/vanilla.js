// The agenda as it would be written by hand for one forum in one language: fetch, JSON.parse, createElement. The frame
// around the programme comes ready as a description, which costs less than writing it would.
(async function () {
  "use strict";
  const host = document.querySelector("[data-feed]");
  const options = { credentials: "omit", cache: "no-cache" };
  const [forum, { frame, styles, cards, whole, tabs: hasTabs }] = await Promise.all(
    [host.dataset.feed, host.dataset.frame].map(async (address) => (await fetch(address, options)).json()),
  );

  const byId = (list) => new Map(list.map((record) => [record.id, record]));
  const people = byId(forum.people), topics = byId(forum.topics);
  const countries = new Map(forum.countries.map(({ code, name }) => [code, name]));
  const KINDS = { panel: "Panel", keynote: "Conferencia magistral" };
  const LANGUAGES = { es: "español", pt: "portugués", en: "inglés" };
  const WEEKDAYS = ["Domingo", "Lunes", "Martes", "Miércoles", "Jueves", "Viernes", "Sábado"];

  forum.sessions.forEach((session, position) => { session.position = position; });
  // The times of the feed all have the same offset: their order is that of their texts.
  const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
  const programme = forum.sessions.slice().sort((a, b) => compare(a.start, b.start) || compare(a.end, b.end));

  const dateOf = (session) => session.start.slice(0, 10);
  const days = Map.groupBy(programme, dateOf);

  function make(tag, attributes, ...children) {
    const node = document.createElement(tag);
    for (const name in attributes) node.setAttribute(name, attributes[name]);
    node.append(...children);
    return node;
  }
  const build = (node) => typeof node === "string" ? node : make(node[0], node[1], ...node[2].map(build));
  const named = (tag, name, ...children) => make(tag, { class: name, part: name }, ...children);
  const classed = (tag, name, ...children) => make(tag, { class: name }, ...children);
  const list = (name, items) =>
    items.length ? [make("ul", { class: name, part: name, role: "list" }, ...items)] : [];
  const button = (name, action, text) =>
    make("button", { class: name, type: "button", "data-action": action }, text);
  const link = (address, text) =>
    make("a", { class: "link", part: "link", href: address, rel: "noreferrer", target: "_blank" }, text);
  const label = ({ kind, number }) => KINDS[kind] ?? `Sesión ${number}`;

  function chip(code) {
    const badge = make("span", { class: "badge", "data-treatment": "in-person", "aria-hidden": "true" }, code);
    const attributes = { type: "button", "data-action": `country:${code}`, "aria-pressed": "false", class: "chip" };
    return make("li", {}, make("button", attributes, badge, countries.get(code)));
  }

  function card(session) {
    const { position, start, end } = session;
    return make("article", { class: "session", part: "session", "data-session": session.id },
      classed("div", "session-margin",
        classed("p", "session-label", label(session)),
        named("p", "time", `${start.slice(11, 16)}–${end.slice(11, 16)}`)),
      classed("div", "session-body",
        make("p", { class: "mark", hidden: "" }, "País seleccionado"),
        named("h5", "title", make("button", {
          class: "open", type: "button", "data-action": `open:${position}`,
          "aria-expanded": "false", "aria-controls": `forum-details-${position}`,
        }, session.title)),
        classed("p", "room", session.room),
        classed("p", "summary", session.summary),
        ...list("countries", session.countries.map(chip))));
  }

  function person({ person: id }) {
    const { name, honorific, role, country } = people.get(id);
    return make("li", {},
      classed("span", "person-name", classed("span", "honorific", honorific), " ", make("span", {}, name)),
      classed("span", "person-role", role),
      classed("span", "person-role", countries.get(country)));
  }

  /** What a card opens; of a large programme it is not drawn before. */
  function details({ position, people: speakers, languages, topics: about, links }) {
    const names = (tags) => tags.map((tag) => LANGUAGES[tag]).join(", ");
    const place = make("div", { class: "details", id: `forum-details-${position}`, hidden: "until-found" });
    if (!whole) return place;
    place.append(
      ...list("speakers", speakers.map(person)),
      classed("p", "languages",
        `Idioma: ${names(languages.spoken)} · Interpretación a: ${names(languages.interpretation)}`),
      ...list("topics", about.map((id) => named("li", "topic", topics.get(id).name))),
      ...list("links", links.map(({ url }) => make("li", {}, link(url, "Grabación")))));
    return place;
  }

  const dayName = (date) => `${WEEKDAYS[new Date(date).getUTCDay()]} ${Number(date.slice(8))} de marzo`;

  function day([date, sessions], number) {
    const section = named("section", "day",
      classed("h4", "day-heading", dayName(date)),
      classed("p", "day-facts", `Día ${number} · Hora de Bogotá (UTC−5)`));
    for (const session of sessions) section.append(card(session), details(session));
    return section;
  }

  function more(left) {
    const text = left === 1 ? "Mostrar 1 sesión más" : `Mostrar ${left} sesiones más`;
    return left ? [button("more", "more", text)] : [];
  }

  function tabs(dates) {
    return make("div", { class: "tabs", part: "tabs", role: "tablist", "aria-label": "Programa" }, ...dates.map((date, position) => {
      const tab = button("tab", `day:${position}`, dayName(date));
      tab.id = `forum-tab-${position}`;
      tab.setAttribute("part", "tab");
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-selected", position === 0);
      tab.setAttribute("aria-controls", `forum-day-${position}`);
      if (position > 0) tab.tabIndex = -1;
      return tab;
    }));
  }

  /** The first screen: a tab for each day of a long programme, the first one shown. */
  function screen() {
    if (!hasTabs) return sequence(programme);
    const drawn = (sessions, position) => sessions.slice(0, whole ? Infinity : position === 0 ? cards : 0);
    const panels = Array.from(days.entries(), ([date, sessions], position) => {
      const panel = day([date, drawn(sessions, position)], position + 1);
      panel.id = `forum-day-${position}`;
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-labelledby", `forum-tab-${position}`);
      if (position > 0) panel.setAttribute("hidden", "until-found");
      return panel;
    });
    const first = days.values().next().value;
    return [tabs([...days.keys()]), ...panels, ...more(first.length - drawn(first, 0).length)];
  }

  /** What was found, the days one after the other. */
  function sequence(found) {
    const drawn = found.slice(0, cards);
    const numbers = [...days.keys()];
    const sections = Array.from(Map.groupBy(drawn, dateOf), (one) => day(one, numbers.indexOf(one[0]) + 1));
    return [...sections, ...more(found.length - drawn.length)];
  }

  const tree = build(frame);
  const place = tree.querySelector(".programme");
  place.append(...screen());
  const root = host.attachShadow({ mode: "open" });
  root.adoptedStyleSheets = styles.map((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    return sheet;
  });
  root.append(tree);

  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  /** What is searched, made at the first search. */
  let texts;
  const searched = (session) => fold([
    label(session), session.title, session.summary, session.room,
    ...session.topics.map((id) => topics.get(id).name),
    ...session.countries.map((code) => countries.get(code)),
    ...session.people.flatMap(({ person: id }) => {
      const { name, honorific, role, country } = people.get(id);
      return [name, honorific, role, countries.get(country)];
    }),
  ].join("\n"));

  root.querySelector(".search").addEventListener("input", ({ target }) => {
    texts ??= programme.map(searched);
    const words = fold(target.value).split(/\s+/).filter(Boolean);
    const found = programme.filter((_, place) => words.every((word) => texts[place].includes(word)));
    const count = found.length === 1 ? "1 sesión encontrada" : `${found.length.toLocaleString("es")} sesiones encontradas`;
    root.querySelector(".results [role=status]").textContent = words.length ? count : "";
    root.querySelector(".clear-filter").hidden = !words.length;
    const nothing = "No se encontró ninguna sesión. Pruebe con otras palabras o quite filtros.";
    const empty = () => [classed("p", "empty", nothing)];
    place.replaceChildren(...(!words.length ? screen() : found.length ? sequence(found) : empty()));
  });
  host.dispatchEvent(new CustomEvent("forum:ready", { bubbles: true }));
})();

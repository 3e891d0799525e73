// The agenda as it would be written by hand for one forum in one language: fetch, JSON.parse, createElement. The frame
// around the programme comes ready as a description, which costs less than writing it would.
(async function () {
  "use strict";
  const host = document.querySelector("[data-feed]");
  const options = { credentials: "omit", cache: "no-cache" };
  const [forum, { frame, styles, cards, folded }] = await Promise.all(
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

  /** The addresses that add a session to the calendars of Google and Outlook. */
  function calendars(session) {
    const [start, end] = [session.start, session.end].map((time) => `${new Date(time).toISOString().slice(0, 19)}Z`);
    const names = session.people.map(({ person: id }) => `${people.get(id).name}, ${people.get(id).role}`);
    let text = [label(session), session.summary, names.join("\n")].join("\n\n");
    if (text.length > 300) text = `${text.slice(0, 300).trimEnd()}…`;
    const { venue } = forum.forum;
    const [title, details, place] =
      [session.title, text, `${session.room}, ${venue.name}, ${venue.city}`].map(encodeURIComponent);
    const dates = encodeURIComponent(`${start}/${end}`.replace(/[-:]/g, ""));
    return [
      link(`https://calendar.google.com/calendar/render?action=TEMPLATE&dates=${dates}&text=${title}` +
        `&details=${details}&location=${place}`, "Google Calendar"),
      link("https://outlook.live.com/calendar/0/deeplink/compose?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent" +
        `&startdt=${encodeURIComponent(start)}&enddt=${encodeURIComponent(end)}&allday=false` +
        `&subject=${title}&body=${details}&location=${place}`, "Outlook"),
    ];
  }

  function details(session, before, after) {
    const { position, languages } = session;
    const names = (tags) => tags.map((tag) => LANGUAGES[tag]).join(", ");
    const beside = [[before, "Sesión anterior"], [after, "Sesión siguiente"]].filter(([one]) => one);
    return make("div", { class: "details", id: `forum-details-${position}`, hidden: "until-found" },
      ...list("speakers", session.people.map(person)),
      classed("p", "languages",
        `Se habla en: ${names(languages.spoken)} · Interpretación a: ${names(languages.interpretation)}`),
      ...list("topics", session.topics.map((id) => named("li", "topic", topics.get(id).name))),
      ...list("links", session.links.map(({ url }) => make("li", {}, link(url, "Grabación")))),
      classed("div", "actions",
        button("action", `copy:${position}`, "Copiar enlace"),
        button("action", `calendar:${position}`, "Esta sesión (.ics)"),
        ...calendars(session),
        ...beside.map(([one, text]) => button("action", `open:${one.position}`, text))));
  }

  /** The days with those of these sessions that are drawn. */
  function days(sessions) {
    const sections = [];
    let date;
    sessions.slice(0, cards).forEach((session, place) => {
      if (session.start.slice(0, 10) !== date) {
        date = session.start.slice(0, 10);
        const day = Number(date.slice(8));
        sections.push(named("section", "day",
          classed("h4", "day-heading", `${WEEKDAYS[new Date(date).getUTCDay()]} ${day} de marzo`),
          classed("p", "day-facts", `Día ${day - Number(forum.forum.start.slice(8)) + 1} · Hora de Bogotá (UTC−5)`)));
      }
      const parts = folded ? [] : [details(session, sessions[place - 1], sessions[place + 1])];
      sections.at(-1).append(card(session), ...parts);
    });
    return sections;
  }

  const tree = build(frame);
  const place = tree.querySelector(".programme");
  place.append(...days(programme));
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
    const count = found.length === 1 ? "1 sesión encontrada" : `${found.length} sesiones encontradas`;
    root.querySelector(".results [role=status]").textContent = words.length ? count : "";
    root.querySelector(".clear-filter").hidden = !words.length;
    const nothing = "Ninguna sesión coincide. Pruebe con otras palabras o quite filtros.";
    place.replaceChildren(...(found.length ? days(found) : [classed("p", "empty", nothing)]));
  });
  host.dispatchEvent(new CustomEvent("forum:ready", { bubbles: true }));
})();

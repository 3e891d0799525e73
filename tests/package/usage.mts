// What a page of TypeScript may write, and what it may not: this file is compiled and never run.
import "forum-widget";
import type { ForumErrorCode, ForumWidgetSettings } from "forum-widget";

const element = document.createElement("forum-widget");
const state: "idle" | "loading" | "ready" | "degraded" | "error" = element.state;
await element.ready;
await element.configure({ theme: "dark", headingLevel: 3, "heading-level": "3", view: ["agenda"], country: null, limit: 20 });
element.selectCountry("CR");
element.showSession("opening");
await element.reload();

const settings: ForumWidgetSettings = { feed: "#feed", favorites: true };
const mounted = ForumWidget.mount("#place", settings);
mounted?.selectCountry("");
ForumWidget.scan(document.body);
ForumWidget.unmount(element);
ForumWidget.config.lang = "ko";
document.querySelector("forum-widget")?.data();

element.addEventListener("forum:ready", ({ detail }) => detail.engine === "js");
document.addEventListener("forum:error", ({ detail }) => {
  const code: ForumErrorCode = detail.code;
  return [code, detail.message, detail.url?.length, detail.directive?.length, detail.fatal];
});
addEventListener("forum:select", ({ detail }) => detail.type === "country" && detail.id);
element.addEventListener("forum:view", ({ detail }) => detail.link.startsWith("#forum="));
element.addEventListener("forum:resize", ({ detail }) => detail.height.toFixed());
element.addEventListener("forum:navigate", (event) => {
  event.preventDefault();
  return event.detail.href;
});

// @ts-expect-error No such theme.
await element.configure({ theme: "pink" });
// @ts-expect-error No such setting.
await element.configure({ colour: "dark" });
// @ts-expect-error Nobody writes the state.
element.state = "ready";
// @ts-expect-error A code is a text.
element.selectCountry(506);
// @ts-expect-error No such code.
const none: ForumErrorCode = "feed-lost";
// @ts-expect-error The height is a number.
element.addEventListener("forum:resize", ({ detail }) => detail.height.trim());
// @ts-expect-error No such function.
ForumWidget.start();

export { none, state };

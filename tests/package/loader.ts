// The compiler compares what is described with what the loader is. This file is never run.
import { page } from "../../www/loader/attributes.js";
import { ForumWidgetElement as Code } from "../../www/loader/element.js";
import { calls } from "../../www/loader/page.js";
import type { ForumWidgetElement, ForumWidgetGlobal } from "../../www/forum-widget.js";

/** The members that an element has of us; the browser calls two more. */
type Own<Element> = Exclude<keyof Element, keyof HTMLElement | "connectedCallback" | "disconnectedCallback">;
type Same<One, Other> = [One] extends [Other] ? ([Other] extends [One] ? true : false) : false;

/** Each member of the one is a member of the other, and of its type. */
export const members: Same<Own<Code>, Own<ForumWidgetElement>> = true;
export const element = (code: Code): Pick<ForumWidgetElement, Own<ForumWidgetElement>> => code;
export const state: Same<Code["state"], ForumWidgetElement["state"]> = true;
export const engine: Same<Code["engine"], ForumWidgetElement["engine"]> = true;

const code = Object.assign(page, calls);
export const names: Same<keyof typeof code, keyof ForumWidgetGlobal> = true;
/** An element that the code has made has no `HTMLElementTagNameMap` to be known by. */
export const global: Omit<ForumWidgetGlobal, "mount"> = code;
export const mount = (target: string): Pick<ForumWidgetElement, Own<ForumWidgetElement>> | undefined =>
  code.mount(target);

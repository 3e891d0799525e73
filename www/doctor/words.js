// What the doctor says, in the languages of those who keep the pages.
import { en } from "./words/en.js";
import { es } from "./words/es.js";
import { pt } from "./words/pt.js";

/**
 * @typedef Words
 * @property {string} title
 * @property {string} examining
 * @property {string} todo
 * @property {string} copy
 * @property {string} copied
 * @property {string} byHand
 * @property {string} close
 * @property {string} problem how a problem is called that has no place
 * @property {string} other for what has no sentence of its own
 * @property {string} ask and what to do then
 * @property {{ well: string, faults: (count: number) => string, notes: (count: number) => string }} summary
 * @property {Record<"version" | "engine" | "page" | "feed" | "times" | "drawn" | "browser", string>} facts
 * @property {Record<string, [string, string]>} findings by code: what it is, and the one thing to do
 */

/** @type {Record<string, Words> & { en: Words }} */
export const LANGUAGES = { es, pt, en };

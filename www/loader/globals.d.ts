// What the bundler puts in.
declare const VERSION: string;
/** The address of the module; empty in the script. */
declare const MODULE: string;
interface Window {
  ForumWidget?: { config?: Record<string, unknown> };
}
declare const WASM_INTEGRITY: string;
declare const LATER_INTEGRITY: string;
declare const LATER_SCRIPT_INTEGRITY: string;
declare const JAVASCRIPT_INTEGRITY: string;
declare const DOCTOR_INTEGRITY: string;
declare const SENTENCES_INTEGRITY: string;
/** The files of the release that the script asks for, and their hashes. */
declare const RELEASED: Record<string, string>;
/** By the tag of the language. */
declare const WORDS_INTEGRITY: Record<string, string>;
/** Not in every browser. */
declare var Temporal: { Now: { timeZoneId(): string } } | undefined;
declare module "forum-widget-style" {
  const text: string;
  export default text;
}
declare module "forum-widget-paint" {
  const colours: string;
  export default colours;
}
declare module "forum-widget-later-style" {
  const text: string;
  export default text;
}
declare module "forum-widget-doctor-style" {
  const text: string;
  export default text;
}
declare module "*.css" {
  const text: string;
  export default text;
}
declare module "forum-widget-glue" {
  export type Painter = { draw(place: Element | DocumentFragment, steps: string): void };
  export class Widget {
    constructor(
      place: Node,
      painter: Painter,
      feed: Uint8Array,
      settings: string,
      words: Uint8Array,
      emit: (type: string, detail: unknown) => void,
      zone: string,
      offset: number,
      region: string,
      now: number,
    );
    free(): void;
    isPartial(): boolean;
    /** Forgets the engine without a call of it. */
    __destroy_into_raw(): number;
    isOn(now: number): boolean;
    unfold(limit: number): void;
    // Of the second half.
    follow(hash: string): void;
    tick(now: number): void;
    act(action: string): void;
    selectCountry(code: string): void;
    structuredData(): string | undefined;
    notices(): Notice[];
    markOutdated(read: boolean): void;
    remember(text: string, now: number): string;
    resume(before: Widget): void;
  }
  export type Notice = { code: string; problem?: string; path: string; message: string };
  // Of the second half.
  export function learn(words: Uint8Array): void;
  export function drawFailure(
    place: Node,
    painter: Painter,
    code: string,
    problem: string,
    settings: string,
    words: Uint8Array,
  ): Notice;
  /** Begins, or begins anew, with what makes exports of the imports. */
  export function start(instantiate: (imports: WebAssembly.Imports) => WebAssembly.Exports): void;
  /** Goes on with the second half. */
  export function startLater(instantiate: (imports: WebAssembly.Imports) => WebAssembly.Exports): void;
}

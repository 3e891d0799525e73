// What the bundler puts in.
declare const VERSION: string;
declare const WASM_INTEGRITY: string;
declare const LATER_INTEGRITY: string;
declare const JAVASCRIPT_INTEGRITY: string;
/** By the tag of the language. */
declare const WORDS_INTEGRITY: Record<string, string>;
/** Not in every browser. */
declare var Temporal: { Now: { timeZoneId(): string } } | undefined;
declare module "forum-widget-style" {
  const text: string;
  export default text;
}
declare module "*.css" {
  const text: string;
  export default text;
}
declare module "forum-widget-glue" {
  export class Widget {
    constructor(
      place: Node,
      document: Document,
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
    notices(): { code: string; problem?: string; path: string; message: string }[];
    isOn(now: number): boolean;
    unfold(limit: number): void;
    // Of the second half.
    follow(hash: string): void;
    tick(now: number): void;
    act(action: string): void;
    selectCountry(code: string): void;
    structuredData(): string | undefined;
  }
  export function drawFailure(
    place: Node,
    document: Document,
    code: string,
    settings: string,
    words: Uint8Array,
  ): string;
  export function initSync(module: { module: WebAssembly.Module }): unknown;
  export function initLater(module: WebAssembly.Module): void;
}

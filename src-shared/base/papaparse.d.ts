// The part of the library that is used. Its published types bring Node's and the DOM's with them, which `src-shared` has none of.
declare module 'papaparse' {
  interface ParsedRow {
    readonly data: string[];
    readonly errors: readonly { readonly code: string; readonly index?: number }[];
    /** `cursor`: where the next row begins. */
    readonly meta: { readonly cursor: number };
  }

  interface ParseOptions {
    readonly delimiter: string;
    readonly newline: '\n';
    readonly step: (row: ParsedRow) => void;
  }

  const papaparse: { parse(text: string, options: ParseOptions): void };
  export default papaparse;
}

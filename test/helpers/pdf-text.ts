// The text of a PDF that Chromium wrote: inflates its streams and reads each font's own map from glyphs to letters. No more than that.
import { inflateSync } from 'node:zlib';

/** All text in the order of drawing, a line end after each piece. Throws when it is no PDF. */
export function pdfText(bytes: Buffer): string {
  if (bytes.subarray(0, 5).toString('latin1') !== '%PDF-') throw new Error('This is no PDF.');
  const objects = objectsOf(bytes);
  const fonts = new Map<string, Font>();
  for (const { head } of objects.values())
    for (const [, name, font] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(Number(font))?.head ?? '');
      const map = unicode && objects.get(Number(unicode[1]))?.stream;
      if (map)
        fonts.set(name!, {
          letters: lettersOf(map),
          digits: /begincodespacerange\s*<([0-9A-Fa-f]+)>/.exec(map)![1]!.length,
        });
    }
  let text = '';
  for (const { stream } of objects.values()) {
    let current: Font | undefined;
    for (const [, font, shown] of (stream ?? '').matchAll(
      /\/(F\d+) [\d.]+ Tf|((?:<[0-9A-Fa-f]+>|\[[^\]]*\])\s*TJ?)/g,
    )) {
      if (font) current = fonts.get(font);
      else if (shown) text += `${decoded(shown, current)}\n`;
    }
  }
  return text;
}

interface Font {
  readonly letters: ReadonlyMap<number, string>;
  /** Hex digits of a glyph. */
  readonly digits: number;
}

interface PdfObject {
  readonly head: string;
  readonly stream: string | null;
}

function objectsOf(bytes: Buffer): Map<number, PdfObject> {
  const source = bytes.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const found of source.matchAll(/(?:^|\n)(\d+) 0 obj\s/g)) {
    const from = found.index + found[0].length;
    const streamAt = source.indexOf('stream\n', from);
    const endAt = source.indexOf('endobj', from);
    const hasStream = streamAt >= 0 && streamAt < endAt;
    const head = source.slice(from, hasStream ? streamAt : endAt);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const start = streamAt + 'stream\n'.length;
    const body = hasStream ? bytes.subarray(start, start + length) : null;
    const stream = body && (head.includes('/FlateDecode') ? inflateSync(body) : body).toString('latin1');
    objects.set(Number(found[1]), { head, stream });
  }
  return objects;
}

/** Glyph -> letters, from the `bfchar` and `bfrange` lines of a ToUnicode map. */
function lettersOf(map: string): Map<number, string> {
  const letters = new Map<number, string>();
  for (const [, block] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, glyph, code] of block!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      letters.set(Number.parseInt(glyph!, 16), utf16(code!));
  for (const [, block] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, first, last, code] of block!.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g))
      for (let glyph = Number.parseInt(first!, 16); glyph <= Number.parseInt(last!, 16); glyph += 1)
        letters.set(glyph, String.fromCharCode(Number.parseInt(code!, 16) + glyph - Number.parseInt(first!, 16)));
  return letters;
}

function utf16(hex: string): string {
  return hex.replaceAll(/[0-9A-Fa-f]{4}/g, (code) => String.fromCharCode(Number.parseInt(code, 16)));
}

function decoded(shown: string, font: Font | undefined): string {
  if (!font) return '';
  let text = '';
  for (const [, hex] of shown.matchAll(/<([0-9A-Fa-f]+)>/g))
    for (let at = 0; at < hex!.length; at += font.digits)
      text += font.letters.get(Number.parseInt(hex!.slice(at, at + font.digits), 16)) ?? '';
  return text;
}

// Content lines as RFC 5545 3.1 wants them: text escaped, folded at 75 octets without splitting a character, CRLF.

const MOST_OCTETS = 75;

/** TEXT value: backslash, comma, semicolon and line breaks escaped; control characters dropped. */
export function escapeText(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(/[\\,;]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');
}

// Everything below a blank but tab and line feed, and DEL.
const CONTROLS = new RegExp(`[${String.fromCharCode(0)}-${String.fromCharCode(8)}\\u000b-\\u001f\\u007f]`, 'g');

/** One logical line with its CRLF, folded where it is longer than 75 octets. */
export function foldLine(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = octetsOf(character.codePointAt(0)!);
    if (octets + size > MOST_OCTETS) {
      folded += '\r\n ';
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return `${folded}\r\n`;
}

/** Length of a code point in UTF-8. */
function octetsOf(codePoint: number): number {
  if (codePoint < 0x80) return 1;
  if (codePoint < 0x800) return 2;
  return codePoint < 0x1_0000 ? 3 : 4;
}

import { failed, ok, type Result } from '../../base/result';
import { textOfBytes } from '../../base/text-of-bytes';

/** Looked at for what no text holds. */
const PROBED_BYTES = 8192;
const FIRST_BYTES: readonly (readonly [signature: string, kind: string])[] = [
  ['PK\u0003\u0004', 'a workbook or an archive'],
  ['\u00D0\u00CF\u0011\u00E0', 'an old workbook'],
  ['%PDF', 'a PDF'],
  ['\u001F\u008B', 'a compressed file'],
];

/** The text of an exported table. Fails with a sentence where the bytes are no text, or nothing stands in it; their content is never repeated. */
export function tableText(bytes: Uint8Array): Result<string, string> {
  if (bytes.length === 0) return failed('The file is empty: expected a header and rows');
  const found = FIRST_BYTES.find(([signature]) => [...signature].every((one, at) => bytes[at] === one.charCodeAt(0)));
  if (found) return failed(`The file is ${found[1]}: expected a table as text. Save or export it as CSV first.`);
  const text = textOfBytes(bytes);
  const control = [...text.slice(0, PROBED_BYTES)].findIndex(isControl);
  if (control >= 0) {
    return failed(
      `The file is no text (see its character ${control + 1}): expected a table as CSV, with a header and rows.`,
    );
  }
  if (text.replace('\uFEFF', '').trim() === '') return failed('The file is empty: expected a header and rows');
  return ok(text);
}

function isControl(character: string): boolean {
  return character < ' ' && !'\t\n\r\f\v'.includes(character);
}

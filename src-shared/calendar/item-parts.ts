// Items on their way to the page in many small messages: a calendar of ten thousand events in one would hold the page for a third of a
// second. They cross as text, because the threads in between then move bytes instead of copying objects.
import { failed, ok, type Result } from '../base/result';
import { describeProblem, parseWith, s } from '../base/schema';
import { decodeUtf8Strictly, encodeUtf8 } from '../base/utf8';
import { type ImportedItem, importedItemSchema } from './imported';

/** Characters of a part, reached by whole items. A page parses and checks this much well within a frame. */
const PART_LENGTH = 24 * 1024;

export interface ItemParts {
  add(item: ImportedItem): void;
  /** Gives away what is left. */
  end(): void;
}

/** Gathers items and gives them away in parts. */
export function itemParts(give: (part: Uint8Array<ArrayBuffer>) => void): ItemParts {
  let texts: string[] = [];
  let length = 0;
  const end = (): void => {
    if (texts.length > 0) give(encodeUtf8(`[${texts.join(',')}]`));
    texts = [];
    length = 0;
  };
  return {
    add(item) {
      const text = JSON.stringify(item);
      texts.push(text);
      length += text.length;
      if (length >= PART_LENGTH) end();
    },
    end,
  };
}

const itemsSchema = s.array(importedItemSchema);

/** The items of a part; a text on failure, which is a fault of the host. */
export function itemsOfPart(part: Uint8Array): Result<ImportedItem[], string> {
  const text = decodeUtf8Strictly(part);
  if (text === null) return failed('A part of the calendar is not UTF-8');
  try {
    const parsed = parseWith(itemsSchema, JSON.parse(text));
    return parsed.ok ? ok(parsed.value) : failed(parsed.error.map(describeProblem).join('; '));
  } catch (error) {
    return failed(`A part of the calendar cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
}

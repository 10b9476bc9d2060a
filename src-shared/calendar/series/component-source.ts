// Components of an outlined file, one at a time: unfolded, hashed and decoded into the same buffer, so that memory stays flat.

import type { Notes } from '../notes';
import { addLine, emptyHash, type HashSum } from '../text/content-hash';
import { decodeBytes } from '../text/encoding';
import type { Block } from '../text/outline';
import { LONGEST_LINE, newUnfoldedLines, type UnfoldedLines, unfold } from '../text/unfold';
import type { SourceComponent } from './event-component';

export interface ComponentReader {
  read(block: Block): SourceComponent;
}

// One buffer for all: a component is decoded before the next one is unfolded.
const lines = newUnfoldedLines();

export function componentReader(bytes: Uint8Array, notes: Notes): ComponentReader {
  return {
    read(block) {
      unfold(bytes, block.from, block.to, lines);
      const hash = hashOfLines(lines);
      const decoded = decodeBytes(lines.bytes.subarray(0, lines.length));
      if (decoded.damage !== 'none') notes.add({ ...DAMAGES[decoded.damage], severity: 'repaired', line: block.line });
      if (lines.dropped > 0) {
        notes.add({
          severity: 'leftOut',
          code: 'limit.lineLength',
          message: `A property longer than ${LONGEST_LINE / 1_048_576} MB`,
          repair: 'The event is read without it',
          line: block.line,
        });
      }
      if (lines.stray > 0) {
        notes.add({
          severity: 'repaired',
          code: 'text.strayLine',
          message: 'A line that is no property',
          repair: 'Passed over',
          line: block.line,
        });
      }
      if (!block.closed) {
        notes.add({
          severity: 'repaired',
          code: 'component.unclosed',
          message: 'A component without its END',
          repair: 'Ended where the next one begins',
          line: block.line,
        });
      }
      return {
        text: decoded.text,
        hash,
        line: block.line,
        lineOf: (index) => {
          const physical: number[] = [];
          unfold(bytes, block.from, block.to, newUnfoldedLines(), physical);
          return block.line + (physical[index] ?? 0);
        },
      };
    },
  };
}

const DAMAGES = {
  cut: { code: 'text.cutCharacter', message: 'A character that lost a part', repair: 'Shown as \ufffd' },
  latin1: { code: 'text.latin1', message: 'Text that is not UTF-8', repair: 'Read as Windows-1252 (Latin-1)' },
} as const;

function hashOfLines(lines: UnfoldedLines): HashSum {
  const sum = emptyHash();
  const { bytes, starts, count, length } = lines;
  for (let i = 0; i < count; i += 1) {
    const from = starts[i]!;
    const to = i + 1 < count ? starts[i + 1]! - 1 : length;
    if (!isStamp(bytes, from, to)) addLine(sum, bytes, from, to);
  }
  return sum;
}

/** Properties that say when something was written, not what: they change with every export. */
const STAMPS = ['DTSTAMP', 'LAST-MODIFIED', 'SEQUENCE', 'CREATED'].map((name) =>
  [...name].map((character) => character.charCodeAt(0)),
);

function isStamp(bytes: Uint8Array, from: number, to: number): boolean {
  const first = bytes[from]!;
  for (const name of STAMPS) {
    if (first !== name[0] || from + name.length >= to) continue;
    const after = bytes[from + name.length];
    if ((after === 58 || after === 59) && name.every((code, index) => bytes[from + index] === code)) return true;
  }
  return false;
}

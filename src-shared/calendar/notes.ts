// Collects what is noticed while reading. Equal notes are one line with a count: a zone used by 400 events is said once.
import type { ReportLine } from './imported';

export interface Note {
  readonly severity: ReportLine['severity'];
  readonly code: string;
  readonly message: string;
  readonly repair?: string;
  /** 1-based; the first one stays when notes are joined. */
  readonly line: number | null;
  readonly uid?: string;
  readonly zoneName?: string;
}

export interface Notes {
  add(note: Note): void;
  /** In the order of the file; notes on the whole file first. */
  lines(): ReportLine[];
}

/** Notes kept apart; beyond that they are only counted. A file of a hundred thousand bad events must not make a report of 50 MB. */
const MOST_LINES = 1_000;

export function newNotes(): Notes {
  const byText = new Map<string, ReportLine>();
  const beyond = new Map<string, ReportLine>();
  return {
    add({ severity, code, message, repair = '', line, uid, zoneName }) {
      const key = `${code}\n${message}\n${repair}`;
      const known = byText.get(key);
      if (known) {
        known.events += 1;
        delete known.uid;
        return;
      }
      if (byText.size < MOST_LINES) {
        byText.set(key, {
          ...{ severity, line, code, message, repair, events: 1 },
          ...(uid === undefined ? {} : { uid }),
          ...(zoneName === undefined ? {} : { zoneName }),
        });
        return;
      }
      const more = beyond.get(code);
      if (more) more.events += 1;
      else
        beyond.set(code, { severity, line: null, code, message: `More of the kind “${code}”`, repair: '', events: 1 });
    },
    lines: () => [...byText.values(), ...beyond.values()].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
  };
}

/** Where nobody reads the report (expanding stored items again). */
export const SILENT_NOTES: Notes = { add: () => undefined, lines: () => [] };

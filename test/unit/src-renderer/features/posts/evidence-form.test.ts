import { describe, expect, it } from 'vitest';
import { type EvidenceForm, evidenceFormOf, readEvidenceForm } from '#renderer/features/posts/evidence-form';
import { EVIDENCE_2025 } from '#shared/posts/evidence/evidence-2025';

const FORM: EvidenceForm = { ...evidenceFormOf(null), window: 'tue-thu 8-11', source: 'A study', year: '2026' };
const problemsOf = (patch: Partial<EvidenceForm>) => {
  const read = readEvidenceForm({ ...FORM, ...patch }, 'x', null);
  return read.ok ? [] : Object.keys(read.error);
};

describe('a window of a study', () => {
  it('comes back as it was, every built-in one', () => {
    for (const window of EVIDENCE_2025) {
      expect(readEvidenceForm(evidenceFormOf(window), window.platform, window)).toEqual({ ok: true, value: window });
    }
  });

  it('is read from what was typed', () => {
    expect(readEvidenceForm(FORM, 'x', null)).toEqual({
      ok: true,
      value: {
        platform: 'x',
        contentTypes: [],
        kind: 'peak',
        days: [2, 3, 4],
        fromHour: 8,
        toHour: 11,
        strength: 0.8,
        source: 'A study',
        year: 2026,
        note: '',
      },
    });
  });

  it('says what is wrong at the field', () => {
    expect(problemsOf({ window: 'tue 8:30-11' })).toEqual(['window']);
    expect(problemsOf({ window: '22-6' })).toEqual(['window']);
    expect(problemsOf({ strength: '120' })).toEqual(['strength']);
    expect(problemsOf({ year: '' })).toEqual(['year']);
    expect(problemsOf({ source: ' ' })).toEqual(['source']);
  });
});

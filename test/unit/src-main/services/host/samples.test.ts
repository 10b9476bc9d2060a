import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { moveIcsDates, moveIsoDates, readSamples, weeksToMove } from '#main/services/host/samples';
import { type Instant, parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import { parseWorkspace } from '#shared/workspace/document';

const BERLIN = parseZone('Europe/Berlin')!;
const at = (iso: string): Instant => parseInstant(iso) as Instant;

describe('sample dates', () => {
  it.each([
    ['2026-11-23T12:00:00Z', 0],
    ['2026-11-24T22:59:00Z', 0],
    ['2026-11-24T23:00:00Z', 1],
    ['2026-11-29T22:59:00Z', 1],
    ['2026-11-22T22:59:00Z', 0],
    ['2026-11-17T22:59:00Z', -1],
    ['2027-11-22T12:00:00Z', 52],
  ])('at %s move by %i weeks: this week, or the next from Wednesday on in Berlin', (now, weeks) => {
    expect(weeksToMove(BERLIN, at(now))).toBe(weeks);
  });

  it('move in JSON, whole dates only', () => {
    const text = '{"a":"2026-11-23","b":"2026-12-31T09:00:00Z","c":"h1@2026-11-24","d":"v2026-11-234"}';
    expect(moveIsoDates(text, 1, BERLIN)).toBe(
      '{"a":"2026-11-30","b":"2027-01-07T09:00:00Z","c":"h1@2026-12-01","d":"v2026-11-234"}',
    );
  });

  it('keep the local time of day when summer time lies between', () => {
    // 09:00 in Berlin is 08:00Z in winter and 07:00Z in summer.
    expect(moveIsoDates('"2026-11-23T08:00:00Z"', 30, BERLIN)).toBe('"2027-06-21T07:00:00Z"');
  });

  it('move in ICS, but not in the history of a zone or in words', () => {
    const ics = [
      'BEGIN:VTIMEZONE',
      'DTSTART:19701025T030000',
      'END:VTIMEZONE',
      'DTSTART;TZID=Europe/Berlin:20261123T090000',
      'DTEND;VALUE=DATE:20261124',
      'RRULE:FREQ=WEEKLY;UNTIL=20261231T000000Z;BYDAY=MO',
      'EXDATE:20261130T080000Z,20261207T080000Z',
      'SUMMARY:Invoice 20261123',
      '',
    ].join('\r\n');
    expect(moveIcsDates(ics, -1)).toBe(
      [
        'BEGIN:VTIMEZONE',
        'DTSTART:19701025T030000',
        'END:VTIMEZONE',
        'DTSTART;TZID=Europe/Berlin:20261116T090000',
        'DTEND;VALUE=DATE:20261117',
        'RRULE:FREQ=WEEKLY;UNTIL=20261224T000000Z;BYDAY=MO',
        'EXDATE:20261123T080000Z,20261130T080000Z',
        'SUMMARY:Invoice 20261123',
        '',
      ].join('\r\n'),
    );
  });
});

describe('samples', () => {
  it('are a valid workspace and two calendars in the week after a Wednesday', async () => {
    const resources = resolve(import.meta.dirname, '../../../../../resources');
    const samples = await readSamples(resources, at('2027-03-10T12:00:00Z'));
    expect(samples.monday).toBe('2027-03-15');
    const workspace = parseWorkspace(samples.workspace);
    expect(workspace.ok).toBe(true);
    expect(samples.calendars.map(({ name }) => name)).toEqual(['sample-work.ics', 'sample-family.ics']);
    const text = new TextDecoder().decode(samples.calendars[0]!.bytes);
    expect(text).toContain('BEGIN:VCALENDAR');
    expect(text).toMatch(/DTSTART[^\n]*:202703/);
    expect(text).not.toMatch(/DTSTART[^\n]*:202611/);
  });
});

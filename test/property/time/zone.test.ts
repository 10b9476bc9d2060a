import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { instant } from '#shared/time/instant';
import { instantOfLocal, localMilliseconds, offsetAt, parseZone } from '#shared/time/zone';

const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'America/Sao_Paulo',
  'America/St_Johns',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Asia/Tehran',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Africa/Cairo',
  'Antarctica/Troll',
].map((name) => parseZone(name)!);
const zone = fc.constantFrom(...ZONES);
/** Whole minutes from 1970 to 2040. */
const moment = fc.integer({ min: 0, max: 36_816_480 }).map((minutes) => instant(minutes * 60_000));

test('offsets equal those of an independent implementation', () => {
  fc.assert(
    fc.property(zone, moment, (name, at) => {
      const expected = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(name).offsetNanoseconds / 1e6;
      expect(offsetAt(name, at)).toBe(expected);
    }),
    { numRuns: 400 },
  );
});

test('wall times become the same instants as in an independent implementation', () => {
  fc.assert(
    fc.property(zone, moment, (name, local) => {
      // "compatible" is the reading of RFC 5545: before a gap's offset, first of an overlap.
      const wall = Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC').toPlainDateTime();
      const expected = wall.toZonedDateTime(name, { disambiguation: 'compatible' }).epochMilliseconds;
      expect(instantOfLocal(name, local)).toBe(expected);
    }),
    { numRuns: 400 },
  );
});

test('an instant survives the way to the wall clock and back, or is the second reading of an overlap', () => {
  fc.assert(
    fc.property(zone, moment, (name, at) => {
      const back = instantOfLocal(name, localMilliseconds(name, at));
      expect(back === at || (back < at && offsetAt(name, back) > offsetAt(name, at))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

// Calendars in the shape of Google's and Outlook's exports, of any size, the same for the same seed. Proportions are those of the
// sample exports: a quarter of the events repeat, one in six replaces an occurrence, most carry a description and people.
import { seededRandom } from '#shared/base/seeded-random';
import { dayFromNumber, dayNumber, parseDay } from '#shared/time/day';

export interface CalendarShape {
  readonly events: number;
  readonly seed: number;
  readonly style: 'google' | 'outlook';
}

const FIRST_DAY = dayNumber(parseDay('2025-09-01')!);
const ZONES = {
  google: ['Europe/Berlin', 'Europe/Berlin', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu', 'Australia/Sydney'],
  outlook: [
    'W. Europe Standard Time',
    'W. Europe Standard Time',
    'W. Europe Standard Time',
    'Eastern Standard Time',
    'Nepal Standard Time',
    'AUS Eastern Standard Time',
  ],
} as const;
const TITLES = [
  'Stand-up',
  'Sprint review',
  '1:1 Müller',
  'Budget\\, Q3\\; draft',
  '会議',
  'Physio',
  'Team lunch',
  'Deep work',
];
const WORDS =
  'before the call please bring notes and an hour of good remote agenda only we link team plan décisions müssen'.split(
    ' ',
  );
const RULES = [
  'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
  'FREQ=WEEKLY;WKST=SU;BYDAY=WE;COUNT=40',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR',
  'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270330T110000Z',
  'FREQ=DAILY;INTERVAL=2',
  'FREQ=DAILY;INTERVAL=3;COUNT=60',
  'FREQ=MONTHLY;BYMONTHDAY=28',
  'FREQ=MONTHLY;BYDAY=2TU',
  'FREQ=MONTHLY;BYDAY=-1TH;UNTIL=20280831T121500Z',
  'FREQ=YEARLY;BYMONTHDAY=20;BYMONTH=7',
];

/** The text of a calendar with exactly `events` VEVENTs. */
export function generateCalendar({ events, seed, style }: CalendarShape): string {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T => list[random.below(list.length)]!;
  const lines: string[] = style === 'google' ? [...GOOGLE_HEAD] : [...OUTLOOK_HEAD];
  let written = 0;
  while (written < events) {
    const zone = pick(ZONES[style]);
    const start = FIRST_DAY + random.below(600);
    const minute = (7 + random.below(12)) * 60 + pick([0, 15, 30, 45]);
    const length = pick([15, 30, 30, 45, 60, 60, 90, 120]);
    const allDay = random.below(10) === 0;
    const rule = random.below(4) === 0 ? pick(RULES) : null;
    const uid =
      style === 'google'
        ? `${token(random, 26)}@google.com`
        : `040000008200E00074C5B7101A82E008${token(random, 48).toUpperCase()}`;
    const title = pick(TITLES);
    const description = Array.from({ length: 8 + random.below(40) }, () => pick(WORDS)).join(' ');
    const people = style === 'google' ? random.below(5) : 0;
    const write = (day: number, at: number, more: readonly string[]): void => {
      lines.push('BEGIN:VEVENT');
      const tzid = style === 'google' ? zone : `"${zone}"`;
      // Google writes single events in UTC and series in their zone.
      const isUtc = style === 'google' && rule === null;
      if (allDay) lines.push(`DTSTART;VALUE=DATE:${date(day)}`, `DTEND;VALUE=DATE:${date(day + 1)}`);
      else if (isUtc) lines.push(`DTSTART:${date(day)}T${clock(at)}Z`, `DTEND:${date(day)}T${clock(at + length)}Z`);
      else
        lines.push(
          `DTSTART;TZID=${tzid}:${date(day)}T${clock(at)}`,
          `DTEND;TZID=${tzid}:${date(day)}T${clock(at + length)}`,
        );
      lines.push(...more, 'DTSTAMP:20261121T060000Z', `UID:${uid}`);
      for (let i = 0; i < people; i += 1) {
        lines.push(
          ...folded(
            `ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;CN=person${i}@example.com;X-NUM-GUESTS=0:mailto:person${i}@example.com`,
          ),
        );
      }
      lines.push(
        `CREATED:20250801T${clock(minute)}Z`,
        ...folded(`DESCRIPTION:${description}`),
        `LAST-MODIFIED:20260901T${clock(minute)}Z`,
        'LOCATION:HQ\\; Room 3.14',
        `SEQUENCE:${random.below(4)}`,
        'STATUS:CONFIRMED',
        `SUMMARY:${title}`,
        'TRANSP:OPAQUE',
      );
      if (style === 'outlook')
        lines.push('X-MICROSOFT-CDO-BUSYSTATUS:BUSY', 'X-MICROSOFT-CDO-IMPORTANCE:1', 'X-MS-OLK-CONFTYPE:0');
      if (random.below(2) === 0)
        lines.push('BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-P0DT0H10M0S', 'DESCRIPTION:Reminder', 'END:VALARM');
      lines.push('END:VEVENT');
      written += 1;
    };
    write(start, minute, rule ? [`RRULE:${allDay ? rule.replace(/T\d{6}Z/, '') : rule}`] : []);
    if (rule && written < events && random.below(3) < 2) {
      const id = allDay
        ? `;VALUE=DATE:${date(start)}`
        : `;TZID=${style === 'google' ? zone : `"${zone}"`}:${date(start)}T${clock(minute)}`;
      write(start, Math.min(minute + 60, 1200), [`RECURRENCE-ID${id}`]);
    }
  }
  lines.push('END:VCALENDAR', '');
  return lines.join('\r\n');
}

function token(random: { below(limit: number): number }, length: number): string {
  let text = '';
  for (let i = 0; i < length; i += 1) text += '0123456789abcdefghijklmnopqrstuv'[random.below(32)];
  return text;
}

function date(day: number): string {
  return dayFromNumber(day).replaceAll('-', '');
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}${String(minutes % 60).padStart(2, '0')}00`;
}

/** Folded at 75 characters, the way both programs do. */
function folded(line: string): string[] {
  const pieces = [line.slice(0, 75)];
  for (let at = 75; at < line.length; at += 74) pieces.push(` ${line.slice(at, at + 74)}`);
  return pieces;
}

function zoneOf(
  id: string,
  winter: string,
  summer: string,
  toSummer: string,
  toWinter: string,
  since: number,
): string[] {
  if (winter === summer) {
    return [
      'BEGIN:VTIMEZONE',
      `TZID:${id}`,
      'BEGIN:STANDARD',
      `DTSTART:${since}0101T000000`,
      `TZOFFSETFROM:${winter}`,
      `TZOFFSETTO:${winter}`,
      'END:STANDARD',
      'END:VTIMEZONE',
    ];
  }
  const [summerStart, summerRule] = toSummer.split(' ') as [string, string];
  const [winterStart, winterRule] = toWinter.split(' ') as [string, string];
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${id}`,
    'BEGIN:DAYLIGHT',
    `TZOFFSETFROM:${winter}`,
    `TZOFFSETTO:${summer}`,
    `DTSTART:${since}${summerStart}`,
    `RRULE:FREQ=YEARLY;${summerRule}`,
    'END:DAYLIGHT',
    'BEGIN:STANDARD',
    `TZOFFSETFROM:${summer}`,
    `TZOFFSETTO:${winter}`,
    `DTSTART:${since}${winterStart}`,
    `RRULE:FREQ=YEARLY;${winterRule}`,
    'END:STANDARD',
    'END:VTIMEZONE',
  ];
}

const EUROPE = ['0329T020000 BYDAY=-1SU;BYMONTH=3', '1025T030000 BYDAY=-1SU;BYMONTH=10'] as const;
const AMERICA = ['0308T020000 BYDAY=2SU;BYMONTH=3', '1101T020000 BYDAY=1SU;BYMONTH=11'] as const;
const AUSTRALIA = ['1004T020000 BYDAY=1SU;BYMONTH=10', '0405T030000 BYDAY=1SU;BYMONTH=4'] as const;

const GOOGLE_HEAD: readonly string[] = [
  'BEGIN:VCALENDAR',
  'PRODID:-//Google Inc//Google Calendar 70.9054//EN',
  'VERSION:2.0',
  'CALSCALE:GREGORIAN',
  'METHOD:PUBLISH',
  'X-WR-CALNAME:Generated',
  'X-WR-TIMEZONE:Europe/Berlin',
  ...zoneOf('Europe/Berlin', '+0100', '+0200', ...EUROPE, 1970),
  ...zoneOf('America/New_York', '-0500', '-0400', ...AMERICA, 1970),
  ...zoneOf('Asia/Kathmandu', '+0545', '+0545', '', '', 1986),
  ...zoneOf('Australia/Sydney', '+1000', '+1100', ...AUSTRALIA, 1970),
];

const OUTLOOK_HEAD: readonly string[] = [
  'BEGIN:VCALENDAR',
  'PRODID:-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN',
  'VERSION:2.0',
  'METHOD:PUBLISH',
  'X-WR-CALNAME:Generated',
  ...zoneOf('W. Europe Standard Time', '+0100', '+0200', ...EUROPE, 1601),
  ...zoneOf('Eastern Standard Time', '-0500', '-0400', ...AMERICA, 1601),
  ...zoneOf('Nepal Standard Time', '+0545', '+0545', '', '', 1601),
  ...zoneOf('AUS Eastern Standard Time', '+1000', '+1100', ...AUSTRALIA, 1601),
];

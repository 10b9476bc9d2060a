import { formatTimeOfDay } from '../time/wall-time';
import { minuteOfDayAt } from '../time/zone';
import type { OrderOfPlay, OrderOfPlayLine } from './order-of-play';
import type { TournamentProblem } from './problem';

/** The order of play as plain text: a line a match, columns under one another. Ends with a line end. */
export function orderOfPlayText(problem: TournamentProblem, { days, withoutTime }: OrderOfPlay): string {
  const time = ({ start }: OrderOfPlayLine): string =>
    start === null ? '' : formatTimeOfDay(minuteOfDayAt(problem.zone, start));
  const cells = (line: OrderOfPlayLine): string[] => [
    time(line),
    line.court ?? '-',
    line.words.title,
    line.words.sides.map(({ text }, side) => (line.clubs[side] ? `${text} (${line.clubs[side]})` : text)).join(' v '),
    line.umpire ?? '-',
    line.result ?? '',
  ];
  const all = [...days.flatMap(({ groups }) => groups.flatMap(({ lines }) => lines)), ...withoutTime];
  const widths = all
    .map(cells)
    .reduce((widest, row) => row.map((cell, column) => Math.max(cell.length, widest[column] ?? 0)), [] as number[]);
  const written = (line: OrderOfPlayLine): string =>
    cells(line)
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd();
  const { name, place } = problem.document;
  const title = [name ?? 'Order of play', place].filter((part) => part).join(', ');
  const parts = [
    title,
    ...days.map(({ day, groups }) =>
      [
        day,
        ...groups.flatMap(({ court, lines }) => [...(court === null ? [] : ['', court]), ...lines.map(written)]),
      ].join('\n'),
    ),
    ...(withoutTime.length === 0 ? [] : [['Without a time', ...withoutTime.map(written)].join('\n')]),
  ];
  return `${parts.join('\n\n')}\n`;
}

import { classicTimetable } from '#shared/tournaments/classic/classic-timetable';
import { readTournament } from '#shared/tournaments/read-tournament';
import { timetableOutput } from '#shared/tournaments/timetable-output';
import { BadInput } from './bad-input';
import { readJson } from './input-files';
import { oneOf, readOptions } from './options';
import { EXIT, type Terminal, type Verb } from './terminal';

export const tournamentVerb: Verb = {
  summary: 'draw and schedule a tournament',
  usage: `Usage: daywright tournament FILE.json [--mode classic|best]
  FILE.json  a daywright.tournament document; categories without matches are drawn
  --mode     classic: waves, courts in turn, the least used neutral umpire
Prints {"matches","warnings","quality"}.
`,
  run: runTournament,
};

async function runTournament(args: readonly string[], terminal: Terminal): Promise<number> {
  const given = readOptions(args, { mode: 'text' });
  oneOf('--mode', given.text('mode') ?? 'classic', ['classic', 'best']);
  const [path, ...more] = given.files;
  if (path === undefined) throw new BadInput('tournament needs a file: expected a daywright.tournament document');
  if (more.length > 0) throw new BadInput(`${JSON.stringify(more[0])} is one file too many: expected one document`);
  const read = readTournament(await readJson(path));
  if (!read.ok) {
    const others = read.error.length > 1 ? ` (and ${read.error.length - 1} more)` : '';
    throw new BadInput(`${path}: ${read.error[0]}${others}`);
  }
  const timetable = classicTimetable(read.value);
  await terminal.print(`${JSON.stringify(timetableOutput(timetable), null, 2)}\n`);
  return EXIT.done;
}

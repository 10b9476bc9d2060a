import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Agenda } from '#main/ports/agenda-board';
import type { NoticeListeners } from '#main/ports/notifier';
import { NoticeKeeper } from '#main/services/agenda/notice-keeper';
import { minuteFloor } from '#shared/engine/epoch-minute';
import type { Notice } from '#shared/habits/notices';
import type { OpenHabit } from '#shared/habits/open-habit';
import type { Day } from '#shared/time/day';
import { parseInstant } from '#shared/time/instant';
import { parseZone } from '#shared/time/zone';
import { handClock } from '../../../../helpers/hand-clock';
import { temporaryFolder } from '../../../../helpers/temporary-folder';

const at = (time: string) => minuteFloor(parseInstant(`2026-11-23T${time}:00Z`)!);
const walk: OpenHabit = {
  habitId: 'walk',
  day: '2026-11-23' as Day,
  title: 'Walk',
  minutes: 30,
  minMinutes: null,
  notify: 'all',
  place: { start: at('12:15'), end: at('12:45') },
  free: [{ start: at('08:00'), end: at('20:00') }],
  windowEnd: at('20:00'),
};
const agenda = (open: OpenHabit[] = [walk]): Agenda => ({
  entries: [],
  state: 'calm',
  habits: { timeZone: parseZone('UTC')!, gridMinutes: 15, notices: true, open, meetings: [], slipping: [] },
});

describe('the keeper of notices', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });

  function keeper(iso: string, { ready = true, refuses = false } = {}) {
    const clock = handClock(iso);
    const shown: string[] = [];
    const states: string[] = [];
    const waiting: string[] = [];
    const answers: unknown[] = [];
    const warnings: string[] = [];
    const last: { notice: Notice; on: NoticeListeners }[] = [];
    const looks: (() => void)[] = [];
    const kept = new NoticeKeeper({
      dataFolder: folder,
      clock,
      log: { info() {}, warn: (text) => void warnings.push(text), error: (text) => void warnings.push(text) },
      notifier: {
        ready: () => ready,
        show(notice, on) {
          last.push({ notice, on });
          if (refuses) on.refused(notice);
          else shown.push(notice.title);
        },
      },
      agendaBoard: { show: ({ state }) => void states.push(state), wait: ({ title }) => void waiting.push(title) },
      wakeUps: { everyMinute: (look) => void looks.push(look), onResume: (look) => void looks.push(look) },
      answered: ({ about }, action) => void answers.push([about[0]?.habitId, action]),
    });
    const lookAt = async (time: string) => {
      clock.set(`2026-11-23T${time}:00Z`);
      await kept.look();
    };
    const answer = (action: 'done' | null) => last.at(-1)!.on.answered(last.at(-1)!.notice, action);
    return { kept, clock, shown, states, waiting, answers, warnings, looks, lookAt, answer };
  }

  it('speaks by itself, without another push, and never twice, also after a restart', async () => {
    const first = keeper('2026-11-23T12:00:00Z');
    await first.kept.push(agenda());
    await first.lookAt('12:09');
    expect(first.shown).toEqual([]);
    await first.lookAt('12:10');
    await first.lookAt('12:11');
    expect(first.shown).toEqual(['Walk at 12:15']);
    expect(JSON.parse(await readFile(join(folder, 'notices.json'), 'utf8'))).toMatchObject({
      fired: [{ habitId: 'walk', day: '2026-11-23', kind: 'starting', at: at('12:10') }],
    });
    const second = keeper('2026-11-23T12:12:00Z');
    await second.kept.push(agenda());
    expect(second.shown).toEqual([]);
  });

  it('looks each minute and at each resume; looks never run into each other', async () => {
    const { kept, clock, looks, shown } = keeper('2026-11-23T12:00:00Z');
    await kept.push(agenda());
    clock.set('2026-11-23T12:12:00Z');
    expect(looks).toHaveLength(2);
    for (const look of [...looks, ...looks]) look();
    await kept.look();
    expect(shown).toEqual(['Walk at 12:15']);
  });

  it('leaves a habit alone once it was answered, before the page agrees', async () => {
    const { kept, lookAt, answer, answers, shown, states } = keeper('2026-11-23T12:10:00Z');
    await kept.push(agenda());
    answer('done');
    expect(answers).toEqual([['walk', 'done']]);
    for (let minutes = at('12:30'); minutes <= at('19:50'); minutes += 15)
      await lookAt(new Date(minutes * 60_000).toISOString().slice(11, 16));
    expect(shown).toEqual(['Walk at 12:15']);
    expect(states.at(-1)).toBe('calm');
  });

  it('gives what the system refuses to the board', async () => {
    const { kept, waiting, shown } = keeper('2026-11-23T12:10:00Z', { refuses: true });
    await kept.push(agenda());
    expect([waiting, shown]).toEqual([['Walk at 12:15'], []]);
  });

  it('waits while nobody can see a notice, and says it as one digest afterwards', async () => {
    const closed = keeper('2026-11-23T12:00:00Z');
    await closed.kept.push(agenda());
    const nobody = keeper('2026-11-23T12:10:00Z', { ready: false });
    await nobody.kept.push(agenda());
    expect(nobody.shown).toEqual([]);
    const back = keeper('2026-11-23T13:00:00Z');
    await back.kept.push(agenda());
    expect(back.shown).toEqual(['A habit is open today']);
  });

  it('shows on the board the worse of the plan and the habits', async () => {
    const { kept, lookAt, states } = keeper('2026-11-23T12:00:00Z');
    await kept.push(agenda([{ ...walk, place: null }]));
    expect(states.at(-1)).toBe('calm');
    await lookAt('19:00');
    expect(states.at(-1)).toBe('tight');
    await lookAt('19:31');
    expect(states.at(-1)).toBe('slipping');
    await lookAt('20:00');
    expect(states.at(-1)).toBe('calm');
  });

  it('begins anew with a memory it cannot read, and says so', async () => {
    await writeFile(join(folder, 'notices.json'), '{"fired": 3');
    const { kept, shown, warnings } = keeper('2026-11-23T12:10:00Z');
    await kept.push(agenda());
    expect(shown).toEqual(['Walk at 12:15']);
    expect(warnings).toEqual([expect.stringContaining('notices.json cannot be read')]);
  });
});

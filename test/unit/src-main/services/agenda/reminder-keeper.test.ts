import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Notice, NoticeListeners } from '#main/ports/notifier';
import { ReminderKeeper } from '#main/services/agenda/reminder-keeper';
import { handClock } from '../../../../helpers/hand-clock';
import { temporaryFolder } from '../../../../helpers/temporary-folder';

const AGENDA = {
  notices: true,
  planned: [
    { id: 'tips', title: 'X: Tips', at: '2026-11-24T09:00:00Z', hasText: true },
    { id: 'hiring', title: 'LinkedIn: hiring', at: '2026-11-24T11:00:00Z', hasText: false },
  ],
};

describe('the keeper of reminders', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });

  function keeper(iso: string, ready = true) {
    const clock = handClock(iso);
    const shown: { notice: Notice; on: NoticeListeners }[] = [];
    const answers: unknown[] = [];
    const warnings: string[] = [];
    const looks: (() => void)[] = [];
    const kept = new ReminderKeeper({
      dataFolder: folder,
      clock,
      log: { info() {}, warn: (text) => void warnings.push(text), error: (text) => void warnings.push(text) },
      notifier: { ready: () => ready, show: (notice, on) => void shown.push({ notice, on }) },
      wakeUps: { everyMinute: (look) => void looks.push(look), onResume: (look) => void looks.push(look) },
      answered: ({ post }, action) => void answers.push([post?.id, action]),
    });
    const lookAt = async (time: string) => {
      clock.set(`2026-11-24T${time}:00Z`);
      await kept.look();
    };
    const titles = () => shown.map(({ notice }) => notice.title);
    return { kept, clock, shown, titles, answers, warnings, looks, lookAt };
  }

  it('[POST-49] calls by itself, without another push, and never twice, also after a restart', async () => {
    const first = keeper('2026-11-24T08:59:00Z');
    await first.kept.push(AGENDA);
    expect(first.titles()).toEqual([]);
    await first.lookAt('09:00');
    await first.lookAt('09:01');
    expect(first.titles()).toEqual(['Time to post']);
    expect(first.shown[0]!.notice).toMatchObject({ post: { id: 'tips' }, actions: ['copyText', 'done'] });
    first.shown[0]!.on.answered(first.shown[0]!.notice, 'done');
    expect(first.answers).toEqual([['tips', 'done']]);
    const second = keeper('2026-11-24T09:02:00Z');
    await second.kept.push(AGENDA);
    expect(second.titles()).toEqual([]);
    expect(second.looks).toHaveLength(2);
  });

  it('[POST-54] waits while nobody could see it, and says one digest then', async () => {
    const hidden = keeper('2026-11-24T08:59:00Z');
    await hidden.kept.push(AGENDA);
    const closed = keeper('2026-11-24T12:00:00Z', false);
    await closed.kept.push(AGENDA);
    expect(closed.titles()).toEqual([]);
    const open = keeper('2026-11-24T12:00:00Z');
    await open.kept.push(AGENDA);
    await open.lookAt('12:01');
    expect(open.titles()).toEqual(['2 posts are due']);
    expect(open.shown[0]!.notice.actions).toEqual([]);
  });

  it('begins anew where its memory cannot be read, and says so', async () => {
    const path = join(folder, 'post-reminders.json');
    await writeFile(path, '{"told": 5}');
    const kept = keeper('2026-11-24T09:00:00Z');
    await kept.kept.push(AGENDA);
    expect([kept.titles(), kept.warnings]).toEqual([['Time to post'], [`${path} cannot be read and is begun anew`]]);
    expect(JSON.parse(await readFile(path, 'utf8')).told).toEqual([{ id: 'tips', at: '2026-11-24T09:00:00Z' }]);
  });
});

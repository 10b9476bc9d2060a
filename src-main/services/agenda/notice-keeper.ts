// Keeps the time of the habits: decides each minute, after a resume and on each push which notices are due, also while the page is hidden or gone.
// 1. One look at a time: looks queue, so that two never decide from the same memory.
// 2. The memory is on disk before anything is shown: a crash in between loses a notice, it never says one twice.
// 3. What is settled from a notice or the tray leaves the agenda at once; the page's next push agrees.
import { join } from 'node:path';
import { parseWith } from '#shared/base/schema';
import { minuteFloor } from '#shared/engine/epoch-minute';
import { dayStateOf } from '#shared/habits/day-state';
import { NOTHING_SAID, type NoticeMemory, noticeMemorySchema } from '#shared/habits/notice-memory';
import { decideNotices } from '#shared/habits/notices';
import { isOnItsWay } from '#shared/habits/worth-telling';
import { dayAt } from '#shared/time/zone';
import { readIfThere } from '../../files/read-if-there';
import { writePrivately } from '../../files/write-atomically';
import type { Agenda, AgendaBoard } from '../../ports/agenda-board';
import type { Clock } from '../../ports/clock';
import type { Log } from '../../ports/log';
import type { NoticeAnswer, Notifier } from '../../ports/notifier';
import type { WakeUps } from '../../ports/wake-ups';

export interface NoticeKeeperPorts {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly notifier: Notifier;
  readonly agendaBoard: AgendaBoard;
  readonly wakeUps: WakeUps;
  /** What the user asked a notice for. */
  readonly answered: NoticeAnswer;
}

/** A look that said nothing is written down this often, so that an absence is measured also after a power cut. */
const WRITTEN_MINUTES = 5;

export class NoticeKeeper {
  readonly #ports: NoticeKeeperPorts;
  readonly #path: string;
  #agenda: Agenda | null = null;
  #memory: NoticeMemory | null = null;
  #writtenAt = Number.NEGATIVE_INFINITY;
  #looks: Promise<void> = Promise.resolve();

  constructor(ports: NoticeKeeperPorts) {
    this.#ports = ports;
    this.#path = join(ports.dataFolder, 'notices.json');
    const look = () => void this.look();
    ports.wakeUps.everyMinute(look);
    ports.wakeUps.onResume(look);
  }

  /** The page's newest agenda. */
  push(agenda: Agenda): Promise<void> {
    this.#agenda = agenda;
    return this.look();
  }

  /** An occurrence that was done, skipped or moved outside the page. */
  settle(habitId: string, day: string): void {
    if (!this.#agenda) return;
    const { habits } = this.#agenda;
    const open = habits.open.filter((one) => one.habitId !== habitId || one.day !== day);
    this.#agenda = { ...this.#agenda, habits: { ...habits, open } };
    this.#showBoard();
  }

  /** Looks at the time once all earlier looks are done. Never rejects. */
  look(): Promise<void> {
    this.#looks = this.#looks
      .then(() => this.#decide())
      .catch((error: unknown) => this.#ports.log.error('Notices could not be decided', error));
    return this.#looks;
  }

  async #decide(): Promise<void> {
    const { notifier, agendaBoard, clock } = this.#ports;
    this.#showBoard();
    if (!this.#agenda || !notifier.ready()) return;
    this.#memory ??= await this.#read();
    const now = minuteFloor(clock.now());
    const { notices, memory } = decideNotices(this.#agenda.habits, this.#memory, now);
    const isNews =
      notices.length > 0 ||
      JSON.stringify({ ...memory, lastCheck: 0 }) !== JSON.stringify({ ...this.#memory, lastCheck: 0 });
    this.#memory = memory;
    if (isNews || Math.abs(now - this.#writtenAt) >= WRITTEN_MINUTES) await this.#write(memory, now);
    for (const notice of notices) {
      notifier.show(notice, {
        answered: (answer, action) => {
          if (action !== null) for (const one of answer.about) this.settle(one.habitId, one.day);
          this.#ports.answered(answer, action);
        },
        refused: (refused) => agendaBoard.wait(refused),
      });
    }
  }

  /** The board shows the worse of what the plan and the open habits say; a habit on its way worries nobody. */
  #showBoard(): void {
    if (!this.#agenda) return;
    const { habits, state } = this.#agenda;
    const now = minuteFloor(this.#ports.clock.now());
    const today = dayAt(habits.timeZone, this.#ports.clock.now());
    const kinds = habits.open
      .filter((open) => open.day <= today && now < open.windowEnd && !isOnItsWay(open, now))
      .map((open) => dayStateOf(open, habits.gridMinutes, now).kind);
    const slips = state === 'slipping' || habits.slipping.length > 0 || kinds.includes('slipped');
    const isTight = kinds.includes('tight') || kinds.includes('lastCall');
    this.#ports.agendaBoard.show({ ...this.#agenda, state: slips ? 'slipping' : isTight ? 'tight' : state });
  }

  /** An unreadable memory says that nothing was said; the daily limits then start anew. */
  async #read(): Promise<NoticeMemory> {
    const text = await readIfThere(this.#path);
    if (text === null) return NOTHING_SAID;
    try {
      const parsed = parseWith(noticeMemorySchema, JSON.parse(text));
      if (parsed.ok) return parsed.value;
    } catch {
      // Said below.
    }
    this.#ports.log.warn(`${this.#path} cannot be read and is begun anew`);
    return NOTHING_SAID;
  }

  async #write(memory: NoticeMemory, now: number): Promise<void> {
    await writePrivately(this.#path, `${JSON.stringify(memory)}\n`);
    this.#writtenAt = now;
  }
}

// Keeps the time of posts: decides each minute, after a resume and on each push whether it is time to post, also while the page is hidden.
// 1. One look at a time. 2. The memory is on disk before anything is shown: a crash in between loses a reminder, it never says one twice.
import { join } from 'node:path';
import { parseWith } from '#shared/base/schema';
import {
  decideReminders,
  NOTHING_TOLD,
  type PostReminder,
  type ReminderAgenda,
  type ReminderMemory,
  reminderMemorySchema,
} from '#shared/posts/reminders';
import { readIfThere } from '../../files/read-if-there';
import { writePrivately } from '../../files/write-atomically';
import type { Clock } from '../../ports/clock';
import type { Log } from '../../ports/log';
import type { Notice, NoticeAction, NoticeAnswer, Notifier } from '../../ports/notifier';
import type { WakeUps } from '../../ports/wake-ups';

export interface ReminderKeeperPorts {
  readonly dataFolder: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly notifier: Notifier;
  readonly wakeUps: WakeUps;
  readonly answered: NoticeAnswer;
}

/** A look that said nothing is written down this often, so that an absence is measured also after a power cut. */
const WRITTEN_MINUTES = 5;

export class ReminderKeeper {
  readonly #ports: ReminderKeeperPorts;
  readonly #path: string;
  #agenda: ReminderAgenda | null = null;
  #memory: ReminderMemory | null = null;
  #writtenAt = Number.NEGATIVE_INFINITY;
  #looks: Promise<void> = Promise.resolve();

  constructor(ports: ReminderKeeperPorts) {
    this.#ports = ports;
    this.#path = join(ports.dataFolder, 'post-reminders.json');
    const look = () => void this.look();
    ports.wakeUps.everyMinute(look);
    ports.wakeUps.onResume(look);
  }

  /** The page's newest agenda. */
  push(agenda: ReminderAgenda): Promise<void> {
    this.#agenda = agenda;
    return this.look();
  }

  /** Looks at the time once all earlier looks are done. Never rejects. */
  look(): Promise<void> {
    this.#looks = this.#looks
      .then(() => this.#decide())
      .catch((error: unknown) => this.#ports.log.error('Reminders could not be decided', error));
    return this.#looks;
  }

  async #decide(): Promise<void> {
    const { notifier, clock, answered } = this.#ports;
    if (!this.#agenda || !notifier.ready()) return;
    this.#memory ??= await this.#read();
    const now = clock.now();
    const { reminders, memory } = decideReminders(this.#agenda, this.#memory, now);
    this.#memory = memory;
    if (reminders.length > 0 || Math.abs(now - this.#writtenAt) >= WRITTEN_MINUTES * 60_000) {
      await writePrivately(this.#path, `${JSON.stringify(memory)}\n`);
      this.#writtenAt = now;
    }
    // Where the system shows nothing, the week plan still says what is due.
    for (const reminder of reminders) notifier.show(noticeOf(reminder), { answered, refused: () => {} });
  }

  async #read(): Promise<ReminderMemory> {
    const text = await readIfThere(this.#path);
    if (text === null) return NOTHING_TOLD;
    try {
      const parsed = parseWith(reminderMemorySchema, JSON.parse(text));
      if (parsed.ok) return parsed.value;
    } catch {
      // Said below.
    }
    this.#ports.log.warn(`${this.#path} cannot be read and is begun anew`);
    return NOTHING_TOLD;
  }
}

function noticeOf({ tag, title, body, postId, hasText }: PostReminder): Notice {
  const actions: NoticeAction[] = postId === null ? [] : hasText ? ['copyText', 'done'] : ['done'];
  return { tag, title, body, about: [], post: { id: postId }, actions };
}

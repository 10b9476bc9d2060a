import type { MinuteSpan } from './epoch-minute';

/** Something that takes time and does not move for the planner at hand, with the name the user knows it by. */
export interface BusyItem extends MinuteSpan {
  readonly kind: 'event' | 'habit' | 'task';
  readonly id: string;
  readonly title: string;
  readonly allDay: boolean;
}

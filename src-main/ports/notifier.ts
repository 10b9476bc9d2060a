import type { Notice, NoticeAction } from '#shared/habits/notices';

export type { Notice, NoticeAction } from '#shared/habits/notices';

/** What the user did with a notice; `null` = opened it. */
export type NoticeAnswer = (notice: Notice, action: NoticeAction | null) => void;

export interface NoticeListeners {
  readonly answered: NoticeAnswer;
  /** The system will not show it. */
  readonly refused: (notice: Notice) => void;
}

/** Shows notices where the user sees them: the system on the desktop, the page in a browser. */
export interface Notifier {
  /** Whether somebody could see one now. While not, nothing is decided, and one digest follows. */
  ready(): boolean;
  show(notice: Notice, listeners: NoticeListeners): void;
}

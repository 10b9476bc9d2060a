export interface Notice {
  readonly title: string;
  readonly body: string;
  /** A newer notice of the same tag replaces the older one. */
  readonly tag: string;
}

/** Shows notices of the operating system. `false` where the door leaves it to the page. */
export interface Notifier {
  show(notice: Notice): boolean;
}

export const noNotifier: Notifier = { show: () => false };

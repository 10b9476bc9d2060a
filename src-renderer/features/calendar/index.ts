export function CalendarScreen(_props: Record<string, unknown>): null { return null; }
export function PreviewScreen(_props: Record<string, unknown>): null { return null; }

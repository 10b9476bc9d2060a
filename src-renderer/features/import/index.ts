export function ImportScreen(_props: Record<string, unknown>): null { return null; }

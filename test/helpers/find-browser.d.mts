export function findBrowser(): Promise<{ kind: 'found'; path: string } | { kind: 'none'; reason: string }>;

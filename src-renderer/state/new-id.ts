type IdSource = (prefix: string) => string;

const randomId: IdSource = (prefix) => `${prefix}-${crypto.randomUUID()}`;
let source: IdSource = randomId;

/** A new id that no other row has, such as `task-1b4e…`. */
export function newId(prefix: string): string {
  return source(prefix);
}

/** Tests name their ids; `null` returns to random ones. */
export function setIdSource(next: IdSource | null): void {
  source = next ?? randomId;
}

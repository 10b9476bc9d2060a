/** Ends a `switch` over a closed union: the compiler refuses a forgotten case, and an impossible value at run time names itself. */
export function assertNever(value: never, what = 'value'): never {
  throw new Error(`Unhandled ${what}: ${JSON.stringify(value)}`);
}

// The planners write plain ASCII sentences, which the command line prints as they are. On the screen they are set as type.

/** Straight double quotes as a pair of curly ones, in the order in which they open and close, and apostrophes inside words. */
export function typeset(text: string): string {
  let open = false;
  return text.replace(/(?<=\p{L})'(?=\p{L})/gu, '\u2019').replace(/"/g, () => {
    open = !open;
    return open ? '\u201c' : '\u201d';
  });
}

/** A sentence as a fragment among others: typeset, and without its full stop. */
export function asFragment(text: string): string {
  return typeset(text).replace(/\.$/, '');
}

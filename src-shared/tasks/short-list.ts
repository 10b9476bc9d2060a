// Changes of lists of a few entries, without the list of what was removed that `splice` makes at every call.

export function insertAt<T>(list: T[], position: number, entry: T): void {
  list.push(entry);
  for (let at = list.length - 1; at > position; at -= 1) list[at] = list[at - 1]!;
  list[position] = entry;
}

/** Takes out an entry that is in the list. */
export function remove<T>(list: T[], entry: T): void {
  for (let at = list.indexOf(entry) + 1; at < list.length; at += 1) list[at - 1] = list[at]!;
  list.pop();
}

// What the palette finds: every word of the query must begin a word of the text; the earlier, the better. Pure.
import { by, inOrder } from '#shared/base/ordering';

export interface Findable {
  readonly text: string;
  /** Words that find it without being shown. */
  readonly also?: string;
}

/** A stretch of text and whether the query hit it. */
export interface MarkedPart {
  readonly text: string;
  readonly hit: boolean;
}

interface Found<T> {
  readonly item: T;
  readonly rank: number;
  readonly order: number;
}

/** The best `limit` matches. With an empty query the first ones, in their own order. */
export function findIn<T extends Findable>(items: readonly T[], query: string, limit: number): T[] {
  const words = wordsOf(query);
  if (words.length === 0) return items.slice(0, limit);
  const found: Found<T>[] = [];
  for (const [order, item] of items.entries()) {
    const rank = rankOf(item, words);
    if (rank !== null) found.push({ item, rank, order });
  }
  return found
    .sort(
      inOrder(
        by((one) => one.rank),
        by((one) => one.order),
      ),
    )
    .slice(0, limit)
    .map((one) => one.item);
}

/** Lower is better; null = not found. A hit in the shown text counts before one in the hidden words, the start of the text before all. */
function rankOf(item: Findable, words: readonly string[]): number | null {
  const text = item.text.toLowerCase();
  const also = item.also?.toLowerCase() ?? '';
  let rank = text.startsWith(words[0]!) ? 0 : 1;
  for (const word of words) {
    if (wordStart(text, word) >= 0) continue;
    if (text.includes(word) && word.length >= 3) rank += 2;
    else if (wordStart(also, word) >= 0) rank += 3;
    else return null;
  }
  return rank;
}

/** Where a word of the text begins with `word`; -1 when none does. */
function wordStart(text: string, word: string): number {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || /[^\p{L}\p{N}]/u.test(text[at - 1]!)) return at;
  }
  return -1;
}

/** Cuts the text into what the query hit and what it did not. */
export function markHits(text: string, query: string): MarkedPart[] {
  const lower = text.toLowerCase();
  // Lower case may change the length of exotic letters; then nothing is marked rather than the wrong part.
  if (lower.length !== text.length) return [{ text, hit: false }];
  const hits = Array.from({ length: text.length }, () => false);
  for (const word of wordsOf(query)) {
    const start = wordStart(lower, word);
    const at = start >= 0 ? start : lower.indexOf(word);
    if (at >= 0) hits.fill(true, at, at + word.length);
  }
  const parts: { text: string; hit: boolean }[] = [];
  for (const [index, hit] of hits.entries()) {
    const last = parts.at(-1);
    if (last?.hit === hit) last.text += text[index];
    else parts.push({ text: text[index]!, hit });
  }
  return parts;
}

function wordsOf(query: string): string[] {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

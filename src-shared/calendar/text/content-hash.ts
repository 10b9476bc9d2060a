// A fingerprint of a component's content: two independent 32-bit lanes of FNV-1a (Fowler, Noll, Vo), finished by Murmur3's mixer.
// Lines are summed, so that their order does not matter: exports of the same calendar shuffle attendees and overrides.

export interface HashSum {
  low: number;
  high: number;
}

export function emptyHash(): HashSum {
  return { low: 0, high: 0 };
}

/** Adds the bytes [from, to) as one line. */
export function addLine(sum: HashSum, bytes: Uint8Array, from: number, to: number): void {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let i = from; i < to; i += 1) {
    const byte = bytes[i]!;
    low = Math.imul(low ^ byte, 0x01000193);
    high = Math.imul(high ^ byte, 0x85ebca6b);
  }
  sum.low = (sum.low + mixed(low)) >>> 0;
  sum.high = (sum.high + mixed(high ^ (to - from))) >>> 0;
}

export function addHash(sum: HashSum, other: HashSum): void {
  // Mixed before adding, so that lines cannot wander between components unnoticed.
  sum.low = (sum.low + mixed(other.low)) >>> 0;
  sum.high = (sum.high + mixed(other.high)) >>> 0;
}

/** 16 hexadecimal digits. */
export function formatHash(sum: HashSum): string {
  return hex(sum.high) + hex(sum.low);
}

export function hashOfText(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9e3779b9;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b);
  }
  return hex(mixed(high)) + hex(mixed(low));
}

function hex(value: number): string {
  return HEX[value >>> 24]! + HEX[(value >>> 16) & 255]! + HEX[(value >>> 8) & 255]! + HEX[value & 255]!;
}

function mixed(value: number): number {
  let bits = value ^ (value >>> 16);
  bits = Math.imul(bits, 0x85ebca6b);
  bits ^= bits >>> 13;
  bits = Math.imul(bits, 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}

const HEX: readonly string[] = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

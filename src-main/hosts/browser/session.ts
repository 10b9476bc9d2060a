// Who may talk to the browser door. The printed address carries a token that is good once and becomes a cookie; the cookie is derived
// from a secret in the data folder, so a page stays signed in when the host is started again.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { join } from 'node:path';
import { readIfThere } from '../../files/read-if-there';
import { writePrivately } from '../../files/write-atomically';

export interface Session {
  /** A new token, good once. */
  mintToken(): string;
  /** Whether the token was good; it is not any more. */
  spendToken(token: string): boolean;
  /** The value of the cookie. */
  readonly cookieValue: string;
  acceptsCookie(value: string | null): boolean;
}

const ONE_YEAR_SECONDS = 31_536_000;

/** Reads or makes the secret. Its file is readable by its owner only. */
export async function openSession(dataFolder: string): Promise<Session> {
  const secret = await secretIn(dataFolder);
  const cookieValue = createHmac('sha256', secret).update('daywright browser session').digest('base64url');
  const tokens = new Set<string>();
  return {
    mintToken() {
      const token = randomBytes(24).toString('base64url');
      tokens.add(token);
      return token;
    },
    spendToken: (token) => tokens.delete(token),
    cookieValue,
    acceptsCookie: (value) => value !== null && equalInConstantTime(value, cookieValue),
  };
}

/** Cookies ignore ports, so the name carries the port: two Daywrights on one machine do not sign each other out. */
export function cookieNameFor(port: number): string {
  return `daywright-${port}`;
}

export function setCookieHeader(port: number, value: string): string {
  return `${cookieNameFor(port)}=${value}; Path=/; Max-Age=${ONE_YEAR_SECONDS}; HttpOnly; SameSite=Strict`;
}

export function cookieIn(header: string | undefined, name: string): string | null {
  for (const part of header?.split(';') ?? []) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined) return value;
  }
  return null;
}

async function secretIn(dataFolder: string): Promise<string> {
  const path = join(dataFolder, 'browser-session-secret');
  const stored = (await readIfThere(path))?.trim();
  if (stored && /^[\w-]{43}$/.test(stored)) return stored;
  const made = randomBytes(32).toString('base64url');
  await writePrivately(path, `${made}\n`);
  return made;
}

function equalInConstantTime(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

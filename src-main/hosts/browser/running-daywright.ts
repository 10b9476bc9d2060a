import { SERVER_NAME, TOKEN_PATH } from './loopback-server';
import { cookieNameFor, type Session } from './session';

const PATIENCE_MILLISECONDS = 2_000;

export type PortHolder =
  /** A Daywright with our data folder: it gave a new address. */
  | { readonly kind: 'daywright'; readonly url: string }
  /** A Daywright with other data. */
  | { readonly kind: 'otherDaywright' }
  | { readonly kind: 'stranger' };

/** Finds out who holds the port. Only whoever can read the session's secret gets a new token. */
export async function whoHolds(port: number, session: Session): Promise<PortHolder> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}${TOKEN_PATH}`, {
      headers: { Cookie: `${cookieNameFor(port)}=${session.cookieValue}` },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MILLISECONDS),
    });
    const token = (await response.text()).trim();
    if (response.headers.get('server') !== SERVER_NAME) return { kind: 'stranger' };
    if (response.status !== 200 || !/^[\w-]{32}$/.test(token)) return { kind: 'otherDaywright' };
    return { kind: 'daywright', url: addressWith(port, token) };
  } catch {
    return { kind: 'stranger' };
  }
}

export function addressWith(port: number, token: string): string {
  return `http://127.0.0.1:${port}/?token=${token}`;
}

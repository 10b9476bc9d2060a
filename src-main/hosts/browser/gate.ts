import type { IncomingHttpHeaders } from 'node:http';
import { cookieIn, cookieNameFor, type Session } from './session';

export type Admission =
  | { readonly kind: 'admitted' }
  | { readonly kind: 'signIn' }
  | { readonly kind: 'moved' }
  | { readonly kind: 'refused'; readonly status: 403 | 405 | 413 | 421; readonly reason: string };

export interface Knock {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly isUpgrade: boolean;
}

/**
 * Decides about one HTTP request or upgrade. A foreign Host means DNS rebinding, a foreign Origin another site's script; both are
 * refused before the session is looked at.
 */
export function admit(knock: Knock, port: number, session: Session): Admission {
  const { method, headers, url, isUpgrade } = knock;
  const own = `127.0.0.1:${port}`;
  if (headers.host === `localhost:${port}` && !isUpgrade && method === 'GET') return { kind: 'moved' };
  if (headers.host !== own) return refused(421, `This is not the host ${headers.host ?? '(none)'}.`);
  if (headers.origin !== undefined && headers.origin !== `http://${own}`) {
    return refused(403, `Pages of ${headers.origin} may not talk to Daywright.`);
  }
  if (isUpgrade && headers.origin === undefined) return refused(403, 'Only pages of Daywright may connect.');
  if (method !== 'GET' && method !== 'HEAD') return refused(405, `${method} is not understood here.`);
  if (Number(headers['content-length'] ?? 0) > 0 || headers['transfer-encoding'] !== undefined) {
    return refused(413, 'Requests carry no body here.');
  }
  if (session.acceptsCookie(cookieIn(headers.cookie, cookieNameFor(port)))) return { kind: 'admitted' };
  const token = isUpgrade || method !== 'GET' ? null : url.searchParams.get('token');
  if (token !== null && session.spendToken(token)) return { kind: 'signIn' };
  return refused(
    403,
    'Open the address that Daywright printed when it started. It works once; start Daywright again for a new one.',
  );
}

function refused(status: 403 | 405 | 413 | 421, reason: string): Admission {
  return { kind: 'refused', status, reason };
}

import { pageFiles } from '../page/page-files';
import type { ElectronParts } from './electron-parts';

const SCHEME = 'app';
const HOST = 'daywright';

/** The one origin of the desktop's page. IndexedDB belongs to it, so it never changes. */
export const PAGE_ORIGIN = `${SCHEME}://${HOST}`;
export const PAGE_URL = `${PAGE_ORIGIN}/`;

/** Must run before Electron is ready. A standard, secure scheme has an origin, a store and a content policy like https. */
export function declarePageScheme(protocol: ElectronParts['protocol']): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
}

/** Serves the page's files under the scheme. Nothing else answers there. */
export function servePageScheme(protocol: ElectronParts['protocol'], rendererFolder: string): void {
  const files = pageFiles(rendererFolder, []);
  protocol.handle(SCHEME, async (request) => {
    const url = new URL(request.url);
    if (url.host !== HOST || request.method !== 'GET') return new Response(null, { status: 404 });
    const { status, headers, body } = await files.respond(url.pathname);
    return new Response(body, { status, headers });
  });
}

export function isOwnUrl(url: string): boolean {
  return url === PAGE_ORIGIN || url.startsWith(PAGE_URL);
}

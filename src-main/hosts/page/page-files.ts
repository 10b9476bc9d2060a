// The page's files, for the browser door's server and the desktop's `app://daywright/` alike.
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve, sep } from 'node:path';
import { contentSecurityPolicy, SECURITY_HEADERS } from './content-security';

export interface PageResponse {
  readonly status: 200 | 400 | 404;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array<ArrayBuffer>;
}

export interface PageFiles {
  /** Answers a URL path such as `/assets/index-1a2b.js`. Paths without an ending are the page's own places and get index.html. */
  respond(urlPath: string): Promise<PageResponse>;
}

const NONCE_PLACEHOLDER = '__CSP_NONCE__';

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** `connect`: what besides its own origin the page may connect to, as CSP sources. */
export function pageFiles(rendererFolder: string, connect: readonly string[]): PageFiles {
  const root = resolve(rendererFolder);

  const indexPage = async (): Promise<PageResponse> => {
    const nonce = randomBytes(16).toString('base64');
    const html = (await readFile(join(root, 'index.html'), 'utf8')).replaceAll(NONCE_PLACEHOLDER, nonce);
    return {
      status: 200,
      headers: {
        ...SECURITY_HEADERS,
        'Content-Type': MEDIA_TYPES['.html']!,
        'Content-Security-Policy': contentSecurityPolicy(nonce, connect),
        'Cache-Control': 'no-store',
      },
      body: new TextEncoder().encode(html),
    };
  };

  return {
    async respond(urlPath) {
      const path = filePathIn(root, urlPath);
      if (path === null) return plainText(400, 'This address is not one of Daywright’s.');
      const ending = extname(path);
      if (ending === '' || path === join(root, 'index.html')) return indexPage();
      const mediaType = MEDIA_TYPES[ending];
      if (!mediaType) return plainText(404, 'There is nothing here.');
      try {
        const body = await readFile(path);
        const named = path.startsWith(join(root, 'assets') + sep);
        return {
          status: 200,
          headers: {
            ...SECURITY_HEADERS,
            'Content-Type': mediaType,
            // Built assets carry their content's hash in their name.
            'Cache-Control': named ? 'private, max-age=31536000, immutable' : 'no-cache',
          },
          body,
        };
      } catch {
        return plainText(404, 'There is nothing here.');
      }
    },
  };
}

/** The file a URL path names inside `root`; `null` when it is malformed or would leave it. */
function filePathIn(root: string, urlPath: string): string | null {
  let decoded: string;
  try {
    decoded = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (!decoded.startsWith('/') || decoded.includes('\0') || decoded.includes('\\')) return null;
  if (decoded.split('/').includes('..')) return null;
  const path = resolve(root, `.${decoded}`);
  return path === root || path.startsWith(root + sep) ? path : null;
}

export function plainText<Status extends number>(
  status: Status,
  text: string,
): { status: Status; headers: Record<string, string>; body: Uint8Array<ArrayBuffer> } {
  return {
    status,
    headers: {
      ...SECURITY_HEADERS,
      'Content-Type': 'text/plain; charset=utf-8',
      'Content-Security-Policy': "default-src 'none'",
      'Cache-Control': 'no-store',
    },
    body: new TextEncoder().encode(`${text}\n`),
  };
}

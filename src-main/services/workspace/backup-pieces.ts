// A backup that comes in pieces: they gather in a part file beside the backups, which becomes one when its end has come.
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

export interface Pieces {
  readonly id: string;
  /** Bytes of them. */
  readonly at: number;
}

const ID_FORM = /^[\w-]{1,64}$/;
/** How every workspace that comes in pieces begins. */
const BEGINNING = '{"format":"daywright.workspace",';
/** How it ends: what was cut off anywhere does not. */
const END = /]\s*}\s*$/;

/** Throws where the piece does not follow those before it, and what the file system throws. */
export async function appendPiece(folder: string, pieces: Pieces, piece: Uint8Array): Promise<void> {
  const path = partOf(folder, pieces);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const file = await open(path, pieces.at === 0 ? 'w' : 'r+', 0o600);
  try {
    const { size } = await file.stat();
    if (size !== pieces.at) throw new Error(`a piece begins at byte ${pieces.at}, and ${size} were written`);
    const { bytesWritten } = await file.write(piece, 0, piece.length, pieces.at);
    // A full disk may take a beginning without a word.
    if (bytesWritten < piece.length) throw new Error(`of ${piece.length} bytes ${bytesWritten} were taken`);
  } finally {
    await file.close();
  }
}

/** Writes the end and gives the file its name. A text that is no workspace is removed, and throws. */
export async function endPieces(folder: string, pieces: Pieces, end: string, target: string): Promise<void> {
  const path = partOf(folder, pieces);
  try {
    await appendPiece(folder, pieces, Buffer.from(end));
    const file = await open(path, 'r+');
    try {
      const { buffer } = await file.read({ buffer: Buffer.alloc(BEGINNING.length), position: 0 });
      if (buffer.toString() !== BEGINNING || !END.test(end)) throw new Error('it is not a whole workspace');
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(path, target);
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
}

/** Swept like every part that a killed writer left. The id comes from a page; only its form can reach the file system. */
function partOf(folder: string, { id }: Pieces): string {
  if (!ID_FORM.test(id)) throw new Error(`${JSON.stringify(id)} is not an id`);
  return join(folder, `${id}.00000000.part`);
}

import { writeAtomically } from '../../files/write-atomically';
import { BadInput } from './bad-input';

/** Writes a file that a person named; readable like any other, and whole or not at all. */
export async function writeOutput(path: string, content: string): Promise<void> {
  try {
    await writeAtomically(path, content, 0o644);
  } catch (error) {
    throw new BadInput(`${path} cannot be written: ${(error as Error).message}`);
  }
}

/**
 * What the caller gave cannot be used. The message is one line that names the file or option, the place in it, what stands there and
 * what was expected. Thrown by the verbs' readers and caught at the top, before anything is written.
 */
export class BadInput extends Error {
  override readonly name = 'BadInput';

  constructor(message: string) {
    super(message.replaceAll(/\s*\n\s*/g, ' '));
  }
}

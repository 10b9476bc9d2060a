/** What an operator should know. Never holds the user's data beyond names of files and requests. */
export interface Log {
  info(message: string): void;
  warn(message: string): void;
  /** `cause` is printed with its stack. */
  error(message: string, cause?: unknown): void;
}

/** Writes to stderr: stdout belongs to the URL line and to the command line's JSON. */
export const stderrLog: Log = {
  info: (message) => void process.stderr.write(`${message}\n`),
  warn: (message) => void process.stderr.write(`Warning: ${message}\n`),
  error(message, cause) {
    const detail =
      cause instanceof Error ? `\n${cause.stack ?? cause.message}` : cause === undefined ? '' : `\n${cause}`;
    process.stderr.write(`Error: ${message}${detail}\n`);
  },
};

/**
 * Carries whole frames between a page and its host, in order. The life of one side: connecting, then open and away in turns.
 * A transport that cannot come back (desktop, in-memory) is away at most once.
 */
export interface FrameTransport {
  readonly state: 'connecting' | 'open' | 'away';
  /** Frames sent while the transport is not open are lost; the client does not send then. */
  send(frame: Uint8Array): void;
  /** Sends a frame that comes in pieces without joining them; their bytes must stay as they are. */
  sendPieces?(pieces: readonly Uint8Array[]): void;
  onFrame(listener: (frame: Uint8Array) => void): () => void;
  onOpen(listener: () => void): () => void;
  onClose(listener: () => void): () => void;
}

import type { FrameTransport } from '#shared/ipc/channel';
import type { DesktopBridge } from '#shared/ipc/desktop-bridge';

/** The desktop's bridge as a transport. It lives as long as the page: the host cannot go away without it. */
export function bridgeTransport(bridge: DesktopBridge): FrameTransport {
  return {
    state: 'open',
    send: (frame) => bridge.send(frame),
    onFrame: (listener) => bridge.onFrame(listener),
    onOpen: () => () => {},
    onClose: () => () => {},
  };
}

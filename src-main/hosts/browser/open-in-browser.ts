/** Opens the default browser where there is one to see. A machine without a display, or without a browser, is fine: the address is printed. */
export async function openInBrowser(url: string): Promise<void> {
  if (!hasDisplay()) return;
  try {
    const { default: open } = await import('open');
    const opener = await open(url);
    opener.on('error', () => {});
    opener.unref();
  } catch {
    // No browser could be started; the printed address is the way in.
  }
}

/** On Linux the opener would fall back to a text browser inside this terminal. */
function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  const { DISPLAY, WAYLAND_DISPLAY, WSL_DISTRO_NAME } = process.env;
  return Boolean(DISPLAY || WAYLAND_DISPLAY || WSL_DISTRO_NAME);
}

/** The nonce that the host wrote into the page: the two `<style>` elements of MantineProvider carry it. */
export function cspNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

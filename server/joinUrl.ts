/** The link behind a QR code. */
export const joinUrl = (base: string, code: string): string =>
  `${base}/beitreten?code=${encodeURIComponent(code)}`

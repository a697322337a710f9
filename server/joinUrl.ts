/** The link behind a QR code; that of a room leads into its group. */
export const joinUrl = (base: string, code: string, group?: string): string =>
  `${base}/beitreten?code=${encodeURIComponent(code)}${group ? `&gruppe=${encodeURIComponent(group)}` : ''}`

/** The link that a device shows for another one. */
export const transferUrl = (base: string, code: string): string =>
  `${base}/beitreten?umzug=${encodeURIComponent(code)}`

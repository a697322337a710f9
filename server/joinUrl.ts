import type { ScreenNumber } from '#shared/day/beamerScreen.ts'

/** The link behind a QR code; that of a room leads into its group. */
export const joinUrl = (base: string, code: string, group?: string): string =>
  `${base}/beitreten?code=${encodeURIComponent(code)}${group ? `&gruppe=${encodeURIComponent(group)}` : ''}`

/** The link for the device at a projector; the first screen is where one comes without a word. */
export const screenUrl = (base: string, code: string, screen: ScreenNumber): string =>
  withScreen(joinUrl(base, code), screen)
export const withScreen = (url: string, screen: ScreenNumber): string =>
  screen === 1 ? url : `${url}&leinwand=${screen}`

/** The link that a device shows for another one. */
export const transferUrl = (base: string, code: string): string =>
  `${base}/beitreten?umzug=${encodeURIComponent(code)}`

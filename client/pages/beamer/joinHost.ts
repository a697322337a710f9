/** What people type into a browser: the address without scheme and code. */
export const joinHost = (url: string): string => (URL.canParse(url) ? new URL(url).host : url)

let hasAsked = false

/** `?debug` in the page's address, once seen: the way through the pages does not carry it on. */
export const isDebugging = (): boolean => {
  hasAsked ||= typeof location !== 'undefined' && new URLSearchParams(location.search).has('debug')
  return hasAsked
}

/** What scrolls by itself must be reachable by keyboards, even when it holds nothing to press. */
export const scrollFocus = { tabIndex: 0 } as const

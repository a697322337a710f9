const storageKey = 'leitwand.follow'

/** What a reload keeps of following: whether one looked elsewhere, and at which address. */
export const readFollow = (address: string): boolean | null => {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as {
      at?: string
      isApart?: boolean
    } | null
    return kept?.at === address ? kept.isApart === true : null
  } catch {
    return null
  }
}

export const keepFollow = (address: string, isApart: boolean): void => {
  try {
    sessionStorage.setItem(storageKey, JSON.stringify({ at: address, isApart }))
  } catch {
    // A browser that keeps nothing follows anew.
  }
}

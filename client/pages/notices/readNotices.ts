import { valueStore } from '../../sync/valueStore.ts'

const storageKey = 'leitwand.noticesRead'
const most = 50

const stored = (): readonly string[] => {
  try {
    const ids: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []
  } catch {
    return []
  }
}

/** Messages that were read on this device. A browser that keeps nothing is no error. */
export const noticesRead = valueStore<readonly string[]>(stored())

export const readNotice = (id: string): void => {
  const ids = [...noticesRead.get().filter((one) => one !== id), id].slice(-most)
  noticesRead.set(ids)
  try {
    localStorage.setItem(storageKey, JSON.stringify(ids))
  } catch {
    // Kept for this page only.
  }
}

import { valueStore, type ReadStore } from '../../sync/valueStore.ts'

/** One tab stop for a whole wall (roving tabindex). */
export type WallFocus = {
  readonly current: ReadStore<string | null>
  readonly hasFocus: ReadStore<boolean>
  readonly setCurrent: (key: string | null) => void
  readonly setHasFocus: (has: boolean) => void
  /** Gives it the focus now, or as soon as it is drawn. */
  readonly focus: (key: string) => void
  readonly register: (key: string, element: HTMLElement) => () => void
}

export const wallFocus = (): WallFocus => {
  const current = valueStore<string | null>(null)
  const hasFocus = valueStore(false)
  const elements = new Map<string, HTMLElement>()
  let wanted: string | null = null
  return {
    current,
    hasFocus,
    setCurrent: current.set,
    setHasFocus: hasFocus.set,
    focus: (key) => {
      current.set(key)
      const element = elements.get(key)
      wanted = element ? null : key
      // The wall brings it into view itself; the browser would scroll what must not scroll.
      element?.focus({ preventScroll: true })
    },
    register: (key, element) => {
      elements.set(key, element)
      if (wanted === key) {
        wanted = null
        element.focus({ preventScroll: true })
      }
      return () => {
        if (elements.get(key) === element) elements.delete(key)
      }
    },
  }
}

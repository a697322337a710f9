import { valueStore, type ReadStore } from '../../sync/valueStore.ts'

/** One tab stop for a whole wall (roving tabindex). */
export type WallFocus = {
  readonly current: ReadStore<string | null>
  readonly hasFocus: ReadStore<boolean>
  readonly setCurrent: (key: string | null) => void
  readonly setHasFocus: (has: boolean) => void
  /** Gives it the focus now, or as soon as it is drawn, unless the focus went elsewhere by then. */
  readonly focus: (key: string) => void
  readonly register: (key: string, element: HTMLElement) => () => void
}

export const wallFocus = (): WallFocus => {
  const current = valueStore<string | null>(null)
  const hasFocus = valueStore(false)
  const elements = new Map<string, HTMLElement>()
  let wanted: { readonly key: string; readonly from: Element | null } | null = null
  return {
    current,
    hasFocus,
    setCurrent: current.set,
    setHasFocus: hasFocus.set,
    focus: (key) => {
      current.set(key)
      const element = elements.get(key)
      wanted = element ? null : { key, from: document.activeElement }
      // The wall brings it into view itself; the browser would scroll what must not scroll.
      element?.focus({ preventScroll: true })
    },
    register: (key, element) => {
      elements.set(key, element)
      if (wanted?.key === key) {
        const now = document.activeElement
        if (now === wanted.from || now === document.body) element.focus({ preventScroll: true })
        wanted = null
      }
      return () => {
        if (elements.get(key) === element) elements.delete(key)
      }
    },
  }
}

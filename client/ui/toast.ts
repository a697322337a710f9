export type ToastMessage = {
  readonly id: number
  readonly text: string
  readonly undo?: (() => void) | undefined
}

let current: ToastMessage | null = null
let count = 0
const listeners = new Set<() => void>()

/** One sentence at the bottom, with a way back if there is one. Never for errors, never more than one. */
export const toast = (text: string, options: { readonly undo?: (() => void) | undefined } = {}): void => {
  show({ id: ++count, text, undo: options.undo })
}
export const closeToast = (id: number): void => {
  if (current?.id === id) show(null)
}

const show = (next: ToastMessage | null) => {
  current = next
  for (const listener of listeners) listener()
}
export const toastNow = (): ToastMessage | null => current
export const onToast = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

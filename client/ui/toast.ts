export type ToastMessage = {
  readonly id: number
  readonly text: string
  readonly undo?: (() => void) | undefined
  /** What the way back is called, where it is not "Rückgängig". */
  readonly undoLabel?: string | undefined
}

let current: ToastMessage | null = null
let count = 0
const listeners = new Set<() => void>()

/** One sentence at the bottom, with a way back if there is one. Never for errors, never more than one. */
export const toast = (text: string, options: Pick<ToastMessage, 'undo' | 'undoLabel'> = {}): void => {
  show({ id: ++count, text, ...options })
}
export const closeToast = (id: number): void => {
  if (current?.id === id) show(null)
}
/** The way back that it offers is taken, or leads to something else by now. */
export const closeUndoToast = (): void => {
  if (current?.undo) show(null)
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

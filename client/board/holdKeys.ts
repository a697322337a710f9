const pauseMs = 1000

/**
 * A text has gone away beneath somebody's hands: what they still type would set off keys of the page, or begin another
 * card. It goes nowhere until they pause, point, or press a key that writes nothing.
 */
export const holdKeys = (): void => {
  const listening = new AbortController()
  const end = () => {
    clearTimeout(timer)
    listening.abort()
  }
  let timer = setTimeout(end, pauseMs)
  const swallow = (event: KeyboardEvent) => {
    const { key, ctrlKey, metaKey } = event
    const writes = [...key].length === 1 || ['Enter', 'Backspace', 'Delete', 'Process', 'Dead'].includes(key)
    if (ctrlKey || metaKey || !writes) return key === 'Shift' ? undefined : end()
    event.preventDefault()
    event.stopImmediatePropagation()
    clearTimeout(timer)
    timer = setTimeout(end, pauseMs)
  }
  window.addEventListener('keydown', swallow, { capture: true, signal: listening.signal })
  window.addEventListener('pointerdown', end, { capture: true, signal: listening.signal })
}

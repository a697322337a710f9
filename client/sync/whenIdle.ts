/** Runs as soon as the page has nothing better to do, three seconds later at the latest; answers how to call it off. */
export const whenIdle = (run: () => void): (() => void) => {
  if ('requestIdleCallback' in globalThis) {
    const asked = requestIdleCallback(run, { timeout: 3000 })
    return () => cancelIdleCallback(asked)
  }
  const timer = setTimeout(run, 500)
  return () => clearTimeout(timer)
}

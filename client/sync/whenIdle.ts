/** Runs as soon as the page has nothing better to do, three seconds later at the latest; answers how to call it off. */
export const whenIdle = (run: () => void, timeout = 3000): (() => void) => {
  if ('requestIdleCallback' in globalThis) {
    const asked = requestIdleCallback(run, { timeout })
    return () => cancelIdleCallback(asked)
  }
  const timer = setTimeout(run, Math.min(500, timeout))
  return () => clearTimeout(timer)
}

/** Menus and dialogs, once the page stands: before the network may go. */
export const prefetchOverlays = (): (() => void) => {
  const timer = setTimeout(() => {
    // Without a network they are asked for again when they are needed.
    void Promise.all([
      import('./MenuPopover.tsx'),
      import('./DialogSheet.tsx'),
      import('./SelectList.tsx'),
    ]).catch(() => {})
  }, 500)
  return () => clearTimeout(timer)
}

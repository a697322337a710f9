import { useLayoutEffect, type RefObject } from 'react'

/** Links and buttons inside of a stop are tab stops only while it is the current one: the wall stays one stop for Tab. */
export const useInnerTabStops = (stop: RefObject<HTMLElement | null>, isCurrent: boolean): void => {
  // After every drawing: the text brings its own links.
  useLayoutEffect(() => {
    for (const element of stop.current?.querySelectorAll<HTMLElement>('a[href], button') ?? []) {
      if (element.closest('.note-editor')) continue
      if (isCurrent) element.removeAttribute('tabindex')
      else element.tabIndex = -1
    }
  })
}

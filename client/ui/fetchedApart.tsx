import { useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { whenPageStands } from './pageStands.ts'

const again = 2000

export type FetchedApart<Props> = ComponentType<Props> & {
  /** Fetches it before it is needed; where it is here by then it stands at once. */
  readonly fetchNow: () => Promise<void>
}

/**
 * A part of a page that is fetched when it is first needed. Unlike `lazy` it outlives a missing network:
 * until it is there it shows what stands for it, and asks again.
 */
export const fetchedApart = <Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  standIn: (props: Props) => ReactNode = () => null,
  /** What pages are opened for does not wait until they stand. */
  first: () => Promise<void> = whenPageStands,
): FetchedApart<Props> => {
  let known: ComponentType<Props> | null = null
  const fetchNow = async () => {
    known = await fetch()
  }
  function Apart(props: Props) {
    const [Part, setPart] = useState(() => known)
    useEffect(() => {
      if (Part) return
      let timer: ReturnType<typeof setTimeout> | undefined
      let isGone = false
      const ask = () =>
        void fetch().then(
          (part) => {
            known = part
            if (!isGone) setPart(() => part)
          },
          () => {
            if (!isGone) timer = setTimeout(ask, again)
          },
        )
      void first().then(() => {
        if (!isGone) ask()
      })
      return () => {
        isGone = true
        clearTimeout(timer)
      }
    }, [Part])
    return Part ? <Part {...props} /> : standIn(props)
  }
  return Object.assign(Apart, { fetchNow })
}

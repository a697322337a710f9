import { useEffect, useState, type ComponentType, type ReactNode } from 'react'

const again = 2000

/**
 * A part of a page that is fetched when it is first needed. Unlike `lazy` it outlives a missing network:
 * until it is there it shows what stands for it, and asks again.
 */
export const fetchedApart = <Props extends object>(
  fetch: () => Promise<ComponentType<Props>>,
  standIn: (props: Props) => ReactNode = () => null,
): ComponentType<Props> => {
  let known: ComponentType<Props> | null = null
  return function FetchedApart(props: Props) {
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
      ask()
      return () => {
        isGone = true
        clearTimeout(timer)
      }
    }, [Part])
    return Part ? <Part {...props} /> : standIn(props)
  }
}

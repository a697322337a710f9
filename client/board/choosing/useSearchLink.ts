import { useEffect, useEffectEvent } from 'react'
import { useSearchParams } from 'react-router'
import { useBoardPlace } from '../useBoardPlace.ts'

const parameter = 'suche'
const restMs = 400

/** `?suche=`: what is searched for outlives a reload and can be sent to others. */
export const useSearchLink = (): void => {
  const { filter, search } = useBoardPlace()
  const [params, setParams] = useSearchParams()
  const begin = useEffectEvent(() => {
    const text = params.get(parameter)
    if (!text) return
    filter.set({ ...filter.get(), text: text.slice(0, 200) })
    search.open.set('linked')
  })
  const write = useEffectEvent((text: string) => {
    if (text === (params.get(parameter) ?? '')) return
    setParams(
      (now) => {
        if (text) now.set(parameter, text)
        else now.delete(parameter)
        return now
      },
      { replace: true },
    )
  })
  useEffect(() => {
    begin()
    let timer: ReturnType<typeof setTimeout> | undefined
    const end = filter.subscribe(() => {
      clearTimeout(timer)
      timer = setTimeout(() => write(filter.get().text.trim()), restMs)
    })
    return () => {
      clearTimeout(timer)
      end()
    }
  }, [filter, search])
}

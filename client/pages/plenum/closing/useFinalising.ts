import { useEffect, useState } from 'react'
import type { FinalisedAnswer } from '#shared/plenum/openThings.ts'
import { call, CallRefused } from '../../../sync/call.ts'
import { keys, queryClient } from '../../../sync/records.ts'
import type { Room } from '../../../sync/openRoom.ts'
import { finalise } from '../plenumCommands.ts'
import { untilStored } from '../untilStored.ts'

const againMs = 2000
/** Without `randomUUID`, which plain http does not have. */
const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('')

export type Finalising =
  | { readonly step: 'asking'; readonly error: unknown }
  | { readonly step: 'busy' }
  /** It was sent, and no answer came: nobody here knows yet whether it happened. */
  | { readonly step: 'unknown' }
  | { readonly step: 'happened'; readonly version: number }
  | { readonly step: 'notHappened' }

/** Finalises once, however often it is sent; after a lost answer it asks until it knows. */
export const useFinalising = (room: Room, onDone: () => void) => {
  const [key] = useState(newKey)
  const [state, setState] = useState<Finalising>({ step: 'asking', error: null })
  const run = async () => {
    setState({ step: 'busy' })
    try {
      await untilStored(room)
    } catch (error) {
      return setState({ step: 'asking', error })
    }
    try {
      await finalise(key)
      onDone()
    } catch (error) {
      const isUnheard = error instanceof CallRefused && error.code === 'offline'
      setState(isUnheard ? { step: 'unknown' } : { step: 'asking', error })
    }
  }
  const isUnknown = state.step === 'unknown'
  useEffect(() => {
    if (!isUnknown) return
    let isOver = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const ask = async () => {
      try {
        const { version } = await call<FinalisedAnswer>('GET', `/api/plenum/finalised/${key}`)
        if (isOver) return
        setState(version === null ? { step: 'notHappened' } : { step: 'happened', version })
        void queryClient.invalidateQueries({ queryKey: keys.plenum })
      } catch {
        if (!isOver) timer = setTimeout(() => void ask(), againMs)
      }
    }
    void ask()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [isUnknown, key])
  return { state, run }
}

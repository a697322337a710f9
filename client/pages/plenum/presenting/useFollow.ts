import { useCallback, useEffect, useState } from 'react'
import { useLocation, useNavigate, useNavigationType } from 'react-router'
import { apartAfter, followMove } from '#shared/plenum/following.ts'
import type { Presented } from '#shared/plenum/presenting.ts'
import { viewPath, type PlenumView } from '../plenumView.ts'
import { isBusyHere } from './isBusyHere.ts'
import { keepFollow, readFollow } from './keptFollow.ts'
import { presentedOf, viewOf } from './presentedView.ts'
import { useOwnScroll } from './useOwnScroll.ts'
import { usePresenting } from './usePresenting.ts'

const againMs = 400
/** Said with an address: this was not the reader's own way. */
export const led = { led: true }

export type Follow = {
  readonly now: Presented | null
  /** A pill leads there. */
  readonly isOffered: boolean
  readonly goBack: () => void
}

/** Goes along with the moderators, until one looks elsewhere; never while one is in the middle of something. */
export const useFollow = (view: PlenumView, isLeading: boolean): Follow => {
  const presenting = usePresenting()
  const now = presenting?.now ?? null
  const here = presentedOf(view)
  const navigate = useNavigate()
  const { pathname, search, key, state } = useLocation()
  const wasLed = useNavigationType() === 'REPLACE' && (state as typeof led | null)?.led === true
  const address = pathname + search
  const [isApart, setApart] = useState<boolean | null>(null)
  const [isHeld, setHeld] = useState(false)
  const [seen, setSeen] = useState(key)

  // Comes with an address, or a reload: who has chosen something stays with it.
  useEffect(() => {
    if (!presenting || isApart !== null) return
    const isOwn = view.kind !== 'start' && apartAfter({ kind: 'went', to: presentedOf(view) }, presenting.now)
    setApart(readFollow(address) ?? isOwn)
  }, [presenting, isApart, view, address])
  // Known before anything is brought anywhere: not an effect.
  if (seen !== key) {
    setSeen(key)
    if (isApart !== null) setApart(!wasLed && apartAfter({ kind: 'went', to: here }, now))
  }
  useEffect(() => {
    if (presenting && !now) setApart(false)
  }, [presenting, now])
  useEffect(() => {
    if (isApart !== null) keepFollow(address, isApart)
  }, [address, isApart])
  const scrolled = useCallback(() => setApart(true), [])
  useOwnScroll(now !== null && isApart === false && !isLeading, scrolled)

  const path = now && viewOf(now) && viewPath(viewOf(now) as PlenumView)
  const follow = { now, here, isLeading, isApart: isApart === true }
  const mayBring = isApart !== null && followMove({ ...follow, isHeld: false }) === 'bring'
  useEffect(() => {
    if (!mayBring || !path) return setHeld(false)
    const bring = () => {
      const isBusy = isBusyHere()
      setHeld(isBusy)
      if (!isBusy) void navigate(path, { replace: true, state: led })
    }
    bring()
    const timer = setInterval(bring, againMs)
    return () => clearInterval(timer)
  }, [mayBring, path, navigate])

  const goBack = () => {
    setApart(false)
    const page = document.getElementById('plenum-page')
    // The pill that was pressed goes: reading goes on there.
    page?.focus({ preventScroll: true })
    page?.scrollTo(0, 0)
    if (page && matchMedia('(max-width: 74.99rem)').matches) window.scrollTo(0, 0)
    if (path && path !== address) void navigate(path, { replace: true, state: led })
  }
  return { now, isOffered: isApart !== null && followMove({ ...follow, isHeld }) === 'offer', goBack }
}

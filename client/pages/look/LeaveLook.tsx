import { useLayoutEffect } from 'react'
import { leaveLook } from './placeOfLook.ts'

/** Stands behind the pages: once one of them is drawn the first look is gone, in the same frame. */
export function LeaveLook() {
  useLayoutEffect(leaveLook, [])
  return null
}

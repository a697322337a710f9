import { useEffect } from 'react'
import { isGivingPoints } from './isGivingPoints.ts'

/** Tells the page to make room while one gives points. */
export const useTellGiving = (isGiving: boolean): void => {
  useEffect(() => {
    isGivingPoints.set(isGiving)
    return () => isGivingPoints.set(false)
  }, [isGiving])
}

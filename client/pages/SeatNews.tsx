import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import type { Person } from '#shared/api.ts'
import { useMe } from '../sync/records.ts'
import { toast } from '../ui/toast.ts'
import { useTexts } from '../ui/useTexts.ts'

/** Whoever is moved hears of it at once, and stands where they belong now. */
export function SeatNews() {
  const t = useTexts()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const person = useMe().data?.person
  const before = useRef<Person | undefined>(undefined)
  useEffect(() => {
    const old = before.current
    before.current = person
    if (!old || !person || old.id !== person.id) return
    const [was, is] = [placeOf(old), placeOf(person)]
    if (was === is) return
    toast(
      is === null
        ? t('seating:unseated')
        : is === 'plenum'
          ? t('seating:seatedInPlenum')
          : t('seating:seated', { group: is }),
    )
    // Only who is in the place they were taken from goes along; others are reading somewhere else on purpose.
    if (was !== null && pathname === pathOf(was)) void navigate(is === null ? '/heute' : pathOf(is))
  }, [navigate, pathname, person, t])
  return null
}

const placeOf = ({ seat }: Person): string | null =>
  seat === null ? null : seat.kind === 'plenum' ? 'plenum' : seat.group
const pathOf = (place: string): string =>
  place === 'plenum' ? '/plenum' : `/gruppe/${encodeURIComponent(place)}`

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { anyGroup } from '#shared/day/anyGroup.ts'
import type { PersonOnList } from '#shared/day/people.ts'
import type { GroupId } from '#shared/ids.ts'
import { call, CallRefused } from '../../sync/call.ts'
import { keys } from '../../sync/records.ts'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'

/** Where somebody is put: a group, `plenum`, anywhere there is room, or nowhere. */
export type Target = GroupId | 'plenum' | typeof anyGroup | null
type Refused = {
  readonly fault: unknown
  /** What was wanted, when it can be insisted on. */
  readonly insist: (() => Promise<void>) | null
}

export const targetOf = ({ seat }: Pick<PersonOnList, 'seat'>): Target =>
  seat === null ? null : seat.kind === 'plenum' ? 'plenum' : seat.group

/** Puts people into groups, with a way back; what is refused is told where it can be insisted on. */
export const useSeating = () => {
  const t = useTexts()
  const client = useQueryClient()
  const [refused, setRefused] = useState<Refused | null>(null)

  const sentence = (people: readonly PersonOnList[], to: Target): string => {
    const [first] = people
    const count = people.length
    if (to === anyGroup) return t('people:spreadDone', { count })
    if (count > 1)
      return to === null ? t('people:movedManyNone', { count }) : t('people:movedMany', { count, group: to })
    const name = first?.name ?? ''
    if (to === null) return t('people:movedNone', { name })
    return to === 'plenum' ? t('people:movedPlenum', { name }) : t('people:moved', { name, group: to })
  }

  const seat = async (people: readonly PersonOnList[], to: Target, beyond = false): Promise<void> => {
    try {
      setRefused(null)
      await call('POST', '/api/people/seats', { people: people.map(({ id }) => id), group: to, beyond })
      await client.invalidateQueries({ queryKey: keys.people })
      toast(sentence(people, to), { undo: () => void seatBack(people) })
    } catch (fault) {
      const isFull =
        fault instanceof CallRefused && (fault.code === 'groupFull' || fault.code === 'groupsFull')
      setRefused({ fault, insist: isFull && to !== anyGroup ? () => seat(people, to, true) : null })
    }
  }
  /** Each to where they were; they fitted in there before. */
  const seatBack = async (people: readonly PersonOnList[]): Promise<void> => {
    try {
      for (const group of new Set(people.map(targetOf))) {
        const them = people.filter((person) => targetOf(person) === group).map(({ id }) => id)
        await call('POST', '/api/people/seats', { people: them, group, beyond: true })
      }
      await client.invalidateQueries({ queryKey: keys.people })
    } catch (fault) {
      setRefused({ fault, insist: null })
    }
  }
  return { seat, refused, forget: () => setRefused(null) }
}

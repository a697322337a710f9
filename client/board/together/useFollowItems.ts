import { noteNumber } from '#shared/ids.ts'
import { useStore } from '../../sync/useStore.ts'
import type { MenuItem } from '../../ui/Menu.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'

/** Everybody who is here, to be followed. */
export const useFollowItems = (): readonly MenuItem[] => {
  const t = useTexts()
  const { presence, together, facts, group } = useBoardPlace()
  const people = useStore(presence) ?? []
  const followed = useStore(together.following)
  const numbers = useStore(facts)
  return people
    .filter(({ id }) => id !== together.me)
    .toSorted((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }))
    .map(({ id, name, role, notes }) => {
      const isFollowed = followed?.id === id
      const fact = notes[0] && numbers?.get(notes[0])
      const hint = fact
        ? t('together:writesIn', { note: noteNumber(group.id, fact.number) })
        : role === 'moderator'
          ? t('together:moderates')
          : undefined
      return {
        id: `follow-${id}`,
        label: t(isFollowed ? 'together:unfollow' : 'together:follow', { name }),
        icon: isFollowed ? ('x' as const) : ('user-round' as const),
        hint,
        onAction: () => together.follow(isFollowed ? null : { id, name }),
      }
    })
}

import { useStore } from '../../sync/useStore.ts'
import type { MenuSection } from '../../ui/Menu.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import type { ViewName } from '../BoardTools.tsx'
import { useBoardPlace } from '../useBoardPlace.ts'
import { cursorsShown } from './cursorsShown.ts'
import { useFollowItems } from './useFollowItems.ts'
import { useInvite } from './useInvite.ts'

const isPhone = () => matchMedia('(max-width: 47.99rem)').matches

/** What the page's menu holds about the others: inviting them, their mice, and on phones following them. */
export const useTogetherSections = (view: ViewName): readonly MenuSection[] => {
  const t = useTexts()
  const { presence } = useBoardPlace()
  const isAlone = (useStore(presence) ?? []).length === 0
  const areShown = useStore(cursorsShown) ?? true
  const followItems = useFollowItems()
  const invite = useInvite()
  return [
    {
      id: 'together',
      title: t('together:menu'),
      items: [
        {
          id: 'look-here',
          label: t('together:lookHere'),
          icon: 'users',
          hint: t(isAlone ? 'together:nobodyHere' : 'together:lookHereHint'),
          isDisabled: isAlone,
          onAction: () => invite(),
        },
      ],
    },
    // In wider windows they hang on the signs of those who are here.
    { id: 'people', title: t('together:peopleHere'), items: isPhone() ? followItems : [] },
    {
      id: 'cursors',
      items: view === 'board' ? [{ id: 'cursors', label: t('together:cursors') }] : [],
      selection: {
        mode: 'multiple',
        selected: areShown ? ['cursors'] : [],
        onChange: (chosen) => cursorsShown.set(chosen.includes('cursors')),
      },
    },
  ]
}

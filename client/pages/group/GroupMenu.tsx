import { useCallback, useState } from 'react'
import { useNavigate } from 'react-router'
import { useArrangingKeys } from '../../board/arranging/useArrangingKeys.ts'
import { useReaderSection } from '../../board/arranging/useReaderSection.ts'
import { usePointsSection } from '../../board/points/usePointsSection.ts'
import { useBoardPlace } from '../../board/useBoardPlace.ts'
import { openSearchField } from '../../board/choosing/openSearchField.ts'
import { goTo } from '../../board/goTo.ts'
import type { ViewName } from '../../board/BoardTools.tsx'
import { useTogetherSections } from '../../board/together/useTogetherSections.ts'
import { useKeysSection } from '../../board/useKeysSection.ts'
import { useUndo } from '../../board/useUndo.ts'
import { fetchedApart } from '../../ui/fetchedApart.tsx'
import type { MenuSection } from '../../ui/Menu.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { withTexts } from '../../ui/withTexts.ts'
import { MainMenu } from '../MainMenu.tsx'
import { useReadoutSection } from './useReadoutSection.ts'

const KeysDialog = fetchedApart(
  withTexts('keys', async () => (await import('../../board/arranging/KeysDialog.tsx')).KeysDialog),
)

type GroupMenuProps = { readonly view: ViewName; readonly onView?: ((view: ViewName) => void) | undefined }

/** The page's menu; on phones it holds what the tool bar holds elsewhere. */
export function GroupMenu({ view, onView }: GroupMenuProps) {
  const t = useTexts()
  const { mayWrite, isDraft, undoManager, search, filter, group } = useBoardPlace()
  const navigate = useNavigate()
  const { canUndo, canRedo, undo, redo } = useUndo(undoManager)
  const together = useTogetherSections(view)
  const readout = useReadoutSection()
  const points = usePointsSection()
  const keys = useKeysSection()
  const readers = useReaderSection(view)
  const [hasKeys, setKeys] = useState<'never' | 'open' | 'closed'>('never')
  const showKeys = useCallback(() => setKeys('open'), [])
  useArrangingKeys(showKeys)
  // Once the menu has given the focus back.
  const jump = (section: Parameters<typeof goTo>[0]) => () => setTimeout(() => goTo(section), 50)
  const sections: MenuSection[] = [
    ...(mayWrite
      ? [
          {
            id: 'undo',
            items: [
              {
                id: 'undo',
                label: t('group:undo'),
                icon: 'undo-2' as const,
                isDisabled: !canUndo,
                onAction: undo,
              },
              {
                id: 'redo',
                label: t('group:redo'),
                icon: 'redo-2' as const,
                isDisabled: !canRedo,
                onAction: redo,
              },
            ],
          },
        ]
      : []),
    {
      id: 'search',
      items: [
        {
          id: 'search',
          label: t('choosing:search'),
          icon: 'search',
          onAction: () => setTimeout(() => openSearchField({ search, filter }), 50),
        },
      ],
    },
    {
      id: 'jump',
      title: t('group:jumpTo'),
      items:
        view === 'list'
          ? [
              ...(isDraft
                ? []
                : [
                    {
                      id: 'marked',
                      label: t('group:markedTitle'),
                      icon: 'bookmark',
                      onAction: jump('marked'),
                    } as const,
                  ]),
              { id: 'parking', label: t('group:parkingTitle'), icon: 'archive', onAction: jump('parking') },
              { id: 'tray', label: t('group:trayTitle'), icon: 'inbox', onAction: jump('tray') },
            ]
          : [],
    },
    {
      id: 'view',
      title: t('group:views'),
      items: onView
        ? [
            view === 'list'
              ? {
                  id: 'board',
                  label: t('group:boardView'),
                  icon: 'layout-grid',
                  onAction: () => onView('board'),
                }
              : { id: 'list', label: t('group:listView'), icon: 'list', onAction: () => onView('list') },
          ]
        : [],
    },
    points,
    ...together,
    {
      ...readout,
      items: [
        ...readout.items,
        {
          id: 'sheet',
          label: t('readout:sheet'),
          icon: 'file-text',
          onAction: () => void navigate(`/gruppe/${group.id}/blatt`),
        },
      ],
    },
    keys,
    {
      id: 'all-keys',
      items: [
        {
          id: 'all-keys',
          label: t('arranging:keysTitle'),
          icon: 'keyboard',
          // Once the menu has given the focus back.
          onAction: () => setTimeout(showKeys, 50),
        },
      ],
    },
    readers,
  ]
  return (
    <>
      <MainMenu sections={sections.filter(({ items }) => items.length > 0)} />
      {hasKeys !== 'never' && (
        <KeysDialog isOpen={hasKeys === 'open'} mayWrite={mayWrite} onClose={() => setKeys('closed')} />
      )}
    </>
  )
}

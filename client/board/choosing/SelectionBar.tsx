import { useRef, useState } from 'react'
import { useStore } from '../../sync/useStore.ts'
import { Button } from '../../ui/Button.tsx'
import type { IconName } from '../../ui/Icon.tsx'
import { Menu, type MenuItem } from '../../ui/Menu.tsx'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { MergeDialog } from '../relating/MergeDialog.tsx'
import { useBoardPlace } from '../useBoardPlace.ts'
import { useTidyItems } from '../wall/useTidyItems.ts'
import { focusBoard } from './focusBoard.ts'
import { HeadChosen } from './HeadChosen.tsx'
import { KindChosen } from './KindChosen.tsx'
import { LevelsChosen } from './LevelsChosen.tsx'
import { MoveChosen } from './MoveChosen.tsx'
import { clearSelection } from './noteSelection.ts'
import { useChosen } from './useChosen.ts'
import './SelectionBar.css'

const dialogs = { move: MoveChosen, heading: HeadChosen, kind: KindChosen, levels: LevelsChosen } as const
type Asked = keyof typeof dialogs | 'merge'

type Tool = {
  readonly id: string
  readonly label: string
  /** For phones, where words are narrow. */
  readonly short?: string
  readonly icon: IconName
  readonly act: () => void
  readonly isDialog?: boolean
}

/** What can be done with all chosen cards. It stands where the tools stood, so that nothing moves. */
export function SelectionBar() {
  const t = useTexts()
  const { store, plan, selection, isDraft } = useBoardPlace()
  const count = useStore(selection)?.size ?? 0
  // Marks are part of it.
  useStore(store.arrangement)
  const { actions, ids, notes, tell } = useChosen()
  const tidyItems = useTidyItems()
  const [asked, setAsked] = useState<Asked | null>(null)
  const bar = useRef<HTMLDivElement>(null)
  if (count === 0) return null

  const clear = () => {
    const [first] = ids()
    clearSelection(selection)
    focusBoard(first)
  }
  const trash = () => {
    const chosen = ids()
    actions.trash(chosen)
    // Once the cards are gone and another is the tab stop.
    setTimeout(focusBoard)
    toast(t('choosing:trashed', { count: chosen.length }), { undo: () => actions.restore(chosen) })
  }
  const mark = (on: boolean) => () => {
    const chosen = ids()
    if (on) actions.mark(chosen)
    else actions.unmark(chosen)
    tell(t(on ? 'choosing:marked' : 'choosing:unmarked', { count: chosen.length }))
  }
  const areMarked = notes().every(({ forPlenum }) => forPlenum !== null)
  const ask = (what: Asked) => () => setAsked(what)
  const close = () => {
    setAsked(null)
    // The menu that asked is gone; a button that asked has the focus back by itself.
    setTimeout(() => {
      if (document.activeElement === document.body) bar.current?.querySelector('button')?.focus()
    }, 50)
  }
  const marking: Tool = areMarked
    ? { id: 'unmark', label: t('choosing:unmark'), icon: 'bookmark-minus', act: mark(false) }
    : { id: 'mark', label: t('choosing:mark'), icon: 'bookmark', act: mark(true) }
  const first: Tool[] = [
    {
      id: 'move',
      label: t('choosing:move'),
      short: t('choosing:moveShort'),
      icon: 'corner-up-right',
      act: ask('move'),
    },
    ...(isDraft
      ? []
      : [
          {
            id: 'heading',
            label: t('choosing:heading'),
            short: t('choosing:headingShort'),
            icon: 'group',
            act: ask('heading'),
          } as const,
        ]),
    {
      id: 'kind',
      label: t('choosing:kind'),
      short: t('choosing:kindShort'),
      icon: 'sticky-note',
      act: ask('kind'),
    },
  ]
  const more: Tool[] = [
    ...(plan.levels.length > 0
      ? [
          {
            id: 'levels',
            label: t('choosing:levels'),
            icon: 'layers',
            act: ask('levels'),
            isDialog: true,
          } as const,
        ]
      : []),
    ...(count > 1 && !isDraft
      ? [
          {
            id: 'merge',
            label: t('choosing:merge'),
            icon: 'merge',
            act: ask('merge'),
            isDialog: true,
          } as const,
        ]
      : []),
    ...(isDraft ? [] : [marking]),
    { id: 'trash', label: t('choosing:toTray'), icon: 'inbox', act: trash },
  ]
  const Dialog = asked === null || asked === 'merge' ? null : dialogs[asked]
  // Once the menu has given the focus back.
  const later = (items: readonly MenuItem[]): MenuItem[] =>
    items.map((item) => ({ ...item, onAction: () => setTimeout(() => item.onAction?.()) }))
  return (
    <div ref={bar} className="selection-bar" role="group" aria-label={t('choosing:bar')}>
      <p className="selection-count num">{t('choosing:count', { count })}</p>
      <div className="selection-tools">
        {first.map(({ id, label, short, icon, act }) => (
          <Button
            key={id}
            variant="quiet"
            icon={icon}
            aria-label={label}
            aria-haspopup="dialog"
            onClick={act}
          >
            <span className="selection-long">{label}</span>
            <span className="selection-short">{short}</span>
          </Button>
        ))}
        {more.map(({ id, label, icon, act, isDialog }) => (
          <Button
            key={id}
            className="selection-more"
            variant="quiet"
            icon={icon}
            aria-haspopup={isDialog ? 'dialog' : undefined}
            onClick={act}
          >
            {label}
          </Button>
        ))}
        <Menu
          label={t('choosing:tidy')}
          className="selection-more"
          variant="quiet"
          icon="layout-grid"
          placement="top end"
          items={later(tidyItems('chosen', ids))}
        />
        <Menu
          label={t('choosing:more')}
          className="selection-menu"
          variant="quiet"
          icon="ellipsis"
          placement="top end"
          items={later([
            ...more.map(({ id, label, icon, act }) => ({ id, label, icon, onAction: act })),
            ...tidyItems('chosen', ids, true),
          ])}
        />
      </div>
      <Button
        className="selection-clear"
        variant="quiet"
        icon="x"
        label={t('choosing:clear')}
        aria-keyshortcuts="Escape"
        onClick={clear}
      >
        {t('choosing:clearShort')}
      </Button>
      {Dialog && <Dialog count={count} onClose={close} />}
      {asked === 'merge' && <MergeDialog ids={ids()} onClose={close} />}
    </div>
  )
}

import { memo, useEffect, useRef, useState } from 'react'
import { useLocation } from 'react-router'
import type { NoteRef } from '#shared/ids.ts'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { BottomBar } from './BottomBar.tsx'
import { ClosingView } from './closing/ClosingView.tsx'
import { DecisionPanel } from './decision/DecisionPanel.tsx'
import { MergeBar } from './outline/MergeBar.tsx'
import { NotesView } from './outline/NotesView.tsx'
import { Outline } from './outline/Outline.tsx'
import { useMergeKind } from './outline/useMergeKind.ts'
import { viewPath, type PlenumView } from './plenumView.ts'
import { BlockView, FollowDock, GroupView } from './presenting/presentingParts.ts'
import { Refused } from './Refused.tsx'
import { scrollFocus } from './scrollFocus.ts'
import { ResultView } from './result/ResultView.tsx'
import { useCommand } from './useCommand.ts'
import { useCurrentItem } from './useCurrentItem.ts'
import { usePlenumPlace } from './usePlenumPlace.ts'

/** Outline, what is read or worked on, decision. On phones the outline comes first and the rest after a tap. */
export const PlenumBody = memo(function PlenumBody({ view }: { readonly view: PlenumView }) {
  const t = useTexts()
  const { groups, notes, canEdit, command } = usePlenumPlace()
  const item = useCurrentItem(view)
  const [chosen, setChosen] = useState<readonly NoteRef[]>([])
  // Somebody else may have taken a note up meanwhile.
  const free = new Set(groups.flatMap(({ loose }) => loose.map(({ note }) => note.ref)))
  const selected = canEdit ? chosen.filter((ref) => free.has(ref)) : []
  const choose = (refs: readonly NoteRef[]) => {
    merging.forget()
    setChosen(refs)
  }
  const [isLooking, setLooking] = useState(false)
  const page = useRef<HTMLElement>(null)
  const isMerging = selected.length > 0
  const as = useMergeKind(selected)
  const merging = useCommand()
  const isDetail = isMerging ? isLooking : view.kind !== 'start'
  const shown = isMerging
    ? 'merge'
    : view.kind === 'result' || view.kind === 'start'
      ? item?.result.id
      : viewPath(view)
  // The moderators have led here, not the reader's own hand: nothing may take the focus.
  const isLed = (useLocation().state as { readonly led?: boolean } | null)?.led === true

  const before = useRef({ shown, isDetail })
  useEffect(() => {
    const { current: was } = before
    before.current = { shown, isDetail }
    if (was.shown !== shown) page.current?.scrollTo(0, 0)
    if (was.shown === shown && was.isDetail === isDetail) return
    if (isLed) {
      if (page.current && getComputedStyle(page.current).overflowY === 'visible') window.scrollTo(0, 0)
      return
    }
    const outline = document.querySelector<HTMLElement>('.outline')
    // On phones the list that was tapped is gone: the reader is at the top of what it led to, and later back on its row.
    if (isDetail && outline?.offsetParent === null) {
      window.scrollTo(0, 0)
      page.current?.focus({ preventScroll: true })
    } else if (was.isDetail && page.current?.offsetParent === null)
      outline?.querySelector<HTMLElement>('[aria-current], :checked')?.focus()
    // The bar that was pressed is gone: reading goes on with what came of it.
    else if (was.shown === 'merge' && document.activeElement === document.body)
      page.current?.focus({ preventScroll: true })
  }, [shown, isDetail, isLed])

  const note = view.kind === 'note' ? notes.get(view.ref) : undefined
  const content = () => {
    if (isMerging)
      return (
        <NotesView
          refs={selected}
          kind={as.kind}
          onDone={() => setChosen([])}
          onBack={() => setLooking(false)}
        />
      )
    if (note) return <NotesView refs={[note.ref]} />
    if (view.kind === 'closing') return <ClosingView />
    if (view.kind === 'group') return <GroupView key={view.group} group={view.group} note={view.note} />
    if (view.kind === 'block') return <BlockView group={view.group} />
    if (view.kind === 'note' || (view.kind === 'result' && !item))
      return (
        <EmptyState
          title={t('plenum:goneTitle')}
          action={<ButtonLink to="/plenum">{t('plenum:allResults')}</ButtonLink>}
        >
          {t('plenum:gone')}
        </EmptyState>
      )
    if (item) return <ResultView key={item.result.id} item={item} />
    if (free.size > 0)
      return (
        <EmptyState title={t('plenum:noResultTitle')}>
          {t(canEdit ? 'plenum:noResultShape' : 'plenum:noResult')}
        </EmptyState>
      )
    return <EmptyState title={t('plenum:emptyTitle')}>{t('plenum:empty')}</EmptyState>
  }
  const isOnResult = view.kind === 'result' || view.kind === 'start'
  const hasPanel = !isMerging && isOnResult && item !== null
  return (
    <main
      className="plenum-body"
      data-screen={isDetail ? 'detail' : 'outline'}
      data-panel={hasPanel || undefined}
    >
      <Outline
        view={view}
        current={isMerging || !isOnResult ? null : (item?.result.id ?? null)}
        selected={selected}
        onSelect={choose}
      />
      <section
        className="plenum-page"
        id="plenum-page"
        ref={page}
        {...scrollFocus}
        aria-label={t('plenum:content')}
      >
        <div className="plenum-content">
          <Refused error={command.error} />
          {content()}
        </div>
      </section>
      {hasPanel && item && <DecisionPanel key={item.result.id} item={item} />}
      <div className="bottom-dock">
        <FollowDock view={view} />
        {isMerging || merging.error !== null ? (
          <MergeBar
            selected={selected}
            as={as}
            command={merging}
            isLooking={isLooking}
            onLook={() => setLooking((looks) => !looks)}
            onDone={() => setChosen([])}
          />
        ) : (
          <BottomBar view={view} item={isOnResult ? item : null} isDetail={isDetail} />
        )}
      </div>
    </main>
  )
})

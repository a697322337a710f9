import { useState } from 'react'
import { useNavigate } from 'react-router'
import { noteRef } from '#shared/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { FinaliseDialog } from './closing/closingParts.ts'
import { showOnWall } from './plenumCommands.ts'
import { spokenName, type OutlineItem } from './outline/plenumOutline.ts'
import { viewPath, type PlenumView } from './plenumView.ts'
import { LeadBar } from './presenting/presentingParts.ts'
import { usePresenting } from './presenting/usePresenting.ts'
import { usePlenumPlace } from './usePlenumPlace.ts'
import './BottomBar.css'

type BottomBarProps = {
  readonly view: PlenumView
  readonly item: OutlineItem | null
  /** On phones: something is open, not the list. */
  readonly isDetail: boolean
}

/** The way through the Plenum: one result back or on, what the wall shows, and the end. */
export function BottomBar({ view, item, isDetail }: BottomBarProps) {
  const t = useTexts()
  const navigate = useNavigate()
  const { items, notes, show, mayShape, canEdit, command } = usePlenumPlace()
  const isLed = Boolean(usePresenting()?.now)
  const [isFinalising, setFinalising] = useState(false)
  const at = items.findIndex(({ result }) => result.id === item?.result.id)
  const neighbour = (by: -1 | 1) => (at < 0 ? undefined : items[at + by])
  const onWall = items.find(({ result }) => show?.kind === 'result' && show.id === result.id)
  const isShown = onWall !== undefined && onWall.result.id === item?.result.id
  const showThis = () =>
    void command.run(() =>
      showOnWall(isShown || !item ? { kind: 'welcome' } : { kind: 'result', id: item.result.id }),
    )
  const group = show?.kind === 'group' ? show : null
  const shownNote = group?.note ? notes.get(noteRef(group.group, group.note)) : undefined
  const wallText = () => {
    if (onWall) return [onWall.name, onWall.result.title].filter(Boolean).join(', ')
    if (group) return shownNote?.number ?? t('plenum:fromGroup', { group: group.group })
    if (show?.kind === 'consent') return t('plenum:questionShow')
    return t(!show || show.kind === 'welcome' ? 'plenum:welcome' : 'plenum:otherShow')
  }
  const showText = t(isShown || !item ? 'plenum:showWelcome' : 'plenum:show')
  const way = (to: OutlineItem | undefined, by: -1 | 1) =>
    to && (
      <ButtonLink
        size="small"
        variant="quiet"
        to={viewPath({ kind: 'result', id: to.result.id })}
        aria-label={t(by < 0 ? 'plenum:previous' : 'plenum:next', {
          result: [to.name, to.result.title].filter(Boolean).join(' '),
        })}
        {...(by < 0 ? { icon: 'chevron-left' as const } : { iconEnd: 'chevron-right' as const })}
      >
        {to.name ?? t('plenum:unnamed')}
      </ButtonLink>
    )
  if (items.length === 0 && !mayShape) return null
  return (
    <div
      className="bottom-bar"
      role="region"
      aria-label={t('plenum:bar')}
      data-detail={isDetail || undefined}
    >
      <span className="bar-ways">
        {!(mayShape && isLed) && (
          <>
            {way(neighbour(-1), -1)}
            {way(neighbour(1), 1)}
          </>
        )}
        {mayShape && <LeadBar view={view} />}
      </span>
      <span className="bar-wall">
        <Icon name="presentation" />
        <span className="bar-wall-text">
          {t('plenum:onBeamer')} <strong dir="auto">{wallText()}</strong>
        </span>
        {mayShape && (item !== null || onWall !== undefined) && (
          <Button
            size="small"
            aria-label={isShown || !item ? undefined : t('plenum:showThis', { result: spokenName(item) })}
            aria-disabled={command.isBusy}
            onClick={showThis}
          >
            {showText}
          </Button>
        )}
      </span>
      {canEdit && (
        <span className="bar-end">
          <Button size="small" variant="quiet" onClick={() => setFinalising(true)}>
            {t('plenum:finalise')}
          </Button>
        </span>
      )}
      {mayShape && (
        <span className="bar-menu">
          <Menu
            label={t('app:more')}
            size="small"
            icon="ellipsis"
            placement="top end"
            items={[
              ...(item
                ? [
                    {
                      id: 'show',
                      label: isShown
                        ? t('plenum:showWelcome')
                        : t('plenum:showOf', { result: spokenName(item) }),
                      icon: 'presentation' as const,
                      onAction: showThis,
                    },
                  ]
                : []),
              {
                id: 'closing',
                label: t('plenum:closing'),
                icon: 'list-ordered',
                onAction: () => void navigate(viewPath({ kind: 'closing' })),
              },
              ...(canEdit
                ? [
                    {
                      id: 'finalise',
                      label: t('plenum:finalise'),
                      icon: 'lock' as const,
                      onAction: () => setFinalising(true),
                    },
                  ]
                : []),
            ]}
          />
        </span>
      )}
      {isFinalising && <FinaliseDialog onClose={() => setFinalising(false)} />}
    </div>
  )
}

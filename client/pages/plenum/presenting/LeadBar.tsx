import { useState } from 'react'
import { useNavigate } from 'react-router'
import type { Presented } from '#shared/plenum/presenting.ts'
import { isSameShown } from '#shared/plenum/presentingMoves.ts'
import { nextTopic, stepFrom } from '#shared/plenum/presentingSteps.ts'
import { Button } from '../../../ui/Button.tsx'
import { Menu, type MenuItem } from '../../../ui/Menu.tsx'
import { useTexts } from '../../../ui/useTexts.ts'
import { viewPath, type PlenumView } from '../plenumView.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'
import { OrderDialog } from './OrderDialog.tsx'
import { presentedOf, viewOf } from './presentedView.ts'
import { present } from './presentingCommands.ts'
import { led } from './useFollow.ts'
import { usePresentedName } from './usePresentedName.ts'
import { usePresenting } from './usePresenting.ts'
import { useSteps } from './useSteps.ts'
import './presenting.css'

/** Leads everyone and the first screen: one step back or on, or to any place. */
export function LeadBar({ view }: { readonly view: PlenumView }) {
  const t = useTexts()
  const navigate = useNavigate()
  const nameOf = usePresentedName()
  const presenting = usePresenting()
  const steps = useSteps()
  const { groups, command } = usePlenumPlace()
  const [isOrdering, setOrdering] = useState(false)
  if (!presenting) return null
  const { now, version, order } = presenting
  const go = async (to: Presented | null) => {
    if (command.isBusy) return
    const isDone = await command.run(() => present({ now: to, version, beamer: true }))
    const there = to && viewOf(to)
    if (isDone && there) void navigate(viewPath(there), { replace: true, state: led })
  }
  const back = stepFrom(steps, now, -1)
  const on = stepFrom(steps, now, 1)
  const topic = nextTopic(steps, now)
  const here = presentedOf(view)
  const item = (to: Presented, id: string): MenuItem => ({
    id,
    label: nameOf(to),
    ...(isSameShown(to, now) ? { icon: 'check' as const } : {}),
    onAction: () => void go(to),
  })
  const heads = order.map((group): Presented => ({ kind: 'group', group, note: null }))
  const after = groups.flatMap(({ id, items }) => {
    const first = items[0]
    return [
      ...(first ? [{ kind: 'result', id: first.result.id } as const] : []),
      ...(items.length > 1 ? [{ kind: 'block', group: id } as const] : []),
    ]
  })
  const others: Presented[] = [{ kind: 'closing' }]
  return (
    <span className="lead-bar" role="group" aria-label={t('presenting:lead')}>
      {now && (
        <Button
          size="small"
          variant="quiet"
          icon="chevron-left"
          iconOnly
          label={back ? t('presenting:back', { name: nameOf(back) }) : t('presenting:back', { name: '–' })}
          aria-disabled={!back || command.isBusy || undefined}
          onClick={() => back && void go(back)}
        />
      )}
      {on ? (
        <Button
          className={now ? undefined : 'lead-begin'}
          size="small"
          iconEnd="chevron-right"
          aria-label={now ? t('presenting:on', { name: nameOf(on) }) : undefined}
          aria-disabled={command.isBusy || undefined}
          onClick={() => void go(on)}
        >
          {now ? (
            <>
              <span className="lead-word">{t('presenting:on', { name: nameOf(on) })}</span>
              <span className="lead-short num">{nameOf(on)}</span>
            </>
          ) : (
            t('presenting:begin')
          )}
        </Button>
      ) : null}
      <Menu
        label={t('presenting:where')}
        size="small"
        variant="quiet"
        icon="signpost"
        iconOnly
        placement="top start"
        sections={[
          {
            id: 'groups',
            title: t('presenting:groupsTitle'),
            items: heads.map((to, at) => item(to, `group${at}`)),
          },
          ...(after.length > 0
            ? [
                {
                  id: 'results',
                  title: t('presenting:resultsTitle'),
                  items: after.map((to, at) => ({
                    ...item(to, `result${at}`),
                    ...(to.kind === 'result'
                      ? { label: t('presenting:resultsFrom', { name: nameOf(to) }) }
                      : {}),
                  })),
                },
              ]
            : []),
          {
            id: 'others',
            title: t('presenting:otherTitle'),
            items: [
              ...others.map((to, at) => item(to, `other${at}`)),
              ...(here && !isSameShown(here, now)
                ? [
                    {
                      id: 'here',
                      label: t('presenting:hereAll'),
                      icon: 'users' as const,
                      onAction: () => void go(here),
                    },
                  ]
                : []),
              {
                id: 'order',
                label: t('presenting:order'),
                icon: 'list-ordered',
                onAction: () => setOrdering(true),
              },
              ...(now
                ? [
                    {
                      id: 'end',
                      label: t('presenting:end'),
                      icon: 'x' as const,
                      onAction: () => void go(null),
                    },
                  ]
                : []),
            ],
          },
        ]}
      />
      {topic && on && !isSameShown(topic, on) && (
        <Button
          className="lead-topic"
          size="small"
          variant="quiet"
          aria-disabled={command.isBusy || undefined}
          onClick={() => void go(topic)}
        >
          {t('presenting:on', { name: nameOf(topic) })}
        </Button>
      )}
      {isOrdering && <OrderDialog onClose={() => setOrdering(false)} />}
    </span>
  )
}

import { useQuery } from '@tanstack/react-query'
import type { SeatsAnswer } from '#shared/api.ts'
import type { EventPlan } from '#shared/template.ts'
import { call } from '../../sync/call.ts'
import { keys } from '../../sync/records.ts'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { usePages, type Steered } from './usePages.ts'
import { WallFoot } from './WallFoot.tsx'
import { WallPages } from './WallPages.tsx'

type WallGroupsProps = {
  readonly plan: EventPlan
  readonly zoom: number
  readonly steered: Steered
  readonly isOffline: boolean
}

const namesAtOnce = 12

/** Who is where: each group with its room and its people, the longest lists on several pages. */
export function WallGroups({ plan, zoom, steered, isOffline }: WallGroupsProps) {
  const t = useTexts()
  const seats = useQuery({
    queryKey: [...keys.people, 'seats'],
    queryFn: ({ signal }) => call<SeatsAnswer>('GET', '/api/beamer/seats', undefined, signal),
  }).data
  const most = Math.max(1, Math.floor(namesAtOnce / zoom))
  const longest = Math.max(0, ...(seats?.groups ?? []).map(({ names }) => names.length))
  const pages = Math.max(1, Math.ceil(longest / most))
  const paging = usePages(pages, steered)
  const from = paging.page * most
  return (
    <div className="wall wall-groups">
      <main>
        <h1>{t('wall:groups')}</h1>
        <ul className="wall-columns">
          {plan.groups.map((group) => {
            const names = seats?.groups.find(({ id }) => id === group.id)?.names ?? []
            return (
              <li key={group.id}>
                <h2 lang={plan.language}>
                  <GroupBadge letter={group.id} />
                  <span>{group.title}</span>
                </h2>
                <p className="wall-meta num">
                  {[
                    group.room,
                    names.length > 0 ? t('wall:people', { count: names.length }) : t('wall:nobody'),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </p>
                <ul>
                  {names.slice(from, from + most).map((name, at) => (
                    <li key={from + at} dir="auto">
                      {name}
                    </li>
                  ))}
                </ul>
              </li>
            )
          })}
        </ul>
        {pages > 1 && <WallPages {...paging} pages={pages} />}
      </main>
      <WallFoot isOffline={isOffline}>
        {seats && seats.seatless > 0 && (
          <p className="num">{t('wall:seatless', { count: seats.seatless })}</p>
        )}
      </WallFoot>
    </div>
  )
}

import { useState } from 'react'
import type { GroupId } from '#shared/ids.ts'
import { Button } from '../../ui/Button.tsx'
import { ButtonLink } from '../../ui/ButtonLink.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { present } from '../plenum/presenting/presentingCommands.ts'
import { usePresenting } from '../plenum/presenting/usePresenting.ts'
import { Refused } from '../plenum/Refused.tsx'
import { useCommand } from '../plenum/useCommand.ts'
import { acrossPath } from './acrossPath.ts'
import { useAcrossPlace } from './acrossPlace.ts'
import { GroupColumn } from './GroupColumn.tsx'
import { useKeepFocus } from './useKeepFocus.ts'

/** All groups side by side, in the order in which they present. */
export function GroupColumns() {
  const t = useTexts()
  const { groups, chosen, setChosen } = useAcrossPlace()
  const presenting = usePresenting()
  const command = useCommand()
  const [said, setSaid] = useState('')
  useKeepFocus(groups)
  const move = async (group: GroupId, by: -1 | 1) => {
    const before = groups.map(({ id }) => id)
    const at = before.indexOf(group)
    const other = before[at + by]
    if (!presenting || command.isBusy || !other) return
    const order = before.with(at, other).with(at + by, group)
    if (await command.run(() => present({ order, version: presenting.version })))
      setSaid(t('across:presentsNow', { group, place: at + by + 1 }))
  }
  return (
    <div className="columns-page">
      <h2 className="columns-title">{t('across:groups')}</h2>
      <Refused error={command.error} />
      <p className="vh" role="status">
        {said}
      </p>
      <div className="columns">
        {groups.map((group, at) => (
          <GroupColumn
            key={group.id}
            group={group}
            place={at + 1}
            isLast={at === groups.length - 1}
            canMove={presenting !== undefined}
            onMove={(by) => void move(group.id, by)}
            onSay={setSaid}
          />
        ))}
      </div>
      {chosen.length > 0 && (
        <div className="chosen-cards" role="region" aria-label={t('across:chosen', { count: chosen.length })}>
          <p className="num" role="status">
            {t('across:chosen', { count: chosen.length })}
          </p>
          {chosen.length > 1 ? (
            <ButtonLink variant="primary" to={acrossPath(chosen)}>
              {t('across:compare')}
            </ButtonLink>
          ) : (
            <p className="hint">{t('across:chooseMore')}</p>
          )}
          <Button variant="quiet" onClick={() => setChosen([])}>
            {t('across:unchoose')}
          </Button>
        </div>
      )}
    </div>
  )
}

import type { PeopleAnswer } from '#shared/day/people.ts'
import type { EventPlan } from '#shared/template.ts'
import { Button } from '../../ui/Button.tsx'
import { GroupBadge } from '../../ui/GroupBadge.tsx'
import { Message } from '../../ui/Message.tsx'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { usePeopleCall } from './usePeopleCall.ts'

type ExpectedListProps = {
  readonly plan: EventPlan
  readonly expected: PeopleAnswer['expected']
  readonly mayChange: boolean
}

/** Who is on the list and has not come yet. */
export function ExpectedList({ plan, expected, mayChange }: ExpectedListProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const { send, error } = usePeopleCall()
  if (expected.length === 0 && error === null) return null
  const inOrder = expected.toSorted((a, b) => a.name.localeCompare(b.name, plan.language, { numeric: true }))
  const forget = (id: string) =>
    send('PUT', '/api/people/expected', {
      list: expected.filter((row) => row.id !== id).map(({ name, group }) => ({ name, group })),
      beyond: true,
    })
  return (
    <section className="expected" aria-labelledby="expected">
      <h2 id="expected">{t('people:expected')}</h2>
      <p className="muted">{t('people:expectedText')}</p>
      {error !== null && (
        <Message tone="bad" live>
          {refusalText(error)}
        </Message>
      )}
      <ul className="person-list">
        {inOrder.map(({ id, name, group }) => (
          <li key={id} className="person-row">
            <span>{group && <GroupBadge letter={group} size="small" />}</span>
            <span className="person-name">
              <span dir="auto">{name}</span>
              <span className={group ? 'vh' : 'hint'}>{group ?? t('people:noGroup')}</span>
            </span>
            {mayChange && (
              <Button
                variant="quiet"
                size="small"
                icon="x"
                iconOnly
                label={t('people:expectedRemove', { name })}
                onClick={() => void forget(id)}
              />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

import { useState } from 'react'
import type { PersonOnList } from '#shared/day/people.ts'
import { Button } from '../../ui/Button.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { Message } from '../../ui/Message.tsx'
import { Select } from '../../ui/Select.tsx'
import { toast } from '../../ui/toast.ts'
import { useRefusalText } from '../../ui/useRefusalText.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { usePeopleCall } from './usePeopleCall.ts'
import { targetOf } from './useSeating.ts'

type MergePeopleProps = {
  readonly person: PersonOnList
  readonly others: readonly PersonOnList[]
  readonly onClose: () => void
}

/** Two rows of one human become one. The likeliest one, of the same name, is offered first. */
export function MergePeople({ person, others, onClose }: MergePeopleProps) {
  const t = useTexts()
  const refusalText = useRefusalText()
  const { send, error } = usePeopleCall()
  const alike = others.filter(({ name }) => name.toLowerCase() === person.name.toLowerCase())
  const [into, setInto] = useState<string | null>(alike[0]?.id ?? null)
  const merge = async () => {
    if (into === null) return
    const path = `/api/people/${encodeURIComponent(person.id)}/merge`
    if (!(await send('POST', path, { into }))) return
    toast(t('people:merged', { name: others.find(({ id }) => id === into)?.name ?? person.name }))
    onClose()
  }
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t('people:mergeTitle', { name: person.name })}
      actions={
        <>
          <Button variant="grave" aria-disabled={into === null} onClick={() => void merge()}>
            {t('people:mergeYes')}
          </Button>
          <Button onClick={onClose}>{t('people:mergeNo')}</Button>
        </>
      }
    >
      {others.length === 0 ? (
        <p>{t('people:mergeNobody')}</p>
      ) : (
        <>
          <p>{t('people:mergeText')}</p>
          <Select
            label={t('people:mergeWith')}
            value={into}
            placeholder={t('people:mergeWith')}
            onChange={setInto}
            options={[...alike, ...others.filter((other) => !alike.includes(other))].map((other) => ({
              id: other.id,
              label: other.name,
              hint:
                targetOf(other) === 'plenum'
                  ? t('people:inPlenum')
                  : (targetOf(other) ?? t('people:noGroup')),
            }))}
          />
        </>
      )}
      {error !== null && (
        <Message tone="bad" live>
          {refusalText(error)}
        </Message>
      )}
    </Dialog>
  )
}

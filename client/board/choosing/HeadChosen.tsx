import { useState } from 'react'
import type { ClusterId } from '#shared/ids.ts'
import { useStore } from '../../sync/useStore.ts'
import { Field } from '../../ui/Field.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { ChipChoice } from '../ChipChoice.tsx'
import { useBoardPlace } from '../useBoardPlace.ts'
import { ChosenDialog } from './ChosenDialog.tsx'
import { useChosen } from './useChosen.ts'

const none = '/'
const fresh = '+'

/** "Überschrift …": one that is there, a new one, or none. */
export function HeadChosen({ count, onClose }: { readonly count: number; readonly onClose: () => void }) {
  const t = useTexts()
  const { store } = useBoardPlace()
  const { actions, ids, notes, tell } = useChosen()
  const [to, setTo] = useState<string | null>(null)
  const [title, setTitle] = useState('')
  const clusters = useStore(store.clusters) ?? []
  const questions = new Set(notes().map(({ question }) => question))
  // Those of the same questions first.
  const choices = [true, false].flatMap((isNear) =>
    clusters.filter(({ question }) => questions.has(question) === isNear),
  )
  const nameOf = (name: string) => name.trim() || t('group:clusterUntitled')
  const put = () => {
    const chosen = ids()
    if (to === fresh) actions.putIntoNew(chosen, title)
    else actions.putInto(chosen, to === none ? null : (to as ClusterId))
    const shown = to === fresh ? title : (clusters.find(({ id }) => id === to)?.title ?? '')
    tell(
      to === none
        ? t('choosing:unheaded', { count: chosen.length })
        : t('choosing:headed', { count: chosen.length, title: nameOf(shown) }),
    )
  }
  return (
    <ChosenDialog
      title={t('choosing:headingTitle', { count })}
      yes={t('choosing:headingYes')}
      isReady={to !== null}
      onYes={put}
      onClose={onClose}
    >
      <ChipChoice
        legend={t('choosing:headingLegend')}
        mode="single"
        options={[
          ...choices.map((one) => ({ id: one.id, label: nameOf(one.title) })),
          { id: fresh, label: t('choosing:newHeading'), icon: 'plus' },
          { id: none, label: t('choosing:noHeading') },
        ]}
        selected={to === null ? [] : [to]}
        onToggle={setTo}
      />
      {to === fresh && (
        <Field
          label={t('group:clusterTitle')}
          hint={t('group:clusterHint')}
          value={title}
          onChange={setTitle}
          maxLength={300}
        />
      )}
    </ChosenDialog>
  )
}

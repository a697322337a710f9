import type { ClusterId, KindId, LevelId, NoteId, QuestionId, TagId } from '#shared/ids.ts'
import { labelOf, parkingLotKind } from '#shared/template.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { useLanguage } from '../ui/useLanguage.ts'
import { useTexts } from '../ui/useTexts.ts'
import { useStore } from '../sync/useStore.ts'
import { ChipChoice } from './ChipChoice.tsx'
import { keyOfKind } from './choosing/kindKey.ts'
import { NewCluster } from './NewCluster.tsx'
import { useSingleKeys } from './singleKeys.ts'
import { useBoardPlace, useNoteFact } from './useBoardPlace.ts'
import { useNote } from './useNote.ts'

type NoteSheetProps = { readonly id: NoteId; readonly onClose: () => void }

const parking = '/'
const none = '/'

/** Where a note belongs: kind, levels, tags, question, cluster. Every tap counts at once and can be undone. */
export function NoteSheet({ id, onClose }: NoteSheetProps) {
  const t = useTexts()
  const language = useLanguage()
  const { store, actions, plan, group, isDraft } = useBoardPlace()
  const hasKeys = useSingleKeys()
  const note = useNote(store, id)
  const fact = useNoteFact(id)
  const zones = useStore(store.arrangement)?.zones ?? []
  const clusters = useStore(store.clusters) ?? []
  if (!note) return null
  const zone =
    note.kind === parkingLotKind ? undefined : zones.find(({ question }) => question === note.question)
  // Those of the same question first.
  const near = zone?.clusters ?? []
  const choices = [...near, ...clusters.filter(({ id }) => !near.some((one) => one.id === id))]
  const cluster = choices.find((one) => one.id === note.cluster)

  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={t('group:sortTitle', { note: fact?.number ?? t('group:thisNote') })}
      actions={<Button onClick={onClose}>{t('group:finished')}</Button>}
    >
      <ChipChoice
        legend={t('group:kind')}
        mode="single"
        options={plan.noteKinds.map((kind) => ({
          id: kind.id,
          label: labelOf(kind, language),
          icon: kind.icon,
          paper: kind.paper,
          shortcut: hasKeys ? keyOfKind(plan, kind) : undefined,
        }))}
        selected={[note.kind]}
        onToggle={(kind) => actions.setKind(id, kind as KindId)}
      />
      <ChipChoice
        legend={t('group:question')}
        mode="single"
        options={[
          ...group.questions.map((question) => ({
            id: question.id,
            label: `${question.id} ${question.text}`,
          })),
          { id: parking, label: t('group:toParking'), icon: 'archive' },
        ]}
        selected={[zone?.question ?? parking]}
        onToggle={(to) => (to === parking ? actions.park(id) : actions.moveToQuestion(id, to as QuestionId))}
      />
      {zone && !isDraft && (
        <>
          <ChipChoice
            legend={t('group:cluster')}
            mode="single"
            options={[
              { id: none, label: t('group:noCluster') },
              ...choices.map((one) => ({ id: one.id, label: one.title || t('group:clusterUntitled') })),
            ]}
            selected={[cluster?.id ?? none]}
            onToggle={(to) => actions.setCluster(id, to === none ? null : (to as ClusterId))}
          />
          <NewCluster onMake={(title) => actions.newCluster(title, zone.question, [id])} />
        </>
      )}
      {plan.levels.length > 0 && (
        <ChipChoice
          legend={t('group:levels')}
          mode="multiple"
          isPill
          options={plan.levels.map((level) => ({ id: level.id, label: labelOf(level, language) }))}
          selected={note.levels}
          onToggle={(level) => actions.toggleLevel(id, level as LevelId)}
        />
      )}
      {plan.tagSets.map((set) => (
        <ChipChoice
          key={set.id}
          legend={labelOf(set, language)}
          mode="multiple"
          isPill
          options={set.tags.map((tag) => ({ id: tag.id, label: labelOf(tag, language) }))}
          selected={note.tags}
          onToggle={(tag) => actions.toggleTag(id, tag as TagId)}
        />
      ))}
    </Dialog>
  )
}

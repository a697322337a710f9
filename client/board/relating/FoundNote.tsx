import type { NoteId } from '#shared/ids.ts'
import { useStore } from '../../sync/useStore.ts'
import { Button } from '../../ui/Button.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { toast } from '../../ui/toast.ts'
import { useTexts } from '../../ui/useTexts.ts'
import { chosenActions } from '../choosing/chosenActions.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import type { FindPurpose } from './FindDialog.tsx'
import { ShownNote } from './ShownNote.tsx'
import { standingIn } from './standingIn.ts'
import { useNoteName } from './useNoteName.ts'
import { useRelated } from './useRelated.ts'
import { useStandingText } from './useStandingText.ts'

type FoundNoteProps = {
  readonly base: NoteId
  readonly id: NoteId
  readonly purpose: FindPurpose
  /** False when the card that is compared with has gone elsewhere. */
  readonly isOpen: boolean
  readonly onMerge: () => void
}

/** A card that was found beside another, and what can be done with both. Where others took it meanwhile, it says so. */
export function FoundNote({ base, id, purpose, isOpen, onMerge }: FoundNoteProps) {
  const t = useTexts()
  const { store, mayWrite } = useBoardPlace()
  const arrangement = useStore(store.arrangement)
  const nameOf = useNoteName()
  const standingText = useStandingText()
  const standing = arrangement && standingIn(arrangement)(id)
  const isHere = standing?.where === 'board'
  return (
    <ShownNote
      id={id}
      foot={
        standing && !isHere ? (
          <>
            <Icon name="info" size={16} />
            <span role="status">{standingText(standing)}</span>
          </>
        ) : undefined
      }
      actions={
        mayWrite &&
        isHere &&
        isOpen && (
          <>
            {purpose !== 'link' && (
              <Button
                size="small"
                icon="merge"
                aria-label={t('relating:mergeNote', { note: nameOf(id) })}
                onClick={onMerge}
              >
                {t('relating:merge')}
              </Button>
            )}
            {purpose !== 'merge' && <LinkButton base={base} id={id} />}
            {purpose === 'similar' && <ClusterButton base={base} id={id} />}
          </>
        )
      }
    />
  )
}

type PairProps = { readonly base: NoteId; readonly id: NoteId }

function LinkButton({ base, id }: PairProps) {
  const t = useTexts()
  const { actions, undoManager } = useBoardPlace()
  const nameOf = useNoteName()
  const related = useRelated(base).find(({ card }) => card === id)
  const names = { one: nameOf(base), other: nameOf(id) }
  const toggle = () => {
    if (related) actions.unlink(related.pairs)
    else actions.link(base, id)
    const said = related ? t('relating:unlinked', names) : t('relating:linked', names)
    toast(said, { undo: () => undoManager.undo() })
  }
  return (
    <Button
      size="small"
      icon={related ? 'check' : 'link-2'}
      aria-pressed={related !== undefined}
      aria-label={t('relating:linkNote', { note: nameOf(id) })}
      onClick={toggle}
    >
      {t('relating:link')}
    </Button>
  )
}

function ClusterButton({ base, id }: PairProps) {
  const t = useTexts()
  const place = useBoardPlace()
  const nameOf = useNoteName()
  // Where both stand changes only with the arrangement, which the card around this hears of.
  const [own, other] = [base, id].map((note) => place.store.note(note)?.cluster ?? null)
  const isTogether = own !== null && own === other
  const put = () => {
    const { putInto, putIntoNew } = chosenActions(place)
    if (own) putInto([id], own)
    else if (other) putInto([base], other)
    else putIntoNew([base, id], '')
    toast(t('relating:clustered', { one: nameOf(base), other: nameOf(id) }), {
      undo: () => place.undoManager.undo(),
    })
  }
  return (
    <Button
      size="small"
      icon={isTogether ? 'check' : 'group'}
      aria-disabled={isTogether}
      aria-label={isTogether ? undefined : t('relating:sameClusterNote', { note: nameOf(id) })}
      onClick={put}
    >
      {t(isTogether ? 'relating:inSameCluster' : 'relating:sameCluster')}
    </Button>
  )
}

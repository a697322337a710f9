import { isErased } from '#shared/gather.ts'
import type { NoteRef } from '#shared/ids.ts'
import { Button } from '../../../ui/Button.tsx'
import { NoteCard } from '../../../ui/NoteCard.tsx'
import { toast } from '../../../ui/toast.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import { DiscussToggle } from '../presenting/presentingParts.ts'
import type { Addition } from './AddRow.tsx'
import { PickNotes } from './PickNotes.tsx'
import { changeResult } from '../plenumCommands.ts'
import type { OutlineItem } from '../outline/plenumOutline.ts'
import { Refused } from '../Refused.tsx'
import { useCommand } from '../useCommand.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

type SourcesProps = {
  readonly item: OutlineItem
  readonly adding: Addition | null
  readonly onEnd: () => void
}
type Field = 'sources' | 'links'

/** The notes it came from, and those that say something similar. */
export function Sources({ item: { result }, adding, onEnd }: SourcesProps) {
  const t = useTexts()
  const { notes, plan, canEdit } = usePlenumPlace()
  const command = useCommand()

  const put = (field: Field, refs: readonly NoteRef[], was = result[field]) =>
    changeResult(result.id, { [field]: refs }, { [field]: was })
  const remove = async (field: Field, ref: NoteRef, number: string) => {
    const before = result[field]
    const rest = before.filter((one) => one !== ref)
    if (!(await command.run(() => put(field, rest)))) return
    toast(t('plenum:noteRemoved', { note: number }), {
      undo: () => void command.run(() => put(field, before, rest)),
    })
  }
  const card = (field: Field, ref: NoteRef) => {
    const note = notes.get(ref)
    if (!note) return null
    const mayRemove = canEdit && (field === 'links' || result.sources.length > 1)
    const group = plan.groups.length > 1 && t('plenum:fromGroup', { group: note.group })
    const said = [field === 'links' && t('plenum:related'), group].filter(Boolean).join(', ')
    return (
      <li key={ref}>
        <NoteCard
          plan={plan}
          note={note}
          clamp
          withdrawn={
            note.withdrawn && note.mergedInto ? t('app:mergedIn', { note: note.mergedInto }) : note.withdrawn
          }
          erased={isErased(note)}
          foot={
            <>
              {said && <span>{note.withdrawn && !isErased(note) ? `· ${said}` : said}</span>}
              <DiscussToggle small target={ref} name={note.number} />
            </>
          }
          headEnd={
            mayRemove && (
              <Button
                className="card-remove"
                variant="quiet"
                size="small"
                icon="x"
                iconOnly
                label={t('plenum:removeNote', { note: note.number })}
                aria-disabled={command.isBusy}
                onClick={() => void remove(field, ref, note.number)}
              />
            )
          }
        />
      </li>
    )
  }
  return (
    <section className="result-part" aria-labelledby="sources-title">
      <h3 id="sources-title">{t('plenum:sources', { count: result.sources.length })}</h3>
      <ul className="sources">
        {result.sources.map((ref) => card('sources', ref))}
        {result.links.map((ref) => card('links', ref))}
      </ul>
      <Refused error={command.error} />
      {(adding === 'source' || adding === 'link') && (
        <PickNotes
          title={t(adding === 'source' ? 'plenum:pickSource' : 'plenum:pickLink')}
          hint={t(adding === 'source' ? 'plenum:originals' : 'plenum:linkHint')}
          isTaken={(ref) => result.sources.includes(ref) || (adding === 'link' && result.links.includes(ref))}
          onlyLoose={adding === 'source'}
          onPick={(refs) =>
            changeResult(
              result.id,
              adding === 'link'
                ? { links: [...result.links, ...refs] }
                : {
                    sources: [...result.sources, ...refs],
                    links: result.links.filter((ref) => !refs.includes(ref)),
                  },
              { sources: result.sources, links: result.links },
            )
          }
          onClose={onEnd}
        />
      )}
    </section>
  )
}

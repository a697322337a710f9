import { Link } from 'react-router'
import type { NoteRef } from '#shared/ids.ts'
import { titleFrom } from '#shared/result.ts'
import { kindOf, labelOf } from '#shared/template.ts'
import { KindIcon } from '../../../ui/KindIcon.tsx'
import { useLanguage } from '../../../ui/useLanguage.ts'
import { useTexts } from '../../../ui/useTexts.ts'
import type { LooseNote, OutlineGroup } from './plenumOutline.ts'
import { viewPath, type PlenumView } from '../plenumView.ts'
import { DiscussToggle } from '../presenting/presentingParts.ts'
import { usePlenumPlace } from '../usePlenumPlace.ts'

type LooseNotesProps = {
  readonly group: OutlineGroup
  readonly view: PlenumView
  readonly selected: readonly NoteRef[]
  readonly onSelect: (refs: readonly NoteRef[]) => void
}

/** Handed over, but source of no result: who leads the Plenum chooses, everyone else reads. */
export function LooseNotes({ group, view, selected, onSelect }: LooseNotesProps) {
  const t = useTexts()
  const { canEdit } = usePlenumPlace()
  const refs = group.loose.map(({ note }) => note.ref)
  const areAll = refs.every((ref) => selected.includes(ref))
  const toggle = (ref: NoteRef) =>
    onSelect(selected.includes(ref) ? selected.filter((one) => one !== ref) : [...selected, ref])
  const toggleAll = () =>
    onSelect(areAll ? selected.filter((ref) => !refs.includes(ref)) : [...new Set([...selected, ...refs])])
  return (
    <div
      className="loose"
      role="group"
      aria-label={t('plenum:looseOf', { group: group.id, count: group.loose.length })}
    >
      <p className="loose-head">
        <span className="num">{t('plenum:loose', { count: group.loose.length })}</span>
        {canEdit && group.loose.length > 1 && (
          <button
            type="button"
            onClick={toggleAll}
            aria-label={t(areAll ? 'plenum:chooseNoneOf' : 'plenum:chooseAllOf', { group: group.id })}
          >
            {t(areAll ? 'plenum:chooseNone' : 'plenum:chooseAll')}
          </button>
        )}
      </p>
      <ul>
        {group.loose.map((one) => (
          <li key={one.note.ref}>
            {canEdit ? (
              <label className="loose-row">
                <input
                  type="checkbox"
                  checked={selected.includes(one.note.ref)}
                  onChange={() => toggle(one.note.ref)}
                />
                <LooseText one={one} />
              </label>
            ) : (
              <Link
                className="loose-row"
                to={viewPath({ kind: 'note', ref: one.note.ref })}
                aria-current={view.kind === 'note' && view.ref === one.note.ref ? 'true' : undefined}
              >
                <LooseText one={one} />
              </Link>
            )}
            <DiscussToggle small target={one.note.ref} name={one.note.number} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function LooseText({ one: { note, mentions } }: { readonly one: LooseNote }) {
  const t = useTexts()
  const { plan } = usePlenumPlace()
  const language = useLanguage()
  const kind = kindOf(plan, note.kind)
  return (
    <>
      <span className="loose-sign" data-paper={kind.paper}>
        <KindIcon kind={kind} size={16} />
        <span className="vh">{labelOf(kind, language)} </span>
      </span>
      <span className="loose-text">
        <span className="num nowrap">{note.number}</span> <span dir="auto">{titleFrom(note.blocks)}</span>
        {mentions.length > 0 && (
          <span className="hint num">{t('plenum:mentionedIn', { names: mentions.join(', ') })}</span>
        )}
      </span>
    </>
  )
}

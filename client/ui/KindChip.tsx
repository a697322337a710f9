import { labelOf, type NoteKind } from '#shared/template.ts'
import { useLanguage } from './useLanguage.ts'
import { KindIcon } from './KindIcon.tsx'
import './chip.css'

type KindChipProps = { readonly kind: NoteKind }

/** Kind of a note as icon and word on its paper. */
export function KindChip({ kind }: KindChipProps) {
  const language = useLanguage()
  return (
    <span className="chip" data-paper={kind.paper}>
      <KindIcon kind={kind} size={17} />
      {labelOf(kind, language)}
    </span>
  )
}

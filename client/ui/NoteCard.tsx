import { memo, type HTMLAttributes, type ReactNode, type Ref } from 'react'
import type { Block } from '#shared/note.ts'
import { kindOf, labelOf, type EventPlan } from '#shared/template.ts'
import { classNames } from './classNames.ts'
import { Icon } from './Icon.tsx'
import { KindIcon } from './KindIcon.tsx'
import { LevelTags } from './LevelTags.tsx'
import { NoteText } from './NoteText.tsx'
import { useLanguage } from './useLanguage.ts'
import { useTexts } from './useTexts.ts'
import './NoteCard.css'

/** As much of a note as a card shows. `number` is null until the server has given one. */
export type CardNote = {
  readonly number: string | null
  readonly kind: string
  readonly levels: readonly string[]
  readonly blocks: readonly Block[]
}

export type NoteCardProps = Omit<HTMLAttributes<HTMLElement>, 'children'> & {
  readonly plan: EventPlan
  readonly note: CardNote
  /** canvas: 208 px, 14 px text · list: full width · large: read alone */
  readonly size?: 'canvas' | 'list' | 'large' | undefined
  readonly selected?: boolean | undefined
  readonly editing?: boolean | undefined
  readonly marked?: boolean | undefined
  readonly trashed?: boolean | undefined
  /** Or, in words, what became of it. */
  readonly withdrawn?: boolean | string | undefined
  /** Deleted for good: number and gap are left. */
  readonly erased?: boolean | undefined
  readonly unsaved?: boolean | undefined
  readonly otherPerson?:
    | { readonly name: string; readonly colour: number; readonly more?: number | undefined }
    | null
    | undefined
  /** Six lines, then "Ganz lesen". */
  readonly clamp?: boolean | undefined
  /** Instead of the card's own sheet for the whole text. */
  readonly onReadAll?: (() => void) | undefined
  /** The kind as a word in the head. */
  readonly showKind?: boolean | undefined
  /** An editor instead of the text. */
  readonly body?: ReactNode
  readonly headEnd?: ReactNode
  readonly foot?: ReactNode
  readonly actions?: ReactNode
  readonly as?: 'article' | 'li' | 'div' | undefined
  readonly ref?: Ref<HTMLElement> | undefined
}

/** A card of the wall, wherever it is shown: board, list, Plenum. It only looks; what it does comes from outside. */
export function NoteCard(props: NoteCardProps) {
  const {
    plan,
    note,
    size = 'list',
    selected,
    editing,
    marked,
    trashed,
    withdrawn,
    erased,
    unsaved,
    otherPerson,
    ...more
  } = props
  const {
    clamp,
    onReadAll,
    showKind,
    body,
    headEnd,
    foot,
    actions,
    as = 'article',
    className,
    ref,
    ...rest
  } = more
  const t = useTexts()
  const kind = kindOf(plan, note.kind)
  const kindName = labelOf(kind, useLanguage())
  const number = note.number ?? t('app:numberPending')
  const name = classNames(
    `${kindName} ${number}`,
    marked && `, ${t('app:forPlenum')}`,
    trashed && `, ${t('app:inTray')}`,
  ).replaceAll(' ,', ',')
  const Card = as
  const states = [
    unsaved && t('app:notSaved'),
    !erased && (withdrawn === true ? t('app:withdrawn') : withdrawn),
  ].filter(Boolean)
  return (
    <Card
      {...(as === 'article' ? { 'aria-label': name } : {})}
      {...rest}
      ref={ref as never}
      data-paper={kind.paper}
      {...(otherPerson ? { 'data-person': otherPerson.colour } : {})}
      className={classNames(
        'note',
        size !== 'list' && size,
        selected && 'selected',
        editing && 'editing',
        marked && 'marked',
        trashed && 'trashed',
        erased && 'erased',
        otherPerson && 'other',
        className,
      )}
    >
      <NoteHead
        plan={plan}
        kind={note.kind}
        number={number}
        levels={note.levels}
        showKind={showKind ?? false}
        marked={marked ?? false}
        headEnd={headEnd}
      />
      {erased ? (
        <p className="none">{t('app:erased')}</p>
      ) : (
        (body ?? (
          <NoteText plan={plan} note={note} clamp={clamp ?? false} {...(onReadAll ? { onReadAll } : {})} />
        ))
      )}
      {(states.length > 0 || foot) && (
        <div className="note-foot num">
          {unsaved && <Icon name="hourglass" size={16} />}
          {states.length > 0 && <span>{states.join(' · ')}</span>}
          {foot}
        </div>
      )}
      {actions && <div className="note-actions">{actions}</div>}
      {otherPerson && (
        <span className="note-who">
          {otherPerson.more
            ? t('app:writeMany', { name: otherPerson.name, count: otherPerson.more })
            : t(editing ? 'app:writesToo' : 'app:writes', { name: otherPerson.name })}
        </span>
      )}
    </Card>
  )
}

type NoteHeadProps = {
  readonly plan: EventPlan
  readonly kind: string
  readonly number: string
  readonly levels: readonly string[]
  readonly showKind: boolean
  readonly marked: boolean
  readonly headEnd: ReactNode
}

/** Stays as it is while the text below is written. */
const NoteHead = memo(function NoteHead({
  plan,
  kind: id,
  number,
  levels,
  showKind,
  marked,
  headEnd,
}: NoteHeadProps) {
  const t = useTexts()
  const kind = kindOf(plan, id)
  const kindName = labelOf(kind, useLanguage())
  return (
    <div className="note-head">
      <KindIcon kind={kind} size={16} />
      <span className="letter" aria-hidden="true">
        {kind.letter}
      </span>
      {!showKind && <span className="vh">{kindName}</span>}
      <span className="id num">{number}</span>
      {showKind && <span>{kindName}</span>}
      {marked && <span className="vh">{t('app:forPlenum')}</span>}
      <LevelTags plan={plan} levels={levels} className="levels" />
      {headEnd && <span className="head-end">{headEnd}</span>}
    </div>
  )
})

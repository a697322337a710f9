import type { ReactNode } from 'react'
import type { LateChange, LateText } from '#shared/day/collectAnswers.ts'
import type { Block } from '#shared/note.ts'
import type { EventPlan } from '#shared/template.ts'
import { BlocksText } from '../../ui/BlocksText.tsx'
import { NoteCard } from '../../ui/NoteCard.tsx'
import { useTexts } from '../../ui/useTexts.ts'

type LateChangeViewProps = { readonly change: LateChange; readonly plan: EventPlan }

/** What stands there now, and beside it what would stand there. */
export function LateChangeView({ change, plan }: LateChangeViewProps) {
  const t = useTexts()
  const plain = (text: string | null) => (text ? <p dir="auto">{text}</p> : null)
  const blocks = (text: readonly Block[]) => (text.length > 0 ? <BlocksText blocks={text} /> : null)
  switch (change.kind) {
    case 'comment':
      return (
        <Change title={t('collecting:lateComment')} was={plain(change.before)} is={plain(change.after)} />
      )
    case 'cluster':
      return (
        <Change title={t('collecting:lateCluster')} was={plain(change.before)} is={plain(change.after)} />
      )
    case 'wording':
      return (
        <Change
          title={t('collecting:lateWording', { name: change.name })}
          was={blocks(change.before)}
          is={blocks(change.after)}
        />
      )
    case 'note':
      return <NoteChange change={change} plan={plan} />
  }
}

type NoteChangeProps = { readonly change: Extract<LateChange, { kind: 'note' }>; readonly plan: EventPlan }

function NoteChange({ change, plan }: NoteChangeProps) {
  const t = useTexts()
  const { number, author, before, after, fields } = change
  const card = (text: LateText | null, mark: string | null) =>
    text && (
      <NoteCard
        as="div"
        plan={plan}
        note={{ number: mark, kind: text.kind, levels: text.levels, blocks: text.blocks }}
        showKind
      />
    )
  const note = number ?? t('collecting:noteWithoutNumber')
  const to = after?.question
  const title = before
    ? t(author ? 'collecting:changedNoteBy' : 'collecting:changedNote', { note, name: author })
    : to
      ? t('collecting:newNoteTo', { question: to })
      : t('collecting:newNote')
  return (
    <Change
      title={title}
      was={before ? card(before, number) : null}
      is={after ? card(after, number) : null}
      isNew={!before}
      below={
        fields.length > 0 &&
        t('collecting:alsoChanged', {
          fields: fields.map((field) => t(`collecting:field_${field}`)).join(', '),
        })
      }
    />
  )
}

type ChangeProps = {
  readonly title: string
  readonly was: ReactNode
  readonly is: ReactNode
  readonly isNew?: boolean | undefined
  readonly below?: ReactNode
}

function Change({ title, was, is, isNew = was === null, below }: ChangeProps) {
  const t = useTexts()
  return (
    <section className="late-change" aria-label={title}>
      <h3>{title}</h3>
      <div className={isNew ? 'late-pair new' : 'late-pair'}>
        {!isNew && (
          <div>
            <p className="xs muted">{t('collecting:before')}</p>
            {was ?? <p className="muted">{t('collecting:wasEmpty')}</p>}
          </div>
        )}
        <div>
          {!isNew && <p className="xs muted">{t('collecting:after')}</p>}
          {is ?? <p className="muted">{t('collecting:isGone')}</p>}
        </div>
      </div>
      {below && <p className="s">{below}</p>}
    </section>
  )
}

import { useEffect, useRef, type KeyboardEvent } from 'react'
import { maxCommentLength } from '#shared/comments.ts'
import type { NoteId } from '#shared/ids.ts'
import { hasVisibleText } from '#shared/note.ts'
import { useMe } from '../../sync/records.ts'
import { Button } from '../../ui/Button.tsx'
import { Field } from '../../ui/Field.tsx'
import { useTexts } from '../../ui/useTexts.ts'
import { useBoardPlace } from '../useBoardPlace.ts'
import { madeHere } from './madeHere.ts'
import { useDraft } from '../useDraft.ts'

type CommentWriterProps = { readonly id: NoteId; readonly onSent: () => void }

/** So few left that one should know. */
const fewLeft = 200

/** The field for one more comment; what is begun stays on this device until it is sent. */
export function CommentWriter({ id, onSent }: CommentWriterProps) {
  const t = useTexts()
  const { actions, plan, group } = useBoardPlace()
  const person = useMe().data?.person.id
  const [text, setText] = useDraft(`${plan.id}.${group.id}.${person}.comment.${id}`)
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  useEffect(() => {
    // Behind what was begun, where one goes on writing.
    const { length } = field.current?.value ?? ''
    field.current?.setSelectionRange(length, length)
  }, [])
  const left = maxCommentLength - text.length
  const isReady = hasVisibleText(text)
  const send = () => {
    if (!isReady) return
    madeHere.add(actions.comment(id, text))
    setText('')
    // A tap on the button would close the keyboard of a phone.
    field.current?.focus({ preventScroll: true })
    onSent()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  return (
    <div className="comments-write">
      <Field
        ref={field}
        label={t('relating:commentField')}
        multiline
        rows={2}
        maxLength={maxCommentLength}
        autoFocus={!matchMedia('(pointer: coarse)').matches}
        value={text}
        onChange={setText}
        onKeyDown={onKeyDown}
      />
      <div className="actions">
        <Button aria-disabled={!isReady} aria-keyshortcuts="Control+Enter" onClick={send}>
          {t('relating:send')}
        </Button>
        {left <= fewLeft && (
          <span className="hint num" role="status">
            {t('relating:commentsLeft', { count: left })}
          </span>
        )}
      </div>
    </div>
  )
}

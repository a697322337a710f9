import type { Editor } from '@tiptap/core'
import { useState, type FormEvent } from 'react'
import { safeLink } from '#shared/note.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { Field } from '../ui/Field.tsx'
import { useTexts } from '../ui/useTexts.ts'

type LinkDialogProps = { readonly editor: Editor; readonly onClose: () => void }

/** Asks where the marked words lead; without marked words the address itself is written. */
export function LinkDialog({ editor, onClose }: LinkDialogProps) {
  const t = useTexts()
  const known = String(editor.getAttributes('link')['href'] ?? '')
  const [address, setAddress] = useState(known)
  const [error, setError] = useState<string | null>(null)
  const leave = () => {
    onClose()
    // The dialog gives focus back to its button first.
    setTimeout(() => !editor.isDestroyed && editor.view.focus())
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const link = linkOf(address.trim())
    if (!link) return setError(t('group:linkUnknown'))
    const chain = editor.chain().extendMarkRange('link')
    if (editor.state.selection.empty && !known)
      chain
        .insertContent({
          type: 'text',
          text: address.trim(),
          marks: [{ type: 'link', attrs: { href: link } }],
        })
        .run()
    else chain.setLink({ href: link }).run()
    leave()
  }
  const remove = () => {
    editor.chain().extendMarkRange('link').unsetLink().run()
    leave()
  }
  return (
    <Dialog isOpen onClose={leave} title={t('group:linkTitle')}>
      <form className="stack" onSubmit={submit} noValidate>
        <Field
          label={t('group:linkAddress')}
          value={address}
          onChange={(value) => {
            setAddress(value)
            setError(null)
          }}
          error={error}
          hint={t('group:linkHint')}
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
        <div className="row wrap">
          <Button type="submit">{t('group:linkSet')}</Button>
          {known && <Button onClick={remove}>{t('group:linkRemove')}</Button>}
        </div>
      </form>
    </Dialog>
  )
}

/** "www.drk.de" and addresses of persons mean what they look like. */
const linkOf = (address: string): string | null => {
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(address)) return `mailto:${address}`
  return (
    safeLink(address) ??
    (/^[\p{L}\p{N}-]+(\.[\p{L}\p{N}-]+)+([/?#]\S*)?$/u.test(address) ? safeLink(`https://${address}`) : null)
  )
}

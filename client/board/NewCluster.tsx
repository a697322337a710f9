import { useState, type FormEvent } from 'react'
import { Button } from '../ui/Button.tsx'
import { Field } from '../ui/Field.tsx'
import { useTexts } from '../ui/useTexts.ts'

type NewClusterProps = { readonly onMake: (title: string) => void }

/** A new cluster with this note in it; the heading may come later. */
export function NewCluster({ onMake }: NewClusterProps) {
  const t = useTexts()
  const [title, setTitle] = useState<string | null>(null)
  if (title === null)
    return (
      <div>
        <Button variant="quiet" size="small" icon="plus" onClick={() => setTitle('')}>
          {t('group:newCluster')}
        </Button>
      </div>
    )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onMake(title)
    setTitle(null)
  }
  return (
    <form className="stack" onSubmit={submit}>
      <Field
        label={t('group:clusterTitle')}
        hint={t('group:clusterHint')}
        value={title}
        onChange={setTitle}
        maxLength={300}
        autoFocus
      />
      <Button type="submit" size="small">
        {t('group:makeCluster')}
      </Button>
    </form>
  )
}

import { useEffect, useState, type ComponentType, type ReactNode } from 'react'
import { Message } from '../ui/Message.tsx'
import { useTexts } from '../ui/useTexts.ts'
import type { NoteEditorProps } from './NoteEditor.tsx'

let Loaded: ComponentType<NoteEditorProps> | null = null
let loading: Promise<void> | null = null

// Apart from what is done with it: the bundler adds style sheets to what stands directly at the import, and would hand
// `then` only the script.
const fetchEditor = () => import('./NoteEditor.tsx')

/** Fetches the editor's code ahead of the first edit; call it as soon as a page with editable texts stands. */
export const prefetchEditor = (): Promise<void> =>
  (loading ??= fetchEditor().then(
    (module) => {
      Loaded = module.NoteEditor
    },
    () => {
      loading = null
    },
  ))

const retryMs = 3000

/** The editor in a chunk of its own. Until it is here the text stays as it was; without network it waits and says so. */
export function LazyNoteEditor({ fallback, ...props }: NoteEditorProps & { readonly fallback?: ReactNode }) {
  const t = useTexts()
  const [state, setState] = useState<'loading' | 'missing' | 'here'>(Loaded ? 'here' : 'loading')
  useEffect(() => {
    if (state === 'here') return
    let timer: ReturnType<typeof setTimeout> | undefined
    let isOver = false
    const fetchIt = async () => {
      await prefetchEditor()
      if (isOver) return
      setState(Loaded ? 'here' : 'missing')
      if (!Loaded) timer = setTimeout(() => void fetchIt(), retryMs)
    }
    void fetchIt()
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [state])
  if (Loaded) return <Loaded {...props} />
  return (
    <>
      {fallback}
      {state === 'missing' && (
        <Message tone="wait" icon="wifi-off" live>
          {t('group:editorMissing')}
        </Message>
      )}
    </>
  )
}

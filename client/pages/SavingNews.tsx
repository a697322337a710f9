import { useCanSave } from '../sync/records.ts'
import { Message } from '../ui/Message.tsx'
import { useTexts } from '../ui/useTexts.ts'

/** Said on every page while the server cannot save; it goes when the server can. */
export function SavingNews() {
  const t = useTexts()
  if (useCanSave()) return null
  return (
    <div>
      <Message tone="wait">{t('app:cannotSave')}</Message>
    </div>
  )
}

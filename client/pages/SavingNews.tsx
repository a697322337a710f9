import { useEffect, useRef } from 'react'
import { useCanSave } from '../sync/records.ts'
import { Message } from '../ui/Message.tsx'
import { useTexts } from '../ui/useTexts.ts'

/** Said on every page while the server cannot save; it goes when the server can. */
export function SavingNews() {
  return useCanSave() ? null : <CannotSave />
}

function CannotSave() {
  const t = useTexts()
  const box = useRef<HTMLDivElement>(null)
  // What sticks beneath the bar moves down by as much.
  useEffect(() => {
    const { style } = document.documentElement
    const watch = new ResizeObserver(() => style.setProperty('--news', `${box.current?.offsetHeight ?? 0}px`))
    if (box.current) watch.observe(box.current)
    return () => {
      watch.disconnect()
      style.removeProperty('--news')
    }
  }, [])
  return (
    <div ref={box}>
      <Message tone="wait">{t('app:cannotSave')}</Message>
    </div>
  )
}

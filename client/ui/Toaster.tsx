import { useEffect, useState, useSyncExternalStore } from 'react'
import { closeToast, onToast, toastNow, type ToastMessage } from './toast.ts'
import { useTexts } from './useTexts.ts'
import './Toaster.css'

const toastMs = 8000

/** Where toasts appear: once a page. The marker keeps them usable beside an open dialog. */
export function Toaster() {
  const message = useSyncExternalStore(onToast, toastNow)
  return (
    <div className="toaster" role="status" data-react-aria-top-layer="true">
      {message && <Toast key={message.id} message={message} />}
    </div>
  )
}

function Toast({ message }: { readonly message: ToastMessage }) {
  const t = useTexts()
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => closeToast(message.id), toastMs)
    return () => clearTimeout(timer)
  }, [isHeld, message.id])
  const undo = () => {
    closeToast(message.id)
    message.undo?.()
  }
  return (
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className="num" dir="auto">
        {message.text}
      </span>
      {message.undo && (
        <button type="button" className="push" onClick={undo}>
          {t('app:undo')}
        </button>
      )}
    </div>
  )
}

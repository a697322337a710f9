import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react'
import { closeToast, onToast, toastNow, type ToastMessage } from './toast.ts'
import { useTexts } from './useTexts.ts'
import './Toaster.css'

const toastMs = 8000

/** Where toasts appear: once a page. The marker keeps them usable beside an open dialog. */
export function Toaster() {
  const message = useSyncExternalStore(onToast, toastNow)
  const toaster = useRef<HTMLDivElement>(null)
  useAboveDock(toaster, message !== null)
  return (
    <div ref={toaster} className="toaster" role="status" data-react-aria-top-layer="true">
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
          {message.undoLabel ?? t('app:undo')}
        </button>
      )}
    </div>
  )
}

/** A dock grows with what is written in it, and a keyboard may lift it: it is measured while a toast is there. */
const useAboveDock = (toaster: RefObject<HTMLElement | null>, isOn: boolean): void => {
  useLayoutEffect(() => {
    const dock = isOn && document.querySelector('.dock')
    if (!dock) return
    const look = () => {
      const covered = Math.max(0, document.documentElement.clientHeight - dock.getBoundingClientRect().top)
      toaster.current?.style.setProperty('--docked', `${Math.round(covered)}px`)
    }
    const observer = new ResizeObserver(look)
    observer.observe(dock)
    window.visualViewport?.addEventListener('resize', look)
    look()
    return () => {
      observer.disconnect()
      window.visualViewport?.removeEventListener('resize', look)
    }
  }, [toaster, isOn])
}

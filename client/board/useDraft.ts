import { useState } from 'react'

const prefix = 'leitwand.draft.'

/** A text that survives a reload of the page on this device. */
export const useDraft = (key: string): readonly [string, (text: string) => void] => {
  const name = prefix + key
  const [text, setText] = useState(() => readDraft(name))
  return [
    text,
    (next) => {
      setText(next)
      try {
        if (next === '') localStorage.removeItem(name)
        else localStorage.setItem(name, next)
      } catch {
        // A browser that keeps nothing still writes cards.
      }
    },
  ]
}

const readDraft = (name: string): string => {
  try {
    return localStorage.getItem(name) ?? ''
  } catch {
    return ''
  }
}

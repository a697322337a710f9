// tldraw as a page of its own, built by the bench: a rectangle with rich text for every note.
import 'tldraw/tldraw.css'
import { getAssetUrls } from '@tldraw/assets/selfHosted'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { createShapeId, Tldraw } from 'tldraw'

const scene = await window.scene
let editor = null

const paragraph = (text, marks = []) => ({ type: 'paragraph', content: [{ type: 'text', text, marks }] })
const richTextOf = ({ title, words, list }) => ({
  type: 'doc',
  content: [
    paragraph(title, [{ type: 'bold' }]),
    paragraph(words),
    ...(list.length > 0
      ? [
          {
            type: 'bulletList',
            content: list.map((item) => ({ type: 'listItem', content: [paragraph(item)] })),
          },
        ]
      : []),
  ],
})

/** The document as tldraw keeps it. */
const make = ({ notes, width, height }) => {
  editor.createShapes(
    notes.map((note, at) => ({
      id: createShapeId(`note-${at}`),
      type: 'geo',
      x: note.x,
      y: note.y,
      props: {
        w: width,
        h: height,
        scale: 0.75,
        size: 's',
        font: 'sans',
        fill: 'solid',
        dash: 'solid',
        color: 'yellow',
        align: 'start',
        verticalAlign: 'start',
        richText: richTextOf(note),
      },
    })),
  )
  return { document: editor.getSnapshot().document }
}

/** As its collaboration does. */
const step = (what, isOdd) => {
  const shape = editor.getShape(createShapeId('note-0'))
  const shift = isOdd ? -20 : 20
  const [head, ...rest] = shape.props.richText.content
  const [title] = head.content
  const text = isOdd ? title.text.slice(0, -1) : `${title.text}n`
  const richText = {
    ...shape.props.richText,
    content: [{ ...head, content: [{ ...title, text }] }, ...rest],
  }
  const next =
    what === 'move'
      ? { ...shape, x: shape.x + shift, y: shape.y + shift }
      : { ...shape, props: { ...shape.props, richText } }
  editor.store.mergeRemoteChanges(() => editor.store.put([next]))
}

window.bench = {
  make,
  /** The first note is in the window; what is outside of it has no box. */
  isReady: () => editor && document.querySelector('.tl-shape p')?.getClientRects().length > 0,
  canMake: () => editor !== null,
  change: async (what, times, everyMs) => {
    for (let at = 0; at < times; at++) {
      step(what, at % 2 === 1)
      await new Promise((done) => setTimeout(done, everyMs))
    }
  },
}
createRoot(document.getElementById('app')).render(
  createElement(Tldraw, {
    ...(scene ? { snapshot: scene } : {}),
    assetUrls: getAssetUrls({ baseUrl: '/assets-of-tldraw' }),
    onMount: (mounted) => {
      editor = mounted
    },
  }),
)

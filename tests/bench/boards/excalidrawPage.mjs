// Excalidraw as a page of its own, built by the bench: a rectangle with bound text for every note.
import '@excalidraw/excalidraw/index.css'
import { CaptureUpdateAction, convertToExcalidrawElements, Excalidraw } from '@excalidraw/excalidraw'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'

const scene = await window.scene
let api = null

const textOf = ({ title, words, list }) => [title, words, ...list.map((item) => `• ${item}`)].join('\n')

/** The elements as Excalidraw keeps them, all measured: what a saved board holds. */
const make = ({ notes, width, height }) => ({
  elements: convertToExcalidrawElements(
    notes.map((note, at) => ({
      type: 'rectangle',
      id: `note-${at}`,
      x: note.x,
      y: note.y,
      width,
      height,
      backgroundColor: '#fff3bf',
      fillStyle: 'solid',
      roughness: 0,
      label: { text: textOf(note), fontSize: 14, textAlign: 'left', verticalAlign: 'top' },
    })),
    { regenerateIds: false },
  ),
})

const changed = (element, fields) => ({
  ...element,
  ...fields,
  version: element.version + 1,
  versionNonce: element.versionNonce + 1,
  updated: Date.now(),
})

/** As its collaboration does: the whole scene, in which one element is new. */
const step = (what, isOdd) => {
  const change = (element) => {
    const isNote = element.id === 'note-0'
    const isText = element.containerId === 'note-0'
    const shift = isOdd ? -20 : 20
    if (what === 'move' && (isNote || isText))
      return changed(element, { x: element.x + shift, y: element.y + shift })
    if (what === 'text' && isText) {
      const text = isOdd ? element.text.slice(0, -1) : `${element.text}n`
      return changed(element, { text, originalText: text })
    }
    return element
  }
  const elements = api.getSceneElementsIncludingDeleted().map(change)
  api.updateScene({ elements, captureUpdate: CaptureUpdateAction.NEVER })
}

window.bench = {
  make,
  isReady: () =>
    scene && api && !api.getAppState().isLoading && api.getSceneElements().length >= scene.elements.length,
  change: async (what, times, everyMs) => {
    for (let at = 0; at < times; at++) {
      step(what, at % 2 === 1)
      await new Promise((done) => setTimeout(done, everyMs))
    }
  },
}
createRoot(document.getElementById('app')).render(
  createElement(Excalidraw, {
    excalidrawAPI: (given) => (api = given),
    initialData: {
      elements: scene?.elements ?? [],
      appState: { scrollX: 0, scrollY: 0, zoom: { value: 1 } },
      scrollToContent: false,
    },
  }),
)

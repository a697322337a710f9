import type { ReactFlowState } from '@xyflow/react'
import { isSameButPlace, isSamePoint, type BoardNode } from './boardNodes.ts'

/**
 * Moves what is drawn to where it belongs, beside React: most of what others do lets cards slide, and to draw each of them
 * anew, with React Flow's part around it, takes ten times as long. What is different otherwise is left to React Flow, which
 * hears of it with its next nodes; what only moved is the same to it.
 */
export const nodePlacer = (getState: () => ReactFlowState): ((nodes: readonly BoardNode[]) => void) => {
  let elements = new Map<string, HTMLElement>()
  const elementOf = (id: string, domNode: HTMLElement | null) => {
    if (!elements.get(id)?.isConnected) {
      const drawn = domNode?.querySelectorAll<HTMLElement>('.react-flow__node') ?? []
      elements = new Map(Array.from(drawn, (element) => [element.dataset['id'] ?? '', element]))
    }
    return elements.get(id)
  }
  return (nodes) => {
    const { nodeLookup, domNode } = getState()
    for (const node of nodes) {
      const known = nodeLookup.get(node.id)
      if (!known || known.internals.userNode === node) continue
      const { internals } = known
      const { position } = node
      if (!isSamePoint(internals.positionAbsolute, position)) {
        known.position = internals.positionAbsolute = position
        const element = elementOf(node.id, domNode)
        if (element) element.style.transform = `translate(${position.x}px,${position.y}px)`
      }
      if (isSameButPlace(internals.userNode as BoardNode, node)) internals.userNode = node
    }
  }
}

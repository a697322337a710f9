import { Component, type ErrorInfo, type ReactNode } from 'react'
import { Stopped } from './Stopped.tsx'

type Props = { readonly children: ReactNode }
type State = { readonly hasStopped: boolean }

/** A fault in one page becomes a sentence with a way out, never a white screen. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { hasStopped: false }

  static getDerivedStateFromError(): State {
    return { hasStopped: true }
  }

  override componentDidCatch(error: unknown, info: ErrorInfo) {
    console.error('Page stopped', error, info.componentStack)
  }

  override render() {
    return this.state.hasStopped ? <Stopped /> : this.props.children
  }
}

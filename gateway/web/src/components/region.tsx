import { QueryErrorResetBoundary } from '@tanstack/react-query'
import { Component, type ReactNode } from 'react'
import { ProblemNotice } from './problem-notice'

type Props = { children: ReactNode; onRetry?: () => void }

/** A part of a page that may break without the rest; a retry draws it anew. */
class Boundary extends Component<Props, { error: Error | undefined }> {
  override state = { error: undefined as Error | undefined }

  static getDerivedStateFromError(error: Error) {
    return { error }
  }

  private readonly retry = () => {
    this.props.onRetry?.()
    this.setState({ error: undefined })
  }

  override render() {
    const { error } = this.state
    return error ? <ProblemNotice error={error} onRetry={this.retry} /> : this.props.children
  }
}

export function Region({ children }: { children: ReactNode }) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => <Boundary onRetry={reset}>{children}</Boundary>}
    </QueryErrorResetBoundary>
  )
}

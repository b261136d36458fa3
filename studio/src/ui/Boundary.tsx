import {Alert, Code} from '@mantine/core'
import {Component, type ReactNode} from 'react'
import {texts} from '../texts.ts'

interface Props {
  children: ReactNode
  /** once this changes, the fault is left behind */
  resetOn?: string
}

/** Shows a fault of Studio in place of the page that has it. */
export class Boundary extends Component<Props, {error: Error | null}> {
  override state = {error: null as Error | null}

  static getDerivedStateFromError(error: Error) {
    return {error}
  }

  override componentDidUpdate(before: Props) {
    if (this.state.error && before.resetOn !== this.props.resetOn) this.setState({error: null})
  }

  override render() {
    const {error} = this.state
    if (!error) return this.props.children
    return (
      <Alert color="red" title={texts.problem.broken} m="md">
        {texts.problem.brokenDetail}
        <Code block mt="sm">{String(error)}</Code>
      </Alert>
    )
  }
}

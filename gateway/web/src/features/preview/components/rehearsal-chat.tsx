import type { Draft } from '@/lib/api/schema'
import { useRehearsal } from '../use-rehearsal'
import { ChatPanel } from './chat-panel'

/** A live conversation with somebody who is being written. */
export function RehearsalChat({ draft }: { draft: Draft }) {
  return <ChatPanel name={draft.name} conversing={useRehearsal(draft)} />
}

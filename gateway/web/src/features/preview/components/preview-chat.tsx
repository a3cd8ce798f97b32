import type { Personality } from '@/lib/api/schema'
import { useTalk } from '../use-talk'
import { ChatPanel } from './chat-panel'
import { Meter } from './meter'

type Props = { personality: Pick<Personality, 'id' | 'name' | 'greeting'> }

/** A live conversation with somebody of the marketplace; the last one goes on. */
export function PreviewChat({ personality: { id, name, greeting } }: Props) {
  const conversing = useTalk(id, greeting)
  const { remaining, budget } = conversing.talk
  return (
    <ChatPanel name={name} conversing={conversing}>
      <Meter remaining={remaining} budget={budget} onRestart={conversing.restart} />
    </ChatPanel>
  )
}

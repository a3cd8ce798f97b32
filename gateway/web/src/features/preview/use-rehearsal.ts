import { useState } from 'react'
import type { Draft, Message } from '@/lib/api/schema'
import { rehearse } from './api/chat'
import { brokenOff, type Conversing, opening, type Said, saying } from './talk'
import { useHearing } from './use-hearing'

/** Messages before the next one that the service hears of a rehearsal. */
const MOST = 100

/** A conversation with a draft, as the form has it at each message. Nothing is remembered. */
export function useRehearsal(draft: Draft): Conversing {
  const [begun, setTalk] = useState(() => opening(draft.greeting))
  const { hear, hush } = useHearing(setTalk)
  // until somebody says something, the greeting is as the form has it
  const talk = begun.said.length > 1 ? begun : { ...begun, said: opening(draft.greeting).said }

  const say = (content: string, after = talk) => {
    const [, ...before] = after.said
    const messages = [...before.map(line), line({ isMine: true, text: content })].slice(-MOST - 1)
    setTalk(saying(after, content))
    void hear((signal) => rehearse(draft, messages, signal))
  }
  // an answer that broke off is asked for anew
  const earlier = talk.said.slice(0, -2)
  const question = talk.said.at(-2)
  return {
    talk,
    say: (message) => say(message),
    goOn: question?.isMine && talk.problem ? () => say(question.text, { ...talk, said: earlier }) : undefined,
    stop: () => {
      hush()
      setTalk((now) => brokenOff(now, 'stopped'))
    },
    restart: () => {
      hush()
      setTalk((now) => ({ ...opening(draft.greeting), isDemonstration: now.isDemonstration }))
    },
  }
}

const line = ({ isMine, text }: Said): Message => ({ role: isMine ? 'user' : 'assistant', content: text })

import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { asProblem, type Problem } from '@/lib/api/problem'
import { useAccount } from '@/lib/account'
import { useOnline } from '@/lib/online'
import { chat, type Wish } from './api/chat'
import { readConversation, readLatest, restartConversation } from './api/conversations'
import { brokenOff, canGoOn, type Conversing, goingOn, opening, remembered, saying, type Talk } from './talk'
import { useHearing } from './use-hearing'

/** Milliseconds between two looks at an answer that is under way without us hearing it. */
const LOOK_AGAIN = 2_000

/** A conversation is forgotten after a day of silence: the next message begins another. */
const forgotten = ({ code }: Problem) =>
  code === 'session-not-found' ? { sessionId: undefined, remaining: undefined } : {}

/** A conversation with a personality: the last one goes on, else a new one begins with the greeting. */
export function useTalk(personalityId: string, greeting: string) {
  const [talk, setTalk] = useState(() => opening(greeting))
  const { hearer, hear: hearFrom, hush } = useHearing(setTalk)
  const isOnline = useOnline()
  const { account } = useAccount()
  const hasBegun = useRef(false)

  const latest = useQuery({
    queryKey: ['preview', 'latest', personalityId, account?.id],
    queryFn: ({ signal }) => readLatest(personalityId, signal),
    enabled: account !== undefined,
    gcTime: 0,
    staleTime: Infinity,
  })
  const earlier = latest.data
  useEffect(() => {
    if (earlier && !hasBegun.current) setTalk((now) => remembered(now, earlier))
  }, [earlier])

  const hear = (wish: Wish) => hearFrom((signal) => chat(personalityId, wish, signal), forgotten)
  const say = async (message: string) => {
    hasBegun.current = true
    setTalk((now) => saying(now, message))
    const found = latest.isLoading ? (await latest.refetch({ cancelRefetch: false })).data : undefined
    if (found) setTalk((now) => saying(remembered(now, found), message))
    await hear({ message, sessionId: talk.sessionId ?? found?.sessionId })
  }
  const goOn = () => {
    if (!talk.sessionId) return
    hasBegun.current = true
    setTalk(goingOn)
    void hear({ goOn: true, sessionId: talk.sessionId })
  }
  const stop = () => {
    hush()
    setTalk((now) => brokenOff(now, 'stopped'))
  }
  const restart = async () => {
    hush()
    hasBegun.current = true
    const { sessionId } = talk
    setTalk((now) => ({
      ...opening(greeting),
      sessionId,
      remaining: now.remaining,
      isDemonstration: now.isDemonstration,
    }))
    if (!sessionId) return
    await restartConversation(sessionId).then(
      (conversation) => setTalk((now) => remembered(now, conversation)),
      (error: unknown) =>
        setTalk((now) => ({ ...now, sessionId: undefined, remaining: undefined, problem: asProblem(error) })),
    )
  }

  useAnswerElsewhere(talk, hearer, setTalk, isOnline)
  return {
    talk,
    say: (message: string) => void say(message),
    goOn: canGoOn(talk) ? goOn : undefined,
    stop,
    restart: () => void restart(),
  } satisfies Conversing
}

/** Looks how far an answer has come that goes on without us: of another tab, or after the connection was lost. */
function useAnswerElsewhere(
  { sessionId, state, problem }: Talk,
  hearer: React.RefObject<AbortController | undefined>,
  setTalk: React.Dispatch<React.SetStateAction<Talk>>,
  isOnline: boolean,
) {
  const wasLost = problem?.code === 'connection-lost' || problem?.code === 'offline'
  const isUnheard = sessionId !== undefined && ((state === 'waiting' && !hearer.current) || wasLost)
  useEffect(() => {
    if (!isUnheard || !isOnline) return
    const look = () =>
      readConversation(sessionId).then(
        (conversation) => setTalk((now) => ({ ...remembered(now, conversation), unsaid: now.unsaid })),
        () => undefined, // the notice stays, with its retry
      )
    const clock = setInterval(() => void look(), LOOK_AGAIN)
    return () => clearInterval(clock)
  }, [isUnheard, isOnline, sessionId, setTalk])
}

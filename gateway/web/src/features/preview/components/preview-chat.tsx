import { ActionIcon, Badge, Button, Tooltip } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { useLayoutEffect, useRef } from 'react'
import { Bubble } from '@/components/bubble'
import type { Personality } from '@/lib/api/schema'
import { useTalk } from '../use-talk'
import { ChatProblem } from './chat-problem'
import { Composer } from './composer'
import { Meter } from './meter'
import styles from './preview-chat.module.css'

type Props = { personality: Pick<Personality, 'id' | 'name' | 'greeting'> }

/** Pixels from the end within which one still follows what is said. */
const NEAR = 80

/** A live conversation, ready to type. */
export function PreviewChat({ personality: { id, name, greeting } }: Props) {
  const { talk, say, goOn, stop, restart, canGoOn } = useTalk(id, greeting)
  const { said, state, problem } = talk
  const log = useRef<HTMLDivElement>(null)
  const follows = useRef(true)

  useLayoutEffect(() => {
    if (follows.current && log.current) log.current.scrollTop = log.current.scrollHeight
  }, [talk])

  const isBusy = state !== 'idle'
  const last = said.at(-1)
  return (
    <section className={styles.chat} aria-label={`Chat with ${name}`}>
      <header className={styles.header}>
        <h2>Chat with {name}</h2>
        {talk.isDemonstration && (
          <Tooltip label="No language model is set up, so a built-in one answers" multiline w={220}>
            <Badge variant="default" tabIndex={0}>
              Demonstration
            </Badge>
          </Tooltip>
        )}
        <Tooltip label="Begin anew">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label="Begin anew"
            disabled={said.length < 2 && !isBusy}
            onClick={() => void restart()}
          >
            <IconRefresh size={18} />
          </ActionIcon>
        </Tooltip>
      </header>
      <div
        ref={log}
        className={styles.log}
        role="log"
        aria-live="off"
        aria-busy={isBusy}
        // a log that scrolls has to be reached by a keyboard
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        aria-label="Conversation"
        onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) =>
          (follows.current = scrollHeight - scrollTop - clientHeight < NEAR)
        }
      >
        {said.map(({ isMine, text, finishReason }, index) => (
          <Bubble
            key={index}
            speaker={isMine ? 'You' : name}
            isMine={isMine}
            text={text}
            isOpen={!isMine && isBusy && index === said.length - 1 && index > 0}
          >
            {finishReason === 'stopped' && <small className={styles.end}>Stopped</small>}
          </Bubble>
        ))}
        {state === 'waiting' && last?.isMine && (
          <div className={styles.thinking} role="status">
            <span className={styles.spoken}>{name} is thinking</span>
            <span aria-hidden /> <span aria-hidden /> <span aria-hidden />
          </div>
        )}
        {problem && (
          <ChatProblem
            problem={problem}
            onRetry={
              talk.unsaid !== undefined ? () => void say(talk.unsaid ?? '') : canGoOn ? goOn : undefined
            }
            onRestart={() => void restart()}
          />
        )}
        {canGoOn && !problem && (
          <Button variant="subtle" size="compact-sm" className={styles.goOn} onClick={goOn}>
            Go on
          </Button>
        )}
      </div>
      <div className={styles.spoken} aria-live="polite">
        {!isBusy && said.length > 1 && last && !last.isMine && `${name}: ${last.text}`}
      </div>
      <footer className={styles.footer}>
        <Composer
          key={talk.unsaid ?? ''}
          initial={problem ? '' : (talk.unsaid ?? '')}
          name={name}
          isBusy={isBusy}
          isOver={talk.remaining === 0 && !isBusy}
          onSay={(message) => void say(message)}
          onStop={stop}
        />
        <Meter remaining={talk.remaining} budget={talk.budget} onRestart={() => void restart()} />
      </footer>
    </section>
  )
}

import { ActionIcon, Badge, Button, Tooltip } from '@mantine/core'
import { IconRefresh } from '@tabler/icons-react'
import { type ReactNode, useLayoutEffect, useRef } from 'react'
import { Bubble } from '@/components/bubble'
import type { Conversing } from '../talk'
import { ChatProblem } from './chat-problem'
import { Composer } from './composer'
import styles from './chat-panel.module.css'

type Props = {
  name: string
  conversing: Conversing
  /** What stands below the box. */
  children?: ReactNode
}

/** Pixels from the end within which one still follows what is said. */
const NEAR = 80

/** A conversation as it goes, ready to type. */
export function ChatPanel({ name, conversing: { talk, say, goOn, stop, restart }, children }: Props) {
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
            onClick={restart}
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
            <span className="spoken">{name} is thinking</span>
            <span aria-hidden /> <span aria-hidden /> <span aria-hidden />
          </div>
        )}
        {problem && (
          <ChatProblem
            problem={problem}
            onRetry={talk.unsaid === undefined ? goOn : () => say(talk.unsaid ?? '')}
            onRestart={restart}
          />
        )}
        {goOn && !problem && (
          <Button variant="subtle" size="compact-sm" className={styles.goOn} onClick={goOn}>
            Go on
          </Button>
        )}
      </div>
      <div className="spoken" aria-live="polite">
        {!isBusy && said.length > 1 && last && !last.isMine && `${name}: ${last.text}`}
      </div>
      <footer className={styles.footer}>
        <Composer
          key={talk.unsaid ?? ''}
          initial={problem ? '' : (talk.unsaid ?? '')}
          name={name}
          isBusy={isBusy}
          isOver={talk.remaining === 0 && !isBusy}
          onSay={say}
          onStop={stop}
        />
        {children}
      </footer>
    </section>
  )
}

import { ActionIcon, Tooltip } from '@mantine/core'
import { IconArrowUp, IconPlayerStopFilled } from '@tabler/icons-react'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import styles from './composer.module.css'

const LONGEST = 2_000
const NEARLY = 1_800

type Props = {
  name: string
  initial: string
  isBusy: boolean
  isOver: boolean
  onSay: (message: string) => void
  onStop: () => void
}

/** Enter sends, Shift and Enter begins a line; while somebody answers, stop stands where send was. */
export function Composer({ name, initial, isBusy, isOver, onSay, onStop }: Props) {
  const [message, setMessage] = useState(initial)
  const canSay = message.trim() !== '' && !isBusy && !isOver

  const submit = (event: FormEvent | KeyboardEvent) => {
    event.preventDefault()
    if (!canSay) return
    onSay(message.trim())
    setMessage('')
  }
  return (
    <form className={styles.composer} onSubmit={submit}>
      <textarea
        className={styles.input}
        aria-label={`Message to ${name}`}
        placeholder={isOver ? 'This conversation has reached its end' : `Message ${name}`}
        rows={1}
        maxLength={LONGEST}
        disabled={isOver}
        value={message}
        onChange={(event) => setMessage(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) submit(event)
        }}
      />
      {message.length > NEARLY && (
        <span className={styles.left} role="status">
          {LONGEST - message.length}
        </span>
      )}
      {isBusy ? (
        <Tooltip label="Stop">
          <ActionIcon size={36} radius="xl" color="gray" aria-label="Stop" onClick={onStop}>
            <IconPlayerStopFilled size={16} />
          </ActionIcon>
        </Tooltip>
      ) : (
        <ActionIcon type="submit" size={36} radius="xl" aria-label="Send" disabled={!canSay}>
          <IconArrowUp size={20} />
        </ActionIcon>
      )}
    </form>
  )
}

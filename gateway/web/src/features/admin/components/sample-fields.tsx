import { Button } from '@mantine/core'
import type { Turn } from '../api/schema'
import { useForm } from '../form-context'
import { LONGEST, MOST } from '../validate'
import { AddButton } from './list-buttons'
import styles from './personality-editor.module.css'
import { TextField } from './text-field'

const exchange = (): Turn[] => [
  { role: 'user', content: '' },
  { role: 'assistant', content: '' },
]

/** Conversations as they could be: shown to people, and to the model as an example. The two take turns. */
export function SampleFields() {
  const { draft, change, errorOf } = useForm()
  const samples = draft.sampleConversations
  const set = (at: number, turns: Turn[]) =>
    change(
      'sampleConversations',
      samples.map((one, index) => (index === at ? turns : one)),
    )
  const error = errorOf('sampleConversations')
  return (
    <fieldset className={styles.group}>
      <legend>Sample conversations</legend>
      {error && <p className={styles.error}>{error}</p>}
      {samples.map((turns, at) => (
        <section key={at} className={styles.sample} aria-label={`Conversation ${at + 1}`}>
          {turns.map(({ role, content }, turn) => (
            <TextField
              key={turn}
              path={`sampleConversations[${at}][${turn}].content`}
              label={role === 'user' ? 'Somebody' : draft.name || 'The personality'}
              rows={2}
              longest={LONGEST.turn}
              value={content}
              onChange={(text) =>
                set(
                  at,
                  turns.map((one, index) => (index === turn ? { ...one, content: text } : one)),
                )
              }
            />
          ))}
          <div className={styles.between}>
            <Button
              variant="default"
              size="compact-sm"
              disabled={turns.length + 2 > MOST.turns}
              onClick={() => set(at, [...turns, ...exchange()])}
            >
              Go on
            </Button>
            {turns.length > 2 && (
              <Button
                variant="subtle"
                color="gray"
                size="compact-sm"
                onClick={() => set(at, turns.slice(0, turns.length - (turns.length % 2 || 2)))}
              >
                Remove the last exchange
              </Button>
            )}
            <Button
              variant="subtle"
              color="gray"
              size="compact-sm"
              onClick={() =>
                change(
                  'sampleConversations',
                  samples.filter((_, index) => index !== at),
                )
              }
            >
              Remove the conversation
            </Button>
          </div>
        </section>
      ))}
      <AddButton
        disabled={samples.length >= MOST.conversations}
        onClick={() => change('sampleConversations', [...samples, exchange()])}
      >
        Add a conversation
      </AddButton>
    </fieldset>
  )
}

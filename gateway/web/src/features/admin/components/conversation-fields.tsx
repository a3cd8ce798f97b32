import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useForm } from '../form-context'
import { LONGEST, MOST } from '../validate'
import styles from './personality-editor.module.css'
import { SampleFields } from './sample-fields'
import { TextField } from './text-field'

/** How they begin, and how they talk. */
export function ConversationFields() {
  const { draft, change } = useForm()
  const { alternateGreetings: others } = draft
  return (
    <div className={styles.fields}>
      <TextField
        path="greeting"
        label="Greeting"
        hint="Their first words in every conversation"
        isNeeded
        rows={4}
        longest={LONGEST.greeting}
        value={draft.greeting}
        onChange={(greeting) => change('greeting', greeting)}
      />
      <fieldset className={styles.group}>
        <legend>Further greetings</legend>
        {others.map((greeting, index) => (
          <div key={index} className={styles.line}>
            <TextField
              path={`alternateGreetings[${index}]`}
              label={`Greeting ${index + 2}`}
              rows={3}
              longest={LONGEST.greeting}
              value={greeting}
              onChange={(text) =>
                change(
                  'alternateGreetings',
                  others.map((one, at) => (at === index ? text : one)),
                )
              }
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              size={36}
              mt={26}
              aria-label={`Remove greeting ${index + 2}`}
              onClick={() =>
                change(
                  'alternateGreetings',
                  others.filter((_, at) => at !== index),
                )
              }
            >
              <IconTrash size={18} />
            </ActionIcon>
          </div>
        ))}
        <div>
          <Button
            variant="default"
            size="xs"
            leftSection={<IconPlus size={16} aria-hidden />}
            disabled={others.length >= MOST.greetings}
            onClick={() => change('alternateGreetings', [...others, ''])}
          >
            Add a greeting
          </Button>
        </div>
      </fieldset>
      <SampleFields />
    </div>
  )
}

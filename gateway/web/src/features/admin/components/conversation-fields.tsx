import { useForm } from '../form-context'
import { LONGEST, MOST } from '../validate'
import { AddButton, RemoveButton } from './list-buttons'
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
            <RemoveButton
              label={`Remove greeting ${index + 2}`}
              mt={26}
              onClick={() =>
                change(
                  'alternateGreetings',
                  others.filter((_, at) => at !== index),
                )
              }
            />
          </div>
        ))}
        <AddButton
          disabled={others.length >= MOST.greetings}
          onClick={() => change('alternateGreetings', [...others, ''])}
        >
          Add a greeting
        </AddButton>
      </fieldset>
      <SampleFields />
    </div>
  )
}

import { useForm } from '../form-context'
import { LONGEST } from '../validate'
import styles from './personality-editor.module.css'
import { TextField } from './text-field'
import { TraitFields } from './trait-fields'

const SECTIONS = [
  ['personality', 'How they are', 'Beside who they are, in the words of a card'],
  ['scenario', 'Scenario', 'Where and when the conversation takes place'],
  ['systemOverride', 'In place of the preamble', '{{original}} in it is the marketplace’s own'],
  ['postHistory', 'After the conversation', 'Said to the model behind everything else'],
] as const

/** What the model reads. */
export function CharacterFields() {
  const { draft, change } = useForm()
  return (
    <div className={styles.fields}>
      <TraitFields />
      <TextField
        path="systemPrompt"
        label="System prompt"
        hint="Who they are, said to the model as “You are …”"
        isNeeded
        rows={12}
        longest={LONGEST.prompt}
        value={draft.systemPrompt}
        onChange={(systemPrompt) => change('systemPrompt', systemPrompt)}
      />
      <fieldset className={styles.group}>
        <legend>Sections around it</legend>
        <p className={styles.hint}>All are optional. They come with many character cards.</p>
        {SECTIONS.map(([section, label, hint]) => (
          <TextField
            key={section}
            path={`promptSections.${section}`}
            label={label}
            hint={hint}
            rows={3}
            longest={LONGEST.prompt}
            value={draft.promptSections[section]}
            onChange={(text) => change('promptSections', { ...draft.promptSections, [section]: text })}
          />
        ))}
      </fieldset>
    </div>
  )
}

import { TextInput } from '@mantine/core'
import type { Trait } from '../api/schema'
import { useForm } from '../form-context'
import { MOST } from '../validate'
import { AddButton, RemoveButton } from './list-buttons'
import styles from './personality-editor.module.css'

/** Up to eight, each with its strength; three and more make a chart. */
export function TraitFields() {
  const { draft, change, errorOf } = useForm()
  const { traits } = draft
  const set = (at: number, trait: Trait) =>
    change(
      'traits',
      traits.map((one, index) => (index === at ? trait : one)),
    )
  const error = errorOf('traits')
  return (
    <fieldset className={styles.group}>
      <legend>Traits</legend>
      {error && <p className={styles.error}>{error}</p>}
      {traits.map((trait, index) => (
        <div key={index} className={styles.trait}>
          <TextInput
            aria-label={`Trait ${index + 1}`}
            placeholder="Warmth"
            value={trait.name}
            error={errorOf(`traits[${index}].name`)}
            onChange={({ currentTarget }) => set(index, { ...trait, name: currentTarget.value })}
          />
          <input
            type="range"
            min={0}
            max={100}
            aria-label={`Strength of ${trait.name || `trait ${index + 1}`}`}
            value={trait.value}
            onChange={({ currentTarget }) => set(index, { ...trait, value: Number(currentTarget.value) })}
          />
          <output className="tabular">{trait.value}</output>
          <RemoveButton
            label={`Remove ${trait.name || `trait ${index + 1}`}`}
            disabled={traits.length === 1}
            onClick={() =>
              change(
                'traits',
                traits.filter((_, at) => at !== index),
              )
            }
          />
        </div>
      ))}
      <AddButton
        disabled={traits.length >= MOST.traits}
        onClick={() => change('traits', [...traits, { name: '', value: 50 }])}
      >
        Add a trait
      </AddButton>
    </fieldset>
  )
}

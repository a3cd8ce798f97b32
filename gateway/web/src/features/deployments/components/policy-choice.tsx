import type { UpdatePolicy } from '../api/schema'
import { ChoiceCard } from './choice-card'
import styles from './choices.module.css'

type Props = { name: string; value: UpdatePolicy; onChange: (policy: UpdatePolicy) => void }

/** Whether it follows what its author changes. */
export function PolicyChoice({ name, value, onChange }: Props) {
  return (
    <fieldset className={styles.choices}>
      <legend>When {name} changes</legend>
      <ChoiceCard
        name="policy"
        label="Follow the newest version"
        description="Improvements arrive by themselves."
        isChosen={value === 'auto'}
        onChoose={() => onChange('auto')}
      />
      <ChoiceCard
        name="policy"
        label="Stay on this version"
        description="Nothing changes until you say so."
        isChosen={value === 'pinned'}
        onChoose={() => onChange('pinned')}
      />
    </fieldset>
  )
}

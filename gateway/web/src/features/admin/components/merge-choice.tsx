import { useId } from 'react'
import styles from './dialog.module.css'
import { inWords } from './values'

type Props = {
  name: string
  mine: unknown
  theirs: unknown
  isTheirs: boolean
  onChoose: (isTheirs: boolean) => void
}

/** One field that two people have given different values. */
export function MergeChoice({ name, mine, theirs, isTheirs, onChoose }: Props) {
  const group = useId()
  return (
    <fieldset className={styles.choice}>
      <legend>{name}</legend>
      {(
        [
          ['Mine', mine, false],
          ['Theirs', theirs, true],
        ] as const
      ).map(([whose, value, side]) => (
        <label key={whose} className={styles.side} data-chosen={isTheirs === side || undefined}>
          <input
            type="radio"
            name={group}
            aria-label={`${whose}: ${name}`}
            checked={isTheirs === side}
            onChange={() => onChoose(side)}
          />
          <span>
            <b>{whose}</b>
            <span className={styles.value}>{inWords(value)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

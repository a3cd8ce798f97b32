import { CloseButton } from '@mantine/core'
import { count } from '@/lib/format'
import type { Failure } from '../use-deeds'
import { DEED } from '../words'
import styles from './admin-personality-list.module.css'

/** Those that it did not work for, each with its reason. */
export function BulkReport({ failures, onClose }: { failures: Failure[]; onClose: () => void }) {
  const deed = failures[0]?.deed ?? 'publish'
  return (
    <section className={styles.report} role="alert">
      <h2>
        {count(failures.length, 'personality', 'personalities')} could not be {DEED[deed].done}
      </h2>
      <ul>
        {failures.map(({ name, detail }, index) => (
          <li key={index}>
            <b>{name}</b>: {detail}
          </li>
        ))}
      </ul>
      <CloseButton aria-label="Close the report" onClick={onClose} />
    </section>
  )
}

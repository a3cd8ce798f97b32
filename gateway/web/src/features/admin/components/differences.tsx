import type { Difference } from '../api/schema'
import { wordsDiff } from '../words-diff'
import { fieldName } from '../words'
import styles from './differences.module.css'
import { inWords } from './values'

/** What was and what is, field by field; in texts the words that went and came. */
export function Differences({ changes }: { changes: Difference[] }) {
  if (changes.length === 0) return <p className={styles.none}>They say the same.</p>
  return (
    <dl className={styles.changes}>
      {changes.map(({ field, before, after }) => (
        <div key={field} className={styles.change}>
          <dt>{fieldName(field)}</dt>
          <dd>
            {field === 'avatar' ? (
              <>
                <FaceOf hash={before} label="Before" /> <FaceOf hash={after} label="After" />
              </>
            ) : (
              <Change before={before} after={after} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}

/** A picture by the hash under which it is kept. */
const FaceOf = ({ hash, label }: { hash: unknown; label: string }) =>
  typeof hash === 'string' ? (
    <img
      src={`/api/marketplace/avatars/${hash}/128.webp`}
      alt={`${label}: a face of its own`}
      width={64}
      height={64}
      className={styles.face}
    />
  ) : (
    <span>The drawn face</span>
  )

function Change({ before, after }: Pick<Difference, 'before' | 'after'>) {
  if (typeof before === 'string' && typeof after === 'string')
    return wordsDiff(before, after).map(({ kind, text }, index) =>
      kind === 'same' ? (
        <span key={index}>{text}</span>
      ) : kind === 'gone' ? (
        <del key={index}>{text}</del>
      ) : (
        <ins key={index}>{text}</ins>
      ),
    )
  return (
    <>
      {before !== null && <del>{inWords(before)}</del>} {after !== null && <ins>{inWords(after)}</ins>}
    </>
  )
}

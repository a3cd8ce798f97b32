import { Button, CloseButton } from '@mantine/core'
import { number } from '@/lib/format'
import { MOST } from '../api/bulk'
import type { Deed, Row } from '../api/schema'
import { DEED, deedsOf } from '../words'
import styles from './admin-personality-list.module.css'

type Props = { rows: Row[]; isBusy: boolean; onDeed: (deed: Deed) => void; onClear: () => void }

/** What can be done to at least one of the chosen. */
export function BulkBar({ rows, isBusy, onDeed, onClear }: Props) {
  const possible = (Object.keys(DEED) as Deed[]).filter((deed) =>
    rows.some((row) => deedsOf(row).includes(deed)),
  )
  const isTooMany = rows.length > MOST
  return (
    <div className={styles.bar} role="toolbar" aria-label="What to do with the chosen ones">
      <span className={styles.chosen}>
        {number(rows.length)} chosen{isTooMany && `, ${MOST} at most`}
      </span>
      {possible.map((deed) => (
        <Button
          key={deed}
          size="xs"
          variant="default"
          color={deed === 'delete' ? 'var(--bad)' : undefined}
          disabled={isBusy || isTooMany}
          onClick={() => onDeed(deed)}
        >
          {DEED[deed].verb}
        </Button>
      ))}
      <CloseButton aria-label="Choose none" onClick={onClear} />
    </div>
  )
}

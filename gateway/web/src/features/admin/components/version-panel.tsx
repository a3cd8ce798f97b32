import { Button, NativeSelect, Skeleton } from '@mantine/core'
import { useState } from 'react'
import { ProblemNotice } from '@/components/problem-notice'
import { dateTime, list } from '@/lib/format'
import type { AdminPersonality, VersionItem } from '../api/schema'
import { useDifferences, useVersions } from '../api/versions'
import { fieldName } from '../words'
import { Differences } from './differences'
import { RollBackButton } from './roll-back-button'
import styles from './version-panel.module.css'

type Props = {
  personality: AdminPersonality
  isDirty: boolean
  onRolledBack: (changed: AdminPersonality) => void
}

/** What was served when, what two versions say differently, and the way back. */
export function VersionPanel({ personality, isDirty, onRolledBack }: Props) {
  const versions = useVersions(personality.id)
  if (versions.isPending) return <Skeleton height={200} mt="md" />
  if (versions.isError)
    return <ProblemNotice error={versions.error} onRetry={() => void versions.refetch()} />
  const items = versions.data.pages.flatMap((page) => page.items)
  if (items.length === 0)
    return <p className={styles.none}>Nothing was published yet. The first publish makes version 1.</p>
  return (
    <div className={styles.panel}>
      <Comparison key={personality.version} personality={personality} versions={items} />
      <ol className={styles.versions} aria-label="Versions">
        {items.map((item) => (
          <li key={item.version}>
            <div>
              <b>Version {item.version}</b>
              <p className={styles.facts}>
                {dateTime(item.publishedAt)}
                {item.publisher && ` by ${item.publisher.name}`}
              </p>
              <p className={styles.facts}>{changedWords(item)}</p>
            </div>
            {item.version !== personality.version && (
              <RollBackButton
                personality={personality}
                version={item.version}
                isDirty={isDirty}
                onRolledBack={onRolledBack}
              />
            )}
          </li>
        ))}
      </ol>
      {versions.hasNextPage && (
        <Button
          variant="default"
          loading={versions.isFetchingNextPage}
          onClick={() => void versions.fetchNextPage()}
        >
          Older versions
        </Button>
      )}
    </div>
  )
}

const changedWords = ({ changed }: VersionItem) =>
  changed.length > 0
    ? `Changed: ${list([...new Set(changed.map((field) => fieldName(field).toLowerCase()))])}`
    : 'The first one'

function Comparison({ personality, versions }: { personality: AdminPersonality; versions: VersionItem[] }) {
  const newest = String(versions[0]?.version ?? 'draft')
  const before = String(versions[1]?.version ?? newest)
  const [from, setFrom] = useState(personality.unpublishedChanges ? newest : before)
  const [to, setTo] = useState(personality.unpublishedChanges ? 'draft' : newest)
  const differences = useDifferences(personality.id, from, to, personality.revision)
  const options = [
    { value: 'draft', label: 'The draft' },
    ...versions.map(({ version }) => ({ value: String(version), label: `Version ${version}` })),
  ]
  return (
    <section className={styles.comparison} aria-label="Comparison">
      <div className={styles.sides}>
        <NativeSelect
          aria-label="From"
          size="sm"
          data={options}
          value={from}
          onChange={({ currentTarget }) => setFrom(currentTarget.value)}
        />
        <span>became</span>
        <NativeSelect
          aria-label="To"
          size="sm"
          data={options}
          value={to}
          onChange={({ currentTarget }) => setTo(currentTarget.value)}
        />
      </div>
      {from === to ? (
        <p className={styles.none}>Choose two different ones to see what changed.</p>
      ) : differences.isPending ? (
        <Skeleton height={80} />
      ) : differences.isError ? (
        <ProblemNotice error={differences.error} onRetry={() => void differences.refetch()} />
      ) : (
        <Differences changes={differences.data} />
      )}
    </section>
  )
}

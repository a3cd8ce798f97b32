import { Button, NativeSelect, Skeleton, TextInput } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useSearchParams } from 'react-router'
import { Notice } from '@/components/notice'
import { Page } from '@/components/page'
import { ProblemNotice } from '@/components/problem-notice'
import { IN_PLACE } from '@/lib/address'
import { type AuditFilters, useAudit } from '../api/audit'
import { ACTION } from '../words'
import { AuditEntry } from './audit-entry'
import styles from './audit-page.module.css'

type Name = 'personality' | 'action' | 'from' | 'to'

/** A day of the person's own, as the time when it begins; the last day counts in full. */
const beginOf = (day: string | null, later = 0) => {
  if (!day) return undefined
  const begin = new Date(`${day}T00:00`)
  begin.setDate(begin.getDate() + later)
  return Number.isNaN(begin.getTime()) ? undefined : begin.toISOString()
}

/** Who changed what, and when. */
export function Component() {
  const [params, setParams] = useSearchParams()
  const filters: AuditFilters = {
    personality: params.get('personality') ?? undefined,
    action: params.get('action') ?? undefined,
    from: beginOf(params.get('from')),
    to: beginOf(params.get('to'), 1),
  }
  const audit = useAudit(filters)
  const set = (name: Name, value: string) =>
    setParams((before) => {
      if (value) before.set(name, value)
      else before.delete(name)
      return before
    }, IN_PLACE)
  const items = audit.data?.pages.flatMap((page) => page.items) ?? []
  const isFiltered = params.size > 0
  return (
    <Page
      wide
      title="Audit trail"
      intro={
        filters.personality
          ? 'What was done to one personality.'
          : 'What was done to the catalogue, the newest first.'
      }
      actions={
        isFiltered && (
          <Button variant="default" onClick={() => setParams({}, IN_PLACE)}>
            Show everything
          </Button>
        )
      }
    >
      <div className={styles.filters}>
        <NativeSelect
          aria-label="What was done"
          value={filters.action ?? ''}
          data={[
            { value: '', label: 'Everything' },
            ...Object.entries(ACTION).map(([value, words]) => ({
              value,
              label: words.charAt(0).toUpperCase() + words.slice(1),
            })),
          ]}
          onChange={({ currentTarget }) => set('action', currentTarget.value)}
        />
        <TextInput
          type="date"
          aria-label="From day"
          value={params.get('from') ?? ''}
          onChange={({ currentTarget }) => set('from', currentTarget.value)}
        />
        <span className={styles.until}>to</span>
        <TextInput
          type="date"
          aria-label="To day"
          value={params.get('to') ?? ''}
          onChange={({ currentTarget }) => set('to', currentTarget.value)}
        />
      </div>
      {audit.isPending && <Skeleton height={320} radius="lg" />}
      {audit.isLoadingError && <ProblemNotice error={audit.error} onRetry={() => void audit.refetch()} />}
      {audit.isSuccess && items.length === 0 && (
        <Notice title="Nothing was done." icon={<IconHistory size={24} />}>
          {isFiltered ? 'Not in this time, or not of this kind.' : 'What admins change is written down here.'}
        </Notice>
      )}
      {items.length > 0 && (
        <ol className={styles.list} aria-label="Changes">
          {items.map((entry) => (
            <AuditEntry key={entry.id} entry={entry} />
          ))}
        </ol>
      )}
      {audit.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          loading={audit.isFetchingNextPage}
          onClick={() => void audit.fetchNextPage()}
        >
          Earlier changes
        </Button>
      )}
    </Page>
  )
}

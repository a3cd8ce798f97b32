import { Button } from '@mantine/core'
import { useState } from 'react'
import { Page } from '@/components/page'
import { ProblemNotice } from '@/components/problem-notice'
import { count } from '@/lib/format'
import { useImport } from '../api/import-cards'
import type { CardReport } from '../api/schema'
import { CardReports } from './card-reports'
import { DropZone } from './drop-zone'
import styles from './import-page.module.css'

/** Character cards from elsewhere: first looked at, then made drafts of. */
export function Component() {
  const [files, setFiles] = useState<File[]>([])
  const look = useImport()
  const bringIn = useImport()
  const begin = (dropped: File[]) => {
    bringIn.reset()
    setFiles(dropped)
    look.mutate({ files: dropped, dryRun: true })
  }
  const reports = bringIn.data ?? look.data
  const error = bringIn.error ?? look.error
  const good = files.filter((file) =>
    look.data?.some((report) => report.file === file.name && isGood(report)),
  )
  return (
    <Page
      wide
      title="Import character cards"
      intro="V1, V2 and V3, as JSON, as PNG or as CHARX. They become drafts: nothing is published."
    >
      <div className={styles.import}>
        <DropZone isBusy={look.isPending || bringIn.isPending} onFiles={begin} />
        {error && (
          <ProblemNotice
            error={error}
            onRetry={() => (bringIn.error ? bringIn.mutate({ files: good, dryRun: false }) : begin(files))}
          />
        )}
        {reports && <CardReports reports={reports} isDone={bringIn.data !== undefined} />}
        {look.data && !bringIn.data && good.length > 0 && (
          <div className={styles.actions}>
            <Button
              loading={bringIn.isPending}
              onClick={() => bringIn.mutate({ files: good, dryRun: false })}
            >
              Make {count(good.length, 'draft')}
            </Button>
            <Button variant="subtle" color="gray" disabled={bringIn.isPending} onClick={() => look.reset()}>
              Cancel
            </Button>
          </div>
        )}
      </div>
    </Page>
  )
}

const isGood = ({ errors }: CardReport) => errors.length === 0

import { IconAlertTriangle, IconCircleCheck, IconCircleX } from '@tabler/icons-react'
import { Link } from 'react-router'
import type { CardReport } from '../api/schema'
import styles from './import-page.module.css'

type Props = { reports: CardReport[]; isDone: boolean }

/** What became, or would become, of each file. */
export function CardReports({ reports, isDone }: Props) {
  return (
    <ul
      className={styles.reports}
      aria-label={isDone ? 'What became of the files' : 'What would become of the files'}
    >
      {reports.map((report, index) => (
        <Report key={index} report={report} />
      ))}
    </ul>
  )
}

function Report({ report }: { report: CardReport }) {
  const { file, spec, personality, mapped, preservedNotUsed, warnings, errors } = report
  const isGood = errors.length === 0
  return (
    <li className={styles.report}>
      {isGood ? (
        <IconCircleCheck size={22} className={styles.good} aria-hidden />
      ) : (
        <IconCircleX size={22} className={styles.bad} aria-hidden />
      )}
      <div className={styles.words}>
        <h2>{personality?.name ?? file}</h2>
        <p className={styles.facts}>
          {[personality && file, spec && `Card ${spec.toUpperCase()}`, personality && `/${personality.slug}`]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {errors.map((error) => (
          <p key={error} className={styles.bad}>
            {error}
          </p>
        ))}
        {warnings.map((warning) => (
          <p key={warning} className={styles.warning}>
            <IconAlertTriangle size={16} aria-hidden /> {warning}
          </p>
        ))}
        {mapped.length + preservedNotUsed.length > 0 && (
          <details className={styles.fields}>
            <summary>What became of its fields</summary>
            <ul>
              {mapped.map((line) => (
                <li key={line}>{line}</li>
              ))}
              {preservedNotUsed.map((field) => (
                <li key={field}>{field} is kept for export, and not used</li>
              ))}
            </ul>
          </details>
        )}
      </div>
      {personality?.id && <Link to={`/admin/personalities/${personality.id}`}>Open the draft</Link>}
    </li>
  )
}

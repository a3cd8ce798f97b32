import { Button, Loader } from '@mantine/core'
import { IconCards } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import styles from './import-page.module.css'

const KINDS = '.json,.png,.charx,application/json,image/png'
/** As many as one import takes. */
const MOST = 10

type Props = { isBusy: boolean; onFiles: (files: File[]) => void }

/** Takes files from the desktop or, by a button, from the folder. */
export function DropZone({ isBusy, onFiles }: Props) {
  const input = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  const [dropped, setDropped] = useState(0)
  const take = (files: FileList | null) => {
    const all = [...(files ?? [])]
    setDropped(all.length)
    if (all.length > 0 && all.length <= MOST) onFiles(all)
  }
  return (
    <div
      className={styles.zone}
      data-over={isOver || undefined}
      data-testid="drop-zone"
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        if (!isBusy) take(event.dataTransfer.files)
      }}
    >
      {isBusy ? (
        <Loader size={32} aria-label="Reading the cards" />
      ) : (
        <IconCards size={32} stroke={1.5} aria-hidden />
      )}
      <p className={styles.invitation}>Drop up to {MOST} cards here</p>
      <Button variant="default" disabled={isBusy} onClick={() => input.current?.click()}>
        Choose files
      </Button>
      <p className={styles.limits}>PNG up to 10 MB, CHARX up to 20 MB, JSON up to 2 MB</p>
      {dropped > MOST && (
        <p role="alert" className={styles.problem}>
          These are {dropped} files. Up to {MOST} go at once.
        </p>
      )}
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept={KINDS}
        aria-label="Cards"
        onChange={({ currentTarget }) => {
          take(currentTarget.files)
          currentTarget.value = '' // the same files may be chosen again
        }}
      />
    </div>
  )
}

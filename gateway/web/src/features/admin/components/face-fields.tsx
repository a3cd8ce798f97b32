import { Button } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Face } from '@/components/face'
import { asProblem } from '@/lib/api/problem'
import { inOneLine } from '@/lib/api/sentences'
import { useAvatar } from '../api/avatar'
import type { AdminPersonality } from '../api/schema'
import styles from './face-fields.module.css'
import { FaceCrop } from './face-crop'

const KINDS = 'image/png,image/jpeg,image/webp,image/gif'

type Props = { personality: AdminPersonality | undefined; onChanged: (changed: AdminPersonality) => void }

/** The face of the draft. It is stored at once, and seen by others after the next publish. */
export function FaceFields({ personality, onChanged }: Props) {
  if (!personality)
    return (
      <p className={styles.note}>Save first. Until then, and if you like for ever, a face is drawn for it.</p>
    )
  return <FaceOf personality={personality} onChanged={onChanged} />
}

function FaceOf({
  personality,
  onChanged,
}: {
  personality: AdminPersonality
  onChanged: Props['onChanged']
}) {
  const { id, name, avatar } = personality
  const input = useRef<HTMLInputElement>(null)
  const [pick, setPick] = useState<{ file: File; at: number }>()
  const choose = (file: File | undefined) => setPick(file && { file, at: performance.now() })
  const change = useAvatar(personality)
  const store = (picture: Blob | null) =>
    change.mutate(picture, {
      onSuccess: (changed) => {
        setPick(undefined)
        onChanged(changed)
      },
    })
  const isDrawn = avatar.url.includes('/fallback/')
  return (
    <div
      className={styles.face}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        choose(event.dataTransfer.files[0])
      }}
    >
      {pick ? (
        <FaceCrop
          key={pick.at}
          file={pick.file}
          isBusy={change.isPending}
          onCut={store}
          onCancel={() => setPick(undefined)}
        />
      ) : (
        <>
          <Face id={id} name={name} avatar={avatar} size={160} eager />
          <div className={styles.words}>
            <p className={styles.note}>
              A PNG, JPEG, WebP or GIF of at least 64 pixels. Drop one here, or choose it; then choose its
              square.
            </p>
            <div className={styles.actions}>
              <Button
                variant="default"
                leftSection={<IconPhoto size={18} aria-hidden />}
                onClick={() => input.current?.click()}
              >
                Choose a picture
              </Button>
              {!isDrawn && (
                <Button variant="subtle" color="gray" loading={change.isPending} onClick={() => store(null)}>
                  Back to the drawn face
                </Button>
              )}
            </div>
          </div>
        </>
      )}
      <input
        ref={input}
        type="file"
        hidden
        accept={KINDS}
        aria-label="Picture"
        onChange={({ currentTarget }) => {
          choose(currentTarget.files?.[0])
          currentTarget.value = '' // the same file may be chosen again
        }}
      />
      {change.isError && (
        <p role="alert" className={styles.problem}>
          {inOneLine(asProblem(change.error))}
        </p>
      )}
    </div>
  )
}

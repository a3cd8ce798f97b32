import { Button, Loader } from '@mantine/core'
import { type KeyboardEvent, type PointerEvent, useEffect, useState } from 'react'
import { type Crop, cut, middleOf, NEAREST, sideOf, within } from '../crop'
import styles from './face-fields.module.css'

/** Pixels: of the stage on the page, and of what is sent, which is the largest that is stored. */
const STAGE = 280
const SENT = 512
/** The part of the square by which an arrow key moves it. */
const STEP = 0.05
const SMALLEST = 64

type Props = { file: File; isBusy: boolean; onCut: (picture: Blob) => void; onCancel: () => void }

/** Chooses a square of a picture, by pointer or by keyboard; nothing but a canvas is needed. */
export function FaceCrop({ file, isBusy, onCut, onCancel }: Props) {
  const { image, fault } = useImage(file)
  const [crop, setCrop] = useState<Crop>()
  if (fault)
    return (
      <div className={styles.words}>
        <p role="alert" className={styles.problem}>
          {fault}
        </p>
        <Button variant="default" onClick={onCancel}>
          Choose another one
        </Button>
      </div>
    )
  if (!image) return <Loader aria-label="Reading the picture" />
  const size = { width: image.naturalWidth, height: image.naturalHeight }
  const now = crop ?? middleOf(size)
  const side = sideOf(size, now)
  const scale = STAGE / side
  const move = (dx: number, dy: number) => setCrop(within(size, { ...now, x: now.x + dx, y: now.y + dy }))
  return (
    <div className={styles.crop}>
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- moved like a map */}
      <div
        className={styles.stage}
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- with the arrow keys too
        tabIndex={0}
        role="group"
        aria-label="The square of the picture. Arrow keys move it."
        style={{ width: STAGE, height: STAGE }}
        onKeyDown={(event) => byKey(event, (x, y) => move(x * side * STEP, y * side * STEP))}
        onPointerDown={(event) => event.currentTarget.setPointerCapture?.(event.pointerId)}
        onPointerMove={(event) => byPointer(event, (x, y) => move(-x / scale, -y / scale))}
      >
        <img
          src={image.src}
          alt=""
          draggable={false}
          style={{
            width: size.width * scale,
            height: size.height * scale,
            transform: `translate(${-(now.x - side / 2) * scale}px, ${-(now.y - side / 2) * scale}px)`,
          }}
        />
      </div>
      <label className={styles.zoom}>
        Nearer
        <input
          type="range"
          min={1}
          max={NEAREST}
          step={0.01}
          value={now.zoom}
          onChange={({ currentTarget }) =>
            setCrop(within(size, { ...now, zoom: Number(currentTarget.value) }))
          }
        />
      </label>
      <div className={styles.actions}>
        <Button loading={isBusy} onClick={() => void cut(image, now, SENT).then(onCut)}>
          Use this face
        </Button>
        <Button variant="subtle" color="gray" disabled={isBusy} onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

/** The picture as the browser reads it, or why it cannot be a face. */
function useImage(file: File) {
  const [image, setImage] = useState<HTMLImageElement>()
  const [fault, setFault] = useState<string>()
  useEffect(() => {
    const reader = new FileReader()
    reader.onload = () => {
      const loading = new Image()
      loading.onload = () =>
        Math.min(loading.naturalWidth, loading.naturalHeight) < SMALLEST
          ? setFault(`This picture is too small: it needs ${SMALLEST} pixels each way.`)
          : setImage(loading)
      loading.onerror = () => setFault('This file is no picture that your browser can read.')
      loading.src = reader.result as string
    }
    reader.readAsDataURL(file)
    return () => reader.abort()
  }, [file])
  return { image, fault }
}

function byKey(event: KeyboardEvent, move: (x: number, y: number) => void) {
  const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key]
  if (!step) return
  event.preventDefault()
  move(step[0] ?? 0, step[1] ?? 0)
}

function byPointer(event: PointerEvent, move: (x: number, y: number) => void) {
  if (event.buttons === 1) move(event.movementX, event.movementY)
}

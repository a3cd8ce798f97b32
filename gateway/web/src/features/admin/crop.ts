/** A square of a picture, in its pixels: where its middle is, and how near one looks. */
export type Crop = { x: number; y: number; zoom: number }
export type Size = { width: number; height: number }

export const NEAREST = 4

export const middleOf = ({ width, height }: Size): Crop => ({ x: width / 2, y: height / 2, zoom: 1 })

/** The side of the square. */
export const sideOf = ({ width, height }: Size, { zoom }: Crop) => Math.min(width, height) / zoom

/** The same, kept within the picture. */
export function within(size: Size, crop: Crop): Crop {
  const zoom = Math.min(Math.max(crop.zoom, 1), NEAREST)
  const half = sideOf(size, { ...crop, zoom }) / 2
  const between = (value: number, end: number) => Math.min(Math.max(value, half), end - half)
  return { x: between(crop.x, size.width), y: between(crop.y, size.height), zoom }
}

/** What the square shows, in so many pixels. */
export async function cut(image: HTMLImageElement, crop: Crop, pixels: number): Promise<Blob> {
  const side = sideOf({ width: image.naturalWidth, height: image.naturalHeight }, crop)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = Math.round(Math.min(pixels, Math.max(side, 64)))
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser has no canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(
    image,
    crop.x - side / 2,
    crop.y - side / 2,
    side,
    side,
    0,
    0,
    canvas.width,
    canvas.height,
  )
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The picture could not be cut'))),
      'image/png',
    ),
  )
}

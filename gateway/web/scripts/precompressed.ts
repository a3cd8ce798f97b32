import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Plugin } from 'vite'

const brotli = promisify(brotliCompress)
const zip = promisify(gzip)
const COMPRESSIBLE = /^assets\/.*\.(js|css|svg)$/
const SMALLEST = 1024
const best = { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }

/** Beside each asset, once it is written, its Brotli and gzip variant, so that nobody compresses while people wait. */
export function precompressed(): Plugin {
  return {
    name: 'precompressed',
    apply: 'build',
    async writeBundle({ dir = 'dist' }, bundle) {
      const files = Object.keys(bundle).filter((name) => COMPRESSIBLE.test(name))
      await Promise.all(files.map((name) => compress(join(dir, name))))
    },
  }
}

async function compress(file: string) {
  const source = await readFile(file)
  if (source.length < SMALLEST) return
  await writeFile(`${file}.br`, await brotli(source, best))
  await writeFile(`${file}.gz`, await zip(source, { level: 9 }))
}

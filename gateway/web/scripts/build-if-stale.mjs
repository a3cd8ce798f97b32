// What the Maven build calls: installs and builds only what is older than what it is made of.
//
//   node scripts/build-if-stale.mjs <folder for the pages>
import { execFileSync } from 'node:child_process'
import { readdirSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const web = fileURLToPath(new URL('..', import.meta.url))
const pages = resolve(process.argv[2] ?? join(web, 'dist'))
const sources = [
  'src',
  'public',
  'scripts',
  'index.html',
  'vite.config.ts',
  'package-lock.json',
  '../../infra/contracts/http',
]

const time = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0

function newest(path) {
  if (path.endsWith('generated')) return 0
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(stat.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))))
}

const npm = (...args) => execFileSync('npm', args, { cwd: web, stdio: 'inherit' })

if (time(join(web, 'node_modules/.package-lock.json')) < time(join(web, 'package-lock.json')))
  npm('ci', '--no-audit', '--no-fund', '--loglevel=error')
if (time(join(pages, 'index.html')) < Math.max(...sources.map((source) => newest(join(web, source)))))
  npm('run', '--silent', 'build', '--', '--outDir', pages, '--emptyOutDir', '--logLevel', 'warn')

// Types of what the services answer, from their documents in infra/contracts/http.
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import openapiTS, { astToString } from 'openapi-typescript'

const documents = new URL('../../../infra/contracts/http/', import.meta.url)
const types = new URL('../src/lib/api/generated/', import.meta.url)

const changed = async (url) => (await stat(url).catch(() => ({ mtimeMs: 0 }))).mtimeMs

await mkdir(types, { recursive: true })
for (const name of [
  'catalog-service',
  'rating-service',
  'preview-service',
  'deployment-service',
  'gateway',
]) {
  const document = new URL(`${name}.openapi.json`, documents)
  const file = new URL(`${name.replace('-service', '')}.ts`, types)
  if ((await changed(file)) > (await changed(document))) continue
  const tree = await openapiTS(JSON.parse(await readFile(document, 'utf8')), {
    // The documents leave open what is always there; src/lib/api/schema.ts names what may be absent.
    propertiesRequiredByDefault: true,
  })
  await writeFile(file, astToString(tree))
}

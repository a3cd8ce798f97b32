import { Ajv2020 } from 'ajv/dist/2020'
import formats from 'ajv-formats'
import catalog from '../../../../infra/contracts/http/catalog-service.openapi.json'
import deployment from '../../../../infra/contracts/http/deployment-service.openapi.json'
import gateway from '../../../../infra/contracts/http/gateway.openapi.json'
import preview from '../../../../infra/contracts/http/preview-service.openapi.json'
import rating from '../../../../infra/contracts/http/rating-service.openapi.json'

const documents = { catalog, rating, preview, deployment, gateway }

export type Service = keyof typeof documents

const ajv = new Ajv2020({ strict: false, allErrors: true })

formats(ajv)
for (const [service, document] of Object.entries(documents))
  ajv.addSchema(strictly(document) as object, `contract:${service}`)

/** The value itself, if it is what the service's document says; a test never answers what no service would. */
export function agreed<Value>(service: Service, schema: string, value: Value): Value {
  const validate = ajv.getSchema(`contract:${service}#/components/schemas/${schema}`)
  if (!validate) throw new Error(`${service} has no schema ${schema}`)
  if (!validate(value))
    throw new Error(
      `not a ${schema} of ${service}: ${ajv.errorsText(validate.errors)}\n${JSON.stringify(value)}`,
    )
  return value
}

/** A property that no document knows is a mistake here, though readers would ignore it. */
function strictly(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strictly)
  if (typeof node !== 'object' || node === null) return node
  const copy = Object.fromEntries(Object.entries(node).map(([key, value]) => [key, strictly(value)]))
  return 'properties' in copy && !('additionalProperties' in copy)
    ? { ...copy, additionalProperties: false }
    : copy
}

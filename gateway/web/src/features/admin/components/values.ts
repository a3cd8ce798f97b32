type Named = { name: string; value?: unknown }
type Said = { role: string; content: string }

const isNamed = (value: object): value is Named => 'name' in value
const isSaid = (value: object): value is Said => 'role' in value && 'content' in value

/** A value of a personality as a person would write it. */
export function inWords(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'Nothing'
  if (Array.isArray(value)) return value.length === 0 ? 'Nothing' : list(value)
  if (typeof value === 'string') return value
  if (typeof value !== 'object') return JSON.stringify(value)
  if (isSaid(value)) return `${value.role === 'user' ? '›' : '‹'} ${value.content}`
  if (isNamed(value)) return value.value === undefined ? value.name : `${value.name} ${inWords(value.value)}`
  const filled = Object.entries(value).filter(([, one]) => one !== '' && one !== null)
  return filled.map(([key, one]) => `${key}: ${inWords(one)}`).join('\n') || 'Nothing'
}

const list = (values: unknown[]) =>
  values.map(inWords).join(values.every((one) => typeof one === 'string' && one.length < 40) ? ', ' : '\n')

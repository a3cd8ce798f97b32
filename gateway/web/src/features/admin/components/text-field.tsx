import { Textarea, TextInput } from '@mantine/core'
import { number } from '@/lib/format'
import { useForm } from '../form-context'
import { lengthOf } from '../validate'

type Props = {
  /** As the service would name it. */
  path: string
  label: string
  value: string
  onChange: (value: string) => void
  longest: number
  hint?: string
  placeholder?: string
  /** Several lines, which grow with the text. */
  rows?: number
  isNeeded?: boolean
  disabled?: boolean
}

/** The part of the longest from which on one wants to know. */
const NEARLY = 0.75

/** Text that says how much room is left when it matters, and what is wrong with it. */
export function TextField({ path, longest, hint, isNeeded = false, rows, onChange, ...field }: Props) {
  const { errorOf } = useForm()
  const length = lengthOf(field.value)
  const room = length > longest * NEARLY ? `${number(length)} of ${number(longest)} characters` : undefined
  const shared = {
    ...field,
    error: errorOf(path),
    description: [hint, room].filter(Boolean).join(' · ') || undefined,
    withAsterisk: isNeeded,
  }
  return rows ? (
    <Textarea {...shared} rows={rows} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
  ) : (
    <TextInput {...shared} onChange={({ currentTarget }) => onChange(currentTarget.value)} />
  )
}

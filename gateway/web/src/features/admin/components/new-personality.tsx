import { PersonalityEditor } from './personality-editor'

export function Component() {
  return <PersonalityEditor personality={undefined} />
}

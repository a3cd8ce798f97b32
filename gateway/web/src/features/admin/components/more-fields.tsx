import { NativeSelect } from '@mantine/core'
import { useForm } from '../form-context'
import { LONGEST } from '../validate'
import styles from './personality-editor.module.css'
import { TextField } from './text-field'

/** What one seldom changes. */
export function MoreFields({ isPublished }: { isPublished: boolean }) {
  const { draft, change, errorOf } = useForm()
  const { attribution, generation } = draft
  return (
    <div className={styles.fields}>
      <TextField
        path="slug"
        label="Address"
        hint={
          isPublished
            ? 'It stays once the personality was published: people link to it.'
            : 'The name in links; made from the name if it is empty'
        }
        placeholder="orla-the-lighthouse-keeper"
        longest={64}
        disabled={isPublished}
        value={draft.slug}
        onChange={(slug) => change('slug', slug)}
      />
      <TextField
        path="nickname"
        label="Name on Discord"
        hint="If it is not the name; what it calls itself there"
        longest={LONGEST.nickname}
        value={draft.nickname}
        onChange={(nickname) => change('nickname', nickname)}
      />
      <NativeSelect
        label="System prompt"
        description="Whether everybody may read it"
        error={errorOf('promptVisibility')}
        value={draft.promptVisibility}
        onChange={({ currentTarget }) =>
          change('promptVisibility', currentTarget.value === 'open' ? 'open' : 'hidden')
        }
        data={[
          { value: 'hidden', label: 'Hidden' },
          { value: 'open', label: 'Open to everybody' },
        ]}
      />
      <TextField
        path="generation.model"
        label="Model"
        hint="A wish: the marketplace decides what is allowed"
        longest={LONGEST.model}
        value={generation.model}
        onChange={(model) => change('generation', { ...generation, model })}
      />
      <TextField
        path="generation.temperature"
        label="Temperature"
        hint="From 0, always the likeliest word, to 2"
        longest={10}
        value={generation.temperature}
        onChange={(temperature) => change('generation', { ...generation, temperature })}
      />
      <TextField
        path="attribution.creator"
        label="Made by"
        hint="Who gets the credit"
        longest={LONGEST.credit}
        value={attribution.creator}
        onChange={(creator) => change('attribution', { ...attribution, creator })}
      />
      <TextField
        path="attribution.cardVersion"
        label="Version of the card"
        longest={LONGEST.credit}
        value={attribution.cardVersion}
        onChange={(cardVersion) => change('attribution', { ...attribution, cardVersion })}
      />
    </div>
  )
}

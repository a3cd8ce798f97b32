import { NativeSelect, TagsInput } from '@mantine/core'
import '@mantine/core/styles/Pill.layer.css'
import '@mantine/core/styles/PillsInput.layer.css'
import { useShelves } from '../api/categories'
import { useForm } from '../form-context'
import { LONGEST, MOST } from '../validate'
import styles from './personality-editor.module.css'
import { TextField } from './text-field'

/** What everybody sees first. */
export function WhoFields() {
  const { draft, change, errorOf } = useForm()
  const shelves = useShelves()
  return (
    <div className={styles.fields}>
      <TextField
        path="name"
        label="Name"
        isNeeded
        longest={LONGEST.name}
        value={draft.name}
        onChange={(name) => change('name', name)}
      />
      <TextField
        path="tagline"
        label="Tagline"
        hint="One line that makes people curious"
        isNeeded
        longest={LONGEST.tagline}
        value={draft.tagline}
        onChange={(tagline) => change('tagline', tagline)}
      />
      <NativeSelect
        label="Category"
        withAsterisk
        error={
          errorOf('category') ?? (shelves.isError && 'The categories could not be read. Reload the page.')
        }
        value={draft.category}
        onChange={({ currentTarget }) => change('category', currentTarget.value)}
        data={[
          { value: '', label: 'Choose one', disabled: true },
          ...(shelves.data?.map(({ slug, name }) => ({ value: slug, label: name })) ??
            (draft.category ? [{ value: draft.category, label: draft.category }] : [])),
        ]}
      />
      <TagsInput
        label="Tags"
        description="Enter ends one"
        maxTags={MOST.tags}
        value={draft.tags}
        onChange={(tags) =>
          change(
            'tags',
            tags.map((tag) => tag.trim().toLowerCase()),
          )
        }
        error={errorOf('tags') ?? draft.tags.map((_, index) => errorOf(`tags[${index}]`)).find(Boolean)}
        clearButtonProps={{ 'aria-label': 'Remove all tags' }}
      />
      <TextField
        path="description"
        label="Description"
        hint="Who this is and what one can do with them. Markdown works."
        isNeeded
        rows={10}
        longest={LONGEST.description}
        value={draft.description}
        onChange={(description) => change('description', description)}
      />
    </div>
  )
}

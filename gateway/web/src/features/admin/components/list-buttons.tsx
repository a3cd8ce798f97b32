import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'

type AddProps = { children: string; disabled: boolean; onClick: () => void }

/** Below a list in a form: one more of them, until there are enough. */
export const AddButton = (props: AddProps) => (
  <div>
    <Button variant="default" size="xs" leftSection={<IconPlus size={16} aria-hidden />} {...props} />
  </div>
)

type RemoveProps = { label: string; disabled?: boolean; mt?: number; onClick: () => void }

/** Beside one of a list in a form. */
export const RemoveButton = ({ label, ...props }: RemoveProps) => (
  <ActionIcon variant="subtle" color="gray" size={36} aria-label={label} {...props}>
    <IconTrash size={18} />
  </ActionIcon>
)

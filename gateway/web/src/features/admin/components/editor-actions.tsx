import { ActionIcon, Button, Menu } from '@mantine/core'
import { IconDots, IconExternalLink } from '@tabler/icons-react'
import { Link } from 'react-router'
import { adminPath } from '../api/read-personality'
import type { Editor } from '../use-editor'
import { DEED, deedsOf } from '../words'

type Props = { editor: Editor; onSave: () => void; onPublish: () => void }

const FORMATS = [
  ['v3', 'Character card V3'],
  ['v2', 'Character card V2'],
  ['png', 'Picture with the card in it'],
] as const

/** What can be done now; the most likely one is filled. */
export function EditorActions({ editor, onSave, onPublish }: Props) {
  const { base, isDirty, isBusy } = editor
  const isGone = base?.status === 'archived' || base?.status === 'deleted'
  if (isGone)
    return (
      <>
        <Button loading={isBusy} onClick={() => editor.live('restore')}>
          Restore
        </Button>
        <More editor={editor} />
      </>
    )
  const canPublish = !base || isDirty || base.unpublishedChanges || base.status !== 'published'
  return (
    <>
      <Button variant="default" disabled={!isDirty || isBusy} onClick={onSave}>
        Save
      </Button>
      <Button loading={isBusy} disabled={!canPublish} onClick={onPublish}>
        {isDirty || !base ? 'Save and publish' : 'Publish'}
      </Button>
      {base && <More editor={editor} />}
    </>
  )
}

function More({ editor: { base, live } }: { editor: Editor }) {
  if (!base) return null
  const deeds = deedsOf(base).filter((deed) => deed === 'archive' || deed === 'delete')
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={36} aria-label="More">
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {base.status === 'published' && (
          <Menu.Item
            data-autofocus
            component={Link}
            to={`/personalities/${base.slug}`}
            leftSection={<IconExternalLink size={16} aria-hidden />}
          >
            See in the marketplace
          </Menu.Item>
        )}
        <Menu.Item data-autofocus component={Link} to={`/admin/audit?personality=${base.id}`}>
          Who changed it
        </Menu.Item>
        <Menu.Label>Export</Menu.Label>
        {FORMATS.map(([format, name]) => (
          <Menu.Item
            key={format}
            component="a"
            href={`${adminPath(base.id)}/export?format=${format}`}
            download
          >
            {name}
          </Menu.Item>
        ))}
        {deeds.length > 0 && <Menu.Divider />}
        {deeds.map((deed) => (
          <Menu.Item
            key={deed}
            color={deed === 'delete' ? 'var(--bad)' : undefined}
            onClick={() => live(deed)}
          >
            {DEED[deed].verb}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

import { Button } from '@mantine/core'
import { IconMoodEmpty } from '@tabler/icons-react'
import { Link } from 'react-router'
import { Notice } from '@/components/notice'
import type { AdminFilters } from '../use-admin-filters'

type Props = { filters: AdminFilters; onChange: (changed: Partial<AdminFilters>) => void }

export function NothingFound({ filters: { search, status }, onChange }: Props) {
  if (!search && !status)
    return (
      <Notice
        title="There is nobody here yet."
        icon={<IconMoodEmpty size={24} />}
        actions={
          <>
            <Button component={Link} to="new">
              Write the first one
            </Button>
            <Button component={Link} to="/admin/import" variant="default">
              Import character cards
            </Button>
          </>
        }
      >
        Write a personality, or bring some from elsewhere.
      </Notice>
    )
  return (
    <Notice
      title={
        search
          ? `Nobody is found for “${search}”${status ? ` among the ${status}` : ''}.`
          : `Nobody is ${status}.`
      }
      icon={<IconMoodEmpty size={24} />}
      actions={
        <Button variant="default" onClick={() => onChange({ search: '', status: undefined })}>
          Show all
        </Button>
      }
    >
      {search ? 'Other words may find them; the deleted ones have a list of their own.' : undefined}
    </Notice>
  )
}

import { Button } from '@mantine/core'
import { IconMapQuestion } from '@tabler/icons-react'
import { Link } from 'react-router'
import { Notice } from '@/components/notice'
import { useTitle } from '@/lib/title'

export function NotFound() {
  useTitle('Not found')
  return (
    <Notice
      heading="h1"
      title="There is no such page."
      icon={<IconMapQuestion size={24} />}
      actions={
        <Button component={Link} to="/">
          See all personalities
        </Button>
      }
    >
      The address may be old, or something is missing in it.
    </Notice>
  )
}

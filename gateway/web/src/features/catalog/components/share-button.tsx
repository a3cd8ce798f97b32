import { ActionIcon, Tooltip } from '@mantine/core'
import { IconShare2 } from '@tabler/icons-react'
import { tell } from '@/lib/toasts'

type Props = { slug: string; name: string }

/** The system's own way to share where there is one, else the link in the clipboard. */
export function ShareButton({ slug, name }: Props) {
  const share = async () => {
    const url = new URL(`/personalities/${slug}`, location.origin).href
    if (matchMedia('(pointer: coarse)').matches && 'share' in navigator)
      return navigator.share({ title: name, url }).catch(() => undefined) // they thought better of it
    await navigator.clipboard.writeText(url).then(
      () => tell('The link is in your clipboard.'),
      () => tell('Copy this link:', url),
    )
  }
  return (
    <Tooltip label="Share">
      <ActionIcon variant="default" size={36} aria-label={`Share ${name}`} onClick={() => void share()}>
        <IconShare2 size={18} />
      </ActionIcon>
    </Tooltip>
  )
}

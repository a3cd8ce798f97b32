import { Button, type ButtonProps } from '@mantine/core'
import { IconBrandDiscordFilled } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import styles from './discord-oauth-button.module.css'

type Props = ButtonProps & { href?: string; onClick?: () => void; children?: ReactNode }

/** By Discord's brand rules: Blurple, the Clyde mark, its name spelt out. A link where it leads to Discord. */
export function DiscordOAuthButton({ href, onClick, children = 'Continue with Discord', ...button }: Props) {
  const look = {
    ...button,
    className: styles.discord,
    leftSection: <IconBrandDiscordFilled size={20} aria-hidden />,
  }
  return href ? (
    <Button component="a" href={href} {...look}>
      {children}
    </Button>
  ) : (
    <Button onClick={onClick} {...look}>
      {children}
    </Button>
  )
}

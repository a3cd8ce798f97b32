import { useEffect } from 'react'

export const SITE = 'Personality Marketplace'

/** The page's title in the browser's tab; without one, the site's. */
export function useTitle(title: string | undefined) {
  useEffect(() => {
    document.title = title ? `${title} · ${SITE}` : SITE
  }, [title])
}

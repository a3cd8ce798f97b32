import { useQueryClient } from '@tanstack/react-query'
import { lazy, Suspense, useEffect } from 'react'
import { useLocation, useParams } from 'react-router'
import { personalityQuery } from '@/features/catalog/api/read-personality'
import { MarketplacePage } from '@/features/catalog/components/marketplace-page'
import { applyChange } from '@/features/catalog/live'
import { overOf } from '@/features/catalog/use-filters'
import { Region } from '@/components/region'
import { useLive } from '@/lib/live'

const PersonalityModal = lazy(() => import('./personality-modal'))
const PersonalityPage = lazy(() => import('./personality-page'))

/** The list, and a personality over it or, by a link from elsewhere, on a page of its own. */
export function MarketplaceRoute() {
  const { slug } = useParams()
  const isOverList = overOf(useLocation().state) !== undefined
  const client = useQueryClient()
  useLive((change) => applyChange(client, change))
  useEffect(() => {
    if (slug) void client.prefetchQuery(personalityQuery(slug)) // beside the code that shows it
  }, [client, slug])
  if (slug && !isOverList)
    return (
      <Region key={slug}>
        <Suspense>
          <PersonalityPage slug={slug} />
        </Suspense>
      </Region>
    )
  return (
    <>
      <MarketplacePage isCovered={slug !== undefined} />
      {slug && (
        <Suspense>
          <PersonalityModal slug={slug} />
        </Suspense>
      )}
    </>
  )
}

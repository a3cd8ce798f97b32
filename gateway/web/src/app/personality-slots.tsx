import type { Slots } from '@/features/catalog/components/personality-view'
import { DeployButton } from '@/features/deployments/components/deploy-button'
import { PreviewChat } from '@/features/preview/components/preview-chat'
import { Reviews } from '@/features/ratings/components/reviews'

/** What each feature has to say about a personality. */
export const slots: Slots = {
  chat: (personality) => <PreviewChat key={personality.id} personality={personality} />,
  reviews: (personality) => <Reviews personality={personality} />,
  deploy: (personality) => <DeployButton personality={personality} />,
}

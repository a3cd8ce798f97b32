import { AdminLayout } from '@/features/admin/components/admin-layout'
import { PersonalityCard } from '@/features/catalog/components/personality-card'
import { RehearsalChat } from '@/features/preview/components/rehearsal-chat'

/** The administration, which shows people as the marketplace does. */
export function Component() {
  return (
    <AdminLayout
      card={(card) => <PersonalityCard card={card} address="" />}
      chat={(draft) => <RehearsalChat draft={draft} />}
    />
  )
}

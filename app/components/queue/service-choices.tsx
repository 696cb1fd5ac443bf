import { queuePath, type QueueAt } from '#app/components/queue/queue-path.ts'
import { useTexts } from '#app/components/use-texts.ts'
import type { QueueService } from '#app/domain/queue/ticket.ts'

/** What people come for, each a whole row to touch. */
export function ServiceChoices({ services, at }: { services: readonly QueueService[]; at: QueueAt }) {
  const { t } = useTexts()
  return (
    <ul className="rows queue-services">
      {services.map((service) => (
        <li key={service}>
          <a className="row-link queue-choice" href={queuePath(at, 'ticket', { service })}>
            <span className="row-title">{t(`queue:service.${service}`)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
}

import type { Trait } from '@/lib/api/schema'
import styles from './traits-radar.module.css'

const SIZE = 220
const CENTRE = SIZE / 2
const RADIUS = 92
const RINGS = [25, 50, 75, 100]
const FEWEST = 3

/** A character at a glance, and the same in words and figures beside it. */
export function TraitsRadar({ traits }: { traits: Trait[] }) {
  if (traits.length === 0) return null
  return (
    <div className={styles.traits}>
      {traits.length >= FEWEST && <Chart traits={traits} />}
      <dl className={styles.list}>
        {traits.map(({ name, value }) => (
          <div key={name} className={styles.trait}>
            <dt>{name}</dt>
            <dd className="tabular">{value}</dd>
            <span className={styles.bar} aria-hidden>
              <span style={{ transform: `scaleX(${value / 100})` }} />
            </span>
          </div>
        ))}
      </dl>
    </div>
  )
}

function Chart({ traits }: { traits: Trait[] }) {
  const at = (index: number, value: number) => {
    const angle = (index / traits.length) * 2 * Math.PI - Math.PI / 2
    const distance = (value / 100) * RADIUS
    return [CENTRE + distance * Math.cos(angle), CENTRE + distance * Math.sin(angle)] as const
  }
  const polygon = (value: (index: number) => number) =>
    traits
      .map((_, index) =>
        at(index, value(index))
          .map((n) => n.toFixed(1))
          .join(','),
      )
      .join(' ')
  return (
    <svg className={styles.chart} viewBox={`0 0 ${SIZE} ${SIZE}`} aria-hidden>
      {RINGS.map((ring) => (
        <polygon key={ring} className={styles.ring} points={polygon(() => ring)} />
      ))}
      {traits.map((trait, index) => {
        const [x, y] = at(index, 100)
        return <line key={trait.name} className={styles.ring} x1={CENTRE} y1={CENTRE} x2={x} y2={y} />
      })}
      <polygon className={styles.shape} points={polygon((index) => traits[index]?.value ?? 0)} />
      {traits.map((trait, index) => {
        const [x, y] = at(index, trait.value)
        return <circle key={trait.name} className={styles.point} cx={x} cy={y} r={3.5} />
      })}
    </svg>
  )
}

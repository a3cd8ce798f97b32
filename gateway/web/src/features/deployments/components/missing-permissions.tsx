import type { Permission } from '../api/schema'
import { PERMISSION } from '../words'
import styles from './standing.module.css'

/** By the names that they have in Discord's settings, so that they are found there. */
export const MissingPermissions = ({ missing }: { missing: Permission[] }) => (
  <ul className={styles.missing} aria-label="Missing permissions">
    {missing.map((permission) => {
      const { name, need } = PERMISSION[permission] ?? { name: permission, need: '' }
      return (
        <li key={permission}>
          <b>{name}</b> <span>{need}</span>
        </li>
      )
    })}
  </ul>
)

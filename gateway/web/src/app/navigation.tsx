import { NavLink } from 'react-router'
import { useAccount } from '@/lib/account'
import { Logo } from './logo'
import styles from './navigation.module.css'

export function Navigation() {
  const { account, isAdmin } = useAccount()
  return (
    <nav className={styles.navigation} aria-label="Main">
      <NavLink to="/" end className={styles.home} aria-label="Personality Marketplace, home">
        <Logo />
        <span className={styles.name}>Personalities</span>
      </NavLink>
      {account && (
        <NavLink to="/deployments" className={styles.link}>
          <span className={styles.long}>My deployments</span>
          <span className={styles.short}>Deployments</span>
        </NavLink>
      )}
      {isAdmin && (
        <NavLink to="/admin" className={styles.link}>
          Admin
        </NavLink>
      )}
    </nav>
  )
}

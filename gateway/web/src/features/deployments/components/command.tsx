import styles from './command.module.css'

/** The one command to type. */
export const Command = () => <code className={styles.command}>/chat</code>

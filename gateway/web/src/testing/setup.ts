import '@testing-library/jest-dom/vitest'
import { notifications } from '@mantine/notifications'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { server } from './server'
import './browser'

configure({ asyncUtilTimeout: 5_000 }) // a busy machine loads a lazy page slowly

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => {
  cleanup()
  notifications.clean()
  server.resetHandlers()
  document.cookie = 'XSRF-TOKEN=; max-age=0'
})
afterAll(() => server.close())

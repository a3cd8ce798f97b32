import prettier from 'eslint-config-prettier'
import { createTypeScriptImportResolver } from 'eslint-import-resolver-typescript'
import imports from 'eslint-plugin-import-x'
import a11y from 'eslint-plugin-jsx-a11y'
import hooks from 'eslint-plugin-react-hooks'
import { readdirSync } from 'node:fs'
import ts from 'typescript-eslint'

const features = readdirSync(new URL('./src/features', import.meta.url))
const shared = ['components', 'config', 'lib'].map((folder) => `./src/${folder}`)

/** Shared code knows no feature, a feature knows no other, and nobody knows the app that puts them together. */
const zones = [
  ...features.map((feature) => ({
    target: `./src/features/${feature}`,
    from: './src/features',
    except: [`./${feature}`],
    message: 'A feature never imports a feature: let src/app put them together.',
  })),
  {
    target: './src/features',
    from: './src/app',
    message: 'The app imports features, not the other way round.',
  },
  {
    target: shared,
    from: ['./src/features', './src/app'],
    message: 'Shared code knows no feature and no app.',
  },
]

export default ts.config(
  { ignores: ['dist', 'src/lib/api/generated', 'test-results', 'playwright-report'] },
  ...ts.configs.recommendedTypeChecked,
  a11y.flatConfigs.recommended,
  hooks.configs.flat['recommended-latest'],
  {
    languageOptions: {
      parserOptions: {
        projectService: { allowDefaultProject: ['eslint.config.js'] },
        tsconfigRootDir: import.meta.dirname,
      },
    },
    plugins: { 'import-x': imports },
    settings: { 'import-x/resolver-next': [createTypeScriptImportResolver()] },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'no-console': 'error',
    },
  },
  { files: ['**/*.{js,mjs}'], extends: [ts.configs.disableTypeChecked] },
  { files: ['scripts/**', 'e2e/**'], rules: { 'no-console': 'off' } },
  prettier,
)

/**
 * Leaves dynamic imports as they are. Vite wraps each in a helper that preloads what a chunk imports; here no chunk
 * imports another, and the helper would be half of the script of every page (`build.modulePreload: false` keeps it).
 */
export const plainImports = () => ({
  name: 'plain-imports',
  enforce: 'pre' as const,
  load: (id: string) =>
    id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load();' : undefined,
});

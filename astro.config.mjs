import mdx from '@astrojs/mdx';
import { satteri } from '@astrojs/markdown-satteri';
import { defineConfig } from 'astro/config';
import { contentSecurityPolicy } from './src/integrations/content-security-policy.ts';
import { fullText } from './src/integrations/full-text.ts';
import { hosting } from './src/integrations/hosting.ts';
import { inlineReferences } from './src/integrations/inline-references-plugin.ts';
import { offline } from './src/integrations/offline.ts';
import { plainImports } from './src/integrations/plain-imports.ts';
import { singleFile } from './src/integrations/single-file.ts';
import { wholeContent } from './src/integrations/whole-content.ts';

export default defineConfig({
  site: process.env.SITE_URL ?? 'http://localhost:4321',
  base: process.env.BASE_PATH ?? '/',
  output: 'static',
  // The whole style sheet stands in each page: one request before the first paint.
  build: { format: 'directory', inlineStylesheets: 'always', assets: 'assets' },
  devToolbar: { enabled: false },
  integrations: [wholeContent(), mdx(), singleFile(), fullText(), contentSecurityPolicy(), hosting(), offline()],
  markdown: {
    syntaxHighlight: false,
    processor: satteri({ features: { smartPunctuation: false }, mdastPlugins: [inlineReferences] }),
  },
  // A dynamic import inside an inlined script dies at run time (`__VITE_PRELOAD__ is not defined`).
  vite: {
    plugins: [plainImports()],
    build: {
      assetsInlineLimit: 0,
      rollupOptions: {
        // Every MDX file draws this warning (withastro/astro#18087), and it would bury real ones.
        onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
      },
    },
  },
});

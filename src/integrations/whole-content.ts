import type { AstroIntegration } from 'astro';

/** Stops a build before it writes anything where content/ has faults, naming all of them. */
export const wholeContent = (): AstroIntegration => ({
  name: 'whole-content',
  hooks: {
    'astro:build:start': async () => {
      // `npm run build` has looked already, to say it in sentences alone.
      if (process.env['CONTENT_IS_WHOLE']) return;
      const { assertWholeContent } = await import('../checks/whole-content.ts');
      assertWholeContent();
    },
  },
});

import type { APIRoute } from 'astro';
import { homePath, pathTo } from '../lib/paths.ts';

/** What a browser installs; it starts on the home page with the search field focused. */
export const GET: APIRoute = () =>
  new Response(
    JSON.stringify({
      name: 'SIP Status Codes',
      short_name: 'SIP codes',
      description: 'Every SIP response code: what it means, who sent it, what to do. Works offline.',
      start_url: `${homePath()}?search`,
      scope: homePath(),
      display: 'standalone',
      background_color: '#fbfbf9',
      theme_color: '#fbfbf9',
      icons: [
        { src: pathTo('/icon-192.png'), sizes: '192x192', type: 'image/png' },
        { src: pathTo('/icon-512.png'), sizes: '512x512', type: 'image/png' },
        { src: pathTo('/icon-maskable-512.png'), sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        { src: pathTo('/favicon.svg'), sizes: 'any', type: 'image/svg+xml' },
      ],
    }),
    { headers: { 'Content-Type': 'application/manifest+json' } },
  );

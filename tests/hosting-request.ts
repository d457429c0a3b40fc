import { request } from 'node:http';

/** An answer as it came: nothing unpacked, no redirect followed. */
export interface Answer {
  status: number;
  headers: Record<string, string | undefined>;
  body: Buffer;
}

/** Asks a host for a path exactly as written. A header that comes twice is joined with a comma, so that it shows. */
export const ask = (
  origin: string,
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(origin);
    const asked = request({ hostname, port, path, method, headers, agent: false }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const distinct = Object.entries(response.headersDistinct).map(([name, values]) => [name, values?.join(', ')]);
        resolve({
          status: response.statusCode ?? 0,
          headers: Object.fromEntries(distinct),
          body: Buffer.concat(parts),
        });
      });
    });
    asked.once('error', reject);
    asked.end();
  });

/** Checks every link and fragment between the pages of a built site. */
import type { BuiltPage } from './built-site.ts';

const tag = /<([a-zA-Z][\w-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/g;
const attribute = /([^\s=>"'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

const entities: Record<string, string> = {
  '&amp;': '&',
  '&quot;': '"',
  '&#39;': "'",
  '&#34;': '"',
  '&#38;': '&',
  '&lt;': '<',
  '&gt;': '>',
};
const decoded = (text: string) => text.replace(/&(?:amp|quot|lt|gt|#3[489]);/g, (entity) => entities[entity] ?? entity);

/** The attributes of every element, as [element, attribute, value]. */
function* attributesOf(html: string): Generator<[string, string, string]> {
  const markup = html.replace(/<!--[\s\S]*?-->/g, '').replace(/(<(script|style)\b[^>]*>)[\s\S]*?<\/\2>/g, '$1');
  for (const [, element = '', attributes = ''] of markup.matchAll(tag)) {
    for (const [, name = '', double, single, bare] of attributes.matchAll(attribute)) {
      yield [element.toLowerCase(), name.toLowerCase(), decoded(double ?? single ?? bare ?? '')];
    }
  }
}

const linking = new Set(['href', 'src', 'action']);
const externalScheme = /^(?:data|mailto|tel|sips?|javascript):/;

const addressesIn = ({ html }: BuiltPage) =>
  new Set(
    [...attributesOf(html)].flatMap(([, name, value]) =>
      linking.has(name) && !externalScheme.test(value) ? value : [],
    ),
  );

const fragmentsIn = ({ html }: BuiltPage) =>
  new Set([...attributesOf(html)].flatMap(([, name, id]) => (name === 'id' ? id : [])));

export interface Site {
  /** Where it is published: "http://localhost:4321". */
  origin: string;
  /** The path that it lives under, with slashes at both ends: "/docs/sip/". */
  base: string;
}

/** Every internal link that leads nowhere, as sentences. A missing fragment is told with those that the page has. */
export function linkFaultsOf(pages: readonly BuiltPage[], files: readonly string[], { origin, base }: Site): string[] {
  const known = new Set(files);
  const fragments = new Map(pages.map((page) => [page.address, fragmentsIn(page)]));

  function faultOf(link: string, from: string): string | undefined {
    const target = URL.parse(link, origin + base + from);
    if (!target) return 'is no address';
    if (target.origin !== origin) return undefined;
    if (!target.pathname.startsWith(base)) return `leads out of ${base}; make it with src/lib/paths.ts`;
    const address = decodeURI(target.pathname.slice(base.length));
    const file = address === '' || address.endsWith('/') ? `${address}index.html` : address;
    if (!known.has(file)) return 'leads to no file of the site';
    const fragment = decodeURIComponent(target.hash.slice(1));
    const there = fragments.get(address);
    if (fragment === '' || !there || there.has(fragment)) return undefined;
    return `leads to no place on that page; its fragments are ${[...there].map((id) => `#${id}`).join(', ') || 'none'}`;
  }

  return pages.flatMap((page) =>
    [...addressesIn(page)].flatMap((link) => {
      const fault = faultOf(link, page.address);
      return fault === undefined ? [] : [`/${page.address}: the link “${link}” ${fault}.`];
    }),
  );
}

import type { ResponseClass } from './response-class.ts';

const base = (import.meta.env?.BASE_URL ?? '/').replace(/\/$/, '');

/** An address of this site, from its path below the base: "/codes/486/". */
export const pathTo = (path: string): string => `${base}${path}`;

export const codePath = (code: number): string => pathTo(`/codes/${code}/`);
export const codeDataPath = (code: number): string => pathTo(`/codes/${code}.json`);
export const codeMarkdownPath = (code: number): string => pathTo(`/codes/${code}.md`);
export const classPath = (responseClass: ResponseClass): string => pathTo(`/classes/${responseClass}/`);
export const searchPath = (): string => pathTo('/search/');
export const homePath = (): string => pathTo('/');
export const aboutPath = (): string => pathTo('/about/');
export const comparisonPath = (id: string): string => pathTo(`/compare/${id}/`);
export const symptomPath = (slug: string): string => pathTo(`/symptoms/${slug}/`);
export const causePath = (cause: number): string => pathTo(`/causes/${cause}/`);
export const stackPath = (slug: string): string => pathTo(`/stacks/${slug}/`);
export const headerFieldPath = (name: string): string => pathTo(`/header-fields/#${name.toLowerCase()}`);

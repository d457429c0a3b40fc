import type { ResponseClass } from './response-class.ts';

const base = import.meta.env.BASE_URL.replace(/\/$/, '');

/** An address of this site, from its path below the base: "/codes/486/". */
export const pathTo = (path: string): string => `${base}${path}`;

export const codePath = (code: number): string => pathTo(`/codes/${code}/`);
export const codeDataPath = (code: number): string => pathTo(`/codes/${code}.json`);
export const classPath = (responseClass: ResponseClass): string => pathTo(`/classes/${responseClass}/`);
export const searchPath = (): string => pathTo('/search/');
export const homePath = (): string => pathTo('/');
export const aboutPath = (): string => pathTo('/about/');

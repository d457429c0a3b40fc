import { z } from 'astro/zod';

/** The keys of a contract with what each says, for people who read about it. */
export const keysOf = (contract: z.ZodObject): { key: string; about: string }[] =>
  Object.entries(contract.shape).map(([key, value]) => ({
    key,
    about: z.globalRegistry.get(value)?.description ?? '',
  }));

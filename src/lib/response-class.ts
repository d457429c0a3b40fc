export const responseClasses = ['1xx', '2xx', '3xx', '4xx', '5xx', '6xx'] as const;
export type ResponseClass = (typeof responseClasses)[number];

/** The class of a status code, by its first digit (RFC 3261 section 7.2): 486 → "4xx". */
export function responseClassOf(code: number): ResponseClass {
  const responseClass = `${Math.floor(code / 100)}xx`;
  const known = responseClasses.find((name) => name === responseClass);
  if (!known) throw new Error(`${code} is no SIP status code: its first digit is none of 1 to 6.`);
  return known;
}

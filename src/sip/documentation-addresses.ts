/** Addresses that documentation may use: RFC 5737, 3849, 2606 and 6761, and North American numbers 555-01xx. */
const addressBlocks = /^(?:192\.0\.2|198\.51\.100|203\.0\.113)\.\d+$/;
const unspecified = new Set(['0.0.0.0', '255.255.255.255', '::']);
const hostNames = /^(?:[a-z0-9_-]+\.)*(?:example\.(?:com|org|net)|example|invalid|test)\.?$/i;
const numbers = /^\+?(?:1[2-9]\d\d55501\d\d|55501\d\d|1?55501\d\d|442079460\d{3}|441632960\d{3})$/;

/** Whether a host (name, IPv4, or IPv6 with or without brackets) is meant for documentation. */
export function isDocumentationHost(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, '');
  if (unspecified.has(bare)) return true;
  if (bare.includes(':')) return /^2001:0?db8:/i.test(bare);
  return /^[\d.]+$/.test(bare) ? addressBlocks.test(bare) : hostNames.test(bare);
}

/** Every host and telephone number in a line that isn't meant for documentation. */
export function strangersIn(line: string): string[] {
  const strangers = new Set<string>();
  for (const { 0: address } of line.matchAll(/(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g)) {
    if (!isDocumentationHost(address)) strangers.add(address);
  }
  const hosts = [
    ...line.matchAll(/\b(?:sips?|im|pres|xmpp|mailto):(?:[^@\s<>";?]{0,200}@)?(\[[^\]]*\]|[a-z0-9_.-]+)/gi),
    ...line.matchAll(/\b(?:https?|wss?|rtsp|msrps?|stuns?|turns?|ldaps?):(?:\/\/)?(\[[^\]]*\]|[a-z0-9_.-]+)/gi),
    ...line.matchAll(/@(\[[^\]]*\]|[a-z0-9_-]+(?:\.[a-z0-9_-]+)+)/gi),
    ...line.matchAll(/^(?:Via|v)\s*:\s*SIP\/2\.0\/\S+\s+(\[[^\]]*\]|[^\s:;,]+)/gi),
    ...line.matchAll(/^[oc]=.*\bIN IP[46] (\S+)/g),
    ...line.matchAll(/\breceived=(\[[^\]]*\]|[^\s;,]+)/gi),
  ];
  for (const { 1: host = '' } of hosts) if (!isDocumentationHost(host)) strangers.add(host);
  for (const { 1: number = '' } of line.matchAll(/\b(?:tel:|sips?:)(\+?[\d.()-]{7,})(?=[@;>\s"]|$)/gi)) {
    const digits = number.replace(/[^+\d]/g, '');
    const isHost = isDocumentationHost(number);
    if (!isHost && digits.replace('+', '').length >= 7 && !numbers.test(digits)) strangers.add(number);
  }
  return [...strangers];
}

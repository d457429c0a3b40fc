/** Compact forms as registered with IANA: RFC 3261 20, 3515, 3841, 3892, 4028, 4474, 6665. */
export const compactForms: Readonly<Record<string, string>> = {
  a: 'Accept-Contact',
  b: 'Referred-By',
  c: 'Content-Type',
  d: 'Request-Disposition',
  e: 'Content-Encoding',
  f: 'From',
  i: 'Call-ID',
  j: 'Reject-Contact',
  k: 'Supported',
  l: 'Content-Length',
  m: 'Contact',
  n: 'Identity-Info',
  o: 'Event',
  r: 'Refer-To',
  s: 'Subject',
  t: 'To',
  u: 'Allow-Events',
  v: 'Via',
  x: 'Session-Expires',
  y: 'Identity',
};

/** Header fields whose values may be joined by commas, so that one line can hold several (RFC 3261 7.3.1). */
const listFields = `Accept Accept-Contact Accept-Encoding Accept-Language Accept-Resource-Priority Alert-Info Allow
Allow-Events Call-Info Contact Content-Encoding Content-Language Diversion Error-Info Feature-Caps Geolocation
History-Info In-Reply-To P-Access-Network-Info P-Asserted-Identity P-Associated-URI P-Early-Media
P-Media-Authorization P-Preferred-Identity P-Refused-URI-List P-Visited-Network-ID Path Permission-Missing
Policy-Contact Policy-ID Privacy Proxy-Require Reason Record-Route Recv-Info Reject-Contact Request-Disposition
Require Resource-Priority Route Security-Client Security-Server Security-Verify Service-Route Supported
Trigger-Consent Unsupported User-to-User Via Warning`;

/** Header fields that stand once in a message (RFC 3261 table 2 and the documents that extend it). */
const singleFields = `AlertMsg-Error Authentication-Info Call-ID Content-Disposition Content-ID Content-Length
Content-Type CSeq Date Event Expires Flow-Timer From Geolocation-Error Geolocation-Routing Identity-Info Max-Breadth
Max-Forwards MIME-Version Min-Expires Min-SE Organization Priority RAck Refer-Sub Refer-To Referred-By Replaces
Reply-To Retry-After RSeq Server Session-Expires Session-ID SIP-ETag SIP-If-Match Subject Subscription-State
Suppress-If-Match Target-Dialog Timestamp To User-Agent`;

/** Header fields that may stand several times, each value on a line of its own, or of which no rule is known here. */
const otherFields = `Answer-Mode Authorization Content-Transfer-Encoding Encryption Identity Info-Package Join
P-Answer-State P-Asserted-Service P-Called-Party-ID P-Charge-Info P-Charging-Function-Addresses P-Charging-Vector
P-DCS-Billing-Info P-DCS-Trace-Party-ID P-Preferred-Service P-Profile-Key P-Registrar-Error P-Served-User
P-User-Database Priv-Answer-Mode Proxy-Authenticate Proxy-Authentication-Info Proxy-Authorization Remote-Party-ID
Response-Key Response-Source Restoration-Info Service-Interact-Info WWW-Authenticate X-Asterisk-HangupCause
X-Asterisk-HangupCauseCode`;

const wordsOf = (words: string) => words.split(/\s+/);
const lists = new Set(wordsOf(listFields));
const singles = new Set(wordsOf(singleFields));
const canonicalNames = new Map(
  [listFields, singleFields, otherFields].flatMap(wordsOf).map((name) => [name.toLowerCase(), name]),
);

/** The full, customary spelling of a header field's name ("v" and "VIA" → "Via"); an unknown name stays as written. */
export function canonicalNameOf(name: string): string {
  const lower = name.toLowerCase();
  const full = Object.hasOwn(compactForms, lower) ? compactForms[lower] : undefined;
  return full ?? canonicalNames.get(lower) ?? name;
}

/** Whether several values of this header field may share a line, separated by commas. */
export const isListField = (name: string): boolean => lists.has(canonicalNameOf(name));

/** Whether this header field may stand only once in a message. */
export const isSingleField = (name: string): boolean => singles.has(canonicalNameOf(name));

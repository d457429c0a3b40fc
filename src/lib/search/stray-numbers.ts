/** Numbers in a query that count something else than status codes: addresses, times, ports, lines of source. */

const fieldNumber =
  /\b(CSeq|RSeq|RAck|Content-Length|Max-Forwards|Max-Breadth|(?:Session-|Min-)?Expires|Min-SE|Retry-After|(?:Geolocation|AlertMsg)-Error|rtpmap|fmtp)\s*[:=]\s*\d+/giu;

/** Numbers of log lines that count lines of source, retransmissions, extensions and the like: "t_reply.c:479", "seqno 102". */
const logNumber =
  /(?<=\.(?:c|cc|cpp|cxx|h|hpp|js|ts|go|py|rs|java|lua|cfg|conf|erl|rb|cs):)\d+|(?<=\b(?:seqno|transmission|attempt|exten|extension|ext|room|port|pid|thread|process|vlan)[\s#.:]{1,3})\d+/giu;

/** Numbers to call in an emergency. */
const emergencyNumber =
  /\b(?:000|110|112|911|999)\b(?=[^\n]*\b(?:emergency|calls?|caller)\b)|(?<=\bemergency\b[^\n]*)\b(?:000|110|112|911|999)\b/giu;

const unit =
  /^\s?(?:ms|msec|s|secs?|seconds?|min|mins|minutes?|hours?|bytes?|b|kb|kbps|kbit|hz|khz|calls|channels|cps|times|users|lines|%)(?![a-z])/iu;

/** Three-digit numbers that stand alone and count no unit, in order. */
export function loneNumbers(text: string): number[] {
  return [...text.matchAll(/(?<![\w.+#@-]|\d[:/])([1-9]\d\d)(?![\w@]|[.:-]\d)/gu)]
    .filter((match) => !unit.test(text.slice(match.index + 3)))
    .map(([, number]) => Number(number));
}

/** A text without its addresses, dates, telephone numbers and the numbers of header fields, SDP and log lines. */
export const withoutStrayNumbers = (text: string): string =>
  text
    .replace(/\bsips?:[^\s;,<>]+|\btel:[^\s;,<>]+|[^\s;,<>]+@[^\s;,<>]+/giu, ' ')
    .replace(/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?/gu, ' ')
    .replace(/\b\d{4}-\d\d-\d\d\b|\b\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?/gu, ' ')
    .replace(/\+\d[\d ().-]{5,}\d|\(\d{3}\) ?\d{3}[ -]\d{4}\b/gu, ' ')
    .replace(/\+?\d[\d-]*\d{4,}/gu, ' ')
    // Numbers of header fields and of SDP count something else: "CSeq: 486 INVITE", "a=rtpmap:101".
    .replace(fieldNumber, '$1 ')
    .replace(logNumber, ' ')
    .replace(emergencyNumber, ' ')
    .replace(/^[a-z]=[^\n]*/gmu, (line) => line.replaceAll(/\d+/gu, ' '));

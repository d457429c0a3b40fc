import { isToken, trimSpace } from './text.ts';

/** A start line (RFC 3261 7.1, 7.2); `neither` where it is neither a request's nor a response's. */
export type StartLine =
  | { is: 'request'; method: string; requestUri: string; version: string }
  | { is: 'response'; version: string; statusCode: number; reasonPhrase: string }
  | { is: 'neither' };

/** What is wrong with a Request-URI (RFC 3261 7.1, 19.1.1). */
function faultOfRequestUri(uri: string): string | undefined {
  if (uri.startsWith('<') || uri.endsWith('>')) return 'The Request-URI stands in angle brackets.';
  if (/[\s\p{Cc}]/u.test(uri)) return 'The Request-URI contains white space.';
  if (!/^[A-Za-z][A-Za-z0-9+.-]*:./.test(uri)) return 'The Request-URI is no URI.';
  if (/^sips?:/i.test(uri) && uri.slice(uri.indexOf('@') + 1).includes('?')) {
    return 'The Request-URI carries escaped header fields, which it must not.';
  }
  return undefined;
}

/** Reads a start line, tolerant to what RFC 4475 shows, and reports each fault in a sentence. */
export function readStartLine(line: string, report: (reason: string) => void): StartLine {
  const response = line.match(/^(SIP\/[^\s/]+)[ \t]+([+-]?\d+)(?:[ \t]([\s\S]*))?$/i);
  if (response) {
    const [, version = '', statusCode = '', reasonPhrase] = response;
    if (version.toUpperCase() !== 'SIP/2.0') report(`The SIP version is ${version}, not SIP/2.0.`);
    if (!/^[1-6]\d\d$/.test(statusCode)) report(`The status code ${statusCode} is not between 100 and 699.`);
    else if (reasonPhrase === undefined) report('No space follows the status code.');
    return { is: 'response', version, statusCode: Number(statusCode), reasonPhrase: reasonPhrase ?? '' };
  }
  const trimmed = trimSpace(line);
  const methodEnd = trimmed.search(/[ \t]/);
  const versionStart = Math.max(trimmed.lastIndexOf(' '), trimmed.lastIndexOf('\t')) + 1;
  const version = trimmed.slice(versionStart);
  const method = trimmed.slice(0, Math.max(methodEnd, 0));
  if (!isToken(method) || versionStart <= methodEnd + 1 || !/^SIP\/[^\s/]+$/i.test(version)) {
    report('The first line is neither a Request-Line nor a Status-Line.');
    return { is: 'neither' };
  }
  const between = trimmed.slice(methodEnd + 1, versionStart - 1);
  const requestUri = trimSpace(between);
  if (version.toUpperCase() !== 'SIP/2.0') report(`The SIP version is ${version}, not SIP/2.0.`);
  if (trimmed !== line) report('White space stands before the method or after the SIP version.');
  if (between !== requestUri) report('More than one space separates the parts of the Request-Line.');
  const fault = faultOfRequestUri(requestUri);
  if (fault) report(fault);
  return { is: 'request', method, requestUri, version };
}

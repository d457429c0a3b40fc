import { digestResponseOf, readCredentials } from './digest.ts';
import { fieldValuesOf, viaListOf } from './header-values.ts';
import type { FlowToCheck, MessageFaultOfFlow } from './flow-faults.ts';
import { lineOfField } from './flow-faults.ts';

const pairs = [
  ['Authorization', 'WWW-Authenticate'],
  ['Proxy-Authorization', 'Proxy-Authenticate'],
] as const;

/** Digest credentials that answer no challenge of the flow, or whose response a password of the flow doesn't yield. */
export function* faultsOfDigests({ flow, messages, hash }: FlowToCheck): Generator<MessageFaultOfFlow> {
  const challenges = new Set<string>();
  const given = new Set<string>();
  for (const message of messages) {
    const sip = message.message;
    for (const [name, challenge] of pairs) {
      for (const value of fieldValuesOf(sip, challenge)) {
        const { parameters } = readCredentials(value);
        challenges.add([challenge, parameters.get('realm'), parameters.get('nonce')].join('\n'));
      }
      for (const value of sip.is === 'request' ? fieldValuesOf(sip, name) : []) {
        const fault = (reason: string) => ({ message, line: lineOfField(message, name), reason });
        const credentials = readCredentials(value);
        const { scheme, parameters } = credentials;
        if (scheme.toLowerCase() !== 'digest' || sip.is !== 'request') continue;
        if (!challenges.has([challenge, parameters.get('realm'), parameters.get('nonce')].join('\n'))) {
          yield fault(`${name} answers no ${challenge} before it: realm and nonce fit none.`);
        }
        if (sip.method === 'ACK') {
          // The ACK repeats the INVITE's credentials as they are, computed for INVITE (RFC 3261 22.1).
          if (!given.has(value)) yield fault(`${name} of the ACK is none of the INVITE's.`);
          continue;
        }
        given.add(value);
        if (viaListOf(sip).length === 1 && parameters.get('uri') !== sip.requestUri) {
          yield fault(`The uri parameter of ${name} differs from the Request-URI.`);
        }
        const passwords = flow.passwords.filter(({ user }) => user === parameters.get('username'));
        const { method, body } = sip;
        const expected = passwords.map(({ password }) =>
          digestResponseOf(credentials, { method, password, body }, hash),
        );
        if (expected.length === 0) yield fault(`No password line names the user ${parameters.get('username')}.`);
        else if (!expected.includes(parameters.get('response'))) {
          yield fault(`The digest response does not verify; it should be ${expected.join(' or ')}.`);
        }
      }
    }
  }
}

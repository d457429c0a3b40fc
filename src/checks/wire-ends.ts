import { isIP, isIPv6 } from 'node:net';
import type { Flow, FlowMessage } from '../sip/flow.ts';
import { addressesOf, viaListOf } from '../sip/header-values.ts';
import type { Endpoint } from './pcap.ts';

/** A flow and the file that it stands in. */
export interface FlowFile {
  path: string;
  flow: Flow;
}

export interface Ends {
  source: Endpoint;
  destination: Endpoint;
}

const readEndpoint = (path: string, address: string): Endpoint => {
  const [, host = '', port = '5060'] = address.match(/^\[?([^\]]*?)\]?(?::(\d{1,5}))?$/) ?? [];
  if (isIP(host) > 0) return { host, port: Number(port) };
  throw new Error(`${path}: No packet can go to or from ${address}, which is no IP address with a port.`);
};

/** A party's address that the message names, else its usual one; of the other end's IP version, if it has one. */
function endpointOf({ path, flow }: FlowFile, name: string, named: string | undefined, other?: Endpoint): Endpoint {
  const addresses = flow.parties.find((party) => party.name === name)?.addresses ?? [];
  const fitting = addresses.filter((one) => !other || one.startsWith('[') === isIPv6(other.host));
  return readEndpoint(path, fitting.find((one) => one === named) ?? fitting[0] ?? addresses[0] ?? name);
}

/** The way of a message: a request leaves from its top Via's sent-by for its next hop, a response goes its request's way back. */
export function endsOf(file: FlowFile, { from, to, message }: FlowMessage, request: Ends | undefined): Ends {
  if (message.is === 'response' && request) return { source: request.destination, destination: request.source };
  const source = endpointOf(file, from, viaListOf(message)[0]?.sentBy);
  const requestUri = message.is === 'request' ? message.requestUri : '';
  const nextHop = addressesOf(message, 'Route')[0]?.uri ?? requestUri;
  const [, hostPort] = nextHop.match(/^sips?:(?:[^@]*@)?([^;?]*)/i) ?? [];
  return { source, destination: endpointOf(file, to, hostPort, source) };
}

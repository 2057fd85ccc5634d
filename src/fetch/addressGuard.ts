import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { FetchProblem } from './outcome.js';

/** Whether an IP address is a public unicast address (IPv4 inside IPv6 is judged as IPv4). */
export function isPublicAddress(address: string): boolean {
  const bare = address.replace(/^\[|\]$/g, '').replace(/%.*$/, '');
  if (!ipaddr.isValid(bare)) return false;
  const parsed = ipaddr.process(bare);
  if (parsed.kind() === 'ipv6') {
    const embedded = embeddedIpv4(parsed as ipaddr.IPv6);
    if (embedded !== null) return isPublicAddress(embedded);
  }
  return parsed.range() === 'unicast';
}

/** The IPv4 address that NAT64 (64:ff9b::/96) or 6to4 (2002::/16) carries, else null. */
function embeddedIpv4(address: ipaddr.IPv6): string | null {
  const bytes = address.toByteArray();
  if (address.range() === 'rfc6052') return bytes.slice(12, 16).join('.');
  if (address.range() === '6to4') return bytes.slice(2, 6).join('.');
  return null;
}

/** The failure for a host that resolves to no public address. */
export function privateAddressProblem(host: string): FetchProblem {
  return new FetchProblem(
    'private_address',
    `${host} is a private, loopback or link-local address; set allow_private in the source if it is meant`,
    {
      retryable: false,
      sent: false,
    },
  );
}

/** Throws where the host of a URL is written as an address that is not public. A name is judged when it is resolved. */
export function assertPublicLiteral(url: URL): void {
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isPublicAddress(host)) throw privateAddressProblem(host);
}

/**
 * A `lookup` for sockets that gives public addresses only: the check is on the address that is then connected to, so a name that resolves
 * to another address a moment later gains nothing.
 */
export const guardedLookup: LookupFunction = (hostname, options, callback) => {
  const wanted: LookupOptions = { ...options, all: true };
  dnsLookup(hostname, wanted, (error, found) => {
    const addresses = (Array.isArray(found) ? found : []) as LookupAddress[];
    if (error) return callback(error, [], 0);
    const open = addresses.filter(({ address }) => isPublicAddress(address));
    const first = open[0];
    if (first === undefined) return callback(privateAddressProblem(hostname), [], 0);
    if (options.all) callback(null, open);
    else callback(null, first.address, first.family);
  });
};

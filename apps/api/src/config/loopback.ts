/** Whether a host can only be reached from this machine: `localhost` and its subdomains, 127.0.0.0/8, ::1 (RFC 6761, RFC 8252). */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || /^127(\.\d{1,3}){3}$/.test(name);
}

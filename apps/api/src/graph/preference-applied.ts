import type { FastifyReply } from 'fastify';

/** Tells the client of a preference that was followed, beside those that were told before (RFC 7240, section 3). */
export function tellApplied(reply: FastifyReply, preference: string): void {
  const told = reply.getHeader('preference-applied');
  reply.header('preference-applied', told === undefined ? preference : `${String(told)}, ${preference}`);
}

/** What differs from one message of a spec to the next. */
export interface MessageParts {
  /** Left out where null. */
  readonly messageId?: string | null;
  readonly received?: readonly string[];
  readonly subject?: string;
  readonly body?: string;
}

/** A message as it lies on a server, with CRLF at its line ends. */
export function message({ messageId, received = [], subject = 'Greetings', body = 'Hello.' }: MessageParts): Buffer {
  const lines = [
    ...received.map((field) => `Received: ${field}`),
    ...(messageId == null ? [] : [`Message-ID: ${messageId}`]),
    'From: Sender <sender@ferry.example>',
    `Subject: ${subject}`,
    '',
    body,
    '',
  ];
  return Buffer.from(lines.join('\r\n'));
}

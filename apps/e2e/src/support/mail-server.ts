import { test } from '@playwright/test';
import type { Dovecot } from '../../../../tools/test/dovecot.mjs';

/** A mail server of a journey's own; without one on this machine the journey is skipped, by name. */
export async function startMailServer(): Promise<{ dovecot: Dovecot; password: string }> {
  const { PASSWORD, startDovecot } = await import('../../../../tools/test/dovecot.mjs');
  const { MissingTool } = await import('../../../../tools/test/report.mjs');
  try {
    return { dovecot: await startDovecot(), password: PASSWORD };
  } catch (error) {
    if (!(error instanceof MissingTool) || process.env['CI'] === 'true') throw error;
    test.skip(true, error.message);
    throw error;
  }
}

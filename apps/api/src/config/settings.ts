import { CONNECTION_SETTINGS } from './settings/connection-settings';
import { JOB_SETTINGS } from './settings/job-settings';
import { REQUEST_SETTINGS } from './settings/request-settings';
import { SERVER_SETTINGS } from './settings/server-settings';
import { SIGN_IN_SETTINGS } from './settings/sign-in-settings';

/**
 * Every environment variable that the service reads, declared once. The keys are the names in `Config`;
 * docs/settings.md is generated from this table.
 */
export const SETTINGS = {
  ...SERVER_SETTINGS,
  ...SIGN_IN_SETTINGS,
  ...JOB_SETTINGS,
  ...CONNECTION_SETTINGS,
  ...REQUEST_SETTINGS,
} as const;

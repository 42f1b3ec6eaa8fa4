import { choice, flag, optionalNumber, wholeNumber } from '../setting';

/** What jobs may be and do. */
export const JOB_SETTINGS = {
  maxResourcesPerJob: wholeNumber(
    { name: 'FERRY_MAX_RESOURCES_PER_JOB', description: 'How many people a job may have.' },
    2_000,
    1,
    100_000,
  ),
  onCreate: choice(
    {
      name: 'FERRY_ON_CREATE',
      description:
        'What creating a job without `jobType` starts: nothing, its validation, or validation and migration.',
    },
    'none',
    ['none', 'validate', 'migrate'],
  ),
  pastDate: choice(
    {
      name: 'FERRY_PAST_DATE',
      description: 'A `completeAfterDateTime` in the past is refused, or taken as already due.',
    },
    'reject',
    ['reject', 'due-now'],
  ),
  validationDays: wholeNumber(
    { name: 'FERRY_VALIDATION_DAYS', description: 'How many days a passed validation allows migration.' },
    7,
    1,
    365,
  ),
  requireApproval: flag(
    {
      name: 'FERRY_REQUIRE_APPROVAL',
      description: 'A migration begins only after another person than the creator of the job has approved it.',
    },
    false,
  ),
  skippedItemsAllowed: wholeNumber(
    {
      name: 'FERRY_SKIPPED_ITEMS_ALLOWED',
      description:
        'How many items a workload of a person may skip before an administrator has to accept it; a job may say otherwise.',
    },
    10,
    0,
    1_000_000_000,
  ),
  reportRetentionDays: optionalNumber(
    {
      name: 'FERRY_REPORT_RETENTION_DAYS',
      description:
        'For how many days the report of a job is kept after the job is deleted; 0 keeps none, and removes those that were kept before.',
      defaultText: 'for ever',
    },
    0,
    36_500,
  ),
} as const;

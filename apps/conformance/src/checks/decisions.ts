/**
 * Where Microsoft's texts are silent or contradict each other, Ferry decided. A check that rests on one of these is left
 * out by `--skip-decisions`. `OPEN-n` are the open questions of the contract page.
 */
export const DECISIONS = {
  'OPEN-1': 'A job takes 2,000 people; with more it is refused with 422.',
  'OPEN-2': 'Creating starts nothing, unless the body carries `jobType`: then that kind of job starts at once.',
  'OPEN-3': 'A date in the past is refused with 422 on create and on update.',
  'OPEN-4': 'A job may be validated again once its passed validation has expired.',
  'OPEN-5': 'What has ended may be deleted; a job that was created to validate has ended with its verdict.',
  'OPEN-6': 'The creator is the user principal name of a person, or the id of an application.',
  'OPEN-7': '`resources` is full on a single job, and empty in a list unless it is selected.',
  'OPEN-8': 'The answer to cancelling a job has its `id` and `displayName`, too.',
  'OPEN-9': '`sourceEndpoint` names an endpoint at the target tenant; validation says so when there is none.',
  'OPEN-10': 'Meeting without Teams and Exchange is refused with 422 when the job is created.',
  'OPEN-13': 'Members that the service owns are read and then assigned; unknown ones are refused with 400.',
  'OPEN-14': 'Which query options lists understand; whatever they do not is refused with 400, never ignored.',
  'OPEN-15': 'Refusals have a code, a message, details with targets, and `innerError`.',
  'OPEN-17': 'A deleted job is gone with 404, and its name is free again.',
  'OPEN-18': 'A person may leave a job until their cutover begins.',
  'OPEN-20': 'A key is an id if such a job exists, and else a name.',
  'OPEN-21': 'Whoever was taken out of a job stays listed as `cancelled`.',
  people: 'People and tenants that nobody knows are found by validation, not by creation.',
  tasks:
    'Each person has a task with an entry for each workload from the creation on, `notStarted` and without errors.',
  spelling: 'Workloads and `resourceType` are answered as documented, and read in any letter case.',
  generated: 'Operations that are only generated into the clients do the least that their names promise.',
  values: 'A body of the right shape that asks for what cannot be is refused with 422, one of a wrong shape with 400.',
  wording: 'Texts of earlier documentation are kept where no later ones replace them.',
  race: 'Of two equal actions at the same moment exactly one wins; the other is refused with 409.',
  methods: 'HEAD and OPTIONS are answered; a method that an address does not have is refused with 405 and `Allow`.',
  metadata: 'Answers have as much control information as `Accept` asks for.',
  preferences: 'Preferences of OData and of Graph are followed, and the answer says which.',
  versions: 'The contract is also served without a version before it.',
  secrecy: 'Whoever has no token learns nothing about addresses and bodies, and nobody learns anything of the inside.',
  isolation: 'What belongs to another tenant does not exist, whichever way it is asked for.',
  batches: 'A batch that is wrong in any way is refused as a whole, and nothing of it is sent.',
  description: '`$metadata` describes what is served.',
  limits: 'Bodies over a limit are refused with 413; a hundred requests at once are not too many.',
  sandbox: 'The sandbox of Ferry has a development issuer and a clock.',
} as const;

/** The name of a decision. */
export type Decision = keyof typeof DECISIONS;

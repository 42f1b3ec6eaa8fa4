/** How a job fares, which is another question than where it stands: a job may be `inProgress` and need a person. */
export enum JobHealth {
  /** Nothing is known that would need anybody. */
  OnTrack = 'onTrack',
  /** Some workload has not come further for much longer than its peers take. */
  Stuck = 'stuck',
  /** Some people failed, or the job as a whole did. */
  Failing = 'failing',
  /** It goes on only when somebody decides: about an approval or about skipped items. */
  NeedsPerson = 'needsPerson',
}

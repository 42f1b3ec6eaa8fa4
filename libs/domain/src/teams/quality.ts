/** How many were tried and how many arrived. */
export interface ImportedOf {
  attempted: number;
  imported: number;
}

/** What became of the chats of one person; content that is known to be unsupported is counted nowhere. */
export interface TeamsFigures {
  personId: string;
  messages: ImportedOf;
  threads: ImportedOf;
  requestId: string;
  jobId: string;
}

/** The verdict and the published sentence with the figures. */
export interface TeamsQuality {
  passed: boolean;
  message: string;
}

/**
 * Judges the chats of one person: more than 20 % of the messages or more than 10 % of the threads lost is a failure
 * (contract page 3.8).
 */
export declare function teamsQuality(figures: TeamsFigures): TeamsQuality;

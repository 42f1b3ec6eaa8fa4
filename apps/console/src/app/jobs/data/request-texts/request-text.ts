import { curlText } from './curl-text';
import type { PlannedRequest, RequestLanguage, RequestTarget } from './planned-request';
import { powerShellText } from './powershell-text';
import { typeScriptText } from './typescript-text';

type Writer = (requests: readonly PlannedRequest[], target: RequestTarget) => string;

/** How requests are written in each language. */
export const REQUEST_WRITERS: Readonly<Record<RequestLanguage, Writer>> = {
  curl: curlText,
  powershell: powerShellText,
  typescript: typeScriptText,
};

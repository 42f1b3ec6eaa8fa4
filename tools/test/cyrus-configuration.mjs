/** Who may create mailboxes. */
export const CYRUS_ADMINISTRATOR = 'cyrus';

/**
 * What a throw-away Cyrus 3 reads. Everything it writes lies in `folder`.
 *
 * @param {{ folder: string, user: string }} options `user` owns its files
 */
export function cyrusConfiguration({ folder, user }) {
  return `
configdirectory: ${folder}/config
proc_path: ${folder}/config/proc
mboxname_lockpath: ${folder}/config/lock
defaultpartition: default
partition-default: ${folder}/mail
cyrus_user: ${user}
admins: ${CYRUS_ADMINISTRATOR}
altnamespace: yes
unixhierarchysep: yes
allowplaintext: yes
sasl_pwcheck_method: saslauthd
sasl_saslauthd_path: ${folder}/sasl/mux
sasl_mech_list: PLAIN LOGIN
lmtpsocket: ${folder}/config/socket/lmtp
idlesocket: ${folder}/config/socket/idle
notifysocket: ${folder}/config/socket/notify
duplicatesuppression: no
expunge_mode: immediate
delete_mode: immediate
`;
}

/**
 * Which services its master starts.
 *
 * @param {{ programs: string, file: string, port: number }} options
 */
export function cyrusServices({ programs, file, port }) {
  return `
START {
  recover cmd="${programs}/ctl_cyrusdb -C ${file} -r"
}
SERVICES {
  imap cmd="${programs}/imapd -C ${file}" listen="127.0.0.1:${port}" proto="tcp4" prefork=0
}
`;
}

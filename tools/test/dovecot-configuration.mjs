/** Who may sign in as anybody: `somebody*master`, or SASL PLAIN with an authorization identity. */
export const MASTER = { user: 'master', password: 'master-key' };

/**
 * What a throw-away Dovecot 2.3 reads. Everything it writes lies in `folder`.
 *
 * @param {{ folder: string, port: number, tlsPort: number, owner: { uid: number, gid: number }, password: string,
 *   separator?: '/' | '.', prefix?: string, quota?: string, settings?: string, namespace?: string }} options
 */
export function dovecotConfiguration({
  folder,
  port,
  tlsPort,
  owner,
  password,
  separator = '/',
  prefix = '',
  quota,
  settings = '',
  namespace = '',
}) {
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/dovecot.log
protocols = imap
listen = 127.0.0.1
default_internal_user = dovecot
default_login_user = dovenull
default_vsz_limit = 1 G
disable_plaintext_auth = no
auth_mechanisms = plain login
auth_master_user_separator = *
auth_failure_delay = 0
mail_location = mdbox:${folder}/mail/%n
mail_uid = ${owner.uid}
mail_gid = ${owner.gid}
first_valid_uid = 1
first_valid_gid = 1
mail_privileged_group =
mail_max_userip_connections = 50
mail_fsync = never
ssl = yes
ssl_cert = <${folder}/tls.pem
ssl_key = <${folder}/tls.key
passdb {
  driver = passwd-file
  master = yes
  args = ${folder}/master-users
  pass = no
}
passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${folder}/mail/%n
}
service imap-login {
  chroot =
  process_min_avail = 0
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = ${tlsPort}
    ssl = yes
  }
}
service anvil {
  chroot =
  # No pause for an address that has given wrong passwords: all specs come from one.
  unix_listener anvil-auth-penalty {
    mode = 0
  }
}
service stats {
  chroot =
}
namespace inbox {
  inbox = yes
  separator = ${separator}
  prefix = ${prefix}
  ${namespace}
}
${quota ? quotaOf(quota) : ''}
${settings}
`;
}

const quotaOf = (limit) => `
mail_plugins = quota
protocol imap {
  mail_plugins = quota imap_quota
}
plugin {
  quota = count:User quota
  quota_rule = *:storage=${limit}
  quota_vsizes = yes
  quota_grace = 0
}
`;

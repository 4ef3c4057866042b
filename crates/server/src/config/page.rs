//! The page of settings, `docs/SETTINGS.md`.

use super::SETTINGS;
use std::fmt::Write;

/// The page of settings, generated from the table that the program reads.
#[must_use]
pub fn settings_page() -> String {
    let mut page = String::from(
        "# Settings of the server\n\n\
         Generated from `crates/server/src/config/settings.rs`; a test compares. Each is a flag (`--name`), an environment\n\
         variable and a line of a TOML file (`name = \"value\"`) named by `--config` or `JIFEN_CONFIG`; the flag wins over the\n\
         environment, that over the file, that over the default. `jifen config show` says where each value came from.\n\n\
         | Setting | Environment | Default | 中文 | English |\n| --- | --- | --- | --- | --- |\n",
    );
    for row in SETTINGS {
        let default = if row.default.is_empty() { String::new() } else { format!("`{}`", row.default) };
        let (zh, en) = row.meaning;
        // Writing to a string cannot fail.
        let _ = writeln!(page, "| `{}` | `{}` | {default} | {zh} | {en} |", row.name, row.variable);
    }
    page.push_str(
        "\n## Signing in by an identity provider (OpenID Connect)\n\n\
         Register this server at the provider with the redirection `<public-url>/sign-in/return`, response type `code`, scopes\n\
         `openid profile`, then:\n\n\
         ```toml\n\
         public-url = \"https://points.zone.example.cn\"\n\
         oidc-issuer = \"https://login.zone.example.cn\"     # exactly as the provider calls itself\n\
         oidc-client-id = \"jifen\"\n\
         oidc-secret-file = \"/etc/jifen/oidc.secret\"        # the secret agreed there, readable by the server alone\n\
         oidc-name = \"政务统一身份认证\"                       # stands on the button\n\
         oidc-ca-file = \"/etc/jifen/zone-ca.pem\"            # only for a provider of a closed network\n\
         oidc-strong = [\"mfa\"]                              # acr or amr that make our one-time code unnecessary\n\
         ```\n\n\
         The server asks the issuer's host and those of `oidc-hosts`, over TLS (plainly only on loopback), and follows no\n\
         redirection. Accounts are never made: a person signs in by name and password once and links their identity under\n\
         “个人信息 / Profile”; from then on the button on the sign-in page lets them in. A closed account stays closed, and name\n\
         and password keep working while the provider is away.\n",
    );
    page.push_str(
        "\n## Sending messages on (webhooks)\n\n\
         A bank can have the messages to its people sent on to a program of its own (`docs/BANKS.md`), to the hosts named here and\n\
         no others, over TLS (plainly only on loopback). A host on a private address needs `webhook-private` too:\n\n\
         ```toml\n\
         webhook-hosts = [\"credit.bank.example.cn\", \"gateway.bank.example.cn:8443\"]\n\
         ```\n",
    );
    page
}

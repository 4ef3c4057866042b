//! What the provider says of itself (OpenID Connect Discovery 1.0).

use crate::outgoing::{Client, Failure};
use serde::Deserialize;

/// The parts we use.
#[derive(Debug, Clone, Deserialize)]
pub(crate) struct Metadata {
    issuer: String,
    pub(crate) authorization_endpoint: String,
    pub(crate) token_endpoint: String,
    pub(crate) jwks_uri: String,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Vec<String>,
}

impl Metadata {
    /// Asks for it. The issuer must call itself exactly as the configuration does, and every address lie at a host
    /// that may be asked.
    pub(super) async fn ask(client: &Client, issuer: &str) -> Result<Self, Failure> {
        let address = format!("{}/.well-known/openid-configuration", issuer.trim_end_matches('/'));
        let metadata: Self = serde_json::from_value(client.get(&address).await?)
            .map_err(|error| format!("{address}: {error}"))?;
        if metadata.issuer != issuer {
            return Err(format!("{address} is of the issuer {}", metadata.issuer));
        }
        for endpoint in [&metadata.authorization_endpoint, &metadata.token_endpoint, &metadata.jwks_uri] {
            client.allowed(endpoint)?;
        }
        Ok(metadata)
    }

    /// Whether the client's secret goes into the form instead of a header.
    pub(crate) fn secret_in_form(&self) -> bool {
        let says = |method: &str| self.token_endpoint_auth_methods_supported.iter().any(|one| one == method);
        says("client_secret_post") && !says("client_secret_basic")
    }
}

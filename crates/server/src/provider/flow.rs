//! One log-in at the provider: what is sent along, and what has to come back.

use super::{
    Provider,
    id_token::{self, BadToken, Expected, Vouched},
};
use crate::{
    desk::{Change, Desk},
    outgoing::Form,
    problem::{Code, Stop},
    text,
};
use axum::http::{HeaderMap, header};
use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::SignedDuration;
use sha2::{Digest, Sha256};
use store::{
    Housekeeping,
    audit::Outcome,
    provider_flows::{self, Flow},
};
use url::Url;

/// The cookie that ties a log-in under way to the browser that began it.
const COOKIE: &str = "__Host-jifen-flow";
const LIFE: SignedDuration = SignedDuration::from_mins(10);

/// The page of the console that the provider sends people back to.
pub(super) fn return_address(desk: &Desk) -> String {
    format!("{}/sign-in/return", desk.app.config.public_url)
}

/// A log-in that began: where to go, and the cookie to keep.
pub(crate) struct Begun {
    pub(crate) address: String,
    pub(crate) cookie: String,
}

/// Begins one, to link an identity to `user_id` or to sign in.
///
/// # Errors
/// 503 while the provider cannot be asked; the store's failure.
pub(crate) async fn begun(
    desk: &Desk,
    change: &Change<'_>,
    provider: &Provider,
    user_id: Option<&str>,
) -> Result<Begun, Stop> {
    let known = provider.known(desk.now()).await.map_err(|failure| unreachable(&failure))?;
    let edge = &desk.app.edge;
    let (state, browser) = (edge.secret("jfo_"), edge.secret("jfb_"));
    let flow = Flow {
        state_hash: text::fingerprint(&state),
        browser_hash: text::fingerprint(&browser),
        user_id: user_id.map(str::to_owned),
        nonce: edge.secret(""),
        verifier: edge.secret(""),
        expires_at: desk.now() + LIFE,
        exchanged: false,
        identity_id: None,
    };
    provider_flows::begin(change.work(), &flow).await?;
    let mut address = Url::parse(&known.metadata.authorization_endpoint).map_err(|_| Code::InternalError)?;
    let challenge = URL_SAFE_NO_PAD.encode(Sha256::digest(&flow.verifier));
    address
        .query_pairs_mut()
        .append_pair("response_type", "code")
        .append_pair("client_id", &provider.config.client_id)
        .append_pair("redirect_uri", &return_address(desk))
        .append_pair("scope", "openid profile")
        .append_pair("state", &state)
        .append_pair("nonce", &flow.nonce)
        .append_pair("code_challenge", &challenge)
        .append_pair("code_challenge_method", "S256");
    let cookie =
        format!("{COOKIE}={browser}; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age={}", LIFE.as_secs());
    Ok(Begun { address: address.into(), cookie })
}

/// The cookie taken away.
pub(super) fn no_cookie() -> String {
    format!("{COOKIE}=; Path=/; Secure; HttpOnly; SameSite=Lax; Max-Age=0")
}

fn browser(headers: &HeaderMap) -> Option<&str> {
    let all = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
    all.flat_map(|line| line.split(';')).find_map(|pair| pair.trim().strip_prefix(COOKIE)?.strip_prefix('='))
}

/// What came back: the state, the code, and the browser's cookie.
pub(crate) struct Proof<'a> {
    pub(crate) state: &'a str,
    pub(crate) code: &'a str,
    pub(crate) headers: &'a HeaderMap,
}

/// The flow under way in this browser for this purpose.
///
/// # Errors
/// 401, written down: unknown, over, of another browser or another purpose.
pub(super) async fn found(
    desk: &Desk,
    state: &str,
    headers: &HeaderMap,
    user_id: Option<&str>,
) -> Result<Flow, Stop> {
    let flow = provider_flows::find(desk.database(), &text::fingerprint(state), desk.now()).await?;
    let here = browser(headers).map(text::fingerprint);
    let flow =
        flow.filter(|flow| Some(&flow.browser_hash) == here.as_ref() && flow.user_id.as_deref() == user_id);
    match flow {
        Some(flow) => Ok(flow),
        None => Err(refused(desk, "state").await?),
    }
}

/// Whom the provider vouches for. The one exchange of the flow is used up, whatever comes of it.
///
/// # Errors
/// 401 for everything that does not fit, with the reason in the audit log; 503 when the provider cannot be asked.
pub(crate) async fn vouched(
    desk: &Desk,
    provider: &Provider,
    proof: &Proof<'_>,
    user_id: Option<&str>,
) -> Result<(Flow, Vouched), Stop> {
    let flow = found(desk, proof.state, proof.headers, user_id).await?;
    let work = desk.database().begin(desk.now()).await?;
    let first = provider_flows::take_exchange(&work, &flow.state_hash).await?;
    work.commit_housekeeping(Housekeeping::AttemptCounted).await?;
    if !first {
        return Err(refused(desk, "state").await?);
    }
    let token = match exchanged(desk, provider, &flow, proof.code).await {
        Ok(token) => token,
        Err(failure) => {
            tracing::warn!(%failure, "the identity provider gave no token");
            return Err(refused(desk, "code").await?);
        }
    };
    match checked(desk, provider, &flow, &token).await? {
        Ok(vouched) => Ok((flow, vouched)),
        Err(why) => {
            tracing::warn!(%why, "an ID token is not believed");
            Err(refused(desk, &format!("token: {why}")).await?)
        }
    }
}

async fn exchanged(desk: &Desk, provider: &Provider, flow: &Flow, code: &str) -> Result<String, String> {
    let known = provider.known(desk.now()).await?;
    let (config, back) = (&provider.config, return_address(desk));
    let mut fields = vec![
        ("grant_type", "authorization_code"),
        ("code", code),
        ("redirect_uri", back.as_str()),
        ("client_id", config.client_id.as_str()),
        ("code_verifier", flow.verifier.as_str()),
    ];
    let secret = config.client_secret.as_str();
    let in_form = known.metadata.secret_in_form();
    if in_form && !secret.is_empty() {
        fields.push(("client_secret", secret));
    }
    let basic = (!in_form && !secret.is_empty()).then_some((config.client_id.as_str(), secret));
    let answer =
        provider.client.post(&known.metadata.token_endpoint, &Form { fields: &fields, basic }).await?;
    let token = answer.get("id_token").and_then(serde_json::Value::as_str);
    token.map(str::to_owned).ok_or_else(|| "the answer has no id_token".to_owned())
}

/// Checks the token with the keys known; looks for new ones once when its key is not among them.
async fn checked(
    desk: &Desk,
    provider: &Provider,
    flow: &Flow,
    token: &str,
) -> Result<Result<Vouched, BadToken>, Stop> {
    let now = desk.now();
    let expected = Expected {
        issuer: &provider.config.issuer,
        client_id: &provider.config.client_id,
        nonce: &flow.nonce,
        now,
    };
    let known = provider.known(now).await.map_err(|failure| unreachable(&failure))?;
    match id_token::verify(token, &known.keys, &expected) {
        Err(BadToken::UnknownKey) => {
            let anew = provider.known_anew(now).await.map_err(|failure| unreachable(&failure))?;
            Ok(id_token::verify(token, &anew.keys, &expected))
        }
        other => Ok(other),
    }
}

fn unreachable(failure: &str) -> Stop {
    tracing::error!(%failure, "the identity provider cannot be asked");
    Code::ProviderUnreachable.into()
}

/// Writes down why what came back from the provider was not accepted.
///
/// # Errors
/// The store's failure.
pub(super) async fn refused(desk: &Desk, why: &str) -> Result<Stop, Stop> {
    let note = desk.note("sign-in", "session").ended(Outcome::Failed);
    desk.write_down(note.with(serde_json::json!({"by": "provider", "why": why}))).await?;
    Ok(Code::ProviderRefused.into())
}

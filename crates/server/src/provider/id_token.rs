//! ID tokens: who vouches for whom, to whom, until when; believed only after everything was checked.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use jiff::Timestamp;
use ring::signature::{
    ECDSA_P256_SHA256_FIXED, ED25519, RSA_PKCS1_2048_8192_SHA256, RSA_PSS_2048_8192_SHA256,
    RsaPublicKeyComponents, UnparsedPublicKey,
};
use serde::Deserialize;
use subtle::ConstantTimeEq;
use thiserror::Error;

/// Clocks of two servers may differ by so many seconds.
const CLOCKS_DIFFER: i64 = 60;
const LONGEST_SUBJECT: usize = 255;

/// Why a token is not believed. For the log and the audit; the caller is told the same for each.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub(crate) enum BadToken {
    #[error("it is no signed token")]
    Malformed,
    #[error("its algorithm is not taken")]
    Algorithm,
    #[error("no key of the provider has its number")]
    UnknownKey,
    #[error("the signature does not fit")]
    Signature,
    #[error("another issuer")]
    Issuer,
    #[error("made for another audience")]
    Audience,
    #[error("it has expired")]
    Expired,
    #[error("it is not valid yet")]
    NotYet,
    #[error("the nonce is not the one that was sent")]
    Nonce,
    #[error("it names nobody")]
    Subject,
}

/// The provider's public keys (RFC 7517).
#[derive(Debug, Clone, Default, Deserialize)]
pub(crate) struct Keys {
    keys: Vec<Key>,
}

#[derive(Debug, Clone, Deserialize)]
struct Key {
    kty: String,
    kid: Option<String>,
    #[serde(rename = "use")]
    used_for: Option<String>,
    alg: Option<String>,
    crv: Option<String>,
    n: Option<String>,
    e: Option<String>,
    x: Option<String>,
    y: Option<String>,
}

#[derive(Deserialize)]
struct Header {
    alg: String,
    kid: Option<String>,
    crit: Option<serde_json::Value>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Many(Vec<String>),
}

#[derive(Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: Audience,
    azp: Option<String>,
    exp: i64,
    iat: i64,
    nbf: Option<i64>,
    nonce: Option<String>,
    acr: Option<String>,
    #[serde(default)]
    amr: Vec<String>,
    preferred_username: Option<String>,
    name: Option<String>,
    email: Option<String>,
}

/// What a token has to say.
pub(crate) struct Expected<'a> {
    pub(crate) issuer: &'a str,
    pub(crate) client_id: &'a str,
    pub(crate) nonce: &'a str,
    pub(crate) now: Timestamp,
}

/// Whom the provider vouches for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Vouched {
    pub(crate) subject: String,
    /// What the person is called there, for people to recognise.
    pub(crate) name: String,
    /// How they proved to be themselves: `acr` and `amr`.
    pub(crate) means: Vec<String>,
}

/// Whom `token` vouches for.
///
/// # Errors
/// The first reason not to believe it; the signature is checked before anything it says.
pub(crate) fn verify(token: &str, keys: &Keys, expected: &Expected<'_>) -> Result<Vouched, BadToken> {
    let (signed, signature) = token.rsplit_once('.').ok_or(BadToken::Malformed)?;
    let (header, claims) = signed.split_once('.').ok_or(BadToken::Malformed)?;
    let signature = decoded(signature)?;
    let header: Header = serde_json::from_slice(&decoded(header)?).map_err(|_| BadToken::Malformed)?;
    let algorithm = Algorithm::named(&header.alg).ok_or(BadToken::Algorithm)?;
    if header.crit.is_some() {
        return Err(BadToken::Algorithm);
    }
    let mut fitting = keys.keys.iter().filter(|key| key.fits(algorithm, &header)).peekable();
    if fitting.peek().is_none() {
        return Err(BadToken::UnknownKey);
    }
    if !fitting.any(|key| key.verifies(algorithm, signed.as_bytes(), &signature)) {
        return Err(BadToken::Signature);
    }
    let claims: Claims = serde_json::from_slice(&decoded(claims)?).map_err(|_| BadToken::Malformed)?;
    claims.check(expected)?;
    Ok(claims.vouched())
}

fn decoded(part: &str) -> Result<Vec<u8>, BadToken> {
    URL_SAFE_NO_PAD.decode(part).map_err(|_| BadToken::Malformed)
}

/// The algorithms that are taken: with public keys only, so that `none` and shared secrets are nothing we know.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Algorithm {
    Rs256,
    Ps256,
    Es256,
    EdDsa,
}

impl Algorithm {
    fn named(name: &str) -> Option<Self> {
        match name {
            "RS256" => Some(Self::Rs256),
            "PS256" => Some(Self::Ps256),
            "ES256" => Some(Self::Es256),
            "EdDSA" => Some(Self::EdDsa),
            _ => None,
        }
    }
}

impl Key {
    fn fits(&self, algorithm: Algorithm, header: &Header) -> bool {
        let kind = match algorithm {
            Algorithm::Rs256 | Algorithm::Ps256 => self.kty == "RSA",
            Algorithm::Es256 => self.kty == "EC" && self.crv.as_deref() == Some("P-256"),
            Algorithm::EdDsa => self.kty == "OKP" && self.crv.as_deref() == Some("Ed25519"),
        };
        let signs = self.used_for.as_deref().is_none_or(|used_for| used_for == "sig");
        let same = self.alg.as_deref().is_none_or(|alg| alg == header.alg);
        let number = header.kid.is_none() || header.kid == self.kid;
        kind && signs && same && number
    }

    fn verifies(&self, algorithm: Algorithm, message: &[u8], signature: &[u8]) -> bool {
        let part = |text: &Option<String>| decoded(text.as_deref().unwrap_or_default()).unwrap_or_default();
        match algorithm {
            Algorithm::Rs256 | Algorithm::Ps256 => {
                let way = if algorithm == Algorithm::Rs256 {
                    &RSA_PKCS1_2048_8192_SHA256
                } else {
                    &RSA_PSS_2048_8192_SHA256
                };
                let key = RsaPublicKeyComponents { n: part(&self.n), e: part(&self.e) };
                key.verify(way, message, signature).is_ok()
            }
            Algorithm::Es256 => {
                let point = [vec![4], part(&self.x), part(&self.y)].concat();
                UnparsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).verify(message, signature).is_ok()
            }
            Algorithm::EdDsa => {
                UnparsedPublicKey::new(&ED25519, part(&self.x)).verify(message, signature).is_ok()
            }
        }
    }
}

impl Claims {
    fn check(&self, expected: &Expected<'_>) -> Result<(), BadToken> {
        let now = expected.now.as_second();
        let audience = match &self.aud {
            Audience::One(one) => one == expected.client_id,
            Audience::Many(many) => {
                let ours = many.iter().any(|one| one == expected.client_id);
                // Made for several: then it must say that it was made through us.
                ours && (many.len() == 1 || self.azp.is_some())
            }
        };
        let through_us = self.azp.as_deref().is_none_or(|azp| azp == expected.client_id);
        let nonce = self.nonce.as_deref().unwrap_or_default();
        let checks = [
            (self.iss == expected.issuer, BadToken::Issuer),
            (audience && through_us, BadToken::Audience),
            (now < self.exp.saturating_add(CLOCKS_DIFFER), BadToken::Expired),
            (self.iat <= now + CLOCKS_DIFFER, BadToken::NotYet),
            (self.nbf.is_none_or(|nbf| nbf <= now + CLOCKS_DIFFER), BadToken::NotYet),
            (bool::from(nonce.as_bytes().ct_eq(expected.nonce.as_bytes())), BadToken::Nonce),
            (!self.sub.is_empty() && self.sub.len() <= LONGEST_SUBJECT, BadToken::Subject),
        ];
        checks.into_iter().find(|(good, _)| !good).map_or(Ok(()), |(_, why)| Err(why))
    }

    fn vouched(self) -> Vouched {
        let name = [self.preferred_username, self.email, self.name].into_iter().flatten().next();
        let name = name.unwrap_or_else(|| self.sub.clone());
        Vouched {
            name: name.chars().filter(|c| !c.is_control()).take(100).collect(),
            subject: self.sub,
            means: self.acr.into_iter().chain(self.amr).collect(),
        }
    }
}

#[cfg(test)]
#[path = "id_token/tests.rs"]
mod tests;

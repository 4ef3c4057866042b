//! Good tokens and bad ones.

use super::*;
use ring::{
    rand::SystemRandom,
    signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair, KeyPair},
};
use serde_json::{Value, json};

const NOW: i64 = 1_800_000_000;

fn encoded(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

struct Signer(EcdsaKeyPair);

impl Signer {
    fn new() -> Self {
        let random = SystemRandom::new();
        let way = &ECDSA_P256_SHA256_FIXED_SIGNING;
        let pair = EcdsaKeyPair::generate_pkcs8(way, &random).unwrap();
        Self(EcdsaKeyPair::from_pkcs8(way, pair.as_ref(), &random).unwrap())
    }

    fn key(&self, kid: &str) -> Value {
        let point = self.0.public_key().as_ref();
        json!({"kty": "EC", "crv": "P-256", "use": "sig", "kid": kid,
               "x": encoded(&point[1..33]), "y": encoded(&point[33..])})
    }

    fn sign(&self, header: &Value, claims: &Value) -> String {
        let signed = format!("{}.{}", encoded(header.to_string()), encoded(claims.to_string()));
        let signature = self.0.sign(&SystemRandom::new(), signed.as_bytes()).unwrap();
        format!("{signed}.{}", encoded(signature))
    }
}

fn keys(all: &[Value]) -> Keys {
    serde_json::from_value(json!({ "keys": all })).unwrap()
}

fn claims() -> Value {
    json!({"iss": "https://id.example.cn", "sub": "u-1", "aud": "jifen", "exp": NOW + 300, "iat": NOW,
           "nonce": "n-1", "preferred_username": "wang.fang", "acr": "gold", "amr": ["pwd", "otp"]})
}

fn header() -> Value {
    json!({"alg": "ES256", "kid": "k1", "typ": "JWT"})
}

fn check(token: &str, keys: &Keys) -> Result<Vouched, BadToken> {
    let expected = Expected {
        issuer: "https://id.example.cn",
        client_id: "jifen",
        nonce: "n-1",
        now: Timestamp::from_second(NOW).unwrap(),
    };
    verify(token, keys, &expected)
}

#[test]
fn a_good_token_says_who_and_how() {
    let signer = Signer::new();
    let vouched = check(&signer.sign(&header(), &claims()), &keys(&[signer.key("k1")])).unwrap();
    assert_eq!((vouched.subject.as_str(), vouched.name.as_str()), ("u-1", "wang.fang"));
    assert_eq!(vouched.means, ["gold", "pwd", "otp"]);
}

#[test]
fn what_a_token_must_not_say() {
    let signer = Signer::new();
    let keys = keys(&[signer.key("k1")]);
    let cases = [
        ("iss", json!("https://id.example.cn/"), BadToken::Issuer),
        ("iss", json!("https://evil.cn"), BadToken::Issuer),
        ("aud", json!("other"), BadToken::Audience),
        ("aud", json!(["jifen", "other"]), BadToken::Audience),
        ("aud", json!([]), BadToken::Audience),
        ("azp", json!("other"), BadToken::Audience),
        ("nonce", json!("n-2"), BadToken::Nonce),
        ("nonce", Value::Null, BadToken::Nonce),
        ("exp", json!(NOW - 61), BadToken::Expired),
        ("exp", json!("soon"), BadToken::Malformed),
        ("iat", json!(NOW + 120), BadToken::NotYet),
        ("nbf", json!(NOW + 120), BadToken::NotYet),
        ("sub", json!(""), BadToken::Subject),
        ("sub", json!("x".repeat(256)), BadToken::Subject),
        ("sub", Value::Null, BadToken::Malformed),
    ];
    for (name, value, why) in cases {
        let mut claims = claims();
        claims[name] = value.clone();
        assert_eq!(check(&signer.sign(&header(), &claims), &keys), Err(why), "{name} {value}");
    }
    let mut claims = claims();
    (claims["aud"], claims["azp"]) = (json!(["jifen", "other"]), json!("jifen"));
    assert!(check(&signer.sign(&header(), &claims), &keys).is_ok());
}

#[test]
fn a_signature_that_is_none() {
    let (signer, stranger) = (Signer::new(), Signer::new());
    let known = keys(&[signer.key("k1")]);
    let good = signer.sign(&header(), &claims());
    assert_eq!(check(&stranger.sign(&header(), &claims()), &known), Err(BadToken::Signature));
    // The claims of one token under the signature of another.
    let mut other = claims();
    other["sub"] = json!("u-2");
    let parts: Vec<&str> = good.split('.').collect();
    let forged = format!("{}.{}.{}", parts[0], encoded(other.to_string()), parts[2]);
    assert_eq!(check(&forged, &known), Err(BadToken::Signature));
    let with = |header: Value| format!("{}.{}.{}", encoded(header.to_string()), parts[1], parts[2]);
    let unsigned = |alg: &str| format!("{}.{}.", encoded(json!({"alg": alg}).to_string()), parts[1]);
    for alg in ["none", "None", "HS256", "RS512", ""] {
        assert_eq!(check(&unsigned(alg), &known), Err(BadToken::Algorithm), "{alg}");
        assert_eq!(check(&with(json!({"alg": alg, "kid": "k1"})), &known), Err(BadToken::Algorithm));
    }
    let critical = signer.sign(&json!({"alg": "ES256", "kid": "k1", "crit": ["exp"]}), &claims());
    assert_eq!(check(&critical, &known), Err(BadToken::Algorithm));
    // A key for something else is no key for this.
    assert_eq!(check(&with(json!({"alg": "RS256", "kid": "k1"})), &known), Err(BadToken::UnknownKey));
    assert_eq!(check(&with(json!({"alg": "ES256", "kid": "k2"})), &known), Err(BadToken::UnknownKey));
    let mut encrypts = signer.key("k1");
    encrypts["use"] = json!("enc");
    assert_eq!(check(&good, &keys(&[encrypts])), Err(BadToken::UnknownKey));
    for broken in ["", ".", "..", "a.b", "a.b.c", &format!("{good}.x"), &good[..good.len() - 2], "\u{0}"] {
        assert!(check(broken, &known).is_err(), "{broken}");
    }
}

#[test]
fn a_key_is_found_by_its_number_or_tried_without_one() {
    let (one, two) = (Signer::new(), Signer::new());
    let both = keys(&[one.key("k1"), two.key("k2")]);
    assert!(check(&two.sign(&json!({"alg": "ES256", "kid": "k2"}), &claims()), &both).is_ok());
    assert!(check(&two.sign(&json!({"alg": "ES256"}), &claims()), &both).is_ok());
    assert!(check(&two.sign(&json!({"alg": "ES256", "kid": "k1"}), &claims()), &both).is_err());
}

#[test]
fn ed25519_is_taken() {
    let pair = Ed25519KeyPair::generate_pkcs8(&SystemRandom::new()).unwrap();
    let pair = Ed25519KeyPair::from_pkcs8(pair.as_ref()).unwrap();
    let key = json!({"kty": "OKP", "crv": "Ed25519", "x": encoded(pair.public_key())});
    let signed = format!("{}.{}", encoded(r#"{"alg":"EdDSA"}"#), encoded(claims().to_string()));
    let token = format!("{signed}.{}", encoded(pair.sign(signed.as_bytes())));
    assert!(check(&token, &keys(&[key])).is_ok());
}

/// The example of RFC 7515, appendix A.2: its claims are no ID token, so only the signature is looked at.
#[test]
fn rs256_as_in_rfc_7515() {
    let key: Key = serde_json::from_value(json!({"kty": "RSA", "e": "AQAB",
        "n": "ofgWCuLjybRlzo0tZWJjNiuSfb4p4fAkd_wWJcyQoTbji9k0l8W26mPddxHmfHQp-Vaw-4qPCJrcS2mJPMEzP1Pt0Bm4d4QlL-yRT-SFd2lZS-pCgNMsD1W_YpRPEwOWvG6b32690r2jZ47soMZo9wGzjb_7OMg0LOL-bSf63kpaSHSXndS5z5rexMdbBYUsLA9e-KXBdQOS-UTo7WTBEMa2R2CapHg665xsmtdVMTBQY4uDZlxvb3qCo5ZwKh9kG4LT6_I5IhlJH7aGhyxXFvUK-DWNmoudF8NAco9_h9iaGNj8q2ethFkMLs91kzk2PAcDTW9gb54h4FRWyuXpoQ"})).unwrap();
    let signed = "eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290Ijp0cnVlfQ";
    let signature = decoded("cC4hiUPoj9Eetdgtv3hF80EGrhuB__dzERat0XF9g2VtQgr9PJbu3XOiZj5RZmh7AAuHIm4Bh-0Qc_lF5YKt_O8W2Fp5jujGbds9uJdbF9CUAr7t1dnZcAcQjbKBYNX4BAynRFdiuB--f_nZLgrnbyTyWzO75vRK5h6xBArLIARNPvkSjtQBMHlb1L07Qe7K0GarZRmB_eSN9383LcOLn6_dO--xi12jzDwusC-eOkHWEsqtFZESc6BfI7noOPqvhJ1phCnvWh6IeYI2w9QOYEUipUTI8np6LbgGY9Fs98rqVt5AXLIhWkWywlVmtVrBp0igcN_IoypGlUPQGe77Rw").unwrap();
    assert!(key.verifies(Algorithm::Rs256, signed.as_bytes(), &signature));
    assert!(!key.verifies(Algorithm::Ps256, signed.as_bytes(), &signature));
    assert!(!key.verifies(Algorithm::Rs256, &signed.as_bytes()[1..], &signature));
}

//! 消息推送 (webhooks): what the people of a bank are told, a program of the bank is told too, signed.
//!
//! A message is sent after the change that it tells of is made for good, at least once and for a day; its id stays the same, so
//! that the receiver can tell what it has had. It says what happened and to which loan or consent, and nothing that needs a
//! consent to be read: the program asks for that with a token of its own. Signatures follow Standard Webhooks
//! (<https://www.standardwebhooks.com>): HMAC-SHA256 over `id.timestamp.body`.

mod deliver;
mod manage;

pub use deliver::deliver_webhooks;
pub(crate) use manage::*;

use crate::{
    config::Webhooks,
    one_time::MasterKey,
    outgoing::{Client, Failure},
};
use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Asks the hosts of the configuration.
///
/// # Errors
/// A file with certificates that cannot be read.
pub(crate) fn client(config: &Webhooks) -> Result<Client, Failure> {
    let roots = match config.ca_file.as_str() {
        "" => None,
        file => Some(std::fs::read(file).map_err(|error| format!("{file}: {error}"))?),
    };
    Client::new(config.hosts.clone(), config.private, roots.as_deref())
}

/// The secret of a webhook as it is shown once.
fn shown_secret(key: &MasterKey, id: &str) -> String {
    format!("whsec_{}", STANDARD.encode(key.webhook(id)))
}

/// What stands in the header `webhook-signature`.
fn signature(secret: &[u8; 32], id: &str, timestamp: i64, body: &str) -> String {
    let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(secret).unwrap_or_else(|_| unreachable!());
    mac.update(format!("{id}.{timestamp}.{body}").as_bytes());
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the Standard Webhooks specification's reference libraries.
    #[test]
    fn signed_as_in_the_specification() {
        let secret: [u8; 24] =
            STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap().try_into().unwrap();
        let mut mac = <Hmac<Sha256> as KeyInit>::new_from_slice(&secret).unwrap();
        mac.update(br#"msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{"test": 2432232314}"#);
        let known = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        assert_eq!(format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes())), known);
    }

    #[test]
    fn a_signature_is_of_its_secret_message_and_time() {
        let one = signature(&[1; 32], "a", 1, "{}");
        for other in [
            signature(&[2; 32], "a", 1, "{}"),
            signature(&[1; 32], "b", 1, "{}"),
            signature(&[1; 32], "a", 2, "{}"),
            signature(&[1; 32], "a", 1, "{ }"),
        ] {
            assert_ne!(one, other);
        }
    }
}

//! Vapi's HMAC: a signature over `{timestamp}.{body}`, the body byte for byte as it came.
//!
//! Vapi documents neither the timestamp's unit nor one encoding, so both units and both encodings
//! are read. See contract §7.

use axum::http::HeaderMap;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use ringbook_core::time::Moment;
use sha2::{Sha256, Sha512};
use subtle::ConstantTimeEq;

/// How far the sender's clock may be away, and how long a copied request could be sent again.
const WINDOW_SECONDS: u64 = 300;

/// Timestamps from here on are milliseconds.
const MILLISECONDS_FROM: i64 = 1_000_000_000_000;

/// What the headers claim; nothing is verified yet.
pub struct Signature<'a> {
    timestamp: &'a str,
    code: &'a str,
}

impl<'a> Signature<'a> {
    /// The signature in the headers, if there is one whose time is near `now`.
    pub fn find(headers: &'a HeaderMap, now: Moment) -> Option<Self> {
        let text = |name| headers.get(name).and_then(|value| value.to_str().ok()).map(str::trim);
        let code = text("x-signature").or_else(|| text("x-vapi-signature"))?;
        let timestamp = text("x-timestamp")?;
        is_near(timestamp, now).then(|| Self { timestamp, code: without_prefix(code) })
    }

    /// Whether the holder of `secret` signed `body`; compared in constant time.
    pub fn is_by(&self, secret: &[u8], body: &[u8]) -> bool {
        match self.code.len() {
            64 => matches_hexadecimal(self.code, &self.sha256(secret, body)),
            44 => matches_base64(self.code, &self.sha256(secret, body)),
            128 => matches_hexadecimal(self.code, &self.sha512(secret, body)),
            88 => matches_base64(self.code, &self.sha512(secret, body)),
            _ => false,
        }
    }

    fn sha256(&self, secret: &[u8], body: &[u8]) -> Vec<u8> {
        // An HMAC takes a key of any length.
        let Ok(mac) = Hmac::<Sha256>::new_from_slice(secret) else { return Vec::new() };
        self.over(mac, body)
    }

    fn sha512(&self, secret: &[u8], body: &[u8]) -> Vec<u8> {
        let Ok(mac) = Hmac::<Sha512>::new_from_slice(secret) else { return Vec::new() };
        self.over(mac, body)
    }

    fn over<M: Mac>(&self, mut mac: M, body: &[u8]) -> Vec<u8> {
        mac.update(self.timestamp.as_bytes());
        mac.update(b".");
        mac.update(body);
        mac.finalize().into_bytes().to_vec()
    }
}

fn is_near(timestamp: &str, now: Moment) -> bool {
    let Ok(number) = timestamp.parse::<i64>() else { return false };
    let seconds = if number >= MILLISECONDS_FROM { number / 1000 } else { number };
    now.unix().abs_diff(seconds) <= WINDOW_SECONDS
}

fn without_prefix(code: &str) -> &str {
    ["sha256=", "sha512="].into_iter().find_map(|prefix| code.strip_prefix(prefix)).unwrap_or(code)
}

fn matches_hexadecimal(code: &str, expected: &[u8]) -> bool {
    let expected: String = expected.iter().map(|byte| format!("{byte:02x}")).collect();
    code.to_ascii_lowercase().as_bytes().ct_eq(expected.as_bytes()).into()
}

fn matches_base64(code: &str, expected: &[u8]) -> bool {
    code.as_bytes().ct_eq(STANDARD.encode(expected).as_bytes()).into()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;

    const VECTORS: &str = include_str!("../../tests/fixtures/signature_vectors.json");
    const SIGNED_AT: i64 = 1_780_412_953;

    fn verify(headers: &[(&'static str, String)], now: i64) -> bool {
        let vectors: Value = serde_json::from_str(VECTORS).unwrap();
        let (secret, body) = (vectors["secret"].as_str().unwrap(), vectors["body"].as_str().unwrap());
        let headers: HeaderMap =
            headers.iter().map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap())).collect();
        Signature::find(&headers, Moment::from_unix(now))
            .is_some_and(|signature| signature.is_by(secret.as_bytes(), body.as_bytes()))
    }

    fn vector() -> (String, String) {
        let vectors: Value = serde_json::from_str(VECTORS).unwrap();
        let headers = &vectors["vapi_hmac_default"]["headers"];
        let text = |name: &str| headers[name].as_str().unwrap().to_owned();
        (text("x-timestamp"), text("x-signature"))
    }

    fn expected<M: KeyInit + Mac>(timestamp: &str) -> Vec<u8> {
        let vectors: Value = serde_json::from_str(VECTORS).unwrap();
        let mut mac = <M as KeyInit>::new_from_slice(vectors["secret"].as_str().unwrap().as_bytes()).unwrap();
        mac.update(format!("{timestamp}.{}", vectors["body"].as_str().unwrap()).as_bytes());
        mac.finalize().into_bytes().to_vec()
    }

    #[test]
    fn the_published_vector_within_its_window() {
        let (time, code) = vector();
        let signed = [("x-timestamp", time.clone()), ("x-signature", code.clone())];
        assert!(verify(&signed, SIGNED_AT));
        assert!(verify(&signed, SIGNED_AT + 300));
        assert!(verify(&signed, SIGNED_AT - 300));
        assert!(!verify(&signed, SIGNED_AT + 301));
        assert!(!verify(&signed, SIGNED_AT - 301));
    }

    #[test]
    fn other_names_prefixes_and_encodings() {
        let (time, code) = vector();
        let bytes = expected::<Hmac<Sha256>>(&time);
        for code in [format!("sha256={code}"), code.to_uppercase(), STANDARD.encode(&bytes), code.clone()] {
            for name in ["x-signature", "x-vapi-signature"] {
                assert!(verify(&[("x-timestamp", time.clone()), (name, code.clone())], SIGNED_AT), "{name}: {code}");
            }
        }
        let long = STANDARD.encode(expected::<Hmac<Sha512>>(&time));
        assert!(verify(&[("x-timestamp", time), ("x-signature", format!("sha512={long}"))], SIGNED_AT));
    }

    #[test]
    fn a_timestamp_in_milliseconds() {
        let time = format!("{SIGNED_AT}083");
        let code = STANDARD.encode(expected::<Hmac<Sha256>>(&time));
        assert!(verify(&[("x-timestamp", time), ("x-signature", code)], SIGNED_AT));
    }

    #[test]
    fn anything_else_is_refused() {
        let (time, code) = vector();
        let wrong = code.replace('d', "e");
        assert!(!verify(&[("x-timestamp", time.clone()), ("x-signature", wrong)], SIGNED_AT));
        assert!(!verify(&[("x-timestamp", time.clone()), ("x-signature", code[1..].to_owned())], SIGNED_AT));
        assert!(!verify(&[("x-timestamp", format!("{}", SIGNED_AT + 1)), ("x-signature", code.clone())], SIGNED_AT));
        assert!(!verify(
            &[("x-timestamp", "-9223372036854775808".to_owned()), ("x-signature", code.clone())],
            SIGNED_AT
        ));
        assert!(!verify(&[("x-signature", code)], SIGNED_AT), "without a time it could be sent for ever");
        assert!(!verify(&[("x-timestamp", time)], SIGNED_AT));
    }
}

//! Secrets: how they are made, recognised and kept. A bearer secret is kept as its SHA-256, which
//! opens nothing; a signing secret must be known to check a signature, so it is kept sealed.

use std::fs::{self, OpenOptions};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, ensure};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chacha20poly1305::aead::{Aead, KeyInit};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use sha2::{Digest, Sha256};

use crate::clock::random_bytes;

const KEY_BYTES: usize = 32;
const NONCE_BYTES: usize = 24;

/// The server's own key. It is not in the database, so that a copied database opens nothing.
pub struct SecretKey([u8; KEY_BYTES]);

/// A secret could not be sealed, or was sealed with another key.
#[derive(Debug, thiserror::Error)]
#[error("the stored secret does not belong to this server's key")]
pub struct SealError;

impl SecretKey {
    pub const fn new(key: [u8; KEY_BYTES]) -> Self {
        Self(key)
    }

    /// # Errors
    /// When `digits` are not 64 hexadecimal digits.
    pub fn from_hex(digits: &str) -> anyhow::Result<Self> {
        let digits = digits.trim();
        let hexadecimal = digits.len() == 2 * KEY_BYTES && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        ensure!(hexadecimal, "a secret key has {} hexadecimal digits", 2 * KEY_BYTES);
        let mut key = [0; KEY_BYTES];
        for (at, byte) in key.iter_mut().enumerate() {
            *byte = u8::from_str_radix(&digits[2 * at..2 * at + 2], 16)?;
        }
        Ok(Self(key))
    }

    /// The key kept beside the database, made when there is none.
    ///
    /// # Errors
    /// When the file cannot be read or made, or holds something else.
    pub fn beside(database: &Path) -> anyhow::Result<Self> {
        let mut file = database.as_os_str().to_owned();
        file.push(".key");
        let file = PathBuf::from(file);
        create_key_file(&file).with_context(|| format!("cannot make the secret key {}", file.display()))?;
        let digits = fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        Self::from_hex(&digits).with_context(|| format!("{} holds no key", file.display()))
    }

    /// The nonce, then the sealed bytes.
    ///
    /// # Errors
    /// When `secret` is longer than the cipher allows.
    pub fn seal(&self, secret: &[u8]) -> Result<Vec<u8>, SealError> {
        let nonce: [u8; NONCE_BYTES] = random_bytes();
        let sealed = self.cipher().encrypt(&XNonce::from(nonce), secret).map_err(|_| SealError)?;
        Ok([&nonce[..], &sealed].concat())
    }

    /// # Errors
    /// When it was sealed with another key, or changed since.
    pub fn unseal(&self, sealed: &[u8]) -> Result<Vec<u8>, SealError> {
        let (nonce, sealed) = sealed.split_first_chunk::<NONCE_BYTES>().ok_or(SealError)?;
        self.cipher().decrypt(&XNonce::from(*nonce), sealed).map_err(|_| SealError)
    }

    fn cipher(&self) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&self.0.into())
    }
}

/// Makes the file with a new key, readable by its owner only; a file that exists is left alone.
fn create_key_file(file: &Path) -> std::io::Result<()> {
    if file.exists() {
        return Ok(());
    }
    // Written aside and linked in whole, so that two processes starting at once agree on one key.
    let draft = file.with_extension(format!("{}.draft", std::process::id()));
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut writer = options.open(&draft)?;
    writeln!(writer, "{}", hexadecimal(&random_bytes::<KEY_BYTES>()))?;
    writer.sync_all()?;
    let linked = fs::hard_link(&draft, file);
    fs::remove_file(&draft)?;
    match linked {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        other => other,
    }
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// What is stored of a bearer secret. It has 256 random bits, so that no slow hash is needed.
pub fn hash_secret(secret: &str) -> [u8; 32] {
    Sha256::digest(secret.as_bytes()).into()
}

/// A new secret, `tool_…`: the prefix says what it is for, to people and to secret scanners.
pub fn new_secret(prefix: &str) -> String {
    format!("{prefix}_{}", URL_SAFE_NO_PAD.encode(random_bytes::<32>()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_secret_opens_with_its_own_key_only() {
        let key = SecretKey::new([7; 32]);
        let mut sealed = key.seal(b"whsec").unwrap();
        assert_eq!(key.unseal(&sealed).unwrap(), b"whsec");
        assert!(SecretKey::new([8; 32]).unseal(&sealed).is_err());
        *sealed.last_mut().unwrap() ^= 1;
        assert!(key.unseal(&sealed).is_err());
        assert!(key.unseal(b"short").is_err());
    }

    #[test]
    fn the_key_beside_the_database_is_made_once() {
        let folder = tempfile::tempdir().unwrap();
        let database = folder.path().join("ringbook.db");
        let sealed = SecretKey::beside(&database).unwrap().seal(b"secret").unwrap();
        assert_eq!(SecretKey::beside(&database).unwrap().unseal(&sealed).unwrap(), b"secret");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "no draft is left behind");
    }

    #[test]
    fn a_key_in_hexadecimal_has_64_digits() {
        assert!(SecretKey::from_hex(&"0a".repeat(32)).is_ok());
        assert!(SecretKey::from_hex("0a").is_err());
        assert!(SecretKey::from_hex(&"é".repeat(32)).is_err());
    }
}

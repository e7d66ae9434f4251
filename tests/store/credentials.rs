//! Secrets: found while they live, with every organization they open.

use ringbook::store::credentials::{Credential, Kind, Scope, StoredSecret};
use ringbook_core::id::{KeyId, OrgId};
use uuid::Uuid;

use crate::support::*;

fn credential(number: u128, kind: Kind, organizations: &[OrgId]) -> Credential {
    Credential {
        id: KeyId(Uuid::from_u128(number)),
        kind,
        organizations: organizations.to_vec(),
        scopes: vec![Scope::Read, Scope::Book],
        created: at(0),
        revoked: None,
    }
}

#[tokio::test]
async fn a_bearer_secret_is_found_by_its_hash_until_it_is_revoked() {
    let database = Database::new().await;
    let key = credential(1, Kind::Platform, &[OTHER_ORG, ORG]);
    let id = key.id;
    database.write(move |tx| tx.insert_credential(&key, &StoredSecret::Hash([7; 32]))).await.unwrap();
    let found = database.read(|tx| tx.credential_by_hash(&[7; 32])).unwrap();
    assert_eq!((found.id, found.kind, found.organizations), (id, Kind::Platform, vec![ORG, OTHER_ORG]));
    assert_eq!(found.scopes, [Scope::Read, Scope::Book]);
    assert!(database.read(|tx| tx.credential_by_hash(&[8; 32])).is_none());
    let revoke = || database.write(move |tx| tx.revoke_credential(id, at(5)));
    assert_eq!((revoke().await.unwrap(), revoke().await.unwrap()), (true, false));
    assert!(database.read(|tx| tx.credential_by_hash(&[7; 32])).is_none());
    let kept = database.read(|tx| tx.credentials_of(ORG));
    assert_eq!(kept.iter().map(|key| (key.organizations.len(), key.revoked)).collect::<Vec<_>>(), [(2, Some(at(5)))]);
}

#[tokio::test]
async fn signing_secrets_are_listed_or_found_by_name() {
    let database = Database::new().await;
    database
        .write(|tx| {
            for number in 1..=3 {
                let sealed = StoredSecret::Sealed(vec![number; 40]);
                tx.insert_credential(&credential(number.into(), Kind::Tool, &[ORG, OTHER_ORG]), &sealed)?;
            }
            tx.insert_credential(&credential(9, Kind::Tool, &[ORG]), &StoredSecret::Hash([9; 32]))
        })
        .await
        .unwrap();
    let signing = |id, limit| {
        let found = database.read(|tx| tx.signing_credentials(id, limit));
        found.into_iter().map(|(key, sealed)| (key.organizations.len(), sealed[0])).collect::<Vec<_>>()
    };
    assert_eq!(signing(None, 2), [(2, 1), (2, 2)]);
    assert_eq!(signing(Some(KeyId(Uuid::from_u128(3))), 1), [(2, 3)]);
    assert_eq!(signing(Some(KeyId(Uuid::from_u128(9))), 1), []);
}

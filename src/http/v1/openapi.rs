//! What the handlers do not say of themselves: what this is, and how to show who asks.

use utoipa::PartialSchema;
use utoipa::ToSchema;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{ComponentsBuilder, InfoBuilder, LicenseBuilder, OpenApi};

use crate::http::problem::{FieldError, ProblemDocument};

const DESCRIPTION: &str = "\
Everything that a voice agent can do, for programs, and what the business itself changes.

Send the key as `Authorization: Bearer …`. A key belongs to one organization; its scope is `read`, `book` or `manage`, \
and each includes the ones before it.

Times are RFC 3339. Errors are RFC 9457 with a stable `code`. A POST with an `Idempotency-Key` is safe to send again. \
A single resource has its version in `ETag`; a PATCH hands it back in `If-Match`.";

/// The document with its head.
pub fn described(mut document: OpenApi) -> OpenApi {
    let license = LicenseBuilder::new().name("MIT OR Apache-2.0").identifier(Some("MIT OR Apache-2.0"));
    document.info = InfoBuilder::new()
        .title("Ringbook")
        .version(env!("CARGO_PKG_VERSION"))
        .description(Some(DESCRIPTION))
        .license(Some(license.build()))
        .build();
    let mut key = HttpBuilder::new().scheme(HttpAuthScheme::Bearer);
    key = key.description(Some("A key of kind api: `ringbook key create --org SLUG --kind api`"));
    let components = document.components.take().map_or_else(ComponentsBuilder::new, Into::into);
    let (name, schema) = (ProblemDocument::name(), ProblemDocument::schema());
    let components = components.schema(name, schema).schema(FieldError::name(), FieldError::schema());
    document.components = Some(components.security_scheme("key", SecurityScheme::Http(key.build())).build());
    document.security = Some(vec![SecurityRequirement::new("key", Vec::<String>::new())]);
    document
}

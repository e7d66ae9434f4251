//! Bodies: how much is read, for how long, and what counts as JSON text.

use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use axum::http::{HeaderMap, header};
use http_body_util::BodyExt;
use tokio::time::timeout;

use super::fault::Fault;

const READ_WITHIN: Duration = Duration::from_secs(30);

/// What is read of a refused body before the connection is given up.
const DISCARD_BYTES: usize = 16 * 1024 * 1024;
const DISCARD_WITHIN: Duration = Duration::from_secs(5);

/// serde_json's own limit; it does not hold in the parts of a body that are skipped.
const DEEPEST: usize = 128;

/// The whole body, at most `limit_bytes` long.
pub async fn read(mut body: Body, limit_bytes: usize) -> Result<Bytes, Fault> {
    match timeout(READ_WITHIN, collect(&mut body, limit_bytes)).await {
        Err(_) => Err(Fault::TooSlow),
        Ok(Err(fault @ Fault::TooLarge { .. })) => {
            discard(body).await;
            Err(fault)
        }
        Ok(outcome) => outcome,
    }
}

async fn collect(body: &mut Body, limit_bytes: usize) -> Result<Bytes, Fault> {
    let mut first = next_chunk(body).await?.unwrap_or_default();
    let mut whole = Vec::new();
    loop {
        if whole.len() + first.len() > limit_bytes {
            return Err(Fault::TooLarge { limit_bytes });
        }
        let Some(chunk) = next_chunk(body).await? else { break };
        whole.extend_from_slice(&std::mem::replace(&mut first, chunk));
    }
    // Most bodies arrive in one piece, which needs no copy.
    if whole.is_empty() {
        return Ok(first);
    }
    whole.extend_from_slice(&first);
    Ok(whole.into())
}

async fn next_chunk(body: &mut Body) -> Result<Option<Bytes>, Fault> {
    while !body.is_end_stream() {
        match body.frame().await {
            None => break,
            Some(Err(_)) => return Err(Fault::Malformed("The body ended before it was whole.")),
            Some(Ok(frame)) => {
                if let Ok(chunk) = frame.into_data() {
                    return Ok(Some(chunk));
                }
            }
        }
    }
    Ok(None)
}

/// Reads on and throws away, so that a client which is still sending gets the refusal instead of
/// a connection reset.
pub async fn discard(mut body: Body) {
    let reading = async {
        let mut left = DISCARD_BYTES;
        while let Ok(Some(chunk)) = next_chunk(&mut body).await {
            left = left.saturating_sub(chunk.len());
            if left == 0 {
                break;
            }
        }
    };
    // Either way the refusal is sent next.
    let _ = timeout(DISCARD_WITHIN, reading).await;
}

/// The body as the text of a JSON object that a parser may be given.
pub fn json_object(body: &[u8]) -> Result<&str, Fault> {
    if nests_too_deep(body) {
        return Err(Fault::Malformed("The JSON is nested too deep."));
    }
    let text = std::str::from_utf8(body).map_err(|_| Fault::Malformed("The body is not UTF-8."))?;
    match text.trim_start().starts_with('{') {
        true => Ok(text),
        false => Err(Fault::Malformed("The body is not a JSON object.")),
    }
}

/// JSON by its content type; platforms that send none mean JSON.
pub fn require_json(headers: &HeaderMap) -> Result<(), Fault> {
    let Some(value) = headers.get(header::CONTENT_TYPE) else { return Ok(()) };
    let essence = value.to_str().ok().and_then(|text| text.split(';').next()).unwrap_or_default().trim();
    let subtype = essence.split_once('/').filter(|(kind, _)| kind.eq_ignore_ascii_case("application"));
    let json = subtype.is_some_and(|(_, subtype)| {
        let subtype = subtype.to_ascii_lowercase();
        subtype == "json" || subtype.ends_with("+json")
    });
    if json { Ok(()) } else { Err(Fault::UnsupportedMediaType) }
}

/// Counts brackets a block at a time; only a block in which the limit may be passed is looked at
/// byte by byte, with strings told apart.
fn nests_too_deep(body: &[u8]) -> bool {
    let mut depth = 0_usize;
    for block in body.chunks(64) {
        let opened = block.iter().filter(|&&byte| matches!(byte, b'{' | b'[')).count();
        let closed = block.iter().filter(|&&byte| matches!(byte, b'}' | b']')).count();
        if depth + opened > DEEPEST {
            return nests_too_deep_outside_strings(body);
        }
        depth = (depth + opened).saturating_sub(closed);
    }
    false
}

fn nests_too_deep_outside_strings(body: &[u8]) -> bool {
    let (mut depth, mut in_string, mut escaped) = (0_usize, false, false);
    for &byte in body {
        match byte {
            _ if escaped => escaped = false,
            b'\\' => escaped = in_string,
            b'"' => in_string = !in_string,
            b'{' | b'[' if !in_string => depth += 1,
            b'}' | b']' if !in_string => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth > DEEPEST {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nested(depth: usize) -> String {
        format!("{{\"message\":{}{}}}", "[".repeat(depth), "]".repeat(depth))
    }

    #[test]
    fn nesting_is_limited_outside_strings() {
        assert!(!nests_too_deep(nested(DEEPEST - 1).as_bytes()));
        assert!(nests_too_deep(nested(DEEPEST).as_bytes()));
        assert!(nests_too_deep(nested(1_000_000).as_bytes()));
        let quoted = format!("{{\"say\":\"\\\"{}\"}}", "[".repeat(500));
        assert!(!nests_too_deep(quoted.as_bytes()));
        let long = format!("[{}]", "{\"a\":[1]},".repeat(10_000));
        assert!(!nests_too_deep(long.as_bytes()));
    }

    #[test]
    fn content_types() {
        let accepted = |value: &'static str| {
            let headers = HeaderMap::from_iter([(header::CONTENT_TYPE, value.parse().unwrap())]);
            require_json(&headers).is_ok()
        };
        assert!(require_json(&HeaderMap::new()).is_ok());
        assert!(accepted("application/json"));
        assert!(accepted("Application/JSON; charset=utf-8"));
        assert!(accepted("application/cloudevents+json"));
        assert!(!accepted("text/plain"));
        assert!(!accepted("application/x-www-form-urlencoded"));
        assert!(!accepted("text/json-ish"));
    }

    #[tokio::test]
    async fn a_body_is_read_up_to_the_limit() {
        assert_eq!(read(Body::from("12345"), 5).await.unwrap(), "12345");
        assert!(matches!(read(Body::from("123456"), 5).await, Err(Fault::TooLarge { limit_bytes: 5 })));
        assert_eq!(read(Body::empty(), 5).await.unwrap(), "");
        let chunks = futures_util::stream::iter(["12", "34", "5"].map(Ok::<_, std::io::Error>));
        assert_eq!(read(Body::from_stream(chunks), 5).await.unwrap(), "12345");
        let chunks = futures_util::stream::iter(["12", "34", "56"].map(Ok::<_, std::io::Error>));
        assert!(read(Body::from_stream(chunks), 5).await.is_err());
    }
}

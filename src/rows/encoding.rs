//! Which encoding a file is in, as far as its first bytes tell.

use std::io::BufRead;

use super::{FileError, Refusal};

const UTF8_MARK: &[u8] = b"\xef\xbb\xbf";
const UTF16_MARKS: [&[u8]; 2] = [b"\xff\xfe", b"\xfe\xff"];

/// Skips the mark that some programs put before UTF-8.
pub(super) fn skip_mark(input: &mut impl BufRead) -> Result<(), FileError> {
    let start = input.fill_buf()?;
    if UTF16_MARKS.iter().any(|mark| start.starts_with(mark)) {
        return Err(FileError::Utf16);
    }
    if start.starts_with(UTF8_MARK) {
        input.consume(UTF8_MARK.len());
    }
    Ok(())
}

pub(super) fn text(bytes: &[u8]) -> Result<&str, Refusal> {
    let refused = || Refusal::row("this is not UTF-8 (Latin-1 or Windows-1252, probably): save the file as UTF-8");
    std::str::from_utf8(bytes).map_err(|_| refused())
}

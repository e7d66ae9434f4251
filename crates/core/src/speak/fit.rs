//! Keeps what is spoken to one line of a bounded length.

/// The longest thing an agent says, in characters (contract §8).
pub(super) const LONGEST: usize = 600;

/// `text` itself when it has at most `longest` characters; else its beginning, up to the end of a
/// sentence when one lies in the second half, else up to the end of a word.
pub(super) fn shorten(text: &str, longest: usize) -> &str {
    let Some((end, _)) = text.char_indices().nth(longest) else {
        return text;
    };
    let within = &text[..end];
    let sentence = sentence_end(within).filter(|&sentence| sentence * 2 > within.len());
    let word = || word_end(within, text[end..].starts_with(' '));
    &within[..sentence.unwrap_or_else(word)]
}

fn sentence_end(text: &str) -> Option<usize> {
    text.rmatch_indices(' ').map(|(space, _)| space).find(|&space| ends_sentence(&text[..space]))
}

/// The point of a German ordinal, "3. Juni", ends nothing.
fn ends_sentence(text: &str) -> bool {
    let word = text.rsplit(' ').next().unwrap_or_default();
    let is_ordinal = word.len() <= 3 && word.starts_with(|c: char| c.is_ascii_digit());
    text.ends_with(['.', '!', '?']) && !is_ordinal
}

fn word_end(text: &str, at_boundary: bool) -> usize {
    if at_boundary { text.len() } else { text.rfind(' ').unwrap_or(text.len()) }
}

/// The same text on one line, without control characters or doubled spaces.
pub(super) fn one_line(text: &str) -> String {
    let visible: String = text.chars().filter(|c| c.is_whitespace() || !c.is_control()).collect();
    visible.split_whitespace().collect::<Vec<_>>().join(" ")
}

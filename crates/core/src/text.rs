//! Text from outside as it is kept.

/// `text` without control characters (line ends and tabs stay) and space around it, at most
/// `longest` characters of it; `None` when nothing is left.
pub fn kept(text: &str, longest: usize) -> Option<String> {
    let visible = text.trim().chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t'));
    let kept: String = visible.take(longest).collect();
    let kept = kept.trim();
    (!kept.is_empty()).then(|| kept.to_owned())
}

//! What a question about the business is about.

use super::vocabulary::Vocabulary;
use super::words::plain;

/// What every business can be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    Hours,
    Address,
    Services,
}

/// Whether any word of the question belongs to the topic.
pub(super) fn is_about(question: &str, topic: Topic, vocabulary: &Vocabulary) -> bool {
    let words = plain(question);
    (0..words.len()).any(|at| vocabulary.topics.longest(&words[at..]).is_some_and(|(_, about)| *about == topic))
}

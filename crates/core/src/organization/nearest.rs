//! Which of the known words was meant by an unknown one.

/// How alike two words are that are taken for one another: half of the letters.
const ALIKE: f64 = 0.5;
const MOST_LISTED: usize = 20;

/// The known word that is most like `word`, if any is like it at all.
pub(super) fn of<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    let likeness = |candidate: &str| strsim::normalized_damerau_levenshtein(&word, &candidate.to_lowercase());
    let scored = known.into_iter().map(|candidate| (likeness(candidate), candidate));
    let best = scored.max_by(|(one, _), (other, _)| one.total_cmp(other));
    best.filter(|(likeness, _)| *likeness >= ALIKE).map(|(_, candidate)| candidate)
}

/// The end of a sentence about an unknown `word`.
pub(super) fn hint(word: &str, known: &[&str]) -> String {
    match of(word, known.iter().copied()) {
        Some(nearest) => format!("did you mean `{nearest}`?"),
        None => format!("known are `{}`", known[..known.len().min(MOST_LISTED)].join("`, `")),
    }
}

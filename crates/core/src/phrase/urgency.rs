//! Whether a message cannot wait, as models and people put it.

const URGENT: [&str; 24] = [
    "true",
    "yes",
    "y",
    "1",
    "urgent",
    "urgently",
    "high",
    "asap",
    "emergency",
    "immediately",
    "sí",
    "si",
    "urgente",
    "alta",
    "oui",
    "urgence",
    "haute",
    "ja",
    "dringend",
    "eilig",
    "notfall",
    "hoch",
    "sim",
    "emergencia",
];

/// "Not urgent", "pas urgent": then it can.
const NOT: [&str; 14] =
    ["not", "isn't", "no", "false", "0", "low", "pas", "non", "nicht", "nein", "kein", "keine", "não", "nao"];

pub(super) fn read(text: &str) -> bool {
    let text = text.to_lowercase().replace('\u{2019}', "'");
    let words = || text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty());
    words().any(|word| URGENT.contains(&word)) && !words().any(|word| NOT.contains(&word))
}

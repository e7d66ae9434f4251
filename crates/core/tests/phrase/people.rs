//! Numbers and addresses that callers spell, and what models send for nothing.

use ringbook_core::language::Language;
use ringbook_core::phrase::{Topic, is_about, is_absent, is_urgent, read_digits, read_email};

use crate::check;

#[test]
fn digits_in_words() {
    check(
        |text| read_digits(text, Language::En),
        &[
            ("five one two, double five five oh one four three", "5125550143"),
            ("five one two, double five", "51255"),
            ("Five-One-Two five five five, O one four three.", "5125550143"),
            ("triple five", "555"),
            ("double 5 six", "556"),
            ("plus four four seven seven double oh", "+447700"),
            ("+1 five one two", "+1512"),
            ("five one two dash twenty three dash nineteen", "5122319"),
            ("my number is 512-555-0143", "5125550143"),
            ("my code is 1234", "1234"),
            ("it's one two three four", "1234"),
        ],
    );
}

#[test]
fn what_is_not_all_digits_is_left_alone() {
    let unchanged = [
        "",
        "abc",
        "(512) 555-0143",
        "+1 512 555 0143",
        "1 2 3 4",
        "five one two ext four",
        "call five one two",
        "double",
        "double ten",
        "double double five",
        "my number is",
        "one plus two",
        "five hundred",
        "five # two",
    ];
    check(|text| read_digits(text, Language::En), &unchanged.map(|said| (said, said)));
}

#[test]
fn addresses_in_words() {
    check(
        |text| read_email(text, Language::En),
        &[
            ("sam dot lee at example dot com", "sam.lee@example.com"),
            ("Sam Dot Lee At Example Dot Com.", "sam.lee@example.com"),
            ("S A M at gmail dot com", "sam@gmail.com"),
            ("S, A, M, at gmail dot com", "sam@gmail.com"),
            ("J smith at example dot com", "jsmith@example.com"),
            ("l e o at example dot com", "leo@example.com"),
            ("sam underscore lee at sign example dot co dot uk", "sam_lee@example.co.uk"),
            ("sam dash lee plus news at my hyphen shop dot com", "sam-lee+news@my-shop.com"),
            ("sam twenty three at gmail dot com", "sam23@gmail.com"),
            ("sam nineteen eighty four at example dot com", "sam1984@example.com"),
            ("sam 85 at hot mail dot com", "sam85@hotmail.com"),
            ("sam at one dot com", "sam@one.com"),
            ("my email is sam at g mail dot com, all lower case", "sam@gmail.com"),
            ("JANE@EXAMPLE.COM", "jane@example.com"),
            (" jane@example.com. ", "jane@example.com"),
            ("sam dot lee @ example.com", "sam.lee@example.com"),
        ],
    );
}

#[test]
fn what_is_not_clearly_an_address_is_left_alone() {
    let unchanged = [
        "",
        "not-a-valid-email",
        "sam",
        "yes sure its sam at example dot com",
        "capital s a m at example dot com",
        "sam lee at example dot com",
        "sam at home at example dot com",
        "n as in nancy at example dot com",
        "write to sam@example.com",
        "S-A-M at example dot com",
    ];
    check(|text| read_email(text, Language::En), &unchanged.map(|said| (said, said)));
}

#[test]
fn absent() {
    for nothing in ["", " \t", "null", "NULL", "None", "unknown", "N/A", " n/a ", "undefined", "Not provided", "-", "?"]
    {
        assert!(is_absent(nothing), "{nothing:?}");
    }
    for something in ["0", "no", "Nan", "Na", "none of these", "tomorrow", "Noneman"] {
        assert!(!is_absent(something), "{something:?}");
    }
}

#[test]
fn what_a_question_is_about() {
    let about = |language, question| {
        let topics = [Topic::Hours, Topic::Address, Topic::Services].into_iter();
        topics.filter(|topic| is_about(question, *topic, language)).collect::<Vec<_>>()
    };
    for (language, question, topic) in [
        (Language::En, "Are you open on Saturday?", Topic::Hours),
        (Language::En, "hours today", Topic::Hours),
        (Language::En, "Where's your office?", Topic::Address),
        (Language::En, "How long does a cleaning take?", Topic::Services),
        (Language::Es, "¿Abren el sábado?", Topic::Hours),
        (Language::Es, "¿Dónde están?", Topic::Address),
        (Language::Es, "donde estan", Topic::Address),
        (Language::Es, "¿Cuánto dura una limpieza?", Topic::Services),
        (Language::Fr, "Vous êtes ouverts samedi ?", Topic::Hours),
        (Language::Fr, "Où êtes-vous situés ?", Topic::Address),
        (Language::Fr, "Combien de temps dure un détartrage ?", Topic::Services),
        (Language::De, "Haben Sie am Samstag geöffnet?", Topic::Hours),
        (Language::De, "Wo finde ich Sie?", Topic::Address),
        (Language::De, "Wie lange dauert eine Reinigung?", Topic::Services),
        (Language::Pt, "Vocês abrem no sábado?", Topic::Hours),
        (Language::Pt, "Onde fica a clínica?", Topic::Address),
        (Language::Pt, "Quanto tempo demora uma limpeza?", Topic::Services),
        (Language::De, "opening hours", Topic::Hours),
    ] {
        assert_eq!(about(language, question), [topic], "{question}");
    }
    assert_eq!(about(Language::Es, "¿Aceptan perros?"), []);
    assert_eq!(about(Language::En, "?!"), []);
}

#[test]
fn what_cannot_wait_is_said_in_many_ways() {
    for text in ["true", "Yes", "very urgent", "sí", "es urgente", "c'est urgent", "ja, dringend", "Notfall!", "sim"] {
        assert!(is_urgent(text), "{text}");
    }
    for text in
        ["", "false", "not urgent", "no es urgente", "pas urgent", "nicht dringend", "não é urgente", "whenever"]
    {
        assert!(!is_urgent(text), "{text}");
    }
}

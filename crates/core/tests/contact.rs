//! Contract §6: what counts as a phone, an email and a name, and who a person is.
#![expect(clippy::unwrap_used, clippy::panic, reason = "helpers of a test may fail it")]

use proptest::prelude::*;
use ringbook_core::contact::{Contact, Country, E164, Email, Person, PersonName, Reach, Resolution, resolve};
use ringbook_core::id::ContactId;
use uuid::Uuid;

fn phone(text: &str) -> E164 {
    E164::parse(text, None).unwrap()
}

fn email(text: &str) -> Email {
    Email::parse(text).unwrap()
}

fn name(text: &str) -> Option<PersonName> {
    Some(PersonName::parse(text).unwrap())
}

fn read_phone(text: &str, country: &str) -> Option<String> {
    let country = Country::parse(country).ok();
    E164::parse(text, country.as_ref()).ok().map(|number| number.as_str().to_owned())
}

#[test]
fn a_phone_is_read_as_its_country_writes_it() {
    let cases = [
        ("+15551234567", "", "+15551234567"),
        ("+1 (512) 555-0143", "", "+15125550143"),
        ("(555) 123-4567", "US", "+15551234567"),
        ("5559876543", "US", "+15559876543"),
        ("1 512 555 0143", "US", "+15125550143"),
        (" 512.555.0143 ", "us", "+15125550143"),
        ("07700 900123", "GB", "+447700900123"),
        ("+44 (0)7700 900123", "US", "+447700900123"),
        ("0044 7700 900123", "DE", "+447700900123"),
        ("030/123456", "DE", "+4930123456"),
        ("+39 06 1234567", "", "+39061234567"),
        ("0803 123 4567", "NG", "+2348031234567"),
        ("011 15 2345-6789", "AR", "+5491123456789"),
    ];
    for (text, country, expected) in cases {
        assert_eq!(read_phone(text, country).as_deref(), Some(expected), "{text} in {country}");
    }
}

#[test]
fn what_cannot_be_called_is_no_phone() {
    let cases = [
        ("", "US"),
        ("12", "US"),
        ("abc", "US"),
        ("555-0123", "US"),
        ("5125550143", ""),
        ("1-800-FLOWERS", "US"),
        ("512 555 0143 ext 12", "US"),
        ("512 555 0143 x12", "US"),
        ("tel:+15125550143", "US"),
        ("512 555 0143 / 512 555 0144", "US"),
        ("512-555-0143,,12", "US"),
        ("512 555 0143 #12", "US"),
        ("+1555123456789012", "US"),
        ("+999 123456", "US"),
        ("1+5125550143", "US"),
        ("0020000", "AU"),
        ("512 555 0143; 5", "US"),
    ];
    for (text, country) in cases {
        assert_eq!(read_phone(text, country), None, "{text} in {country:?}");
    }
}

#[test]
fn a_country_is_a_code_with_telephones() {
    assert_eq!(Country::parse("gb").unwrap().to_string(), "GB");
    for text in ["", "U", "USA", "ZZ", "001", "Ü", "u_"] {
        assert!(Country::parse(text).is_err(), "{text}");
    }
}

#[test]
fn only_some_countries_write_the_month_first() {
    let month_first = |code: &str| Country::parse(code).unwrap().writes_month_first();
    assert!(["US", "PR", "PH"].into_iter().all(month_first));
    assert!(!["GB", "DE", "CA", "AU", "NG"].into_iter().any(month_first));
}

#[test]
fn an_email_has_a_domain_that_could_exist() {
    assert_eq!(email(" JANE@EXAMPLE.COM ").as_str(), "jane@example.com");
    assert_eq!(email("sam.o'lee+visit@mail.example.co.uk").as_str(), "sam.o'lee+visit@mail.example.co.uk");
    assert_eq!(email("jürgen@müller.de").as_str(), "jürgen@müller.de");
    let long = format!("{}@{}.example.com", "a".repeat(60), ["b".repeat(60).as_str(); 3].join("."));
    let refused = [
        "",
        "not-a-valid-email",
        "a@localhost",
        "a..b@example.com",
        "a@exa_mple.com",
        "a@example.c",
        "a@example.1",
        "a b@example.com",
        "Sam <sam@example.com>",
        "\"sam lee\"@example.com",
        "a@[127.0.0.1]",
        "a@b@example.com",
        &long,
    ];
    for text in refused {
        assert!(Email::parse(text).is_err(), "{text}");
    }
}

#[test]
fn a_name_is_kept_as_it_was_meant() {
    let cases = [
        ("john doe", "John Doe"),
        ("JANE SMITH", "Jane Smith"),
        ("jane SMITH", "Jane Smith"),
        ("  Sam \t Lee\n", "Sam Lee"),
        ("Sam\u{0}Lee\u{7}", "SamLee"),
        ("McDonald", "McDonald"),
        ("van der Berg", "van der Berg"),
        ("José Ángel", "José Ángel"),
        ("JOSÉ ÁNGEL", "José Ángel"),
        ("O'Brien", "O'Brien"),
        ("o'brien", "O'Brien"),
        ("mary-jane", "Mary-Jane"),
        ("j.r. smith", "J.R. Smith"),
        ("王小明", "王小明"),
        ("ßa ﬀ", "ßa ﬀ"),
        ("Guest Taylor", "Guest Taylor"),
    ];
    for (text, expected) in cases {
        assert_eq!(PersonName::parse(text).unwrap().as_str(), expected);
    }
}

#[test]
fn a_placeholder_is_no_name() {
    let long = "a".repeat(201);
    for text in
        ["", "  ", "Guest", "UNKNOWN", "Unknown  Caller", "caller", "[Patient]", "N/A", "none.", "5551234", &long]
    {
        assert_eq!(PersonName::parse(text), None, "{text}");
    }
}

#[test]
fn debug_output_names_nobody() {
    let person = Person {
        name: name("Sam Lee"),
        reach: Reach::Phone { phone: phone("+15125550143"), email: Some(email("sam@example.com")) },
    };
    let shown = format!("{person:?}");
    insta::assert_snapshot!(shown, @"Person { name: Some(PersonName(***)), reach: Phone { phone: E164(***), email: Some(Email(***)) } }");
}

const P: ContactId = ContactId(Uuid::from_u128(1));
const E0: ContactId = ContactId(Uuid::from_u128(2));
const E1: ContactId = ContactId(Uuid::from_u128(3));
const E2: ContactId = ContactId(Uuid::from_u128(4));

fn contact(id: ContactId, called: &str, number: &str, address: &str) -> Contact {
    Contact {
        id,
        name: PersonName::parse(called),
        phone: E164::parse(number, None).ok(),
        email: Email::parse(address).ok(),
    }
}

fn person(called: &str, number: &str, address: &str) -> Person {
    let reach = match (E164::parse(number, None), Email::parse(address)) {
        (Ok(phone), email) => Reach::Phone { phone, email: email.ok() },
        (Err(_), Ok(email)) => Reach::Email(email),
        (Err(_), Err(_)) => panic!("unreachable person"),
    };
    Person { name: PersonName::parse(called), reach }
}

fn update(contact: Contact) -> Resolution {
    Resolution::Update { contact, absorb: None }
}

const SAM: &str = "+15125550143";
const KIM: &str = "+15125550144";
const OLD: &str = "old@example.com";
const NEW: &str = "new@example.com";

#[test]
fn a_known_phone_takes_what_is_given_and_keeps_the_rest() {
    let known = contact(P, "Sam Lee", SAM, OLD);
    let resolved = |called, address| resolve(&person(called, SAM, address), Some(&known), &[]);
    assert_eq!(resolved("", ""), update(known.clone()));
    assert_eq!(resolved("Guest", NEW), update(contact(P, "Sam Lee", SAM, NEW)));
    assert_eq!(resolved("Samuel Lee", ""), update(contact(P, "Samuel Lee", SAM, OLD)));
}

#[test]
fn a_known_phone_absorbs_the_contact_with_only_that_email() {
    let phoneless = contact(E0, "Samuel", "", NEW);
    let family = contact(E1, "Kim Lee", KIM, NEW);
    let by_email = [family, phoneless];
    let resolved = |known: &Contact| resolve(&person("", SAM, NEW), Some(known), &by_email);
    let absorbing = |contact| Resolution::Update { contact, absorb: Some(E0) };
    assert_eq!(resolved(&contact(P, "Sam Lee", SAM, OLD)), absorbing(contact(P, "Sam Lee", SAM, NEW)));
    assert_eq!(resolved(&contact(P, "", SAM, OLD)), absorbing(contact(P, "Samuel", SAM, NEW)));
}

#[test]
fn a_new_phone_goes_to_the_contact_with_only_that_email() {
    let by_email = [contact(E1, "Kim Lee", KIM, NEW), contact(E0, "Sam", "", NEW)];
    let resolved = resolve(&person("", SAM, NEW), None, &by_email);
    assert_eq!(resolved, update(contact(E0, "Sam", SAM, NEW)));
}

#[test]
fn a_new_phone_is_a_new_contact_though_family_shares_the_email() {
    let family = [contact(E1, "Sam Lee", KIM, NEW)];
    assert_eq!(resolve(&person("Sam Lee", SAM, NEW), None, &family), Resolution::Create);
    assert_eq!(resolve(&person("Sam Lee", SAM, ""), None, &[]), Resolution::Create);
}

#[test]
fn an_email_alone_finds_the_phoneless_then_the_only_then_the_namesake() {
    let phoneless = contact(E0, "", "", NEW);
    let sam = contact(E1, "Sam Lee", SAM, NEW);
    let kim = contact(E2, "Kim Lee", KIM, NEW);
    let resolved = |called, contacts: &[Contact]| resolve(&person(called, "", NEW), None, contacts);

    assert_eq!(resolved("Jo", &[sam.clone(), phoneless]), update(contact(E0, "Jo", "", NEW)));
    assert_eq!(resolved("", std::slice::from_ref(&sam)), update(sam.clone()));
    assert_eq!(resolved("KIM lee", &[sam.clone(), kim.clone()]), update(kim.clone()));
    assert_eq!(resolved("Jo", &[sam.clone(), kim.clone()]), Resolution::Create);
    assert_eq!(resolved("", &[sam, kim]), Resolution::Create);
    assert_eq!(resolved("Sam", &[]), Resolution::Create);
}

#[test]
fn two_namesakes_are_not_guessed_between() {
    let twins = [contact(E1, "Sam Lee", SAM, NEW), contact(E2, "Sam Lee", KIM, NEW)];
    assert_eq!(resolve(&person("Sam Lee", "", NEW), None, &twins), Resolution::Create);
}

#[test]
fn a_new_contact_is_the_person() {
    assert_eq!(Contact::new(P, &person("Sam", SAM, NEW)), contact(P, "Sam", SAM, NEW));
    assert_eq!(Contact::new(P, &person("", "", NEW)), contact(P, "", "", NEW));
}

fn a_name() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", "Sam Lee", "Kim Lee", "SAM lee"])
}

fn an_address() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec!["", OLD, NEW])
}

proptest! {
    #[test]
    fn resolving_never_blanks_a_value(given in a_name(), address in an_address(), known in a_name(), had in an_address(),
                                      other in a_name(), phoneless in any::<bool>(), shared in any::<bool>()) {
        let person = person(given, SAM, address);
        let by_phone = contact(P, known, SAM, had);
        let mut by_email = Vec::new();
        if !address.is_empty() && phoneless { by_email.push(contact(E0, other, "", address)); }
        if !address.is_empty() && shared { by_email.push(contact(E1, other, KIM, address)); }

        let Resolution::Update { contact: after, absorb } = resolve(&person, Some(&by_phone), &by_email) else {
            panic!("P exists");
        };
        prop_assert_eq!(after.id, P);
        prop_assert_eq!(after.phone.as_ref(), by_phone.phone.as_ref());
        prop_assert_eq!(after.email.as_ref(), person.email().or(by_phone.email.as_ref()));
        prop_assert!(after.name.is_some() || (person.name.is_none() && by_phone.name.is_none()));
        prop_assert_eq!(absorb, (!address.is_empty() && phoneless).then_some(E0));
    }

    #[test]
    fn what_is_read_reads_the_same_again(text in "\\PC{0,40}") {
        if let Some(once) = PersonName::parse(&text) {
            prop_assert_eq!(PersonName::parse(once.as_str()), Some(once));
        }
        if let Ok(once) = Email::parse(&text) {
            prop_assert_eq!(Email::parse(once.as_str()), Ok(once));
        }
    }

    #[test]
    fn a_read_number_reads_the_same_without_its_country(text in "[+0]{0,2}[0-9 ().-]{4,16}", country in "[A-Z]{2}") {
        let country = Country::parse(&country).ok();
        if let Ok(once) = E164::parse(&text, country.as_ref()) {
            prop_assert_eq!(E164::parse(once.as_str(), None), Ok(once));
        }
    }

    #[test]
    fn nothing_makes_reading_panic(text in any::<String>()) {
        let _ = (E164::parse(&text, Country::parse("US").ok().as_ref()), Email::parse(&text), PersonName::parse(&text));
        let _ = Country::parse(&text);
    }
}

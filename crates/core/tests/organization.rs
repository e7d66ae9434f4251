//! Contract §3: what an organization file says, and what is said about a wrong one.
#![expect(clippy::unwrap_used, reason = "helpers of a test may fail it")]

use insta::assert_snapshot;
use jiff::civil::{date, datetime};
use proptest::prelude::*;
use ringbook_core::organization::{Booking, Closure, Grid, LARGEST_FILE, Organization, Target, Window};
use ringbook_core::time::Span;

const DEMO: &str = include_str!("../../../organizations/demo.toml");
const RIVERSIDE: &str = include_str!("../../../organizations/riverside.toml");

const SMALLEST: &str = r#"slug = "small"
name = "Small"
time_zone = "Europe/Berlin"
[[services]]
id = "cut"
name = "Haircut"
duration = "90s"
[[providers]]
id = "kim"
name = "Kim"
"#;

fn riverside() -> Organization {
    Organization::from_toml(RIVERSIDE).unwrap()
}

/// The error for the smallest file after one replacement.
fn wrong(from: &str, to: &str) -> String {
    assert!(SMALLEST.contains(from), "{from} is not in the file");
    Organization::from_toml(&SMALLEST.replacen(from, to, 1)).unwrap_err().to_string()
}

/// The error for the smallest file with more at its end, which belongs to the provider.
fn wrong_with(more: &str) -> String {
    Organization::from_toml(&format!("{SMALLEST}{more}")).unwrap_err().to_string()
}

fn right_with(more: &str) -> Organization {
    Organization::from_toml(&format!("{SMALLEST}{more}")).unwrap()
}

#[test]
fn the_contracts_example_is_read_in_full() {
    let riverside = riverside();
    let lee = &riverside.providers[0];
    let window = |from: u16, until: u16| Window { from: from * 60, until: until * 60 };
    assert_eq!(riverside.zone.name(), "America/Chicago");
    assert_eq!(riverside.booking, Booking { min_notice: Span::from_minutes(120), ..Booking::default() });
    let cleaning = &riverside.services[0];
    assert_eq!((cleaning.buffer_before, cleaning.buffer_after), (Span::ZERO, Span::from_minutes(15)));
    assert_eq!(riverside.services[0].slot_interval, Some(Span::from_minutes(15)));
    assert_eq!(lee.hours[0], [window(9, 12), window(13, 17)]);
    assert_eq!(lee.hours[2], []);
    assert_eq!(lee.hours[4], [window(22, 24)]);
    assert_eq!(lee.overrides[0].date, date(2026, 12, 24));
    assert_eq!(riverside.closures[0].until, datetime(2026, 12, 27, 0, 0, 0, 0));
    let transfer = riverside.transfer.unwrap();
    let number = |digits: &str| Target::from_stored(digits.to_owned());
    assert_eq!(transfer.default, Some(number("+15125550177")));
    assert_eq!(transfer.departments, [("billing".to_owned(), number("+15125550178"))]);
}

#[test]
fn the_demo_clinic_is_the_one_of_the_contract() {
    let demo = Organization::from_toml(DEMO).unwrap();
    let minutes = |index: usize| demo.services[index].duration.seconds() / 60;
    assert_eq!(
        (demo.slug.as_str(), demo.name.as_str(), demo.zone.name()),
        ("demo", "Riverside Clinic", "America/New_York")
    );
    assert_eq!((demo.country.unwrap().to_string(), demo.locale.as_str()), ("US".to_owned(), "en-US"));
    assert_eq!((demo.services[0].id.as_str(), minutes(0)), ("consultation", 30));
    assert_eq!((demo.services[1].id.as_str(), minutes(1)), ("cleaning", 45));
    assert_eq!(demo.services[1].buffer_after, Span::from_minutes(15));
    assert_eq!((demo.booking.slot_interval, demo.booking.horizon_days), (Span::from_minutes(30), 365));
    assert_eq!(demo.booking.min_notice, Span::ZERO);
    assert_eq!(demo.phone_numbers[0].as_str(), "+15125550100");
    for (provider, id) in demo.providers.iter().zip(["lee", "ortiz"]) {
        assert_eq!(provider.id.as_str(), id);
        assert!(provider.hours[..5].iter().all(|day| *day == [Window { from: 540, until: 1020 }]));
        assert!(provider.hours[5..].iter().all(Vec::is_empty));
    }
}

#[test]
fn what_is_left_out_has_a_default() {
    let small = Organization::from_toml(SMALLEST).unwrap();
    let usual = Booking {
        slot_interval: Span::from_minutes(30),
        slot_grid: Grid::Clock,
        min_notice: Span::ZERO,
        horizon_days: 60,
        hold: Span::from_minutes(5),
        change_notice: Span::ZERO,
        require_confirmation_after: None,
        waitlist_hold: Span::from_minutes(30),
    };
    assert_eq!(small.booking, usual);
    assert_eq!((small.country, small.locale.as_str()), (None, "en-US"));
    assert_eq!((small.services[0].capacity, small.services[0].buffer_before), (1, Span::ZERO));
    assert!(small.providers[0].services.is_empty());
}

#[test]
fn closures_are_called_by_their_first_day_unless_they_have_a_name() {
    let file = |more: &str| right_with(&format!("[[closures]]\nfrom = 2026-12-24\nto = 2026-12-24\n{more}"));
    let ids = |organization: &Organization| -> Vec<String> {
        organization.closures.iter().map(|closure| closure.id.to_string()).collect()
    };
    let three = "[[closures]]\nid = \"2026-12-24-2\"\nfrom = 2026-12-31\nto = 2026-12-31\n\
                 [[closures]]\nfrom = 2026-12-24T12:00:00\nto = 2026-12-25\n";
    let organization = file(three);
    assert_eq!(ids(&organization), ["2026-12-24", "2026-12-24-2", "2026-12-24-3"]);
    assert_eq!(Organization::from_json(&organization.to_json()), Ok(organization));
    let twice = "[[closures]]\nid = \"a\"\nfrom = 2026-12-24\nto = 2026-12-24\n";
    assert_snapshot!(wrong_with(&twice.repeat(2)), @"line 16: `id`: the same is already on line 12");
}

#[test]
fn closures_are_whole_days_or_times() {
    let closed = |from: &str, to: &str| {
        let organization = right_with(&format!("[[closures]]\nfrom = {from}\nto = {to}\n"));
        let Closure { from, until, .. } = organization.closures[0].clone();
        (from, until)
    };
    let midnight = |day| datetime(2026, 12, day, 0, 0, 0, 0);
    let noon = datetime(2026, 12, 24, 12, 0, 0, 0);
    assert_eq!(closed("\"2026-12-25\"", "\"2026-12-25\""), (midnight(25), midnight(26)));
    assert_eq!(closed("2026-12-25", "2026-12-26"), (midnight(25), midnight(27)));
    assert_eq!(closed("\"2026-12-24T12:00\"", "2026-12-24T12:30:00"), (noon, datetime(2026, 12, 24, 12, 30, 0, 0)));
    assert_eq!(closed("2026-12-24 12:00:00", "2026-12-24"), (noon, midnight(25)));
}

#[test]
fn a_transfer_can_go_to_a_sip_address() {
    let transfer = right_with("[transfer]\ndefault = \"sip:desk@example.com\"\n").transfer.unwrap();
    assert_eq!(transfer.default, Some(Target::Sip("sip:desk@example.com".to_owned())));
}

#[test]
fn a_transfer_to_one_of_our_own_numbers_would_come_back() {
    let numbers = "name = \"Small\"\nphone_numbers = [\"+1 512 555 0100\"]\ncountry = \"US\"";
    let with_target = |target: &str| {
        let file = SMALLEST.replace("name = \"Small\"", numbers);
        Organization::from_toml(&format!("{file}[transfer]\ndefault = \"{target}\"\n"))
    };
    for own in [
        "(512) 555-0100",
        "+15125550100",
        "1-512-555-0100",
        "sip:+15125550100@carrier.example",
        "sips:15125550100@carrier.example:5061",
        "sip:%2B15125550100@carrier.example",
        "sip:5125550100;phone-context=us@carrier.example",
    ] {
        let error = with_target(own).unwrap_err();
        assert_eq!(error.line, 14, "{own}: {error}");
        assert!(error.message.contains("the call would come back"), "{own}: {error}");
    }
    for other in
        ["(512) 555-0101", "sip:+15125550101@carrier.example", "sip:0100@carrier.example", "sip:desk5125550100@x"]
    {
        with_target(other).unwrap();
    }
    assert_snapshot!(
        wrong("name = \"Small\"", &format!("{numbers}\ntransfer = {{ departments = {{ billing = \"512 555 0100\" }} }}")),
        @"line 5: `billing`: this is one of the organization's own `phone_numbers`, so the call would come back"
    );
}

#[test]
fn departments_are_found_by_what_callers_say() {
    let departments = r#"departments = { billing = "sip:b", "Front Desk" = "sip:f", "Qualité" = "sip:q", "medical billing" = "sip:m" }"#;
    let transfer = right_with(&format!("[transfer]\n{departments}\n")).transfer.unwrap();
    let called = |said: &str| {
        transfer.departments_called(said).iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" / ")
    };
    assert_eq!(called("the billing people"), "billing");
    assert_eq!(called("BILLING department, please"), "billing");
    assert_eq!(called("somebody at the front desk"), "Front Desk");
    assert_eq!(called("qualite"), "Qualité");
    assert_eq!(called("medical billing"), "medical billing");
    assert_eq!(called("people from medical billing"), "billing / medical billing");
    assert_eq!(called("the spaceship"), "");
    assert_eq!(called("people"), "");
}

#[test]
fn an_organization_can_name_its_assistant() {
    let voice = right_with("[voice]\nassistant_id = \"33333333-3333-4333-8333-333333333333\"\n").voice;
    assert_eq!(voice.assistant_id.as_deref(), Some("33333333-3333-4333-8333-333333333333"));
    assert_snapshot!(wrong_with("[voice]\nassistant = \"x\""), @"line 12: unknown key `assistant`; did you mean `assistant_id`?");
}

#[test]
fn hours_past_midnight_end_the_next_day() {
    let small = right_with("hours = { fri = [\"22:00-02:00\", \"10:00-14:00\"], sat = [\"20:00-00:00\"] }");
    assert_snapshot!(wrong_with("hours = { fri = [\"22:00-02:00\", \"23:00-24:00\"] }"), @r#"line 11: `fri`: "23:00-24:00" overlaps "22:00-02:00""#);
    assert_eq!(small.providers[0].hours[4][1], Window { from: 1320, until: 1560 });
    assert_eq!(small.providers[0].hours[5], [Window { from: 1200, until: 1440 }]);
}

#[test]
fn unknown_keys_name_the_nearest_at_every_level() {
    assert_snapshot!(wrong("name = ", "nmae = "), @"line 2: unknown key `nmae`; did you mean `name`?");
    assert_snapshot!(wrong("time_zone", "timezone"), @"line 3: unknown key `timezone`; did you mean `time_zone`?");
    assert_snapshot!(wrong("duration", "lenght"), @"line 7: unknown key `lenght`; known are `id`, `name`, `aliases`, `duration`, `buffer_before`, `buffer_after`, `capacity`, `slot_interval`");
    assert_snapshot!(wrong_with("services_offered = []"), @"line 11: unknown key `services_offered`; did you mean `services`?");
    assert_snapshot!(wrong_with("[providers.hours]\nmonday = []"), @"line 12: unknown key `monday`; did you mean `mon`?");
    assert_snapshot!(wrong_with("[[providers.overrides]]\ndate = 2026-12-24\nhour = []"), @"line 13: unknown key `hour`; did you mean `hours`?");
    assert_snapshot!(wrong_with("[booking]\nslot_intervall = \"30m\""), @"line 12: unknown key `slot_intervall`; did you mean `slot_interval`?");
    assert_snapshot!(wrong_with("[[closures]]\nfrom = 2026-12-24\nuntil = 2026-12-25"), @"line 13: unknown key `until`; known are `id`, `from`, `to`, `reason`");
    assert_snapshot!(wrong_with("[[answers]]\ntopic = \"a\"\nanswer = \"b\""), @"line 13: unknown key `answer`; known are `topic`, `text`");
    assert_snapshot!(wrong_with("[transfer]\ndepartment = {}"), @"line 12: unknown key `department`; did you mean `departments`?");
}

#[test]
fn missing_keys_are_named() {
    assert_snapshot!(wrong("slug = \"small\"", ""), @"line 1: `slug` is missing");
    assert_snapshot!(wrong("duration = \"90s\"", ""), @"line 4: `services`: `duration` is missing");
    assert_snapshot!(Organization::from_toml("slug = \"a\"\nservices = []").unwrap_err(), @"line 2: `services`: at least one is needed");
    assert_snapshot!(Organization::from_toml("").unwrap_err(), @"line 1: `services` is missing");
}

#[test]
fn bad_values_say_what_to_write() {
    assert_snapshot!(wrong("Europe/Berlin", "Europe/Berln"), @r#"line 3: `time_zone` is "Europe/Berln": this is not an IANA time zone; did you mean "Europe/Berlin"?"#);
    assert_snapshot!(wrong("Europe/Berlin", "+02:00"), @r#"line 3: `time_zone` is "+02:00": this is not an IANA time zone; one is written like "America/New_York""#);
    assert_snapshot!(wrong("\"small\"", "\"Small Shop\""), @r#"line 1: `slug` is "Small Shop": an id has 1 to 64 characters: lower-case letters, digits, - and _, the first a letter or digit"#);
    assert_snapshot!(wrong("\"Small\"", "\"\""), @"line 2: `name`: this must not be empty");
    assert_snapshot!(wrong("\"Small\"", "\"a\\nb\""), @"line 2: `name`: this must be one line");
    assert_snapshot!(wrong("\"Small\"", "7"), @"line 2: `name`: a text in quotes is wanted here");
    assert_snapshot!(wrong("90s", "45 minutes"), @r#"line 7: `duration` is "45 minutes": a duration is written like 90s, 15m, 2h or 60d"#);
    assert_snapshot!(wrong("90s", "0m"), @"line 7: `duration`: 0m is out of bounds, from 1s to 7d are allowed");
    assert_snapshot!(wrong_with("[booking]\nslot_interval = \"0m\""), @"line 12: `slot_interval`: 0m is out of bounds, from 1m to 1d are allowed");
    assert_snapshot!(wrong_with("[booking]\nslot_interval = \"90s\""), @"line 12: `slot_interval`: whole minutes are wanted here");
    assert_snapshot!(wrong_with("[booking]\nhorizon = \"36h\""), @"line 12: `horizon`: whole days are wanted here, from 1d to 3650d");
    assert_snapshot!(wrong_with("[booking]\nslot_grid = \"open\""), @r#"line 12: `slot_grid` is "open": this is unknown; did you mean `opening`?"#);
    assert_snapshot!(wrong("duration = \"90s\"", "duration = \"90s\"\ncapacity = 0"), @"line 8: `capacity`: a number from 1 to 10000 is wanted here");
    assert_snapshot!(wrong("name = \"Small\"", "name = \"Small\"\ncountry = \"USA\""), @r#"line 3: `country` is "USA": a country is two letters like US or GB (ISO 3166)"#);
    assert_snapshot!(wrong("name = \"Small\"", "name = \"Small\"\nlocale = \"english please\""), @r#"line 3: `locale` is "english please": a locale is written like en-US"#);
    assert_snapshot!(wrong("name = \"Small\"", "name = \"Small\"\nphone_numbers = [\n\"030 123456\"]"), @"line 4: `phone_numbers`: a phone number is written with its area code, or with + and its country code; without `country` it has to begin with +");
    assert_snapshot!(wrong("name = \"Small\"", "country = \"DE\"\nname = \"Small\"\nphone_numbers = [\"12\"]"), @"line 4: `phone_numbers`: a phone number is written with its area code, or with + and its country code");
    assert_snapshot!(wrong_with("[transfer]\ndepartments = { billing = \"mailto:a@example.com\" }"), @"line 12: `billing`: a SIP address is written like sip:desk@example.com");
}

#[test]
fn bad_hours_and_dates_say_what_to_write() {
    assert_snapshot!(wrong_with("hours = { mon = [\"9-17\"] }"), @r#"line 11: `mon` is "9-17": write hours like "09:00-17:00", until midnight as "24:00", past it as "22:00-02:00""#);
    assert_snapshot!(wrong_with("hours = { mon = [\"09:00-25:00\"] }"), @r#"line 11: `mon` is "09:00-25:00": write hours like "09:00-17:00", until midnight as "24:00", past it as "22:00-02:00""#);
    assert_snapshot!(wrong_with("hours = { mon = [\"24:00-02:00\"] }"), @r#"line 11: `mon` is "24:00-02:00": write hours like "09:00-17:00", until midnight as "24:00", past it as "22:00-02:00""#);
    assert_snapshot!(wrong_with("hours = { mon = [\"09:00-09:00\"] }"), @r#"line 11: `mon` is "09:00-09:00": these hours end when they begin; a whole day is "00:00-24:00""#);
    assert_snapshot!(wrong_with("hours = { mon = [\n\"13:00-17:00\",\n\"09:00-13:30\"] }"), @r#"line 13: `mon`: "09:00-13:30" overlaps "13:00-17:00""#);
    assert_snapshot!(wrong_with("hours = { mon = \"09:00-17:00\" }"), @"line 11: `mon`: a list is wanted here");
    assert_snapshot!(wrong_with("[[providers.overrides]]\ndate = \"2026-02-29\""), @r#"line 12: `date`: a day of the calendar like "2026-12-24" is wanted here"#);
    assert_snapshot!(wrong_with("[[providers.overrides]]\ndate = 2026-12-24\n[[providers.overrides]]\ndate = \"2026-12-24\""), @"line 14: `date`: the same is already on line 12");
    assert_snapshot!(wrong_with("[[closures]]\nfrom = 2026-12-26\nto = 2026-12-25"), @"line 13: `to`: this ends before it begins");
    assert_snapshot!(wrong_with("[[closures]]\nfrom = 2026-12-24T12:00:00\nto = 2026-12-24T12:00:00"), @"line 13: `to`: this ends before it begins");
    assert_snapshot!(wrong_with("[[closures]]\nfrom = \"2026-12-24T12:00+01:00\"\nto = 2026-12-25"), @r#"line 12: `from`: a day of the calendar like "2026-12-24" is wanted here"#);
    assert_snapshot!(wrong_with("[[closures]]\nfrom = 2026-12-24\nto = 9999-12-31"), @r#"line 13: `to`: a day of the calendar like "2026-12-24" is wanted here"#);
}

#[test]
fn references_have_to_resolve_and_ids_to_differ() {
    assert_snapshot!(wrong_with("services = [\n\"cut\",\n\"cutt\"]"), @r#"line 13: `services` is "cutt": this is unknown; did you mean `cut`?"#);
    assert_snapshot!(wrong_with("services = [\"cut\", \"cut\"]"), @"line 11: `services`: the same is already on line 11");
    assert_snapshot!(wrong_with("[[providers]]\nname = \"Other\"\nid = \"kim\""), @"line 13: `id`: the same is already on line 9");
    assert_snapshot!(wrong_with("[[services]]\nid = \"cut\"\nname = \"Cut\"\nduration = \"1h\""), @"line 12: `id`: the same is already on line 5");
    assert_snapshot!(wrong("name = \"Small\"", "phone_numbers = [\"+15125550100\", \"+1 512 555 0100\"]\nname = \"Small\""), @"line 2: `phone_numbers`: the same is already on line 2");
}

#[test]
fn broken_files_are_refused_with_their_line() {
    assert_snapshot!(wrong("id = \"cut\"", "id = "), @"line 5: string values must be quoted, expected literal string");
    assert_snapshot!(wrong("name = \"Small\"", "slug = \"again\""), @"line 2: duplicate key");
    let large = format!("{SMALLEST}# {}", "x".repeat(LARGEST_FILE));
    assert_snapshot!(Organization::from_toml(&large).unwrap_err(), @"the file is larger than 1048576 bytes");
}

const JSON: &str = r#"{
  "slug": "small", "name": "Small", "time_zone": "Europe/Berlin", "address": null,
  "services": [{"id": "cut", "name": "Haircut", "duration": "90s"}],
  "providers": [
    {
      "id": "kim",
      "name": "K\u0069m",
      "hours": {}
    }
  ]
}"#;

#[test]
fn json_is_the_same_file() {
    assert_eq!(Organization::from_json(JSON), Organization::from_toml(SMALLEST));
    let departments = r#""transfer": {"departments": {"b": "sip:b", "a": "sip:a"}}, "slug""#;
    let json = JSON.replacen("\"slug\"", departments, 1);
    let toml = "[transfer]\ndepartments = { b = \"sip:b\", a = \"sip:a\" }";
    assert_eq!(Organization::from_json(&json).unwrap(), right_with(toml));
}

#[test]
fn json_errors_have_lines_too() {
    let wrong = |from: &str, to: &str| Organization::from_json(&JSON.replacen(from, to, 1)).unwrap_err().to_string();
    assert_snapshot!(wrong("\"slug\"", "\"slugg\""), @"line 2: unknown key `slugg`; did you mean `slug`?");
    assert_snapshot!(wrong("\"hours\": {}", "\"hours\": {\"mon\": [\n\"09:00-17:00\",\n\"9\"]}"), @r#"line 10: `mon` is "9": write hours like "09:00-17:00", until midnight as "24:00", past it as "22:00-02:00""#);
    assert_snapshot!(wrong("\"hours\": {}", "\"services\":\n[\"cit\"]"), @r#"line 9: `services` is "cit": this is unknown; did you mean `cut`?"#);
    assert_snapshot!(wrong("\"hours\": {}", "\"id\": \"kim\""), @"line 5: `id` is given twice");
    assert_snapshot!(wrong("\"hours\": {}", "\"hours\": }"), @"line 8: expected value");
    assert_snapshot!(wrong("\"hours\": {}", "\"hours\": [[[[[[[[[[]]]]]]]]]]"), @"line 8: this is nested too deeply");
    assert_snapshot!(wrong("\"90s\"", "true"), @"line 3: `duration`: a text in quotes is wanted here");
    assert_snapshot!(Organization::from_json("[]").unwrap_err(), @"line 1: a table is wanted here");
    assert_snapshot!(Organization::from_json("").unwrap_err(), @"line 1: EOF while parsing a value");
}

#[test]
fn the_canonical_form_reads_back_the_same() {
    let overnight = "hours = { fri = [\"22:00-02:00\"] }\n[[closures]]\nfrom = 2026-12-24T12:00:00\nto = 2026-12-24\n\
                     [[closures]]\nfrom = 2026-12-24\nto = 2026-12-25T09:30:15\nreason = \"Late\"\n";
    for toml in [DEMO, RIVERSIDE, SMALLEST, &format!("{SMALLEST}{overnight}")] {
        let organization = Organization::from_toml(toml).unwrap();
        let canonical = organization.to_json();
        let again = Organization::from_json(&canonical).unwrap();
        assert_eq!(again, organization);
        assert_eq!(again.to_json(), canonical);
    }
}

#[test]
fn the_canonical_form_is_the_files() {
    assert_snapshot!(right_with("[[closures]]\nfrom = 2026-12-24\nto = 2026-12-24").to_json(), @r#"{"address":null,"answers":[],"booking":{"change_notice":"0m","hold":"5m","horizon":"60d","min_notice":"0m","require_confirmation_after":null,"slot_grid":"clock","slot_interval":"30m","waitlist_hold":"30m"},"closures":[{"from":"2026-12-24","id":"2026-12-24","reason":null,"to":"2026-12-24"}],"country":null,"locale":"en-US","name":"Small","phone_numbers":[],"providers":[{"hours":{},"id":"kim","name":"Kim","overrides":[],"services":[],"time_zone":null}],"services":[{"aliases":[],"buffer_after":"0m","buffer_before":"0m","capacity":1,"duration":"90s","id":"cut","name":"Haircut","slot_interval":null}],"slug":"small","time_zone":"Europe/Berlin","transfer":null,"voice":{"assistant_id":null}}"#);
}

fn services_called(said: &str) -> Vec<String> {
    let demo = Organization::from_toml(DEMO).unwrap();
    demo.services_called(said).iter().map(|service| service.id.to_string()).collect()
}

#[test]
fn a_service_is_known_by_what_people_call_it() {
    for said in
        ["cleaning", "Dental Cleaning", "a teeth cleaning, please", "HYGIENE", "dental", "teeth-cleaning appointment"]
    {
        assert_eq!(services_called(said), ["cleaning"], "{said}");
    }
    for said in ["consultation", "the check-up", "I'd like a check up", "checkup"] {
        assert_eq!(services_called(said), ["consultation"], "{said}");
    }
    for said in ["", "the", "massage", "root canal"] {
        assert_eq!(services_called(said), [""; 0], "{said}");
    }
    assert_eq!(right_with("").services_called("a Cut, please").len(), 1, "by its id");
    assert_eq!(services_called("a consultation and a dental cleaning"), ["consultation", "cleaning"]);
}

fn providers_called(said: &str) -> Vec<String> {
    let more = "[[providers]]\nid = \"lee\"\nname = \"Dr. Amara Lee\"\n[[providers]]\nid = \"jon\"\nname = \"Dr. Jon Lee\"\n\
                [[providers]]\nid = \"angel\"\nname = \"José Ángel O'Brien\"\n";
    right_with(more).providers_called(said).iter().map(|provider| provider.id.to_string()).collect()
}

#[test]
fn a_provider_is_known_by_any_part_of_the_name() {
    let cases = [
        ("Dr. Amara Lee", "lee"),
        ("doctor amara lee", "lee"),
        ("Amara", "lee"),
        ("with Dr Jon please", "jon"),
        ("jose angel", "angel"),
        ("Jose\u{301} OBRIEN", "angel"),
        ("KIM", "kim"),
    ];
    for (said, id) in cases {
        assert_eq!(providers_called(said), [id], "{said}");
    }
    assert_eq!(providers_called("lee"), ["lee"]);
    assert_eq!(providers_called("Doctor Lee"), ["lee", "jon"]);
    assert_eq!(providers_called("Doctor"), [""; 0]);
    assert_eq!(providers_called("Dr. Lee Smith"), [""; 0]);
}

proptest! {
    #[test]
    fn any_window_reads_back(from in 0_u16..1440, length in 1_u16..1440) {
        let window = Window { from, until: from + length };
        prop_assert_eq!(window.to_string().parse(), Ok(window));
    }

    #[test]
    fn nothing_makes_reading_panic(text in "\\PC{0,80}", at in 0_usize..400) {
        let cut = |file: &str| file.char_indices().nth(at % file.len()).map_or(0, |(at, _)| at);
        let spliced = |file: &str| format!("{}{text}{}", &file[..cut(file)], &file[cut(file)..]);
        let _ = (Organization::from_toml(&spliced(SMALLEST)), Organization::from_json(&spliced(JSON)));
        let _ = (text.parse::<Window>(), services_called(&text));
    }

    #[test]
    fn any_closure_and_texts_read_back(
        name in "[^\\pC]{1,40}", from in 0_i64..1_000_000_000, length in 1_i64..10_000_000, capacity in 1_u32..10_000,
    ) {
        let mut organization = riverside();
        let begin = datetime(2000, 1, 1, 0, 0, 0, 0);
        let second = |seconds| begin + jiff::SignedDuration::from_secs(seconds);
        organization.name = format!("x{name}x");
        organization.services[0].capacity = capacity;
        organization.closures = vec![Closure { id: "closed".parse().unwrap(), from: second(from), until: second(from + length), reason: None }];
        prop_assert_eq!(Organization::from_json(&organization.to_json()), Ok(organization));
    }
}

#[test]
fn a_hostile_depth_is_refused() {
    let deep = "[".repeat(100_000);
    assert!(Organization::from_json(&deep).is_err());
    assert!(Organization::from_json(&format!("{deep}{}", "]".repeat(100_000))).is_err());
    assert!(Organization::from_toml(&format!("slug = {deep}")).is_err());
}

//! Every kind of reply in the languages other than English, for a native speaker to read.

use jiff::civil::{Weekday, time};
use ringbook_core::appointment::Status;
use ringbook_core::id::MessageId;
use ringbook_core::language::Language;
use ringbook_core::organization::Target;
use ringbook_core::outcome::{
    AppointmentView, Asked, Availability, Booked, CallBack, Cancelled, Field, Found, Goodbye, Held, Info, MessageTaken,
    Opening, Outcome, Problem, Purpose, Refused, Remark, Rescheduled, Transferring, Via, Waitlisted,
};
use ringbook_core::speak::{Phrase, Speaker};
use ringbook_core::time::{Interval, Span};
use ringbook_core::waitlist::{Entry, EntryStatus};

use crate::sayings::{day, entry, names};
use crate::support::{at, booked, now, opening_at, openings, organization};

/// What an organization of that country may call its services and people.
struct Names {
    services: [&'static str; 4],
    people: [&'static str; 4],
    topics: [&'static str; 4],
    holiday: &'static str,
    hours: &'static str,
}

const fn names_in(language: Language) -> Names {
    match language {
        Language::En => Names {
            services: ["Dental cleaning", "Consultation", "X-ray", "Implant"],
            people: ["Dr. Amara Lee", "Dr. Ines Ortiz", "Prof. Ada King", "Chair 2"],
            topics: ["parking", "insurance", "pets", "payment"],
            holiday: "Christmas",
            hours: "Open 09:00-17:30 on 2026-12-24, else until 19:00 o'clock.",
        },
        Language::Es => Names {
            services: ["Limpieza dental", "Consulta", "Radiografía", "Implante"],
            people: ["Dra. Amara Lee", "Dr. Luis Ortiz", "Ignacio Prado", "Sala 2"],
            topics: ["aparcamiento", "seguros", "mascotas", "pago"],
            holiday: "Navidad",
            hours: "Abierto 09:00-17:30 el 2026-12-24; otros días hasta las 19:00 horas.",
        },
        Language::Fr => Names {
            services: ["Détartrage", "Consultation", "Radiographie", "Implant"],
            people: ["Dr Amara Lee", "Dr. Luc Ortiz", "Pr Ada King", "Fauteuil 2"],
            topics: ["le parking", "les assurances", "les animaux", "le paiement"],
            holiday: "Noël",
            hours: "Ouvert 09:00-17:30 le 2026-12-24 ; sinon jusqu'à 19:00 heures.",
        },
        Language::De => Names {
            services: ["Zahnreinigung", "Beratung", "Röntgen", "Implantat"],
            people: ["Dr. med. Amara Lee", "Dr. Jan van der Berg", "Prof. Ada König", "Stuhl 2"],
            topics: ["Parken", "Versicherung", "Haustieren", "Bezahlung"],
            holiday: "Weihnachten",
            hours: "Geöffnet 09:00-17:30 Uhr am 2026-12-24, sonst bis 19:00 Uhr.",
        },
        Language::Pt => Names {
            services: ["Limpeza dentária", "Consulta", "Radiografia", "Implante"],
            people: ["Dra. Amara Lee", "Dr. Luís Ortiz", "Inês Prado", "Sala 2"],
            topics: ["estacionamento", "seguros", "animais", "pagamento"],
            holiday: "Natal",
            hours: "Aberto 09:00-17:30 em 2026-12-24; nos outros dias até às 19:00 horas.",
        },
    }
}

fn refused(problem: Problem, starts: &[&str], purpose: Purpose) -> Outcome {
    Outcome::Refused(Refused { problem, openings: openings(starts), purpose })
}

fn waitlisted(names: &Names, person: Option<usize>, until: &str) -> Waitlisted {
    Waitlisted {
        entry: Entry { wanted: Interval::new(now(), at(until)), ..entry() },
        service_name: names.services[1].to_owned(),
        provider_name: person.map(|person| names.people[person].to_owned()),
        keeps: Span::from_minutes(30),
        offer: None,
        remarks: Vec::new(),
    }
}

fn appointments(names: &Names) -> Vec<Outcome> {
    let view = |index: usize, start: &str| booked(names.services[index], names.people[index], at(start)).appointment;
    let offer = Held { appointment: view(1, "2026-06-07T12:30"), expires: now() + Span::from_minutes(30) };
    let mut requested = booked(names.services[0], names.people[0], at("2026-06-03T15:00"));
    requested.appointment.status = Status::Held;
    let mut left = waitlisted(names, None, "2026-06-06T00:00");
    left.entry.status = EntryStatus::Withdrawn;
    let found = |views: &[AppointmentView]| Outcome::Found(Found { appointments: views.to_vec(), offers: Vec::new() });
    let remarks = vec![Remark::UsedCallerNumber, Remark::EmailLeftOut];
    let four = [
        view(0, "2026-06-03T15:00"),
        view(1, "2026-06-06T12:00"),
        view(2, "2026-06-08T09:30"),
        view(3, "2026-06-09T13:00"),
    ];
    vec![
        Outcome::Booked(Booked { remarks, ..booked(names.services[0], names.people[0], at("2026-06-03T15:00")) }),
        Outcome::Booked(booked(names.services[3], names.people[3], at("2027-01-01T13:15"))),
        Outcome::Held(Held { appointment: view(1, "2026-06-07T12:30"), expires: now() + Span::from_minutes(5) }),
        Outcome::Released,
        found(&four[..1]),
        found(&four[1..3]),
        found(&four),
        Outcome::Found(Found { appointments: Vec::new(), offers: vec![offer.clone()] }),
        Outcome::Booked(requested.clone()),
        found(&[requested.appointment]),
        Outcome::Waitlisted(waitlisted(names, None, "2026-06-06T00:00")),
        Outcome::Waitlisted(waitlisted(names, Some(0), "2026-06-03T00:00")),
        Outcome::Waitlisted(Waitlisted { offer: Some(offer), ..waitlisted(names, None, "2026-06-06T00:00") }),
        Outcome::Waitlisted(left),
        Outcome::Attendance(AppointmentView { status: Status::Completed, ..view(0, "2026-06-02T15:00") }),
        Outcome::Attendance(AppointmentView { status: Status::NoShow, ..view(0, "2026-06-02T15:00") }),
        Outcome::Rescheduled(Rescheduled { appointment: view(2, "2026-06-08T09:30"), conflicts: Vec::new() }),
        Outcome::Cancelled(Cancelled { appointment: view(0, "2026-06-03T15:00"), already: false }),
        Outcome::Cancelled(Cancelled { appointment: view(0, "2026-06-03T15:00"), already: true }),
    ]
}

fn availability(names: &Names) -> Vec<Outcome> {
    let found = |first: &str, last: &str, starts: &[&str], next: &[&str]| Availability {
        asked: Asked { first: day(first), last: day(last), narrowed: false },
        service_name: names.services[1].to_owned(),
        total: starts.len(),
        openings: openings(starts),
        next: openings(next),
        reason: None,
    };
    let one_day = |starts: &[&str], next: &[&str]| found("2026-06-03", "2026-06-03", starts, next);
    let mut narrowed = one_day(&[], &[]);
    narrowed.asked.narrowed = true;
    let mut closed = found("2026-06-07", "2026-06-07", &[], &["2026-06-08T09:00"]);
    closed.reason = Some(Problem::Closed { date: day("2026-06-07"), reason: None });
    let all = [
        one_day(&["2026-06-03T12:00"], &[]),
        one_day(&["2026-06-03T09:00", "2026-06-03T09:30", "2026-06-03T13:00"], &[]),
        found("2026-06-03", "2026-06-05", &["2026-06-05T18:00"], &[]),
        found("2026-06-03", "2026-06-05", &["2026-06-03T09:00", "2026-06-03T14:00", "2026-06-04T09:00"], &[]),
        one_day(&[], &["2026-06-04T09:00", "2026-06-04T10:00", "2026-06-05T13:30"]),
        found("2026-06-02", "2026-06-02", &[], &["2026-06-04T01:00"]),
        narrowed,
        found("2026-06-03", "2026-06-05", &[], &[]),
        closed,
    ];
    all.map(Outcome::Availability).into()
}

fn information(known: &Names) -> Vec<Outcome> {
    let windows = vec![(time(9, 0, 0, 0), time(12, 0, 0, 0)), (time(13, 0, 0, 0), time(0, 0, 0, 0))];
    let lengths = [Span::from_minutes(45), Span::from_minutes(60), Span::from_minutes(90), Span::from_minutes(1441)];
    let services = known.services.iter().zip(lengths).map(|(name, length)| ((*name).to_owned(), length));
    let all = [
        Info::Answer { topic: known.topics[0].to_owned(), text: known.hours.to_owned() },
        Info::Hours { date: day("2026-06-03"), windows: windows.clone() },
        Info::Hours { date: day("2026-06-06"), windows },
        Info::Hours { date: day("2026-06-07"), windows: Vec::new() },
        Info::Address("Calle 12, Austin".to_owned()),
        Info::Services(services.clone().collect()),
        Info::Services(services.clone().chain(services).collect()),
        Info::Unknown { topics: names(&known.topics) },
        Info::Unknown { topics: Vec::new() },
    ];
    all.map(Outcome::Info).into()
}

fn dates(names: &Names) -> Vec<Problem> {
    vec![
        Problem::UnreadableDate,
        Problem::NoSuchDate { nearest: Some(day("2027-03-01")) },
        Problem::NoSuchDate { nearest: None },
        Problem::WeekdayMismatch { said: Weekday::Wednesday, date: day("2026-06-04"), nearest: day("2026-06-03") },
        Problem::WhichDate { candidates: vec![day("2026-06-04"), day("2026-06-11")] },
        Problem::PastDate { date: day("2024-06-03"), candidate: Some(day("2026-06-03")) },
        Problem::BeyondHorizon { last: day("2026-08-01") },
        Problem::Closed { date: day("2026-06-06"), reason: None },
        Problem::Closed { date: day("2026-12-25"), reason: Some(names.holiday.to_owned()) },
    ]
}

fn times() -> Vec<Problem> {
    let repeated = at("2026-11-01T01:30");
    vec![
        Problem::UnreadableTime,
        Problem::NoSuchTime,
        Problem::SkippedTime,
        Problem::WhichTime { candidates: vec![at("2026-06-03T03:00"), at("2026-06-03T15:00")] },
        Problem::WhichTime { candidates: vec![repeated, repeated + Span::from_minutes(60)] },
        Problem::PastTime { start: at("2026-06-02T15:00") },
        Problem::TooSoon { notice: Span::from_minutes(120) },
        Problem::TooLateToChange { notice: Span::from_minutes(1440) },
        Problem::TooLateToChange { notice: Span::ZERO },
        Problem::FreeAlready,
        Problem::NotYetBegun { start: at("2026-06-06T20:05") },
        Problem::WrongStatus { status: Status::Held },
        Problem::WrongStatus { status: Status::Cancelled },
        Problem::WrongStatus { status: Status::Completed },
        Problem::WrongStatus { status: Status::NoShow },
        Problem::WrongStatus { status: Status::Confirmed },
        Problem::OutsideHours { start: at("2026-06-06T20:05") },
        Problem::SlotUnavailable { start: at("2026-06-03T13:00") },
        Problem::NotOnGrid { start: at("2026-06-03T00:10") },
        Problem::InvalidSlotId,
        Problem::HoldNotFound,
        Problem::HoldExpired,
    ]
}

fn people_and_services(known: &Names) -> Vec<Problem> {
    vec![
        Problem::MissingContactInfo,
        Problem::InvalidPhone,
        Problem::InvalidEmail,
        Problem::UnknownService { known: names(&known.services) },
        Problem::UnknownService { known: Vec::new() },
        Problem::WhichService { candidates: names(&[known.services[1], known.services[3]]) },
        Problem::UnknownProvider { known: names(&known.people) },
        Problem::UnknownProvider { known: Vec::new() },
        Problem::WhichProvider { candidates: names(&known.people[..2]) },
        Problem::NotOffered { provider: known.people[1].to_owned(), service: known.services[3].to_owned() },
    ]
}

fn requests() -> Vec<Problem> {
    vec![
        Problem::UnknownTool { known: Vec::new() },
        Problem::MalformedField(Field::Phone),
        Problem::MalformedArguments,
        Problem::NotFound,
        Problem::VersionMismatch,
        Problem::KeyReused,
        Problem::OrganizationNotFound { slug: None },
    ]
}

const FIELDS: [Field; 20] = [
    Field::Date,
    Field::Time,
    Field::Start,
    Field::Service,
    Field::Provider,
    Field::Name,
    Field::Phone,
    Field::Email,
    Field::Notes,
    Field::From,
    Field::To,
    Field::PartOfDay,
    Field::Topic,
    Field::ConfirmationCode,
    Field::Reason,
    Field::Language,
    Field::Message,
    Field::Urgent,
    Field::Department,
    Field::Summary,
];

const PHRASES: [Phrase; 8] = [
    Phrase::NobodyHere,
    Phrase::OneMoment,
    Phrase::OneMomentToLook,
    Phrase::OneMomentToBook,
    Phrase::OneMomentToMove,
    Phrase::OneMomentToCancel,
    Phrase::LetMeCheck,
    Phrase::StillChecking,
];

fn refusals(names: &Names) -> Vec<Outcome> {
    let plain = [dates(names), times(), people_and_services(names), requests()].concat();
    let fields = FIELDS.map(Problem::MissingField);
    let taken = || Problem::SlotUnavailable { start: at("2026-06-03T15:00") };
    let faults = [Problem::Internal { reference: "R-1".to_owned() }, Problem::Overloaded];
    let purposes = [Purpose::Booking, Purpose::Change, Purpose::Question, Purpose::PassingOn];
    let faults = faults.iter().flat_map(|fault| purposes.map(|purpose| refused(fault.clone(), &[], purpose)));
    let plain = plain.into_iter().chain(fields).map(|problem| refused(problem, &[], Purpose::Booking));
    let offers = [
        refused(taken(), &["2026-06-03T14:00", "2026-06-03T15:30", "2026-06-04T09:00"], Purpose::Booking),
        refused(taken(), &["2026-06-03T01:00"], Purpose::Change),
    ];
    plain.chain(faults).chain(offers).collect()
}

fn handed_over(names: &Names) -> Vec<Outcome> {
    let taken = |urgent, call_back| {
        Outcome::MessageTaken(MessageTaken { id: MessageId(uuid::Uuid::from_u128(1)), urgent, call_back })
    };
    let to = Target::Sip("sip:desk@example.com".to_owned());
    let transferring = |via| Outcome::Transferring(Transferring { to: to.clone(), via });
    let known = names.topics.map(str::to_owned).to_vec();
    let problems = [Problem::NoTransfer, Problem::WhichDepartment { known }];
    let appointment = booked(names.services[0], names.people[0], at("2026-06-03T15:30")).appointment;
    let goodbye = Goodbye { out_of_time: true, appointment: Some(appointment), message_taken: true };
    let spoken = [
        taken(false, CallBack::Given),
        taken(true, CallBack::Calling),
        taken(false, CallBack::Nowhere),
        transferring(Via::Default),
        transferring(Via::Department(names.topics[3].to_owned())),
        transferring(Via::InsteadOfUnknown),
        Outcome::Goodbye(goodbye),
    ];
    spoken.into_iter().chain(problems.map(|problem| refused(problem, &[], Purpose::PassingOn))).collect()
}

fn outcomes(names: &Names) -> Vec<Outcome> {
    [appointments(names), availability(names), information(names), refusals(names), handed_over(names)].concat()
}

fn speaker(language: Language) -> Speaker {
    let mut organization = organization("America/Chicago");
    organization.locale = language.code().to_owned();
    Speaker::new(&organization, language)
}

/// Which part of the day each hour belongs to.
fn hours_of_a_day(speaker: &Speaker) -> String {
    let hour = |hour: i64| speaker.moment(at("2026-06-03T00:00") + Span::from_minutes(60 * hour), now());
    (0..24).map(hour).collect::<Vec<_>>().join("; ")
}

fn everything(language: Language) -> Vec<String> {
    let speaker = speaker(language);
    let said = outcomes(&names_in(language)).into_iter().map(|outcome| speaker.say(&outcome, now()));
    let phrases = PHRASES.map(|phrase| speaker.phrase(phrase));
    let opening: Opening = opening_at(at("2026-06-06T23:59"), "lee");
    let moments = [speaker.today(now()), speaker.opening(&opening, now()), hours_of_a_day(&speaker)];
    said.chain(phrases).chain(moments).collect()
}

#[test]
fn in_spanish() {
    insta::assert_snapshot!(everything(Language::Es).join("\n"));
}

#[test]
fn in_french() {
    insta::assert_snapshot!(everything(Language::Fr).join("\n"));
}

#[test]
fn in_german() {
    insta::assert_snapshot!(everything(Language::De).join("\n"));
}

#[test]
fn in_portuguese() {
    insta::assert_snapshot!(everything(Language::Pt).join("\n"));
}

#[test]
fn no_english_remains_in_other_languages() {
    let english = ["the", "you", "your", "we", "is", "are", "have", "and", "would", "which", "what", "at", "PM", "of"];
    for language in Language::ALL.into_iter().filter(|language| *language != Language::En) {
        for said in everything(language) {
            let word = said.split(|c: char| !c.is_alphabetic()).find(|word| english.contains(word));
            assert_eq!(word, None, "{said}");
        }
    }
}

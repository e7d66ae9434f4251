//! Passing on a message or the call itself, and the end of a call.

use ringbook_core::id::MessageId;
use ringbook_core::language::Language;
use ringbook_core::organization::Target;
use ringbook_core::outcome::{CallBack, Goodbye, MessageTaken, Outcome, Problem, Purpose, Refused, Transferring, Via};
use ringbook_core::speak::Speaker;

use crate::support::{at, booked, now, organization, speaker};

fn say(outcome: Outcome) -> String {
    speaker().say(&outcome, now())
}

fn taken(urgent: bool, call_back: CallBack) -> Outcome {
    Outcome::MessageTaken(MessageTaken { id: MessageId(uuid::Uuid::from_u128(1)), urgent, call_back })
}

fn transferring(via: Via) -> Outcome {
    Outcome::Transferring(Transferring { to: Target::Sip("sip:desk@example.com".to_owned()), via })
}

fn refused(problem: Problem) -> Outcome {
    Outcome::Refused(Refused { problem, openings: Vec::new(), purpose: Purpose::PassingOn })
}

fn see_you() -> Goodbye {
    let appointment = booked("Dental cleaning", "Dr. Amara Lee", at("2026-06-03T15:30")).appointment;
    Goodbye { appointment: Some(appointment), ..Goodbye::default() }
}

#[test]
fn a_message_is_passed_on() {
    let on = "I have passed that on to the team.";
    assert_eq!(say(taken(false, CallBack::Given)), format!("{on} They can call you back at the number you gave me."));
    assert_eq!(
        say(taken(true, CallBack::Calling)),
        "I have passed that on to the team and marked it as urgent. \
         They can call you back at the number you are calling from."
    );
    assert_eq!(
        say(taken(false, CallBack::Nowhere)),
        format!("{on} They do not have a number to call you back. What number can they reach you at?")
    );
}

#[test]
fn a_target_is_never_spoken() {
    let department = |name: &str| say(transferring(Via::Department(name.to_owned())));
    assert_eq!(department("billing"), "I am connecting you with billing now.");
    assert_eq!(department("desk 09:00-17:00\n"), "I am connecting you with desk 9 AM to 5 PM now.");
    for via in [Via::Default, Via::InsteadOfUnknown] {
        assert!(!say(transferring(via)).contains("example.com"));
    }
}

#[test]
fn who_cannot_be_connected_is_offered_something_else() {
    for problem in [Problem::NoTransfer, Problem::TransferLoop] {
        assert_eq!(
            say(refused(problem)),
            "There is nobody to transfer the call to right now. May I take a message instead?"
        );
    }
    let known = ["billing", "front desk", "sales", "press"].map(str::to_owned).to_vec();
    assert_eq!(
        say(refused(Problem::WhichDepartment { known })),
        "I can connect you with billing, front desk, sales or others. Who would you like to speak to?"
    );
    assert_eq!(
        say(refused(Problem::Overloaded)),
        "We are very busy at this moment. It was not passed on. May I try again?"
    );
}

#[test]
fn the_goodbye_fits_what_happened() {
    assert_eq!(say(Outcome::Goodbye(Goodbye::default())), "Thank you for calling. Goodbye.");
    let goodbye = Goodbye { out_of_time: true, message_taken: true, ..see_you() };
    assert_eq!(
        say(Outcome::Goodbye(goodbye)),
        "I am sorry, I have to end this call now. Please call again if there is anything else. \
         We will see you on Wednesday, June 3rd at 3 30 PM. The team has your message. Thank you for calling. Goodbye."
    );
}

#[test]
fn a_goodbye_in_every_language() {
    let said =
        |language| Speaker::new(&organization("America/Chicago"), language).say(&Outcome::Goodbye(see_you()), now());
    let expected = [
        "We will see you on Wednesday, June 3rd at 3 30 PM. Thank you for calling. Goodbye.",
        "Le esperamos el miércoles, 3 de junio, a las 3 y media de la tarde. Gracias por llamar. Adiós.",
        "Nous vous attendons le mercredi 3 juin à 3 heures 30 de l'après-midi. Merci de votre appel. Au revoir.",
        "Wir sehen uns am Mittwoch, 3. Juni um 3 Uhr 30 nachmittags. Danke für Ihren Anruf. Auf Wiederhören.",
        "Esperamos a sua visita na quarta-feira, 3 de junho, às 3 e meia da tarde. Agradecemos a sua chamada. Até logo.",
    ];
    for (language, expected) in Language::ALL.into_iter().zip(expected) {
        assert_eq!(said(language), expected, "{}", language.code());
    }
}

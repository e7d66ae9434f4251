//! For the model: what each tool does and when to call it, 200 to 800 characters.

pub(super) const CHECK_AVAILABILITY: &str = "\
     Find open appointment times. Call this before offering any time, and again whenever the caller \
     asks for another day, service or person; never offer a time that did not come from it. Pass the \
     caller's own words for the date, such as 'next Thursday' or 'tomorrow afternoon', instead of \
     working out a date yourself. The reply holds a sentence to say and a slot_id for each time. Offer \
     at most three times, then wait for the caller's choice.";

pub(super) const BOOK_APPOINTMENT: &str = "\
     Book one appointment. Call this only after the caller has said yes to one specific time. Pass the \
     slot_id that check_availability gave for that time, the caller's name, and a phone number or an \
     email address if the caller gave one; without either, the number they are calling from is used. It \
     is booked only if the reply begins with BOOKED: then read the confirmation code to the caller. \
     Otherwise say what the reply says and offer the times in it. For recurring visits pass repeat as well: \
     all of them are booked or none is.";

pub(super) const HOLD_SLOT: &str = "\
     Keep one time for this caller for a few minutes while they decide or spell their details, so that \
     nobody else can take it. Pass the slot_id that check_availability gave. It is not booked yet: book it \
     with book_appointment and the hold_id of the reply before the hold runs out. Holding another time in \
     the same call gives up the first one. If the reply begins with NOT BOOKED, offer the times in it.";

pub(super) const RELEASE_HOLD: &str = "\
     Give back a time that hold_slot kept in this call, when the caller does not want it after all. Pass \
     the hold_id; without one, whatever this call holds is given back. Never use this for an appointment \
     that is already booked: cancel_appointment does that. A hold that is not released runs out by itself.";

pub(super) const FIND_APPOINTMENTS: &str = "\
     Find the caller's own upcoming appointments. Call this when they ask when they are due, or before \
     moving or cancelling an appointment. They are found by the number the caller is calling from, or by \
     the confirmation_code if the caller gives one; a name or another number is not enough. If nothing is \
     found, ask for the confirmation code once; never say whether somebody else has an appointment.";

pub(super) const RESCHEDULE_APPOINTMENT: &str = "\
     Move an appointment to another time. Find it with find_appointments first, find a free time with \
     check_availability, and call this only after the caller has said yes to one specific time. Pass the \
     appointment_id or the confirmation_code, and the slot_id of the new time. The code stays the same. It \
     is moved only if the reply begins with RESCHEDULED; otherwise the old time still stands: say what the \
     reply says.";

pub(super) const CANCEL_APPOINTMENT: &str = "\
     Cancel an appointment. Find it with find_appointments first, say which one it is, and call this only \
     after the caller has confirmed that it should be cancelled. Pass the appointment_id or the \
     confirmation_code, and the reason if the caller gave one. It is cancelled only if the reply begins \
     with CANCELLED; otherwise it still stands: say what the reply says.";

pub(super) const JOIN_WAITLIST: &str = "\
     Put the caller on the waiting list. Call this only when check_availability found nothing that suits \
     them and they want to be told if a time comes free. Pass the service, the first and last day that \
     would do in the caller's own words, and the person they ask for if they named one. They are on the \
     list only if the reply begins with WAITLISTED. If it begins with AVAILABLE, something is free after \
     all: offer those times. When a time comes free it is kept for them: find_appointments says so, and \
     book_appointment with its hold_id books it.";

pub(super) const GET_BUSINESS_INFO: &str = "\
     Answer a question about the business itself: opening hours, address, parking, insurance, payment, \
     or which services there are and how long they take. Call this whenever the caller asks about the \
     business; never answer from memory. Pass the caller's question in their own words as query. If the \
     reply says that nothing is known about it, say so and do not guess.";

pub(super) const TAKE_MESSAGE: &str = "\
     Take a message for the people of the business. Call this when the caller wants something that no other \
     tool can do, wants a call back, or cannot be connected to anybody. Pass what they want in one or two \
     sentences of their own as message, their name, and a phone number only if it is another than the one \
     they are calling from. It is passed on only if the reply begins with OK; otherwise ask for what the \
     reply needs. Never promise when somebody will call back.";

pub(super) const TRANSFER_CALL: &str = "\
     Connect the caller with people of the business. Call this when the caller asks for a person or a \
     department, or when you cannot help them. Pass the department in the caller's own words if they named \
     one, and a summary of the call in one sentence. Say what the reply says. If the reply begins with OK, \
     transfer the call to the number in it; if it begins with FAILED, nobody can be reached: offer to take \
     a message with take_message.";

pub(super) const END_CALL: &str = "\
     End the call. Call this when the caller has said goodbye or needs nothing more, or when the call has to \
     end because it has lasted too long. Pass the reason, completed, time_limit, wrong_number or another in \
     a word or two, and a summary of the call in one sentence. The reply is the goodbye: say it as it is, \
     say nothing after it, and hang up.";

//! The one place where a tool call is answered, whatever wire brought it.

use std::panic::AssertUnwindSafe;

use futures_util::FutureExt;
use metrics::counter;
use ringbook_core::language::Language;
use ringbook_core::outcome::{Field, Outcome, Problem, Purpose, Refused};
use tracing::info;

use super::arguments::{Arguments, Malformed};
use super::conversation::Conversation;
use super::repeat::{Identity, fingerprint};
use super::tools::Tool;
use crate::actions::availability::{self, Question};
use crate::actions::book::{self, Repeat, Wish};
use crate::actions::cancel::{self, Cancel};
use crate::actions::end::{self, Ending};
use crate::actions::find::{self, Who};
use crate::actions::message::{self, Said};
use crate::actions::reschedule::{self, Move};
use crate::actions::waitlist::{self, Join};
use crate::actions::wanted::Wanted;
use crate::actions::whose::Named;
use crate::actions::{Request, hold, info as business_info, transfer};
use crate::app::App;
use crate::reply::Reply;
use crate::telemetry::TOOL_CALLS;

/// What a model wants done.
#[derive(Debug)]
pub struct ToolCall {
    /// `None`: no tool has the name that came.
    pub tool: Option<Tool>,
    pub arguments: Result<Arguments, Malformed>,
    pub identity: Identity,
}

impl Conversation {
    /// Answers one tool call; always in words, also when the server itself fails.
    pub async fn answer(&self, app: &App, call: ToolCall) -> Reply {
        let tool = call.tool;
        let reply = match self.understand(call) {
            Ok((tool, request, arguments)) => {
                let performed = self.perform(app, &request, tool, arguments);
                let performed = AssertUnwindSafe(performed).catch_unwind().await;
                performed.unwrap_or_else(|_| self.refuse(Some(tool), self.panicked()))
            }
            Err(problem) => self.refuse(tool, problem),
        };
        self.record(tool, &reply);
        reply
    }

    /// A refusal in the organization's words, and in those of what was asked.
    pub fn refuse(&self, tool: Option<Tool>, problem: Problem) -> Reply {
        let purpose = tool.map_or(Purpose::Booking, Tool::purpose);
        let refused = Refused { problem, openings: Vec::new(), purpose };
        Reply::of(&self.business, self.business.language(), &Outcome::Refused(refused), self.now)
    }

    fn understand(&self, call: ToolCall) -> Result<(Tool, Request, Arguments), Problem> {
        if !self.is_reached {
            return Err(Problem::OrganizationNotFound { slug: None });
        }
        let tool = call.tool.ok_or_else(|| Problem::UnknownTool { known: Tool::names() })?;
        let mut arguments = match tool {
            // Nothing that cannot be read keeps a caller who is leaving.
            Tool::EndCall => call.arguments.unwrap_or_default(),
            _ => call.arguments?,
        };
        let spoken = arguments.take(Field::Language).and_then(|said| Language::parse(&said));
        let fingerprint = fingerprint(tool, &arguments, self.signals.caller_number.as_deref());
        let language = spoken.unwrap_or_else(|| self.business.language());
        let once = call.identity.once(self.signals.call_id.as_deref(), fingerprint);
        Ok((tool, self.request(language, once), arguments))
    }

    async fn perform(&self, app: &App, request: &Request, tool: Tool, mut arguments: Arguments) -> Reply {
        match tool {
            Tool::CheckAvailability => availability::check(app, request, question(arguments)).await,
            Tool::BookAppointment => book::book(app, request, wish(arguments)).await,
            Tool::HoldSlot => hold::hold(app, request, wanted(&mut arguments)).await,
            Tool::ReleaseHold => hold::release(app, request, arguments.take(Field::HoldId)).await,
            Tool::FindAppointments => find::find(app, request, who(arguments)).await,
            Tool::RescheduleAppointment => reschedule::reschedule(app, request, moving(arguments)).await,
            Tool::CancelAppointment => cancel::cancel(app, request, cancelling(arguments)).await,
            Tool::JoinWaitlist => waitlist::join(app, request, joining(arguments)).await,
            Tool::GetBusinessInfo => business_info::info(request, topic(arguments).as_deref()),
            Tool::TakeMessage => message::take(app, request, said(arguments)).await,
            Tool::TransferCall => transfer::transfer(app, request, self.handing_over(arguments)).await,
            Tool::EndCall => end::end(app, request, self.ending(arguments)).await,
        }
    }

    fn handing_over(&self, mut given: Arguments) -> transfer::Wish {
        transfer::Wish {
            department: given.take(Field::Department),
            summary: given.take(Field::Summary).or_else(|| given.take(Field::Notes)),
            dialled: self.signals.called_number.clone(),
        }
    }

    fn ending(&self, mut given: Arguments) -> Ending {
        Ending {
            reason: given.take(Field::Reason),
            summary: given.take(Field::Summary).or_else(|| given.take(Field::Notes)),
            dialled: self.signals.called_number.clone(),
        }
    }

    fn panicked(&self) -> Problem {
        Problem::Internal { reference: self.request_id.as_str().to_owned() }
    }

    fn record(&self, tool: Option<Tool>, reply: &Reply) {
        let tool = tool.map_or("unknown", Tool::name);
        let status = reply.body["status"].as_str().unwrap_or_default();
        let error = reply.error.as_deref().unwrap_or_default();
        counter!(TOOL_CALLS, "tool" => tool, "status" => status.to_owned()).increment(1);
        info!(tool, status, error, organization = %self.business.id, "tool call");
    }
}

fn question(mut given: Arguments) -> Question {
    Question {
        date: given.take(Field::Date).or_else(|| given.take(Field::Start)),
        time: given.take(Field::Time),
        service: given.take(Field::Service),
        provider: given.take(Field::Provider),
        part_of_day: given.take(Field::PartOfDay),
        from: given.take(Field::From),
        to: given.take(Field::To),
    }
}

fn wish(mut given: Arguments) -> Wish {
    Wish {
        wanted: wanted(&mut given),
        hold_id: given.take(Field::HoldId),
        name: given.take(Field::Name),
        phone: given.take(Field::Phone),
        email: given.take(Field::Email),
        notes: given.take(Field::Notes),
        repeat: Repeat {
            words: given.take(Field::Repeat),
            every: given.take(Field::RepeatEvery),
            count: given.take(Field::RepeatCount),
        },
        overriding: None,
    }
}

fn wanted(given: &mut Arguments) -> Wanted {
    Wanted {
        slot_id: given.take(Field::SlotId),
        date: given.take(Field::Date),
        time: given.take(Field::Time),
        start: given.take(Field::Start),
        service: given.take(Field::Service),
        provider: given.take(Field::Provider),
    }
}

fn named(given: &mut Arguments) -> Named {
    Named { appointment_id: given.take(Field::AppointmentId), confirmation_code: given.take(Field::ConfirmationCode) }
}

fn who(mut given: Arguments) -> Who {
    Who { phone: given.take(Field::Phone), named: named(&mut given) }
}

fn moving(mut given: Arguments) -> Move {
    Move { named: named(&mut given), to: wanted(&mut given), overriding: None }
}

fn cancelling(mut given: Arguments) -> Cancel {
    let reason = given.take(Field::Reason).or_else(|| given.take(Field::Notes));
    Cancel { named: named(&mut given), scope: given.take(Field::Scope), reason }
}

fn joining(mut given: Arguments) -> Join {
    Join {
        service: given.take(Field::Service),
        provider: given.take(Field::Provider),
        from: given.take(Field::From),
        to: given.take(Field::To),
        date: given.take(Field::Date).or_else(|| given.take(Field::Start)),
        time: given.take(Field::Time),
        name: given.take(Field::Name),
        phone: given.take(Field::Phone),
        email: given.take(Field::Email),
    }
}

fn topic(mut given: Arguments) -> Option<String> {
    given.take(Field::Topic)
}

fn said(mut given: Arguments) -> Said {
    Said {
        name: given.take(Field::Name),
        phone: given.take(Field::Phone),
        message: given.take(Field::Message).or_else(|| given.take(Field::Notes)),
        urgent: given.take(Field::Urgent),
    }
}

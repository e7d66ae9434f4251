use clap::Args;
use ringbook_core::id::{ContactId, OrgSlug};

use super::key::find_org;
use super::{block_on, open_store, output};
use crate::actions::erase::{Erased, Upcoming, erase};
use crate::actions::record::Author;
use crate::clock::Clock;
use crate::config::Settings;

/// Remove a person's data everywhere; the time of their appointments stays
#[derive(Args, Debug)]
pub struct Erase {
    /// The organization's slug
    #[arg(long, value_name = "SLUG")]
    org: OrgSlug,

    /// The contact's id
    #[arg(long, value_name = "ID")]
    contact: ContactId,

    /// Cancel their upcoming appointments; without it, having some is an error
    #[arg(long)]
    cancel_upcoming: bool,

    /// Print JSON
    #[arg(long)]
    json: bool,
}

impl Erase {
    pub fn run(&self, settings: &Settings) -> anyhow::Result<()> {
        let store = open_store(settings)?;
        let author = Author::on_command_line(find_org(&store, &self.org)?, Clock::default().now());
        let upcoming = if self.cancel_upcoming { Upcoming::Cancel } else { Upcoming::Refuse };
        let erased = block_on(erase(&store, author, self.contact, upcoming))??;
        output::print(self.json, &erased, || describe(&erased))
    }
}

fn describe(erased: &Erased) -> String {
    let Erased { already, cancelled, appointments, calls, messages, waitlist, replies, events } = erased;
    match already {
        true => "They were erased before.".to_owned(),
        false => format!(
            "Erased. {appointments} appointments keep their time ({cancelled} were cancelled); emptied: {calls} calls, \
             {messages} messages, {events} events, {replies} remembered replies; {waitlist} waitlist entries withdrawn."
        ),
    }
}

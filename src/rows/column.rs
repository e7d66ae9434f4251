//! What a column holds, whatever the program that wrote the file calls it.

macro_rules! columns {
    ($($name:ident = $text:literal $(, $other:literal)*;)+) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Column { $($name),+ }

        impl Column {
            /// The name that an export gives it.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),+ }
            }
        }

        /// Every spelling, without anything but letters and digits.
        const SPELLINGS: &[(Column, &str, &[&str])] = &[$((Column::$name, $text, &[$($other),*])),+];
    };
}

columns! {
    Name = "name", "fullname", "contactname", "contact", "patient", "patientname", "customer", "customername", "client", "clientname";
    FirstName = "first_name", "first", "givenname", "forename";
    LastName = "last_name", "last", "surname", "familyname";
    Phone = "phone", "phonenumber", "mobile", "mobilephone", "mobilenumber", "cell", "cellphone", "telephone", "tel",
        "contactphone", "patientphone", "customerphone", "clientphone";
    Email = "email", "emailaddress", "mail", "contactemail", "patientemail", "customeremail", "clientemail";
    NoShows = "no_shows", "noshowcount";
    Service = "service", "serviceid", "servicename", "servicetype", "appointmenttype", "proceduretype", "treatment";
    Provider = "provider", "providerid", "providername", "practitioner", "doctor", "staff", "employee", "resource";
    Start = "start", "startsat", "starttime", "startdatetime", "scheduledat", "datetime";
    Date = "date", "appointmentdate", "startdate";
    Time = "time", "appointmenttime";
    End = "end", "endsat", "endtime", "enddatetime";
    Status = "status", "state", "appointmentstatus";
    Notes = "notes", "note", "comment", "comments", "remarks", "appointmentnotes";
    CancelReason = "cancel_reason", "cancellationreason";
    ConfirmationCode = "confirmation_code", "code", "confirmation";
}

const MOST_COLUMNS: usize = 1_000;

#[derive(Debug, thiserror::Error)]
pub enum ColumnError {
    #[error("columns {first} and {second} are both `{}`: remove one of them", .column.as_str())]
    Twice { column: Column, first: usize, second: usize },
    #[error("there are more than {MOST_COLUMNS} columns: this is no list of contacts or appointments")]
    TooMany,
}

impl Column {
    /// The column of that name, in any case and with any punctuation.
    pub fn parse(name: &str) -> Option<Self> {
        let plain = plain(name);
        let is_meant = |(_, usual, others): &&(Self, &str, &[&str])| {
            plain == self::plain(usual) || others.contains(&plain.as_str())
        };
        SPELLINGS.iter().find(is_meant).map(|(column, ..)| *column)
    }

    /// What each column of a header holds; `None` where it is nothing of ours.
    ///
    /// # Errors
    /// When two of them hold the same, or there are too many.
    pub fn parse_all<'a>(names: impl Iterator<Item = &'a str>) -> Result<Vec<Option<Self>>, ColumnError> {
        let mut columns: Vec<Option<Self>> = Vec::new();
        for column in names.map(Self::parse) {
            if let Some(column) = column
                && let Some(earlier) = columns.iter().position(|known| *known == Some(column))
            {
                return Err(ColumnError::Twice { column, first: earlier + 1, second: columns.len() + 1 });
            }
            if columns.len() == MOST_COLUMNS {
                return Err(ColumnError::TooMany);
            }
            columns.push(column);
        }
        Ok(columns)
    }
}

fn plain(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

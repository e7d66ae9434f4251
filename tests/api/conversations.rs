//! Whole phone calls as files: see `tests/conversations/README.md`.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use serde_json::{Map, Value, json};

use crate::support::{Server, add_organization, envelope};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Conversation {
    /// For people.
    #[expect(dead_code, reason = "a title is for whoever reads the file")]
    title: String,
    #[serde(default = "tuesday_morning")]
    clock: String,
    caller: Option<String>,
    after: Vec<String>,
    #[serde(rename = "turn")]
    turns: Vec<Turn>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Turn {
    #[expect(dead_code, reason = "what was heard is for whoever reads the file")]
    heard: String,
    #[serde(default = "first")]
    call: u32,
    caller: Option<String>,
    clock: Option<String>,
    tool: String,
    arguments: Map<String, Value>,
    status: String,
    error: Option<String>,
    say: String,
    #[serde(default)]
    keep: BTreeMap<String, String>,
}

fn tuesday_morning() -> String {
    "2026-06-02T10:10:00-04:00".to_owned()
}

const fn first() -> u32 {
    1
}

/// The wires that a conversation is played over.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Platform {
    /// The arguments as the body, signalling in headers: the whole reply is seen.
    Flat,
    /// The envelope: one line comes back.
    Vapi,
}

/// What came back, as far as the platform shows it.
struct Answer {
    status: String,
    error: Option<String>,
    say: String,
    body: Value,
}

struct Stage {
    server: Server,
    platform: Platform,
    kept: BTreeMap<String, String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conversations")
}

/// The languages that have a business.
fn languages() -> Vec<String> {
    let entries = std::fs::read_dir(folder().join("organizations")).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().path().file_stem().unwrap().display().to_string()).collect();
    names.sort();
    names
}

fn files(language: &str) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder().join(language)).unwrap();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.unwrap().path()).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "toml"));
    files.sort();
    files
}

async fn play_all(platform: Platform) {
    let mut differences = Vec::new();
    for language in languages() {
        let organization = std::fs::read_to_string(folder().join(format!("organizations/{language}.toml"))).unwrap();
        for file in files(&language) {
            let text = std::fs::read_to_string(&file).unwrap();
            let name = format!("{language}/{}", file.file_name().unwrap().display());
            match toml::from_str::<Conversation>(&text) {
                Ok(conversation) => differences.extend(
                    play(&conversation, &organization, platform)
                        .await
                        .into_iter()
                        .map(|line| format!("{name}: {line}")),
                ),
                Err(error) => differences.push(format!("{name}: {error}")),
            }
        }
    }
    assert!(differences.is_empty(), "over {platform:?}:\n{}", differences.join("\n"));
}

/// Plays the whole call; what differs from the file, one line each.
async fn play(conversation: &Conversation, organization: &str, platform: Platform) -> Vec<String> {
    let folder = Arc::new(tempfile::tempdir().unwrap());
    let secret = add_organization(folder.path(), organization);
    let server = Server::start(folder, &conversation.clock, &secret);
    let mut stage = Stage { server, platform, kept: BTreeMap::new() };
    let mut differences = Vec::new();
    for (number, turn) in (1..).zip(&conversation.turns) {
        if let Some(clock) = &turn.clock {
            stage.server = stage.server.restarted(clock);
        }
        let caller = turn.caller.as_ref().or(conversation.caller.as_ref()).filter(|number| !number.is_empty());
        let answer = stage.ask(number, turn, caller).await;
        differences.extend(stage.compare(turn, &answer).into_iter().map(|line| format!("turn {number}: {line}")));
        stage.keep(turn, &answer);
    }
    let after = left(&stage.server);
    if after != conversation.after {
        differences.push(format!("afterwards:\nafter = {}", json!(after)));
    }
    differences
}

impl Stage {
    async fn ask(&self, number: u32, turn: &Turn, caller: Option<&String>) -> Answer {
        let arguments = self.fill(&turn.arguments);
        let call = format!("call-{}", turn.call);
        match self.platform {
            Platform::Flat => {
                let reply = self.flat(&turn.tool, &call, caller, &arguments).await;
                let error = reply["error"].as_str().map(str::to_owned);
                let text = |key: &str| reply[key].as_str().unwrap_or_default().to_owned();
                Answer { status: text("status"), error, say: text("say"), body: reply.clone() }
            }
            Platform::Vapi => {
                let mut message = envelope(&call, &format!("turn-{number}"), &turn.tool, arguments.clone());
                if let Some(caller) = caller {
                    message["message"]["call"]["customer"] = json!({ "number": caller });
                }
                let line = self.server.vapi(&message).await.line();
                let (status, rest) = line.split_once(". ").unwrap();
                Answer { status: status.replace(' ', "_"), error: None, say: rest.to_owned(), body: Value::Null }
            }
        }
    }

    async fn flat(&self, tool: &str, call: &str, caller: Option<&String>, arguments: &Value) -> Value {
        let request = self.server.request(reqwest::Method::POST, &format!("/api/tools/{tool}"));
        let request = request.bearer_auth(self.server.secret()).header("X-Call-Id", call).json(arguments);
        let request = match caller {
            Some(caller) => request.header("X-Caller-Number", caller),
            None => request,
        };
        crate::support::Reply::read(request.send().await.unwrap()).await.json()
    }

    fn compare(&self, turn: &Turn, answer: &Answer) -> Vec<String> {
        let mut differences = Vec::new();
        if answer.status != turn.status {
            differences.push(format!("status = {:?}, not {:?}", answer.status, turn.status));
        }
        if self.platform == Platform::Flat && answer.error != turn.error {
            differences.push(format!("error = {:?}, not {:?}", answer.error, turn.error));
        }
        let said = hide_code(&answer.say, &self.codes());
        let same = match self.platform {
            Platform::Flat => said == turn.say,
            // Behind the sentence come the ids that a model needs.
            Platform::Vapi => said.starts_with(&turn.say),
        };
        if !same {
            differences.push(format!("say = {said:?}"));
        }
        differences
    }

    fn keep(&mut self, turn: &Turn, answer: &Answer) {
        for (name, pointer) in &turn.keep {
            let found = match self.platform {
                Platform::Flat => answer.body.pointer(pointer).and_then(Value::as_str).map(str::to_owned),
                Platform::Vapi => in_line(&answer.say, pointer),
            };
            self.kept.insert(name.clone(), found.unwrap_or_else(|| format!("(nothing at {pointer})")));
        }
    }

    fn fill(&self, arguments: &Map<String, Value>) -> Value {
        let filled = arguments.iter().map(|(key, value)| {
            let value = value.as_str().map_or_else(|| value.clone(), |text| self.insert(text).into());
            (key.clone(), value)
        });
        Value::Object(filled.collect())
    }

    fn insert(&self, text: &str) -> String {
        self.kept.iter().fold(text.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
    }

    fn codes(&self) -> Vec<String> {
        self.server.column("SELECT confirmation_code FROM appointments")
    }
}

/// Codes are random: wherever one is spelled, `{code}` stands.
fn hide_code(say: &str, codes: &[String]) -> String {
    codes.iter().fold(say.to_owned(), |say, code| {
        let spelled: Vec<String> = code.chars().map(String::from).collect();
        say.replace(&spelled.join(" "), "{code}").replace(code, "{code}")
    })
}

/// The same thing in the line that a model reads.
fn in_line(line: &str, pointer: &str) -> Option<String> {
    let after = |mark: &str| line.split_once(mark).map(|(_, rest)| rest);
    let word = |rest: &str| rest.split([' ', ';']).next().map(|word| word.trim_end_matches('.').to_owned());
    match pointer.rsplit('/').next()? {
        "confirmation_code" => after("Confirmation code ").and_then(word),
        "hold_id" => after("hold_id ").and_then(word),
        "id" if pointer.starts_with("/appointment/") => after("appointment_id ").and_then(word),
        "id" => {
            let position: usize = pointer.split('/').nth(2)?.parse().ok()?;
            let list = after("Slot ids: ").or_else(|| after("Appointment ids: "))?;
            list.split(" = ").nth(position + 1).and_then(word)
        }
        _ => None,
    }
}

/// Everything that is left, one line each, sorted.
fn left(server: &Server) -> Vec<String> {
    let zone = jiff::tz::TimeZone::get(&zone(server)).unwrap();
    let local = |seconds: &str| {
        let instant = jiff::Timestamp::from_second(seconds.parse().unwrap()).unwrap();
        instant.to_zoned(zone.clone()).strftime("%Y-%m-%d %H:%M").to_string()
    };
    let person = "coalesce(name, 'no name') || ' ' || coalesce(phone, email, 'erased')";
    let appointments = format!(
        "SELECT starts_at || '|' || service_id || ' ' || provider_id || ' ' || status || coalesce(', ' || {person}, '')
         FROM appointments a LEFT JOIN contacts c ON c.organization_id = a.organization_id AND c.id = a.contact_id"
    );
    let line = |row: String| {
        let (start, rest) = row.split_once('|').unwrap();
        format!("appointment {} {rest}", local(start))
    };
    let mut left: Vec<String> = server.column(&appointments).into_iter().map(line).collect();
    left.extend(server.column(
        "SELECT 'message ' || CASE urgent WHEN 1 THEN 'urgent ' ELSE '' END || coalesce(name, 'no name') || ' '
            || coalesce(phone, 'no number') || ': ' || body FROM messages",
    ));
    left.extend(server.column(&format!(
        "SELECT 'waitlist ' || service_id || ' ' || coalesce(provider_id, 'anybody') || ' ' || status || ', ' || {person}
         FROM waitlist w JOIN contacts c ON c.organization_id = w.organization_id AND c.id = w.contact_id"
    )));
    left.sort();
    left
}

fn zone(server: &Server) -> String {
    let [document] = <[String; 1]>::try_from(server.column("SELECT document FROM organizations")).unwrap();
    serde_json::from_str::<Value>(&document).unwrap()["time_zone"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn every_conversation_goes_as_its_file_says() {
    play_all(Platform::Flat).await;
}

#[tokio::test]
async fn every_conversation_goes_the_same_in_vapis_envelope() {
    play_all(Platform::Vapi).await;
}

#[test]
fn there_are_conversations_in_every_language() {
    let counts: Vec<usize> = languages().iter().map(|language| files(language).len()).collect();
    assert!(counts.len() == 5 && counts.iter().all(|count| *count >= 5), "{counts:?}");
    assert!(counts.iter().sum::<usize>() >= 40, "{counts:?}");
}

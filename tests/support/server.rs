//! The real binary on a database file of its own.

use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

use serde_json::Value;

use super::{BOOK, Reply};

/// Where the server's clock starts: Tuesday, June 2nd 2026, ten past ten in the morning in New York.
pub const NOW: &str = "2026-06-02T14:10:00Z";

/// The demo's tool secret.
pub const SECRET: &str = "demo-secret";

/// Text that another process writes while tests read it.
#[derive(Default)]
struct Stream {
    text: Mutex<String>,
    grew: Condvar,
}

pub struct Server {
    process: Mutex<Child>,
    pub address: String,
    pub folder: Arc<tempfile::TempDir>,
    printed: Arc<Stream>,
    log: Arc<Stream>,
    client: reqwest::Client,
    secret: String,
}

impl Drop for Server {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The demo's database file inside a test's folder.
fn database(folder: &Path) -> PathBuf {
    folder.join("ringbook.db")
}

/// Runs one command of the binary on the database in `folder`.
pub fn ringbook(folder: &Path, arguments: &[&str]) -> Output {
    command(folder).args(arguments).output().unwrap()
}

fn command(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_ringbook"));
    command.current_dir(folder).env("RINGBOOK_DATABASE", format!("sqlite:{}", database(folder).display()));
    command
}

impl Server {
    /// The demo clinic at [`NOW`].
    pub fn demo() -> Self {
        Self::demo_at(NOW)
    }

    pub fn demo_at(clock: &str) -> Self {
        Self::start(Arc::new(tempfile::tempdir().unwrap()), clock, SECRET)
    }

    /// One organization from its file, at `clock`.
    pub fn of_organization(file: &str, clock: &str) -> Self {
        let folder = Arc::new(tempfile::tempdir().unwrap());
        let secret = add_organization(folder.path(), file);
        Self::start(folder, clock, &secret)
    }

    pub fn start(folder: Arc<tempfile::TempDir>, clock: &str, secret: &str) -> Self {
        let mut process = command(folder.path())
            .args(["serve", "--demo", "--clock", clock, "--listen", "127.0.0.1:0"])
            .env("RINGBOOK_LOG", "info")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let log = Stream::of(process.stderr.take().unwrap());
        let printed = Stream::of(process.stdout.take().unwrap());
        let ready = printed.with("http://", &log);
        let address = ready.split_whitespace().find(|word| word.starts_with("http://")).unwrap().to_owned();
        let client = reqwest::Client::builder().no_proxy().build().unwrap();
        let process = Mutex::new(process);
        Self { process, address, folder, printed, log, client, secret: secret.to_owned() }
    }

    /// The same database served again from `clock` on, after a clean stop of this server.
    pub fn restarted(self, clock: &str) -> Self {
        self.terminate();
        Self::start(Arc::clone(&self.folder), clock, &self.secret)
    }

    /// `kill -9`: no chance to tidy up.
    pub fn kill(&self) {
        let mut process = self.process.lock().unwrap();
        // It may be dead already, which is as good.
        let _ = process.kill();
        let _ = process.wait();
    }

    /// SIGTERM; returns the exit code.
    pub fn terminate(&self) -> Option<i32> {
        let mut process = self.process.lock().unwrap();
        assert!(Command::new("kill").args(["-TERM", &process.id().to_string()]).status().unwrap().success());
        process.wait().unwrap().code()
    }

    /// What the server has logged, once `message` is in it: lines arrive from another process.
    pub fn log_with(&self, message: &str) -> String {
        self.log.with(message, &self.log)
    }

    /// What the server has printed, once `text` is in it.
    pub fn printed_with(&self, text: &str) -> String {
        self.printed.with(text, &self.log)
    }

    /// The tool secret of the organization under test.
    pub fn secret(&self) -> &str {
        &self.secret
    }

    pub fn request(&self, method: reqwest::Method, path: &str) -> reqwest::RequestBuilder {
        self.client.request(method, format!("{}{path}", self.address))
    }

    pub async fn get(&self, path: &str) -> Reply {
        Reply::read(self.request(reqwest::Method::GET, path).send().await.unwrap()).await
    }

    pub async fn post(&self, path: &str, body: &Value) -> Reply {
        self.post_as(&self.secret, path, body).await
    }

    pub async fn post_as(&self, secret: &str, path: &str, body: &Value) -> Reply {
        let request = self.request(reqwest::Method::POST, path).bearer_auth(secret).json(body);
        Reply::read(request.send().await.unwrap()).await
    }

    /// A booking in the plain form: HTTP status and contract §8.
    pub async fn book(&self, arguments: Value) -> Reply {
        self.post(&format!("/api/vapi/tools/{BOOK}"), &arguments).await
    }

    /// A question for free times in the plain form.
    pub async fn check(&self, arguments: Value) -> Reply {
        self.post("/api/vapi/tools/check_availability", &arguments).await
    }

    /// An envelope to the address that Vapi knows.
    pub async fn vapi(&self, envelope: &Value) -> Reply {
        self.post("/api/vapi", envelope).await
    }

    /// As [`Server::vapi`], for a server that may die; `None` when it did.
    pub async fn try_vapi(&self, envelope: &Value) -> Option<Reply> {
        let request = self.request(reqwest::Method::POST, "/api/vapi").bearer_auth(&self.secret).json(envelope);
        let response = request.send().await.ok()?;
        let status = response.status().as_u16();
        let headers = response.headers().clone();
        Some(Reply { status, headers, text: response.text().await.ok()? })
    }

    /// The database as another program sees it.
    pub fn database(&self) -> rusqlite::Connection {
        let connection = rusqlite::Connection::open(database(self.folder.path())).unwrap();
        connection.busy_timeout(std::time::Duration::from_secs(5)).unwrap();
        connection
    }

    /// One number from the database.
    #[track_caller]
    pub fn number(&self, sql: &str) -> i64 {
        self.database().query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// One column of text from the database; NULL is "-".
    #[track_caller]
    pub fn column(&self, sql: &str) -> Vec<String> {
        let connection = self.database();
        let mut statement = connection.prepare(sql).unwrap();
        let rows = statement.query_map([], |row| row.get::<_, Option<String>>(0)).unwrap();
        rows.map(|row| row.unwrap().unwrap_or_else(|| "-".to_owned())).collect()
    }

    #[track_caller]
    pub fn assert_rows(&self, contacts: i64, appointments: i64) {
        let found = (self.number("SELECT count(*) FROM contacts"), self.number("SELECT count(*) FROM appointments"));
        assert_eq!(found, (contacts, appointments), "(contacts, appointments)");
    }

    /// No two active appointments of one provider may overlap, buffers included.
    #[track_caller]
    pub fn assert_no_overlap(&self) {
        let overlaps = self.number(
            "SELECT count(*) FROM appointments a JOIN appointments b
             ON a.organization_id = b.organization_id AND a.provider_id = b.provider_id AND a.id < b.id
             AND a.occupied_from < b.occupied_until AND b.occupied_from < a.occupied_until
             WHERE a.status <> 'cancelled' AND b.status <> 'cancelled'",
        );
        assert_eq!(overlaps, 0, "overlapping appointments");
    }
}

/// Loads an organization and returns the secret of a new tool key for it.
pub fn add_organization(folder: &Path, file: &str) -> String {
    let path = folder.join("organization.toml");
    std::fs::write(&path, file).unwrap();
    run(folder, &["apply", "organization.toml"]);
    let slug = file.lines().find_map(|line| line.strip_prefix("slug = ")).unwrap().trim_matches('"');
    let key: Value =
        serde_json::from_str(&run(folder, &["key", "create", "--org", slug, "--kind", "tool", "--json"])).unwrap();
    key["secret"].as_str().expect("a secret").to_owned()
}

/// Runs a command that must succeed; returns what it printed.
#[track_caller]
pub fn run(folder: &Path, arguments: &[&str]) -> String {
    let output = ringbook(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

impl Stream {
    fn of(mut from: impl Read + Send + 'static) -> Arc<Self> {
        let stream = Arc::new(Self::default());
        let writer = Arc::clone(&stream);
        std::thread::spawn(move || {
            let mut bytes = [0; 8192];
            while let Ok(count @ 1..) = from.read(&mut bytes) {
                writer.text.lock().unwrap().push_str(&String::from_utf8_lossy(&bytes[..count]));
                writer.grew.notify_all();
            }
        });
        stream
    }

    /// The text once a whole line of it holds `wanted`.
    fn with(&self, wanted: &str, log: &Self) -> String {
        let lacks = |text: &mut String| !text.find(wanted).is_some_and(|at| text[at..].contains('\n'));
        let text = self.text.lock().unwrap();
        let (text, waited) = self.grew.wait_timeout_while(text, Duration::from_secs(20), lacks).unwrap();
        if waited.timed_out() {
            let text = text.clone();
            panic!("{wanted:?} did not come; printed:\n{text}\nlogged:\n{}", log.text.lock().unwrap());
        }
        text.clone()
    }
}

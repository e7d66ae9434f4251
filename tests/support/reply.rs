//! One answer of the server, and the ways tests look at it.

use serde_json::Value;

#[derive(Debug, Clone)]
pub struct Reply {
    pub status: u16,
    pub headers: reqwest::header::HeaderMap,
    pub text: String,
}

impl Reply {
    pub async fn read(response: reqwest::Response) -> Self {
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        Self { status, headers, text: response.text().await.expect("a readable body") }
    }

    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|_| panic!("not JSON, status {}: {}", self.status, self.text))
    }

    /// A member by JSON pointer, as text; empty when it is absent.
    #[track_caller]
    pub fn at(&self, pointer: &str) -> String {
        match self.json().pointer(pointer) {
            Some(Value::String(text)) => text.clone(),
            Some(other) => other.to_string(),
            None => String::new(),
        }
    }

    #[track_caller]
    pub fn say(&self) -> String {
        let say = self.at("/say");
        assert_speakable(&say);
        say
    }

    /// The plain reply of contract §8 to a booking that succeeded.
    #[track_caller]
    pub fn booked(&self) -> &Self {
        assert_eq!((self.status, self.at("/status").as_str()), (200, "BOOKED"), "{}", self.text);
        assert_eq!(self.at("/success"), "true", "{}", self.text);
        self.say();
        self
    }

    /// The plain reply of contract §8 to a request that was refused.
    #[track_caller]
    pub fn refused(&self, status: u16, code: &str) -> &Self {
        assert_eq!((self.status, self.at("/error").as_str()), (status, code), "{}", self.text);
        assert_eq!(self.at("/success"), "false", "{}", self.text);
        self.say();
        self.assert_no_internals();
        self
    }

    /// The start of each slot in the reply, in its local form without the offset.
    #[track_caller]
    pub fn starts(&self) -> Vec<String> {
        let slots = self.json().pointer("/slots").and_then(Value::as_array).cloned().unwrap_or_default();
        slots.iter().map(|slot| slot["start"].as_str().expect("a start")[..16].to_owned()).collect()
    }

    /// The result lines of an envelope's reply.
    #[track_caller]
    pub fn results(&self) -> Vec<String> {
        assert_eq!(self.status, 200, "{}", self.text);
        let results = self.json()["results"].as_array().cloned().expect("results");
        let lines: Vec<String> =
            results.iter().map(|result| result["result"].as_str().expect("a result string").to_owned()).collect();
        lines.iter().for_each(|line| assert_one_line(line));
        lines
    }

    /// The only result line.
    #[track_caller]
    pub fn line(&self) -> String {
        let [line] = <[String; 1]>::try_from(self.results()).expect("one result");
        line
    }

    /// No SQL, no constraint, no file and no library name reaches a caller.
    #[track_caller]
    pub fn assert_no_internals(&self) {
        let text = self.text.to_lowercase();
        for word in ["sql", "constraint", "insert into", "select ", "uq_contacts", "no_overlap", "panicked", ".rs:"] {
            assert!(!text.contains(word), "{word:?} in {}", self.text);
        }
    }
}

#[track_caller]
fn assert_one_line(line: &str) {
    assert!(!line.is_empty(), "an empty line is silence on the phone");
    assert!(!line.chars().any(char::is_control), "{line:?}");
}

/// Contract §8: one line, at most 600 characters, times in words.
#[track_caller]
fn assert_speakable(say: &str) {
    assert_one_line(say);
    assert!(say.chars().count() <= 600, "{} characters: {say}", say.chars().count());
    let digits_around = |pair: &[char]| pair[0].is_ascii_digit() && pair[1] == ':' && pair[2].is_ascii_digit();
    let characters: Vec<char> = say.chars().collect();
    assert!(!characters.windows(3).any(digits_around), "a clock time with a colon: {say}");
}

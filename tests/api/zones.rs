//! Local time in, UTC stored, local time out.

use serde_json::json;

use crate::support::{Server, wish, with};

fn clinic(zone: &str, hours: &str) -> String {
    let days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|day| format!("{day} = [\"{hours}\"]\n")).concat();
    format!(
        "slug = \"zoned\"\nname = \"Zoned Clinic\"\ntime_zone = \"{zone}\"\ncountry = \"US\"\n\
         [booking]\nhorizon = \"365d\"\n\
         [[services]]\nid = \"consultation\"\nname = \"Consultation\"\nduration = \"30m\"\n\
         [[providers]]\nid = \"lee\"\nname = \"Dr. Lee\"\n[providers.hours]\n{days}"
    )
}

fn stored_start(server: &Server) -> String {
    let start = server.number("SELECT starts_at FROM appointments");
    jiff::Timestamp::from_second(start).unwrap().to_string()
}

#[tokio::test]
async fn case_70_fifteen_hours_in_lagos() {
    let server = Server::of_organization(&clinic("Africa/Lagos", "09:00-19:00"), "2026-06-02T09:10:00Z");
    let reply = server.book(wish("+15551234567", "15:00")).await;
    assert!(reply.booked().say().contains("3 PM"), "{}", reply.say());
    assert_eq!(stored_start(&server), "2026-06-03T14:00:00Z");
}

#[tokio::test]
async fn case_71_eighteen_hours_in_a_london_summer() {
    let server = Server::of_organization(&clinic("Europe/London", "09:00-19:00"), "2026-06-02T09:10:00Z");
    let reply = server.book(wish("+15551234567", "18:00")).await;
    assert!(reply.booked().say().contains("6 PM"), "{}", reply.say());
    assert_eq!(stored_start(&server), "2026-06-03T17:00:00Z");
}

#[tokio::test]
async fn case_72_a_time_that_the_clocks_skip_is_refused() {
    let server = Server::of_organization(&clinic("America/New_York", "00:00-24:00"), "2026-06-02T14:10:00Z");
    // 2027-03-14: from 2 AM straight to 3 AM.
    let skipped = with(with(wish("+15551234567", "2:30 AM"), "date", "2027-03-14"), "service", "consultation");
    let reply = server.book(skipped).await;
    reply.refused(400, "INVALID_TIME");
    assert!(!reply.starts().is_empty(), "{}", reply.text);
    server.assert_rows(0, 0);
}

#[tokio::test]
async fn case_72_a_time_that_comes_twice_is_decided_and_said() {
    let server = Server::of_organization(&clinic("America/New_York", "00:00-24:00"), "2026-06-02T14:10:00Z");
    // 2026-11-01: 1:30 AM comes at 05:30Z and again at 06:30Z. The instants tell them apart.
    for (start, stored) in [("2026-11-01T05:30:00Z", "before"), ("2026-11-01T06:30:00Z", "after")] {
        let reply = server.book(json!({"start": start, "service": "consultation", "phone": "+15551234567"})).await;
        assert!(reply.booked().say().contains(stored), "{start}: {}", reply.say());
    }
    let starts = server.column("SELECT CAST(starts_at AS TEXT) FROM appointments ORDER BY starts_at");
    let hour = starts[1].parse::<i64>().unwrap() - starts[0].parse::<i64>().unwrap();
    assert_eq!(hour, 3600);
}

//! A bar chart of booking latencies: p50 and p99 of each load, on a logarithmic scale.

use std::fmt::Write as _;

use crate::plan::Line;
use crate::report::milliseconds;

const LEFT: f64 = 330.0;
const WIDTH: f64 = 900.0;
const ROW: f64 = 34.0;
const TOP: f64 = 50.0;
const LARGEST_MS: f64 = 1000.0;
const SMALLEST_MS: f64 = 0.1;

pub fn latency(lines: &[Line]) -> String {
    let height = TOP + ROW * lines.len() as f64 + 40.0;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {height}\" font-family=\"sans-serif\" font-size=\"12\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n\
         <text x=\"10\" y=\"24\" font-size=\"16\">Latency of durable bookings (ms): p50 dark, p99 light</text>\n"
    );
    for power in [0.1, 1.0, 10.0, 100.0, 1000.0] {
        let x = x(power);
        let bottom = height - 30.0;
        let _ = writeln!(
            svg,
            "<path d=\"M{x} {TOP}V{bottom}\" stroke=\"#ccc\"/><text x=\"{x}\" y=\"{}\" text-anchor=\"middle\">{power}</text>",
            height - 12.0
        );
    }
    lines.iter().zip(0..).for_each(|(line, row)| bars(&mut svg, line, TOP + ROW * f64::from(row)));
    svg + "</svg>\n"
}

fn bars(svg: &mut String, line: &Line, y: f64) {
    let (label, middle) = (format!("{}, {}", line.what.trim_start_matches("booking, "), line.load), y + 20.0);
    let _ = writeln!(svg, "<text x=\"{}\" y=\"{middle}\" text-anchor=\"end\">{label}</text>", LEFT - 8.0);
    for (quantile, colour, offset) in [(0.99, "#9ecae1", 4.0), (0.5, "#08519c", 9.0)] {
        let value = milliseconds(line.measured.latency.value_at_quantile(quantile));
        let (width, thickness) = (x(value) - LEFT, ROW - 2.0 * offset);
        let _ = writeln!(
            svg,
            "<rect x=\"{LEFT}\" y=\"{}\" width=\"{width:.1}\" height=\"{thickness}\" fill=\"{colour}\"/>",
            y + offset
        );
    }
}

fn x(value_ms: f64) -> f64 {
    let share = (value_ms.clamp(SMALLEST_MS, LARGEST_MS) / SMALLEST_MS).log10() / (LARGEST_MS / SMALLEST_MS).log10();
    LEFT + share * (WIDTH - LEFT - 30.0)
}

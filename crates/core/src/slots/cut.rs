//! Joining and cutting sorted intervals, one at a time and without collecting them.

use std::iter::Peekable;

use crate::time::Interval;

/// Intervals that touch or overlap as one. `spans` is sorted by beginning.
pub(super) fn joined<S: Iterator<Item = Interval>>(spans: S) -> impl Iterator<Item = Interval> {
    let mut spans = spans.peekable();
    std::iter::from_fn(move || {
        let mut whole = spans.next()?;
        while let Some(next) = spans.next_if(|next| next.from <= whole.until) {
            whole.until = whole.until.max(next.until);
        }
        Some(whole)
    })
}

/// What `cuts` leave of `spans`. Both are sorted by beginning; spans do not overlap, cuts may.
/// Neither yields an empty interval.
pub(super) fn without<S, C>(spans: S, cuts: C) -> impl Iterator<Item = Interval>
where
    S: Iterator<Item = Interval>,
    C: Iterator<Item = Interval>,
{
    Without { spans, cuts: cuts.peekable(), rest: None }
}

struct Without<S, C: Iterator> {
    spans: S,
    cuts: Peekable<C>,
    /// What the last cut left of its span.
    rest: Option<Interval>,
}

impl<S, C> Iterator for Without<S, C>
where
    S: Iterator<Item = Interval>,
    C: Iterator<Item = Interval>,
{
    type Item = Interval;

    fn next(&mut self) -> Option<Interval> {
        loop {
            let span = self.rest.take().or_else(|| self.spans.next())?;
            while self.cuts.next_if(|cut| cut.until <= span.from).is_some() {}
            let Some(cut) = self.cuts.peek().filter(|cut| cut.from < span.until) else {
                return Some(span);
            };
            self.rest = Some(Interval::new(cut.until, span.until)).filter(|rest| !rest.is_empty());
            let head = Interval::new(span.from, cut.from);
            if !head.is_empty() {
                return Some(head);
            }
        }
    }
}

/// Finds the line of a place in a text.
pub(super) struct Lines {
    /// Where each line but the first begins, in bytes.
    starts: Vec<usize>,
}

impl Lines {
    pub fn of(text: &str) -> Self {
        Self { starts: text.match_indices('\n').map(|(at, _)| at + 1).collect() }
    }

    /// 1-based.
    pub fn at(&self, offset: usize) -> usize {
        1 + self.starts.partition_point(|start| *start <= offset)
    }
}

//! Numbers in words: what a language composes, so that no table lists "thirty-one".

/// How a language spells numbers. The forms that nobody uses do no harm.
pub(super) struct Spelling {
    /// From zero upwards as many as are words of their own, a hyphen within them for a space.
    pub small: &'static str,
    /// Other words for some of them: "una", "zwo".
    pub variants: &'static [(u16, &'static str)],
    /// The tens, and how far is counted from each: the French from *soixante* to nineteen.
    pub tens: &'static [(u16, &'static str, u16)],
    /// What may stand between ten and unit, spaces included.
    pub joiners: &'static [&'static str],
    /// Whether the unit comes first, as in "einundzwanzig".
    pub units_first: bool,
    /// What a year of this century begins with, the space included.
    pub thousands: &'static [&'static str],
    /// The words for the first, the second and so on that dates are said with.
    pub ordinals: fn(&Spelling) -> Vec<(String, u16)>,
}

impl Spelling {
    /// Every spelling of 0 to 99 and of the years of this century.
    pub fn numbers(&self) -> Vec<(String, u16)> {
        let mut numbers = self.up_to_99();
        let years: Vec<(String, u16)> =
            numbers.iter().filter(|(_, value)| *value > 0).flat_map(|n| self.years(n)).collect();
        numbers.extend(years);
        numbers
    }

    pub fn ordinals(&self) -> Vec<(String, u16)> {
        (self.ordinals)(self)
    }

    pub fn up_to_99(&self) -> Vec<(String, u16)> {
        let small = (0..).zip(self.small.split_whitespace());
        let all = small.chain(self.variants.iter().copied());
        let mut numbers: Vec<(String, u16)> = all.map(|(value, word)| (word.replace('-', " "), value)).collect();
        let composed: Vec<(String, u16)> = self.tens.iter().flat_map(|ten| self.composed(*ten, &numbers)).collect();
        numbers.extend(composed);
        numbers
    }

    fn composed(&self, (ten, word, most): (u16, &str, u16), units: &[(String, u16)]) -> Vec<(String, u16)> {
        let mut numbers = vec![(word.to_owned(), ten)];
        for (unit, value) in units.iter().filter(|(_, value)| (1..=most).contains(value)) {
            numbers.extend(self.joiners.iter().map(|joiner| match self.units_first {
                true => (format!("{unit}{joiner}{word}"), ten + value),
                false => (format!("{word}{joiner}{unit}"), ten + value),
            }));
        }
        numbers
    }

    fn years<'a>(&'a self, (words, value): &'a (String, u16)) -> impl Iterator<Item = (String, u16)> + 'a {
        self.thousands.iter().map(move |thousand| (format!("{thousand}{words}"), 2000 + value))
    }
}

use std::cell::Cell;
use std::io::{self, BufRead, Read};
use std::rc::Rc;

use csv::{ByteRecord, Reader, ReaderBuilder};

use super::{Column, Entry, Fields, FileError, Input, LONGEST_ROW, Raw, Refusal, encoding};

/// A CSV file after its first line.
pub struct CsvRows {
    reader: Reader<Rationed>,
    /// What the row that is being read may still have.
    ration: Rc<Cell<u64>>,
    columns: Vec<Option<Column>>,
    header: ByteRecord,
}

impl CsvRows {
    pub(super) fn open(mut input: Input) -> Result<Self, FileError> {
        let delimiter = delimiter(input.fill_buf()?);
        let ration = Rc::new(Cell::new(LONGEST_ROW));
        let input = Rationed { input, ration: Rc::clone(&ration) };
        let mut reader = ReaderBuilder::new().flexible(true).delimiter(delimiter).from_reader(input);
        let header = reader.byte_headers().map_err(|error| failed(1, error))?.clone();
        let names: Result<Vec<&str>, Refusal> = header.iter().map(encoding::text).collect();
        let names = names.map_err(|_| FileError::Header("it is not UTF-8: save the file as UTF-8"))?;
        let columns = Column::parse_all(names.into_iter())?;
        Ok(Self { reader, ration, columns, header })
    }

    pub fn header(&self) -> &ByteRecord {
        &self.header
    }

    pub fn has(&self, column: Column) -> bool {
        self.columns.contains(&Some(column))
    }

    /// The positions, from 1, of columns that hold nothing of ours.
    pub fn unused(&self) -> impl Iterator<Item = usize> {
        self.columns.iter().zip(1..).filter(|(column, _)| column.is_none()).map(|(_, position)| position)
    }

    pub(super) fn next(&mut self) -> Result<Option<Entry>, FileError> {
        self.ration.set(LONGEST_ROW);
        let mut record = ByteRecord::new();
        let line = self.reader.position().line();
        if !self.reader.read_byte_record(&mut record).map_err(|error| failed(line, error))? {
            return Ok(None);
        }
        let line = record.position().map_or(line, csv::Position::line);
        Ok(Some(Entry { line, fields: self.fields(&record), raw: Raw::Record(record) }))
    }

    fn fields(&self, record: &ByteRecord) -> Result<Fields, Refusal> {
        let (wanted, found) = (self.columns.len(), record.len());
        if wanted != found {
            let reason =
                format!("the row has {found} fields where the first line has {wanted} (is a quote left open?)");
            return Err(Refusal::row(reason));
        }
        let mut fields = Fields::default();
        for (column, bytes) in self.columns.iter().zip(record) {
            let text = encoding::text(bytes)?;
            if let Some(column) = column {
                fields.put(*column, text);
            }
        }
        Ok(fields)
    }
}

/// The one of the usual delimiters that the first line has most of.
fn delimiter(start: &[u8]) -> u8 {
    let end = start.iter().position(|byte| *byte == b'\n').unwrap_or(start.len());
    let count = |delimiter: &u8| start[..end].iter().filter(|byte| *byte == delimiter).count();
    // The last one wins where several are equal.
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

fn failed(line: u64, error: csv::Error) -> FileError {
    match error.into_kind() {
        csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => FileError::TooLong { line },
        csv::ErrorKind::Io(error) => FileError::Input(error),
        // Nothing else comes up where rows may have any number of fields of any bytes.
        _ => FileError::Input(io::ErrorKind::InvalidData.into()),
    }
}

/// Keeps a field that never ends from filling the memory.
struct Rationed {
    input: Input,
    ration: Rc<Cell<u64>>,
}

impl Read for Rationed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.input.read(buffer)?;
        let left = self.ration.get().checked_sub(count as u64).ok_or(io::ErrorKind::FileTooLarge)?;
        self.ration.set(left);
        Ok(count)
    }
}

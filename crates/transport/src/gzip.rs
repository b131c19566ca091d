//! Decodes gzip as it comes: every member, checked, and nothing after the last one.
//!
//! The frame of RFC 1952 is read here and not by flate2, whose decoders write into a buffer of their own and are lenient
//! about what follows a member.

use bytes::Bytes;
use flate2::{Crc, Decompress, FlushDecompress, Status};
use fluxlet_runtime::Code;

use crate::buffer::Buffer;
use crate::fault::Fault;

/// Largest header of a member, in bytes: file name, comment and extra field.
const LONGEST_HEADER: usize = 64 * 1024;

const HEADER_CRC: u8 = 2;
const EXTRA: u8 = 4;
const NAME: u8 = 8;
const COMMENT: u8 = 16;
const RESERVED: u8 = 0xe0;

/// A decoder that is fed piece by piece.
pub(crate) struct Gunzip {
    part: Part,
    /// The bytes of the header or the trailer so far.
    frame: Vec<u8>,
    /// When the header is worth another look.
    wanted: Wanted,
    inflate: Decompress,
    crc: Crc,
    out: Buffer,
}

/// The part of a member that comes next.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Before the first byte of all.
    Nothing,
    Header,
    Data,
    Trailer,
    /// After a member; another one may follow.
    Between,
}

/// What a header lacks. It is parsed again only once that has come, so that a long one costs no more than its length.
#[derive(Clone, Copy)]
enum Wanted {
    /// So many bytes in all.
    Length(usize),
    /// A byte that is zero.
    Zero,
}

impl Gunzip {
    pub(crate) fn new(limit: u64) -> Self {
        Self {
            part: Part::Nothing,
            frame: Vec::new(),
            wanted: Wanted::Length(0),
            inflate: Decompress::new(false),
            crc: Crc::new(),
            out: Buffer::new(limit, None),
        }
    }

    /// Returns how many bytes were decoded so far.
    pub(crate) fn decoded(&self) -> u64 {
        self.out.len()
    }

    /// Decodes `input`.
    pub(crate) fn push(&mut self, mut input: &[u8]) -> Result<(), Fault> {
        while let Some((&byte, rest)) = input.split_first() {
            match self.part {
                Part::Nothing | Part::Between => self.part = Part::Header,
                Part::Header => {
                    input = rest;
                    self.frame.push(byte);
                    self.header(byte)?;
                }
                Part::Data => input = self.inflate(input)?,
                Part::Trailer => {
                    input = rest;
                    self.frame.push(byte);
                    self.trailer()?;
                }
            }
        }
        Ok(())
    }

    /// Returns what was decoded, if it ended with a member. No input at all is an empty body.
    pub(crate) fn finish(self) -> Result<Bytes, Fault> {
        match self.part {
            Part::Nothing | Part::Between => Ok(self.out.finish()),
            Part::Header | Part::Data | Part::Trailer => {
                Err(Fault::new(Code::DataLoss, format!("the gzip data ends early, after {} bytes", self.out.len())))
            }
        }
    }

    fn header(&mut self, last: u8) -> Result<(), Fault> {
        let enough = match self.wanted {
            Wanted::Length(length) => self.frame.len() >= length,
            Wanted::Zero => last == 0,
        };
        if enough {
            match missing(&self.frame)? {
                Some(wanted) => self.wanted = wanted,
                None => {
                    self.part = Part::Data;
                    self.frame.clear();
                    self.wanted = Wanted::Length(0);
                    self.inflate.reset(false);
                    self.crc.reset();
                    return Ok(());
                }
            }
        }
        if self.frame.len() > LONGEST_HEADER {
            return Err(malformed("its header is longer than 64 KiB"));
        }
        Ok(())
    }

    /// Decodes data until it ends or `input` does; returns what is left of `input`.
    fn inflate<'a>(&mut self, mut input: &'a [u8]) -> Result<&'a [u8], Fault> {
        loop {
            let consumed_before = self.inflate.total_in();
            let inflate = &mut self.inflate;
            let (result, decoded) = self.out.fill(|out| {
                let status = inflate.decompress_vec(input, out, FlushDecompress::None);
                (status, out.len() < out.capacity())
            })?;
            let (status, room_left) = result;
            self.crc.update(decoded);
            let decoded = decoded.len();
            let status = status.map_err(|_| malformed("its data is damaged"))?;
            let consumed = usize::try_from(self.inflate.total_in() - consumed_before).unwrap_or(usize::MAX);
            input = input.get(consumed..).unwrap_or_default();
            if status == Status::StreamEnd {
                self.part = Part::Trailer;
                return Ok(input);
            }
            // Without input there may still be output that had no room.
            if input.is_empty() && room_left {
                return Ok(input);
            }
            if consumed == 0 && decoded == 0 {
                return Err(malformed("its data is damaged"));
            }
        }
    }

    fn trailer(&mut self) -> Result<(), Fault> {
        let [a, b, c, d, e, f, g, h] = self.frame[..] else { return Ok(()) };
        if u32::from_le_bytes([a, b, c, d]) != self.crc.sum() {
            return Err(malformed("its checksum is wrong"));
        }
        if u32::from_le_bytes([e, f, g, h]) != self.crc.amount() {
            return Err(malformed("its length is wrong"));
        }
        self.frame.clear();
        self.part = Part::Between;
        Ok(())
    }
}

fn malformed(what: &str) -> Fault {
    Fault::invalid(format!("the body is no valid gzip: {what}"))
}

/// Returns what `frame` lacks to be the header of a member; `None` if it is one.
fn missing(frame: &[u8]) -> Result<Option<Wanted>, Fault> {
    let more = Ok(Some(Wanted::Length(frame.len() + 1)));
    let magic = [0x1f, 0x8b, 8];
    if frame.iter().zip(magic).any(|(byte, expected)| *byte != expected) {
        return Err(malformed("a gzip header was expected"));
    }
    let Some(&flags) = frame.get(3) else { return more };
    if flags & RESERVED != 0 {
        return Err(malformed("its header has unknown flags"));
    }
    let mut at = 10;
    if flags & EXTRA != 0 {
        let (Some(&low), Some(&high)) = (frame.get(at), frame.get(at + 1)) else { return more };
        at += 2 + usize::from(u16::from_le_bytes([low, high]));
    }
    for flag in [NAME, COMMENT] {
        if flags & flag != 0 {
            let Some(rest) = frame.get(at..) else { return Ok(Some(Wanted::Length(at))) };
            let Some(end) = rest.iter().position(|byte| *byte == 0) else { return Ok(Some(Wanted::Zero)) };
            at += end + 1;
        }
    }
    if flags & HEADER_CRC != 0 {
        let (Some(covered), Some(&[low, high])) = (frame.get(..at), frame.get(at..at + 2)) else {
            return Ok(Some(Wanted::Length(at + 2)));
        };
        let mut crc = Crc::new();
        crc.update(covered);
        if u32::from(u16::from_le_bytes([low, high])) != crc.sum() & 0xffff {
            return Err(malformed("the checksum of its header is wrong"));
        }
        at += 2;
    }
    Ok((frame.len() < at).then_some(Wanted::Length(at)))
}

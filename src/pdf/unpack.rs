//! What a file's streams unpack to, found out before a reader unpacks them: the readers take what comes,
//! and a few bytes unpack to gigabytes.
//!
//! Here they are unpacked into nothing, a piece at a time, so that the limit holds while it is done.
//! Only streams that could pass the limit are looked at; a real report has hardly any. Streams are
//! found by their keyword, not by the file's tables, which say where to look as they like.

use super::integrity::ascii85;
use super::{Limits, PdfError};
use flate2::bufread::{DeflateDecoder, ZlibDecoder};
use memchr::memmem;
use std::borrow::Cow;
use std::io::{self, BufRead, BufReader, Read};
use weezl::decode::Decoder;
use weezl::{BitOrder, LzwStatus};

/// Bytes that one byte of a deflated stream can unpack to.
const DEFLATED: usize = 1032;
/// The same of LZW: the longest word is known after as many codes, of twelve bits at most.
const LZW: usize = 2731;
/// Bytes before a stream that its dictionary is looked for in.
const DICTIONARY: usize = 4096;
/// Packed within packed, after which nothing real is left.
const MAX_DEPTH: usize = 8;

/// Refuses a file in which a stream, or all of them together, unpack to more than the limit.
///
/// # Errors
/// Where they do.
pub(super) fn screen(bytes: &[u8], limits: &Limits) -> Result<(), PdfError> {
    let per_stream = limits.unpacked_per_stream;
    let mut sum = 0_usize;
    let mut ends = Ends {
        bytes,
        next: Some(0),
    };
    for keyword in memmem::find_iter(bytes, b"stream") {
        let Some(stream) = Packed::at(bytes, keyword, &mut ends) else {
            continue;
        };
        if stream.at_most() <= per_stream {
            continue;
        }
        let found = stream.unpacks_to(per_stream);
        sum = sum.saturating_add(found);
        let (what, found, limit) = if found > per_stream {
            ("unpacked bytes of a stream", found, per_stream)
        } else {
            ("unpacked bytes", sum, limits.unpacked)
        };
        if found > limit {
            return Err(PdfError::Limit {
                what: what.to_owned(),
                found: found as u64,
                limit: limit as u64,
            });
        }
    }
    Ok(())
}

/// How a stream is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Filter {
    Deflate,
    Lzw,
    Ascii85,
    Hexadecimal,
    RunLength,
}

impl Filter {
    const NAMES: [(&str, Self); 10] = [
        ("FlateDecode", Self::Deflate),
        ("Fl", Self::Deflate),
        ("LZWDecode", Self::Lzw),
        ("LZW", Self::Lzw),
        ("ASCII85Decode", Self::Ascii85),
        ("A85", Self::Ascii85),
        ("ASCIIHexDecode", Self::Hexadecimal),
        ("AHx", Self::Hexadecimal),
        ("RunLengthDecode", Self::RunLength),
        ("RL", Self::RunLength),
    ];

    fn named(name: &[u8]) -> Option<Self> {
        let known = Self::NAMES.into_iter();
        let mut known = known.filter(|(known, _)| known.as_bytes() == name);
        known.next().map(|(_, filter)| filter)
    }

    /// Bytes that one byte can unpack to.
    fn factor(self) -> usize {
        match self {
            Self::Deflate => DEFLATED,
            Self::Lzw => LZW,
            // It swells by naughts alone, and those unpack to nothing.
            Self::Ascii85 | Self::Hexadecimal => 1,
            Self::RunLength => 128,
        }
    }
}

/// Where the streams of a file end, asked for from its beginning to its end: no byte is searched twice,
/// however many streams have one end, or none.
struct Ends<'a> {
    bytes: &'a [u8],
    /// The end that was found last; `None` where no more comes.
    next: Option<usize>,
}

impl Ends<'_> {
    /// The first end at or after a place; that of the file where there is none.
    fn after(&mut self, place: usize) -> usize {
        if self.next.is_some_and(|next| next <= place) {
            let rest = self.bytes.get(place..).unwrap_or_default();
            self.next = memmem::find(rest, b"endstream").map(|at| place + at);
        }
        self.next.unwrap_or(self.bytes.len())
    }
}

/// A stream as it stands in the file.
struct Packed<'a> {
    /// From its first byte to the end of the file: packed data says itself where it ends.
    data: &'a [u8],
    /// Its length, where nothing in it is made to look like its end.
    length: usize,
    /// What unpacks it, in order; `None` where the dictionary names it elsewhere.
    filters: Option<Vec<Filter>>,
}

impl<'a> Packed<'a> {
    /// The stream that a keyword begins; `None` for one that is not packed, and for other words.
    fn at(bytes: &'a [u8], keyword: usize, ends: &mut Ends<'_>) -> Option<Self> {
        let (before, from) = bytes.split_at_checked(keyword)?;
        let ([b'\r', b'\n', data @ ..] | [b'\r' | b'\n', data @ ..]) =
            from.strip_prefix(b"stream")?
        else {
            return None;
        };
        let dictionary = before.get(before.len().saturating_sub(DICTIONARY)..)?;
        let start = memmem::rfind(dictionary, b" obj").unwrap_or(0);
        let dictionary = dictionary.get(start..)?;
        // Pictures are not unpacked, and may be as large as a sheet that was scanned.
        let has = |name: &[u8]| memmem::find(dictionary, name).is_some();
        if has(b"/Image") && !has(b"/ObjStm") && !has(b"/XRef") {
            return None;
        }
        let filters = filters(dictionary);
        if filters.as_ref().is_some_and(Vec::is_empty) {
            return None;
        }
        let start = bytes.len() - data.len();
        Some(Self {
            data,
            length: ends.after(start) - start,
            filters,
        })
    }

    fn at_most(&self) -> usize {
        let Some(filters) = &self.filters else {
            return usize::MAX;
        };
        let factors = filters.iter().map(|filter| filter.factor());
        factors.fold(self.length, usize::saturating_mul)
    }

    /// How many bytes it unpacks to, on the way or in the end; nothing is counted far past the limit.
    fn unpacks_to(&self, limit: usize) -> usize {
        let unknown = [Filter::Deflate; MAX_DEPTH];
        let mut filters = self.filters.as_deref().unwrap_or(&unknown);
        let mut data = Cow::Borrowed(self.data);
        let mut most = 0;
        if let [Filter::Ascii85, rest @ ..] = filters {
            let text = self.data.split(|byte| *byte == b'~').next();
            data = Cow::Owned(ascii85(text.unwrap_or_default()));
            filters = rest;
            most = data.len();
        }
        for depth in 1..=filters.len().min(MAX_DEPTH) {
            let mut reader: Box<dyn BufRead + '_> = Box::new(&*data);
            for filter in filters.iter().take(depth) {
                match unpacked(reader, *filter) {
                    Some(next) => reader = next,
                    None => return most,
                }
            }
            most = most.max(drained(reader, limit));
            if most > limit {
                return most;
            }
        }
        most
    }
}

/// The filters that a dictionary names; `None` where it refers to another object for them, or spells them
/// otherwise.
fn filters(dictionary: &[u8]) -> Option<Vec<Filter>> {
    // Any letter of a name may be written by its number: `/Fl#61teDecode`.
    if dictionary.contains(&b'#') {
        return None;
    }
    let mut found = Vec::new();
    for key in memmem::find_iter(dictionary, b"/F") {
        let rest = dictionary.get(key + 1..).unwrap_or_default();
        let whole = rest.strip_prefix(b"Filter");
        let Some(rest) = whole.or_else(|| rest.strip_prefix(b"F")) else {
            continue;
        };
        // `/F1` and `/FontFile` are other keys.
        let is_space = |byte: &u8| byte.is_ascii_whitespace() || *byte == 0;
        let is_key = |byte: &u8| is_space(byte) || b"/[]<>()%".contains(byte);
        if !rest.first().is_some_and(is_key) {
            continue;
        }
        let spaces = rest.iter().take_while(|byte| is_space(byte)).count();
        let rest = rest.get(spaces..).unwrap_or_default();
        let list = match rest {
            [b'[', list @ ..] => list.split(|byte| *byte == b']').next().unwrap_or_default(),
            [b'/', ..] => rest,
            // A number begins a reference, which is looked up nowhere here; what is said after a
            // comment is not either.
            [b'0'..=b'9' | b'%', ..] => return None,
            _ => continue,
        };
        let is_end = |byte: &u8| byte.is_ascii_whitespace() || b"/[]<>()".contains(byte);
        let count = if rest.starts_with(b"[") { MAX_DEPTH } else { 1 };
        let names = list.split(|byte| *byte == b'/').skip(1).take(count);
        for name in names {
            let name = name.split(is_end).next().unwrap_or_default();
            found.extend(Filter::named(name));
        }
        // The digits of a name are none of a reference.
        let is_word = |word: &[u8]| word.first().is_some_and(u8::is_ascii_digit);
        if rest.starts_with(b"[") && list.split(|byte| is_space(byte)).any(is_word) {
            return None;
        }
    }
    Some(found)
}

/// A reader of what another one's data unpacks to; `None` for what is left to the limits of the process.
fn unpacked<'r>(
    mut reader: Box<dyn BufRead + 'r>,
    filter: Filter,
) -> Option<Box<dyn BufRead + 'r>> {
    match filter {
        Filter::Deflate => {
            let head = reader.fill_buf().ok()?;
            let is_zlib = matches!(head, [first, second, ..]
                if first & 15 == 8 && u16::from_be_bytes([*first, *second]) % 31 == 0);
            Some(if is_zlib {
                Box::new(BufReader::new(ZlibDecoder::new(reader)))
            } else {
                Box::new(BufReader::new(DeflateDecoder::new(reader)))
            })
        }
        Filter::Lzw => Some(Box::new(BufReader::new(Words {
            reader,
            decoder: Decoder::with_tiff_size_switch(BitOrder::Msb, 8),
        }))),
        Filter::Ascii85 | Filter::Hexadecimal | Filter::RunLength => None,
    }
}

/// Unpacks LZW.
struct Words<R> {
    reader: R,
    decoder: Decoder,
}

impl<R: BufRead> Read for Words<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        loop {
            let packed = self.reader.fill_buf()?;
            let is_last = packed.is_empty();
            let done = self.decoder.decode_bytes(packed, out);
            self.reader.consume(done.consumed_in);
            let ended = !matches!(done.status, Ok(LzwStatus::Ok));
            if done.consumed_out > 0 || ended || is_last {
                return Ok(done.consumed_out);
            }
        }
    }
}

/// How many bytes a reader gives, counted no further than where the limit is passed.
fn drained(mut reader: Box<dyn BufRead + '_>, limit: usize) -> usize {
    let mut sum = 0_usize;
    while sum <= limit {
        // What is damaged ends there, for the readers too.
        let Ok(piece) = reader.fill_buf().map(<[u8]>::len) else {
            break;
        };
        if piece == 0 {
            break;
        }
        reader.consume(piece);
        sum += piece;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write as _;

    const LIMIT: usize = 1 << 20;

    fn limits() -> Limits {
        Limits {
            unpacked_per_stream: LIMIT,
            unpacked: 3 * LIMIT,
            ..Limits::default()
        }
    }

    fn deflated(data: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(data).unwrap();
        encoder.finish().unwrap()
    }

    fn object(dictionary: &str, data: &[u8]) -> Vec<u8> {
        let head = format!(
            "4 0 obj\n<< {dictionary} /Length {} >>\nstream\n",
            data.len()
        );
        [head.as_bytes(), data, b"\nendstream\nendobj\n"].concat()
    }

    #[track_caller]
    fn is_refused(refused: bool, file: &[u8]) {
        let screened = screen(file, &limits());
        assert_eq!(screened.is_err(), refused, "{screened:?}");
    }

    #[test]
    fn a_stream_is_refused_where_it_passes_the_limit_and_not_at_it() {
        let spaces = |count| vec![b' '; count];
        for (name, packed) in [
            ("FlateDecode", deflated as fn(&[u8]) -> Vec<u8>),
            ("Fl", deflated),
        ] {
            let filter = format!("/Filter /{name}");
            is_refused(false, &object(&filter, &packed(&spaces(LIMIT))));
            is_refused(true, &object(&filter, &packed(&spaces(LIMIT + 1))));
            // The same in a list, and where the list stands elsewhere.
            let filter = format!("/Filter [ /{name} ]");
            is_refused(true, &object(&filter, &packed(&spaces(LIMIT + 1))));
            is_refused(true, &object("/Filter 7 0 R", &packed(&spaces(LIMIT + 1))));
        }
        let lzw = weezl::encode::Encoder::with_tiff_size_switch(BitOrder::Msb, 8);
        let mut lzw = lzw;
        let packed = lzw.encode(&spaces(LIMIT + 1)).unwrap();
        is_refused(true, &object("/Filter /LZWDecode", &packed));
        is_refused(false, &object("", &spaces(LIMIT + 1)));
    }

    #[test]
    fn another_key_that_begins_alike_is_no_filter() {
        let kept = deflated(&vec![b' '; LIMIT + 1]);
        for key in ["/F1 7 0 R", "/FontFile 7 0 R", "/Filters /FlateDecode"] {
            is_refused(false, &object(key, &kept));
        }
        for key in [
            "/Filter/FlateDecode",
            "/F[/Fl]",
            "/Filter\0/Fl",
            "/Filter%\n/Fl",
            "/Filter/Fl#61teDecode",
            "/Fil#74er/FlateDecode",
        ] {
            is_refused(true, &object(key, &kept));
        }
    }

    #[test]
    fn streams_without_end_are_searched_once() {
        let streams = b"1 0 obj<</Filter/FlateDecode>>stream\n".repeat(9);
        let bytes = [&streams[..], b"endstream"].concat();
        let mut ends = Ends {
            bytes: &bytes,
            next: Some(0),
        };
        assert_eq!(ends.after(5), streams.len());
        // What was found holds: what it is searched in may be gone.
        ends.bytes = &[];
        assert_eq!(ends.after(50), streams.len());
        ends.bytes = &bytes;
        assert_eq!(ends.after(streams.len() + 1), bytes.len());
        ends.bytes = &streams;
        assert_eq!(ends.after(streams.len() + 2), streams.len());
        assert_eq!(ends.next, None);
    }

    #[test]
    fn what_is_unwrapped_again_and_again_is_counted() {
        let text = "z".repeat(LIMIT / 8);
        let dictionary = "/Filter [/ASCII85Decode /FlateDecode]";
        let one = object(dictionary, text.as_bytes());
        is_refused(false, &one);
        // Each text reaches to the end of the file, where nothing ends it.
        is_refused(true, &one.repeat(9));
    }

    #[test]
    fn packed_within_packed() {
        let once = deflated(&vec![b' '; 64 * LIMIT]);
        let twice = deflated(&once);
        is_refused(true, &object("/Filter [/FlateDecode /FlateDecode]", &twice));
        is_refused(true, &object("/Filter [7 0 R 7 0 R]", &twice));
        is_refused(false, &object("/Filter /FlateDecode", &twice));
    }

    #[test]
    fn many_streams_below_the_limit_come_to_more_than_a_file_may() {
        let one = object("/Filter /FlateDecode", &deflated(&vec![b' '; LIMIT]));
        is_refused(false, &one.repeat(3));
        is_refused(true, &one.repeat(4));
    }

    #[test]
    fn a_picture_may_be_large() {
        let packed = deflated(&vec![b' '; 2 * LIMIT]);
        is_refused(
            false,
            &object("/Subtype /Image /Filter /FlateDecode", &packed),
        );
        is_refused(
            true,
            &object(
                "/Subtype /Image /Type /ObjStm /Filter /FlateDecode",
                &packed,
            ),
        );
    }

    #[test]
    fn what_is_damaged_or_no_stream_is_left_to_the_reader() {
        is_refused(
            false,
            &object("/Filter /FlateDecode", &[0x78, 0x9c, 1, 2, 3].repeat(9_999)),
        );
        is_refused(false, b"stream");
        is_refused(false, b"a stream\n of words");
    }
}

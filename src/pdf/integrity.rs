//! Whether a page is what was written. hayro goes on where a packed stream is damaged or a font is
//! gone, and gives letters and figures that nobody wrote.
//!
//! Deflated data ends with the Adler-32 of what was packed. A program that writes wrong ones is
//! conceivable: they only count in a file in which some are right.

use super::Lost;
use super::PdfError;
use hayro_interpret::hayro_syntax::content::TypedIter;
use hayro_interpret::hayro_syntax::content::ops::TypedInstruction;
use hayro_interpret::hayro_syntax::object::{Array, Dict, Name, Stream};
use hayro_interpret::hayro_syntax::page::Page;
use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// The ways to pack a page's content, by their names and by what is short for them.
const WAYS: [&[u8]; 11] = [
    b"ASCIIHexDecode",
    b"AHx",
    b"ASCII85Decode",
    b"A85",
    b"LZWDecode",
    b"LZW",
    b"FlateDecode",
    b"Fl",
    b"RunLengthDecode",
    b"RL",
    b"Crypt",
];

/// What was found of a file's streams and fonts.
#[derive(Default)]
pub(super) struct Integrity {
    /// Whether some checksum was right.
    right: bool,
    /// Whether that of a font's list of characters was wrong: no page can be trusted.
    characters: bool,
    /// The pages, from 0, with a wrong one.
    pages: Vec<usize>,
    /// Fonts seen, by their place in memory.
    fonts: HashSet<usize>,
    /// Lists of fonts seen, by their place in memory, and whether one of their fonts is gone.
    lists: HashMap<usize, bool>,
}

impl Integrity {
    /// Looks at a page that was read, with its content unpacked if it could be, and tells what of it
    /// is gone.
    pub(super) fn page(
        &mut self,
        index: usize,
        page: &Page<'_>,
        unpacked: Option<&[u8]>,
    ) -> Option<Lost> {
        let Some(whole) = self.content(page, unpacked) else {
            return Some(Lost::Content);
        };
        if !whole {
            self.pages.push(index);
        }
        let resources = page.resources();
        if !self.lacks(&resources.fonts) {
            return None;
        }
        // In place of a font that is not there hayro takes another one, with other letters.
        let mut operations = TypedIter::new(unpacked.unwrap_or_default());
        while let Some(operation) = operations.next() {
            if let TypedInstruction::TextFont(font) = operation
                && resources.get_font(font.0).is_none()
            {
                return Some(Lost::Font);
            }
        }
        None
    }

    /// Whether a page's content can be what was packed; `None` where some is gone.
    fn content(&mut self, page: &Page<'_>, unpacked: Option<&[u8]>) -> Option<bool> {
        let dict = page.raw();
        if let Some(stream) = dict.get::<Stream<'_>>("Contents") {
            if stream.raw_data().is_empty() {
                return Some(true);
            }
            if !can_unpack(&stream) {
                return None;
            }
            return self.unpacks(&stream, unpacked?);
        }
        let Some(parts) = dict.get::<Array<'_>>("Contents") else {
            // An empty page has none; what is named is somewhere.
            return dict.get_ref("Contents").is_none().then_some(true);
        };
        let streams: Vec<Stream<'_>> = parts.iter().collect();
        if streams.len() < parts.raw_iter().count() {
            return None;
        }
        let mut whole = true;
        for stream in &streams {
            if stream.raw_data().is_empty() {
                continue;
            }
            if !can_unpack(stream) {
                return None;
            }
            whole &= self.unpacks(stream, &stream.decoded_data().ok()?)?;
        }
        Some(whole)
    }

    /// As [`Self::holds`], of a page's content; `None` where nothing came out of what was packed.
    fn unpacks(&mut self, stream: &Stream<'_>, data: &[u8]) -> Option<bool> {
        let whole = self.holds(stream, data);
        (whole || !data.is_empty()).then_some(whole)
    }

    /// Whether a list of fonts is empty or names one that is gone.
    fn lacks(&mut self, fonts: &Dict<'_>) -> bool {
        let place = fonts.data().as_ptr().addr();
        if let Some(lacks) = self.lists.get(&place) {
            return *lacks;
        }
        let mut lacks = fonts.is_empty();
        for name in fonts.keys() {
            let Some(font) = fonts.get::<Dict<'_>>(&*name) else {
                lacks = true;
                continue;
            };
            if self.fonts.insert(font.data().as_ptr().addr())
                && let Some(characters) = font.get::<Stream<'_>>("ToUnicode")
                && !characters
                    .decoded_data()
                    .is_ok_and(|data| self.holds(&characters, &data))
            {
                self.characters = true;
            }
        }
        self.lists.insert(place, lacks);
        lacks
    }

    /// Takes in what was found on the pages that follow.
    #[cfg(feature = "cli")]
    pub(super) fn follow(&mut self, next: Self) {
        self.right |= next.right;
        self.characters |= next.characters;
        self.pages.extend(next.pages);
    }

    /// The pages, from 0, that are not what was written.
    ///
    /// # Errors
    /// Where that holds for the letters of all.
    pub(super) fn damaged(self) -> Result<Vec<usize>, PdfError> {
        match (self.right, self.characters) {
            (false, _) => Ok(Vec::new()),
            (true, true) => Err(PdfError::Broken),
            (true, false) => Ok(self.pages),
        }
    }

    /// Whether the data can be what the stream was packed from.
    fn holds(&mut self, stream: &Stream<'_>, data: &[u8]) -> bool {
        let dict = stream.dict();
        if dict.contains_key("DecodeParms") {
            return true;
        }
        let filters = filters(dict);
        let [wrapped @ .., last] = filters.as_slice() else {
            return true;
        };
        if &**last != b"FlateDecode" {
            return true;
        }
        let packed = match wrapped {
            [] => stream.raw_data(),
            [name] if &**name == b"ASCII85Decode" => Cow::Owned(ascii85(&stream.raw_data())),
            _ => return true,
        };
        let sum = simd_adler32::adler32(&data).to_be_bytes();
        // A length that counts the end of the line is common.
        let mut packed = &*packed;
        for _ in 0..3 {
            if packed.ends_with(&sum) {
                self.right = true;
                return true;
            }
            match packed {
                [rest @ .., b'\r' | b'\n'] => packed = rest,
                _ => break,
            }
        }
        false
    }
}

/// The ways in which a stream was packed, the last one first.
fn filters<'a>(dict: &Dict<'a>) -> Vec<Name<'a>> {
    match dict.get::<Name<'_>>("Filter") {
        Some(filter) => vec![filter],
        None => dict
            .get::<Array<'_>>("Filter")
            .unwrap_or_default()
            .iter()
            .collect(),
    }
}

/// Whether a stream is packed in ways that there are. hayro passes over any other name, and takes what
/// is still packed for the page's content: nothing is drawn, and nothing fails.
fn can_unpack(stream: &Stream<'_>) -> bool {
    let dict = stream.dict();
    let named = match dict.get::<Array<'_>>("Filter") {
        Some(array) => array.raw_iter().count(),
        None => usize::from(dict.contains_key("Filter")),
    };
    let filters = filters(dict);
    filters.len() == named && filters.iter().all(|name| WAYS.contains(&&**name))
}

/// What stands in Ascii85: five letters for four bytes.
pub(super) fn ascii85(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len() / 5 * 4);
    let (mut group, mut letters) = (0_u32, 0_usize);
    let mut put = |group: u32, count: usize| out.extend(group.to_be_bytes().iter().take(count));
    for &letter in text {
        match letter {
            b'z' if letters == 0 => put(0, 4),
            b'!'..=b'u' => {
                let digit = u32::from(letter - b'!');
                group = group.wrapping_mul(85).wrapping_add(digit);
                letters += 1;
                if letters == 5 {
                    put(group, 4);
                    (group, letters) = (0, 0);
                }
            }
            b'~' => break,
            _ => {}
        }
    }
    if letters > 1 {
        for _ in letters..5 {
            group = group.wrapping_mul(85).wrapping_add(84);
        }
        put(group, letters - 1);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::ascii85;

    #[test]
    fn five_letters_are_four_bytes() {
        assert_eq!(ascii85(b"87cUR D]i,\"\nEbo80~>rest"), b"Hello World!");
        assert_eq!(ascii85(b"z87cURDZ~>"), b"\0\0\0\0Hello");
        assert_eq!(ascii85(b"uuuuu!"), (85_u64.pow(5) - 1).to_be_bytes()[4..]);
        assert_eq!(ascii85(b""), b"");
    }
}

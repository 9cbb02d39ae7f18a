//! PDFs made to do harm, each from a few bytes.

use std::fmt::Write as _;

/// A PDF of numbered objects; the first is the catalog. `trailer` is added to the trailer.
pub(crate) fn pdf(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut out = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(out.len());
        out.extend(format!("{} 0 obj\n", index + 1).bytes());
        out.extend(object);
        out.extend(b"\nendobj\n");
    }
    let start = out.len();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for offset in offsets {
        let _ = writeln!(table, "{offset:010} 00000 n ");
    }
    let _ = write!(
        table,
        "trailer\n<< /Root 1 0 R /Size {} {trailer} >>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    );
    out.extend(table.bytes());
    out
}

pub(crate) fn stream(dict: &str, data: &[u8]) -> Vec<u8> {
    let mut out = format!("<< {dict} /Length {} >>\nstream\n", data.len()).into_bytes();
    out.extend(data);
    out.extend(b"\nendstream");
    out
}

/// Catalog, pages, and one page with these resources and this content; then `more`, from object 5.
pub(crate) fn one_page(resources: &str, content: Vec<u8>, more: Vec<Vec<u8>>) -> Vec<u8> {
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << {resources} >> >>"
        )
        .into_bytes(),
        content,
    ];
    objects.extend(more);
    pdf(&objects, "")
}

const HELVETICA: &str = "/Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >>";

/// A page of plain text, for files that are hostile in other ways.
pub(crate) fn text(lines: &str) -> Vec<u8> {
    let content = format!("BT /F 12 Tf 50 800 Td ({lines}) Tj ET");
    one_page(HELVETICA, stream("", content.as_bytes()), Vec::new())
}

/// A CID font with this `/W`: widths of single codes and of ranges.
pub(crate) fn widths(w: &str) -> Vec<u8> {
    let resources = "/Font << /F 5 0 R >>";
    one_page(
        resources,
        stream("", b"BT /F 12 Tf 50 800 Td <0001> Tj ET"),
        vec![
            b"<< /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [6 0 R] >>".to_vec(),
            format!("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /X /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /W [{w}] /FontDescriptor << /Type /FontDescriptor /FontName /X /Flags 4 >> >>").into_bytes(),
        ],
    )
}

/// A font whose `/ToUnicode` maps ranges as wide as they come.
pub(crate) fn unicode_range() -> Vec<u8> {
    let map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n1 begincodespacerange <00000000> <FFFFFFFF> endcodespacerange\n2 beginbfrange <00000000> <FFFFFFFF> <0041> <00000000> <FFFFFFFF> [<0041>] endbfrange\nendcmap end end";
    one_page(
        "/Font << /F 5 0 R >>",
        stream("", b"BT /F 12 Tf 50 800 Td <0001> Tj ET"),
        vec![
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>".to_vec(),
            stream("", map.as_bytes()),
        ],
    )
}

/// Forms that each show the next one ten times; the last shows `last`.
pub(crate) fn fan_out(levels: usize, last: &str) -> Vec<u8> {
    let form = |next: Option<usize>| {
        let (resources, content) = match next {
            Some(next) => (format!("/XObject << /X {next} 0 R >>"), "/X Do ".repeat(10)),
            None => (HELVETICA.to_owned(), last.to_owned()),
        };
        stream(
            &format!(
                "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << {resources} >>"
            ),
            content.as_bytes(),
        )
    };
    let forms = (0..levels).map(|level| form((level + 1 < levels).then_some(6 + level)));
    one_page(
        "/XObject << /X 5 0 R >>",
        stream("", b"/X Do"),
        forms.collect(),
    )
}

/// `size` bytes of `byte`, deflated by hand at 158 to one and then `times` more.
pub(crate) fn bomb(byte: u8, size: usize, times: usize) -> Vec<u8> {
    let mut packed = swelling(byte, size);
    for _ in 0..times {
        packed = miniz_oxide::deflate::compress_to_vec_zlib(&packed, 9);
    }
    let filters = "/FlateDecode ".repeat(times + 1);
    let content = stream(&format!("/Filter [{filters}]"), &packed);
    one_page(HELVETICA, content, Vec::new())
}

/// A file whose objects stand in a stream that swells: who writes to a file reads it, and who only
/// reads its pages need not.
pub(crate) fn object_bomb(size: usize) -> Vec<u8> {
    let dict = "/Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode]";
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(&swelling(b' ', size), 9);
    let content = stream("", b"BT /F 12 Tf 50 800 Td (a) Tj ET");
    one_page(HELVETICA, content, vec![stream(dict, &packed)])
}

/// Many streams, none of which swells beyond what one may.
pub(crate) fn bombs(count: usize, size: usize) -> Vec<u8> {
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(&swelling(b' ', size), 9);
    let one = stream("/Filter [/FlateDecode /FlateDecode]", &packed);
    let content = stream("", b"BT /F 12 Tf 50 800 Td (a) Tj ET");
    one_page(HELVETICA, content, vec![one; count])
}

/// Pages that all show one content of many letters.
pub(crate) fn shared_page(pages: usize, letters: usize) -> Vec<u8> {
    let content = format!("BT /F 1 Tf 5 5 Td ({}) Tj ET", "a".repeat(letters));
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(content.as_bytes(), 9);
    let kids: Vec<String> = (0..pages).map(|page| format!("{} 0 R", page + 4)).collect();
    let kids = kids.join(" ");
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {pages} >>").into_bytes(),
        stream("/Filter /FlateDecode", &packed),
    ];
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << {HELVETICA} >> >>"
    );
    objects.extend((0..pages).map(|_| page.clone().into_bytes()));
    pdf(&objects, "")
}

/// A page of letters each of which stands for a whole text.
pub(crate) fn long_letters(letters: usize, length: usize) -> Vec<u8> {
    let map = format!(
        "begincmap\n1 begincodespacerange <00> <FF> endcodespacerange\n1 beginbfchar <61> <{}> endbfchar\nendcmap end",
        "0062".repeat(length)
    );
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R >>";
    let content = format!("BT /F 1 Tf 5 5 Td ({}) Tj ET", "a".repeat(letters));
    one_page(
        "/Font << /F 5 0 R >>",
        stream("", content.as_bytes()),
        vec![font.as_bytes().to_vec(), stream("", map.as_bytes())],
    )
}

/// `size` bytes of `byte`, deflated by hand at 158 to one.
fn swelling(byte: u8, size: usize) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.put(0b011, 3);
    bits.literal(byte);
    for _ in 0..size / 258 {
        // Length 258 is symbol 285, distance 1 is symbol 0.
        bits.code(0b1100_0101, 8);
        bits.code(0, 5);
    }
    bits.code(0, 7);
    let mut once = vec![0x78, 0x01];
    once.extend(bits.finish());
    once
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    used: u32,
    byte: u8,
}

impl Bits {
    fn bit(&mut self, bit: u32) {
        self.byte |= ((bit & 1) as u8) << self.used;
        self.used += 1;
        if self.used == 8 {
            self.bytes.push(std::mem::take(&mut self.byte));
            self.used = 0;
        }
    }

    fn put(&mut self, value: u32, count: u32) {
        (0..count).for_each(|index| self.bit(value >> index));
    }

    /// A Huffman code: its highest bit first.
    fn code(&mut self, value: u32, count: u32) {
        (0..count).rev().for_each(|index| self.bit(value >> index));
    }

    fn literal(&mut self, byte: u8) {
        assert!(byte < 144);
        self.code(0x30 + u32::from(byte), 8);
    }

    fn finish(mut self) -> Vec<u8> {
        self.bytes.push(self.byte);
        self.bytes
    }
}

/// A tree of pages in which each node names the next one ten times.
pub(crate) fn page_tree(levels: usize) -> Vec<u8> {
    let mut objects = vec![b"<< /Type /Catalog /Pages 2 0 R >>".to_vec()];
    for level in 0..levels {
        let kids = format!("{} 0 R ", level + 3).repeat(10);
        objects.push(format!("<< /Type /Pages /Kids [{kids}] /Count 10 >>").into_bytes());
    }
    objects.push(b"<< /Type /Page /MediaBox [0 0 595 842] /Resources << >> >>".to_vec());
    pdf(&objects, "")
}

/// Pages one beside the other.
pub(crate) fn pages(count: usize) -> Vec<u8> {
    let kids: Vec<String> = (0..count).map(|page| format!("{} 0 R", page + 3)).collect();
    let kids = kids.join(" ");
    let mut objects = vec![
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        format!("<< /Type /Pages /Kids [{kids}] /Count {count} >>").into_bytes(),
    ];
    let page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> >>";
    objects.extend((0..count).map(|_| page.to_vec()));
    pdf(&objects, "")
}

/// A page of more letters than any page has.
pub(crate) fn glyphs(count: usize) -> Vec<u8> {
    let line = format!("({}) Tj ", "a".repeat(100));
    let content = format!("BT /F 1 Tf 5 5 Td {} ET", line.repeat(count / 100));
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(content.as_bytes(), 1);
    one_page(
        HELVETICA,
        stream("/Filter /FlateDecode", &packed),
        Vec::new(),
    )
}

/// Brackets within brackets, in the page's content and in an object.
pub(crate) fn nested(depth: usize, open: &str, close: &str) -> Vec<u8> {
    let deep = format!("{}{}", open.repeat(depth), close.repeat(depth));
    let content = format!("{deep} TJ BT /F 12 Tf (a) Tj ET");
    one_page(
        &format!("{HELVETICA} /Deep {deep}"),
        stream("", content.as_bytes()),
        vec![deep.into_bytes()],
    )
}

/// A page whose resources hold dictionaries within dictionaries, and that thereby can't be read.
pub(crate) fn nested_resources(depth: usize) -> Vec<u8> {
    let deep = format!("{}{}", "<< /A ".repeat(depth), " >>".repeat(depth));
    let content = stream("", b"BT /F 12 Tf 50 800 Td (a) Tj ET");
    one_page(&format!("{HELVETICA} /Deep {deep}"), content, Vec::new())
}

/// A report on one page, as lines of text, and then more boxes than a page may have.
pub(crate) fn lost_after(report: &str, boxes: usize) -> Vec<u8> {
    let mut content = b"BT /F 10 Tf 14 TL 50 9950 Td\n".to_vec();
    for line in report.lines() {
        let (latin, ..) = encoding_rs::WINDOWS_1252.encode(line);
        content.push(b'(');
        for byte in latin.iter() {
            if b"()\\".contains(byte) {
                content.push(b'\\');
            }
            content.push(*byte);
        }
        content.extend(b") Tj T*\n");
    }
    content.extend(b"ET\n");
    content.extend("0 0 1 1 re f\n".repeat(boxes).bytes());
    let packed = miniz_oxide::deflate::compress_to_vec_zlib(&content, 1);
    let font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>";
    let page = format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 10000] /Contents 4 0 R /Resources << /Font << /F {font} >> >> >>"
    );
    let objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>".to_vec(),
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>".to_vec(),
        page.into_bytes(),
        stream("/Filter /FlateDecode", &packed),
    ];
    pdf(&objects, "")
}

/// A form that shows itself.
pub(crate) fn own_form() -> Vec<u8> {
    let form = stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /XObject << /X 5 0 R >> >>",
        b"/X Do /X Do",
    );
    one_page("/XObject << /X 5 0 R >>", stream("", b"/X Do"), vec![form])
}

/// States saved and never restored.
pub(crate) fn saves(count: usize) -> Vec<u8> {
    let packed = miniz_oxide::deflate::compress_to_vec_zlib("q ".repeat(count).as_bytes(), 1);
    one_page(
        HELVETICA,
        stream("/Filter /FlateDecode", &packed),
        Vec::new(),
    )
}

/// A page that is a picture.
pub(crate) fn scan() -> Vec<u8> {
    let picture = stream(
        "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
        &[0],
    );
    one_page(
        "/XObject << /X 5 0 R >>",
        stream("", b"595 0 0 842 0 0 cm /X Do"),
        vec![picture],
    )
}

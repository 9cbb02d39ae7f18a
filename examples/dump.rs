//! Prints a PDF or a text report as dekom-lint reads it: a tool for its developers.
use dekom_lint::pdf::{Limits, ReaderKind};
use dekom_lint::report;
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(path).unwrap();
    let doc = if report::is_pdf(&bytes) {
        let reader = if std::env::var("EX").is_ok() {
            ReaderKind::PdfExtract
        } else {
            ReaderKind::Hayro
        };
        dekom_lint::text::assemble(
            dekom_lint::pdf::read(reader, &bytes, "", &Limits::default()).unwrap(),
        )
    } else {
        dekom_lint::text::from_text(&dekom_lint::text::decode(&bytes).unwrap())
    };
    eprintln!("{:?} {} pages", doc.layout, doc.pages.len());
    if std::env::args().nth(2).is_some() {
        for page in &doc.pages {
            println!(
                "=== {} {}x{} bars {}",
                page.number,
                page.width,
                page.height,
                page.bars.len()
            );
            for line in &page.lines {
                let c = &line.cells[0];
                println!(
                    "{:3}{} f{}{} {:4.1} x{:5.1} y{:5.1} | {}",
                    line.number,
                    if line.blank_before { '+' } else { ' ' },
                    c.font,
                    if c.bold { 'b' } else { ' ' },
                    c.size,
                    c.bbox.unwrap().x0,
                    c.bbox.unwrap().y1,
                    page.slice(&line.range)
                );
            }
        }
        return;
    }
    let r = report::parse(doc);
    println!(
        "title {:?} date {:?} shown {:?}/{:?} filters {} {} overview {:?} {}",
        r.title.as_ref().map(|t| &t.value),
        r.date.as_ref().map(|t| t.value),
        r.shown.as_ref().map(|t| t.value),
        r.total.as_ref().map(|t| t.value),
        r.filters.len(),
        r.filters_complete,
        r.overview
            .iter()
            .map(|o| (o.group.clone(), o.count.value, o.respondents.len()))
            .collect::<Vec<_>>(),
        r.overview_complete
    );
    for g in &r.gaps {
        println!(
            "GAP {:?} after {} missing {:?} {} at {:?} q{:?}",
            g.kind, g.after_page, g.missing, g.pages, g.at.text, g.questions
        );
    }
    for u in &r.unread {
        println!(
            "UNREAD {} p{} l{} {:?}",
            u.what, u.printed.span.page, u.printed.span.line, u.printed.text
        );
    }
    for q in &r.questions {
        println!(
            "Q{} {:?} [{}] n={:?} complete {} pages {:?} answers {} notstated {:?}",
            q.number,
            q.title.text,
            q.kind.name(),
            q.reported_count.as_ref().map(|c| c.value),
            q.complete,
            q.pages,
            q.answers.len(),
            q.not_stated
                .as_ref()
                .map(|n| (n.count.value, n.respondents.len()))
        );
        if let Some(s) = &q.stats {
            println!(
                "   stats {:?} {:?} {:?} {:?} {:?}",
                s.responses.as_ref().map(|s| s.value),
                s.sum.as_ref().map(|s| s.value),
                s.mean.as_ref().map(|s| s.value),
                s.median.as_ref().map(|s| s.value),
                s.stddev.as_ref().map(|s| s.value)
            );
        }
        if std::env::var("O").is_ok() {
            println!("   options {:?}", q.options);
        }
        for c in &q.charts {
            if std::env::var("O").is_ok() {
                for b in &c.bars {
                    println!("      {:?}", b.label.text);
                }
            }
            println!(
                "   chart {:?} complete {} {:?}",
                c.group,
                c.complete,
                c.bars
                    .iter()
                    .map(|b| (
                        b.option.chars().take(14).collect::<String>(),
                        b.count.value,
                        b.percent.value
                    ))
                    .collect::<Vec<_>>()
            );
        }
        if let Some(o) = &q.other_answers {
            for t in &o.texts {
                println!("   own {:?}", t.text.chars().take(60).collect::<String>());
            }
        }
        for a in &q.answers {
            if std::env::var("V").is_ok() || !a.certain {
                println!(
                    "     {:?}#{} v={:?} t={:?} ch={:?} own={:?} com={:?} pl={} blank {} certain {}",
                    a.respondent.text,
                    a.occurrence,
                    a.value.as_ref().map(|v| v.value),
                    a.text
                        .as_ref()
                        .map(|t| t.text.chars().take(40).collect::<String>()),
                    a.choices
                        .iter()
                        .map(|c| c.option.text.chars().take(12).collect::<String>())
                        .collect::<Vec<_>>(),
                    a.own_text
                        .as_ref()
                        .map(|t| t.text.chars().take(30).collect::<String>()),
                    a.comment
                        .as_ref()
                        .map(|t| t.text.chars().take(30).collect::<String>()),
                    a.places.len(),
                    a.blank,
                    a.certain
                );
            }
        }
    }
}

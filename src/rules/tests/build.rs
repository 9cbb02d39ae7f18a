//! Builds small reports, line by line, so that every value has a place of its own.

use crate::report::{
    Answer, Bar, Chart, Choice, Decimals, Filter, Gap, GapKind, Group, Kind, NotStated,
    NotStatedLine, OtherAnswers, OverviewCategory, Question, Report, Respondent, Statistics,
};
use crate::text::{Page, Printed, Span};

/// A report that is written from the top.
#[derive(Default)]
pub(super) struct Builder {
    pub(super) report: Report,
    text: String,
    line: u32,
}

impl Builder {
    /// An empty report of which all that is there is complete.
    pub(super) fn new() -> Self {
        let mut builder = Self::default();
        builder.report.filters_complete = true;
        builder.report.overview_complete = true;
        builder
    }

    /// Prints a value on a line of its own.
    pub(super) fn print<T>(&mut self, value: T, text: &str) -> Printed<T> {
        self.line += 1;
        let start = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.text.push_str(text);
        let end = u32::try_from(self.text.len()).unwrap_or(u32::MAX);
        self.text.push('\n');
        Printed {
            value,
            text: text.to_owned(),
            span: Span {
                page: 1,
                line: self.line,
                start,
                end,
                bbox: None,
            },
            certain: true,
        }
    }

    pub(super) fn number(&mut self, value: i64) -> Printed<i64> {
        self.print(value, &value.to_string())
    }

    pub(super) fn words(&mut self, value: &str) -> Printed<String> {
        self.print(value.to_owned(), value)
    }

    pub(super) fn shown(&mut self, shown: i64) -> &mut Self {
        let printed = self.number(shown);
        self.report.shown = Some(printed.clone());
        self.report.total = Some(printed);
        self
    }

    pub(super) fn filter(&mut self, path: &str, count: i64) -> &mut Self {
        let depth = path.matches('/').count();
        let name = path.rsplit('/').next().unwrap_or(path).to_owned();
        let name = self.words(&name);
        let count = self.number(count);
        let parent = path.rsplit_once('/').map(|(parent, _)| parent);
        let parent = self
            .report
            .filters
            .iter()
            .position(|f| Some(f.path.as_str()) == parent);
        self.report.filters.push(Filter {
            name,
            count,
            depth: u32::try_from(depth).unwrap_or(0),
            path: path.to_owned(),
            parent,
            inactive: false,
        });
        self
    }

    /// A category of the overview: `Offentlig/Kommune`, the count printed, the names.
    pub(super) fn category(&mut self, group: &str, count: i64, names: &[&str]) -> &mut Self {
        let (sector, name) = group.split_once('/').unwrap_or(("", group));
        let name = self.words(name);
        let count = self.number(count);
        let respondents = names.iter().map(|n| self.words(n)).collect();
        self.report.overview.push(OverviewCategory {
            name,
            sector: sector.to_owned(),
            group: group.into(),
            count,
            respondents,
        });
        self
    }

    pub(super) fn gap(&mut self, kind: GapKind, pages: &str, questions: &[usize]) -> &mut Self {
        let at = self.words("her");
        self.report.gaps.push(Gap {
            kind,
            at,
            after_page: 1,
            missing: Some(1),
            pages: pages.to_owned(),
            questions: questions.to_vec(),
        });
        self
    }

    /// A question with its answers; the count in the heading is that of the answers.
    pub(super) fn question(&mut self, kind: Kind, title: &str) -> QuestionBuilder<'_> {
        let number = u32::try_from(self.report.questions.len()).unwrap_or(0) + 1;
        let title = self.words(title);
        QuestionBuilder {
            question: Question {
                number,
                title,
                reported_count: None,
                kind,
                stats: None,
                uncharted: false,
                charts: Vec::new(),
                options: Vec::new(),
                other_answers: None,
                answers: Vec::new(),
                not_stated: None,
                complete: true,
                pages: (1, 1),
            },
            builder: self,
        }
    }

    /// The report, with the respondents gathered from overview and questions.
    pub(super) fn done(&mut self) -> Report {
        let mut report = std::mem::take(&mut self.report);
        let mut people: Vec<Respondent> = Vec::new();
        let mut meet = |name: &Printed<String>, group: &Group, listed: bool, occurrence: u32| {
            let known = people
                .iter()
                .position(|p| p.name == name.value && p.group == *group);
            let at = known.unwrap_or_else(|| {
                people.push(Respondent {
                    name: name.value.clone(),
                    group: group.clone(),
                    submissions: 1,
                    overview: Vec::new(),
                    first: name.clone(),
                });
                people.len() - 1
            });
            let person = &mut people[at];
            if listed {
                person.overview.push(name.clone());
            }
            let listed = u32::try_from(person.overview.len()).unwrap_or(0);
            person.submissions = person.submissions.max(occurrence).max(listed);
        };
        for category in &report.overview {
            for name in &category.respondents {
                meet(name, &category.group, true, 1);
            }
        }
        for question in &report.questions {
            for answer in &question.answers {
                meet(&answer.respondent, &answer.group, false, answer.occurrence);
            }
            for line in question.not_stated.iter().flat_map(|n| &n.respondents) {
                meet(&line.name, &line.group, false, 1);
            }
        }
        report.respondents = people;
        report.pages = vec![Page {
            number: 1,
            text: std::mem::take(&mut self.text),
            ..Page::default()
        }];
        report
    }
}

/// A question that is written from the top.
pub(super) struct QuestionBuilder<'b> {
    pub(super) question: Question,
    builder: &'b mut Builder,
}

impl QuestionBuilder<'_> {
    pub(super) fn reported(mut self, count: i64) -> Self {
        self.question.reported_count = Some(self.builder.number(count));
        self
    }

    pub(super) fn incomplete(mut self) -> Self {
        self.question.complete = false;
        self
    }

    /// The block `Heltall`: Svar, Sum, Snitt, Median, Standardavvik.
    pub(super) fn stats(mut self, figures: [i64; 5]) -> Self {
        let heading = self.builder.words("Heltall").span;
        let [responses, sum, mean, median, stddev] = figures.map(|f| Some(self.builder.number(f)));
        self.question.stats = Some(Statistics {
            heading,
            responses,
            sum,
            mean,
            median,
            stddev,
            decimals: Decimals::default(),
        });
        self
    }

    /// A chart: its group, and for each bar the option, the count and the percent.
    pub(super) fn chart(mut self, group: &str, bars: &[(&str, i64, i64)]) -> Self {
        let heading = Some(group)
            .filter(|g| !g.is_empty())
            .map(|g| self.builder.words(g));
        let bars = bars.iter().map(|&(option, count, percent)| Bar {
            option: option.to_owned(),
            label: self.builder.words(option),
            count: self.builder.number(count),
            percent: self.builder.print(percent, &format!("({percent}%)")),
            decimals: 0,
            other: option == "Andre svar",
        });
        let bars: Vec<Bar> = bars.collect();
        if group.is_empty() {
            let options = bars.iter().filter(|b| !b.other).map(|b| b.option.clone());
            self.question.options = options.collect();
        }
        self.question.charts.push(Chart {
            group: group.into(),
            heading,
            bars,
            complete: true,
        });
        self
    }

    pub(super) fn others(mut self, texts: &[&str]) -> Self {
        let heading = self.builder.words("Andre svar").span;
        let texts = texts.iter().map(|t| self.builder.words(t)).collect();
        self.question.other_answers = Some(OtherAnswers {
            heading,
            texts,
            certain: true,
        });
        self
    }

    fn answer(&mut self, name: &str, group: &str) -> Answer {
        let earlier = &self.question.answers;
        let same = |a: &&Answer| a.respondent.value == name && a.group.as_str() == group;
        let occurrence = u32::try_from(earlier.iter().filter(same).count()).unwrap_or(0) + 1;
        Answer {
            respondent: self.builder.words(name),
            group: group.into(),
            occurrence,
            value: None,
            text: None,
            choices: Vec::new(),
            own_text: None,
            glyphs: None,
            comment: None,
            places: Vec::new(),
            blank: true,
            certain: true,
        }
    }

    pub(super) fn blank(mut self, name: &str, group: &str) -> Self {
        let answer = self.answer(name, group);
        self.question.answers.push(answer);
        self
    }

    pub(super) fn integer(mut self, name: &str, group: &str, value: i64) -> Self {
        let mut answer = self.answer(name, group);
        answer.value = Some(self.builder.number(value));
        answer.blank = false;
        self.question.answers.push(answer);
        self
    }

    pub(super) fn text(mut self, name: &str, group: &str, text: &str) -> Self {
        let mut answer = self.answer(name, group);
        answer.text = Some(Box::new(self.builder.words(text)));
        answer.blank = false;
        self.question.answers.push(answer);
        self
    }

    /// Choices; what begins with `*` is the own text, with `#` the comment.
    pub(super) fn choose(mut self, name: &str, group: &str, chosen: &[&str]) -> Self {
        let mut answer = self.answer(name, group);
        for text in chosen {
            if let Some(own) = text.strip_prefix('*') {
                answer.own_text = Some(Box::new(self.builder.words(own)));
            } else if let Some(comment) = text.strip_prefix('#') {
                answer.comment = Some(Box::new(self.builder.words(comment)));
            } else {
                let option = self.builder.words(text);
                answer.choices.push(Choice { option });
            }
        }
        answer.blank = chosen.is_empty();
        self.question.answers.push(answer);
        self
    }

    pub(super) fn not_stated(mut self, count: i64, names: &[(&str, &str)]) -> Self {
        let count = self.builder.number(count);
        let respondents = names
            .iter()
            .map(|(name, group)| NotStatedLine {
                name: self.builder.words(name),
                group: (*group).into(),
            })
            .collect();
        self.question.not_stated = Some(NotStated { count, respondents });
        self
    }

    /// Changes the question freely.
    pub(super) fn with(mut self, change: impl FnOnce(&mut Question)) -> Self {
        change(&mut self.question);
        self
    }

    /// Puts the question into the report.
    pub(super) fn end(mut self) {
        if self.question.reported_count.is_none() {
            let count = i64::try_from(self.question.answers.len()).unwrap_or(0);
            self.question.reported_count = Some(self.builder.number(count));
        }
        self.builder.report.questions.push(self.question);
    }
}

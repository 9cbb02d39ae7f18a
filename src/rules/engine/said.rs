//! What a finding says, beside its place: messages, secondary places, and what is asked of whom.

use super::place::Run;
use super::size::{bytes_of, bytes_of_ask};
use super::{print, whose};
use crate::i18n::{Lang, Text};
use crate::rules::lang::eval::Slot;
use crate::rules::lang::stop::Stop;
use crate::rules::lang::value::{Data, Value};
use crate::rules::load::message::{Message, Piece};
use crate::rules::load::{AskCode, LabelCode};
use crate::rules::outcome::{Enquiry, Label};
use crate::text::Printed;

/// What is done for an item, or once without one.
type Say<'f, R, V> = &'f mut dyn FnMut(&mut R, Option<&V>) -> Result<(), Stop>;

impl<'r> Run<'r, '_> {
    /// The secondary places of a label.
    pub(super) fn label(
        &mut self,
        label: &'r LabelCode,
        into: &mut Vec<Label>,
    ) -> Result<(), Stop> {
        self.each(label, &mut |run, _| {
            if let Some((at, text)) = run.pointed(label)? {
                let bytes = size_of::<Label>() + 2 * at.text.len() + bytes_of(&text);
                run.machine.fuel.keep(bytes)?;
                into.push(Label { at, text });
            }
            Ok(())
        })
    }

    /// Does something for each item of a label, or once where it walks over nothing.
    fn each(&mut self, label: &'r LabelCode, say: Say<'_, Self, Value<'r>>) -> Result<(), Stop> {
        let Some((slot, list)) = &label.each else {
            return self.spared(|run| say(run, None)).map(|_| ());
        };
        let Some(items) = self.spared(|run| run.machine.list(list))? else {
            return Ok(());
        };
        for item in items.iter() {
            self.machine.set(*slot, Slot::Full(item.clone()));
            self.spared(|run| say(run, Some(&item)))?;
        }
        Ok(())
    }

    /// What is asked of whom.
    pub(super) fn asks(
        &mut self,
        ask: &'r AskCode,
        (respondent, group): (&Option<String>, &Option<String>),
        primary: &Printed<String>,
    ) -> Result<Vec<Enquiry>, Stop> {
        let mut asks = Vec::new();
        match ask {
            AskCode::Own(message) => {
                let question = self.message(message)?;
                asks.extend(respondent.as_ref().map(|respondent| Enquiry {
                    respondent: respondent.clone(),
                    group: group.clone(),
                    at: primary.clone(),
                    question,
                }));
            }
            AskCode::Each(label) => self.each(label, &mut |run, item| {
                let node = match item.map(|item| &item.data) {
                    Some(Data::Node(node)) => *node,
                    _ => return Ok(()),
                };
                if let Some(respondent) = whose::respondent(run.world, node)
                    && let Some((at, question)) = run.pointed(label)?
                {
                    let asked = Enquiry {
                        respondent: respondent.to_owned(),
                        group: whose::group(run.world, node).map(str::to_owned),
                        at,
                        question,
                    };
                    run.machine.fuel.keep(bytes_of_ask(&asked))?;
                    asks.push(asked);
                }
                Ok(())
            })?,
        }
        Ok(asks)
    }

    /// The place of a label and what is said there; nothing where it is not meant or not printed.
    fn pointed(&mut self, label: &'r LabelCode) -> Result<Option<(Printed<String>, Text)>, Stop> {
        if let Some(when) = &label.when
            && !self.holds(when)?
        {
            return Ok(None);
        }
        let at = self.print(&label.at)?;
        at.map(|at| Ok((at, self.message(&label.text)?)))
            .transpose()
    }

    /// A message in all languages.
    pub(super) fn message(&mut self, message: &'r Message) -> Result<Text, Stop> {
        let nb = self.words(&message.nb, Lang::Nb)?;
        let mut other = |pieces: &'r [Piece], lang| match pieces {
            [] => Ok(nb.clone()),
            _ => self.words(pieces, lang),
        };
        Ok(Text {
            nn: other(&message.nn, Lang::Nn)?,
            en: other(&message.en, Lang::En)?,
            nb,
        })
    }

    fn words(&mut self, pieces: &'r [Piece], lang: Lang) -> Result<String, Stop> {
        let mut text = String::new();
        let held = self.machine.fuel.held();
        for piece in pieces {
            match piece {
                Piece::Words(words) => text.push_str(words),
                Piece::Value(code) => match self.machine.place(code) {
                    Ok(value) => print::value(&mut text, &value, lang),
                    Err(Stop::NotEvaluable(_)) => text.push('?'),
                    Err(stop) => return Err(stop),
                },
            }
            self.machine.fuel.free(held);
        }
        Ok(text)
    }
}

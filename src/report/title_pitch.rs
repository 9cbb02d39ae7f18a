//! How far apart the lines of titles stand, where they stand further apart than those of a text.

use super::lines::{Line, is_near, pitch};
use super::outline::{Outline, Role};

/// So many pairs of lines that stand as far apart are the lines of titles: what stands above a title by
/// chance, as the survey's title does, stands there once.
const ENOUGH: usize = 3;
/// Two distances are the same that differ by no more than this, in sizes.
const ALIKE: f32 = 0.03;

/// The distance from each line of a title to the next that most titles share, in sizes of their type.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct TitlePitch(Option<f32>);

impl TitlePitch {
    /// From all lines right above those that end a title and that are set as they are.
    pub(super) fn learn(all: &[Line<'_>], outline: &Outline) -> Self {
        let pairs = all.windows(2).filter_map(|pair| match pair {
            [above, below] if outline.of(below) == &Role::TitleEnd => {
                let plain = outline.of(above) == &Role::Plain;
                (plain && is_near(above, below)).then(|| pitch(above, below))?
            }
            _ => None,
        });
        let mut pairs: Vec<f32> = pairs.collect();
        pairs.sort_by(f32::total_cmp);
        let usual = pairs.get(pairs.len() / 2).copied();
        let alike = |usual: f32| {
            let alike = pairs.iter().filter(|at| (**at - usual).abs() < ALIKE);
            alike.count()
        };
        Self(usual.filter(|usual| alike(*usual) >= ENOUGH))
    }

    /// Whether a line stands as far below another one as the lines of titles do.
    pub(super) fn parts(self, above: &Line<'_>, below: &Line<'_>) -> bool {
        let apart = self.0.zip(pitch(above, below));
        is_near(above, below) && apart.is_some_and(|(usual, at)| (usual - at).abs() < ALIKE)
    }
}

//! The one font, and how the renderer is set up.

use resvg::usvg::{FontResolver, ImageHrefResolver, ImageKind, Options, fontdb};
use std::sync::{Arc, LazyLock};

struct Fonts {
    database: Arc<fontdb::Database>,
    regular: Option<fontdb::ID>,
    bold: Option<fontdb::ID>,
}

static FONTS: LazyLock<Fonts> = LazyLock::new(|| {
    let mut database = fontdb::Database::new();
    let mut add = |data: &'static [u8]| {
        let source = fontdb::Source::Binary(Arc::new(data));
        database.load_font_source(source).first().copied()
    };
    let (regular, bold) = (add(dejavu::sans::regular()), add(dejavu::sans::bold()));
    Fonts { database: Arc::new(database), regular, bold }
});

/// From this weight on the bold face is nearer.
const BOLD: u16 = 600;

/// The renderer's options: the embedded font for every family, no file outside the drawing.
pub(super) fn options() -> Options<'static> {
    let fonts = &*FONTS;
    Options {
        fontdb: Arc::clone(&fonts.database),
        font_resolver: FontResolver {
            select_font: Box::new(|font, _| if font.weight() >= BOLD { fonts.bold } else { fonts.regular }),
            // Both faces have the same characters: one that is missing stays missing.
            select_fallback: Box::new(|_, _, _| None),
        },
        image_href_resolver: ImageHrefResolver {
            resolve_data: Box::new(|_, data, _| image_kind(data)),
            resolve_string: Box::new(|_, _| None),
        },
        ..Options::default()
    }
}

/// The format by its first bytes, whatever the URL calls it. An SVG inside would be a drawing that
/// was never weighed, so it is none of them.
fn image_kind(data: Arc<Vec<u8>>) -> Option<ImageKind> {
    match data.as_slice() {
        [0x89, b'P', b'N', b'G', ..] => Some(ImageKind::PNG(data)),
        [0xff, 0xd8, 0xff, ..] => Some(ImageKind::JPEG(data)),
        [b'G', b'I', b'F', b'8', ..] => Some(ImageKind::GIF(data)),
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Some(ImageKind::WEBP(data)),
        _ => None,
    }
}

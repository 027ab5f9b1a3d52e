//! Events as handlers see them.

#![expect(unsafe_code, reason = "reads the event that C lends for a call")]

use std::ffi::c_int;
use std::num::NonZeroU64;

use super::element::ElementId;
use super::ffi::InkEvent;

/// What happened. The order of the variants is that of `ink_kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(i32)]
pub enum EventKind {
    /// The element is about to be repainted.
    Draw,
    /// A button was pressed over the element.
    Tap,
    /// The pointer came over the element.
    Enter,
    /// The pointer is no longer over the element.
    Leave,
    /// A key was pressed.
    Key,
    /// A tap with the left button; comes after [`EventKind::Tap`].
    LeftClick,
    /// A tap with the right button; comes after [`EventKind::Tap`].
    RightClick,
    /// The pointer moved and is over the element.
    MouseOver,
    /// Keys go to this element from now on.
    GainFocus,
    /// Keys go to another element from now on.
    LoseFocus,
    /// A timer of the canvas is due. Elements cannot listen for it.
    Timer,
}

impl EventKind {
    /// Every kind.
    pub const ALL: [Self; 11] = [
        Self::Draw,
        Self::Tap,
        Self::Enter,
        Self::Leave,
        Self::Key,
        Self::LeftClick,
        Self::RightClick,
        Self::MouseOver,
        Self::GainFocus,
        Self::LoseFocus,
        Self::Timer,
    ];

    pub(super) fn code(self) -> c_int {
        self as c_int
    }
}

/// The name of a timer, never used twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TimerId(pub(super) NonZeroU64);

/// One event for one receiver: an element, or a timer.
#[derive(Clone, Copy, Debug)]
pub struct Event<'a> {
    /// What happened.
    pub kind: EventKind,
    /// The element that receives it; none for a timer.
    pub element: Option<ElementId>,
    /// The timer that is due.
    pub timer: Option<TimerId>,
    /// Virtual time in milliseconds.
    pub now: u64,
    /// Where the pointer is, for pointer events.
    pub x: i32,
    /// Where the pointer is, for pointer events.
    pub y: i32,
    /// The button of a tap: 1 left, 2 middle, 3 right.
    pub button: i32,
    /// The key, for [`EventKind::Key`].
    pub keysym: u32,
    /// What the key types, for [`EventKind::Key`].
    pub text: &'a str,
}

impl<'a> Event<'a> {
    /// # Safety
    /// The event's text must be valid for `'a`, as C promises for the duration of a handler's call.
    pub(super) unsafe fn read(event: &'a InkEvent) -> Self {
        let text = match event.text_len {
            0 => &[],
            // SAFETY: C sets text to text_len initialized bytes (never null), alive for 'a by this function's contract.
            length => unsafe { std::slice::from_raw_parts(event.text.cast::<u8>(), length) },
        };
        let kind = usize::try_from(event.kind)
            .ok()
            .and_then(|code| EventKind::ALL.get(code).copied())
            .unwrap_or_else(|| unreachable!("inkcanvas sent the event kind {}", event.kind));
        Self {
            kind,
            element: NonZeroU64::new(event.element).map(ElementId),
            timer: NonZeroU64::new(event.timer).map(TimerId),
            now: event.now,
            x: event.x,
            y: event.y,
            button: event.button,
            keysym: event.keysym,
            // All keys are posted by this wrapper, from a &str; to validate is cheaper than to prove it here.
            text: if text.is_empty() { "" } else { std::str::from_utf8(text).unwrap_or_default() },
        }
    }
}

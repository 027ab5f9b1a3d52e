"""Draw a user interface in Inkscape, program it from Python.

`loadsvg` reads a drawing; its elements go onto a canvas, get handlers, and receive events from the canvas's
`eventloop`. There is no window: events are posted, time is virtual, and frames are saved as PNG.
"""

import inkface
import sys
from collections.abc import Callable
from os import PathLike
from typing import Any, ClassVar, Final, Self, final
from typing_extensions import disjoint_base
from weakref import ReferenceType

__all__ = [
    "canvas",
    "create_X_canvas",
    "element",
    "exit",
    "Face",
    "release",
    "live_counts",
    "loadsvg",
    "unload",
    "KeyBackspace",
    "KeyTab",
    "KeyEnter",
    "KeyEscape",
    "KeySpace",
]

@disjoint_base
class canvas:
    """A canvas: a framebuffer, the elements on it, and their events."""
    @property
    def fullscreen(self) -> bool:
        """Whether the canvas covers the whole screen, where there is one."""
    @fullscreen.setter
    def fullscreen(self, value: bool) -> None: ...
    def __new__(cls, width: int = 800, height: int = 480, fullscreen: bool = False) -> Self: ...
    @property
    def width(self) -> int:
        """The width in pixels."""
    @property
    def height(self) -> int:
        """The height in pixels."""
    @property
    def elements(self) -> list[element]:
        """The elements on the canvas, the lowest first: a new list each time."""
    @property
    def timeout(self) -> int:
        """Milliseconds of virtual time between two calls of onTimer; 0 for none."""
    @timeout.setter
    def timeout(self, value: int) -> None: ...
    @property
    def onTimer(self) -> Callable[..., object] | ReferenceType[Callable[..., object]] | None:
        """Called as onTimer(canvas) every `timeout` milliseconds."""
    @onTimer.setter
    def onTimer(self, value: Callable[..., object] | ReferenceType[Callable[..., object]] | None) -> None: ...
    @property
    def now(self) -> int:
        """Virtual milliseconds since the canvas was made."""
    def add(self, face: Face) -> None:
        """Put a face's elements on the canvas, and have the face connect its handlers: calls face.wire()."""
    def remove(self, face: Face) -> None:
        """Take a face's elements off the canvas, after the face has let go of its handlers: calls face.unwire()."""
    def register_elements(self, elements: dict[str, element] | None = None) -> None:
        """Put all the elements of a dict on the canvas, or none if one of them cannot be."""
    def unregister_elements(self, elements: dict[str, element] | None = None) -> None:
        """Take the elements of a dict off the canvas; those that are not on it are passed over."""
    def draw(self, element: element) -> None:
        """Paint an element anew, with what lies over it."""
    def refresh(self) -> None:
        """Repaint what has changed since the last time. The event loop does so by itself when it is idle."""
    def bring_to_front(self, element: element) -> None:
        """Lay an element above all others, until reset_order()."""
    def reset_order(self) -> None:
        """Lay the elements by their `order` again."""
    def eventloop(self) -> None:
        """Deliver events until no event and no timer is left, exit() is called, or a handler raises: its exception comes
        out here.
        """
    def post_tap(self, x: int, y: int, button: int = 1, delay: int = 0) -> None:
        """Post a press of a button (1 left, 2 middle, 3 right), due after `delay` milliseconds of virtual time."""
    def post_motion(self, x: int, y: int, delay: int = 0) -> None:
        """Post a movement of the pointer."""
    def post_key(self, text: str, keysym: int = 0, delay: int = 0) -> None:
        """Post a key: the text that it types, and its X11 key symbol."""
    @property
    def repainted(self) -> list[tuple[int, int, int, int]]:
        """The rectangles (x, y, w, h) that the last repaint touched."""
    @property
    def surface(self) -> memoryview:
        """The framebuffer as it was last painted: a read-only memoryview of height × width × 4 bytes, ARGB32 (in memory
        blue, green, red, alpha on a little-endian machine). It shows what is painted later, too.
        """
    if sys.version_info >= (3, 12):
        def __buffer__(self, flags: int, /) -> memoryview: ...
    def save(self, path: str | bytes | PathLike[str] | PathLike[bytes]) -> None:
        """Save the framebuffer as a PNG file."""
    def __bool__(self) -> bool:
        """A canvas is a canvas, also an empty one."""
    def __len__(self) -> int: ...
    def __repr__(self) -> str: ...

def create_X_canvas(width: int = 800, height: int = 480, fullscreen: bool = False) -> inkface.canvas:
    """A new canvas, white and empty.

    The environment variable INKFACE_FULLSCREEN=TRUE forces fullscreen.
    """

@final
class element:
    """An element of a drawing. It comes from `loadsvg`, lies on at most one canvas, and calls its handlers.

    Elements are ordered by their `order` and equal only to themselves.
    """
    @property
    def name(self) -> str:
        """The name in the drawing: the attribute `name`, else the label, else the id."""
    @property
    def id(self) -> str:
        """The id in the drawing, after a `#`."""
    @property
    def user_data(self) -> Any:
        """Whatever the user wants to keep with the element."""
    @user_data.setter
    def user_data(self, value: object) -> None: ...
    @property
    def x(self) -> int:
        """The left edge, in pixels of the canvas."""
    @x.setter
    def x(self, value: int) -> None: ...
    @property
    def y(self) -> int:
        """The upper edge, in pixels of the canvas."""
    @y.setter
    def y(self, value: int) -> None: ...
    @property
    def w(self) -> int:
        """The width in pixels."""
    @property
    def h(self) -> int:
        """The height in pixels."""
    @property
    def order(self) -> int:
        """The place in the z-order: higher lies above."""
    @order.setter
    def order(self, value: int) -> None: ...
    @property
    def opacity(self) -> float:
        """From 0 (invisible) to 1 (opaque)."""
    @opacity.setter
    def opacity(self, value: float) -> None: ...
    @property
    def text(self) -> str | None:
        """The text, or `None` for an element without one. After a change, `refresh()` shows it."""
    @text.setter
    def text(self, value: str) -> None: ...
    @property
    def surface(self) -> Any:
        """The element's own pixels as they are now: a read-only memoryview of h × w × 4 bytes, premultiplied ARGB32 (in
        memory blue, green, red, alpha on a little-endian machine).
        """
    @property
    def clouds(self) -> list[tuple[int, int, int, int]]:
        """The parts that higher elements cover and where this one therefore gets no events: a list of (x, y, w, h)."""
    @property
    def visible(self) -> bool:
        """Whether the element is shown."""
    def refresh(self) -> None:
        """Lay out a changed text and have the element painted anew."""
    def hide(self) -> None:
        """Take the element out of sight; it gets no events."""
    def unhide(self) -> None:
        """Show the element again."""
    def move_to(self, x: int, y: int) -> None:
        """Move the element in one step, so that only its old and its new rectangle are repainted."""
    def occupies(self, x: int, y: int) -> bool:
        """Whether the point lies in the element's rectangle."""
    def clouded(self, x: int, y: int) -> bool:
        """Whether the point lies under one of the element's clouds."""
    def clone(self) -> element:
        """A new element that looks the same and lies at the same place, on no canvas and without handlers."""
    def __lt__(self, other: element, /) -> bool: ...
    def __le__(self, other: element, /) -> bool: ...
    def __gt__(self, other: element, /) -> bool: ...
    def __ge__(self, other: element, /) -> bool: ...
    def __repr__(self) -> str: ...
    @property
    def onDraw(self) -> Callable[..., object] | ReferenceType[Callable[..., object]] | None:
        """Called as onDraw(element) before the element is repainted."""
    @onDraw.setter
    def onDraw(self, value: Callable[..., object] | ReferenceType[Callable[..., object]] | None) -> None: ...
    @property
    def onTap(self) -> Callable[..., object] | ReferenceType[Callable[..., object]] | None:
        """Called as onTap(element) when a button was pressed over the element."""
    @onTap.setter
    def onTap(self, value: Callable[..., object] | ReferenceType[Callable[..., object]] | None) -> None: ...
    @property
    def onMouseEnter(self) -> Callable[..., object] | ReferenceType[Callable[..., object]] | None:
        """Called as onMouseEnter(element) when the pointer comes over the element."""
    @onMouseEnter.setter
    def onMouseEnter(self, value: Callable[..., object] | ReferenceType[Callable[..., object]] | None) -> None: ...
    @property
    def onMouseLeave(self) -> Callable[..., object] | ReferenceType[Callable[..., object]] | None:
        """Called as onMouseLeave(element) when the pointer is no longer over the element."""
    @onMouseLeave.setter
    def onMouseLeave(self, value: Callable[..., object] | ReferenceType[Callable[..., object]] | None) -> None: ...
    @property
    def onKeyPress(self) -> Callable[..., object] | ReferenceType[Callable[..., object]] | None:
        """Called as onKeyPress(element, text, keysym) when a key was pressed."""
    @onKeyPress.setter
    def onKeyPress(self, value: Callable[..., object] | ReferenceType[Callable[..., object]] | None) -> None: ...
    @property
    def onLeftClick(self) -> Callable[..., object] | ReferenceType[Callable[..., object]] | None:
        """Called as onLeftClick(element), after onTap."""
    @onLeftClick.setter
    def onLeftClick(self, value: Callable[..., object] | ReferenceType[Callable[..., object]] | None) -> None: ...
    @property
    def onRightClick(self) -> Callable[..., object] | ReferenceType[Callable[..., object]] | None:
        """Called as onRightClick(element), after onTap."""
    @onRightClick.setter
    def onRightClick(self, value: Callable[..., object] | ReferenceType[Callable[..., object]] | None) -> None: ...
    @property
    def onMouseOver(self) -> Callable[..., object] | ReferenceType[Callable[..., object]] | None:
        """Called as onMouseOver(element) when the pointer has moved and is over the element."""
    @onMouseOver.setter
    def onMouseOver(self, value: Callable[..., object] | ReferenceType[Callable[..., object]] | None) -> None: ...
    @property
    def onGainFocus(self) -> Callable[..., object] | ReferenceType[Callable[..., object]] | None:
        """Called as onGainFocus(element) when keys go to the element from now on."""
    @onGainFocus.setter
    def onGainFocus(self, value: Callable[..., object] | ReferenceType[Callable[..., object]] | None) -> None: ...
    @property
    def onLoseFocus(self) -> Callable[..., object] | ReferenceType[Callable[..., object]] | None:
        """Called as onLoseFocus(element) when keys go elsewhere from now on."""
    @onLoseFocus.setter
    def onLoseFocus(self, value: Callable[..., object] | ReferenceType[Callable[..., object]] | None) -> None: ...
    __hash__: ClassVar[None]  # type: ignore[assignment]

def exit() -> bool:
    """End the event loop that is running (the innermost, if a handler has started another canvas's). Returns whether there
    was one.
    """

@disjoint_base
class Face:
    """A drawing on its way to a canvas: its elements are attributes.

    Subclasses connect their methods to elements in wire(), which canvas.add() calls, and let go of them in unwire(),
    which canvas.remove() calls. Neither is needed for a face to be freed: the collector sees every handler.
    """
    @property
    def canvas(self) -> inkface.canvas | None:
        """The canvas that the face was made for."""
    @property
    def svg(self) -> str | None:
        """The path of the drawing."""
    @property
    def resultProcessor(self) -> Callable[..., Any] | None:
        """A callable that takes the face's result, for whoever uses the face to set."""
    @resultProcessor.setter
    def resultProcessor(self, value: Callable[..., Any] | None) -> None: ...
    def __init__(self, canvas: inkface.canvas, svg: str | bytes | PathLike[str] | PathLike[bytes], autoload: bool = True) -> None: ...
    def load(self) -> None:
        """Load the drawing, again if it is loaded already."""
    def wire(self) -> None:
        """Connect handlers. Nothing here; for subclasses."""
    def unwire(self) -> None:
        """Let go of handlers. Nothing here; for subclasses."""
    @property
    def elements(self) -> dict[str, element]:
        """The elements by name: a new dict each time, empty while the face is not loaded."""
    def __getattr__(self, name: str, /) -> element: ...

def release(face: Face) -> None:
    """Take a face off its canvas and let its drawing go; its handlers go with the elements."""

def live_counts() -> dict[str, int]:
    """How many canvases, elements, handlers and renderers are alive in the C library, by name."""

def loadsvg(path: str | bytes | PathLike[str] | PathLike[bytes]) -> dict[str, element]:
    """Load a drawing made in Inkscape: a dict from the names of its elements to the elements, in z-order.

    An element is a child of a layer. Raises OSError (FileNotFoundError, …) if the file cannot be read, and ValueError
    with line and column if it is no drawing, or too large for a canvas.
    """

def unload(elements: dict[str, element]) -> None:
    """Let a loaded drawing go: takes its elements off their canvases, their handlers off the elements, and empties the dict."""

KeyBackspace: Final[int]
"""The key symbol of Backspace in X11."""

KeyTab: Final[int]
"""The key symbol of Tab in X11."""

KeyEnter: Final[int]
"""The key symbol of Enter in X11."""

KeyEscape: Final[int]
"""The key symbol of Escape in X11."""

KeySpace: Final[int]
"""The key symbol of Space in X11."""

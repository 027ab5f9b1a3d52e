//! What `skeleton` writes: that it says the right things, and that it compiles against the library.

mod support;

use std::fs;
use std::path::Path;
use std::process::Command;

use support::{fixture, package, run, target};

fn skeleton(arguments: &[&str]) -> String {
    let mut all = vec!["skeleton"];
    all.extend(arguments);
    let said = run(&all);
    assert_eq!((said.code, said.err.as_str()), (0, ""), "{}", said.out);
    said.out
}

/// That a text has each of these lines, in their order, whatever is between.
#[track_caller]
fn has(text: &str, lines: &[&str]) {
    let mut rest = text.lines().map(str::trim);
    for line in lines {
        assert!(rest.any(|said| said == *line), "`{line}` in order in\n{text}");
    }
}

#[test]
fn formats_and_keywords_become_a_signature() {
    has(
        &skeleton(&["count", "--from", "texts.c"]),
        &[
            "/// `count(text, letter='a', *, start=0, strict=False)`",
            "#[function]",
            "#[signature(text, letter = 'a', *, start = 0, strict = false)]",
            "fn count(py: Python<'_>, text: &str, letter: char, start: isize, strict: bool) -> Result<core::ffi::c_long> {",
            "// In C: texts_count, texts.c:32, METH_VARARGS | METH_KEYWORDS.",
            "// Note: `strict` is `p`: C asks any object for its truth, `bool` takes nothing but a bool.",
            "Err(NotImplementedError::new(\"texts.count is not ported yet\"))",
        ],
    );
    let numbers = skeleton(&["texts_numbers", "--from", "texts.c"]);
    let types = ["small: u8,", "number: i16,", "wide: core::ffi::c_long,", "mask: u64,", "low: f32,", "high: f64,"];
    has(&numbers, &types);
    has(&numbers, &["maybe: Option<&str>,", "memory: Buffer<'py, u8>,", "x_y: (i32, i32),", ") -> Result<bool> {"]);
    has(&numbers, &["// Note: `mask` is `K`: C does not check that the number fits, Rust does."]);
}

#[test]
fn every_way_to_pass_arguments_has_its_parameters() {
    let text = skeleton(&["--from", "texts.c"]);
    has(
        &text,
        &[
            "#[signature(list, gap = None, /)]",
            "list: Borrowed<'_, 'py, List>,",
            "gap: Option<Borrowed<'_, 'py, Any>>,",
        ],
    );
    has(&text, &["#[signature(first, second = None, /)]", ") -> Result<Owned<'py, Tuple>> {"]);
    has(
        &text,
        &["#[signature(text, /)]", "fn length<'py>(py: Python<'py>, text: Borrowed<'_, 'py, Any>) -> Result<isize> {"],
    );
    has(&text, &["/// `reset()`", "#[function]", "fn reset(py: Python<'_>) -> Result<()> {"]);
    has(
        &text,
        &["#[signature(*args)]", "// Note: C reads the arguments one by one: give each a parameter of its own."],
    );
    // A helper's `int` is a status if nothing but 0 and -1 is returned, and a number otherwise.
    has(&text, &["text: &core::ffi::CStr,", ") -> Result<core::ffi::c_int> {"]);
    has(&text, &["fn check<'py>(py: Python<'py>, object: Borrowed<'_, 'py, Any>) -> Result<()> {"]);
}

#[test]
fn rarer_ways_to_read_arguments_are_followed_or_noted() {
    let text = skeleton(&["--from", "args.c"]);
    has(
        &text,
        &[
            "#[signature(object = None, /, **kwargs)]",
            "// Note: C looks by itself at what is passed by name.",
            "fn without_names(py: Python<'_>) -> Result<()> {",
            "// Note: C accepts any arguments by name and looks at none of them; Rust refuses them.",
            "#[signature(left, right, /)]",
            "fn by_helper(py: Python<'_>, left: i32, right: i32) -> Result<core::ffi::c_long> {",
            "// Note: the arguments are read by `read_pair`.",
            "#[signature(text, /)]",
            "fn either<'py>(py: Python<'py>, text: &str) -> Result<Owned<'py, Any>> {",
            "// Note: this is the first of several formats that C tries or asks for.",
            "#[signature(*args, **kwargs)]",
            "// Note: the format `late_format` is not a text that can be read.",
            "fn ignores(py: Python<'_>) -> Result<()> {",
            "// Note: C accepts any arguments and looks at none of them; Rust refuses them.",
            "#[signature(callable, gap = 0.5, /)]",
            "#[signature(*args, **kwargs)]",
            "// Note: C reads the arguments one by one: give each a parameter of its own.",
            "fn nothing(py: Python<'_>) -> Result<()> {",
            "#[signature(number, text, bytes = None, word = \"word\", mask = 15, octal = 8, negative = -1, letter = None, /)]",
            "number: Borrowed<'_, 'py, Int>,",
            "text: Borrowed<'_, 'py, Str>,",
            "bytes: Option<Borrowed<'_, 'py, Bytes>>,",
            "word: &str,",
            "mask: u32,",
            "octal: i32,",
            "negative: i32,",
            "letter: Option<&[u8]>,",
        ],
    );
}

#[test]
fn the_steps_say_what_happens_to_references() {
    has(
        &skeleton(&["texts.join", "--from", "texts.c"]),
        &[
            "// line 49: PyArg_ParseTuple(args, \"O!|O:join\", &PyList_Type, &list, &gap) -> the arguments, objects borrowed; 0 on failure",
            "// line 52: separator = PyUnicode_FromString(\" \") -> new str, NULL on failure",
            "// line 53: check(separator) -> C function of these files",
            "// line 54: Py_XDECREF(separator) -> releases separator",
            "// line 57: joined = PyUnicode_Join(separator, list) -> new str, NULL on failure",
            "// line 59: return joined",
        ],
    );
    has(
        &skeleton(&["ring.Ring.pop", "--from", "ring"]),
        &["// line 45: self->first = link->next", "// line 49: Py_DECREF(link) -> releases link"],
    );
    has(
        &skeleton(&["ring_push", "--from", "ring"]),
        &[
            "// line 25: link = PyObject_New(&LinkType) -> new object, takes a reference of its own to &LinkType, NULL on failure",
            "// line 29: link->value = Py_NewRef(value) -> new object, never fails",
        ],
    );
    has(
        &skeleton(&["every_match", "--from", "operators.c"]),
        &[
            "// line 129: PyTuple_SET_ITEM(pair, 0, path) -> steals path",
            "// line 131: PyLong_FromSsize_t(length) -> new int, NULL on failure",
            "// line 131: PyTuple_SET_ITEM(pair, 1, PyLong_FromSsize_t(length)) -> steals PyLong_FromSsize_t(length)",
            "// line 132: return pair",
        ],
    );
}

#[test]
fn a_type_becomes_a_class_that_adopts_it() {
    let text = skeleton(&["Tally", "--from", "tally.c"]);
    has(
        &text,
        &[
            "use owned::adopt::{OwnedField, PlainField};",
            "#[class(unsafe(adopt(Tally, spec = tally_spec)))]",
            "#[repr(C)]",
            "pub struct Tally {",
            "// In C: Tally, tally.c:5. All fields, in C's order.",
            "count: PlainField<isize>,",
            "callback: OwnedField<Any>, // released in tally_clear",
            "weight: PlainField<f64>,",
            "scratch: PlainField<*mut core::ffi::c_void>, // int *",
            "// tp_dealloc (tally_dealloc): stays C's",
            "// tp_traverse (tally_traverse): stays C's",
            "impl Tally {",
            "#[classmethod]",
            "class: Borrowed<'_, 'py, Type>,",
            "#[staticmethod]",
            "#[getter]",
            "#[setter]",
            "#[signature(count = None, callback = None)]",
            "fn __init__<'py>(",
            "fn __repr__<'py>(&self, py: Python<'py>) -> Result<Owned<'py, Str>> {",
            "fn __lt__<'py>(&self, py: Python<'py>, other: Borrowed<'_, 'py, Any>) -> Result<Owned<'py, Any>> {",
            "fn __len__(&self, py: Python<'_>) -> Result<usize> {",
            "fn __add__<'py>(&self, py: Python<'py>, other: Borrowed<'_, 'py, Any>) -> Result<Owned<'py, Any>> {",
            "fn __bool__(&self, py: Python<'_>) -> Result<bool> {",
        ],
    );
    assert!(!text.contains("fn one<"), "functions of the module were not asked for");
    // A type that is filled in as a `PyTypeObject`; what is an object, of which type, and whose.
    has(
        &skeleton(&["ring.Ring", "ring.Link", "--from", "ring"]),
        &[
            "#[class(unsafe(adopt(Link, type = LinkType)))]",
            "next: OwnedField<Link>, // released in link_dealloc",
            "value: OwnedField<Any>, // released in link_dealloc",
            "#[class(unsafe(adopt(Ring, type = RingType)))]",
            "first: OwnedField<Link>, // released in ring_dealloc",
        ],
    );
    let text = skeleton(&["Everything", "--from", "operators.c"]);
    has(
        &text,
        &[
            "r#type: PlainField<core::ffi::c_ulonglong>,",
            "r#loop: PlainField<*mut core::ffi::c_char>, // const char *",
            "r#match: BorrowedField<Any>, // nothing in these files releases it",
            "marks: PlainField<[core::ffi::c_int; 3]>,",
            "visit: PlainField<*mut core::ffi::c_void>, // int (*)()",
        ],
    );
}

#[test]
fn what_cannot_be_adopted_says_why() {
    let why = |name: &str, file: &str| {
        let text = skeleton(&[name, "--from", file]);
        let said = text.lines().find_map(|line| line.strip_prefix("// A class of Rust's own: ")).unwrap_or_default();
        said.to_owned()
    };
    assert_eq!(why("Row", "rare.c"), "`Row` has PyObject_VAR_HEAD, and is of no fixed size.");
    assert_eq!(why("operators.Buffer", "operators.c"), "its field `view` is a `Py_buffer`.");
    assert_eq!(why("Bound", "operators.c"), "its field `self` has a name that no field of Rust can have.");
    assert_eq!(why("Everything", "operators.c"), "");
}

#[test]
fn a_type_becomes_a_class_of_rusts_own() {
    has(
        &skeleton(&["Tally", "--whole-types", "--from", "tally.c"]),
        &[
            "#[class]",
            "pub struct Tally {",
            "#[field(get)]",
            "count: isize,",
            "#[field(get, set)]",
            "callback: Option<Py<Any>>,",
            "weight: f64,",
            "// scratch: int *",
            "// tp_dealloc (tally_dealloc): fields release what they hold by themselves",
            "// tp_traverse (tally_traverse): `#[class]` shows the collector every field",
            "fn set_weight<'py>(&mut self, py: Python<'py>, value: Borrowed<'_, 'py, Any>) -> Result<()> {",
        ],
    );
    has(&skeleton(&["every_new", "--whole-types", "--from", "operators.c"]), &["#[new]", ") -> Result<Self> {"][..1]);
}

#[test]
fn helpers_that_stay_in_c_are_declared() {
    has(
        &skeleton(&["Tally.tick", "--from", "tally.c"]),
        &["// tally.c:63", "static fn tally_call_back(self_: Borrowed<Tally>) -> New<Any>;"],
    );
    let text = skeleton(&["texts.join", "texts.count", "--from", "texts.c"]);
    has(
        &text,
        &[
            "static fn count_char(text: *const core::ffi::c_char, length: isize, wanted: core::ffi::c_char) -> core::ffi::c_int;",
        ],
    );
    has(&text, &["static fn check(object: Borrowed<Any>) -> Status;"]);
    let text = skeleton(&["rare.fields", "--from", "rare.c"]);
    has(&text, &["static fn lent_item(list: Borrowed<Any>) -> Borrowed<Any>;"]);
    has(&text, &["static fn lent_field(row: Borrowed<Any>) -> Borrowed<Any>;"]);
    has(&text, &["static fn given_field(row: Borrowed<Any>) -> New<Any>;"]);
    assert!(!skeleton(&["--from", "texts.c"]).contains("import!"), "all helpers were asked for");
}

#[test]
fn a_name_that_nothing_has_is_refused_with_what_is_like_it() {
    let said = run(&["skeleton", "Tally.ticks", "--from", "tally.c"]);
    assert_eq!((said.code, said.out.as_str()), (1, ""));
    assert_eq!(said.err, "error: `Tally.ticks` is nothing that these files have: is it Tally.tick?\n");
    let said = run(&["skeleton", "zzz", "--from", "tally.c"]);
    assert_eq!(said.err, "error: `zzz` is nothing that these files have; `cargo owned scan` lists what there is\n");
}

/// A crate of its own in the target directory, and what cargo said to `command` there.
fn cargo(crate_name: &str, file: &str, text: &str, command: &str) -> String {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).expect("the workspace");
    let folder = target().join(crate_name);
    fs::create_dir_all(folder.join("src")).expect("a folder");
    let manifest = format!(
        "[package]\nname = \"{crate_name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n\
         owned = {{ package = \"owned-py\", path = {:?}, features = [\"adopt\", \"full\"] }}\n\n[workspace]\n",
        root.join("owned")
    );
    fs::write(folder.join("Cargo.toml"), manifest).expect("a manifest");
    fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock")).expect("the versions of the workspace");
    fs::write(folder.join("src").join(file), text).expect("a source");
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args([command, "--quiet", "--offline"]).current_dir(&folder).env("CARGO_TARGET_DIR", target().join("built"));
    let output = cargo.output().expect("cargo runs");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).expect("UTF-8")
}

/// Each skeleton as a module. What is private and not called yet is what a skeleton is; anything else that is unused is a
/// mistake of ours.
fn modules(skeletons: &[(String, String)]) -> String {
    let modules = skeletons.iter().map(|(name, skeleton)| format!("#[owned::module]\nmod {name} {{\n{skeleton}}}\n"));
    format!("#![deny(warnings)]\n#![allow(dead_code)]\n{}", modules.collect::<String>())
}

#[test]
fn every_skeleton_compiles() {
    let write = |path: &Path, flags: &[&str]| {
        let mut arguments = flags.to_vec();
        arguments.extend(["--from", path.to_str().expect("UTF-8")]);
        skeleton(&arguments)
    };
    let lru = package("lru_dict", "1.4.1").join("src");
    let markupsafe = package("markupsafe", "3.0.4").join("src");
    let mut skeletons = Vec::new();
    let mut all = |name: &str, path: &Path| {
        skeletons.push((name.to_owned(), write(path, &[])));
        skeletons.push((format!("{name}_whole"), write(path, &["--whole-types"])));
    };
    all("texts", &fixture("texts.c"));
    all("tally", &fixture("tally.c"));
    all("ring", &fixture("ring"));
    all("operators", &fixture("operators.c"));
    all("args", &fixture("args.c"));
    all("rare", &fixture("rare.c"));
    all("_lru", &lru);
    all("_speedups", &markupsafe);
    // With what stays in C.
    skeletons.push(("texts_join".into(), write(&fixture("texts.c"), &["join", "count"])));
    skeletons.push(("tally_tick".into(), write(&fixture("tally.c"), &["Tally.tick"])));
    skeletons.push(("rare_fields".into(), write(&fixture("rare.c"), &["rare.fields"])));
    skeletons.push(("lru_clear".into(), write(&lru, &["LRU.clear", "LRU.items", "LRU.set_size"])));
    cargo("skeletons", "lib.rs", &modules(&skeletons), "check");
}

/// What Python sees of the skeletons, before anything is filled in: the signatures that C's functions have, and a refusal.
#[test]
fn python_sees_the_signatures_of_c() {
    let texts = skeleton(&["--from", "texts.c"]);
    let tally = skeleton(&["--whole-types", "--from", "tally.c"]);
    let operators = skeleton(&["--whole-types", "--from", "operators.c"]);
    let all = [("texts".into(), texts), ("tally".into(), tally), ("operators".into(), operators)];
    let main = r#"
fn main() -> owned::Result<()> {
    owned::Python::initialize();
    owned::Python::attach(|py| {
        let modules = owned::types::Dict::empty(py)?;
        modules.set("texts", owned::load!(py, texts)?)?;
        modules.set("tally", owned::load!(py, tally)?)?;
        modules.set("operators", owned::load!(py, operators)?)?;
        py.run(include_str!("asked.py"), Some(&modules))
    })
}
"#;
    let asked = r#"
import inspect
for function in [texts.count, texts.join, texts.swap, texts.length, texts.reset, texts.largest, texts.numbers, tally.one,
                 tally.Tally.tick, tally.Tally.add, tally.Tally.from_number, tally.Tally.zero, operators.Everything.match,
                 operators.Everything.setSize, operators.Everything.type, operators.Everything.__exit__]:
    print(f"{function.__qualname__}{inspect.signature(function)}")
def refused(call, *args, **kwargs):
    try:
        call(*args, **kwargs)
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
refused(texts.count, "abc", "b", strict=True)
refused(texts.count, "abc", "b", 1)
refused(texts.join, (1, 2))
refused(texts.numbers, 1, 2, 3, 4, 5, 6, None, b"", (1, 2))
refused(texts.numbers, 256, 2, 3, 4, 5, 6, None, b"", (1, 2))
refused(tally.Tally.zero)
refused(tally.Tally.from_number, 1)
"#;
    let folder = target().join("signatures/src");
    fs::create_dir_all(&folder).expect("a folder");
    fs::write(folder.join("asked.py"), asked).expect("a file");
    let said = cargo("signatures", "main.rs", &(modules(&all) + main), "run");
    let expected = "\
count(text, letter='a', *, start=0, strict=False)
join(list, gap=None, /)
swap(first, second=None, /)
length(text, /)
reset()
largest(*args)
numbers(small, number, wide, mask, low, high, maybe, memory, x_y, /)
one()
Tally.tick(self, /)
Tally.add(self, by, /)
Tally.from_number(number, /)
Tally.zero()
Everything.match(self, path, mode='r', /)
Everything.setSize(self, /, newSize)
Everything.type(self, /, type, py=31, self_=1.0)
Everything.__exit__(self, type, value, traceback, /)
NotImplementedError: texts.count is not ported yet
TypeError: count() takes from 1 to 2 positional arguments but 3 were given
TypeError: join() argument 'list': expected list, got tuple
NotImplementedError: texts.numbers is not ported yet
OverflowError: numbers() argument 'small': 256 does not fit in u8 (0 to 255)
NotImplementedError: tally.Tally.zero is not ported yet
NotImplementedError: tally.Tally.from_number is not ported yet
";
    assert_eq!(said, expected);
    has(
        &skeleton(&["Everything.type", "--from", "operators.c"]),
        &["// Note: Python passes `self`, which is no name in Rust: it is `self_` here."],
    );
}

#[test]
fn annotations_say_what_becomes_of_references() {
    has(
        &skeleton(&["all", "--from", "said.c"]),
        &[
            "static fn first(list: Borrowed<Any>) -> Borrowed<Any>;",
            "// It is annotated as giving a new reference, and its body takes none to what it returns.",
            "static fn lent_all_the_same(list: Borrowed<Any>) -> New<Any>;",
            "static fn wrapped(item: Borrowed<Any>, label: Stolen<Any>) -> New<Any>;",
            "static fn store(list: Kept<Any>, item: Borrowed<Any>) -> Status;",
        ],
    );
}

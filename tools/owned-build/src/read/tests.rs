//! What is read from Rust, rule by rule.

use std::path::{Path, PathBuf};

use super::{CType, Declared, ExportResult, Kind, Owns, Source, declared};

fn read(text: &str) -> Result<Declared, String> {
    let items = syn::parse_file(text).expect("Rust").items;
    declared(&[Source { file: PathBuf::from("src/a.rs"), items }]).map_err(|error| error.to_string())
}

#[track_caller]
fn refused(text: &str) -> String {
    read(text).expect_err(text)
}

/// The C declaration of a `PlainField` of this type, called `x`.
#[track_caller]
fn plain(of: &str) -> String {
    let text = format!("#[class(unsafe(adopt(S, type = T)))]\nstruct S {{\n    x: PlainField<{of}>,\n}}");
    read(&text).unwrap_or_else(|said| panic!("{said}")).classes[0].fields[0].of.declare("x")
}

#[track_caller]
fn no_plain(of: &str) -> String {
    refused(&format!("#[class(unsafe(adopt(S, type = T)))]\nstruct S {{\n    x: PlainField<{of}>,\n}}"))
}

#[test]
fn a_class_names_its_struct_and_its_type() {
    let read = read(
        "#[owned::class(name = \"LRU\", freelist = 3, unsafe(adopt(LRU, type = LRUType)))]\n#[repr(C)]\npub struct Lru {\n\
         \x20   dict: OwnedField<Dict>,\n    r#type: owned::adopt::BorrowedField<Node>,\n    size: PlainField<isize>,\n}\n\
         #[class(unsafe(adopt(Node, spec = Node_spec)))] struct N { key: OwnedField<Any> }\n#[class] struct Other { a: u8 }",
    )
    .expect("it is right");
    let [lru, node] = &*read.classes else { panic!("{:?}", read.classes) };
    assert_eq!(
        (&*lru.rust, &*lru.c, lru.object.name(), lru.object.declared_as()),
        ("Lru", "LRU", "LRUType", "PyTypeObject")
    );
    assert_eq!((&*node.rust, node.object.name(), node.object.declared_as()), ("N", "Node_spec", "PyType_Spec"));
    let fields: Vec<_> = lru.fields.iter().map(|field| (field.of.declare(&field.name), field.place.line)).collect();
    let expected = [("PyObject *dict", 4), ("PyObject *type", 5), ("ptrdiff_t size", 6)];
    assert_eq!(fields, expected.map(|(text, line)| (text.to_owned(), line)));
    assert_eq!((lru.place.line, lru.place.file.as_path()), (3, Path::new("src/a.rs")));
}

#[test]
fn numbers_pointers_arrays() {
    for (rust, c) in [
        ("isize", "ptrdiff_t x"),
        ("u8", "uint8_t x"),
        ("f64", "double x"),
        ("bool", "bool x"),
        ("c_int", "int x"),
        ("core::ffi::c_ulonglong", "unsigned long long x"),
        ("std::ffi::c_char", "char x"),
        ("Py_hash_t", "Py_hash_t x"),
        ("*mut Node", "void *x"),
        ("*const c_char", "const char *x"),
        ("*mut *const c_char", "const char **x"),
        ("*const *const c_char", "const char *const *x"),
        ("*mut PyObject", "PyObject *x"),
        ("*mut [u8; 4]", "void *x"),
        ("[c_int; 3]", "int x[3]"),
        ("[[f32; 3]; 0x10]", "float x[16][3]"),
        ("[*mut c_void; 2]", "void *x[2]"),
        ("Option<unsafe extern \"C\" fn(c_int) -> c_int>", "void (*x)(void)"),
        ("[Option<extern \"C\" fn()>; 2]", "void (*x[2])(void)"),
        ("Option<NonNull<Node>>", "void *x"),
    ] {
        assert_eq!(plain(rust), c, "{rust}");
    }
}

#[test]
fn fields_in_arrays() {
    let read =
        read("#[class(unsafe(adopt(S, type = T)))] struct S { a: [OwnedField<Any>; 2], b: [BorrowedField<S>; 1] }")
            .unwrap();
    let fields: Vec<_> = read.classes[0].fields.iter().map(|field| field.of.declare(&field.name)).collect();
    assert_eq!(fields, ["PyObject *a[2]", "PyObject *b[1]"]);
}

#[test]
fn a_type_without_one_in_c_is_refused_at_its_line() {
    for (rust, says) in [
        ("String", "`String` has no C type: what is C's is numbers"),
        ("char", "`char` has no C type: write `u32`"),
        ("u128", "two `u64`"),
        ("&'static str", "write `*mut T`"),
        ("*const str", "two words"),
        ("*mut [u8]", "two words"),
        ("*mut dyn Fn()", "two words"),
        ("extern \"C\" fn()", "C may have NULL there"),
        ("Option<fn()>", "`extern \"C\" fn`"),
        ("Option<u8>", "an `Option` is C's only of"),
        ("(u8, u8)", "`(u8, u8)` has no C type"),
        ("Strange", "no file that was read declares it"),
        ("[u8; N]", "only rustc knows"),
        ("[u8; 0]", "an array of no elements"),
    ] {
        let said = no_plain(rust);
        assert!(said.starts_with("src/a.rs:3: ") && said.contains(says), "{rust}: {said}");
    }
    let said = refused("#[class(unsafe(adopt(S, type = T)))] struct S {\n a: u8,\n b: Strange }");
    assert_eq!(said.lines().count(), 2, "{said}");
    assert!(said.contains("a.rs:2: a field of C's is `OwnedField<T>`") && said.contains("a.rs:3: "), "{said}");
}

#[test]
fn what_else_is_no_adoption() {
    let said = refused("#[class(unsafe(adopt(S)))]\nstruct S { a: OwnedField<Any> }");
    assert!(said.starts_with("src/a.rs:2: `adopt` takes C's struct and its type"), "{said}");
    assert!(refused("#[class(unsafe(adopt(S, kind = T)))] struct S { a: OwnedField<Any> }").contains("`adopt` takes"));
    assert!(
        refused("#[class(unsafe(adopt(S, type = T)))] struct S(OwnedField<Any>);")
            .contains("its fields have C's names")
    );
    let said = refused("#[class(unsafe(adopt(S, type = T)))] struct S {\n #[cfg(Py_3_12)] a: OwnedField<Any> }");
    assert!(said.starts_with("src/a.rs:2: a field under `cfg`"), "{said}");
}

#[test]
fn aliases_and_structs_of_c() {
    let text = "type Count = Inner;\ntype Inner = c_long;\n#[repr(C)] struct Point { x: f64, y: f64, way: [Way; 2] }\n\
                mod deeper { #[repr(C)] pub struct Way(u8, Count); }\n\
                #[class(unsafe(adopt(S, type = T)))] struct S { a: PlainField<Count>, b: PlainField<Point> }";
    let read = read(text).expect("it is right");
    let [a, b] = &*read.classes[0].fields else { panic!("two fields") };
    assert_eq!(a.of, CType::Number("long", Kind::Signed));
    assert_eq!(b.of.declare("b"), "struct owned_mirror_Point b");
    let mirrors: Vec<_> = read.mirrors.iter().map(|mirror| (&*mirror.name, mirror.fields.len())).collect();
    assert_eq!(mirrors, [("Way", 2), ("Point", 3)], "what is inside comes first");

    let class = "#[class(unsafe(adopt(S, type = T)))] struct S {\n b: PlainField<Point> }";
    assert!(
        refused(&format!("struct Point {{ x: f64 }}\n{class}")).contains("`Point` (src/a.rs:1) is not `#[repr(C)]`")
    );
    assert!(refused(&format!("type Point = Again; type Again = Point;\n{class}")).contains("contains itself"));
    assert!(refused(&format!("#[repr(C)] struct Point {{ x: [Point; 2] }}\n{class}")).contains("contains itself"));
    assert!(refused(&format!("#[repr(C)] struct Point;\n{class}")).contains("without fields"));
}

#[test]
fn static_helpers_are_found_in_imports() {
    let text = "foreign::import! {\n    // SAFETY: as C says.\n    unsafe extern \"C\" {\n        /// Doc.\n\
                \x20       static fn lru_remove(lru: Borrowed<Lru>) -> ();\n        pub static fn r#loop() -> Status;\n\
                \x20       fn PyObject_Str(object: Kept<Any>) -> New<Str>;\n    }\n}\n\
                mod inner { owned::foreign::import! { unsafe extern \"C\" { static fn deep() -> (); } } }\nother! { static fn no() }";
    let read = read(text).expect("it is right");
    let found: Vec<_> = read.helpers.iter().map(|helper| (&*helper.name, helper.place.line)).collect();
    assert_eq!(found, [("lru_remove", 5), ("loop", 6), ("deep", 10)]);
}

#[test]
fn exports_have_words_for_ownership() {
    let text = "foreign::export! {\n    // SAFETY: C is attached.\n    unsafe extern \"C\" {\n    /// The key.\n    ///\n    /// More.\n\
                \x20   pub fn key(py, node: Borrowed<Node>) -> New<Any> { node.key(py) }\n    /// The class.\n    pub type Node_Type = Node;\n\
                \x20   fn link(_py, node: Stolen<Node>, at: c_int,) -> Status { Ok(()) }\n\
                \x20   fn size(py, of: *const c_char) -> usize { Ok(1) }\n    fn none(py) { Ok(()) }\n    fn unit(py) -> () { Ok(()) }\n}}";
    let read = read(text).expect("it is right");
    let by = |name: &str| read.exports.iter().find(|export| export.name == name).expect(name);
    assert_eq!(by("key").docs, [" The key.", "", " More."]);
    assert_eq!((&by("key").result, &by("Node_Type").result), (&ExportResult::New, &ExportResult::Type));
    let link: Vec<_> = by("link").parameters.iter().map(|p| (&*p.name, p.owns)).collect();
    assert_eq!(link, [("node", Owns::Stolen), ("at", Owns::Nothing)]);
    assert_eq!(by("link").result, ExportResult::Status);
    assert_eq!(by("size").result, ExportResult::Plain(CType::Number("size_t", Kind::Unsigned)));
    assert_eq!((&by("none").result, &by("unit").result), (&ExportResult::Void, &ExportResult::Void));
}

#[test]
fn exports_that_c_could_not_call() {
    let export = |function: &str| refused(&format!("foreign::export! {{ unsafe extern \"C\" {{\n{function} }} }}"));
    assert!(export("fn f(py, a: New<Any>) {}").starts_with("src/a.rs:2: `New` is no parameter"));
    assert!(export("fn f(py) -> Result<()> { Ok(()) }").contains("`Result` is nothing that C is given"));
    assert!(export("fn f(py, a: String) {}").contains("`String` has no C type"));
    assert!(export("fn f(py, a: [u8; 2]) {}").contains("C passes no arrays"));
    assert!(export("fn f(py) -> New<Any>;").contains("in `foreign::export!`"));
    assert!(export("fn f(a: u8) {}").contains("in `foreign::export!`"));
    assert!(refused("foreign::export! { fn f(py) {} }").contains("in `foreign::export!`: expected `unsafe`"));
    let structs = "#[repr(C)] struct P { x: u8 }\nforeign::export! { unsafe extern \"C\" { fn f(py, a: P) {} } }";
    assert!(refused(structs).contains("`P` is passed by a pointer"));
    assert_eq!(export("fn f(py, a: String) -> Vec<u8> {}\nfn g(py, b: char) {}").lines().count(), 3);
}

//! What Rust names and C has not, or not so: each is said with its file and line, before the C compiler runs.

mod common;

use std::fs;

use common::{GAUGE_AND_BAG, TRACK, fixtures, folder, put};
use owned_build::Extension;

/// What is said of this Rust code for a fixture.
fn said(name: &str, module: &str, rust: &str) -> String {
    let folder = folder(&format!("refused-{name}"));
    put(&folder.join("a.rs"), rust);
    let source = fixtures().join(format!("{module}.c"));
    let done = Extension::new(module).source(source).rust(folder.join("a.rs")).write(folder.join("out.c"));
    assert!(!folder.join("out.c").exists() || done.is_ok(), "nothing is written of what is refused");
    done.map_or_else(|error| error.to_string(), |()| String::new())
}

#[test]
fn what_is_right_is_taken() {
    assert_eq!(said("right", "single", TRACK), "");
    assert_eq!(said("right", "multi", GAUGE_AND_BAG), "");
}

#[test]
fn a_helper_that_c_has_not() {
    let said = said("helper", "single", &TRACK.replace("fn track_names", "fn track_nmaes"));
    assert!(said.contains("a.rs:20: no source of `single` has a function `track_nmaes`"), "{said}");
}

#[test]
fn a_type_that_c_has_not_or_otherwise() {
    for (from, to, says) in [
        ("type = TrackType", "type = TrakType", "a.rs:3: no source of `single` has a `PyTypeObject TrakType`"),
        (
            "type = TrackType",
            "type = track_mapping",
            "C's `track_mapping` is no PyTypeObject but `static PyMappingMethods`",
        ),
        ("type = TrackType", "spec = TrackType", "C's `TrackType` is no PyType_Spec"),
        ("adopt(Track,", "adopt(Trak,", "a.rs:3: "),
    ] {
        let said = said("type", "single", &TRACK.replace(from, to));
        assert!(said.contains(says) && said.lines().count() == 1, "{to}: {said}");
    }
}

#[test]
fn fields_are_all_of_cs_in_cs_order() {
    let all = "names, next, length, kind, flags, gain, slots, marks, label, callback";
    for (from, to, says) in [
        ("    gain:", "    gian:", format!("a.rs:9: C's `Track` has no field `gian`; it has {all}")),
        ("    flags: PlainField<u8>,\n", "", format!("a.rs:3: `Track` leaves out `flags`; C's `Track` has {all}")),
        (
            "    names: OwnedField<List>,\n    next:",
            "    next: OwnedField<List>,\n    names:",
            format!("a.rs:4: in C's `Track` the field here is `names`, not `next`: its order is {all}"),
        ),
    ] {
        let said = said("fields", "single", &TRACK.replace(from, to));
        assert!(said.ends_with(&says), "{to}: {said}");
        assert_eq!(said.lines().count(), 1, "{said}");
    }
}

#[test]
fn the_same_type_twice() {
    let twice = format!(
        "{TRACK}\nmod again {{\n#[class(unsafe(adopt(Track, type = TrackType)))] struct Other {{ names: OwnedField<List> }} }}"
    );
    let said = said("twice", "single", &twice);
    assert!(said.contains("`Track` (") && said.contains("a.rs:3) adopts the same type"), "{said}");
}

/// A module of this code with something around it.
fn of_code(name: &str, codes: &[&str], rust: &str) -> String {
    let folder = folder(&format!("code-{name}"));
    put(&folder.join("a.rs"), rust);
    let mut extension = Extension::new("m").rust(folder.join("a.rs"));
    for (at, code) in codes.iter().enumerate() {
        let path = folder.join(format!("m{at}.c"));
        put(&path, &format!("#include <Python.h>\n{code}\n"));
        extension = extension.source(path);
    }
    extension.write(folder.join("out.c")).map_or_else(
        |error| error.to_string(),
        |()| fs::read_to_string(folder.join("out.c")).expect("what was written"),
    )
}

const INIT: &str = "PyMODINIT_FUNC PyInit_m(void) { return NULL; }";

#[test]
fn the_init_function_is_found_in_what_the_preprocessor_leaves() {
    let macros = "#define MOD_INIT(name) PyMODINIT_FUNC PyInit_##name(void)\n\
                  #if PY_MAJOR_VERSION < 3\nvoid initm(void) {\n#else\nMOD_INIT(m)\n{\n#endif\nreturn NULL; }";
    let written = of_code("macros", &["int helper(void) { return 1; }", macros], "");
    assert!(written.contains("#include \"m1.c\"") && written.contains("#define PyInit_m PyInit_m_c"), "{written}");
}

#[test]
fn no_source_has_the_init_function_or_two_have() {
    assert!(of_code("none", &["int f(void) { return 1; }"], "").contains("no source defines PyInit_m; none of them"));
    let other = of_code("other", &["PyMODINIT_FUNC PyInit_n(void) { return NULL; }"], "");
    assert!(other.contains("no source defines PyInit_m; there is PyInit_n: the module's name"), "{other}");
    let two = of_code("two", &[INIT, INIT], "");
    assert!(two.contains("m0.c and ") && two.contains("m1.c define PyInit_m"), "{two}");
}

#[test]
fn a_spec_that_is_const_and_a_type_that_is_a_pointer() {
    let spec = format!(
        "typedef struct {{ PyObject_HEAD int a; }} S;\nstatic const PyType_Spec s = {{ 0 }};\n{INIT}\nconst void *k = &s;"
    );
    let rust = "#[class(unsafe(adopt(S, spec = s)))] struct S { a: PlainField<c_int> }";
    let said = of_code("const", &[&spec], rust);
    assert!(said.contains("a.rs:1: C's `s` is `const`"), "{said}");
    let mutable = of_code("mutable", &[&spec.replace("const PyType", "PyType")], rust);
    assert!(mutable.contains("PyType_Spec *const owned_c_s = &s;"), "{mutable}");
    let pointer =
        format!("typedef struct {{ PyObject_HEAD int a; }} S;\nstatic PyTypeObject *t;\n{INIT}\nvoid *k = &t;");
    let said =
        of_code("pointer", &[&pointer], "#[class(unsafe(adopt(S, type = t)))] struct S { a: PlainField<c_int> }");
    assert!(said.contains("C's `t` is a pointer (`static PyTypeObject *`)"), "{said}");
}

#[test]
fn sources_that_cannot_be_read() {
    let error = |extension: Extension| extension.write("nowhere.c").expect_err("it is refused").to_string();
    assert!(error(Extension::new("m")).contains("no source of `m` is named"));
    let said = error(Extension::new("m").source("no/such.c").source("x.cpp").rust("no.rs"));
    assert!(said.contains("no/such.c: there is no such source (looked for from /"), "{said}");
    assert!(said.contains("x.cpp: C++ is not adopted") && said.contains("cannot read no.rs"), "{said}");
    let folder = folder("syntax");
    put(&folder.join("a.rs"), "fn f() {\n  let = 1;\n}");
    put(&folder.join("m.c"), INIT);
    let said = error(Extension::new("m").source(folder.join("m.c")).rust(folder.join("a.rs")));
    assert!(said.contains("a.rs:2: no Rust: "), "{said}");
}

#[test]
fn what_the_c_compiler_says_is_shown_with_what_to_do() {
    let said = of_code("missing", &["#include \"no_such.h\""], "");
    assert!(said.contains("m0.c:2:10: fatal error: "), "as the compiler writes it: {said}");
    assert!(said.contains("no_such.h") && said.contains(".include(\"…\")"), "{said}");
}

#[test]
fn what_the_build_of_the_extension_has_can_be_given() {
    let folder = folder("given");
    put(
        &folder.join("m.c"),
        &format!("#include <Python.h>\n#include \"own.h\"\n#if OWN + FLAG != 5\n#error no\n#endif\n{INIT}\n"),
    );
    put(&folder.join("include/own.h"), "#ifndef NAMED\n#error no\n#endif\n#define OWN 3\n");
    let extension = Extension::new("m").source(folder.join("m.c"));
    let given = extension.clone().include(folder.join("include")).define("NAMED", None).flag("-DFLAG=2");
    given.write(folder.join("out.c")).unwrap_or_else(|error| panic!("{error}"));
    assert!(extension.write(folder.join("out.c")).is_err());
}

#[test]
fn modules_are_followed() {
    let folder = folder("modules");
    put(
        &folder.join("src/lib.rs"),
        "mod one;\nmod inline { mod two; }\n#[path = \"odd/three.rs\"] mod three;\nmod gone;",
    );
    put(&folder.join("src/one.rs"), "mod deep;");
    put(&folder.join("src/one/deep.rs"), "import! { unsafe extern \"C\" { static fn a() -> (); } }");
    put(&folder.join("src/inline/two/mod.rs"), "import! { unsafe extern \"C\" { static fn b() -> (); } }");
    put(&folder.join("src/odd/three.rs"), "import! { unsafe extern \"C\" { static fn c() -> (); } }");
    let code = format!(
        "#include <Python.h>\nstatic void a(void) {{}}\nstatic inline void b(void) {{}}\nvoid c(void) {{}}\n{INIT}\n"
    );
    put(&folder.join("m.c"), &code);
    let done =
        Extension::new("m").source(folder.join("m.c")).rust(folder.join("src/lib.rs")).write(folder.join("out.c"));
    done.unwrap_or_else(|error| panic!("{error}"));
    let text = fs::read_to_string(folder.join("out.c")).expect("what was written");
    for name in ["a", "b", "c"] {
        assert!(text.contains(&format!("void (*const owned_c_{name})(void) = (void (*)(void)){name};")), "{text}");
    }
}

/// A struct over another one, as C extends a type: its fields are reached through the one that it begins with.
#[test]
fn a_struct_that_begins_with_another() {
    let code = format!(
        "typedef struct {{ PyListObject list; int state; }} Over;\nstatic PyTypeObject OverType;\n{INIT}\n\
         const void *kept = &OverType;"
    );
    let rust = "#[class(unsafe(adopt(Over, type = OverType)))] struct Over {\n ob_size: PlainField<isize>,\n \
                ob_item: PlainField<*mut c_void>,\n allocated: PlainField<isize>,\n state: PlainField<c_int>,\n}";
    let written = of_code("over", &[&code], rust);
    assert!(written.contains("offsetof(Over, list.ob_base.ob_size)"), "{written}");
    assert!(
        written.contains("offsetof(Over, list.allocated)") && written.contains("offsetof(Over, state)"),
        "{written}"
    );
    let said = of_code("over-missing", &[&code], &rust.replace(" allocated: PlainField<isize>,\n", ""));
    assert!(
        said.contains("`Over` leaves out `allocated`; C's `Over` has ob_size, ob_item, allocated, state"),
        "{said}"
    );
}

//! What `scan` finds in C that is right.

mod support;

use serde_json::{Value, json};
use support::{json, run};

/// One field of each object of a list.
fn each<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    list.as_array().expect("a list").iter().map(|one| one[field].as_str().expect("a text")).collect()
}

/// The file, of a report of one.
fn only(report: &Value) -> &Value {
    assert_eq!(report["files"].as_array().expect("a list").len(), 1);
    &report["files"][0]
}

#[test]
fn a_module_of_one_phase_by_position() {
    let report = json(&["scan", "--json", "texts.c"]);
    let module = &only(&report)["modules"][0];
    assert_eq!(module["name"], "texts");
    assert_eq!((&module["init"], &module["init_function"]), (&json!("single-phase"), &json!("PyInit_texts")));
    assert_eq!(module["size"], "-1");
    let functions = &module["functions"];
    assert_eq!(each(functions, "name"), ["count", "join", "swap", "length", "reset", "largest", "numbers"]);
    assert_eq!(functions[0]["function"], "texts_count", "through two casts");
    assert_eq!(functions[0]["flags"], json!(["METH_VARARGS", "METH_KEYWORDS"]));
    assert_eq!(functions[5]["flags"], json!(["METH_FASTCALL"]));
    assert_eq!((&functions[3]["line"], &functions[3]["defined"]["line"]), (&json!(131), &json!(73)));
    assert_eq!(each(&module["added"], "name"), ["Error", "COUNT", "HELLO"]);
    assert_eq!(only(&report)["exceptions"][0]["name"], "texts.Error");
}

#[test]
fn helpers_know_who_calls_them_and_constants_are_no_state() {
    let report = json(&["scan", "--json", "texts.c"]);
    let file = only(&report);
    assert_eq!(each(&file["helpers"], "name"), ["count_char", "check"]);
    assert_eq!(file["helpers"][1]["used_by"], json!(["texts_join", "texts_length"]));
    // `names` is const, `greeting` and each `kwlist` are never written to.
    assert_eq!(each(&file["state"], "name"), ["TextError", "calls"]);
    assert_eq!(file["state"][0]["holds_objects"], true);
    assert_eq!(file["state"][1]["holds_objects"], false);
}

#[test]
fn helpers_say_what_their_annotations_say() {
    let report = json(&["scan", "--json", "said.c"]);
    let says: Vec<_> =
        only(&report)["helpers"].as_array().expect("helpers").iter().map(|helper| &helper["says"]).collect();
    let expected = [
        json!(["borrowed"]),
        json!(["new"]),
        json!(["new", "label: steal"]),
        json!(["status", "list: keep", "item: borrow"]),
    ];
    assert_eq!(says, expected.iter().collect::<Vec<_>>());
}

#[test]
fn a_module_of_two_phases_and_a_type_of_a_specification() {
    let report = json(&["scan", "--json", "tally.c"]);
    let file = only(&report);
    let module = &file["modules"][0];
    assert_eq!((&module["init"], &module["size"]), (&json!("multi-phase"), &json!("sizeof(State)")));
    assert_eq!(each(&module["slots"], "slot"), ["Py_mod_exec", "Py_mod_multiple_interpreters", "m_traverse"]);
    assert_eq!(module["slots"][0]["function"], "tally_exec");
    let ty = &file["types"][0];
    assert_eq!(
        (&ty["name"], &ty["kind"], &ty["definition"]),
        (&json!("tally.Tally"), &json!("spec"), &json!("tally_spec"))
    );
    assert_eq!(ty["structure"]["name"], "Tally");
    assert_eq!(each(&ty["structure"]["fields"], "name"), ["count", "callback", "weight", "scratch"]);
    assert_eq!(each(&ty["structure"]["fields"], "ctype"), ["Py_ssize_t", "PyObject *", "double", "int *"]);
    let slots = [
        "tp_init",
        "tp_dealloc",
        "tp_traverse",
        "tp_clear",
        "tp_repr",
        "tp_richcompare",
        "sq_length",
        "nb_add",
        "nb_bool",
    ];
    assert_eq!(each(&ty["slots"], "slot"), slots);
    assert_eq!(each(&ty["methods"], "name"), ["tick", "add", "from_number", "zero"]);
    assert_eq!(ty["methods"][2]["flags"], json!(["METH_O", "METH_CLASS"]));
    assert_eq!((&ty["members"][0]["field"], &ty["members"][0]["readonly"]), (&json!("count"), &json!(true)));
    assert_eq!(ty["members"][1]["readonly"], false);
    assert_eq!(ty["getset"][0]["set"], "tally_set_weight");
    assert_eq!(file["state"], json!([]), "everything is in the module's state");
}

#[test]
fn tables_are_those_of_the_version_that_is_asked_for() {
    let functions = |version: &str| {
        let report = json(&["scan", "--json", "tally.c", "--python-version", version]);
        each(&only(&report)["modules"][0]["functions"], "name").join(" ")
    };
    assert_eq!(functions("3.13"), "one");
    assert_eq!(functions("3.11"), "one old");
    let report = json(&["scan", "--json", "tally.c"]);
    assert_eq!(only(&report)["version_conditions"], json!([207, 217, 240]));
    let by_macro = json(&["scan", "--json", "tally.c", "-D", "PY_VERSION_HEX=0x030B00F0"]);
    assert_eq!(only(&by_macro)["modules"][0]["functions"][1]["name"], "old");
}

#[test]
fn several_files_are_one_extension() {
    let report = json(&["scan", "--json", "ring"]);
    let files = report["files"].as_array().expect("a list");
    assert_eq!(each(&report["files"], "path"), ["ring/link.c", "ring/ring.c"]);
    let (link, ring) = (&files[0], &files[1]);
    assert_eq!(link["types"][0]["slots"][0]["function"], "link_dealloc", "by position, after the head's macro");
    assert_eq!(link["types"][0]["structure"]["name"], "Link");
    // A header's helper is there once, in the header's own name.
    assert_eq!((&link["helpers"][0]["name"], &ring["helpers"]), (&json!("ring_is_empty"), &json!([])));
    assert_eq!(link["helpers"][0]["defined"]["file"], "ring/ring.h");
    let ty = &ring["types"][0];
    assert_eq!(
        each(&ty["slots"], "slot"),
        ["tp_dealloc", "mp_length", "mp_subscript", "mp_ass_subscript", "tp_new", "tp_iter"]
    );
    assert_eq!(ty["methods"][0]["defined"]["file"], "ring/link.c");
    assert_eq!(each(&ring["modules"][0]["functions"], "name"), ["make"], "from PyModule_AddFunctions");
}

#[test]
fn what_no_c_code_calls_comes_first() {
    let report = json(&["scan", "--json", "tally.c"]);
    let order = &report["order"];
    let names = [
        "tally.one",
        "tally.Tally.add",
        "tally.Tally.from_number",
        "tally.Tally.zero",
        "tally.Tally.tick",
        "tally.Tally",
    ];
    assert_eq!(each(order, "name"), names);
    assert_eq!(order[1]["uses"], json!(["tally.Tally.tick"]));
    assert_eq!(order[4]["called_by"], json!([]), "`add`, which called it, is ported by then");
    assert_eq!(order[4]["helpers"], json!(["tally_call_back"]));

    let report = json(&["scan", "--json", "ring"]);
    let order = &report["order"];
    assert_eq!(each(order, "name"), ["ring.make", "ring.Ring.pop", "ring.Ring.push", "ring.Ring", "ring.Link"]);
    assert_eq!(order[2]["called_by"], json!(["ring.Ring"]), "ring_set_item calls it, and goes with the type");
}

#[test]
fn what_is_rare_is_read_too() {
    let report = json(&["scan", "--json", "rare.c"]);
    let file = only(&report);
    let module = &file["modules"][0];
    assert_eq!(
        (&module["init"], &module["init_function"]),
        (&json!("multi-phase"), &json!("PyInit_rare")),
        "by a helper"
    );
    assert_eq!(module["functions"][0]["function"], "rare_row", "designated, in another order");
    assert_eq!(file["types"][0]["structure"]["name"], "Row", "of a size that is a difference");
    assert_eq!(each(&file["helpers"], "name"), ["length_of", "each", "lent_item", "lent_field", "given_field", "make"]);
    assert_eq!(file["helpers"][1]["used_by"], json!(["rare_row"]));
    assert_eq!(report["order"][0]["name"], "rare.row");
    assert_eq!(report["order"][0]["helpers"], json!(["each"]));
    assert_eq!(report["order"][1]["helpers"], json!(["lent_item", "lent_field", "given_field"]));
}

#[test]
fn people_read_the_same() {
    let said = run(&["scan", "texts.c", "tally.c"]);
    assert_eq!((said.code, said.err.as_str()), (0, ""));
    for line in [
        "  module texts, line 138",
        "    init: single-phase, by PyInit_texts",
        "      count    texts_count    METH_VARARGS | METH_KEYWORDS  line 32 (13 lines)",
        "    check       line 22 (9 lines)  texts_join, texts_length",
        "    TextError  PyObject *  line 5  holds objects of one interpreter",
        "  asks for Python's version in lines 207, 217, 240: this is what 3.13 sees, --python-version takes another",
        "    instances: Tally, tally.c:5",
        "      weight  get tally_get_weight  set tally_set_weight  line 174",
    ] {
        assert!(said.out.lines().any(|said| said == line), "`{line}` in\n{}", said.out);
    }
    assert!(!said.out.contains('\u{1b}'), "no colours for what is no terminal");
}

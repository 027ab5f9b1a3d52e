//! Elements, names and orders.

use super::{layer, parse, place, svg};

fn names(body: &str) -> Vec<String> {
    parse(&svg(body)).elements.into_iter().map(|shape| shape.name).collect()
}

#[test]
fn elements_are_the_children_of_layers() {
    let body = "<defs><rect id='no'/></defs><sodipodi:namedview id='no'/><metadata id='no'/><title>no</title>
        <g inkscape:groupmode='layer' name='Layer'><rect id='a'/><g id='b'><rect id='no'/></g>
            <defs/><linearGradient id='no'/>
            <g inkscape:groupmode='layer' id='no'><circle id='c'/></g><path id='d'/></g>
        <g id='no'><text id='e'/></g>
        <g inkscape:groupmode='layer' style='display:none' id='no'><rect id='no'/></g>
        <g name='f'><rect id='no'/></g>
        <rect id='g'/>";
    assert_eq!(names(body), ["a", "b", "c", "d", "e", "f", "g"]);
}

#[test]
fn names_come_from_name_label_and_id() {
    let shapes = layer(
        "<rect id='i1' inkscape:label='l1' name='n1'/><rect id='i2' inkscape:label='l2'/>
         <rect id='i3'/><rect/><rect id='i5' name=''/>",
    );
    let names: Vec<&str> = shapes.iter().map(|shape| shape.name.as_str()).collect();
    assert_eq!(names, ["n1", "l2", "i3", "element_4", "i5"]);
    let ids: Vec<&str> = shapes.iter().map(|shape| shape.id.as_str()).collect();
    assert_eq!(ids, ["i1", "i2", "i3", "element_4", "i5"]);
}

#[test]
fn equal_names_are_numbered() {
    let body =
        "<g><rect name='a'/><rect name='a'/><rect name='a_2'/><rect name='a'/><rect name='element_6'/><rect/></g>";
    assert_eq!(names(body), ["a", "a_3", "a_2", "a_4", "element_6", "element_6_2"]);
}

#[test]
fn orders_are_given_or_follow() {
    let shapes = layer("<g/><g order='-5'/><g/><g order=' 7 '/><g order='3'/><g/>");
    let orders: Vec<i32> = shapes.iter().map(|shape| shape.order).collect();
    assert_eq!(orders, [0, -5, 0, 7, 3, 7]);
    let declared: Vec<Option<i32>> = shapes.iter().map(|shape| shape.declared_order).collect();
    assert_eq!(declared, [None, Some(-5), None, Some(7), Some(3), None]);
    assert_eq!(layer("<g order='-9'/><g/>")[1].order, -9);
}

#[test]
fn boxes_are_whole_pixels_with_strokes() {
    let shapes = layer(
        "<rect x='10' y='20' width='30' height='40'/>
         <rect x='10' y='20' width='30' height='40' style='fill:none;stroke:#000;stroke-width:4'/>
         <rect x='10.5' y='20.25' width='30' height='40'/>
         <rect x='-5' y='95' width='20' height='20'/>
         <rect x='10' y='10' width='0' height='5'/>",
    );
    let places: Vec<_> = shapes.iter().map(place).collect();
    assert_eq!(places, [(10, 20, 30, 40), (8, 18, 34, 44), (10, 20, 31, 41), (-5, 95, 20, 20), (0, 0, 0, 0)]);
}

#[test]
fn layers_and_the_view_box_transform() {
    let text = "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100' viewBox='0 0 100 50'>
        <g transform='translate(10,5)'><rect width='10' height='10' transform='scale(2)'/></g></svg>";
    let drawing = parse(text);
    assert_eq!((drawing.width, drawing.height), (200, 100));
    assert_eq!(place(&drawing.elements[0]), (20, 10, 40, 40));
}

#[test]
fn the_size_has_units_or_comes_from_the_view_box() {
    let size = |attributes: &str| {
        let drawing = parse(&format!("<svg xmlns='http://www.w3.org/2000/svg' {attributes}/>"));
        (drawing.width, drawing.height)
    };
    assert_eq!(size("width='1in' height='96px'"), (96, 96));
    assert_eq!(size("viewBox='0 0 30 40'"), (30, 40));
    assert_eq!(size("width='60' viewBox='0 0 30 40'"), (60, 80));
    assert_eq!(size("width='100%' height='100%'"), (800, 480));
    assert_eq!(size("width='50%'"), (400, 480));
    assert_eq!(size("width='0.1' height='0.1'"), (1, 1));
}

#[test]
fn prefixed_drawings_and_entities_load() {
    let text = "<!DOCTYPE svg [<!ENTITY ns 'http://www.w3.org/2000/svg'>]>
        <s:svg xmlns:s='&ns;' width='9' height='9'><s:g><s:rect id='a' width='5' height='5' opacity='.5'/>
        <s:text y='5'>x</s:text></s:g></s:svg>";
    let mut drawing = parse(text);
    assert_eq!(place(&drawing.elements[0]), (0, 0, 5, 5));
    assert!(drawing.elements[1].set_text("one\ntwo").unwrap());
    assert!(drawing.elements[1].h > 9);
}

#[test]
fn names_of_namespaces_go_along() {
    let text = svg("<defs><g xmlns:i='http://www.w3.org/1999/xlink'><g id='a'><use i:href='#b'/></g>
        <rect id='b' width='3' height='3'/></g></defs><g><use xlink:href='#a'/></g>");
    assert_eq!(place(&parse(&text).elements[0]), (0, 0, 3, 3));
}

#[test]
fn a_shape_may_go_to_another_thread() {
    fn assert_send<T: Send + Sync + 'static>() {}
    assert_send::<super::Drawing>();
}

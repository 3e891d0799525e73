use super::*;

const STATES: [&str; 34] = [
    "AG", "AR", "BB", "BO", "BR", "BS", "BZ", "CL", "CO", "CR", "CU", "DM", "DO", "EC", "GD", "GT", "GY",
    "HN", "HT", "JM", "KN", "KR", "LC", "MX", "NI", "PA", "PE", "PY", "SR", "SV", "TT", "UY", "VC", "VE",
];

const TERRITORIES: [&str; 17] =
    ["AI", "AW", "BL", "BQ", "CW", "FK", "GF", "GP", "KY", "MF", "MQ", "MS", "PR", "SX", "TC", "VG", "VI"];

/// An own reader of path data: an oracle for the writer.
fn rings(path: &str) -> Vec<Vec<Place>> {
    path.split(['M', 'z']).filter(|ring| !ring.is_empty()).map(ring).collect()
}

fn ring(steps: &str) -> Vec<Place> {
    let spaced = steps.replace('-', " -").replace('l', " ");
    let numbers: Vec<i32> = spaced.split_whitespace().map(|number| number.parse().unwrap()).collect();
    let places = numbers.chunks(2).scan((0, 0), |(x, y), step| {
        (*x, *y) = (*x + step[0], *y + step[1]);
        Some((*x, *y))
    });
    places.collect()
}

fn double_area(ring: &[Place]) -> i32 {
    let closed = ring.iter().zip(ring.iter().cycle().skip(1));
    closed.map(|(one, other)| one.0 * other.1 - other.0 * one.1).sum::<i32>().abs()
}

pub(in crate::map) fn contains(path: &str, (x, y): Place) -> bool {
    let crosses = |&(one, other): &(&Place, &Place)| {
        let side = (other.0 - one.0) * (y - one.1) - (x - one.0) * (other.1 - one.1);
        (one.1 > y) != (other.1 > y) && (side > 0) == (other.1 > one.1)
    };
    let crossings = |ring: &Vec<Place>| ring.iter().zip(ring.iter().cycle().skip(1)).filter(crosses).count();
    rings(path).iter().map(crossings).sum::<usize>() % 2 == 1
}

/// The smallest rectangle around something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::map) struct Bounds {
    pub left: i32,
    pub top: i32,
    pub right: i32,
    pub bottom: i32,
}

impl Bounds {
    fn around<'places>(places: impl Iterator<Item = &'places Place> + Clone) -> Bounds {
        let (x, y) = (places.clone().map(|place| place.0), places.map(|place| place.1));
        Bounds {
            left: x.clone().min().unwrap(),
            top: y.clone().min().unwrap(),
            right: x.max().unwrap(),
            bottom: y.max().unwrap(),
        }
    }

    /// Around all parts of a state; in the inset, if it has one: what is there comes first.
    pub(in crate::map) fn of(state: &State) -> Bounds {
        let rings = rings(&state.path);
        let twice = state.inset == Some(InsetName::EasternCaribbean);
        let drawn = if twice { rings.len() / 2 } else { rings.len() };
        Bounds::around(rings.iter().take(drawn).flatten())
    }
}

fn state(code: &str) -> State {
    geometry().states.into_iter().find(|state| is(state.code, code)).unwrap()
}

fn territory(code: &str) -> Territory {
    geometry().territories.into_iter().find(|territory| is(territory.code, code)).unwrap()
}

fn sorted(codes: impl Iterator<Item = CountryCode>) -> Vec<String> {
    let mut codes: Vec<_> = codes.map(|code| code.as_str().to_owned()).collect();
    codes.sort();
    codes
}

#[test]
fn exactly_the_33_states_and_the_host_are_states() {
    assert_eq!(sorted(geometry().states.iter().map(|state| state.code)), STATES);
}

#[test]
fn what_belongs_to_no_state_here_is_a_territory_of_its_own() {
    assert_eq!(sorted(geometry().territories.iter().map(|territory| territory.code)), TERRITORIES);
}

#[test]
fn every_state_has_a_visible_area_around_its_centre() {
    for state in geometry().states {
        let bounds = Bounds::of(&state);
        let State { code, path, centre, .. } = state;
        assert!(rings(&path).iter().any(|ring| double_area(ring) >= 20), "{code} is too small");
        let (x, y) = centre;
        assert!(contains(&path, centre), "{code}'s centre is at sea: {centre:?}");
        assert!(
            (bounds.left..=bounds.right).contains(&x) && (bounds.top..=bounds.bottom).contains(&y),
            "{code}"
        );
    }
}

#[test]
fn nothing_leaves_the_drawing() {
    let Geometry { states, territories, context, borders } = geometry();
    let [width, height] = data::SIZE;
    let states = states.into_iter().map(|state| state.path);
    let territories = territories.into_iter().map(|territory| territory.path);
    for path in states.chain(territories).chain([context, borders]) {
        let bounds = Bounds::around(rings(&path).iter().flatten());
        assert!(bounds.left >= 0 && bounds.top >= 0, "{bounds:?}");
        assert!(bounds.right.unsigned_abs() <= width && bounds.bottom.unsigned_abs() <= height, "{bounds:?}");
    }
}

#[test]
fn every_number_is_read() {
    let mut reader = Reader::new(data::DATA);
    let shapes = [data::MAIN_SHAPES, data::EASTERN_CARIBBEAN_SHAPES, data::KOREA_SHAPES].concat();
    let mut corners = Vec::new();
    for letters in shapes.chunks(2) {
        corners.extend(reader.rings().concat());
        if is_state(letters) {
            reader.place();
        }
    }
    let sum: i32 = corners.iter().map(|(x, y)| x + y).sum();
    assert_eq!(format!("{} corners, sum {sum}", corners.len()), data::CHECK);
}

#[test]
fn the_data_is_small() {
    assert!(data::DATA.len() <= 3600, "{} bytes", data::DATA.len());
}

#[test]
fn the_eastern_caribbean_is_drawn_twice_and_korea_in_its_frame() {
    let Geometry { states, .. } = geometry();
    let in_an_inset = states.iter().filter(|state| state.inset == Some(InsetName::EasternCaribbean));
    assert_eq!(sorted(in_an_inset.map(|state| state.code)), ["AG", "BB", "DM", "GD", "KN", "LC", "TT", "VC"]);
    for state in &states {
        let (State { code, path, inset, .. }, bounds) = (state, Bounds::of(state));
        let Some(frame) = INSETS.iter().find(|frame| Some(frame.name) == *inset) else { continue };
        assert!(bounds.left > frame.x && bounds.right < frame.x + frame.width, "{code}");
        assert!(bounds.top > frame.y && bounds.bottom < frame.y + frame.height, "{code}");
        let outside = rings(path).iter().flatten().any(|place| place.0 > frame.x + frame.width);
        assert_eq!(outside, frame.name == InsetName::EasternCaribbean, "{code}");
    }
}

#[test]
fn cuba_has_no_hole_at_guantanamo() {
    // 20.05 degrees north, 75.15 west: as far inland as the base reaches.
    let outline = state("CU").path;
    assert!(contains(&outline, (493, 154)));
    let cuba = rings(&outline).concat();
    assert!(rings(&geometry().borders.replace('M', "zM")).concat().iter().all(|place| !cuba.contains(place)));
}

#[test]
fn the_falkland_islands_malvinas_are_neutral_and_not_argentina() {
    let islands = Bounds::around(rings(&territory("FK").path).iter().flatten());
    let argentina = rings(&state("AR").path);
    assert!(argentina.iter().flatten().all(|&(x, y)| x < islands.left || y < islands.top));
}

#[test]
fn french_guiana_borders_brazil_and_suriname_without_a_gap() {
    let Geometry { borders, .. } = geometry();
    let borders = rings(&borders.replace('M', "zM"));
    let guiana = rings(&territory("GF").path).concat();
    for neighbour in ["BR", "SR"] {
        let neighbour = rings(&state(neighbour).path).concat();
        let shared = borders.iter().filter(|border| border.iter().all(|place| neighbour.contains(place)));
        assert!(shared.into_iter().any(|border| border.iter().all(|place| guiana.contains(place))));
    }
}

#[test]
fn the_line_that_a_worldview_dashes_is_the_whole_border_of_belize_and_guatemala() {
    let shapes = ["BZ", "GT"].map(|code| rings(&state(code).path).concat());
    let Geometry { borders, .. } = geometry();
    let shared = borders.split_inclusive('M').map(|border| border.trim_end_matches('M'));
    let shared = shared.filter(|border| {
        !border.is_empty()
            && ring(border).iter().all(|place| shapes.iter().all(|shape| shape.contains(place)))
    });
    let shared: Vec<String> = shared.map(|border| ["M", border].concat()).collect();
    assert_eq!(shared, [super::super::worldview::BELIZE_LINE]);
}

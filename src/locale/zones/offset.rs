use crate::locale::number::push_number;

/// How far a clock is from UTC: `UTC+9`, `UTC−3:30` with a minus sign, `UTC`. Seconds under a minute are left out.
pub fn offset_label(seconds: i32) -> String {
    let mut label = String::from("UTC");
    let minutes = seconds.unsigned_abs() / 60;
    if minutes == 0 {
        return label;
    }
    label.push_str(if seconds < 0 { "−" } else { "+" });
    push_number(&mut label, u64::from(minutes / 60));
    let minutes = minutes % 60;
    if minutes > 0 {
        label.push_str(if minutes < 10 { ":0" } else { ":" });
        push_number(&mut label, u64::from(minutes));
    }
    label
}

#[cfg(test)]
mod tests {
    use super::offset_label;

    #[test]
    fn offsets_of_whole_hours_and_of_parts() {
        for (seconds, expected) in [
            (0, "UTC"),
            (59, "UTC"),
            (-59, "UTC"),
            (32_400, "UTC+9"),
            (-21_600, "UTC−6"),
            (-12_600, "UTC−3:30"),
            (20_700, "UTC+5:45"),
            (300, "UTC+0:05"),
            (50_400, "UTC+14"),
            (i32::MIN, "UTC−596523:14"),
        ] {
            assert_eq!(offset_label(seconds), expected);
        }
    }
}

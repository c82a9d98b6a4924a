//! Round values on a scale, and the largest scale that fits.

/// The smallest of 1, 2 or 5 times a power of ten that is not under `least`.
pub fn round_step(least: f64) -> f64 {
    let power = 10_f64.powf(least.log10().floor());
    [1.0, 2.0, 5.0]
        .into_iter()
        .map(|factor| factor * power)
        .find(|step| *step >= least * 0.9999)
        .unwrap_or(10.0 * power)
}

/// Round values from 0 to `most`, with no more than `steps` steps between them.
pub fn ticks(most: f64, steps: usize) -> Vec<f64> {
    if most <= 0.0 {
        return vec![0.0];
    }
    let step = round_step(most / (steps as f64 + 0.999));
    (0..).map(|count| f64::from(count) * step).take_while(|tick| *tick <= most * 1.0001).collect()
}

/// The largest scale up to `most` that still fits. Where none does, next to nothing.
pub fn largest(most: f64, fits: impl Fn(f64) -> bool) -> f64 {
    if fits(most) {
        return most;
    }
    let (mut fitting, mut over) = (0.0, most);
    for _ in 0..24 {
        let middle = (fitting + over) / 2.0;
        if fits(middle) { fitting = middle } else { over = middle }
    }
    fitting
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_few_and_round() {
        assert_eq!(ticks(2400.0, 4), [0.0, 500.0, 1000.0, 1500.0, 2000.0]);
        assert_eq!(ticks(2400.0, 2), [0.0, 1000.0, 2000.0]);
        for most in [0.7, 3.0, 38.87, 60.0, 870.0, 99_999.0] {
            let found = ticks(most, 4);
            assert!((3..=5).contains(&found.len()), "{most}: {found:?}");
        }
        assert_eq!(ticks(0.0, 4), [0.0]);
    }

    #[test]
    fn steps_are_one_two_or_five_times_a_power_of_ten() {
        assert_eq!([0.08, 0.2, 3.0, 21.0].map(round_step), [0.1, 0.2, 5.0, 50.0]);
    }
}

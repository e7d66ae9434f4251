//! What must hold for any organization.

use proptest::prelude::*;
use ringbook_core::organization::Organization;
use ringbook_core::slots::{Busy, Fit, ProviderIx, Refusal, Rules, ServiceIx, Shared, Slot, Waived};
use ringbook_core::time::{Interval, Moment};

use super::random::{Case, case};
use super::reference::Reference;
use super::support::minutes;

const BOTH: [ProviderIx; 2] = [ProviderIx(0), ProviderIx(1)];
const DAY: i64 = 1440;

fn every_minute(range: Interval) -> impl Iterator<Item = Moment> {
    (range.from.unix()..range.until.unix()).step_by(60).map(Moment::from_unix)
}

fn listed(rules: &Rules, service: ServiceIx, case: &Case, busy: &[Busy], range: Interval) -> Vec<Slot> {
    rules.slots(service, &BOTH, busy, case.now, range).collect()
}

/// By the reference, which looks 13 days back: further than any answer may depend on.
fn expected(case: &Case, service: ServiceIx, range: Interval) -> Vec<Slot> {
    let begin = range.from - minutes(13 * DAY);
    let length = usize::try_from((range.until - begin).seconds() / 60 + 2 * DAY).unwrap();
    let of = |provider| Reference::new(&case.organization, service, provider, &case.busy, begin, length);
    let references = BOTH.map(of);
    let slots = every_minute(range).flat_map(|start| BOTH.map(|provider| Slot { start, provider }));
    slots.filter(|slot| references[usize::from(slot.provider.0)].lists(case.now, slot.start)).collect()
}

fn only_needed(rules: &Rules, service: ServiceIx, busy: &[Busy], range: Interval) -> Vec<Busy> {
    let needed = BOTH.map(|provider| rules.busy_needed(service, provider, range));
    busy.iter().filter(|busy| busy.occupied.overlaps(needed[usize::from(busy.provider.0)])).copied().collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn lists_what_the_reference_lists(case in case(), service in (0..2_u16).prop_map(ServiceIx)) {
        let rules = Rules::compile(&case.organization);
        let range = Interval::new(case.begin - minutes(DAY), case.begin + minutes(3 * DAY));
        prop_assert_eq!(listed(&rules, service, &case, &case.busy, range), expected(&case, service, range));
    }

    #[test]
    fn accepts_exactly_what_is_listed(case in case(), service in (0..2_u16).prop_map(ServiceIx)) {
        let rules = Rules::compile(&case.organization);
        let range = Interval::new(case.begin - minutes(DAY), case.begin + minutes(2 * DAY));
        let listed = listed(&rules, service, &case, &case.busy, range);
        for start in every_minute(range) {
            for provider in BOTH {
                let needed = only_needed(&rules, service, &case.busy, Interval::new(start, start + minutes(1)));
                let judged = rules.judge(service, provider, &needed, case.now, start);
                prop_assert_eq!(judged.is_ok(), listed.contains(&Slot { start, provider }), "{}: {:?}", start, judged);
            }
        }
    }

    #[test]
    fn does_not_depend_on_the_range_asked(case in case(), from in 0..3 * DAY, length in 1..2 * DAY) {
        let rules = Rules::compile(&case.organization);
        let whole = Interval::new(case.begin - minutes(8 * DAY), case.begin + minutes(8 * DAY));
        let part = Interval::new(case.begin + minutes(from), case.begin + minutes(from + length));
        let needed = only_needed(&rules, ServiceIx(0), &case.busy, part);
        let mut of_whole = listed(&rules, ServiceIx(0), &case, &case.busy, whole);
        of_whole.retain(|slot| part.contains(slot.start));
        prop_assert_eq!(listed(&rules, ServiceIx(0), &case, &needed, part), of_whole);
    }

    #[test]
    fn what_is_booked_never_overlaps(case in case(), wishes in prop::collection::vec((any::<bool>(), 0..2_u16, 0..500_usize), 1..40)) {
        let rules = Rules::compile(&case.organization);
        let range = Interval::new(case.begin, case.begin + minutes(2 * DAY));
        let mut booked: Vec<Booked> = Vec::new();
        for (cancel, service, pick) in wishes {
            if cancel && !booked.is_empty() {
                booked.remove(pick % booked.len());
                continue;
            }
            let slots = listed(&rules, ServiceIx(service), &case, &busy_with(&rules, &booked), range);
            if !slots.is_empty() {
                booked.push((ServiceIx(service), slots[pick % slots.len()]));
            }
            assert_apart(&case.organization, &rules, &booked);
        }
    }

    /// A waiver that is not needed changes nothing, one that is needed sets aside what it names.
    #[test]
    fn a_waiver_sets_aside_what_it_names(case in case(), class in any::<bool>(), at in 0..1440_i64, hours in any::<bool>(), exclusion in any::<bool>()) {
        let (rules, service) = (Rules::compile(&case.organization), ServiceIx(u16::from(class)));
        let (start, waived) = (case.begin + minutes(at), Waived { hours, exclusion });
        for provider in BOTH {
            let judged = rules.judge(service, provider, &case.busy, case.now, start);
            let waiving = |waived| rules.judge_waiving(service, provider, &case.busy, case.now, start, waived);
            prop_assert_eq!(judged.is_ok(), waiving(Waived::default()).is_ok());
            let occupied = rules.occupied(service, start);
            let overlaps = |busy: &Busy| busy.provider == provider && !busy.occupied.is_empty() && busy.occupied.overlaps(occupied);
            match (judged, waiving(waived)) {
                (Ok(()), waiving) => prop_assert_eq!(waiving, Ok(Fit::Free)),
                (_, Ok(Fit::OnOthers)) => prop_assert!(exclusion && case.busy.iter().any(overlaps)),
                (_, Ok(Fit::Free)) => prop_assert!(hours && start >= case.now),
                (_, Err(refusal)) => {
                    let never = matches!(refusal, Refusal::Past | Refusal::NotOffered);
                    prop_assert!(never || (refusal == Refusal::Taken && !exclusion) || !hours, "{refusal} with {waived:?}");
                }
            }
        }
    }
}

type Booked = (ServiceIx, Slot);

/// Rows of one group come as one, as the store gives them.
fn busy_with(rules: &Rules, booked: &[Booked]) -> Vec<Busy> {
    let taken = |one: &Booked| u32::try_from(booked.iter().filter(|other| *other == one).count()).unwrap();
    let row = |one: &Booked| Busy {
        provider: one.1.provider,
        occupied: rules.occupied(one.0, one.1.start),
        shared: Some(Shared { service: one.0, start: one.1.start, taken: taken(one) }),
    };
    let mut busy: Vec<_> = booked.iter().map(row).collect();
    busy.sort_by_key(|busy| (busy.provider, busy.occupied.from));
    busy.dedup();
    busy
}

fn assert_apart(organization: &Organization, rules: &Rules, booked: &[Booked]) {
    for (index, one) in booked.iter().enumerate() {
        let same = booked.iter().filter(|other| *other == one).count();
        let capacity = organization.services[usize::from(one.0.0)].capacity;
        assert!(same <= usize::try_from(capacity).unwrap(), "{same} share {one:?}");
        for other in booked[..index].iter().filter(|other| *other != one && other.1.provider == one.1.provider) {
            let apart = !rules.occupied(one.0, one.1.start).overlaps(rules.occupied(other.0, other.1.start));
            assert!(apart, "{one:?} overlaps {other:?}");
        }
    }
}

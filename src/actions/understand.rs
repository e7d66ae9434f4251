//! From words to the organization's own things: which service, which provider, which person.

use ringbook_core::contact::{E164, Email, Person, PersonName, Reach};
use ringbook_core::outcome::{Problem, Remark};
use ringbook_core::phrase;
use ringbook_core::slots::{ProviderIx, ServiceIx};

use super::Request;
use crate::business::Business;

/// What is to be booked and who could serve it, in the organization's order.
#[derive(Clone, Debug)]
pub struct Target {
    pub service: ServiceIx,
    /// Never empty.
    pub providers: Vec<ProviderIx>,
}

/// Finds service and provider by what was said; a caller who names no service means the first
/// one that fits.
pub fn target(business: &Business, service: Option<&str>, provider: Option<&str>) -> Result<Target, Problem> {
    let named = provider.map(|said| find_provider(business, said)).transpose()?;
    let service = match service {
        Some(said) => find_service(business, said)?,
        None => default_service(business, named),
    };
    let offering = business.rules.providers_of(service);
    match named {
        Some(provider) if offering.contains(&provider) => Ok(Target { service, providers: vec![provider] }),
        Some(provider) => Err(not_offered(business, service, provider)),
        None if offering.is_empty() => Err(Problem::UnknownService { known: service_names(business) }),
        None => Ok(Target { service, providers: offering.to_vec() }),
    }
}

pub fn not_offered(business: &Business, service: ServiceIx, provider: ProviderIx) -> Problem {
    Problem::NotOffered {
        provider: business.provider(provider).name.clone(),
        service: business.service(service).name.clone(),
    }
}

fn default_service(business: &Business, provider: Option<ProviderIx>) -> ServiceIx {
    let offers = |service: &ServiceIx| {
        let providers = business.rules.providers_of(*service);
        provider.map_or(!providers.is_empty(), |provider| providers.contains(&provider))
    };
    business.services().find(offers).unwrap_or(ServiceIx(0))
}

fn find_service(business: &Business, said: &str) -> Result<ServiceIx, Problem> {
    let found = business.organization.services_called(said);
    match found.as_slice() {
        [service] => business
            .rules
            .service(&service.id)
            .ok_or_else(|| Problem::UnknownService { known: service_names(business) }),
        [] => Err(Problem::UnknownService { known: service_names(business) }),
        several => {
            Err(Problem::WhichService { candidates: several.iter().map(|service| service.name.clone()).collect() })
        }
    }
}

fn find_provider(business: &Business, said: &str) -> Result<ProviderIx, Problem> {
    let found = business.organization.providers_called(said);
    match found.as_slice() {
        [provider] => business
            .rules
            .provider(&provider.id)
            .ok_or_else(|| Problem::UnknownProvider { known: provider_names(business) }),
        [] => Err(Problem::UnknownProvider { known: provider_names(business) }),
        several => {
            Err(Problem::WhichProvider { candidates: several.iter().map(|provider| provider.name.clone()).collect() })
        }
    }
}

fn service_names(business: &Business) -> Vec<String> {
    business.organization.services.iter().map(|service| service.name.clone()).collect()
}

fn provider_names(business: &Business) -> Vec<String> {
    business.organization.providers.iter().map(|provider| provider.name.clone()).collect()
}

/// The person a request describes. A phone that was given and cannot be read is asked for again;
/// an unreadable email is left out when there is a phone; the caller's own number serves when
/// neither was given.
pub fn person(
    request: &Request,
    name: Option<&str>,
    phone: Option<&str>,
    email: Option<&str>,
) -> Result<(Person, Vec<Remark>), Problem> {
    let given = phone.map(|text| read_phone(request, text).ok_or(Problem::InvalidPhone)).transpose()?;
    let email =
        email.map(|text| Email::parse(&phrase::read_email(text, request.language)).map_err(|_| Problem::InvalidEmail));
    let mut remarks = Vec::new();
    let reach = match (given, email) {
        (Some(phone), email) => phone_first(phone, email, &mut remarks),
        (None, Some(Ok(email))) => match calling(request) {
            // Signalling knows the number although nobody said it: the phone stays the identity.
            Some(phone) => Reach::Phone { phone, email: Some(email) },
            None => Reach::Email(email),
        },
        (None, email) => {
            let problem = email.as_ref().map_or(Problem::MissingContactInfo, |_| Problem::InvalidEmail);
            let phone = calling(request).ok_or(problem)?;
            remarks.push(Remark::UsedCallerNumber);
            phone_first(phone, email, &mut remarks)
        }
    };
    Ok((Person { name: name.and_then(PersonName::parse), reach }, remarks))
}

fn phone_first(phone: E164, email: Option<Result<Email, Problem>>, remarks: &mut Vec<Remark>) -> Reach {
    if matches!(email, Some(Err(_))) {
        remarks.push(Remark::EmailLeftOut);
    }
    Reach::Phone { phone, email: email.and_then(Result::ok) }
}

/// The number that signalling gives, when it is one.
pub fn calling(request: &Request) -> Option<E164> {
    request.caller_number.as_deref().and_then(|number| read_phone(request, number))
}

pub fn read_phone(request: &Request, text: &str) -> Option<E164> {
    let country = request.business.organization.country.as_ref();
    E164::parse(&phrase::read_digits(text, request.language), country).ok()
}

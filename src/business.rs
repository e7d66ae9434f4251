//! One organization as the server works with it: its file, its compiled rules, its voice.

use ringbook_core::appointment::Appointment;
use ringbook_core::id::OrgId;
use ringbook_core::language::Language;
use ringbook_core::organization::{Organization, Provider, Service};
use ringbook_core::outcome::AppointmentView;
use ringbook_core::slots::{ProviderIx, Rules, ServiceIx};
use ringbook_core::speak::Speaker;

/// Compiled once per version of the organization and shared until it changes.
pub struct Business {
    pub id: OrgId,
    /// Grows with every change; the booking transaction checks that it is still the current one.
    pub version: i64,
    pub organization: Organization,
    pub rules: Rules,
    speakers: [Speaker; Language::ALL.len()],
}

impl std::fmt::Debug for Business {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Business({}, version {})", self.id, self.version)
    }
}

impl Business {
    pub fn new(id: OrgId, version: i64, organization: Organization) -> Self {
        let rules = Rules::compile(&organization);
        let speakers = Language::ALL.map(|language| Speaker::new(&organization, language));
        Self { id, version, organization, rules, speakers }
    }

    /// What its callers speak unless one of them is heard to speak something else.
    pub fn language(&self) -> Language {
        Language::parse(&self.organization.locale).unwrap_or_default()
    }

    pub fn speaker(&self, language: Language) -> &Speaker {
        &self.speakers[language as usize]
    }

    /// An appointment with the names people use; a name that the file no longer has is still known
    /// by its id.
    pub fn view(&self, appointment: Appointment) -> AppointmentView {
        let service = self.organization.service(&appointment.service).map(|service| service.name.clone());
        let provider = self.organization.provider(&appointment.provider).map(|provider| provider.name.clone());
        AppointmentView {
            id: appointment.id,
            code: appointment.code,
            service_name: service.unwrap_or_else(|| appointment.service.to_string()),
            provider_name: provider.unwrap_or_else(|| appointment.provider.to_string()),
            service: appointment.service,
            provider: appointment.provider,
            start: appointment.time.from,
            end: appointment.time.until,
            status: appointment.status,
        }
    }

    pub fn services(&self) -> impl Iterator<Item = ServiceIx> {
        (0..self.organization.services.len()).filter_map(|at| u16::try_from(at).ok()).map(ServiceIx)
    }

    /// The service at a position that came from these rules.
    pub fn service(&self, ix: ServiceIx) -> &Service {
        &self.organization.services[usize::from(ix.0)]
    }

    /// The provider at a position that came from these rules.
    pub fn provider(&self, ix: ProviderIx) -> &Provider {
        &self.organization.providers[usize::from(ix.0)]
    }
}
